//! A roll-up as a document: written, read back and rolled up again it gives the same numbers, and
//! what does not agree with itself is refused.

#[path = "support/busy.rs"]
mod busy;
#[path = "support/school.rs"]
mod school;

use busy::{LATER, amended_week, open_week};
use chrono::TimeDelta;
use duban::assess::Totals;
use duban::calendar::Week;
use duban::format::{RollUpError, read_rollup, write};
use duban::report::{StatusReport, contradictions};
use duban::rollup::{
    Fate, FileCounts, FileEntry, Rate, Reason, Returned, RollUp, RollUpAsked, RollUpReport, Roster,
    RosterSchool, Row, SchoolWeek, Shapes, SignatureFault, Why, rollup_json_schema,
};
use duban::school::SchoolKind;
use duban::text::Lang;
use duban::text::rollup::{figures, kept};
use proptest::prelude::*;
use school::{day, moment, week};
use serde_json::{Value, json};
use std::sync::OnceLock;

const PUBLISHED: &str = include_str!("../src/rollup/duban.rollup-1.schema.json");

/// Reports to make others from.
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

fn asked() -> RollUpAsked {
    RollUpAsked {
        week: None,
        due_days: 0,
        today: day("2022-03-22"),
        language: Lang::Zh,
        generated_at: moment("2022-03-22T09:00:00+08:00"),
    }
}

fn file(name: &str) -> FileEntry {
    FileEntry {
        name: name.to_owned(),
        digest: Some(format!("sha256:{name}")),
    }
}

/// A file of a school: which sample, which school, which week, how many minutes later it was written,
/// whether an item asks for something else.
#[derive(Debug, Clone)]
struct Made {
    sample: usize,
    school: u8,
    weeks_before: i64,
    minutes: i64,
    other_text: bool,
    is_broken: bool,
}

impl Made {
    fn of(sample: usize, school: u8) -> Self {
        Self {
            sample,
            school,
            weeks_before: 0,
            minutes: 0,
            other_text: false,
            is_broken: false,
        }
    }

    fn report(&self) -> StatusReport {
        let mut report = samples()[self.sample].clone();
        report.school.id = format!("school-{}", self.school);
        report.school.name = format!("第{}小学", self.school);
        report.generated_at += TimeDelta::minutes(self.minutes);
        let back = TimeDelta::weeks(self.weeks_before);
        report.week = Week::of(report.week.monday() - back);
        if self.other_text {
            let checklist = &mut report.checklists[0];
            "sha256:other".clone_into(&mut checklist.digest);
            checklist.requirements[0].items[0].text.push('另');
        }
        report
    }
}

fn made() -> impl Strategy<Value = Made> {
    let other = prop::bool::weighted(0.2);
    let broken = prop::bool::weighted(0.1);
    (0..3_usize, 0..5_u8, 0..3_i64, 0..3_i64, other, broken).prop_map(
        |(sample, school, weeks_before, minutes, other_text, is_broken)| Made {
            sample,
            school,
            weeks_before,
            minutes,
            other_text,
            is_broken,
        },
    )
}

/// Rolls up files, each with its number as its name; some are copies of others. Those with even
/// numbers lie in a folder of their own, `even`.
fn rolled(files: &[(usize, Made)]) -> RollUp {
    rolled_from("", files)
}

/// The same, where that folder's name and all before it is left out.
fn rolled_from(root: &str, files: &[(usize, Made)]) -> RollUp {
    let (mut rollup, mut shapes) = (RollUp::default(), Shapes::default());
    for (n, made) in files {
        let name = format!("{}{n:03}.yaml", if n % 2 == 0 { "even/" } else { "" });
        let file = FileEntry {
            name: name.trim_start_matches(root).to_owned(),
            digest: Some(format!("sha256:{made:?}")),
        };
        if made.is_broken {
            rollup.quarantine(
                file,
                Reason::NoReport(made.sample + 1, 2, "?: \"[".to_owned()),
            );
        } else {
            rollup.take(file, Row::of(&made.report(), &mut shapes));
        }
    }
    rollup
}

fn roster(schools: u8) -> Roster {
    let school = |n: u8| RosterSchool {
        id: format!("school-{n}"),
        name: format!("第{n}小学"),
        kind: SchoolKind::Primary,
        district: Some(if n < 2 { "台江" } else { "鼓楼" }.to_owned()),
        contact: Some("王芳 138****0000".to_owned()),
    };
    Roster {
        schools: (0..schools).map(school).collect(),
        digest: "sha256:roster".to_owned(),
    }
}

