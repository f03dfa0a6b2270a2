//! Orders that cannot be carried out: a clear message in both languages, and nothing recorded.

use crate::home::{Home, Said};
use snapbox::assert_data_eq;
use snapbox::str;

/// A checklist of the school's own, with an item that another checklist has as well.
const OWN: &str = "
checklist: own
version: 1
title: 本校自定
directive: { issuer: 青山小学, issued: 2022-03-01 }
clauses: { A: 甲, B: 乙 }
requirements:
  - id: '1'
    title: 自定
    items:
      - { id: '3.1', text: 甲已办, clauses: [A], cadence: daily }
      - { id: '3.2', text: 乙已办, clauses: [B], cadence: { each: exam } }
";

#[test]
fn unknown_items_are_all_named() {
    let home = Home::set_up();
    assert_data_eq!(
        home.refused_twice(2, &["tick", "3.1", "3.99", "none", "0.4"]),
        str![[r#"
错误：没有事项“3.99”
提示：是不是 taijiang-2022/3.1、taijiang-2022/3.2、taijiang-2022/3.3、taijiang-2022/3.4？
错误：没有事项“none”
提示：用 `duban status --all` 查看全部事项编号
error: there is no item `3.99`
hint: did you mean taijiang-2022/3.1, taijiang-2022/3.2, taijiang-2022/3.3, taijiang-2022/3.4?
error: there is no item `none`
hint: `duban status --all` lists every item

"#]]
    );
    assert_eq!(home.facts(), 2, "not even those that are known");
}

#[test]
fn an_item_of_two_checklists_has_to_be_named_in_full() {
    let home = Home::empty();
    home.write("checklists/own.yaml", OWN);
    home.ok(&["init", "--name", "青山小学", "--kind", "primary", "--yes"]);
    assert_data_eq!(
        home.refused_twice(2, &["tick", "3.1"]),
        str![[r#"
错误：“3.1”在几份清单里都有
提示：请写全名：taijiang-2022/3.1、own/3.1
error: `3.1` is in several checklists
hint: write one of taijiang-2022/3.1, own/3.1

"#]]
    );
    assert_eq!(home.facts(), 3, "the adoptions");
    home.ok(&["tick", "own/3.1"]);
    home.ok(&["tick", "taijiang-2022／３.１"]);
    assert_eq!(home.facts(), 5);
}

#[test]
fn days_that_cannot_be() {
    let home = Home::set_up();
    assert_data_eq!(
        home.refused_twice(2, &["tick", "3.1", "3.2", "--on", "2022-03-17"]),
        str![[r#"
错误：2022-03-17 还没有到（今天是 2022-03-16）
提示：日期只能是今天或以前
error: 2022-03-17 has not come yet (today is 2022-03-16)
hint: name today or an earlier day

"#]]
    );
    assert_data_eq!(
        home.refused_twice(2, &["tick", "3.1", "--on", "2022-03-08"]),
        str![[r#"
错误：2022-03-08 在清单 taijiang-2022 启用之前
提示：最早可记 2022-03-09；要更早，请改 school.yaml 中该清单的 since
error: 2022-03-08 is before the checklist taijiang-2022 was adopted
hint: the earliest day is 2022-03-09; for an earlier one change `since` of the checklist in school.yaml

"#]]
    );
    assert_data_eq!(
        home.refused_twice(2, &["tick", "3.1", "--on", "2022-02-30"]),
        str![[r#"
错误：“2022-02-30”不是日期
提示：可以写 2022-03-14、3-14、3月14日、今天、昨天、-3、周一
error: `2022-02-30` is not a day
hint: write 2022-03-14, 3-14, today, yesterday, -3 or mon

"#]]
    );
    assert_data_eq!(
        home.refused_twice(2, &["tick", "3.1", "--on", "soon"]),
        str![[r#"
错误：“soon”不是日期
提示：可以写 2022-03-14、3-14、3月14日、今天、昨天、-3、周一
error: `soon` is not a day
hint: write 2022-03-14, 3-14, today, yesterday, -3 or mon

"#]]
    );
    assert_data_eq!(
        home.refused_twice(2, &["assign", "0.1", "--to", "王敏", "--due", "soon"]),
        str![[r#"
错误：“soon”不是日期
提示：可以写 2022-04-20、4-20、4月20日、今天、明天、+3、周五
error: `soon` is not a day
hint: write 2022-04-20, 4-20, today, tomorrow, +3 or fri

"#]]
    );
    let output = home.duban_on("soon").arg("status").output();
    let said = Said::of(output.expect("the program runs"));
    assert_eq!(said.code, 2);
    assert_data_eq!(
        said.err,
        str![[r#"
错误：“soon”不是日期
提示：可以写 2022-03-14、3-14、3月14日、今天、昨天、-3、周一

"#]]
    );
    assert_data_eq!(
        home.refused_twice(2, &["attach", "3.1", "https://x", "--on", "2022-03-17"]),
        str![[r#"
错误：2022-03-17 还没有到（今天是 2022-03-16）
提示：日期只能是今天或以前
error: 2022-03-17 has not come yet (today is 2022-03-16)
hint: name today or an earlier day

"#]]
    );
    assert_eq!(home.facts(), 2);
    home.ok(&["tick", "3.1", "--on", "2022-03-09"]);
}

#[test]
fn weeks_that_cannot_be() {
    let home = Home::set_up();
    assert_data_eq!(
        home.refused_twice(2, &["report", "--week", "2022-W53"]),
        str![[r#"
错误：2022 年没有第 53 周
提示：最后一周是 2022-W52
error: 2022 has no week 53
hint: its last week is 2022-W52

"#]]
    );
    assert_data_eq!(
        home.refused_twice(2, &["report", "--week", "2022-W12"]),
        str![[r#"
错误：2022-W12 还没有开始
提示：本周是 2022-W11
error: 2022-W12 has not begun
hint: this week is 2022-W11

"#]]
    );
    assert_data_eq!(
        home.refused_twice(2, &["report", "--week", "第11周"]),
        str![[r#"
错误：“第11周”不是周次
提示：写成 2022-W11 这样
error: `第11周` is not a week
hint: write it as 2022-W11

"#]]
    );
    assert_eq!(
        home.json(&["report", "--week", "2020-W53"])["from"],
        "2020-12-28"
    );
}

#[test]
fn what_stands_already_is_not_entered_twice() {
    let home = Home::set_up();
    home.ok(&["tick", "3.1", "--on", "3-15"]);
    assert_data_eq!(
        home.refused_twice(2, &["tick", "3.1", "--on", "3-15"]),
        str![[r#"
错误：taijiang-2022/3.1 本期已于 2022-03-15 完成
提示：要更正，先取消：`duban untick taijiang-2022/3.1 --on 2022-03-15`
error: taijiang-2022/3.1 was already done on 2022-03-15
hint: to correct it, take it back first: `duban untick taijiang-2022/3.1 --on 2022-03-15`

"#]]
    );
    assert_data_eq!(
        home.refused_twice(2, &["untick", "3.1"]),
        str![[r#"
错误：taijiang-2022/3.1 在 2022-03-16 这一期没有打勾，无从取消
提示：用 --on 指明是哪一天完成的
error: taijiang-2022/3.1 is not ticked for 2022-03-16, so there is nothing to take back
hint: name the day it was done with --on

"#]]
    );
    home.ok(&["waive", "5.10", "--reason", "没有"]);
    assert_data_eq!(
        home.refused_twice(2, &["waive", "5.10", "--reason", "没有"]),
        str![[r#"
错误：taijiang-2022/5.10 自 2022-03-16 起已记为不适用
提示：要恢复，用 `duban waive taijiang-2022/5.10 --lift`
error: taijiang-2022/5.10 is waived since 2022-03-16
hint: to make it apply again: `duban waive taijiang-2022/5.10 --lift`

"#]]
    );
    assert_data_eq!(
        home.refused_twice(2, &["waive", "5.11", "--lift"]),
        str![[r#"
错误：taijiang-2022/5.11 没有记为不适用
error: taijiang-2022/5.11 is not waived

"#]]
    );
    assert_eq!(home.facts(), 4);
}

#[test]
fn numbers_have_to_make_sense() {
    let home = Home::set_up();
    assert_data_eq!(
        home.refused_twice(2, &["measure", "3.3", "3891"]),
        str![[r#"
错误：taijiang-2022/3.3 还没有目标数
提示：用 --of 给出目标数，例如 --of 5494
error: taijiang-2022/3.3 has no number to reach yet
hint: give it with --of, as in --of 5494

"#]]
    );
    assert_data_eq!(
        home.refused_twice(2, &["measure", "3.3", "6000", "--of", "5494"]),
        str![[r#"
错误：6000 超过了目标数 5494
提示：目标数变了就用 --of 给出新的
error: 6000 is more than the 5494 to reach
hint: if there are more now, give the new number with --of

"#]]
    );
    assert_data_eq!(
        home.refused_twice(2, &["measure", "3.3", "0", "--of", "0"]),
        str![[r#"
错误：目标数不能是 0
提示：没有对象就记“不适用”并写明理由
error: the number to reach cannot be 0
hint: where there is nobody to count, waive the item with a reason

"#]]
    );
    assert_data_eq!(
        home.refused_twice(2, &["measure", "3.3", "七成", "--of", "5494"]),
        str![[r#"
错误：“七成”不是整数
提示：例如 3891
error: `七成` is not a whole number
hint: write it as 3891

"#]]
    );
    assert_data_eq!(
        home.refused_twice(2, &["measure", "3.2", "1", "--of", "2"]),
        str![[r#"
错误：taijiang-2022/3.2 不是量化指标
提示：要打勾，用 `duban tick taijiang-2022/3.2`
error: taijiang-2022/3.2 is not measured by a number
hint: to tick it, use `duban tick taijiang-2022/3.2`

"#]]
    );
    assert_eq!(home.facts(), 2);
    home.ok(&["measure", "3.3", "５，４９４", "--of", "5,494"]);
    assert_data_eq!(
        home.refused_twice(2, &["tick", "3.3"]),
        str![[r#"
错误：taijiang-2022/3.3 的数字已于 2022-03-16 达到目标数，自动算完成，不用打勾
提示：数字有误就重填：`duban measure taijiang-2022/3.3 数值 --on 2022-03-16`
error: taijiang-2022/3.3 is done by its number, which reached the target on 2022-03-16
hint: if the number is wrong, enter it again: `duban measure taijiang-2022/3.3 VALUE --on 2022-03-16`

"#]]
    );
    assert_data_eq!(
        home.refused_twice(2, &["untick", "3.3"]),
        str![[r#"
错误：taijiang-2022/3.3 的数字已于 2022-03-16 达到目标数，自动算完成，不用打勾
提示：数字有误就重填：`duban measure taijiang-2022/3.3 数值 --on 2022-03-16`
error: taijiang-2022/3.3 is done by its number, which reached the target on 2022-03-16
hint: if the number is wrong, enter it again: `duban measure taijiang-2022/3.3 VALUE --on 2022-03-16`

"#]]
    );
}

#[test]
fn texts_have_to_say_something_and_not_too_much() {
    let home = Home::set_up();
    let long = "长".repeat(10_001);
    assert_data_eq!(
        home.refused_twice(2, &["waive", "3.1", "--reason", " "]),
        str![[r#"
错误：理由不能为空
error: the reason must not be empty

"#]]
    );
    assert_data_eq!(
        home.refused_twice(2, &["note", "3.1", ""]),
        str![[r#"
错误：备注不能为空
error: the note must not be empty

"#]]
    );
    assert_data_eq!(
        home.refused_twice(2, &["note", "3.1", &long]),
        str![[r#"
错误：备注有 10001 个字，最多 10000 个
提示：长的内容请放进文件，用 `duban attach` 附上
error: the note has 10001 characters, the most is 10000
hint: put longer texts in a file and attach it with `duban attach`

"#]]
    );
    assert_data_eq!(
        home.refused_twice(2, &["assign", "3.1", "--to", "", "--helper", " "]),
        str![[r#"
错误：姓名不能为空
error: the name must not be empty

"#]]
    );
    assert_data_eq!(
        home.refused_twice(2, &["tick", "3.1", "--by", " "]),
        str![[r#"
错误：姓名不能为空
error: the name must not be empty

"#]]
    );
    assert_data_eq!(
        home.refused_twice(2, &["tick", "3.1", "--note", ""]),
        str![[r#"
错误：备注不能为空
error: the note must not be empty

"#]]
    );
    assert_data_eq!(
        home.refused_twice(2, &["event", "open", "notice", ""]),
        str![[r#"
错误：事件名称不能为空
error: the event's name must not be empty

"#]]
    );
    assert_data_eq!(
        home.refused_twice(2, &["assign", "3.1", "--to", "王敏", "--due", "4-1"]),
        str![[r#"
错误：taijiang-2022/3.1 按频次到期，不能另设期限
提示：只有一次性和每学期的事项可以改期限
error: taijiang-2022/3.1 falls due by its cadence, no other date can be set
hint: only items that are due once or termly can have another date

"#]]
    );
    assert_eq!(home.facts(), 2);
}

#[test]
fn items_for_events_need_the_right_event() {
    let home = Home::empty();
    home.write("checklists/own.yaml", OWN);
    home.ok(&["init", "--name", "青山小学", "--kind", "primary", "--yes"]);
    assert_data_eq!(
        home.refused_twice(2, &["tick", "own/3.2"]),
        str![[r#"
错误：own/3.2 每次考试办一次，现在没有进行中的考试
提示：先登记：`duban event open exam 名称 --on 日期`
error: own/3.2 is done for each examination, and none is open
hint: open one: `duban event open exam NAME --on DATE`

"#]]
    );
    assert_data_eq!(
        home.refused_twice(2, &["event", "open", "party", "春游"]),
        str![[r#"
错误：没有事项与事件类型“party”有关
提示：可用的类型有 arrival、exam、incident、notice、return
error: no item is for events of the kind `party`
hint: the kinds are arrival, exam, incident, notice, return

"#]]
    );
    assert_data_eq!(
        home.refused_twice(2, &["event", "close", "e9"]),
        str![[r#"
错误：没有事件“e9”
提示：用 `duban event open` 登记
error: there is no event `e9`
hint: open one with `duban event open`

"#]]
    );
    home.ok(&["event", "open", "exam", "期中考试", "--on", "2022-03-15"]);
    home.ok(&["event", "open", "exam", "补考", "--on", "2022-03-15"]);
    home.ok(&["event", "open", "notice", "通知"]);
    assert_data_eq!(
        home.refused_twice(2, &["tick", "own/3.2"]),
        str![[r#"
错误：own/3.2 对应的事件不止一个
提示：用 --event 指明是哪个：exam-20220315 期中考试、exam-20220315-2 补考
error: own/3.2 could be for several events
hint: name one with --event: exam-20220315 期中考试, exam-20220315-2 补考

"#]]
    );
    assert_data_eq!(
        home.refused_twice(2, &["tick", "own/3.2", "--event", "notice-20220316"]),
        str![[r#"
错误：own/3.2 每次考试办一次，notice-20220316 不是考试
提示：用 `duban event list` 查看事件编号
error: own/3.2 is done for each examination, and notice-20220316 is none
hint: `duban event list` shows the events

"#]]
    );
    assert_data_eq!(
        home.refused_twice(2, &["tick", "own/3.2", "--event", "exam-1"]),
        str![[r#"
错误：没有事件“exam-1”
提示：进行中的有 exam-20220315 期中考试、exam-20220315-2 补考、notice-20220316 通知
error: there is no event `exam-1`
hint: open are exam-20220315 期中考试, exam-20220315-2 补考, notice-20220316 通知

"#]]
    );
    assert_data_eq!(
        home.refused_twice(2, &["tick", "own/3.1", "--event", "exam-20220315"]),
        str![[r#"
错误：own/3.1 不是按事件办的事项
提示：去掉 --event 再试
error: own/3.1 is not done for events
hint: leave out --event

"#]]
    );
    home.ok(&["tick", "own/3.2", "--event", "exam-20220315-2"]);
    home.ok(&["tick", "own/3.2"]);
    home.ok(&["event", "close", "exam-20220315"]);
    assert_data_eq!(
        home.refused_twice(2, &["event", "close", "exam-20220315"]),
        str![[r#"
错误：事件 exam-20220315 已于 2022-03-16 结束
error: event exam-20220315 was closed on 2022-03-16

"#]]
    );
}

#[test]
fn without_a_school_every_command_says_how_to_begin() {
    let home = Home::empty();
    assert_data_eq!(
        home.refused_twice(2, &["status"]),
        str![[r#"
错误：还没有登记学校（没有 ~/home/school.yaml）
提示：先运行 `duban`，或 `duban init --name 学校名称 --kind primary --yes`
error: no school is set up (there is no ~/home/school.yaml)
hint: run `duban` first, or `duban init --name NAME --kind primary --yes`

"#]]
    );
    for args in [
        &["tick", "3.1"][..],
        &["log"],
        &["undo"],
        &["report"],
        &["event", "list"],
        &["backup", "x.db"],
    ] {
        assert!(home.refused(2, args).contains("duban init"), "{args:?}");
    }
    assert_data_eq!(
        home.refused_twice(2, &["verify"]),
        str![[r#"
错误：找不到台账文件 `~/home/record.db`
提示：首次使用请运行 `duban init`；台账放在别处时，用 `--home` 指定文件夹。
error: there is no record at `~/home/record.db`
hint: Run `duban init` to begin one, or name its folder with `--home`.

"#]]
    );
    assert!(!home.path().exists(), "nothing was made");
}
