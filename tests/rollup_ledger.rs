//! What roll-ups remember: heads of records that were cut or changed are found, whatever comes in
//! between; files that are known are not parsed again; and the ledger itself comes to no harm.

#[path = "support/school.rs"]
mod school;

use duban::calendar::Week;
use duban::format::{Form, read_ledger, write_ledger, write_report};
use duban::report::StatusReport;
use duban::rollup::{
    FileMemory, Reason, RollUp, RollUpLedger, RollUpReport, SignatureFault, rollup_json_schema,
};
use duban::text::Lang;
use duban::workspace::gathering::{Check, Gathering, Memory, Progress, Sent, find, gather};
use duban::workspace::{Command as Order, Home};
use school::{Place, order, tick, week};
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

const PROGRAM: &str = env!("CARGO_BIN_EXE_duban");
const TEN: &[&str] = &["taijiang-2022"];

/// A school whose weeks are lived one by one.
struct School(Place);

impl School {
    fn new() -> Self {
        Self::called("qingshan", "青山小学")
    }

    fn called(id: &str, name: &str) -> Self {
        Self(Place::of(TEN, |school| {
            school.id = id.parse().expect("an id");
            name.clone_into(&mut school.name);
        }))
    }

    /// Ticks so many of some items on a week's Friday.
    fn worked(&self, of: &str, ticks: usize) {
        let friday = friday(of);
        let now = &mut self.0.at(&format!("{friday} 15:00"));
        for name in ["0.4", "3.2", "4.2", "5.4", "5.3"].iter().take(ticks) {
            tick(now, &[name], &friday);
        }
    }

    fn sign(&self, of: &str, at: &str) {
        let order = Order::SignWeek {
            week: week(of),
            nothing_to_report: false,
        };
        school::order(&mut self.0.at(at), &order);
    }

    fn unlock(&self, of: &str, at: &str) {
        let unlock = Order::UnlockWeek {
            week: week(of),
            reason: "补充".into(),
        };
        order(&mut self.0.at(at), &unlock);
    }

    /// The report of a week in which so much was done, signed on its Friday.
    fn signed(&self, of: &str, ticks: usize) -> StatusReport {
        self.worked(of, ticks);
        self.sign(of, &format!("{} 16:00", friday(of)));
        self.report(of)
    }

    /// The report of a week, written on its Friday's evening.
    fn report(&self, of: &str) -> StatusReport {
        self.0.report(&format!("{} 17:00", friday(of)), of)
    }

    /// A copy of the record.
    fn backup(&self) -> PathBuf {
        let copy = self.0.path().join("record.backup");
        let now = self.0.at("2022-02-25 18:00");
        now.record().backup(&copy).expect("a copy");
        copy
    }

    /// Puts a copy in the record's place.
    fn restore(&self, copy: &Path) {
        let record = Home::at(self.0.path()).record_file();
        for ending in ["-wal", "-shm"] {
            let mut beside = record.clone().into_os_string();
            beside.push(ending);
            assert!(!Path::new(&beside).exists(), "the record is open");
        }
        fs::copy(copy, record).expect("restored");
    }
}

fn friday(of: &str) -> String {
    let days = chrono::Days::new(4);
    let friday = week(of).monday().checked_add_days(days);
    friday.expect("a day").to_string()
}

/// A bureau with a folder of reports and a ledger.
struct Bureau(tempfile::TempDir);

