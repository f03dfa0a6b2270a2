//! The state of the overview: its panels, which of them takes the keys, and the line chosen in each.

use super::cursor::Cursor;
use super::layout::overview::{Contents, Dashboard, dashboard};
use super::model::Model;
use super::view;
use crate::assess::{ItemIndex, Milestone, Occasion, Planned, Trend, is_at_risk};
use crate::calendar::Week;
use crate::checklist::Anchor;
use crate::fact::Finding;
use crate::keymap::Context;

/// A panel: a list with a cursor of its own.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Panel {
    /// What is overdue, due today and due soon.
    #[default]
    Tasks,
    /// The requirements with their rates.
    Requirements,
    /// The open findings.
    Findings,
    /// The days ahead, each with what is unfinished for it.
    Ahead,
    /// The numbers with their targets.
    Measures,
    /// The last weeks.
    Trend,
}

impl Panel {
    /// All of them, what matters most first.
    pub(super) const ALL: [Self; 6] = [
        Self::Tasks,
        Self::Requirements,
        Self::Findings,
        Self::Ahead,
        Self::Measures,
        Self::Trend,
    ];
}

/// Which panel takes the keys, and the line chosen in each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Overview {
    pub(super) focused: Panel,
    cursors: [Cursor; Panel::ALL.len()],
}

impl Default for Overview {
    fn default() -> Self {
        let mut overview = Self {
            focused: Panel::default(),
            cursors: [Cursor::default(); Panel::ALL.len()],
        };
        // The newest week, however many there are.
        overview.cursor_mut(Panel::Trend).at = usize::MAX;
        overview
    }
}

impl Overview {
    pub(super) fn cursor(&self, panel: Panel) -> Cursor {
        self.cursors[panel as usize]
    }

    pub(super) fn cursor_mut(&mut self, panel: Panel) -> &mut Cursor {
        &mut self.cursors[panel as usize]
    }
}

/// The days ahead as lines: each day, and below it what is unfinished for it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Ahead {
    pub(super) milestones: Vec<Milestone>,
    lines: Vec<(usize, Option<usize>)>,
}

/// A line of the days ahead.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum AheadLine<'a> {
    Day(&'a Milestone),
    Work(&'a Planned),
}

impl Ahead {
    pub(super) fn of(milestones: Vec<Milestone>) -> Self {
        let days = milestones.iter().enumerate();
        let lines = days.flat_map(|(n, milestone)| {
            let works = (0..milestone.works.len()).map(Some);
            std::iter::once(None)
                .chain(works)
                .map(move |work| (n, work))
        });
        Self {
            lines: lines.collect(),
            milestones,
        }
    }

    pub(super) fn len(&self) -> usize {
        self.lines.len()
    }

    pub(super) fn line(&self, at: usize) -> Option<AheadLine<'_>> {
        let (day, work) = self.lines.get(at)?;
        let milestone = self.milestones.get(*day)?;
        Some(match work {
            None => AheadLine::Day(milestone),
            Some(work) => AheadLine::Work(milestone.works.get(*work)?),
        })
    }

    /// How many works are late or have to be begun today.
    pub(super) fn at_risk(&self) -> usize {
        let works = self.milestones.iter().flat_map(|day| &day.works);
        works.filter(|work| is_at_risk(work)).count()
    }
}

impl Model {
    /// Where the parts of the overview are.
    pub(super) fn dashboard(&self) -> Dashboard {
        let board = &self.board;
        let contents = Contents {
            focused: self.overview.focused,
            requirements: board.requirements.len(),
            findings: board.open_findings,
            measures: board.measured.len(),
            has_hint: view::has_hint(self),
        };
        dashboard(self.areas().body, &contents)
    }

    /// How many lines a panel has; `None` where they are not known yet.
    pub(super) fn lines_of(&self, panel: Panel) -> Option<usize> {
        let board = &self.board;
        Some(match panel {
            Panel::Tasks => board.tasks.items.len(),
            Panel::Requirements => board.requirements.len(),
            Panel::Findings => board.open_findings,
            Panel::Measures => board.measured.len(),
            Panel::Ahead => self.look.ahead.as_ref()?.len(),
            Panel::Trend => self.trend()?.weeks.len(),
        })
    }

