//! `duban demo` in a real terminal: it opens on a made-up school with its tour, and leaves nothing
//! behind, neither in the user's own home nor among the temporary files, however it ends.
#![cfg(unix)]

#[path = "support/terminal.rs"]
mod terminal;

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;
use tempfile::TempDir;
use terminal::{Terminal, key};

const PROGRAM: &str = env!("CARGO_BIN_EXE_duban");
const CTRL_G: &str = "\x07";
const SIZE: (u16, u16) = (80, 24);

/// A user of whom the system knows nothing but a home and a folder for temporary files.
struct User {
    folder: TempDir,
}

impl User {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        for name in ["home", "temporary", "school"] {
            std::fs::create_dir(folder.path().join(name)).expect("a folder");
        }
        Self { folder }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn open(&self, words: &[&str]) -> Terminal {
        let words = std::iter::once(PROGRAM).chain(words.iter().copied());
        let words: Vec<&OsStr> = words.map(OsStr::new).collect();
        let (home, temporary, school) = (
            self.path("home"),
            self.path("temporary"),
            self.path("school"),
        );
        let environment = [
            ("HOME", home.as_os_str()),
            ("TMPDIR", temporary.as_os_str()),
            ("DUBAN_HOME", school.as_os_str()),
            ("TZ", OsStr::new("Asia/Shanghai")),
        ];
        Terminal::start(&words, &environment, self.folder.path(), SIZE)
    }

    /// Everything in a folder of the user's, at any depth.
    fn left_in(&self, name: &str) -> Vec<PathBuf> {
        within(&self.path(name))
    }
}

fn within(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).expect("a folder");
    let paths = entries.map(|entry| entry.expect("an entry").path());
    paths
        .flat_map(|path| {
            let below = if path.is_dir() {
                within(&path)
            } else {
                Vec::new()
            };
            std::iter::once(path).chain(below)
        })
        .collect()
}

#[test]
fn the_demo_opens_with_its_tour_and_leaves_nothing_behind() {
    for (lang, tour, own, ticked) in [
        ("zh", "导览 1/6", "示范", "已记：2.2 完成于"),
        ("en", "Tour 1/6", "Demo", "recorded: 2.2 done on"),
    ] {
        let user = User::new();
        let mut screen = user.open(&["--lang", lang, "--today", "2022-03-16", "demo"]);
        screen.wait_for(tour);
        screen.wait_for(own);
        // What is recorded, and the place that is kept between runs, are the made-up school's.
        screen.send(key::ENTER);
        screen.wait_for("2/6");
        screen.send(key::SPACE);
        screen.wait_for(ticked);
        assert!(!user.left_in("temporary").is_empty());
        screen.send("q");
        assert!(screen.wait_for_end().success());
        assert_eq!(screen.kept(), [""; 0]);
        for folder in ["home", "temporary", "school"] {
            assert_eq!(user.left_in(folder), [""; 0].map(PathBuf::from), "{folder}");
        }
    }
}

#[test]
fn the_demo_that_is_told_to_end_leaves_nothing_behind() {
    for (signal, plain) in [("TERM", false), ("HUP", false), ("INT", true)] {
        let user = User::new();
        let mut words = vec!["--lang", "en", "--today", "2022-03-16", "demo"];
        if plain {
            words.push("--plain");
        }
        let mut screen = user.open(&words);
        screen.wait_for(if plain { "Line by line" } else { "Tour 1/6" });
        screen.send(key::ENTER);
        screen.wait_for(if plain { "Demo:" } else { "Tour 2/6" });
        let kill = format!("kill -s {signal} {}", screen.process());
        let killed = Command::new("sh").args(["-c", &kill]).status();
        assert!(killed.is_ok_and(|status| status.success()));
        assert!(!screen.wait_for_end().success());
        assert_eq!(screen.kept(), [""; 0]);
        for folder in ["home", "temporary", "school"] {
            assert_eq!(user.left_in(folder), [""; 0].map(PathBuf::from), "{folder}");
        }
    }
}

#[test]
fn the_first_run_offers_the_demo_and_goes_on_after_it() {
    let user = User::new();
    let mut screen = user.open(&["--lang", "en", "--today", "2022-03-16"]);
    screen.wait_for("first run");
    screen.send("Qingshan");
    screen.wait_for("Qingshan");
    screen.send(CTRL_G);
    screen.wait_for("Tour 1/6");
    screen.send("q");
    screen.wait_for("first run");
    screen.wait_for("Qingshan");
    assert!(user.left_in("school").is_empty());
    assert!(user.left_in("temporary").is_empty());
    screen.send("\r\r\r\r");
    screen.wait_for("This week");
    screen.wait_without("Tour");
    screen.send("q");
    assert!(screen.wait_for_end().success());
    assert!(user.path("school").join("school.yaml").exists());
}

#[test]
fn without_a_terminal_no_school_is_made_up() {
    let user = User::new();
    let mut command = Command::new(PROGRAM);
    command.env_clear().env("HOME", user.path("home"));
    command.env("TMPDIR", user.path("temporary"));
    let output = command.args(["--lang", "en", "demo"]).output();
    let output = output.expect("the program");
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("the screen needs a terminal"));
    assert!(user.left_in("temporary").is_empty());
}
