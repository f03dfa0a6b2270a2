//! Text from files and people, made harmless for a terminal.

use std::borrow::Cow;

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
}
