//! Text from files and people, made harmless for a terminal.

use std::borrow::Cow;
use std::fmt::Write;

/// `text` without anything that a terminal would act on: control characters become `�`, and so do
/// the marks that turn the direction of writing. Line ends become spaces.
#[must_use]
pub fn visible(text: &str) -> Cow<'_, str> {
    if text.chars().all(is_harmless) {
        return Cow::Borrowed(text);
    }
    let safe = text.chars().map(|c| match c {
        '\n' | '\r' | '\t' | '\u{2028}' | '\u{2029}' | '\u{85}' => ' ',
        c if is_harmless(c) => c,
        _ => '\u{fffd}',
    });
    Cow::Owned(safe.collect())
}

/// JSON in which whatever a terminal would act on is escaped. Outside of its strings there is
/// nothing of the kind but line ends, which stay.
#[must_use]
pub fn visible_json(json: &str) -> Cow<'_, str> {
    let stays = |c: char| c == '\n' || is_harmless(c);
    if json.chars().all(stays) {
        return Cow::Borrowed(json);
    }
    let mut safe = String::with_capacity(json.len());
    for c in json.chars() {
        if stays(c) {
            safe.push(c);
        } else {
            let _ = write!(safe, "\\u{:04x}", u32::from(c));
        }
    }
    Cow::Owned(safe)
}

/// The same as [`visible`] for a text of many lines: its line ends stay.
#[must_use]
pub fn visible_lines(text: &str) -> Cow<'_, str> {
    let stays = |c: char| c == '\n' || is_harmless(c);
    if text.chars().all(stays) {
        return Cow::Borrowed(text);
    }
    let mut safe = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        let (line, end) = line
            .strip_suffix('\n')
            .map_or((line, ""), |line| (line, "\n"));
        safe.push_str(&visible(line));
        safe.push_str(end);
    }
    Cow::Owned(safe)
}

fn is_harmless(c: char) -> bool {
    !c.is_control()
        && !matches!(
            c,
            '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
                | '\u{2028}' | '\u{2029}' | '\u{feff}'
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_reaches_the_terminal_as_a_control_code() {
        assert_eq!(visible("门卫\u{1b}[2J登记"), "门卫\u{fffd}[2J登记");
        assert_eq!(visible("a\nb\u{9b}31m"), "a b\u{fffd}31m");
        assert_eq!(visible("x\u{202e}y"), "x\u{fffd}y");
        assert!(matches!(visible("平常的字"), Cow::Borrowed(_)));
    }

    #[test]
    fn lines_stay_lines() {
        assert_eq!(visible_lines("a\nb\u{1b}\r\nc\t"), "a\nb\u{fffd} \nc ");
        assert!(matches!(visible_lines("平常\n的字"), Cow::Borrowed(_)));
    }

    #[test]
    fn json_means_the_same_when_it_is_harmless() {
        let text = "门卫\u{1b}[2J \u{9b}31m \u{202e}x\n";
        let json = serde_json::to_string_pretty(&[text]).expect("json");
        let safe = visible_json(&json);
        assert!(safe.chars().all(|c| c == '\n' || is_harmless(c)), "{safe}");
        let back: Vec<String> = serde_json::from_str(&safe).expect("json");
        assert_eq!(back, [text]);
    }
}
