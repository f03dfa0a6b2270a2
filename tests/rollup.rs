//! Reports of many schools rolled up: the same in any order and any grouping.

#[path = "support/busy.rs"]
mod busy;
#[path = "support/school.rs"]
mod school;

use busy::{LATER, amended_week, open_week};
use duban::report::StatusReport;
use duban::rollup::{Fate, FileEntry, Reason, RollUp, Row, Shapes, pool};
use duban::text::Lang;
use proptest::prelude::*;
use school::week;
use std::sync::OnceLock;

/// Two reports to make others from.
fn samples() -> &'static [StatusReport] {
    static SAMPLES: OnceLock<Vec<StatusReport>> = OnceLock::new();
    SAMPLES.get_or_init(|| {
        let of = |place: &school::Place, lang| {
            let report = place.at(LATER).report(week("2022-W11"), None, lang);
            report.expect("a report")
        };
        vec![
            of(&open_week(), Lang::Zh),
            of(&amended_week(), Lang::Zh),
            of(&amended_week(), Lang::En),
        ]
    })
}

/// A file of a school: which sample, which school, how many minutes later it was written, whether an
/// item asks for something else.
#[derive(Debug, Clone)]
struct Made {
    sample: usize,
    school: u8,
    minutes: i64,
    other_text: bool,
    is_broken: bool,
}

fn made() -> impl Strategy<Value = Made> {
    let other = prop::bool::weighted(0.2);
    let broken = prop::bool::weighted(0.1);
    (0..3_usize, 0..5_u8, 0..3_i64, other, broken).prop_map(
        |(sample, school, minutes, other_text, is_broken)| Made {
            sample,
            school,
            minutes,
            other_text,
            is_broken,
        },
    )
}

fn report(made: &Made) -> StatusReport {
    let mut report = samples()[made.sample].clone();
    report.school.id = format!("school-{}", made.school);
    report.generated_at += chrono::TimeDelta::minutes(made.minutes);
    if made.other_text {
        let checklist = &mut report.checklists[0];
        "sha256:other".clone_into(&mut checklist.digest);
        checklist.requirements[0].items[0].text.push('另');
    }
    report
}

/// Rolls up files, each with its number as its name.
fn rolled(files: &[(usize, Made)]) -> RollUp {
    let (mut rollup, mut shapes) = (RollUp::default(), Shapes::default());
    for (n, made) in files {
        let file = FileEntry {
            name: format!("{n:03}.yaml"),
            digest: Some(format!("sha256:{made:?}")),
        };
        if made.is_broken {
            rollup.quarantine(file, Reason::NotOnRoster(made.school.to_string()));
        } else {
            rollup.take(file, Row::of(&report(made), &mut shapes));
        }
    }
    rollup
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn any_order_and_any_grouping_gives_the_same(
        files in prop::collection::vec(made(), 1..14),
        shuffled in any::<prop::sample::Index>(),
        groups in 1..4_usize,
    ) {
        let files: Vec<(usize, Made)> = files.into_iter().enumerate().collect();
        let at_once = rolled(&files);
        let mut turned = files.clone();
        turned.rotate_left(shuffled.index(files.len()));
        turned.reverse();
        let mut grouped = RollUp::default();
        for group in turned.chunks(turned.len().div_ceil(groups)) {
            grouped.merge(rolled(group));
        }
        prop_assert_eq!(at_once.files(), grouped.files());
        let rows = [&at_once, &grouped].map(|rollup| rollup.rows().collect::<Vec<_>>());
        prop_assert_eq!(&rows[0], &rows[1]);
        prop_assert_eq!(pool(&rows[0]), pool(&rows[1]));
        prop_assert_eq!(at_once.files().len(), files.len());
    }
}

#[test]
fn the_newest_report_of_a_school_counts_and_the_others_say_which_does() {
    let made = |minutes| Made {
        sample: 1,
        school: 1,
        minutes,
        other_text: false,
        is_broken: false,
    };
    let rollup = rolled(&[(0, made(1)), (1, made(2)), (2, made(0))]);
    let fates: Vec<Fate> = rollup.files().into_iter().map(|(_, fate)| fate).collect();
    let newest = || Fate::Superseded("001.yaml".to_owned());
    assert_eq!(fates, [newest(), Fate::Accepted, newest()]);
}

#[test]
fn pooled_counts_are_those_of_the_reports_and_what_differs_is_left_out_and_named() {
    let made = |school, other_text| Made {
        sample: 1,
        school,
        minutes: 0,
        other_text,
        is_broken: false,
    };
    let rollup = rolled(&[(0, made(1, false)), (1, made(2, false)), (2, made(3, true))]);
    let pooled = pool(&rollup.rows().collect::<Vec<_>>());
    let checklist = &samples()[1].checklists[0];
    let requirements = pooled.requirements.iter();
    let requirements: Vec<_> = requirements
        .filter(|r| r.checklist == checklist.id)
        .collect();
    assert_eq!(requirements.len(), checklist.requirements.len());
    for (pooled, requirement) in requirements.into_iter().zip(&checklist.requirements) {
        for (pooled, item) in pooled.items.iter().zip(&requirement.items) {
            let is_left_out = item.id == checklist.requirements[0].items[0].id;
            let schools = if is_left_out { 2 } else { 3 };
            let rate = pooled.rate;
            assert_eq!(rate.required, schools * item.required, "{}", item.id);
            assert_eq!(rate.done, schools * item.done, "{}", item.id);
            assert_eq!(pooled.left_out, 3 - schools, "{}", item.id);
        }
    }
    let item = &checklist.requirements[0].items[0];
    assert_eq!(pooled.left_out.required, item.required);
    assert_eq!(pooled.left_out.done, item.done);
}
