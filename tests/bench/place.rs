//! Homes to measure in: a made-up school with as many facts as are wanted.

use chrono::{DateTime, Days, FixedOffset, NaiveDate};
use duban::calendar::Period;
use duban::checklist::ItemRef;
use duban::fact::{Entry, Subject};
use duban::record::{Access, NewFact, Record};
use std::ffi::OsStr;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The program that is measured.
pub(crate) const PROGRAM: &str = env!("CARGO_BIN_EXE_duban");
/// The day for which it judges.
pub(crate) const TODAY: &str = "2022-03-16";

/// Facts written in one transaction.
const BATCH: u64 = 10_000;
/// Facts of one day.
const A_DAY: u64 = 40;

/// A school's home.
pub(crate) struct Place(PathBuf);

impl Place {
    /// Sets a school up in a new folder, with both checklists and `facts` facts.
    pub(crate) fn new(folder: &Path, facts: u64) -> Self {
        let place = Self(folder.join(format!("home-{facts}")));
        let status = place
            .command(&["init", "--yes", "--name", "青山小学", "--kind", "primary"])
            .stdout(Stdio::null())
            .status();
        assert!(status.expect("the program").success());
        fill(&place.0.join("record.db"), facts);
        place
    }

    /// Sets a school up in a new folder, with one checklist of `items` items and the first of them
    /// ticked.
    pub(crate) fn of_items(folder: &Path, items: usize) -> Self {
        let place = Self(folder.join(format!("home-of-{items}-items")));
        let checklists = place.0.join("checklists");
        std::fs::create_dir_all(&checklists).expect("a folder");
        std::fs::write(place.0.join("school.yaml"), SCHOOL).expect("a profile");
        std::fs::write(checklists.join("many.yaml"), checklist(items)).expect("a checklist");
        let mut tick = place.command(&["tick", "1.1"]);
        assert!(
            tick.stdout(Stdio::null())
                .status()
                .expect("the program")
                .success()
        );
        place
    }

    pub(crate) fn folder(&self) -> &Path {
        &self.0
    }

    /// The environment of a program that is measured.
    pub(crate) fn environment(&self) -> [(&'static str, &OsStr); 3] {
        [
            ("HOME", self.0.as_os_str()),
            ("DUBAN_HOME", self.0.as_os_str()),
            ("LANG", OsStr::new("zh_CN.UTF-8")),
        ]
    }

    pub(crate) fn command(&self, words: &[&str]) -> Command {
        let mut command = Command::new(PROGRAM);
        command.env_clear().envs(self.environment());
        command.args(words).args(["--today", TODAY]);
        command
    }
}

const SCHOOL: &str = "\
id: qingshan
name: 青山小学
kind: primary
language: zh
checklists: [{ id: many, since: 2022-02-14 }]
";

/// Items of one requirement.
const A_REQUIREMENT: usize = 1_000;

const CADENCES: [&str; 10] = [
    "daily", "daily", "weekly", "weekly", "weekly", "monthly", "monthly", "termly", "termly",
    "once",
];
const DOINGS: [(&str, &str); 6] = [
    ("查看", "check"),
    ("清点", "count"),
    ("擦净", "wipe"),
    ("登记", "list"),
    ("测量", "measure"),
    ("修好", "mend"),
];
const THINGS: [(&str, &str); 7] = [
    ("灭火器", "fire extinguishers"),
    ("体温枪", "thermometers"),
    ("洗手液", "hand soap"),
    ("门窗", "doors and windows"),
    ("餐具", "dishes"),
    ("床铺", "beds"),
    ("通道", "exits"),
];

/// A checklist of `items` items, as a file.
fn checklist(items: usize) -> String {
    let mut text = "checklist: many\nversion: 1\ntitle: 大清单\ndirective: { issuer: 教育局, \
                    issued: 2022-02-01 }\nrequirements:\n"
        .to_owned();
    for n in 0..items {
        let (area, item) = (n / A_REQUIREMENT + 1, n % A_REQUIREMENT + 1);
        if item == 1 {
            let title = format!("title: {{ zh: 第{area}区, en: Area {area} }}");
            let _ = write!(text, "  - id: \"{area}\"\n    {title}\n    items:\n");
        }
        let (do_zh, do_en) = DOINGS[n % DOINGS.len()];
        let (thing_zh, thing_en) = THINGS[n / DOINGS.len() % THINGS.len()];
        let cadence = CADENCES[n % CADENCES.len()];
        let _ = write!(
            text,
            "      - {{ id: \"{area}.{item}\", clauses: [C{area}], cadence: {cadence}, \
             text: {{ zh: {do_zh}第{item}处的{thing_zh}, en: {do_en} the {thing_en} at {item} }} }}\n"
        );
    }
    text
}

/// Appends facts up to `facts`: items ticked day by day, up to the week before.
fn fill(path: &Path, facts: u64) {
    let mut record = Record::open(path, Access::ReadWrite).expect("a record");
    let mut len = record.len().expect("its length");
    while len < facts {
        let batch: Vec<NewFact> = (len..facts.min(len + BATCH)).map(tick).collect();
        let added = record.append(len, moment(), "王校长", &batch);
        len += added.expect("an append").len() as u64;
    }
}

fn tick(n: u64) -> NewFact {
    let friday: NaiveDate = "2022-03-11".parse().expect("a day");
    let on = friday - Days::new(n / A_DAY);
    let item = n % A_DAY;
    NewFact {
        subject: Some(Subject {
            item: ItemRef {
                checklist: "taijiang-2022".parse().expect("an id"),
                item: format!("{}.{}", item / 4 + 1, item % 4 + 1)
                    .parse()
                    .expect("an id"),
            },
            period: Some(Period::Day(on)),
        }),
        entry: Entry::ItemCompleted { on },
    }
}

fn moment() -> DateTime<FixedOffset> {
    "2022-03-11T16:00:00+08:00".parse().expect("a moment")
}
