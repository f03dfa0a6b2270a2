//! The tables' columns. `docs/at-scale.md` says what each means.

use super::super::checklist::digest;
use super::column::{Cell, Column};
use crate::rollup::{
    Fate, FileFate, ItemCounts, ItemShape, MeasureRow, Partition, ReportRow, RequirementShape, Row,
    SchoolInWeek, Shape,
};
use crate::text::Lang;
use std::collections::HashMap;
use std::sync::Arc;

/// What checklists ask, each named by the digest of everything in it.
pub(super) struct ShapeIds(HashMap<*const Shape, String>);

impl ShapeIds {
    /// Those of all rows. Many rows share one, so that each is looked at once by its place in memory.
    pub(super) fn of(partitions: &[Partition<'_>]) -> Self {
        let schools = partitions.iter().flat_map(|partition| &partition.schools);
        let rows = schools.filter_map(|school| school.report.map(|report| report.row));
        let mut ids = HashMap::new();
        for shape in rows.flat_map(|row| row.checklists.iter().map(|c| &c.shape)) {
            let id = || digest(&serde_json::to_vec(&**shape).unwrap_or_default());
            ids.entry(Arc::as_ptr(shape)).or_insert_with(id);
        }
        Self(ids)
    }

    fn id(&self, shape: &Arc<Shape>) -> &str {
        let id = self.0.get(&Arc::as_ptr(shape));
        id.map_or("", String::as_str)
    }
}

/// An item of a school's week.
pub(super) struct ItemRow<'a> {
    row: &'a Row,
    shape: &'a Shape,
    shape_id: &'a str,
    requirement: &'a RequirementShape,
    requirement_position: u64,
    item: &'a ItemShape,
    position: u64,
    counts: ItemCounts,
    is_gate_closed: bool,
    measure: Option<&'a MeasureRow>,
}

impl<'a> ItemRow<'a> {
    /// All items of a school's week; none where it did not report.
    pub(super) fn of(school: &SchoolInWeek<'a>, shapes: &'a ShapeIds) -> Vec<Self> {
        let mut rows = Vec::new();
        let row = school.report.map(|report| report.row);
        for (row, checklist) in row.into_iter().flat_map(|row| {
            let checklists = row.checklists.iter();
            checklists.map(move |checklist| (row, checklist))
        }) {
            let shape: &Shape = &checklist.shape;
            let items = shape.items().zip(&checklist.counts.0);
            for (position, ((requirement, item), counts)) in (0..).zip(items) {
                let Some(of) = shape.requirements.get(requirement) else {
                    continue;
                };
                let name = format!("{}/{}", shape.checklist, item.id);
                rows.push(Self {
                    row,
                    shape,
                    shape_id: shapes.id(&checklist.shape),
                    requirement: of,
                    requirement_position: u64::try_from(requirement).unwrap_or(u64::MAX),
                    item,
                    position,
                    counts: *counts,
                    is_gate_closed: row.gates_closed.contains(&name),
                    measure: row.measures.iter().find(|measure| measure.item == name),
                });
            }
        }
        rows
    }
}

/// A file that was rolled up.
pub(super) struct FileRow<'a> {
    fate: &'a FileFate<'a>,
    week: Option<String>,
    reason: Option<String>,
}

impl<'a> FileRow<'a> {
    pub(super) fn of(fate: &'a FileFate<'a>) -> Self {
        let reason = match &fate.fate {
            Fate::Quarantined(reason) => serde_json::to_value(reason).ok(),
            Fate::Accepted | Fate::Superseded(_) => None,
        };
        let reason = reason
            .as_ref()
            .and_then(|reason| reason.get("why")?.as_str());
        Self {
            fate,
            week: fate.of.map(|of| of.week.to_string()),
            reason: reason.map(str::to_owned),
        }
    }

    fn fate(&self) -> &'static str {
        match self.fate.fate {
            Fate::Accepted => "accepted",
            Fate::Superseded(_) => "superseded",
            Fate::Quarantined(_) => "quarantined",
        }
    }
}

fn text<R>(name: &'static str, cell: fn(&R) -> Option<&str>) -> Column<R> {
    Column {
        name,
        cell: Cell::Text(cell),
    }
}

fn count<R>(name: &'static str, cell: fn(&R) -> Option<u64>) -> Column<R> {
    Column {
        name,
        cell: Cell::Count(cell),
    }
}

fn column<R>(name: &'static str, cell: Cell<R>) -> Column<R> {
    Column { name, cell }
}

/// The language as reports write it.
fn code(language: Lang) -> &'static str {
    match language {
        Lang::Zh => "zh",
        Lang::En => "en",
    }
}

