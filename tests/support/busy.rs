//! A week with some of everything in it: ticks and numbers, findings and inspections, an anchor that
//! moves and a new version of a checklist, a review, a signature; and what was amended after it.

#![allow(dead_code, reason = "each test uses the part that it needs")]

use super::school::{Place, day, item, items, order, order_by, tick, week};
use duban::fact::{Concern, Evidence, FindingId, FindingSource, Sending, SentFile, Verdict};
use duban::report::StatusReport;
use duban::text::Lang;
use duban::workspace::{Command, FindingText, MatterRef, Ruling, Workspace};

pub(crate) const DOCTOR: &str = "陈静";
pub(crate) const INSPECTOR: &str = "督导员周敏";
pub(crate) const FRIDAY: &str = "2022-03-18 16:00";
/// After the week was amended.
pub(crate) const LATER: &str = "2022-03-22 09:00";

/// The busy week, entered day by day, to its signature on Friday.
pub(crate) fn signed_week() -> Place {
    let place = open_week();
    let friday = &mut place.at(FRIDAY);
    review(friday);
    order(friday, &sign(false));
    place
}

/// The same, opened again on the Monday after it, amended and signed again on Tuesday.
pub(crate) fn amended_week() -> Place {
    let place = signed_week();
    let monday = &mut place.at("2022-03-21 08:20");
    order(monday, &unlock("门岗周四的登记簿找到了"));
    tick(monday, &["0.4"], "2022-03-17");
    tick(monday, &["0.4"], "2022-03-19");
    tick(monday, &["5.3"], "2022-03-17");
    order(monday, &Command::Undo);
    order(
        monday,
        &measure(monday, "3.3", 4102, Some(5494), "2022-03-18"),
    );
    let tuesday = &mut place.at("2022-03-22 08:00");
    let sending = sending(&tuesday_report(tuesday), "区卫生健康局");
    order(tuesday, &Command::RecordSending(Box::new(sending)));
    order(tuesday, &sign(false));
    place
}

fn tuesday_report(tuesday: &Workspace) -> StatusReport {
    let report = tuesday.report(week("2022-W11"), None, Lang::Zh);
    report.expect("a report")
}

/// A report, as the ledger keeps it.
pub(crate) fn sending(report: &StatusReport, to: &str) -> Sending {
    Sending {
        week: report.week,
        as_of: report.as_of,
        layout: report.layout.as_ref().map(|layout| layout.id.clone()),
        to: to.into(),
        files: vec![SentFile {
            form: "yaml".into(),
            digest: format!("sha256:{:064x}", report.record.facts),
        }],
        facts: report.record.facts,
        figures: report.figures(),
    }
}

/// The busy week before it is reviewed; the week before is signed.
pub(crate) fn open_week() -> Place {
    let place = Place::of(&["taijiang-2022", "fengze-2020"], |school| {
        school.anchors.insert("reopening".into(), day("2022-03-22"));
    });
    let before = &mut place.at("2022-03-11 16:00");
    tick(before, &["3.2", "0.4", "1.1"], "2022-03-11");
    order(
        before,
        &measure(before, "3.3", 2600, Some(5494), "2022-03-11"),
    );
    order(
        before,
        &Command::SignWeek {
            week: week("2022-W10"),
            nothing_to_report: false,
        },
    );
    monday(&mut place.at("2022-03-14 17:00"));
    tuesday(&mut place.at("2022-03-15 17:00"));
    wednesday(&mut place.at("2022-03-16 08:30"));
    thursday(&place);
    place
}

fn monday(now: &mut Workspace) {
    let command = Command::CompleteItems {
        items: items(now, &["3.2", "0.4"]),
        on: day("2022-03-14"),
        note: Some("两人因病".into()),
        event: None,
    };
    order(now, &command);
    order(now, &measure(now, "3.1", 860, Some(876), "2022-03-14"));
    waive(now, "5.10", "隔离室在修");
    open(now, "exam", "期中考试", "2022-04-20");
    open(now, "notice", "第12号", "2022-03-14");
    let assign = Command::AssignItems {
        items: items(now, &["A2.3"]),
        to: "王敏".into(),
        helpers: vec!["林芳".into()],
        due: Some(day("2022-03-25")),
    };
    order(now, &assign);
    let raise = raise(
        "3.2",
        now,
        FindingSource::SelfCheck,
        FindingText {
            text: "三年级两个班没有测温".into(),
            cause: Some("测温枪没电".into()),
            action: Some("每班配备用电池".into()),
            owner: Some(DOCTOR.into()),
            within: None,
        },
    );
    order(now, &raise);
}

