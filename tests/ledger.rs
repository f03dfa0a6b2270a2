//! The ledger of what was sent: entered beside a week that is locked, said in later reports of the
//! week, and changing nothing else.

#[path = "support/busy.rs"]
mod busy;
#[path = "support/school.rs"]
mod school;

use busy::{FRIDAY, LATER, amended_week, open_week, sending, signed_week};
use duban::fact::{Count, Figure};
use duban::report::{Section, StatusReport};
use duban::text::Lang;
use duban::workspace::{Command, ReportAsked, Workspace, layout_for, sent_otherwise};
use school::{day, order, refused, tick, timeless, week};

const HEALTH: &str = "区卫生健康局";
const STREET: &str = "街道办事处";

fn report(workspace: &Workspace) -> StatusReport {
    let report = workspace.report(week("2022-W11"), None, Lang::Zh);
    report.expect("a report")
}

/// Sends the report of the week as it stands.
fn send(workspace: &mut Workspace, to: &str) {
    let sending = sending(&report(workspace), to);
    order(workspace, &Command::RecordSending(Box::new(sending)));
}

fn receivers(workspace: &Workspace, of: Option<&str>) -> Vec<String> {
    let sent = workspace.sent(of.map(week)).expect("the ledger");
    sent.into_iter().map(|sent| sent.sending.to).collect()
}

#[test]
fn the_report_of_a_locked_week_can_be_sent_and_stays_as_it_was_signed() {
    let place = signed_week();
    let friday = &mut place.at(FRIDAY);
    let before = timeless(report(friday));
    send(friday, HEALTH);
    send(friday, STREET);
    assert_eq!(receivers(friday, None), [HEALTH, STREET]);
    assert_eq!(timeless(report(friday)), before);
    order(friday, &Command::Undo);
    assert_eq!(receivers(friday, None), [HEALTH]);
    order(friday, &Command::Redo);
    let later = place.at("2023-09-01 09:00");
    assert_eq!(receivers(&later, None), [HEALTH, STREET]);
    assert_eq!(receivers(&later, Some("2022-W11")), [HEALTH, STREET]);
    assert_eq!(receivers(&later, Some("2022-W10")), Vec::<String>::new());
}

#[test]
fn a_report_says_what_was_sent_before_it_and_counts_the_same() {
    let friday = &mut open_week().at(FRIDAY);
    let before = report(friday);
    send(friday, HEALTH);
    let after = report(friday);
    let [sent] = &after.sent[..] else {
        panic!("{:?}", after.sent)
    };
    assert_eq!(
        (sent.to.as_str(), sent.entry),
        (HEALTH, before.record.facts + 1)
    );
    assert_eq!(
        (sent.facts, sent.as_of),
        (before.record.facts, before.as_of)
    );
    let rest = StatusReport {
        sent: Vec::new(),
        record: before.record.clone(),
        ..timeless(after)
    };
    assert_eq!(rest, timeless(before));
}

#[test]
fn sending_is_no_amendment_of_the_week() {
    let report = amended_week().report(LATER, "2022-W11");
    assert_eq!(report.sent.len(), 1);
    let changes = report
        .amendments
        .iter()
        .flat_map(|a| a.changes.iter().chain(&a.others));
    let mut said = changes.map(|change| &change.what);
    assert!(said.all(|what| !what.contains("报送")));
}

#[test]
fn a_layout_says_what_others_got_only_where_it_is_chosen() {
    let friday = &mut open_week().at(FRIDAY);
    send(friday, HEALTH);
    let layout = layout_for(friday.home(), "street", &friday.view().adopted);
    let mut layout = layout.expect("a layout");
    let asked = ReportAsked {
        week: week("2022-W11"),
        as_of: None,
        lang: Lang::Zh,
        with_background: false,
    };
    let mut sent = |sections| {
        layout.sections = sections;
        let report = friday.report_laid_out(asked, &layout).expect("a report");
        report.sent.len()
    };
    assert_eq!(sent(None), 0);
    assert_eq!(sent(Some(vec![Section::Plan])), 0);
    assert_eq!(sent(Some(vec![Section::Sent])), 1);
}

#[test]
fn a_figure_that_was_sent_otherwise_for_the_same_day_is_found() {
    let place = open_week();
    let friday = &mut place.at(FRIDAY);
    send(friday, HEALTH);
    tick(friday, &["0.4"], "2022-03-18");
    let now = sending(&report(friday), STREET);
    let sent = friday.sent(Some(now.week)).expect("the ledger");
    let found = sent_otherwise(&sent, &now);
    let [(earlier, differences)] = &found[..] else {
        panic!("{found:?}")
    };
    assert_eq!(earlier.sending.to, HEALTH);
    let figures: Vec<&Figure> = differences.iter().map(|one| &one.figure).collect();
    let requirement = "taijiang-2022/0".parse().expect("a name");
    let wanted = [
        &Figure::Total(Count::Done),
        &Figure::Requirement(requirement, Count::Done),
    ];
    assert_eq!(figures, wanted);
    assert_eq!(
        differences[0].now,
        differences[0].before.map(|done| done + 1)
    );
    let tomorrow = place.at("2022-03-19 09:00");
    let another_day = sending(&report(&tomorrow), STREET);
    assert!(
        sent_otherwise(&sent, &another_day).is_empty(),
        "another day"
    );
}

#[test]
fn nobody_and_a_day_to_come_are_refused() {
    let friday = &mut open_week().at(FRIDAY);
    let mut to_nobody = sending(&report(friday), " ");
    let facts = friday.record().len().expect("a length");
    let mut refusals = |sending| {
        let command = Command::RecordSending(Box::new(sending));
        refused(friday, &command, "林芳").len()
    };
    assert_eq!(refusals(to_nobody.clone()), 1);
    to_nobody.as_of = day("2022-03-19");
    assert_eq!(refusals(to_nobody), 1);
    assert_eq!(friday.record().len().expect("a length"), facts);
}