impl Bureau {
    fn new() -> Self {
        let bureau = Self(tempfile::tempdir().expect("a folder"));
        fs::create_dir(bureau.path("reports")).expect("a folder");
        bureau
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn put(&self, name: &str, report: &StatusReport) {
        let bytes = write_report(report, Form::Yaml).expect("YAML");
        fs::write(self.path("reports").join(name), bytes).expect("written");
    }

    fn run(&self, words: &[&str]) -> Output {
        let mut command = Command::new(PROGRAM);
        command.env_clear().current_dir(self.0.path());
        command.arg("rollup").args(words).stdin(Stdio::null());
        command.output().expect("the program")
    }

    /// What the program prints, which has to end well, but for broken records.
    fn rolled_up(&self, words: &[&str]) -> String {
        let output = self.run(words);
        let err = String::from_utf8_lossy(&output.stderr);
        let out = String::from_utf8(output.stdout).expect("UTF-8");
        let warns = err.starts_with("！！") || err.starts_with("!! ");
        let is_broken = warns || out.contains("！！") || out.contains("!! ");
        assert!(warns || err.is_empty(), "{err}");
        assert_eq!(output.status.code(), Some(i32::from(is_broken)));
        out
    }

    /// What is said of the folder.
    fn says(&self, lang: &str) -> String {
        self.rolled_up(&["reports", "--ledger=ledger.json", lang])
    }

    /// The document, where these reports alone come in.
    fn takes(&self, reports: &[&StatusReport]) -> Value {
        let folder = self.path("reports");
        fs::remove_dir_all(&folder).expect("removed");
        fs::create_dir(&folder).expect("a folder");
        for (n, report) in reports.iter().enumerate() {
            self.put(&format!("{n}.yaml"), report);
        }
        self.document(&[])
    }

    /// The document, which holds to its schema.
    fn document(&self, more: &[&str]) -> Value {
        let words = ["reports", "--ledger=ledger.json", "--json"];
        let json = self.rolled_up(&[&words[..], more].concat());
        let document = serde_json::from_str(&json).expect("JSON");
        let schema = jsonschema::validator_for(&rollup_json_schema()).expect("a schema");
        let errors = schema.iter_errors(&document).map(|error| error.to_string());
        assert_eq!(errors.collect::<Vec<_>>(), Vec::<String>::new());
        serde_json::from_value::<RollUpReport>(document.clone()).expect("a roll-up");
        document
    }

    /// Wrong input: what is said, and nothing else is printed.
    fn refused(&self, words: &[&str]) -> String {
        let output = self.run(&[&["reports", "--ledger=ledger.json"], words].concat());
        assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0));
        String::from_utf8(output.stderr).expect("UTF-8")
    }

    fn ledger(&self) -> Vec<u8> {
        fs::read(self.path("ledger.json")).expect("a ledger")
    }
}

/// How the first school's record stands: the standing, and why.
fn stands(document: &Value) -> (&str, &str) {
    let record = &document["schools"][0]["record"];
    let why = record["why"].as_str().or(record["fault"].as_str());
    let standing = record["standing"].as_str().expect("a standing");
    (standing, why.unwrap_or_default())
}

fn breaks(document: &Value) -> usize {
    document["records"]["breaks"]
        .as_array()
        .expect("a list")
        .len()
}

#[test]
fn reports_that_carry_on_from_the_last_one_are_proved() {
    let (school, bureau) = (School::new(), Bureau::new());
    let first = school.signed("2022-W09", 2);
    let document = bureau.takes(&[&first]);
    assert_eq!(stands(&document), ("unproved", "first"));
    let second = school.signed("2022-W10", 3);
    let document = bureau.takes(&[&second]);
    assert_eq!(stands(&document), ("proved", ""));
    let since = &document["schools"][0]["record"]["since"];
    assert_eq!(since["week"], "2022-W09");
    assert_eq!(since["facts"], first.record.facts);
    assert_eq!(since["head"].as_str(), Some(first.record.head.as_str()));
    let records = &document["records"];
    assert_eq!(
        (&records["proved"], &records["unproved"]),
        (&1.into(), &0.into())
    );
    // An old week's report again.
    assert_eq!(stands(&bureau.takes(&[&first])), ("unproved", "first"));
    // Without a ledger nothing is said.
    let json = bureau.rolled_up(&["reports", "--json"]);
    let plain: Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(plain.get("records"), None);
    assert_eq!(plain["schools"][0].get("record"), None);
}

