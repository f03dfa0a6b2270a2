//! A roll-up as a document, schema `duban.rollup/1`: what the meeting looks at first, and last what
//! can be rolled up again.
//!
//! All figures are worked out from the rows, and beside each stands what it is made of. Who reads a
//! document back takes its rows alone.

mod measure;
mod partition;
mod records;
mod returns;
mod school;
mod set_aside;
mod shared;
mod version;
mod week;

pub use measure::{MeasurePace, MeasureSum};
pub use partition::{FileFate, Partition, ReportRow, SchoolInWeek};
pub use returns::{LateSchool, Returned, Returns, SchoolName, ToChase};
pub use school::{RateBefore, SchoolFigures, SchoolLine, WEEKS_BEFORE};
pub use shared::{OtherName, SharedId};
pub use version::{ChecklistVersions, ItemLeftOut, VersionLine};
pub use week::{DistrictLine, WeekLine};

use super::counts::{ItemCounts, Rate};
use super::gather::{Fate, FileEntry, RollUp, Superseded};
use super::kept::Kept;
use super::leading::Leading;
use super::pool::{RequirementPool, pool_by};
use super::roster::Roster;
use super::row::{FindingCounts, Row, SchoolWeek};
use super::standing::Records;
use crate::calendar::Week;
use crate::text::Lang;
use chrono::{DateTime, Days, FixedOffset, NaiveDate, SubsecRound};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// The schema's name.
pub const ROLLUP_SCHEMA: &str = "duban.rollup/1";

/// What is asked of a roll-up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RollUpAsked {
    /// The week to show; the newest that there are reports of, up to that of today, where none is
    /// named.
    pub week: Option<Week>,
    /// How many days after the week's Sunday a report is still in time.
    pub due_days: u32,
    /// The day on which it is asked.
    pub today: NaiveDate,
    /// The language of the document.
    pub language: Lang,
    /// The moment it is written.
    pub generated_at: DateTime<FixedOffset>,
}

/// Many schools' week on one page.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RollUpReport {
    /// Always `duban.rollup/1`.
    pub schema: RollUpSchema,
    /// The ISO week that is shown.
    pub week: Week,
    /// Its Monday.
    pub from: NaiveDate,
    /// Its Sunday.
    pub to: NaiveDate,
    /// The last day on which a report of it is in time.
    pub due: NaiveDate,
    /// The day on which it was asked for.
    pub today: NaiveDate,
    /// The moment it was written.
    pub generated_at: DateTime<FixedOffset>,
    /// The program that wrote it, with its version.
    pub generated_by: String,
    /// Its language. Texts of checklists are in that of the reports.
    pub language: Lang,
    /// The list of those who ought to report, where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub roster: Option<RosterHeader>,
    /// The roll-ups that it was made of, beside reports. They are no files of the count.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<FileEntry>,
    /// The days as of which the week's reports were judged.
    pub as_of: Vec<AsOf>,
    /// How many schools reported.
    pub returns: Returns,
    /// The schools that did not, to be chased.
    pub not_reported: Vec<ToChase>,
    /// Those that reported late.
    pub late: Vec<LateSchool>,
    /// Those that reported in time that there is nothing to report.
    pub nothing_to_report: Vec<SchoolName>,
    /// Those that reported in time.
    pub reported: Vec<SchoolName>,
    /// The ids that several schools of the week seem to have: of each only one counts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub shared_ids: Vec<SharedId>,
    /// What became of how many files, of all weeks.
    pub files: FileCounts,
    /// All schools' rates together.
    pub totals: Rate,
    /// What of that is in no requirement below, since schools have it in another version.
    pub left_out: Rate,
    /// All schools' findings together.
    pub findings: FindingSum,
    /// How many schools may not open, since a gate item is not as it should be.
    pub gates_closed: u64,
    /// The weeks beside each other, the oldest first.
    pub weeks: Vec<WeekLine>,
    /// District by district, where there are several.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub districts: Vec<DistrictLine>,
    /// The requirements over the schools, the weakest first; so are their items.
    pub requirements: Vec<RequirementPool>,
    /// Numbers against their targets, over the schools.
    pub measures: Vec<MeasureSum>,
    /// The requirements in their own order, as `checklist/requirement`: what the counts of a school
    /// by requirement are of.
    pub columns: Vec<String>,
    /// School by school: the weakest first, last those without a report.
    pub schools: Vec<SchoolLine>,
    /// The checklists, and the versions in which schools have them.
    pub versions: Vec<ChecklistVersions>,
    /// How the schools' records stand to what the ledger knows of them, where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub records: Option<Records>,
    /// What can be rolled up again, of all weeks.
    pub kept: Kept,
}

