//! The layouts that a report may be written in: the program's own and those in the school's folder.

use super::catalog::{Source, files, read};
use super::error::WorkspaceError;
use super::home::Home;
use crate::assess::Adopted;
use crate::checklist::Checklist;
use crate::format::{EMBEDDED_LAYOUTS, Problems, lint_layout, read_layout};
use crate::report::Layout;
use std::borrow::Cow;

/// A layout on offer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LayoutOffer {
    /// Where it comes from.
    pub source: Source,
    /// The layout.
    pub layout: Layout,
    /// Its file, as it is.
    pub text: Cow<'static, [u8]>,
    name: String,
}

/// All layouts on offer. A file of the school's with the id of one of the program's takes its
/// place.
///
/// # Errors
/// The problems of every file that cannot be read.
pub fn layouts(home: &Home) -> Result<Vec<LayoutOffer>, WorkspaceError> {
    let mut offers: Vec<LayoutOffer> = Vec::new();
    let mut problems: Vec<Problems> = Vec::new();
    let program = EMBEDDED_LAYOUTS.map(|(name, text)| {
        let text = Cow::Borrowed(text.as_bytes());
        (Source::Program, name.to_owned(), text)
    });
    let mut found = program.to_vec();
    for path in files(&home.layouts(), &["yaml", "yml"])? {
        let text = Cow::Owned(read(&path)?);
        let name = path.display().to_string();
        found.push((Source::File(path), name, text));
    }
    for (source, name, text) in found {
        match read_layout(&name, &text) {
            Ok(layout) => {
                offers.retain(|offer| offer.layout.id != layout.id);
                offers.push(LayoutOffer {
                    source,
                    layout,
                    text,
                    name,
                });
            }
            Err(found) => problems.push(found),
        }
    }
    if problems.is_empty() {
        Ok(offers)
    } else {
        Err(WorkspaceError::Problems(problems))
    }
}

/// The layout of that id.
///
/// # Errors
/// [`WorkspaceError::NoLayout`] where none is on offer, and as [`layouts`].
pub fn layout(home: &Home, said: &str) -> Result<LayoutOffer, WorkspaceError> {
    let offers = layouts(home)?;
    let known = offers.iter().map(|offer| offer.layout.id.clone()).collect();
    let mut offers = offers.into_iter();
    offers
        .find(|offer| offer.layout.id.as_str() == said)
        .ok_or_else(|| WorkspaceError::NoLayout {
            said: said.to_owned(),
            known,
        })
}

/// The layout of that id, for a school that follows those checklists.
///
/// # Errors
/// As [`layout`], and where it chooses what one of them does not have.
pub fn layout_for(home: &Home, said: &str, adopted: &[Adopted]) -> Result<Layout, WorkspaceError> {
    let offer = layout(home, said)?;
    let checklists: Vec<&Checklist> = adopted.iter().map(|of| &*of.checklist).collect();
    if offer.layout.unknown(&checklists).is_empty() {
        return Ok(offer.layout);
    }
    let problems = lint_layout(&offer.name, &offer.text, &checklists);
    Err(WorkspaceError::Problems(vec![problems]))
}
