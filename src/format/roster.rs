//! A roster of schools, from CSV as spreadsheets write it, with all its problems at once.

mod cells;

use super::checklist::digest;
use super::document::problems;
use super::gate::{self, Encoding};
use super::nearest::nearest;
use super::problem::{Problem, ProblemKind, Problems};
use super::source::{At, problem};
use crate::rollup::{Roster, RosterFault, RosterSchool};
use crate::school::{SchoolId, SchoolKind};
use crate::text::roster::{HEADINGS, WIDE, kind};
use cells::Cell;
use std::collections::HashMap;

/// The columns that must be there.
const REQUIRED: [&str; 3] = ["id", "name", "kind"];

/// Reads a roster; `name` is the file's, for its problems. The first line holds the headings, in
/// Chinese or in English and in any order; other columns are passed over. Cells stand apart by
/// commas, or by tabs or semicolons where the headings do.
///
/// # Errors
/// Everything that is wrong with it.
pub fn read_roster(name: &str, bytes: &[u8]) -> Result<Roster, Problems> {
    let text = gate::pass_prose(bytes).map_err(|list| {
        let list = list.into_iter().map(saved_as);
        problems(name, list.collect())
    })?;
    let mut reading = Reading {
        text,
        problems: Vec::new(),
    };
    let schools = reading.schools();
    if reading.problems.is_empty() {
        Ok(Roster {
            schools,
            digest: digest(bytes),
        })
    } else {
        Err(problems(name, reading.problems))
    }
}

/// A spreadsheet saves in another encoding unless it is told otherwise: the remedy is in its menu.
fn saved_as(mut problem: Problem) -> Problem {
    if let ProblemKind::NotUtf8(encoding) = problem.what {
        let is_gb18030 = encoding == Encoding::Gb18030;
        problem.what = ProblemKind::Roster(RosterFault::Encoding { is_gb18030 });
    }
    problem
}

/// Where the known columns are.
type Columns = HashMap<&'static str, usize>;

struct Reading<'a> {
    text: &'a str,
    problems: Vec<Problem>,
}

