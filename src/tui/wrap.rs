//! Lines for a width in cells: wide characters whole, words and numbers with their units together,
//! and no line that begins with a closing mark or ends with an opening one.

use super::cells::clusters;
use crate::text::punctuation::{
    BEFORE_DIGITS, BETWEEN_DATES, DIGITS, NOT_AT_END, NOT_AT_START, WEEKDAY,
};

/// `text` in lines of at most `width` cells.
pub(super) fn wrap(text: &str, width: usize) -> Vec<String> {
    let width = width.max(2);
    text.split('\n')
        .flat_map(|line| wrap_line(line, width))
        .collect()
}

/// A character as a reader sees it, with the cells it takes.
type Cluster<'a> = (&'a str, usize);

fn wrap_line(line: &str, width: usize) -> Vec<String> {
    let mut used = 0;
    let fits = clusters(line).all(|(_, cells)| {
        used += cells;
        used <= width
    });
    if fits {
        return vec![line.trim_end().to_owned()];
    }
    let mut rest: &[Cluster<'_>] = &clusters(line).collect::<Vec<_>>();
    let mut lines = Vec::new();
    loop {
        let (line, after) = rest.split_at(end_of_line(rest, width));
        let text: String = line.iter().map(|(cluster, _)| *cluster).collect();
        lines.push(text.trim_end().to_owned());
        let spaces = after.iter().take_while(|(cluster, _)| is_space(cluster));
        rest = after.get(spaces.count()..).unwrap_or_default();
        if rest.is_empty() {
            return lines;
        }
    }
}

/// How many characters the first line takes: as many as fit, back to a place where a line may end;
/// where there is none, back to where at least no mark is out of place; or else as many as fit.
fn end_of_line(text: &[Cluster<'_>], width: usize) -> usize {
    let mut used = 0;
    let fit = text.iter().take_while(|(_, cells)| {
        used += cells;
        used <= width
    });
    let fit = fit.count();
    if fit == text.len() {
        return fit;
    }
    let back = || (1..=fit).rev();
    let end = back().find(|at| marks_allow(text, *at) && !is_joined(text, *at));
    let end = end.or_else(|| back().find(|at| marks_allow(text, *at)));
    end.unwrap_or(fit).max(1)
}

/// Whether no mark is out of place where a line ends before the character at `at`; spaces at the
/// ends of lines are not seen.
fn marks_allow(text: &[Cluster<'_>], at: usize) -> bool {
    let (before, after) = text.split_at(at);
    let seen = |(cluster, _): &&Cluster<'_>| !is_space(cluster);
    let last = before.iter().rev().find(seen);
    let next = after.iter().find(seen);
    let is_of =
        |marks: &str, (cluster, _): &Cluster<'_>| cluster.starts_with(|c| marks.contains(c));
    !last.is_some_and(|last| is_of(NOT_AT_END, last))
        && !next.is_some_and(|next| is_of(NOT_AT_START, next))
}

/// Whether the characters before and after `at` belong together: letters of a word, a number and
/// its unit, with or without a space between them.
fn is_joined(text: &[Cluster<'_>], at: usize) -> bool {
    let (before, after) = text.split_at(at);
    let mut back = before.iter().rev();
    let (Some((last, cells)), Some((next, next_cells))) = (back.next(), after.first()) else {
        return false;
    };
    if is_space(next) {
        let unit = after.get(1);
        return is_digit(last) && unit.is_some_and(|(unit, _)| is_unit(unit));
    }
    if is_space(last) {
        return is_unit(next) && back.next().is_some_and(|(number, _)| is_digit(number));
    }
    let letters = *cells < 2 && *next_cells < 2;
    let counted = if is_digit(next) {
        is_digit(last) || BEFORE_DIGITS.contains(last)
    } else {
        is_digit(last) && is_unit(next)
    };
    // A date: 2022年3月14日, 周一.
    let is_dated = back.next().is_some_and(|(number, _)| is_digit(number));
    let date = BETWEEN_DATES.contains(last) && is_dated && is_digit(next);
    let weekday = *last == WEEKDAY.0 && WEEKDAY.1.contains(next);
    letters || counted || date || weekday
}

fn is_space(cluster: &str) -> bool {
    cluster.starts_with(char::is_whitespace)
}

fn is_digit(cluster: &str) -> bool {
    cluster.starts_with(|c| DIGITS.contains(c))
}

/// Whether it may be a unit, or the beginning of one.
fn is_unit(cluster: &str) -> bool {
    cluster.starts_with(char::is_alphabetic)
}

/// `text` cut to `width` cells, with `..` where something was cut off.
pub(super) fn cut(text: &str, width: usize) -> String {
    let (mut used, mut end, mut fits) = (0, 0, 0);
    for (cluster, cells) in clusters(text) {
        used += cells;
        if used > width {
            let kept = text.get(..fits).unwrap_or_default();
            return [kept, if width < 2 { "" } else { ".." }].concat();
        }
        end += cluster.len();
        if used + 2 <= width {
            fits = end;
        }
    }
    text.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use unicode_width::UnicodeWidthStr;

    #[test]
    fn no_line_begins_with_a_closing_mark() {
        let lines = wrap(
            "今日晨午检记录齐全：每名在校师生有体温，缺勤者注明原因。",
            10,
        );
        assert_eq!(lines[0], "今日晨午检");
        for line in &lines {
            assert!(line.width() <= 10, "{line}");
            assert!(!line.starts_with(|c| NOT_AT_START.contains(c)), "{line}");
        }
    }

    #[test]
    fn words_stay_whole_where_they_fit() {
        assert_eq!(
            wrap("The gate log shows a name", 10),
            ["The gate", "log shows", "a name"]
        );
        assert_eq!(wrap("abcdefghijkl", 5), ["abcde", "fghij", "kl"]);
        assert_eq!(wrap("", 5), [""]);
    }

    #[test]
    fn cutting_never_halves_a_wide_character() {
        assert_eq!(cut("核酸检测", 8), "核酸检测");
        assert_eq!(cut("核酸检测", 7), "核酸..");
        assert_eq!(cut("核酸检测", 5), "核..");
        assert_eq!(cut("核酸检测", 1), "");
    }

    #[test]
    fn numbers_and_their_units_stay_together() {
        assert_eq!(wrap("全校师生 812 名", 12), ["全校师生", "812 名"]);
        assert_eq!(
            wrap("限5个教学日内", 3),
            ["限", "5个", "教", "学", "日", "内"]
        );
        assert_eq!(wrap("已办94.9%了", 8), ["已办", "94.9%了"]);
        assert_eq!(wrap("办结第3条", 8), ["办结", "第3条"]);
        assert_eq!(wrap("已检５４９人", 10), ["已检", "５４９人"]);
        assert_eq!(
            wrap("within 5 school days", 16),
            ["within 5 school", "days"]
        );
        assert_eq!(wrap("a week of 5 days", 11), ["a week of", "5 days"]);
    }

    #[test]
    fn dates_stay_together() {
        assert_eq!(wrap("完成于3月15日", 10), ["完成于", "3月15日"]);
        assert_eq!(wrap("应办3月15日（周二）", 17), ["应办3月15日", "（周二）"]);
        assert_eq!(wrap("每年3月", 5), ["每年", "3月"]);
    }

    #[test]
    fn marks_after_and_before_spaces_are_marks_too() {
        assert_eq!(wrap("门卫登记 ，体温", 9), ["门卫登", "记 ，体温"]);
        assert_eq!(wrap("门卫登（ 体温", 8), ["门卫登", "（ 体温"]);
        assert_eq!(wrap("一二三……四", 7), ["一二", "三……四"]);
        assert_eq!(wrap("他说：“好”。", 9), ["他说：", "“好”。"]);
    }

    #[test]
    fn a_run_of_marks_longer_than_the_line_is_broken_somewhere() {
        assert_eq!(wrap("！！！！！", 4), ["！！", "！！", "！"]);
        assert_eq!(wrap("（（（（", 4), ["（（", "（（"]);
    }

    /// Text of Chinese, words, numbers and emoji, each piece with at most one mark before and two
    /// after it.
    fn text() -> impl Strategy<Value = String> {
        let piece = "[（《“]?([核酸检测]{1,6}|[a-z]{1,6} ?|[0-9]{1,4} ?|👍🏽|👨\u{200d}👩)[，。、；：？！）】》”…—]{0,2}";
        prop::collection::vec(piece, 0..20).prop_map(|pieces| pieces.concat())
    }

    proptest! {
        #[test]
        fn wrapping_keeps_every_character_and_the_width(text in "[a-z，。（）核酸检测 ]{0,60}", width in 6_usize..30) {
            let lines = wrap(&text, width);
            for line in &lines {
                prop_assert!(line.width() <= width, "{line}");
            }
            let kept: String = lines.concat().chars().filter(|c| *c != ' ').collect();
            let given: String = text.chars().filter(|c| *c != ' ').collect();
            prop_assert_eq!(kept, given);
        }

        #[test]
        fn no_line_begins_or_ends_with_the_wrong_mark(text in text(), width in 24_usize..60) {
            let lines = wrap(&text, width);
            for line in lines.iter().skip(1) {
                prop_assert!(!line.starts_with(|c| NOT_AT_START.contains(c)), "{lines:?}");
            }
            for line in lines.iter().rev().skip(1) {
                prop_assert!(!line.ends_with(|c| NOT_AT_END.contains(c)), "{lines:?}");
            }
        }

        #[test]
        fn characters_stay_whole_and_in_order(text in ".{0,60}", width in 2_usize..20) {
            let seen = |text: &str| -> Vec<String> {
                let seen = clusters(text).filter(|(cluster, _)| !is_space(cluster));
                seen.map(|(cluster, _)| cluster.to_owned()).collect()
            };
            let lines = wrap(&text, width);
            let kept: Vec<String> = lines.iter().flat_map(|line| seen(line)).collect();
            prop_assert_eq!(kept, seen(&text));
            for line in &lines {
                let cells: usize = clusters(line).map(|(_, cells)| cells).sum();
                // A single one may be wider than the line.
                prop_assert!(cells <= width || clusters(line).count() == 1, "{line}");
            }
        }
    }
}
