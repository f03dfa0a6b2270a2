//! The names and remarks of a made-up school.

use super::Phrase;

/// Its name.
pub const SCHOOL: Phrase = Phrase::new("青山小学", "Green Hill Primary School");
/// Its district.
pub const DISTRICT: Phrase = Phrase::new("台江区", "Taijiang District");

/// Who works there, with the roles that checklists name.
pub const PEOPLE: [(Phrase, &[&str]); 8] = [
    (
        Phrase::new("林芳", "Lin Fang"),
        &["principal", "principal-office"],
    ),
    (
        Phrase::new("陈静", "Chen Jing"),
        &["school-doctor", "health-teacher"],
    ),
    (
        Phrase::new("周建国", "Zhou Jianguo"),
        &["safety-vice-principal", "vice-principal"],
    ),
    (
        Phrase::new("黄丽", "Huang Li"),
        &["head-of-teaching", "information-officer"],
    ),
    (
        Phrase::new("吴强", "Wu Qiang"),
        &["head-of-general-affairs", "canteen-manager"],
    ),
    (
        Phrase::new("郑敏", "Zheng Min"),
        &["head-of-student-affairs", "counselling-team"],
    ),
    (Phrase::new("老孙", "Mr Sun"), &["gate-guard"]),
    (
        Phrase::new("许文", "Xu Wen"),
        &["class-teacher", "it-teacher", "librarian"],
    ),
];

/// An inspector.
pub const INSPECTOR: Phrase = Phrase::new("区督导员 何勇", "He Yong, district inspector");

/// What is found wrong.
pub const FINDINGS: [Phrase; 5] = [
    Phrase::new("登记簿有两天无签名", "the log lacks signatures on two days"),
    Phrase::new("消毒记录无时间", "the disinfection record gives no time"),
    Phrase::new("缺勤原因有三人未填", "three absences have no reason"),
    Phrase::new(
        "名单与在校人数不符",
        "the list does not match those on campus",
    ),
    Phrase::new("隔离室物资少两样", "the isolation room lacks two supplies"),
];

/// Why it came about.
pub const CAUSES: [Phrase; 3] = [
    Phrase::new("换班未交接", "no handover between shifts"),
    Phrase::new("表格旧版", "an old form was in use"),
    Phrase::new("责任人请假", "the person in charge was on leave"),
];

/// What is done about it.
pub const ACTIONS: [Phrase; 3] = [
    Phrase::new(
        "当日补齐，值班主任每天核对",
        "completed at once, checked daily by the duty head",
    ),
    Phrase::new("换新表，重新培训", "new forms and training"),
    Phrase::new("另定一名替补人员", "a stand-in is named"),
];

/// Remarks with a tick.
pub const NOTES: [Phrase; 3] = [
    Phrase::new("两人因病缺勤，已登记", "two absent ill, entered"),
    Phrase::new(
        "雨天，测温移到走廊",
        "rain: temperatures taken in the corridor",
    ),
    Phrase::new("已拍照存档", "photograph filed"),
];

/// Why something does not apply.
pub const WAIVERS: [Phrase; 3] = [
    Phrase::new("本校无此场所", "the school has no such place"),
    Phrase::new("本学期无新生", "no new pupils this term"),
    Phrase::new("由街道统一办理", "done by the sub-district office"),
];

/// Why something is put off.
pub const POSTPONED: [Phrase; 2] = [
    Phrase::new("等街道回复", "waiting for the sub-district's answer"),
    Phrase::new("物资未到", "supplies have not arrived"),
];

/// How far something has come.
pub const PROGRESS: [Phrase; 2] = [
    Phrase::new("已办一半", "half done"),
    Phrase::new("只差签字", "only the signature is missing"),
];

/// Names of events.
pub const EVENTS: [(&str, Phrase); 3] = [
    ("exam", Phrase::new("月考", "monthly examination")),
    (
        "notice",
        Phrase::new("区教育局通知", "notice of the district bureau"),
    ),
    (
        "arrival",
        Phrase::new("外地返校师生", "staff and pupils back from elsewhere"),
    ),
];

/// Why an anchor moves.
pub const MOVED: Phrase = Phrase::new("区里通知推迟", "put off by the district");
