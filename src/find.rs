//! Finding items by what a person types: characters, ids, or pinyin, full or initials.

mod filter;

pub use filter::{Choice, Filter, Filters, Ground, Kind, choices};

use crate::assess::{ItemIndex, Premises};
use crate::text::{Bilingual, Lang, to_ascii};
use ib_matcher::matcher::{IbMatcher, PinyinMatchConfig};
use ib_matcher::pinyin::{PinyinData, PinyinNotation};

/// A search as typed, ready to look.
pub struct Search<'t> {
    words: Vec<IbMatcher<'t>>,
}

impl<'t> Search<'t> {
    /// A search for `typed`: each word of it must be found. Full-width letters are for the caller
    /// to turn into ASCII (see [`to_ascii`]).
    #[must_use]
    pub fn new(typed: &'t str) -> Self {
        let notations = PinyinNotation::Ascii | PinyinNotation::AsciiFirstLetter;
        let words = typed.split_whitespace().map(|word| {
            IbMatcher::builder(word)
                .pinyin(PinyinMatchConfig::notations(notations))
                .build()
        });
        Self {
            words: words.collect(),
        }
    }

    /// Whether every word is found in one of the texts.
    #[must_use]
    pub fn finds(&self, texts: &[&str]) -> bool {
        self.words
            .iter()
            .all(|word| texts.iter().any(|text| word.is_match(*text)))
    }
}

/// The items that `typed` finds, in order: by id, text, requirement, clause and its gist, owner
/// (the person and the role) or note.
#[must_use]
pub fn find_items(premises: &Premises<'_>, typed: &str, lang: Lang) -> Vec<ItemIndex> {
    let typed = to_ascii(typed).to_lowercase();
    let search = Search::new(&typed);
    premises
        .items()
        .filter(|index| is_found(premises, &search, *index, lang))
        .collect()
}

fn is_found(premises: &Premises<'_>, search: &Search<'_>, index: ItemIndex, lang: Lang) -> bool {
    let item = premises.item(index);
    let owner = premises.owner(index);
    let owner = owner.as_ref();
    let role = owner.and_then(|owner| owner.role.as_ref());
    let title = &premises.requirement(index).title;
    let gists = &premises.adopted[index.checklist].checklist.clauses;
    let history = premises.item_history(index);
    let mut texts: Vec<&str> = vec![item.id.as_str()];
    texts.extend(item.text.texts());
    texts.extend(title.texts());
    texts.extend(item.clauses.iter().map(crate::checklist::ClauseId::as_str));
    let gists = item.clauses.iter().filter_map(|id| gists.get(id));
    texts.extend(gists.flat_map(Bilingual::texts));
    texts.extend(owner.and_then(|owner| owner.name.as_deref()));
    texts.extend(role.map(|role| role.of(lang)));
    texts.extend(
        history
            .iter()
            .flat_map(|h| &h.notes)
            .map(|n| n.text.as_str()),
    );
    search.finds(&texts)
}

/// `text` with each Chinese character as its first reading in pinyin, without tones.
#[must_use]
pub fn pinyin_of(text: &str) -> String {
    let data = PinyinData::new(PinyinNotation::Ascii);
    let mut out = String::new();
    for c in text.chars() {
        let reading = data
            .get_pinyins(c)
            .find_map(|pinyin| pinyin.notation(PinyinNotation::Ascii).map(str::to_owned));
        match reading {
            Some(reading) => out.push_str(&reading),
            None => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finds(typed: &str, text: &str) -> bool {
        Search::new(&to_ascii(typed).to_lowercase()).finds(&[text])
    }

    #[test]
    fn pinyin_finds_by_initials_in_full_and_by_heteronyms() {
        assert!(finds("hsjc", "本周应检人员名单与核酸检测结果逐人核对"));
        assert!(finds("hesuan", "本周核酸检测"));
        assert!(finds("cq", "重庆"));
        assert!(finds("yh", "银行"));
        assert!(!finds("xyz", "核酸检测"));
    }

    #[test]
    fn characters_ids_and_full_width_letters_find_too() {
        assert!(finds("核酸", "本周核酸检测"));
        assert!(finds("ＨＳＪＣ", "核酸检测"));
        assert!(finds("GATE log", "the gate log shows a name"));
        assert!(!finds("gate moon", "the gate log shows a name"));
        assert!(finds("", "anything"));
    }
}
