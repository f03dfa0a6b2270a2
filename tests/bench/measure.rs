//! Taking times, and laying them beside floors.

#![allow(dead_code, reason = "each benchmark uses the part that it needs")]

use std::fmt;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// The times of repeated runs, shortest first.
pub(crate) struct Times(Vec<Duration>);

impl Times {
    pub(crate) fn of(mut times: Vec<Duration>) -> Self {
        assert!(!times.is_empty(), "nothing was measured");
        times.sort_unstable();
        Self(times)
    }

    fn at(&self, percent: usize) -> Duration {
        self.0[(self.0.len() - 1) * percent / 100]
    }

    pub(crate) fn median(&self) -> Duration {
        self.at(50)
    }

    /// How many times as long as `floor`, by the medians.
    pub(crate) fn against(&self, floor: &Self) -> f64 {
        self.median().as_secs_f64() / floor.median().as_secs_f64()
    }
}

impl fmt::Display for Times {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let millis = |time: Duration| time.as_secs_f64() * 1e3;
        write!(
            f,
            "{:.2} ms ({:.2})",
            millis(self.median()),
            millis(self.at(90))
        )
    }
}

/// The times of `work`, done `runs` times.
pub(crate) fn times(runs: usize, mut work: impl FnMut()) -> Times {
    let one = |_| {
        let start = Instant::now();
        work();
        start.elapsed()
    };
    Times::of((0..runs).map(one).collect())
}

/// The times of several commands from start to end, run in turn, so that what disturbs the machine
/// disturbs all of them.
pub(crate) fn commands<const N: usize>(runs: usize, mut commands: [Command; N]) -> [Times; N] {
    let mut taken = [const { Vec::new() }; N];
    for _ in 0..runs {
        for (command, taken) in commands.iter_mut().zip(&mut taken) {
            taken.push(whole(command));
        }
    }
    taken.map(Times::of)
}

/// The time of a command from start to end, which must end well.
pub(crate) fn whole(command: &mut Command) -> Duration {
    command.stdin(Stdio::null()).stdout(Stdio::null());
    let start = Instant::now();
    let status = command.status().expect("a program");
    let time = start.elapsed();
    assert!(status.success(), "{command:?} failed");
    time
}

/// A line of the table: what was measured, against what, and whether that is as it should be.
pub(crate) struct Line {
    pub(crate) what: String,
    pub(crate) measured: String,
    pub(crate) floor: String,
    pub(crate) ratio: Option<f64>,
    /// The highest ratio that is as it should be, with its unit where it is no ratio.
    pub(crate) target: Option<(f64, &'static str)>,
}

impl Line {
    /// Times against a floor measured beside them.
    pub(crate) fn ratio(what: &str, times: &Times, floor: (&str, &Times), target: f64) -> Self {
        Self {
            what: what.to_owned(),
            measured: times.to_string(),
            floor: format!("{}: {}", floor.0, floor.1),
            ratio: Some(times.against(floor.1)),
            target: Some((target, "×")),
        }
    }

    /// A figure that has a limit of its own.
    pub(crate) fn figure(what: &str, figure: f64, unit: &'static str, target: f64) -> Self {
        Self {
            what: what.to_owned(),
            measured: format!("{figure:.2} {unit}"),
            floor: String::new(),
            ratio: Some(figure),
            target: Some((target, unit)),
        }
    }
}

impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let is_ratio = self.target.is_none_or(|(_, unit)| unit == "×");
        let ratio = match self.ratio.filter(|_| is_ratio) {
            Some(ratio) => format!("{ratio:.2} ×"),
            None => String::new(),
        };
        let (target, verdict) = match (self.target, self.ratio) {
            (Some((target, unit)), Some(ratio)) => {
                let verdict = if ratio <= target { "met" } else { "**missed**" };
                (format!("≤ {target} {unit}"), verdict)
            }
            _ => (String::new(), ""),
        };
        let (what, measured, floor) = (&self.what, &self.measured, &self.floor);
        write!(
            f,
            "| {what} | {measured} | {floor} | {ratio} | {target} | {verdict} |"
        )
    }
}
