//! A made-up school: terms of plausible entries, made by a seeded generator day by day, through the
//! same orders that a principal gives. For tests, for trying things out, for pictures.
//!
//! What happens on a day follows from the seed, the day and the record, so that a life that is
//! stopped can be gone on with.

mod chance;
mod day;
mod week;

use super::command::Command;
use super::error::WorkspaceError;
use super::{Home, Workspace, setup};
use crate::calendar::{SchoolCalendar, Term};
use crate::clock::Clock;
use crate::school::{Adoption, Person, School, SchoolKind};
use crate::text::{Lang, made_up};
use chance::Chance;
use chrono::{Datelike, Days, FixedOffset, NaiveDate, NaiveTime, TimeZone};

/// What is played.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Simulation {
    /// What makes one life different from another.
    pub seed: u64,
    /// The first day; the school follows its checklists from then on.
    pub from: NaiveDate,
    /// The last day.
    pub until: NaiveDate,
    /// Whether the school's weeks are reviewed and signed.
    pub signs: bool,
    /// The language of names and remarks.
    pub lang: Lang,
}

/// China's time, eight hours before UTC.
const ZONE_SECONDS: i32 = 8 * 3600;

/// Plays a school's life in `home`: sets a school up where there is none, and goes on from the day
/// after the last that was played. Gives the number of entries made.
///
/// # Errors
/// Where the home cannot be used. Orders that are refused, as some of any school's are, are left
/// out.
pub fn simulate(home: &Home, simulation: &Simulation) -> Result<u64, WorkspaceError> {
    simulate_watched(home, simulation, &mut |_| ())
}

/// As [`simulate`]; `watch` sees the school after every order that was carried out.
///
/// # Errors
/// As [`simulate`].
pub fn simulate_watched(
    home: &Home,
    simulation: &Simulation,
    watch: &mut dyn FnMut(&Workspace),
) -> Result<u64, WorkspaceError> {
    if !home.is_set_up() {
        setup::create(home, &school(simulation), simulation.lang)?;
    }
    let workspace = open(home, simulation.from)?;
    let before = workspace.record().len()?;
    let last = workspace.record().tail(1)?;
    let last = last.last().map(|fact| fact.recorded.date_naive());
    let first = last.and_then(|day| day.succ_opt());
    let first = first.map_or(simulation.from, |day| day.max(simulation.from));
    let calendar = workspace.calendar_shared();
    let mut after = before;
    for day in days(first, simulation.until) {
        if calendar.is_school_day(day) {
            after = play(home, simulation, &calendar, day, watch)?;
        }
    }
    Ok(after - before)
}

/// One day, from the morning to the evening. Gives the number of entries at its end.
fn play(
    home: &Home,
    simulation: &Simulation,
    calendar: &SchoolCalendar,
    day: NaiveDate,
    watch: &mut dyn FnMut(&Workspace),
) -> Result<u64, WorkspaceError> {
    let number = u64::from(day.num_days_from_ce().unsigned_abs());
    let mut player = Player {
        workspace: open(home, day)?,
        watch,
        chance: Chance::of(simulation.seed, number),
        seed: simulation.seed,
        today: day,
        lang: simulation.lang,
    };
    player.day()?;
    let last = crate::review::sign_from(calendar, crate::calendar::Week::of(day));
    if simulation.signs && last == day {
        player.week()?;
    }
    Ok(player.workspace.record().len()?)
}

fn days(from: NaiveDate, until: NaiveDate) -> impl Iterator<Item = NaiveDate> {
    std::iter::successors(Some(from), |day| day.checked_add_days(Days::new(1)))
        .take_while(move |day| *day <= until)
}

/// The home as somebody opens it in the afternoon of a day.
fn open(home: &Home, day: NaiveDate) -> Result<Workspace, WorkspaceError> {
    let afternoon = NaiveTime::from_hms_opt(16, 10, 0).unwrap_or_default();
    let zone = FixedOffset::east_opt(ZONE_SECONDS);
    let moment = zone.and_then(|zone| zone.from_local_datetime(&day.and_time(afternoon)).single());
    let clock = moment.map_or(Clock::System, Clock::Fixed);
    Workspace::open(home.clone(), clock, None)
}

/// The school: a primary school with somebody in every role of the checklists that come with the
/// program, and the terms of three years.
fn school(simulation: &Simulation) -> School {
    let lang = simulation.lang;
    let id = "qingshan".parse().expect("an id by its form");
    let mut school = School::new(id, made_up::SCHOOL.of(lang), SchoolKind::Primary);
    school.district = Some(made_up::DISTRICT.of(lang).to_owned());
    (school.students, school.staff) = (Some(812), Some(64));
    school.language = Some(lang);
    school.people = made_up::PEOPLE
        .iter()
        .map(|(name, roles)| Person {
            name: name.of(lang).to_owned(),
            roles: roles.iter().filter_map(|role| role.parse().ok()).collect(),
        })
        .collect();
    school.terms = terms(simulation.from);
    let reopening = simulation.from.checked_add_days(Days::new(40));
    school
        .anchors
        .extend(reopening.map(|day| ("reopening".to_owned(), day)));
    school.checklists = ["taijiang-2022", "fengze-2020"]
        .iter()
        .filter_map(|id| id.parse().ok())
        .map(|id| Adoption {
            id,
            since: simulation.from,
            counts_from: None,
        })
        .collect();
    school
}

/// The conventional terms of the three years from a day on.
fn terms(from: NaiveDate) -> Vec<Term> {
    let until = from.checked_add_days(Days::new(3 * 365)).unwrap_or(from);
    let mut terms: Vec<Term> = days(from, until).map(Term::conventional).collect();
    terms.dedup();
    terms
}

/// Somebody who enters what happened at the school, on one day.
struct Player<'a> {
    workspace: Workspace,
    watch: &'a mut dyn FnMut(&Workspace),
    chance: Chance,
    seed: u64,
    today: NaiveDate,
    lang: Lang,
}

impl Player<'_> {
    /// Gives an order; whether it was carried out. Refusals are a part of life.
    fn order(&mut self, command: &Command, by: &str) -> Result<bool, WorkspaceError> {
        match self.workspace.execute(command, by) {
            Ok(_) => {
                (self.watch)(&self.workspace);
                Ok(true)
            }
            Err(WorkspaceError::Refused(_)) => Ok(false),
            Err(error) => Err(error),
        }
    }

    /// A remark of a kind.
    fn remark(&mut self, of: &[crate::text::Phrase]) -> String {
        let phrase = self.chance.one_of(of);
        phrase.map_or_else(String::new, |phrase| phrase.of(self.lang).to_owned())
    }

    fn principal(&self) -> String {
        self.workspace.who(self.lang)
    }
}