/// The one value of the `schema` key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub enum RollUpSchema {
    /// Version 1.
    #[serde(rename = "duban.rollup/1")]
    RollUp1,
}

/// The list of those who ought to report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RosterHeader {
    /// The digest of the file, `sha256:…`.
    pub digest: String,
    /// How many schools are on it.
    pub schools: u64,
}

/// A day as of which reports were judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AsOf {
    /// The day.
    pub day: NaiveDate,
    /// The reports of how many schools.
    pub schools: u64,
}

/// What became of how many files. Found are those accepted, superseded and quarantined together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FileCounts {
    /// All.
    pub found: u64,
    /// Those whose numbers count.
    pub accepted: u64,
    /// Those in whose place another of the same school and week counts.
    pub superseded: u64,
    /// Those that do not count.
    pub quarantined: u64,
}

/// The findings of all schools, and how many schools have some.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FindingSum {
    /// Not struck off yet.
    pub open: u64,
    /// The schools of these.
    pub schools_open: u64,
    /// Those that are past their limit.
    pub past_limit: u64,
    /// The schools of these.
    pub schools_past_limit: u64,
    /// Struck off in the week or after.
    pub closed: u64,
}

impl RollUpReport {
    /// The document of a roll-up. With a roster its schools are the denominator, and what is of
    /// others is set aside.
    #[must_use]
    pub fn of(rollup: &RollUp, roster: Option<&Roster>, asked: &RollUpAsked) -> Self {
        let rollup = match roster.filter(|roster| !rollup.is_of(roster)) {
            None => Cow::Borrowed(rollup),
            Some(roster) => {
                let mut kept = rollup.clone();
                kept.keep_to(roster);
                Cow::Owned(kept)
            }
        };
        let (kept, seen) = rayon::join(|| Kept::of(&rollup), || Self::seen(&rollup, roster, asked));
        Self { kept, ..seen }
    }

    /// What is shown of a roll-up that holds nothing of schools that are not on the roster: the
    /// document without what can be rolled up again.
    #[must_use]
    pub fn seen(rollup: &RollUp, roster: Option<&Roster>, asked: &RollUpAsked) -> Self {
        let view = View::of(rollup, roster, asked);
        let (compared, (lists, weeks)) = rayon::join(
            || Compared::of(&view),
            || (returns::Lists::of(&view), week::lines(&view)),
        );
        Self {
            schema: RollUpSchema::RollUp1,
            week: view.week,
            from: view.week.monday(),
            to: view.week.sunday(),
            due: view.due(view.week),
            today: asked.today,
            generated_at: asked.generated_at.trunc_subsecs(0),
            generated_by: concat!("duban ", env!("CARGO_PKG_VERSION")).to_owned(),
            language: asked.language,
            roster: roster.map(|roster| RosterHeader {
                digest: roster.digest.clone(),
                schools: count(roster.schools.len()),
            }),
            sources: rollup.sources().cloned().collect(),
            as_of: as_of(&view.shown),
            returns: view.returns(view.week),
            not_reported: lists.not_reported,
            late: lists.late,
            nothing_to_report: lists.nothing_to_report,
            reported: lists.reported,
            shared_ids: shared::ids(rollup, view.week),
            files: FileCounts::of(rollup),
            totals: sum(&view.shown),
            left_out: compared.left_out,
            findings: FindingSum::of(&view.shown),
            gates_closed: count(closed(&view.shown)),
            weeks,
            districts: week::districts(&view),
            measures: compared.measures,
            requirements: compared.requirements,
            columns: compared.columns,
            schools: compared.schools,
            versions: compared.versions,
            records: None,
            kept: Kept::default(),
        }
    }

