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
fn school_in<'a>(path: &str, of: Week, ids: &HashMap<String, &'a str>) -> Option<&'a str> {
    let name = path.rsplit('/').next()?;
    let words = words(name);
    let weeks = words
        .windows(2)
        .filter_map(|pair| pair.join("-").parse().ok());
    if weeks.into_iter().any(|week: Week| week != of) {
        return None;
    }
    let longest_first = (1..=words.len()).rev();
    let runs = longest_first.flat_map(|length| words.windows(length));
    runs.into_iter()
        .find_map(|run| ids.get(&run.join("-")).copied())
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
}
