//! A district of made-up schools that follow a checklist of thirty items: their reports of four
//! weeks, 15 to 20 KB each. The same every time.

#![allow(dead_code, reason = "each user needs another part")]

use chrono::{DateTime, FixedOffset, NaiveDate};
use duban::calendar::Week;
use duban::clock::Clock;
use duban::format::{Form, write_report};
use duban::report::StatusReport;
use duban::school::{Adoption, School, SchoolKind};
use duban::text::Lang;
use duban::workspace::simulation::{Simulation, simulate};
use duban::workspace::{Home, Workspace, setup};
use std::fmt::Write as _;
use std::path::Path;

/// The last days of school weeks on which reports are written.
const FRIDAYS: [&str; 4] = ["2022-02-25", "2022-03-04", "2022-03-11", "2022-03-18"];
/// How many different schools are lived; the others are like one of them.
const LIVES: u64 = 3;
const REQUIREMENTS: usize = 5;
const ITEMS: usize = 6;
const CADENCES: [&str; ITEMS] = ["daily", "weekly", "weekly", "weekly", "monthly", "termly"];
const DOINGS: [&str; REQUIREMENTS] = ["查看", "清点", "擦净", "登记", "测量"];
const THINGS: [&str; ITEMS] = ["灭火器", "体温枪", "洗手液", "门窗", "餐具", "床铺"];

/// The id and the name of the school of every model.
const ID: &str = "model-school";
const NAME: &str = "某某小学";

/// A report to make others from.
pub(crate) struct Model {
    pub(crate) week: Week,
    pub(crate) report: StatusReport,
    yaml: String,
}

/// The models: the weeks of each life, one after the other.
pub(crate) fn models() -> Vec<Model> {
    (0..LIVES).flat_map(life).collect()
}

fn life(seed: u64) -> Vec<Model> {
    let folder = tempfile::tempdir().expect("a folder");
    let home = Home::at(folder.path());
    let checklists = folder.path().join("checklists");
    std::fs::create_dir_all(&checklists).expect("a folder");
    std::fs::write(checklists.join("district.yaml"), checklist()).expect("a checklist");
    let mut school = School::new(ID.parse().expect("an id"), NAME, SchoolKind::Primary);
    school.district = Some("台江区".into());
    school.checklists = vec![Adoption {
        id: "district".parse().expect("an id"),
        since: day("2022-02-21"),
        counts_from: None,
    }];
    setup::create(&home, &school, Lang::Zh).expect("set up");
    let report = |friday: &&str| report(&home, seed, day(friday));
    FRIDAYS.iter().map(report).collect()
}

fn report(home: &Home, seed: u64, friday: NaiveDate) -> Model {
    let simulation = Simulation {
        seed,
        from: day("2022-02-21"),
        until: friday,
        signs: true,
        lang: Lang::Zh,
    };
    simulate(home, &simulation).expect("played");
    let now: DateTime<FixedOffset> = format!("{friday}T17:00:00+08:00")
        .parse()
        .expect("a moment");
    let workspace = Workspace::open(home.clone(), Clock::Fixed(now), None).expect("a workspace");
    let week = Week::of(friday);
    let report = workspace.report(week, None, Lang::Zh).expect("a report");
    let yaml = write_report(&report, Form::Yaml).expect("YAML");
    let yaml = String::from_utf8(yaml).expect("UTF-8");
    Model { week, report, yaml }
}

impl Model {
    /// The report as that of the school of a number.
    pub(crate) fn yaml_of(&self, school: usize) -> String {
        let named = self.yaml.replacen(ID, &id(school), 1);
        named.replacen(NAME, &format!("第{school}小学"), 1)
    }
}

/// The id of the school of a number.
pub(crate) fn id(school: usize) -> String {
    format!("school-{school:05}")
}

/// Writes so many reports into a folder, a folder in it for each week.
pub(crate) fn write_district(folder: &Path, reports: usize) {
    let models = models();
    for n in 0..reports {
        let (school, week) = (n / FRIDAYS.len(), n % FRIDAYS.len());
        let life = school % models.len().div_ceil(FRIDAYS.len());
        let model = &models[life * FRIDAYS.len() + week];
        let folder = folder.join(model.week.to_string());
        std::fs::create_dir_all(&folder).expect("a folder");
        let path = folder.join(format!("{}.yaml", id(school)));
        std::fs::write(path, model.yaml_of(school)).expect("a report");
    }
}

fn checklist() -> String {
    let mut text = "checklist: district\nversion: 1\ntitle: 全区清单\n\
                    directive: { issuer: 教育局, issued: 2022-02-01 }\nrequirements:\n"
        .to_owned();
    for (r, doing) in DOINGS.iter().enumerate() {
        let number = r + 1;
        let _ = write!(
            text,
            "  - id: \"{number}\"\n    title: {doing}各处\n    items:\n"
        );
        for (i, thing) in THINGS.iter().enumerate() {
            let (item, cadence) = (i + 1, CADENCES[(i + r) % ITEMS]);
            let _ = writeln!(
                text,
                "      - {{ id: \"{number}.{item}\", clauses: [C{number}], cadence: {cadence}, \
                 text: {doing}各处的{thing}并记下结果 }}"
            );
        }
    }
    text
}

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}