/// One row for each school, item and week.
pub(super) fn items<'a>() -> Vec<Column<ItemRow<'a>>> {
    vec![
        text("school", |of| Some(&of.row.school.id)),
        column("monday", Cell::Day(|of| Some(of.row.week.monday()))),
        text("checklist", |of| Some(&of.shape.checklist)),
        text("checklist_title", |of| Some(&of.shape.title)),
        count("version", |of| Some(of.shape.version.into())),
        text("digest", |of| Some(&of.shape.digest)),
        text("language", |of| Some(code(of.shape.language))),
        text("shape", |of| Some(of.shape_id)),
        text("requirement", |of| Some(&of.requirement.id)),
        text("requirement_title", |of| Some(&of.requirement.title)),
        count("requirement_position", |of| Some(of.requirement_position)),
        text("item", |of| Some(&of.item.id)),
        text("item_text", |of| Some(&of.item.text)),
        text("cadence", |of| Some(&of.item.cadence)),
        count("item_position", |of| Some(of.position)),
        count("required", |of| Some(of.counts.required)),
        count("done", |of| Some(of.counts.done)),
        count("late", |of| Some(of.counts.late)),
        count("overdue", |of| Some(of.counts.overdue)),
        count("waived", |of| Some(of.counts.waived)),
        column("gate_closed", Cell::Flag(|of| Some(of.is_gate_closed))),
        text("unit", |of| Some(&of.measure?.unit)),
        count("value", |of| Some(of.measure?.value)),
        count("target", |of| of.measure?.of),
    ]
}

/// One row for each school and week, whether it reported or not.
pub(super) fn schools<'a>() -> Vec<Column<SchoolInWeek<'a>>> {
    let mut columns = known();
    columns.extend(reported());
    columns
}

fn known<'a>() -> Vec<Column<SchoolInWeek<'a>>> {
    vec![
        text("school", |of| Some(of.id)),
        text("name", |of| Some(of.name)),
        text("kind", |of| Some(of.kind.as_str())),
        text("contact", |of| of.contact),
        count("position", |of| Some(of.position)),
        text("roster", |of| of.roster),
        column("monday", Cell::Day(|of| Some(of.week.monday()))),
        column("due", Cell::Day(|of| Some(of.due))),
        column("reported", Cell::Flag(|of| Some(of.report.is_some()))),
    ]
}

fn row<'a>(of: &SchoolInWeek<'a>) -> Option<&'a Row> {
    of.report.map(|report| report.row)
}

fn reported<'a>() -> Vec<Column<SchoolInWeek<'a>>> {
    vec![
        column(
            "nothing_to_report",
            Cell::Flag(|of| Some(row(of)?.nothing_to_report)),
        ),
        column(
            "handed_in",
            Cell::Day(|of| of.report.map(|report| report.handed_in)),
        ),
        column("as_of", Cell::Day(|of| Some(row(of)?.as_of))),
        column(
            "generated_at",
            Cell::Moment(|of| Some(row(of)?.generated_at)),
        ),
        text("language", |of| Some(code(row(of)?.language))),
        text("file", |of| {
            of.report.map(|ReportRow { file, .. }| file.name.as_str())
        }),
        text("file_digest", |of| of.report?.file.digest.as_deref()),
        text("signed_by", |of| Some(&row(of)?.signed.as_ref()?.by)),
        column(
            "signed_on",
            Cell::Day(|of| Some(row(of)?.signed.as_ref()?.on)),
        ),
        count("students", |of| row(of)?.school.students.map(u64::from)),
        count("staff", |of| row(of)?.school.staff.map(u64::from)),
        count("required", |of| Some(row(of)?.totals.required)),
        count("done", |of| Some(row(of)?.totals.done)),
        count("late", |of| Some(row(of)?.totals.late)),
        count("late_entered", |of| Some(row(of)?.totals.late_entered)),
        count("overdue", |of| Some(row(of)?.totals.overdue)),
        count("waived", |of| Some(row(of)?.totals.waived)),
        column(
            "weighted_percent",
            Cell::Share(|of| row(of)?.totals.weighted_percent),
        ),
        count("findings_open", |of| Some(row(of)?.findings.open)),
        count("findings_past_limit", |of| {
            Some(row(of)?.findings.past_limit)
        }),
        count("findings_closed", |of| Some(row(of)?.findings.closed)),
        count("inspections", |of| Some(row(of)?.inspections)),
        count("disagreements", |of| Some(row(of)?.disagreements)),
        text("record_writer", |of| Some(&row(of)?.record.writer)),
        count("record_facts", |of| Some(row(of)?.record.facts)),
        text("record_head", |of| Some(&row(of)?.record.head)),
    ]
}

/// One row for each file that was rolled up.
pub(super) fn files<'a>() -> Vec<Column<FileRow<'a>>> {
    vec![
        text("file", |of| Some(&of.fate.file.name)),
        text("digest", |of| of.fate.file.digest.as_deref()),
        text("fate", |of| Some(of.fate())),
        text("reason", |of| of.reason.as_deref()),
        text("superseded_by", |of| match &of.fate.fate {
            Fate::Superseded(by) => Some(by),
            _ => None,
        }),
        text("school", |of| Some(&of.fate.of?.school)),
        text("week", |of| of.week.as_deref()),
    ]
}
