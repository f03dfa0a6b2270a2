//! Orders and names, without a disk: what is planned, and everything that is refused.

use super::*;
use crate::assess::Adopted;
use crate::assess::{ItemIndex, Scope};
use crate::calendar::Period;
use crate::checklist::Checklist;
use crate::checklist::ItemRef;
use crate::fact::{ActionId, Entry, History, Verdict};
use crate::record::NewFact;
use crate::school::Adoption;
use crate::school::SchoolKind;

/// A Wednesday.
const TODAY: &str = "2022-03-16";

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

/// A school with two checklists, adopted on 2022-03-14, and what stands.
struct Desk {
    school: School,
    calendar: SchoolCalendar,
    adopted: Vec<Adopted>,
    facts: Vec<Fact>,
    history: History,
}

fn adopted(id: &str, items: &str) -> Adopted {
    let json = format!(
        r#"{{"checklist": "{id}", "version": 1, "title": "t",
            "directive": {{"issuer": "i", "issued": "2020-01-01"}},
            "requirements": [{{"id": "1", "title": "t", "items": [{items}]}}]}}"#
    );
    let checklist: Checklist = serde_json::from_str(&json).expect("a checklist");
    Adopted {
        adoption: Adoption {
            id: checklist.id.clone(),
            since: day("2022-03-14"),
            counts_from: None,
        },
        checklist: Arc::new(checklist),
        digest: "sha256:00".into(),
    }
}

