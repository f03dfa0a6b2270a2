//! The table of shapes and the typed reader agree: what one accepts, the other does, and whatever is
//! refused is refused for a reason that the table knows.

use duban::format::{ProblemKind, Problems, lint, lint_school, read_checklist, read_school};
use proptest::prelude::*;

const CHECKLIST: &str = include_str!("data/right-checklist.yaml");
const SCHOOL: &str = include_str!("data/right-school.yaml");

const VALUES: &[&str] = &[
    "",
    "~",
    "null",
    "3",
    "3.10",
    "-1",
    "0",
    "0x10",
    "0X1F",
    "0o17",
    "012",
    "1e3",
    "1_000",
    ".inf",
    "yes",
    "true",
    "True",
    "\"\"",
    "'3'",
    "\"3\"",
    "x",
    "x y",
    "[]",
    "{}",
    "[a]",
    "[1]",
    "[~]",
    "[[a]]",
    "{ zh: a }",
    "{ zh: a, en: b }",
    "{ zh: 1, en: b }",
    "{ each: x }",
    "{ each: 1 }",
    "{ each: x, and: y }",
    "2022-02-30",
    "2022-3-4",
    "2022-03-14",
    "event",
    "term-start - 7 school days",
    "once",
    "Daily",
    "primary",
    "everyone",
    "99999999999999999999999",
    "4294967296",
    "!!str 3",
    "!x y",
    "*x",
    "&x y",
    "|",
    ">-",
    "'",
    "\"",
    "- x",
    "@x",
    "a: b",
    "：",
    "../x",
    "学校",
];

const KEYS: &[&str] = &[
    "id", "text", "cadence", "zh", "en", "items", "Id", "1", "true", "~", "<<", "\"id\"", "'x'",
    "name", "weight", "x y", "? id", "[a]",
];

/// One slip of an author's on one line.
#[derive(Debug, Clone)]
enum Slip {
    Delete,
    Repeat,
    Value(&'static str),
    Key(&'static str),
    Indent(usize),
    Insert(usize, char),
    Remove(usize),
}

fn slip() -> impl Strategy<Value = Slip> {
    let at = 0..60usize;
    prop_oneof![
        Just(Slip::Delete),
        Just(Slip::Repeat),
        prop::sample::select(VALUES).prop_map(Slip::Value),
        prop::sample::select(VALUES).prop_map(Slip::Value),
        prop::sample::select(KEYS).prop_map(Slip::Key),
        (0..12usize).prop_map(Slip::Indent),
        (
            at.clone(),
            prop::sample::select("\"'[]{},:#&*!|>-? ：\t".chars().collect::<Vec<_>>())
        )
            .prop_map(|(at, c)| Slip::Insert(at, c)),
        at.prop_map(Slip::Remove),
    ]
}

fn slipped(line: &str, slip: &Slip) -> Vec<String> {
    let (key, value) = line
        .split_once(": ")
        .unwrap_or((line.trim_end_matches(':'), ""));
    let bare = key.trim_start_matches([' ', '-']);
    let lead = key.strip_suffix(bare).unwrap_or(key);
    let mut chars: Vec<char> = line.chars().collect();
    vec![match slip {
        Slip::Delete => return vec![],
        Slip::Repeat => return vec![line.to_owned(), line.to_owned()],
        Slip::Value(new) => format!("{key}: {new}"),
        Slip::Key(new) => format!("{lead}{new}: {value}"),
        Slip::Indent(n) => format!("{}{}", " ".repeat(*n), line.trim_start()),
        Slip::Insert(at, c) => {
            chars.insert((*at).min(chars.len()), *c);
            chars.into_iter().collect()
        }
        Slip::Remove(at) => {
            chars.drain((*at).min(chars.len())..(*at + 1).min(chars.len()));
            chars.into_iter().collect()
        }
    }]
}

fn with_slips(text: &str, slips: &[(prop::sample::Index, Slip)]) -> String {
    let mut lines: Vec<String> = text.lines().map(ToOwned::to_owned).collect();
    for (index, slip) in slips {
        if !lines.is_empty() {
            let n = index.index(lines.len());
            let new = slipped(&lines[n].clone(), slip);
            lines.splice(n..=n, new);
        }
    }
    lines.join("\n") + "\n"
}

fn check(text: &str, found: &Problems, is_read: bool) -> Result<(), TestCaseError> {
    // In a few corners the fast reader takes what the grammar refuses: `]#`.
    let is_grammar =
        matches!(&found.list[..], [only] if matches!(only.what, ProblemKind::Syntax(_)));
    let agree = found.list.is_empty() == is_read || is_grammar;
    prop_assert!(agree, "{found:?}\n{text}");
    for problem in &found.list {
        let known = !matches!(problem.what, ProblemKind::Refused(_));
        prop_assert!(known, "{problem:?}\n{text}");
        let lines = text.lines().count() + 1;
        prop_assert!((1..=lines).contains(&problem.line) && problem.column >= 1);
    }
    Ok(())
}

#[test]
fn the_files_without_slips_are_right() {
    assert_eq!(lint("c", CHECKLIST.as_bytes()).list, vec![]);
    assert_eq!(lint_school("s", SCHOOL.as_bytes()).list, vec![]);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_checklist_with_slips_is_read_exactly_where_nothing_is_found(
        slips in prop::collection::vec((any::<prop::sample::Index>(), slip()), 1..4),
    ) {
        let text = with_slips(CHECKLIST, &slips);
        check(&text, &lint("c", text.as_bytes()), read_checklist("c", text.as_bytes()).is_ok())?;
    }

    #[test]
    fn a_profile_with_slips_is_read_exactly_where_nothing_is_found(
        slips in prop::collection::vec((any::<prop::sample::Index>(), slip()), 1..4),
    ) {
        let text = with_slips(SCHOOL, &slips);
        check(&text, &lint_school("s", text.as_bytes()), read_school("s", text.as_bytes()).is_ok())?;
    }

    #[test]
    fn no_bytes_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let found = lint("x", &bytes);
        prop_assert!(!found.list.is_empty());
    }
}
