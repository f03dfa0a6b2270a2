//! Folders of reports, read by the real program: what became of every file, whatever lies there.
#![cfg(unix)]

#[path = "support/busy.rs"]
mod busy;
#[path = "support/school.rs"]
mod school;
#[path = "support/terminal.rs"]
mod terminal;

use busy::{LATER, open_week};
use duban::format::{EMBEDDED_LAYOUTS, Form, read_layout, write_report};
use duban::report::StatusReport;
use duban::text::Lang;
use duban::workspace::ReportAsked;
use school::week;
use std::ffi::OsStr;
use std::fmt::Write as _;
use std::fs;
use std::io::Write;
use std::os::unix::fs::symlink;
use std::os::unix::net::UnixListener;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::OnceLock;
use terminal::Terminal;

const PROGRAM: &str = env!("CARGO_BIN_EXE_duban");

/// A report of the week 2022-W11 as of the Tuesday after it.
fn sample() -> &'static StatusReport {
    static SAMPLE: OnceLock<StatusReport> = OnceLock::new();
    SAMPLE.get_or_init(|| {
        let report = open_week()
            .at(LATER)
            .report(week("2022-W11"), None, Lang::Zh);
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
        let _ = writeln!(text, "a{n}: &a{n} [{nine}]");
    }
    text
}

/// Everything that is no report but lies among them: the name, the bytes, what is said of it.
fn broken() -> Vec<(&'static str, Vec<u8>, &'static str)> {
    let good = yaml(&of_school("x"));
    let altered = |from: &str, to: &str| {
        assert!(good.contains(from), "{from}");
        good.replacen(from, to, 1).into_bytes()
    };
    let half = good
        .get(..good.find("clauses:").expect("an item"))
        .expect("a half");
    let json = write_report(&of_school("x"), Form::Json).expect("JSON");
    let utf_16: Vec<u8> = good.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let mut lies = of_school("x");
    lies.totals.done += 1;
    let [done, counted] = [lies.totals.done, sample().totals.done];
    assert_eq!((done, counted), (4, 3));
    vec![
        (
            "alias-bomb.yaml",
            alias_bomb().into(),
            "no report, line 5 column 30: aliases (`*`) repeat too much",
        ),
        (
            "binary.xlsx",
            b"PK\x03\x04\x14\0\x06\0\x08\0\0\0\xff\xfe".into(),
            "no report, line 1 column 13: the file is not UTF-8",
        ),
        (
            "cut.json",
            json.split_at(100).0.into(),
            "no report, line 3 column 13: brackets or commas do not match",
        ),
        (
            "cut.yaml",
            half.into(),
            "no report, line 606 column 7: cannot be read: checklists[0].requirements[0].items[0]: missing field `clauses`",
        ),
        (
            "deep.yaml",
            format!("{HEAD}a: {}", "[".repeat(100_000)).into(),
            "no report, line 2 column 259: nested too deep",
        ),
        (
            "empty.yaml",
            Vec::new(),
            "no report, line 1 column 1: the file is empty",
        ),
        (
            "gbk.yaml",
            [HEAD.as_bytes(), b"name: \xc7\xe0\xc9\xbd\n"].concat(),
            "no report, line 2 column 7: the file is not UTF-8; it looks like GBK (GB18030)",
        ),
        (
            "lies.yaml",
            yaml(&lies).into(),
            "contradicts itself, the report: done is 4 and should be 3",
        ),
        (
            "newer.yaml",
            altered("\nweek:", "\nmood: good\nweek:"),
            "no report, line 8 column 1: unknown key `mood`",
        ),
        (
            "next.yaml",
            altered("report/1", "report/2"),
            "no report, line 1 column 9: unknown schema `duban.status-report/2`, of a later duban",
        ),
        (
            "nul.yaml",
            altered("\nweek:", "\n\0week:"),
            "no report, line 8 column 1: an invisible character, U+0000",
        ),
        (
            "readme.txt",
            b"Put your reports here.\n".into(),
            "no report, line 1 column 1: the key `schema` is missing",
        ),
        (
            "utf-16.yaml",
            utf_16,
            "no report, line 1 column 1: the file is not UTF-8; it looks like UTF-16 (some editors say `Unicode`)",
        ),
        (
            "a\u{1b}[2J\u{202e}b.yaml",
            b"x".into(),
            "no report, line 1 column 1: the key `schema` is missing",
        ),
        (
            "..\\..\\up.yaml",
            b"x".into(),
            "no report, line 1 column 1: the key `schema` is missing",
        ),
        (
            "alone.yaml.sig",
            b"x".into(),
            "a signature, and the file that it signs is not beside it",
        ),
    ]
}

