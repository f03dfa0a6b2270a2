//! Telling at a glance that a text does not hold what is typed.
//!
//! Trying every reading of every character takes ten times as long as looking up with which letters
//! a character can begin, and the first two letters typed rule most texts out.

use super::READINGS;
use ib_matcher::pinyin::PinyinNotation;
use std::sync::LazyLock;

/// Letters, as bits: `a` is the lowest.
type Letters = u32;

const ALL: Letters = Letters::MAX;

/// The first and the second letters that the readings of a character have.
#[derive(Clone, Copy)]
struct Beginnings {
    first: Letters,
    second: Letters,
}

const NOTHING: Beginnings = Beginnings {
    first: 0,
    second: 0,
};
const ANYTHING: Beginnings = Beginnings {
    first: ALL,
    second: ALL,
};

/// The first and the last of the Chinese characters in everyday use.
const HAN: (char, char) = ('\u{4e00}', '\u{9fff}');

static OF_HAN: LazyLock<Vec<Beginnings>> = LazyLock::new(|| (HAN.0..=HAN.1).map(read).collect());

/// What the readings of a character begin with.
fn read(c: char) -> Beginnings {
    let mut found = NOTHING;
    READINGS.get_pinyins_and_for_each(c, |reading| {
        let text = reading.notation(PinyinNotation::Ascii).unwrap_or_default();
        let mut letters = text.chars().map(|c| letter(c).unwrap_or(ALL));
        found.first |= letters.next().unwrap_or(ALL);
        found.second |= letters.next().unwrap_or_default();
    });
    found
}

fn letter(c: char) -> Option<Letters> {
    let at = u32::from(c.to_ascii_lowercase()).checked_sub(u32::from('a'))?;
    (at < 26).then(|| 1 << at)
}

fn beginnings(c: char) -> Beginnings {
    match c {
        c if c.is_ascii() => Beginnings {
            first: letter(c).unwrap_or_default(),
            second: 0,
        },
        c if (HAN.0..=HAN.1).contains(&c) => {
            let at = u32::from(c) - u32::from(HAN.0);
            let known = usize::try_from(at).ok().and_then(|at| OF_HAN.get(at));
            known.copied().unwrap_or(ANYTHING)
        }
        // Dashes and quotation marks, Chinese punctuation, full-width forms.
        '\u{2000}'..='\u{206f}'
        | '\u{3000}'..='\u{3006}'
        | '\u{3008}'..='\u{303f}'
        | '\u{ff00}'..='\u{ffef}' => NOTHING,
        _ => ANYTHING,
    }
}

/// The beginning of a word that is typed in letters.
#[derive(Clone, Copy)]
pub(super) struct Initials {
    first: Letters,
    second: Option<Letters>,
}

impl Initials {
    /// The beginning of `word`; `None` where it does not begin with letters.
    pub(super) fn of(word: &str) -> Option<Self> {
        let mut letters = word.chars().map(letter);
        let first = letters.next()??;
        let second = match letters.next() {
            None => None,
            Some(second) => Some(second?),
        };
        Some(Self { first, second })
    }

    /// Whether the word may be in `text`; where not, it is not.
    pub(super) fn may_be_in(self, text: &str) -> bool {
        let Some(second) = self.second else {
            return text.chars().any(|c| beginnings(c).first & self.first != 0);
        };
        // Whether the character before can be the first letter, and its reading go on.
        let (mut after_first, mut goes_on) = (false, false);
        for c in text.chars() {
            let here = beginnings(c);
            if goes_on || after_first && here.first & second != 0 {
                return true;
            }
            after_first = here.first & self.first != 0;
            goes_on = after_first && here.second & second != 0;
        }
        goes_on
    }
}

#[cfg(test)]
mod tests {
    use super::super::matcher;
    use super::*;

    #[test]
    fn what_is_ruled_out_is_not_in_the_text() {
        let texts = [
            "本周应检人员名单与核酸检测结果逐人核对",
            "重庆银行：长期〇乐，ＡＢ—“旅行”",
            "the gate log shows a name",
            "门口 temperature 枪",
            "",
        ];
        let letters = || ('a'..='z').map(String::from);
        let pairs = letters().flat_map(|a| letters().map(move |b| format!("{a}{b}")));
        let (mut ruled_out, mut found) = (0, 0);
        for word in letters().chain(pairs) {
            let (initials, matcher) = (Initials::of(&word).expect("letters"), matcher(&word));
            for text in texts {
                if !initials.may_be_in(text) {
                    assert!(!matcher.is_match(text), "{word} in {text}");
                    ruled_out += 1;
                } else if matcher.is_match(text) {
                    found += 1;
                }
            }
        }
        assert!(ruled_out > 2_500 && found > 100, "{ruled_out}, {found}");
    }

    #[test]
    fn only_what_begins_with_letters_has_initials() {
        assert!(Initials::of("核酸").is_none());
        assert!(Initials::of("3.1").is_none());
        assert!(Initials::of("t3").is_none());
        assert!(Initials::of("h").is_some_and(|initials| initials.may_be_in("核")));
    }
}
