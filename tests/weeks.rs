//! Weeks as they are reviewed, signed, locked, unlocked and amended; findings until they are struck
//! off; anchors that move; and the school as it was known on a day.

#[path = "support/school.rs"]
mod school;

use duban::assess::{Status, assess};
use duban::clock::Clock;
use duban::fact::{Concern, Entry, FindingId, FindingSource, FindingState, Verdict};
use duban::report::ChangeReport;
use duban::school::School;
use duban::text::Lang;
use duban::workspace::{Command, FindingText, Home, MatterRef, Ruling, Workspace};
use school::{
    PRINCIPAL, Place, day, item, items, moment, order, order_by, refused, reported, tick, ticked,
    timeless, week,
};

const TEN: &[&str] = &["taijiang-2022"];
const FRIDAY: &str = "2022-03-18 16:00";

fn sign(of: &str) -> Command {
    Command::SignWeek {
        week: week(of),
        nothing_to_report: false,
    }
}

fn unlock(of: &str, reason: &str) -> Command {
    Command::UnlockWeek {
        week: week(of),
        reason: reason.into(),
    }
}

fn text(text: &str) -> FindingText {
    FindingText {
        text: text.into(),
        owner: Some("陈静".into()),
        ..FindingText::default()
    }
}

/// Raises a finding, and gives its id.
fn raise(workspace: &mut Workspace, name: &str, on: &str) -> FindingId {
    let command = Command::RaiseFinding {
        item: item(workspace, name),
        source: FindingSource::SelfCheck,
        finding: text("台账缺签名"),
        on: day(on),
    };
    let recorded = order(workspace, &command).recorded;
    let id = recorded.last().and_then(|fact| fact.entry.finding());
    id.expect("a finding").clone()
}

fn status(workspace: &Workspace, name: &str) -> Status {
    let assessment = assess(&workspace.premises(), workspace.today());
    let judged = assessment.item(item(workspace, name));
    judged.expect("judged").status
}

#[test]
fn a_signed_week_takes_no_entry_and_no_undoing() {
    let place = Place::new(TEN);
    tick(&mut place.at("2022-03-16 09:00"), &["0.4"], "2022-03-16");
    let friday = &mut place.at(FRIDAY);
    order(friday, &sign("2022-W11"));
    let late = ticked(friday, &["0.4"], "2022-03-15");
    let locked = ["2022-W11 已由林芳于 2022-03-18 签字锁定"];
    assert_eq!(refused(friday, &late, PRINCIPAL), locked);
    assert_eq!(refused(friday, &Command::Undo, PRINCIPAL), locked);
    assert_eq!(refused(friday, &sign("2022-W11"), PRINCIPAL), locked);
    let upgrade = Command::UpgradeChecklist {
        checklist: TEN[0].parse().expect("an id"),
    };
    assert_eq!(refused(friday, &upgrade, PRINCIPAL), locked);
    let monday = &mut place.at("2022-03-21 08:00");
    assert_eq!(refused(monday, &late, PRINCIPAL), locked);
    tick(monday, &["0.4"], "2022-03-21");
    order(monday, &Command::Undo);
    assert_eq!(refused(monday, &Command::Undo, PRINCIPAL), locked);
}

#[test]
fn the_report_of_a_signed_week_stays_whatever_comes_later() {
    let place = Place::new(TEN);
    tick(
        &mut place.at("2022-03-16 09:00"),
        &["0.4", "3.2"],
        "2022-03-16",
    );
    let friday = &mut place.at(FRIDAY);
    order(friday, &sign("2022-W11"));
    let signed = timeless(place.report(FRIDAY, "2022-W11"));
    let monday = &mut place.at("2022-03-21 08:00");
    tick(monday, &["0.1", "0.2"], "2022-03-21");
    let waived = Command::WaiveItems {
        items: items(monday, &["4.5"]),
        reason: "无新生".into(),
    };
    order(monday, &waived);
    for later in ["2022-03-21 09:00", "2022-06-30 09:00"] {
        assert_eq!(timeless(place.report(later, "2022-W11")), signed);
    }
    assert_eq!(signed.as_of, day("2022-03-18"));
}

