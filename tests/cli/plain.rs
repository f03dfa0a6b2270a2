//! The linear mode, through pipes: lines in, lines out, what was recorded.

#[cfg(unix)]
#[path = "../support/terminal.rs"]
mod pty;

use crate::home::{Home, Said};
use crate::small::Small;
use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Child, Command, Stdio};

const FRIDAY: &str = "2022-03-18";

fn start(mut command: Command) -> Child {
    command
        .arg("--plain")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command.spawn().expect("the program runs")
}

/// What is said where these lines are typed and then nothing more. It ends well, and nothing that
/// is said is more than text and line ends.
fn talk(command: Command, lines: &[&str]) -> String {
    let mut child = start(command);
    let mut input = child.stdin.take().expect("an input");
    let typed: String = lines.iter().flat_map(|line| [line, "\n"]).collect();
    input.write_all(typed.as_bytes()).expect("typed");
    drop(input);
    let said = Said::of(child.wait_with_output().expect("an end"));
    assert_eq!((said.code, said.err.as_str()), (0, ""), "{}", said.out);
    let odd = said.out.chars().find(|c| c.is_control() && *c != '\n');
    assert_eq!(odd, None, "{}", said.out);
    said.out
}

/// What a school that was just set up says, on a Wednesday.
fn of(home: &Home, lang: &str, lines: &[&str]) -> String {
    let mut command = home.duban();
    command.args(["--lang", lang]);
    talk(command, lines)
}

fn on_friday(school: &Small, lines: &[&str]) -> String {
    talk(school.home.duban_on(FRIDAY), lines)
}

/// Whether all of these are said, in this order.
#[track_caller]
fn assert_says(said: &str, wanted: &[&str]) {
    let mut rest = said;
    for text in wanted {
        let found = rest.split_once(text);
        assert!(found.is_some(), "{text:?} is not said in:\n{said}");
        (_, rest) = found.expect("found");
    }
}

fn status(home: &Home, id: &str) -> String {
    let report = home.json(&["report"]);
    let checklists = report["checklists"].as_array().expect("checklists");
    let requirements = checklists
        .iter()
        .flat_map(|c| c["requirements"].as_array().expect("requirements"));
    let mut items = requirements.flat_map(|r| r["items"].as_array().expect("items"));
    let item = items.find(|item| item["id"] == id).expect("an item");
    item["status"].as_str().expect("a status").to_owned()
}

#[test]
fn an_item_is_ticked_from_the_list_by_numbers_and_undone() {
    let home = Home::set_up();
    let said = of(&home, "zh", &["1", "1", "1", "q"]);
    assert_says(
        &said,
        &[
            "青山小学，2022-03-16（周三）\n",
            "1. 要办：逾期 0，今日 18，七日内 37\n2. 清单\n3. 周检视\n",
            "总览：1\n",
            "\n1. 待办，期限 3月16日（周三）：0.4 今日校门登记",
            "要办：1\n0.4，待办，期限 3月16日（周三）\n",
            "\n1. 打勾（记为今天完成）；已打勾的取消，键 空格\n",
            "0.4：1\n已记：0.4 完成于 3月16日（周三）\n0.4：q\n",
        ],
    );
    assert_eq!(status(&home, "0.4"), "done");
    let said = of(&home, "en", &["u", "1", "1", "space 1", "0", "U", "q"]);
    assert_says(
        &said,
        &[
            // What was recorded in the run before is asked about first.
            "Overview: u\nUndo this: 0.4 done on Wed 16 March?\n",
            "1 yes, 0 no: 1\nundone: 0.4 done on Wed 16 March\n",
            "To do: space 1\nrecorded: 0.4 done on Wed 16 March\n",
        ],
    );
    assert_eq!(status(&home, "0.4"), "done");
}

#[test]
fn a_tick_for_today_is_taken_back_after_a_question() {
    let home = Home::set_up();
    let said = of(
        &home,
        "zh",
        &["3.2", "空格", "空格", "也许", "否", " ", "打勾", "１"],
    );
    assert_says(
        &said,
        &[
            "已记：3.2 完成于",
            "取消 3.2 在 3月16日（周三） 的完成记录？\n1 是，0 否：也许\n请输入 1 或 0\n1 是，0 否：否\n",
            "3.2： \n3.2，已完成\n",
            "取消 3.2",
            "1 是，0 否：１\n已记：3.2",
        ],
    );
    assert_eq!(status(&home, "3.2"), "due");
}

