//! Files with something wrong in them, as the school's profile and as a checklist: every problem
//! with its place, and the record untouched. The messages themselves are `format_wrong`'s.

use crate::home::Home;
use snapbox::assert_data_eq;
use snapbox::str;

const TWO_PROBLEMS: &str = include_str!("../data/wrong/two-problems.yaml");

/// A profile as somebody might write it by hand.
const PROFILE: &str = "id: qingshan
name: 青山小学
kind: primary
checklists:
  - { id: taijiang-2022, since: 2022-03-01 }
";

#[test]
fn lint_names_both_problems() {
    let home = Home::empty();
    std::fs::write(home.beside("my.yaml"), TWO_PROBLEMS).expect("written");
    let said = home.run(&["checklist", "lint", "my.yaml"]);
    assert_eq!(said.code, 2);
    assert_data_eq!(
        said.out,
        str![[r#"
my.yaml:4:56: “2022-13-03”不是日期
  4 | directive: { issuer: { zh: 某局, en: A bureau }, issued: 2022-13-03 }
    |                                                          ^^^^^^^^^^
    = 写法：`2022-03-14`

my.yaml:17:9: 不认识的键“cadense”
  17 |         cadense: daily
     |         ^^^^^^^
     = 改为“cadence”

"#]]
    );
    assert_data_eq!(
        said.err,
        str![[r#"
错误：共 2 处问题

"#]]
    );
    let said = home.run_en(&["checklist", "lint", "my.yaml"]);
    assert_data_eq!(
        said.out,
        str![[r#"
my.yaml:4:56: `2022-13-03` is not a date
  4 | directive: { issuer: { zh: 某局, en: A bureau }, issued: 2022-13-03 }
    |                                                          ^^^^^^^^^^
    = write `2022-03-14`

my.yaml:17:9: unknown key `cadense`
  17 |         cadense: daily
     |         ^^^^^^^
     = write `cadence`

"#]]
    );
    assert_data_eq!(
        said.err,
        str![[r#"
error: 2 problems

"#]]
    );
}

#[test]
fn lint_as_json_gives_places_and_remedies() {
    let home = Home::empty();
    std::fs::write(home.beside("my.yaml"), TWO_PROBLEMS).expect("written");
    let output = home
        .duban()
        .args(["checklist", "lint", "my.yaml", "--json"])
        .output();
    let output = output.expect("the program runs");
    assert_eq!(output.status.code(), Some(2));
    let rows: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let places: Vec<(Option<u64>, Option<u64>)> = rows
        .as_array()
        .expect("a list")
        .iter()
        .map(|row| (row["line"].as_u64(), row["column"].as_u64()))
        .collect();
    assert_eq!(places, [(Some(4), Some(56)), (Some(17), Some(9))]);
    let row = rows[1].as_object().expect("an object");
    let keys: Vec<&String> = row.keys().collect();
    assert_eq!(
        keys,
        ["column", "file", "line", "message", "quoted", "remedy"]
    );
    assert_eq!(row["file"], "my.yaml");
}

#[test]
fn lint_passes_what_is_right() {
    let home = Home::empty();
    std::fs::write(
        home.beside("my.yaml"),
        include_str!("../data/right-checklist.yaml"),
    )
    .expect("written");
    assert_data_eq!(
        home.ok(&["checklist", "lint", "my.yaml"]),
        str![[r#"
1 个文件，没有问题

"#]]
    );
    assert_data_eq!(
        home.ok_en(&["checklist", "lint", "my.yaml", "my.yaml"]),
        str![[r#"
2 files, no problems

"#]]
    );
    assert_eq!(
        home.json(&["checklist", "lint", "my.yaml"]),
        serde_json::json!([])
    );
    assert_data_eq!(
        home.refused_twice(2, &["checklist", "lint", "none.yaml"]),
        str![[r#"
错误：无法读取 none.yaml：没有这个文件或文件夹
提示：检查文件是否存在、当前用户有没有读取权限
error: cannot read none.yaml: there is no such file or folder
hint: check that it is there and that you may read it

"#]]
    );
    std::fs::create_dir(home.beside("folder.yaml")).expect("a folder");
    assert_data_eq!(
        home.refused_twice(2, &["checklist", "lint", "folder.yaml"]),
        str![[r#"
错误：无法读取 folder.yaml：这是文件夹，不是文件
提示：检查文件是否存在、当前用户有没有读取权限
error: cannot read folder.yaml: it is a folder, not a file
hint: check that it is there and that you may read it

"#]]
    );
}

#[test]
fn a_wrong_checklist_in_the_homes_folder_is_told_whole_and_stops_nothing_else() {
    let home = Home::set_up();
    home.ok(&["tick", "3.1"]);
    home.write("checklists/my.yaml", TWO_PROBLEMS);
    for args in [
        &["checklist", "list"][..],
        &["checklist", "show", "taijiang-2022"],
    ] {
        let said = home.refused(2, args);
        assert!(
            said.contains("my.yaml:4:56: ") && said.contains("my.yaml:17:9: "),
            "{said}"
        );
    }
    // What was adopted is in the record: the work goes on.
    home.ok(&["tick", "3.2"]);
    assert_eq!(home.json(&["status"])["totals"]["done"], 2);
    let other = Home::empty();
    other.write("checklists/my.yaml", TWO_PROBLEMS);
    let said = other.refused(
        2,
        &["init", "--name", "青山小学", "--kind", "primary", "--yes"],
    );
    assert!(
        said.contains("my.yaml:4:56: ") && said.contains("my.yaml:17:9: "),
        "{said}"
    );
    assert!(!other.file("school.yaml").exists());
}

/// Bytes that are wrong in some way, and what is said about them in both languages.
fn wrong_bytes() -> Vec<(&'static str, Vec<u8>, [&'static str; 2])> {
    let bomb: String = std::iter::once("a0: &a0 [x, x]\n".to_owned())
        .chain((1..30).map(|n| format!("a{n}: &a{n} [*a{m}, *a{m}]\n", m = n - 1)))
        .collect();
    let deep = format!("id: {}{}\n", "[".repeat(10_000), "]".repeat(10_000));
    let gb18030 = b"id: qingshan\nname: \xc7\xe0\xc9\xbd\xd0\xa1\xd1\xa7\n".to_vec();
    vec![
        ("GB18030", gb18030, ["GB18030", "GB18030"]),
        (
            "tab",
            b"id: x\ncalendar:\n\tname: y\n".to_vec(),
            ["制表符", "tab"],
        ),
        (
            "alias bomb",
            bomb.into_bytes(),
            ["展开后过大", "repeat too much"],
        ),
        (
            "10,000 levels",
            deep.into_bytes(),
            ["层", "nested too deep"],
        ),
        (
            "escape",
            b"id: x\nname: \"y\x1b[2J\"\n".to_vec(),
            ["U+001B", "U+001B"],
        ),
        ("nothing", Vec::new(), ["空", "empty"]),
    ]
}

#[test]
fn a_wrong_profile_is_told_with_its_place_and_the_record_is_left_alone() {
    let home = Home::set_up();
    home.ok(&["tick", "3.1"]);
    let right = std::fs::read(home.file("school.yaml")).expect("a profile");
    let before = std::fs::read(home.file("record.db")).expect("a record");
    for (name, bytes, words) in wrong_bytes() {
        home.write("school.yaml", bytes);
        for (lang, word) in ["zh", "en"].iter().zip(words) {
            let said = home.refused(2, &["--lang", lang, "tick", "3.2"]);
            assert!(said.contains("school.yaml:"), "{name}: {said}");
            assert!(said.contains(word), "{name}: {word} in {said}");
        }
        assert_eq!(
            std::fs::read(home.file("record.db")).expect("a record"),
            before,
            "{name}"
        );
    }
    home.write("school.yaml", right);
    home.ok(&["tick", "3.2"]);
    assert_eq!(home.facts(), 4);
}

#[test]
fn a_wrong_checklist_file_is_told_with_its_place() {
    let home = Home::empty();
    for (name, bytes, words) in wrong_bytes() {
        std::fs::write(home.beside("my.yaml"), bytes).expect("written");
        for (lang, word) in ["zh", "en"].iter().zip(words) {
            let said = home.run(&["--lang", lang, "checklist", "lint", "my.yaml"]);
            assert_eq!(said.code, 2, "{name}");
            assert!(said.out.contains("my.yaml:"), "{name}: {}", said.out);
            assert!(said.out.contains(word), "{name}: {word} in {}", said.out);
        }
    }
}

#[test]
fn a_profile_with_a_byte_order_mark_or_windows_line_ends_is_fine() {
    for text in [format!("\u{feff}{PROFILE}"), PROFILE.replace('\n', "\r\n")] {
        let home = Home::empty();
        home.write("school.yaml", text);
        home.run(&["tick", "3.1"]);
        assert_eq!(home.json(&["status"])["school"]["name"], "青山小学");
        assert_eq!(home.facts(), 2);
    }
}

#[test]
fn a_profile_that_follows_an_unknown_checklist_says_which_there_are() {
    let home = Home::empty();
    home.write(
        "school.yaml",
        PROFILE.replace("taijiang-2022", "taijiang-2023"),
    );
    assert_data_eq!(
        home.refused_twice(2, &["status"]),
        str![[r#"
错误：没有清单“taijiang-2023”
提示：现有清单 taijiang-2022、fengze-2020
error: there is no checklist `taijiang-2023`
hint: there are taijiang-2022, fengze-2020

"#]]
    );
}

#[test]
fn wrong_holidays_are_told_with_their_place() {
    let home = Home::set_up();
    home.write(
        "holidays/2022.json",
        "{ \"year\": 2022, \"days\": [ { \"name\": 3 } ] }",
    );
    let said = home.refused(2, &["status"]);
    assert!(said.contains("2022.json:1:"), "{said}");
}
