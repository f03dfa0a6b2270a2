//! Holiday files in the community's JSON form: `{ year, days: [{ name, date, isOffDay }] }`.
//!
//! Keys that duban does not need (`$schema`, `papers`) are passed over.

use super::document::problems;
use super::problem::{ProblemKind, Problems};
use super::shape::{Key, Shape, required, walk};
use super::source::{At, problem};
use super::{gate, yaml};
use crate::calendar::holidays::HolidayDay;
use chrono::NaiveDate;
use serde::Deserialize;

/// A year, and the days announced for it.
pub type HolidayYear = (i32, Vec<(NaiveDate, HolidayDay)>);

#[derive(Deserialize)]
struct File {
    year: i32,
    days: Vec<Day>,
}

#[derive(Deserialize)]
struct Day {
    name: String,
    date: NaiveDate,
    #[serde(rename = "isOffDay")]
    off: bool,
}

const FILE: Shape = Shape::Open(&[
    required("year", Shape::Number(1, 9_999)),
    required("days", Shape::List(&Shape::Open(DAY))),
]);

const DAY: &[Key] = &[
    required("name", Shape::Text),
    required("date", Shape::Date),
    required("isOffDay", Shape::Flag),
];

/// Reads a holiday file.
pub fn read_holidays(name: &str, bytes: &[u8]) -> Result<HolidayYear, Problems> {
    let text = gate::pass(bytes).map_err(|list| problems(name, list))?;
    let file: File = serde_json::from_str(text).map_err(|error| explain(name, text, &error))?;
    let days = file.days.into_iter().map(|day| {
        let announced = HolidayDay {
            name: day.name,
            off: day.off,
        };
        (day.date, announced)
    });
    Ok((file.year, days.collect()))
}

/// JSON is YAML, so what is wrong with the values is found as in any other file.
fn explain(name: &str, text: &str, error: &serde_json::Error) -> Problems {
    let found = match yaml::tree(text) {
        Ok(document) if error.is_data() => walk(text, &document, &FILE),
        _ => Vec::new(),
    };
    if !found.is_empty() {
        return problems(name, found);
    }
    let words = error.to_string();
    let words = words
        .split(" at line ")
        .next()
        .unwrap_or_default()
        .to_owned();
    let at = At::point(error.line().max(1), error.column().max(1));
    problems(name, vec![problem(text, at, ProblemKind::Json(words))])
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    #[test]
    fn a_holiday_file_is_read_and_keys_of_no_use_are_passed_over() {
        let text = include_str!("../../tests/data/holidays-2099.json");
        let (year, days) = read_holidays("2099.json", text.as_bytes()).expect("holidays");
        assert_eq!((year, days.len()), (2099, 3));
        assert!(days[0].1.off && !days[2].1.off);
    }

    #[test]
    fn all_problems_of_a_holiday_file_are_named() {
        let text = "{ \"year\": 2022, \"days\": [\n{\"name\": \"x\", \"date\": \"2022-02-30\", \"isOffDay\": true},\n{\"name\": 1, \"date\": \"2022-02-01\"}\n] }";
        let found = read_holidays("x.json", text.as_bytes()).expect_err("problems");
        let lines: Vec<_> = found.list.iter().map(|p| (p.line, p.column)).collect();
        assert_eq!(lines, [(2, 23), (3, 1), (3, 10)]);
    }

    #[test]
    fn broken_json_has_its_place() {
        let found =
            read_holidays("x.json", b"{ \"year\": 2022,\n \"days\": [ }").expect_err("problem");
        assert_eq!((found.list[0].line, found.list[0].column), (2, 12));
    }

    #[test]
    fn the_community_files_are_read() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/holiday-cn");
        let Ok(files) = std::fs::read_dir(&folder) else {
            println!("skipped: no {}", folder.display());
            return;
        };
        for file in files {
            let path = file.expect("a file").path();
            let bytes = std::fs::read(&path).expect("bytes");
            let (year, days) = read_holidays("x", &bytes).expect("holidays");
            let stem = path.file_stem().and_then(|s| s.to_str());
            assert_eq!(stem, Some(year.to_string().as_str()));
            assert!(days.len() > 20);
        }
    }
}
