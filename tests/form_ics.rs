//! A report's dates as iCalendar: held against the standard's rules for lines and texts, read back
//! here and by Python's reader, and every date compared with the model.

#[path = "support/busy.rs"]
mod busy;
#[path = "support/nasty.rs"]
mod nasty;
#[path = "support/school.rs"]
mod school;

use chrono::NaiveDate;
use duban::calendar::Period;
use duban::format::{DatesAs, Form, FormOptions, write_report, write_report_with};
use duban::report::{DateReport, DateState, DatesReport, StatusReport};
use duban::text::{Lang, visible};
use duban::workspace::ReportAsked;
use school::{Place, day, order, week};
use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;
use std::process::{Command, Stdio};
use std::sync::LazyLock;

fn report_at(place: &Place, now: &str, lang: Lang) -> StatusReport {
    let asked = ReportAsked {
        week: week("2022-W11"),
        as_of: None,
        lang,
        with_background: false,
    };
    place.at(now).report_with_dates(asked).expect("a report")
}

fn report(lang: Lang) -> StatusReport {
    static REPORTS: LazyLock<[StatusReport; 2]> = LazyLock::new(|| {
        let place = busy::open_week();
        Lang::ALL.map(|lang| report_at(&place, busy::FRIDAY, lang))
    });
    let mut reports = REPORTS.iter().filter(|report| report.language == lang);
    reports.next().expect("both").clone()
}

fn dates(report: &StatusReport) -> &DatesReport {
    report.dates.as_ref().expect("dates")
}

fn written(report: &StatusReport, dates: DatesAs) -> String {
    let options = FormOptions {
        dates,
        ..FormOptions::default()
    };
    let bytes = write_report_with(report, Form::Ics, &options).expect("a calendar");
    String::from_utf8(bytes).expect("UTF-8")
}

/// The properties of a component by name, with their parameters in the name, and its alarms.
#[derive(Debug, Default, Clone, PartialEq)]
struct Entry {
    kind: String,
    values: BTreeMap<String, String>,
    alarms: Vec<BTreeMap<String, String>>,
}

impl Entry {
    fn day(&self) -> NaiveDate {
        let value = self.values.get("DTSTART;VALUE=DATE");
        let value = value.or_else(|| self.values.get("DUE;VALUE=DATE"));
        NaiveDate::parse_from_str(value.expect("a day"), "%Y%m%d").expect("a date")
    }
}

/// The lines of a calendar, unfolded: every one ends with CR and LF, has at most 75 octets and whole
/// characters.
fn unfolded(text: &str) -> Vec<String> {
    assert!(text.ends_with("\r\n"));
    assert_eq!(text.matches('\n').count(), text.matches("\r\n").count());
    assert_eq!(text.matches('\r').count(), text.matches("\r\n").count());
    let mut lines: Vec<String> = Vec::new();
    for line in text.trim_end_matches("\r\n").split("\r\n") {
        assert!(
            !line.is_empty() && line.len() <= 75,
            "{} octets: {line}",
            line.len()
        );
        match line.strip_prefix(' ') {
            Some(more) => lines.last_mut().expect("a line to go on").push_str(more),
            None => lines.push(line.to_owned()),
        }
    }
    lines
}

/// A text as it was before it was escaped. Nothing is escaped but what has to be.
fn unescaped(text: &str) -> String {
    let mut out = String::new();
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        match c {
            '\\' => match chars.next().expect("something escaped") {
                'n' => out.push('\n'),
                c @ ('\\' | ',' | ';') => out.push(c),
                other => unreachable!("\\{other}"),
            },
            ',' | ';' => unreachable!("not escaped: {text}"),
            c => out.push(c),
        }
    }
    out
}

fn read(text: &str) -> Vec<Entry> {
    let lines = unfolded(text);
    assert_eq!(lines.first().map(String::as_str), Some("BEGIN:VCALENDAR"));
    assert_eq!(lines.last().map(String::as_str), Some("END:VCALENDAR"));
    let mut entries: Vec<Entry> = Vec::new();
    let mut open: Vec<String> = Vec::new();
    for line in &lines {
        let (name, value) = line.split_once(':').expect("a name and a value");
        let values = match (open.last().map(String::as_str), entries.last_mut()) {
            (Some("VEVENT" | "VTODO"), Some(entry)) => Some(&mut entry.values),
            (Some("VALARM"), Some(entry)) => entry.alarms.last_mut(),
            _ => None,
        };
        match (name, values) {
            ("BEGIN", _) => {
                open.push(value.to_owned());
                match value {
                    "VALARM" => {
                        let entry = entries.last_mut().expect("an entry");
                        entry.alarms.push(BTreeMap::new());
                    }
                    "VCALENDAR" => {}
                    kind => entries.push(Entry {
                        kind: kind.to_owned(),
                        ..Entry::default()
                    }),
                }
            }
            ("END", _) => assert_eq!(open.pop().as_deref(), Some(value)),
            (_, None) => assert!(!value.is_empty()),
            (_, Some(values)) => {
                let is_text = matches!(name, "SUMMARY" | "DESCRIPTION" | "UID");
                let value = if is_text {
                    unescaped(value)
                } else {
                    value.to_owned()
                };
                assert_eq!(values.insert(name.to_owned(), value), None, "{name} twice");
            }
        }
    }
    assert_eq!(open, Vec::<String>::new());
    entries
}