#[test]
fn a_signed_week_stays_though_the_profile_and_the_holidays_change() {
    let place = Place::new(TEN);
    tick(&mut place.at("2022-03-16 09:00"), &["0.4"], "2022-03-16");
    order(&mut place.at(FRIDAY), &sign("2022-W11"));
    let signed = timeless(place.report(FRIDAY, "2022-W11"));
    let file = place.path().join("school.yaml");
    let profile = std::fs::read_to_string(&file).expect("the profile");
    let changed = profile
        .replace("812", "900")
        .replace("青山小学", "青山实验小学")
        .replace("陈静", "陈敏");
    std::fs::write(&file, changed).expect("written");
    let holidays = place.path().join("holidays");
    std::fs::create_dir_all(&holidays).expect("a folder");
    let off =
        r#"{"year": 2022, "days": [{"name": "停课", "date": "2022-03-16", "isOffDay": true}]}"#;
    std::fs::write(holidays.join("2022.json"), off).expect("written");
    assert_eq!(
        timeless(place.report("2022-03-22 09:00", "2022-W11")),
        signed
    );
    let live = place.report("2022-03-22 09:00", "2022-W12");
    assert_eq!(live.school.name, "青山实验小学");
}

#[test]
fn an_unlocked_week_may_be_amended_and_says_so() {
    let place = Place::new(TEN);
    let friday = &mut place.at(FRIDAY);
    order(friday, &sign("2022-W11"));
    let before = place.report(FRIDAY, "2022-W11");
    let monday = &mut place.at("2022-03-21 08:00");
    order(monday, &unlock("2022-W11", "补录周二门岗登记"));
    tick(monday, &["0.4"], "2022-03-15");
    order(monday, &sign("2022-W11"));
    let after = place.report("2022-03-22 08:00", "2022-W11");
    let amended = &after.amendments[0];
    assert_eq!(amended.reason, "补录周二门岗登记");
    assert_eq!(amended.changes.len(), 1, "{:?}", amended.changes);
    assert_eq!(after.totals.done, before.totals.done + 1);
    assert_eq!(reported(&after, "0.4").completions.len(), 1);
    assert!(refused(monday, &unlock("2022-W12", "x"), PRINCIPAL)[0].contains("没有锁定"));
    order(monday, &unlock("2022-W11", "再看"));
    let blank = unlock("2022-W11", " ");
    assert!(!refused(monday, &blank, PRINCIPAL).is_empty());
}

/// What a report says was changed after signing: the entries' items, and what they are about.
fn amended(place: &Place, now: &str, of: &str) -> Vec<String> {
    let changes = place.report(now, of).amendments.into_iter();
    let changes = changes.flat_map(|amendment| [amendment.changes, amendment.others].concat());
    let say = |change: ChangeReport| change.item.unwrap_or(change.what);
    changes.map(say).collect()
}

#[test]
fn an_amendment_says_what_changed_between_the_signature_and_the_unlocking_too() {
    let place = Place::new(TEN);
    order(&mut place.at(FRIDAY), &sign("2022-W11"));
    let monday = &mut place.at("2022-03-21 08:00");
    tick(monday, &["0.1", "0.3", "0.4"], "2022-03-21");
    order(monday, &unlock("2022-W11", "核对"));
    let report = place.report("2022-03-21 09:00", "2022-W11");
    let done = |id: &str| reported(&report, id).completions.len();
    assert_eq!([done("0.1"), done("0.3"), done("0.4")], [1, 1, 0]);
    let carried = ["taijiang-2022/0.1", "taijiang-2022/0.3"];
    assert_eq!(amended(&place, "2022-03-21 09:00", "2022-W11"), carried);
    // Signed again, it stays at that.
    order(monday, &sign("2022-W11"));
    tick(monday, &["0.2"], "2022-03-21");
    assert_eq!(amended(&place, "2022-03-22 09:00", "2022-W11"), carried);
}

#[test]
fn an_amendment_says_what_was_entered_about_an_earlier_day_and_is_carried() {
    let place = Place::new(TEN);
    order(&mut place.at("2022-04-01 16:00"), &sign("2022-W12"));
    let now = &mut place.at("2022-04-01 17:00");
    order(now, &unlock("2022-W12", "漏记"));
    tick(now, &["0.1", "0.3", "0.4"], "2022-03-15");
    let carried = ["taijiang-2022/0.1", "taijiang-2022/0.3"];
    assert_eq!(amended(&place, "2022-04-01 18:00", "2022-W12"), carried);
}

