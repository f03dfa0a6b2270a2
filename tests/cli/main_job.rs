//! The main job: set up, tick, waive, measure, undo, redo, look, report; each step a new process.

use crate::home::{Home, Said};
use serde_json::Value;
use snapbox::assert_data_eq;
use snapbox::str;

#[test]
#[expect(clippy::too_many_lines, reason = "one journey")]
fn the_main_job_in_chinese() {
    let home = Home::empty();
    assert_data_eq!(
        home.ok(&[
            "init",
            "--name",
            "青山小学",
            "--kind",
            "小学",
            "--students",
            "812",
            "--staff",
            "64",
            "--yes"
        ]),
        str![[r#"
已登记青山小学，启用清单 taijiang-2022、fengze-2020，自 2022-03-16 起计
学校资料：~/home/school.yaml
台账：~/home/record.db
学期按惯例设为 9月1日至1月20日、2月15日至7月5日，可在 school.yaml 中修改。

"#]]
    );
    assert_data_eq!(
        home.ok(&["tick", "3.1", "3.2", "0.4"]),
        str![[r#"
3.1 完成于 3月16日（周三）
3.2 完成于 3月16日（周三）
0.4 完成于 3月16日（周三）

"#]]
    );
    assert_data_eq!(
        home.ok(&["tick", "4.3", "--on", "昨天"]),
        str![[r#"
4.3 完成于 3月15日（周二）

"#]]
    );
    assert_data_eq!(
        home.ok(&["waive", "5.10", "--reason", "本校没有隔离室，用社区的"]),
        str![[r#"
5.10 不适用：本校没有隔离室，用社区的

"#]]
    );
    assert_data_eq!(
        home.ok(&["measure", "3.3", "3,891", "--of", "5494"]),
        str![[r#"
3.3 填报 3,891 / 5,494，3月16日（周三）

"#]]
    );
    assert_data_eq!(
        home.ok(&["undo"]),
        str![[r#"
已撤销：3.3 填报 3,891 / 5,494，3月16日（周三）

"#]]
    );
    assert_data_eq!(
        home.ok(&["redo"]),
        str![[r#"
已重做：3.3 填报 3,891 / 5,494，3月16日（周三）

"#]]
    );
    let status = home.ok(&["status"]);
    let lines: Vec<&str> = status
        .lines()
        .filter(|l| l.contains("3.3 ") || !l.starts_with("  "))
        .collect();
    assert_data_eq!(
        lines.join("\n"),
        str![[r#"
青山小学  2022-W11  截至3月16日（周三）
应办 78，已办 3（迟办 0，补录 3），逾期 0，不适用 3，完成率 3.8%

部分完成（1）
  taijiang-2022/3.3    本周应检人员名单与核酸检测结果逐人核对，未检者列明姓名、原因和补检日期。 · 3,891 / 5,494 70.8% · 期限 3月18日（周五） · 校医（保健教师）

待办（88）
  fengze-2020/B3.3     帮扶名单上每名学习困难学生本周至少有一条辅导记录，写明科目和教师。 · 期限 3月18日（周五） · 教务主任

有 2 项按复学日倒排期限，但 school.yaml 的 anchors 里还没有“reopening”这个日期。
"#]]
    );
    assert_data_eq!(
        home.ok(&["log"]),
        str![[r#"
    10  [moment]  校长  已重做：3.3 填报 3,891 / 5,494，3月16日（周三）
     9  [moment]  校长  已撤销：3.3 填报 3,891 / 5,494，3月16日（周三）
     8  [moment]  校长  3.3 填报 3,891 / 5,494，3月16日（周三）
     7  [moment]  校长  5.10 不适用：本校没有隔离室，用社区的
     6  [moment]  校长  4.3 完成于 3月15日（周二）
     5  [moment]  校长  0.4 完成于 3月16日（周三）
     4  [moment]  校长  3.2 完成于 3月16日（周三）
     3  [moment]  校长  3.1 完成于 3月16日（周三）
     2  [moment]  校长  启用清单 fengze-2020（第 1 版），自 2022-03-16 起计
     1  [moment]  校长  启用清单 taijiang-2022（第 1 版），自 2022-03-16 起计

"#]]
    );
    assert_data_eq!(
        home.ok(&["report", "-o", "report.yaml"]),
        str![[r#"
2022-W11 的报告已写入 report.yaml：应办 78，已办 3（迟办 0，补录 3），逾期 0，不适用 3，完成率 3.8%

"#]]
    );
    let report = std::fs::read_to_string(home.beside("report.yaml")).expect("a report");
    assert_data_eq!(
        part(&report, "    - id: \"3.3\"", "    - id: \"3.4\""),
        str![[r#"

      text: 本周应检人员名单与核酸检测结果逐人核对，未检者列明姓名、原因和补检日期。
      clauses:
      - T3.2
      cadence: weekly
      status: partial
      due: "2022-03-18"
      required: 1
      done: 0
      late: 0
      overdue: 0
      waived: 0
      completions: []
      owner: 校医（保健教师）
      helpers:
      - 班主任
      measure:
        value: 3891
        of: 5494
        percent: 70.8
        unit: 人
        "on": "2022-03-16"
        pace:
          on_pace: true
          left: 1603
          days_left: 3
          needed: 535
          rate: 3891
          reached_on: "2022-03-16"
      evidence_expected: 应检名单及检测结果表

"#]]
    );
    assert_data_eq!(
        home.ok(&["verify", "report.yaml"]),
        str![[r#"
台账完好：10 条记录，根哈希 sha256:[hash]
report.yaml 符合格式，合计与 117 个事项相符
report.yaml 与台账一致：前 10 条记录未被改动

"#]]
    );
}

#[test]
fn the_main_job_in_english() {
    let home = Home::empty();
    assert_data_eq!(
        home.ok_en(&[
            "init",
            "--name",
            "Green Hill School",
            "--kind",
            "primary",
            "--yes"
        ]),
        str![[r#"
Green Hill School is set up with taijiang-2022, fengze-2020, counting from 2022-03-16
profile: ~/home/school.yaml
record: ~/home/record.db
Terms are set to 1 September to 20 January and 15 February to 5 July; change them in school.yaml.

"#]]
    );
    // From here on the school's own language is spoken, whatever the locale.
    assert_data_eq!(
        home.ok(&["tick", "3.1", "3.2", "0.4"]),
        str![[r#"
3.1 done on Wed 16 March
3.2 done on Wed 16 March
0.4 done on Wed 16 March

"#]]
    );
    assert_data_eq!(
        home.ok(&["tick", "4.3", "--on", "yesterday"]),
        str![[r#"
4.3 done on Tue 15 March

"#]]
    );
    assert_data_eq!(
        home.ok(&["waive", "5.10", "--reason", "no such room"]),
        str![[r#"
5.10 waived: no such room

"#]]
    );
    assert_data_eq!(
        home.ok(&["measure", "3.3", "3891", "--of", "5494"]),
        str![[r#"
3.3 measured 3,891 / 5,494 on Wed 16 March

"#]]
    );
    assert_data_eq!(
        home.ok(&["undo"]),
        str![[r#"
undone: 3.3 measured 3,891 / 5,494 on Wed 16 March

"#]]
    );
    assert_data_eq!(
        home.ok(&["redo"]),
        str![[r#"
done again: 3.3 measured 3,891 / 5,494 on Wed 16 March

"#]]
    );
    let status = home.ok(&["status"]);
    let lines: Vec<&str> = status
        .lines()
        .filter(|l| l.contains("3.3 ") || !l.starts_with("  "))
        .collect();
    assert_data_eq!(
        lines.join("\n"),
        str![[r#"
Green Hill School  2022-W11  as of Wed 16 March
78 required, 3 done (0 late, 3 entered late), 0 overdue, 3 waived, 3.8%

partly done (1)
  taijiang-2022/3.3    This week's list of people to be tested has been checked against the results name by name; each person not tested has a reason and a new date. · 3,891 / 5,494 70.8% · due Fri 18 March · school doctor

due (88)
  fengze-2020/B3.3     Each pupil on the list of those falling behind has at least one tutoring entry this week, with the subject and the teacher. · due Fri 18 March · head of teaching

2 items are counted from reopening, and school.yaml has no `reopening` under anchors.
"#]]
    );
    assert_data_eq!(
        home.ok(&["log"]),
        str![[r#"
    10  [moment]  the principal  done again: 3.3 measured 3,891 / 5,494 on Wed 16 March
     9  [moment]  the principal  undone: 3.3 measured 3,891 / 5,494 on Wed 16 March
     8  [moment]  the principal  3.3 measured 3,891 / 5,494 on Wed 16 March
     7  [moment]  the principal  5.10 waived: no such room
     6  [moment]  the principal  4.3 done on Tue 15 March
     5  [moment]  the principal  0.4 done on Wed 16 March
     4  [moment]  the principal  3.2 done on Wed 16 March
     3  [moment]  the principal  3.1 done on Wed 16 March
     2  [moment]  the principal  checklist fengze-2020 (version 1) adopted, counting from 2022-03-16
     1  [moment]  the principal  checklist taijiang-2022 (version 1) adopted, counting from 2022-03-16

"#]]
    );
    assert_data_eq!(
        home.ok(&["report", "-o", "report.json"]),
        str![[r#"
wrote the report of 2022-W11 to report.json: 78 required, 3 done (0 late, 3 entered late), 0 overdue, 3 waived, 3.8%

"#]]
    );
}

fn part<'a>(text: &'a str, from: &str, to: &str) -> &'a str {
    let (_, rest) = text.split_once(from).expect("the beginning");
    rest.split_once(to).expect("the end").0
}

/// Notes that a careless writer of YAML would turn into something else.
const TRAPS: [&str; 16] = [
    "no",
    "on",
    "=",
    "012",
    "1:30",
    "2022-03-14",
    "@门岗",
    "a: b",
    "# x",
    "- x",
    "~",
    "0x1F",
    "行\u{2028}分",
    "👩‍⚕️ 已到岗",
    " 前后有空格 ",
    "a\nb\tc\u{85}d",
];

#[test]
fn the_report_is_read_equal_by_other_readers() {
    let home = Home::set_up();
    home.ok(&["tick", "3.1", "--on", "周一"]);
    home.ok(&["measure", "3.3", "3891", "--of", "5494"]);
    for trap in TRAPS {
        home.ok(&["note", "3.2", "--", trap]);
    }
    let long = "长".repeat(2000);
    home.ok(&["note", "3.2", &long]);
    let report = home.json(&["report"]);
    let notes = report
        .pointer("/checklists/0/requirements/3/items/1/notes")
        .expect("notes");
    let texts: Vec<&str> = notes
        .as_array()
        .expect("a list")
        .iter()
        .filter_map(|n| n["text"].as_str())
        .collect();
    assert_eq!(texts, [&TRAPS[..], &[&long]].concat());
    let schema: Value = serde_json::from_str(&home.ok(&["report", "--schema"])).expect("a schema");
    let validator = jsonschema::validator_for(&schema).expect("a right schema");
    let wrong: Vec<String> = validator
        .iter_errors(&report)
        .map(|e| e.to_string())
        .collect();
    assert_eq!(wrong, Vec::<String>::new());
    home.ok(&["report", "-o", "report.yaml"]);
    home.ok(&["report", "-o", "report.json"]);
    read_by_python(&home);
}

/// `PyYAML` reads YAML 1.1, where `no` is false and `1:30` is ninety.
fn read_by_python(home: &Home) {
    const READ: &str = "
import json, sys
try:
    import yaml
except ImportError:
    sys.exit(42)
y = yaml.safe_load(open('report.yaml', encoding='utf-8'))
j = json.load(open('report.json', encoding='utf-8'))
for report in (y, j):
    assert isinstance(report.pop('generated_at'), str)
assert y == j, 'the YAML and the JSON differ'
print('equal')
";
    let Ok(output) = home.start("python3").args(["-c", READ]).output() else {
        println!("skipped: no python3 to read the report with");
        return;
    };
    let said = Said::of(output);
    if said.code == 42 {
        println!("skipped: no PyYAML to read the report with");
        return;
    }
    assert_eq!(
        (said.code, said.out.as_str()),
        (0, "equal\n"),
        "{}",
        said.err
    );
}
