//! CSV with the place of every cell, which the library that reads it elsewhere does not tell.

use super::super::source::At;

/// A cell: what is in it, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Cell {
    pub(super) text: String,
    pub(super) at: At,
}

/// The lines of a text, those with nothing in them left out, and the quote that is never closed.
pub(super) fn lines(text: &str, delimiter: char) -> (Vec<Vec<Cell>>, Option<At>) {
    let mut reading = Reading {
        delimiter,
        line: 1,
        column: 1,
        cell: Cell {
            text: String::new(),
            at: At::START,
        },
        quote: Quote::None,
        cells: Vec::new(),
        lines: Vec::new(),
    };
    for c in text.chars().filter(|c| *c != '\r') {
        reading.take(c);
    }
    let open = (reading.quote == Quote::Open).then_some(reading.cell.at);
    if open.is_none() {
        reading.end_line();
    }
    (reading.lines, open)
}

/// Where the reader is with the quotes of a cell.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Quote {
    /// There is none.
    None,
    /// Within them.
    Open,
    /// After one that closes, unless another follows.
    Closed,
}

struct Reading {
    delimiter: char,
    line: usize,
    column: usize,
    cell: Cell,
    quote: Quote,
    cells: Vec<Cell>,
    lines: Vec<Vec<Cell>>,
}

impl Reading {
    fn take(&mut self, c: char) {
        let is_within = self.quote == Quote::Open;
        match c {
            '"' if is_within => self.quote = Quote::Closed,
            '"' if self.quote == Quote::Closed => {
                self.cell.text.push('"');
                self.quote = Quote::Open;
            }
            '"' if self.is_at_start() => self.quote = Quote::Open,
            c if c == self.delimiter && !is_within => {
                self.column += 1;
                self.end_cell();
                return;
            }
            '\n' if !is_within => self.end_line(),
            c => self.cell.text.push(c),
        }
        if c == '\n' {
            self.line += 1;
            self.column = 1;
            if !is_within {
                self.begin_cell();
            }
        } else {
            self.column += 1;
        }
    }

    fn is_at_start(&self) -> bool {
        self.cell.text.is_empty() && self.quote == Quote::None
    }

    fn begin_cell(&mut self) {
        self.cell.at = At::point(self.line, self.column);
        self.quote = Quote::None;
    }

    fn end_cell(&mut self) {
        let mut cell = self.cell.clone();
        let width = self.column.saturating_sub(cell.at.column + 1);
        if cell.at.line == self.line {
            cell.at = At::run(cell.at.line, cell.at.column, width);
        }
        cell.text = tidy(&cell.text);
        self.cells.push(cell);
        self.cell.text.clear();
        self.begin_cell();
    }

    fn end_line(&mut self) {
        self.column += 1;
        self.end_cell();
        let cells = std::mem::take(&mut self.cells);
        if cells.iter().any(|cell| !cell.text.is_empty()) {
            self.lines.push(cells);
        }
    }
}

/// A cell without the spaces and line ends around and within it that nobody means, and without the
/// `="…"` by which a spreadsheet is kept from making 7 of 007.
fn tidy(text: &str) -> String {
    let kept = text.trim().strip_prefix("=\"");
    let kept = kept.and_then(|text| text.strip_suffix('"'));
    let words = kept.unwrap_or(text).split_whitespace();
    words.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn texts(text: &str) -> Vec<Vec<String>> {
        let lines = lines(text, ',').0.into_iter();
        lines
            .map(|cells| cells.into_iter().map(|cell| cell.text).collect())
            .collect()
    }

    proptest! {
        #[test]
        fn what_a_library_writes_is_read_as_it_was(
            table in prop::collection::vec(prop::collection::vec("[a-z0-9\",;]{0,5}", 3), 1..5),
        ) {
            let mut writer = ::csv::Writer::from_writer(Vec::new());
            for line in &table {
                writer.write_record(line).expect("memory");
            }
            let text = String::from_utf8(writer.into_inner().expect("memory")).expect("UTF-8");
            let mut expected = table;
            expected.retain(|line| line.iter().any(|cell| !cell.is_empty()));
            prop_assert_eq!(texts(&text), expected);
        }
    }

    #[test]
    fn cells_keep_their_places_through_quotes_and_lines() {
        let (lines, open) = lines("a,\"b,\r\nc\",dd\r\n\r\n, 甲乙 ,\r\n", ',');
        assert_eq!(open, None);
        let cells = lines.concat().into_iter();
        let cells: Vec<_> = cells
            .map(|cell| (cell.text, cell.at.line, cell.at.column, cell.at.width))
            .collect();
        let of = |text: &str, line, column, width| (text.to_owned(), line, column, width);
        let expected = [
            of("a", 1, 1, 1),
            of("b, c", 1, 3, 1),
            of("dd", 2, 4, 2),
            of("", 4, 1, 1),
            of("甲乙", 4, 2, 4),
            of("", 4, 7, 1),
        ];
        assert_eq!(cells, expected);
    }

    #[test]
    fn a_quote_that_is_never_closed_is_where_its_cell_begins() {
        let (lines, open) = lines("a,b\nc,\"d\ne,f\n", ',');
        assert_eq!((lines.len(), open), (1, Some(At::point(2, 3))));
        assert_eq!(texts("a\"b,c\n"), [["a\"b", "c"]]);
    }

    #[test]
    fn a_number_that_a_spreadsheet_was_kept_from_reading_is_itself() {
        assert_eq!(texts("=\"007\",\"=\"\"008\"\"\"\n"), [["007", "008"]]);
    }
}
