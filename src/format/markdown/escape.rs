//! Text in Markdown that stays text: no emphasis, link, HTML, table cell or line of its own.

use crate::text::visible;

/// What begins or ends markup wherever it stands.
const ALWAYS: &str = "\\`*_[]<>|~&$";

/// What begins a block where it is the first thing of a line.
const AT_START: &str = "+-=:";

/// `text` in one line in which everything means itself. A sign is escaped only where it could mean
/// something else: the page is read as it is, too.
pub(super) fn escape(text: &str) -> String {
    let text = visible(text);
    let chars: Vec<char> = text.trim().chars().collect();
    let mut out = String::with_capacity(text.len());
    for (at, c) in chars.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|at| chars.get(at));
        let after = chars.get(at + 1);
        if ALWAYS.contains(*c)
            || at == 0 && AT_START.contains(*c)
            || is_sign(*c, before, after)
            || is_number_of_list(*c, &chars, at)
        {
            out.push('\\');
        }
        out.push(*c);
    }
    out
}

/// Whether a reader that makes links of addresses, names and signs for pictures would see one here:
/// the colon of `https://` or `:smile:`, the dot of `www.`, an `@` with a name behind it; or a heading.
fn is_sign(c: char, before: Option<&char>, after: Option<&char>) -> bool {
    let is_letter = |c: Option<&char>| c.is_some_and(char::is_ascii_alphabetic);
    match c {
        ':' => is_letter(after) || after == Some(&'/'),
        '.' => before.is_some_and(|c| c.eq_ignore_ascii_case(&'w')) && is_letter_or_digit(after),
        '@' => after.is_some_and(|c| c.is_alphanumeric()),
        '!' => after == Some(&'['),
        // A heading's beginning, and its end.
        '#' => before.is_none_or(|c| c.is_whitespace() || *c == '#'),
        _ => false,
    }
}

fn is_letter_or_digit(c: Option<&char>) -> bool {
    c.is_some_and(|c| c.is_alphanumeric())
}

/// Whether it is the dot or bracket after a number at the beginning, as in a numbered list.
fn is_number_of_list(c: char, chars: &[char], at: usize) -> bool {
    let number = chars.get(..at).unwrap_or_default();
    let blank = chars.get(at + 1).is_none_or(|c| c.is_whitespace());
    matches!(c, '.' | ')') && blank && !number.is_empty() && number.iter().all(char::is_ascii_digit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinary_text_stays_as_it_is() {
        for text in [
            "今日晨午检记录齐全：每名在校师生记有体温和有无症状，缺勤者注明原因。",
            "taijiang-2022/3.1",
            "16:00 - 17:00, 3.5 (a)",
            "70.8%",
        ] {
            assert_eq!(escape(text), text);
        }
    }

    #[test]
    fn what_could_be_markup_is_escaped() {
        for (text, escaped) in [
            ("*a* _b_ `c`", "\\*a\\* \\_b\\_ \\`c\\`"),
            ("[x](javascript:y)", "\\[x\\](javascript\\:y)"),
            ("<b>&amp;", "\\<b\\>\\&amp;"),
            ("a|b\\|c", "a\\|b\\\\\\|c"),
            ("# a", "\\# a"),
            ("1. a", "1\\. a"),
            ("1.10 a", "1.10 a"),
            ("a\nb\u{1b}", "a b\u{fffd}"),
            ("https://x www.x a@b", "https\\://x www\\.x a\\@b"),
        ] {
            assert_eq!(escape(text), escaped);
        }
    }
}
