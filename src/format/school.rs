//! The school profile, `school.yaml`.

use super::checklist::KIND;
use super::document::{self, Document};
use super::node::Node;
use super::problem::{ProblemKind, Problems};
use super::shape::{Key, Shape, optional, required};
use super::source::At;
use super::yaml;
use crate::checklist::FaultStep as Step;
use crate::school::School;
use crate::text::{Lang, format as words};

/// Reads a school profile.
pub fn read_school(name: &str, bytes: &[u8]) -> Result<School, Problems> {
    document::read(name, bytes)
}

/// All problems of a school profile; none where it is right.
#[must_use]
pub fn lint_school(name: &str, bytes: &[u8]) -> Problems {
    document::lint::<School>(name, bytes)
}

/// A new profile as text, with comments in `lang` that show what else it may hold. Reads back
/// equal. Only for new files: comments that somebody wrote into one would be lost.
///
/// # Panics
/// Never: a profile is made of texts, numbers, lists and maps, all of which YAML has.
#[must_use]
pub fn write_school(school: &School, lang: Lang) -> String {
    let profile = yaml::write(school).expect("texts, numbers, lists and maps have a form in YAML");
    let mut text = comment(words::PROFILE_HEAD.of(lang));
    text.push_str(&profile);
    for (is_given, example) in [
        (school.district.is_some(), words::PROFILE_DISTRICT),
        (school.students.is_some(), words::PROFILE_STUDENTS),
        (school.staff.is_some(), words::PROFILE_STAFF),
        (school.language.is_some(), words::PROFILE_LANGUAGE),
        (!school.people.is_empty(), words::PROFILE_PEOPLE),
        (!school.terms.is_empty(), words::PROFILE_TERMS),
        (!school.anchors.is_empty(), words::PROFILE_ANCHORS),
        (!school.days_off.is_empty(), words::PROFILE_DAYS_OFF),
        (!school.working_days.is_empty(), words::PROFILE_WORKING_DAYS),
    ] {
        if !is_given {
            text.push_str("#\n");
            text.push_str(&comment(example.of(lang)));
        }
    }
    text
}

/// Lines as comments.
pub(super) fn comment(lines: &str) -> String {
    let commented = lines.lines().flat_map(|line| ["# ", line, "\n"]);
    commented.collect()
}

impl Document for School {
    const SHAPE: Shape = Shape::Map(SCHOOL);

    fn contradictions(&self, document: &Node) -> Vec<(At, ProblemKind)> {
        let faults = self.faults().into_iter();
        faults
            .map(|(key, n, fault)| {
                let at = document.place(&[Step::from(key), Step::from(n)]);
                (at, ProblemKind::Profile(fault))
            })
            .collect()
    }

    fn is_sound(&self) -> bool {
        self.faults().is_empty()
    }
}

const COUNT: Shape = Shape::Number(0, u32::MAX as u64);

const SCHOOL: &[Key] = &[
    required("id", Shape::Id),
    required("name", Shape::Text),
    required("kind", KIND),
    optional("district", Shape::Text),
    optional("students", COUNT),
    optional("staff", COUNT),
    optional("language", Shape::Word(languages)),
    optional("people", Shape::List(&Shape::Map(PERSON))),
    optional("terms", Shape::List(&Shape::Map(TERM))),
    optional("anchors", Shape::Named(&Shape::Text, &Shape::Date)),
    optional("days_off", Shape::List(&Shape::Map(DAYS_OFF))),
    optional("working_days", Shape::List(&Shape::Date)),
    required("checklists", Shape::List(&Shape::Map(ADOPTION))),
];

const PERSON: &[Key] = &[
    required("name", Shape::Text),
    required("roles", Shape::List(&Shape::Id)),
];

const TERM: &[Key] = &[required("from", Shape::Date), required("to", Shape::Date)];

const DAYS_OFF: &[Key] = &[
    required("from", Shape::Date),
    required("to", Shape::Date),
    optional("name", Shape::Text),
];

const ADOPTION: &[Key] = &[
    required("id", Shape::Id),
    required("since", Shape::Date),
    optional("counts_from", Shape::Date),
];

pub(super) fn languages() -> Vec<&'static str> {
    vec!["zh", "en"]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::school::{Adoption, SchoolKind};

    fn school() -> School {
        let id = |text: &str| text.parse().expect("an id");
        let mut school = School::new(id("qingshan"), "青山小学", SchoolKind::Primary);
        let day = "2022-03-14".parse().expect("a date");
        school.checklists = vec![Adoption::starting(id("taijiang-2022"), day)];
        school
    }

    #[test]
    fn a_new_profile_reads_back_equal_and_shows_what_else_it_may_hold() {
        for lang in Lang::ALL {
            let text = write_school(&school(), lang);
            assert_eq!(read_school("school.yaml", text.as_bytes()), Ok(school()));
        }
        insta::assert_snapshot!(write_school(&school(), Lang::En), @r#"
        # The school's profile, made by `duban init`. Edit it as you like.
        # Lines that begin with `#` are remarks and examples: to use one, take the `# ` off.
        id: qingshan
        name: 青山小学
        kind: primary
        checklists:
        - id: taijiang-2022
          since: "2022-03-07"
          counts_from: "2022-03-14"
        #
        # # The district it belongs to
        # district: Taijiang
        #
        # # How many pupils: what measures such as testing count up to
        # students: 812
        #
        # # How many people work there
        # staff: 64
        #
        # # The language of screen and reports: zh or en
        # language: en
        #
        # # Who fills which role; the roles are those of the checklist
        # people:
        #   - { name: Lin Fang, roles: [school-doctor] }
        #
        # # First and last day of each term; without them 1 September to 20 January and 15 February to 5 July
        # terms:
        #   - { from: 2022-02-14, to: 2022-07-01 }
        #
        # # Days that due dates may be counted from
        # anchors:
        #   reopening: 2022-04-11
        #   exam-week: 2022-06-20
        #
        # # Days off of the school's own
        # days_off:
        #   - { from: 2022-05-05, to: 2022-05-06, name: sports days }
        #
        # # Days it works though the calendar says off
        # working_days: [2022-04-16]
        "#);
    }

    #[test]
    fn every_example_in_the_comments_is_right_when_the_mark_is_taken_off() {
        for lang in Lang::ALL {
            let text = write_school(&school(), lang);
            let is_example = |line: &&str| !line.contains("# #") && !line.trim_end().ends_with('#');
            let lines = text
                .lines()
                .skip(words::PROFILE_HEAD.of(lang).lines().count());
            let all: Vec<&str> = lines
                .filter(is_example)
                .map(|line| line.strip_prefix("# ").unwrap_or(line))
                .collect();
            let text = all.join("\n");
            let found = lint_school("school.yaml", text.as_bytes());
            assert_eq!(found.list, vec![], "{text}");
            let school = read_school("school.yaml", text.as_bytes()).expect("a school");
            assert!(!school.terms.is_empty() && !school.working_days.is_empty());
        }
    }

    #[test]
    fn what_contradicts_itself_is_named_with_its_place() {
        let text = "id: x\nname: \" \"\nkind: primary\nterms:\n  - { from: 2022-03-01, to: 2022-02-01 }\nchecklists:\n  - { id: a, since: 2022-03-01 }\n  - { id: a, since: 2022-03-02 }\n";
        let found = lint_school("school.yaml", text.as_bytes()).list;
        let places: Vec<_> = found.iter().map(|p| (p.line, p.column)).collect();
        assert_eq!(places, [(2, 7), (5, 5), (8, 5)]);
    }
}
