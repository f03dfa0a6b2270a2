//! The published schema of the status report, and reports of a few situations held against it: each
//! is right, complete for its week, and the same each time.

use chrono::{DateTime, FixedOffset, NaiveDate};
use duban::assess::ItemIndex;
use duban::calendar::{Period, Week};
use duban::clock::Clock;
use duban::fact::{Entry, Evidence, Fact};
use duban::format::write;
use duban::report::{ItemReport, StatusReport, json_schema};
use duban::school::{Adoption, School, SchoolKind};
use duban::text::Lang;
use duban::workspace::{Command, Home, Workspace, resolve, setup};
use serde_json::Value;

const PUBLISHED: &str = include_str!("../src/report/duban.status-report-1.schema.json");

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

fn moment(text: &str) -> DateTime<FixedOffset> {
    text.parse().expect("a moment")
}

/// A school's home, set up a month before, seen at some moment.
struct Place {
    folder: tempfile::TempDir,
}

impl Place {
    fn of(kind: SchoolKind, checklists: &[&str]) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let mut school = School::new("qingshan".parse().expect("an id"), "青山小学", kind);
        (school.students, school.staff) = (Some(812), Some(64));
        let adoption = |id: &&str| Adoption {
            id: id.parse().expect("an id"),
            since: day("2022-02-14"),
            counts_from: None,
        };
        school.checklists = checklists.iter().map(adoption).collect();
        setup::create(&Home::at(folder.path()), &school, Lang::Zh).expect("set up");
        Self { folder }
    }

    fn at(&self, now: &str) -> Workspace {
        let clock = Clock::Fixed(moment(now));
        Workspace::open(Home::at(self.folder.path()), clock, None).expect("a workspace")
    }
}

fn item(workspace: &Workspace, name: &str) -> ItemIndex {
    resolve(&workspace.premises(), &[name.to_owned()]).expect("an item")[0]
}

fn items(workspace: &Workspace, names: &[&str]) -> Vec<ItemIndex> {
    names.iter().map(|name| item(workspace, name)).collect()
}

fn order(workspace: &mut Workspace, command: &Command) {
    workspace.execute(command, "林芳").expect("carried out");
}

fn tick(workspace: &mut Workspace, names: &[&str], on: &str, note: Option<&str>) {
    let command = Command::CompleteItems {
        items: items(workspace, names),
        on: day(on),
        note: note.map(str::to_owned),
        event: None,
    };
    order(workspace, &command);
}

fn measure(workspace: &mut Workspace, name: &str, value: u64, of: u64, on: &str) {
    let command = Command::MeasureItem {
        item: item(workspace, name),
        value,
        of: Some(of),
        rate: None,
        on: day(on),
        event: None,
    };
    order(workspace, &command);
}

fn waive(workspace: &mut Workspace, name: &str, reason: &str) {
    let (items, reason) = (items(workspace, &[name]), reason.to_owned());
    order(workspace, &Command::WaiveItems { items, reason });
}

/// A week with some of everything in it, entered day by day.
fn busy_week() -> Place {
    let place = Place::of(SchoolKind::Primary, &["taijiang-2022", "fengze-2020"]);
    let monday = &mut place.at("2022-03-14T17:00:00+08:00");
    tick(monday, &["3.2", "0.4"], "2022-03-14", Some("两人因病"));
    measure(monday, "3.1", 860, 876, "2022-03-14");
    waive(monday, "5.10", "隔离室在修");
    let (kind, name) = ("exam".to_owned(), "期中考试".to_owned());
    let on = day("2022-04-20");
    order(monday, &Command::OpenEvent { kind, name, on });
    let (kind, name) = ("notice".to_owned(), "第12号".to_owned());
    let on = day("2022-03-14");
    order(monday, &Command::OpenEvent { kind, name, on });
    let wednesday = &mut place.at("2022-03-16T08:30:00+08:00");
    tick(wednesday, &["3.2"], "2022-03-15", None);
    tick(wednesday, &["0.4"], "2022-03-13", Some("周日值班"));
    measure(wednesday, "3.1", 876, 876, "2022-03-16");
    measure(wednesday, "3.3", 3891, 5494, "2022-03-16");
    let lifted = items(wednesday, &["5.10"]);
    order(wednesday, &Command::LiftWaivers { items: lifted });
    waive(wednesday, "5.11", "停用");
    tick(wednesday, &["4.2"], "2022-03-16", None);
    order(wednesday, &Command::Undo);
    let event = "notice-20220314".to_owned();
    let on = day("2022-03-16");
    order(wednesday, &Command::CloseEvent { event, on });
    let evidence = Evidence {
        source: "/home/x/晨检表.pdf".into(),
        digest: Some(format!("sha256:{}", "0".repeat(64))),
        bytes: Some(7),
        on,
    };
    let of = item(wednesday, "3.1");
    order(wednesday, &Command::AttachEvidence { item: of, evidence });
    let (item, text) = (item(wednesday, "3.3"), "还有 1,603 人".to_owned());
    order(wednesday, &Command::NoteItem { item, text, on });
    place
}