#[test]
fn weeks_that_come_in_together_are_taken_in_their_order_whatever_the_files_are_called() {
    let (school, bureau) = (School::new(), Bureau::new());
    let weeks = ["2022-W09", "2022-W10", "2022-W11", "2022-W12"];
    let reports = weeks.map(|week| school.signed(week, 2));
    let [a, b, c, d] = &reports;
    let document = bureau.takes(&[d, b, a, c]);
    assert_eq!(stands(&document), ("proved", ""));
    assert_eq!(
        document["schools"][0]["record"]["since"]["week"],
        "2022-W11"
    );
    // One after the other, the last one first, nothing is broken either.
    let other = Bureau::new();
    for report in [d, c, b, a] {
        let document = other.takes(&[report]);
        assert_eq!(breaks(&document), 0);
    }
    assert_eq!(stands(&other.takes(&[a, b, c, d])), ("proved", ""));
}

#[test]
fn a_record_that_was_cut_is_broken_until_that_is_accepted() {
    let (school, bureau) = (School::new(), Bureau::new());
    let copy = school.backup();
    let before = school.signed("2022-W10", 5);
    assert_eq!(breaks(&bureau.takes(&[&before])), 0);
    school.restore(&copy);
    let cut = school.signed("2022-W11", 1);
    assert!(cut.record.facts < before.record.facts);
    let document = bureau.takes(&[&before, &cut]);
    assert_eq!(stands(&document), ("broken", "shrank"));
    let broken = &document["records"]["breaks"][0];
    assert_eq!(broken["school"], "qingshan");
    let (seen, found) = (&broken["broken"]["seen"], &broken["broken"]["found"]);
    assert_eq!(
        (&seen["week"], &found["week"]),
        (&"2022-W10".into(), &"2022-W11".into())
    );
    assert_eq!(seen["facts"], before.record.facts);
    assert_eq!(found["facts"], cut.record.facts);
    assert_eq!(seen["head"].as_str(), Some(before.record.head.as_str()));
    assert_eq!(found["head"].as_str(), Some(cut.record.head.as_str()));
    // Its numbers count all the same.
    assert_eq!(document["returns"]["not_reported"], 0);

    // It stays, with the file and without it, and in both languages.
    bureau.document(&[]);
    let digits =
        |report: &StatusReport| -> String { report.record.head.chars().take(19).collect() };
    let (old, new) = (digits(&before), digits(&cut));
    let (many, few) = (before.record.facts, cut.record.facts);
    let said = bureau.says("--lang=en");
    let line = format!(
        "  青山小学 (qingshan): broken, by the report of 2022-W11: the record shrank: it was {many} facts in \
         2022-W10 (head {old}…), and is {few} facts in 2022-W11 (head {new}…) (noticed on "
    );
    assert!(said.contains(&line), "{said}");
    let said = bureau.says("--lang=zh");
    let line = format!(
        "  青山小学（qingshan）：断裂（2022-W11 报告）：记录变少：以前是 2022-W10 的 {many} 条（根哈希 {old}…），\
         这次是 2022-W11 的 {few} 条（根哈希 {new}…）"
    );
    assert!(said.contains(&line), "{said}");
    assert!(said.contains("！！台账断裂"), "{said}");
    let said = bureau.rolled_up(&["reports", "--ledger=ledger.json", "-o=x.yaml", "--lang=en"]);
    assert!(
        said.contains("\n!! BROKEN RECORDS, by reports of any week: "),
        "{said}"
    );
    let next = school.signed("2022-W12", 1);
    let document = bureau.takes(&[&next]);
    assert_eq!(
        (stands(&document), breaks(&document)),
        (("broken", "shrank"), 2)
    );
    assert_eq!(breaks(&bureau.takes(&[])), 2);

    // Another school has nothing to accept; this one's record counts from the break on.
    let said = bureau.refused(&["--accept=beiling", "--lang=en"]);
    let wanted = "error: the ledger knows of no broken record of school beiling\nhint: it knows of broken records of qingshan\n";
    assert_eq!(said, wanted);
    bureau.takes(&[&before, &cut, &next]);
    let document = bureau.document(&["--accept=qingshan"]);
    assert_eq!((stands(&document), breaks(&document)), (("proved", ""), 0));
    let document = bureau.takes(&[&before, &cut]);
    assert_eq!(
        (stands(&document), breaks(&document)),
        (("unproved", "accepted"), 0)
    );
    let document = bureau.takes(&[&before, &cut, &next]);
    assert_eq!((stands(&document), breaks(&document)), (("proved", ""), 0));
    let said = bureau.refused(&["--accept=qingshan", "--lang=zh"]);
    let wanted = "错误：底账里没有学校 qingshan 的台账断裂\n提示：底账里没有任何断裂\n";
    assert_eq!(said, wanted);
}

