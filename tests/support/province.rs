//! A province of made-up schools, as a roll-up: rows without the reports that they would come from.
//! Checklists are there in two versions and two languages, whole and in part; schools report late,
//! twice, not at all and what does not count. The same every time.

#[path = "chance.rs"]
mod chance;

use chance::Chance;
use chrono::{DateTime, Days, FixedOffset, NaiveDate, TimeDelta};
use duban::assess::{Totals, percent};
use duban::calendar::Week;
use duban::report::{RecordHead, SchoolHeader};
use duban::rollup::{
    ChecklistRow, Counts, FileEntry, FindingCounts, ItemCounts, ItemShape, MeasureRow, Reason,
    RequirementShape, RollUp, Row, Shape, Signed,
};
use duban::school::SchoolKind;
use duban::text::Lang;
use std::fmt::Write as _;
use std::sync::Arc;

/// The last week that there are reports of, and how many there are.
const LAST: &str = "2022-03-14";
const WEEKS: u64 = 11;
/// Districts that a folder or a reader might take for something else.
const DISTRICTS: [Option<&str>; 6] = [
    Some("台江区"),
    Some("12"),
    Some("a/b=c%d, 100%"),
    Some("true"),
    Some("Gulou: North"),
    None,
];

/// The reports of so many schools, rolled up; some of them never report, and there are three more.
pub(crate) fn province(schools: u64) -> RollUp {
    let mut dice = Chance(7);
    let shapes = shapes();
    let mut rollup = RollUp::default();
    for school in 0..schools + 3 {
        for back in 0..WEEKS {
            let is_silent = school % 50 == 49 || dice.is_one_of(20);
            let is_old = back > 2 && !dice.is_one_of(5);
            if is_silent || is_old {
                continue;
            }
            let row = row(&mut dice, &shapes, school, back);
            let name = format!("{}/{}.yaml", row.week, row.school.id);
            if dice.is_one_of(15) {
                let mut later = row.clone();
                later.generated_at += TimeDelta::days(dice.below(4).cast_signed());
                later.findings.closed += 1;
                rollup.take(file(&format!("again/{name}")), later);
            }
            rollup.take(file(&name), row);
        }
    }
    let reasons = [
        Reason::NoFile,
        Reason::TooLarge(1 << 30),
        Reason::NoReport(3, 1, "?: \"[".to_owned()),
        Reason::SignsNothing,
    ];
    for (n, reason) in reasons.into_iter().enumerate() {
        rollup.quarantine(file(&format!("broken-{n}.yaml")), reason);
    }
    rollup
}

/// The roster as CSV. Three schools report that are not on it.
pub(crate) fn roster(schools: u64) -> String {
    let mut csv = "id,name,kind,district,contact\n".to_owned();
    for school in 0..schools {
        // Of every seventh, the district is known by its reports alone.
        let district = district(school).filter(|_| school % 7 > 0).unwrap_or("");
        let (id, name) = (id(school), name(school));
        let _ = writeln!(
            csv,
            "{id},{name},primary,\"{district}\",\"王芳, 0591-{school}\""
        );
    }
    csv
}

fn id(school: u64) -> String {
    format!("school-{school:04}")
}

fn name(school: u64) -> String {
    format!("第{school}小学")
}

fn district(school: u64) -> Option<&'static str> {
    DISTRICTS[usize::try_from(school).expect("few") % DISTRICTS.len()]
}

fn file(name: &str) -> FileEntry {
    FileEntry {
        name: name.to_owned(),
        digest: Some(format!("sha256:of-{name}")),
    }
}

fn row(dice: &mut Chance, shapes: &Shapes, school: u64, back: u64) -> Row {
    let monday: NaiveDate = LAST.parse().expect("a date");
    let week = Week::of(monday - Days::new(7 * back));
    let written = week.monday() + Days::new(4 + dice.below(6));
    let shapes = shapes.of(dice, back);
    let language = shapes[0].language;
    let checklists: Vec<ChecklistRow> = shapes.into_iter().map(|s| filled(dice, s)).collect();
    let mut sum = ItemCounts::default();
    for counts in checklists.iter().flat_map(|checklist| &checklist.counts.0) {
        sum = sum.plus(*counts);
    }
    let open = dice.below(4);
    let is_signed = dice.is_one_of(2);
    Row {
        school: SchoolHeader {
            id: id(school),
            name: name(school),
            kind: SchoolKind::Primary,
            district: district(school + u64::from(back > 5)).map(str::to_owned),
            students: dice.is_one_of(2).then_some(900),
            staff: None,
        },
        week,
        as_of: written,
        generated_at: moment(written),
        language,
        nothing_to_report: dice.is_one_of(12),
        signed: is_signed.then(|| Signed {
            by: "李校长".to_owned(),
            on: written,
        }),
        signed_first: dice.is_one_of(10).then(|| week.sunday()),
        totals: Totals {
            required: sum.required,
            done: sum.done,
            late: sum.late,
            late_entered: sum.done / 2,
            overdue: sum.overdue,
            waived: sum.waived,
            percent: percent(sum.done, sum.required),
            weighted_percent: dice.is_one_of(3).then_some(87.5),
        },
        measures: measures(dice, &checklists, back),
        gates_closed: gates(dice, &checklists),
        checklists,
        findings: FindingCounts {
            open,
            past_limit: dice.below(open + 1),
            closed: dice.below(3),
        },
        inspections: dice.below(2),
        disagreements: dice.below(3),
        record: RecordHead {
            writer: "installation".to_owned(),
            facts: 40 + dice.below(100),
            head: "sha256:head".to_owned(),
            previous: None,
        },
    }
}

