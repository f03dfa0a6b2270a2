//! A principal's way through the program, in a real terminal, from an empty home to the report.
#![cfg(unix)]

#[path = "support/terminal.rs"]
mod terminal;

use serde_yaml::Value;
use std::ffi::OsStr;
use std::io::Read;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::time::Duration;
use tempfile::TempDir;
use terminal::{Terminal, key};

const PROGRAM: &str = env!("CARGO_BIN_EXE_duban");
/// A Wednesday.
const TODAY: &str = "--today=2022-03-16";

/// A home of the journey's own, and what the system says of its user.
struct Home {
    folder: TempDir,
    locale: &'static str,
}

impl Home {
    fn new(locale: &'static str) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        Self { folder, locale }
    }

    /// A home where a school is set up.
    fn of_a_school() -> Self {
        let home = Self::new("zh_CN.UTF-8");
        home.run(&["init", "--yes", "--name", "青山小学", "--kind", "primary"]);
        home
    }

    fn path(&self) -> &Path {
        self.folder.path()
    }

    fn environment(&self) -> [(&'static str, &OsStr); 3] {
        [
            ("HOME", self.path().as_os_str()),
            ("LANG", OsStr::new(self.locale)),
            ("TZ", OsStr::new("Asia/Shanghai")),
        ]
    }

    fn open(&self, size: (u16, u16)) -> Terminal {
        let words = [PROGRAM, TODAY].map(OsStr::new);
        Terminal::start(&words, &self.environment(), self.path(), size)
    }

    /// Runs a command of the command line that must end well. Gives what it printed.
    fn run(&self, words: &[&str]) -> String {
        let mut command = Command::new(PROGRAM);
        command.env_clear().envs(self.environment());
        command.current_dir(self.path()).args(words).arg(TODAY);
        let output = command.output().expect("the program");
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        let wrong = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{words:?}: {said}{wrong}");
        said
    }
}

/// What the journey's program says, in one language.
struct Said {
    locale: &'static str,
    school: &'static str,
    first_run: &'static str,
    titles: [&'static str; 2],
    overview: &'static str,
    done: &'static str,
    yesterday: &'static str,
    done_yesterday: &'static str,
    reason: &'static str,
    waived: &'static str,
    undone: &'static str,
    redone: &'static str,
}

const CHINESE: Said = Said {
    locale: "zh_CN.UTF-8",
    school: "青山小学",
    first_run: "第一次使用",
    titles: [
        "台江区教育系统疫情防控十项重点工作",
        "丰泽区扩大核酸检测与学校复学复课工作",
    ],
    overview: "本周应办",
    done: "完成于 3月16日",
    yesterday: "昨天",
    done_yesterday: "完成于 3月15日",
    reason: "本学期没有新生和插班生",
    waived: "4.5 不适用",
    undone: "已撤销",
    redone: "已重做",
};

const ENGLISH: Said = Said {
    locale: "en_GB.UTF-8",
    school: "Qingshan Primary School",
    first_run: "first run",
    titles: [
        "Ten requirements for campus epidemic control",
        "Wider testing and school reopening",
    ],
    overview: "This week",
    done: "done on Wed 16 March",
    yesterday: "yesterday",
    done_yesterday: "done on Tue 15 March",
    reason: "no new pupils this term",
    waived: "4.5 waived",
    undone: "undone",
    redone: "done again",
};

#[test]
fn a_principal_goes_from_an_empty_home_to_the_report_in_chinese() {
    journey(&CHINESE);
}

#[test]
fn a_principal_goes_from_an_empty_home_to_the_report_in_english() {
    journey(&ENGLISH);
}

fn journey(said: &Said) {
    let home = Home::new(said.locale);
    let mut screen = home.open((80, 24));
    answer_three_questions(&mut screen, said);
    tick_and_waive(&mut screen, said);
    measure_undo_and_redo(&mut screen, said);
    screen.send("q");
    assert_eq!(screen.wait_for_end().exit_code(), 0);
    assert_eq!(screen.kept(), Vec::<&str>::new());

    // It opens where it was left.
    let mut screen = home.open((80, 24));
    screen.wait_for("3,891 / 5,494");
    screen.send("6");
    for entered in [said.waived, said.done, said.done_yesterday, "3,891 / 5,494"] {
        screen.wait_for(entered);
    }
    find_testing(&mut screen);
    screen.wait_for("3,891 / 5,494");
    screen.send("q");
    assert_eq!(screen.wait_for_end().exit_code(), 0);

    home.run(&["report", "--week", "2022-W11", "-o", "report.yaml"]);
    let report = std::fs::read_to_string(home.path().join("report.yaml")).expect("a report");
    check(&serde_yaml::from_str(&report).expect("YAML"), said);
    home.run(&["verify", "report.yaml"]);
}

fn answer_three_questions(screen: &mut Terminal, said: &Said) {
    screen.wait_for(said.first_run);
    for title in said.titles {
        screen.wait_for(title);
    }
    screen.send(said.school);
    screen.wait_for(said.school);
    // The kind is a primary school, and both checklists are chosen: as they are.
    for _ in 0..4 {
        screen.send(key::ENTER);
    }
    screen.wait_for(said.overview);
}

fn tick_and_waive(screen: &mut Terminal, said: &Said) {
    for item in ["0.4", "3.1", "10.1"] {
        find(screen, item, item);
        screen.send(key::SPACE);
        screen.wait_for(&format!("{item} {}", said.done));
    }
    find(screen, "4.3", "4.3");
    screen.send("t");
    screen.send(said.yesterday);
    screen.wait_for(said.done_yesterday);
    screen.send(key::ENTER);
    screen.wait_for(&format!("4.3 {}", said.done_yesterday));
    find(screen, "4.5", "4.5");
    screen.send("w");
    screen.send(said.reason);
    screen.wait_for(said.reason);
    screen.send(key::ENTER);
    screen.wait_for(said.waived);
}

fn measure_undo_and_redo(screen: &mut Terminal, said: &Said) {
    find_testing(screen);
    screen.send("m3891");
    screen.send(key::TAB);
    screen.send("5494");
    screen.wait_for("5494");
    screen.send(key::ENTER);
    screen.wait_for("3,891 / 5,494");
    screen.send("u");
    screen.wait_for(said.undone);
    screen.send("U");
    screen.wait_for(said.redone);
}

/// Finds by typing, and waits until the item is the chosen one.
fn find(screen: &mut Terminal, text: &str, item: &str) {
    screen.send("2/");
    screen.send(key::CTRL_U);
    screen.send(text);
    screen.send(key::ENTER);
    wait_for_item(screen, item);
}

/// Waits until the item's page is shown: its heading stands beside the title of the checklist.
fn wait_for_item(screen: &mut Terminal, item: &str) {
    let heading = format!("] {item}  ");
    screen.wait_until(&format!("the page of {item}"), |screen| {
        let (_, columns) = screen.size();
        let mut rows = screen.rows(0, columns.get());
        rows.nth(2).is_some_and(|row| row.contains(&heading))
    });
}

/// Finds the testing of everyone by the first letters of 核酸检测: the third of its requirement.
fn find_testing(screen: &mut Terminal) {
    find(screen, "hsjc", "3.1");
    screen.send(key::DOWN);
    screen.send(key::DOWN);
    wait_for_item(screen, "3.3");
}

/// Whether the report says what was entered, and nothing else.
fn check(report: &Value, said: &Said) {
    assert_eq!(report["schema"], "duban.status-report/1");
    assert_eq!(report["school"]["name"], said.school);
    assert_eq!(report["week"], "2022-W11");
    assert_eq!(report["as_of"], "2022-03-16");
    let mut done = Vec::new();
    for item in items(report) {
        let id = item["id"].as_str().expect("an id");
        for completion in list(&item["completions"]) {
            let on = completion["on"].as_str().expect("a day");
            done.push(format!("{id} {on}"));
        }
        if id == "3.3" {
            assert_eq!(item["measure"]["value"], 3891);
            assert_eq!(item["measure"]["of"], 5494);
        }
        let is_waived = item["status"] == "waived";
        assert_eq!(is_waived, id == "4.5", "{id}");
    }
    let expected = [
        "0.4 2022-03-16",
        "3.1 2022-03-16",
        "4.3 2022-03-15",
        "10.1 2022-03-16",
    ];
    assert_eq!(done, expected);
    // Two checklists, five steps, one undoing, one doing again.
    assert_eq!(report["record"]["facts"], 10);
}

fn items(report: &Value) -> impl Iterator<Item = &Value> {
    list(&report["checklists"])
        .flat_map(|checklist| list(&checklist["requirements"]))
        .flat_map(|requirement| list(&requirement["items"]))
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_sequence().into_iter().flatten()
}

#[test]
fn the_screen_fits_any_size_and_comes_back_as_it_was() {
    let home = Home::of_a_school();
    let mut screen = home.open((80, 24));
    screen.wait_for(CHINESE.overview);
    find_testing(&mut screen);
    screen.settle(Duration::from_millis(300));
    let before = screen.text();
    for size in [(60, 15), (40, 10), (20, 4), (200, 60)] {
        screen.resize(size.0, size.1);
        screen.wait_until(&format!("a screen of {size:?}"), |screen| {
            // The last row has the keys, as long as there is room for anything.
            let last = screen.rows(0, size.0).last().unwrap_or_default();
            !last.trim().is_empty() || size.1 < 10
        });
    }
    screen.resize(80, 24);
    screen.wait_until("the screen as it was", |screen| {
        let rows: Vec<String> = screen
            .rows(0, 80)
            .map(|r| r.trim_end().to_owned())
            .collect();
        rows.join("\n") == before
    });
}

#[test]
fn a_key_counts_that_is_pressed_when_the_window_has_changed_its_size() {
    let home = Home::of_a_school();
    let mut screen = home.open((80, 24));
    screen.wait_for(CHINESE.overview);
    screen.send("4");
    screen.wait_for("没有未销号的问题");
    for (width, key, shown) in [(90, "2", "区教育局再部署"), (100, "4", "没有未销号的问题")]
    {
        screen.resize(width, 24);
        screen.send(key);
        screen.wait_for(shown);
    }
    screen.resize(110, 24);
    screen.settle(Duration::from_millis(300));
    screen.send("2");
    screen.wait_for("区教育局再部署");
    screen.send("q");
    assert_eq!(screen.wait_for_end().exit_code(), 0);
}

#[test]
fn the_terminal_is_given_back_when_the_program_is_told_to_end() {
    for signal in ["TERM", "INT"] {
        let home = Home::of_a_school();
        let mut screen = home.open((80, 24));
        screen.wait_for(CHINESE.overview);
        assert!(!screen.kept().is_empty(), "it was taken");
        let kill = format!("kill -s {signal} {}", screen.process());
        let status = Command::new("sh").args(["-c", &kill]).status();
        assert!(status.expect("a shell").success());
        let code = screen.wait_for_end().exit_code();
        assert_eq!(code, if signal == "TERM" { 143 } else { 130 });
        assert_eq!(screen.kept(), Vec::<&str>::new(), "after SIG{signal}");
    }
}

/// Names the home to the child that holds the terminal.
const HELD: &str = "DUBAN_TEST_TERMINAL_HELD";

/// Holds the only terminal that the program has, until it is killed with it.
#[test]
fn child_that_holds_the_terminal() {
    let Some(folder) = std::env::var_os(HELD) else {
        return;
    };
    // The program keeps the pipe open as long as it, or anything it started, lives.
    let hold = "exec 3>\"$HOME/alive\"; exec \"$0\" \"$@\"";
    let words = ["sh", "-c", hold, PROGRAM, TODAY].map(OsStr::new);
    let path = std::env::var_os("PATH").unwrap_or_default();
    let environment = [("HOME", folder.as_os_str()), ("PATH", path.as_os_str())];
    let mut screen = Terminal::start(&words, &environment, Path::new(&folder), (80, 24));
    screen.wait_for(CHINESE.overview);
    find(&mut screen, "3.1", "3.1");
    screen.send(key::SPACE);
    screen.wait_for(CHINESE.done);
    println!("\nheld");
    loop {
        std::thread::park();
    }
}

#[test]
fn a_terminal_that_vanishes_ends_the_program_at_once() {
    let home = Home::of_a_school();
    let pipe = home.path().join("alive");
    let made = Command::new("mkfifo").arg(&pipe).status();
    if !made.is_ok_and(|status| status.success()) {
        println!("skipped: no mkfifo on this system");
        return;
    }
    let mut holder = Command::new(std::env::current_exe().expect("this program"))
        .args(["--exact", "child_that_holds_the_terminal", "--nocapture"])
        .env(HELD, home.path())
        .stdout(Stdio::piped())
        .spawn()
        .expect("a child");
    let (ended, end) = mpsc::channel();
    std::thread::spawn(move || {
        let mut alive = std::fs::File::open(pipe).expect("a pipe");
        let _ = alive.read_to_end(&mut Vec::new());
        // Nobody listens any more where the test has failed.
        let _ = ended.send(());
    });
    wait_for_line(&mut holder, "held");
    assert!(end.try_recv().is_err(), "it lives");
    holder.kill().expect("SIGKILL");
    holder.wait().expect("its end");
    let gone = end.recv_timeout(Duration::from_secs(2));
    assert!(
        gone.is_ok(),
        "it still lives two seconds after its terminal went"
    );
    assert!(home.run(&["verify"]).contains("3 条记录"));
}

fn wait_for_line(child: &mut std::process::Child, line: &str) {
    use std::io::{BufRead, BufReader};
    let mut out = BufReader::new(child.stdout.as_mut().expect("its output"));
    let mut found = String::new();
    while found.trim_end() != line {
        found.clear();
        let length = out.read_line(&mut found).expect("a line");
        assert!(length > 0, "the child ended before it said {line:?}");
    }
}

/// A district of two schools in a folder of its own.
fn district(home: &Home) {
    home.run(&["init", "--yes", "--name", "青山小学", "--kind", "primary"]);
    home.run(&["tick", "0.4", "3.1"]);
    home.run(&["report", "--week", "2022-W11", "-o", "report.yaml"]);
    let at = |name: &str| home.path().join(name);
    let report = std::fs::read_to_string(at("report.yaml")).expect("a report");
    std::fs::create_dir(at("district")).expect("a folder");
    for (id, name) in [("first", "第一小学"), ("hongqi", "红旗小学")] {
        let named = report.replacen("id: qingshanxiaoxue", &format!("id: {id}"), 1);
        assert_ne!(named, report, "the id was found");
        let named = named.replacen("name: 青山小学", &format!("name: {name}"), 1);
        std::fs::write(at(&format!("district/{id}.yaml")), named).expect("a report");
    }
}

#[test]
fn a_clerk_sorts_finds_and_looks_into_a_schools_report() {
    let home = Home::new("zh_CN.UTF-8");
    district(&home);
    let words = [PROGRAM, TODAY, "rollup", "district", "--screen"].map(OsStr::new);
    let mut screen = Terminal::start(&words, &home.environment(), home.path(), (80, 24));
    screen.wait_for("2 所：已报 2");
    screen.send(key::RIGHT);
    screen.send("s");
    screen.wait_for("逾期v");
    screen.send("s");
    screen.wait_for("逾期^");
    screen.send("/hqxx");
    screen.wait_for("找到 1 行");
    screen.send(key::ENTER);
    screen.send(key::ENTER);
    screen.wait_for("逾期事项（");
    screen.send(key::ESCAPE);
    screen.wait_for("/ 查找");
    screen.send(key::ESCAPE);
    screen.wait_for("第一小学");
    screen.send("q");
    assert_eq!(screen.wait_for_end().exit_code(), 0);
    assert_eq!(screen.kept(), Vec::<&str>::new());
}

#[test]
fn the_terminal_is_given_back_when_a_rollup_is_told_to_end() {
    let home = Home::new("zh_CN.UTF-8");
    district(&home);
    let words = [PROGRAM, TODAY, "rollup", "district", "--screen"].map(OsStr::new);
    let mut screen = Terminal::start(&words, &home.environment(), home.path(), (80, 24));
    screen.wait_for("2 所：已报 2");
    let kill = format!("kill -s TERM {}", screen.process());
    let status = Command::new("sh").args(["-c", &kill]).status();
    assert!(status.expect("a shell").success());
    assert_eq!(screen.wait_for_end().exit_code(), 143);
    assert_eq!(screen.kept(), Vec::<&str>::new());
}

#[test]
fn without_a_terminal_the_screen_of_a_rollup_says_what_to_do_instead() {
    let home = Home::new("en_GB.UTF-8");
    district(&home);
    let mut command = Command::new(PROGRAM);
    command.env_clear().envs(home.environment());
    let words = [TODAY, "--lang=en", "rollup", "district", "--screen"];
    let output = command.current_dir(home.path()).args(words).output();
    let output = output.expect("the program");
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(
        said.contains("without `--screen` a summary is printed"),
        "{said}"
    );
    assert!(output.stdout.is_empty());
}