    /// The last weeks up to this one, where they are worked out.
    pub(super) fn trend(&self) -> Option<&Trend> {
        let trend = self.look.trend.as_deref()?;
        let this = self.board.assessment.week;
        let is_of_this = trend.weeks.last().is_none_or(|week| *week == this);
        is_of_this.then_some(trend)
    }

    /// The week that is chosen among the last ones, by its place.
    pub(super) fn chosen_week(&self) -> Option<(usize, Week)> {
        let weeks = &self.trend()?.weeks;
        let last = weeks.len().checked_sub(1)?;
        let at = self.overview.cursor(Panel::Trend).at.min(last);
        Some((at, *weeks.get(at)?))
    }

    /// The line that is chosen among the days ahead.
    pub(super) fn chosen_ahead(&self) -> Option<AheadLine<'_>> {
        let at = self.overview.cursor(Panel::Ahead).at;
        self.look.ahead.as_ref()?.line(at)
    }

    /// The anchor of the chosen day ahead, where it can be moved.
    pub(super) fn chosen_anchor(&self) -> Option<String> {
        let is_chosen = self.context == Context::Overview && self.overview.focused == Panel::Ahead;
        let line = self.chosen_ahead().filter(|_| is_chosen)?;
        let AheadLine::Day(milestone) = line else {
            return None;
        };
        let name = match &milestone.what {
            Occasion::Named(name) => name.clone(),
            Occasion::TermStart(_) => Anchor::TermStart.to_string(),
            Occasion::TermEnd(_) | Occasion::Event(_) => return None,
        };
        self.board.anchors().contains(&name).then_some(name)
    }

    /// The open finding that is chosen, by its place.
    pub(super) fn chosen_open_finding(&self) -> Option<(usize, &Finding)> {
        let at = self.overview.cursor(Panel::Findings).at;
        let is_open = at < self.board.open_findings;
        Some((at, self.board.finding(at).filter(|_| is_open)?))
    }

    /// The requirement that is chosen, by the indexes of its checklist and its own.
    pub(super) fn chosen_requirement(&self) -> Option<(usize, usize)> {
        let at = self.overview.cursor(Panel::Requirements).at;
        self.board.requirements.get(at).copied()
    }

    /// The item of the chosen line of the overview.
    pub(super) fn item_of_overview(&self) -> Option<ItemIndex> {
        let panel = self.overview.focused;
        let at = self.overview.cursor(panel).at;
        match panel {
            Panel::Tasks => self.board.tasks.items.get(at).copied(),
            Panel::Measures => self.board.measured.get(at).copied(),
            Panel::Findings => {
                let item = &self.chosen_open_finding()?.1.item;
                self.board.premises().index(&item.checklist, &item.item)
            }
            Panel::Ahead => match self.chosen_ahead()? {
                AheadLine::Work(work) => Some(work.index),
                AheadLine::Day(_) => None,
            },
            Panel::Requirements | Panel::Trend => None,
        }
    }

    /// The items that the panel lists that takes the keys.
    pub(super) fn listed_in_overview(&self) -> &[ItemIndex] {
        match self.overview.focused {
            Panel::Tasks => &self.board.tasks.items,
            Panel::Measures => &self.board.measured,
            _ => &[],
        }
    }

    /// Keeps the panel that takes the keys among those that are shown, and the chosen lines in sight.
    pub(super) fn rebuild_overview(&mut self) {
        let mut shown = self.dashboard();
        if shown.of(self.overview.focused).is_none() {
            self.overview.focused = Panel::default();
            shown = self.dashboard();
        }
        for placed in &shown.panels {
            if let Some(len) = self.lines_of(placed.panel) {
                let height = placed.height(len);
                let cursor = self.overview.cursor_mut(placed.panel);
                cursor.keep_in_sight(len, height);
            }
        }
    }
}
