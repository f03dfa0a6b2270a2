//! A made-up district of a few schools with some of everything: reports of two weeks, one late, one
//! with nothing to report, two missing, files that do not count, and a checklist that differs.

#![allow(dead_code, reason = "each test uses the part that it needs")]

use super::busy::{LATER, amended_week, open_week, signed_week};
use super::nasty;
use super::school::{Place, day, moment, week};
use duban::report::StatusReport;
use duban::rollup::{
    Break, BreakFault, BrokenRecord, FileEntry, KnownHead, OtherName, Reason, RollUp, RollUpAsked,
    RollUpReport, Roster, RosterSchool, Row, SchoolWeek, Shapes, SharedId, Standing, Standings,
    Unproved,
};
use duban::school::SchoolKind;
use duban::text::Lang;
use std::sync::OnceLock;

pub(crate) const DISTRICTS: [&str; 2] = ["台江区", "鼓楼区"];
/// How many schools are on the roster.
pub(crate) const SCHOOLS: usize = 9;

/// Reports to make others from: of the week, and of the week before.
fn samples() -> &'static [[StatusReport; 2]] {
    static SAMPLES: OnceLock<Vec<[StatusReport; 2]>> = OnceLock::new();
    SAMPLES.get_or_init(|| {
        let both = |place: Place| {
            ["2022-W11", "2022-W10"].map(|of| {
                let report = place.at(LATER).report(week(of), None, Lang::Zh);
                report.expect("a report")
            })
        };
        vec![
            both(amended_week()),
            both(signed_week()),
            both(open_week()),
            both(Place::new(&["taijiang-2022"])),
        ]
    })
}

/// The report of a school of a number, in time.
fn of_school(n: usize, report: &StatusReport) -> StatusReport {
    let mut report = report.clone();
    report.school.id = format!("school-{n:05}");
    report.school.name = format!("第{n}小学");
    report.generated_at = moment("2022-03-18T16:00:00+08:00");
    report.review = report.review.map(|mut review| {
        review.signed_on = review.signed_on.map(|_| day("2022-03-18"));
        review
    });
    if n == 3 {
        report.nothing_to_report = true;
    }
    if n == 4 {
        report.generated_at = moment("2022-03-22T09:00:00+08:00");
        report.review = None;
        report.amendments.clear();
    }
    if n == 5 {
        let checklist = &mut report.checklists[0];
        "sha256:other".clone_into(&mut checklist.digest);
        checklist.version += 1;
        checklist.requirements[0].items[0].text.push('另');
    }
    report
}

fn file(name: &str) -> FileEntry {
    FileEntry {
        name: name.to_owned(),
        digest: Some(format!("sha256:{:064x}", name.len())),
    }
}

/// So many schools rolled up, each text that a person wrote replaced where one is given.
fn rolled(schools: usize, nasty: Option<&str>) -> RollUp {
    let (mut rollup, mut shapes) = (RollUp::default(), Shapes::default());
    for n in 0..schools {
        for report in &samples()[n % samples().len()] {
            let mut report = of_school(n, report);
            if let Some(text) = nasty {
                report = nasty::nasty(&report, text);
            }
            let name = format!("{}/{}.yaml", report.week, report.school.id);
            rollup.take(file(&name), Row::of(&report, &mut shapes));
        }
    }
    let again = of_school(0, &samples()[0][0]);
    let mut older = again;
    older.generated_at = moment("2022-03-17T16:00:00+08:00");
    rollup.take(file("old/again.yaml"), Row::of(&older, &mut shapes));
    let text = nasty.unwrap_or("第 3 行缺了值");
    let no_report = Reason::NoReport(3, 7, text.to_owned());
    rollup.quarantine(
        file(&format!("{}broken.yaml", nasty.unwrap_or(""))),
        no_report,
    );
    rollup.quarantine(file("big.yaml"), Reason::TooLarge(3 << 30));
    rollup.source(file(&format!("{}district.yaml", nasty.unwrap_or(""))));
    rollup
}