impl Reading<'_> {
    fn say(&mut self, at: At, fault: RosterFault) {
        let what = ProblemKind::Roster(fault);
        self.problems.push(problem(self.text, at, what));
    }

    fn schools(&mut self) -> Vec<RosterSchool> {
        let (lines, open) = cells::lines(self.text, delimiter(self.text));
        if let Some(at) = open {
            self.say(at, RosterFault::QuoteOpen);
        }
        let Some((headings, lines)) = lines.split_first() else {
            if open.is_none() {
                self.say(At::START, RosterFault::NoSchool);
            }
            return Vec::new();
        };
        let columns = self.columns(headings);
        if lines.is_empty() && open.is_none() {
            self.say(start(headings), RosterFault::NoSchool);
        }
        let mut schools = Vec::new();
        let mut ids = HashMap::new();
        for line in lines {
            // What is right of a line that is too long or too short cannot be told.
            if is_as_long(line, headings) {
                schools.extend(self.school(line, &columns, &mut ids));
            } else {
                let (cells, headings) = (line.len(), headings.len());
                self.say(start(line), RosterFault::Ragged { cells, headings });
            }
        }
        schools
    }

    /// Where the known columns are, by the headings.
    fn columns(&mut self, headings: &[Cell]) -> Columns {
        let mut columns = Columns::new();
        for (n, cell) in headings.iter().enumerate() {
            if let Some(name) = column(&cell.text)
                && columns.insert(name, n).is_some()
            {
                self.say(cell.at, RosterFault::ColumnTwice(name));
            }
        }
        let wide = |cell: &Cell| Some((cell.at, cell.text.chars().find(|c| WIDE.contains(c))?));
        let wide = headings.iter().find_map(wide);
        if let Some((at, comma)) = wide.filter(|_| columns.is_empty()) {
            self.say(at, RosterFault::WideComma(comma));
            return columns;
        }
        let mut meant = Vec::new();
        for cell in headings {
            meant.extend(self.unknown_heading(cell, &columns));
        }
        for name in REQUIRED {
            if !columns.contains_key(name) && !meant.contains(&name) {
                self.say(start(headings), RosterFault::ColumnMissing(name));
            }
        }
        columns
    }

    /// Says which column a heading was probably meant for, where that one is missing.
    fn unknown_heading(&mut self, cell: &Cell, columns: &Columns) -> Option<&'static str> {
        let missing = HEADINGS
            .iter()
            .filter(|(name, _)| !columns.contains_key(name));
        let missing: Vec<&str> = missing.map(|(name, _)| *name).collect();
        if column(&cell.text).is_some() {
            return None;
        }
        let nearest = nearest(&cell.text, &missing)?;
        let fault = RosterFault::ColumnUnknown {
            heading: cell.text.clone(),
            nearest,
        };
        self.say(cell.at, fault);
        Some(nearest)
    }

    fn school(
        &mut self,
        line: &[Cell],
        columns: &Columns,
        ids: &mut HashMap<String, usize>,
    ) -> Option<RosterSchool> {
        let cell = |name| columns.get(name).and_then(|n| line.get(*n));
        let optional = |name| {
            let text = cell(name).map(|cell: &Cell| cell.text.clone());
            text.filter(|text| !text.is_empty())
        };
        let id = cell("id").and_then(|cell| self.id(cell, ids));
        let name = cell("name").and_then(|cell| self.filled("name", cell));
        let kind = cell("kind").and_then(|cell| self.kind(cell));
        Some(RosterSchool {
            id: id?,
            name: name?,
            kind: kind?,
            district: optional("district"),
            contact: optional("contact"),
        })
    }

    fn filled(&mut self, column: &'static str, cell: &Cell) -> Option<String> {
        if cell.text.is_empty() {
            self.say(cell.at, RosterFault::CellEmpty(column));
            return None;
        }
        Some(cell.text.clone())
    }

    fn id(&mut self, cell: &Cell, ids: &mut HashMap<String, usize>) -> Option<String> {
        let id = self.filled("id", cell)?;
        if id.parse::<SchoolId>().is_err() {
            self.say(cell.at, RosterFault::Id(id));
            return None;
        }
        if let Some(first) = ids.get(&id).copied() {
            self.say(cell.at, RosterFault::IdTwice { id, first });
            return None;
        }
        ids.insert(id.clone(), cell.at.line);
        Some(id)
    }

    fn kind(&mut self, cell: &Cell) -> Option<SchoolKind> {
        let text = self.filled("kind", cell)?;
        let found = kind(&text);
        if found.is_none() {
            self.say(cell.at, RosterFault::Kind(text));
        }
        found
    }
}

/// What cells stand apart by.
fn delimiter(text: &str) -> char {
    let first = text.lines().find(|line| !line.trim().is_empty());
    let first = first.unwrap_or_default();
    let other = ['\t', ';'].into_iter().find(|c| first.contains(*c));
    other.filter(|_| !first.contains(',')).unwrap_or(',')
}

/// The column that a heading names.
fn column(heading: &str) -> Option<&'static str> {
    let heading = heading.to_lowercase();
    let is_named =
        |(name, others): &&(&str, &[&str])| *name == heading || others.contains(&heading.as_str());
    HEADINGS.iter().find(is_named).map(|(name, _)| *name)
}

fn start(line: &[Cell]) -> At {
    line.first().map_or(At::START, |cell| cell.at)
}

/// Whether a line has a cell for each heading; empty ones too many are a spreadsheet's.
fn is_as_long(line: &[Cell], headings: &[Cell]) -> bool {
    let beyond = line.iter().skip(headings.len());
    line.len() >= headings.len() && beyond.into_iter().all(|cell| cell.text.is_empty())
}

#[cfg(test)]
mod tests {
    use super::super::render;
    use super::*;
    use crate::text::Lang;

    fn right(text: &str) -> Roster {
        read_roster("schools.csv", text.as_bytes()).expect("a right roster")
    }

