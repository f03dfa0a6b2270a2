//! Whether a report agrees with itself: its totals with its items, its dates with its week.

use super::{
    ChecklistReport, FiguresReport, ItemReport, MeasureReport, RequirementReport, StatusReport,
};
use crate::assess::{Totals, percent};
use crate::calendar::has_year_of_four_digits;
use chrono::{Datelike, NaiveDate};
use std::collections::BTreeSet;

/// Something in a report that contradicts something else in it.
#[derive(Debug, Clone, PartialEq)]
pub struct Contradiction {
    /// Where it stands.
    pub place: Place,
    /// What is said there.
    pub said: Said,
}

/// A part of a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// The report as a whole.
    Report,
    /// A checklist, by its id.
    Checklist(String),
    /// A requirement, as `checklist/requirement`.
    Requirement(String),
    /// An item, as `checklist/item`.
    Item(String),
    /// The figures of the week in the summary.
    Summary,
    /// The week itself among the weeks before it.
    Background,
}

/// What is said and does not hold.
#[derive(Debug, Clone, PartialEq)]
pub enum Said {
    /// A count, which is another by what it is made up of.
    Count {
        /// Which.
        figure: Figure,
        /// What the report says.
        said: u64,
        /// What it comes to.
        counted: u64,
    },
    /// A rate, which is another by its counts.
    Percent {
        /// What the report says.
        said: Option<f64>,
        /// What it comes to.
        counted: Option<f64>,
    },
    /// More is done and overdue than is required, or more late or recorded later than done.
    TooMuch,
    /// The days are not those of the week.
    Days,
    /// A date with a year that no report is of.
    Year(i32),
    /// An id that is there twice.
    Twice,
}

/// A count of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Figure {
    /// Required occurrences.
    Required,
    /// Done ones.
    Done,
    /// Those done late.
    Late,
    /// Those recorded later than done.
    LateEntered,
    /// Overdue ones.
    Overdue,
    /// Those that do not apply.
    Waived,
}

/// Everything in a report that contradicts itself; nothing where all is well.
#[must_use]
pub fn contradictions(report: &StatusReport) -> Vec<Contradiction> {
    let mut check = Check::default();
    check.report(report);
    check.found
}

#[derive(Default)]
struct Check {
    found: Vec<Contradiction>,
}

impl Check {
    fn say(&mut self, place: Place, said: Said) {
        self.found.push(Contradiction { place, said });
    }

    fn report(&mut self, report: &StatusReport) {
        let week = report.week;
        if (report.from, report.to) != (week.monday(), week.sunday()) {
            self.say(Place::Report, Said::Days);
        }
        if let Some(day) = days(report).find(|day| !has_year_of_four_digits(*day)) {
            self.say(Place::Report, Said::Year(day.year()));
        }
        let mut ids = BTreeSet::new();
        // As `checklist/item`, since that is how others name them.
        let mut items = BTreeSet::new();
        for checklist in &report.checklists {
            if !ids.insert(&checklist.id) {
                self.say(Place::Checklist(checklist.id.clone()), Said::Twice);
            }
            self.checklist(checklist, &mut items);
        }
        let checklists = report.checklists.iter().map(|c| &c.totals);
        self.totals(&Place::Report, &report.totals, &sum(checklists));
        self.figures(&report.summary.this, report);
        let background = report.background.iter().filter_map(|b| b.weeks.last());
        for last in background.filter(|last| last.week == week) {
            self.same(&Place::Background, &last.totals, &report.totals);
        }
    }

    fn figures(&mut self, figures: &FiguresReport, report: &StatusReport) {
        if figures.week != report.week {
            self.say(Place::Summary, Said::Days);
        }
        self.same(&Place::Summary, &figures.totals, &report.totals);
    }

    fn checklist(&mut self, checklist: &ChecklistReport, items: &mut BTreeSet<String>) {
        let mut ids = BTreeSet::new();
        for requirement in &checklist.requirements {
            if !ids.insert(&requirement.id) {
                let name = format!("{}/{}", checklist.id, requirement.id);
                self.say(Place::Requirement(name), Said::Twice);
            }
            self.requirement(checklist, requirement);
            for item in &requirement.items {
                let name = format!("{}/{}", checklist.id, item.id);
                let place = Place::Item(name.clone());
                if !items.insert(name) {
                    self.say(place.clone(), Said::Twice);
                }
                self.item(&place, item);
            }
        }
        let place = Place::Checklist(checklist.id.clone());
        let requirements = checklist.requirements.iter().map(|r| &r.totals);
        self.totals(&place, &checklist.totals, &sum(requirements));
    }