#[test]
fn an_item_is_found_by_pinyin_and_waived_with_a_reason() {
    let home = Home::set_up();
    let facts = home.facts();
    let said = of(
        &home,
        "zh",
        &["/jzz", "w 1", "", "没有新生", "1", "0", "4.5"],
    );
    assert_says(
        &said,
        &[
            "总览：/jzz\n找到 4 项\n1. 待办",
            "：4.5 本学期新生",
            "查找 jzz：w 1\n4.5，记为不适用（写理由），或恢复\n",
            "理由：\n",
            "理由：没有新生\n将记入：4.5 不适用：没有新生\n1 记入，0 取消：1\n",
            "已记：4.5 不适用：没有新生\n查找 jzz：0\n",
            "4.5，不适用\n",
            "\n不适用：2022-03-16 没有新生\n",
        ],
    );
    assert_eq!(home.facts(), facts + 1);
    assert_eq!(status(&home, "4.5"), "waived");
}

#[test]
fn a_number_is_entered_and_a_wrong_one_asked_again() {
    let home = Home::set_up();
    let answers = [
        "3.3",
        "m",
        "一百",
        "３，８９１",
        "5494",
        "",
        "+3",
        "昨天",
        "0",
    ];
    let said = of(&home, "zh", &answers);
    assert_says(
        &said,
        &[
            "3.3：m\n3.3，填量化指标\n",
            "完成数：一百\n",
            "完成数，现为“一百”，直接回车不变：３，８９１\n",
            "5494\n每日可办，可不填：\n日期，直接回车为“今天”：+3\n",
            "日期，现为“+3”，直接回车不变，减号（-）清空：昨天\n",
            "将记入：3.3 填报 3,891 / 5,494",
            "1 记入，0 取消：0\n已取消，没有记入\n",
        ],
    );
    let facts = home.facts();
    let answers = ["3.3", "m", "3891", "5494", "160", "", "y"];
    let said = of(&home, "en", &answers);
    assert_says(
        &said,
        &["1 record it, 0 cancel: y\nrecorded: 3.3 measured 3,891 / 5,494"],
    );
    assert_eq!(home.facts(), facts + 1);
}

#[test]
fn one_of_a_few_things_is_chosen_by_number_or_name() {
    let home = Home::set_up();
    let answers = [
        "3.2",
        "i",
        "9",
        "部分",
        "",
        "何勇",
        "1",
        "r",
        "缺两名学生的记录",
    ];
    let rest = ["", "补齐", "", "-", "4", "2", "1"];
    let said = of(&home, "zh", &[&answers[..], &rest[..]].concat());
    assert_says(
        &said,
        &[
            "1. 合格\n2. 部分合格\n3. 不合格\n结论，写编号，直接回车为 1：9\n没有这个编号\n",
            "备注，可不填：\n督查人：何勇\n",
            "已记：3.2 督查：部分合格",
        ],
    );
    let report = home.json(&["report"]);
    assert_eq!(report["findings"][0]["text"], "缺两名学生的记录");
    assert_eq!(report["findings"][0]["source"], "inspection");
}

#[test]
fn several_are_ticked_after_one_question_and_undone_in_one_step() {
    let home = Home::set_up();
    let facts = home.facts();
    let said = of(&home, "zh", &["1", "空格 １、2，３", "0", "空格 1-3", "1"]);
    assert_says(
        &said,
        &[
            "要办：空格 １、2，３\n将记入：3 项 完成于 3月16日（周三）\n0.4 ",
            "\n1 是，0 否：0\n要办：空格 1-3\n",
            "1 是，0 否：1\n已记：0.4 完成于",
        ],
    );
    assert_eq!(home.facts(), facts + 3);
    assert_eq!(status(&home, "0.4"), "done");
    let said = of(
        &home,
        "en",
        &["u", "1", "1", "w 2-3 1", "no boarders", "y", "u"],
    );
    assert_says(
        &said,
        &[
            "Overview: u\nUndo this: 0.4 done on",
            "1 yes, 0 no: 1\nundone: 0.4 done on",
            "To do: w 2-3 1\n3 items, waive with a reason",
            "1 record it, 0 cancel: y\nrecorded: ",
            "To do: u\nundone: ",
        ],
    );
    assert_eq!(status(&home, "0.4"), "due");
}

