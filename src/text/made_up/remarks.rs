//! What is remarked on items of a made-up school.

use crate::text::Phrase;

/// Remarks with a tick, by the item's id.
pub const NOTES: [(&str, Phrase); 20] = [
    (
        "0.4",
        Phrase::new(
            "雨天，测温移到门厅",
            "rain: temperatures taken in the entrance hall",
        ),
    ),
    (
        "1.2",
        Phrase::new(
            "下周起用餐改为三批",
            "three sittings at lunch from next week",
        ),
    ),
    (
        "2.6",
        Phrase::new(
            "口罩余 2400 只，约够 12 天",
            "2,400 masks left, enough for about 12 days",
        ),
    ),
    (
        "3.2",
        Phrase::new("两人感冒，已电话联系家长", "two with colds, parents rung"),
    ),
    (
        "4.2",
        Phrase::new("快件 12 件，均已消毒", "12 parcels, all disinfected"),
    ),
    (
        "4.3",
        Phrase::new(
            "三号楼扶手补消毒一次",
            "handrails of building 3 done once more",
        ),
    ),
    (
        "4.4",
        Phrase::new(
            "二（2）班水痘一例，已报疾控",
            "one case of chickenpox in 2(2), reported",
        ),
    ),
    (
        "5.3",
        Phrase::new("来访 3 人，均有预约", "three visitors, all announced"),
    ),
    (
        "5.4",
        Phrase::new("退回校外送餐两份", "two meals from outside sent back"),
    ),
    ("5.10", Phrase::new("洗手液已补", "soap refilled")),
    (
        "5.11",
        Phrase::new("留样冰箱 4 度", "samples kept at 4 degrees"),
    ),
    (
        "7.2",
        Phrase::new(
            "食堂排队过密，已加地标",
            "the queue at the canteen is too close: marks added",
        ),
    ),
    (
        "9.1",
        Phrase::new(
            "一名家长健康码未更新，未入校",
            "one parent's code was out of date: not let in",
        ),
    ),
    (
        "9.3",
        Phrase::new("抽五项，均相符", "five drawn, all agree"),
    ),
    (
        "10.1",
        Phrase::new(
            "值班员调班，表已改",
            "duty officers swapped, roster changed",
        ),
    ),
    (
        "10.4",
        Phrase::new("零报告，已收回执", "nothing to report, receipt filed"),
    ),
    (
        "10.11",
        Phrase::new("名单上 4 人，均已家访", "four on the list, all visited"),
    ),
    (
        "B1.2",
        Phrase::new(
            "操场东侧围网松动，已报修",
            "fence east of the field loose, reported",
        ),
    ),
    (
        "B2.3",
        Phrase::new("需关注 2 人，均已谈话", "two noted, both talked to"),
    ),
    (
        "B4.2",
        Phrase::new(
            "四（2）班一人 37.4 度，复测正常",
            "one at 37.4 in 4(2), normal on the second reading",
        ),
    ),
];

/// Why an item does not apply, by its id: most are asked for by the other checklist too.
pub const WAIVERS: [(&str, Phrase); 7] = [
    (
        "A1.2",
        Phrase::new(
            "与 0.4 相同，不重复填报",
            "the same as 0.4: not entered twice",
        ),
    ),
    (
        "A1.3",
        Phrase::new(
            "与 3.1 相同，不重复填报",
            "the same as 3.1: not entered twice",
        ),
    ),
    (
        "B1.3",
        Phrase::new(
            "与 5.11 相同，不重复填报",
            "the same as 5.11: not entered twice",
        ),
    ),
    (
        "F0.3",
        Phrase::new(
            "与 3.3 相同，不重复填报",
            "the same as 3.3: not entered twice",
        ),
    ),
    (
        "A2.3",
        Phrase::new(
            "食堂、门卫、保洁均为本校职工",
            "canteen, gate and cleaning are the school's own people",
        ),
    ),
    (
        "4.5",
        Phrase::new("本学期没有新生和插班生", "no new pupils this term"),
    ),
    (
        "5.14",
        Phrase::new(
            "图书室装修，本学期不外借",
            "the reading room is closed for repairs this term",
        ),
    ),
];
