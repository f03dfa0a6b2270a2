//! Lines of a calendar file: properties with their values, texts escaped, folded at 75 octets.
//!
//! Our own, since the library that was tried first folds some lines at 76 octets, takes time that
//! grows with the square of a line's length, and stamps every alarm with the clock.

/// The most octets of a line, its end not counted.
const OCTETS: usize = 75;

/// A calendar file as it grows.
#[derive(Default)]
pub(super) struct Lines {
    text: String,
}

impl Lines {
    /// A property whose value is of a fixed form: a date, a number, a word of the standard.
    pub(super) fn value(&mut self, name: &str, value: &str) {
        self.folded(&[name, ":", value].concat());
    }

    /// A property whose value is text, in which nothing may mean anything else.
    pub(super) fn text(&mut self, name: &str, text: &str) {
        self.value(name, &escaped(text));
    }

    /// A component, with what is in it.
    pub(super) fn component(&mut self, name: &str, write: impl FnOnce(&mut Self)) {
        self.value("BEGIN", name);
        write(self);
        self.value("END", name);
    }

    /// The line, in pieces of whole characters; those after the first begin with a space.
    fn folded(&mut self, line: &str) {
        let mut octets = 0;
        for c in line.chars() {
            if octets + c.len_utf8() > OCTETS {
                self.text.push_str("\r\n ");
                octets = 1;
            }
            self.text.push(c);
            octets += c.len_utf8();
        }
        self.text.push_str("\r\n");
    }

    pub(super) fn into_text(self) -> String {
        self.text
    }
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' => out.push_str("\\n"),
            '\\' | ',' | ';' => out.extend(['\\', c]),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_has_at_most_75_octets_and_whole_characters() {
        for width in 70..160 {
            let text = format!("{}门{}", "a".repeat(width), "卫".repeat(50));
            let mut lines = Lines::default();
            lines.text("SUMMARY", &text);
            let written = lines.into_text();
            let pieces: Vec<&str> = written.trim_end().split("\r\n").collect();
            assert!(
                pieces.iter().all(|piece| piece.len() <= OCTETS),
                "{written}"
            );
            assert!(pieces.first().is_some_and(|piece| piece.len() > OCTETS - 3));
            let whole = written.replace("\r\n ", "");
            assert_eq!(whole, format!("SUMMARY:{text}\r\n"));
        }
    }

    #[test]
    fn what_parts_values_is_escaped_in_a_text() {
        assert_eq!(escaped("a,b;c:d\\n\ne"), "a\\,b\\;c:d\\\\n\\ne");
    }
}