#[test]
fn what_is_marked_is_said_counted_and_acted_on_together() {
    let home = Home::set_up();
    let answers = ["1", "x 1 3", "x 3", "x2、4", "", "0", "1", "n", "n 1 2"];
    let rest = ["t", "", "晨检", "1", "X", "X", "x 1", "?", "1", "打勾"];
    let said = of(&home, "zh", &[&answers[..], &rest[..]].concat());
    assert_says(
        &said,
        &[
            "要办：x 1 3\n已选 2 项\n",
            "要办，已选 2 项：x 3\n已选 1 项\n",
            "要办，已选 1 项：x2、4\n已选 3 项\n",
            "\n1. 已选，待办，期限 3月16日（周三）：0.4",
            "\n3. 待办",
            "总览，已选 3 项（3 项不在列表中）：1\n",
            "要办，已选 3 项：n\n请写明是哪一项",
            "要办，已选 3 项：n 1 2\n这一步一次只办一项\n",
            "要办，已选 3 项：t\n3 项，",
            "1 记入，0 取消：1\n已记：",
            "\n要办：X\n已选 52 项\n",
            "要办，已选 52 项：X\n已选 0 项\n",
            "要办：x 1\n已选 1 项\n",
            "\n1. 取消选择\n",
            "：1\n已选 0 项\n要办：打勾\n请写明是哪一项",
        ],
    );
    assert_eq!(status(&home, "0.4"), "done");
}

#[test]
fn a_key_on_an_item_in_sight_is_about_that_and_not_about_what_is_marked() {
    let home = Home::set_up();
    let answers = ["1", "x 1 2", "3.2", "space", "0", "x 1"];
    let said = of(&home, "en", &answers);
    assert_says(
        &said,
        &[
            "To do: x 1 2\n2 marked\n",
            "To do, 2 marked: 3.2\n3.2, due",
            "\n3.2: space\nrecorded: 3.2 done on Wed 16 March\n3.2: 0\n",
            "To do, 2 marked: x 1\n1 marked\n",
        ],
    );
    assert_eq!(status(&home, "0.4"), "due");
}

#[test]
fn the_checklists_are_narrowed_by_filters_chosen_by_number() {
    let home = Home::set_up();
    let answers = ["f", "99", "1 99", "1，3", "1", "空格", "n", "取消", "0"];
    let rest = ["45", "45", "f", "5"];
    let said = of(&home, "zh", &[&answers[..], &rest[..]].concat());
    assert_says(
        &said,
        &[
            "总览：f\n情况\n1. 今日到期，18 项\n2. 逾期，0 项\n",
            "筛选：99\n没有这个编号\n筛选：1 99\n没有这个编号\n",
            "筛选：1，3\n筛选：今日到期，本周未办，余 45 项\n1. 待办",
            "46. 去掉筛选：今日到期\n47. 去掉筛选：本周未办\n48. 去掉全部筛选\n",
            // What a filter leaves out stays in sight, and the filter stays.
            "0.4：空格\n已记：0.4",
            "0.4：n\n0.4，写备注\n",
            "0.4：0\n筛选：今日到期，本周未办，余 44 项\n",
            "清单：45\n筛选：本周未办，余 44 项\n",
            "清单：45\n有 2 项按复学日倒排期限，但 school.yaml 的 anchors 里还没有“reopening”这个日期。\n台江区教育系统疫情防控十项重点工作\n1. 要求 0 ",
            "筛选：5\n学校信息（school.yaml）没有写校长姓名",
        ],
    );
}