fn moment(day: NaiveDate) -> DateTime<FixedOffset> {
    let text = format!("{day}T23:30:00+08:00");
    text.parse().expect("a moment")
}

/// What became of a checklist in a week.
fn filled(dice: &mut Chance, shape: Arc<Shape>) -> ChecklistRow {
    // A school in six has done everything, so that the rates of some lie close to each other.
    let is_perfect = dice.is_one_of(6);
    let counts = shape.items().map(|_| {
        let required = dice.below(7);
        let done = required
            - if is_perfect {
                0
            } else {
                dice.below(required + 1)
            };
        ItemCounts {
            required,
            done,
            late: dice.below(done + 1),
            overdue: dice.below(required - done + 1),
            waived: dice.below(3) / 2,
        }
    });
    let counts = Counts(counts.collect());
    ChecklistRow { shape, counts }
}

/// Numbers of people tested, which grow from week to week but for those of a checklist that is as
/// good as not begun; some have no target.
fn measures(dice: &mut Chance, checklists: &[ChecklistRow], back: u64) -> Vec<MeasureRow> {
    let mut measures = Vec::new();
    for shape in checklists.iter().map(|checklist| &checklist.shape) {
        let items = shape.items().filter(|(_, item)| item.id == "1.3");
        for (_, item) in items {
            if dice.is_one_of(4) {
                continue;
            }
            let unit = match shape.language {
                Lang::Zh => "人",
                Lang::En => "people",
            };
            let (value, of) = match shape.checklist.as_str() {
                "other" => (dice.below(2), 5000),
                _ => (100 * (WEEKS - back) + dice.below(200), 1200),
            };
            measures.push(MeasureRow {
                item: format!("{}/{}", shape.checklist, item.id),
                unit: unit.to_owned(),
                value,
                of: (!dice.is_one_of(5)).then_some(of),
            });
        }
    }
    measures
}

fn gates(dice: &mut Chance, checklists: &[ChecklistRow]) -> Vec<String> {
    let shapes = checklists.iter().map(|checklist| &checklist.shape);
    let items = shapes.flat_map(|shape| shape.items().map(move |(_, item)| (shape, item)));
    let items = items.filter(|(_, item)| item.id.ends_with(".2") && dice.is_one_of(9));
    items
        .map(|(shape, item)| format!("{}/{}", shape.checklist, item.id))
        .collect()
}

/// A checklist as schools have it.
struct Shapes {
    /// The first version: in Chinese, in English, and some of its requirements.
    first: [Arc<Shape>; 3],
    /// The second: in Chinese and in English.
    second: [Arc<Shape>; 2],
    /// Another checklist, which some schools have as well.
    other: Arc<Shape>,
}

impl Shapes {
    /// What a school follows: the second version, the sooner the more schools.
    fn of(&self, dice: &mut Chance, back: u64) -> Vec<Arc<Shape>> {
        let second = 1 + dice.below(10) > 4 + back;
        let which = dice.below(10);
        let shape = match (second, which) {
            (true, 0..3) => &self.second[1],
            (true, _) => &self.second[0],
            (false, 0..2) => &self.first[1],
            (false, 2) => &self.first[2],
            (false, _) => &self.first[0],
        };
        let mut shapes = vec![Arc::clone(shape)];
        shapes.extend(dice.is_one_of(3).then(|| Arc::clone(&self.other)));
        shapes
    }
}

fn shapes() -> Shapes {
    let first = |language| {
        let text = |id: &str| match language {
            Lang::Zh => format!("做第{id}项"),
            Lang::En => format!("do {id}"),
        };
        shape(
            "district",
            1,
            language,
            &text,
            &[("1", &["1.1", "1.2", "1.3"]), ("2", &["2.1", "2.2", "2.3"])],
        )
    };
    // One item asks for something else, one is gone, one is new, and one stands elsewhere.
    let second = |language| {
        let text = |id: &str| match (language, id) {
            (Lang::Zh, "1.2") => "每天做第1.2项".to_owned(),
            (Lang::Zh, id) => format!("做第{id}项"),
            (Lang::En, id) => format!("now do {id}"),
        };
        shape(
            "district",
            2,
            language,
            &text,
            &[
                ("1", &["1.1", "1.2", "1.3", "2.1"]),
                ("2", &["2.2"]),
                ("3", &["3.1", "3.2"]),
            ],
        )
    };
    let mut part = first(Lang::Zh);
    part.requirements.truncate(1);
    let [zh, en] = [Lang::Zh, Lang::En];
    let other = |id: &str| format!("另做{id}");
    Shapes {
        first: [first(zh), first(en), part].map(Arc::new),
        second: [second(zh), second(en)].map(Arc::new),
        other: Arc::new(shape("other", 1, zh, &other, &[("1", &["1.2", "1.3"])])),
    }
}

fn shape(
    checklist: &str,
    version: u32,
    language: Lang,
    text: &dyn Fn(&str) -> String,
    requirements: &[(&str, &[&str])],
) -> Shape {
    let cadence = match checklist {
        "district" => "termly",
        _ => "weekly",
    };
    let requirements = requirements.iter().map(|(id, items)| RequirementShape {
        id: (*id).to_owned(),
        title: format!("要求{id}"),
        items: items
            .iter()
            .map(|id| ItemShape {
                id: (*id).to_owned(),
                text: text(id),
                cadence: cadence.to_owned(),
            })
            .collect(),
    });
    Shape {
        checklist: checklist.to_owned(),
        version,
        digest: format!("sha256:{checklist}-{version}"),
        language,
        title: format!("清单{checklist}"),
        requirements: requirements.collect(),
    }
}
