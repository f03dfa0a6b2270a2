//! Each command once: what it says in both languages, and its JSON.

use crate::home::{Home, Said};
use serde_json::Value;
use snapbox::assert_data_eq;
use snapbox::str;

/// The keys of an object, sorted.
fn keys(value: &Value) -> Vec<&str> {
    value
        .as_object()
        .expect("an object")
        .keys()
        .map(String::as_str)
        .collect()
}

#[test]
fn init_asks_for_what_it_cannot_guess() {
    let home = Home::empty();
    assert_data_eq!(
        home.refused_twice(2, &["init", "--kind", "primary"]),
        str![[r#"
错误：缺少 --name
提示：例如 `duban init --name 青山小学 --kind primary --yes`
error: --name is missing
hint: as in `duban init --name "Green Hill School" --kind primary --yes`

"#]]
    );
    assert_data_eq!(
        home.refused_twice(2, &["init", "--name", "青山小学"]),
        str![[r#"
错误：缺少 --kind
提示：例如 `duban init --name 青山小学 --kind primary --yes`
error: --kind is missing
hint: as in `duban init --name "Green Hill School" --kind primary --yes`

"#]]
    );
    assert_data_eq!(
        home.refused_twice(2, &["init", "--name", "！！", "--kind", "primary"]),
        str![[r#"
错误：从校名“！！”得不出学校编号
提示：用 --id 写一个，如 --id qingshan
error: no id can be made from the name `！！`
hint: give one with --id, as in --id green-hill

"#]]
    );
    assert_data_eq!(
        home.refused_twice(2, &["init", "--name", "a\tb", "--kind", "primary"]),
        str![[r#"
错误：学校名称不能为空，也不能含控制字符
error: the school's name must not be empty or hold control characters

"#]]
    );
    assert_data_eq!(
        home.refused_twice(
            2,
            &["init", "--name", "x", "--kind", "primary", "--id", "a b"]
        ),
        str![[r#"
错误：“a b”不能作编号
提示：只用字母、数字和 . - _，最多 64 个字
error: `a b` cannot be an id
hint: use letters, digits and . - _, at most 64

"#]]
    );
    assert_data_eq!(
        home.refused_twice(
            2,
            &[
                "init",
                "--name",
                "x",
                "--kind",
                "primary",
                "--checklist",
                "none"
            ]
        ),
        str![[r#"
错误：没有清单“none”
提示：现有清单 taijiang-2022、fengze-2020
error: there is no checklist `none`
hint: there are taijiang-2022, fengze-2020

"#]]
    );
    assert!(!home.path().exists(), "nothing was made");
}

#[test]
fn init_writes_what_was_said_and_not_twice() {
    let home = Home::empty();
    home.ok(&[
        "init",
        "--name",
        "福清三中",
        "--kind",
        "中学",
        "--checklist",
        "fengze-2020",
        "--since",
        "2022-03-01",
        "--yes",
    ]);
    let profile = std::fs::read_to_string(home.file("school.yaml")).expect("a profile");
    let said: Vec<&str> = profile
        .lines()
        .filter(|line| !line.starts_with('#'))
        .collect();
    assert_data_eq!(
        said.join("\n"),
        str![[r#"
id: fuqingsanzhong
name: 福清三中
kind: secondary
language: zh
checklists:
- id: fengze-2020
  since: "2022-03-01"
"#]]
    );
    assert_data_eq!(
        home.refused_twice(2, &["init", "--name", "x", "--kind", "primary"]),
        str![[r#"
错误：这里已经登记了学校：~/home/school.yaml
提示：要修改，直接编辑这个文件；要另设一所，用 --home 指定别的文件夹
error: a school is set up here already: ~/home/school.yaml
hint: edit that file to change it, or name another folder with --home

"#]]
    );
    assert_eq!(home.facts(), 1, "the adoption");
}

#[test]
fn status_lists_what_is_asked_for() {
    let home = Home::set_up();
    home.ok(&["tick", "3.1", "3.2"]);
    let count = |args: &[&str]| {
        home.ok(args)
            .lines()
            .filter(|l| l.starts_with("  "))
            .count()
    };
    let (open, all) = (count(&["status"]), count(&["status", "--all"]));
    assert_eq!(count(&["status", "--due"]), open, "nothing is overdue");
    assert_eq!(count(&["status", "--overdue"]), 0);
    assert!(all > open + 2, "{all} {open}");
    assert!(home.ok(&["status", "--all"]).contains("已完成（2）"));
    let one = home.ok(&["status", "--all", "--checklist", "fengze-2020"]);
    assert!(!one.contains("taijiang-2022/"));
    assert_data_eq!(
        home.refused_twice(2, &["status", "--checklist", "none"]),
        str![[r#"
错误：没有清单“none”
提示：现有清单 taijiang-2022、fengze-2020
error: there is no checklist `none`
hint: there are taijiang-2022, fengze-2020

"#]]
    );
    assert_data_eq!(
        home.ok(&["status", "--overdue"]),
        str![[r#"
青山小学  2022-W11  截至3月16日（周三）
应办 81，已办 2（迟办 0，补录 2），逾期 0，不适用 0，完成率 2.5%
没有这样的事项。

有 2 项按复学日倒排期限，但 school.yaml 的 anchors 里还没有“reopening”这个日期。

"#]]
    );
    assert_data_eq!(
        home.ok_en(&["status", "--overdue"]),
        str![[r#"
青山小学  2022-W11  as of Wed 16 March
81 required, 2 done (0 late, 2 entered late), 0 overdue, 0 waived, 2.5%
nothing here.

2 items are counted from reopening, and school.yaml has no `reopening` under anchors.

"#]]
    );
}

#[test]
fn status_as_json_has_the_numbers_and_the_items() {
    let home = Home::set_up();
    home.ok(&["tick", "3.1"]);
    let status = home.json(&["status", "--all"]);
    assert_eq!(
        keys(&status),
        ["as_of", "items", "school", "totals", "week"]
    );
    assert_eq!(status["week"], "2022-W11");
    assert_eq!(status["as_of"], "2022-03-16");
    assert_eq!(status["totals"]["done"], 1);
    let items = status["items"].as_array().expect("items");
    let item = items.iter().find(|i| i["id"] == "3.1").expect("the item");
    assert_eq!(item["checklist"], "taijiang-2022");
    assert_eq!(item["requirement"], "3");
    assert_eq!(item["status"], "done");
    assert_eq!(item["completions"][0]["on"], "2022-03-16");
}

#[test]
fn check_ends_with_one_where_something_is_overdue() {
    let home = Home::set_up();
    let quiet = home.run(&["status", "--overdue", "--check"]);
    assert_eq!(
        (quiet.code, quiet.out.as_str(), quiet.err.as_str()),
        (0, "", "")
    );
    let tomorrow = |args: &[&str]| {
        let output = home.duban_on("2022-03-17").args(args).output();
        Said::of(output.expect("the program runs"))
    };
    assert_eq!(tomorrow(&["status"]).code, 0);
    let said = tomorrow(&["status", "--overdue", "--check"]);
    assert_eq!((said.code, said.err.as_str()), (1, ""));
    assert!(said.out.contains("逾期（"), "{}", said.out);
}

#[test]
fn ticks_are_taken_back_with_a_reason() {
    let home = Home::set_up();
    assert_data_eq!(
        home.ok(&[
            "tick",
            "3.2",
            "--on",
            "3-15",
            "--by",
            "林芳",
            "--note",
            "两人因病"
        ]),
        str![[r#"
3.2 完成于 3月15日（周二）
3.2 备注：两人因病

"#]]
    );
    assert_data_eq!(
        home.ok(&[
            "untick",
            "taijiang-2022/3.2",
            "--on",
            "周二",
            "--reason",
            "记错了人"
        ]),
        str![[r#"
3.2 取消完成：记错了人

"#]]
    );
    assert_data_eq!(
        home.ok_en(&["tick", "3.2", "--on", "tue", "--note", "two ill"]),
        str![[r#"
3.2 done on Tue 15 March
3.2 note: two ill

"#]]
    );
    assert_data_eq!(
        home.ok_en(&["untick", "3.2", "--on", "-1", "--reason", "wrong class"]),
        str![[r#"
3.2 taken back: wrong class

"#]]
    );
    assert_data_eq!(
        home.ok(&["log", "3.2"]),
        str![[r#"
     8  [moment]  the principal  3.2 取消完成：wrong class
     7  [moment]  the principal  3.2 备注：two ill
     6  [moment]  the principal  3.2 完成于 3月15日（周二）
     5  [moment]  校长  3.2 取消完成：记错了人
     4  [moment]  林芳  3.2 备注：两人因病
     3  [moment]  林芳  3.2 完成于 3月15日（周二）

"#]]
    );
}

#[test]
fn a_waiver_is_lifted_again() {
    let home = Home::set_up();
    assert_data_eq!(
        home.ok(&["waive", "5.10", "5.11", "--reason", "本校没有"]),
        str![[r#"
5.10 不适用：本校没有
5.11 不适用：本校没有

"#]]
    );
    assert_eq!(home.json(&["status"])["totals"]["waived"], 6);
    assert_data_eq!(
        home.ok(&["waive", "5.10", "--lift"]),
        str![[r#"
5.10 恢复适用

"#]]
    );
    assert_data_eq!(
        home.ok_en(&["waive", "5.11", "--lift"]),
        str![[r#"
5.11 applies again

"#]]
    );
    assert_data_eq!(
        home.ok_en(&["waive", "5.11", "--reason", "none here"]),
        str![[r#"
5.11 waived: none here

"#]]
    );
}

#[test]
fn an_item_is_assigned_with_helpers_and_another_last_day() {
    let home = Home::set_up();
    let assign = [
        "assign", "0.1", "--to", "王敏", "--helper", "李强", "--helper", "陈静", "--due", "4-1",
    ];
    assert_data_eq!(
        home.ok(&assign),
        str![[r#"
0.1 由王敏牵头，李强、陈静配合，期限 2022-04-01

"#]]
    );
    assert_data_eq!(
        home.ok_en(&["assign", "0.1", "--to", "Wang Min", "--helper", "Li Qiang"]),
        str![[r#"
0.1 assigned to Wang Min with Li Qiang, due 2022-04-01

"#]]
    );
    let report = home.json(&["report"]);
    let item = report
        .pointer("/checklists/0/requirements/0/items/0")
        .expect("0.1");
    assert_eq!(item["owner"], "Wang Min");
    assert_eq!(
        (&item["due"], &item["first_due"]),
        (&"2022-04-01".into(), &"2022-03-23".into())
    );
}

#[test]
fn evidence_is_named_with_its_digest() {
    let home = Home::set_up();
    std::fs::write(home.beside("晨检表.txt"), "体温正常\n").expect("a file");
    assert_data_eq!(
        home.ok(&["attach", "3.1", "晨检表.txt"]),
        str![[r#"
3.1 佐证：~/晨检表.txt

"#]]
    );
    assert_data_eq!(
        home.ok_en(&["attach", "3.1", "https://example.org/a?b=1"]),
        str![[r#"
3.1 evidence: https://example.org/a?b=1

"#]]
    );
    let report = home.json(&["report"]);
    let evidence = report
        .pointer("/checklists/0/requirements/3/items/0/evidence")
        .expect("evidence");
    let expected = serde_json::json!([
        {
            "source": "晨检表.txt",
            "digest": "sha256:7dd609d576c60c00e67908d21919718ae7978a379c173746c7ba2024d6f6a6bf",
            "bytes": 13,
            "on": "2022-03-16",
        },
        { "source": "https://example.org/a?b=1", "on": "2022-03-16" },
    ]);
    assert_eq!(*evidence, expected);
    assert_data_eq!(
        home.refused_twice(2, &["attach", "3.1", "没有.txt"]),
        str![[r#"
错误：无法读取 没有.txt：没有这个文件或文件夹
提示：检查文件是否存在、当前用户有没有读取权限
error: cannot read 没有.txt: there is no such file or folder
hint: check that it is there and that you may read it

"#]]
    );
}

#[test]
fn a_note_and_the_log() {
    let home = Home::set_up();
    assert_data_eq!(
        home.ok(&["note", "3.2", "两人发热，已送医"]),
        str![[r#"
3.2 备注：两人发热，已送医

"#]]
    );
    assert_data_eq!(
        home.ok_en(&["note", "3.2", "two with a fever"]),
        str![[r#"
3.2 note: two with a fever

"#]]
    );
    assert_data_eq!(
        home.ok(&["log", "-n", "3"]),
        str![[r#"
     4  [moment]  the principal  3.2 备注：two with a fever
     3  [moment]  校长  3.2 备注：两人发热，已送医
     2  [moment]  校长  启用清单 fengze-2020（第 1 版），自 2022-03-16 起计

"#]]
    );
    let log = home.json(&["log"]);
    assert_eq!(
        keys(&log[0]),
        [
            "action", "by", "data", "id", "item", "kind", "period", "recorded", "seq", "stands"
        ]
    );
    assert_eq!(log[0]["data"]["text"], "two with a fever");
    assert_eq!(log[0]["item"], "taijiang-2022/3.2");
    assert_eq!(log.as_array().map(Vec::len), Some(4));
}

#[test]
fn events_call_for_items() {
    let home = Home::set_up();
    assert_data_eq!(
        home.ok(&["event", "list"]),
        str![[r#"
还没有登记事件

"#]]
    );
    assert_data_eq!(
        home.ok(&["event", "open", "exam", "期中考试", "--on", "4-20"]),
        str![[r#"
登记考试“期中考试”，4月20日（周三），编号 exam-20220420

"#]]
    );
    assert_data_eq!(
        home.ok_en(&["event", "open", "notice", "Notice 12"]),
        str![[r#"
notice “Notice 12” opened for Wed 16 March, id notice-20220316

"#]]
    );
    assert_data_eq!(
        home.ok(&["event", "close", "notice-20220316"]),
        str![[r#"
事件 notice-20220316 已结束

"#]]
    );
    assert_data_eq!(
        home.ok_en(&["event", "list"]),
        str![[r#"
exam-20220420  examination  期中考试  2022-04-20  open
notice-20220316  notice  Notice 12  2022-03-16  closed 2022-03-16

"#]]
    );
    let events = home.json(&["event", "list"]);
    assert_eq!(keys(&events[0]), ["closed", "id", "kind", "name", "on"]);
    assert_eq!(events[1]["closed"], "2022-03-16");
    assert_eq!(events[0]["closed"], Value::Null);
}

#[test]
fn one_undo_takes_back_one_stroke_whole() {
    let home = Home::set_up();
    home.ok(&["tick", "3.1", "3.2", "0.4", "4.2", "4.3"]);
    assert_data_eq!(
        home.ok(&["undo"]),
        str![[r#"
已撤销：3.1 完成于 3月16日（周三）；3.2 完成于 3月16日（周三）；0.4 完成于 3月16日（周三）；另有 2 条

"#]]
    );
    assert_eq!(home.json(&["status"])["totals"]["done"], 0);
    assert_data_eq!(
        home.ok_en(&["redo"]),
        str![[r#"
done again: 3.1 done on Wed 16 March; 3.2 done on Wed 16 March; 0.4 done on Wed 16 March; and 2 more

"#]]
    );
    assert_eq!(home.json(&["status"])["totals"]["done"], 5);
    assert_data_eq!(
        home.refused_twice(2, &["redo"]),
        str![[r#"
错误：没有可以重做的操作
error: there is nothing to redo

"#]]
    );
    assert_data_eq!(
        home.ok_en(&["undo"]),
        str![[r#"
undone: 3.1 done on Wed 16 March; 3.2 done on Wed 16 March; 0.4 done on Wed 16 March; and 2 more

"#]]
    );
    assert_data_eq!(
        home.refused_twice(2, &["undo"]),
        str![[r#"
错误：没有可以撤销的操作
error: there is nothing to undo

"#]]
    );
    assert_data_eq!(
        home.ok(&["log", "3.1"]),
        str![[r#"
     3  [moment]  校长  3.1 完成于 3月16日（周三）（已撤销）

"#]]
    );
    assert_data_eq!(
        home.ok(&["log", "-n", "3"]),
        str![[r#"
    10  [moment]  the principal  已撤销：3.1 完成于 3月16日（周三）；3.2 完成于 3月16日（周三）；0.4 完成于 3月16日（周三）；另有 2 条
     9  [moment]  the principal  已重做：3.1 完成于 3月16日（周三）；3.2 完成于 3月16日（周三）；0.4 完成于 3月16日（周三）；另有 2 条
     8  [moment]  校长  已撤销：3.1 完成于 3月16日（周三）；3.2 完成于 3月16日（周三）；0.4 完成于 3月16日（周三）；另有 2 条

"#]]
    );
}

#[test]
fn a_report_is_written_once_unless_forced() {
    let home = Home::set_up();
    assert_data_eq!(
        home.ok(&["report", "--week", "2022-W10", "-o", "w10.yml"]),
        str![[r#"
2022-W10 的报告已写入 w10.yml：应办 0，已办 0（迟办 0，补录 0），逾期 0，不适用 0，完成率 -

"#]]
    );
    assert_data_eq!(
        home.refused_twice(2, &["report", "-o", "w10.yml"]),
        str![[r#"
错误：w10.yml 已经存在
提示：换一个文件名，或加 --force 覆盖
error: w10.yml is there already
hint: choose another name, or write over it with --force

"#]]
    );
    assert_data_eq!(
        home.ok_en(&["report", "-o", "w10.yml", "--force"]),
        str![[r#"
wrote the report of 2022-W11 to w10.yml: 81 required, 0 done (0 late, 0 entered late), 0 overdue, 0 waived, 0.0%

"#]]
    );
    assert_data_eq!(
        home.refused_twice(2, &["report", "-o", "w.docx"]),
        str![[r#"
错误：不知道怎样写 .docx 文件
提示：可用 .yaml、.json、.html、.xlsx、.csv、.md、.txt、.ics
error: there is no report in the form .docx
hint: use .yaml, .json, .html, .xlsx, .csv, .md, .txt, .ics

"#]]
    );
    assert_data_eq!(
        home.refused_twice(2, &["report", "-o", "nowhere/w.yaml"]),
        str![[r#"
错误：无法写入 nowhere/w.yaml：没有这个文件或文件夹
提示：检查文件夹是否存在、能否写入、磁盘是否已满；已有的记录没有改动
error: cannot write nowhere/w.yaml: there is no such file or folder
hint: check that the folder is there, may be written and has space; what was recorded is untouched

"#]]
    );
    assert_data_eq!(
        home.ok(&["report", "-o", "a.json", "-o", "b.yaml", "-o", "."]),
        str![[r#"
2022-W11 的报告已写入 a.json：应办 81，已办 0（迟办 0，补录 0），逾期 0，不适用 0，完成率 0.0%
2022-W11 的报告已写入 b.yaml：应办 81，已办 0（迟办 0，补录 0），逾期 0，不适用 0，完成率 0.0%
2022-W11 的报告已写入 ./qingshan-2022-W11.yaml：应办 81，已办 0（迟办 0，补录 0），逾期 0，不适用 0，完成率 0.0%

"#]]
    );
    assert_data_eq!(
        home.ok(&["report", "--format", "xlsx,csv", "-o", "."]),
        str![[r#"
2022-W11 的报告已写入 ./qingshan-2022-W11.xlsx：应办 81，已办 0（迟办 0，补录 0），逾期 0，不适用 0，完成率 0.0%
2022-W11 的报告已写入 ./qingshan-2022-W11.csv：应办 81，已办 0（迟办 0，补录 0），逾期 0，不适用 0，完成率 0.0%

"#]]
    );
    assert_data_eq!(
        home.refused_twice(2, &["report", "--format", "html,xlsx", "-o", "new.html"])
            + &home.refused_twice(2, &["report", "--format", "html,csv"]),
        str![[r#"
错误：指定了 xlsx 形式，却没有写到哪里
提示：再加 `-o 文件名.xlsx`，或用 `-o 文件夹` 把各种形式都写进去
error: the form xlsx is asked for, and no file is named for it
hint: add `-o NAME.xlsx`, or name a folder with `-o`, which takes all forms
错误：html、csv 不能一起写到标准输出
提示：用 `-o 文件夹` 把各种形式分别写成文件
error: html, csv would be written to standard output one behind the other
hint: name a folder with `-o`, which takes each as a file

"#]]
    );
    assert!(!home.beside("new.html").exists(), "nothing in silence");
    home.ok(&[
        "report",
        "--format",
        "html,xlsx",
        "-o",
        "new.html",
        "-o",
        "new.xlsx",
    ]);
    let said = home.run(&["report", "-o", "-", "-o", "beside.yaml"]);
    assert!(said.out.starts_with("schema: "), "{said:?}");
    assert!(said.err.contains("beside.yaml"), "{said:?}");
    home.refused_twice(2, &["report", "-o", "new.json", "-o", "b.yaml"]);
    assert!(!home.beside("new.json").exists(), "all or nothing");
    let yaml = home.ok(&["report", "--format", "yaml"]);
    assert!(
        yaml.starts_with("schema: duban.status-report/1\n"),
        "{yaml}"
    );
    let json: Value =
        serde_json::from_str(&home.ok(&["report", "--format", "json", "-o", "-"])).expect("JSON");
    assert_eq!(json["schema"], "duban.status-report/1");
}

#[test]
fn checklists_are_listed_and_shown() {
    let home = Home::empty();
    assert_data_eq!(
        home.ok(&["checklist", "list"]),
        str![[r#"
taijiang-2022  第 1 版  台江区教育系统疫情防控十项重点工作（90 项）
fengze-2020  第 1 版  丰泽区扩大核酸检测与学校复学复课工作（50 项）

"#]]
    );
    assert_data_eq!(
        home.ok_en(&["checklist", "list"]),
        str![[r#"
taijiang-2022  version 1  Ten requirements for campus epidemic control, Taijiang District (90 items)
fengze-2020  version 1  Wider testing and school reopening, Fengze District (50 items)

"#]]
    );
    let list = home.json(&["checklist", "list"]);
    assert_eq!(
        keys(&list[0]),
        ["digest", "file", "id", "items", "title", "version"]
    );
    let shown = home.ok(&["checklist", "show", "fengze-2020"]);
    let first: Vec<&str> = shown.lines().take(7).collect();
    assert_data_eq!(
        first.join("\n"),
        str![[r#"
丰泽区扩大核酸检测与学校复学复课工作
中共泉州市丰泽区委常委会  2020-05-12

F0  已有工作安排
  F0.1   任务责任分解表已张贴，每项任务写明责任人、电话和完成日期。
         一次  校长办公室  F0.1
  F0.2   应检人员名单已由校长（园长）签字，每人写明类别和联系电话。
"#]]
    );
    let shown = home.ok_en(&["checklist", "show", "fengze-2020"]);
    let first: Vec<&str> = shown.lines().take(7).collect();
    assert_data_eq!(
        first.join("\n"),
        str![[r#"
Wider testing and school reopening, Fengze District
Standing Committee of the Fengze District Party Committee, Quanzhou  2020-05-12

F0  Arrangements already in place
  F0.1   The table of tasks is posted; every task has a named person, a telephone number and a completion date.
         once  principal's office  F0.1
  F0.2   The list of people to be tested is signed by the principal; each entry gives a category and a telephone number.
"#]]
    );
    let json = home.json(&["checklist", "show", "fengze-2020"]);
    assert_eq!(json["checklist"], "fengze-2020");
    assert_data_eq!(
        home.refused_twice(2, &["checklist", "show", "none"]),
        str![[r#"
错误：没有清单“none”
提示：现有清单 taijiang-2022、fengze-2020
error: there is no checklist `none`
hint: there are taijiang-2022, fengze-2020

"#]]
    );
}

#[test]
fn the_record_verifies_and_so_does_a_report_of_it() {
    let home = Home::set_up();
    home.ok(&["tick", "3.1"]);
    home.ok(&["report", "-o", "report.yaml"]);
    home.ok(&["tick", "3.2"]);
    assert_data_eq!(
        home.ok(&["verify", "report.yaml"]),
        str![[r#"
台账完好：4 条记录，根哈希 sha256:[hash]
report.yaml 符合格式，合计与 117 个事项相符
report.yaml 与台账一致：前 3 条记录未被改动

"#]]
    );
    assert_data_eq!(
        home.ok_en(&["verify", "report.yaml"]),
        str![[r#"
the record is sound: 4 facts, head sha256:[hash]
report.yaml is well formed, and its totals are those of its 117 items
report.yaml agrees: the first 3 facts are as they were

"#]]
    );
    let answer = home.json(&["verify"]);
    assert_eq!(keys(&answer), ["facts", "head", "writer"]);
    assert_eq!(answer["facts"], 4);
}

#[test]
fn a_report_that_disagrees_ends_with_one() {
    let home = Home::set_up();
    home.ok(&["tick", "3.1"]);
    home.ok(&["report", "-o", "report.yaml"]);
    let report = std::fs::read_to_string(home.beside("report.yaml")).expect("a report");
    let head = report
        .rsplit("sha256:")
        .next()
        .expect("a head")
        .trim_end()
        .to_owned();
    let other = report.replace(head.trim_end_matches('"'), &"0".repeat(64));
    std::fs::write(home.beside("other.yaml"), other).expect("written");
    assert_data_eq!(
        home.refused_twice(1, &["verify", "other.yaml"]),
        str![[r#"
错误：other.yaml 与台账不一致：前 3 条记录有改动
error: other.yaml does not agree: the first 3 facts are not as they were

"#]]
    );
    let longer = report.replace("  facts: 3\n", "  facts: 9\n");
    assert_ne!(longer, report);
    std::fs::write(home.beside("longer.yaml"), longer).expect("written");
    assert_data_eq!(
        home.refused_twice(1, &["verify", "longer.yaml"]),
        str![[r#"
错误：报告依据 9 条记录，台账现在只有 3 条
error: the report rests on 9 facts, and the record has only 3

"#]]
    );
    let elsewhere = Home::set_up();
    let path = home.beside("report.yaml").display().to_string();
    let said = elsewhere.run(&["verify", &path]);
    assert_eq!(said.code, 1);
    assert!(said.err.contains("不是由这本台账生成的"), "{}", said.err);
    let (half, _) = report.split_once("totals").expect("totals");
    std::fs::write(home.beside("half.yaml"), half).expect("written");
    assert_eq!(home.run(&["verify", "half.yaml"]).code, 2);
}

#[test]
fn a_backup_is_a_record_of_its_own() {
    let home = Home::set_up();
    home.ok(&["tick", "3.1"]);
    assert_data_eq!(
        home.ok(&["backup", "copy.db"]),
        str![[r#"
已备份到 copy.db：3 条记录，已核验

"#]]
    );
    assert_data_eq!(
        home.refused_twice(2, &["backup", "copy.db"]),
        str![[r#"
错误：`copy.db` 已存在，没有覆盖
提示：请换一个备份文件名。
error: `copy.db` exists already and was not overwritten
hint: Choose another name for the backup.

"#]]
    );
    std::fs::remove_file(home.file("record.db")).expect("gone");
    std::fs::copy(home.beside("copy.db"), home.file("record.db")).expect("copied");
    assert_eq!(home.facts(), 3);
    assert_eq!(home.json(&["status"])["totals"]["done"], 1);
}

#[test]
fn completions_and_the_manual_are_printed() {
    let home = Home::empty();
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        assert!(
            home.ok(&["completions", shell]).contains("duban"),
            "{shell}"
        );
    }
    assert_data_eq!(
        home.refused_twice(2, &["completions", "csh"]),
        str![[r#"
错误：“csh”不能用作“shell”
提示：是不是 zsh？
error: `csh` cannot be used as `SHELL`
hint: did you mean zsh?

"#]]
    );
    let manual = home.ok_en(&["man"]);
    for part in [
        ".SH NAME",
        "duban\\-tick",
        "NO_COLOR",
        "70  a fault of the program",
        ".SH KEYS",
        "\\fBSpace\\fR\ntick as done today",
        "\\fBCtrl\\-Z\\fR",
    ] {
        assert!(manual.contains(part), "{part}");
    }
    assert!(home.ok(&["man"]).contains("打勾"));
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    let home = Home::set_up();
    let mut child = home
        .duban()
        .args(["status", "--all"])
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped())
        .spawn()
        .expect("the program runs");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("it ends");
    assert_eq!((output.status.code(), output.stderr), (Some(0), Vec::new()));
}

#[test]
fn the_home_may_be_named_by_the_environment() {
    let home = Home::set_up();
    let mut command = home.start(env!("CARGO_BIN_EXE_duban"));
    command
        .env("DUBAN_HOME", home.path())
        .args(["status", "--json"]);
    let output = command.output().expect("the program runs");
    assert!(output.status.success(), "{output:?}");
}

#[test]
fn without_a_home_the_platform_decides_where() {
    let home = Home::empty();
    let run = |args: &[&str]| {
        let output = home.start(env!("CARGO_BIN_EXE_duban")).args(args).output();
        output.expect("the program runs").status.code()
    };
    assert_eq!(
        run(&["init", "--name", "青山小学", "--kind", "primary", "--yes"]),
        Some(0)
    );
    assert_eq!(run(&["status"]), Some(0));
    let files = crate::home::contents(&home.beside("elsewhere"));
    assert!(
        files.iter().any(|(path, _)| path.ends_with("record.db")),
        "{files:?}"
    );
}

#[test]
fn colour_is_used_only_where_it_is_asked_for_or_seen() {
    let home = Home::set_up();
    assert!(!home.ok(&["status"]).contains('\u{1b}'));
    assert!(home.ok(&["--color", "always", "status"]).contains('\u{1b}'));
    assert!(!home.ok(&["--color", "never", "status"]).contains('\u{1b}'));
}
