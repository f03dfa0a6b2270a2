//! The school as the record shows it at some moment: what a judgement rests on.

use super::error::WorkspaceError;
use super::setting::Setting;
use super::{Workspace, catalog};
use crate::assess::{Adopted, Premises};
use crate::calendar::{SchoolCalendar, Week};
use crate::checklist::{Checklist, ChecklistId};
use crate::fact::{Entry, Fact, History, Signature, Upgrade};
use crate::record::RecordError;
use crate::review::first_inspected;
use crate::school::{Adoption, School};
use chrono::NaiveDate;
use std::sync::Arc;

/// The school, its days, its checklists and what has happened, as of a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct View {
    /// The school, with the terms as the record has moved them.
    pub school: Arc<School>,
    /// Its school days.
    pub calendar: Arc<SchoolCalendar>,
    /// The checklists it follows, in the version it follows.
    pub adopted: Arc<[Adopted]>,
    /// What has happened.
    pub history: Arc<History>,
    /// The day to judge for.
    pub day: NaiveDate,
}

impl View {
    /// What judgements rest on.
    #[must_use]
    pub fn premises(&self) -> Premises<'_> {
        Premises {
            school: &self.school,
            calendar: &self.calendar,
            adopted: &self.adopted,
            history: &self.history,
        }
    }
}

impl Workspace {
    /// The school as of today, with everything at hand that matters since `week`. What is at hand
    /// otherwise stays as it is, so that later orders cost no more.
    ///
    /// # Errors
    /// Where the record cannot be read.
    pub fn view_since(&self, week: Week) -> Result<View, WorkspaceError> {
        if week.monday() >= self.since {
            return Ok(self.view.clone());
        }
        let facts = self.standing(week.monday())?;
        self.view_of(&self.setting, &facts, self.today())
    }

    /// The school as it was known at the end of `day`: what was recorded by then, about days up to
    /// then; with everything at hand that matters since `week`.
    ///
    /// # Errors
    /// Where the record cannot be read.
    pub fn view_as_of(&self, day: NaiveDate, week: Week) -> Result<View, WorkspaceError> {
        let known = self.record.len_on(day)?.min(self.length);
        self.view_at(known, day, week)
    }

    /// The school as it was with the first `facts` entries of the record, as of `day`.
    pub(super) fn view_at(
        &self,
        facts: u64,
        day: NaiveDate,
        week: Week,
    ) -> Result<View, WorkspaceError> {
        let read = |since| self.record.standing_at(since, facts);
        let facts = inspected_too(week.monday(), read)?;
        self.view_of(&self.setting, &facts, day)
    }

    /// The school as it was signed for: from the entries that the signature covers and the profile
    /// and holidays of its day; with everything at hand that matters since `week`.
    ///
    /// # Errors
    /// Where the record cannot be read.
    pub fn view_signed(&self, signature: &Signature, week: Week) -> Result<View, WorkspaceError> {
        let missing = || WorkspaceError::BadSetting(signature.setting.clone());
        let read = |body: &str| Setting::of_document(body).ok();
        let setting = self.record.document(&signature.setting, read)?;
        let setting = setting.flatten().ok_or_else(missing)?;
        let read = |since| self.record.standing_at(since, signature.facts);
        let facts = inspected_too(week.monday(), read)?;
        self.view_of(&setting, &facts, signature.on)
    }

    /// The facts that stand and matter to a judgement of `since` or a later day.
    pub(super) fn standing(&self, since: NaiveDate) -> Result<Vec<Fact>, WorkspaceError> {
        let read = |since| self.record.standing(since);
        Ok(inspected_too(since, read)?)
    }

    /// The same school with the version of a checklist that it followed before an upgrade; `None`
    /// where the record does not say which one that was.
    pub(super) fn view_before(
        &self,
        view: &View,
        upgrade: &Upgrade,
    ) -> Result<Option<View>, WorkspaceError> {
        let is_meant = |adopted: &&mut Adopted| adopted.checklist.id == upgrade.checklist;
        let mut adopted = view.adopted.to_vec();
        let Some(place) = adopted.iter_mut().find(is_meant) else {
            return Ok(None);
        };
        let earlier = self.facts.iter().filter(|fact| fact.seq < upgrade.seq);
        let Some(digest) = last_digest(earlier.rev(), &upgrade.checklist) else {
            return Ok(None);
        };
        *place = self.adopt_one(&place.adoption, Some(digest))?;
        Ok(Some(View {
            adopted: adopted.into(),
            ..view.clone()
        }))
    }

