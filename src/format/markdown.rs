//! A report as Markdown (`CommonMark` with tables), for mail and chat; it reads well as plain text too.
//!
//! Everything in it is escaped as it goes into its part, so that nothing a person wrote is markup.

mod escape;
mod part;

use crate::calendar::Period;
use crate::report::{FindingReport, Section, StatusReport};
use crate::text::brief::{days_left, percent};
use crate::text::{Lang, markdown as words, words as names};
use part::{Align, Page};

/// The report.
pub(super) fn markdown(report: &StatusReport) -> String {
    let mut page = Page::default();
    head(report, &mut page);
    figures(report, &mut page);
    requirements(report, &mut page);
    overdue(report, &mut page);
    findings(report, &mut page);
    measures(report, &mut page);
    plan(report, &mut page);
    disagreements(report, &mut page);
    notices(report, &mut page);
    items(report, &mut page);
    page.rule();
    page.paragraph(&words::made_from(report, report.language));
    page.into_text()
}

fn open_findings(report: &StatusReport) -> Vec<&FindingReport> {
    let mut open: Vec<_> = report
        .findings
        .iter()
        .filter(|of| of.closed.is_none())
        .collect();
    open.sort_by_key(|finding| finding.due);
    open
}

fn head(report: &StatusReport, page: &mut Page) {
    let lang = report.language;
    page.heading(1, &words::title(report, lang));
    page.strong(&words::headline(report, open_findings(report).len(), lang));
    let mut said = vec![words::span(report, lang), words::signed(report, lang)];
    if !report.amendments.is_empty() {
        let amendments = report.amendments.iter();
        let changes = amendments
            .map(|of| of.changes.len() + of.others.len())
            .sum();
        said.push(words::amended(report.amendments.len(), changes, lang));
    }
    page.paragraph(&said.join(if lang == Lang::Zh { "" } else { " " }));
}

fn figures(report: &StatusReport, page: &mut Page) {
    let (lang, summary) = (report.language, &report.summary);
    page.heading(2, words::FIGURES.of(lang));
    let last = summary.last.as_ref();
    let mut head = vec![
        words::FIGURE.of(lang).to_owned(),
        summary.this.week.to_string(),
    ];
    head.extend(last.map(|last| last.week.to_string()));
    let rows = words::figures(&summary.this, last, lang);
    let rows = rows.into_iter().map(|(name, this, before)| {
        let mut row = vec![name.to_owned(), this];
        row.extend(before);
        row
    });
    page.table(&head, &[Align::Left, Align::Right, Align::Right], rows);
}

fn requirements(report: &StatusReport, page: &mut Page) {
    let lang = report.language;
    page.heading(2, words::REQUIREMENTS.of(lang));
    let head = words::REQUIREMENT_HEAD.map(|name| name.of(lang).to_owned());
    let (left, right) = (Align::Left, Align::Right);
    let align = [left, right, right, right, right, right, right, right];
    for checklist in &report.checklists {
        page.heading(3, &checklist.title);
        let all = checklist.requirements.iter();
        let rows = all.map(|of| (format!("{} {}", of.id, of.title), &of.totals));
        let sum = (words::TOTAL.of(lang).to_owned(), &checklist.totals);
        let rows = rows.chain([sum]).map(|(name, totals)| {
            let mut row = vec![name];
            row.extend(totals.counts().iter().map(ToString::to_string));
            row.push(percent(totals.percent));
            row
        });
        page.table(&head, &align, rows);
    }
}

fn overdue(report: &StatusReport, page: &mut Page) {
    let lang = report.language;
    let rows = report.items().filter(|(_, item)| item.overdue > 0);
    let rows: Vec<_> = rows.collect();
    page.heading(2, &words::counted(words::OVERDUE, rows.len(), lang));
    let lines = rows.iter().map(|(checklist, item)| {
        let missing = item.missing.iter().filter(|of| **of != Period::Once);
        let periods = missing.map(|of| names::period(of, lang));
        let periods: Vec<String> = periods.collect();
        let mut more = vec![words::missed(item.overdue, &periods, lang)];
        more.extend(item.owner.as_ref().map(|owner| words::owner(owner, lang)));
        (
            format!("{}/{}", checklist.id, item.id),
            item.text.clone(),
            more,
        )
    });
    page.list(lines, words::NONE.of(lang));
}

