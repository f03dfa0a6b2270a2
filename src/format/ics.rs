//! The dates of a report as iCalendar (RFC 5545), for a phone's calendar or its list of tasks.
//!
//! What comes round daily, weekly or monthly is one entry for its day, week or month, so that a
//! calendar is not flooded; everything else that has a last day, and every finding, is an entry of
//! its own. An entry keeps its UID from report to report, and its SEQUENCE grows with the record: a
//! calendar that is filled again is brought up to date. What was withdrawn is cancelled, and not left
//! out.

mod entry;
mod lines;

use crate::report::{DatesReport, StatusReport};
use crate::text::{ics as words, visible};
use chrono::{DateTime, NaiveDate, Utc};
use entry::{Entry, Outcome};
use lines::Lines;

/// What the dates of a report become in a calendar.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum DatesAs {
    /// Events of a whole day.
    #[default]
    Events,
    /// Tasks with a last day.
    Tasks,
}

/// When the alarms ring, counted from the beginning of the last day: at eight in the morning of the
/// day before, and of the day itself.
const ALARMS: [&str; 2] = ["-PT16H", "PT8H"];

/// The calendar of a report with these dates.
pub(super) fn calendar(report: &StatusReport, dates: &DatesReport, as_what: DatesAs) -> String {
    let lang = report.language;
    let writing = Writing {
        stamp: moment(report.generated_at.to_utc()),
        sequence: report.record.facts.min(GREATEST).to_string(),
        as_what,
    };
    let mut lines = Lines::default();
    lines.component("VCALENDAR", |lines| {
        lines.value("VERSION", "2.0");
        lines.text(
            "PRODID",
            &format!("-//duban//{}//{lang}", report.generated_by),
        );
        lines.value("CALSCALE", "GREGORIAN");
        lines.value("METHOD", "PUBLISH");
        let name = words::calendar(&report.school.name, lang);
        lines.text("X-WR-CALNAME", &visible(&name));
        for entry in entry::entries(report, dates) {
            writing.entry(&entry, lines);
        }
    });
    lines.into_text()
}

/// The greatest whole number of the standard.
const GREATEST: u64 = 2_147_483_647;

/// What all entries of a calendar share.
struct Writing {
    stamp: String,
    sequence: String,
    as_what: DatesAs,
}

impl Writing {
    fn entry(&self, entry: &Entry, lines: &mut Lines) {
        let (kind, host) = match self.as_what {
            DatesAs::Events => ("VEVENT", "events.duban"),
            DatesAs::Tasks => ("VTODO", "tasks.duban"),
        };
        lines.component(kind, |lines| {
            lines.text("UID", &visible(&format!("{}@{host}", entry.uid)));
            lines.value("DTSTAMP", &self.stamp);
            lines.value("LAST-MODIFIED", &self.stamp);
            lines.value("SEQUENCE", &self.sequence);
            lines.text("SUMMARY", &visible(&entry.title));
            let about: Vec<_> = entry.lines.iter().map(|line| visible(line)).collect();
            lines.text("DESCRIPTION", &about.join("\n"));
            match self.as_what {
                DatesAs::Events => event(entry, lines),
                DatesAs::Tasks => task(entry, lines),
            }
            if entry.rings {
                self.alarms(entry, lines);
            }
        });
    }

    fn alarms(&self, entry: &Entry, lines: &mut Lines) {
        let trigger = match self.as_what {
            DatesAs::Events => "TRIGGER",
            DatesAs::Tasks => "TRIGGER;RELATED=END",
        };
        for when in ALARMS {
            lines.component("VALARM", |lines| {
                lines.value("ACTION", "DISPLAY");
                lines.value(trigger, when);
                lines.text("DESCRIPTION", &visible(&entry.title));
            });
        }
    }
}

fn event(entry: &Entry, lines: &mut Lines) {
    let next = entry.day.succ_opt().unwrap_or(entry.day);
    lines.value("DTSTART;VALUE=DATE", &date(entry.day));
    lines.value("DTEND;VALUE=DATE", &date(next));
    let status = match entry.outcome {
        Outcome::Cancelled | Outcome::Closed(_) => "CANCELLED",
        Outcome::Open | Outcome::Begun | Outcome::Done(_) => "CONFIRMED",
    };
    lines.value("STATUS", status);
    // A last day takes nobody's time.
    lines.value("TRANSP", "TRANSPARENT");
}

fn task(entry: &Entry, lines: &mut Lines) {
    lines.value("DUE;VALUE=DATE", &date(entry.day));
    let status = match entry.outcome {
        Outcome::Open => "NEEDS-ACTION",
        Outcome::Begun => "IN-PROCESS",
        Outcome::Done(_) | Outcome::Closed(_) => "COMPLETED",
        Outcome::Cancelled => "CANCELLED",
    };
    lines.value("STATUS", status);
    if let Outcome::Done(on) | Outcome::Closed(on) = entry.outcome {
        // The standard wants a moment, and the record has a day.
        lines.value("COMPLETED", &format!("{}T120000Z", date(on)));
        lines.value("PERCENT-COMPLETE", "100");
    }
}

fn date(day: NaiveDate) -> String {
    day.format("%Y%m%d").to_string()
}

fn moment(moment: DateTime<Utc>) -> String {
    moment.format("%Y%m%dT%H%M%SZ").to_string()
}
