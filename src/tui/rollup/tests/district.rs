//! A made-up district: five schools that reported, one of them late and one with nothing to report,
//! two that did not, and files that do not count.

use crate::calendar::Week;
use crate::clock::Clock;
use crate::format::{Form, read_roster, write_report};
use crate::report::StatusReport;
use crate::rollup::{
    Break, BreakFault, BrokenRecord, KnownHead, RollUpAsked, Standing, Standings, Unproved,
};
use crate::text::Lang;
use crate::workspace::gathering::{Gathering, Progress, RolledUp, find, gather};
use crate::workspace::simulation::{Simulation, simulate};
use crate::workspace::{Home, Workspace};
use chrono::{DateTime, FixedOffset};
use std::fmt::Write as _;
use std::path::PathBuf;
use std::sync::OnceLock;
use tempfile::TempDir;

/// The Fridays on which reports are written.
const FRIDAYS: [&str; 2] = ["2022-03-11", "2022-03-18"];
/// The schools: id, names, district, and which life they live.
const SCHOOLS: [(&str, [&str; 2], [&str; 2], usize); 6] = [
    ("qingshan", ["青山小学", "Green Hill Primary"], QINGJIANG, 0),
    ("minde", ["明德中学", "Minde Secondary"], TAIJIANG, 1),
    (
        "jiangbin",
        ["江滨幼儿园", "Riverside Kindergarten"],
        QINGJIANG,
        1,
    ),
    ("hongqi", ["红旗中学", "Red Flag Secondary"], TAIJIANG, 0),
    ("chengguan", ["城关小学", "Chengguan Primary"], TAIJIANG, 0),
    (
        "dongfeng",
        ["东风中学", "East Wind Secondary"],
        QINGJIANG,
        1,
    ),
];
const QINGJIANG: [&str; 2] = ["清江区", "Qingjiang"];
const TAIJIANG: [&str; 2] = ["台江区", "Taijiang"];

/// Its folder, gone when it is dropped.
pub(super) struct Folder(TempDir);

impl Folder {
    pub(super) fn path(&self, below: &str) -> PathBuf {
        self.0.path().join(below)
    }

    fn write(&self, below: &str, bytes: &[u8]) {
        std::fs::write(self.path(below), bytes).expect("written");
    }

    pub(super) fn of_district(lang: Lang) -> Self {
        let folder = Self(tempfile::tempdir().expect("a folder"));
        std::fs::create_dir(folder.path("in")).expect("a folder");
        for (n, of_week) in files(lang).iter().enumerate() {
            for (id, bytes) in of_week {
                folder.write(&format!("in/{id}-W{}.yaml", 10 + n), bytes);
                if *id == "qingshan" && n == 1 {
                    folder.write("in/qingshan-again.yaml", bytes);
                }
            }
        }
        folder.write(
            "in/broken.yaml",
            b"schema: duban.status-report/1\nschool: [\n",
        );
        folder.write("in/notes.txt", b"hello\n");
        folder.write("schools.csv", roster(lang).as_bytes());
        folder
    }
}

fn of(names: [&'static str; 2], lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => names[0],
        Lang::En => names[1],
    }
}

fn roster(lang: Lang) -> String {
    let mut roster = "id,name,kind,district,contact\n".to_owned();
    for (n, (id, names, district, _)) in SCHOOLS.into_iter().enumerate() {
        let (name, district) = (of(names, lang), of(district, lang));
        let _ = writeln!(
            roster,
            "{id},{name},primary,{district},王老师 1380000000{n}"
        );
    }
    let name = of(["山口小学", "Mountain Pass Primary"], lang);
    roster
        + &format!(
            "shankou,{name},primary,{},陈校长 13911112222\n",
            of(TAIJIANG, lang)
        )
}

