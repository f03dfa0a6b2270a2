//! The screen, beside `less`: both in the same kind of terminal, in turn.

use crate::floors;
use crate::measure::{Line, Times};
use crate::place::{PROGRAM, Place, TODAY};
use crate::terminal::{Terminal, key};
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// The terminal's columns and rows.
const SIZE: (u16, u16) = (100, 30);
/// How often a program is started.
const STARTS: usize = 15;
/// How many keys are pressed.
const KEYS: usize = 100;
/// Output has come to rest when there was none for so long; that time is not counted.
const QUIET: Duration = Duration::from_millis(15);
/// How long it may take after a screen until nothing more is drawn.
const REST: Duration = Duration::from_millis(300);
/// The same with a hundred thousand items, whose last weeks take longer to look at.
const LOOKING_BACK: Duration = Duration::from_secs(3);
/// How long the screen is left alone, for what it does meanwhile.
const IDLE: Duration = Duration::from_secs(2);
/// Stands on the first full screen, at its end.
const READY: &str = "帮助";
/// Stands on the screen while the school is opened, where that takes long.
const OPENING: &str = "正在打开";
/// Shows the tree of the checklists, from its first line on.
const TREE: &str = "2\x1b[H";
/// Stands on the screen when something was recorded.
const RECORDED: &str = "已记：";

/// Everything that is measured on the screen; nothing where there is no `less` beside which to
/// measure.
pub(crate) fn lines(
    folder: &Path,
    (few, large, many): (&Place, &Place, u64),
    (wide, items): (&Place, usize),
) -> Vec<Line> {
    let Some(less) = Less::new(folder) else {
        println!("skipped: no `less` on this machine, so the screen is not measured");
        return Vec::new();
    };
    let mut lines = starts(&less, few, large, many);
    lines.extend(keys(&less, few));
    lines.push(tick(folder, few, "1000"));
    lines.push(tick(folder, large, &many.to_string()));
    lines.extend(wide_lines(&less, few, wide, items));
    lines
}

/// `less` on a page of its own.
struct Less {
    program: PathBuf,
    page: PathBuf,
}

impl Less {
    fn new(folder: &Path) -> Option<Self> {
        let path = std::env::var_os("PATH")?;
        let program = std::env::split_paths(&path)
            .map(|folder| folder.join("less"))
            .find(|program| program.exists())?;
        let page = folder.join("page.txt");
        let line = |n: u32| format!("line {n} of a page with a text that a person might read, end");
        let lines: Vec<String> = (1..=300).map(line).collect();
        std::fs::write(&page, lines.join("\n")).expect("a page");
        Some(Self { program, page })
    }

    fn start(&self, place: &Place) -> Terminal {
        let words = [self.program.as_os_str(), self.page.as_os_str()];
        Terminal::start(&words, &place.environment(), place.folder(), SIZE)
    }
}

fn duban(place: &Place) -> Terminal {
    let words = [PROGRAM, "--today", TODAY].map(OsStr::new);
    Terminal::start(&words, &place.environment(), place.folder(), SIZE)
}

/// From the start of the program to its first full screen.
fn starts(less: &Less, few: &Place, large: &Place, many: u64) -> Vec<Line> {
    let mut taken = [const { Vec::new() }; 3];
    for _ in 0..STARTS {
        let [of_less, of_few, of_large] = &mut taken;
        of_less.push(started("line 29 of a page", || less.start(few)));
        of_few.push(started(READY, || duban(few)));
        of_large.push(started(READY, || duban(large)));
    }
    let [floor, few, large] = taken.map(Times::of);
    vec![
        Line::ratio("start to first full screen", &few, ("`less`", &floor), 2.0),
        Line::ratio(
            &format!("the same with {many} facts"),
            &large,
            ("1000 facts", &few),
            1.3,
        ),
    ]
}