#[test]
fn a_tick_of_a_locked_week_is_not_taken_back_nor_its_taking_back_undone() {
    let place = Place::new(TEN);
    let tuesday = &mut place.at("2022-03-15 09:00");
    tick(tuesday, &["0.1", "0.3", "0.2"], "2022-03-15");
    let back = |workspace: &Workspace, name: &str| Command::ReopenItems {
        items: items(workspace, &[name]),
        on: workspace.today(),
        reason: None,
        event: None,
    };
    order(tuesday, &back(tuesday, "0.2"));
    order(&mut place.at(FRIDAY), &sign("2022-W11"));
    let locked = ["2022-W11 已由林芳于 2022-03-18 签字锁定"];
    for later in ["2022-03-21 08:00", "2022-09-20 08:00"] {
        let later = &mut place.at(later);
        assert_eq!(refused(later, &back(later, "0.1"), PRINCIPAL), locked);
        assert_eq!(refused(later, &Command::Undo, PRINCIPAL), locked);
    }
    let monday = &mut place.at("2022-03-21 08:00");
    assert_eq!(refused(monday, &back(monday, "0.3"), PRINCIPAL), locked);
}

#[test]
fn a_finding_is_not_struck_off_once_its_verification_is_undone() {
    let place = Place::new(TEN);
    let tuesday = &mut place.at("2022-03-15 09:00");
    tick(tuesday, &["0.1"], "2022-03-15");
    let finding = raise(tuesday, "0.1", "2022-03-15");
    let id = || finding.clone();
    let fix = Command::FixFinding {
        fixer: None,
        finding: id(),
        on: day("2022-03-15"),
    };
    let fixed = order_by(tuesday, &fix, "陈静").recorded[0].action.clone();
    let verify = Command::VerifyFinding {
        finding: id(),
        close: false,
    };
    let verified = order(tuesday, &verify).recorded[0].action.clone();
    order(tuesday, &Command::CloseFinding { finding: id() });
    let state = |workspace: &Workspace| workspace.premises().history.findings()[0].state();
    assert_eq!(state(tuesday), FindingState::Closed);
    order(tuesday, &Command::Revoke { action: verified });
    assert_eq!(state(tuesday), FindingState::Fixed);
    order(tuesday, &Command::Redo);
    assert_eq!(state(tuesday), FindingState::Closed);
    order(tuesday, &Command::Revoke { action: fixed });
    assert_eq!(state(tuesday), FindingState::Open);
    assert_eq!(status(tuesday, "0.1"), Status::Partial);
}

#[test]
fn what_was_postponed_and_what_was_found_goes_on_after_the_week_is_signed() {
    let place = Place::new(TEN);
    let friday = &mut place.at(FRIDAY);
    let weekly = vec![matter(friday, "3.3", Concern::NotDone, "2022-W11")];
    let later = Ruling::Postponed {
        to: day("2022-03-22"),
        reason: "结果未回".into(),
    };
    order(friday, &decide(weekly, later));
    let finding = raise(friday, "0.4", "2022-03-18");
    order(friday, &sign("2022-W11"));
    let monday = &mut place.at("2022-03-21 08:00");
    let fix = Command::FixFinding {
        fixer: None,
        finding,
        on: day("2022-03-21"),
    };
    order_by(monday, &fix, "陈静");
    let recorded = order(monday, &ticked(monday, &["3.3"], "2022-03-21")).recorded;
    let period = recorded[0].subject.as_ref().and_then(|s| s.period.as_ref());
    assert_eq!(period.map(ToString::to_string).as_deref(), Some("2022-W11"));
    order(monday, &Command::Undo);
}

#[test]
fn a_week_is_signed_from_its_last_school_day_on() {
    let place = Place::new(TEN);
    let thursday = &mut place.at("2022-03-17 16:00");
    let refusal = refused(thursday, &sign("2022-W11"), PRINCIPAL);
    assert_eq!(refusal, ["2022-W11 还没有上完课，不能签字"]);
    // Saturday 2 April 2022 is worked.
    let friday = &mut place.at("2022-04-01 16:00");
    assert_eq!(refused(friday, &sign("2022-W13"), PRINCIPAL).len(), 1);
    order(&mut place.at("2022-04-02 16:00"), &sign("2022-W13"));
}

