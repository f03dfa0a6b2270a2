//! What is found wrong at a made-up school.

use crate::text::Phrase;

/// Something wrong with an item: what, why it came about, what is done about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Found {
    /// The item's id.
    pub item: &'static str,
    /// What is wrong.
    pub text: Phrase,
    /// Why it came about.
    pub cause: Phrase,
    /// What is done about it.
    pub action: Phrase,
}

const fn found(item: &'static str, text: Phrase, cause: Phrase, action: Phrase) -> Found {
    Found {
        item,
        text,
        cause,
        action,
    }
}

/// What may be found.
pub const FINDINGS: [Found; 12] = [
    found(
        "0.4",
        Phrase::new(
            "校门登记有两行没写体温",
            "the gate log lacks two temperatures",
        ),
        Phrase::new("换班时漏登", "left out at the change of shift"),
        Phrase::new(
            "交班先对登记簿，门卫负责人每天签字",
            "the log is checked at every hand-over and signed daily",
        ),
    ),
    found(
        "3.1",
        Phrase::new(
            "四（3）班晨检表缺三人体温",
            "class 4(3): three temperatures are missing from the morning check",
        ),
        Phrase::new("代班教师不清楚要求", "the stand-in teacher did not know"),
        Phrase::new(
            "年级组长交代代班教师，当天补齐",
            "the head of year tells every stand-in; completed the same day",
        ),
    ),
    found(
        "3.2",
        Phrase::new("三名缺勤学生没有写原因", "three absences have no reason"),
        Phrase::new("家长当天没接电话", "the parents did not answer"),
        Phrase::new(
            "第二天早读前再打，年级组长核对",
            "they are rung again before the first lesson; the head of year checks",
        ),
    ),
    found(
        "3.6",
        Phrase::new(
            "一名保洁员本周少检一次",
            "one cleaner was tested once too seldom this week",
        ),
        Phrase::new("轮休，没有补检", "a day off, and not made up for"),
        Phrase::new(
            "当天补检，排班表标明检测日",
            "tested the same day; the roster shows the test days",
        ),
    ),
    found(
        "4.3",
        Phrase::new(
            "二号楼三层消毒记录少一次",
            "building 2, third floor: one disinfection is missing",
        ),
        Phrase::new(
            "保洁员请假，无人代班",
            "the cleaner was ill and nobody stood in",
        ),
        Phrase::new("另定一名代班人", "a stand-in is named"),
    ),
    found(
        "5.10",
        Phrase::new(
            "隔离室防护服少两套",
            "the isolation room lacks two protective suits",
        ),
        Phrase::new("演练用过没有补", "used in a drill and not replaced"),
        Phrase::new(
            "当天补齐，用后即补",
            "replaced the same day, and always after use",
        ),
    ),
    found(
        "5.11",
        Phrase::new("留样盒没有标日期", "the food samples bear no date"),
        Phrase::new("新来的留样员不熟悉", "the cook is new to it"),
        Phrase::new(
            "当面再教一遍，食堂负责人每餐核对",
            "shown again; the canteen manager checks every meal",
        ),
    ),
    found(
        "9.1",
        Phrase::new(
            "一名来访者健康码未查",
            "one visitor's health code was not looked at",
        ),
        Phrase::new("放学时段人多", "many people at the end of school"),
        Phrase::new(
            "放学时段加一名行政值守",
            "one more member of staff at the gate then",
        ),
    ),
    found(
        "10.1",
        Phrase::new(
            "值班室电话打不通",
            "the duty room's telephone does not work",
        ),
        Phrase::new("话机坏了没有报修", "broken and not reported"),
        Phrase::new(
            "当天换话机，每班接班时试拨",
            "replaced the same day, tried at every change of shift",
        ),
    ),
    found(
        "2.6",
        Phrase::new("两箱口罩已过期", "two boxes of masks have expired"),
        Phrase::new(
            "入库时没有登记有效期",
            "the date was not entered when they came in",
        ),
        Phrase::new(
            "停用并换新，盘点表加有效期一栏",
            "replaced; the stock sheet now has the date",
        ),
    ),
    found(
        "9.3",
        Phrase::new(
            "抽查五项，一项台账与现场不符",
            "of five items drawn, one does not agree with the place",
        ),
        Phrase::new("按旧表格照抄", "copied from an old form"),
        Phrase::new(
            "换用新表，周会上说明",
            "new forms, explained at the weekly meeting",
        ),
    ),
    found(
        "B1.2",
        Phrase::new("消防通道堆放旧课桌", "old desks stand in a fire escape"),
        Phrase::new(
            "换课桌后没有清走",
            "left there when the desks were replaced",
        ),
        Phrase::new(
            "当天清走，总务处每周巡查",
            "cleared the same day, looked at every week",
        ),
    ),
];

/// What is wrong where nothing more fitting is known.
pub const OTHERWISE: Found = found(
    "",
    Phrase::new("检查时没有找到记录", "no record was found at the check"),
    Phrase::new("负责人请假，无人代办", "the person in charge was on leave"),
    Phrase::new(
        "指定代办人，当周补齐",
        "a stand-in is named; completed within the week",
    ),
);

/// What is open at the school that is shown as an example: found by an inspector and past its limit;
/// found by the school itself; put right and not yet verified.
pub const SCENE: [Found; 3] = [
    found(
        "4.2",
        Phrase::new(
            "快件消毒登记没有写时间",
            "the parcel log gives no time of disinfection",
        ),
        Phrase::new("门卫沿用旧表格", "the gate still uses the old form"),
        Phrase::new(
            "换新表，总务处每天核对",
            "new forms, checked daily by general affairs",
        ),
    ),
    found(
        "5.3",
        Phrase::new(
            "来访登记有两行没写离校时间",
            "two visitors have no time of leaving in the log",
        ),
        Phrase::new(
            "放学时段只有一人在岗",
            "one person alone at the gate at the end of school",
        ),
        Phrase::new(
            "放学时段加一名行政值守",
            "one more member of staff at the gate then",
        ),
    ),
    found(
        "5.13",
        Phrase::new(
            "五（1）班下午没有开窗记录",
            "class 5(1) has no airing entered in the afternoons",
        ),
        Phrase::new("值日生不知道要记", "the monitors did not know"),
        Phrase::new(
            "班主任示范一次，日志加一栏",
            "shown by the class teacher; the log has a column for it",
        ),
    ),
];