/// A roll-up that went through a file.
fn through_a_file(rollup: &RollUp, roster: Option<&Roster>, as_json: bool) -> RollUp {
    let document = RollUpReport::of(rollup, roster, &asked());
    let text = if as_json {
        serde_json::to_string(&document).expect("JSON")
    } else {
        write(&document).expect("YAML")
    };
    read_rollup("rollup", text.as_bytes()).expect("a roll-up")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn rolling_up_rollups_gives_what_rolling_up_all_reports_at_once_does(
        files in prop::collection::vec(made(), 1..14),
        turned in any::<prop::sample::Index>(),
        sizes in (1..5_usize, 1..3_usize),
        on_roster in prop::option::of(2..6_u8),
    ) {
        let roster = on_roster.map(roster);
        let roster = roster.as_ref();
        let files: Vec<(usize, Made)> = files.into_iter().enumerate().collect();
        let at_once = RollUpReport::of(&rolled(&files), roster, &asked());
        let mut files = files;
        let turned = turned.index(files.len());
        files.rotate_left(turned);
        files.reverse();
        let districts: Vec<RollUp> = files
            .chunks(sizes.0)
            .enumerate()
            .map(|(n, group)| through_a_file(&rolled(group), roster, n % 2 == 1))
            .collect();
        let mut all = RollUp::default();
        for city in districts.chunks(sizes.1) {
            let mut of_city = RollUp::default();
            city.iter().cloned().for_each(|district| of_city.merge(district));
            all.merge(through_a_file(&of_city, roster, false));
        }
        let grouped = RollUpReport::of(&all, roster, &asked());
        prop_assert_eq!(&at_once, &grouped);
        prop_assert_eq!(write(&at_once).expect("YAML"), write(&grouped).expect("YAML"));
        let FileCounts { found, accepted, superseded, quarantined } = grouped.files;
        prop_assert_eq!(found, u64::try_from(files.len()).expect("few"));
        prop_assert_eq!(found, accepted + superseded + quarantined);
        prop_assert_eq!(grouped.fates().len(), files.len());
    }

    #[test]
    fn what_comes_in_through_several_rollups_counts_once(
        files in prop::collection::vec((made(), 1..8_u8, prop::bool::weighted(0.3)), 1..10),
        on_roster in prop::option::of(2..6_u8),
    ) {
        let roster = on_roster.map(roster);
        let roster = roster.as_ref();
        // A copy of a file lies beside it and has another name.
        let mut all: Vec<(u8, (usize, Made))> = Vec::new();
        for (made, groups, has_copy) in files {
            for _ in 0..=usize::from(has_copy) {
                all.push((groups, (all.len(), made.clone())));
            }
        }
        let files: Vec<(usize, Made)> = all.iter().map(|(_, file)| file.clone()).collect();
        let at_once = rolled(&files);
        let document = RollUpReport::of(&at_once, roster, &asked());
        let groups = [1, 2, 4].map(|group| {
            let members = all.iter().filter(|(groups, _)| groups & group != 0);
            members.map(|(_, file)| file.clone()).collect::<Vec<_>>()
        });
        // Each file is in one of three roll-ups, or in several of them.
        let mut merged = RollUp::default();
        for group in groups.iter().rev() {
            merged.merge(through_a_file(&rolled(group), roster, false));
        }
        prop_assert_eq!(&RollUpReport::of(&merged, roster, &asked()), &document);
        // The roll-ups lie beside what they were made of, and one knows other names.
        let mut beside = through_a_file(&rolled_from("even/", &groups[0]), roster, true);
        beside.merge(merged.clone());
        let mut direct = at_once.clone();
        direct.merge(beside);
        direct.merge(through_a_file(&at_once, roster, false));
        prop_assert_eq!(&RollUpReport::of(&direct, roster, &asked()), &document);
        prop_assert_eq!(document.files.found, u64::try_from(files.len()).expect("few"));
    }
}

/// Five schools on the roster. School 0 reported late, 1 has nothing to report, 2 and 3 reported, 4
/// did not but had the week before; a school is not on the roster.
fn district() -> RollUp {
    let (mut rollup, mut shapes) = (RollUp::default(), Shapes::default());
    let mut take = |name: &str, report: &StatusReport| {
        rollup.take(file(name), Row::of(report, &mut shapes));
    };
    let mut late = Made::of(0, 0).report();
    late.review = None;
    late.generated_at = moment("2022-03-23T08:00:00+08:00");
    take("late.yaml", &late);
    let mut nothing = Made::of(1, 1).report();
    nothing.nothing_to_report = true;
    take("nothing.yaml", &nothing);
    take("two.yaml", &Made::of(1, 2).report());
    let mut before = Made::of(0, 2);
    before.weeks_before = 1;
    let mut before = before.report();
    measured(&mut before, 4000);
    take("two-w10.yaml", &before);
    let mut other = Made::of(1, 3);
    other.other_text = true;
    take("three.yaml", &other.report());
    let mut missing = Made::of(1, 4);
    missing.weeks_before = 1;
    take("four-w10.yaml", &missing.report());
    take("nine.yaml", &Made::of(1, 9).report());
    rollup
}

fn measured(report: &mut StatusReport, value: u64) {
    let requirements = report
        .checklists
        .iter_mut()
        .flat_map(|c| &mut c.requirements);
    let items = requirements.flat_map(|requirement| &mut requirement.items);
    let measures = items.filter_map(|item| item.measure.as_mut());
    measures.for_each(|measure| measure.value = value);
}

