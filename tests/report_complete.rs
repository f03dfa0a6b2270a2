//! Whatever stands in the record for a week is in its report, wherever the report shows it.

#[path = "support/busy.rs"]
mod busy;
#[path = "support/school.rs"]
mod school;

use busy::{DOCTOR, FRIDAY, INSPECTOR, LATER, amended_week, finding, sign, signed_week, unlock};
use duban::calendar::{Period, Week};
use duban::fact::{Decision, Entry, Fact, FindingId, FindingState, Verdict};
use duban::report::{FindingReport, ItemReport, SignatureReport, StatusReport};
use duban::review::WeekState;
use duban::text::Lang;
use duban::workspace::{Command, Workspace};
use school::{PRINCIPAL, Place, day, order, reported, tick, timeless, week};
use std::collections::BTreeSet;

/// The item of a report that a fact is about.
fn item<'a>(report: &'a StatusReport, fact: &Fact) -> &'a ItemReport {
    let item = &fact.subject.as_ref().expect("a subject").item;
    let mut checklists = report.checklists.iter();
    let checklist = checklists.find(|c| c.id == item.checklist.as_str());
    let requirements = checklist.into_iter().flat_map(|c| &c.requirements);
    let mut items = requirements.flat_map(|r| &r.items);
    let found = items.find(|i| i.id == item.item.as_str());
    found.expect("the item")
}

fn period(fact: &Fact) -> Option<&Period> {
    fact.subject.as_ref()?.period.as_ref()
}

/// Whether a report of the week says what the fact says.
fn is_in(report: &StatusReport, fact: &Fact) -> bool {
    if fact.entry.finding().is_some() {
        return finding_is_in(report, fact);
    }
    if fact.entry.reviewed_week().is_some() {
        return review_is_in(report, fact);
    }
    match &fact.entry {
        Entry::EventOpened {
            event, name, on, ..
        } => {
            let mut events = report.events.iter();
            events.any(|e| (&e.id, &e.name, e.on) == (event, name, *on))
        }
        Entry::EventClosed { event, on } => {
            let mut events = report.events.iter();
            events.any(|e| (&e.id, e.closed) == (event, Some(*on)))
        }
        Entry::ChecklistAdopted { checklist, .. } => {
            report.checklists.iter().any(|c| c.id == checklist.as_str())
        }
        Entry::ChecklistUpgraded {
            checklist,
            version,
            from,
            changed,
            on,
            ..
        } => {
            let mut checklists = report.checklists.iter();
            let found = checklists.find(|c| c.id == checklist.as_str());
            found.expect("the checklist").upgraded.iter().any(|u| {
                (u.from, u.to, u.on, u.changed.len()) == (*from, *version, *on, changed.len())
            })
        }
        Entry::AnchorSet {
            anchor, on, reason, ..
        } => {
            let mut anchors = report.anchors.iter();
            anchors.find(|a| a.name == *anchor).is_some_and(|a| {
                let mut moved = a.moved.iter();
                a.first_on.unwrap_or(a.on) == *on
                    || moved
                        .any(|m| (m.to, &m.reason, &m.by) == (*on, reason, &fact.by.to_string()))
            })
        }
        Entry::ReportSent(sending) => report.sent.iter().any(|sent| {
            let said = (&sent.to, sent.as_of, &sent.layout, sent.facts);
            let kept = (&sending.to, sending.as_of, &sending.layout, sending.facts);
            let digests = sent.files.iter().map(|file| (&file.form, &file.digest));
            let files = sending.files.iter().map(|file| (&file.form, &file.digest));
            said == kept && sent.by == *fact.by && digests.eq(files)
        }),
        Entry::Revoked { .. } => true,
        _ => is_at_the_item(item(report, fact), fact),
    }
}

