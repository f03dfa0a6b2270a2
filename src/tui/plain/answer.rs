//! What an answer means: a number, a key, a word. Full-width characters are their twins.

use crate::keymap::{self, Binding, Context, Key};
use crate::text::{Lang, key_twin, to_ascii};

/// An answer, as far as it can be told from its letters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Answer {
    /// Enter alone: once more.
    Again,
    Back,
    /// A number of what was read out.
    Number(usize),
    More,
    Before,
    /// What can be done here.
    Actions,
    /// What is to be found; to be asked for where it is empty.
    Find(String),
    /// Words or a key.
    Said(String),
}

impl Answer {
    pub(super) fn of(line: &str) -> Self {
        let line = line.trim();
        let mut chars = line.chars();
        let first = chars.next().map(key_twin);
        let rest = chars.as_str().trim();
        if let Some(number) = number(line) {
            return match number {
                0 => Self::Back,
                number => Self::Number(number),
            };
        }
        match (first, rest) {
            (None, _) => Self::Again,
            (Some('/'), _) => Self::Find(rest.to_owned()),
            (Some('+'), "") => Self::More,
            (Some('-'), "") => Self::Before,
            (Some('?' | ':'), "") => Self::Actions,
            (Some(':'), rest) => Self::Said(rest.to_owned()),
            _ => Self::Said(line.to_owned()),
        }
    }
}

/// The number that a line is, with or without a full stop.
pub(super) fn number(line: &str) -> Option<usize> {
    let ascii = to_ascii(line.trim());
    let digits = ascii.strip_suffix('.').unwrap_or(&ascii);
    let is_number = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
    // A number too long to be one is none of what was read out.
    is_number.then(|| digits.parse().unwrap_or(usize::MAX))
}

/// Which of a few things is said: by its number, or by the beginning of its name where only one
/// begins so.
pub(super) fn choice(said: &str, choices: &[String]) -> Option<usize> {
    if let Some(number) = number(said) {
        return number.checked_sub(1).filter(|at| *at < choices.len());
    }
    let said = to_ascii(said).to_lowercase();
    let begins = |choice: &String| to_ascii(choice).to_lowercase().starts_with(&said);
    let mut found = (0..choices.len()).filter(|at| choices.get(*at).is_some_and(begins));
    let first = found.next()?;
    let exact = |at: usize| choices.get(at).is_some_and(|c| c.to_lowercase() == said);
    let is_alone = exact(first) || found.next().is_none();
    is_alone.then_some(first)
}

/// The places in a list of `count` that numbers say: `3`, `1 3 5`, `2-4`, `１、３，５`; `None` where
/// something else is said or there is no such number.
pub(super) fn places(said: &str, count: usize) -> Option<Vec<usize>> {
    let ascii = to_ascii(said);
    let mut places = Vec::new();
    for part in ascii.split([' ', ',', ';']).filter(|part| !part.is_empty()) {
        let (first, last) = part.split_once('-').unwrap_or((part, part));
        let (first, last) = (number(first)?.checked_sub(1)?, number(last)?);
        if first >= last || last > count {
            return None;
        }
        places.extend(first..last);
    }
    Some(places)
}

/// The words before numbers, and the numbers: `t 3`, `t3`, `x 1 3 5`, `w 2-4`.
pub(super) fn with_numbers(said: &str) -> Option<(&str, &str)> {
    let at = said.find(|c: char| key_twin(c).is_ascii_digit())?;
    let (word, numbers) = said.split_at(at);
    let word = word.trim_end();
    (!word.is_empty() && are_numbers(numbers)).then_some((word, numbers))
}

/// Whether nothing but numbers is said.
pub(super) fn are_numbers(said: &str) -> bool {
    let is_part = |c: char| c.is_ascii_digit() || matches!(c, ' ' | ',' | ';' | '-');
    to_ascii(said).trim_end_matches('.').chars().all(is_part)
}

/// The binding that a key or the name of a key or action means.
pub(super) fn binding(said: &str, context: Context) -> Option<&'static Binding> {
    let mut chars = said.chars();
    if let (Some(c), None) = (chars.next(), chars.next()) {
        let key = Key::Char(c).as_command();
        let mut bindings = keymap::bindings(context);
        if let Some(binding) = bindings.find(|binding| binding.keys.contains(&key)) {
            return Some(binding);
        }
    }
    let said = to_ascii(said).to_lowercase();
    let mut bindings = keymap::bindings(context);
    bindings.find(|binding| is_name(binding, &said))
}