fn report_at(place: &Place, now: &str, week: &str, lang: Lang) -> StatusReport {
    let week: Week = week.parse().expect("a week");
    place.at(now).report(week, None, lang).expect("a report")
}

const FRIDAY: &str = "2022-03-18T16:00:00+08:00";

fn situations() -> Vec<(&'static str, StatusReport)> {
    let busy = busy_week();
    let quiet = Place::of(SchoolKind::Kindergarten, &["taijiang-2022"]);
    let bureau = Place::of(SchoolKind::Bureau, &["taijiang-2022", "fengze-2020"]);
    let none = Place::of(SchoolKind::University, &[]);
    vec![
        ("busy", report_at(&busy, FRIDAY, "2022-W11", Lang::Zh)),
        ("in English", report_at(&busy, FRIDAY, "2022-W11", Lang::En)),
        (
            "a past week",
            report_at(&busy, FRIDAY, "2022-W10", Lang::Zh),
        ),
        (
            "before adoption",
            report_at(&busy, FRIDAY, "2021-W52", Lang::Zh),
        ),
        (
            "nothing done",
            report_at(&quiet, FRIDAY, "2022-W11", Lang::Zh),
        ),
        ("a bureau", report_at(&bureau, FRIDAY, "2022-W11", Lang::Zh)),
        (
            "no checklist",
            report_at(&none, FRIDAY, "2022-W11", Lang::Zh),
        ),
        (
            "in the holidays",
            report_at(&busy, "2022-10-03T09:00:00+08:00", "2022-W40", Lang::Zh),
        ),
    ]
}

#[test]
fn the_published_schema_is_the_one_of_the_types() {
    let current = serde_json::to_string_pretty(&json_schema()).expect("JSON") + "\n";
    assert!(
        PUBLISHED.replace("\r\n", "\n") == current,
        "renew it: cargo run -- report --schema > src/report/duban.status-report-1.schema.json"
    );
}

#[test]
fn reports_of_all_situations_are_right_by_the_published_schema() {
    let schema: Value = serde_json::from_str(PUBLISHED).expect("JSON");
    let validator = jsonschema::validator_for(&schema).expect("a right schema");
    for (name, report) in situations() {
        let json = serde_json::to_value(&report).expect("JSON");
        let errors: Vec<String> = validator
            .iter_errors(&json)
            .map(|error| format!("{}: {error}", error.instance_path()))
            .collect();
        assert_eq!(errors, Vec::<String>::new(), "{name}");
        let yaml = write(&report).expect("YAML");
        let read: StatusReport = serde_yaml::from_str(&yaml).expect("read back");
        assert_eq!(read, report, "{name}");
    }
}

#[test]
fn the_schema_refuses_what_is_no_report() {
    let schema: Value = serde_json::from_str(PUBLISHED).expect("JSON");
    let validator = jsonschema::validator_for(&schema).expect("a right schema");
    let right = serde_json::to_value(&situations()[0].1).expect("JSON");
    assert!(validator.is_valid(&right));
    for (pointer, wrong) in [
        ("/schema", Value::from("duban.status-report/2")),
        ("/week", Value::from(11)),
        ("/totals/done", Value::from("many")),
        ("/school/kind", Value::from("school")),
        (
            "/checklists/0/requirements/0/items/0/status",
            Value::from("fine"),
        ),
        ("/findings", Value::from(vec!["one"])),
        ("/generated_at", Value::Null),
    ] {
        let mut report = right.clone();
        *report.pointer_mut(pointer).expect(pointer) = wrong;
        assert!(!validator.is_valid(&report), "{pointer}");
    }
}

#[test]
fn the_same_facts_and_day_give_the_same_report() {
    let place = busy_week();
    let first = report_at(&place, FRIDAY, "2022-W11", Lang::Zh);
    let again = report_at(&place, "2022-03-18T23:59:59+08:00", "2022-W11", Lang::Zh);
    let lines = |report| {
        write(report)
            .expect("YAML")
            .lines()
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    let (first, again) = (lines(&first), lines(&again));
    assert_eq!(first.len(), again.len());
    let differing: Vec<&String> = first
        .iter()
        .zip(&again)
        .filter(|(a, b)| a != b)
        .map(|(a, _)| a)
        .collect();
    assert_eq!(differing, ["generated_at: \"2022-03-18T16:00:00+08:00\""]);
}

/// The item of a report that a fact is about.
fn reported<'a>(report: &'a StatusReport, fact: &Fact) -> &'a ItemReport {
    let item = &fact.subject.as_ref().expect("a subject").item;
    let checklists = report
        .checklists
        .iter()
        .filter(|c| c.id == item.checklist.as_str());
    let items = checklists
        .flat_map(|c| &c.requirements)
        .flat_map(|r| &r.items);
    items
        .into_iter()
        .find(|i| i.id == item.item.as_str())
        .expect("the item")
}

fn period(fact: &Fact) -> &Period {
    let subject = fact.subject.as_ref().expect("a subject");
    subject.period.as_ref().expect("a period")
}