/// Whether the item of a report says what the fact says.
fn is_at_the_item(item: &ItemReport, fact: &Fact) -> bool {
    let (by, recorded) = (&fact.by.to_string(), fact.recorded.date_naive());
    match &fact.entry {
        Entry::ItemCompleted { on } => item.completions.iter().any(|c| {
            (Some(&c.period), c.on, c.recorded, &c.by) == (period(fact), *on, recorded, by)
        }),
        Entry::ItemReopened { .. } => {
            let mut completions = item.completions.iter();
            completions.all(|c| Some(&c.period) != period(fact) || c.recorded >= recorded)
        }
        Entry::ItemMeasured {
            value,
            of,
            rate,
            on,
        } => {
            let stands = item.measure.as_ref();
            let stands = stands.filter(|_| item.measurements.is_empty());
            stands.is_some_and(|m| (m.value, m.of, m.on) == (*value, *of, *on))
                || item.measurements.iter().any(|m| {
                    let said = (m.value, m.of, m.rate, m.on, &m.by);
                    Some(&m.period) == period(fact) && said == (*value, *of, *rate, *on, by)
                })
        }
        Entry::ItemWaived { reason, from } => {
            let mut waivers = item.waivers.iter();
            waivers.any(|w| (&w.reason, w.from, &w.by) == (reason, *from, by))
        }
        Entry::WaiverLifted { from } => {
            let mut waivers = item.waivers.iter();
            waivers.any(|w| (w.until, w.lifted_by.as_ref()) == (Some(*from), Some(by)))
        }
        Entry::ItemPostponed { to, reason } => item.postponements.iter().any(|p| {
            (Some(&p.period), p.to, &p.reason, p.recorded, &p.by)
                == (period(fact), *to, reason, recorded, by)
        }),
        Entry::EvidenceAttached(evidence) => item.evidence.iter().any(|e| {
            evidence.source.ends_with(&e.source)
                && (&e.digest, e.on) == (&evidence.digest, evidence.on)
        }),
        Entry::ItemNoted { text, on } => {
            let mut notes = item.notes.iter();
            notes.any(|n| (&n.text, n.on, &n.by) == (text, *on, by))
        }
        Entry::ItemAssigned { to, helpers, due } => {
            let named = (item.owner.as_ref(), &item.helpers) == (Some(to), helpers);
            named && (due.is_none() || item.due == *due)
        }
        Entry::Inspected { verdict, note, on } => item.inspections.iter().any(|i| {
            (i.period.as_ref(), i.verdict, &i.note, i.on, &i.by)
                == (period(fact), *verdict, note, *on, by)
        }),
        other => unreachable!("nobody has said where the report shows {other:?}"),
    }
}

/// Whether the findings of a report say what the fact says. What was done before a finding was
/// opened again is not said any more.
fn finding_is_in(report: &StatusReport, fact: &Fact) -> bool {
    let id = fact.entry.finding().expect("a finding");
    let Some(finding) = report.findings.iter().find(|f| f.id == *id) else {
        return false;
    };
    let by = &fact.by.to_string();
    let seen = |seen: &Option<duban::report::SeenReport>, on| {
        let same = |s: &duban::report::SeenReport| (s.on, &s.by) == (on, by);
        seen.as_ref().is_some_and(same) || finding.reopened.iter().any(|r| r.on >= on)
    };
    match &fact.entry {
        Entry::FindingRaised {
            source,
            text,
            cause,
            on,
            ..
        } => {
            let raised = (&finding.raised.on, &finding.raised.by) == (on, by);
            raised && (&finding.source, &finding.text, &finding.cause) == (source, text, cause)
        }
        Entry::FindingUpdated {
            action, due, note, ..
        } => {
            let mut notes = finding.notes.iter().map(|note| &note.text);
            note.as_ref().is_none_or(|note| notes.any(|n| n == note))
                && (action.is_none() || finding.action == *action)
                && due.is_none_or(|due| finding.due == due)
        }
        Entry::FindingFixed { on, .. } => seen(&finding.fixed, *on),
        Entry::FindingVerified { on, .. } => seen(&finding.verified, *on),
        Entry::FindingClosed { on, .. } => seen(&finding.closed, *on),
        Entry::FindingReopened { reason, on, .. } => {
            let mut reopened = finding.reopened.iter();
            reopened.any(|r| (r.on, &r.by, &r.reason) == (*on, by, reason))
        }
        other => unreachable!("nobody has said where the report shows {other:?}"),
    }
}

