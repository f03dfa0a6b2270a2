//! Lists of patterns, as PATTERNS in `ssh_config(5)` has them.

/// Whether a name is on a list of patterns with commas between them, and on none with a `!`.
pub(super) fn matches_list(name: &str, list: &str) -> bool {
    let (mut is_in, mut is_out) = (false, false);
    for pattern in list.split(',') {
        match pattern.strip_prefix('!') {
            Some(negated) => is_out |= matches(name.as_bytes(), negated.as_bytes()),
            None => is_in |= matches(name.as_bytes(), pattern.as_bytes()),
        }
    }
    is_in && !is_out
}

/// `*` stands for any bytes, `?` for one. Goes back to the last `*` alone, so that no pattern costs
/// more than its length times that of the name.
fn matches(name: &[u8], pattern: &[u8]) -> bool {
    let (mut n, mut p) = (0, 0);
    // After the last `*`: where the pattern goes on, and how far that star reached.
    let mut star: Option<(usize, usize)> = None;
    while let Some(byte) = name.get(n) {
        match pattern.get(p) {
            Some(b'*') => {
                p += 1;
                star = Some((p, n));
            }
            Some(want) if *want == b'?' || want == byte => {
                n += 1;
                p += 1;
            }
            _ => {
                let Some((after, reached)) = star else {
                    return false;
                };
                star = Some((after, reached + 1));
                (p, n) = (after, reached + 1);
            }
        }
    }
    pattern.iter().skip(p).all(|byte| *byte == b'*')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_match_as_those_of_ssh_do() {
        for (list, name, wanted) in [
            ("qingshan", "qingshan", true),
            ("qingshan", "Qingshan", false),
            ("qingshan", "qingshan-2", false),
            ("a,b,c", "b", true),
            ("*", "", true),
            ("", "a", false),
            ("tj-*", "tj-1", true),
            ("tj-*", "tj-", true),
            ("tj-?", "tj-12", false),
            ("*-*-x", "a-b-c-x", true),
            ("*?", "", false),
            ("**a", "ba", true),
            ("tj-*,!tj-3", "tj-3", false),
            ("!tj-3,tj-*", "tj-3", false),
            ("!tj-3", "tj-4", false),
            ("tj-*,!tj-3", "tj-4", true),
        ] {
            assert_eq!(matches_list(name, list), wanted, "{name} on {list}");
        }
    }

    #[test]
    fn many_stars_cost_no_more_than_both_lengths() {
        let (name, pattern) = ("a".repeat(20_000), "*a".repeat(2_000) + "b");
        assert!(!matches_list(&name, &pattern));
    }
}