#[test]
fn a_signature_covers_the_head_before_it_and_the_next_report_proves_it() {
    let place = Place::new(TEN);
    tick(&mut place.at("2022-03-16 09:00"), &["0.4"], "2022-03-16");
    let friday = &mut place.at(FRIDAY);
    let head = friday.record().head().expect("a head");
    let recorded = order(friday, &sign("2022-W11")).recorded;
    let Entry::WeekSigned {
        facts, head: root, ..
    } = &recorded[0].entry
    else {
        unreachable!("{recorded:?}")
    };
    assert_eq!((*facts, root), (head.facts, &head.root.to_string()));
    let next = &mut place.at("2022-03-25 16:00");
    order(next, &sign("2022-W12"));
    let report = place.report("2022-03-25 17:00", "2022-W12");
    let previous = report.record.previous.expect("the report before");
    assert_eq!((previous.week, previous.facts), (week("2022-W11"), *facts));
    assert_eq!(&previous.head, root);
    let proof: Vec<_> = previous
        .proof
        .iter()
        .map(|h| h.parse().expect("a hash"))
        .collect();
    let now = next.record().head_at(report.record.facts).expect("a head");
    now.extends(&head, &proof)
        .expect("the record has only grown");
}

#[test]
fn the_next_signature_extends_the_last_one_however_long_ago_it_was() {
    let place = Place::new(TEN);
    order(&mut place.at(FRIDAY), &sign("2022-W11"));
    order(&mut place.at("2022-09-09 16:00"), &sign("2022-W36"));
    let report = place.report("2022-09-09 17:00", "2022-W36");
    let previous = report.record.previous.as_ref().map(|before| before.week);
    assert_eq!(previous, Some(week("2022-W11")));
    let looking_back = &mut place.at("2022-09-09 17:00");
    looking_back.reach_back(week("2022-W10")).expect("read");
    let again = looking_back.report(week("2022-W36"), None, Lang::Zh);
    assert_eq!(timeless(again.expect("a report")), timeless(report));
}

#[test]
fn a_finding_is_struck_off_after_somebody_else_has_verified_it() {
    let place = Place::new(TEN);
    let tuesday = &mut place.at("2022-03-15 09:00");
    tick(tuesday, &["0.1"], "2022-03-15");
    assert_eq!(status(tuesday, "0.1"), Status::Done);
    let finding = raise(tuesday, "0.1", "2022-03-15");
    assert_eq!(status(tuesday, "0.1"), Status::Partial);
    assert_eq!(
        tuesday.premises().history.findings()[0].due,
        day("2022-03-22"),
        "five school days"
    );
    let fix = Command::FixFinding {
        fixer: None,
        finding: finding.clone(),
        on: day("2022-03-16"),
    };
    let verify = Command::VerifyFinding {
        finding: finding.clone(),
        close: false,
    };
    let close = Command::CloseFinding {
        finding: finding.clone(),
    };
    let wednesday = &mut place.at("2022-03-16 09:00");
    assert_eq!(refused(wednesday, &verify, "督导员").len(), 1, "not fixed");
    order(wednesday, &fix);
    assert_eq!(
        wednesday.premises().history.findings()[0]
            .fixed
            .as_ref()
            .map(|f| f.by.as_str()),
        Some("陈静"),
        "who answers for it, though the principal recorded it"
    );
    let own = refused(wednesday, &verify, " 陈静");
    assert_eq!(own, [format!("问题 {finding} 由陈静整改，不能由本人核实")]);
    assert_eq!(refused(wednesday, &close, PRINCIPAL).len(), 1);
    order_by(wednesday, &verify, PRINCIPAL);
    assert_eq!(status(wednesday, "0.1"), Status::Partial, "not closed yet");
    order_by(wednesday, &close, PRINCIPAL);
    assert_eq!(status(wednesday, "0.1"), Status::Done);
    let reopened = finding.clone();
    let reopen = Command::ReopenFinding {
        finding,
        reason: "签名仍缺一处".into(),
    };
    order(wednesday, &reopen);
    assert_eq!(status(wednesday, "0.1"), Status::Partial);
    let before = Command::FixFinding {
        fixer: None,
        finding: reopened,
        on: day("2022-03-15"),
    };
    let why = refused(wednesday, &before, PRINCIPAL);
    assert!(why[0].contains("2022-03-16 才重新打开"), "{why:?}");
    assert_eq!(
        status(&place.at("2022-03-23 08:00"), "0.1"),
        Status::Overdue
    );
}

