//! Figures of the page as texts and drawings.

use crate::rollup::{ItemPool, MeasureSum, Rate, RequirementPool, Spread};
use crate::text::facts::{grouped, ratio};
use crate::text::page;
use askama::Template;

/// Schools beside each other on a line from 0 to 100 per cent, two units of the drawing each.
#[derive(Template)]
#[template(path = "plot.html", config = "src/format/rollup_page/askama.toml")]
pub(super) struct Plot {
    lowest: f64,
    quarter: f64,
    median: f64,
    highest: f64,
    box_width: f64,
    pooled: Option<f64>,
}

/// How schools lie apart; nothing where nothing was required of any.
pub(super) fn plot(spread: &Spread, pooled: &Option<f64>) -> Option<Plot> {
    let at = |percent: f64| (percent * 20.0).round() / 10.0;
    let (lowest, highest) = (at(spread.lowest?), at(spread.highest?));
    let (quarter, median) = (at(spread.lower_quarter?), at(spread.median?));
    Some(Plot {
        lowest,
        quarter,
        median,
        highest,
        box_width: ((median - quarter) * 10.0).round() / 10.0,
        pooled: pooled.map(at),
    })
}

/// The items of a requirement of which something was required in the week.
pub(super) fn required(of: &RequirementPool) -> Vec<&ItemPool> {
    let items = of.items.iter();
    items.filter(|item| item.rate.required > 0).collect()
}

/// A rate, or a dash where there is none.
pub(super) fn rate(percent: &Option<f64>) -> String {
    page::percent(*percent)
}

/// What a rate is made of: `1,870 / 2,120`.
pub(super) fn fraction(rate: &Rate) -> String {
    ratio(rate.done, Some(rate.required))
}

/// A number against its target, of the schools that have one; else of all.
pub(super) fn sum_of(of: &MeasureSum) -> String {
    let unit = &of.unit;
    match of.percent {
        Some(_) => format!("{} {unit}", ratio(of.value_with_target, Some(of.of))),
        None => format!("{} {unit}", grouped(of.value)),
    }
}

/// How the bar of a number is coloured: reached, not coming nearer, or on its way.
pub(super) fn meter(of: &MeasureSum) -> &'static str {
    match &of.pace {
        _ if of.left == 0 => "m-full",
        Some(pace) if pace.weeks_left.is_none() && !pace.begins_anew => "m-low",
        _ => "m-most",
    }
}

/// How long a bar is that would be longer than its rail.
pub(super) fn capped(percent: &f64) -> f64 {
    percent.min(100.0)
}