/// Whether the review and the amendments of a report say what the fact says.
fn review_is_in(report: &StatusReport, fact: &Fact) -> bool {
    let Some(review) = &report.review else {
        return false;
    };
    let by = &fact.by.to_string();
    let mut signatures = report.amendments.iter();
    match &fact.entry {
        Entry::Reviewed {
            concern,
            decision,
            note,
            finding,
            ..
        } => review.decisions.iter().any(|d| {
            let item = fact.subject.as_ref().expect("a subject").item.to_string();
            let said = (&d.item, d.concern, d.decision, &d.note, &d.by);
            said == (&item, *concern, *decision, note, by)
                && period(fact).is_none_or(|period| d.periods.contains(period))
                && (finding.is_none() || d.finding == *finding)
        }),
        Entry::WeekConfirmed { items, .. } => {
            let confirmed = review.confirmed.as_ref();
            confirmed.is_some_and(|c| (c.items, &c.by) == (*items, by))
        }
        Entry::NothingReported { .. } => {
            report.nothing_to_report
                || signatures.any(|a| {
                    a.signed_before
                        .as_ref()
                        .is_some_and(|s| s.nothing_to_report)
                })
        }
        Entry::WeekSigned { on, facts, .. } => {
            let same = |s: &Option<SignatureReport>| {
                s.as_ref().is_some_and(|s| (&s.by, s.on) == (by, *on))
            };
            let in_force = (review.signed_by.as_ref(), review.signed_on, review.facts);
            in_force == (Some(by), Some(*on), Some(*facts))
                || signatures.any(|a| same(&a.signed_before) || same(&a.signed_again))
        }
        Entry::WeekUnlocked { reason, on, .. } => {
            signatures.any(|a| (&a.unlocked_by, a.unlocked_on, &a.reason) == (by, *on, reason))
        }
        other => unreachable!("nobody has said where the report shows {other:?}"),
    }
}

fn facts(workspace: &Workspace) -> Vec<Fact> {
    workspace.record().tail(1_000).expect("facts")
}

/// Whether a fact belongs to a week: it is about it, or about none and was recorded in it.
fn is_of(fact: &Fact, of: Week) -> bool {
    let week = fact.week();
    week.unwrap_or(Week::of(fact.recorded.date_naive())) == of
}

/// Whether a later entry takes the tick back.
fn is_taken_back(fact: &Fact, all: &[Fact]) -> bool {
    let mut later = all.iter().filter(|later| later.seq > fact.seq);
    matches!(fact.entry, Entry::ItemCompleted { .. })
        && later.any(|l| l.entry.kind() == "item_reopened" && l.subject == fact.subject)
}

#[test]
fn whatever_stands_in_the_record_for_the_week_is_in_its_report() {
    let place = amended_week();
    let workspace = place.at(LATER);
    let mut kinds = BTreeSet::new();
    for of in ["2022-W10", "2022-W11"] {
        let report = place.report(LATER, of);
        let facts = facts(&workspace);
        for fact in facts.iter().filter(|fact| is_of(fact, week(of))) {
            let stands = workspace.record().stands(&fact.action).expect("known");
            if stands && !is_taken_back(fact, &facts) {
                assert!(is_in(&report, fact), "{of}: {fact:?}");
                kinds.insert(fact.entry.kind());
            }
        }
    }
    assert_eq!(kinds.len(), 27, "all but nothing_reported: {kinds:?}");
}

#[test]
fn a_report_that_lacks_something_would_be_noticed() {
    let place = amended_week();
    let mut report = place.report(LATER, "2022-W11");
    let requirements = report
        .checklists
        .iter_mut()
        .flat_map(|c| &mut c.requirements);
    for item in requirements.flat_map(|r| &mut r.items) {
        *item = ItemReport {
            completions: Vec::new(),
            measure: None,
            measurements: Vec::new(),
            waivers: Vec::new(),
            postponements: Vec::new(),
            inspections: Vec::new(),
            evidence: Vec::new(),
            notes: Vec::new(),
            owner: None,
            ..item.clone()
        };
    }
    for checklist in &mut report.checklists {
        checklist.upgraded.clear();
    }
    (report.review, report.amendments) = (None, Vec::new());
    report.findings.clear();
    report.events.clear();
    report.sent.clear();
    report.anchors.clear();
    let facts = facts(&place.at(LATER));
    let found = facts.iter().filter(|fact| is_in(&report, fact));
    let found: BTreeSet<&str> = found.map(|fact| fact.entry.kind()).collect();
    // Of what was taken back a report says nothing in any case.
    let unsaid = ["checklist_adopted", "item_reopened", "revoked"];
    assert_eq!(found, BTreeSet::from(unsaid));
}

fn of_finding<'a>(report: &'a StatusReport, id: &FindingId) -> &'a FindingReport {
    let mut findings = report.findings.iter();
    findings
        .find(|finding| finding.id == *id)
        .expect("a finding")
}

