//! The columns of the list of schools: what stands in each, how it is put in order, and what each
//! figure is made of.

use crate::find::pinyin_of;
use crate::rollup::{RollUpReport, SchoolFigures, SchoolLine, Standing};
use crate::text::rollup::{figures, records, screen as words};
use crate::text::{Lang, Phrase, words::percent, words::whole_percent};
use std::cmp::Ordering;

/// A column of the list of schools.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Column {
    Name,
    Rate,
    /// How its record stands to what a ledger knows of it.
    Record,
    Overdue,
    Late,
    Change,
    PastLimit,
    Gate,
    Signed,
    Returned,
    Differ,
    District,
    /// The rates of the weeks before.
    Before,
}

/// How wide the name is at least.
const NAME: usize = 10;
/// How wide it is at least where there is room.
const ROOMY_NAME: usize = 18;
/// How wide it is at most, so that a figure is not far from its name.
const WIDEST_NAME: usize = 30;
/// From this width on two cells stand between columns.
const ROOMY: usize = 76;
/// How many weeks before are shown.
const WEEKS: usize = 4;

impl Column {
    /// All of them: those that give way last come first.
    pub(super) const ALL: [Self; 13] = [
        Self::Name,
        Self::Rate,
        Self::Record,
        Self::Overdue,
        Self::Late,
        Self::Change,
        Self::PastLimit,
        Self::Gate,
        Self::Signed,
        Self::Returned,
        Self::Differ,
        Self::District,
        Self::Before,
    ];

    /// Its heading.
    pub(super) fn name(self) -> Phrase {
        match self {
            Self::Name => words::NAME,
            Self::Rate => words::RATE,
            Self::Record => records::RECORD,
            Self::Overdue => words::OVERDUE,
            Self::Late => words::LATE,
            Self::Change => words::CHANGE,
            Self::PastLimit => words::PAST_LIMIT,
            Self::Gate => words::GATE,
            Self::Signed => words::SIGNED,
            Self::Returned => words::RETURNED,
            Self::Differ => words::DIFFER,
            Self::District => words::DISTRICT,
            Self::Before => words::BEFORE,
        }
    }

    /// How many cells it takes. The mark of the order stands in the gap after it.
    fn width(self, lang: Lang) -> usize {
        match (self, lang) {
            (Self::Name, _) => NAME,
            (Self::Overdue | Self::Returned, Lang::En) => 7,
            (Self::Gate | Self::Signed, Lang::Zh)
            | (Self::Overdue | Self::Late | Self::PastLimit, _) => 4,
            (Self::Record, Lang::En) => 8,
            (
                Self::Rate
                | Self::Record
                | Self::Change
                | Self::Gate
                | Self::Signed
                | Self::Returned
                | Self::Differ,
                _,
            ) => 6,
            (Self::District, _) => 12,
            (Self::Before, _) => 15,
        }
    }

    /// Whether its figures stand on the right.
    pub(super) fn is_number(self) -> bool {
        matches!(
            self,
            Self::Rate | Self::Overdue | Self::Late | Self::Change | Self::PastLimit | Self::Differ
        )
    }

    /// What stands in it.
    pub(super) fn text(self, school: &SchoolLine, report: &RollUpReport, lang: Lang) -> String {
        match self {
            Self::Name => return school.name.clone(),
            Self::Returned => return words::returned(school.returned, lang).to_owned(),
            Self::District => return school.district.clone().unwrap_or_default(),
            Self::Before => return before(school),
            Self::Record => {
                let word = report.worst_standing(school).as_ref().map(records::word);
                return word.map_or("-", |word| word.of(lang)).to_owned();
            }
            _ => {}
        }
        let Some(figures) = &school.figures else {
            return "-".to_owned();
        };
        match self {
            Self::Rate => percent(figures.rate.percent),
            Self::Change => school
                .change
                .map_or_else(|| "-".to_owned(), |change| format!("{change:+.1}")),
            Self::Gate if figures.gates_closed.is_empty() => words::OPEN.of(lang).to_owned(),
            Self::Gate => words::CLOSED.of(lang).to_owned(),
            Self::Signed if figures.signed.is_some() => words::YES.of(lang).to_owned(),
            Self::Signed => words::NO.of(lang).to_owned(),
            _ => self.count(figures).to_string(),
        }
    }

    fn count(self, figures: &SchoolFigures) -> u64 {
        match self {
            Self::Overdue => figures.rate.overdue,
            Self::Late => figures.rate.late,
            Self::PastLimit => figures.findings.past_limit,
            Self::Differ => figures.disagreements,
            _ => 0,
        }
    }

    /// Whether what stands in it is not as it should be.
    pub(super) fn is_bad(self, school: &SchoolLine, report: &RollUpReport) -> bool {
        if self == Self::Record {
            return matches!(report.worst_standing(school), Some(Standing::Broken(_)));
        }
        let Some(figures) = &school.figures else {
            return false;
        };
        match self {
            Self::Gate => !figures.gates_closed.is_empty(),
            Self::Signed => figures.signed.is_none(),
            Self::Change => school.change.is_some_and(|change| change < 0.0),
            _ => self.count(figures) > 0,
        }
    }