fn ids<'a>(names: impl IntoIterator<Item = &'a String>) -> Vec<&'a str> {
    names.into_iter().map(String::as_str).collect()
}

#[test]
fn every_school_of_the_roster_is_in_one_of_four_and_those_to_chase_have_a_contact() {
    let document = RollUpReport::of(&district(), Some(&roster(5)), &asked());
    assert_eq!(document.week, week("2022-W11"));
    let returns = document.returns;
    let counts = (returns.reported, returns.nothing_to_report, returns.late);
    assert_eq!(
        (returns.all, counts, returns.not_reported),
        (5, (2, 1, 1), 1)
    );
    assert_eq!(
        ids(document.reported.iter().map(|s| &s.id)),
        ["school-2", "school-3"]
    );
    assert_eq!(
        ids(document.nothing_to_report.iter().map(|s| &s.id)),
        ["school-1"]
    );
    let late = &document.late[0];
    assert_eq!((late.id.as_str(), late.days_late), ("school-0", 3));
    let chased = &document.not_reported[0];
    assert_eq!(chased.id, "school-4");
    assert_eq!(chased.last_reported, Some(week("2022-W10")));
    assert_eq!(chased.contact.as_deref(), Some("王芳 138****0000"));
    let unknown = document
        .fates()
        .into_iter()
        .find(|(f, _)| f.name == "nine.yaml");
    let not_on_roster = Fate::Quarantined(Reason::NotOnRoster("school-9".into()));
    assert_eq!(unknown.map(|(_, fate)| fate), Some(not_on_roster));
    let schools = document.schools.iter();
    let last: Vec<_> = schools.map(|s| (s.id.as_str(), s.returned)).collect();
    assert_eq!(last.last(), Some(&("school-4", Returned::NotReported)));
    assert_eq!(last[0], ("school-0", Returned::Late));
}

#[test]
fn a_later_last_day_makes_late_reports_come_in_time() {
    let asked = RollUpAsked {
        due_days: 3,
        ..asked()
    };
    let document = RollUpReport::of(&district(), Some(&roster(5)), &asked);
    assert_eq!(
        (document.due, document.returns.late),
        (day("2022-03-23"), 0)
    );
}

#[test]
fn who_amends_a_report_after_the_last_day_was_not_late() {
    let report = Made::of(1, 0).report();
    let review = report.review.as_ref().expect("a review");
    assert_eq!(review.signed_on, Some(day("2022-03-22")));
    let (mut rollup, mut shapes) = (RollUp::default(), Shapes::default());
    rollup.take(file("amended.yaml"), Row::of(&report, &mut shapes));
    // Without a signature the earlier of two files tells.
    let mut first = Made::of(0, 1).report();
    first.review = None;
    let mut again = first.clone();
    first.generated_at = moment("2022-03-19T08:00:00+08:00");
    again.generated_at = moment("2022-03-23T08:00:00+08:00");
    rollup.take(file("again.yaml"), Row::of(&again, &mut shapes));
    rollup.take(file("first.yaml"), Row::of(&first, &mut shapes));
    let rollup = through_a_file(&rollup, None, false);
    let document = RollUpReport::of(&rollup, None, &asked());
    assert_eq!((document.returns.reported, document.returns.late), (2, 0));
}

#[test]
fn without_a_roster_the_schools_of_all_weeks_are_the_denominator() {
    let document = RollUpReport::of(&district(), None, &asked());
    assert_eq!(
        (document.returns.all, document.returns.not_reported),
        (6, 1)
    );
    let weeks = document.weeks.iter();
    let weeks: Vec<_> = weeks.map(|w| (w.week, w.returns.in_all())).collect();
    assert_eq!(weeks, [(week("2022-W10"), 2), (week("2022-W11"), 5)]);
}

#[test]
fn the_newest_week_up_to_today_is_shown_unless_one_is_named() {
    let shown = |today: &str, of: Option<&str>| {
        let asked = RollUpAsked {
            today: day(today),
            week: of.map(week),
            ..asked()
        };
        RollUpReport::of(&district(), None, &asked).week.to_string()
    };
    assert_eq!(shown("2022-05-01", None), "2022-W11");
    assert_eq!(shown("2022-03-13", None), "2022-W10");
    assert_eq!(shown("2022-03-01", None), "2022-W09");
    assert_eq!(shown("2022-05-01", Some("2022-W10")), "2022-W10");
}