/// Whether a binding is called so, in either language, or one of its keys is.
fn is_name(binding: &Binding, said: &str) -> bool {
    let named = |name: &str| to_ascii(name).to_lowercase() == said;
    let key = |key: &Key| {
        let has_name = !matches!(key, Key::Char(c) if *c != ' ');
        has_name && Lang::ALL.into_iter().any(|lang| named(&key.name(lang)))
    };
    let phrases = [Some(binding.text), binding.short];
    let mut phrases = phrases.into_iter().flatten();
    phrases.any(|phrase| named(phrase.zh) || named(phrase.en)) || binding.keys.iter().any(key)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keymap::Action;

    #[test]
    fn an_answer_is_a_number_a_sign_or_words() {
        for (line, answer) in [
            ("", Answer::Again),
            ("  ", Answer::Again),
            ("0", Answer::Back),
            ("３", Answer::Number(3)),
            ("12。", Answer::Number(12)),
            ("99999999999999999999999", Answer::Number(usize::MAX)),
            ("+", Answer::More),
            ("－", Answer::Before),
            ("？", Answer::Actions),
            ("：", Answer::Actions),
            ("/hsjc", Answer::Find("hsjc".to_owned())),
            ("、核酸", Answer::Find("核酸".to_owned())),
            ("/", Answer::Find(String::new())),
            ("：清单", Answer::Said("清单".to_owned())),
            ("3.1", Answer::Said("3.1".to_owned())),
            ("-3", Answer::Said("-3".to_owned())),
        ] {
            assert_eq!(Answer::of(line), answer, "{line:?}");
        }
    }

    #[test]
    fn one_of_a_few_things_is_named_by_number_or_beginning() {
        let choices = ["pass", "partial", "fail"].map(str::to_owned);
        assert_eq!(choice("3", &choices), Some(2));
        assert_eq!(choice("４", &choices), None);
        assert_eq!(choice("0", &choices), None);
        assert_eq!(choice("Fa", &choices), Some(2));
        assert_eq!(choice("pa", &choices), None);
        assert_eq!(choice("x", &choices), None);
        let choices = ["合格", "不合格"].map(str::to_owned);
        assert_eq!(choice("合格", &choices), Some(0));
    }

    #[test]
    fn a_key_may_be_followed_by_the_numbers_of_what_it_is_for() {
        assert_eq!(with_numbers("t 3"), Some(("t", "3")));
        assert_eq!(with_numbers("t３"), Some(("t", "３")));
        assert_eq!(with_numbers("空格 1、3，5"), Some(("空格", "1、3，5")));
        assert_eq!(with_numbers("w 2－4。"), Some(("w", "2－4。")));
        for said in ["t", "12", "9.9", "t 9.9", "t 3月14日"] {
            assert_eq!(with_numbers(said), None, "{said}");
        }
    }

    #[test]
    fn several_numbers_are_places_of_a_list() {
        for (said, at) in [
            ("", vec![]),
            ("3", vec![2]),
            ("1 3  5", vec![0, 2, 4]),
            ("１、3，５", vec![0, 2, 4]),
            ("2-4, 1", vec![1, 2, 3, 0]),
            ("２—３", vec![1, 2]),
        ] {
            assert_eq!(places(said, 5), Some(at), "{said}");
        }
        for said in [
            "0",
            "6",
            "1 6",
            "4-2",
            "1-99999999999999999999",
            "-3",
            "3-",
            "1-2-3",
            "x",
        ] {
            assert_eq!(places(said, 5), None, "{said}");
        }
    }

    #[test]
    fn an_action_is_named_by_its_key_by_the_keys_name_or_by_its_own() {
        let action = |said| binding(said, Context::Checklist).map(|binding| binding.action);
        for said in ["空格", "space", "打勾", "tick"] {
            assert_eq!(action(said), Some(Action::Tick), "{said}");
        }
        assert_eq!(action("ｗ"), Some(Action::Waive));
        assert_eq!(action("不适用"), Some(Action::Waive));
        assert_eq!(action("周检视"), Some(Action::Go(Context::Week)));
        assert_eq!(action("esc"), Some(Action::Back));
        assert_eq!(action("E"), Some(Action::Explain));
        assert_eq!(action("e"), Some(Action::Event));
        assert_eq!(action("核酸"), None);
    }
}
