//! Characters of ambiguous width (Unicode Standard Annex 11), on terminals that draw them in two
//! cells: each has a twin there that takes one cell everywhere, so that no line is out of step.

use super::cells::plain_width;
use unicode_width::UnicodeWidthChar;

/// The character itself, or its twin of one cell where it is ambiguous.
pub(super) fn narrow(c: char) -> char {
    if c.is_ascii() || plain_width(c) == Some(2) || c.width() == c.width_cjk() {
        return c;
    }
    match c {
        '\u{2018}' | '\u{2019}' | '\u{b4}' => '\'',
        '\u{201c}' | '\u{201d}' => '"',
        '\u{2010}'..='\u{2016}' | '\u{2500}'..='\u{2501}' | '\u{b7}' => '-',
        '\u{2502}'..='\u{2503}' => '|',
        '\u{2504}'..='\u{257f}' | '\u{b1}' => '+',
        '\u{2580}'..='\u{25a1}' => '#',
        '\u{2022}' | '\u{25cf}' | '\u{2605}' | '\u{25c6}' => '*',
        '\u{25cb}' | '\u{25ce}' | '\u{b0}' | '\u{2606}' | '\u{25c7}' | '\u{f2}' | '\u{f3}' => 'o',
        '\u{2026}' | '\u{2025}' => '.',
        '\u{2190}' | '\u{2264}' | '\u{226a}' => '<',
        '\u{2192}' | '\u{2265}' | '\u{226b}' => '>',
        '\u{2191}' | '\u{25b2}' | '\u{25b3}' => '^',
        '\u{2193}' | '\u{25bc}' | '\u{25bd}' => 'v',
        '\u{d7}' => 'x',
        '\u{f7}' => '/',
        '\u{2460}'..='\u{2468}' => digit(u32::from(c) - 0x2460),
        '\u{2474}'..='\u{247c}' => digit(u32::from(c) - 0x2474),
        '\u{2160}'..='\u{2168}' => digit(u32::from(c) - 0x2160),
        '\u{e0}'..='\u{e1}' => 'a',
        '\u{e8}'..='\u{ea}' => 'e',
        '\u{ec}'..='\u{ed}' => 'i',
        '\u{f9}'..='\u{fa}' | '\u{fc}' => 'u',
        _ => '?',
    }
}

/// The digit of the `n`th of a row of numbers that begins with one.
fn digit(n: u32) -> char {
    char::from_digit(n + 1, 10).unwrap_or('?')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_twin_takes_one_cell_and_what_is_certain_stays() {
        let mut ambiguous = 0;
        for c in ('\0'..='\u{ffff}').filter(|c| !c.is_control()) {
            let twin = narrow(c);
            if twin != c {
                ambiguous += 1;
                assert!(twin.is_ascii_graphic(), "{c} becomes {twin}");
            }
        }
        assert!(ambiguous > 500, "{ambiguous}");
        for c in "核，（）a ⣿".chars() {
            assert_eq!(narrow(c), c);
        }
        let said: String = "“第①项”…─│╭→×".chars().map(narrow).collect();
        assert_eq!(said, "\"第1项\".-|+>x");
    }
}
