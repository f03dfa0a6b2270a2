//! The school that is shown as an example: made up, in a temporary home that is gone afterwards.
//! Nothing of the user's own is read or written.

use super::simulation::{Scene, Simulation, moment, school, simulate_scene};
use super::{Doing, Home, WorkspaceError, setup};
use crate::calendar::{SchoolCalendar, Term, Week, holidays::Holidays};
use crate::clock::Clock;
use crate::school::School;
use crate::text::{Lang, made_up};
use chrono::{Days, NaiveDate, NaiveTime};
use std::path::Path;
use tempfile::TempDir;

/// The seed where none is named.
pub const SEED: u64 = 7;

/// How many weeks and school days there are before the day at least, and school days in the first
/// week: a term that began not long ago.
const WEEKS: u64 = 5;
const DAYS: usize = 20;
const FIRST_WEEK: usize = 3;
/// How far back its beginning is looked for, where holidays take many days.
const MOST_WEEKS: u64 = 10;
/// How many weeks a term is long, and how many weeks the one before it began earlier.
const TERM: u64 = 20;
const BETWEEN_TERMS: u64 = 25;
/// In how many school days something begins that has to be prepared.
const REOPENING_IN: i32 = 8;

/// What is shown.
#[derive(Debug, Clone, Copy)]
pub struct Plan {
    /// What makes one school different from another.
    pub seed: u64,
    /// The clock; where a day is named, it stands still on its morning.
    pub clock: Clock,
    /// The day to show, where it is not today.
    pub today: Option<NaiveDate>,
    /// The language of its names and remarks.
    pub lang: Lang,
}

/// A made-up school; its files are gone when this is dropped.
#[derive(Debug)]
pub struct Demo {
    folder: TempDir,
    home: Home,
    clock: Clock,
}

impl Demo {
    /// Makes the school. `progress` is told how many of how many days were played.
    ///
    /// # Errors
    /// Where the folder for temporary files cannot be written.
    pub fn make(
        plan: &Plan,
        progress: &mut dyn FnMut(usize, usize),
    ) -> Result<Self, WorkspaceError> {
        let folder = tempfile::Builder::new().prefix("duban-demo-").tempdir();
        let folder = folder
            .map_err(|error| WorkspaceError::io(Doing::Writing, &std::env::temp_dir(), error))?;
        let home = Home::throwaway(folder.path());
        let clock = match plan.today {
            Some(day) => Clock::Fixed(moment(day, NaiveTime::from_hms_opt(9, 30, 0))),
            None => plan.clock,
        };
        let stage = Stage::of(clock.today());
        let simulation = Simulation {
            seed: plan.seed,
            from: stage.from,
            until: stage.today.pred_opt().unwrap_or(stage.today),
            signs: true,
            lang: plan.lang,
        };
        let school = stage.set(school(&simulation), plan.lang);
        let scene = Scene::of(stage.today, &school.calendar(Holidays::built_in().clone()));
        setup::create(&home, &school, plan.lang)?;
        let days = usize::try_from((stage.today - stage.from).num_days()).unwrap_or(0);
        let mut played = 0;
        simulate_scene(&home, &simulation, &scene, clock.now(), &mut |_| {
            played += 1;
            progress(played, days);
        })?;
        Ok(Self {
            folder,
            home,
            clock,
        })
    }

    /// Where its files are.
    #[must_use]
    pub fn home(&self) -> &Home {
        &self.home
    }

    /// The clock to show it by.
    #[must_use]
    pub fn clock(&self) -> Clock {
        self.clock
    }

    /// The folder that is gone in the end.
    #[must_use]
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Removes what a school has left behind whose program is told to end.
    pub fn remove(folder: &Path) {
        // Who tells the program to end waits for it; what cannot be removed is the system's.
        let _ = std::fs::remove_dir_all(folder);
    }
}

/// The days of the school.
struct Stage {
    today: NaiveDate,
    /// The first day of its term, a Monday.
    from: NaiveDate,
    term: Term,
}

impl Stage {
    fn of(today: NaiveDate) -> Self {
        let monday = Week::of(today).monday();
        let back = |weeks: u64| before(monday, weeks);
        let fits = |from: &NaiveDate| {
            let calendar = calendar(vec![term(*from)]);
            let yesterday = today.pred_opt().unwrap_or(today);
            let first = calendar.school_days(*from, Week::of(*from).sunday());
            first.count() >= FIRST_WEEK && calendar.school_days(*from, yesterday).count() >= DAYS
        };
        let from = (WEEKS..MOST_WEEKS).map(back).find(fits);
        let from = from.unwrap_or_else(|| back(WEEKS));
        Self {
            today,
            from,
            term: term(from),
        }
    }

    /// A made-up school with these days, and a name that says what it is.
    fn set(&self, mut school: School, lang: Lang) -> School {
        made_up::EXAMPLE.of(lang).clone_into(&mut school.name);
        school.terms = vec![term(before(self.from, BETWEEN_TERMS)), self.term.clone()];
        let calendar = calendar(school.terms.clone());
        let reopening = calendar.add_school_days(self.today, REOPENING_IN);
        school.anchors = reopening
            .map(|day| ("reopening".to_owned(), day))
            .into_iter()
            .collect();
        school
    }
}