/// The entry that shows a date: its own, or that of its day, week or month.
fn entry_of<'a>(entries: &'a [Entry], date: &DateReport) -> &'a Entry {
    let own = format!("qingshan+{}+{}@", date.item.replace('/', "+"), date.period);
    let group = format!("qingshan+all+{}@", date.period);
    let of = |start: &str| entries.iter().find(|e| e.values["UID"].starts_with(start));
    of(&own).or_else(|| of(&group)).expect("an entry")
}

fn is_alone(entry: &Entry) -> bool {
    !entry.values["UID"].contains("+all+")
}

#[test]
fn every_date_of_the_model_is_in_the_calendar_and_no_other() {
    for lang in Lang::ALL {
        let report = report(lang);
        let dates = dates(&report);
        assert!(dates.items.len() > 60 && !dates.findings.is_empty());
        for as_what in [DatesAs::Events, DatesAs::Tasks] {
            let entries = read(&written(&report, as_what));
            let uids: BTreeSet<&String> = entries.iter().map(|e| &e.values["UID"]).collect();
            assert_eq!(uids.len(), entries.len(), "every UID is one entry's");
            let mut shown = 0;
            for date in &dates.items {
                let entry = entry_of(&entries, date);
                assert_eq!(entry.day(), date.due, "{date:?}");
                let told = if is_alone(entry) {
                    "SUMMARY"
                } else {
                    "DESCRIPTION"
                };
                assert!(entry.values[told].contains(&date.item_text), "{date:?}");
                shown += 1;
            }
            for finding in &dates.findings {
                let uid = format!("qingshan+finding+{}@", finding.id);
                let mut of = entries.iter().filter(|e| e.values["UID"].starts_with(&uid));
                let entry = of.next().expect("the finding's");
                assert_eq!(entry.day(), finding.due);
                assert!(entry.values["SUMMARY"].contains(&finding.text));
                shown += 1;
            }
            let groups = entries.iter().filter(|entry| !is_alone(entry));
            let lines = |entry: &Entry| entry.values["DESCRIPTION"].lines().count();
            let alone = entries.iter().filter(|entry| is_alone(entry)).count();
            assert_eq!(shown, alone + groups.map(lines).sum::<usize>());
        }
    }
}

#[test]
fn a_group_counts_what_is_in_it() {
    let report = report(Lang::En);
    let entries = read(&written(&report, DatesAs::Events));
    let monday = Period::Day(day("2022-03-14"));
    let of_day = dates(&report)
        .items
        .iter()
        .filter(|date| date.period == monday);
    let count = |state| of_day.clone().filter(|date| date.state == state).count();
    let (done, overdue) = (count(DateState::Done), count(DateState::Overdue));
    let all = of_day.clone().count() - count(DateState::Waived);
    let group = entries
        .iter()
        .find(|e| e.values["UID"] == "qingshan+all+2022-03-14@events.duban");
    assert!(done > 0 && overdue > 0);
    assert_eq!(
        group.expect("the day's").values["SUMMARY"],
        format!("daily items: {done} of {all} done, {overdue} overdue")
    );
}

#[test]
fn what_is_due_rings_the_day_before_and_in_the_morning_and_nothing_else_does() {
    let report = report(Lang::Zh);
    for (as_what, related) in [(DatesAs::Events, ""), (DatesAs::Tasks, ";RELATED=END")] {
        let entries = read(&written(&report, as_what));
        let mut ringing = 0;
        for entry in &entries {
            let is_open = !["COMPLETED", "CANCELLED"].contains(&entry.values["STATUS"].as_str());
            let is_daily = entry.values["UID"].contains("+all+2022-03-1");
            if entry.alarms.is_empty() {
                assert!(
                    !is_open
                        || is_daily
                        || entry.day() < report.as_of
                        || as_what == DatesAs::Events,
                    "{entry:?}"
                );
                continue;
            }
            ringing += 1;
            assert!(is_open && entry.day() >= report.as_of, "{entry:?}");
            let triggers = entry.alarms.iter().map(|alarm| {
                let mut triggers = alarm.iter().filter(|(name, _)| name.starts_with("TRIGGER"));
                let (name, value) = triggers.next().expect("a trigger");
                assert!(name.ends_with(related) || related.is_empty(), "{name}");
                value.as_str()
            });
            assert_eq!(triggers.collect::<Vec<_>>(), ["-PT16H", "PT8H"]);
        }
        assert!(ringing > 5, "{ringing}");
    }
}

