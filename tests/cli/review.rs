//! The weekly review on the command line: the queue, decisions, confirmation, signature, unlocking.

use crate::small::{Small, keys};
use snapbox::assert_data_eq;
use snapbox::str;

const FRIDAY: &str = "2022-03-18";

/// A week with something in it: the morning checks done but once, the number below its target.
fn school() -> Small {
    let school = Small::new();
    for day in ["03-14", "03-15", "03-16", "03-18"] {
        school.ok(FRIDAY, &["tick", "1.2", "--on", day]);
    }
    school.ok(FRIDAY, &["measure", "1.4", "400", "--rate", "100"]);
    school
}

#[test]
fn the_queue_says_what_has_to_be_decided_and_what_is_known() {
    let school = school();
    assert_data_eq!(
        school.ok(FRIDAY, &["review"]),
        str![[r#"
青山小学  2022-W11 周检视  截至3月18日（周五）
待定 4，已定 0，跳过 0；无需决定 2 项（未确认）
可以签字：`duban review --week 2022-W11 --sign 姓名`

开学门槛未达标（1）
   1  small/1.1            校门登记齐全
                           老周 · 期限 3月18日（周五）

逾期（1）
   2  small/1.2            晨检记录齐全
                           陈静 · 3月17日（周四）

本周应办未办（2）
   3  small/1.3            消毒记录齐全
                           陈静 · 期限 3月18日（周五）
   4  small/1.4            检测人数
                           陈静 · 期限 3月18日（周五） · 400 / 1,000 · 还差 600，剩 1 个教学日，每天须完成 600 · 每天能做 100 · 照此 3月25日（周五）才达标，赶不上

决定：`duban decide 决定 事项…`，决定为 done、partly、not-done、postpone、not-applicable、keep 或 skip

"#]]
    );
    assert_data_eq!(
        school.ok_en(FRIDAY, &["review"]),
        str![[r#"
青山小学  review of 2022-W11  as of Fri 18 March
4 to decide, 0 decided, 0 skipped; 2 need no decision (not confirmed)
can be signed: `duban review --week 2022-W11 --sign NAME`

gate item not fulfilled (1)
   1  small/1.1            the gate log is complete
                           老周 · due Fri 18 March

overdue (1)
   2  small/1.2            the morning checks are complete
                           陈静 · Thu 17 March

required this week, not done (2)
   3  small/1.3            the disinfection log is complete
                           陈静 · due Fri 18 March
   4  small/1.4            people tested
                           陈静 · due Fri 18 March · 400 / 1,000 · 600 to go in 1 school day, 600 a day needed · 100 a day possible · reached on Fri 25 March only, too late

to decide: `duban decide DECISION ITEM…`, with done, partly, not-done, postpone, not-applicable, keep or skip

"#]]
    );
}

#[test]
fn the_queue_as_json() {
    let school = school();
    let queue = school.json(FRIDAY, &["review"]);
    assert_eq!(
        keys(&queue),
        [
            "as_of",
            "confirmed",
            "decided",
            "matters",
            "quiet",
            "sign_from",
            "skipped",
            "state",
            "undecided",
            "week"
        ]
    );
    assert_eq!(queue["state"], "ready");
    assert_eq!(queue["sign_from"], "2022-03-18");
    assert_eq!(
        queue["quiet"],
        serde_json::json!(["small/2.1", "small/2.2"])
    );
    let number = &queue["matters"][3];
    assert_eq!(
        keys(number),
        [
            "concern",
            "decisions",
            "due",
            "evidence_expected",
            "finding",
            "item",
            "number",
            "owner",
            "pace",
            "periods",
            "skipped",
            "text"
        ]
    );
    assert_eq!(number["item"], "small/1.4");
    assert_eq!(number["pace"]["needed"], 600);
    let decisions = queue["matters"][1]["decisions"].clone();
    let wanted = ["done", "partly", "not-done", "not-applicable", "skip"];
    assert_eq!(decisions, serde_json::json!(wanted));
}

#[test]
fn decisions_are_taken_by_the_names_of_items() {
    let school = school();
    assert_data_eq!(
        school.ok(FRIDAY, &["decide", "done", "1.1", "１．３", "--by", "王芳"]),
        str![[r#"
1.1 完成于 3月18日（周五）
1.3 完成于 3月18日（周五）
还有 2 项待定。

"#]]
    );
    assert_data_eq!(
        school.ok(FRIDAY, &["decide", "partly", "1.4", "--note", "差两个班"]),
        str![[r#"
1.4 2022-W11 周检视（本周应办未办）：部分办结：差两个班
还有 1 项待定。

"#]]
    );
    let order = [
        "decide",
        "not-done",
        "1.2",
        "--text",
        "周四没有晨检",
        "--cause",
        "校医请假",
        "--action",
        "安排代班",
        "--within",
        "3",
    ];
    assert_data_eq!(
        school.ok_en(FRIDAY, &order),
        str![[r#"
1.2 finding F15: 周四没有晨检 (陈静, due 2022-03-23)
everything is decided; for the rest: `duban review --confirm --week 2022-W11`

"#]]
    );
    let queue = school.json(FRIDAY, &["review"]);
    assert_eq!(
        (&queue["undecided"], &queue["decided"]),
        (&0.into(), &4.into())
    );
    // What was ordered in one stroke is undone in one.
    let before = school.home.facts();
    school.ok(FRIDAY, &["undo"]);
    assert_eq!(school.home.facts(), before + 1);
    let queue = school.json(FRIDAY, &["review"]);
    assert_eq!(queue["matters"][0]["item"], "small/1.2");
    let finding = school.json(FRIDAY, &["finding", "list"]);
    assert_eq!(finding["findings"], serde_json::json!([]));
}

#[test]
fn what_is_skipped_stays_at_the_end() {
    let school = school();
    assert_data_eq!(
        school.ok(FRIDAY, &["decide", "skip", "1.1"]),
        str![[r#"
1.1 2022-W11 周检视（开学门槛未达标）：跳过
还有 3 项待定。

"#]]
    );
    let queue = school.ok(FRIDAY, &["review"]);
    let (_, skipped) = queue.split_once("已跳过").expect("a group of its own");
    assert!(skipped.contains("small/1.1"), "{skipped}");
    school.ok(
        FRIDAY,
        &[
            "decide",
            "postpone",
            "1.3",
            "--to",
            "+3",
            "--reason",
            "等药水",
        ],
    );
    school.ok(
        FRIDAY,
        &["decide", "not-applicable", "1.1", "--reason", "校门封闭"],
    );
    let queue = school.json(FRIDAY, &["review"]);
    assert_eq!(
        (&queue["undecided"], &queue["skipped"]),
        (&2.into(), &0.into())
    );
}

#[test]
fn a_decision_that_makes_no_sense_is_refused_with_those_that_do() {
    let school = school();
    assert_data_eq!(
        school.refused(FRIDAY, &["decide", "keep", "1.1", "1.2"]),
        str![[r#"
错误：small/1.1（开学门槛未达标）不能这样决定
提示：可以决定：已办、部分办结、未办、延期、不适用、跳过
错误：small/1.2（逾期）不能这样决定
提示：可以决定：已办、部分办结、未办、不适用、跳过
error: small/1.1 (gate item not fulfilled) cannot be decided so
hint: possible: done, partly done, not done, postponed, not applicable, skipped
error: small/1.2 (overdue) cannot be decided so
hint: possible: done, partly done, not done, not applicable, skipped

"#]]
    );
    assert_data_eq!(
        school.refused(
            FRIDAY,
            &["decide", "postpone", "1.2", "--to", "4-1", "--reason", "x"]
        ),
        str![[r#"
错误：small/1.2（逾期）不能这样决定
提示：可以决定：已办、部分办结、未办、不适用、跳过
error: small/1.2 (overdue) cannot be decided so
hint: possible: done, partly done, not done, not applicable, skipped

"#]]
    );
    assert_data_eq!(
        school.refused(
            FRIDAY,
            &["decide", "postpone", "1.3", "--to", "3-11", "--reason", "x"]
        ),
        str![[r#"
错误：2022-03-11 已经过去（今天是 2022-03-18）
提示：期限只能是今天或以后
error: 2022-03-11 is past (today is 2022-03-18)
hint: name today or a later day

"#]]
    );
    assert_data_eq!(
        school.refused(FRIDAY, &["decide", "done", "1.1", "--on", "2022-03-21"]),
        str![[r#"
错误：2022-03-21 还没有到（今天是 2022-03-18）
提示：日期只能是今天或以前
error: 2022-03-21 has not come yet (today is 2022-03-18)
hint: name today or an earlier day

"#]]
    );
    assert_data_eq!(
        school.refused(FRIDAY, &["decide", "partly", "1.1", "--note", " "]),
        str![[r#"
错误：备注不能为空
error: the note must not be empty

"#]]
    );
}

#[test]
fn what_the_queue_does_not_ask_about_is_refused() {
    let school = school();
    assert_data_eq!(
        school.refused(FRIDAY, &["decide", "done", "1.1", "2.1"]),
        str![[r#"
错误：2022-W11 的周检视没有待定的“2.1”
提示：用 `duban review --week 2022-W11` 看待定事项；刚定错的，先 `duban undo`
error: the review of 2022-W11 has nothing to decide about `2.1`
hint: `duban review --week 2022-W11` lists what it has; `duban undo` takes back what was just decided

"#]]
    );
    assert_data_eq!(
        school.refused(FRIDAY, &["decide", "done", "9.9"]),
        str![[r#"
错误：没有事项“9.9”
提示：用 `duban status --all` 查看全部事项编号
error: there is no item `9.9`
hint: `duban status --all` lists every item

"#]]
    );
    assert_data_eq!(
        school.refused(FRIDAY, &["decide", "done", "f99"]),
        str![[r#"
错误：没有问题“F99”
提示：现在没有未销号的问题
error: there is no finding `F99`
hint: no finding is open

"#]]
    );
    assert_data_eq!(
        school.refused(FRIDAY, &["decide", "done", "1.1", "--week", "2022-W12"]),
        str![[r#"
错误：2022-W12 还没有开始
提示：本周是 2022-W11
error: 2022-W12 has not begun
hint: this week is 2022-W11

"#]]
    );
    assert_data_eq!(
        school.refused(FRIDAY, &["decide", "1.1"]),
        str![[r#"
错误：没有命令“1.1”
提示：用 `duban decide --help` 查看用法
error: there is no command `1.1`
hint: `duban decide --help` shows the usage

"#]]
    );
    assert_data_eq!(
        school.refused(FRIDAY, &["decide", "postpone", "1.1"]),
        str![[r#"
错误：缺少“--to 日期、--reason 文字”
提示：用 `duban decide postpone --help` 查看用法
error: `--to DATE, --reason TEXT` is missing
hint: `duban decide postpone --help` shows the usage

"#]]
    );
}

#[test]
fn a_finding_is_decided_by_its_id_or_by_its_item() {
    let school = school();
    let raise = |text: &str| {
        let order = ["finding", "raise", "1.3", text, "--within", "1"];
        let raised = school.json(FRIDAY, &order);
        raised["finding"].as_str().expect("an id").to_owned()
    };
    let (first, second) = (raise("记录缺页"), raise("没有签名"));
    let day = "2022-03-23";
    // The occurrence of the week is asked about as well, and is what the item's name means.
    let said = school.ok(day, &["decide", "done", "1.3"]);
    assert!(said.contains("1.3 完成于"), "{said}");
    let said = school.refused(day, &["decide", "done", "1.3"]);
    assert!(said.contains(&first) && said.contains(&second), "{said}");
    let said = school.ok(day, &["decide", "done", &first.to_lowercase()]);
    assert!(said.contains("已由陈静整改"), "{said}");
    let said = school.refused(day, &["decide", "done", &first]);
    assert!(said.contains("没有待定"), "{said}");
}

/// A week in which everything is decided and confirmed.
fn decided() -> Small {
    let school = school();
    school.ok(FRIDAY, &["decide", "done", "1.1", "1.3"]);
    school.ok(FRIDAY, &["decide", "not-done", "1.2"]);
    school.ok(
        FRIDAY,
        &["decide", "not-applicable", "1.4", "--reason", "不用检测"],
    );
    assert_data_eq!(
        school.ok(FRIDAY, &["review", "--confirm"]),
        str![[r#"
2022-W11 其余 2 项确认无误

"#]]
    );
    school
}

#[test]
fn a_week_is_summed_up() {
    let school = decided();
    assert_data_eq!(
        school.ok(FRIDAY, &["review", "--summary"]),
        str![[r#"
青山小学  2022-W11 小结  截至3月18日（周五）
待定 0，跳过 0；其余已确认

                    本周        上周
  应办                 7           -
  已办                 6           -
  其中迟办             0           -
  其中补录             6           -
  逾期                 1           -
  不适用               1           -
  完成率           85.7%           -
  延期                 0           -
  新发现问题           1           -
  销号                 0           -
  未销号               1           -

变动（2）
  small/1.4 不适用：不用检测（王芳）
  small/1.2 登记问题 F14：未办

近 12 周完成率（%）
           W11
  全部      86
  small/1   86  日常
  small/2    -  复学

"#]]
    );
    assert_data_eq!(
        school.ok_en("2022-03-20", &["review", "--summary", "--week", "2022-W11"]),
        str![[r#"
青山小学  summary of 2022-W11  as of Sun 20 March
0 to decide, 0 skipped; the rest confirmed

                         this week   last week
  required                       7           -
  done                           6           -
  of them late                   0           -
  of them entered late           6           -
  overdue                        1           -
  waived                         1           -
  per cent done              85.7%           -
  postponed                      0           -
  findings opened                1           -
  findings closed                0           -
  findings still open            1           -

changes (2)
  small/1.4 waived: 不用检测 (王芳)
  small/1.2 finding F14: 未办

the last 12 weeks, per cent done
           W11
  all       86
  small/1   86  Daily work
  small/2    -  Reopening

"#]]
    );
}

#[test]
fn a_signed_week_is_locked_until_it_is_unlocked_with_a_reason() {
    let school = decided();
    assert_data_eq!(
        school.ok(FRIDAY, &["review", "--sign", "王芳"]),
        str![[r#"
2022-W11 已签字，含第 1 至 18 条记录
已锁定。生成报告：`duban report --week 2022-W11 -o 2022-W11.yaml`

"#]]
    );
    assert_data_eq!(
        school.refused("2022-03-21", &["tick", "1.2", "--on", "3-17"]),
        str![[r#"
错误：2022-W11 已由王芳于 2022-03-18 签字锁定
提示：要改动，先写明理由解锁：duban review --unlock --week 2022-W11 --reason 理由
error: 2022-W11 was signed by 王芳 on 2022-03-18 and is locked
hint: to change it, unlock it: duban review --unlock --week 2022-W11 --reason TEXT

"#]]
    );
    assert_data_eq!(
        school.refused(FRIDAY, &["review", "--sign", "王芳"]),
        str![[r#"
错误：2022-W11 已由王芳于 2022-03-18 签字锁定
提示：要改动，先写明理由解锁：duban review --unlock --week 2022-W11 --reason 理由
error: 2022-W11 was signed by 王芳 on 2022-03-18 and is locked
hint: to change it, unlock it: duban review --unlock --week 2022-W11 --reason TEXT

"#]]
    );
    let state = |state: &str| {
        let queue = school.json("2022-03-21", &["review", "--week", "2022-W11"]);
        assert_eq!(queue["state"], state);
    };
    state("signed");
    let order = [
        "review", "--unlock", "--week", "2022-W11", "--reason", "漏填", "--by", "王芳",
    ];
    assert_data_eq!(
        school.ok("2022-03-21", &order),
        str![[r#"
2022-W11 已解锁：漏填

"#]]
    );
    state("unlocked");
    assert_data_eq!(
        school.refused("2022-03-21", &order),
        str![[r#"
错误：2022-W11 没有锁定，不用解锁
error: 2022-W11 is not locked

"#]]
    );
}

#[test]
fn the_summary_as_json() {
    let school = school();
    school.ok(FRIDAY, &["waive", "1.3", "--reason", "停用"]);
    let page = school.json(FRIDAY, &["review", "--summary"]);
    assert_eq!(
        keys(&page),
        [
            "as_of",
            "changes",
            "confirmed",
            "last_week",
            "skipped",
            "this_week",
            "trend",
            "undecided",
            "week"
        ]
    );
    assert_eq!(page["last_week"], serde_json::Value::Null);
    assert_eq!(page["changes"][0]["kind"], "waived");
    assert_eq!(page["changes"][0]["item"], "small/1.3");
    assert_eq!(page["trend"]["weeks"], serde_json::json!(["2022-W11"]));
}

#[test]
fn a_week_that_runs_or_has_something_to_report_is_not_signed_so() {
    let school = school();
    assert_data_eq!(
        school.refused("2022-03-16", &["review", "--sign", "王芳"]),
        str![[r#"
错误：2022-W11 还没有上完课，不能签字
提示：3月18日（周五）起可以签字
error: 2022-W11 is still running and cannot be signed
hint: it can be signed from Fri 18 March on

"#]]
    );
    assert_data_eq!(
        school.refused(FRIDAY, &["review", "--sign", "王芳", "--nothing-to-report"]),
        str![[r#"
错误：2022-W11 不能零报告：有 1 次应办逾期、还有 4 项没有定
提示：请照实签字，不用零报告
error: 2022-W11 has something to report: 1 overdue, 4 still to decide
hint: sign without that statement

"#]]
    );
    assert_data_eq!(
        school.refused(FRIDAY, &["review", "--week", "2022-W12"]),
        str![[r#"
错误：2022-W12 还没有开始
提示：本周是 2022-W11
error: 2022-W12 has not begun
hint: this week is 2022-W11

"#]]
    );
    assert_data_eq!(
        school.refused(FRIDAY, &["review", "--sign", " "]),
        str![[r#"
错误：姓名不能为空
error: the name must not be empty

"#]]
    );
    for wrong in [
        &["--nothing-to-report"][..],
        &["--unlock"],
        &["--reason", "x"],
        &["--sign", "王芳", "--confirm"],
        &["--sign", "王芳", "--by", "王芳"],
        &["--unlock", "--reason", ""],
        &["--week", "eleven"],
    ] {
        school.refused(FRIDAY, &[&["review"], wrong].concat());
    }
}

#[test]
fn nothing_to_report_is_stated_with_a_signature() {
    let school = Small::new();
    for day in ["03-14", "03-15", "03-16", "03-17", "03-18"] {
        school.ok(FRIDAY, &["tick", "1.2", "--on", day]);
    }
    school.ok(FRIDAY, &["tick", "1.1", "1.3", "1.4"]);
    let order = ["review", "--sign", "王芳", "--nothing-to-report"];
    assert_data_eq!(
        school.ok(FRIDAY, &order),
        str![[r#"
2022-W11 零报告
2022-W11 已签字，含第 1 至 12 条记录
已锁定。生成报告：`duban report --week 2022-W11 -o 2022-W11.yaml`

"#]]
    );
}