/// The bytes of the reports of both weeks, by the schools' ids.
type Weeks = [Vec<(&'static str, Vec<u8>)>; 2];

fn files(lang: Lang) -> &'static Weeks {
    static FILES: [OnceLock<Weeks>; 2] = [OnceLock::new(), OnceLock::new()];
    let n = usize::from(lang == Lang::En);
    FILES[n].get_or_init(|| {
        let lives = [1, 2].map(|seed| life(seed, lang));
        [0, 1].map(|week| {
            let schools = SCHOOLS.into_iter();
            let schools = schools.filter(|(id, ..)| week == 0 || *id != "dongfeng");
            let mut all: Vec<_> = schools
                .map(|(id, names, district, n)| {
                    let mut report = lives[n][week].clone();
                    report.school.id = id.into();
                    report.school.name = of(names, lang).into();
                    report.school.district = Some(of(district, lang).into());
                    changed(id, week, &mut report);
                    (id, bytes(&report))
                })
                .collect();
            let mut stranger = lives[0][week].clone();
            stranger.school.id = "elsewhere".into();
            all.extend((week == 1).then(|| ("elsewhere", bytes(&stranger))));
            all
        })
    })
}

/// What is particular of a school in the week that is shown.
fn changed(id: &str, week: usize, report: &mut StatusReport) {
    if week == 0 {
        return;
    }
    match id {
        "hongqi" => {
            if let Some(review) = &mut report.review {
                review.signed_on = Some("2022-03-22".parse().expect("a day"));
            }
        }
        "chengguan" => report.nothing_to_report = true,
        _ => {}
    }
}

fn bytes(report: &StatusReport) -> Vec<u8> {
    write_report(report, Form::Yaml).expect("YAML")
}

/// The reports of a school's weeks.
fn life(seed: u64, lang: Lang) -> [StatusReport; 2] {
    let folder = tempfile::tempdir().expect("a folder");
    let home = Home::at(folder.path());
    FRIDAYS.map(|friday| {
        let simulation = Simulation {
            seed,
            from: "2022-02-28".parse().expect("a day"),
            until: friday.parse().expect("a day"),
            signs: true,
            lang,
        };
        simulate(&home, &simulation).expect("played");
        let now = moment(&format!("{friday}T17:00:00+08:00"));
        let workspace = Workspace::open(home.clone(), Clock::Fixed(now), None);
        let week = Week::of(simulation.until);
        let workspace = workspace.expect("a workspace");
        workspace.report(week, None, lang).expect("a report")
    })
}

fn moment(text: &str) -> DateTime<FixedOffset> {
    text.parse().expect("a moment")
}

/// How records stand to a ledger: broken ones of a school that reported and of one that did not; one
/// that is not proved, and one of a new school; the others are proved.
pub(super) fn standings(rolled_up: &RolledUp, lang: Lang) -> Standings {
    let week = rolled_up.report(None).week;
    let head = |week: Week, facts: u64| KnownHead {
        week,
        facts,
        head: format!("sha256:{facts:064x}"),
    };
    let before = week.previous();
    let broken = |id: &str, fault, found| BrokenRecord {
        school: id.into(),
        name: SCHOOLS
            .iter()
            .find(|school| school.0 == id)
            .map_or("", |school| of(school.1, lang))
            .into(),
        writer: "0a1b".into(),
        broken: Break {
            fault,
            seen: head(before, 353),
            found: head(found, 241),
            previous: None,
            noticed: "2022-03-21".parse().expect("a day"),
        },
    };
    let breaks = vec![
        broken("minde", BreakFault::Shrank, week),
        broken("dongfeng", BreakFault::PassesOver, before),
    ];
    let standing = |id: &str| match id {
        "minde" => Standing::Broken(breaks[0].broken.clone()),
        "hongqi" => Standing::Unproved {
            why: Unproved::Missed,
            last: Some(head(before.previous(), 117)),
        },
        "qingshan" => Standing::Unproved {
            why: Unproved::First,
            last: None,
        },
        _ => Standing::Proved {
            since: head(before, 229),
        },
    };
    let rows = rolled_up.rollup.rows();
    let of = rows.map(|row| (row.key(), standing(&row.school.id)));
    let of = of.collect();
    Standings { of, breaks }
}

/// The district rolled up, on the Monday after.
pub(super) fn rolled_up(folder: &Folder, lang: Lang) -> RolledUp {
    let paths = vec![folder.path("in")];
    let gathering = Gathering {
        found: &find(&paths, &[], lang),
        lang,
        check: None,
        memory: None,
    };
    let roster = std::fs::read(folder.path("schools.csv")).expect("a roster");
    RolledUp {
        rollup: gather(&gathering, &Progress::default()),
        roster: Some(read_roster("schools.csv", &roster).expect("a roster")),
        asked: RollUpAsked {
            week: None,
            due_days: 0,
            today: "2022-03-21".parse().expect("a day"),
            language: lang,
            generated_at: moment("2022-03-21T09:00:00+08:00"),
        },
        paths,
        standings: None,
    }
}