    /// What is said of a wrong roster, each problem in a line.
    fn said(text: &[u8], lang: Lang) -> Vec<String> {
        let problems = read_roster("r.csv", text).expect_err("a wrong roster");
        let said = render(&problems, lang);
        let lines = said.lines().filter(|line| line.starts_with("r.csv:"));
        lines.map(|line| line.replacen("r.csv:", "", 1)).collect()
    }

    #[test]
    fn what_a_spreadsheet_saves_is_read() {
        let text = "\u{feff}编号,名称,类别,区县,联系人,备注\r\n007,\"青山小学,总校\",小学,台江,王芳 \r\n qs2 ,第二中学,SECONDARY,,,x\r\n,,,,,\r\n";
        let text = text.replace("王芳 \r\n", "王芳 138,\r\n");
        let roster = right(&text);
        let school = |id: &str, name: &str, kind, district: &str, contact: &str| {
            let some = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
            RosterSchool {
                id: id.into(),
                name: name.into(),
                kind,
                district: some(district),
                contact: some(contact),
            }
        };
        let expected = [
            school(
                "007",
                "青山小学,总校",
                SchoolKind::Primary,
                "台江",
                "王芳 138",
            ),
            school("qs2", "第二中学", SchoolKind::Secondary, "", ""),
        ];
        assert_eq!(roster.schools, expected);
        assert_eq!(roster.digest, digest(text.as_bytes()));
        assert_eq!(roster.by_id()["qs2"].name, "第二中学");
    }

    #[test]
    fn columns_stand_in_any_order_and_apart_by_tabs_or_semicolons() {
        let commas = right("kind,name,id\nprimary,A,a\n");
        for other in ['\t', ';'] {
            let text = "kind,name,id\nprimary,A,a\n".replace(',', &other.to_string());
            assert_eq!(right(&text).schools, commas.schools);
        }
    }

    #[test]
    fn everything_that_is_wrong_is_said_at_once_with_its_line() {
        let text = "id,name,kind\nа b,A,primary\na,A,primary\nb,,temple\na,B\nc,C,college,x\na,D,primary\n";
        let expected = [
            "2:1: `а b` cannot be an id",
            "4:3: `name` is empty",
            "4:4: `temple` is no kind of school",
            "5:1: the number of cells here is 2, that of the headings 3",
            "6:1: the number of cells here is 4, that of the headings 3",
            "7:1: the id `a` is used twice, first on line 3",
        ];
        assert_eq!(said(text.as_bytes(), Lang::En), expected);
    }

    #[test]
    fn wrong_headings_are_said() {
        let of = |text: &str| said(text.as_bytes(), Lang::Zh);
        assert_eq!(
            of("nam,类别,id,id\nA,小学,a,a\n"),
            ["1:1: 不认识的表头“nam”", "1:11: “编号”有两列",]
        );
        assert_eq!(
            of("id，name，kind\n1，2，3\n"),
            ["1:1: 表头用“，”分隔，不是英文逗号"]
        );
        assert_eq!(
            of("a,A,primary\n"),
            [
                "1:1: 缺少“编号”一列",
                "1:1: 缺少“名称”一列",
                "1:1: 缺少“类别”一列",
                "1:1: 名册里没有学校",
            ]
        );
    }

    #[test]
    fn what_is_no_roster_at_all_is_said() {
        let empty = "1:1: there is no school in the roster";
        for text in ["", "\u{feff}", "\r\n\r\n", ",,,\n"] {
            assert_eq!(said(text.as_bytes(), Lang::En), [empty], "{text:?}");
        }
        let open = said(b"id,name,kind\na,\"A,primary\nb,B,primary\n", Lang::En);
        assert_eq!(open, ["2:3: this double quote is never closed"]);
        let gbk = b"id,name,kind\na,\xd6\xd0\xce\xc4,primary\n";
        assert_eq!(
            said(gbk, Lang::En),
            ["2:3: the file is not UTF-8; it looks like GBK (GB18030)"]
        );
        let controls = said(b"id,name,kind\na,\x1b[2J,primary\n", Lang::En);
        assert_eq!(controls, ["2:3: an invisible character, U+001B"]);
    }
}