    /// The week before the one that is shown, where there are reports of it.
    #[must_use]
    pub fn before(&self) -> Option<&WeekLine> {
        let before = self.week.previous();
        self.weeks.iter().find(|line| line.week == before)
    }

    /// By how many points the rate is above that of the week before; nothing where one of the two
    /// is not known.
    #[must_use]
    pub fn change(&self) -> Option<f64> {
        let before = self.before()?.totals.percent?;
        Some(school::points(self.totals.percent? - before))
    }

    /// Every file with what became of it, by name.
    #[must_use]
    pub fn fates(&self) -> Vec<(&FileEntry, Fate)> {
        let rows = self.kept.rows.iter();
        let of: BTreeMap<(&str, Week), &str> = rows
            .clone()
            .map(|row| ((row.school.id.as_str(), row.week), row.file.name.as_str()))
            .collect();
        let accepted = rows.map(|row| (&row.file, Fate::Accepted));
        let superseded = self.kept.superseded.iter().map(|old| {
            let by = of.get(&(old.school.as_str(), old.week));
            let by = by.copied().unwrap_or_default().to_owned();
            (&old.file, Fate::Superseded(by))
        });
        let quarantined = self.kept.quarantined.iter();
        let quarantined = quarantined.map(|q| (&q.file, Fate::Quarantined(q.reason.clone())));
        let mut fates: Vec<_> = accepted.chain(superseded).chain(quarantined).collect();
        fates.sort_by_key(|(file, _)| *file);
        fates
    }
}

/// The JSON Schema (2020-12) of a roll-up, as a value.
#[must_use]
pub fn rollup_json_schema() -> serde_json::Value {
    schemars::schema_for!(RollUpReport).to_value()
}

/// What all parts of the document look at.
struct View<'a> {
    roster: Option<&'a Roster>,
    asked: &'a RollUpAsked,
    week: Week,
    /// The rows by week and school.
    rows: BTreeMap<Week, BTreeMap<&'a str, Entry<'a>>>,
    /// Those of the week that is shown, by school.
    shown: Vec<&'a Row>,
    /// The names of the files that were set aside.
    set_aside: Vec<&'a str>,
}

/// What compares schools with each other.
struct Compared {
    schools: Vec<SchoolLine>,
    requirements: Vec<RequirementPool>,
    columns: Vec<String>,
    left_out: Rate,
    measures: Vec<MeasureSum>,
    versions: Vec<ChecklistVersions>,
}

impl Compared {
    fn of(view: &View<'_>) -> Self {
        let leading = Leading::of(&view.shown);
        let mut pooled = pool_by(&leading, &view.shown);
        let columns = pooled.requirements.iter();
        let columns = columns.map(|r| format!("{}/{}", r.checklist, r.id));
        let columns = columns.collect();
        weakest_first(&mut pooled.requirements);
        Self {
            schools: school::lines(view, &leading),
            requirements: pooled.requirements,
            columns,
            left_out: pooled.left_out.into(),
            measures: measure::sums(view, &leading),
            versions: version::versions(&view.shown, &leading),
        }
    }
}

/// A row, the file that it came from, and when the first came in.
#[derive(Clone, Copy)]
struct Entry<'a> {
    row: &'a Row,
    file: &'a FileEntry,
    /// The day on which the school first handed in a report of the week.
    handed_in: NaiveDate,
}

impl<'a> View<'a> {
    fn of(rollup: &'a RollUp, roster: Option<&'a Roster>, asked: &'a RollUpAsked) -> Self {
        let mut rows: BTreeMap<Week, BTreeMap<&str, Entry>> = BTreeMap::new();
        let mut first: HashMap<&SchoolWeek, NaiveDate> = HashMap::new();
        for Superseded { of, handed_in, .. } in rollup.superseded() {
            let first = first.entry(of).or_insert(handed_in);
            *first = (*first).min(handed_in);
        }
        for (of, accepted) in &rollup.accepted {
            let handed_in = accepted.row.handed_in();
            let first = first.get(of).copied();
            let entry = Entry {
                row: &accepted.row,
                file: &accepted.file,
                handed_in: first.map_or(handed_in, |first| first.min(handed_in)),
            };
            rows.entry(of.week).or_default().insert(&of.school, entry);
        }
        let this = Week::of(asked.today);
        let newest = rows.range(..=this).next_back().map(|(week, _)| *week);
        let week = asked.week.or(newest).unwrap_or(this);
        let shown = rows.get(&week).into_iter().flat_map(BTreeMap::values);
        let set_aside = rollup.quarantined();
        Self {
            shown: shown.map(|entry| entry.row).collect(),
            roster,
            asked,
            week,
            rows,
            set_aside: set_aside.map(|(file, _)| file.name.as_str()).collect(),
        }
    }