fn tuesday(now: &mut Workspace) {
    let finding = finding(now, 0);
    let update = Command::UpdateFinding {
        finding: finding.clone(),
        cause: None,
        action: Some("每班配两节备用电池".into()),
        owner: None,
        due: Some(day("2022-03-24")),
        note: Some("电池周三到货".into()),
    };
    order(now, &update);
    let on = day("2022-03-15");
    order_by(
        now,
        &Command::FixFinding {
            fixer: None,
            finding: finding.clone(),
            on,
        },
        DOCTOR,
    );
    let close = true;
    order(now, &Command::VerifyFinding { finding, close });
    let inspect = |now: &Workspace, name: &str, verdict, note: &str| Command::InspectItem {
        item: item(now, name),
        verdict,
        note: Some(note.into()),
        on,
    };
    order_by(
        now,
        &inspect(now, "0.4", Verdict::Fail, "登记簿缺体温"),
        INSPECTOR,
    );
    order_by(
        now,
        &inspect(now, "1.1", Verdict::Pass, "预案齐全"),
        INSPECTOR,
    );
    let pass = inspect(now, "5.3", Verdict::Pass, "当日登记齐全");
    order_by(now, &pass, INSPECTOR);
    let raise = raise(
        "0.4",
        now,
        FindingSource::Inspection,
        FindingText {
            text: "登记簿缺体温一栏".into(),
            owner: Some("赵强".into()),
            ..FindingText::default()
        },
    );
    order_by(now, &raise, INSPECTOR);
}

fn wednesday(now: &mut Workspace) {
    let on = day("2022-03-16");
    tick(now, &["3.2"], "2022-03-15");
    order(now, &measure(now, "3.1", 876, Some(876), "2022-03-16"));
    order(
        now,
        &Command::MeasureItem {
            item: item(now, "3.3"),
            value: 3891,
            of: Some(5494),
            rate: Some(400),
            on,
            event: None,
        },
    );
    order(
        now,
        &Command::LiftWaivers {
            items: items(now, &["5.10"]),
        },
    );
    waive(now, "5.11", "停用");
    tick(now, &["4.2"], "2022-03-16");
    order(now, &Command::Undo);
    tick(now, &["5.4"], "2022-03-16");
    let reopened = Command::ReopenItems {
        items: items(now, &["5.4"]),
        on,
        reason: Some("点错了".into()),
        event: None,
    };
    order(now, &reopened);
    order(
        now,
        &Command::CloseEvent {
            event: "notice-20220314".into(),
            on,
        },
    );
    let evidence = Evidence {
        source: "/home/x/晨检表.pdf".into(),
        digest: Some(format!("sha256:{}", "0".repeat(64))),
        bytes: Some(7),
        on,
    };
    order(
        now,
        &Command::AttachEvidence {
            item: item(now, "3.1"),
            evidence,
        },
    );
    order(
        now,
        &Command::NoteItem {
            item: item(now, "3.3"),
            text: "还有 1,603 人".into(),
            on,
        },
    );
    order(
        now,
        &Command::MoveAnchor {
            anchor: "reopening".into(),
            to: day("2022-03-24"),
            reason: Some("教育局通知推迟".into()),
        },
    );
    order(
        now,
        &Command::PostponeItems {
            items: items(now, &["3.5"]),
            to: day("2022-03-22"),
            reason: "检测点周二才来".into(),
            event: None,
        },
    );
}

