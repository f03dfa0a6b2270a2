//! How fast many reports are rolled up, beside only parsing them in the same run.
//!
//! `cargo bench --bench rollup` prints a table. What counts is the ratio, since both sides saw the
//! same machine at the same time: parsing is done by the same YAML library, from memory, on every
//! core. Set `DUBAN_BENCH_REPORTS` to roll up another number of reports than ten thousand.

#[path = "../support/district.rs"]
mod district;
mod measure;

use duban::report::StatusReport;
use measure::{Line, Times};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

/// The program that is measured.
const PROGRAM: &str = env!("CARGO_BIN_EXE_duban");
/// How often each side is measured.
const RUNS: usize = 5;
/// How many reports change before they are rolled up again with a ledger.
const CHANGED: usize = 10;
/// How often memory is looked at.
const LOOK: Duration = Duration::from_millis(5);

fn main() {
    if !std::env::args().any(|word| word == "--bench") {
        println!("skipped: measures only under `cargo bench`");
        return;
    }
    let reports = std::env::var_os("DUBAN_BENCH_REPORTS").map_or(10_000, |reports| {
        let reports = reports.to_str().expect("a number");
        reports.parse().expect("a number")
    });
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("a folder");
    district::write_district(folder.path(), reports);
    let texts = texts(folder.path());
    assert_eq!(texts.len(), reports);
    let bytes: usize = texts.iter().map(String::len).sum();
    println!(
        "{reports} reports of {} bytes, {RUNS} runs\n",
        bytes / reports
    );

    let ledger = folder.path().join("ledger.json");
    let ledger = [Path::new("--ledger"), &ledger];
    rolled_up(folder.path(), &ledger);
    let [mut whole, mut parsing, mut again] = [Vec::new(), Vec::new(), Vec::new()];
    let mut memory: Option<f64> = None;
    for run in 0..RUNS {
        let (time, peak) = rolled_up(folder.path(), &[]);
        whole.push(time);
        memory = larger(memory, peak);
        parsing.push(parsed(&texts));
        change(folder.path(), run);
        let (time, peak) = rolled_up(folder.path(), &ledger);
        again.push(time);
        memory = larger(memory, peak);
    }
    let [whole, parsing, again] = [whole, parsing, again].map(Times::of);
    println!("| what | measured | beside | ratio | target | |");
    println!("|---|---|---|---|---|---|");
    let floor = ("parsing alone", &parsing);
    println!("{}", Line::ratio("`duban rollup`", &whole, floor, 1.2));
    let what = format!("the same with `--ledger`, {CHANGED} reports changed");
    let all = ("without", &whole);
    println!("{}", Line::ratio(&what, &again, all, 0.1));
    match memory {
        Some(memory) => println!("{}", Line::figure("memory, at most", memory, "MB", 200.0)),
        None => println!("skipped: no /proc on this system, so memory is not measured"),
    }
}

/// The files of the folder's folders.
fn files(folder: &Path) -> impl Iterator<Item = PathBuf> {
    let within = |path: PathBuf| {
        let entries = std::fs::read_dir(path).expect("a folder");
        entries.map(|entry| entry.expect("an entry").path())
    };
    let folders = within(folder.to_owned()).filter(|path| path.is_dir());
    folders.flat_map(within)
}

/// Every report of the folder.
fn texts(folder: &Path) -> Vec<String> {
    files(folder)
        .map(|file| std::fs::read_to_string(file).expect("a report"))
        .collect()
}

/// Changes some reports, so that they have to be read again.
fn change(folder: &Path, run: usize) {
    for file in files(folder).take(CHANGED) {
        let text = std::fs::read_to_string(&file).expect("a report");
        std::fs::write(file, format!("{text}# run {run}\n")).expect("written");
    }
}

/// How long the reports take to be parsed, and nothing else, on every core.
fn parsed(texts: &[String]) -> Duration {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let next = AtomicUsize::new(0);
    let start = Instant::now();
    std::thread::scope(|scope| {
        for _ in 0..cores {
            scope.spawn(|| {
                while let Some(text) = texts.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let report: StatusReport = serde_yaml::from_str(text).expect("a report");
                    std::hint::black_box(report);
                }
            });
        }
    });
    start.elapsed()
}

/// How long the program takes for the folder with these words, from start to end, and the most memory it had, in MB.
fn rolled_up(folder: &Path, words: &[&Path]) -> (Duration, Option<f64>) {
    let mut command = Command::new(PROGRAM);
    command
        .args(["rollup", "--lang", "zh"])
        .arg(folder)
        .args(words);
    command
        .env_clear()
        .stdin(Stdio::null())
        .stdout(Stdio::null());
    let start = Instant::now();
    let mut program = command.spawn().expect("the program");
    let mut memory = None;
    loop {
        memory = larger(memory, peak(&program));
        if let Some(status) = program.try_wait().expect("a program") {
            assert!(status.success());
            return (start.elapsed(), memory);
        }
        std::thread::sleep(LOOK);
    }
}

fn larger(one: Option<f64>, other: Option<f64>) -> Option<f64> {
    one.into_iter().chain(other).reduce(f64::max)
}

/// The most memory that a process has had so far.
fn peak(program: &Child) -> Option<f64> {
    let status = std::fs::read_to_string(format!("/proc/{}/status", program.id())).ok()?;
    let peak = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kilobytes: f64 = peak.split_whitespace().next()?.parse().ok()?;
    Some(kilobytes * 1024.0 / 1e6)
}
