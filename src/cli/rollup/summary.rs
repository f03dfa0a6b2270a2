//! A roll-up in short: who reported, and what became of every file.

use crate::calendar::Week;
use crate::cli::output::Output;
use crate::cli::row::bold;
use crate::rollup::{Fate, RollUp};
use crate::text::{Lang, rollup::files as words};
use serde::Serialize;
use std::collections::BTreeMap;

/// A roll-up in short, also for `--json`.
#[derive(Serialize)]
pub(super) struct Summary {
    /// The week that is shown; none where no report counts.
    week: Option<Week>,
    /// How many schools reported in it.
    schools: usize,
    /// How many reported in the other weeks that there are reports of.
    others: BTreeMap<Week, usize>,
    files: Files,
    #[serde(skip)]
    lists: [Vec<(String, Fate)>; 2],
}

/// What became of how many files.
#[derive(Serialize)]
struct Files {
    accepted: usize,
    superseded: usize,
    quarantined: usize,
}

impl Summary {
    /// The summary of a week: the one that is asked for, or the newest that is not after `this`.
    pub(super) fn of(rollup: &RollUp, asked: Option<Week>, this: Week) -> Self {
        let mut schools: BTreeMap<Week, usize> = BTreeMap::new();
        for row in rollup.rows() {
            *schools.entry(row.week).or_default() += 1;
        }
        let newest = || schools.range(..=this).next_back().map(|(week, _)| *week);
        let week = asked.or_else(newest);
        let of_week = week.and_then(|week| schools.remove(&week));
        let mut accepted = 0;
        let [mut superseded, mut quarantined] = [Vec::new(), Vec::new()];
        for (file, fate) in rollup.files() {
            let list = match &fate {
                Fate::Accepted => {
                    accepted += 1;
                    continue;
                }
                Fate::Superseded(_) => &mut superseded,
                Fate::Quarantined(_) => &mut quarantined,
            };
            list.push((file.name.clone(), fate));
        }
        Self {
            week,
            schools: of_week.unwrap_or(0),
            others: schools,
            files: Files {
                accepted,
                superseded: superseded.len(),
                quarantined: quarantined.len(),
            },
            lists: [quarantined, superseded],
        }
    }

    /// The summary as lines for a terminal.
    pub(super) fn lines(&self, lang: Lang) -> Output {
        let mut out = Output::new();
        match self.week {
            Some(week) => out.styled(bold(), &words::schools(week, self.schools, lang)),
            None => out.line(words::NO_REPORT.of(lang)),
        }
        for (week, schools) in self.others.iter().rev() {
            out.line(&words::schools(*week, *schools, lang));
        }
        let Files {
            accepted,
            superseded,
            quarantined,
        } = self.files;
        out.line(&words::counts([accepted, superseded, quarantined], lang));
        let headings = [words::QUARANTINED, words::SUPERSEDED];
        for (heading, list) in headings.into_iter().zip(&self.lists) {
            if !list.is_empty() {
                out.line("");
                out.line(heading.of(lang));
            }
            for (name, fate) in list {
                out.line(&format!("  {}", words::file(name, fate, lang)));
            }
        }
        out
    }
}