#[test]
fn filters_narrow_what_is_found_and_are_said_with_it() {
    let home = Home::set_up();
    let answers = ["/jzz", "f", "3", "f", "/zzzz"];
    let said = of(&home, "en", &answers);
    assert_says(
        &said,
        &[
            "Overview: /jzz\n4 items\n",
            "Filters: 3\n2 items\nFilters: not done this week, 2 items left\n1. due by",
            "\n3. drop the filter: not done this week\n",
            "3. not done this week, 2 items, on\n",
            "Filters: /zzzz\n0 items\nFilters: not done this week, 0 items left\n",
        ],
    );
}

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
fn a_friday_is_reviewed_and_signed() {
    let school = school();
    let answers = [
        "3", // the week
        "1", // 1.1 is done
        "u", // no, it is not
        "y", // it is
        "+",
        "-", // the matter after this one, and back
        "1", // 1.2 is done on its day
        "未办，登记问题",
        "",
        "",
        "",
        "",
        "",
        "1", // 1.3 is not
        "p",
        "差六百人",
        "1", // 1.4 is, partly
        "C", // the rest is as it should be
        "S",
        "",
        "1", // signed
        "q",
    ];
    let said = on_friday(&school, &answers);
    assert_says(
        &said,
        &[
            "本周可以检视、签字了：按 3。\n",
            "总览：3\n2022-W11（3.14 至 3.20）\n已定 0/4，其余 2 项未确认（C）\n",
            "1.1，开学门槛未达标\n校门登记齐全\n",
            "周检视：1\n已定 1.1：已办\n",
            "已定 1/4",
            "1.2，逾期\n晨检记录齐全\n未办：3月17日（周四）\n",
            "周检视：u\n已撤销 1.1：已办\n",
            "1.1，开学门槛未达标\n",
            "周检视：+\n",
            "1.3，本周应办未办\n",
            "将记入：",
            "已定 1.3：未办",
            "已定 1.4：部分办结",
            "周总结：C\n",
            "周总结：S\n",
            "签字人，现为“王芳”，直接回车不变：\n将记入：",
            "1 记入，0 取消：1\n已记：2022-W11 已签字",
        ],
    );
    let review = school.json(FRIDAY, &["review"]);
    assert_eq!(review["state"], "signed");
    let said = on_friday(&school, &["3", "1.2", "t", "", "", "取消"]);
    assert_says(&said, &["已签字、锁定：王芳", "周总结：1.2\n"]);
}

#[test]
fn what_makes_no_sense_is_answered_in_words() {
    let home = Home::set_up();
    let facts = home.facts();
    let answers = [
        "99", "blah", "t", "j", "0", "-", "+", "zz 3", "x", "9.9", "2", "f",
    ];
    let said = of(&home, "en", &answers);
    assert_says(
        &said,
        &[
            "Overview: 99\nthere is no such number\n",
            "Overview: blah\nType a number, the key or name of an action",
            "Overview: t\nsay which one",
            "Overview: j\nthat is for the full screen only\n",
            "Overview: 0\nthis is the overview; q quits\n",
            "Overview: -\nthere are no more\n",
            "Overview: +\nthere are no more\n",
            "Overview: zz 3\nType a number",
            "Overview: x\n",
            "Overview: 9.9\nthere is no item `9.9`",
        ],
    );
    assert_eq!(home.facts(), facts);
}

#[test]
fn the_actions_are_listed_and_chosen_by_number() {
    let home = Home::set_up();
    let said = of(&home, "en", &["?", "3.2", "?", "3", "cancel", "?", "L"]);
    assert_says(
        &said,
        &[
            "What can be done here:\n1. filter the checklist, key f\n",
            "2. undo the last action, key u\n",
            "tick with another day and a note, key t and a number\n",
            "What can be done here:\n1. tick as done today",
            "3. write a note, key n\n",
            "3.2: 3\n3.2, write a note\n",
            "note: cancel\ncancelled, nothing was recorded\n",
            "3.2: L\n3.2，待办",
        ],
    );
}

#[test]
fn an_input_that_ends_in_a_dialog_has_recorded_nothing() {
    let home = Home::set_up();
    let facts = home.facts();
    for answers in [
        &["3.2", "w"][..],
        &["3.2", "w", "没有"],
        &["3.2", "t", "昨天"],
    ] {
        let said = of(&home, "zh", answers);
        assert!(said.ends_with("\n输入结束，没有记入\n"), "{said}");
    }
    let said = of(&home, "zh", &[]);
    assert!(said.ends_with("总览：\n"), "{said}");
    assert_eq!(home.facts(), facts);
}

#[test]
fn a_reader_that_goes_away_ends_it_well() {
    let home = Home::set_up();
    let mut child = start(home.duban());
    let mut output = BufReader::new(child.stdout.take().expect("an output"));
    let mut line = String::new();
    output.read_line(&mut line).expect("a line");
    drop(output);
    let mut input = child.stdin.take().expect("an input");
    // It may have ended before it has read all.
    let _ = input.write_all("2\n".repeat(50).as_bytes());
    drop(input);
    let mut wrong = String::new();
    let mut errors = child.stderr.take().expect("errors");
    errors.read_to_string(&mut wrong).expect("UTF-8");
    assert_eq!(wrong, "");
    assert_eq!(child.wait().expect("an end").code(), Some(0));
}

