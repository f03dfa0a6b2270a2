//! The page before signing: this week beside the last, what changed and why, the last weeks.

use super::super::output::Output;
use super::super::row::{ItemHead, bold, line};
use super::super::status::{TrendRows, WEEKS, trend_rows, trend_table};
use super::super::{Failure, Session};
use crate::assess::{ItemIndex, Premises, Totals, Trend, trend};
use crate::calendar::Week;
use crate::fact::{Finding, FindingId};
use crate::review::{Change, Figures, MeasureFigure, Summary, summary};
use crate::text::Lang;
use crate::text::cli::summary as words;
use crate::text::screen::summary::change as change_in_words;
use crate::workspace::Workspace;
use chrono::NaiveDate;
use serde::Serialize;
use unicode_width::UnicodeWidthStr;

/// The page, for `--json`.
#[derive(Serialize)]
struct Answer {
    week: Week,
    as_of: NaiveDate,
    undecided: usize,
    skipped: usize,
    confirmed: bool,
    this_week: FiguresRow,
    last_week: Option<FiguresRow>,
    changes: Vec<ChangeRow>,
    trend: TrendRows,
}

#[derive(Serialize)]
struct ChangeRow {
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    item: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    finding: Option<FindingId>,
    text: String,
}

#[derive(Serialize)]
struct FiguresRow {
    totals: Totals,
    postponed: usize,
    findings_opened: usize,
    findings_closed: usize,
    findings_open: usize,
    measures: Vec<MeasureRow>,
}

#[derive(Serialize)]
struct MeasureRow {
    #[serde(flatten)]
    head: ItemHead,
    value: Option<u64>,
    of: Option<u64>,
    percent: Option<f64>,
}

pub(super) fn run(session: &Session, workspace: &Workspace, week: Week) -> Result<(), Failure> {
    let weeks = std::iter::successors(Some(week), |week| Some(week.previous()));
    let since = weeks.take(WEEKS + 1).last().unwrap_or(week);
    let now = session.view(workspace, None, since)?;
    let view = super::judged(session, workspace, &now, week, since)?;
    let (premises, lang) = (view.premises(), session.lang());
    let summary = summary(&premises, week, view.day);
    let trend = trend(&premises, week, view.day, WEEKS);
    if session.is_json() {
        return session.print_json(&answer(&premises, &summary, &trend, lang));
    }
    let mut out = Output::new();
    let name = &premises.school.name;
    out.styled(bold(), &words::title(name, &summary, lang));
    out.line(&words::progress(&summary, lang));
    out.line("");
    table(&summary, lang, &mut out);
    measures(&premises, &summary, lang, &mut out);
    changes(&premises, &summary, lang, &mut out);
    out.line("");
    trend_table(&premises, &trend, true, lang, &mut out);
    session.finish(out)
}

/// This week beside the last.
fn table(summary: &Summary, lang: Lang, out: &mut Output) {
    let last = summary.last.as_ref().map(|last| words::figures(last, lang));
    let last = |n: usize| {
        let figure = last.as_ref().and_then(|rows| rows.get(n));
        figure.map_or("-", |(_, figure)| figure)
    };
    let rows = words::figures(&summary.this, lang);
    let widest = rows.iter().map(|(name, _)| name.width()).max();
    let widest = widest.unwrap_or_default();
    let mut row = |[name, this, last]: [&str; 3]| {
        let gap = " ".repeat(widest - name.width());
        let cell = |text: &str| " ".repeat(12usize.saturating_sub(text.width())) + text;
        out.line(&format!("  {name}{gap}{}{}", cell(this), cell(last)));
    };
    row(words::columns(lang));
    for (n, (name, figure)) in rows.iter().enumerate() {
        row([name, figure, last(n)]);
    }
}

