//! What makes a screen pleasant, in a real terminal: it follows other programs and the terminal's own
//! look, copies, opens the user's editor, and comes back to where it was left.
#![cfg(unix)]

#[path = "support/terminal.rs"]
mod terminal;

use std::ffi::OsStr;
use std::path::Path;
use std::process::Command;
use tempfile::TempDir;
use terminal::{Terminal, key};
use vt100::Color;

const PROGRAM: &str = env!("CARGO_BIN_EXE_duban");
const OPTIONS: [&str; 2] = ["--today=2022-03-16", "--lang=zh"];
const CTRL_O: &str = "\x0f";
const CTRL_G: &str = "\x07";
/// Stands on every view.
const READY: &str = "? 帮助";

/// The home of a school that was set up, and nothing done.
struct School(TempDir);

impl School {
    fn new() -> Self {
        let school = Self(tempfile::tempdir().expect("a folder"));
        school.run(&["init", "--yes", "--name", "青山小学", "--kind", "primary"]);
        school
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    fn run(&self, words: &[&str]) -> String {
        let mut command = Command::new(PROGRAM);
        command.env_clear().env("DUBAN_HOME", self.path());
        let output = command
            .args(words)
            .args(OPTIONS)
            .output()
            .expect("the program");
        let wrong = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{words:?}: {wrong}");
        String::from_utf8_lossy(&output.stdout).into_owned()
    }

    fn open(&self, set: &[(&str, &OsStr)]) -> Terminal {
        let words: Vec<&OsStr> = [PROGRAM, OPTIONS[0], OPTIONS[1]].map(OsStr::new).into();
        let mut environment = vec![
            ("HOME", self.path().as_os_str()),
            ("DUBAN_HOME", self.path().as_os_str()),
            ("PATH", OsStr::new("/usr/bin:/bin")),
        ];
        environment.extend(set);
        Terminal::start(&words, &environment, self.path(), (80, 24))
    }
}

/// Finds an item in the checklist.
fn find(screen: &mut Terminal, id: &str) {
    screen.send("/");
    screen.send(id);
    screen.send(key::ENTER);
    screen.wait_for(&format!("] {id}"));
}

fn quit(mut screen: Terminal) {
    screen.send("q");
    assert_eq!(screen.wait_for_end().exit_code(), 0);
    assert_eq!(screen.kept(), Vec::<&str>::new());
}

#[test]
fn what_another_program_records_is_shown_without_a_key() {
    let school = School::new();
    let mut screen = school.open(&[]);
    screen.wait_for(READY);
    find(&mut screen, "3.2");
    screen.wait_for("[ ] 3.2");
    school.run(&["tick", "3.2"]);
    screen.wait_for("[x] 3.2");
    school.run(&["undo"]);
    screen.wait_for("[ ] 3.2");
    quit(screen);
}

#[test]
fn what_is_recorded_while_the_made_up_school_is_shown_is_there_afterwards() {
    let school = School::new();
    let mut screen = school.open(&[]);
    screen.wait_for(READY);
    find(&mut screen, "3.2");
    screen.wait_for("[ ] 3.2");
    screen.send(CTRL_G);
    screen.wait_for("示范");
    school.run(&["tick", "3.2"]);
    screen.send("q");
    screen.wait_for("[x] 3.2");
    quit(screen);
}

#[test]
fn a_long_text_is_written_in_the_users_editor() {
    let school = School::new();
    let editor = r"printf '两个班缺体温，\n已电话核实' >";
    let mut screen = school.open(&[("EDITOR", OsStr::new(editor))]);
    screen.wait_for(READY);
    find(&mut screen, "3.2");
    screen.send("n");
    screen.wait_for("Ctrl-O");
    screen.send(CTRL_O);
    screen.wait_for("已电话核实");
    screen.send(key::ENTER);
    screen.wait_for("已记");
    quit(screen);
    assert!(school.run(&["log"]).contains("已电话核实"));
}

#[test]
fn an_editor_that_fails_costs_nothing_that_was_typed() {
    let school = School::new();
    let mut screen = school.open(&[("EDITOR", OsStr::new("false"))]);
    screen.wait_for(READY);
    find(&mut screen, "3.2");
    screen.send("n两个班缺体温");
    screen.wait_for("两个班缺体温");
    screen.send(CTRL_O);
    screen.wait_for("编辑器没有正常打开");
    screen.wait_for("两个班缺体温");
    screen.send(key::ESCAPE);
    screen.wait_without("编辑器");
    quit(screen);
}

#[test]
fn an_item_is_copied_to_the_terminals_clipboard() {
    let school = School::new();
    let mut screen = school.open(&[]);
    screen.wait_for(READY);
    find(&mut screen, "3.2");
    screen.send("Y");
    screen.wait_for("已复制：3.2");
    // `3.2  ` in base 64.
    assert!(
        screen.clipboard().starts_with(b"My4yICDk"),
        "{:?}",
        screen.clipboard()
    );
    quit(screen);
}

#[test]
fn the_theme_follows_the_terminals_background() {
    let school = School::new();
    for (background, accent) in [("rgb:ffff/ffff/ffff", 25), ("rgb:0000/0000/0000", 80)] {
        let mut screen = school.open(&[]).on(background);
        screen.wait_until("keys in the theme's colour", |screen| {
            let last = screen.size().0.get() - 1;
            let first = screen.cell(last, 0);
            first.is_some_and(|cell| cell.fgcolor() == Color::Idx(accent))
        });
        quit(screen);
    }
}

#[test]
fn the_screen_opens_where_it_was_left() {
    let school = School::new();
    let mut screen = school.open(&[]);
    screen.wait_for(READY);
    find(&mut screen, "3.2");
    let kill = format!("kill -s HUP {}", screen.process());
    let killed = Command::new("sh").args(["-c", &kill]).status();
    assert!(killed.is_ok_and(|status| status.success()));
    screen.wait_for_end();
    let mut again = school.open(&[]);
    again.wait_for("] 3.2  ");
    quit(again);
}