#[test]
fn totals_and_rates_are_pooled_and_schools_are_beside_their_weeks_before() {
    let document = RollUpReport::of(&district(), Some(&roster(5)), &asked());
    let of = |sample: usize| samples()[sample].totals;
    let (open, amended) = (of(0), of(1));
    assert_eq!(
        document.totals.required,
        open.required + 3 * amended.required
    );
    assert_eq!(document.totals.done, open.done + 3 * amended.done);
    let two = document
        .schools
        .iter()
        .find(|s| s.id == "school-2")
        .expect("it");
    assert_eq!(two.before[0].week, week("2022-W10"));
    let rises = amended
        .percent
        .zip(open.percent)
        .map(|(now, before)| now - before);
    let rises = rises.expect("two rates");
    let change = two.change.expect("a change");
    assert!((change - rises).abs() < 0.05 && change > 1.0, "{change}");
    let figures = two.figures.as_ref().expect("figures");
    assert_eq!(figures.requirements.0.len(), document.columns.len());
    let sum = figures
        .requirements
        .0
        .iter()
        .map(|counts| counts.required)
        .sum::<u64>();
    assert_eq!(sum, amended.required);
    let weak = document.requirements.windows(2);
    let rates = weak.filter_map(|pair| pair[0].rate.percent.zip(pair[1].rate.percent));
    assert!(rates.clone().count() > 10 && rates.into_iter().all(|(a, b)| a <= b));
    let districts = document.districts.iter();
    let districts: Vec<_> = districts
        .map(|d| (d.district.as_deref(), d.returns.all))
        .collect();
    assert_eq!(districts, [(Some("台江"), 2), (Some("鼓楼"), 3)]);
}

#[test]
fn what_is_asked_otherwise_of_a_school_is_left_out_and_said() {
    let document = RollUpReport::of(&district(), Some(&roster(5)), &asked());
    let other = &Made::of(1, 3).report().checklists[0];
    let item = &other.requirements[0].items[0];
    let versions = document
        .versions
        .iter()
        .find(|v| v.checklist == other.id)
        .expect("it");
    let line = &versions.others[0];
    assert_eq!(
        (versions.schools, ids(&line.schools)),
        (3, vec!["school-3"])
    );
    assert_eq!(line.left_out[0].item, item.id);
    assert_eq!(line.left_out[0].why, Why::OtherText);
    assert_eq!(document.left_out.required, item.required);
    let pooled = document
        .requirements
        .iter()
        .map(|r| r.rate.required)
        .sum::<u64>();
    assert_eq!(
        pooled + document.left_out.required,
        document.totals.required
    );
    let said = figures::version(line, Lang::Zh);
    assert!(
        said.contains(&format!("写法不同，不比较： {}", item.id)),
        "{said}"
    );
}

#[test]
fn measures_are_summed_and_the_pace_is_that_of_the_schools_that_gave_both_weeks() {
    let document = RollUpReport::of(&district(), Some(&roster(5)), &asked());
    let sum = &document.measures[0];
    assert_eq!(
        (sum.schools, sum.value, sum.of),
        (4, 3891 + 3 * 4102, 4 * 5494)
    );
    assert_eq!(sum.percent, Some(73.7));
    let pace = sum.pace.expect("a pace");
    assert_eq!((pace.schools, pace.before, pace.now), (1, 4000, 4102));
    assert_eq!((pace.added, pace.left, pace.weeks_left), (102, 1392, None));
    assert!(pace.begins_anew, "each week's number is of that week");
    let said = figures::measure(sum, Lang::Zh);
    assert!(
        said.ends_with("2022-W10 周也报了的 1 所：4,000 → 4,102，增加 102，还差 1,392。"),
        "{said}"
    );
}

/// The numbers in a sentence, as they stand there.
fn numbers(sentence: &str) -> Vec<&str> {
    let between = |c: char| !c.is_ascii_digit() && c != '.' && c != ',';
    let parts = sentence.split(between);
    let parts = parts.map(|part| part.trim_matches(['.', ',']));
    parts.filter(|part| !part.is_empty()).collect()
}

/// A count as a sentence has it: `1,024`.
fn grouped(number: u64) -> String {
    duban::text::facts::grouped(number)
}

fn rate_numbers(rate: &Rate) -> Vec<String> {
    let share = rate.percent.map(|percent| format!("{percent:.1}"));
    let counts = [rate.done, rate.required];
    let more = [rate.late, rate.overdue, rate.waived];
    let more = more.into_iter().filter(|number| *number > 0);
    counts
        .into_iter()
        .chain(more)
        .map(grouped)
        .chain(share)
        .collect()
}

