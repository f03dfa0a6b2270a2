//! What the profile says that the record has to know: the checklists that the school follows, and
//! the days that due dates are counted from.

use super::Workspace;
use super::catalog;
use super::error::WorkspaceError;
use super::refusal::ReviewRefusal;
use crate::assess::{Adopted, term_anchor};
use crate::checklist::{Checklist, ChecklistId};
use crate::fact::{Entry, Fact, History};
use crate::record::NewFact;
use crate::school::School;
use chrono::NaiveDate;

impl Workspace {
    /// Records what the profile says, where the record does not say so yet: so that an adopted
    /// checklist stays as it is, and an anchor that moves keeps its first date. Whether there was
    /// anything.
    ///
    /// # Errors
    /// Where the record cannot be written.
    pub fn record_profile(&mut self, by: &str) -> Result<bool, WorkspaceError> {
        let mut facts = Vec::new();
        for adopted in self.adopted_shared().iter() {
            if !is_recorded(&self.facts, adopted) {
                self.keep(&adopted.checklist, &adopted.digest)?;
                facts.push(adoption(adopted));
            }
        }
        facts.extend(anchors(&self.setting.profile, &self.view.history));
        if !facts.is_empty() {
            self.append(by, &facts)?;
        }
        Ok(!facts.is_empty())
    }

    /// Files a checklist in the record.
    fn keep(&mut self, checklist: &Checklist, digest: &str) -> Result<(), WorkspaceError> {
        let body = serde_json::to_string(checklist)
            .map_err(|_| WorkspaceError::BadSnapshot(checklist.id.clone()))?;
        Ok(self.record.put_document(digest, &body)?)
    }

    /// Files the profile and the holidays as they are now, and gives their digest.
    pub(super) fn keep_setting(&mut self) -> Result<String, WorkspaceError> {
        let document = self.setting.to_document();
        let (digest, body) = document.map_err(|_| WorkspaceError::BadSetting(String::new()))?;
        self.record.put_document(&digest, &body)?;
        Ok(digest)
    }

    /// Follows the version of a checklist that is on offer, and files it.
    pub(super) fn upgrade(
        &mut self,
        id: &ChecklistId,
        today: NaiveDate,
    ) -> Result<Vec<NewFact>, WorkspaceError> {
        let refused = |refusal: ReviewRefusal| WorkspaceError::Refused(vec![refusal.into()]);
        let adopted = self.view.adopted.iter();
        let known = || {
            adopted
                .clone()
                .map(|a| a.checklist.id.to_string())
                .collect()
        };
        let found = adopted.clone().find(|adopted| adopted.checklist.id == *id);
        let before = found.cloned().ok_or_else(|| {
            refused(ReviewRefusal::NotAdopted {
                said: id.clone(),
                known: known(),
            })
        })?;
        let offer = catalog::offer(&self.home, id)?;
        let (has, offered) = (before.checklist.version, offer.checklist.version);
        if offered <= has {
            let checklist = id.clone();
            return Err(refused(ReviewRefusal::NoLaterVersion {
                checklist,
                has,
                offered,
            }));
        }
        if !offer.checklist.is_for(self.setting.profile.kind) {
            return Err(WorkspaceError::NotForKind(id.clone()));
        }
        self.keep(&offer.checklist, &offer.digest)?;
        let difference = before.checklist.difference(&offer.checklist);
        Ok(vec![NewFact {
            subject: None,
            entry: Entry::ChecklistUpgraded {
                checklist: id.clone(),
                version: offered,
                from: has,
                digest: offer.digest,
                changed: difference.changed.into_iter().map(|(id, _)| id).collect(),
                added: difference.added,
                removed: difference.removed,
                on: today,
            },
        }])
    }
}

/// Whether the record has the adoption, with the days that the profile gives now.
fn is_recorded(facts: &[Fact], adopted: &Adopted) -> bool {
    let days = |entry: &Entry| match entry {
        Entry::ChecklistAdopted {
            checklist,
            since,
            required_from,
            ..
        } if *checklist == adopted.checklist.id => Some((*since, *required_from)),
        _ => None,
    };
    let last = facts.iter().rev().find_map(|fact| days(&fact.entry));
    last == Some((adopted.adoption.since, adopted.adoption.required_from()))
}

fn adoption(adopted: &Adopted) -> NewFact {
    NewFact {
        subject: None,
        entry: Entry::ChecklistAdopted {
            checklist: adopted.checklist.id.clone(),
            version: adopted.checklist.version,
            digest: adopted.digest.clone(),
            since: adopted.adoption.since,
            required_from: adopted.adoption.required_from(),
        },
    }
}

/// The anchors that the profile gives and the record does not have from it yet.
fn anchors(profile: &School, history: &History) -> Vec<NewFact> {
    let named = profile.anchors.iter().map(|(name, on)| (name.clone(), *on));
    let terms = profile
        .terms
        .iter()
        .map(|term| (term_anchor(term), term.from));
    named
        .chain(terms)
        .filter(|(name, on)| {
            let settings = history.anchor(name).iter();
            let last = settings.rev().find(|setting| setting.profile);
            last.is_none_or(|last| last.on != *on)
        })
        .map(|(anchor, on)| NewFact {
            subject: None,
            entry: Entry::AnchorSet {
                anchor,
                on,
                profile: true,
                reason: None,
            },
        })
        .collect()
}