    /// The last day on which a report of a week is in time.
    fn due(&self, week: Week) -> NaiveDate {
        let days = Days::new(self.asked.due_days.into());
        let sunday = week.sunday();
        sunday.checked_add_days(days).unwrap_or(sunday)
    }

    fn entry(&self, week: Week, school: &str) -> Option<Entry<'a>> {
        self.rows.get(&week)?.get(school).copied()
    }

    /// Every week that there are reports of, and the one that is shown; the oldest first.
    fn weeks(&self) -> Vec<Week> {
        let mut weeks: Vec<Week> = self.rows.keys().copied().collect();
        if !weeks.contains(&self.week) {
            weeks.push(self.week);
            weeks.sort_unstable();
        }
        weeks
    }

    /// The ids of all schools: those of the roster, or else those that there is any report of.
    fn schools(&self) -> BTreeSet<&'a str> {
        match self.roster {
            Some(roster) => roster.schools.iter().map(|s| s.id.as_str()).collect(),
            None => self
                .rows
                .values()
                .flat_map(BTreeMap::keys)
                .copied()
                .collect(),
        }
    }
}

impl FileCounts {
    fn of(rollup: &RollUp) -> Self {
        let accepted = count(rollup.accepted.len());
        let superseded = count(rollup.superseded().count());
        let quarantined = count(rollup.quarantined().count());
        Self {
            found: accepted + superseded + quarantined,
            accepted,
            superseded,
            quarantined,
        }
    }
}

impl FindingSum {
    fn of(rows: &[&Row]) -> Self {
        let mut sum = Self::default();
        for FindingCounts {
            open,
            past_limit,
            closed,
        } in rows.iter().map(|row| row.findings)
        {
            sum.open = sum.open.saturating_add(open);
            sum.schools_open += u64::from(open > 0);
            sum.past_limit = sum.past_limit.saturating_add(past_limit);
            sum.schools_past_limit += u64::from(past_limit > 0);
            sum.closed = sum.closed.saturating_add(closed);
        }
        sum
    }
}

fn count(length: usize) -> u64 {
    u64::try_from(length).unwrap_or(u64::MAX)
}

/// How often each value is there.
fn counted<T: Ord>(values: impl Iterator<Item = T>) -> BTreeMap<T, u64> {
    let mut counts = BTreeMap::new();
    for value in values {
        *counts.entry(value).or_default() += 1;
    }
    counts
}

fn as_of(rows: &[&Row]) -> Vec<AsOf> {
    let days = counted(rows.iter().map(|row| row.as_of)).into_iter();
    days.map(|(day, schools)| AsOf { day, schools }).collect()
}

/// The rates of some rows together.
fn sum(rows: &[&Row]) -> Rate {
    let counts = rows.iter().map(|row| ItemCounts::from(&row.totals));
    counts.fold(ItemCounts::default(), ItemCounts::plus).into()
}

/// How many schools may not open.
fn closed(rows: &[&Row]) -> usize {
    rows.iter()
        .filter(|row| !row.gates_closed.is_empty())
        .count()
}

fn weakest_first(requirements: &mut [RequirementPool]) {
    requirements.sort_by(|a, b| weaker(a.rate.percent, b.rate.percent));
    for requirement in requirements {
        let items = &mut requirement.items;
        items.sort_by(|a, b| weaker(a.rate.percent, b.rate.percent));
    }
}

/// The lower rate first; last what has none.
fn weaker(a: Option<f64>, b: Option<f64>) -> std::cmp::Ordering {
    let key = |percent: Option<f64>| percent.unwrap_or(f64::INFINITY);
    key(a).total_cmp(&key(b))
}
