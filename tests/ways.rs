//! Four ways through the screen in a real terminal, on a made-up school: a day is ticked, an item
//! found by pinyin and waived, a week reviewed and signed, the window resized and the program
//! suspended. Each waits for what is on the screen, never for time.
#![cfg(unix)]

#[path = "support/terminal.rs"]
mod terminal;

use serde_yaml::Value;
use std::ffi::OsStr;
use std::path::Path;
use std::process::Command;
use tempfile::TempDir;
use terminal::{Terminal, key};

const PROGRAM: &str = env!("CARGO_BIN_EXE_duban");
const CTRL_Z: &str = "\x1a";
const SMALL: (u16, u16) = (80, 24);
const LARGE: (u16, u16) = (140, 40);

/// The home of a made-up school, with what happened up to a day; the weeks before are signed.
struct School {
    home: TempDir,
    today: &'static str,
    lang: &'static str,
}

impl School {
    fn new(until: &str, today: &'static str, lang: &'static str) -> Self {
        let home = tempfile::tempdir().expect("a folder");
        let school = Self { home, today, lang };
        let words = ["simulate", "--from=2022-02-14", "--until", until, "--sign"];
        school.run(&words);
        school
    }

    fn path(&self) -> &Path {
        self.home.path()
    }

    fn options(&self) -> [String; 2] {
        [
            format!("--today={}", self.today),
            format!("--lang={}", self.lang),
        ]
    }

