//! The state of the screen.

use super::board::Board;
use super::cursor::Cursor;
use super::field::Field;
use super::form::Form;
use super::layout::{self, Areas};
use super::marks::Marks;
use super::menu::Menu;
use super::message::{Effect, Order};
use super::overview::{Ahead, Overview};
use super::palette::Palette;
use super::place::{Place, Shown};
use super::review::Review;
use super::surface::Surface;
use super::theme::{Outfit, Theme};
use super::tour::Tour;
use super::tree::{Row, Tree};
use super::year::Year;
use crate::assess::{ItemIndex, Owner, Planned, Trend};
use crate::calendar::Week;
use crate::fact::{ActionId, Fact, Finding, FindingId};
use crate::find::{Filters, Ground};
use crate::keymap::{Action, Context};
use crate::review::{Disagreement, NoticeLine};
use crate::text::{Lang, screen as words};
use chrono::Days;
use ratatui::layout::Rect;
use std::collections::HashSet;
use std::sync::Arc;

/// The state of the screen: what is shown, and nothing that is not.
#[derive(Debug, Clone)]
pub(super) struct Model {
    pub(super) lang: Lang,
    pub(super) size: (u16, u16),
    pub(super) outfit: Outfit,
    pub(super) theme: Theme,
    pub(super) board: Arc<Board>,
    pub(super) context: Context,
    pub(super) overview: Overview,
    pub(super) tree: Tree,
    /// Whether a narrow screen shows the item instead of the tree.
    pub(super) reading: bool,
    /// The first line of the item that is shown.
    pub(super) item_top: usize,
    pub(super) review: Review,
    pub(super) findings: Findings,
    pub(super) year: Year,
    pub(super) entries: Entries,
    pub(super) look: Look,
    pub(super) search: Search,
    /// What the checklist is narrowed to.
    pub(super) filters: Filters,
    pub(super) marks: Marks,
    /// The actions used last by their names, the latest first.
    pub(super) recent: Vec<Action>,
    pub(super) overlay: Option<Overlay>,
    pub(super) notice: Option<Notice>,
    /// Whether the school is made up, to be shown as an example.
    pub(super) is_demo: bool,
    /// What was recorded here since the screen was opened, and so is undone without being asked.
    pub(super) own: HashSet<ActionId>,
    pub(super) tour: Option<Tour>,
}

/// The findings, or where self-check and inspection differ.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Findings {
    pub(super) cursor: Cursor,
    /// The finding of the chosen line, so that it stays chosen where the order changes.
    pub(super) chosen: Option<FindingId>,
    /// The first line of the finding that is shown.
    pub(super) top: usize,
    /// What takes a while to count; `None` until it is counted.
    pub(super) counts: Option<Arc<Counts>>,
    /// Which list is shown.
    pub(super) list: List,
    /// The line chosen in a list other than that of the findings.
    pub(super) other: Cursor,
}

/// A list in the view of the findings.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum List {
    #[default]
    Findings,
    /// The notices in three colours.
    Notices,
    /// Where self-check and inspection differ.
    Differences,
}

/// The notices, and what self-check and inspection differ about.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Counts {
    /// The notices, owner by owner.
    pub(super) notices: Vec<(Option<Owner>, NoticeLine)>,
    pub(super) differ: Vec<Disagreement>,
}

impl Findings {
    /// What self-check and inspection differ about, as far as it is known.
    pub(super) fn differ(&self) -> &[Disagreement] {
        self.counts
            .as_ref()
            .map_or(&[], |counts| counts.differ.as_slice())
    }

    /// The notices, owner by owner, as far as they are known.
    pub(super) fn notices(&self) -> &[(Option<Owner>, NoticeLine)] {
        self.counts
            .as_ref()
            .map_or(&[], |counts| counts.notices.as_slice())
    }

    /// How many lines a list other than that of the findings has.
    pub(super) fn others(&self) -> usize {
        match self.list {
            List::Findings => 0,
            List::Notices => self.notices().len(),
            List::Differences => self.differ().len(),
        }
    }
}

/// The record as far as it has been read, the newest first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Entries {
    pub(super) facts: Vec<Fact>,
    /// The actions among them that were undone.
    pub(super) revoked: HashSet<ActionId>,
    pub(super) ended: bool,
    pub(super) cursor: Cursor,
}

