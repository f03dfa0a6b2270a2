//! A search that goes on letter by letter, over as many items as there may be.

use super::initials::Initials;
use super::matcher;
use crate::assess::{ItemIndex, Premises};
use crate::checklist::{ClauseId, ItemRef, RoleId};
use crate::text::{Bilingual, Lang, to_ascii};
use ib_matcher::matcher::IbMatcher;
use std::collections::{HashMap, HashSet};

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

/// With more items than this, it pays to set up what rules texts out at a glance.
const MANY: usize = 2_000;

/// A word to look for, with whether it is in what several items share.
struct Word<'a> {
    matcher: IbMatcher<'static>,
    initials: Option<Initials>,
    /// In the heading of the requirement met last, by the indexes of its checklist and its own.
    heading: Option<((usize, usize), bool)>,
    /// In the clauses met last, by the index of their checklist.
    clauses: Option<(usize, &'a [ClauseId], bool)>,
    /// In the names of roles, and in those of the persons in them.
    roles: HashMap<(usize, &'a RoleId), (bool, bool)>,
    /// The items in whose notes it is, or in the name of who was named for them.
    said: HashSet<ItemRef>,
}

impl<'a> Search<'a> {
    fn new(premises: &'a Premises<'a>, typed: &str, lang: Lang) -> Self {
        let words = typed.split_whitespace();
        Self {
            premises,
            lang,
            words: words.map(|word| Word::new(word, premises)).collect(),
        }
    }

    fn among(&mut self, items: impl Iterator<Item = ItemIndex>) -> Vec<ItemIndex> {
        let (premises, lang, words) = (self.premises, self.lang, &mut self.words);
        let found = |index: &ItemIndex| words.iter_mut().all(|w| w.finds(premises, *index, lang));
        items.filter(found).collect()
    }
}

impl<'a> Word<'a> {
    fn new(word: &str, premises: &Premises<'_>) -> Self {
        let is_worth_it = premises.items().nth(MANY).is_some();
        let mut new = Self {
            matcher: matcher(word),
            initials: is_worth_it.then(|| Initials::of(word)).flatten(),
            heading: None,
            clauses: None,
            roles: HashMap::new(),
            said: HashSet::new(),
        };
        for (item, history) in premises.history.items() {
            let notes = history.notes.iter().map(|note| note.text.as_str());
            let named = history.assignment.iter().map(|to| to.to.as_str());
            if new.is_in(notes.chain(named)) {
                new.said.insert(item);
            }
        }
        new
    }

    fn is_in<'t>(&self, mut texts: impl Iterator<Item = &'t str>) -> bool {
        texts.any(|text| {
            let may_be = self
                .initials
                .is_none_or(|initials| initials.may_be_in(text));
            may_be && self.matcher.is_match(text)
        })
    }

    /// Whether the word is in one of the texts of an item: first in its own, then in those it
    /// shares with others.
    fn finds(&mut self, premises: &'a Premises<'a>, index: ItemIndex, lang: Lang) -> bool {
        let item = premises.item(index);
        self.is_in(item.text.texts())
            || self.is_in([item.id.as_str()].into_iter())
            || self.is_in_heading(premises, index)
            || self.is_in_clauses(premises, index)
            || self.is_in_role(premises, index, lang)
            || !self.said.is_empty() && self.said.contains(&premises.item_ref(index))
    }

    fn is_in_heading(&mut self, premises: &Premises<'_>, index: ItemIndex) -> bool {
        let at = (index.checklist, index.requirement);
        if let Some((_, found)) = self.heading.filter(|(known, _)| *known == at) {
            return found;
        }
        let found = self.is_in(premises.requirement(index).title.texts());
        self.heading = Some((at, found));
        found
    }

    /// In the names of the clauses, or in their gists.
    fn is_in_clauses(&mut self, premises: &'a Premises<'a>, index: ItemIndex) -> bool {
        let (checklist, clauses) = (index.checklist, &*premises.item(index).clauses);
        let known = self
            .clauses
            .filter(|(of, known, _)| *of == checklist && *known == clauses);
        if let Some((.., found)) = known {
            return found;
        }
        let gists = &premises.adopted[checklist].checklist.clauses;
        let gists = clauses.iter().filter_map(|id| gists.get(id));
        let names = clauses.iter().map(ClauseId::as_str);
        let found = self.is_in(names.chain(gists.flat_map(Bilingual::texts)));
        self.clauses = Some((checklist, clauses, found));
        found
    }

    /// In the role that answers for it, or in the name of the person in it, where nobody else was
    /// named.
    fn is_in_role(&mut self, premises: &'a Premises<'a>, index: ItemIndex, lang: Lang) -> bool {
        let Some(role) = &premises.item(index).owner else {
            return false;
        };
        let at = (index.checklist, role);
        let known = self.roles.get(&at).copied();
        let (in_role, in_person) = known.unwrap_or_else(|| {
            let name = premises.adopted[index.checklist].checklist.role(role);
            let person = premises.school.person(role);
            let found = (
                self.is_in(std::iter::once(name.of(lang))),
                self.is_in(person.iter().map(|person| person.name.as_str())),
            );
            self.roles.insert(at, found);
            found
        });
        let is_named = || {
            let history = premises.item_history(index);
            history.is_some_and(|history| history.assignment.is_some())
        };
        in_role || in_person && !is_named()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assess::Adopted;
    use crate::assess::life::Life;
    use crate::calendar::{SchoolCalendar, holidays::Holidays};
    use crate::fact::{Entry, History};
    use crate::find::find_items;
    use crate::format::{EMBEDDED, read_checklist};
    use crate::school::{Adoption, Person};
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

    #[test]
    fn who_was_named_is_found_and_the_person_in_the_role_no_longer() {
        let mut life = Life::of(r#""cadence": "daily", "owner": "doctor""#, "2022-03-14");
        life.school.people = vec![Person {
            name: "陈静".into(),
            roles: vec!["doctor".parse().expect("a role")],
        }];
        let named = Entry::ItemAssigned {
            to: "赵敏".into(),
            helpers: Vec::new(),
            due: None,
        };
        let finds = |life: &Life, typed| {
            life.ask("2022-03-16", |premises| {
                !find_items(premises, typed, Lang::Zh).is_empty()
            })
        };
        assert!(finds(&life, "陈静"));
        let life = life.record(None, named, "2022-03-15");
        assert!(!finds(&life, "陈静"));
        assert!(finds(&life, "zhaomin"));
        assert!(finds(&life, "doctor"));
    }

    const SCHOOL: &str = "
id: qingshan
name: 青山小学
kind: primary
people: [{ name: 林芳, roles: [school-doctor] }]
checklists: [{ id: taijiang-2022, since: 2022-03-14 }]
";
}
