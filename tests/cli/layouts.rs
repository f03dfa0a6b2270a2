//! Layouts of the report: listed, shown, checked, overridden, and used.

use crate::home::Home;
use snapbox::assert_data_eq;
use snapbox::str;

#[test]
fn layouts_are_listed_and_shown() {
    let home = Home::set_up();
    assert_data_eq!(
        home.ok(&["layout", "list"]) + &home.ok_en(&["layout", "list"]),
        str![[r#"
education  区教育局  全部要求
health  区卫生健康局  6 项要求
street  街道办事处  5 项要求
education  District education bureau  all requirements
health  District health authority  6 requirements
street  Street office  5 requirements

"#]]
    );
    let shown = home.ok(&["layout", "show", "health"]);
    home.write("report-layouts/health.yaml", &shown);
    assert_eq!(home.ok(&["layout", "show", "health"]), shown, "as it is");
    assert_eq!(
        home.json(&["layout", "show", "health"])["receiver"]["en"],
        "District health authority"
    );
    let rows = home.json(&["layout", "list"]);
    assert_eq!(rows[0]["file"], serde_json::Value::Null);
    assert!(
        rows[2]["file"]
            .as_str()
            .is_some_and(|f| f.ends_with("health.yaml"))
    );
    assert_data_eq!(
        home.ok(&["layout", "list"]) + &home.ok_en(&["layout", "list"]),
        str![[r#"
education  区教育局  全部要求
street  街道办事处  5 项要求
health  区卫生健康局  6 项要求  本校自定
education  District education bureau  all requirements
street  Street office  5 requirements
health  District health authority  6 requirements  the school's own

"#]]
    );
}

#[test]
fn a_report_in_a_layout_is_an_excerpt_with_a_name_of_its_own() {
    let home = Home::set_up();
    assert_data_eq!(
        home.ok(&["report", "--layout", "health", "-o", "."]),
        str![[r#"
2022-W11 的报告已写入 ./qingshan-2022-W11-health.yaml：应办 44，已办 0（迟办 0，补录 0），逾期 0，不适用 0，完成率 0.0%

"#]]
    );
    let report = home.json(&["report", "--layout", "health"]);
    assert_eq!(report["layout"]["title"], "学校传染病防控情况周报");
    let titles = report["checklists"][0]["requirements"].as_array();
    let titles = titles.expect("requirements").iter().map(|r| &r["title"]);
    assert_eq!(
        titles.collect::<Vec<_>>(),
        ["核酸检测", "传染病防控", "重点部位管控", "培训与应急处置"]
    );
    home.write(
        "report-layouts/mine.yml",
        "layout: health\nreceiver: 卫生院\nrequirements: [taijiang-2022/3]\nsections: []\n",
    );
    let report = home.json(&["report", "--layout", "health"]);
    assert_eq!(report["layout"]["receiver"], "卫生院");
}

#[test]
fn what_a_followed_checklist_does_not_have_is_refused_with_its_place() {
    let home = Home::set_up();
    home.write(
        "report-layouts/mine.yaml",
        "layout: mine\nreceiver: x\nrequirements: [taijiang-2022/33, other/1]\nfigures: [taijiang-2022/3.2]\n",
    );
    assert_data_eq!(
        home.refused_twice(2, &["report", "--layout", "mine", "-o", "new.yaml"]),
        str![[r#"
~/home/report-layouts/mine.yaml:3:16: 清单 taijiang-2022 没有编号为 33 的要求
  3 | requirements: [taijiang-2022/33, other/1]
    |                ^^^^^^^^^^^^^^^^
    = 改为“taijiang-2022/3”

~/home/report-layouts/mine.yaml:4:11: 清单 taijiang-2022 没有编号为 3.2 的量化指标
  4 | figures: [taijiang-2022/3.2]
    |           ^^^^^^^^^^^^^^^^^
    = 改为“taijiang-2022/3.1”
~/home/report-layouts/mine.yaml:3:16: the checklist taijiang-2022 has no requirement 33
  3 | requirements: [taijiang-2022/33, other/1]
    |                ^^^^^^^^^^^^^^^^
    = write `taijiang-2022/3`

~/home/report-layouts/mine.yaml:4:11: the checklist taijiang-2022 has no number on an item 3.2
  4 | figures: [taijiang-2022/3.2]
    |           ^^^^^^^^^^^^^^^^^
    = write `taijiang-2022/3.1`

"#]]
    );
    assert!(!home.beside("new.yaml").exists());
    assert_data_eq!(
        home.refused_twice(2, &["report", "--layout", "helth"]),
        str![[r#"
错误：没有版式“helth”
提示：可用的版式：education、health、street、mine
error: there is no layout `helth`
hint: there are education, health, street, mine

"#]]
    );
    home.write(
        "report-layouts/mine.yaml",
        "layout: mine\nreceiver: x\nrequirements: [other/1]\n",
    );
    assert_data_eq!(
        home.refused_twice(2, &["report", "--layout", "mine"]),
        str![[r#"
错误：版式“mine”选的要求都不在本校启用的清单里
提示：用 `duban layout show mine > mine.yaml` 取出来，改好 requirements 后放进学校资料的 report-layouts 文件夹
error: the school follows nothing that the layout `mine` chooses
hint: print it with `duban layout show mine > mine.yaml`, choose other requirements, and put it into the folder report-layouts beside school.yaml

"#]]
    );
}

#[test]
fn lint_names_everything_wrong_with_a_layout() {
    let home = Home::empty();
    let text = "layout: mine
receiver: \"\"
titel: x
requirements:
  - { requirement: taijiang-2022/33, headings: z }
  - three
  - other/7
sections: [plans, plan, plan]
";
    std::fs::write(home.beside("my.yaml"), text).expect("written");
    let said = home.run(&["layout", "lint", "my.yaml"]);
    let english = home.run_en(&["layout", "lint", "my.yaml"]);
    assert_eq!((said.code, english.code), (2, 2));
    assert_data_eq!(
        said.out + &english.out,
        str![[r#"
my.yaml:2:11: 名称是空的，或含有控制字符
  2 | receiver: ""
    |           ^^
    = 写上名称

my.yaml:3:1: 不认识的键“titel”
  3 | titel: x
    | ^^^^^
    = 可以写：layout、receiver、title、requirements、figures、sections

my.yaml:5:5: 清单 taijiang-2022 没有编号为 33 的要求
  5 |   - { requirement: taijiang-2022/33, headings: z }
    |     ^
    = 改为“taijiang-2022/3”

my.yaml:5:38: 不认识的键“headings”
  5 |   - { requirement: taijiang-2022/33, headings: z }
    |                                      ^^^^^^^^
    = 改为“heading”

my.yaml:6:5: “three”不是清单里的编号
  6 |   - three
    |     ^^^^^
    = 写法：`清单编号/编号`，如 `taijiang-2022/3`

my.yaml:8:12: 这里不能写“plans”
  8 | sections: [plans, plan, plan]
    |            ^^^^^
    = 改为“plan”

my.yaml:8:25: “plan”选了两次
  8 | sections: [plans, plan, plan]
    |                         ^^^^
    = 只留一个
my.yaml:2:11: the name is empty or has control characters
  2 | receiver: ""
    |           ^^
    = write the name

my.yaml:3:1: unknown key `titel`
  3 | titel: x
    | ^^^^^
    = possible here: layout, receiver, title, requirements, figures, sections

my.yaml:5:5: the checklist taijiang-2022 has no requirement 33
  5 |   - { requirement: taijiang-2022/33, headings: z }
    |     ^
    = write `taijiang-2022/3`

my.yaml:5:38: unknown key `headings`
  5 |   - { requirement: taijiang-2022/33, headings: z }
    |                                      ^^^^^^^^
    = write `heading`

my.yaml:6:5: `three` is not the name of something in a checklist
  6 |   - three
    |     ^^^^^
    = write `checklist/id`, as `taijiang-2022/3`

my.yaml:8:12: `plans` is not possible here
  8 | sections: [plans, plan, plan]
    |            ^^^^^
    = write `plan`

my.yaml:8:25: `plan` is chosen twice
  8 | sections: [plans, plan, plan]
    |                         ^^^^
    = keep one of the two

"#]]
    );
    std::fs::write(home.beside("my.yaml"), "layout: mine\nreceiver: x\n").expect("written");
    home.ok(&["layout", "lint", "my.yaml"]);
}
