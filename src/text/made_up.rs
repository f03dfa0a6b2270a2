//! The names and remarks of a made-up school. What is said about an item fits that item of the
//! checklists that come with the program.

mod findings;
mod remarks;

pub use findings::{FINDINGS, Found, OTHERWISE, SCENE};
pub use remarks::{NOTES, WAIVERS};

use super::Phrase;

/// Its name.
pub const SCHOOL: Phrase = Phrase::new("青山小学", "Green Hill Primary School");
/// Its name where it is shown as an example.
pub const EXAMPLE: Phrase = Phrase::new("示范：青山小学", "Demo: Green Hill Primary School");
/// Its district.
pub const DISTRICT: Phrase = Phrase::new("清江区", "Qingjiang District");

/// Who works there, with the roles that checklists name.
pub const PEOPLE: [(Phrase, &[&str]); 9] = [
    (Phrase::new("林芳", "Lin Fang"), &["principal"]),
    (
        Phrase::new("陈静", "Chen Jing"),
        &["school-doctor", "health-teacher"],
    ),
    (
        Phrase::new("周建国", "Zhou Jianguo"),
        &["safety-vice-principal", "vice-principal"],
    ),
    (
        Phrase::new("何晓云", "He Xiaoyun"),
        &["principal-office", "information-officer"],
    ),
    (Phrase::new("黄丽", "Huang Li"), &["head-of-teaching"]),
    (
        Phrase::new("吴强", "Wu Qiang"),
        &["head-of-general-affairs", "canteen-manager"],
    ),
    (
        Phrase::new("郑敏", "Zheng Min"),
        &["head-of-student-affairs", "counselling-team"],
    ),
    (Phrase::new("孙福生", "Sun Fusheng"), &["gate-guard"]),
    (
        Phrase::new("许文婷", "Xu Wenting"),
        &["class-teacher", "it-teacher", "librarian"],
    ),
];

/// An inspector.
pub const INSPECTOR: Phrase = Phrase::new("何勇（区督导室）", "He Yong, district inspector");

/// Why something is put off.
pub const POSTPONED: [Phrase; 2] = [
    Phrase::new("等街道回复", "waiting for the sub-district's answer"),
    Phrase::new(
        "负责人外出培训，回校后补办",
        "the person in charge is away on training",
    ),
];

/// What is put off at the school that is shown as an example, by the item's id, and why.
pub const PUT_OFF: [(&str, Phrase); 2] = [
    (
        "2.2",
        Phrase::new(
            "等区里下发新版技术方案",
            "the new edition of the protocol has not come yet",
        ),
    ),
    (
        "8.2",
        Phrase::new(
            "社区医院派不出人来指导",
            "the community hospital has nobody to send",
        ),
    ),
];

/// How far something has come.
pub const PROGRESS: [Phrase; 3] = [
    Phrase::new("大部分已办，其余明天补齐", "mostly done, the rest tomorrow"),
    Phrase::new(
        "材料已齐，等签字",
        "the papers are there, a signature is missing",
    ),
    Phrase::new("还差两个班", "two classes are missing"),
];

/// Names of events.
pub const EVENTS: [(&str, Phrase); 3] = [
    ("exam", Phrase::new("月考", "monthly examination")),
    (
        "notice",
        Phrase::new(
            "区教育局通知：调整重点岗位检测频次",
            "notice of the district bureau: how often key posts are tested",
        ),
    ),
    (
        "arrival",
        Phrase::new("外地返校学生三人", "three pupils back from elsewhere"),
    ),
];

/// The examination that is to come.
pub const EXAM: Phrase = Phrase::new("期中考试", "mid-term examination");

/// The numbers that are counted: the item, the number to reach where the checklist names none, and
/// of a thousand how many are done on a school day.
pub const NUMBERS: [(&str, Option<u64>, u64); 13] = [
    ("3.1", None, 1000),
    ("3.3", Some(876), 320),
    ("3.5", Some(60), 400),
    ("3.6", Some(18), 400),
    ("3.8", Some(32), 100),
    ("8.7", Some(6), 600),
    ("10.10", Some(20), 70),
    ("A2.1", None, 350),
    ("B2.4", Some(5), 80),
    ("B3.3", Some(14), 300),
    ("B3.5", None, 8),
    ("B3.6", None, 20),
    ("B4.1", None, 200),
];