/// What takes a look back: it is worked out after the screen is drawn, and only where it is shown.
#[derive(Debug, Clone)]
pub(super) struct Look {
    /// Whether the screen has been drawn.
    pub(super) drawn: bool,
    /// The first week that everything is at hand of.
    pub(super) reach: Week,
    /// What was asked for last, so that what fails is not asked for again and again.
    pub(super) asked: Option<Effect>,
    /// The last weeks; `None` until they are worked out.
    pub(super) trend: Option<Arc<Trend>>,
    /// What has to be begun when, today; `None` until it is worked out.
    pub(super) schedule: Option<Arc<Vec<Planned>>>,
    /// The days ahead; `None` until they are worked out.
    pub(super) ahead: Option<Arc<Ahead>>,
}

/// What is looked for.
#[derive(Debug, Clone)]
pub(super) struct Search {
    pub(super) field: Field,
    pub(super) typing: bool,
}

/// What lies over the screen.
#[derive(Debug, Clone)]
pub(super) enum Overlay {
    Help {
        top: usize,
    },
    Form {
        form: Form,
        wrong: Option<String>,
    },
    Confirm {
        question: String,
        order: Order,
    },
    Text {
        title: String,
        lines: Vec<Told>,
        top: usize,
    },
    Palette(Box<Palette>),
    Filters(Menu),
}

/// A line of an explanation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Told {
    pub(super) text: String,
    pub(super) tone: Tone,
}

/// How a line is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tone {
    Heading,
    Plain,
    Good,
    Bad,
    Muted,
}

/// A line at the foot of the screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Notice {
    pub(super) text: String,
    pub(super) bad: bool,
}

/// How far back the days of an item are shown.
const SHOWN: Days = Days::new(21);

/// How many entries of the record are read at a time.
pub(super) const PAGE: usize = 200;

impl Model {
    pub(super) fn new(board: Arc<Board>, lang: Lang, size: (u16, u16), outfit: Outfit) -> Self {
        let today = board.today;
        let mut model = Self {
            review: Review::of(Week::of(today)),
            year: Year::of(today),
            look: Look {
                drawn: false,
                reach: Week::of(today).previous(),
                asked: None,
                trend: None,
                schedule: None,
                ahead: None,
            },
            lang,
            size,
            outfit,
            theme: outfit.theme(),
            board,
            context: Context::Overview,
            overview: Overview::default(),
            tree: Tree::default(),
            reading: false,
            item_top: 0,
            findings: Findings::default(),
            entries: Entries::default(),
            search: Search {
                field: Field::new(words::FIND),
                typing: false,
            },
            filters: Filters::default(),
            marks: Marks::default(),
            recent: Vec::new(),
            overlay: None,
            notice: None,
            is_demo: false,
            own: HashSet::new(),
            tour: None,
        };
        model.rebuild();
        model
    }

    /// The first week of which days are shown.
    pub(super) fn first_shown(&self) -> Week {
        let today = self.board.today;
        Week::of(today.checked_sub_days(SHOWN).unwrap_or(today))
    }

    /// The whole screen.
    pub(super) fn screen(&self) -> Rect {
        Rect::new(0, 0, self.size.0, self.size.1)
    }

    /// What a page that lies over it needs to know.
    pub(super) fn surface(&self) -> Surface {
        Surface {
            theme: self.theme,
            lang: self.lang,
            size: self.size,
        }
    }

    /// Where everything is on the screen.
    pub(super) fn areas(&self) -> Areas {
        let (screen, tour) = (self.screen(), self.tour_height());
        let above = Rect {
            height: screen.height - tour,
            ..screen
        };
        layout::areas(above).above_foot(tour)
    }

    /// How many lines the step of the tour takes.
    fn tour_height(&self) -> u16 {
        let height = |tour: Tour| tour.height(self.size, self.lang);
        self.tour.map_or(0, height)
    }

    /// How many lines of the chosen list are shown.
    pub(super) fn list_height(&self) -> usize {
        let areas = self.areas();
        usize::from(match self.context {
            Context::Overview => {
                let shown = self.dashboard();
                let focused = shown.of(self.overview.focused);
                focused.map_or(1, |placed| placed.list.height)
            }
            Context::Checklist => areas.tree.height,
            Context::Week => self.week_areas().list.height,
            Context::Findings => self.findings_areas().list.height,
            // A page of the calendar is a week.
            Context::Calendar => 8,
            Context::Summary | Context::Record => areas.body.height,
        })
    }

    /// Whether the week under review is signed, and so locked.
    pub(super) fn review_is_signed(&self) -> bool {
        let week = self.board.history.week(self.review.week);
        week.is_some_and(|week| week.lock().is_some())
    }

    /// Whether there is a queue to go back to from the summary: not from that of a signed week, in
    /// which nothing can be decided.
    pub(super) fn has_queue(&self) -> bool {
        !self.review.matters().is_empty() && !self.review_is_signed()
    }

