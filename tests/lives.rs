//! Random lives of a school, through the workspace: whatever is entered, undone and redone over
//! weeks with holidays in them, the judgement stays within its bounds, is the same after opening
//! again, and goes back where an action is undone.

use chrono::{DateTime, Days, FixedOffset, NaiveDate};
use duban::assess::{Assessment, ItemIndex, Totals, assess_week};
use duban::calendar::Week;
use duban::clock::Clock;
use duban::school::{Adoption, School, SchoolKind};
use duban::text::Lang;
use duban::workspace::{Command, Home, Workspace, WorkspaceError, setup};
use proptest::prelude::*;
use std::path::Path;

/// A stroke of the user's. Numbers pick an item, a day back, a value.
#[derive(Debug, Clone)]
enum Stroke {
    Tick(usize, u64),
    TickMany(usize, usize),
    Untick(usize, u64),
    Waive(usize),
    Lift(usize),
    Assign(usize, u64),
    Measure(usize, u64, u64),
    Note(usize, u64),
    Open(usize, u64),
    Close(usize),
    Undo,
    Redo,
    /// Days go by.
    Wait(u64),
}

fn stroke() -> impl Strategy<Value = Stroke> {
    let item = 0..40_usize;
    let back = 0..9_u64;
    prop_oneof![
        5 => (item.clone(), back.clone()).prop_map(|(i, b)| Stroke::Tick(i, b)),
        2 => (item.clone(), 2..9_usize).prop_map(|(i, n)| Stroke::TickMany(i, n)),
        2 => (item.clone(), back.clone()).prop_map(|(i, b)| Stroke::Untick(i, b)),
        2 => item.clone().prop_map(Stroke::Waive),
        1 => item.clone().prop_map(Stroke::Lift),
        1 => (item.clone(), 0..60_u64).prop_map(|(i, d)| Stroke::Assign(i, d)),
        3 => (item.clone(), 0..101_u64, back.clone()).prop_map(|(i, v, b)| Stroke::Measure(i, v, b)),
        1 => (item, back.clone()).prop_map(|(i, b)| Stroke::Note(i, b)),
        2 => (0..4_usize, back).prop_map(|(k, b)| Stroke::Open(k, b)),
        1 => (0..4_usize).prop_map(Stroke::Close),
        4 => Just(Stroke::Undo),
        2 => Just(Stroke::Redo),
        3 => (1..12_u64).prop_map(Stroke::Wait),
    ]
}

/// The first day: the school follows both checklists since the Monday before. 2021-09-20 and the
/// two days after it are a holiday, 2021-09-26 is a working Sunday, and 1 to 7 October are off.
const FIRST: &str = "2021-09-14T09:00:00+08:00";

struct Life {
    folder: tempfile::TempDir,
    now: DateTime<FixedOffset>,
}

impl Life {
    fn begin() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let now: DateTime<FixedOffset> = FIRST.parse().expect("a moment");
        let id = "qingshan".parse().expect("an id");
        let mut school = School::new(id, "青山小学", SchoolKind::Primary);
        (school.students, school.staff) = (Some(60), Some(40));
        let today = now.date_naive();
        school.checklists = ["taijiang-2022", "fengze-2020"]
            .map(|id| Adoption::starting(id.parse().expect("an id"), today))
            .to_vec();
        setup::create(&Home::at(folder.path()), &school, Lang::Zh).expect("set up");
        Self { folder, now }
    }

    fn open(&self) -> Workspace {
        open(self.folder.path(), self.now)
    }

    fn wait(&mut self, days: u64) {
        self.now = self
            .now
            .checked_add_days(Days::new(days))
            .expect("a moment");
    }
}

fn open(folder: &Path, now: DateTime<FixedOffset>) -> Workspace {
    Workspace::open(Home::at(folder), Clock::Fixed(now), None).expect("a workspace")
}

/// The order that a stroke stands for; `None` where it is none.
fn order(stroke: &Stroke, workspace: &Workspace) -> Option<Command> {
    let today = workspace.today();
    let ago = |days: u64| today.checked_sub_days(Days::new(days)).expect("a day");
    let all: Vec<ItemIndex> = workspace.premises().items().collect();
    let item = |n: usize| all[n * 3 % all.len()];
    let numbers: Vec<ItemIndex> = all
        .iter()
        .copied()
        .filter(|i| workspace.premises().item(*i).measure.is_some())
        .collect();
    let events = workspace.premises().history.events();
    Some(match stroke {
        Stroke::Tick(n, back) => Command::CompleteItems {
            items: vec![item(*n)],
            on: ago(*back),
            note: (*back == 3).then(|| "补记".to_owned()),
            event: None,
        },
        Stroke::TickMany(n, count) => Command::CompleteItems {
            items: (*n..n + count).map(item).collect(),
            on: today,
            note: None,
            event: None,
        },
        Stroke::Untick(n, back) => Command::ReopenItems {
            items: vec![item(*n)],
            on: ago(*back),
            reason: None,
            event: None,
        },
        Stroke::Waive(n) => Command::WaiveItems {
            items: vec![item(*n)],
            reason: "没有".into(),
        },
        Stroke::Lift(n) => Command::LiftWaivers {
            items: vec![item(*n)],
        },
        Stroke::Assign(n, days) => Command::AssignItems {
            items: vec![item(*n)],
            to: "王敏".into(),
            helpers: Vec::new(),
            due: (*days > 30).then(|| today.checked_add_days(Days::new(*days)).expect("a day")),
        },
        Stroke::Measure(n, value, back) => Command::MeasureItem {
            item: numbers[n % numbers.len()],
            value: *value,
            of: Some(100),
            rate: None,
            on: ago(*back),
            event: None,
        },
        Stroke::Note(n, back) => Command::NoteItem {
            item: item(*n),
            text: "备注".into(),
            on: ago(*back),
        },
        Stroke::Open(kind, back) => Command::OpenEvent {
            kind: ["exam", "notice", "incident", "return"][kind % 4].into(),
            name: "事件".into(),
            on: ago(*back),
        },
        Stroke::Close(n) => Command::CloseEvent {
            event: events.get(n % events.len().max(1))?.id.clone(),
            on: today,
        },
        Stroke::Undo => Command::Undo,
        Stroke::Redo => Command::Redo,
        Stroke::Wait(_) => return None,
    })
}

