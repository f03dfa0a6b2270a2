//! Messages for those who answer for something, and the report's forms for people.

use crate::small::{Small, keys};
use snapbox::assert_data_eq;
use snapbox::str;

const DAY: &str = "2022-03-18";

/// Two people with something overdue, one with a number that goes slowly.
fn school() -> Small {
    let school = Small::new();
    let before = "2022-03-16";
    school.ok(before, &["measure", "1.4", "100"]);
    let raise = [
        "finding", "raise", "1.3", "缺页", "--owner", "老周", "--within", "1",
    ];
    school.ok(before, &raise);
    school
}

#[test]
fn a_message_for_each_owner_is_ready_to_be_sent() {
    let school = school();
    assert_data_eq!(
        school.ok(DAY, &["notices"]),
        str![[r#"
【督办提醒】老周
1.〔红〕F6 small/1.3 缺页
   期限3月17日（周四），已逾期 1 个教学日。请整改到位，报请核实。
2.〔蓝〕small/1.1 校门登记齐全
   期限3月18日（周五），今天到期。请今天办完并反馈。
青山小学  2022年3月18日

【督办提醒】陈静
1.〔红〕small/1.2 晨检记录齐全
   期限3月14日（周一），已逾期 4 个教学日。请立即补办；办不了的，报告原因。
2.〔黄〕small/1.4 检测人数
   期限3月18日（周五），进度落后：每天需 900，目前每天 33。请加快进度；赶不上的，先报告。
青山小学  2022年3月18日

"#]]
    );
    assert_data_eq!(
        school.ok_en(DAY, &["notices"]),
        str![[r#"
To do: 老周
1. [red] F6 small/1.3 缺页
   Last day Thu 17 March: overdue by 1 school day. Please put it right and have it verified.
2. [blue] small/1.1 the gate log is complete
   Last day Fri 18 March: due today. Please do it today and say so.
青山小学, 18 March 2022

To do: 陈静
1. [red] small/1.2 the morning checks are complete
   Last day Mon 14 March: overdue by 4 school days. Please do it now, or say why it cannot be done.
2. [yellow] small/1.4 people tested
   Last day Fri 18 March: behind its pace: it takes 900 a day, 33 are done. Please speed it up, or say now that it cannot be in time.
青山小学, 18 March 2022

"#]]
    );
}

#[test]
fn notices_of_one_owner_and_one_colour() {
    let school = school();
    let red = school.ok(DAY, &["notices", "--colour", "red"]);
    assert_eq!(
        (red.matches("〔红〕").count(), red.matches("〔").count()),
        (2, 2)
    );
    assert_eq!(red, school.ok(DAY, &["notices", "--colour", "红"]));
    let both = school.ok(
        DAY,
        &["notices", "--colour", "yellow,blue", "--owner", "老周"],
    );
    assert!(both.starts_with("【督办提醒】老周\n1.〔蓝〕"), "{both}");
    assert_eq!(both.matches("〔").count(), 1);
    assert_eq!(
        school.ok(DAY, &["notices", "--colour", "yellow", "--owner", "老周"]),
        ""
    );
    assert_data_eq!(
        school.refused(DAY, &["notices", "--owner", "王芳"]),
        str![[r#"
错误：没有给“王芳”的提醒
提示：有提醒的是：老周、陈静
error: there is no notice for `王芳`
hint: there are notices for 老周, 陈静

"#]]
    );
    school.refused(DAY, &["notices", "--colour", "green"]);
}

#[test]
fn notices_as_json_have_the_message_with_the_parts() {
    let school = school();
    let notices = school.json(DAY, &["notices"]);
    assert_eq!(keys(&notices[0]), ["colour", "message", "notices", "owner"]);
    assert_eq!(notices[0]["colour"], "red");
    assert_eq!(notices[0]["notices"][0]["reason"], "overdue");
    let messages = [0, 1].map(|n| notices[n]["message"].as_str().expect("a message"));
    assert_eq!(messages.join("\n"), school.ok(DAY, &["notices"]));
}

#[test]
fn notices_go_into_a_file_for_each_owner_and_never_over_one() {
    let school = school();
    let assign = ["assign", "1.2", "--to", "../../甲|乙?"];
    school.ok("2022-03-16", &assign);
    school.home.write("out/kept.txt", "x");
    let folder = school.home.file("out");
    let folder = folder.to_str().expect("UTF-8");
    school.ok(DAY, &["notices", "-o", folder]);
    let mut names: Vec<String> = std::fs::read_dir(folder)
        .expect("the folder")
        .map(|entry| {
            entry
                .expect("an entry")
                .file_name()
                .into_string()
                .expect("UTF-8")
        })
        .collect();
    names.sort();
    let day = "small-2022-03-18";
    let expected = ["甲-乙", "老周", "陈静"].map(|name| format!("{day}-{name}.txt"));
    let mut expected = expected.to_vec();
    expected.push("kept.txt".into());
    expected.sort();
    assert_eq!(names, expected);
    let text = std::fs::read_to_string(school.home.file(&format!("out/{day}-老周.txt")));
    let said = school.ok(DAY, &["notices", "--owner", "老周"]);
    assert_eq!(text.expect("a notice"), said);
    assert!(
        school
            .refused(DAY, &["notices", "-o", folder])
            .contains("已经存在")
    );
    school.ok(DAY, &["notices", "-o", folder, "--force"]);
    school.refused(DAY, &["notices", "-o", "nowhere"]);
}

#[test]
fn nobody_to_be_told_is_no_output() {
    let school = Small::new();
    assert_eq!(school.ok("2022-03-14", &["notices"]), "");
}

#[test]
fn a_brief_is_written_from_the_schools_own_template() {
    let school = school();
    let own = |text: &str| school.home.write("brief.zh.txt", text);
    let template = school.ok(DAY, &["report", "--brief-template"]);
    let said = school.ok(DAY, &["report", "--format", "brief"]);
    own(&template);
    assert_eq!(school.ok(DAY, &["report", "--format", "brief"]), said);
    own("{学校}：{应办}\n");
    assert_eq!(
        school.ok(DAY, &["report", "--format", "txt"]),
        "青山小学：8\n"
    );
    own("{学校} {应办法\n{校名}\n");
    let wrong = school.run(DAY, &["report", "--format", "brief"]);
    assert_eq!((wrong.code, wrong.out.as_str()), (2, ""));
    assert!(
        wrong.err.contains("brief.zh.txt:1:6: 花括号没有闭合"),
        "{}",
        wrong.err
    );
    assert!(
        wrong.err.contains("brief.zh.txt:2:1: 没有“校名”这一项"),
        "{}",
        wrong.err
    );
    assert!(wrong.err.contains("学校"), "{}", wrong.err);
    own(&format!("{}{{学校}}", "长".repeat(998)));
    assert_data_eq!(
        school.run(DAY, &["report", "--format", "brief"]).err,
        str![[r#"
错误：简报最多 1000 字，列举减到最少仍多出 3 字
提示：把模板写短一些；`duban report --brief-template` 输出程序自带的模板

"#]]
    );
}

#[test]
fn forms_for_people_are_chosen_by_the_name_of_the_file() {
    let school = school();
    let read = |name: &str| {
        let path = school.home.file(name);
        school.ok(DAY, &["report", "-o", path.to_str().expect("UTF-8")]);
        std::fs::read_to_string(path).expect("the file")
    };
    assert!(read("x.md").starts_with("# 青山小学 2022-W11"));
    assert!(read("x.txt").starts_with("关于2022年第11周"));
    assert!(read("x.ics").contains("\r\nBEGIN:VEVENT\r\n"));
    let tasks = school.ok(DAY, &["report", "--format", "ics", "--as", "tasks"]);
    assert!(tasks.contains("BEGIN:VTODO") && !tasks.contains("VEVENT"));
}