#[test]
fn a_broken_record_ends_the_command_with_1_after_everything_is_written() {
    let (school, bureau) = (School::new(), Bureau::new());
    let copy = school.backup();
    bureau.takes(&[&school.signed("2022-W10", 5)]);
    let run = |words: &[&str]| {
        let common = ["reports", "--ledger=ledger.json", "--lang=en"];
        let output = bureau.run(&[&common[..], words].concat());
        let [out, err] =
            [output.stdout, output.stderr].map(|said| String::from_utf8(said).expect("UTF-8"));
        (output.status.code(), out, err)
    };
    let files = ["-o=x.yaml", "-o=x.html", "-o=x.xlsx", "-o=x.csv", "--force"];
    assert_eq!(run(&files).0, Some(0));
    assert_eq!(run(&["--json"]).0, Some(0));

    school.restore(&copy);
    bureau.put("cut.yaml", &school.signed("2022-W11", 1));
    let broken = "\n  青山小学 (qingshan): broken, by the report of 2022-W11: ";
    let written = files.iter().filter_map(|word| word.strip_prefix("-o="));
    for file in written.clone() {
        fs::remove_file(bureau.path(file)).expect("removed");
    }
    let (code, out, err) = run(&files);
    assert_eq!((code, err.as_str()), (Some(1), ""));
    assert!(out.contains(broken), "{out}");
    for file in written {
        assert!(bureau.path(file).exists(), "{file}");
    }
    // The ledger remembers it, and data has standard output to itself.
    fs::remove_file(bureau.path("reports/cut.yaml")).expect("removed");
    let (code, out, err) = run(&["--json"]);
    assert_eq!(code, Some(1));
    assert!(err.contains(broken), "{err}");
    serde_json::from_str::<Value>(&out).expect("JSON alone");
    let (code, out, _) = run(&[]);
    assert_eq!(code, Some(1));
    assert!(out.contains(broken), "{out}");
    assert_eq!(run(&["--accept=qingshan"]).0, Some(0));
}

#[test]
fn a_copy_put_back_and_gone_on_with_is_found_once_it_is_longer_too() {
    let (school, bureau) = (School::new(), Bureau::new());
    let first = school.signed("2022-W09", 1);
    let copy = school.backup();
    let before = school.signed("2022-W10", 2);
    bureau.takes(&[&first, &before]);
    school.restore(&copy);
    school.worked("2022-W10", 5);
    let forked = school.signed("2022-W11", 5);
    assert!(forked.record.facts > before.record.facts);
    // Its own proof is right: it carries on from the week before.
    let previous = forked.record.previous.as_ref().expect("a head");
    assert_eq!(previous.week, week("2022-W09"));
    let document = bureau.takes(&[&forked]);
    assert_eq!(stands(&document), ("broken", "passes-over"));
    let said = bureau.says("--lang=zh");
    assert!(said.contains("却不接着它"), "{said}");

    // With just as many facts it has another head.
    let again = Bureau::new();
    school.restore(&copy);
    school.worked("2022-W11", 2);
    school.sign("2022-W11", "2022-03-18 16:00");
    let same = school.report("2022-W11");
    assert_eq!(same.record.facts, before.record.facts);
    again.takes(&[&before]);
    assert_eq!(stands(&again.takes(&[&same])), ("broken", "other-head"));
    let next = school.signed("2022-W12", 1);
    again.takes(&[&before]);
    assert_eq!(breaks(&again.takes(&[&next])), 2);
    assert_eq!(stands(&again.document(&[])), ("broken", "other-before"));
}

#[test]
fn a_proof_that_was_altered_is_a_broken_record() {
    let (school, bureau) = (School::new(), Bureau::new());
    school.signed("2022-W09", 1);
    school.signed("2022-W10", 2);
    let mut forged = school.signed("2022-W11", 2);
    let previous = forged.record.previous.as_mut().expect("a head");
    previous.proof.reverse();
    assert!(previous.proof.len() > 1);
    let document = bureau.takes(&[&forged]);
    assert_eq!(stands(&document), ("broken", "proof"));
}

