//! How high a row has to be, and how narrow a column may be.

use crate::text::Lang;
use unicode_width::UnicodeWidthChar;

/// The width of a digit, and of a small letter in a Chinese font and in another, which is what the
/// widths below are counted in.
const DIGIT: usize = 8;
const SMALL: [usize; 2] = [8, 6];
/// The height of a line of text, and what is above and below, in points.
const LINE: f64 = 13.5;
const AROUND: f64 = 5.0;
/// The highest that a row can be.
const HIGHEST: f64 = 409.0;

/// The height of a row of so many lines, in points.
pub(super) fn height(lines: u16) -> f64 {
    (LINE * f64::from(lines) + AROUND).min(HIGHEST)
}

/// The width that a heading needs so that none of its words is broken. A column is as many digits
/// wide as it says, and a bold letter is a little wider than a digit.
pub(super) fn narrowest(heading: &str) -> u16 {
    let words = heading.split(char::is_whitespace).filter(|w| w.is_ascii());
    let longest = words.map(str::len).max().unwrap_or_default();
    u16::try_from(longest + 2).unwrap_or(u16::MAX)
}

/// How many lines a text takes in a column of that width. Words are not broken, Chinese is broken
/// anywhere.
pub(super) fn lines(text: &str, width: u16, lang: Lang) -> u16 {
    let [chinese, other] = SMALL;
    let small = if lang == Lang::Zh { chinese } else { other };
    let room = usize::from(width) * DIGIT;
    let lines = text.split('\n').map(|line| broken(line, room, small));
    u16::try_from(lines.sum::<usize>()).unwrap_or(u16::MAX)
}

/// How many lines a text without line ends takes.
fn broken(line: &str, room: usize, small: usize) -> usize {
    let (mut lines, mut used) = (1, 0);
    for word in line.split_inclusive(|c: char| c == ' ' || c.width() == Some(2)) {
        let (whole, needed) = (wide(word, small), wide(word.trim_end(), small));
        if used + needed <= room {
            used += whole;
        } else {
            let over = needed.saturating_sub(room).div_ceil(room);
            lines += over + usize::from(used > 0);
            used = whole.saturating_sub(over * room);
        }
    }
    lines
}

/// How wide a text is, where small letters and spaces are that wide.
fn wide(text: &str, small: usize) -> usize {
    let wide = |c: char| match c {
        'a'..='z' | ' ' => small,
        c => c.width().unwrap_or_default() * DIGIT,
    };
    text.chars().map(wide).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_takes_as_many_lines_as_it_is_broken_into() {
        let chinese = |text: &str, width| lines(text, width, Lang::Zh);
        assert_eq!(chinese("", 10), 1);
        assert_eq!(chinese("晨检", 10), 1);
        assert_eq!(chinese("每天晨检记体温", 10), 2);
        assert_eq!(chinese("taijiang-2022", 7), 2);
        assert_eq!(chinese("the taijiang-2022", 7), 3);
        assert_eq!(chinese("一\n二\n三", 40), 3);
        assert_eq!(chinese(&"长".repeat(50_000), 30), 3_334);
        assert_eq!(lines("every school day", 10, Lang::En), 2);
        assert_eq!(lines(&"x".repeat(800), 60, Lang::En), 10);
    }

    #[test]
    fn a_row_is_never_higher_than_a_spreadsheet_allows() {
        assert!(height(1) < height(2) && height(u16::MAX) <= HIGHEST);
    }

    #[test]
    fn a_heading_in_words_is_not_broken_within_them() {
        assert_eq!(narrowest("Evidence expected"), 10);
        assert_eq!(narrowest("完成时限"), 2);
    }
}