#[test]
fn a_finding_keeps_what_was_ticked_from_counting_and_both_say_so() {
    let place = signed_week();
    let report = place.report(FRIDAY, "2022-W11");
    let id = finding(&place.at(FRIDAY), 0);
    let item = reported(&report, "3.2");
    assert_eq!((item.required, item.done), (5, 3));
    assert_eq!(item.findings, std::slice::from_ref(&id));
    let ticked: Vec<_> = item
        .completions
        .iter()
        .map(|c| (c.on, &c.finding))
        .collect();
    let kept = [day("2022-03-14"), day("2022-03-15")].map(|on| (on, on == day("2022-03-14")));
    assert_eq!(ticked.len(), 4, "the day with the finding, too");
    for (on, has) in kept {
        let of_day = ticked
            .iter()
            .find(|(ticked, _)| *ticked == on)
            .expect("ticked");
        assert_eq!(of_day.1.as_ref(), has.then_some(&id), "{on}");
    }
    let finding = of_finding(&report, &id);
    assert_eq!(finding.item, "taijiang-2022/3.2");
    assert_eq!(finding.state, FindingState::Fixed);
    assert_eq!(
        (finding.due, finding.first_due),
        (day("2022-03-24"), Some(day("2022-03-21")))
    );
    assert_eq!(finding.fixed.as_ref().map(|f| f.by.as_str()), Some(DOCTOR));
}

#[test]
fn an_inspectors_verdict_stands_beside_the_schools_own() {
    let place = signed_week();
    let report = place.report(FRIDAY, "2022-W11");
    let item = reported(&report, "5.3");
    assert_eq!(item.done, 0);
    let [inspection] = &item.inspections[..] else {
        panic!("{:?}", item.inspections)
    };
    assert_eq!(
        (inspection.verdict, inspection.by.as_str()),
        (Verdict::Pass, INSPECTOR)
    );
    let [disagreement] = &report.disagreements[..] else {
        panic!("{:?}", report.disagreements)
    };
    assert_eq!(disagreement.item, "taijiang-2022/5.3");
    assert_eq!(&disagreement.inspection, inspection);
}

#[test]
fn what_agreed_once_does_not_become_a_disagreement_with_time() {
    let place = Place::new(&["taijiang-2022"]);
    let mut now = place.at("2022-03-16 10:00");
    tick(&mut now, &["3.2"], "2022-03-16");
    let inspected = Command::InspectItem {
        item: school::item(&now, "3.2"),
        verdict: Verdict::Pass,
        note: None,
        on: day("2022-03-16"),
    };
    order(&mut now, &inspected);
    for (friday, of) in [
        ("2022-03-18", "2022-W11"),
        ("2022-04-15", "2022-W15"),
        ("2022-05-20", "2022-W20"),
        // Of a week long past, while nobody asks about that day today.
        ("2022-05-20", "2022-W13"),
    ] {
        let report = place.report(&format!("{friday} 17:00"), of);
        assert_eq!(report.disagreements, [], "{of} on {friday}");
    }
}

#[test]
fn a_decision_says_what_came_of_it() {
    let report = signed_week().report(FRIDAY, "2022-W11");
    let review = report.review.expect("reviewed");
    assert_eq!(review.state, WeekState::Signed);
    let of = |decision| {
        let mut decisions = review.decisions.iter();
        decisions.find(|d| d.decision == decision).expect("decided")
    };
    assert_eq!(
        of(Decision::Done).periods.len(),
        2,
        "two days in one stroke"
    );
    assert_eq!(of(Decision::Postponed).to, Some(day("2022-03-23")));
    let raised = of(Decision::NotDone).finding.as_ref().expect("a finding");
    let raised = report.findings.iter().find(|f| f.id == *raised);
    assert_eq!(raised.expect("the finding").text, "今天没有消毒记录");
    assert_eq!(of(Decision::Partly).finding, None);
}

#[test]
fn an_amended_report_says_what_was_amended_and_when() {
    let place = amended_week();
    let before = timeless(signed_week().report(FRIDAY, "2022-W11"));
    for (lang, words) in [
        (
            Lang::Zh,
            [
                "完成于 3月17日（周四）",
                "完成于 3月19日（周六）",
                "完成于 3月17日（周四）",
                "撤销第 63 条：5.3 完成于 3月17日（周四）",
                "填报 4,102 / 5,494，3月18日（周五）",
            ],
        ),
        (
            Lang::En,
            [
                "done on Thu 17 March",
                "done on Sat 19 March",
                "done on Thu 17 March",
                "entry 63 undone: 5.3 done on Thu 17 March",
                "measured 4,102 / 5,494 on Fri 18 March",
            ],
        ),
    ] {
        let report = place.at(LATER).report(week("2022-W11"), None, lang);
        let report = report.expect("a report");
        let [amendment] = &report.amendments[..] else {
            panic!("{:?}", report.amendments)
        };
        assert_eq!(amendment.unlocked_by, PRINCIPAL);
        assert_eq!(amendment.unlocked_on, day("2022-03-21"));
        let signed = |s: &Option<SignatureReport>| s.as_ref().map(|s| s.on);
        assert_eq!(signed(&amendment.signed_before), Some(day("2022-03-18")));
        assert_eq!(signed(&amendment.signed_again), Some(day("2022-03-22")));
        let said: Vec<&str> = amendment.changes.iter().map(|c| c.what.as_str()).collect();
        assert_eq!(said, words);
        let recorded = amendment.changes.iter().map(|change| change.recorded);
        assert_eq!(
            recorded.collect::<BTreeSet<_>>(),
            BTreeSet::from([day("2022-03-21")])
        );
    }
    assert_eq!(before.amendments, []);
}

