//! Random inspection, by the real program: schools are drawn from a roster and their reports, every
//! one gets a sheet, and a school takes its sheet in when it is filled in.

#[path = "support/busy.rs"]
mod busy;
#[path = "support/school.rs"]
mod school;

use busy::{LATER, open_week};
use duban::format::{Form, digest, write_report};
use duban::report::StatusReport;
use duban::text::Lang;
use school::{Place, week};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

const PROGRAM: &str = env!("CARGO_BIN_EXE_duban");

const ROSTER: &str = "编号,名称,类别,学区,联系人\n\
    qingshan,青山小学,小学,台江区,林老师\n\
    north,北岸小学,小学,台江区,\n\
    south,南岸小学,小学,台江区,\n\
    silent,从不报送小学,小学,仓山区,陈校长\n";

const DRAW: [&str; 12] = [
    "sample",
    "--schools",
    "4",
    "--items",
    "8",
    "--seed",
    "7",
    "--roster",
    "roster.csv",
    "-o",
    "sheets",
    "reports",
];

/// A list of signers with the public key of RFC 8032's first test.
const SIGNERS: &str =
    "qingshan ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAINdamAGCsQq31Uv+08lkBzoO4XLz2qYjJa8CGmj3B1Ea\n";

/// The report of the week 2022-W11 as of the Tuesday after it.
fn sample() -> &'static StatusReport {
    static SAMPLE: OnceLock<StatusReport> = OnceLock::new();
    SAMPLE.get_or_init(|| {
        let report = open_week()
            .at(LATER)
            .report(week("2022-W11"), None, Lang::Zh);
        report.expect("a report")
    })
}

/// A bureau's folder: a roster, and the reports of three schools and of one that is not on it.
struct Bureau(tempfile::TempDir);

/// How the program ended, and what it said.
#[derive(Debug)]
struct Said {
    code: Option<i32>,
    out: String,
    err: String,
}