    /// The item that keys act on.
    pub(super) fn chosen_item(&self) -> Option<ItemIndex> {
        match self.context {
            Context::Checklist => match self.tree.chosen()? {
                Row::Item(index) => Some(index),
                _ => None,
            },
            Context::Overview => self.item_of_overview(),
            Context::Findings => self.item_of_findings(),
            Context::Week => Some(self.review.matter()?.index),
            Context::Summary | Context::Calendar | Context::Record => None,
        }
    }

    /// Whether keys act on what is marked, rather than on what is chosen.
    pub(super) fn acts_on_marks(&self) -> bool {
        !self.marks.is_empty() && matches!(self.context, Context::Overview | Context::Checklist)
    }

    /// The items that are listed, those included that are folded away.
    pub(super) fn listed_items(&self) -> &[ItemIndex] {
        match self.context {
            Context::Overview => self.listed_in_overview(),
            _ => &self.tree.items,
        }
    }

    /// What filters look at.
    pub(super) fn ground(&self) -> Ground<'_> {
        self.board.ground(&self.marks)
    }

    /// The finding that keys act on.
    pub(super) fn chosen_finding(&self) -> Option<&Finding> {
        if self.findings.list != List::Findings {
            return None;
        }
        self.board.finding(self.findings.cursor.at)
    }

    /// The difference that keys act on.
    pub(super) fn chosen_difference(&self) -> Option<&Disagreement> {
        self.findings.differ().get(self.findings.other.at)
    }

    /// The item of the chosen line in the view of the findings.
    fn item_of_findings(&self) -> Option<ItemIndex> {
        match self.findings.list {
            List::Findings => {
                let item = &self.chosen_finding()?.item;
                self.board.premises().index(&item.checklist, &item.item)
            }
            List::Notices => {
                let (_, line) = self.findings.notices().get(self.findings.other.at)?;
                Some(line.index)
            }
            List::Differences => Some(self.chosen_difference()?.index),
        }
    }

    /// Where the queue of the review is on the screen.
    pub(super) fn week_areas(&self) -> layout::Queue {
        layout::queue(self.areas().body)
    }

    /// Where the findings are on the screen.
    pub(super) fn findings_areas(&self) -> layout::Split {
        let rows = match self.findings.list {
            List::Findings => self.board.findings.len(),
            _ => self.findings.others(),
        };
        layout::split(self.areas().body, rows)
    }

    /// Lays everything out anew after the board, the search or the size has changed.
    pub(super) fn rebuild(&mut self) {
        let search = self.search.field.text();
        let (filters, marks) = (&self.filters, &self.marks);
        self.tree
            .rebuild(&self.board, &search, self.lang, (filters, marks));
        let areas = self.areas();
        self.rebuild_overview();
        self.rebuild_findings();
        let (rows, entries) = (self.tree.rows.len(), self.entries.facts.len());
        self.tree
            .cursor
            .keep_in_sight(rows, areas.tree.height.into());
        self.entries
            .cursor
            .keep_in_sight(entries, areas.body.height.into());
    }

    /// Keeps the open finding chosen that was; where it was struck off, the next one is.
    fn rebuild_findings(&mut self) {
        let len = self.board.findings.len();
        let open = 0..self.board.open_findings;
        let id = |n: usize| self.board.finding(n).map(|finding| &finding.id);
        let still = open
            .into_iter()
            .find(|n| id(*n) == self.findings.chosen.as_ref());
        let at = still.unwrap_or(self.findings.cursor.at);
        let height = self.findings_areas().list.height;
        self.findings.cursor.move_to(at, len, height.into());
        self.findings.chosen = id(self.findings.cursor.at).cloned();
        let others = self.findings.others();
        self.findings.other.keep_in_sight(others, height.into());
    }

    /// Where the screen is, to come back to.
    pub(super) fn place(&self) -> Place {
        // Of a heading, other than the first line, the first item below it is known the next time.
        let at = self.tree.cursor.at;
        let rows = self.tree.rows.get(at..).filter(|_| at > 0);
        let item = rows.unwrap_or_default().iter().find_map(|row| match row {
            Row::Item(index) => Some(*index),
            _ => None,
        });
        Place {
            view: Some(Shown::of(self.context)),
            item: item.map(|index| self.board.premises().item_ref(index)),
            scheme: self.outfit.chosen,
            terminal: self.outfit.terminal,
        }
    }

    /// The order to read the newest entries of the record again.
    pub(super) fn list_newest() -> Effect {
        Effect::List {
            before: None,
            count: PAGE,
        }
    }
}
