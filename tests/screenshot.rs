//! The pictures in the README are the real screen, on the made-up school of `duban demo`: four ways
//! through it, each in a dark and in a light theme.
//!
//! `DUBAN_ACCEPT=1 cargo test --test screenshot` draws them anew.
#![cfg(unix)]

#[path = "support/picture.rs"]
mod picture;
#[path = "support/terminal.rs"]
mod terminal;

use picture::{DARK, LIGHT, Sheet, picture};
use std::ffi::OsStr;
use std::path::Path;
use std::time::Duration;
use terminal::{Terminal, key};

const PROGRAM: &str = env!("CARGO_BIN_EXE_duban");
/// A Friday.
const TODAY: &str = "--today=2022-04-15";
/// Closes the tour.
const CTRL_X: &str = "\x18";

/// A way through the screen, as a picture shows it.
struct Way {
    name: &'static str,
    size: (u16, u16),
    /// The size it gets before the picture is taken.
    resized: Option<(u16, u16)>,
    /// The keys, and what the screen shows after each, in Chinese and in English.
    keys: &'static [([&'static str; 2], [&'static str; 2])],
    titles: [&'static str; 2],
}

const WAYS: [Way; 4] = [
    Way {
        name: "day",
        size: (140, 40),
        resized: None,
        keys: &[
            (["g"; 2], ["要办", "To do"]),
            ([key::SPACE; 2], ["已记", "recorded"]),
            (["u"; 2], ["已撤销", "undone"]),
            (["U"; 2], ["已重做", "done again"]),
        ],
        titles: ["一天：总览和打勾", "A day: the overview, and a tick"],
    },
    Way {
        name: "waive",
        size: (100, 30),
        resized: None,
        keys: &[
            (["/gels"; 2], ["gels"; 2]),
            ([key::ENTER; 2], ["隔离室", "isolation room"]),
            (["w"; 2], ["理由", "reason"]),
            (
                [
                    "隔离室装修，暂用心理室",
                    "being painted; room 204 until then",
                ],
                ["将记入", "will record"],
            ),
        ],
        titles: ["按拼音查找，记为不适用", "Found by pinyin, and waived"],
    },
    Way {
        name: "review",
        size: (100, 30),
        resized: None,
        keys: &[
            (["3"; 2], ["周检视", "Week"]),
            (["S"; 2], ["签字", "sign"]),
            (["S"; 2], ["Enter 确定", "Enter save"]),
        ],
        titles: [
            "周检视：一周的总结和签字",
            "The weekly review: its summary and signature",
        ],
    },
    Way {
        name: "small",
        size: (80, 24),
        resized: Some((60, 15)),
        keys: &[(["2jjjjj"; 2], ["] 0."; 2])],
        titles: ["小窗口里的清单", "The checklist in a small window"],
    },
];

#[test]
fn the_pictures_in_the_readme_are_the_screen() {
    check("en", [("dark", DARK), ("light", LIGHT)], 1);
}

#[test]
fn the_pictures_in_the_chinese_readme_are_the_screen() {
    check("zh", [("light", LIGHT), ("dark", DARK)], 0);
}

/// The ways in a language, in one theme and the other by turns.
fn check(lang: &str, themes: [(&str, Sheet); 2], said: usize) {
    for (n, way) in WAYS.iter().enumerate() {
        let (theme, sheet) = themes[n % 2];
        let folder = tempfile::tempdir().expect("a folder");
        let mut screen = open(folder.path(), lang, theme, way);
        for (keys, shown) in way.keys {
            screen.send(keys[said]);
            screen.wait_for(shown[said]);
        }
        if let Some((columns, rows)) = way.resized {
            screen.resize(columns, rows);
        }
        keep(
            &mut screen,
            sheet,
            way.titles[said],
            &format!("{}.{lang}.svg", way.name),
        );
    }
}

/// The demo, with its tour closed.
fn open(home: &Path, lang: &str, theme: &str, way: &Way) -> Terminal {
    let options = [format!("--lang={lang}"), format!("--theme={theme}")];
    let mut words = [PROGRAM, "demo", TODAY].map(OsStr::new).to_vec();
    words.extend(options.iter().map(OsStr::new));
    let environment = [
        ("HOME", home.as_os_str()),
        ("TZ", OsStr::new("Asia/Shanghai")),
    ];
    let mut screen = Terminal::start(&words, &environment, home, way.size);
    screen.wait_for("1/6");
    screen.send(CTRL_X);
    screen.wait_without("1/6");
    screen
}

/// Holds a picture to the one that is kept, or keeps it where that is asked.
fn keep(screen: &mut Terminal, sheet: Sheet, title: &str, name: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/screenshots")
        .join(name);
    if std::env::var_os("DUBAN_ACCEPT").is_some() {
        screen.settle(Duration::from_secs(1));
        let drawn = picture(screen.screen(), sheet, title);
        return std::fs::write(&path, drawn).expect("the picture's file");
    }
    let kept = std::fs::read_to_string(&path).expect("a picture; make it with DUBAN_ACCEPT=1");
    let what = format!("{name} as it is kept (DUBAN_ACCEPT=1 draws it anew)");
    screen.wait_until(&what, |screen| picture(screen, sheet, title) == kept);
}
