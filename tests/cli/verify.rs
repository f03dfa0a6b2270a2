//! A report of a signed week against the record: both its head and the one it carries on from.

use crate::home::Home;
use duban::clock::Clock;
use duban::workspace::{Command, Workspace};
use snapbox::assert_data_eq;
use snapbox::str;

/// A home whose last two weeks are signed, with the report of the later one beside it.
fn signed() -> Home {
    let home = Home::set_up();
    home.ok(&["tick", "3.1"]);
    sign(&home, "2022-W11", "2022-03-18T16:00:00+08:00");
    home.ok(&["tick", "3.2", "--today", "2022-03-21"]);
    sign(&home, "2022-W12", "2022-03-25T16:00:00+08:00");
    let week = ["--week", "2022-W12", "--today", "2022-03-25"];
    home.ok(&[&["report", "-o", "report.yaml"], &week[..]].concat());
    home
}

fn sign(home: &Home, week: &str, now: &str) {
    let clock = Clock::Fixed(now.parse().expect("a moment"));
    let at = duban::workspace::Home::at(&home.path());
    let mut workspace = Workspace::open(at, clock, None).expect("a workspace");
    let order = Command::SignWeek {
        week: week.parse().expect("a week"),
        nothing_to_report: false,
    };
    workspace.execute(&order, "林芳").expect("signed");
}

/// The report with one line replaced, written beside it.
fn altered(home: &Home, name: &str, alter: impl Fn(&str) -> String) {
    let report = std::fs::read_to_string(home.beside("report.yaml")).expect("a report");
    let other = alter(&report);
    assert_ne!(other, report);
    std::fs::write(home.beside(name), other).expect("written");
}

/// The text with the hash that follows `key` after `from` zeroed.
fn without_hash(report: &str, from: &str, key: &str) -> String {
    let (before, after) = report.split_once(from).expect("the part");
    let (middle, rest) = after.split_once(key).expect("a hash");
    let rest: String = rest.chars().skip(64).collect();
    [before, from, middle, key, &"0".repeat(64), &rest].concat()
}