/// A report from the end of all calendars.
fn far() -> (&'static str, Vec<u8>, &'static str) {
    let mut far = of_school("x");
    far.generated_at = "+262142-12-31T23:59:59+00:00".parse().expect("a moment");
    (
        "far.yaml",
        yaml(&far).into(),
        "contradicts itself, the report: a date is in the year 262142, and a year has four digits",
    )
}

/// What is small, but would take a hundred times its memory to read.
fn dense() -> Vec<(&'static str, Vec<u8>, &'static str)> {
    vec![
        (
            "dense.yaml",
            format!("{HEAD}a: [{}]", "x,".repeat(200_000)).into(),
            "no report, line 1 column 1: too much is in it: about 200004 entries of at most 131072",
        ),
        (
            "dense-rollup.yaml",
            format!("schema: duban.rollup/1\nkept: [{}]", "x,".repeat(600_000)).into(),
            "no report, line 1 column 1: too much is in it: about 600004 entries of at most 524288",
        ),
    ]
}

/// Puts into a folder what is no file to read, with what is said of each.
fn strange(folder: &Folder) -> Vec<(&'static str, &'static str)> {
    let made = Command::new("mkfifo")
        .arg(folder.path("pipe.yaml"))
        .status();
    assert!(made.expect("mkfifo").success());
    let large = fs::File::create(folder.path("large.yaml")).expect("a file");
    large.set_len(2 << 30).expect("a hole");
    UnixListener::bind(folder.path("socket")).expect("a socket");
    for (to, from) in [
        ("/etc/passwd", "passwd.yaml"),
        ("../outside.yaml", "outside.yaml"),
        ("/etc", "etc"),
        ("nowhere", "dangling.yaml"),
        ("round.yaml", "round.yaml"),
        (".", "again"),
    ] {
        symlink(to, folder.path(from)).expect("a link");
    }
    let leads_out = "a link that leads out of the folder; it was not followed";
    let no_file = "no ordinary file, but a pipe, a socket or a device";
    vec![
        ("pipe.yaml", no_file),
        ("large.yaml", "too large for a report: 2048 MiB"),
        ("socket", no_file),
        ("passwd.yaml", leads_out),
        ("outside.yaml", leads_out),
        ("etc", leads_out),
        (
            "dangling.yaml",
            "cannot be read: there is no such file or folder",
        ),
        (
            "round.yaml",
            "cannot be read: Too many levels of symbolic links (os error 40)",
        ),
    ]
}

/// The line of a summary that counts the files.
const FILES: usize = 5;

fn at(said: &str, line: usize) -> &str {
    said.lines().nth(line).expect("a line")
}

/// The lines below a heading, up to an empty one.
fn below<'a>(said: &'a str, heading: &str) -> Vec<&'a str> {
    let lines = said.lines().skip_while(|line| *line != heading).skip(1);
    lines.take_while(|line| !line.is_empty()).collect()
}