#[test]
fn every_figure_explains_itself_in_both_languages() {
    let document = RollUpReport::of(&district(), Some(&roster(5)), &asked());
    let (of, files) = (&document.requirements[0], document.files);
    let (found, version) = (document.findings, &document.versions[0]);
    let (returns, left_out) = (document.returns, document.left_out);
    let spread = [
        of.spread.lowest,
        of.spread.lower_quarter,
        of.spread.median,
        of.spread.highest,
    ];
    let spread = spread.into_iter().flatten();
    let mut of_requirement = rate_numbers(&of.rate);
    of_requirement.push(grouped(of.spread.schools));
    of_requirement.extend(spread.map(|percent| format!("{percent:.1}")));
    let counts = |all: &[u64]| all.iter().map(|n| grouped(*n)).collect::<Vec<_>>();
    for lang in Lang::ALL {
        let said = [
            (
                figures::returns(&returns, true, lang),
                counts(&[returns.all, returns.reported, returns.late]),
            ),
            (
                figures::rate(&document.totals, lang),
                rate_numbers(&document.totals),
            ),
            (
                figures::left_out(&left_out, lang).expect("something"),
                counts(&[left_out.required, left_out.done, left_out.waived]),
            ),
            (figures::requirement(of, lang), of_requirement.clone()),
            (
                figures::files(&files, lang),
                counts(&[
                    files.found,
                    files.accepted,
                    files.superseded,
                    files.quarantined,
                ]),
            ),
            (
                figures::findings(&found, lang),
                counts(&[
                    found.open,
                    found.schools_open,
                    found.past_limit,
                    found.schools_past_limit,
                    found.closed,
                ]),
            ),
            (
                figures::gates(&document, lang),
                counts(&[document.gates_closed, returns.in_all()]),
            ),
            (
                figures::compared_by(version, lang),
                counts(&[version.version.into(), version.schools]),
            ),
        ];
        for (sentence, of) in said {
            let told = numbers(&sentence);
            for number in of {
                assert!(told.contains(&number.as_str()), "{number} in {sentence}");
            }
            let has_chinese = sentence.chars().any(|c| ('一'..='龥').contains(&c));
            let title = sentence.starts_with(&version.title);
            assert_eq!(has_chinese, lang == Lang::Zh || title, "{sentence}");
        }
    }
}

/// A roll-up of files that all have the same bytes.
fn copies(names: &[&str]) -> RollUp {
    let (mut rollup, mut shapes) = (RollUp::default(), Shapes::default());
    for name in names {
        let file = FileEntry {
            name: (*name).to_owned(),
            ..file("same")
        };
        rollup.take(file, Row::of(&samples()[0], &mut shapes));
    }
    rollup
}

fn merged(all: &[&RollUp]) -> RollUp {
    let mut merged = RollUp::default();
    for one in all {
        merged.merge((*one).clone());
    }
    merged
}

#[test]
fn a_file_is_the_same_whatever_its_folders_are_called_and_a_copy_of_another_name_is_not() {
    let names = |rollup: &RollUp| -> Vec<String> {
        let files = rollup.files().into_iter();
        files.map(|(file, _)| file.name.clone()).collect()
    };
    let above = copies(&["north/one.yaml"]);
    let below = copies(&["one.yaml"]);
    assert_eq!(names(&merged(&[&above, &below])), ["north/one.yaml"]);
    assert_eq!(names(&merged(&[&below, &above])), ["north/one.yaml"]);
    // Two real copies stay two, however often they come in.
    let two = copies(&["north/one.yaml", "south/one.yaml"]);
    for all in [
        merged(&[&two, &two]),
        merged(&[&below, &two, &above]),
        merged(&[&two, &above, &below]),
    ] {
        assert_eq!(names(&all), ["north/one.yaml", "south/one.yaml"]);
        assert_eq!(
            all.row(&samples_key()).expect("it").file.name,
            "north/one.yaml"
        );
    }
    let other = copies(&["north/two.yaml"]);
    assert_eq!(
        names(&merged(&[&above, &other])),
        ["north/one.yaml", "north/two.yaml"]
    );
}

/// Whoever rolled up two districts may have met a copy in each: nobody can tell it from one file that
/// came in twice. Read at once they are two; what schools reported is the same.
#[test]
fn copies_of_one_name_in_two_rollups_are_one_file_and_the_figures_are_those_of_both_at_once() {
    let at_once = copies(&["north/one.yaml", "south/one.yaml"]);
    let [north, south] = [["north/one.yaml"], ["south/one.yaml"]].map(|names| copies(&names));
    let [at_once, apart] =
        [at_once, merged(&[&north, &south])].map(|all| RollUpReport::of(&all, None, &asked()));
    assert_eq!((at_once.files.found, apart.files.found), (2, 1));
    assert_eq!((at_once.files.accepted, apart.files.accepted), (1, 1));
    // Which of the copies is named differs.
    let figures = |of: &RollUpReport| {
        let mut schools = of.schools.clone();
        let figures = schools.iter_mut().filter_map(|line| line.figures.as_mut());
        figures.for_each(|of| of.file.clear());
        schools
    };
    assert_eq!(figures(&at_once), figures(&apart));
    assert_eq!(at_once.totals, apart.totals);
    assert_eq!(at_once.requirements, apart.requirements);
}

fn samples_key() -> SchoolWeek {
    Row::of(&samples()[0], &mut Shapes::default()).key()
}