fn started(shown: &str, start: impl FnOnce() -> Terminal) -> Duration {
    let begin = Instant::now();
    let mut terminal = start();
    terminal.wait_for(shown) - begin
}

/// The screen with many items, beside `less` and beside itself with both shipped checklists.
fn wide_lines(less: &Less, few: &Place, wide: &Place, items: usize) -> Vec<Line> {
    let mut taken = [const { Vec::new() }; 3];
    for _ in 0..STARTS {
        let [of_less, first, full] = &mut taken;
        of_less.push(started("line 29 of a page", || less.start(few)));
        first.push(started(OPENING, || duban(wide)));
        full.push(started(READY, || duban(wide)));
    }
    let [floor, first, full] = taken.map(Times::of);
    let [mut few, mut wide] = [few, wide].map(|place| {
        let mut screen = duban(place);
        screen.wait_for(READY);
        screen.settle(LOOKING_BACK);
        screen.send(TREE);
        screen.settle(LOOKING_BACK);
        screen
    });
    let (mut of_few, mut of_wide) = (Vec::new(), Vec::new());
    for n in 0..KEYS {
        let down_and_up = if n % 40 < 20 { key::DOWN } else { key::UP };
        of_few.push(pressed(&mut few, down_and_up).0);
        of_wide.push(pressed(&mut wide, down_and_up).0);
    }
    let [of_few, of_wide] = [of_few, of_wide].map(Times::of);
    let mut lines = vec![
        Line::ratio(
            &format!("start to first screen, {items} items"),
            &first,
            ("`less`", &floor),
            6.0,
        ),
        Line::ratio(
            &format!("start to first full screen, {items} items"),
            &full,
            ("`less`", &floor),
            20.0,
        ),
        Line::ratio(
            &format!("key to screen, {items} items"),
            &of_wide,
            ("both checklists", &of_few),
            3.0,
        ),
    ];
    let what = format!("a letter of a search among {items} items, at most");
    lines.push(Line::figure(&what, slowest_letter(&mut wide), "ms", 16.0));
    if let (Some(of_few), Some(of_wide)) = (peak(&few), peak(&wide)) {
        let bytes = as_float(of_wide.saturating_sub(of_few)) / as_float(items);
        let what = format!("memory of an item, of {items}");
        lines.push(Line::figure(&what, bytes, "bytes", 150.0));
    }
    lines
}

/// What is typed letter by letter in searches: pinyin, a thing that no item has, a number, English.
const SEARCHES: [&str; 4] = ["miehuoqi", "qz", "42", "wipe beds"];

/// The longest that any letter of the searches takes to the screen, in milliseconds; of three runs
/// the best, because the machine has other things to do.
fn slowest_letter(screen: &mut Terminal) -> f64 {
    let mut slowest = [Duration::ZERO; 3];
    for slowest in &mut slowest {
        for typed in SEARCHES {
            screen.send("/");
            screen.settle(REST);
            for letter in typed.chars() {
                let begin = Instant::now();
                screen.send(&letter.to_string());
                let burst = screen.settle(REST).expect("a letter that draws");
                *slowest = burst.end.duration_since(begin).max(*slowest);
            }
            screen.send(key::ESCAPE);
            screen.settle(REST);
        }
    }
    slowest.into_iter().min().unwrap_or_default().as_secs_f64() * 1e3
}