impl Bureau {
    fn new() -> Self {
        let bureau = Self(tempfile::tempdir().expect("a folder"));
        fs::create_dir(bureau.path("reports")).expect("a folder");
        fs::write(bureau.path("roster.csv"), ROSTER).expect("a roster");
        for id in ["qingshan", "north", "south", "stranger"] {
            let mut report = sample().clone();
            id.clone_into(&mut report.school.id);
            let bytes = write_report(&report, Form::Yaml).expect("YAML");
            fs::write(bureau.path(&format!("reports/{id}.yaml")), bytes).expect("a report");
        }
        bureau
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn say(&self, words: &[&str]) -> Said {
        said(self.0.path(), "2022-03-22", words)
    }

    fn ok(&self, words: &[&str]) -> String {
        let said = self.say(words);
        assert_eq!((said.code, said.err.as_str()), (Some(0), ""), "{words:?}");
        said.out
    }

    /// The names of the files in a folder.
    fn files(&self, folder: &str) -> Vec<String> {
        let entries = fs::read_dir(self.path(folder)).expect("a folder");
        let names = entries.map(|entry| entry.expect("an entry").file_name());
        let mut names: Vec<String> = names
            .map(|name| name.into_string().expect("UTF-8"))
            .collect();
        names.sort();
        names
    }

    fn sheet(&self, school: &str) -> String {
        let name = format!("sheets/visit-{school}-2022-03-22.yaml");
        fs::read_to_string(self.path(&name)).expect("a sheet")
    }
}

fn said(folder: &Path, today: &str, words: &[&str]) -> Said {
    let mut command = Command::new(PROGRAM);
    command
        .env_clear()
        .env("LC_ALL", "zh_CN.UTF-8")
        .env("HOME", folder);
    command.current_dir(folder).args(words);
    let output = command
        .args(["--today", today])
        .output()
        .expect("the program runs");
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    Said {
        code: output.status.code(),
        out: text(output.stdout),
        err: text(output.stderr),
    }
}

#[test]
fn a_draw_says_seed_roster_and_why_and_writes_a_page_and_a_file_for_every_school() {
    let bureau = Bureau::new();
    let out = bureau.ok(&DRAW);
    assert!(
        out.starts_with("抽 4 所学校，每所 8 项 · 种子 7 · 截至 2022-W11\n"),
        "{out}"
    );
    assert!(out.contains(&digest(ROSTER.as_bytes())), "{out}");
    for said in [
        "silent 从不报送小学（小学）· 权重 1,113",
        "基本分：1 分；没有任何报告：20 分；报告里没有督查记录：乘以 53。",
        "有报告但不在名册上，未参加抽取：stranger",
        "重抽：`duban sample --schools 4 --items 8 --seed 7 --week 2022-W11 --roster roster.csv reports`",
    ] {
        assert!(out.contains(said), "{said}\n{out}");
    }
    let wanted = ["north", "qingshan", "silent", "south"].map(|id| {
        [
            format!("visit-{id}-2022-03-22.html"),
            format!("visit-{id}-2022-03-22.yaml"),
        ]
    });
    assert_eq!(bureau.files("sheets"), wanted.concat());
    let page = fs::read_to_string(bureau.path("sheets/visit-silent-2022-03-22.html"));
    let page = page.expect("a page");
    assert_eq!(page.matches("class=\"box\"").count(), 8 * 3);
    assert!(
        page.contains("学校未报送") && page.contains("陈校长"),
        "{page}"
    );
}

#[test]
fn the_same_seed_roster_and_reports_give_the_same_wherever_and_in_whatever_order() {
    let (here, there) = (Bureau::new(), Bureau::new());
    here.ok(&DRAW);
    fs::rename(
        there.path("reports/north.yaml"),
        there.path("reports/zzz.yaml"),
    )
    .expect("moved");
    let words = [
        "sample",
        "--schools",
        "4",
        "--items",
        "8",
        "--seed",
        "7",
        "--roster",
        "roster.csv",
        "--output",
        "sheets",
        "reports/zzz.yaml",
        "reports/stranger.yaml",
        "reports/south.yaml",
        "reports/qingshan.yaml",
    ];
    there.ok(&words);
    for school in ["qingshan", "north", "south", "silent"] {
        assert_eq!(here.sheet(school), there.sheet(school));
    }
    // A roll-up of the reports stands for them.
    there.ok(&["rollup", "reports", "-o", "all.yaml"]);
    there.ok(&[&DRAW[..11], &["all.yaml", "--force"]].concat());
    for school in ["qingshan", "north", "south", "silent"] {
        assert_eq!(here.sheet(school), there.sheet(school));
    }
    let other = [&DRAW[..6], &["8"], &DRAW[7..], &["--force"]].concat();
    here.ok(&other);
    assert_ne!(here.sheet("qingshan"), there.sheet("qingshan"));
}

#[test]
fn the_draw_is_told_as_json_with_what_every_school_weighs() {
    let bureau = Bureau::new();
    let out = bureau.ok(&[&DRAW[..], &["--json"]].concat());
    let answer: serde_json::Value = serde_json::from_str(&out).expect("JSON");
    assert_eq!(answer["seed"], 7);
    assert_eq!(answer["week"], "2022-W11");
    let weights = answer["weights"].as_array().expect("weights");
    let sum: u64 = weights.iter().filter_map(|of| of["weight"].as_u64()).sum();
    assert_eq!((weights.len(), Some(sum)), (4, answer["total"].as_u64()));
    assert_eq!(answer["visits"].as_array().map(Vec::len), Some(4));
    assert_eq!(answer["files"].as_array().map(Vec::len), Some(8));
}

#[test]
fn sheets_are_written_all_or_none_and_never_over_others_unless_told() {
    let bureau = Bureau::new();
    fs::create_dir(bureau.path("sheets")).expect("a folder");
    let there = bureau.path("sheets/visit-south-2022-03-22.yaml");
    fs::write(&there, "filled in").expect("written");
    let refused = bureau.say(&DRAW);
    assert_eq!((refused.code, refused.out.as_str()), (Some(2), ""));
    assert!(refused.err.contains("--force"), "{}", refused.err);
    assert_eq!(bureau.files("sheets"), ["visit-south-2022-03-22.yaml"]);
    assert_eq!(fs::read_to_string(&there).expect("a file"), "filled in");
    bureau.ok(&[&DRAW[..], &["--force"]].concat());
    assert_eq!(bureau.files("sheets").len(), 8);
    assert!(bureau.sheet("south").contains("duban.visit/1"));
}

#[test]
fn what_is_wrong_with_a_draw_is_told_and_nothing_is_written() {
    let bureau = Bureau::new();
    fs::write(bureau.path("bad.csv"), "id,name,kind\nx,,小学\nx,y,什么\n").expect("a roster");
    fs::create_dir(bureau.path("empty")).expect("a folder");
    fs::write(bureau.path("signers"), SIGNERS).expect("a list");
    let cases: [(&[&str], &str); 8] = [
        (&["--schools", "2", "--roster", "roster.csv"], "缺少“路径…”"),
        (&["--roster", "roster.csv", "reports"], "缺少“--schools 数”"),
        (
            &["--schools", "0", "--roster", "roster.csv", "reports"],
            "至少要抽 1 所学校",
        ),
        (
            &["--schools", "2", "--roster", "bad.csv", "reports"],
            "bad.csv:3:",
        ),
        (
            &["--schools", "2", "--roster", "none.csv", "reports"],
            "none.csv",
        ),
        (
            &["--schools", "2", "--roster", "roster.csv", "empty"],
            "没有可采用的报告",
        ),
        (
            &[
                "--schools",
                "2",
                "--roster",
                "roster.csv",
                "--week",
                "2022-W10",
                "reports",
            ],
            "没有可采用的报告",
        ),
        (
            &[
                "--schools",
                "2",
                "--roster",
                "roster.csv",
                "--signers",
                "signers",
                "reports",
            ],
            "没有可采用的报告",
        ),
    ];
    for (words, wanted) in cases {
        let words = [&["sample", "--items", "3", "--seed", "1"], words].concat();
        let said = bureau.say(&words);
        assert_eq!((said.code, said.out.as_str()), (Some(2), ""), "{words:?}");
        assert!(said.err.contains(wanted), "{words:?}\n{}", said.err);
    }
    let files = bureau.files("");
    assert_eq!(
        files,
        ["bad.csv", "empty", "reports", "roster.csv", "signers"]
    );
}

/// The sheet of the school at hand, with places filled in, each `old` once.
fn filled_in(sheet: &str, places: &[(&str, &str)]) -> String {
    places.iter().fold(sheet.to_owned(), |sheet, (old, new)| {
        assert!(sheet.contains(old), "{old}");
        sheet.replacen(old, new, 1)
    })
}

/// What a visit fills in: who, when, a verdict with a note, one without; the rest stays empty.
const FILLED_IN: [(&str, &str); 5] = [
    ("inspector: \"\"", "inspector: 督导员周敏"),
    ("visited_on: \"\"", "visited_on: 2022-03-22"),
    ("verdict: \"\"", "verdict: 不合格"),
    ("note: \"\"", "note: 登记缺两页"),
    ("verdict: \"\"", "verdict: pass"),
];

/// The school, a sheet of its own, and its import.
struct Visited {
    place: Place,
    sheet: String,
}

impl Visited {
    fn new() -> Self {
        let bureau = Bureau::new();
        bureau.ok(&DRAW);
        Self {
            place: open_week(),
            sheet: bureau.sheet("qingshan"),
        }
    }

