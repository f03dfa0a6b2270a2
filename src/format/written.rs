//! What a file that a program wrote says it is, told from its `schema` without reading it.

/// The key.
const KEY: &[u8] = b"schema";

/// A kind of file that a program wrote.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Written {
    /// A status report of some version.
    Report,
    /// A roll-up of some version.
    RollUp,
}

/// What a file says it is, in YAML or JSON; nothing where it does not say.
#[must_use]
pub fn written_as(bytes: &[u8]) -> Option<Written> {
    let keys = bytes.windows(KEY.len()).enumerate();
    let mut keys = keys.filter(|(_, word)| *word == KEY);
    keys.find_map(|(at, _)| {
        let rest = bytes.get(at + KEY.len()..)?;
        let rest = skip(skip(rest, b"\"'"), b" \t\r\n");
        let rest = skip(rest.strip_prefix(b":")?, b" \t\r\n\"'");
        if rest.starts_with(b"duban.status-report/") {
            Some(Written::Report)
        } else if rest.starts_with(b"duban.rollup/") {
            Some(Written::RollUp)
        } else {
            None
        }
    })
}

/// The bytes after all those at the beginning that are among `some`.
fn skip<'a>(bytes: &'a [u8], some: &[u8]) -> &'a [u8] {
    let first = bytes.iter().position(|byte| !some.contains(byte));
    bytes
        .get(first.unwrap_or(bytes.len())..)
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_and_a_rollup_are_told_apart_in_yaml_and_json() {
        for (text, wanted) in [
            (
                "schema: duban.status-report/1\nweek: 2022-W11\n",
                Some(Written::Report),
            ),
            (
                "week: 2022-W11\n'schema' : \"duban.rollup/1\"\n",
                Some(Written::RollUp),
            ),
            (
                "{\n  \"schema\": \"duban.rollup/1\"\n}",
                Some(Written::RollUp),
            ),
            (
                "\u{feff}{\"week\":\"2022-W11\",\"schema\":\"duban.status-report/2\"}",
                Some(Written::Report),
            ),
            ("schema", None),
            ("schema:", None),
            ("schema: duban.checklist/1", None),
            ("note: the schema duban.rollup/1", None),
            ("", None),
        ] {
            assert_eq!(written_as(text.as_bytes()), wanted, "{text}");
        }
    }
}