#[test]
fn weeks_that_were_missed_or_not_signed_are_unproved_and_not_broken() {
    let (school, bureau) = (School::new(), Bureau::new());
    let first = school.signed("2022-W08", 1);
    school.signed("2022-W09", 1);
    let third = school.signed("2022-W10", 1);
    bureau.takes(&[&first]);
    let document = bureau.takes(&[&third]);
    assert_eq!(
        (stands(&document), breaks(&document)),
        (("unproved", "missed"), 0)
    );
    let said = bureau.says("--lang=en");
    assert!(
        said.contains("Records of this week's reports: proved to have only grown: 0; not proved: 1; broken: 0."),
        "{said}"
    );
    school.worked("2022-W11", 1);
    let unsigned = school.report("2022-W11");
    assert_eq!(stands(&bureau.takes(&[&unsigned])), ("proved", ""));
    let fifth = school.signed("2022-W12", 1);
    let document = bureau.takes(&[&fifth]);
    assert_eq!(
        (stands(&document), breaks(&document)),
        (("unproved", "not-signed"), 0)
    );
    assert_eq!(document["schools"][0]["record"]["last"]["week"], "2022-W11");
}

#[test]
fn what_is_unproved_is_said_in_both_languages() {
    let (school, bureau) = (School::new(), Bureau::new());
    bureau.takes(&[&school.signed("2022-W10", 3)]);
    bureau.put("0.yaml", &School::new().signed("2022-W11", 1));
    let before = bureau.ledger();
    let said = bureau.says("--lang=en");
    let line = "\nrecords that are not proved:\n  青山小学 (qingshan): not proved: another installation than \
                before wrote it, so the record began anew; last seen: ";
    assert!(said.contains(line), "{said}");
    fs::write(bureau.path("ledger.json"), before).expect("written");
    let said = bureau.says("--lang=zh");
    let line = "\n台账未能证明只增未改：\n  青山小学（qingshan）：未能证明：换了电脑或重新安装，台账从头开始；上次见到的是 2022-W10 的 ";
    assert!(said.contains(line), "{said}");
    assert!(
        said.contains("台账：证明只增未改 0 所；未能证明 1 所；断裂 0 所。"),
        "{said}"
    );
    // Nor is it proved by being read again.
    assert_eq!(stands(&bureau.document(&[])), ("unproved", "anew"));
}

#[test]
fn a_week_that_was_amended_carries_on_from_what_it_was() {
    let (school, bureau) = (School::new(), Bureau::new());
    let tenth = school.signed("2022-W10", 2);
    let eleventh = school.signed("2022-W11", 2);
    bureau.takes(&[&tenth, &eleventh]);
    school.unlock("2022-W10", "2022-03-21 09:00");
    tick(&mut school.0.at("2022-03-21 09:10"), &["4.2"], "2022-03-11");
    school.sign("2022-W10", "2022-03-21 10:00");
    let amended = school.0.report("2022-03-21 11:00", "2022-W10");
    assert!(amended.record.facts > eleventh.record.facts);
    let previous = amended.record.previous.as_ref().expect("a head");
    assert_eq!(
        (previous.week, previous.facts),
        (week("2022-W11"), eleventh.record.facts)
    );
    // Taken before the week after it, although it was signed later.
    let document = bureau.takes(&[&amended, &eleventh]);
    assert_eq!((stands(&document), breaks(&document)), (("proved", ""), 0));
    let other = Bureau::new();
    let document = other.takes(&[&tenth, &amended, &eleventh]);
    assert_eq!((stands(&document), breaks(&document)), (("proved", ""), 0));
    let twelfth = school.signed("2022-W12", 1);
    let document = bureau.takes(&[&twelfth]);
    assert_eq!(stands(&document), ("proved", ""));
    assert_eq!(
        document["schools"][0]["record"]["since"]["facts"],
        amended.record.facts
    );
    // What it was before is an old report.
    let document = bureau.takes(&[&tenth]);
    assert_eq!(breaks(&document), 0);
}

