//! Two years of a made-up school, with everything that can go wrong between: late entries, undoing
//! and doing again, waivers, anchors that move, versions that follow each other, weeks unlocked and
//! amended. After every step the judgement must hold.

#[path = "support/school.rs"]
mod school;

use chrono::{Datelike, Days, NaiveDate};
use duban::assess::{Assessment, Occurrence, Totals, assess};
use duban::calendar::{Period, Week};
use duban::checklist::Cadence;
use duban::checklist::ItemRef;
use duban::fact::{Fact, Finding};
use duban::report::StatusReport;
use duban::review::{Queue, queue};
use duban::text::Lang;
use duban::workspace::simulation::{Simulation, simulate_watched};
use duban::workspace::{Command, Home, Workspace, WorkspaceError};
use school::{PRINCIPAL, Place, day, timeless};
use std::collections::{BTreeMap, HashSet};

const FIRST: &str = "2021-02-22";
/// Two years later.
const LAST: &str = "2023-02-24";

/// What was signed, and how it read then.
type Signed = BTreeMap<Week, StatusReport>;

struct Life {
    place: Place,
    today: NaiveDate,
    signed: Signed,
    /// How many steps were taken and judged, by kind.
    steps: BTreeMap<&'static str, usize>,
}

fn within_bounds(totals: Totals) -> bool {
    let rates = [totals.percent, totals.weighted_percent];
    totals.done + totals.overdue <= totals.required
        && totals.late <= totals.done
        && rates
            .iter()
            .flatten()
            .all(|rate| (0.0..=100.0).contains(rate))
        && totals.percent.is_some() == (totals.required > 0)
}

/// No rate is above 100 %, and the parts add up to the whole.
fn assert_sound(assessment: &Assessment) {
    let whole = assessment.tally.totals();
    assert!(within_bounds(whole), "{whole:?}");
    let mut required = 0;
    for checklist in &assessment.checklists {
        for requirement in &checklist.requirements {
            let totals = requirement.tally.totals();
            assert!(within_bounds(totals), "{} {totals:?}", requirement.id);
            required += totals.required;
        }
    }
    assert_eq!(required, whole.required);
}

/// Every occurrence, by its item and period.
fn occurrences(workspace: &Workspace) -> BTreeMap<(String, Period), Occurrence> {
    let premises = workspace.premises();
    let assessment = assess(&premises, workspace.today());
    let mut all = BTreeMap::new();
    for item in assessment.items() {
        let name = premises.item_ref(item.index).to_string();
        for occurrence in &item.occurrences {
            let key = (name.clone(), occurrence.period.clone());
            all.insert(key, occurrence.clone());
        }
    }
    all
}

/// What was done is never required and missing because something else was undone.
fn assert_nothing_else_is_missing(
    before: &BTreeMap<(String, Period), Occurrence>,
    after: &BTreeMap<(String, Period), Occurrence>,
    revoked: &[Fact],
) {
    let about = |fact: &Fact| {
        fact.subject
            .as_ref()
            .map(|s: &duban::fact::Subject| item_name(&s.item))
    };
    let touched: HashSet<String> = revoked.iter().filter_map(about).collect();
    for (key, occurrence) in after {
        let was_done = before.get(key).is_some_and(Occurrence::is_done);
        let is_missing = occurrence.counted && !occurrence.is_done();
        assert!(
            !(was_done && is_missing) || touched.contains(&key.0),
            "{key:?} is missing after {revoked:?} was undone"
        );
    }
}

/// How the school stands: the judgement, what the review would ask, the findings.
fn judgement(workspace: &Workspace) -> (Assessment, Queue, Vec<Finding>) {
    let premises = workspace.premises();
    let assessment = assess(&premises, workspace.today());
    let queue = queue(&premises, &assessment);
    (assessment, queue, premises.history.findings().to_vec())
}

fn item_name(item: &ItemRef) -> String {
    item.to_string()
}

impl Life {
    fn open(&self) -> Workspace {
        self.place.at(&format!("{} 17:00", self.today))
    }

    /// A day as the generator plays it, judged after every order.
    fn lives(&mut self) {
        let simulation = Simulation {
            seed: 11,
            from: day(FIRST),
            until: self.today,
            signs: true,
            lang: Lang::Zh,
        };
        let mut steps = 0;
        let mut watch = |workspace: &Workspace| {
            assert_sound(&assess(&workspace.premises(), workspace.today()));
            steps += 1;
        };
        let home = Home::at(self.place.path());
        simulate_watched(&home, &simulation, &mut watch).expect("a day");
        *self.steps.entry("orders").or_default() += steps;
    }

    /// Gives an order, and judges the school after it. Whether it was carried out.
    fn order(&mut self, workspace: &mut Workspace, what: &'static str, command: &Command) -> bool {
        let undoes = *command == Command::Undo;
        let before = undoes.then(|| occurrences(workspace));
        let outcome = match workspace.execute(command, PRINCIPAL) {
            Ok(outcome) => outcome,
            Err(WorkspaceError::Refused(_)) => return false,
            Err(other) => unreachable!("{command:?}: {other}"),
        };
        assert_sound(&assess(&workspace.premises(), workspace.today()));
        if let Some(before) = before {
            assert_nothing_else_is_missing(&before, &occurrences(workspace), &outcome.revoked);
        }
        *self.steps.entry(what).or_default() += 1;
        true
    }

