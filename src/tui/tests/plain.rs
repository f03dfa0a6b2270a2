//! The linear mode: the same model as a dialogue.

use super::{Screen, life};
use crate::text::Lang;
use crate::tui::plain::talk;
use proptest::prelude::*;

const SIZE: (u16, u16) = (80, 24);

/// What is said on a Friday afternoon, where these lines are typed.
fn said(lang: Lang, lines: &[&str]) -> String {
    let Screen { desk, home, .. } = life::of_friday(lang, SIZE);
    let input: String = lines.iter().flat_map(|line| [line, "\n"]).collect();
    let mut output = Vec::new();
    talk(desk, input.as_bytes(), &mut output, true).expect("an end");
    drop(home);
    String::from_utf8(output).expect("UTF-8")
}

/// Through every place, with a dialog, a question and an explanation.
const TOUR: [&str; 33] = [
    "1", "1", "E", "0", "0", "2", "4", "1", "0", "0", "0", "3", "?", "S", "0", "0", "4", "T", "0",
    "D", "0", "1", "0", "0", "5", "1", "E", "0", "0", "6", "1", "0", "0",
];

#[test]
fn the_tour_in_both_languages() {
    for lang in Lang::ALL {
        insta::assert_snapshot!(format!("plain_tour_{lang}"), said(lang, &TOUR));
    }
}

#[test]
fn no_marks_bars_or_columns_are_read_out() {
    for lang in Lang::ALL {
        let said = said(lang, &TOUR);
        for picture in [
            "[!]", "[x]", "[ ]", "[~]", "  ", "\u{2501}", "\u{2500}", "====", "----",
        ] {
            assert!(!said.contains(picture), "{picture:?} in\n{said}");
        }
        assert!(
            said.lines()
                .all(|line| line.trim_end() == line || line.ends_with(": "))
        );
    }
}

#[test]
fn what_is_read_out_is_gone_through_one_by_one() {
    let said = said(Lang::En, &["2", "4", "1", "+", "+", "-", "-", "-"]);
    let at: Vec<&str> = said
        .lines()
        .filter_map(|line| line.strip_suffix(": +").or(line.strip_suffix(": -")))
        .collect();
    assert_eq!(at, ["3.1", "3.2", "3.3", "3.2", "3.1"]);
    assert!(said.contains("3.1: -\nthere are no more\n"), "{said}");
}

/// What somebody may type: numbers, keys, words, days, nonsense.
fn any_line() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec![
        "",
        "0",
        "1",
        "2",
        "3",
        "4",
        "5",
        "6",
        "8",
        "12",
        "+",
        "-",
        "?",
        "/",
        "/hsjc",
        ":清单",
        "3.1",
        "3.3",
        "A1.5",
        "空格",
        "t",
        "n",
        "w",
        "m",
        "o",
        "a",
        "e",
        "r",
        "i",
        "E",
        "M",
        "u",
        "U",
        "L",
        "y",
        "p",
        "d",
        "c",
        "s",
        "A",
        "C",
        "S",
        "N",
        "X",
        "[",
        "]",
        "f",
        "v",
        "O",
        "D",
        "T",
        "x",
        "t 1",
        "x 2",
        "w2",
        "y 3",
        "昨天",
        "3-14",
        "取消",
        "esc",
        "周检视",
        "核酸",
        "100",
        "-3",
    ]);
    prop_oneof![
        12 => words.prop_map(str::to_owned),
        1 => "[核酸a，1 ]{0,9}",
        1 => Just("\u{1b}[A".to_owned()),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn no_answers_break_the_dialogue(
        lines in prop::collection::vec(any_line(), 1..50),
        zh in any::<bool>(),
    ) {
        let lang = if zh { Lang::Zh } else { Lang::En };
        let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
        let said = said(lang, &lines);
        assert!(said.chars().all(|c| c == '\n' || !c.is_control()), "{said:?}");
    }
}
