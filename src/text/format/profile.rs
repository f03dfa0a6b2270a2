//! The comments of a new school profile: what it is, and what else it may hold, as examples that are
//! right once the mark is taken off.

use crate::text::Phrase;

phrases! {
    /// At the top of a new school profile.
    PROFILE_HEAD: "学校信息，由 `duban init` 生成，可以直接修改。\n以“#”开头的行是说明或样例；要用哪一项，去掉行首的“# ”即可。", "The school's profile, made by `duban init`. Edit it as you like.\nLines that begin with `#` are remarks and examples: to use one, take the `# ` off.";
    /// The key `district`.
    PROFILE_DISTRICT: "# 所属区县\ndistrict: 台江区", "# The district it belongs to\ndistrict: Taijiang";
    /// The key `students`.
    PROFILE_STUDENTS: "# 学生人数，用作核酸检测等指标的分母\nstudents: 812", "# How many pupils: what measures such as testing count up to\nstudents: 812";
    /// The key `staff`.
    PROFILE_STAFF: "# 教职工人数\nstaff: 64", "# How many people work there\nstaff: 64";
    /// The key `language`.
    PROFILE_LANGUAGE: "# 界面和报告的语言：zh 或 en\nlanguage: zh", "# The language of screen and reports: zh or en\nlanguage: en";
    /// The key `people`.
    PROFILE_PEOPLE: "# 谁担任哪个岗位；岗位的写法见清单里的 roles\npeople:\n  - { name: 林芳, roles: [school-doctor] }", "# Who fills which role; the roles are those of the checklist\npeople:\n  - { name: Lin Fang, roles: [school-doctor] }";
    /// The key `terms`.
    PROFILE_TERMS: "# 学期起止日；不写则按 9 月 1 日至 1 月 20 日、2 月 15 日至 7 月 5 日\nterms:\n  - { from: 2022-02-14, to: 2022-07-01 }", "# First and last day of each term; without them 1 September to 20 January and 15 February to 5 July\nterms:\n  - { from: 2022-02-14, to: 2022-07-01 }";
    /// The key `anchors`.
    PROFILE_ANCHORS: "# 期限可以从这些日子算起\nanchors:\n  reopening: 2022-04-11\n  exam-week: 2022-06-20", "# Days that due dates may be counted from\nanchors:\n  reopening: 2022-04-11\n  exam-week: 2022-06-20";
    /// The key `days_off`.
    PROFILE_DAYS_OFF: "# 本校自己的放假日\ndays_off:\n  - { from: 2022-05-05, to: 2022-05-06, name: 运动会 }", "# Days off of the school's own\ndays_off:\n  - { from: 2022-05-05, to: 2022-05-06, name: sports days }";
    /// The key `working_days`.
    PROFILE_WORKING_DAYS: "# 日历上放假而本校照常上课的日子\nworking_days: [2022-04-16]", "# Days it works though the calendar says off\nworking_days: [2022-04-16]";
}
