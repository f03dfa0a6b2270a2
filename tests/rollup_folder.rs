//! Folders of reports, read by the real program: what became of every file, whatever lies there.
#![cfg(unix)]

#[path = "support/busy.rs"]
mod busy;
#[path = "support/school.rs"]
mod school;
#[path = "support/terminal.rs"]
mod terminal;

use busy::{LATER, open_week};
use duban::format::{Form, write_report};
use duban::report::StatusReport;
use duban::text::Lang;
use school::week;
use std::ffi::OsStr;
use std::fs;
use std::io::Write;
use std::os::unix::fs::symlink;
use std::os::unix::net::UnixListener;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;
use terminal::Terminal;

const PROGRAM: &str = env!("CARGO_BIN_EXE_duban");

/// A report of the week 2022-W11 as of the Tuesday after it.
fn sample() -> &'static StatusReport {
    static SAMPLE: OnceLock<StatusReport> = OnceLock::new();
    SAMPLE.get_or_init(|| {
        let report = open_week().at(LATER).report(week("2022-W11"), None, Lang::Zh);
        report.expect("a report")
    })
}

/// The sample as another school's.
fn of_school(id: &str) -> StatusReport {
    let mut report = sample().clone();
    id.clone_into(&mut report.school.id);
    report
}

fn yaml(report: &StatusReport) -> String {
    let bytes = write_report(report, Form::Yaml).expect("YAML");
    String::from_utf8(bytes).expect("UTF-8")
}

/// A folder of reports.
struct Folder(tempfile::TempDir);

impl Folder {
    fn new() -> Self {
        Self(tempfile::tempdir().expect("a folder"))
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join("reports").join(name)
    }

    fn put(&self, name: &str, bytes: impl AsRef<[u8]>) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("folders");
        fs::write(path, bytes).expect("written");
    }

    fn duban(&self, words: &[&str]) -> Command {
        let mut command = Command::new(PROGRAM);
        command.env_clear().current_dir(self.0.path());
        command.arg("rollup").args(words).stdin(Stdio::null());
        command
    }

    /// What the program prints, which has to end well.
    fn rolled_up(&self, words: &[&str]) -> String {
        said(&mut self.duban(words), None)
    }

    /// The same, with a list of paths on standard input.
    fn listed(&self, list: &[u8]) -> String {
        said(&mut self.duban(&["-", "--lang=en"]), Some(list))
    }
}

fn said(command: &mut Command, input: Option<&[u8]>) -> String {
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    if input.is_some() {
        command.stdin(Stdio::piped());
    }
    let mut program = command.spawn().expect("the program");
    if let Some(input) = input {
        let mut stdin = program.stdin.take().expect("its input");
        stdin.write_all(input).expect("a reader");
    }
    let output = program.wait_with_output().expect("the program");
    let err = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() && err.is_empty(), "{err}");
    String::from_utf8(output.stdout).expect("UTF-8")
}

const HEAD: &str = "schema: duban.status-report/1\n";

/// Lists in lists, which ten names repeat a thousand million times.
fn alias_bomb() -> String {
    let mut text = format!("{HEAD}a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
    for n in 1..10 {
        let nine = vec![format!("*a{}", n - 1); 9].join(", ");
        text.push_str(&format!("a{n}: &a{n} [{nine}]\n"));
    }
    text
}

/// Everything that is no report but looks for a place among them: the name, the bytes, what is said.
fn broken() -> Vec<(&'static str, Vec<u8>, &'static str)> {
    let good = yaml(&of_school("x"));
    let altered = |from: &str, to: &str| {
        assert!(good.contains(from), "{from}");
        good.replacen(from, to, 1).into_bytes()
    };
    let cut = good.len() / 2;
    let cut = (0..cut).rev().find(|at| good.is_char_boundary(*at));
    let half = good.split_at(cut.expect("a character")).0;
    let json = write_report(&of_school("x"), Form::Json).expect("JSON");
    let utf_16: Vec<u8> = good.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let mut lies = of_school("x");
    lies.totals.done += 1;
    vec![
        ("alias-bomb.yaml", alias_bomb().into(), "no report, line 3 column 11: aliases repeat too much"),
        ("binary.xlsx", b"PK\x03\x04\x14\0\x06\0\x08\0\0\0\xff\xfe".into(), "no report, line 1 column 13: the file is not UTF-8"),
        ("cut.json", json[..json.len() / 2].into(), ""),
        ("cut.yaml", half.into(), ""),
        ("deep.yaml", format!("{HEAD}a: {}", "[".repeat(100_000)).into(), "no report, line 2 column 35: nested too deep"),
        ("empty.yaml", Vec::new(), "no report, line 1 column 1: the file is empty"),
        ("gbk.yaml", [HEAD.as_bytes(), b"name: \xc7\xe0\xc9\xbd\n"].concat(), ""),
        ("lies.yaml", yaml(&lies).into(), "contradicts itself, the report: done is 7 and should be 6"),
        ("newer.yaml", altered("\nweek:", "\nmood: good\nweek:"), "no report, line 3 column 1: the key `mood` is not known"),
        ("next.yaml", altered("report/1", "report/2"), ""),
        ("nul.yaml", altered("\nweek:", "\n\0week:"), "no report, line 11 column 1: an invisible character, U+0000"),
        ("readme.txt", b"Put your reports here.\n".into(), "no report, line 1 column 1: the key `schema` is missing"),
        ("utf-16.yaml", utf_16, ""),
        ("a\u{1b}[2J\nb.yaml", b"x".into(), ""),
        ("..\\..\\up.yaml", b"x".into(), ""),
        ("signed.yaml.sig", b"x".into(), "a signature, and the file that it signs is not beside it"),
    ]
}

#[test]
fn every_file_of_a_hostile_folder_has_its_line_and_none_stops_the_rest() {
    let folder = Folder::new();
    folder.put("good/one.yaml", yaml(&of_school("one")));
    for (name, bytes, _) in broken() {
        folder.put(name, bytes);
    }
    println!("{}", folder.rolled_up(&["reports", "--lang=en"]));
    println!("{}", folder.rolled_up(&["reports", "--lang=zh"]));
    panic!();
}
