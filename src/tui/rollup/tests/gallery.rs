//! Every view at every size, without colour too: one snapshot a language.

use super::Screen;
use crate::text::Lang;
use crate::tui::tests::{SIZES, assert_whole_characters, marked, text_of};
use crate::tui::theme::Scheme;
use std::fmt::Write as _;

/// The views and what lies over them: a name, and the keys that lead there.
const SCENES: &[(&str, &str)] = &[
    ("schools", ""),
    ("sorted by name, the other way round", "left s s"),
    ("found", r#"/ "minde""#),
    ("school", r#"/ "hongqi" enter enter"#),
    ("school without a report", "G enter"),
    ("requirements", "2"),
    ("requirement", "2 enter"),
    ("not reported", "3"),
    ("files", "4"),
    ("weeks", "5"),
    ("explained", "E"),
    ("help", "?"),
];

/// Those that a ledger changes.
const WITH_LEDGER: &[(&str, &str)] = &[
    ("records: schools", "right s g"),
    ("records: school", r#"/ "minde" enter enter"#),
    ("records: not reported", "3 j"),
    ("records: explained", r#"/ "hongqi" enter E"#),
];

#[test]
fn views_in_every_size_language_and_without_colour() {
    for lang in Lang::ALL {
        let mut all = String::new();
        let scenes = SCENES.iter().map(|scene| (scene, false));
        let scenes = scenes.chain(WITH_LEDGER.iter().map(|scene| (scene, true)));
        for ((name, script), has_ledger) in scenes {
            let mut screen = if has_ledger {
                Screen::with_ledger(lang, SIZES[0])
            } else {
                Screen::new(lang, SIZES[0])
            };
            screen.keys(script);
            for size in SIZES {
                screen.resize(size);
                let buffer = screen.buffer();
                assert_whole_characters(&buffer);
                let (width, height) = size;
                let _ = writeln!(all, "== {name}, {width}x{height}\n{}", text_of(&buffer));
            }
            screen.resize(SIZES[0]);
            let coloured = text_of(&screen.buffer());
            screen.desk.model.theme.scheme = Scheme::Plain;
            let buffer = screen.buffer();
            assert_eq!(
                text_of(&buffer),
                coloured,
                "the text is the same without colour"
            );
            // What is chosen and what is not as it should be; the other views are drawn alike.
            if *name == SCENES[0].0 {
                let _ = writeln!(all, "== {name}, without colour\n{}", marked(&buffer));
            }
        }
        insta::assert_snapshot!(format!("rollup_{lang}"), all);
    }
}
