//! Why an order about findings, the review of a week, an anchor or a version is refused.

use crate::calendar::Week;
use crate::checklist::{ChecklistId, ItemRef};
use crate::fact::{Concern, Decision, FindingId, FindingState};
use crate::review::Obstacle;
use crate::text::refusal::{self as words, Voice};
use chrono::NaiveDate;

/// One reason why an order about the review cannot be carried out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReviewRefusal {
    /// A day cannot be caught up on another.
    NotPostponable {
        /// The item.
        item: ItemRef,
    },
    /// What is due on a day was done before it.
    BeforeItsDay {
        /// The item.
        item: ItemRef,
        /// The day that it is due on.
        day: NaiveDate,
        /// The day it is said to have been done.
        on: NaiveDate,
    },
    /// A last day that is past.
    DayIsPast {
        /// The day.
        day: NaiveDate,
        /// Today.
        today: NaiveDate,
    },
    /// A last day that is not later than the one there is.
    NotLater {
        /// The item.
        item: ItemRef,
        /// The last day there is.
        due: NaiveDate,
    },
    /// Nobody answers for the rectification.
    OwnerNeeded {
        /// The item.
        item: ItemRef,
    },
    /// A limit that is none.
    Limit {
        /// As said, in school days.
        days: u32,
        /// The most there may be.
        most: u32,
    },
    /// No finding has that id.
    UnknownFinding {
        /// As typed.
        said: String,
        /// The open ones.
        open: Vec<String>,
    },
    /// The finding is not where the order wants it.
    FindingState {
        /// Which one.
        finding: FindingId,
        /// Where it is.
        state: FindingState,
    },
    /// A finding cannot be put right before it was found, or opened again.
    BeforeOpened {
        /// Which one.
        finding: FindingId,
        /// That day.
        on: NaiveDate,
        /// Whether it was opened again on it.
        again: bool,
    },
    /// Who fixed it may not verify it.
    OwnVerification {
        /// Which one.
        finding: FindingId,
        /// Who fixed it.
        by: String,
    },
    /// An order that says nothing.
    NothingSaid,
    /// The decision makes no sense there.
    NotDecidable {
        /// The item.
        item: ItemRef,
        /// Why it calls for a decision.
        concern: Concern,
        /// What can be decided.
        can: Vec<Decision>,
    },
    /// The week is signed.
    WeekLocked {
        /// The week.
        week: Week,
        /// Who signed it.
        by: String,
        /// When.
        on: NaiveDate,
    },
    /// The week is not signed.
    NotLocked {
        /// The week.
        week: Week,
    },
    /// What needs no decision is confirmed already.
    ConfirmedAlready {
        /// The week.
        week: Week,
    },
    /// The week lies ahead.
    WeekNotBegun {
        /// The week.
        week: Week,
    },
    /// No checklist counted yet in that week.
    WeekBeforeAdoption {
        /// The week.
        week: Week,
        /// The first day from which one counts.
        from: NaiveDate,
    },
    /// The week is still running.
    TooEarlyToSign {
        /// The week.
        week: Week,
        /// The first day on which it can be signed.
        from: NaiveDate,
    },
    /// "Nothing to report" would not be true.
    SomethingToReport {
        /// The week.
        week: Week,
        /// Why not.
        obstacles: Vec<Obstacle>,
    },
    /// No anchor has that name.
    UnknownAnchor {
        /// As typed.
        said: String,
        /// Those there are.
        known: Vec<String>,
    },
    /// The anchor is there already.
    AnchorThereAlready {
        /// Which one.
        anchor: String,
        /// Its day.
        on: NaiveDate,
    },
    /// The profile names no terms that could be moved.
    TermsByConvention,
    /// The checklist is not followed.
    NotAdopted {
        /// As typed.
        said: ChecklistId,
        /// Those that are.
        known: Vec<String>,
    },
    /// The version on offer is not later than the one that is followed.
    NoLaterVersion {
        /// Which checklist.
        checklist: ChecklistId,
        /// The version that is followed.
        has: u32,
        /// The version on offer.
        offered: u32,
    },
}

impl ReviewRefusal {
    /// What is wrong, and what to do about it.
    pub(super) fn say_as(&self, voice: Voice) -> (String, Option<String>) {
        let lang = voice.lang;
        match self {
            Self::NotPostponable { item } => words::not_postponable(item, voice),
            Self::BeforeItsDay { item, day, on } => words::before_its_day(item, *day, *on, voice),
            Self::DayIsPast { day, today } => words::day_is_past(*day, *today, voice),
            Self::NotLater { item, due } => words::not_later(item, *due, voice),
            Self::OwnerNeeded { item } => words::owner_needed(item, voice),
            Self::Limit { days, most } => words::limit(*days, *most, lang),
            Self::UnknownFinding { said, open } => words::unknown_finding(said, open, lang),
            Self::FindingState { finding, state } => words::finding_state(finding, *state, lang),
            Self::BeforeOpened { finding, on, again } => {
                words::before_opened(finding, *on, *again, voice)
            }
            Self::OwnVerification { finding, by } => words::own_verification(finding, by, lang),
            Self::NotDecidable { item, concern, can } => {
                words::not_decidable(item, *concern, can, voice)
            }
            Self::WeekLocked { week, by, on } => words::week_locked(*week, by, *on, voice),
            Self::NotLocked { week } => words::not_locked(*week, lang),
            Self::ConfirmedAlready { week } => words::confirmed_already(*week, lang),
            Self::WeekBeforeAdoption { week, from } => {
                words::week_before_adoption(*week, *from, voice)
            }
            Self::WeekNotBegun { week } => words::week_not_begun(*week, lang),
            Self::TooEarlyToSign { week, from } => words::too_early_to_sign(*week, *from, lang),
            Self::SomethingToReport { week, obstacles } => {
                words::something_to_report(*week, obstacles, lang)
            }
            Self::UnknownAnchor { said, known } => words::unknown_anchor(said, known, lang),
            Self::AnchorThereAlready { anchor, on } => {
                words::anchor_there_already(anchor, *on, voice)
            }
            Self::TermsByConvention => words::terms_by_convention(lang),
            Self::NotAdopted { said, known } => words::not_adopted(said, known, lang),
            Self::NoLaterVersion {
                checklist,
                has,
                offered,
            } => words::no_later_version(checklist, *has, *offered, lang),
            Self::NothingSaid => words::nothing_said(lang),
        }
    }
}

impl From<ReviewRefusal> for super::Refusal {
    fn from(refusal: ReviewRefusal) -> Self {
        Self::Review(refusal)
    }
}
