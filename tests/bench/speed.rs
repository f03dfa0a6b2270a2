//! How fast the program is, beside floors measured in the same run.
//!
//! `cargo bench --bench speed` prints a table. Times are medians, with the ninetieth percentile in
//! brackets; what counts is the ratio, since both sides saw the same machine at the same time. Set
//! `DUBAN_BENCH_FULL=1` to grow the record to a million facts rather than a hundred thousand.

mod floors;
mod measure;
mod place;
mod screen;
#[path = "../support/terminal.rs"]
mod terminal;

use measure::{Line, Times, commands, whole};
use place::{PROGRAM, Place};
use std::path::Path;

/// The items of the largest checklist.
const ITEMS: usize = 100_000;
/// How often a whole command is run.
const RUNS: usize = 31;

fn main() {
    if !std::env::args().any(|word| word == "--bench") {
        println!("skipped: measures only under `cargo bench`");
        return;
    }
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("a folder");
    let is_full = std::env::var_os("DUBAN_BENCH_FULL").is_some();
    let many = if is_full { 1_000_000 } else { 100_000 };
    let few = Place::new(folder.path(), 1_000);
    let large = Place::new(folder.path(), many);
    let wide = Place::of_items(folder.path(), ITEMS);

    let mut lines = whole_commands(folder.path(), &few);
    lines.extend(growth(&few, &large, many));
    lines.extend(screen::lines(
        folder.path(),
        (&few, &large, many),
        (&wide, ITEMS),
    ));
    lines.push(binary());
    println!("| what | measured | beside | ratio | target | |");
    println!("|---|---|---|---|---|---|");
    for line in lines {
        println!("{line}");
    }
}

/// Commands of the command line, from start to end.
fn whole_commands(folder: &Path, place: &Place) -> Vec<Line> {
    let [version, status, report, html, xlsx] = commands(
        RUNS,
        [
            place.command(&["--version"]),
            place.command(&["status"]),
            place.command(&["report"]),
            place.command(&["report", "--format", "html", "-o", "-"]),
            place.command(&["report", "--format", "xlsx", "-o", "-"]),
        ],
    );
    let [tick] = ticks([place]);
    let sqlite = floors::open_insert_close(folder, RUNS);
    let version = ("`duban --version`", &version);
    let sqlite = ("SQLite open, insert, close", &sqlite);
    vec![
        Line::ratio("`duban status`", &status, version, 3.0),
        Line::ratio("`duban report`", &report, version, 3.0),
        Line::ratio("`duban report --format html`", &html, version, 10.0),
        Line::ratio("`duban report --format xlsx`", &xlsx, version, 10.0),
        Line::ratio("`duban tick`", &tick, sqlite, 2.0),
    ]
}

/// The same commands with many facts.
fn growth(few: &Place, large: &Place, many: u64) -> Vec<Line> {
    let pair = |words: &[&str]| {
        let [few, large] = commands(RUNS, [few.command(words), large.command(words)]);
        let what = format!("`duban {}` with {many} facts", words.join(" "));
        Line::ratio(&what, &large, ("1000 facts", &few), 1.3)
    };
    let [of_few, of_large] = ticks([few, large]);
    let what = format!("`duban tick` with {many} facts");
    let tick = Line::ratio(&what, &of_large, ("1000 facts", &of_few), 1.3);
    vec![pair(&["status"]), pair(&["report"]), tick]
}

/// The times of `duban tick` in each place, in turn. The tick is taken back after each, uncounted,
/// since an item cannot be ticked twice.
fn ticks<const N: usize>(places: [&Place; N]) -> [Times; N] {
    let mut taken = [const { Vec::new() }; N];
    for _ in 0..RUNS {
        for (place, taken) in places.iter().zip(&mut taken) {
            taken.push(whole(&mut place.command(&["tick", "3.1"])));
            whole(&mut place.command(&["untick", "3.1"]));
        }
    }
    taken.map(Times::of)
}

fn binary() -> Line {
    let length = std::fs::metadata(PROGRAM).expect("the program").len();
    #[expect(clippy::cast_precision_loss, reason = "a few million bytes")]
    let megabytes = length as f64 / 1e6;
    Line::figure("the program, one file", megabytes, "MB", 8.0)
}