#[test]
fn a_roll_up_that_is_rolled_up_shows_broken_records_too() {
    let (school, bureau) = (School::new(), Bureau::new());
    let copy = school.backup();
    let before = school.signed("2022-W10", 4);
    bureau.put("a.yaml", &before);
    bureau.rolled_up(&["reports", "-o", "first.yaml"]);
    school.restore(&copy);
    bureau.put("a.yaml", &school.signed("2022-W11", 1));
    bureau.rolled_up(&["reports", "-o", "second.json"]);
    let of = |file: &str| {
        let json = bureau.rolled_up(&[file, "--ledger=city.json", "--json"]);
        serde_json::from_str::<Value>(&json).expect("JSON")
    };
    assert_eq!(stands(&of("first.yaml")), ("unproved", "first"));
    assert_eq!(stands(&of("second.json")), ("broken", "shrank"));
}

#[test]
fn a_school_that_is_not_on_the_roster_leaves_no_trace() {
    let (school, bureau) = (School::new(), Bureau::new());
    bureau.put("a.yaml", &school.signed("2022-W10", 1));
    fs::write(
        bureau.path("schools.csv"),
        "id,name,kind\nbeiling,北岭小学,primary\n",
    )
    .expect("written");
    for known in [0, 1] {
        let said = bureau.rolled_up(&[
            "reports",
            "--ledger=ledger.json",
            "--roster=schools.csv",
            "--lang=en",
        ]);
        assert!(
            said.contains("  a.yaml: school qingshan is not on the roster\n"),
            "{said}"
        );
        let line = format!("Known from the ledger, not parsed again: {known}.\n");
        assert!(said.contains(&line), "{said}");
    }
    assert_eq!(stands(&bureau.document(&[])), ("unproved", "first"));
}

#[test]
fn a_file_that_is_known_is_not_parsed_again_and_says_the_same() {
    let bureau = Bureau::new();
    let schools = ["a", "b", "c"].map(|id| School::called(id, id));
    let reports = schools
        .each_ref()
        .map(|school| school.signed("2022-W10", 2));
    for (report, name) in reports.iter().zip(["a.yaml", "b.yaml", "c.yaml"]) {
        bureau.put(name, report);
    }
    let reports_folder = bureau.path("reports");
    fs::copy(
        reports_folder.join("a.yaml"),
        reports_folder.join("a2.yaml"),
    )
    .expect("a copy");
    fs::write(reports_folder.join("notes.txt"), "to do").expect("written");
    let mut lies = reports[0].clone();
    lies.totals.done += 1;
    bureau.put("lies.yaml", &lies);
    let known = |n: usize| format!("Known from the ledger, not parsed again: {n}.\n");
    let first = bureau.says("--lang=en");
    // Two files are the same: which is met first is not known.
    assert!(first.contains(&known(0)), "{first}");
    let second = bureau.says("--lang=en");
    assert!(second.contains(&known(6)), "{second}");
    let without = |said: &str| -> Vec<String> {
        let told = |line: &&str| !line.starts_with("Known") && !line.starts_with("Records");
        said.lines().filter(told).map(str::to_owned).collect()
    };
    assert_eq!(without(&first), without(&second));
    let plain = bureau.rolled_up(&["reports", "--lang=en"]);
    assert_eq!(without(&plain), without(&second));
    // A reason is told in the language that is asked for.
    let said = bureau.says("--lang=zh");
    assert!(
        said.contains("其中 4 个文件底账里已有，没有重新解析。"),
        "{said}"
    );
    assert!(said.contains("  lies.yaml：自相矛盾，整份报告："), "{said}");
    // One changed, one more.
    bureau.put("b.yaml", &reports[2]);
    bureau.put("d.yaml", &School::called("d", "d").signed("2022-W10", 1));
    let said = bureau.says("--lang=zh");
    assert!(said.contains("其中 6 个文件"), "{said}");
    // The documents are the same but for the moment.
    let document = |words: &[&str]| {
        let json =
            bureau.rolled_up(&[&["reports", "--json", "--today=2022-03-16"], words].concat());
        let mut document: Value = serde_json::from_str(&json).expect("JSON");
        let keys = document.as_object_mut().expect("keys");
        keys.remove("generated_at");
        keys.remove("records");
        for school in document["schools"].as_array_mut().expect("schools") {
            school.as_object_mut().expect("keys").remove("record");
        }
        document
    };
    assert_eq!(document(&[]), document(&["--ledger=ledger.json"]));
}