    /// What it is put in order by: the least asks most for attention. Nothing where it is not known.
    #[expect(clippy::cast_precision_loss, reason = "counts of a week are small")]
    pub(super) fn key(self, school: &SchoolLine, report: &RollUpReport) -> Option<SortKey> {
        match self {
            Self::Name => return Some(SortKey::Text(pinyin_of(&school.name))),
            Self::District => return school.district.as_deref().map(pinyin_of).map(SortKey::Text),
            Self::Returned => return Some(SortKey::Number(-f64::from(school.returned as u8))),
            Self::Record => {
                let order = match report.worst_standing(school)? {
                    Standing::Broken(_) => 0.0,
                    Standing::Unproved { .. } => 1.0,
                    Standing::Proved { .. } => 2.0,
                };
                return Some(SortKey::Number(order));
            }
            _ => {}
        }
        let figures = school.figures.as_ref()?;
        let number = match self {
            Self::Rate => figures.rate.percent?,
            Self::Change | Self::Before => school.change?,
            Self::Gate => -(figures.gates_closed.len() as f64),
            Self::Signed => f64::from(u8::from(figures.signed.is_some())),
            _ => -(self.count(figures) as f64),
        };
        Some(SortKey::Number(number))
    }

    /// What the figure is made of.
    pub(super) fn explained(
        self,
        school: &SchoolLine,
        report: &RollUpReport,
        lang: Lang,
    ) -> Vec<String> {
        match self {
            Self::Name | Self::Returned | Self::District => {
                return vec![words::how_returned(school, report, lang)];
            }
            Self::Before => return vec![words::before(school, lang)],
            Self::Record => {
                let standings = report.standings_of(school).into_iter();
                return standings.map(|of| records::sentence(&of, lang)).collect();
            }
            _ => {}
        }
        let Some(of) = &school.figures else {
            return vec![words::no_figure(lang).to_owned()];
        };
        vec![match self {
            Self::Change => words::change(school, lang),
            Self::PastLimit => words::findings(of, lang),
            Self::Gate => words::gate(of, lang),
            Self::Signed => words::signed(of, lang),
            Self::Differ => figures::inspections(of, lang),
            _ => figures::rate(&of.rate, lang),
        }]
    }
}

/// What schools are put in order by.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum SortKey {
    /// Chinese names as they are read out.
    Text(String),
    Number(f64),
}

impl SortKey {
    fn compare(&self, other: &Self) -> Ordering {
        match (self, other) {
            (Self::Text(a), Self::Text(b)) => a.cmp(b),
            (Self::Number(a), Self::Number(b)) => a.total_cmp(b),
            (Self::Text(_), Self::Number(_)) => Ordering::Less,
            (Self::Number(_), Self::Text(_)) => Ordering::Greater,
        }
    }
}

/// The order of two keys, or the other way round; what is not known comes last in either.
pub(super) fn compare(a: Option<&SortKey>, b: Option<&SortKey>, reversed: bool) -> Ordering {
    match (a, b) {
        (Some(a), Some(b)) if reversed => b.compare(a),
        (Some(a), Some(b)) => a.compare(b),
        (a, b) => a.is_none().cmp(&b.is_none()),
    }
}

/// The rates of the last weeks in whole per cent, the latest last.
fn before(school: &SchoolLine) -> String {
    let skipped = school.before.len().saturating_sub(WEEKS);
    let weeks = school.before.iter().skip(skipped);
    let weeks: Vec<String> = weeks.map(|week| whole_percent(week.percent)).collect();
    weeks.join(" ")
}

/// A column on the screen: where it begins, and how many cells it takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Placed {
    pub(super) column: Column,
    pub(super) from: usize,
    pub(super) width: usize,
}

/// How many cells stand before the first column: the mark of how a school reported.
pub(super) const MARK: usize = 4;

/// How many cells stand between two columns. The mark of the order stands in the first.
pub(super) fn gap(width: usize) -> usize {
    if width >= ROOMY { 2 } else { 1 }
}

/// The columns that fit so many cells; that of records where there is a ledger. What is left goes to
/// the names.
pub(super) fn placed(width: usize, has_records: bool, lang: Lang) -> Vec<Placed> {
    let gap = gap(width);
    let more = if width >= ROOMY { ROOMY_NAME - NAME } else { 0 };
    let mut used = MARK + more;
    let all = Column::ALL.into_iter();
    let all = all.filter(|column| has_records || *column != Column::Record);
    let fit = all.take_while(|column| {
        used += column.width(lang) + gap;
        *column == Column::Name || used <= width + gap
    });
    let fit: Vec<Column> = fit.collect();
    let taken: usize = fit.iter().map(|column| column.width(lang) + gap).sum();
    let more = (width + gap).saturating_sub(MARK + taken);
    let more = more.min(WIDEST_NAME - NAME);
    let mut from = MARK;
    let placed = fit.into_iter().map(|column| {
        let more = if column == Column::Name { more } else { 0 };
        let width = column.width(lang) + more;
        let placed = Placed {
            column,
            from,
            width,
        };
        from += width + gap;
        placed
    });
    placed.collect()
}
