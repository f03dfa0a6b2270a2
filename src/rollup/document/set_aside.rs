//! Whose files were set aside, as far as their names say: what cannot be read says it in no other
//! way. Reports are written as `SCHOOL-WEEK.yaml`.

use super::View;
use crate::calendar::Week;
use std::collections::HashMap;

/// The names of files that were set aside, by the id of the school that they name.
pub(super) struct SetAside<'a>(HashMap<&'a str, Vec<&'a str>>);

impl<'a> SetAside<'a> {
    pub(super) fn of(view: &View<'a>) -> Self {
        let ids = view.schools().into_iter();
        let ids: HashMap<String, &str> = ids.map(|id| (words(id).join("-"), id)).collect();
        let mut set_aside: HashMap<&str, Vec<&str>> = HashMap::new();
        for name in &view.set_aside {
            if let Some(school) = school_in(name, view.week, &ids) {
                set_aside.entry(school).or_default().push(name);
            }
        }
        Self(set_aside)
    }

    /// Those that name a school, in order.
    pub(super) fn of_school(&self, school: &str) -> Vec<String> {
        let mut names = self.0.get(school).cloned().unwrap_or_default();
        names.sort_unstable();
        names.into_iter().map(str::to_owned).collect()
    }
}

/// The school that a file's name names, by the longest id in it; none where it is of another week.
/// A number may be a date, a copy's or anything: it is an id only where the week follows it, at the
/// beginning of the name, as reports are called.
fn school_in<'a>(path: &str, of: Week, ids: &HashMap<String, &'a str>) -> Option<&'a str> {
    let name = path.rsplit('/').next()?;
    let words = words(name);
    let is_week = |pair: &[&str]| pair.join("-").parse::<Week>().ok();
    let mut weeks = words.windows(2).filter_map(is_week);
    if weeks.any(|week| week != of) {
        return None;
    }
    let week_at = words.windows(2).position(|pair| is_week(pair).is_some());
    let may_be_id = |first: usize, run: &[&str]| {
        let is_number = run.iter().all(|word| word.chars().all(char::is_numeric));
        !is_number || (first == 0 && week_at == Some(run.len()))
    };
    let longest_first = (1..=words.len()).rev();
    let runs = longest_first.flat_map(|length| words.windows(length).enumerate());
    runs.into_iter().find_map(|(first, run)| {
        let id = ids.get(&run.join("-")).copied();
        id.filter(|_| may_be_id(first, run))
    })
}

fn words(name: &str) -> Vec<&str> {
    let words = name.split(|c: char| !c.is_alphanumeric());
    words.filter(|word| !word.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_id_in_a_name_is_its_school_unless_the_name_is_of_another_week() {
        let ids = ["xi", "xi-qiao", "xi-qiao-2", "east_1"];
        let ids = ids.map(|id| (words(id).join("-"), id)).into();
        let week = "2022-W11".parse().expect("a week");
        for (name, school) in [
            ("xi-qiao-2-2022-W11.yaml", Some("xi-qiao-2")),
            ("in/xi-qiao-2022-W11 (1).yaml", Some("xi-qiao")),
            ("周报 xi 终稿.yaml", Some("xi")),
            ("east_1.json", Some("east_1")),
            ("xi-qiao-2-2022-W10.yaml", None),
            ("xi/unnamed.yaml", None),
            ("xiqiao.yaml", None),
            ("", None),
        ] {
            assert_eq!(school_in(name, week, &ids), school, "{name}");
        }
    }

    #[test]
    fn a_number_is_an_id_only_where_a_report_is_called_by_it() {
        let ids: Vec<String> = (1..=60).map(|n| n.to_string()).collect();
        let more = ["03-11", "2022", "east 3"];
        let ids = ids.iter().map(String::as_str).chain(more);
        let ids = ids.map(|id| (words(id).join("-"), id)).collect();
        let week = "2022-W11".parse().expect("a week");
        for (name, school) in [
            ("7-2022-W11.yaml", Some("7")),
            ("in/7-2022-W11 (1).yaml", Some("7")),
            ("03-11-2022-W11.yaml", Some("03-11")),
            ("east-3-2022-W11.yaml", Some("east 3")),
            ("2022-W11-7.yaml", None),
            ("周报-7-2022-W11.yaml", None),
            ("7.yaml", None),
            ("report (1).yaml", None),
            ("2022-03-11 周报.yaml", None),
            ("11-3.yaml", None),
        ] {
            assert_eq!(school_in(name, week, &ids), school, "{name}");
        }
    }
}
