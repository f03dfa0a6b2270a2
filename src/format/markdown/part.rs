//! The parts of a page of Markdown: headings, paragraphs, lists, tables. Whatever goes into one is
//! escaped here, and nowhere else.

use super::escape::escape;
use crate::assess::Status;
use crate::report::ItemReport;
use crate::text::{Lang, markdown as words, words as names};

/// A page as it grows.
#[derive(Default)]
pub(super) struct Page {
    text: String,
}

/// To which side a column's cells go.
#[derive(Clone, Copy)]
pub(super) enum Align {
    Left,
    Right,
}

/// An entry of a list: what it is about, its text, and what else there is to say.
type Entry = (String, String, Vec<String>);

impl Page {
    pub(super) fn heading(&mut self, level: usize, text: &str) {
        let text = escape(text);
        self.block(&format!("{} {text}", "#".repeat(level)));
    }

    pub(super) fn paragraph(&mut self, text: &str) {
        let text = escape(text);
        self.block(&text);
    }

    pub(super) fn strong(&mut self, text: &str) {
        let text = escape(text);
        self.block(&format!("**{text}**"));
    }

    pub(super) fn rule(&mut self) {
        self.block("---");
    }

    /// A list; the words for none where there is nothing in it.
    pub(super) fn list(&mut self, entries: impl Iterator<Item = Entry>, none: &str) {
        let lines: Vec<String> = entries
            .map(|(name, text, more)| {
                let more = more.iter().map(|part| format!(" · {}", escape(part)));
                let more: String = more.collect();
                format!("- **{}** {}{more}", escape(&name), escape(&text))
            })
            .collect();
        if lines.is_empty() {
            self.paragraph(none);
        } else {
            self.block(&lines.join("\n"));
        }
    }

    /// A table; a row that is short has empty cells.
    pub(super) fn table(
        &mut self,
        head: &[String],
        align: &[Align],
        rows: impl Iterator<Item = Vec<String>>,
    ) {
        let line = |cells: &[String]| {
            let cells = cells.iter().map(|cell| format!(" {} |", escape(cell)));
            format!("|{}", cells.collect::<String>())
        };
        let mut lines = vec![line(head)];
        let rules = align.iter().take(head.len()).map(|align| match align {
            Align::Left => " --- |",
            Align::Right => " ---: |",
        });
        lines.push(format!("|{}", rules.collect::<String>()));
        lines.extend(rows.map(|row| line(&row)));
        self.block(&lines.join("\n"));
    }

    fn block(&mut self, block: &str) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        self.text.push_str(block);
        self.text.push('\n');
    }

    pub(super) fn into_text(self) -> String {
        self.text
    }
}

/// The row of an item.
pub(super) fn item(item: &ItemReport, lang: Lang) -> Vec<String> {
    vec![
        format!("{} {}", item.id, item.text),
        names::status(item.status, lang).to_owned(),
        format!("{}/{}", item.done, item.required),
        item.late.to_string(),
        item.overdue.to_string(),
        item.waived.to_string(),
        item.owner.clone().unwrap_or_default(),
        remarks(item, lang).join(words::BETWEEN.of(lang)),
    ]
}

fn remarks(item: &ItemReport, lang: Lang) -> Vec<String> {
    let mut said: Vec<String> = Vec::new();
    said.extend(item.measure.as_ref().map(|of| words::measure(of, lang)));
    let is_open = matches!(item.status, Status::Due | Status::Partial | Status::Overdue);
    let due = item.due.filter(|_| is_open);
    said.extend(due.map(|day| words::due(day, lang)));
    if let Some(waiver) = item.waivers.last() {
        said.push(words::waived(&waiver.reason, lang));
    }
    said.extend(item.findings.iter().map(ToString::to_string));
    said.extend(item.inspections.iter().map(|of| {
        let verdict = names::verdict(of.verdict, lang);
        words::inspected(verdict, &of.by, of.note.as_deref(), lang)
    }));
    said.extend(item.notes.iter().map(|note| note.text.clone()));
    said.extend(item.evidence.iter().map(|of| of.source.clone()));
    said
}
