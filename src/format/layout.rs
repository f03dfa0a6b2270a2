//! Layouts of reports, `report-layouts/ID.yaml`.

use super::document::{self, Document};
use super::node::Node;
use super::problem::{ProblemKind, Problems, Wanted};
use super::shape::{Key, Shape, TEXTS, optional, required};
use super::source::At;
use crate::checklist::{Checklist, FaultStep as Step};
use crate::report::{Layout, PlacedFault, Section};

/// Reads a layout.
pub fn read_layout(name: &str, bytes: &[u8]) -> Result<Layout, Problems> {
    document::read(name, bytes)
}

/// All problems of a layout for a school that follows those checklists; none where it is right.
#[must_use]
pub fn lint_layout(name: &str, bytes: &[u8], checklists: &[&Checklist]) -> Problems {
    document::lint_by(name, bytes, &|layout: &Layout, document: &Node| {
        let mut faults = layout.faults();
        faults.extend(layout.unknown(checklists));
        placed(faults, document)
    })
}

/// The faults, each with its place in the file.
fn placed(faults: Vec<PlacedFault>, document: &Node) -> Vec<(At, ProblemKind)> {
    let faults = faults.into_iter();
    faults
        .map(|(key, n, fault)| {
            let at = document.place(&[Step::from(key), Step::from(n)]);
            (at, ProblemKind::Layout(fault))
        })
        .collect()
}

impl Document for Layout {
    const SHAPE: Shape = Shape::Map(LAYOUT);

    fn contradictions(&self, document: &Node) -> Vec<(At, ProblemKind)> {
        placed(self.faults(), document)
    }

    fn is_sound(&self) -> bool {
        self.faults().is_empty()
    }
}

const LAYOUT: &[Key] = &[
    required("layout", Shape::Id),
    required("receiver", TEXTS),
    optional("title", TEXTS),
    optional("requirements", Shape::List(&CHOSEN)),
    optional("figures", Shape::List(&Shape::InChecklist)),
    optional("sections", Shape::List(&Shape::Word(sections))),
];

const CHOSEN: Shape = Shape::Either(
    Wanted::InChecklist,
    &Shape::InChecklist,
    &[
        required("requirement", Shape::InChecklist),
        optional("heading", TEXTS),
    ],
);

fn sections() -> Vec<&'static str> {
    Section::ALL.map(Section::as_str).to_vec()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::{EMBEDDED, EMBEDDED_LAYOUTS, read_checklist, write};

    fn checklists() -> Vec<Checklist> {
        let read = |(name, text): (&str, &str)| read_checklist(name, text.as_bytes());
        let read = EMBEDDED.map(|of| read(of).expect("a checklist").0);
        read.to_vec()
    }

    fn lint(text: &str) -> Vec<(usize, usize, ProblemKind)> {
        let checklists = checklists();
        let checklists: Vec<&Checklist> = checklists.iter().collect();
        let found = lint_layout("mine.yaml", text.as_bytes(), &checklists).list;
        let said = found.into_iter();
        said.map(|p| (p.line, p.column, p.what)).collect()
    }

    #[test]
    fn the_embedded_layouts_are_right_and_read_back_equal() {
        for (name, text) in EMBEDDED_LAYOUTS {
            assert_eq!(lint(text), [], "{name}");
            let layout = read_layout(name, text.as_bytes()).expect("a layout");
            assert_eq!(format!("{}.yaml", layout.id), name);
            let written = write(&layout).expect("YAML");
            assert_eq!(read_layout(name, written.as_bytes()), Ok(layout));
        }
    }

    #[test]
    fn everything_wrong_with_a_layout_is_named_at_once_with_its_place() {
        let text = "layout: mine
receiver: \"\"
titel: x
requirements:
  - taijiang-2022/3
  - { requirement: taijiang-2022/33, heading: y, headings: z }
  - taijiang-2022/3
  - three
  - another-checklist/7
figures: [taijiang-2022/3.2]
sections: [plans, plan, plan]
";
        let found = lint(text);
        let places: Vec<_> = found
            .iter()
            .map(|(line, column, _)| (*line, *column))
            .collect();
        let all = [
            (2, 11),
            (3, 1),
            (6, 5),
            (6, 50),
            (7, 5),
            (8, 5),
            (10, 11),
            (11, 12),
            (11, 25),
        ];
        assert_eq!(places, all, "{found:#?}");
    }
}
