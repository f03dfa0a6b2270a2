//! A search that goes on letter by letter, over as many items as there may be.

use super::matcher;
use crate::assess::{ItemIndex, Premises};
use crate::checklist::{ClauseId, RoleId};
use crate::text::{Bilingual, Lang, to_ascii};
use ib_matcher::matcher::IbMatcher;
use std::collections::HashMap;

/// Finds items while a person types. What more letters find, fewer letters find as well: so each
/// letter is looked for only among what those before it left, and taking one back costs nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Finder {
    /// What the beginnings of the text typed last found, the shortest first.
    found: Vec<Found>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Found {
    typed: String,
    lang: Lang,
    items: Vec<ItemIndex>,
}

impl Finder {
    /// The items that `typed` finds, in order; each word of it in the id, the text, the
    /// requirement, a clause or its gist, the owner, the owner's role or a note. With other
    /// premises a new finder is called for.
    pub fn find(&mut self, premises: &Premises<'_>, typed: &str, lang: Lang) -> &[ItemIndex] {
        let typed = to_ascii(typed).to_lowercase();
        let begins = |found: &Found| found.lang == lang && typed.starts_with(&found.typed);
        while self.found.pop_if(|last| !begins(last)).is_some() {}
        if self.found.last().is_none_or(|last| last.typed != typed) {
            let mut search = Search::new(premises, &typed, lang);
            let items = match self.found.last() {
                Some(last) => search.among(last.items.iter().copied()),
                None => search.among(premises.items()),
            };
            self.found.push(Found { typed, lang, items });
        }
        self.found.last().map_or(&[], |last| &last.items)
    }
}

struct Search<'a> {
    premises: &'a Premises<'a>,
    lang: Lang,
    words: Vec<Word<'a>>,
}

/// A word to look for, with whether it is in what many items share.
struct Word<'a> {
    matcher: IbMatcher<'static>,
    /// In the heading of a requirement, by the indexes of its checklist and its own: of the one
    /// that was met last.
    heading: Option<((usize, usize), bool)>,
    clauses: HashMap<(usize, &'a ClauseId), bool>,
    roles: HashMap<(usize, &'a RoleId), bool>,
}

impl<'a> Search<'a> {
    fn new(premises: &'a Premises<'a>, typed: &str, lang: Lang) -> Self {
        let words = typed.split_whitespace().map(|word| Word {
            matcher: matcher(word),
            heading: None,
            clauses: HashMap::new(),
            roles: HashMap::new(),
        });
        Self {
            premises,
            lang,
            words: words.collect(),
        }
    }

    fn among(&mut self, items: impl Iterator<Item = ItemIndex>) -> Vec<ItemIndex> {
        let (premises, lang, words) = (self.premises, self.lang, &mut self.words);
        let found = |index: &ItemIndex| words.iter_mut().all(|w| w.finds(premises, *index, lang));
        items.filter(found).collect()
    }
}

impl<'a> Word<'a> {
    /// Whether the word is in one of the texts of an item: first in its own, which is soon told.
    fn finds(&mut self, premises: &'a Premises<'a>, index: ItemIndex, lang: Lang) -> bool {
        let item = premises.item(index);
        self.matcher.is_match(item.id.as_str())
            || item.text.texts().any(|text| self.matcher.is_match(text))
            || self.is_in_heading(premises, index)
            || self.is_in_clauses(premises, index)
            || self.is_in_history(premises, index)
            || self.is_in_role(premises, index, lang)
    }

    fn is_in_heading(&mut self, premises: &Premises<'_>, index: ItemIndex) -> bool {
        let at = (index.checklist, index.requirement);
        if let Some((_, found)) = self.heading.filter(|(known, _)| *known == at) {
            return found;
        }
        let mut texts = premises.requirement(index).title.texts();
        let found = texts.any(|text| self.matcher.is_match(text));
        self.heading = Some((at, found));
        found
    }

    fn is_in_clauses(&mut self, premises: &'a Premises<'a>, index: ItemIndex) -> bool {
        let gists = &premises.adopted[index.checklist].checklist.clauses;
        let (matcher, known) = (&self.matcher, &mut self.clauses);
        premises.item(index).clauses.iter().any(|id| {
            *known.entry((index.checklist, id)).or_insert_with(|| {
                let gist = gists.get(id).into_iter().flat_map(Bilingual::texts);
                let mut texts = std::iter::once(id.as_str()).chain(gist);
                texts.any(|text| matcher.is_match(text))
            })
        })
    }

    /// In the notes, or in the name of who was named.
    fn is_in_history(&self, premises: &Premises<'_>, index: ItemIndex) -> bool {
        premises.item_history(index).is_some_and(|history| {
            let notes = history.notes.iter().map(|note| note.text.as_str());
            let named = history.assignment.iter().map(|to| to.to.as_str());
            notes.chain(named).any(|text| self.matcher.is_match(text))
        })
    }

    /// In the role that answers for it, or in the name of the person in it.
    fn is_in_role(&mut self, premises: &'a Premises<'a>, index: ItemIndex, lang: Lang) -> bool {
        let Some(role) = &premises.item(index).owner else {
            return false;
        };
        let matcher = &self.matcher;
        let known = self.roles.entry((index.checklist, role));
        *known.or_insert_with(|| {
            let name = premises.adopted[index.checklist].checklist.role(role);
            let person = premises.school.person(role);
            let person = person.is_some_and(|person| matcher.is_match(person.name.as_str()));
            person || matcher.is_match(name.of(lang))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assess::Adopted;
    use crate::calendar::{SchoolCalendar, holidays::Holidays};
    use crate::fact::History;
    use crate::find::find_items;
    use crate::format::{EMBEDDED, read_checklist};
    use crate::school::Adoption;
    use std::sync::Arc;

    #[test]
    fn letters_typed_one_by_one_and_taken_back_find_what_each_finds_alone() {
        let since = "2022-03-14".parse().expect("a day");
        let adopted: Vec<Adopted> = EMBEDDED
            .iter()
            .map(|(name, text)| {
                let (checklist, digest) = read_checklist(name, text.as_bytes()).expect("shipped");
                Adopted {
                    adoption: Adoption {
                        id: checklist.id.clone(),
                        since,
                        counts_from: None,
                    },
                    checklist: Arc::new(checklist),
                    digest,
                }
            })
            .collect();
        let school = crate::format::read_school("x", SCHOOL.as_bytes()).expect("a school");
        let premises = Premises {
            school: &school,
            calendar: &SchoolCalendar::new(vec![], Holidays::default(), [], []),
            adopted: &adopted,
            history: &History::default(),
        };
        for typed in [
            "hesuanjiance",
            "hsjc 3.",
            "xiaoyi",
            "temperature",
            "核酸 T3",
            "ＨＳ",
            "林f",
        ] {
            let mut finder = Finder::default();
            let ends: Vec<usize> = typed
                .char_indices()
                .map(|(at, c)| at + c.len_utf8())
                .collect();
            let back = ends.iter().rev();
            for end in ends.iter().chain(back).copied() {
                let typed = typed.get(..end).expect("whole characters");
                let alone = find_items(&premises, typed, Lang::Zh);
                assert!(!alone.is_empty(), "{typed}");
                assert_eq!(finder.find(&premises, typed, Lang::Zh), alone, "{typed}");
            }
        }
    }

    const SCHOOL: &str = "
id: qingshan
name: 青山小学
kind: primary
people: [{ name: 林芳, roles: [school-doctor] }]
checklists: [{ id: taijiang-2022, since: 2022-03-14 }]
";
}