#[test]
fn what_counts_in_one_rollup_is_not_set_aside_in_another_too() {
    let counts = copies(&["one.yaml"]);
    let mut unsigned = RollUp::default();
    for name in ["one.yaml", "copy/one.yaml"] {
        let (file, reason) = (file("same"), Reason::Signature(SignatureFault::Unsigned));
        let name = name.to_owned();
        unsigned.quarantine(FileEntry { name, ..file }, reason);
    }
    for all in [
        merged(&[&counts, &unsigned]),
        merged(&[&unsigned, &counts, &unsigned]),
    ] {
        let FileCounts {
            accepted,
            superseded,
            quarantined,
            ..
        } = RollUpReport::of(&all, None, &asked()).files;
        assert_eq!((accepted, superseded, quarantined), (1, 0, 1));
    }
    // Nobody could read these.
    let unreadable = |names: &[&str]| {
        let mut rollup = RollUp::default();
        for name in names {
            let name = (*name).to_owned();
            rollup.quarantine(FileEntry { name, digest: None }, Reason::NoFile);
        }
        rollup
    };
    let two = unreadable(&["a/pipe", "b/pipe"]);
    for all in [
        merged(&[&two, &unreadable(&["pipe"])]),
        merged(&[&unreadable(&["pipe", "c/pipe"]), &two]),
    ] {
        assert_eq!(all.files().len(), 2);
    }
    let other = unreadable(&["a/socket"]);
    assert_eq!(merged(&[&two, &other]).files().len(), 3);
}

#[test]
fn two_rollups_that_say_different_things_of_a_file_come_out_the_same_in_any_order() {
    let honest = copies(&["one.yaml"]);
    let (mut lying, mut shapes) = (RollUp::default(), Shapes::default());
    let mut report = samples()[0].clone();
    measured(&mut report, 1);
    let file = honest.files()[0].0.clone();
    lying.take(file, Row::of(&report, &mut shapes));
    let one = merged(&[&honest, &lying]);
    assert_eq!(one, merged(&[&lying, &honest]));
    assert_eq!(one.files().len(), 1);
}

#[test]
fn a_rollup_that_was_taken_in_is_a_source_and_no_file_of_the_count() {
    let mut all = through_a_file(&district(), None, false);
    all.source(file("district.yaml"));
    let document = RollUpReport::of(&all, None, &asked());
    assert_eq!(document.sources, [file("district.yaml")]);
    assert_eq!(document.files.found, 7);
}

#[test]
fn the_published_schema_is_the_one_of_the_types_and_documents_hold_to_it() {
    let schema = rollup_json_schema();
    let current = serde_json::to_string_pretty(&schema).expect("JSON") + "\n";
    assert!(
        PUBLISHED.replace("\r\n", "\n") == current,
        "renew it: cargo run -- rollup --schema > src/rollup/duban.rollup-1.schema.json"
    );
    let validator = jsonschema::validator_for(&schema).expect("a right schema");
    let mut rollup = district();
    for fault in [
        SignatureFault::Unsigned,
        SignatureFault::UnknownKey("SHA256:x".into()),
    ] {
        rollup.quarantine(file("forged.yaml"), Reason::Signature(fault));
    }
    rollup.quarantine(file("pipe"), Reason::NoFile);
    rollup.quarantine(file("large"), Reason::TooLarge(1 << 31));
    for roster in [None, Some(&roster(5))] {
        let document = RollUpReport::of(&rollup, roster, &asked());
        let value = serde_json::to_value(&document).expect("JSON");
        let errors: Vec<String> = validator
            .iter_errors(&value)
            .map(|e| e.to_string())
            .collect();
        assert_eq!(errors, Vec::<String>::new());
        let again = through_a_file(&rollup, roster, false);
        assert_eq!(RollUpReport::of(&again, roster, &asked()), document);
        for pointer in [
            "",
            "/returns",
            "/schools/0",
            "/kept/rows/0",
            "/requirements/0/items/0",
        ] {
            let mut value = value.clone();
            value.pointer_mut(pointer).expect(pointer)["grade"] = json!("A");
            assert!(!validator.is_valid(&value), "{pointer}");
        }
    }
}

#[test]
fn many_rows_are_read_in_parts_as_they_are_as_a_whole() {
    let (mut rollup, mut shapes) = (RollUp::default(), Shapes::default());
    for n in 0..600 {
        let mut report = samples()[n % 2].clone();
        report.school.id = format!("school-{n}");
        rollup.take(
            file(&format!("  - file: {n}")),
            Row::of(&report, &mut shapes),
        );
    }
    let text = write(&RollUpReport::of(&rollup, None, &asked())).expect("YAML");
    let in_parts = read_rollup("x", text.as_bytes());
    // With a remark in front it is no more what the program writes.
    let whole = read_rollup("x", format!("# by hand\n{text}").as_bytes());
    assert_eq!(in_parts.as_ref(), Ok(&rollup));
    assert_eq!(whole, in_parts);
}

#[test]
fn figures_of_a_document_are_not_believed() {
    let honest = RollUpReport::of(&district(), None, &asked());
    let mut value = serde_json::to_value(&honest).expect("JSON");
    value["totals"]["done"] = json!(1_000_000);
    value["returns"] = json!("all is well");
    value["schools"] = json!([]);
    let read = read_rollup("x", value.to_string().as_bytes()).expect("rows");
    assert_eq!(RollUpReport::of(&read, None, &asked()), honest);
}

