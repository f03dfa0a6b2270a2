//! A visit sheet: what an inspector takes to a school, writes on and hands over; schema
//! `duban.visit/1`.

use super::super::counts::ItemCounts;
use super::super::roster::RosterSchool;
use super::{Drawn, Inspection, Lot, PickedItem};
use crate::assess::Status;
use crate::calendar::Week;
use crate::fact::Verdict;
use crate::text::{Lang, inspection as words};
use chrono::NaiveDate;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// A visit sheet. What the inspector fills in stands before what the draw was.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Visit {
    /// Always `duban.visit/1`.
    pub schema: VisitSchema,
    /// The language of its texts.
    pub language: Lang,
    /// The school.
    pub school: RosterSchool,
    /// Who inspects; filled in.
    #[serde(default)]
    pub inspector: String,
    /// The day of the visit; filled in.
    #[serde(default)]
    pub visited_on: Blank<NaiveDate>,
    /// What is looked at.
    pub items: Vec<VisitItem>,
    /// How the school and its items came to be drawn.
    pub draw: VisitDraw,
}

/// The one value of the `schema` key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum VisitSchema {
    /// Version 1.
    #[serde(rename = "duban.visit/1")]
    V1,
}

/// An item of a visit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VisitItem {
    /// Its name, as `checklist/item`.
    pub item: String,
    /// What it asks for.
    pub text: String,
    /// What the school reports of it; left out where it has not reported.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reported: Option<Reported>,
    /// The verdict; filled in.
    #[serde(default)]
    pub verdict: Blank<Verdict>,
    /// What was seen; filled in.
    #[serde(default)]
    pub note: String,
    /// What it counted in the draw.
    pub weight: u64,
    /// Why, part by part.
    pub why: Vec<String>,
}

/// What a school reports of an item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reported {
    /// The week of the report.
    pub week: Week,
    /// How it stands.
    pub status: Status,
    /// Its required occurrences of the week.
    pub required: u64,
    /// Those of them that were done.
    pub done: u64,
    /// Those of the done ones that were done after their last day.
    pub late: u64,
    /// Those of the required ones whose last day is past.
    pub overdue: u64,
    /// Its number, with its unit and what it is to reach.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub measure: Option<String>,
}

/// How a school came to be drawn.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VisitDraw {
    /// The seed.
    pub seed: u64,
    /// The digest of the roster, `sha256:…`.
    pub roster: String,
    /// The week as of which the schools were judged.
    pub week: Week,
    /// The day of the draw.
    pub drawn_on: NaiveDate,
    /// How many schools were drawn.
    pub schools: usize,
    /// As the how-manieth this one was, from 1.
    pub place: usize,
    /// What the school counted in the draw.
    pub weight: u64,
    /// What all schools of the roster counted together.
    pub total: u64,
    /// Why, part by part.
    pub why: Vec<String>,
}

/// A place for others to fill in. As text it is empty until somebody has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Blank<T>(pub Option<T>);

impl<T> Default for Blank<T> {
    fn default() -> Self {
        Self(None)
    }
}

/// What can be written in a place that was left for it.
pub trait FillIn: Sized {
    /// As it is written.
    fn written(&self) -> String;
    /// From what is written.
    fn read(text: &str) -> Option<Self>;
}

impl FillIn for NaiveDate {
    fn written(&self) -> String {
        self.to_string()
    }

    fn read(text: &str) -> Option<Self> {
        text.parse().ok()
    }
}

impl FillIn for Verdict {
    fn written(&self) -> String {
        self.as_str().to_owned()
    }

    fn read(text: &str) -> Option<Self> {
        let mut known = words::verdicts();
        known
            .find(|(word, _)| *word == text)
            .map(|(_, verdict)| verdict)
    }
}

impl<T: FillIn> Serialize for Blank<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let text = self.0.as_ref().map(FillIn::written);
        serializer.serialize_str(&text.unwrap_or_default())
    }
}

impl<'de, T: FillIn> Deserialize<'de> for Blank<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let text = text.trim();
        if text.is_empty() {
            return Ok(Self(None));
        }
        let read = T::read(text).map(|value| Self(Some(value)));
        read.ok_or_else(|| de::Error::custom(format!("`{text}` cannot stand here")))
    }
}

impl Visit {
    /// The sheets of what was drawn, to be filled in, in the order drawn.
    #[must_use]
    pub fn all(of: &Inspection, drawn_on: NaiveDate, language: Lang) -> Vec<Self> {
        let drawn = of.drawn().enumerate();
        drawn
            .map(|(n, (lot, drawn))| Self {
                schema: VisitSchema::V1,
                language,
                school: lot.school.clone(),
                inspector: String::new(),
                visited_on: Blank(None),
                items: items(drawn, language),
                draw: VisitDraw {
                    seed: of.asked.seed,
                    roster: of.roster.clone(),
                    week: of.asked.week,
                    drawn_on,
                    schools: of.visits.len(),
                    place: n + 1,
                    weight: lot.weight(),
                    total: of.total(),
                    why: why(lot, language),
                },
            })
            .collect()
    }

    /// How many verdicts have been filled in.
    #[must_use]
    pub fn filled_in(&self) -> usize {
        let verdicts = self.items.iter().filter(|item| item.verdict.0.is_some());
        verdicts.count()
    }
}

/// Why a school counts what it counts, part by part.
#[must_use]
pub fn why(lot: &Lot, lang: Lang) -> Vec<String> {
    let points = lot.points.iter().map(|of| words::cause(*of, lang));
    let weeks = words::weeks(lot.inspected, lot.weeks, lang);
    points.chain([weeks]).collect()
}

fn items(drawn: &Drawn, lang: Lang) -> Vec<VisitItem> {
    let items = drawn.items.iter();
    items
        .map(|picked| VisitItem {
            item: picked.item.clone(),
            text: picked.text.clone(),
            reported: Reported::of(picked),
            verdict: Blank(None),
            note: String::new(),
            weight: picked.weight(),
            why: picked
                .points
                .iter()
                .map(|of| words::item_cause(*of, lang))
                .collect(),
        })
        .collect()
}

impl Reported {
    fn of(picked: &PickedItem) -> Option<Self> {
        let (week, counts) = picked.reported?;
        Some(Self {
            week,
            status: status(counts),
            required: counts.required,
            done: counts.done,
            late: counts.late,
            overdue: counts.overdue,
            measure: picked.measure.as_ref().map(words::measure),
        })
    }
}

/// How an item stands, by its counts.
fn status(counts: ItemCounts) -> Status {
    if counts.overdue > 0 {
        Status::Overdue
    } else if counts.required == 0 {
        Status::NotDue
    } else if counts.done >= counts.required {
        Status::Done
    } else if counts.done > 0 {
        Status::Partial
    } else {
        Status::Due
    }
}
