//! The pictures in the README are the real screen.
//!
//! `DUBAN_ACCEPT=1 cargo test --test screenshot` draws them anew.
#![cfg(unix)]

#[path = "support/picture.rs"]
mod picture;
#[path = "support/terminal.rs"]
mod terminal;

use duban::cli::{self, Session};
use duban::clock::Clock;
use duban::text::Lang;
use picture::picture;
use std::ffi::OsStr;
use std::path::Path;
use std::time::Duration;
use terminal::{Terminal, key};

/// What was entered at this school: when, and the words of the command.
const ENTERED: &[(&str, &str)] = &[
    (
        "2022-03-14T07:40:00+08:00",
        "init|--yes|--name|青山小学|--kind|primary|--district|台江区|--students|812|--staff|64",
    ),
    (
        "2022-03-14T08:10:00+08:00",
        "tick|0.4|3.1|10.1|4.3|5.3|5.4|9.1|--by|陈静",
    ),
    (
        "2022-03-14T11:30:00+08:00",
        "tick|3.2|4.2|5.5|5.10|5.11|10.4|A1.2|A1.3|B1.3|B2.3|B4.2|--by|陈静",
    ),
    (
        "2022-03-15T08:05:00+08:00",
        "tick|0.4|3.1|10.1|4.3|5.3|9.1|A1.2|A1.3|--by|陈静",
    ),
    (
        "2022-03-15T15:20:00+08:00",
        "tick|0.1|0.2|2.1|7.1|--by|林海",
    ),
    (
        "2022-03-15T15:30:00+08:00",
        "waive|4.5|--reason|本学期无新生和插班生|--by|林海",
    ),
    ("2022-03-16T07:50:00+08:00", "tick|0.4|10.1|--by|陈静"),
    (
        "2022-03-16T08:20:00+08:00",
        "tick|5.10|5.11|10.4|--on|2022-03-15|--by|陈静",
    ),
    (
        "2022-03-16T09:00:00+08:00",
        "assign|3.3|--to|陈静|--helper|各班班主任|--by|林海",
    ),
    (
        "2022-03-16T10:05:00+08:00",
        "measure|taijiang-2022/3.3|3891|--of|5494|--by|陈静",
    ),
    (
        "2022-03-16T10:06:00+08:00",
        "note|taijiang-2022/3.3|六年级周四补检|--by|陈静",
    ),
];

#[test]
fn the_picture_in_the_readme_is_the_screen() {
    shows(
        Lang::En,
        "checklist.svg",
        "The checklist on the left, the chosen item on the right",
    );
}

#[test]
fn the_picture_in_the_chinese_readme_is_the_screen() {
    shows(
        Lang::Zh,
        "checklist.zh-CN.svg",
        "左边是清单，右边是选中的事项",
    );
}

fn shows(lang: Lang, name: &str, title: &str) {
    let folder = tempfile::tempdir().expect("a folder");
    for (moment, words) in ENTERED {
        enter(folder.path(), moment, words);
    }
    let mut terminal = start(folder.path(), lang);
    terminal.wait_for("青山小学");
    terminal.send("2/hsjc");
    terminal.send(key::ENTER);
    terminal.send(key::DOWN);
    terminal.send(key::DOWN);
    terminal.wait_for("3,891");
    terminal.send(key::ESCAPE);
    terminal.wait_without("hsjc");

    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/screenshots")
        .join(name);
    if std::env::var_os("DUBAN_ACCEPT").is_some() {
        terminal.settle(Duration::from_secs(1));
        std::fs::write(&path, picture(terminal.screen(), picture::DARK, title))
            .expect("the picture's file");
        return;
    }
    let kept = std::fs::read_to_string(&path).expect("a picture; make it with DUBAN_ACCEPT=1");
    let what = format!("{name} as it is kept (DUBAN_ACCEPT=1 draws it anew)");
    terminal.wait_until(&what, |screen| {
        picture(screen, picture::DARK, title) == kept
    });
}

/// Carries out a command of the command line as at that moment.
fn enter(home: &Path, moment: &str, words: &str) {
    let words = words.split('|').map(OsStr::new);
    let options = [
        OsStr::new("--lang=zh"),
        OsStr::new("--home"),
        home.as_os_str(),
    ];
    let words = [OsStr::new("duban")]
        .into_iter()
        .chain(words)
        .chain(options);
    let arguments = cli::parse(words.map(OsStr::to_owned), Lang::Zh).expect("a command line");
    let clock = Clock::Fixed(moment.parse().expect("a moment"));
    let session = Session::new(&arguments.global, clock, Lang::Zh).expect("a session");
    let command = arguments.command.expect("a command");
    cli::run(&session, command).expect("a command that can be carried out");
}

fn start(home: &Path, lang: Lang) -> Terminal {
    let program = OsStr::new(env!("CARGO_BIN_EXE_duban"));
    let lang = format!("--lang={lang}");
    let words = [program, OsStr::new("--today=2022-03-16"), OsStr::new(&lang)];
    let environment = [
        ("HOME", home.as_os_str()),
        ("DUBAN_HOME", home.as_os_str()),
        ("TZ", OsStr::new("Asia/Shanghai")),
    ];
    Terminal::start(&words, &environment, home, (100, 30))
}