/// Whether a report of the week says what the fact says.
fn is_in(report: &StatusReport, fact: &Fact) -> bool {
    match &fact.entry {
        Entry::ItemCompleted { on } => reported(report, fact).completions.iter().any(|c| {
            (c.period == *period(fact), c.on, c.recorded, &c.by)
                == (true, *on, fact.recorded.date_naive(), &fact.by)
        }),
        Entry::ItemMeasured { value, of, on, .. } => {
            let item = reported(report, fact);
            let stands = item.measure.as_ref();
            stands.is_some_and(|m| (m.value, m.of, m.on) == (*value, *of, *on))
                || item.measurements.iter().any(|m| {
                    (m.period == *period(fact), m.value, m.of, m.on) == (true, *value, *of, *on)
                })
        }
        Entry::ItemWaived { reason, from } => {
            let waivers = &reported(report, fact).waivers;
            waivers
                .iter()
                .any(|w| (&w.reason, w.from, &w.by) == (reason, *from, &fact.by))
        }
        Entry::WaiverLifted { from } => {
            let waivers = &reported(report, fact).waivers;
            waivers.iter().any(|w| w.until == Some(*from))
        }
        Entry::EvidenceAttached(evidence) => {
            let named = &reported(report, fact).evidence;
            named.iter().any(|e| {
                evidence.source.ends_with(&e.source)
                    && (&e.digest, e.on) == (&evidence.digest, evidence.on)
            })
        }
        Entry::ItemNoted { text, on } => {
            let notes = &reported(report, fact).notes;
            notes
                .iter()
                .any(|n| (&n.text, n.on, &n.by) == (text, *on, &fact.by))
        }
        Entry::EventOpened {
            event, name, on, ..
        } => {
            let events = report.events.iter();
            events
                .into_iter()
                .any(|e| (&e.id, &e.name, e.on) == (event, name, *on))
        }
        Entry::EventClosed { event, on } => {
            let mut events = report.events.iter();
            events.any(|e| (&e.id, e.closed) == (event, Some(*on)))
        }
        Entry::ItemAssigned { to, .. } => reported(report, fact).owner.as_ref() == Some(to),
        Entry::ChecklistAdopted { checklist, .. } => {
            report.checklists.iter().any(|c| c.id == checklist.as_str())
        }
        Entry::ItemReopened { .. } | Entry::Revoked { .. } => true,
        other => panic!("nobody has said where the report shows {other:?}"),
    }
}

/// The day that a fact is about, where it is about one.
fn about(fact: &Fact) -> Option<NaiveDate> {
    match &fact.entry {
        Entry::ItemCompleted { on }
        | Entry::ItemMeasured { on, .. }
        | Entry::ItemNoted { on, .. } => Some(*on),
        _ => None,
    }
}

#[test]
fn whatever_stands_in_the_record_for_the_week_is_in_its_report() {
    let place = busy_week();
    let workspace = place.at(FRIDAY);
    let facts = workspace.record().tail(100).expect("facts");
    let mut counted = 0;
    for (week, report) in [
        ("2022-W10", report_at(&place, FRIDAY, "2022-W10", Lang::Zh)),
        ("2022-W11", report_at(&place, FRIDAY, "2022-W11", Lang::Zh)),
    ] {
        let week: Week = week.parse().expect("a week");
        let here = |fact: &&Fact| match about(fact) {
            Some(on) => week.contains(on),
            None => week.contains(fact.recorded.date_naive()),
        };
        for fact in facts.iter().filter(here) {
            let stands = workspace.record().stands(&fact.action).expect("known");
            assert!(is_in(&report, fact) || !stands, "{fact:?}");
            counted += usize::from(stands);
        }
    }
    assert_eq!(counted, 21, "nearly all facts of the busy week");
}

#[test]
fn a_report_that_lacks_something_would_be_noticed() {
    let place = busy_week();
    let workspace = place.at(FRIDAY);
    let facts = workspace.record().tail(100).expect("facts");
    let mut report = report_at(&place, FRIDAY, "2022-W11", Lang::Zh);
    for item in report
        .checklists
        .iter_mut()
        .flat_map(|c| &mut c.requirements)
        .flat_map(|r| &mut r.items)
    {
        item.completions.clear();
        item.measure = None;
        item.measurements.clear();
        item.waivers.clear();
        item.evidence.clear();
        item.notes.clear();
    }
    report.events.clear();
    let missing = facts.iter().filter(|fact| !is_in(&report, fact)).count();
    assert_eq!(
        missing,
        facts.len() - 3,
        "all but the adoptions and the undoing"
    );
}

#[test]
fn the_head_in_a_report_is_the_records() {
    let place = busy_week();
    let report = report_at(&place, FRIDAY, "2022-W11", Lang::Zh);
    let workspace = place.at(FRIDAY);
    let head = workspace.record().head().expect("a head");
    assert_eq!(report.record.facts, head.facts);
    assert_eq!(report.record.head, head.root.to_string());
    assert_eq!(report.record.writer, workspace.record().writer());
}