    fn environment(&self) -> [(&'static str, &OsStr); 4] {
        [
            ("HOME", self.path().as_os_str()),
            ("DUBAN_HOME", self.path().as_os_str()),
            ("TZ", OsStr::new("Asia/Shanghai")),
            ("PATH", OsStr::new("/usr/bin:/bin")),
        ]
    }

    fn open(&self, size: (u16, u16)) -> Terminal {
        let options = self.options();
        let mut words = vec![OsStr::new(PROGRAM)];
        words.extend(options.iter().map(OsStr::new));
        Terminal::start(&words, &self.environment(), self.path(), size)
    }

    /// Runs a command of the command line, which must end well. Gives what it printed.
    fn run(&self, words: &[&str]) -> String {
        let mut command = Command::new(PROGRAM);
        command.env_clear().envs(self.environment());
        let output = command.args(words).args(self.options()).output();
        let output = output.expect("the program");
        let wrong = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{words:?}: {wrong}");
        String::from_utf8_lossy(&output.stdout).into_owned()
    }
}

/// Quits, and sees that the terminal was given back.
fn quit(mut screen: Terminal) {
    screen.send("q");
    assert_eq!(screen.wait_for_end().exit_code(), 0);
    assert_eq!(screen.kept(), Vec::<&str>::new());
}

/// What the ways say, in one language.
struct Said {
    lang: &'static str,
    /// What the sentence says when nothing is left for today.
    nothing_today: &'static str,
    recorded: &'static str,
    undone: &'static str,
    reason: &'static str,
    waived: &'static str,
    done_key: &'static str,
    keep_key: &'static str,
    progress: &'static str,
    sign_key: &'static str,
    signed: &'static str,
    help_key: &'static str,
}

const CHINESE: Said = Said {
    lang: "zh",
    nothing_today: "今日到期 0 项",
    recorded: "已记：",
    undone: "已撤销",
    reason: "正在装修",
    waived: "5.10 不适用",
    done_key: "空格 已办",
    keep_key: "c 维持",
    progress: "已定",
    sign_key: "S 签字",
    signed: "已签字",
    help_key: "? 帮助",
};

const ENGLISH: Said = Said {
    lang: "en",
    nothing_today: "; 0 due today",
    recorded: "recorded: ",
    undone: "undone",
    reason: "being painted",
    waived: "5.10 waived",
    done_key: "Space done",
    keep_key: "c keep",
    progress: "decided",
    sign_key: "S sign",
    signed: "signed",
    help_key: "? help",
};

#[test]
fn a_day_is_ticked() {
    for (said, size) in [(&CHINESE, SMALL), (&ENGLISH, LARGE)] {
        let school = School::new("2022-03-15", "2022-03-16", said.lang);
        let before = totals(&school);
        let mut screen = school.open(size);
        screen.wait_for(said.help_key);
        let ticked = tick_all(&mut screen, said);
        screen.send("u");
        screen.wait_for(said.undone);
        screen.send("U");
        screen.wait_for(said.nothing_today);
        quit(screen);
        let after = totals(&school);
        assert_eq!(
            after["done"].as_u64(),
            before["done"].as_u64().map(|n| n + ticked)
        );
        assert_eq!(after["overdue"], before["overdue"]);
    }
}

/// The totals of the week.
fn totals(school: &School) -> Value {
    let status = school.run(&["status", "--json"]);
    let status: Value = serde_yaml::from_str(&status).expect("JSON, which is YAML");
    status["totals"].clone()
}

/// Ticks what is due today until nothing is, what was missed on another day and is due again among
/// it, which stays overdue; how many there were.
fn tick_all(screen: &mut Terminal, said: &Said) -> u64 {
    let mut ticked = Vec::new();
    while !screen.text().contains(said.nothing_today) {
        let task = first_due(screen, &ticked).expect("a task that is due");
        screen.send("g");
        for _ in 0..task.0 {
            screen.send(key::DOWN);
        }
        screen.send(key::SPACE);
        screen.wait_for(&format!("{}{}", said.recorded, task.1));
        ticked.push(task.1);
    }
    assert!(!ticked.is_empty(), "something was due");
    ticked.len().try_into().expect("few")
}

/// The first task that was not ticked yet: its place in the list, and its id.
fn first_due(screen: &Terminal, ticked: &[String]) -> Option<(usize, String)> {
    let tasks = screen.rows().into_iter().filter_map(|row| {
        let at = row
            .find("[ ]")
            .or_else(|| row.find("[!]"))
            .or_else(|| row.find("[~]"))?;
        let id = row.get(at + 4..)?.split(' ').next()?;
        Some(id.to_owned())
    });
    tasks.enumerate().find(|(_, id)| !ticked.contains(id))
}

#[test]
fn an_item_is_found_by_pinyin_and_waived() {
    for (said, size) in [(&CHINESE, LARGE), (&ENGLISH, SMALL)] {
        let school = School::new("2022-03-15", "2022-03-16", said.lang);
        let mut screen = school.open(size);
        screen.wait_for(said.help_key);
        // 隔离室: the isolation room.
        screen.send("/gels");
        screen.wait_for("gels");
        screen.send(key::ENTER);
        screen.wait_for("] 5.10");
        screen.send("w");
        screen.send(said.reason);
        screen.wait_for(said.reason);
        screen.send(key::ENTER);
        screen.wait_for(said.waived);
        quit(screen);
        let status = school.run(&["log", "5.10"]);
        assert!(status.contains(said.reason), "{status}");
    }
}

#[test]
fn a_week_is_reviewed_and_signed() {
    for (said, size) in [(&CHINESE, SMALL), (&ENGLISH, LARGE)] {
        let school = School::new("2022-03-17", "2022-03-18", said.lang);
        let mut screen = school.open(size);
        screen.wait_for(said.help_key);
        screen.send("3");
        screen.wait_for(said.progress);
        decide(&mut screen, said);
        screen.send("S");
        screen.wait_for(said.sign_key);
        screen.send("S");
        screen.wait_for("Enter");
        screen.send(key::ENTER);
        screen.wait_for(said.signed);
        quit(screen);
        let log = school.run(&["log"]);
        assert!(log.contains("2022-W11"), "{log}");
    }
}

/// Decides three matters: done where that can be said, kept as they are where that can.
fn decide(screen: &mut Terminal, said: &Said) {
    for decided in 0..3 {
        let shown = screen.text();
        let key = if shown.contains(said.done_key) {
            key::SPACE
        } else if shown.contains(said.keep_key) {
            "c"
        } else {
            "s"
        };
        screen.send(key);
        screen.wait_until(&format!("a {decided}. decision"), |screen| {
            screen.contents() != shown && screen.contents() != ""
        });
        screen.settle(std::time::Duration::from_millis(50));
    }
}

#[test]
fn the_window_is_resized_and_the_program_suspended() {
    let school = School::new("2022-03-15", "2022-03-16", "zh");
    let shell = ["/bin/bash", "/usr/bin/bash"]
        .into_iter()
        .find(|path| Path::new(path).exists());
    let Some(shell) = shell else {
        println!("skipped: no shell here that is known to have jobs");
        return;
    };
    let words = [shell, "--norc", "--noediting", "-i"].map(OsStr::new);
    let mut environment = school.environment().to_vec();
    environment.push(("PS1", OsStr::new("READY> ")));
    let mut screen = Terminal::start(&words, &environment, school.path(), LARGE);
    screen.wait_for("READY>");
    let [today, lang] = school.options();
    screen.send(&format!("{PROGRAM} {today} {lang}\r"));
    screen.wait_for(CHINESE.help_key);
    for size in [(60, 15), (100, 30), SMALL] {
        screen.resize(size.0, size.1);
        screen.wait_until(&format!("a screen of {size:?}"), |screen| {
            let last = screen.rows(0, size.0).last().unwrap_or_default();
            last.contains(CHINESE.help_key)
        });
    }
    for _ in 0..2 {
        screen.send(CTRL_Z);
        wait_for_prompt(&mut screen);
        assert!(
            !screen.screen().alternate_screen(),
            "the shell has the terminal"
        );
        screen.send("fg\r");
        screen.wait_for(CHINESE.help_key);
        assert!(
            screen.screen().alternate_screen(),
            "the program has it again"
        );
    }
    screen.send("2");
    screen.wait_for("] 0.");
    screen.send("q");
    wait_for_prompt(&mut screen);
    screen.send("exit\r");
    assert_eq!(screen.wait_for_end().exit_code(), 0);
    assert_eq!(screen.kept(), Vec::<&str>::new());
}

/// Waits until the shell asks for the next command: what is typed before that is lost.
fn wait_for_prompt(screen: &mut Terminal) {
    screen.wait_until("a new prompt", |screen| {
        let rows = screen.rows(0, screen.size().1.get());
        let last = rows.filter(|row| !row.trim().is_empty()).last();
        last.is_some_and(|row| row.trim() == "READY>")
    });
}
