//! The ledger of the reports that were sent.

use super::Command;
use super::Workspace;
use super::error::WorkspaceError;
use super::plan::{Circumstances, plan};
use crate::calendar::Week;
use crate::fact::{FigureDifference, History, Sending, Sent};
use chrono::NaiveDate;

impl Workspace {
    /// The reports that were sent, of one week or of all, the oldest first.
    ///
    /// # Errors
    /// Where the record cannot be read.
    pub fn sent(&self, week: Option<Week>) -> Result<Vec<Sent>, WorkspaceError> {
        let since = week.map_or(NaiveDate::MIN, Week::monday);
        let facts = self.record.standing(since)?;
        let mut sent = History::of(&facts, self.today()).sent().to_vec();
        sent.retain(|sent| week.is_none_or(|week| sent.sending.week == week));
        Ok(sent)
    }

    /// Refuses what could not be entered into the ledger, before anything leaves the house.
    ///
    /// # Errors
    /// [`WorkspaceError::Refused`] with every reason.
    pub fn may_send(&self, sending: &Sending, by: &str) -> Result<(), WorkspaceError> {
        let circumstances = Circumstances {
            today: self.today(),
            by,
            next: self.next_entry(),
        };
        let command = Command::RecordSending(Box::new(sending.clone()));
        let planned = plan(&self.premises(), circumstances, &command);
        planned.map(drop).map_err(WorkspaceError::Refused)
    }
}

/// Each of `sent` whose figures a report gives otherwise, with those figures.
#[must_use]
pub fn sent_otherwise<'a>(
    sent: &'a [Sent],
    report: &Sending,
) -> Vec<(&'a Sent, Vec<FigureDifference>)> {
    let Sending {
        week,
        as_of,
        figures,
        ..
    } = report;
    let compared = sent.iter().map(|earlier| {
        let differences = earlier.differences(*week, *as_of, figures);
        (earlier, differences)
    });
    compared.filter(|(_, all)| !all.is_empty()).collect()
}