#[test]
fn every_file_of_a_hostile_folder_has_its_line_and_none_stops_the_rest() {
    let folder = Folder::new();
    let mut other_version = of_school("two");
    other_version.checklists[0].version += 1;
    folder.put("good/one.yaml", yaml(&of_school("one")));
    folder.put("good/two.yaml", yaml(&other_version));
    let json = write_report(&of_school("three"), Form::Json).expect("JSON");
    folder.put("good/three.json", [b"\xef\xbb\xbf", &*json].concat());
    let outside = folder.path("").with_file_name("outside.yaml");
    fs::write(outside, yaml(&of_school("outside"))).expect("written");
    let mut wanted = Vec::new();
    for (name, bytes, said) in broken().into_iter().chain(dense()).chain([far()]) {
        folder.put(name, bytes);
        wanted.push((name, said));
    }
    wanted.extend(strange(&folder));
    let count = wanted.len();
    let visible = |name: &str| duban::text::visible(name).into_owned();
    let mut wanted: Vec<String> = wanted
        .into_iter()
        .map(|(name, said)| format!("  {}: {said}", visible(name)))
        .collect();
    wanted.sort();

    let said = folder.rolled_up(&["reports", "--lang=en"]);
    let mut lines = below(&said, "set aside:");
    lines.sort_unstable();
    assert_eq!(lines, wanted);
    let all = count + 3;
    let counts = format!("{all} files: 3 accepted, 0 superseded, {count} set aside.");
    assert_eq!(at(&said, 0), "2022-W11, due 2022-03-20");
    assert_eq!(at(&said, FILES), counts);

    let said = folder.rolled_up(&["reports", "--lang=zh"]);
    let counts = format!("文件 {all} 个 = 采用 3 + 被取代 0 + 未采用 {count}。");
    assert_eq!(at(&said, 0), "2022-W11 汇总（2022-03-20 截止）");
    assert_eq!(at(&said, FILES), counts);
    assert_eq!(below(&said, "未采用：").len(), count);
    for line in [
        "  pipe.yaml：不是普通文件（是管道、套接字或设备）",
        "  passwd.yaml：是指向文件夹外面的链接，没有读取",
        "  large.yaml：太大，不会是报告：2048 MiB",
        "  lies.yaml：自相矛盾，整份报告：已办写的是 4，应为 3",
        "  alias-bomb.yaml：读不成报告，第 5 行第 30 列：别名（`*`）展开后过大",
        "  next.yaml：读不成报告，第 1 行第 9 列：不认识的格式“duban.status-report/2”，由较新的 duban 生成",
        "  alone.yaml.sig：是签名，但旁边没有它所签的文件",
        "  dangling.yaml：无法读取：没有这个文件或文件夹",
    ] {
        assert!(said.contains(&format!("{line}\n")), "{line}\n{said}");
    }
}

#[test]
fn of_a_school_and_week_the_newest_counts_and_a_twin_or_a_copy_only_once() {
    let folder = Folder::new();
    let mut older = of_school("one");
    older.generated_at -= chrono::TimeDelta::hours(1);
    let mut before = of_school("one");
    let week = before.week.previous();
    (before.week, before.from, before.to) = (week, week.monday(), week.sunday());
    before.summary.this.week = week;
    folder.put("a-older.yaml", yaml(&older));
    folder.put("b-newer.yaml", yaml(&of_school("one")));
    folder.put("before.yaml", yaml(&before));
    folder.put("two.yaml", yaml(&of_school("two")));
    folder.put(
        "two.json",
        write_report(&of_school("two"), Form::Json).expect("JSON"),
    );
    symlink("two.yaml", folder.path("two-again.yaml")).expect("a link");
    folder.put("two.yaml.sig", "a signature");
    let said = folder.rolled_up(&["reports", "--lang=en"]);
    let counts = "6 files: 3 accepted, 3 superseded, 0 set aside.";
    assert_eq!(at(&said, FILES), counts);
    let superseded = below(&said, "superseded:");
    assert_eq!(superseded.len(), 3);
    assert_eq!(
        superseded[0],
        "  a-older.yaml: for this school and week, b-newer.yaml counts"
    );
    assert!(
        superseded[1..].iter().all(|line| line.starts_with("  two")),
        "{said}"
    );
    let said = folder.rolled_up(&["reports", "--lang=en", "--week=2022-W10"]);
    assert_eq!(at(&said, 0), "2022-W10, due 2022-03-13");
    let weeks = below(&said, "other weeks:");
    assert!(
        weeks[0].starts_with("  2022-W11  2 of 2 schools reported"),
        "{said}"
    );
}

