//! The gate in front of the readers: size, encoding, invisible characters, nesting.

use super::problem::{Problem, ProblemKind};
use super::source::{At, is_invisible, problem};
use super::yaml;

/// The largest file that is read, in bytes: a checklist of 100,000 items in two languages, many
/// times the largest one known.
pub(super) const SIZE_LIMIT: usize = 16 * 1024 * 1024;

/// How many brackets a text may open before its depth is looked at: the fast reader's time grows
/// with the square of the depth, and 2,000 cost it a few milliseconds.
const OPENINGS: usize = 2_000;

/// How far a line may be indented before the depth is looked at.
const INDENT: usize = 200;

/// How many aliases a text may have before what they repeat is looked at: fewer cannot grow to much.
const ALIASES: usize = 20;

/// What a file that is not UTF-8 seems to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// GB18030, or the GBK and GB2312 in it.
    Gb18030,
    /// UTF-16, as some editors call "Unicode".
    Utf16,
    /// No telling.
    Unknown,
}

/// The text of a file, without its byte order mark, if the readers may see it.
pub(super) fn pass(bytes: &[u8]) -> Result<&str, Vec<Problem>> {
    let text = pass_prose(bytes)?;
    pass_depth(text)?;
    Ok(text)
}

/// Whether the text is nested no deeper, and repeats no more, than any file of ours.
pub(super) fn pass_depth(text: &str) -> Result<(), Vec<Problem>> {
    if is_suspicious(text)
        && let Some((at, what)) = yaml::excess(text)
    {
        return Err(vec![problem(text, at, ProblemKind::Syntax(what))]);
    }
    Ok(())
}

/// Whether there is no more in a text than `limit` entries: the fast reader keeps up to four hundred
/// bytes of each, and of a hostile text there is one in every second byte.
pub(super) fn pass_entries(text: &str, limit: usize) -> Result<(), Vec<Problem>> {
    // Each takes a byte at least.
    let entries = if text.len() > limit { entries(text) } else { 0 };
    if entries <= limit {
        return Ok(());
    }
    let what = ProblemKind::TooMuch { entries, limit };
    Err(vec![problem(text, At::START, what)])
}

/// About how many keys, values and elements a text has: never less than half of them.
fn entries(text: &str) -> usize {
    let next = text.bytes().skip(1).chain([b'\n']);
    let pairs = text.bytes().zip(next);
    pairs
        .filter(|(byte, next)| match byte {
            b',' | b'\n' | b'[' | b'{' => true,
            b'-' | b'?' | b':' => matches!(next, b' ' | b'\t' | b'\n' | b'\r'),
            _ => false,
        })
        .count()
}

/// The same of a file that is no YAML, however it is nested.
pub(super) fn pass_prose(bytes: &[u8]) -> Result<&str, Vec<Problem>> {
    pass_prose_within(bytes, SIZE_LIMIT)
}

/// The same of a file that may be larger or must be smaller than others.
pub(super) fn pass_prose_within(bytes: &[u8], limit: usize) -> Result<&str, Vec<Problem>> {
    if bytes.len() > limit {
        let what = ProblemKind::TooLarge {
            bytes: bytes.len(),
            limit,
        };
        return Err(vec![problem("", At::START, what)]);
    }
    let text = decode(bytes).map_err(|problem| vec![problem])?;
    let invisible = invisible_characters(text);
    if !invisible.is_empty() {
        return Err(invisible);
    }
    Ok(text)
}

fn decode(bytes: &[u8]) -> Result<&str, Problem> {
    if is_utf16(bytes) {
        return Err(problem(
            "",
            At::START,
            ProblemKind::NotUtf8(Encoding::Utf16),
        ));
    }
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let good = bytes.get(..error.valid_up_to()).unwrap_or_default();
        let good = String::from_utf8_lossy(good);
        let line = good.matches('\n').count() + 1;
        let column = good.rsplit('\n').next().map_or(0, |l| l.chars().count()) + 1;
        let guess = if is_gb18030(bytes) {
            Encoding::Gb18030
        } else {
            Encoding::Unknown
        };
        let text = String::from_utf8_lossy(bytes);
        problem(&text, At::point(line, column), ProblemKind::NotUtf8(guess))
    })?;
    Ok(text.strip_prefix('\u{feff}').unwrap_or(text))
}

