//! Random keys, pastes, clicks and sizes in a real terminal: no panic, and the terminal is given
//! back after each run. `DUBAN_UNRULY=200 cargo test --test unruly` makes as many runs.
#![cfg(unix)]

#[path = "support/chance.rs"]
mod chance;
#[path = "support/terminal.rs"]
mod terminal;

use chance::Chance;
use std::ffi::OsStr;
use std::fmt::Write as _;
use std::path::Path;
use std::process::Command;
use terminal::Terminal;

const PROGRAM: &str = env!("CARGO_BIN_EXE_duban");
const TODAY: &str = "--today=2022-03-18";
/// How many runs are made where nothing is said.
const RUNS: u64 = 20;
/// How many things happen in a run.
const EVENTS: u64 = 400;

/// Keys by themselves, as a terminal sends them; not those that hand the terminal on meanwhile, since
/// what is typed ahead would go to the terminal then.
const KEYS: [&str; 42] = [
    "\x1b[A", "\x1b[B", "\x1b[C", "\x1b[D", "\x1b[H", "\x1b[F", "\x1b[5~", "\x1b[6~", "\x1b[3~",
    "\x1b[Z", "\t", "\r", "\r", "\x1b", "\x1b", "\x7f", " ", "j", "k", "1", "2", "3", "4", "5",
    "6", "/", ":", "f", "x", "X", "t", "w", "y", "n", "u", "U", "L", "\x14", "\x0c", "？", "３",
    "\x1b[24~",
];

/// What is typed or pasted into fields.
const TEXTS: [&str; 9] = [
    "hsjc",
    "昨天",
    "3月14日",
    "本校没有食堂",
    "3891",
    "\x1b[200~第一行\r\n第二行\x1b[31m\x1b[201~",
    "\x1b[200~👍🏽e\u{301}\u{200d}\u{202e}\x1b[201~",
    "-3",
    "王芳、李强",
];

/// Something that a user might do, or a cat on the keyboard.
fn happen(screen: &mut Terminal, chance: &mut Chance) {
    match chance.below(20) {
        0 => screen.resize(size(chance, 160), size(chance, 50)),
        1 | 2 => {
            let (button, release) = (chance.one(&["0", "0", "64", "65", "2"]), "m");
            let (column, row) = (chance.below(100) + 1, chance.below(30) + 1);
            let mut click = String::new();
            let _ = write!(click, "\x1b[<{button};{column};{row}M");
            let _ = write!(click, "\x1b[<{button};{column};{row}{release}");
            screen.send(&click);
        }
        3 | 4 => screen.send(chance.one(&TEXTS)),
        5 => {
            let letter = u8::try_from(chance.below(94)).expect("ASCII") + b'!';
            // `q` would end nearly every run at once.
            let letter = if letter == b'q' { b'Q' } else { letter };
            screen.send(&char::from(letter).to_string());
        }
        _ => screen.send(chance.one(&KEYS)),
    }
}

fn size(chance: &mut Chance, most: u64) -> u16 {
    u16::try_from(chance.below(most) + 1).expect("a size")
}

fn run(home: &Path, seed: u64) {
    let lang = ["--lang=zh", "--lang=en"][usize::try_from(seed % 2).expect("a bit")];
    let words = [PROGRAM, TODAY, lang].map(OsStr::new);
    let environment = [("HOME", home.as_os_str()), ("DUBAN_HOME", home.as_os_str())];
    let mut screen = Terminal::start(&words, &environment, home, (80, 24));
    screen.wait_for(" u ");
    let mut chance = Chance(seed);
    for _ in 0..EVENTS {
        happen(&mut screen, &mut chance);
    }
    // It lives, and has taken everything in, when it fits another size again.
    screen.resize(80, 24);
    screen.wait_until("a screen, or the end", |screen| {
        let mut rows = screen.rows(0, 80);
        rows.any(|row| !row.trim().is_empty())
    });
    let kill = format!("kill -s TERM {}", screen.process());
    let killed = Command::new("sh").args(["-c", &kill]).status();
    assert!(
        killed.is_ok_and(|status| status.success()),
        "seed {seed}: it has ended"
    );
    let code = screen.wait_for_end().exit_code();
    assert_eq!(code, 143, "seed {seed}:\n{}", screen.text());
    let last = screen.last();
    assert_eq!(screen.kept(), Vec::<&str>::new(), "seed {seed}: {last}");
}

#[test]
fn nothing_that_is_typed_breaks_the_program_or_keeps_the_terminal() {
    let runs = std::env::var_os("DUBAN_UNRULY").map_or(RUNS, |runs| {
        let runs = runs.to_str().expect("ASCII");
        runs.parse().expect("a number of runs")
    });
    for seed in 0..runs {
        let home = tempfile::tempdir().expect("a folder");
        let made = Command::new(PROGRAM)
            .env_clear()
            .env("DUBAN_HOME", home.path())
            .args(["simulate", "--from", "2022-03-07", "--until", "2022-03-17"])
            .output();
        assert!(
            made.is_ok_and(|made| made.status.success()),
            "a made-up school"
        );
        run(home.path(), seed);
        let verified = Command::new(PROGRAM)
            .env_clear()
            .env("DUBAN_HOME", home.path())
            .arg("verify")
            .output();
        assert!(verified.is_ok_and(|it| it.status.success()), "seed {seed}");
    }
}