#[test]
fn two_schools_that_took_the_same_id_are_named_and_not_lost_in_silence() {
    let folder = Folder::new();
    let mut named = of_school("shiyan");
    named.generated_at -= chrono::TimeDelta::hours(1);
    "第一实验小学".clone_into(&mut named.school.name);
    folder.put("first.yaml", yaml(&named));
    named.generated_at -= chrono::TimeDelta::hours(1);
    folder.put("first-older.yaml", yaml(&named));
    let mut other = of_school("shiyan");
    "第二实验小学".clone_into(&mut other.school.name);
    folder.put("second.yaml", yaml(&other));
    let heading = "one id, several names; see whether two schools use it:";
    let line = "  shiyan: 第二实验小学 counts (second.yaml), superseded: 第一实验小学 (first-older.yaml), 第一实验小学 (first.yaml)";
    let said = folder.rolled_up(&["reports", "--lang=en"]);
    assert_eq!(below(&said, heading), [line]);
    // It is known of a roll-up too, and with a roster.
    folder.rolled_up(&["reports", "-o", "all.yaml"]);
    folder.put(
        "schools.csv",
        "id,name,kind,district,contact\nshiyan,第一实验小学,primary,,\n",
    );
    let said = folder.rolled_up(&["all.yaml", "--roster=reports/schools.csv", "--lang=en"]);
    assert_eq!(below(&said, heading), [line]);
    let said = folder.rolled_up(&["all.yaml", "--lang=zh"]);
    assert_eq!(
        below(
            &said,
            "编号相同、校名不同，请核对是否两所学校用了同一编号："
        ),
        [
            "  shiyan：采用第二实验小学（second.yaml），被取代的有第一实验小学（first-older.yaml）、第一实验小学（first.yaml）"
        ]
    );
    fs::remove_file(folder.path("second.yaml")).expect("a file");
    let said = folder.rolled_up(&["reports", "--lang=en"]);
    assert!(!said.contains(heading), "{said}");
}

#[test]
fn paths_come_from_the_command_line_and_from_a_list_each_file_once() {
    let folder = Folder::new();
    folder.put("a/one.yaml", yaml(&of_school("one")));
    folder.put("a/two.yaml", yaml(&of_school("two")));
    folder.put("b/three.yaml", yaml(&of_school("three")));
    let counts = |said: &str| at(said, FILES).to_owned();
    let three = "3 files: 3 accepted, 0 superseded, 0 set aside.";
    let said = folder.rolled_up(&["reports/a", "reports/b/three.yaml", "reports", "--lang=en"]);
    assert_eq!(counts(&said), three);
    let said = folder.listed(b"reports/a/one.yaml\r\nreports/a/two.yaml\n\nreports/b");
    assert_eq!(counts(&said), three);
    let said = folder.listed(b"reports/a/one.yaml\0reports/a\0reports/gone.yaml\0");
    assert_eq!(
        counts(&said),
        "3 files: 2 accepted, 0 superseded, 1 set aside."
    );
    let gone = "  reports/gone.yaml: cannot be read: there is no such file or folder";
    assert_eq!(below(&said, "set aside:"), [gone]);
    let none = "0 files: 0 accepted, 0 superseded, 0 set aside.";
    assert_eq!(counts(&folder.listed(b"")), none);
}

