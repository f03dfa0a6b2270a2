//! Lines for a width in cells: wide characters whole, words together, and no line that begins with
//! a closing mark or ends with an opening one.

use super::cells::clusters;
use crate::text::punctuation::{NOT_AT_END, NOT_AT_START};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// `text` in lines of at most `width` cells.
pub(super) fn wrap(text: &str, width: usize) -> Vec<String> {
    let width = width.max(2);
    text.split('\n')
        .flat_map(|line| wrap_line(line, width))
        .collect()
}

fn wrap_line(line: &str, width: usize) -> Vec<String> {
    let mut lines = vec![Line::default()];
    for word in words(line) {
        let fits = lines
            .last()
            .is_some_and(|l| l.width + word.width() <= width);
        if fits {
            push(&mut lines, word);
        } else if word.width() <= width {
            next(&mut lines);
            push(&mut lines, word.trim_start());
        } else {
            for (cluster, cells) in clusters(word) {
                if lines.last().is_some_and(|l| l.width + cells > width) {
                    next(&mut lines);
                }
                push(&mut lines, cluster);
            }
        }
    }
    lines
        .into_iter()
        .map(|l| l.text.trim_end().to_owned())
        .collect()
}

#[derive(Default)]
struct Line {
    text: String,
    width: usize,
}

fn push(lines: &mut [Line], text: &str) {
    if let Some(line) = lines.last_mut() {
        line.text.push_str(text);
        line.width += text.width();
    }
}

/// Begins a new line, and takes an opening mark that would end the old one along.
fn next(lines: &mut Vec<Line>) {
    let mut begun = Line::default();
    if let Some(line) = lines.last_mut() {
        let trimmed = line.text.trim_end_matches(|c| NOT_AT_END.contains(c)).len();
        if trimmed > 0 && trimmed < line.text.len() {
            begun.text = line.text.split_off(trimmed);
            begun.width = begun.text.width();
        }
    }
    lines.push(begun);
}

/// The pieces that may not be broken: a run of letters with the space before it, a single wide
/// character, each with the closing marks after it.
fn words(line: &str) -> Vec<&str> {
    let mut ends = Vec::new();
    let mut clusters = line.grapheme_indices(true).peekable();
    while let Some((start, cluster)) = clusters.next() {
        let end = start + cluster.len();
        let Some((_, after)) = clusters.peek() else {
            ends.push(end);
            break;
        };
        if !clings(cluster, after) {
            ends.push(end);
        }
    }
    let mut start = 0;
    let mut words = Vec::new();
    for end in ends {
        words.extend(line.get(start..end));
        start = end;
    }
    words
}

/// Whether no line may end between the two.
fn clings(cluster: &str, after: &str) -> bool {
    if NOT_AT_START.contains(after) || NOT_AT_END.contains(cluster) {
        return true;
    }
    let narrow = |text: &str| text.width() < 2;
    narrow(cluster) && narrow(after) && after != " "
}

/// `text` cut to `width` cells, with `..` where something was cut off.
pub(super) fn cut(text: &str, width: usize) -> String {
    let (mut used, mut end, mut fits) = (0, 0, 0);
    for (cluster, cells) in clusters(text) {
        used += cells;
        if used > width {
            let kept = text.get(..fits).unwrap_or_default();
            return format!("{kept}{}", if width < 2 { "" } else { ".." });
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
    }
}