/// The numbers, where any was read off in either week.
fn measures(premises: &Premises<'_>, summary: &Summary, lang: Lang, out: &mut Output) {
    let said = |figure: &MeasureFigure| words::measure(figure.value, figure.of, figure.percent);
    let before = |index: ItemIndex| {
        let last = summary.last.iter().flat_map(|last| &last.measures);
        let mut of_item = last.filter(|figure| figure.index == index);
        of_item.find(|figure| figure.value.is_some()).map(said)
    };
    let known = summary.this.measures.iter();
    let known = known.filter(|f| f.value.is_some() || before(f.index).is_some());
    let known: Vec<&MeasureFigure> = known.collect();
    if known.is_empty() {
        return;
    }
    let [_, this, last] = words::columns(lang);
    out.line("");
    out.styled(bold(), &words::measures(known.len(), lang));
    for figure in known {
        let this = format!("{this} {}", said(figure));
        let last = before(figure.index).map(|figure| format!("{last} {figure}"));
        let more = [this].into_iter().chain(last);
        out.line(&line(premises, figure.index, more, lang));
    }
}

fn changes(premises: &Premises<'_>, summary: &Summary, lang: Lang, out: &mut Output) {
    out.line("");
    if summary.changes.is_empty() {
        out.line(words::NO_CHANGES.of(lang));
        return;
    }
    out.styled(bold(), &words::changes(summary.changes.len(), lang));
    for change in &summary.changes {
        out.line(&format!("  {}", said(premises, change, lang)));
    }
}

/// What changed, in words: of a finding with what is wrong.
fn said(premises: &Premises<'_>, change: &Change, lang: Lang) -> String {
    let (_, item, finding) = about(premises, change);
    let text = finding.map_or("", |finding| &finding.text);
    change_in_words(change, &item.unwrap_or_default(), text, lang)
}

/// What kind of change it is, the item it is about, and the finding.
fn about<'a>(
    premises: &Premises<'a>,
    change: &Change,
) -> (&'static str, Option<String>, Option<&'a Finding>) {
    let name = |index: &ItemIndex| Some(premises.item_ref(*index).to_string());
    let of_finding = |id: &FindingId, index: &Option<ItemIndex>| {
        let finding = premises.history.finding(id);
        let named = index.as_ref().and_then(name);
        let item = named.or_else(|| finding.map(|finding| finding.item.to_string()));
        (item, finding)
    };
    match change {
        Change::Waived { index, .. } => ("waived", name(index), None),
        Change::Lifted { index, .. } => ("waiver-lifted", name(index), None),
        Change::Postponed { index, .. } => ("postponed", name(index), None),
        Change::AnchorMoved { .. } => ("anchor-moved", None, None),
        Change::Upgraded { .. } => ("upgraded", None, None),
        Change::Unlocked { .. } => ("unlocked", None, None),
        Change::FindingRaised { finding, index } => {
            let (item, finding) = of_finding(finding, index);
            ("finding-raised", item, finding)
        }
        Change::FindingClosed { finding, index } => {
            let (item, finding) = of_finding(finding, index);
            ("finding-closed", item, finding)
        }
    }
}

fn row(premises: &Premises<'_>, change: &Change, lang: Lang) -> ChangeRow {
    let (kind, item, finding) = about(premises, change);
    ChangeRow {
        kind,
        item,
        finding: finding.map(|finding| finding.id.clone()),
        text: said(premises, change, lang),
    }
}

fn answer(premises: &Premises<'_>, summary: &Summary, trend: &Trend, lang: Lang) -> Answer {
    let figures = |of: &Figures| FiguresRow {
        totals: of.totals,
        postponed: of.postponed,
        findings_opened: of.findings_opened,
        findings_closed: of.findings_closed,
        findings_open: of.findings_open,
        measures: of
            .measures
            .iter()
            .map(|figure| measure(premises, figure, lang))
            .collect(),
    };
    let changes = summary.changes.iter();
    Answer {
        week: summary.week,
        as_of: summary.day,
        undecided: summary.undecided,
        skipped: summary.skipped,
        confirmed: summary.confirmed,
        this_week: figures(&summary.this),
        last_week: summary.last.as_ref().map(figures),
        changes: changes.map(|change| row(premises, change, lang)).collect(),
        trend: trend_rows(premises, trend, lang),
    }
}

fn measure(premises: &Premises<'_>, figure: &MeasureFigure, lang: Lang) -> MeasureRow {
    MeasureRow {
        head: ItemHead::of(premises, figure.index, lang),
        value: figure.value,
        of: figure.of,
        percent: figure.percent,
    }
}
