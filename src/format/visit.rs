//! A visit sheet: a file to fill in, and a page to print and write on.

use super::checklist::KIND;
use super::document::read_form;
use super::form::FormError;
use super::html;
use super::node::Node;
use super::problem::{ProblemKind, Problems};
use super::school::{comment, languages};
use super::shape::{Key, Shape, optional, required};
use super::source::At;
use super::yaml;
use crate::rollup::{PlacedVisitFault, Visit};
use crate::text::inspection as words;

/// A visit sheet as a file to fill in; how is said at its head.
///
/// # Errors
/// Where it has no form in YAML, which cannot be.
pub fn write_visit(visit: &Visit) -> Result<String, FormError> {
    let head = comment(words::HEAD.of(visit.language));
    Ok(head + &yaml::write(visit)?)
}

/// A visit sheet as a page to print and write on.
///
/// # Errors
/// Where it has no form as a page, which cannot be.
pub fn visit_page(visit: &Visit) -> Result<String, FormError> {
    Ok(html::visit_page(visit)?)
}

/// Reads a visit sheet that came back; `faults` finds what is wrong with it for who takes it in.
///
/// # Errors
/// Everything that is wrong with it.
pub fn read_visit(
    name: &str,
    bytes: &[u8],
    faults: &dyn Fn(&Visit) -> Vec<PlacedVisitFault>,
) -> Result<Visit, Problems> {
    let placed = |visit: &Visit, document: &Node| -> Vec<(At, ProblemKind)> {
        let faults = faults(visit).into_iter();
        faults
            .map(|(steps, fault)| (document.place(&steps), ProblemKind::Visit(fault)))
            .collect()
    };
    read_form(name, bytes, &SHEET, &placed)
}

const SHEET: Shape = Shape::Map(&[
    required("schema", Shape::Word(schemas)),
    required("language", Shape::Word(languages)),
    required("school", Shape::Map(SCHOOL)),
    optional("inspector", Shape::Blank(&Shape::Text)),
    optional("visited_on", Shape::Blank(&Shape::Date)),
    required("items", Shape::List(&Shape::Map(ITEM))),
    required("draw", Shape::Map(DRAW)),
]);

const COUNT: Shape = Shape::Number(0, u64::MAX);

const SCHOOL: &[Key] = &[
    required("id", Shape::Id),
    required("name", Shape::Text),
    required("kind", KIND),
    optional("district", Shape::Text),
    optional("contact", Shape::Text),
];

const ITEM: &[Key] = &[
    required("item", Shape::InChecklist),
    required("text", Shape::Text),
    optional("reported", Shape::Map(REPORTED)),
    optional("verdict", Shape::Blank(&Shape::Word(verdicts))),
    optional("note", Shape::Blank(&Shape::Text)),
    required("weight", COUNT),
    required("why", Shape::List(&Shape::Text)),
];

const REPORTED: &[Key] = &[
    required("week", Shape::Text),
    required("status", Shape::Text),
    required("required", COUNT),
    required("done", COUNT),
    required("late", COUNT),
    required("overdue", COUNT),
    optional("measure", Shape::Text),
];

const DRAW: &[Key] = &[
    required("seed", COUNT),
    required("roster", Shape::Text),
    required("week", Shape::Text),
    required("drawn_on", Shape::Date),
    required("schools", COUNT),
    required("place", COUNT),
    required("weight", COUNT),
    required("total", COUNT),
    required("why", Shape::List(&Shape::Text)),
];

fn schemas() -> Vec<&'static str> {
    vec!["duban.visit/1"]
}

