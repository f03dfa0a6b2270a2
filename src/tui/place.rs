//! The last place: where the screen was left, so that the next run opens there.

use super::message::Answer;
use super::theme::Scheme;
use crate::checklist::ItemRef;
use crate::keymap::Context;
use serde::{Deserialize, Serialize};
use std::io;
use std::path::Path;

/// Where the screen was left, and what is known of the terminal. A convenience: where it cannot be
/// read, the screen opens as at the first time.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Place {
    /// The view, by its name.
    pub(super) view: Option<Shown>,
    /// The item that was chosen in the checklist.
    pub(super) item: Option<ItemRef>,
    /// The colours that were chosen, where they were.
    pub(super) scheme: Option<Scheme>,
    /// What the terminal told of itself.
    pub(super) terminal: Answer,
}

/// A view that can be opened again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Shown {
    Overview,
    Checklist,
    Week,
    Findings,
    Calendar,
    Record,
}

impl Shown {
    /// The view's name for the next time; the summary belongs to the week.
    pub(super) fn of(context: Context) -> Self {
        match context {
            Context::Overview => Self::Overview,
            Context::Checklist => Self::Checklist,
            Context::Week | Context::Summary => Self::Week,
            Context::Findings => Self::Findings,
            Context::Calendar => Self::Calendar,
            Context::Record => Self::Record,
        }
    }

    pub(super) fn context(self) -> Context {
        match self {
            Self::Overview => Context::Overview,
            Self::Checklist => Context::Checklist,
            Self::Week => Context::Week,
            Self::Findings => Context::Findings,
            Self::Calendar => Context::Calendar,
            Self::Record => Context::Record,
        }
    }
}

impl Place {
    /// Reads it.
    pub(super) fn read(path: &Path) -> Self {
        let text = std::fs::read(path).unwrap_or_default();
        serde_json::from_slice(&text).unwrap_or_default()
    }

    /// Writes it, whole or not at all.
    pub(super) fn write(&self, path: &Path) -> io::Result<()> {
        let text = serde_json::to_vec_pretty(self)?;
        let folder = path.parent().unwrap_or(Path::new("."));
        let file = tempfile::NamedTempFile::new_in(folder)?;
        std::fs::write(file.path(), text)?;
        file.persist(path)?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_read_as_it_was_written() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("screen.json");
        assert_eq!(Place::read(&path), Place::default());
        let place = Place {
            view: Some(Shown::Findings),
            item: None,
            scheme: Some(Scheme::Contrast),
            terminal: Answer {
                is_light: Some(true),
                is_wide: None,
            },
        };
        place.write(&path).expect("written");
        assert_eq!(Place::read(&path), place);
    }

    #[test]
    fn a_file_that_is_no_place_opens_as_at_the_first_time() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("screen.json");
        for text in [
            "",
            "{",
            r#"{"view":"moon"}"#,
            r#"{"scheme":"dark","more":1}"#,
        ] {
            std::fs::write(&path, text).expect("a file");
            let scheme = Place::read(&path).scheme;
            let known = text.contains("dark").then_some(Scheme::Dark);
            assert_eq!(scheme, known, "{text}");
        }
    }
}