#[test]
fn what_is_found_after_a_week_is_not_in_its_report() {
    let place = Place::new(TEN);
    let monday = &mut place.at("2022-03-21 08:00");
    raise(monday, "0.1", "2022-03-21");
    let inspected = Command::InspectItem {
        item: item(monday, "0.1"),
        verdict: Verdict::Pass,
        note: None,
        on: day("2022-03-21"),
    };
    order(monday, &inspected);
    let found = |of: &str| {
        let report = place.report("2022-03-21 09:00", of);
        (report.findings.len(), report.disagreements.len())
    };
    assert_eq!((found("2022-W11"), found("2022-W12")), ((0, 0), (1, 1)));
}

#[test]
fn an_undone_finding_never_gives_its_id_away() {
    let place = Place::new(TEN);
    let tuesday = &mut place.at("2022-03-15 09:00");
    let first = raise(tuesday, "0.4", "2022-03-15");
    order(tuesday, &Command::Undo);
    assert_ne!(raise(tuesday, "0.4", "2022-03-15"), first);
}

fn matter(workspace: &Workspace, name: &str, concern: Concern, period: &str) -> MatterRef {
    MatterRef {
        item: item(workspace, name),
        concern,
        period: Some(period.parse().expect("a period")),
        finding: None,
    }
}

fn decide(matters: Vec<MatterRef>, ruling: Ruling) -> Command {
    Command::Decide {
        week: week("2022-W11"),
        matters,
        ruling,
    }
}

#[test]
fn a_decision_is_one_action_that_is_undone_in_one_stroke() {
    let place = Place::new(TEN);
    let friday = &mut place.at(FRIDAY);
    let days = ["2022-03-15", "2022-03-16"];
    let missed = days.map(|day| matter(friday, "0.4", Concern::Overdue, day));
    let done = Ruling::Done {
        on: None,
        note: None,
    };
    let recorded = order(friday, &decide(missed.to_vec(), done)).recorded;
    let kinds: Vec<&str> = recorded.iter().map(|fact| fact.entry.kind()).collect();
    let once = ["item_completed", "reviewed"];
    assert_eq!(kinds[kinds.len() - 4..], [once, once].concat());
    let report = place.report(FRIDAY, "2022-W11");
    let on: Vec<_> = reported(&report, "0.4")
        .completions
        .iter()
        .map(|c| c.on)
        .collect();
    assert_eq!(on, days.map(day), "each on its own day");
    order(friday, &Command::Undo);
    let report = place.report(FRIDAY, "2022-W11");
    assert!(reported(&report, "0.4").completions.is_empty());
}

#[test]
fn a_daily_item_done_on_a_named_day_is_done_for_that_day_and_no_later_one() {
    let place = Place::new(TEN);
    let friday = &mut place.at(FRIDAY);
    let days = ["2022-03-15", "2022-03-17", "2022-03-18"];
    let missed = days.map(|day| matter(friday, "0.4", Concern::Gate, day));
    let done = |on: &str| Ruling::Done {
        on: Some(day(on)),
        note: None,
    };
    let of = |facts: &[duban::fact::Fact]| -> Vec<String> {
        let done = facts.iter().filter(|f| f.entry.kind() == "item_completed");
        let periods = done.filter_map(|f| f.subject.as_ref()?.period.clone());
        periods.map(|period| period.to_string()).collect()
    };
    let thursday = order(friday, &decide(missed.to_vec(), done("2022-03-17"))).recorded;
    assert_eq!(of(&thursday), ["2022-03-17"]);
    order(friday, &Command::Undo);
    // Caught up on a day on which nothing was missed.
    let caught_up = order(friday, &decide(missed.to_vec(), done("2022-03-16"))).recorded;
    assert_eq!(of(&caught_up), ["2022-03-15"]);
    let only_today = decide(missed[2..].to_vec(), done("2022-03-17"));
    let why = refused(friday, &only_today, PRINCIPAL);
    assert!(why[0].contains("2022-03-18 当天的事"), "{why:?}");
}

#[test]
fn not_done_raises_one_finding_however_many_days_were_missed() {
    let place = Place::new(TEN);
    let friday = &mut place.at(FRIDAY);
    let days = ["2022-03-15", "2022-03-16", "2022-03-17"];
    let missed = days.map(|day| matter(friday, "0.4", Concern::Overdue, day));
    let finding = text("门岗登记缺三天");
    order(
        friday,
        &decide(missed.to_vec(), Ruling::NotDone { finding }),
    );
    let findings = friday.premises().history.findings().to_vec();
    assert_eq!(findings.len(), 1);
    assert_eq!(findings[0].source, FindingSource::Review);
    assert_eq!(findings[0].due, day("2022-03-25"));
}