impl Desk {
    fn new() -> Self {
        let item = |id: &str, keys: &str| {
            format!(r#"{{"id": "{id}", "text": "x", "clauses": ["C1"], {keys}}}"#)
        };
        let c = [
            item("1.1", r#""cadence": "daily""#),
            item("1.2", r#""cadence": "once""#),
            item("1.3", r#""cadence": {"each": "exam"}"#),
            item("1.4", r#""cadence": "weekly", "measure": {"unit": "u"}"#),
        ];
        let d = [
            item("1.1", r#""cadence": "daily""#),
            item("A1", r#""cadence": "daily""#),
        ];
        let school = School::new("s".parse().expect("an id"), "学校", SchoolKind::Primary);
        Self {
            calendar: school.calendar(Holidays::built_in().clone()),
            school,
            adopted: vec![adopted("c", &c.join(",")), adopted("d", &d.join(","))],
            facts: Vec::new(),
            history: History::default(),
        }
    }

    fn premises(&self) -> Premises<'_> {
        Premises {
            school: &self.school,
            calendar: &self.calendar,
            adopted: &self.adopted,
            history: &self.history,
        }
    }

    fn items(&self, names: &[&str]) -> Vec<ItemIndex> {
        let names: Vec<String> = names.iter().map(ToString::to_string).collect();
        resolve(&self.premises(), &names).expect("known items")
    }

    fn plan(&self, command: &Command) -> Result<Vec<NewFact>, Vec<Refusal>> {
        let circumstances = Circumstances {
            today: day(TODAY),
            by: "王校长",
            next: 100,
        };
        plan(&self.premises(), circumstances, command)
    }

    /// Lets the order stand, as if it had been recorded.
    fn carry_out(&mut self, command: &Command) {
        for fact in self.plan(command).expect("carried out") {
            let seq = self.facts.len() as u64 + 1;
            self.facts.push(Fact {
                seq,
                id: crate::fact::FactId(format!("f{seq}").into()),
                recorded: "2022-03-16T10:00:00+08:00".parse().expect("a moment"),
                by: "林芳".into(),
                action: ActionId(format!("f{seq}").into()),
                subject: fact.subject,
                entry: fact.entry,
            });
        }
        self.history = History::of(&self.facts, day(TODAY));
    }

    fn tick(&self, names: &[&str], on: &str) -> Command {
        Command::CompleteItems {
            items: self.items(names),
            on: day(on),
            note: None,
            event: None,
        }
    }

    fn measure(&self, value: u64, of: Option<u64>) -> Command {
        Command::MeasureItem {
            item: self.items(&["1.4"])[0],
            value,
            of,
            rate: None,
            on: day(TODAY),
            event: None,
        }
    }

    fn open(&mut self, name: &str) {
        let (kind, name) = ("exam".to_owned(), name.to_owned());
        let on = day(TODAY);
        self.carry_out(&Command::OpenEvent { kind, name, on });
    }
}

fn item(name: &str) -> ItemRef {
    let (checklist, item) = name.split_once('/').expect("a full name");
    ItemRef {
        checklist: checklist.parse().expect("an id"),
        item: item.parse().expect("an id"),
    }
}

/// The periods that facts are about.
fn periods(facts: &[NewFact]) -> Vec<Option<String>> {
    let subjects = facts.iter().filter_map(|fact| fact.subject.as_ref());
    let period = |s: &crate::fact::Subject| s.period.as_ref().map(Period::to_string);
    subjects.map(period).collect()
}

#[test]
fn an_order_is_carried_out_whole_or_not_at_all() {
    let mut desk = Desk::new();
    desk.carry_out(&desk.tick(&["1.2", "d/1.1"], TODAY));
    let refused = desk.plan(&desk.tick(&["c/1.1", "1.2", "d/1.1", "1.3"], TODAY));
    let on = day(TODAY);
    let done = |name| Refusal::AlreadyDone {
        item: item(name),
        on,
    };
    let no_event = Refusal::NoEvent {
        item: item("c/1.3"),
        kind: "exam".into(),
    };
    assert_eq!(refused, Err(vec![done("c/1.2"), done("d/1.1"), no_event]));
}

#[test]
fn the_same_reason_is_given_once() {
    let desk = Desk::new();
    let future = desk.plan(&desk.tick(&["c/1.1", "1.2", "A1"], "2022-03-17"));
    let (on, today) = (day("2022-03-17"), day(TODAY));
    assert_eq!(future, Err(vec![Refusal::Future { on, today }]));
    let nameless = desk.plan(&Command::AssignItems {
        items: desk.items(&["1.2"]),
        to: String::new(),
        helpers: vec![" ".into(), "x".repeat(10_001)],
        due: None,
    });
    let too_long = Refusal::TooLong {
        field: Field::Name,
        length: 10_001,
        most: 10_000,
    };
    assert_eq!(nameless, Err(vec![Refusal::Empty(Field::Name), too_long]));
}

#[test]
fn what_somebody_puts_a_name_to_needs_a_name() {
    let desk = Desk::new();
    let orders = [
        Command::SignWeek {
            week: "2022-W11".parse().expect("a week"),
            nothing_to_report: false,
        },
        Command::InspectItem {
            item: desk.items(&["1.2"])[0],
            verdict: Verdict::Pass,
            note: None,
            on: day(TODAY),
        },
    ];
    for order in orders {
        let nameless = Circumstances {
            today: day("2022-03-18"),
            by: " ",
            next: 100,
        };
        let refused = plan(&desk.premises(), nameless, &order);
        assert_eq!(refused, Err(vec![Refusal::Empty(Field::Name)]));
        let named = Circumstances {
            by: "王校长",
            ..nameless
        };
        assert!(plan(&desk.premises(), named, &order).is_ok());
    }
}

#[test]
fn a_completion_stands_for_the_period_of_its_cadence() {
    let mut desk = Desk::new();
    desk.open("期中");
    let facts = desk.plan(&desk.tick(&["c/1.1", "1.2", "1.3", "1.4"], "2022-03-15"));
    assert_eq!(
        periods(&facts.expect("planned")),
        ["2022-03-15", "once", "event-exam-20220316", "2022-W11"].map(|p| Some(p.to_owned()))
    );
}

#[test]
fn a_note_goes_with_each_tick() {
    let desk = Desk::new();
    let mut command = desk.tick(&["c/1.1", "A1"], TODAY);
    if let Command::CompleteItems { note, .. } = &mut command {
        *note = Some("查过".into());
    }
    let facts = desk.plan(&command).expect("planned");
    let kinds: Vec<&str> = facts.iter().map(|fact| fact.entry.kind()).collect();
    assert_eq!(kinds, ["item_completed", "item_noted"].repeat(2));
}

#[test]
fn days_before_the_adoption_are_refused_and_its_first_day_is_not() {
    let desk = Desk::new();
    assert!(desk.plan(&desk.tick(&["A1"], "2022-03-14")).is_ok());
    let refused = desk.plan(&desk.tick(&["A1"], "2022-03-13"));
    let (item, on, since) = (item("d/A1"), day("2022-03-13"), day("2022-03-14"));
    assert_eq!(
        refused,
        Err(vec![Refusal::BeforeAdoption { item, on, since }])
    );
}

#[test]
fn an_event_is_found_alone_and_asked_for_among_several() {
    let mut desk = Desk::new();
    desk.open("期中");
    desk.open("补考");
    let refused = desk.plan(&desk.tick(&["1.3"], TODAY));
    let events = ["exam-20220316 期中", "exam-20220316-2 补考"];
    let several = Refusal::SeveralEvents {
        item: item("c/1.3"),
        events: events.map(str::to_owned).to_vec(),
    };
    assert_eq!(refused, Err(vec![several]));
    let mut command = desk.tick(&["1.3"], TODAY);
    if let Command::CompleteItems { event, .. } = &mut command {
        *event = Some("exam-20220316-2".into());
    }
    desk.carry_out(&command);
    let facts = desk.plan(&desk.tick(&["1.3"], TODAY)).expect("one is left");
    assert_eq!(periods(&facts), [Some("event-exam-20220316".to_owned())]);
}

#[test]
fn a_number_that_reaches_its_target_needs_no_tick() {
    let mut desk = Desk::new();
    assert_eq!(
        desk.plan(&desk.measure(5, None)),
        Err(vec![Refusal::NoTarget {
            item: item("c/1.4")
        }])
    );
    desk.carry_out(&desk.measure(5, Some(9)));
    // The number to reach is known from now on.
    desk.carry_out(&desk.measure(9, None));
    let refused = desk.plan(&desk.tick(&["1.4"], TODAY));
    let (item, on) = (item("c/1.4"), day(TODAY));
    assert_eq!(refused, Err(vec![Refusal::DoneByNumber { item, on }]));
    let (value, of) = (10, 9);
    assert_eq!(
        desk.plan(&desk.measure(10, None)),
        Err(vec![Refusal::AboveTarget { value, of }])
    );
}

#[test]
fn another_last_day_stays_when_the_owner_changes() {
    let mut desk = Desk::new();
    let assign = |to: &str, due| Command::AssignItems {
        items: desk.items(&["1.2"]),
        to: to.into(),
        helpers: Vec::new(),
        due,
    };
    let (first, second) = (assign("甲", Some(day("2022-04-01"))), assign("乙", None));
    desk.carry_out(&first);
    let facts = desk.plan(&second).expect("planned");
    assert_eq!(
        facts[0].entry,
        Entry::ItemAssigned {
            to: "乙".into(),
            helpers: Vec::new(),
            due: Some(day("2022-04-01")),
        }
    );
}

#[test]
fn findings_are_found_by_their_ids_as_people_type_them() {
    for typed in ["F12", "f12", " Ｆ１２ ", "12", "F012"] {
        assert_eq!(finding_id(typed).0, "F12", "{typed}");
    }
    for other in ["G12", "F", "登记缺页", "F1.2"] {
        assert_eq!(finding_id(other).0, other);
    }
}

#[test]
fn a_rate_is_asked_for_by_the_name_of_an_item_a_requirement_or_a_checklist() {
    let desk = Desk::new();
    let found = |name: &str| scope(&desk.premises(), name);
    assert_eq!(found("d"), Ok(Some(Scope::Checklist(1))));
    assert_eq!(found("ｄ/1"), Ok(Some(Scope::Requirement(1, 0))));
    assert!(matches!(found("1.2"), Ok(Some(Scope::Item(_)))));
    assert!(matches!(found("1"), Err(Refusal::AmbiguousItem { .. })));
    assert!(matches!(found("1.1"), Err(Refusal::AmbiguousItem { .. })));
    assert_eq!(found("9"), Ok(None));
}

#[test]
fn items_are_found_by_their_names_as_people_type_them() {
    let desk = Desk::new();
    let found = |name: &str| {
        let index = resolve(&desk.premises(), &[name.to_owned()]);
        index.map(|found| desk.premises().item_ref(found[0]).to_string())
    };
    for (typed, name) in [
        ("1.2", "c/1.2"),
        (" 1.2 ", "c/1.2"),
        ("１．２", "c/1.2"),
        ("1。2", "c/1.2"),
        ("d/1.1", "d/1.1"),
        ("a1", "d/A1"),
        ("Ａ１", "d/A1"),
    ] {
        assert_eq!(found(typed).as_deref(), Ok(name), "{typed}");
    }
    let candidates = vec!["c/1.1".to_owned(), "d/1.1".to_owned()];
    let said = "1.1".to_owned();
    assert_eq!(
        found("1.1"),
        Err(vec![Refusal::AmbiguousItem { said, candidates }])
    );
}

#[test]
fn unknown_names_are_all_named_and_the_same_item_counts_once() {
    let desk = Desk::new();
    let resolve = |names: &[&str]| {
        let names: Vec<String> = names.iter().map(ToString::to_string).collect();
        resolve(&desk.premises(), &names)
    };
    assert_eq!(resolve(&["1.2", "c/1.2", "1.2"]).map(|i| i.len()), Ok(1));
    let refused = resolve(&["1.2", "1.9", "x", "c/A1", ""]).expect_err("refused");
    let said: Vec<(&str, usize)> = refused
        .iter()
        .map(|refusal| match refusal {
            Refusal::UnknownItem { said, near } => (said.as_str(), near.len()),
            _ => ("?", 0),
        })
        .collect();
    assert_eq!(said, [("1.9", 4), ("x", 0), ("c/A1", 0), ("", 0)]);
}