/// A new version of a checklist comes out, and a finding is opened again.
fn thursday(place: &Place) {
    let text = include_str!("../../checklists/taijiang-2022.yaml");
    let later = text.replacen("version: 1", "version: 2", 1).replacen(
        "cadence: monthly",
        "cadence: weekly",
        1,
    );
    let folder = place.path().join("checklists");
    std::fs::create_dir_all(&folder).expect("a folder");
    std::fs::write(folder.join("taijiang-2022.yaml"), later).expect("written");
    let now = &mut place.at("2022-03-17 09:00");
    order(
        now,
        &Command::UpgradeChecklist {
            checklist: "taijiang-2022".parse().expect("an id"),
        },
    );
    order(
        now,
        &Command::ReopenFinding {
            finding: finding(now, 0),
            reason: "电池没有发到班".into(),
        },
    );
    order_by(
        now,
        &Command::FixFinding {
            fixer: None,
            finding: finding(now, 0),
            on: day("2022-03-17"),
        },
        DOCTOR,
    );
}

/// One decision of each kind, and the rest confirmed.
fn review(now: &mut Workspace) {
    let matter = |now: &Workspace, name: &str, concern, period: &str| MatterRef {
        item: item(now, name),
        concern,
        period: Some(period.parse().expect("a period")),
        finding: None,
    };
    let days = ["2022-03-16", "2022-03-17"];
    let missed = days.map(|day| matter(now, "3.2", Concern::Overdue, day));
    let note = Some("补登".into());
    decide(now, missed.to_vec(), Ruling::Done { on: None, note });
    let guard = vec![matter(now, "4.2", Concern::NotDone, "2022-03-18")];
    let finding = FindingText {
        text: "今天没有消毒记录".into(),
        owner: Some("赵强".into()),
        ..FindingText::default()
    };
    decide(now, guard, Ruling::NotDone { finding });
    let number = vec![matter(now, "3.3", Concern::NotDone, "2022-W11")];
    decide(
        now,
        number,
        Ruling::Partly {
            note: "差 1,603 人".into(),
        },
    );
    let week = vec![matter(now, "3.6", Concern::NotDone, "2022-W11")];
    let to = day("2022-03-23");
    decide(
        now,
        week,
        Ruling::Postponed {
            to,
            reason: "等结果".into(),
        },
    );
    let no = vec![matter(now, "3.7", Concern::NotDone, "2022-W11")];
    decide(
        now,
        no,
        Ruling::NotApplicable {
            reason: "没有外来人员".into(),
        },
    );
    let later = vec![matter(now, "1.2", Concern::NotDone, "2022-W11")];
    decide(now, later, Ruling::Skipped);
    order(now, &Command::ConfirmWeek { week: week_11() });
}

fn decide(now: &mut Workspace, matters: Vec<MatterRef>, ruling: Ruling) {
    let week = week_11();
    order(
        now,
        &Command::Decide {
            week,
            matters,
            ruling,
        },
    );
}

fn week_11() -> duban::calendar::Week {
    week("2022-W11")
}

pub(crate) fn sign(nothing_to_report: bool) -> Command {
    Command::SignWeek {
        week: week_11(),
        nothing_to_report,
    }
}

pub(crate) fn unlock(reason: &str) -> Command {
    Command::UnlockWeek {
        week: week_11(),
        reason: reason.into(),
    }
}

fn measure(now: &Workspace, name: &str, value: u64, of: Option<u64>, on: &str) -> Command {
    Command::MeasureItem {
        item: item(now, name),
        value,
        of,
        rate: None,
        on: day(on),
        event: None,
    }
}

fn waive(now: &mut Workspace, name: &str, reason: &str) {
    let (items, reason) = (items(now, &[name]), reason.to_owned());
    order(now, &Command::WaiveItems { items, reason });
}

fn open(now: &mut Workspace, kind: &str, name: &str, on: &str) {
    let (kind, name, on) = (kind.to_owned(), name.to_owned(), day(on));
    order(now, &Command::OpenEvent { kind, name, on });
}

fn raise(name: &str, now: &Workspace, source: FindingSource, finding: FindingText) -> Command {
    Command::RaiseFinding {
        item: item(now, name),
        source,
        finding,
        on: now.today(),
    }
}

/// The id of a finding, by its place.
pub(crate) fn finding(now: &Workspace, nth: usize) -> FindingId {
    now.premises().history.findings()[nth].id.clone()
}