fn verdicts() -> Vec<&'static str> {
    words::verdicts().map(|(word, _)| word).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assess::Status;
    use crate::fact::Verdict;
    use crate::rollup::{
        Blank, Reported, RosterSchool, VisitDraw, VisitFault, VisitItem, VisitSchema,
    };
    use crate::school::SchoolKind;
    use crate::text::Lang;

    fn item(name: &str, text: &str) -> VisitItem {
        VisitItem {
            item: name.into(),
            text: text.into(),
            reported: Some(Reported {
                week: "2022-W11".parse().expect("a week"),
                status: Status::Overdue,
                required: 5,
                done: 4,
                late: 1,
                overdue: 1,
                measure: Some("3,891 / 5,494 人".into()),
            }),
            verdict: Blank(None),
            note: String::new(),
            weight: 3,
            why: vec!["基本分：1 分".into(), "逾期 1 次：2 分".into()],
        }
    }

    fn sheet(language: Lang) -> Visit {
        let day = |text: &str| text.parse().expect("a date");
        Visit {
            schema: VisitSchema::V1,
            language,
            school: RosterSchool {
                id: "qingshan".into(),
                name: "青山<小学>".into(),
                kind: SchoolKind::Primary,
                district: Some("台江区".into()),
                contact: None,
            },
            inspector: String::new(),
            visited_on: Blank(None),
            items: vec![
                item("c/1.1", "登记齐全 & 有名有姓"),
                item("d/1.1", "x"),
                item("d/2", "y"),
            ],
            draw: VisitDraw {
                seed: u64::MAX,
                roster: "sha256:ab".into(),
                week: "2022-W11".parse().expect("a week"),
                drawn_on: day("2022-03-21"),
                schools: 5,
                place: 2,
                weight: 212,
                total: 3464,
                why: vec!["基本分：1 分".into()],
            },
        }
    }

    fn read(text: &str) -> Result<Visit, Vec<(usize, usize, ProblemKind)>> {
        let read = read_visit("v.yaml", text.as_bytes(), &|_| vec![]);
        read.map_err(|found| {
            let said = found.list.into_iter();
            said.map(|p| (p.line, p.column, p.what)).collect()
        })
    }

    fn written(lang: Lang) -> String {
        write_visit(&sheet(lang)).expect("YAML")
    }

    #[test]
    fn a_sheet_reads_back_equal_and_says_how_it_is_filled_in() {
        for lang in Lang::ALL {
            let text = written(lang);
            assert!(
                text.starts_with("# ") && text.contains("visited_on"),
                "{text}"
            );
            assert_eq!(read(&text), Ok(sheet(lang)));
        }
    }

    #[test]
    fn places_may_be_filled_in_with_quotes_or_without_in_either_language() {
        let mut text = written(Lang::Zh);
        for (old, new) in [
            ("inspector: \"\"", "inspector: 周敏"),
            ("visited_on: \"\"", "visited_on: 2022-03-22"),
            ("verdict: \"\"", "verdict: 部分合格"),
            ("note: \"\"", "note: '缺两页: 周三'"),
            ("verdict: \"\"", "verdict: \"fail\""),
            ("note: \"\"", "note:"),
            ("verdict: \"\"", "verdict:"),
        ] {
            assert!(text.contains(old), "{old}");
            text = text.replacen(old, new, 1);
        }
        let visit = read(&text).expect("a sheet");
        assert_eq!(visit.inspector, "周敏");
        assert_eq!(visit.visited_on.0, "2022-03-22".parse().ok());
        let verdicts: Vec<_> = visit.items.iter().map(|item| item.verdict.0).collect();
        assert_eq!(
            verdicts,
            [Some(Verdict::Partial), Some(Verdict::Fail), None]
        );
        let notes: Vec<_> = visit.items.iter().map(|item| item.note.as_str()).collect();
        assert_eq!(notes, ["缺两页: 周三", "", ""]);
        assert_eq!(visit.filled_in(), 2);
    }

    #[test]
    fn everything_wrong_is_named_at_once_with_its_place() {
        let text = written(Lang::En);
        let text = text.replacen("visited_on: \"\"", "visited_on: Monday", 1);
        let text = text.replacen("verdict: \"\"", "verdict: pas", 1);
        let text = text.replacen("weight: 3", "weight: many", 1);
        let text = text.replacen("note: \"\"", "remark: x", 1);
        let faults = |visit: &Visit| {
            assert_eq!(visit.filled_in(), 1, "what is misspelt was filled in");
            vec![(
                vec!["school".into(), "id".into()],
                VisitFault::NothingFilledIn,
            )]
        };
        let found = read_visit("v.yaml", text.as_bytes(), &faults).expect_err("problems");
        let places: Vec<&str> = found.list.iter().map(|p| p.quoted.trim()).collect();
        let wanted = [
            "id: qingshan",
            "visited_on: Monday",
            "verdict: pas",
            "remark: x",
            "weight: many",
        ];
        assert_eq!(places, wanted, "{found:#?}");
    }

    #[test]
    fn what_is_no_sheet_is_told_so() {
        assert!(matches!(
            &read("").expect_err("nothing")[..],
            [(1, 1, ProblemKind::EmptyFile)]
        ));
        let other = written(Lang::Zh).replacen("duban.visit/1", "duban.status-report/1", 1);
        let found = read(&other).expect_err("another schema");
        assert!(
            matches!(found[..], [(5, 9, ProblemKind::BadWord { .. })]),
            "{found:?}"
        );
        let broken = written(Lang::Zh).replacen("week: 2022-W11", "week: 2022-W99", 1);
        let found = read(&broken).expect_err("no week");
        assert!(
            matches!(found[..], [(1, 1, ProblemKind::Refused(_))]),
            "{found:?}"
        );
        let wide = written(Lang::Zh).replacen("verdict: \"\"", "verdict：合格", 1);
        let found = read(&wide).expect_err("a wide colon");
        assert!(
            found
                .iter()
                .any(|(_, _, what)| *what == ProblemKind::FullWidthColon)
        );
    }

    #[test]
    fn the_page_escapes_what_it_shows_asks_for_nothing_and_has_a_box_for_every_verdict() {
        for lang in Lang::ALL {
            let page = visit_page(&sheet(lang)).expect("a page");
            assert!(
                page.contains("青山&#60;小学&#62;") && !page.contains("<小学>"),
                "{page}"
            );
            assert!(page.contains("default-src 'none'") && !page.contains("<script"));
            assert_eq!(page.matches("class=\"box\"").count(), 9);
            // Two items are called 1.1, so their checklists are named.
            for name in [">c/1.1<", ">d/1.1<", ">2<"] {
                assert!(page.contains(name), "{name}");
            }
            assert!(page.contains("18446744073709551615") && page.contains("sha256:ab"));
        }
    }
}