#[test]
fn while_a_week_is_open_again_no_signature_is_in_force() {
    let place = signed_week();
    let monday = &mut place.at("2022-03-21 08:20");
    order(monday, &unlock("门岗周四的登记簿找到了"));
    let report = place.report("2022-03-21 08:30", "2022-W11");
    let review = report.review.expect("reviewed");
    assert_eq!(
        (review.state, review.signed_by),
        (WeekState::Unlocked, None)
    );
    let [amendment] = &report.amendments[..] else {
        panic!("{:?}", report.amendments)
    };
    assert_eq!(amendment.signed_again, None);
    assert!(amendment.changes.is_empty());
}

#[test]
fn nothing_to_report_holds_while_its_signature_does() {
    let place = Place::new(&[]);
    let friday = &mut place.at(FRIDAY);
    let running = place.report(FRIDAY, "2022-W11");
    assert_eq!((running.nothing_to_report, running.review), (false, None));
    order(friday, &sign(true));
    let signed = place.report(FRIDAY, "2022-W11");
    assert!(signed.nothing_to_report);
    let recorded = facts(friday);
    let stated = recorded
        .iter()
        .find(|f| f.entry.kind() == "nothing_reported");
    assert!(is_in(&signed, stated.expect("stated")));
    order(friday, &unlock("漏了一件事"));
    let unlocked = place.report(FRIDAY, "2022-W11");
    assert!(!unlocked.nothing_to_report);
    assert!(
        is_in(&unlocked, stated.expect("stated")),
        "as it was before"
    );
}

#[test]
fn the_week_stands_beside_the_one_before_it() {
    let report = signed_week().report(FRIDAY, "2022-W11");
    let summary = &report.summary;
    assert_eq!(summary.this.totals, report.totals);
    let last = summary.last.as_ref().expect("the week before");
    assert_eq!((last.week, last.findings_opened), (week("2022-W10"), 0));
    assert_eq!(
        (summary.this.findings_opened, summary.this.postponed),
        (3, 2)
    );
    let mut measures = summary.measures.iter();
    let tested = measures
        .find(|m| m.item == "taijiang-2022/3.3")
        .expect("a number");
    assert_eq!(
        (tested.last, tested.this, tested.of),
        (Some(2600), Some(3891), Some(5494))
    );
}

#[test]
fn what_can_no_longer_be_in_time_says_why() {
    let report = signed_week().report(FRIDAY, "2022-W11");
    let mut plan = report.plan.iter();
    let checked = plan
        .find(|p| p.item == "fengze-2020/B1.1")
        .expect("planned");
    assert_eq!(checked.reason, "需 5 个教学日，只剩 3 个");
    assert_eq!(
        (checked.due, checked.first_due),
        (Some(day("2022-03-22")), Some(day("2022-03-18")))
    );
}

#[test]
fn a_number_says_whether_it_gets_there_in_time() {
    let report = busy::open_week().report("2022-03-16 12:00", "2022-W11");
    let measure = reported(&report, "3.3").measure.as_ref().expect("a number");
    let pace = measure.pace.as_ref().expect("a pace");
    assert_eq!(
        (pace.left, pace.days_left, pace.needed),
        (1603, 3, Some(535))
    );
    assert_eq!((pace.rate, pace.on_pace), (Some(400), false));
}

#[test]
fn the_head_in_a_report_is_the_records() {
    let place = busy::open_week();
    let report = place.report(FRIDAY, "2022-W11");
    let workspace = place.at(FRIDAY);
    let head = workspace.record().head().expect("a head");
    assert_eq!(report.record.facts, head.facts);
    assert_eq!(report.record.head, head.root.to_string());
    assert_eq!(report.record.writer, workspace.record().writer());
    tick(&mut place.at("2022-03-18 17:00"), &["0.4"], "2022-03-18");
    assert_ne!(
        place.report("2022-03-18 17:00", "2022-W11").record,
        report.record
    );
}
