//! The word that somebody probably meant.

/// The one of `known` that is nearest to `word`, if it is near enough to be a slip.
pub(super) fn nearest<'a>(word: &str, known: &[&'a str]) -> Option<&'a str> {
    let close = known.iter().map(|k| (distance(word, k), *k)).min()?;
    let bound = (word.chars().count() / 3).max(1);
    (close.0 <= bound).then_some(close.1)
}

/// How many characters must be changed, added or left out (Levenshtein).
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.to_lowercase().chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.to_lowercase().chars().enumerate() {
        let mut diagonal = i;
        row[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let changed = diagonal + usize::from(x != *y);
            diagonal = row[j + 1];
            row[j + 1] = changed.min(diagonal + 1).min(row[j] + 1);
        }
    }
    row.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_recognised_and_other_words_are_not() {
        let known = ["cadence", "clauses", "text"];
        assert_eq!(nearest("cadense", &known), Some("cadence"));
        assert_eq!(nearest("Text", &known), Some("text"));
        assert_eq!(nearest("clause", &known), Some("clauses"));
        assert_eq!(nearest("remark", &known), None);
        assert_eq!(nearest("", &known), None);
    }
}
