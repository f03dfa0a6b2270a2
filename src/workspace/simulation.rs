//! A made-up school: terms of plausible entries, made by a seeded generator day by day, through the
//! same orders that a principal gives. For tests, for trying things out, for pictures.
//!
//! What happens on a day follows from the seed, the day and the record, so that a life that is
//! stopped can be gone on with.

mod chance;
mod day;
mod numbers;
mod scene;
mod week;

pub(super) use scene::Scene;

use super::command::Command;
use super::error::WorkspaceError;
use super::{Home, Workspace, setup};
use crate::assess::ItemIndex;
use crate::calendar::{SchoolCalendar, Term, Week};
use crate::clock::Clock;
use crate::review::sign_from;
use crate::school::{Adoption, Person, School, SchoolKind};
use crate::text::{Lang, made_up};
use chance::Chance;
use chrono::{DateTime, Datelike, Days, FixedOffset, NaiveDate, NaiveTime, TimeZone};

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
    let workspace = open(home, afternoon(simulation.from))?;
    let before = workspace.record().len()?;
    let last = workspace.record().tail(1)?;
    let last = last.last().map(|fact| fact.recorded.date_naive());
    let first = last.and_then(|day| day.succ_opt());
    let first = first.map_or(simulation.from, |day| day.max(simulation.from));
    let mut life = Life {
        home,
        simulation,
        calendar: workspace.calendar_shared(),
        reviewed: last.map(Week::of),
        scene: None,
        watch,
    };
    for day in days(first, simulation.until) {
        life.play(day)?;
    }
    Ok(open(home, afternoon(simulation.from))?.record().len()? - before)
}

/// Plays a school's life in a home that is set up, up to the morning of the day of `scene`, which is
/// as the scene has it. `watch` is told after each day.
///
/// # Errors
/// As [`simulate`].
pub(super) fn simulate_scene(
    home: &Home,
    simulation: &Simulation,
    scene: &Scene,
    morning: DateTime<FixedOffset>,
    watch: &mut dyn FnMut(NaiveDate),
) -> Result<(), WorkspaceError> {
    let mut life = Life {
        home,
        simulation,
        calendar: open(home, afternoon(simulation.from))?.calendar_shared(),
        reviewed: None,
        scene: Some(scene),
        watch: &mut |_| (),
    };
    for day in days(simulation.from, simulation.until) {
        life.play(day)?;
        watch(day);
    }
    life.morning(morning)
}

/// A school's life as it is played.
struct Life<'a> {
    home: &'a Home,
    simulation: &'a Simulation,
    calendar: std::sync::Arc<SchoolCalendar>,
    /// The week of the last day that was played.
    reviewed: Option<Week>,
    scene: Option<&'a Scene>,
    watch: &'a mut dyn FnMut(&Workspace),
}

impl Life<'_> {
    /// One day, from the morning to the evening; nothing happens on a day off.
    fn play(&mut self, day: NaiveDate) -> Result<(), WorkspaceError> {
        if !self.calendar.is_school_day(day) {
            return Ok(());
        }
        let week = Week::of(day);
        let (quiet, is_last) = (self.quiet(week), sign_from(&self.calendar, week) == day);
        let signs = self.simulation.signs && self.scene.is_none_or(|scene| scene.is_signed(week));
        let mut player = self.player(afternoon(day))?;
        player.sign(quiet)?;
        player.day()?;
        if signs && is_last {
            player.week(week)?;
        }
        self.reviewed = Some(week);
        Ok(())
    }

    /// The morning of the day that is shown.
    fn morning(&mut self, moment: DateTime<FixedOffset>) -> Result<(), WorkspaceError> {
        self.player(moment)?.morning()
    }

    /// The weeks before `week` in which no day was played.
    fn quiet(&self, week: Week) -> Vec<Week> {
        let first = self.reviewed.filter(|_| self.simulation.signs);
        let weeks = std::iter::successors(first, |week| Some(week.next())).skip(1);
        weeks.take_while(|other| *other < week).collect()
    }

    /// Somebody at the school, at a moment.
    fn player(&mut self, moment: DateTime<FixedOffset>) -> Result<Player<'_>, WorkspaceError> {
        let today = moment.date_naive();
        let number = u64::from(today.num_days_from_ce().unsigned_abs());
        Ok(Player {
            workspace: open(self.home, moment)?,
            watch: self.watch,
            chance: Chance::of(self.simulation.seed, number),
            seed: self.simulation.seed,
            scene: self.scene,
            today,
            lang: self.simulation.lang,
        })
    }
}

fn days(from: NaiveDate, until: NaiveDate) -> impl Iterator<Item = NaiveDate> {
    std::iter::successors(Some(from), |day| day.checked_add_days(Days::new(1)))
        .take_while(move |day| *day <= until)
}

/// When the day's entries are made.
fn afternoon(day: NaiveDate) -> DateTime<FixedOffset> {
    moment(day, NaiveTime::from_hms_opt(16, 10, 0))
}

/// A time of day in China.
pub(super) fn moment(day: NaiveDate, time: Option<NaiveTime>) -> DateTime<FixedOffset> {
    let local = day.and_time(time.unwrap_or_default());
    let zone = FixedOffset::east_opt(ZONE_SECONDS);
    let moment = zone.and_then(|zone| zone.from_local_datetime(&local).single());
    moment.unwrap_or_default()
}

/// The home as somebody opens it at a moment.
fn open(home: &Home, moment: DateTime<FixedOffset>) -> Result<Workspace, WorkspaceError> {
    Workspace::open(home.clone(), Clock::Fixed(moment), None)
}

/// The school: a primary school with somebody in every role of the checklists that come with the
/// program, and the terms of three years. Its life is played where no other is set up.
///
/// # Panics
/// Never: its id has the form of one.
#[must_use]
pub fn school(simulation: &Simulation) -> School {
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
    scene: Option<&'a Scene>,
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

    /// The id of an item.
    fn id(&self, index: ItemIndex) -> String {
        self.workspace.premises().item(index).id.to_string()
    }

    /// The item of an id.
    fn item(&self, id: &str) -> Option<ItemIndex> {
        let premises = self.workspace.premises();
        let mut items = premises.items();
        items.find(|index| premises.item(*index).id.as_str() == id)
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