    /// What was signed reads as it did.
    fn check_signed(&mut self, workspace: &Workspace) {
        let at = usize::try_from(self.today.num_days_from_ce()).expect("a day");
        if let Some((week, before)) = self.signed.iter().nth(at % self.signed.len().max(1)) {
            assert_eq!(&report(workspace, *week), before, "{week} changed");
            *self.steps.entry("signed weeks looked at").or_default() += 1;
        }
    }

    /// What is signed now reads so for ever.
    fn remember_signed(&mut self, workspace: &Workspace) {
        let this = Week::of(self.today);
        for week in [this.previous(), this] {
            let history = workspace.premises().history.week(week);
            if history.is_some_and(|history| history.lock().is_some()) {
                let report = || report(workspace, week);
                self.signed.entry(week).or_insert_with(report);
            }
        }
    }

    /// A week that was signed is unlocked, amended, signed again, and says so.
    fn amends(&mut self, workspace: &mut Workspace) {
        let week = Week::of(self.today).previous();
        let reason = "补录".to_owned();
        if !self.order(workspace, "unlocked", &Command::UnlockWeek { week, reason }) {
            return;
        }
        let on = week.monday();
        let premises = workspace.premises();
        let missing = premises.items().find(|index| {
            let daily = premises.item(*index).cadence == Cadence::Daily;
            daily && premises.completion(*index, &Period::Day(on)).is_none()
        });
        if let Some(index) = missing {
            let command = Command::CompleteItems {
                items: vec![index],
                on,
                note: None,
                event: None,
            };
            self.order(workspace, "amended", &command);
        }
        let again = Command::SignWeek {
            week,
            nothing_to_report: false,
        };
        assert!(self.order(workspace, "signed again", &again));
        let report = report(workspace, week);
        assert!(
            !report.amendments.is_empty(),
            "{week} was amended and does not say so"
        );
        self.signed.insert(week, report);
    }

    fn moves_an_anchor(&mut self, workspace: &mut Workspace, days: u64) {
        let to = self.today.checked_add_days(Days::new(days));
        let command = Command::MoveAnchor {
            anchor: "reopening".into(),
            to: to.expect("a day"),
            reason: Some("推迟".into()),
        };
        self.order(workspace, "anchors moved", &command);
    }

    /// A later version of a checklist lies in the school's folder, and is followed from then on.
    fn upgrades(&mut self, workspace: &mut Workspace, version: u32) {
        let folder = self.place.path().join("checklists");
        std::fs::create_dir_all(&folder).expect("a folder");
        let text = include_str!("../checklists/taijiang-2022.yaml");
        let later = text
            .replace("\nversion: 1\n", &format!("\nversion: {version}\n"))
            .replace("今日校门登记", &format!("（第{version}版）今日校门登记"));
        assert_ne!(later, text);
        std::fs::write(folder.join("taijiang-2022.yaml"), later).expect("written");
        let checklist = "taijiang-2022".parse().expect("an id");
        let command = Command::UpgradeChecklist { checklist };
        self.order(workspace, "upgraded", &command);
    }

    /// One evening's mischief, which one by the number of the day. Then replay equals state.
    fn goes_wrong(&mut self, workspace: &mut Workspace, number: usize) {
        for _ in 0..number % 3 {
            self.order(workspace, "undone", &Command::Undo);
        }
        for _ in 0..number % 2 {
            self.order(workspace, "done again", &Command::Redo);
        }
        if number.is_multiple_of(17) {
            self.amends(workspace);
        }
        if number.is_multiple_of(41) {
            self.moves_an_anchor(workspace, number as u64 % 30);
        }
        // Several days in a row: on one of them the week may be signed already.
        if number % 150 >= 145 {
            let version = 2 + u32::try_from(number / 150).expect("a version");
            self.upgrades(workspace, version);
        }
        let again = judgement(&self.open());
        assert_eq!(judgement(workspace), again, "replay equals state");
    }
}

fn report(workspace: &Workspace, week: Week) -> StatusReport {
    timeless(workspace.report(week, None, Lang::Zh).expect("a report"))
}

#[test]
fn two_years_hold_whatever_is_done_and_undone() {
    let mut life = Life {
        place: Place::empty(),
        today: day(FIRST),
        signed: Signed::new(),
        steps: BTreeMap::new(),
    };
    let mut number = 0;
    while life.today <= day(LAST) {
        life.lives();
        let mut workspace = life.open();
        if workspace.calendar_shared().is_school_day(life.today) {
            number += 1;
            life.remember_signed(&workspace);
            if number % 4 == 0 {
                life.check_signed(&workspace);
            }
            life.goes_wrong(&mut workspace, number);
        }
        life.today = life.today.succ_opt().expect("a day");
    }
    let workspace = life.open();
    for (week, before) in &life.signed {
        assert_eq!(&report(&workspace, *week), before, "{week} changed");
    }
    assert_eq!(workspace.record().verify().expect("verified").fault, None);
    assert!(life.signed.len() > 60, "{} weeks signed", life.signed.len());
    println!("{number} school days: {:?}", life.steps);
    for (what, least) in [
        ("orders", 2000),
        ("undone", 200),
        ("done again", 80),
        ("unlocked", 10),
        ("amended", 5),
        ("anchors moved", 5),
        ("upgraded", 2),
    ] {
        assert!(life.steps[what] >= least, "{what}: {:?}", life.steps);
    }
}