#[test]
fn a_path_that_was_named_and_leads_to_nothing_is_wrong_input() {
    let folder = Folder::new();
    let output = folder
        .duban(&["reports", "--lang=en"])
        .output()
        .expect("the program");
    let err = String::from_utf8_lossy(&output.stderr);
    assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0));
    assert!(
        err.starts_with("error: there is no file or folder reports\nhint: "),
        "{err}"
    );
}

#[test]
fn ctrl_c_stops_it_in_the_middle_and_leaves_nothing() {
    let folder = Folder::new();
    folder.put("0.yaml", yaml(&of_school("one")));
    for n in 1..5_000 {
        fs::hard_link(folder.path("0.yaml"), folder.path(&format!("{n}.yaml"))).expect("a link");
    }
    let words = [PROGRAM, "rollup", "reports", "--lang=zh"].map(OsStr::new);
    for size in [(80, 24), (60, 15)] {
        let mut screen = Terminal::start(&words, &[], folder.0.path(), size);
        screen.wait_for("/5000，约剩");
        screen.send("\x03");
        assert_eq!(screen.wait_for_end().exit_code(), 130);
        // Neither the bar nor the `^C` after it.
        assert_eq!(screen.text().trim(), "已中断");
        assert_eq!(screen.kept(), Vec::<&str>::new());
    }
    let left = fs::read_dir(folder.0.path()).expect("a folder").count();
    assert_eq!(left, 1);
}

const ROSTER: &str = "\
id,name,kind,district,contact
one,第一小学,primary,台江区,林芳 138
two,第二小学,primary,台江区,
three,第三小学,primary,仓山区,王敏 139
";

#[test]
fn with_a_roster_every_school_is_listed_and_another_one_set_aside() {
    let folder = Folder::new();
    folder.put("schools.csv", ROSTER);
    folder.put("one.yaml", yaml(&of_school("one")));
    folder.put("two.yaml", yaml(&of_school("two")));
    folder.put("guest.yaml", yaml(&of_school("guest")));
    let roster = "--roster=reports/schools.csv";
    let said = folder.rolled_up(&["reports", roster, "--lang=en", "--due=2"]);
    assert_eq!(at(&said, 0), "2022-W11, due 2022-03-22");
    assert_eq!(
        below(&said, "not reported:"),
        ["  第三小学 (three), 王敏 139, no earlier report here"]
    );
    assert_eq!(below(&said, "late:"), [""; 0]);
    assert_eq!(
        below(&said, "set aside:"),
        ["  guest.yaml: school guest is not on the roster"]
    );
    let said = folder.rolled_up(&["reports", roster, "--lang=zh", "--due=1"]);
    assert_eq!(
        below(&said, "未报："),
        ["  第三小学（three），王敏 139，手头没有以前的报告"]
    );
    let late = [
        "  第一小学（one），林芳 138，2022-03-22 报，迟 1 天",
        "  第二小学（two），2022-03-22 报，迟 1 天",
    ];
    assert_eq!(below(&said, "迟报："), late);
    assert_eq!(
        below(&said, "未采用："),
        ["  guest.yaml：学校 guest 不在名册上"]
    );
    folder.put("schools.csv", "id,name\none,x\n");
    let output = folder
        .duban(&["reports", roster])
        .output()
        .expect("the program");
    assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0));
}

