//! Notices in three colours in a report.

use super::build::Writer;
use crate::fact::FindingId;
use crate::review::{Colour, NoticeLine, OwnerNotice, notices};
use crate::text::report as words;
use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What one owner is told: all of it at once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NoticeReport {
    /// The worst colour of its lines: blue before a limit, yellow when it goes slowly, red when it
    /// is late.
    pub colour: Colour,
    /// Whom it is for; left out for what nobody answers for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<String>,
    /// What it says, one line for each item or finding, the worst first.
    pub lines: Vec<NoticeLineReport>,
}

/// One line of a notice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NoticeLineReport {
    /// How bad it is.
    pub colour: Colour,
    /// The item, as `checklist/item`.
    pub item: String,
    /// What the item asks for.
    pub item_text: String,
    /// The finding, where it is about one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub finding: Option<FindingId>,
    /// The last day, or the finding's limit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<NaiveDate>,
    /// Why, in words.
    pub reason: String,
}

impl Writer<'_> {
    pub(super) fn notices(&self) -> Vec<NoticeReport> {
        let notices = notices(self.premises, self.assessment);
        notices.iter().map(|notice| self.notice(notice)).collect()
    }

    fn notice(&self, notice: &OwnerNotice) -> NoticeReport {
        NoticeReport {
            colour: notice.colour,
            owner: notice.owner.as_ref().map(|owner| owner.of(self.lang)),
            lines: notice.lines.iter().map(|line| self.line(line)).collect(),
        }
    }

    fn line(&self, line: &NoticeLine) -> NoticeLineReport {
        NoticeLineReport {
            colour: line.colour,
            item: self.premises.item_ref(line.index).to_string(),
            item_text: self.text_at(line.index),
            finding: line.finding.clone(),
            due: line.due,
            reason: words::notice_reason(&line.reason, self.lang),
        }
    }
}