#[cfg(unix)]
#[test]
fn an_interrupt_ends_it_and_what_was_recorded_stays() {
    use std::os::unix::process::ExitStatusExt;
    let home = Home::set_up();
    let facts = home.facts();
    let mut child = start(home.duban());
    let mut input = child.stdin.take().expect("an input");
    input.write_all("3.2\n空格\nw\n".as_bytes()).expect("typed");
    let output = BufReader::new(child.stdout.take().expect("an output"));
    let mut lines = output.lines().map(|line| line.expect("UTF-8"));
    assert!(lines.any(|line| line.contains("记为不适用（写理由），或恢复")));
    assert!(lines.any(|line| line.starts_with("逐项回答")));
    let process = child.id().to_string();
    let killed = Command::new("kill").args(["-INT", &process]).status();
    assert!(killed.expect("kill runs").success());
    let ended = child.wait().expect("an end");
    assert_eq!(ended.signal(), Some(2), "{ended:?}");
    drop(input);
    assert_eq!(home.facts(), facts + 1);
}

#[test]
fn a_school_is_set_up_by_three_answers() {
    let home = Home::empty();
    let answers = ["", "青山小学", "小学", "9", "1，2", "1", "2", "q"];
    let said = talk(home.duban(), &answers);
    assert_says(
        &said,
        &[
            "督办：第一次使用\n",
            "1 学校名称：\n请填写学校名称\n1 学校名称：青山小学\n",
            "1. 幼儿园\n2. 小学\n",
            "2 学校类型，写编号，直接回车为 2：小学\n3 启用清单\n1. 台江区",
            "：9\n没有这个编号\n",
            "1 开始使用，0 重新回答：1\n",
            "青山小学，2022-03-16（周三）\n",
            "总览：2\n",
            "台江区教育系统疫情防控十项重点工作\n1. 要求 0 ",
        ],
    );
    let english = Home::empty();
    let answers = ["English", "Green Hill", "", "1", "1", "q"];
    let said = talk(english.duban(), &answers);
    assert_says(
        &said,
        &[
            "1 name of the school: Green Hill\n",
            "Green Hill, Wed 2022-03-16\n",
        ],
    );
    let report = english.json(&["report"]);
    assert_eq!(report["checklists"].as_array().map(Vec::len), Some(1));
}

#[test]
fn what_people_entered_is_read_out_harmless() {
    let home = Home::set_up();
    let nasty = "x\u{1b}[2Jy\u{9b}31m\u{7}";
    home.ok(&["note", "3.2", nasty]);
    home.ok(&["waive", "5.10", "--reason", nasty]);
    let said = of(&home, "zh", &["3.2", "6", "0", "1", "5.10", "w", "0"]);
    assert_says(&said, &["x\u{fffd}[2Jy\u{fffd}31m\u{fffd}"]);
}

#[cfg(unix)]
#[test]
fn a_dumb_terminal_is_talked_to_line_by_line() {
    use std::ffi::OsStr;
    let home = Home::set_up();
    let folder = home.path();
    let words = [env!("CARGO_BIN_EXE_duban"), "--today=2022-03-16"].map(OsStr::new);
    let environment = [
        ("TERM", OsStr::new("dumb")),
        ("DUBAN_HOME", folder.as_os_str()),
        ("HOME", folder.as_os_str()),
    ];
    let mut terminal = pty::Terminal::start(&words, &environment, &folder, (80, 24));
    terminal.wait_for("总览：");
    assert_eq!(terminal.kept(), Vec::<&str>::new());
    terminal.send("/jzz\r");
    terminal.wait_for("查找 jzz：");
    // What is typed is shown by the terminal, and not once more by the program.
    let rows = terminal.rows();
    let shown = rows.iter().filter(|row| row.contains("/jzz"));
    assert_eq!(shown.count(), 1, "{}", terminal.text());
    terminal.send("\x03");
    let ended = terminal.wait_for_end();
    assert!(!ended.success(), "{ended:?}");
    assert_eq!(terminal.kept(), Vec::<&str>::new());
}