fn findings(report: &StatusReport, page: &mut Page) {
    let lang = report.language;
    let open = open_findings(report);
    page.heading(2, &words::counted(words::FINDINGS, open.len(), lang));
    let head = words::FINDING_HEAD.map(|name| name.of(lang).to_owned());
    let rows = open.iter().map(|finding| {
        vec![
            finding.id.to_string(),
            finding.text.clone(),
            finding.owner.clone(),
            finding.due.to_string(),
            days_left(finding.due, report.as_of, lang),
            names::finding_state(finding.state, lang).to_owned(),
        ]
    });
    if open.is_empty() {
        page.paragraph(words::NONE.of(lang));
    } else {
        page.table(&head, &[Align::Left; 6], rows);
    }
}

fn measures(report: &StatusReport, page: &mut Page) {
    let lang = report.language;
    let rows: Vec<Vec<String>> = report
        .items()
        .filter_map(|(checklist, item)| {
            let measure = item.measure.as_ref()?;
            Some(vec![
                format!("{}/{} {}", checklist.id, item.id, item.text),
                measure.value.to_string(),
                measure
                    .of
                    .map_or_else(|| "–".to_owned(), |of| of.to_string()),
                percent(measure.percent),
                measure
                    .pace
                    .as_ref()
                    .map_or_else(String::new, |pace| words::pace(pace, lang)),
            ])
        })
        .collect();
    page.heading(2, &words::counted(words::MEASURES, rows.len(), lang));
    let head = words::MEASURE_HEAD.map(|name| name.of(lang).to_owned());
    let align = [
        Align::Left,
        Align::Right,
        Align::Right,
        Align::Right,
        Align::Left,
    ];
    if rows.is_empty() {
        page.paragraph(words::NONE.of(lang));
    } else {
        page.table(&head, &align, rows.into_iter());
    }
}

fn plan(report: &StatusReport, page: &mut Page) {
    let lang = report.language;
    if report.plan.is_empty() {
        return;
    }
    page.heading(2, &words::counted(words::PLAN, report.plan.len(), lang));
    let lines = report.plan.iter().map(|of| {
        let due = of.due.map(|day| words::due(day, lang));
        let more = due.into_iter().chain([of.reason.clone()]).collect();
        (of.item.clone(), of.item_text.clone(), more)
    });
    page.list(lines, "");
}

fn disagreements(report: &StatusReport, page: &mut Page) {
    let lang = report.language;
    if report.disagreements.is_empty() {
        return;
    }
    let count = report.disagreements.len();
    page.heading(2, &words::counted(words::DISAGREEMENTS, count, lang));
    let lines = report.disagreements.iter().map(|of| {
        let verdict = names::verdict(of.inspection.verdict, lang);
        let note = of.inspection.note.as_deref();
        let said = words::inspected(verdict, &of.inspection.by, note, lang);
        let own = words::own(of.own, lang).to_owned();
        (of.item.clone(), of.item_text.clone(), vec![own, said])
    });
    page.list(lines, "");
}

fn notices(report: &StatusReport, page: &mut Page) {
    let lang = report.language;
    if report.leaves_out(Section::Notices) {
        return;
    }
    let count = report.notices.iter().map(|notice| notice.lines.len()).sum();
    page.heading(2, &words::counted(words::NOTICES, count, lang));
    if report.notices.is_empty() {
        page.paragraph(words::NONE.of(lang));
    }
    for notice in &report.notices {
        let owner = notice.owner.as_deref();
        page.heading(3, owner.unwrap_or(words::NOBODY.of(lang)));
        let lines = notice.lines.iter().map(|line| {
            let colour = crate::text::cli::status::colour(line.colour, lang).to_owned();
            let finding = line.finding.iter().map(ToString::to_string);
            let mut more: Vec<String> = [colour].into_iter().chain(finding).collect();
            more.push(line.reason.clone());
            more.extend(line.due.map(|day| words::due(day, lang)));
            (line.item.clone(), line.item_text.clone(), more)
        });
        page.list(lines, "");
    }
}

fn items(report: &StatusReport, page: &mut Page) {
    let lang = report.language;
    page.heading(2, words::ITEMS.of(lang));
    let head = words::ITEM_HEAD.map(|name| name.of(lang).to_owned());
    let (left, right) = (Align::Left, Align::Right);
    let align = [left, left, right, right, right, right, left, left];
    for checklist in &report.checklists {
        for requirement in &checklist.requirements {
            let (id, title) = (&requirement.id, &requirement.title);
            page.heading(3, &format!("{}/{id} {title}", checklist.id));
            let rows = requirement.items.iter().map(|item| part::item(item, lang));
            page.table(&head, &align, rows);
        }
    }
}