#[test]
fn not_done_while_a_finding_is_open_is_noted_there_and_not_lost() {
    let place = Place::new(TEN);
    raise(&mut place.at("2022-03-15 09:00"), "0.4", "2022-03-14");
    let friday = &mut place.at(FRIDAY);
    let days = ["2022-03-15", "2022-03-16"];
    let missed = days.map(|day| matter(friday, "0.4", Concern::Overdue, day));
    let finding = text("又缺两天");
    let not_done = decide(missed.to_vec(), Ruling::NotDone { finding });
    order(friday, &not_done);
    let findings = friday.premises().history.findings().to_vec();
    assert_eq!(findings.len(), 1);
    assert_eq!(findings[0].notes, [(day("2022-03-18"), "又缺两天".into())]);
}

#[test]
fn a_day_cannot_be_postponed_and_a_week_keeps_its_first_date() {
    let place = Place::new(TEN);
    let friday = &mut place.at(FRIDAY);
    let later = |to: &str| Ruling::Postponed {
        to: day(to),
        reason: "结果未回".into(),
    };
    let daily = vec![matter(friday, "0.4", Concern::NotDone, "2022-03-18")];
    assert_eq!(
        refused(friday, &decide(daily, later("2022-03-22")), PRINCIPAL).len(),
        1
    );
    let weekly = vec![matter(friday, "3.3", Concern::NotDone, "2022-W11")];
    let past = decide(weekly.clone(), later("2022-03-17"));
    assert_eq!(
        refused(friday, &past, PRINCIPAL).len(),
        1,
        "a day that is past"
    );
    let same = decide(weekly.clone(), later("2022-03-18"));
    assert_eq!(
        refused(friday, &same, PRINCIPAL),
        ["taijiang-2022/3.3 的期限已是 2022-03-18，延期要写更晚的一天"]
    );
    order(friday, &decide(weekly, later("2022-03-22")));
    let report = place.report(FRIDAY, "2022-W11");
    let item = reported(&report, "3.3");
    assert_eq!((item.required, item.due), (0, Some(day("2022-03-22"))));
    assert_eq!(item.first_due, Some(day("2022-03-18")));
    let next = place.report("2022-03-22 08:00", "2022-W12");
    assert_eq!(
        reported(&next, "3.3").required,
        2,
        "its own week's and the one postponed"
    );
}

fn reopening(school: &mut School) {
    school.anchors.insert("reopening".into(), day("2022-04-11"));
}

#[test]
fn moving_an_anchor_moves_what_is_unfinished_and_keeps_the_first_date() {
    let place = Place::of(&["fengze-2020"], reopening);
    let now = &mut place.at("2022-03-16 09:00");
    let counted: Vec<String> = now
        .premises()
        .items()
        .map(|index| now.premises().item(index))
        .filter(|item| {
            item.due
                .as_ref()
                .is_some_and(|due| due.to_string().starts_with("reopening"))
        })
        .map(|item| item.id.to_string())
        .collect();
    let [done, open] = &counted[..] else {
        unreachable!("{counted:?}")
    };
    tick(now, &[done], "2022-03-16");
    let due = |workspace: &Workspace, name: &str| {
        let assessment = assess(&workspace.premises(), workspace.today());
        let judged = assessment
            .item(item(workspace, name))
            .expect("judged")
            .clone();
        (judged.due, judged.occurrences[0].first_due)
    };
    let (before_done, before_open) = (due(now, done), due(now, open));
    let moved = Command::MoveAnchor {
        anchor: "reopening".into(),
        to: day("2022-04-18"),
        reason: Some("疫情".into()),
    };
    order(now, &moved);
    assert_eq!(
        due(now, done),
        before_done,
        "what is done is held to what was known"
    );
    let after = due(now, open);
    assert!(after.0 > before_open.0);
    assert_eq!(after.1, before_open.0, "the first date is kept");
    assert_eq!(refused(now, &moved, PRINCIPAL), ["复学日已经是 2022-04-18"]);
    order(now, &Command::Undo);
    assert_eq!(due(now, open), before_open);
}