/// What is said of a document in which something was put in another's place.
fn said_of(pointer: &str, new: Value) -> String {
    let document = RollUpReport::of(&district(), None, &asked());
    let mut value = serde_json::to_value(&document).expect("JSON");
    *value.pointer_mut(pointer).expect(pointer) = new;
    match read_rollup("x.yaml", value.to_string().as_bytes()) {
        Err(RollUpError::Implausible(found)) => {
            assert!(!kept::implausible(&found, Lang::Zh).is_empty());
            kept::implausible(&found, Lang::En)
        }
        Err(RollUpError::Unreadable(problems)) => problems.list[0].what.say(Lang::En).0,
        Ok(_) => "nothing".to_owned(),
    }
}

#[test]
fn rows_that_do_not_agree_with_themselves_are_refused_with_the_reason() {
    let item = &samples()[0].checklists[0].requirements[0].items[0].id;
    let of = &samples()[0].checklists[0].id;
    let row = "school school-0 in 2022-W11: ";
    for (pointer, new, expected) in [
        (
            "/kept/rows/0/totals",
            json!("99"),
            format!("{row}the totals are not what"),
        ),
        (
            "/kept/rows/0/weighted_percent",
            json!(1e9),
            format!("{row}the totals are not what"),
        ),
        (
            "/kept/rows/0/late_entered",
            json!(99),
            format!("{row}the totals are not what"),
        ),
        (
            "/kept/rows/0/checklists/0/counts",
            json!("1/1"),
            format!("{row}the items of {of} are"),
        ),
        (
            "/kept/rows/0/checklists/0/counts",
            json!("1/1 x"),
            "cannot be read: ".to_owned(),
        ),
        (
            "/kept/rows/0/checklists/0/shape",
            json!(99),
            format!("{row}there is no shape 99"),
        ),
        (
            "/kept/rows/0/checklists/0/shape",
            json!(-1),
            "cannot be read: ".to_owned(),
        ),
        (
            "/kept/rows/0/findings/past_limit",
            json!(99),
            format!("{row}more findings"),
        ),
        (
            "/kept/rows/0/gates_closed/0",
            json!("x/1"),
            format!("{row}no checklist has an item x/1"),
        ),
        (
            "/kept/rows/0/measures/0/item",
            json!("x"),
            format!("{row}no checklist has an item x"),
        ),
        (
            "/kept/rows/0/week",
            json!("2022-W60"),
            "cannot be read: ".to_owned(),
        ),
        ("/schema", json!("duban.rollup/2"), String::new()),
        ("/kept", json!(null), "cannot be read: ".to_owned()),
    ] {
        let said = said_of(pointer, new);
        assert!(
            said != "nothing" && said.starts_with(&expected),
            "{pointer}: {said}"
        );
    }
    let document = RollUpReport::of(&district(), None, &asked());
    let mut value = serde_json::to_value(&document).expect("JSON");
    let counts = value["kept"]["rows"][0]["checklists"][0]["counts"]
        .as_str()
        .expect("counts");
    let (_, rest) = counts.split_once(' ').expect("many");
    let lying = json!(format!("1/2 {rest}"));
    let said = said_of("/kept/rows/0/checklists/0/counts", lying);
    assert_eq!(
        said,
        format!("{row}more is done or overdue on {of}/{item} than is required")
    );
    value["kept"]["rows"][0]["checklists"][1] = value["kept"]["rows"][0]["checklists"][0].clone();
    let twice = value["kept"]["rows"][0]["checklists"].clone();
    let said = said_of("/kept/rows/0/checklists", twice);
    assert_eq!(said, format!("{row}the checklist {of} is there twice"));
    let nobody = json!([{ "file": { "name": "a" }, "school": "b", "week": "2022-W11", "handed_in": "2022-03-20" }]);
    let said = said_of("/kept/superseded", nobody);
    assert_eq!(
        said,
        "school b in 2022-W11: the file a is superseded, and by nothing"
    );
}

#[test]
fn a_date_at_the_end_of_all_calendars_is_refused() {
    let row = "school school-0 in 2022-W11: ";
    for (pointer, new, expected) in [
        (
            "/kept/rows/0/generated_at",
            json!("+262142-12-31T23:59:59+00:00"),
            format!("{row}a date is in the year 262142"),
        ),
        (
            "/kept/rows/0/as_of",
            json!("-0001-03-18"),
            format!("{row}a date is in the year -1"),
        ),
        (
            "/kept/superseded",
            json!([{ "file": { "name": "a" }, "school": "school-0", "week": "2022-W11", "handed_in": "+12022-03-18" }]),
            format!("{row}a date is in the year 12022"),
        ),
    ] {
        let said = said_of(pointer, new);
        assert!(said.starts_with(&expected), "{pointer}: {said}");
    }
}