/// Whether the bytes begin as UTF-16 does, with its mark or with every other byte zero.
fn is_utf16(bytes: &[u8]) -> bool {
    matches!(
        bytes,
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] | [0, _, 0, _, ..] | [_, 0, _, 0, ..]
    )
}

/// Whether all bytes fit the pattern of GB18030: ASCII, pairs, and fours.
fn is_gb18030(mut bytes: &[u8]) -> bool {
    loop {
        bytes = match bytes {
            [] => return true,
            [0x00..=0x7f, rest @ ..]
            | [0x81..=0xfe, 0x40..=0x7e | 0x80..=0xfe, rest @ ..]
            | [
                0x81..=0xfe,
                0x30..=0x39,
                0x81..=0xfe,
                0x30..=0x39,
                rest @ ..,
            ] => rest,
            _ => return false,
        };
    }
}

/// The first invisible character of each line that has one, and carriage returns that end no line.
fn invisible_characters(text: &str) -> Vec<Problem> {
    let returns = count(text, b'\r');
    let lone_return = returns > 0 && returns != text.matches("\r\n").count();
    if !lone_return && !may_hide(text.as_bytes()) {
        return Vec::new();
    }
    let is_bad = |c: char| c == '\r' || is_invisible(c);
    let lines = text.lines().enumerate();
    let bad = lines.filter_map(|(n, line)| {
        let (column, c) = line.chars().enumerate().find(|(_, c)| is_bad(*c))?;
        let what = ProblemKind::InvisibleCharacter(c);
        Some(problem(text, At::point(n + 1, column + 1), what))
    });
    bad.take(100).collect()
}

/// Whether the text could be nested deeper, or repeat more, than any file of ours: a level costs an
/// opening bracket that is not closed at once, or a column of indentation; an alias needs an anchor.
fn is_suspicious(text: &str) -> bool {
    let indent = |line: &str| {
        let mut indent = line.bytes().take_while(|byte| is_indent(*byte));
        indent.nth(INDENT).is_some()
    };
    may_be_deep(text) && text.lines().any(indent)
        || count(text, b'*') > ALIASES && text.contains('&')
        || opens_many(text)
}

/// Whether many brackets hold something.
fn opens_many(text: &str) -> bool {
    let openings = count(text, b'[') + count(text, b'{');
    openings > OPENINGS
        && openings - text.matches("[]").count() - text.matches("{}").count() > OPENINGS
}

/// How often an ASCII character stands in a text. Every report of a roll-up passes here: bytes are
/// counted many times faster than characters.
fn count(text: &str, ascii: u8) -> usize {
    let is_it = |byte: &u8| u8::from(*byte == ascii);
    let pieces = text.as_bytes().chunks(PIECE);
    let counts = pieces.map(|piece| piece.iter().map(is_it).fold(0, u8::wrapping_add));
    counts.map(usize::from).sum()
}

/// Whether an invisible character may be among the bytes of a text: looks at the two or three bytes
/// that each of them has, and finds every one.
fn may_hide(bytes: &[u8]) -> bool {
    let starts = (0..bytes.len()).step_by(PIECE);
    let mut pieces = starts.map(|start| bytes.get(start..).unwrap_or_default());
    pieces.any(|rest| has_some(first(rest, PIECE), is_odd) && hides(first(rest, PIECE + 2)))
}

/// How many bytes are looked at together, many times faster than one by one.
const PIECE: usize = 64;

fn first(bytes: &[u8], length: usize) -> &[u8] {
    bytes.get(..length).unwrap_or(bytes)
}

/// Whether some byte is as asked. All are asked, so that it is done for several at once.
fn has_some(bytes: &[u8], is_asked: impl Fn(u8) -> bool) -> bool {
    bytes
        .iter()
        .fold(false, |some, byte| some | is_asked(*byte))
}

/// Whether an invisible character may begin with that byte.
fn is_odd(byte: u8) -> bool {
    let is_control = byte < b' ' && !matches!(byte, b'\n' | b'\t' | b'\r');
    is_control || matches!(byte, 0x7f | 0xc2 | 0xe2 | 0xef)
}