fn roster(schools: usize, nasty: Option<&str>) -> Roster {
    let school = |n: usize| RosterSchool {
        id: format!("school-{n:05}"),
        name: nasty.map_or_else(|| format!("第{n}小学"), ToOwned::to_owned),
        kind: SchoolKind::Primary,
        district: Some(match (nasty, n) {
            (Some(text), 1..) => text.to_owned(),
            _ => DISTRICTS[n % 2].to_owned(),
        }),
        contact: (n != 1).then(|| nasty.unwrap_or("林老师 0591-8330").to_owned()),
    };
    Roster {
        schools: (0..schools).map(school).collect(),
        digest: format!("sha256:{:064x}", 7),
    }
}

fn asked(lang: Lang) -> RollUpAsked {
    RollUpAsked {
        week: None,
        due_days: 0,
        today: day("2022-03-22"),
        language: lang,
        generated_at: moment("2022-03-22T10:00:00+08:00"),
    }
}

/// The district: of nine schools on the roster, seven reported.
pub(crate) fn district(lang: Lang) -> RollUpReport {
    let roster = roster(SCHOOLS, None);
    RollUpReport::of(&rolled(SCHOOLS - 2, None), Some(&roster), &asked(lang))
}

/// The same with a text in place of everything that a person wrote.
pub(crate) fn nasty_district(text: &str, lang: Lang) -> RollUpReport {
    let roster = roster(SCHOOLS, Some(text));
    let rolled = rolled(SCHOOLS - 2, Some(text));
    RollUpReport::of(&rolled, Some(&roster), &asked(lang))
}

/// The district held against a ledger: a record that is broken, and one of a school that did not
/// report; one that is not proved, and one of a school that is new; all others are proved.
pub(crate) fn checked(lang: Lang) -> RollUpReport {
    checked_as(district(lang))
}

/// The same with a text in place of everything that a person wrote.
pub(crate) fn nasty_checked(text: &str, lang: Lang) -> RollUpReport {
    checked_as(nasty_district(text, lang))
}

fn checked_as(mut report: RollUpReport) -> RollUpReport {
    let head = |of: &str, facts: u64| KnownHead {
        week: week(of),
        facts,
        head: format!("sha256:{facts:064x}"),
    };
    let broken = |fault, n: usize, found| BrokenRecord {
        school: format!("school-{n:05}"),
        name: report
            .schools
            .iter()
            .find(|of| of.id == format!("school-{n:05}"))
            .map(|of| of.name.clone())
            .expect("a school"),
        writer: "0a1b".into(),
        broken: Break {
            fault,
            seen: head("2022-W10", 53),
            found: head(found, 41),
            previous: None,
            noticed: day("2022-03-21"),
        },
    };
    let breaks = vec![
        broken(BreakFault::Shrank, 0, "2022-W11"),
        broken(BreakFault::PassesOver, 8, "2022-W10"),
    ];
    let standing = |n: usize| match n {
        0 => Standing::Broken(breaks[0].broken.clone()),
        1 => Standing::Unproved {
            why: Unproved::Missed,
            last: Some(head("2022-W09", 17)),
        },
        2 => Standing::Unproved {
            why: Unproved::First,
            last: None,
        },
        _ => Standing::Proved {
            since: head("2022-W10", 29),
        },
    };
    let of = (0..SCHOOLS - 2).map(|n| {
        let school = format!("school-{n:05}");
        let week = report.week;
        (SchoolWeek { school, week }, standing(n))
    });
    let of = of.collect();
    report.enter(&Standings { of, breaks });
    report
}

/// Nothing at all.
pub(crate) fn nothing(lang: Lang) -> RollUpReport {
    RollUpReport::of(&RollUp::default(), None, &asked(lang))
}

/// Very many schools.
pub(crate) fn many(schools: usize, lang: Lang) -> RollUpReport {
    let roster = roster(schools + 20, None);
    RollUpReport::of(&rolled(schools, None), Some(&roster), &asked(lang))
}

/// An id under which two schools reported.
pub(crate) fn shared_id() -> SharedId {
    let other = OtherName {
        name: "西桥小学".to_owned(),
        file: "西桥.yaml".to_owned(),
    };
    SharedId {
        id: "school-00001".to_owned(),
        name: "第1小学".to_owned(),
        file: "1.yaml".to_owned(),
        others: vec![other],
    }
}