/// A list that lets nobody sign.
#[derive(Debug)]
struct Nobody;

impl Check for Nobody {
    fn check(&self, sent: &Sent<'_>) -> Result<(), Reason> {
        assert_eq!(sent.by.map(|by| by.school.as_str()), Some("qingshan"));
        assert!(!sent.bytes.is_empty());
        Err(Reason::Signature(SignatureFault::Unsigned))
    }
}

#[test]
fn a_file_that_is_known_still_has_to_pass_the_check_of_its_signature() {
    let bureau = Bureau::new();
    bureau.put("a.yaml", &School::new().signed("2022-W10", 1));
    let paths = [bureau.path("reports")];
    let gathered = |known: FileMemory, check: Option<&dyn Check>| {
        let (memory, progress) = (Memory::of(known), Progress::default());
        let gathering = Gathering {
            found: &find(&paths, &[], Lang::En),
            lang: Lang::En,
            check,
            memory: Some(&memory),
        };
        let rollup: RollUp = gather(&gathering, &progress);
        let told = (rollup.rows().count(), progress.known());
        (told, memory.updated(school::day("2022-03-16")))
    };
    let mut known = FileMemory::default();
    // What is refused for its signature is known by its bytes all the same.
    for (check, wanted) in [
        (Some(&Nobody as &dyn Check), (0, 0)),
        (Some(&Nobody as &dyn Check), (0, 1)),
        (None, (1, 1)),
        (Some(&Nobody as &dyn Check), (0, 1)),
    ] {
        let (told, now) = gathered(known, check);
        assert_eq!(told, wanted);
        known = now;
    }
    // What is not met for sixty days is forgotten.
    known.update(Vec::new(), school::day("2022-05-15"));
    assert_eq!(known.files(), 1);
    known.update(Vec::new(), school::day("2022-05-16"));
    assert_eq!(known.files(), 0);
}

#[test]
fn what_checklists_ask_is_forgotten_with_the_files_and_the_others_are_known_still() {
    let (mut ledger, bureau) = (RollUpLedger::default(), Bureau::new());
    let [one, two] = ["taijiang-2022", "fengze-2020"].map(|list| Place::new(&[list]));
    let report = |place: &Place| place.report("2022-03-11 17:00", "2022-W10");
    bureau.put("one.yaml", &report(&one));
    bureau.put("two.yaml", &report(&two));
    let mut met_on = |day: &str| {
        let (memory, progress) = (Memory::of(ledger.files.clone()), Progress::default());
        let gathering = Gathering {
            found: &find(&[bureau.path("reports")], &[], Lang::En),
            lang: Lang::En,
            check: None,
            memory: Some(&memory),
        };
        let _rollup = gather(&gathering, &progress);
        ledger.files = memory.updated(school::day(day));
        let written = write_ledger(&ledger).expect("a ledger");
        ledger = read_ledger(written.clone()).expect("a ledger");
        let shapes = String::from_utf8(written).expect("UTF-8");
        let shapes = shapes.matches("\"requirements\":").count();
        (progress.known(), ledger.files.files(), shapes)
    };
    assert_eq!(met_on("2022-03-11"), (0, 2, 2));
    fs::remove_file(bureau.path("reports/one.yaml")).expect("removed");
    assert_eq!(met_on("2022-05-10"), (1, 2, 2));
    assert_eq!(met_on("2022-05-11"), (1, 1, 1));
    assert_eq!(met_on("2022-05-12"), (1, 1, 1));
}

