//! Finding items by what a person types: characters, ids, or pinyin, full or initials.

mod filter;
mod finder;
mod initials;

pub use filter::{Choice, Filter, Filters, Ground, Kind, choices};
pub use finder::Finder;

use crate::assess::{ItemIndex, Premises};
use crate::text::Lang;
use ib_matcher::matcher::{IbMatcher, PinyinMatchConfig};
use ib_matcher::pinyin::{PinyinData, PinyinNotation};
use std::sync::LazyLock;

/// The readings of all characters, which take longer to set up than a search.
static READINGS: LazyLock<PinyinData> = LazyLock::new(|| PinyinData::new(PinyinNotation::Ascii));

/// Looks for a word (lower case; full-width letters as ASCII) by its characters or as pinyin, whose
/// last syllable need not be typed to its end.
fn matcher(word: &str) -> IbMatcher<'static> {
    let notations = PinyinNotation::Ascii | PinyinNotation::AsciiFirstLetter;
    let pinyin = PinyinMatchConfig::builder(notations).data(&READINGS);
    IbMatcher::builder(word)
        .is_pattern_partial(true)
        .pinyin(pinyin.build())
        .build()
}

/// A search as typed, ready to look in texts of any kind.
pub struct Search {
    words: Vec<IbMatcher<'static>>,
}

impl Search {
    /// A search for `typed`: each word of it must be found. Full-width letters are for the caller
    /// to turn into ASCII (see [`crate::text::to_ascii`]).
    #[must_use]
    pub fn new(typed: &str) -> Self {
        Self {
            words: typed.split_whitespace().map(matcher).collect(),
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

/// The items that `typed` finds, in order; see [`Finder::find`].
#[must_use]
pub fn find_items(premises: &Premises<'_>, typed: &str, lang: Lang) -> Vec<ItemIndex> {
    Finder::default().find(premises, typed, lang).to_vec()
}

/// `text` with each Chinese character as its first reading in pinyin, without tones.
#[must_use]
pub fn pinyin_of(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        let reading = READINGS
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
    use crate::text::to_ascii;

    fn finds(typed: &str, text: &str) -> bool {
        let typed = to_ascii(typed).to_lowercase();
        typed
            .split_whitespace()
            .all(|word| matcher(word).is_match(text))
    }

    #[test]
    fn pinyin_finds_by_initials_in_full_in_part_and_by_heteronyms() {
        assert!(finds("hsjc", "本周应检人员名单与核酸检测结果逐人核对"));
        assert!(finds("hesuan", "本周核酸检测"));
        assert!(finds("hesu", "本周核酸检测"));
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