fn before(day: NaiveDate, weeks: u64) -> NaiveDate {
    day.checked_sub_days(Days::new(7 * weeks)).unwrap_or(day)
}

/// A term that begins on a Monday, and ends on the Friday of its last week.
fn term(from: NaiveDate) -> Term {
    let to = from.checked_add_days(Days::new(7 * TERM - 3));
    Term {
        from,
        to: to.unwrap_or(from),
    }
}

fn calendar(terms: Vec<Term>) -> SchoolCalendar {
    SchoolCalendar::new(terms, Holidays::built_in().clone(), [], [])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assess::Status;
    use crate::fact::FindingState;
    use crate::review::queue;
    use crate::workspace::Workspace;

    fn plan(today: &str, lang: Lang) -> Plan {
        Plan {
            seed: SEED,
            clock: Clock::System,
            today: Some(today.parse().expect("a day")),
            lang,
        }
    }

    fn made(today: &str) -> Demo {
        Demo::make(&plan(today, Lang::Zh), &mut |_, _| ()).expect("a school")
    }

    fn opened(demo: &Demo) -> Workspace {
        Workspace::open(demo.home().clone(), demo.clock(), None).expect("a workspace")
    }

    /// Days of all kinds: a working day early and late in its week, a Monday, a weekend, a working
    /// weekend, the first and last day of long holidays, the turn of a year, a leap day, a year of
    /// which no holidays are known.
    const DAYS_SHOWN: [&str; 12] = [
        "2022-03-16",
        "2022-03-18",
        "2022-03-21",
        "2022-03-19",
        "2022-04-02",
        "2024-10-01",
        "2024-10-08",
        "2023-01-29",
        "2025-12-31",
        "2024-02-29",
        "2026-08-05",
        "2031-06-11",
    ];

    #[test]
    fn every_day_of_any_year_shows_something_of_everything() {
        for day in DAYS_SHOWN {
            let demo = made(day);
            let workspace = opened(&demo);
            let assessment = workspace.assess();
            let count = |status| {
                let items = assessment.items();
                items.filter(|item| item.status == status).count()
            };
            let (done, overdue) = (count(Status::Done), count(Status::Overdue));
            assert!((1..=12).contains(&overdue), "{day}: {overdue} overdue");
            assert!(done > 25, "{day}: {done} done");
            assert!(count(Status::Waived) >= 4, "{day}");
            let findings = workspace.premises().history.findings();
            let open: Vec<_> = findings
                .iter()
                .filter(|finding| finding.is_open())
                .collect();
            let fixed = open.iter().filter(|f| f.state() == FindingState::Fixed);
            assert_eq!((open.len(), fixed.count()), (3, 1), "{day}");
            let matters = queue(&workspace.premises(), &assessment).matters;
            assert!(matters.len() >= 3, "{day}: {} matters", matters.len());
        }
    }

    #[test]
    fn every_week_is_signed_but_the_last_at_school() {
        for day in ["2022-03-18", "2022-03-21", "2024-10-08", "2024-10-14"] {
            let demo = made(day);
            let mut workspace = opened(&demo);
            let (from, today) = (Stage::of(workspace.today()).from, workspace.today());
            workspace.reach_back(Week::of(from)).expect("at hand");
            let premises = workspace.premises();
            let signed = |week| premises.history.week(week)?.lock();
            let last = premises.calendar.add_school_days(today, -1).expect("a day");
            let weeks = std::iter::successors(Some(Week::of(from)), |week| Some(week.next()));
            for week in weeks.take_while(|week| *week <= Week::of(today)) {
                let is_signed = signed(week).is_some();
                assert_eq!(is_signed, week < Week::of(last), "{day}: {week}");
            }
        }
    }

    #[test]
    fn the_same_day_is_shown_the_same_again() {
        let said = |demo: &Demo| -> Vec<String> {
            let workspace = opened(demo);
            let facts = workspace.record().tail(10_000).expect("facts");
            let facts = facts.into_iter();
            // A signature names the record, which is another.
            let facts = facts.filter(|fact| fact.entry.kind() != "week_signed");
            let said = facts.map(|fact| (fact.recorded, fact.by, fact.subject, fact.entry));
            said.map(|said| format!("{said:?}")).collect()
        };
        assert_eq!(said(&made("2022-03-16")), said(&made("2022-03-16")));
    }

    #[test]
    fn nothing_is_left_of_it() {
        let demo = made("2022-03-16");
        let folder = demo.folder().to_owned();
        assert!(folder.join("record.db").exists());
        drop(demo);
        assert!(!folder.exists());
    }

    #[test]
    fn its_people_fill_every_role_that_items_name() {
        let demo = made("2022-03-16");
        let workspace = opened(&demo);
        let premises = workspace.premises();
        for index in premises.items() {
            let owner = premises.owner(index).and_then(|owner| owner.name);
            assert!(owner.is_some(), "{}", premises.item(index).id);
        }
    }
}
