//! The checklists that come with the program: right, complete, in plain words.

use duban::checklist::{Checklist, Item};
use duban::format::{EMBEDDED, lint, read_checklist};
use duban::text::Lang;
use std::collections::BTreeSet;

/// Verbs that cannot be ticked off.
const VAGUE_ZH: [&str; 7] = ["加强", "做好", "落实", "提高", "强化", "完善", "推进"];
const VAGUE_EN: [&str; 3] = ["strengthen", "improve", "enhance"];

fn checklists() -> Vec<Checklist> {
    let read = EMBEDDED.iter().map(|(name, text)| {
        let (checklist, _) = read_checklist(name, text.as_bytes()).expect("a right checklist");
        checklist
    });
    read.collect()
}

fn items(checklist: &Checklist) -> impl Iterator<Item = &Item> {
    checklist.items().map(|(_, item)| item)
}

#[test]
fn both_are_without_a_problem() {
    for (name, text) in EMBEDDED {
        assert_eq!(lint(name, text.as_bytes()).list, vec![], "{name}");
    }
    let counts: Vec<usize> = checklists().iter().map(|c| c.items().count()).collect();
    assert!(
        (70..=90).contains(&counts[0]) && (35..=50).contains(&counts[1]),
        "{counts:?}"
    );
}

#[test]
fn each_file_bears_the_name_of_its_checklist() {
    for (checklist, (name, _)) in checklists().iter().zip(EMBEDDED) {
        assert_eq!(format!("{}.yaml", checklist.id), name);
    }
}

#[test]
fn every_clause_of_the_sources_is_put_to_work_and_no_other() {
    let known: BTreeSet<&str> = include_str!("data/clauses.txt").lines().collect();
    assert_eq!(known.len(), 48 + 24);
    let checklists = checklists();
    let of = |c: &Checklist, ids: Vec<String>| {
        ids.into_iter()
            .map(|id| format!("{} {id}", c.id))
            .collect::<Vec<_>>()
    };
    let used: BTreeSet<String> = checklists
        .iter()
        .flat_map(|c| {
            of(
                c,
                items(c)
                    .flat_map(|i| &i.clauses)
                    .map(ToString::to_string)
                    .collect(),
            )
        })
        .collect();
    let listed: BTreeSet<String> = checklists
        .iter()
        .flat_map(|c| of(c, c.clauses.keys().map(ToString::to_string).collect()))
        .collect();
    assert_eq!(
        used.iter().map(String::as_str).collect::<BTreeSet<_>>(),
        known
    );
    assert_eq!(
        listed.iter().map(String::as_str).collect::<BTreeSet<_>>(),
        known
    );
}

#[test]
fn every_text_is_there_in_both_languages() {
    for checklist in checklists() {
        for (_, text) in checklist.texts() {
            let (zh, en) = (text.of(Lang::Zh), text.of(Lang::En));
            assert!(
                !zh.trim().is_empty() && !en.trim().is_empty() && zh != en,
                "{zh} / {en}"
            );
            assert!(!en.contains(is_chinese), "{en}");
            assert_eq!((zh.trim(), en.trim()), (zh, en));
        }
    }
}

fn is_chinese(c: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&c)
}

#[test]
fn chinese_texts_have_chinese_punctuation() {
    for checklist in checklists() {
        for (_, text) in checklist.texts() {
            let zh: Vec<char> = text.of(Lang::Zh).chars().collect();
            let wrong = |w: &[char]| {
                is_chinese(w[0]) && matches!(w[1], ',' | ':' | ';' | '?' | '!') && is_chinese(w[2])
            };
            assert!(!zh.windows(3).any(wrong), "{}", text.of(Lang::Zh));
        }
    }
}

#[test]
fn no_item_is_worded_with_a_vague_verb() {
    for checklist in checklists() {
        for item in items(&checklist) {
            let (zh, en) = (
                item.text.of(Lang::Zh),
                item.text.of(Lang::En).to_lowercase(),
            );
            let vague =
                VAGUE_ZH.iter().any(|v| zh.contains(v)) || VAGUE_EN.iter().any(|v| en.contains(v));
            assert!(!vague, "{}: {zh} / {en}", item.id);
        }
    }
}

#[test]
fn ids_count_up_within_each_requirement() {
    for checklist in checklists() {
        for requirement in &checklist.requirements {
            let ids: Vec<&str> = requirement.items.iter().map(|i| i.id.as_str()).collect();
            let expected: Vec<String> = (1..=ids.len())
                .map(|n| format!("{}.{n}", requirement.id))
                .collect();
            assert_eq!(ids, expected);
        }
    }
}

#[test]
fn the_digest_is_that_of_sha256sum() {
    let (_, digest) =
        read_checklist("x", include_bytes!("data/right-checklist.yaml")).expect("a checklist");
    assert_eq!(
        digest,
        "sha256:7268dafbc5424b7ef71b68350d855ab28a49f925e54bad35d4c0010ebb315fcd"
    );
}