/// From a key to the last byte that it drew, the bytes, and what the screen costs while it waits.
fn keys(less: &Less, place: &Place) -> Vec<Line> {
    let mut floor = less.start(place);
    floor.wait_for("line 29 of a page");
    let mut screen = duban(place);
    screen.wait_for(READY);
    // After the first screen the last weeks are read and drawn.
    screen.settle(REST);
    screen.send(TREE);
    floor.settle(QUIET);
    screen.settle(REST);
    let (mut of_floor, mut of_screen, mut bytes) = (Vec::new(), Vec::new(), Vec::new());
    for n in 0..KEYS {
        of_floor.push(pressed(&mut floor, if n % 40 < 20 { "j" } else { "k" }).0);
        let down_and_up = if n % 40 < 20 { key::DOWN } else { key::UP };
        let (time, drawn) = pressed(&mut screen, down_and_up);
        of_screen.push(time);
        bytes.push(drawn);
    }
    bytes.sort_unstable();
    let (floor, times) = (Times::of(of_floor), Times::of(of_screen));
    let mut lines = vec![
        Line::ratio("key to screen", &times, ("`less`", &floor), 2.0),
        Line::figure("bytes a key", as_float(bytes[KEYS / 2]), "bytes", 300.0),
    ];
    lines.extend(idle(&mut screen));
    lines
}

fn pressed(terminal: &mut Terminal, key: &str) -> (Duration, usize) {
    let begin = Instant::now();
    terminal.send(key);
    // A machine that is busy may take longer to begin.
    let burst = terminal.settle(QUIET).or_else(|| terminal.settle(REST));
    let burst = burst.unwrap_or_else(|| unreachable!("{key:?} drew nothing:\n{}", terminal.text()));
    (burst.end - begin, burst.bytes)
}

/// What the screen costs while nothing happens: bytes, processor time, memory.
fn idle(screen: &mut Terminal) -> Vec<Line> {
    let Some(before) = processor(screen.process()) else {
        println!("skipped: no /proc on this system, so memory and idle time are not measured");
        return Vec::new();
    };
    let bytes = screen.settle(IDLE).map_or(0, |burst| burst.bytes);
    let after = processor(screen.process()).expect("a process");
    let percent = after.abs_diff(before).as_secs_f64() / IDLE.as_secs_f64() * 100.0;
    let megabytes = as_float(peak(screen).expect("a process")) / 1e6;
    vec![
        Line::figure("memory of the screen, at most", megabytes, "MB", 15.0),
        Line::figure("idle, processor", percent, "%", 0.0),
        Line::figure("idle, output", as_float(bytes), "bytes", 0.0),
    ]
}

/// The most memory that a screen has had, in bytes.
fn peak(screen: &Terminal) -> Option<usize> {
    let status = std::fs::read_to_string(format!("/proc/{}/status", screen.process())).ok()?;
    let mut lines = status.lines();
    let peak = lines.find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kilobytes: usize = peak.split_whitespace().next()?.parse().ok()?;
    Some(kilobytes * 1024)
}

/// The processor time that a process has had.
fn processor(process: u32) -> Option<Duration> {
    let text = std::fs::read_to_string(format!("/proc/{process}/schedstat")).ok()?;
    let nanos = text.split_whitespace().next()?.parse().ok()?;
    Some(Duration::from_nanos(nanos))
}

/// Ticking in the screen, until it is durable and drawn: down the list of what is due, one item
/// after the other.
fn tick(folder: &Path, place: &Place, facts: &str) -> Line {
    let mut screen = duban(place);
    screen.wait_for(READY);
    screen.send(TREE);
    screen.settle(REST);
    let commits = floors::Commits::new(folder);
    let (mut times, mut floor) = (Vec::new(), Vec::new());
    for _ in 0..KEYS {
        floor.push(commits.one());
        screen.send(key::DOWN);
        screen.settle(QUIET);
        let (time, _) = pressed(&mut screen, key::SPACE);
        // Headings, and items that no day calls for, cannot be ticked.
        if screen.text().contains(RECORDED) {
            times.push(time);
        }
    }
    assert!(times.len() > KEYS / 3, "only {} were ticked", times.len());
    let (times, floor) = (Times::of(times), Times::of(floor));
    let what = format!("a tick in the screen, {facts} facts");
    Line::ratio(&what, &times, ("SQLite commit", &floor), 1.5)
}

#[expect(clippy::cast_precision_loss, reason = "figures for a person")]
fn as_float(figure: usize) -> f64 {
    figure as f64
}