#[test]
fn what_was_done_or_withdrawn_is_said_and_not_left_out() {
    let mut report = report(Lang::Zh);
    for (state, event, task) in [
        (DateState::Overdue, "CONFIRMED", "NEEDS-ACTION"),
        (DateState::Due, "CONFIRMED", "NEEDS-ACTION"),
        (DateState::Partial, "CONFIRMED", "IN-PROCESS"),
        (DateState::Done, "CONFIRMED", "COMPLETED"),
        (DateState::Waived, "CANCELLED", "CANCELLED"),
        (DateState::Withdrawn, "CANCELLED", "CANCELLED"),
    ] {
        let items = &mut report.dates.as_mut().expect("dates").items;
        let once = items.iter_mut().find(|date| date.period == Period::Once);
        let once = once.expect("something to do once");
        (once.state, once.due) = (state, day("2022-03-25"));
        once.done_on = (state == DateState::Done).then_some(day("2022-03-17"));
        let once = once.clone();
        for (as_what, status) in [(DatesAs::Events, event), (DatesAs::Tasks, task)] {
            let entries = read(&written(&report, as_what));
            let entry = entry_of(&entries, &once);
            assert_eq!(entry.values["STATUS"], status, "{state:?}");
            let is_over = ["COMPLETED", "CANCELLED"].contains(&status) || state == DateState::Done;
            assert_eq!(entry.alarms.is_empty(), is_over, "{state:?}");
        }
    }
    // The new version of the checklist asks weekly for what it had asked for monthly.
    let report = self::report(Lang::Zh);
    let entries = read(&written(&report, DatesAs::Tasks));
    let mut withdrawn = dates(&report)
        .items
        .iter()
        .filter(|d| d.state == DateState::Withdrawn);
    let date = withdrawn.next().expect("something withdrawn");
    assert_eq!(date.period.to_string(), "2022-03");
    assert!(entry_of(&entries, date).values["DESCRIPTION"].contains(&date.item));
}

#[test]
fn a_finding_that_was_struck_off_is_cancelled_among_events_and_done_among_tasks() {
    let mut report = report(Lang::Zh);
    let dates = report.dates.as_mut().expect("dates");
    dates.findings[0].closed_on = Some(day("2022-03-18"));
    let uid = format!("qingshan+finding+{}@", dates.findings[0].id);
    for (as_what, status) in [
        (DatesAs::Events, "CANCELLED"),
        (DatesAs::Tasks, "COMPLETED"),
    ] {
        let entries = read(&written(&report, as_what));
        let entry = entries.iter().find(|e| e.values["UID"].starts_with(&uid));
        let entry = entry.expect("the finding's");
        assert_eq!(entry.values["STATUS"], status);
        assert_eq!(entry.alarms.len(), 0);
        let completed = entry.values.get("COMPLETED").map(String::as_str);
        let is_task = as_what == DatesAs::Tasks;
        assert_eq!(completed, is_task.then_some("20220318T120000Z"));
    }
}

#[test]
fn a_later_report_brings_the_same_entries_up_to_date() {
    let place = busy::open_week();
    let before = report_at(&place, busy::FRIDAY, Lang::Zh);
    let open = |date: &&DateReport| date.period == Period::Once && date.done_on.is_none();
    let open = dates(&before)
        .items
        .iter()
        .find(open)
        .expect("one that is open")
        .item
        .clone();
    let waived = {
        let now = &mut place.at(busy::FRIDAY);
        let items = school::items(now, &[&open]);
        let reason = "合并到区里".to_owned();
        order(
            now,
            &duban::workspace::Command::WaiveItems { items, reason },
        );
        report_at(&place, busy::FRIDAY, Lang::Zh)
    };
    let (before, after) = (
        read(&written(&before, DatesAs::Events)),
        read(&written(&waived, DatesAs::Events)),
    );
    let uids = |entries: &[Entry]| -> BTreeSet<String> {
        entries
            .iter()
            .map(|entry| entry.values["UID"].clone())
            .collect()
    };
    assert!(
        uids(&before).is_subset(&uids(&after)),
        "nothing is left out"
    );
    let status = |entries: &[Entry]| {
        let uid = format!("qingshan+{}+once@events.duban", open.replace('/', "+"));
        let mut of = entries.iter().filter(|entry| entry.values["UID"] == uid);
        of.next().expect("the item's").values["STATUS"].clone()
    };
    assert_eq!(
        (status(&before), status(&after)),
        ("CONFIRMED".into(), "CANCELLED".into())
    );
    let sequence = |entries: &[Entry]| -> u32 {
        let all: BTreeSet<&String> = entries.iter().map(|e| &e.values["SEQUENCE"]).collect();
        assert_eq!(all.len(), 1);
        all.first().expect("one").parse().expect("a number")
    };
    assert_eq!(sequence(&after), sequence(&before) + 1);
    assert_eq!(after[0].values["DTSTAMP"], "20220318T080000Z");
    assert_eq!(after[0].values["LAST-MODIFIED"], after[0].values["DTSTAMP"]);
}