#[test]
fn a_rollup_is_written_whole_and_rolled_up_again_with_the_same_figures() {
    let folder = Folder::new();
    folder.put("a/one.yaml", yaml(&of_school("one")));
    folder.put("b/two.yaml", yaml(&of_school("two")));
    folder.put("b/broken.yaml", "x");
    let written = folder.rolled_up(&["reports/a", "--lang=en", "-o", "a.json"]);
    assert!(
        written.starts_with("wrote the roll-up of 2022-W11 to a.json. The one school "),
        "{written}"
    );
    folder.rolled_up(&["reports/b", "-o", ".", "--format=yaml"]);
    let of_both = folder.rolled_up(&["a.json", "rollup-2022-W11.yaml", "--lang=en"]);
    let at_once = folder.rolled_up(&["reports", "--lang=en"]);
    assert_eq!(
        at(&of_both, FILES),
        "3 files: 2 accepted, 0 superseded, 1 set aside."
    );
    for line in 0..=FILES {
        assert_eq!(at(&of_both, line), at(&at_once, line));
    }
    let sources = ["  a.json", "  rollup-2022-W11.yaml"];
    assert_eq!(below(&of_both, "from roll-ups:"), sources);

    // What stands in the way is not written over unless that is said; nothing is left half written.
    let before = fs::read(folder.0.path().join("a.json")).expect("a file");
    let refused = folder
        .duban(&["reports", "-o", "a.json"])
        .output()
        .expect("the program");
    assert_eq!(refused.status.code(), Some(2));
    assert_eq!(
        fs::read(folder.0.path().join("a.json")).expect("a file"),
        before
    );
    folder.rolled_up(&["reports", "-o", "a.json", "--force"]);
    let mut left: Vec<_> = fs::read_dir(folder.0.path()).expect("a folder").collect();
    left.retain(|entry| entry.as_ref().expect("an entry").file_name() != "reports");
    assert_eq!(left.len(), 2);

    // Rows that were altered by hand are not taken back.
    let text = String::from_utf8(before).expect("UTF-8");
    let altered = text.replacen("\"counts\": \"", "\"counts\": \"9/0/0/0/0 ", 1);
    assert_ne!(altered, text);
    fs::write(folder.0.path().join("altered.json"), altered).expect("written");
    let said = folder.rolled_up(&["altered.json", "--lang=en"]);
    let line = below(&said, "set aside:")[0];
    assert!(
        line.starts_with("  altered.json: contradicts itself, "),
        "{line}"
    );
}

#[test]
fn a_rollup_beside_the_reports_that_it_was_made_of_counts_nothing_twice() {
    let folder = Folder::new();
    folder.put("a/one.yaml", yaml(&of_school("one")));
    folder.put("a/copy.yaml", yaml(&of_school("one")));
    folder.put("a/two.yaml", yaml(&of_school("two")));
    folder.put("a/broken.yaml", "x");
    folder.put("b/three.yaml", yaml(&of_school("three")));
    let at_once = folder.rolled_up(&["reports", "--lang=en"]);
    let counts = "5 files: 3 accepted, 1 superseded, 1 set aside.";
    assert_eq!(at(&at_once, FILES), counts);
    // One was made in its own folder, one from above of everything, and one by absolute names.
    folder.rolled_up(&["reports/a", "-o", "reports/a/of-a.yaml"]);
    let whole = folder.path("");
    let whole = whole.to_str().expect("UTF-8");
    folder.rolled_up(&["reports", "-o", "whole.json"]);
    folder.rolled_up(&[
        "reports/b",
        whole,
        "whole.json",
        "-o",
        "reports/b/again.yaml",
    ]);
    let said = folder.rolled_up(&["reports", "whole.json", "--lang=en"]);
    for line in 0..=FILES {
        assert_eq!(at(&said, line), at(&at_once, line));
    }
    assert_eq!(below(&said, "superseded:").len(), 1);
    assert_eq!(below(&said, "set aside:").len(), 1);
    assert_eq!(below(&said, "from roll-ups:").len(), 3);
}

/// The sample as another school's, laid out for a receiver.
fn laid_out(id: &str, layout: &str) -> StatusReport {
    let mut known = EMBEDDED_LAYOUTS.into_iter();
    let file = format!("{layout}.yaml");
    let (_, text) = known.find(|(name, _)| *name == file).expect("a layout");
    let layout = read_layout(&file, text.as_bytes()).expect("a layout");
    let asked = ReportAsked {
        week: week("2022-W11"),
        as_of: None,
        lang: Lang::Zh,
        with_background: false,
    };
    let place = open_week();
    let report = place.at(LATER).report_laid_out(asked, &layout);
    let mut report = report.expect("a report");
    id.clone_into(&mut report.school.id);
    report
}

