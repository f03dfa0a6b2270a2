//! What a judgement rests on beside the record: the school's profile and the public holidays.
//!
//! Both are files that people edit. A signature keeps them as they were, so that what was signed
//! stays as it was signed.

use crate::calendar::{SchoolCalendar, Term, holidays::Holidays};
use crate::fact::History;
use crate::record::Hash;
use crate::school::School;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// A school as its profile describes it, with its days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Setting {
    pub(super) profile: Arc<School>,
    pub(super) calendar: Arc<SchoolCalendar>,
    holidays: Holidays,
}

/// A setting as a document of the record.
#[derive(Serialize, Deserialize)]
struct Kept<P, H> {
    profile: P,
    holidays: H,
}

impl Setting {
    pub(super) fn new(profile: School, holidays: Holidays) -> Self {
        let calendar = profile.calendar(holidays.clone());
        Self {
            profile: Arc::new(profile),
            calendar: Arc::new(calendar),
            holidays,
        }
    }

    /// The document that keeps it, and its digest.
    pub(super) fn to_document(&self) -> serde_json::Result<(String, String)> {
        let body = serde_json::to_string(&Kept {
            profile: &*self.profile,
            holidays: &self.holidays,
        })?;
        Ok((Hash::of(body.as_bytes()).to_string(), body))
    }

    /// The setting that a document keeps.
    pub(super) fn of_document(body: &str) -> serde_json::Result<Self> {
        let kept: Kept<School, Holidays> = serde_json::from_str(body)?;
        Ok(Self::new(kept.profile, kept.holidays))
    }

    /// The school and its days, with the first days of terms that the record has moved.
    pub(super) fn in_its_terms(&self, history: &History) -> (Arc<School>, Arc<SchoolCalendar>) {
        let moved = |term: &Term| {
            let setting = history.anchor(&crate::assess::term_anchor(term)).last()?;
            (setting.on != term.from).then_some(setting.on)
        };
        if self.profile.terms.iter().all(|term| moved(term).is_none()) {
            return (Arc::clone(&self.profile), Arc::clone(&self.calendar));
        }
        let mut school = School::clone(&self.profile);
        for term in &mut school.terms {
            term.from = moved(term).unwrap_or(term.from);
        }
        let calendar = school.calendar(self.holidays.clone());
        (Arc::new(school), Arc::new(calendar))
    }
}