#[test]
fn a_ledger_that_cannot_be_read_is_refused_and_left_as_it_is() {
    let (school, bureau) = (School::new(), Bureau::new());
    bureau.put("a.yaml", &school.signed("2022-W10", 1));
    bureau.says("--lang=en");
    let good = bureau.ledger();
    let text = String::from_utf8(good.clone()).expect("UTF-8");
    let json: Value = serde_json::from_str(&text).expect("the ledger is JSON");
    assert_eq!(json["schema"], "duban.rollup-ledger/1");
    let damaged = (
        "the ledger ledger.json is damaged or was altered; it was left as it is",
        "底账 ledger.json 已损坏或被改动过，没有动它",
    );
    let newer = (
        "the ledger ledger.json was written by a later duban; it was left as it is",
        "底账 ledger.json 是更新版本的督办写的，没有动它",
    );
    let none = (
        "ledger.json is no ledger of roll-ups; it was left as it is",
        "ledger.json 不是汇总的底账，没有动它",
    );
    let half: String = text.chars().take(text.chars().count() / 2).collect();
    let altered = text.replacen("2022-W10", "2022-W11", 1);
    assert_ne!(altered, text);
    for (bad, wanted) in [
        (half, damaged),
        (altered, damaged),
        (text.replacen("ledger/1", "ledger/2", 1), newer),
        (String::new(), none),
        ("schema: duban.rollup/1\n".to_owned(), none),
    ] {
        fs::write(bureau.path("ledger.json"), &bad).expect("written");
        for (lang, wanted) in [("--lang=en", wanted.0), ("--lang=zh", wanted.1)] {
            let said = bureau.refused(&[lang, "-o=out.yaml"]);
            let first = said.lines().next().expect("a line");
            assert!(first.ends_with(wanted), "{said}");
            assert_eq!(said.lines().count(), 2, "{said}");
        }
        assert_eq!(bureau.ledger(), bad.as_bytes());
        assert!(!bureau.path("out.yaml").exists());
    }
    fs::write(bureau.path("ledger.json"), &good).expect("written");
    assert!(bureau.says("--lang=en").contains("not parsed again: 1."));
}

#[test]
fn every_byte_of_the_ledger_counts() {
    let (school, bureau) = (School::new(), Bureau::new());
    bureau.put("a.yaml", &school.signed("2022-W10", 1));
    bureau.says("--lang=en");
    let good = bureau.ledger();
    for at in (0..good.len()).step_by(7) {
        let mut bad = good.clone();
        bad[at] ^= 1;
        assert!(read_ledger(bad).is_err(), "{at}");
    }
    assert!(read_ledger(good.clone()).is_ok());
    // What another version of the program knows of files is not taken over; the heads are.
    let ledger = read_ledger(good.clone()).expect("a ledger");
    assert_eq!((ledger.files.files(), ledger.heads.schools.len()), (1, 1));
    let version = concat!("duban ", env!("CARGO_PKG_VERSION"));
    let text = String::from_utf8(good).expect("UTF-8");
    let (body, _) = text.rsplit_once("\"digest\":\"").expect("a digest");
    let other = body.replacen(version, "duban 99.9.9", 1);
    let digest = duban::format::digest(other.as_bytes());
    let other = format!("{other}\"digest\":\"{digest}\"}}\n");
    let ledger = read_ledger(other.into_bytes()).expect("a ledger");
    assert_eq!((ledger.files.files(), ledger.heads.schools.len()), (0, 1));
}

#[test]
fn the_ledger_in_the_folder_of_reports_is_no_report() {
    let (school, bureau) = (School::new(), Bureau::new());
    bureau.put("a.yaml", &school.signed("2022-W10", 1));
    for _ in 0..2 {
        let said = bureau.rolled_up(&["reports", "--ledger=reports/ledger.json", "--lang=en"]);
        let line = "1 file: 1 accepted, 0 superseded, 0 set aside.";
        assert!(said.contains(line), "{said}");
    }
    let of_ledger: Week = week("2022-W10");
    let said = bureau.rolled_up(&["reports", "--ledger=reports/ledger.json", "--lang=en"]);
    assert!(said.starts_with(&of_ledger.to_string()), "{said}");
}

#[test]
fn a_school_can_only_be_accepted_in_a_ledger() {
    let bureau = Bureau::new();
    let output = bureau.run(&["reports", "--accept=qingshan", "--lang=en"]);
    assert_eq!(output.status.code(), Some(2));
}