#[test]
fn nothing_that_a_person_wrote_is_a_line_of_its_own() {
    let plain = report(Lang::Zh);
    let count = read(&written(&plain, DatesAs::Events)).len();
    for text in nasty::NASTY {
        let report = nasty::nasty(&plain, text);
        let calendar = written(&report, DatesAs::Events);
        let entries = read(&calendar);
        assert_eq!(entries.len(), count, "{text:?}");
        let shown = visible(text);
        let summary = |entry: &&Entry| entry.values["SUMMARY"].contains(&*shown);
        assert!(entries.iter().filter(summary).count() > 5, "{text:?}");
        let harmless = |c: char| matches!(c, '\r' | '\n') || !c.is_control() && c != '\u{202e}';
        assert!(calendar.chars().all(harmless), "{text:?}");
    }
    // Folding cuts no character, wherever the text begins.
    for shift in 0..80 {
        let text = format!("{}{}", "a".repeat(shift), "门卫👨‍👩‍👧".repeat(30));
        let report = nasty::nasty(&plain, &text);
        let entries = read(&written(&report, DatesAs::Events));
        let whole = entries
            .iter()
            .filter(|e| e.values["SUMMARY"].contains(&text));
        assert!(whole.count() > 5, "{shift}");
    }
}

#[test]
fn a_report_without_its_dates_is_refused() {
    let mut report = report(Lang::Zh);
    report.dates = None;
    assert!(write_report(&report, Form::Ics).is_err());
}

#[test]
fn the_same_report_gives_the_same_calendar() {
    let report = report(Lang::Zh);
    assert_eq!(
        written(&report, DatesAs::Tasks),
        written(&report, DatesAs::Tasks)
    );
}

const READ: &str = "
import json, sys
from icalendar import Calendar
calendar = Calendar.from_ical(sys.stdin.buffer.read())
entries = []
for entry in calendar.walk():
    if entry.name in ('VEVENT', 'VTODO'):
        assert not entry.errors, entry.errors
        day = entry.decoded('DTSTART') if entry.name == 'VEVENT' else entry.decoded('DUE')
        alarms = [a.decoded('TRIGGER').total_seconds() / 3600 for a in entry.walk('VALARM')]
        entries.append([str(entry['UID']), day.isoformat(), str(entry['SUMMARY']),
                        str(entry['DESCRIPTION']), str(entry['STATUS']), alarms])
json.dump(entries, sys.stdout)
";

/// What Python reads of an entry: UID, day, title, text, state, and the hours of its alarms.
type Read = (String, NaiveDate, String, String, String, Vec<f64>);

#[test]
fn pythons_reader_reads_the_same() {
    let known = Command::new("python3")
        .args(["-c", "import icalendar"])
        .output();
    if !known.is_ok_and(|output| output.status.success()) {
        assert!(
            std::env::var_os("CI").is_none(),
            "CI installs Python's icalendar"
        );
        println!("skipped: no python3 with icalendar");
        return;
    }
    for as_what in [DatesAs::Events, DatesAs::Tasks] {
        let calendar = written(&report(Lang::Zh), as_what);
        let mut python = Command::new("python3")
            .args(["-c", READ])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("python3");
        let mut input = python.stdin.take().expect("its input");
        input.write_all(calendar.as_bytes()).expect("written to it");
        drop(input);
        let output = python.wait_with_output().expect("its output");
        assert!(output.status.success());
        let found: Vec<Read> = serde_json::from_slice(&output.stdout).expect("JSON");
        let ours = read(&calendar);
        assert_eq!(found.len(), ours.len());
        for (found, entry) in found.into_iter().zip(ours) {
            let value = |name: &str| entry.values[name].clone();
            let rings = if entry.alarms.is_empty() {
                vec![]
            } else {
                vec![-16.0, 8.0]
            };
            let expected = (
                value("UID"),
                entry.day(),
                value("SUMMARY"),
                value("DESCRIPTION"),
                value("STATUS"),
                rings,
            );
            assert_eq!(found, expected);
        }
    }
}