#[test]
fn a_report_of_a_signed_week_carries_on_from_the_one_before() {
    let home = signed();
    home.ok(&["tick", "3.1", "--on", "2022-03-28", "--today", "2022-03-28"]);
    assert_data_eq!(
        home.ok(&["verify", "report.yaml"]),
        str![[r#"
台账完好：7 条记录，根哈希 sha256:[hash]
report.yaml 符合格式，合计与 117 个事项相符
report.yaml 与台账一致：前 5 条记录未被改动
与上一份签字报告（2022-W11，3 条记录）相接：其后只增未改

"#]]
    );
    assert_data_eq!(
        home.ok_en(&["verify", "report.yaml"]),
        str![[r#"
the record is sound: 7 facts, head sha256:[hash]
report.yaml is well formed, and its totals are those of its 117 items
report.yaml agrees: the first 5 facts are as they were
it carries on from the signed report of 2022-W11 (3 facts): nothing before was changed

"#]]
    );
}

#[test]
fn a_wrong_head_of_the_week_before_is_said() {
    let home = signed();
    altered(&home, "head.yaml", |report| {
        without_hash(report, "previous:", "head: sha256:")
    });
    assert_data_eq!(
        home.refused_twice(1, &["verify", "head.yaml"]),
        str![[r#"
错误：head.yaml 里 2022-W11 的根哈希与台账不一致：前 3 条记录有改动
error: the head of 2022-W11 in head.yaml is not the record's: the first 3 facts differ

"#]]
    );
    altered(&home, "count.yaml", |report| {
        report.replace("    facts: 3\n", "    facts: 9999\n")
    });
    let said = home.refused(1, &["verify", "count.yaml"]);
    assert!(said.contains("前 9999 条记录有改动"), "{said}");
}

#[test]
fn a_proof_that_does_not_hold_is_said() {
    let home = signed();
    altered(&home, "proof.yaml", |report| {
        without_hash(report, "proof:", "- sha256:")
    });
    assert_data_eq!(
        home.refused_twice(1, &["verify", "proof.yaml"]),
        str![[r#"
错误：proof.yaml 里的证明不成立：不能说明台账自 2022-W11 起只增未改
error: the proof in proof.yaml does not show that the record has only grown since 2022-W11

"#]]
    );
    altered(&home, "no-hash.yaml", |report| {
        let (before, after) = report.split_once("proof:").expect("a proof");
        [before, "proof:", &after.replacen("sha256:", "sha1:", 1)].concat()
    });
    let said = home.refused(1, &["verify", "no-hash.yaml"]);
    assert!(said.contains("只增未改"), "{said}");
}

#[test]
fn a_report_is_verified_by_itself_where_there_is_no_record() {
    let home = signed();
    let elsewhere = Home::empty();
    std::fs::copy(home.beside("report.yaml"), elsewhere.beside("report.yaml")).expect("copied");
    assert_data_eq!(
        elsewhere.ok(&["verify", "report.yaml"]),
        str![[r#"
report.yaml 符合格式，合计与 117 个事项相符
这里没有台账可核对：只核对了报告自身
与上一份签字报告（2022-W11，3 条记录）相接：其后只增未改

"#]]
    );
    assert_data_eq!(
        elsewhere.ok_en(&["verify", "report.yaml"]),
        str![[r#"
report.yaml is well formed, and its totals are those of its 117 items
there is no record here: the report was held against itself alone
it carries on from the signed report of 2022-W11 (3 facts): nothing before was changed

"#]]
    );
}

#[test]
fn a_report_whose_totals_are_not_those_of_its_items_is_told_everything_at_once() {
    let home = signed();
    altered(&home, "totals.yaml", |report| {
        let (before, after) = report.split_once("totals:").expect("totals");
        let after = after.replacen("done: ", "done: 1", 1);
        [
            before,
            "totals:",
            &after.replacen("waived: ", "waived: 2", 1),
        ]
        .concat()
    });
    assert_data_eq!(
        home.refused_twice(1, &["verify", "totals.yaml"]),
        str![[r#"
错误：totals.yaml 自相矛盾，整份报告：已办写的是 11，应为 1
错误：totals.yaml 自相矛盾，整份报告：不适用写的是 20，应为 0
错误：totals.yaml 自相矛盾，整份报告：百分比写的是 0.7%，应为 8.2%
错误：totals.yaml 自相矛盾，本周数字：已办写的是 1，应为 11
错误：totals.yaml 自相矛盾，本周数字：不适用写的是 0，应为 20
error: totals.yaml contradicts itself, the report: done is 11 and should be 1
error: totals.yaml contradicts itself, the report: waived is 20 and should be 0
error: totals.yaml contradicts itself, the report: the rate is 0.7% and should be 8.2%
error: totals.yaml contradicts itself, the summary of the week: done is 1 and should be 11
error: totals.yaml contradicts itself, the summary of the week: waived is 0 and should be 20

"#]]
    );
    altered(&home, "key.yaml", |report| {
        report.replace("as_of:", "as_off:")
    });
    assert_data_eq!(
        home.refused_twice(2, &["verify", "key.yaml"]),
        str![[r#"
key.yaml:12:1: 不认识的键“as_off”
  12 | as_off: "2022-03-25"
     | ^
     = 文件若由较新的 duban 生成，先更新程序；若是手工加的，删去
key.yaml:12:1: unknown key `as_off`
  12 | as_off: "2022-03-25"
     | ^
     = if a later duban wrote the file, update the program; if a hand did, take the key out

"#]]
    );
}

#[test]
fn the_json_twin_is_verified_too() {
    let home = signed();
    let week = ["--week", "2022-W12", "--today", "2022-03-25"];
    home.ok(&[&["report", "-o", "report.json"], &week[..]].concat());
    let yaml = home.ok(&["verify", "report.yaml"]);
    let json = home.ok(&["verify", "report.json"]);
    assert_eq!(json.replace("report.json", "report.yaml"), yaml);
}