    /// An item does not say how much was entered late.
    fn requirement(&mut self, checklist: &ChecklistReport, requirement: &RequirementReport) {
        let place = Place::Requirement(format!("{}/{}", checklist.id, requirement.id));
        let items = requirement.items.iter().map(|item| Totals {
            required: item.required,
            done: item.done,
            late: item.late,
            overdue: item.overdue,
            waived: item.waived,
            ..Totals::default()
        });
        let items: Vec<Totals> = items.collect();
        let counted = Totals {
            late_entered: requirement.totals.late_entered,
            ..sum(items.iter())
        };
        self.totals(&place, &requirement.totals, &counted);
    }

    fn item(&mut self, place: &Place, item: &ItemReport) {
        let missing = u64::try_from(item.missing.len()).unwrap_or(u64::MAX);
        self.count(place, Figure::Overdue, item.overdue, missing);
        let is_too_much = item.done.saturating_add(item.overdue) > item.required;
        if is_too_much || item.late > item.done {
            self.say(place.clone(), Said::TooMuch);
        }
        if let Some(measure) = &item.measure {
            self.measure(place, measure);
        }
    }

    fn measure(&mut self, place: &Place, measure: &MeasureReport) {
        let counted = measure.of.and_then(|of| percent(measure.value, of));
        self.percent(place, measure.percent, counted);
    }

    /// Holds counts to what they are made up of, and the rate to the counts.
    fn totals(&mut self, place: &Place, said: &Totals, counted: &Totals) {
        for ((figure, said), (_, counted)) in counts(said).into_iter().zip(counts(counted)) {
            self.count(place, figure, said, counted);
        }
        self.percent(place, said.percent, percent(said.done, said.required));
        if said.late_entered > said.done {
            self.say(place.clone(), Said::TooMuch);
        }
        let is_rate = |percent: f64| (0.0..=100.0).contains(&percent);
        if !said.weighted_percent.is_none_or(is_rate) {
            let said = Said::Percent {
                said: said.weighted_percent,
                counted: said.percent,
            };
            self.say(place.clone(), said);
        }
    }

    /// Holds totals to the same totals said elsewhere.
    fn same(&mut self, place: &Place, said: &Totals, elsewhere: &Totals) {
        for ((figure, said), (_, other)) in counts(said).into_iter().zip(counts(elsewhere)) {
            self.count(place, figure, said, other);
        }
        self.percent(place, said.percent, elsewhere.percent);
    }

    fn count(&mut self, place: &Place, figure: Figure, said: u64, counted: u64) {
        if said != counted {
            let said = Said::Count {
                figure,
                said,
                counted,
            };
            self.say(place.clone(), said);
        }
    }

    fn percent(&mut self, place: &Place, said: Option<f64>, counted: Option<f64>) {
        // Both are tenths, rounded in the same way.
        let tenths = |percent: Option<f64>| percent.map(|percent| (percent * 10.0).round());
        if tenths(said) != tenths(counted) {
            self.say(place.clone(), Said::Percent { said, counted });
        }
    }
}

/// The days that a report is judged, written and signed by.
fn days(report: &StatusReport) -> impl Iterator<Item = NaiveDate> {
    let reviews = report.review.iter();
    let amendments = report.amendments.iter();
    [report.as_of, report.generated_at.date_naive()]
        .into_iter()
        .chain(reviews.filter_map(|review| review.signed_on))
        .chain(amendments.filter_map(|a| a.signed_before.as_ref().map(|signed| signed.on)))
}

fn counts(totals: &Totals) -> [(Figure, u64); 6] {
    let figures = [
        Figure::Required,
        Figure::Done,
        Figure::Late,
        Figure::LateEntered,
        Figure::Overdue,
        Figure::Waived,
    ];
    let counts = totals.counts();
    std::array::from_fn(|n| (figures[n], counts[n]))
}

/// Counts added up; a file may say anything, and so they stop at the largest number there is.
fn sum<'a>(parts: impl Iterator<Item = &'a Totals>) -> Totals {
    parts.fold(Totals::default(), |sum, part| Totals {
        required: sum.required.saturating_add(part.required),
        done: sum.done.saturating_add(part.done),
        late: sum.late.saturating_add(part.late),
        late_entered: sum.late_entered.saturating_add(part.late_entered),
        overdue: sum.overdue.saturating_add(part.overdue),
        waived: sum.waived.saturating_add(part.waived),
        ..sum
    })
}