#[test]
fn what_is_there_twice_in_a_rollup_is_refused_by_its_name() {
    let row = "school school-0 in 2022-W11: ";
    let document = RollUpReport::of(&district(), None, &asked());
    let kept = serde_json::to_value(&document.kept).expect("JSON");
    let twice = |pointer: &str| {
        let list = kept.pointer(pointer).and_then(Value::as_array);
        let list = list.expect(pointer);
        assert!(!list.is_empty(), "{pointer}");
        let pointer = format!("/kept{pointer}");
        said_of(&pointer, [list.as_slice(), list.as_slice()].concat().into())
    };
    let name = |pointer: &str| {
        kept.pointer(pointer)
            .and_then(Value::as_str)
            .expect(pointer)
    };
    let measured = name("/rows/0/measures/0/item");
    assert_eq!(
        twice("/rows/0/measures"),
        format!("{row}the measure of {measured} is there twice")
    );
    let gate = name("/rows/0/gates_closed/0");
    assert_eq!(
        twice("/rows/0/gates_closed"),
        format!("{row}the gate item {gate} is there twice")
    );
    let of = name("/shapes/0/checklist");
    let requirement = name("/shapes/0/requirements/0/id");
    assert_eq!(
        twice("/shapes/0/requirements"),
        format!("the requirement {of}/{requirement} is there twice")
    );
    let item = name("/shapes/0/requirements/0/items/0/id");
    assert_eq!(
        twice("/shapes/0/requirements/0/items"),
        format!("the item {of}/{item} is there twice")
    );
}

/// One school's report must not make everybody's roll-up one that is refused.
#[test]
fn what_could_not_be_taken_back_is_not_taken_in() {
    let changes: [fn(&mut StatusReport); 10] = [
        |report| report.totals.late_entered = 1 << 40,
        |report| {
            let first = &mut report.checklists[0];
            first.requirements[0].totals.late_entered = 1 << 40;
            first.totals.late_entered = 1 << 40;
            report.totals.late_entered = 1 << 40;
            report.summary.this.totals.late_entered = 1 << 40;
        },
        |report| report.totals.weighted_percent = Some(1e9),
        |report| report.totals.weighted_percent = Some(f64::NAN),
        |report| report.checklists[0].id = "a/b".to_owned(),
        |report| {
            let first = &mut report.checklists[0];
            let again = first.requirements[0].clone();
            first.requirements.push(duban::report::RequirementReport {
                items: Vec::new(),
                totals: Totals::default(),
                ..again
            });
        },
        |report| {
            report.checklists[0].id = "a/b".to_owned();
            report.checklists[0].requirements[0].items[0].id = "c".to_owned();
            let first = &report.checklists[0].requirements[0].items[0];
            let mut again = report.checklists[0].clone();
            again.id = "a".to_owned();
            again.totals = Totals::default();
            again.requirements.truncate(1);
            again.requirements[0].totals = Totals::default();
            again.requirements[0].items = vec![duban::report::ItemReport {
                id: "b/c".to_owned(),
                required: 0,
                done: 0,
                late: 0,
                overdue: 0,
                waived: 0,
                missing: Vec::new(),
                ..first.clone()
            }];
            report.checklists.push(again);
        },
        |report| report.as_of = day("+262142-01-01"),
        |report| report.generated_at = "+262142-01-01T08:00:00+08:00".parse().expect("a moment"),
        |report| {
            *report = samples()[1].clone();
            let review = report.review.as_mut().expect("a review");
            review.signed_on = Some(day("+10000-01-01"));
        },
    ];
    for (n, change) in changes.into_iter().enumerate() {
        let mut report = samples()[0].clone();
        assert_eq!(contradictions(&report), []);
        change(&mut report);
        if contradictions(&report).is_empty() {
            let (mut rollup, mut shapes) = (RollUp::default(), Shapes::default());
            rollup.take(file("x.yaml"), Row::of(&report, &mut shapes));
            assert_eq!(through_a_file(&rollup, None, true), rollup, "{n}");
            assert_eq!(n, 4, "the others are refused");
        }
    }
}

#[test]
fn what_is_no_rollup_at_all_is_refused_soon() {
    let bombs = (0..30).map(|n| format!("a{n}: &a{n} [*a{m}, *a{m}]\n", m = n - 1));
    let bomb = format!("a: &a-1 x\n{}", bombs.collect::<String>());
    let right = write(&RollUpReport::of(&district(), None, &asked())).expect("YAML");
    let half = right.split_at(right.floor_char_boundary(right.len() / 2)).0;
    for text in [
        "",
        "schema: duban.rollup/1\n",
        "[1, 2]",
        "{\"schema\": \"duban.rollup/1\", \"kept\": {",
        "schema: duban.rollup/1\nkept: \u{0}",
        &format!("schema: duban.rollup/1\nkept: {}", "[".repeat(100_000)),
        &format!("{{\"schema\": {}", "[".repeat(100_000)),
        &bomb,
        half,
    ] {
        assert!(read_rollup("x", text.as_bytes()).is_err(), "{text:.60}");
    }
    assert!(read_rollup("x", b"schema: \xff\xfe").is_err());
}