#[test]
fn an_excerpt_for_a_receiver_is_set_aside_and_a_layout_of_everything_counts() {
    let folder = Folder::new();
    folder.put("whole.yaml", yaml(&of_school("one")));
    folder.put("education.yaml", yaml(&laid_out("two", "education")));
    folder.put("health.yaml", yaml(&laid_out("three", "health")));
    let ledger = "--ledger=ledger.json";
    // The second time it is known from the ledger.
    for _ in 0..2 {
        let said = folder.rolled_up(&["reports", "--lang=en", ledger]);
        let counts = "3 files: 2 accepted, 0 superseded, 1 set aside.";
        assert_eq!(at(&said, FILES), counts);
        assert_eq!(
            below(&said, "set aside:"),
            [
                "  health.yaml: an excerpt for 区卫生健康局, whose totals are of a part; hand in the whole report (`duban report` without `--layout`)"
            ]
        );
    }
    let said = folder.rolled_up(&["reports", "--lang=zh"]);
    assert_eq!(
        below(&said, "未采用："),
        [
            "  health.yaml：是给区卫生健康局的节选，合计只含其中一部分；请报完整的周报（`duban report`，不加 `--layout`）"
        ]
    );
}

#[test]
fn data_for_programs_goes_to_standard_output() {
    let folder = Folder::new();
    folder.put("one.yaml", yaml(&of_school("one")));
    let json = folder.rolled_up(&["reports", "--json"]);
    let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(json["schema"], "duban.rollup/1");
    assert_eq!(json["files"]["accepted"], 1);
    let yaml = folder.rolled_up(&["reports", "--format=yaml"]);
    assert!(
        yaml.starts_with("schema: duban.rollup/1\nweek: 2022-W11\n"),
        "{yaml}"
    );
}

#[test]
fn a_form_that_would_be_written_nowhere_is_refused() {
    let folder = Folder::new();
    folder.put("one.yaml", yaml(&of_school("one")));
    for (words, said) in [
        (
            ["--format=html,xlsx", "--output=week.html"],
            "the form xlsx is asked for",
        ),
        (
            ["--format=csv,json", "--week=2022-W11"],
            "csv, json would be written",
        ),
    ] {
        let mut command = folder.duban(&[&["reports", "--lang=en"], &words[..]].concat());
        let output = command.output().expect("the program");
        let err = String::from_utf8(output.stderr).expect("UTF-8");
        assert!(err.contains(said), "{err}");
        assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0));
    }
    assert!(!folder.0.path().join("week.html").exists());
}

#[test]
fn a_workbook_goes_into_a_file_where_standard_output_is_a_terminal() {
    let folder = Folder::new();
    folder.put("one.yaml", yaml(&of_school("one")));
    let words = ["rollup", "reports", "--format=xlsx,csv", "--lang=en"];
    let words: Vec<&OsStr> = [PROGRAM].into_iter().chain(words).map(OsStr::new).collect();
    let mut screen = Terminal::start(&words, &[], folder.0.path(), (80, 24));
    assert!(screen.wait_for_end().success());
    let said = screen.text();
    assert!(said.contains("school_id") && !said.contains("PK"), "{said}");
    let is_workbook = |bytes: &[u8]| bytes.starts_with(b"PK");
    let written = fs::read(folder.0.path().join("rollup-2022-W11.xlsx")).expect("a workbook");
    assert!(is_workbook(&written));
    assert!(said.contains("rollup-2022-W11.xlsx"), "where it is: {said}");
    // What is there is not written over.
    let mut screen = Terminal::start(&words, &[], folder.0.path(), (80, 24));
    assert_eq!(screen.wait_for_end().exit_code(), 2);
    // A pipe takes the bytes.
    let piped = folder.duban(&["reports", "--format=xlsx"]).output();
    assert!(is_workbook(&piped.expect("the program").stdout));
}
