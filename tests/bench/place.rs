//! Homes to measure in: a made-up school with as many facts as are wanted.

use chrono::{DateTime, Days, FixedOffset, NaiveDate};
use duban::calendar::Period;
use duban::checklist::ItemRef;
use duban::fact::{Entry, Subject};
use duban::record::{Access, NewFact, Record};
use std::ffi::OsStr;
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