fn hides(mut bytes: &[u8]) -> bool {
    loop {
        bytes = match bytes {
            [] => return false,
            [b' '..=b'~' | b'\t' | b'\n' | b'\r', rest @ ..] => rest,
            [0..=0x1f | 0x7f, ..]
            | [0xc2, 0x80..=0x9f, ..]
            | [0xe2, 0x80, 0xa8 | 0xa9, ..]
            | [0xef, 0xbb, 0xbf, ..]
            | [0xef, 0xbf, 0xbe | 0xbf, ..] => return true,
            [_, rest @ ..] => rest,
        };
    }
}

/// Whether a line may be indented further than `INDENT`: a whole piece of it is then.
fn may_be_deep(text: &str) -> bool {
    let is_other = |byte| !is_indent(byte);
    let mut pieces = text.as_bytes().chunks_exact(PIECE);
    pieces.any(|piece| !has_some(piece, is_other))
}

fn is_indent(byte: u8) -> bool {
    matches!(byte, b' ' | b'-' | b'?' | b':')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_are_counted_whatever_they_are_written_like() {
        for text in ["a\n- - - b", "{a, b, c}", "[[[", "a:\n b: c", "? a\n? b\r"] {
            assert!(entries(text) >= 3, "{text}");
        }
        assert_eq!(entries("2022-W11: it-is 12:30 – well"), 1);
        assert_eq!(pass_entries("- aaaa\n- b\n", 4), Ok(()));
        assert!(pass_entries("- aaaa\n- b\n", 3).is_err());
    }

    #[test]
    fn a_byte_order_mark_and_crlf_pass() {
        assert_eq!(
            pass("\u{feff}a: 1\r\nb: 2\r\n".as_bytes()),
            Ok("a: 1\r\nb: 2\r\n")
        );
    }

    #[test]
    fn wrong_encodings_are_recognised_with_their_line() {
        let kind = |bytes: &[u8]| {
            let first = pass(bytes).map(str::len).map_err(|list| list[0].clone());
            first.map_err(|problem| (problem.line, problem.what))
        };
        let gbk = b"a: 1\nb: \xd6\xd0\xce\xc4\n";
        assert_eq!(kind(gbk), Err((2, ProblemKind::NotUtf8(Encoding::Gb18030))));
        let utf16 = b"\xff\xfea\x00:\x00";
        assert_eq!(kind(utf16), Err((1, ProblemKind::NotUtf8(Encoding::Utf16))));
        let no_mark = b"a\x00:\x00 \x001\x00";
        assert_eq!(
            kind(no_mark),
            Err((1, ProblemKind::NotUtf8(Encoding::Utf16)))
        );
        let latin = b"a: caf\xe9\n";
        assert_eq!(
            kind(latin),
            Err((1, ProblemKind::NotUtf8(Encoding::Unknown)))
        );
    }

    #[test]
    fn every_line_with_an_invisible_character_is_named() {
        let problems = pass("a: \u{1b}[2J\nb: 1\nc: x\u{2028}y\nd: x\ry\n".as_bytes());
        let lines = problems.map_err(|list| list.iter().map(|p| p.line).collect::<Vec<_>>());
        assert_eq!(lines, Err(vec![1, 3, 4]));
    }

    #[test]
    fn no_invisible_character_escapes_the_look_at_bytes() {
        let all = '\0'..=char::MAX;
        for c in all.filter(|c| is_invisible(*c)) {
            for before in [0, PIECE - 1, PIECE - 2, PIECE, 5 * PIECE] {
                let text = "x".repeat(before) + &format!("{c}卫");
                assert!(may_hide(text.as_bytes()), "{c:?} after {before}");
            }
        }
        assert!(!may_hide("门卫，“登记” — é\r\n\t~".as_bytes()));
    }

    #[test]
    fn a_line_that_is_indented_too_far_is_suspicious_wherever_it_begins() {
        for before in 0..PIECE {
            let line = |indent: usize| "x".repeat(before) + "\n" + &" ".repeat(indent) + "a: 1\n";
            assert!(is_suspicious(&line(INDENT + 1)), "{before}");
            assert!(!is_suspicious(&line(INDENT)), "{before}");
        }
    }

    #[test]
    fn too_large_a_file_is_refused() {
        assert!(pass(&vec![b'#'; SIZE_LIMIT]).is_ok());
        assert!(pass(&vec![b'#'; SIZE_LIMIT + 1]).is_err());
    }
}