fn within_bounds(totals: &Totals) -> bool {
    let percent = |p: Option<f64>| p.is_none_or(|p| (0.0..=100.0).contains(&p));
    totals.done <= totals.required
        && totals.overdue <= totals.required - totals.done
        && totals.late <= totals.done
        && totals.late_entered <= totals.done
        && percent(totals.percent)
        && percent(totals.weighted_percent)
}

fn assert_sound(assessment: &Assessment) {
    assert!(
        within_bounds(&assessment.tally.totals()),
        "{:?}",
        assessment.tally
    );
    let counts = |t: Totals| [t.required, t.done, t.late, t.overdue, t.waived];
    let mut pooled = [0; 5];
    for checklist in &assessment.checklists {
        assert!(
            within_bounds(&checklist.tally.totals()),
            "{:?}",
            checklist.tally
        );
        for requirement in &checklist.requirements {
            assert!(
                within_bounds(&requirement.tally.totals()),
                "{:?}",
                requirement.tally
            );
            let of = counts(requirement.tally.totals());
            pooled = std::array::from_fn(|n| pooled[n] + of[n]);
        }
    }
    let whole = counts(assessment.tally.totals());
    assert_eq!(pooled, whole, "the parts add up to the whole");
}

/// The judgements of this week and the three before it.
fn judgements(workspace: &mut Workspace) -> Vec<Assessment> {
    let today = workspace.today();
    let weeks: Vec<Week> = (0..4).map(|n| Week::of(earlier(today, n * 7))).collect();
    workspace.reach_back(weeks[3]).expect("the record");
    weeks
        .iter()
        .map(|week| assess_week(&workspace.premises(), *week, today))
        .collect()
}

fn earlier(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_sub_days(Days::new(days)).expect("a day")
}

/// Lives that life, and counts the orders that were carried out.
fn live(strokes: &[Stroke]) -> usize {
    let mut carried_out = 0;
    let mut life = Life::begin();
    let mut workspace = life.open();
    for stroke in strokes {
        if let Stroke::Wait(days) = stroke {
            life.wait(*days);
            workspace = life.open();
        }
        let before = judgements(&mut workspace);
        let facts = workspace.record().len().expect("a length");
        let Some(command) = order(stroke, &workspace) else {
            continue;
        };
        match workspace.execute(&command, "林芳") {
            Ok(outcome) => {
                assert!(!outcome.recorded.is_empty());
                carried_out += 1;
                check_undo(&command, &before, &mut workspace);
            }
            Err(WorkspaceError::Refused(refusals)) => {
                assert!(!refusals.is_empty());
                assert_eq!(
                    workspace.record().len().expect("a length"),
                    facts,
                    "nothing recorded"
                );
                assert_eq!(judgements(&mut workspace), before, "nothing changed");
            }
            Err(other) => unreachable!("{stroke:?}: {other}"),
        }
        let after = judgements(&mut workspace);
        after.iter().for_each(assert_sound);
        assert_eq!(
            judgements(&mut life.open()),
            after,
            "replay equals state after {stroke:?}"
        );
    }
    assert_eq!(workspace.record().verify().expect("verified").fault, None);
    carried_out
}

/// Undoing what was just done restores the judgement before it, and redoing it restores this one.
fn check_undo(command: &Command, before: &[Assessment], workspace: &mut Workspace) {
    if matches!(command, Command::Undo | Command::Redo) {
        return;
    }
    let after = judgements(workspace);
    let said = workspace.undoable().expect("the record");
    let undone = workspace.execute(&Command::Undo, "林芳").expect("undone");
    assert_eq!(undone.revoked, said, "what undo says is what it undoes");
    assert_eq!(judgements(workspace), before, "undone: {command:?}");
    workspace.execute(&Command::Redo, "林芳").expect("redone");
    assert_eq!(judgements(workspace), after, "redone: {command:?}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, max_shrink_iters: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_life_is_judged_soundly(strokes in prop::collection::vec(stroke(), 1..40)) {
        live(&strokes);
    }
}

#[test]
fn a_life_over_the_holidays() {
    use Stroke::{
        Assign, Close, Lift, Measure, Note, Open, Redo, Tick, TickMany, Undo, Untick, Wait, Waive,
    };
    let carried_out = live(&[
        TickMany(0, 8),
        Tick(1, 4),
        Open(1, 0),
        Tick(7, 0),
        Wait(3),
        TickMany(4, 6),
        Untick(1, 0),
        Waive(2),
        Wait(4),
        Lift(2),
        Measure(0, 60, 0),
        Measure(0, 100, 0),
        Undo,
        Undo,
        Redo,
        Redo,
        Wait(8),
        Tick(0, 2),
        Assign(5, 45),
        Close(0),
        Wait(11),
        Tick(0, 0),
        Tick(0, 8),
        Note(3, 5),
        Wait(11),
        TickMany(20, 8),
        Undo,
        Undo,
        Undo,
        Redo,
    ]);
    assert_eq!(carried_out, 18, "the others are refused");
}
