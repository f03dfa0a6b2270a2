//! What was sent: entered once the file is written whole, listed, and compared.

use crate::home::Home;
use snapbox::assert_data_eq;
use snapbox::str;

#[test]
fn what_is_sent_is_entered_and_listed() {
    let home = Home::set_up();
    assert_data_eq!(
        home.ok(&["sent"]) + &home.ok_en(&["sent"]),
        str![[r#"
还没有报送过报告
no report was sent yet

"#]]
    );
    assert_data_eq!(
        home.ok(&["report", "--layout", "health", "--sent", "-o", "."])
            + &home.ok_en(&[
                "report",
                "--sent-to",
                "City bureau",
                "--by",
                "Chen",
                "-o",
                "a.yaml",
                "-o",
                "a.json"
            ]),
        str![[r#"
2022-W11 的报告已写入 ./qingshan-2022-W11-health.yaml：应办 44，已办 0（迟办 0，补录 0），逾期 0，不适用 0，完成率 0.0%
2022-W11 报告（截至 2022-03-16）已报送：区卫生健康局
wrote the report of 2022-W11 to a.yaml: 81 required, 0 done (0 late, 0 entered late), 0 overdue, 0 waived, 0.0%
wrote the report of 2022-W11 to a.json: 81 required, 0 done (0 late, 0 entered late), 0 overdue, 0 waived, 0.0%
report of 2022-W11 as of 2022-03-16 sent to City bureau

"#]]
    );
    assert_data_eq!(
        home.ok(&["sent"]) + &home.ok_en(&["sent", "--week", "2022-W11"]),
        str![[r#"
     3  [moment]  2022-W11（截至 2022-03-16）报 区卫生健康局，版式 health，依据前 2 条记录，记录人 校长
        yaml  sha256:[hash]
     4  [moment]  2022-W11（截至 2022-03-16）报 City bureau，依据前 3 条记录，记录人 Chen
        yaml  sha256:[hash]
        json  sha256:[hash]
     3  [moment]  2022-W11 as of 2022-03-16 to 区卫生健康局, layout health, from 2 entries, recorded by 校长
        yaml  sha256:[hash]
     4  [moment]  2022-W11 as of 2022-03-16 to City bureau, from 3 entries, recorded by Chen
        yaml  sha256:[hash]
        json  sha256:[hash]

"#]]
    );
    let rows = home.json(&["sent"]);
    let bytes = std::fs::read(home.beside("qingshan-2022-W11-health.yaml")).expect("a report");
    assert_eq!(rows[0]["files"][0]["digest"], duban::format::digest(&bytes));
    assert_eq!(rows[0]["figures"]["totals"]["required"], 44);
    assert_eq!(rows[1]["differs"], serde_json::json!([]));
    assert_data_eq!(
        home.ok(&["log", "-n", "1"]) + &home.ok(&["undo"]) + &home.ok_en(&["log", "-n", "1"]),
        str![[r#"
     4  [moment]  Chen  2022-W11 报告（截至 2022-03-16）已报送：City bureau
已撤销：2022-W11 报告（截至 2022-03-16）已报送：City bureau
     5  [moment]  校长  undone: report of 2022-W11 as of 2022-03-16 sent to City bureau

"#]]
    );
    assert_eq!(home.json(&["sent"]).as_array().map(Vec::len), Some(1));
}

#[test]
fn a_figure_sent_otherwise_before_is_said_and_the_report_still_written() {
    let home = Home::set_up();
    home.ok(&["report", "--layout", "health", "--sent", "-o", "."]);
    home.ok(&["tick", "taijiang-2022/3.2"]);
    let sent = home.run(&["report", "--sent-to", "省厅", "-o", "a.yaml"]);
    let written = home.run_en(&["report", "--layout", "health", "-o", "b.yaml"]);
    assert_eq!((sent.code, written.code), (0, 0));
    assert!(home.beside("a.yaml").exists() && home.beside("b.yaml").exists());
    assert_data_eq!(
        home.redacted(&(sent.err + &written.err)),
        str![[r#"
注意：2022-W11（截至 2022-03-16）的数字与 [moment] 报 区卫生健康局 的不同：
  taijiang-2022/3 已办：先前 0，这次 1
warning: 2022-W11 as of 2022-03-16 was sent with other figures to 区卫生健康局 on [moment]:
  in total done: 0 then, 1 now
  taijiang-2022/3 done: 0 then, 1 now

"#]]
    );
    assert_data_eq!(
        home.ok(&["sent"]) + &home.ok_en(&["sent"]),
        str![[r#"
     3  [moment]  2022-W11（截至 2022-03-16）报 区卫生健康局，版式 health，依据前 2 条记录，记录人 校长
        yaml  sha256:[hash]
     5  [moment]  2022-W11（截至 2022-03-16）报 省厅，依据前 4 条记录，记录人 校长
        yaml  sha256:[hash]
        与先前报 区卫生健康局 的（第 3 条）不同：
          taijiang-2022/3 已办：先前 0，这次 1
     3  [moment]  2022-W11 as of 2022-03-16 to 区卫生健康局, layout health, from 2 entries, recorded by 校长
        yaml  sha256:[hash]
     5  [moment]  2022-W11 as of 2022-03-16 to 省厅, from 4 entries, recorded by 校长
        yaml  sha256:[hash]
        differs from what was sent to 区卫生健康局 before (entry 3):
          taijiang-2022/3 done: 0 then, 1 now

"#]]
    );
    let rows = home.json(&["sent"]);
    assert_eq!(rows[1]["differs"][0]["figures"][0]["before"], 0);
    assert_eq!(rows[1]["differs"][0]["figures"][0]["now"], 1);
    home.ok(&["report"]);
}

#[test]
fn what_was_not_written_was_not_sent() {
    let home = Home::set_up();
    let facts = home.facts();
    std::fs::write(home.beside("there.yaml"), "mine").expect("written");
    let to_file = |file| ["report", "--sent-to", "x", "-o", file];
    assert_data_eq!(
        home.refused_twice(2, &["report", "--sent-to", "x"])
            + &home.refused_twice(2, &to_file("there.yaml"))
            + &home.refused_twice(2, &to_file("nowhere/a.yaml"))
            + &home.refused_twice(2, &["report", "--sent-to", " ", "-o", "a.yaml"])
            + &home.refused_twice(2, &["report", "--sent", "-o", "a.yaml"])
            + &home.refused_twice(
                2,
                &["report", "--layout", "health", "--sent", "--sent-to", "x"]
            ),
        str![[r#"
错误：报送的报告要写成文件
提示：用 -o 写明文件或文件夹，如 `-o .`
error: a report that is sent has to be a file
hint: name the file or folder with -o, as `-o .`
错误：there.yaml 已经存在
提示：换一个文件名，或加 --force 覆盖
error: there.yaml is there already
hint: choose another name, or write over it with --force
错误：无法写入 nowhere/a.yaml：没有这个文件或文件夹
提示：检查文件夹是否存在、能否写入、磁盘是否已满；已有的记录没有改动
error: cannot write nowhere/a.yaml: there is no such file or folder
hint: check that the folder is there, may be written and has space; what was recorded is untouched
错误：姓名不能为空
error: the name must not be empty
错误：缺少“--layout 编号”
提示：用 `duban report --help` 查看用法
error: `--layout ID` is missing
hint: `duban report --help` shows the usage
错误：“--sent”不能与“--sent-to 姓名”同用
提示：用 `duban report --help` 查看用法
error: `--sent` cannot be used with `--sent-to NAME`
hint: `duban report --help` shows the usage

"#]]
    );
    assert!(!home.beside("a.yaml").exists());
    assert_eq!(home.facts(), facts);
}

#[test]
fn a_signed_week_is_sent_and_stays_signed() {
    let home = Home::set_up();
    let signed = home
        .duban_on("2022-03-18")
        .args(["review", "--sign", "林芳"])
        .output();
    assert!(signed.expect("the program runs").status.success());
    let run = |args: &[&str]| {
        let said = home.duban_on("2022-03-19").args(args).output();
        crate::home::Said::of(said.expect("the program runs"))
    };
    let said = run(&["report", "--layout", "education", "--sent", "-o", "."]);
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    let again = run(&["report", "--layout", "education", "-o", "again.yaml"]);
    assert_eq!((again.code, again.err.as_str()), (0, ""));
    let read = |name: &str| std::fs::read_to_string(home.beside(name)).expect("a report");
    let (first, again) = (read("qingshan-2022-W11-education.yaml"), read("again.yaml"));
    let both = first.lines().zip(again.lines());
    let differing: Vec<&str> = both.filter(|(a, b)| a != b).map(|(a, _)| a).collect();
    assert!(
        differing
            .iter()
            .all(|line| line.starts_with("generated_at")),
        "{differing:?}"
    );
    assert_eq!(run(&["undo"]).code, 0);
}