#[test]
fn an_anchor_that_moves_in_the_profile_keeps_its_first_date_too() {
    let place = Place::of(&["fengze-2020"], reopening);
    let now = &mut place.at("2022-03-16 09:00");
    tick(now, &["B1.1"], "2022-03-16");
    let file = place.path().join("school.yaml");
    let profile = std::fs::read_to_string(&file).expect("the profile");
    let moved = profile.replace("2022-04-11", "2022-04-18");
    assert_ne!(profile, moved);
    std::fs::write(&file, moved).expect("written");
    let now = &mut place.at("2022-03-17 09:00");
    order(now, &Command::Undo);
    let settings = now.premises().history.anchor("reopening").to_vec();
    let days: Vec<_> = settings.iter().map(|setting| setting.on).collect();
    assert_eq!(days, [day("2022-04-11"), day("2022-04-18")]);
    assert_eq!(now.premises().anchor("reopening"), Some(day("2022-04-18")));
}

#[test]
fn as_of_a_day_knows_what_was_recorded_and_done_by_then() {
    let place = Place::new(TEN);
    tick(&mut place.at("2022-03-15 17:00"), &["0.4"], "2022-03-15");
    let seen_then = place.report("2022-03-16 18:00", "2022-W11");
    let thursday = &mut place.at("2022-03-17 17:00");
    tick(thursday, &["0.4"], "2022-03-14");
    tick(thursday, &["3.2"], "2022-03-17");
    order(thursday, &Command::Undo);
    let as_of = |on: &str| {
        let friday = place.at(FRIDAY);
        friday
            .report(week("2022-W11"), Some(day(on)), Lang::Zh)
            .expect("a report")
    };
    let days = |on: &str| -> Vec<String> {
        let report = as_of(on);
        let completions = reported(&report, "0.4").completions.iter();
        completions.map(|c| c.on.to_string()).collect()
    };
    assert_eq!(days("2022-03-14"), Vec::<String>::new());
    assert_eq!(days("2022-03-15"), ["2022-03-15"]);
    assert_eq!(
        days("2022-03-16"),
        ["2022-03-15"],
        "the 14th was entered on the 17th"
    );
    assert_eq!(days("2022-03-17"), ["2022-03-14", "2022-03-15"]);
    let then = timeless(as_of("2022-03-16"));
    assert_eq!(then, timeless(seen_then));
}

#[test]
fn a_week_that_is_signed_later_is_unsigned_as_of_before() {
    let place = Place::new(TEN);
    order(&mut place.at(FRIDAY), &sign("2022-W11"));
    let later = place.at("2022-03-25 09:00");
    let view = later
        .view_as_of(day("2022-03-17"), week("2022-W11"))
        .expect("a view");
    assert!(view.history.week(week("2022-W11")).is_none());
    let view = later
        .view_as_of(day("2022-03-18"), week("2022-W11"))
        .expect("a view");
    assert!(
        view.history
            .week(week("2022-W11"))
            .is_some_and(|w| w.lock().is_some())
    );
}

#[test]
fn what_needs_no_decision_is_confirmed_once() {
    let place = Place::new(TEN);
    let friday = &mut place.at(FRIDAY);
    let confirm = Command::ConfirmWeek {
        week: week("2022-W11"),
    };
    order(friday, &confirm);
    assert_eq!(refused(friday, &confirm, PRINCIPAL).len(), 1);
}

#[test]
fn a_week_from_before_the_checklists_counted_is_not_signed() {
    let place = Place::new(TEN);
    let friday = &mut place.at(FRIDAY);
    let early = refused(friday, &sign("2022-W06"), PRINCIPAL);
    assert_eq!(early, ["2022-W06 还没有启用清单，没有可签的"]);
    order(friday, &sign("2022-W07"));
}

#[test]
fn a_lock_holds_on_whatever_day_the_school_is_looked_at() {
    let place = Place::new(TEN);
    order(&mut place.at(FRIDAY), &sign("2022-W11"));
    let clock = Clock::Fixed(moment("2022-03-21T08:00:00+08:00"));
    let before = Some(day("2022-03-16"));
    let wednesday = Workspace::open(Home::at(place.path()), clock, before);
    let wednesday = &mut wednesday.expect("a workspace");
    let late = ticked(wednesday, &["0.4"], "2022-03-16");
    assert_eq!(refused(wednesday, &late, PRINCIPAL).len(), 1);
}