    fn say(&self, words: &[&str]) -> Said {
        let home = self.place.path().to_str().expect("UTF-8");
        said(
            self.place.path(),
            "2022-03-22",
            &[&["--home", home, "--lang", "zh"], words].concat(),
        )
    }

    fn import(&self, sheet: &str) -> Said {
        fs::write(self.place.path().join("sheet.yaml"), sheet).expect("a sheet");
        self.say(&["inspect", "--from", "sheet.yaml"])
    }

    fn facts(&self) -> u64 {
        self.place.at(LATER).record().len().expect("a record")
    }
}

#[test]
fn a_school_takes_a_filled_in_sheet_in_once_and_one_undo_takes_it_back() {
    let visited = Visited::new();
    let sheet = filled_in(&visited.sheet, &FILLED_IN);
    let before = visited.facts();
    let first = visited.import(&sheet);
    assert_eq!((first.code, first.err.as_str()), (Some(0), ""));
    assert!(first.out.contains("登记缺两页"), "{}", first.out);
    assert!(
        first
            .out
            .ends_with("已记 2 项结论，`duban undo` 可一次撤销；6 项没填结论，未记\n")
    );
    assert_eq!(visited.facts(), before + 2);

    let second = visited.import(&sheet);
    assert_eq!(second.code, Some(0));
    assert_eq!(
        second.out,
        "没有新的结论，什么也没有记；2 项以前已记；6 项没填结论，未记\n"
    );
    assert_eq!(visited.facts(), before + 2);

    let more = filled_in(&sheet, &[("verdict: \"\"", "verdict: 合格")]);
    let third = visited.import(&more);
    assert!(
        third.out.ends_with(
            "已记 1 项结论，`duban undo` 可一次撤销；2 项以前已记；5 项没填结论，未记\n"
        )
    );

    let changed = filled_in(&more, &[("verdict: 不合格", "verdict: 部分合格")]);
    let fourth = visited.import(&changed);
    assert!(
        fourth.out.contains("已记 1 项结论") && fourth.out.contains("部分合格"),
        "{fourth:?}"
    );

    for _ in 0..3 {
        visited.say(&["undo"]);
    }
    let again = visited.import(&sheet);
    assert!(again.out.contains("已记 2 项结论"), "{}", again.out);
}

#[test]
fn everything_wrong_with_a_sheet_is_said_at_once_and_nothing_is_recorded() {
    let visited = Visited::new();
    let sheet = filled_in(
        &visited.sheet,
        &[
            ("id: qingshan", "id: elsewhere"),
            ("visited_on: \"\"", "visited_on: 2022-03-30"),
            ("verdict: \"\"", "verdict: 还行"),
            ("verdict: \"\"", "verdict: 合格"),
            ("- item: taijiang-2022/", "- item: nowhere/"),
        ],
    );
    // The third item has a note and no verdict.
    let parts: Vec<&str> = sheet.splitn(4, "note: \"\"").collect();
    let sheet = parts[..3].join("note: \"\"") + "note: 门开着" + parts[3];
    let before = visited.facts();
    let said = visited.import(&sheet);
    assert_eq!((said.code, said.out.as_str()), (Some(2), ""));
    for wanted in [
        "这张表是“elsewhere”的，本校是“qingshan”",
        "没写督查人",
        "2022-03-30 还没到，今天是 2022-03-22",
        "还行",
        "本校没有事项“nowhere/",
        "写了情况，没写结论",
        "sheet.yaml:8:7: ",
    ] {
        assert!(said.err.contains(wanted), "{wanted}\n{}", said.err);
    }
    let empty = visited.import(&visited.sheet);
    assert_eq!(empty.code, Some(2));
    assert!(empty.err.contains("一个结论也没填"), "{}", empty.err);
    assert_eq!(visited.facts(), before);
}

#[test]
fn a_sheet_that_is_about_a_signed_week_is_taken_in_once_the_week_is_opened() {
    let visited = Visited::new();
    let sheet = filled_in(&visited.sheet, &FILLED_IN).replacen("2022-03-22", "2022-03-10", 1);
    let before = visited.facts();
    let locked = visited.import(&sheet);
    assert_eq!(locked.code, Some(2), "{locked:?}");
    assert!(locked.err.contains("2022-W10"), "{}", locked.err);
    assert_eq!(visited.facts(), before);
    let unlock = [
        "review",
        "--unlock",
        "--week",
        "2022-W10",
        "--reason",
        "补录督查",
    ];
    assert_eq!(visited.say(&unlock).code, Some(0));
    let imported = visited.import(&sheet);
    assert!(imported.out.contains("已记 2 项结论"), "{imported:?}");
}
