//! Findings, inspections and samples on the command line.

use crate::small::{Small, keys};
use snapbox::assert_data_eq;
use snapbox::str;

const DAY: &str = "2022-03-16";

fn raised(school: &Small, item: &str, text: &str) -> String {
    let answer = school.json(DAY, &["finding", "raise", item, text]);
    assert_eq!(keys(&answer), ["finding"]);
    answer["finding"].as_str().expect("an id").to_owned()
}

#[test]
fn a_finding_goes_from_raised_to_closed() {
    let school = Small::new();
    let order = [
        "finding",
        "raise",
        "1.1",
        "登记缺两天",
        "--cause",
        "换班",
        "--action",
        "补登记",
        "--owner",
        "老周",
        "--within",
        "3",
    ];
    assert_data_eq!(
        school.ok(DAY, &order),
        str![[r#"
1.1 问题 F5：登记缺两天（老周，限 2022-03-21）

"#]]
    );
    assert_data_eq!(
        school.ok(DAY, &["finding", "list"]),
        str![[r#"
未销号（1）
  F5     small/1.1            登记缺两天 · 待整改 · 老周 · 期限 3月21日（周一），还有 3 个教学日

"#]]
    );
    let order = [
        "finding",
        "update",
        "f5",
        "--due",
        "3-25",
        "--note",
        "等登记本",
    ];
    assert_data_eq!(
        school.ok(DAY, &order),
        str![[r#"
1.1 问题 F5 期限改为 2022-03-25：等登记本

"#]]
    );
    assert_data_eq!(
        school.ok_en(DAY, &["finding", "fix", "Ｆ５", "--by", "老周"]),
        str![[r#"
1.1 finding F5 fixed by 老周 on Wed 16 March

"#]]
    );
    assert_data_eq!(
        school.ok(DAY, &["finding", "verify", "5", "--by", "王芳"]),
        str![[r#"
1.1 问题 F5 已核实

"#]]
    );
    assert_data_eq!(
        school.ok(DAY, &["finding", "close", "F5"]),
        str![[r#"
1.1 问题 F5 已销号

"#]]
    );
    assert_data_eq!(
        school.ok(DAY, &["finding", "list"]),
        str![[r#"
没有未销号的问题

"#]]
    );
    assert_data_eq!(
        school.ok(DAY, &["finding", "list", "--all"]),
        str![[r#"
没有未销号的问题

已销号（1）
  F5     small/1.1            登记缺两天 · 老周 · 3月16日（周三）销号，王芳核实

"#]]
    );
    assert_data_eq!(
        school.ok_en(DAY, &["finding", "reopen", "F5", "--reason", "又缺了"]),
        str![[r#"
1.1 finding F5 reopened: 又缺了

"#]]
    );
    assert_data_eq!(
        school.ok_en("2022-03-29", &["finding", "list"]),
        str![[r#"
open (1)
  F5     small/1.1            登记缺两天 · open · 老周 · due Fri 25 March, 2 school days over

"#]]
    );
}

#[test]
fn findings_as_json_come_by_limit() {
    let school = Small::new();
    let late = raised(&school, "1.1", "甲");
    let order = ["finding", "raise", "1.2", "乙", "--within", "1"];
    let soon = school.json(DAY, &order)["finding"].clone();
    let list = school.json("2022-03-21", &["finding", "list"]);
    assert_eq!(keys(&list), ["disagreements", "findings"]);
    let ids = [&list["findings"][0]["id"], &list["findings"][1]["id"]];
    assert_eq!(ids, [&soon, &serde_json::json!(late)]);
    let days = [0, 1].map(|n| list["findings"][n]["days_left"].as_i64());
    assert_eq!(days, [Some(-2), Some(2)]);
    assert_eq!(
        keys(&list["findings"][0]),
        [
            "action",
            "cause",
            "closed",
            "days_left",
            "due",
            "first_due",
            "fixed",
            "id",
            "item",
            "notes",
            "owner",
            "period",
            "raised",
            "reopened",
            "source",
            "state",
            "text",
            "verified"
        ]
    );
}

#[test]
fn an_item_with_a_finding_past_its_limit_is_overdue() {
    let school = Small::new();
    let day = "2022-03-14";
    school.ok(day, &["tick", "1.1", "1.2", "1.3"]);
    school.ok(day, &["measure", "1.4", "1000"]);
    school.ok(
        day,
        &["finding", "raise", "1.1", "登记缺页", "--within", "0"],
    );
    assert_eq!(school.run(day, &["status", "--check"]).code, 0);
    school.ok("2022-03-15", &["tick", "1.2"]);
    assert_eq!(school.run("2022-03-15", &["status", "--check"]).code, 1);
    let list = school.ok("2022-03-15", &["status", "--overdue"]);
    assert!(list.contains("small/1.1"), "{list}");
}

#[test]
fn what_breaks_the_order_of_a_finding_is_refused() {
    let school = Small::new();
    let id = raised(&school, "1.1", "登记缺页");
    let id = id.as_str();
    assert_data_eq!(
        school.refused(DAY, &["finding", "close", id]),
        str![[r#"
错误：问题 F5 现在是“待整改”
提示：先整改，再核实、销号
error: finding F5 is open
hint: first it has to be fixed

"#]]
    );
    assert_data_eq!(
        school.refused(DAY, &["finding", "fix", id, "--on", "3-15"]),
        str![[r#"
错误：问题 F5 是 2022-03-16 才发现的
提示：整改日期不能更早
error: finding F5 was found on 2022-03-16
hint: it cannot have been fixed before

"#]]
    );
    school.ok(DAY, &["finding", "fix", id, "--by", "老周"]);
    assert_data_eq!(
        school.refused(DAY, &["finding", "verify", id, "--by", " 老周"]),
        str![[r#"
错误：问题 F5 由老周整改，不能由本人核实
提示：请由另一人核实
error: finding F5 was fixed by 老周, who cannot verify it
hint: somebody else has to look: name them

"#]]
    );
    assert_data_eq!(
        school.refused(DAY, &["finding", "fix", "F99"]),
        str![[r#"
错误：没有问题“F99”
提示：未销号的问题：F5
error: there is no finding `F99`
hint: open: F5

"#]]
    );
    assert_data_eq!(
        school.refused(DAY, &["finding", "fix", "登记缺页"]),
        str![[r#"
错误：没有问题“登记缺页”
提示：未销号的问题：F5
error: there is no finding `登记缺页`
hint: open: F5

"#]]
    );
    assert_data_eq!(
        school.refused(DAY, &["finding", "update", id]),
        str![[r#"
错误：没有要补充的内容
提示：请写原因、措施、责任人、新期限或说明
error: there is nothing to update
hint: give a cause, an action, an owner, a new limit or a note

"#]]
    );
    assert_data_eq!(
        school.refused(DAY, &["finding", "update", id, "--due", "4-1"]),
        str![[r#"
错误：缺少“--note 文字”
提示：用 `duban finding update --help` 查看用法
error: `--note TEXT` is missing
hint: `duban finding update --help` shows the usage

"#]]
    );
    assert_data_eq!(
        school.refused(DAY, &["finding", "raise", "1.1", "x", "--within", "999"]),
        str![[r#"
错误：整改时限 999 个教学日不行
提示：请写 0 到 120 之间的教学日数
error: a limit of 999 school days is not possible
hint: give a number of school days from 0 to 120

"#]]
    );
    assert_data_eq!(
        school.refused(DAY, &["finding", "raise", "1.1", "x", "--within", "三"]),
        str![[r#"
错误：“三”不是整数
提示：例如 3891
error: `三` is not a whole number
hint: write it as 3891

"#]]
    );
    for wrong in [
        &["raise", "1.1", " "][..],
        &["raise", "9.9", "x"],
        &["raise", "1.1", "x", "--inspection"],
        &["raise", "1.1", "x", "--on", "2022-03-17"],
        &["verify", id],
        &["verify", id, "--by", ""],
        &["reopen", id],
        &["reopen", id, "--reason", ""],
        &["dance", id],
        &["update", id, "--due", "3-15", "--note", "x"],
    ] {
        school.refused(DAY, &[&["finding"], wrong].concat());
    }
}

#[test]
fn odd_texts_and_names_are_kept_and_harmless() {
    let school = Small::new();
    let order = ["finding", "raise", "1.1", "--", "-\u{1b}[2J缺\n页"];
    let said = school.ok(DAY, &order);
    assert!(!said.contains('\u{1b}'), "{said:?}");
    let list = school.json(DAY, &["finding", "list"]);
    assert_eq!(list["findings"][0]["text"], "-\u{1b}[2J缺\n页");
    let order = [
        "inspect",
        "1.1",
        "fail",
        "--by",
        "O'Neill; DROP",
        "--note",
        "“引号”",
    ];
    school.ok(DAY, &order);
    let order = ["status", "--disagreements"];
    assert_eq!(school.json(DAY, &order), serde_json::json!([]));
}

#[test]
fn an_inspectors_verdict_stands_beside_the_schools() {
    let school = Small::new();
    school.ok(DAY, &["tick", "1.1", "1.2"]);
    let order = [
        "inspect",
        "1.1",
        "fail",
        "--by",
        "郑督学",
        "--note",
        "周二缺页",
    ];
    assert_data_eq!(
        school.ok(DAY, &order),
        str![[r#"
1.1 督查：不合格：周二缺页

"#]]
    );
    school.ok(DAY, &["inspect", "1.2", "合格", "--by", "郑督学"]);
    school.ok(
        DAY,
        &["inspect", "1.3", "partly", "--by", "郑督学", "--on", "周二"],
    );
    assert_data_eq!(
        school.ok(DAY, &["status", "--disagreements"]),
        str![[r#"
自查与督查不一致（2）
  small/1.1            校门登记齐全 · 自查：已办 · 督查：不合格，郑督学，3月16日（周三） · 周二缺页
  small/1.3            消毒记录齐全 · 自查：未办 · 督查：部分合格，郑督学，3月15日（周二）

"#]]
    );
    assert_data_eq!(
        school.ok_en(DAY, &["finding", "list"]),
        str![[r#"
no open findings

self-check and inspection differ (2)
  small/1.1            the gate log is complete · self-check: done · inspection: fail, 郑督学, Wed 16 March · 周二缺页
  small/1.3            the disinfection log is complete · self-check: not done · inspection: partial, 郑督学, Tue 15 March

"#]]
    );
    let list = school.json(DAY, &["status", "--disagreements"]);
    assert_eq!(
        keys(&list[0]),
        [
            "by",
            "inspection",
            "item",
            "note",
            "on",
            "own",
            "owner",
            "period",
            "text"
        ]
    );
    assert_eq!(
        (&list[0]["own"], &list[0]["inspection"]),
        (&"done".into(), &"fail".into())
    );
    let status = school.json(DAY, &["status", "--all"]);
    assert_eq!(status["items"][0]["status"], "done");
}

#[test]
fn a_verdict_needs_an_inspector_and_is_one_of_three() {
    let school = Small::new();
    assert_data_eq!(
        school.refused(DAY, &["inspect", "1.1", "fail"]),
        str![[r#"
错误：缺少“--by 姓名”
提示：用 `duban inspect --help` 查看用法
error: `--by NAME` is missing
hint: `duban inspect --help` shows the usage

"#]]
    );
    assert_data_eq!(
        school.refused(DAY, &["inspect", "1.1", "bad", "--by", "郑"]),
        str![[r#"
错误：“bad”不能用作“结论”
提示：可以写 pass、partial、fail
error: `bad` cannot be used as `VERDICT`
hint: use one of pass, partial, fail

"#]]
    );
    school.refused(DAY, &["inspect", "1.1", "fail", "--by", " "]);
    school.refused(
        DAY,
        &["inspect", "1.1", "fail", "--by", "郑", "--on", "明天"],
    );
}

#[test]
fn a_sample_can_be_drawn_again() {
    let school = Small::new();
    assert_data_eq!(
        school.ok(DAY, &["sample", "--items", "2", "--seed", "7"]),
        str![[r#"
抽查 2 项，种子 7，日期 2022-03-16
  small/1.2            晨检记录齐全 · 权重 1
  small/1.4            检测人数 · 权重 1

重抽：`duban sample --items 2 --seed 7 --today 2022-03-16`

"#]]
    );
    let drawn = school.json(DAY, &["sample", "--items", "３"]);
    assert_eq!(keys(&drawn), ["day", "items", "seed"]);
    assert_eq!(
        keys(&drawn["items"][0]),
        ["item", "owner", "text", "weight"]
    );
    let seed = drawn["seed"].to_string();
    let again = school.json(DAY, &["sample", "--items", "3", "--seed", &seed]);
    assert_eq!(again, drawn);
    let before = school.home.facts();
    let all = school.json(DAY, &["sample", "--items", "99"]);
    assert_eq!(all["items"].as_array().map(Vec::len), Some(6));
    assert_eq!(school.home.facts(), before);
    assert_data_eq!(
        school.refused(DAY, &["sample", "--items", "0"]),
        str![[r#"
错误：至少要抽 1 项
提示：例如 `duban sample --items 5`
error: a sample has one item at least
hint: as in `duban sample --items 5`

"#]]
    );
    assert_data_eq!(
        school.refused(DAY, &["sample", "--items", "2", "--seed", "-1"]),
        str![[r#"
错误：不认识的选项或参数“-1”
提示：用 `duban sample --help` 查看用法
error: unknown option or argument `-1`
hint: `duban sample --help` shows the usage

"#]]
    );
    assert_data_eq!(
        school.refused(DAY, &["sample"]),
        str![[r#"
错误：缺少“--items 数”
提示：用 `duban sample --help` 查看用法
error: `--items N` is missing
hint: `duban sample --help` shows the usage

"#]]
    );
}