    pub(super) fn view_of(
        &self,
        setting: &Setting,
        facts: &[Fact],
        day: NaiveDate,
    ) -> Result<View, WorkspaceError> {
        let history = Arc::new(History::of(facts, day));
        let adopted = self.adopt(setting, facts, day)?;
        let (school, calendar) = setting.in_its_terms(&history);
        Ok(View {
            school,
            calendar,
            adopted,
            history,
            day,
        })
    }

    /// The checklists as the facts say they are followed on `day`; those read before serve again.
    fn adopt(
        &self,
        setting: &Setting,
        facts: &[Fact],
        day: NaiveDate,
    ) -> Result<Arc<[Adopted]>, WorkspaceError> {
        let adoptions = setting.profile.checklists.iter();
        let adopted: Vec<Adopted> = adoptions
            .map(|adoption| self.adopt_one(adoption, digest(facts, day, &adoption.id)))
            .collect::<Result<_, _>>()?;
        if *adopted == *self.view.adopted {
            return Ok(Arc::clone(&self.view.adopted));
        }
        Ok(adopted.into())
    }

    /// The checklist as it was when adopted, from the record's copy; from the catalog where it has
    /// not been recorded yet.
    fn adopt_one(
        &self,
        adoption: &Adoption,
        digest: Option<String>,
    ) -> Result<Adopted, WorkspaceError> {
        let adopted = |checklist, digest| Adopted {
            checklist,
            digest,
            adoption: adoption.clone(),
        };
        let at_hand = |digest: &Option<String>| {
            let mut at_hand = self.view.adopted.iter();
            at_hand.find(|known| {
                known.checklist.id == adoption.id
                    && digest.as_ref().is_none_or(|digest| known.digest == *digest)
            })
        };
        if let Some(known) = at_hand(&digest) {
            let checklist = Arc::clone(&known.checklist);
            return Ok(adopted(checklist, known.digest.clone()));
        }
        let Some(digest) = digest else {
            let offer = catalog::offer(&self.home, &adoption.id)?;
            return Ok(adopted(Arc::new(offer.checklist), offer.digest));
        };
        let read = |body: &str| serde_json::from_str(body).ok();
        let checklist: Option<Checklist> = self.record.document(&digest, read)?.flatten();
        let bad = || WorkspaceError::BadSnapshot(adoption.id.clone());
        Ok(adopted(Arc::new(checklist.ok_or_else(bad)?), digest))
    }
}

/// The facts that matter since a day, as `read` gives them; and since the first day that an inspector
/// saw and that is still asked about then, where that is earlier.
fn inspected_too(
    since: NaiveDate,
    read: impl Fn(NaiveDate) -> Result<Vec<Fact>, RecordError>,
) -> Result<Vec<Fact>, RecordError> {
    let facts = read(since)?;
    match first_inspected(&facts, since) {
        Some(first) if first < since => read(first),
        _ => Ok(facts),
    }
}

/// The digest of the version of a checklist that is followed on `day`, where the record says so.
fn digest(facts: &[Fact], day: NaiveDate, id: &ChecklistId) -> Option<String> {
    let known = facts.iter().rev();
    let known = known.filter(|fact| fact.entry.day().is_none_or(|on| on <= day));
    last_digest(known, id)
}

/// The digest that the first of `facts` gives which says which version is followed.
fn last_digest<'a>(facts: impl Iterator<Item = &'a Fact>, id: &ChecklistId) -> Option<String> {
    let mut digests = facts.filter_map(|fact| match &fact.entry {
        Entry::ChecklistAdopted {
            checklist, digest, ..
        }
        | Entry::ChecklistUpgraded {
            checklist, digest, ..
        } if checklist == id => Some(digest.clone()),
        _ => None,
    });
    digests.next()
}
