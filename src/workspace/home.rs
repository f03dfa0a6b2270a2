//! Where a school's files are.

use crate::text::Lang;
use directories::{BaseDirs, ProjectDirs};
use std::path::{Path, PathBuf};

/// The folders of one school: settings that a person edits, data that the program keeps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Home {
    settings: PathBuf,
    data: PathBuf,
    /// Whether it is thrown away in the end.
    is_throwaway: bool,
}

impl Home {
    /// Everything in one folder.
    #[must_use]
    pub fn at(folder: &Path) -> Self {
        Self {
            settings: folder.to_owned(),
            data: folder.to_owned(),
            is_throwaway: false,
        }
    }

    /// Everything in one folder that is thrown away in the end: what is recorded in it need not
    /// outlive the machine's next fault.
    #[must_use]
    pub fn throwaway(folder: &Path) -> Self {
        Self {
            is_throwaway: true,
            ..Self::at(folder)
        }
    }

    /// The platform's own folders; `None` where the user has no home.
    #[must_use]
    pub fn of_platform() -> Option<Self> {
        let folders = ProjectDirs::from("", "", "duban")?;
        Some(Self {
            settings: folders.config_dir().to_owned(),
            data: folders.data_dir().to_owned(),
            is_throwaway: false,
        })
    }

    /// The school's profile.
    #[must_use]
    pub fn school_file(&self) -> PathBuf {
        self.settings.join("school.yaml")
    }

    /// The folder of the school's own checklists.
    #[must_use]
    pub fn checklists(&self) -> PathBuf {
        self.settings.join("checklists")
    }

    /// The folder of the school's own layouts of reports.
    #[must_use]
    pub fn layouts(&self) -> PathBuf {
        self.settings.join("report-layouts")
    }

    /// The school's own template of a brief in `lang`.
    #[must_use]
    pub fn brief_file(&self, lang: Lang) -> PathBuf {
        self.settings.join(format!("brief.{lang}.txt"))
    }

    /// The folder of holiday files.
    #[must_use]
    pub fn holidays(&self) -> PathBuf {
        self.settings.join("holidays")
    }

    /// The record.
    #[must_use]
    pub fn record_file(&self) -> PathBuf {
        self.data.join("record.db")
    }

    /// The key that the school signs its reports with, where it has one of its own.
    #[must_use]
    pub fn signing_key(&self) -> PathBuf {
        self.settings.join("signing-key")
    }

    /// Where the screen keeps its last place.
    #[must_use]
    pub fn place_file(&self) -> PathBuf {
        self.data.join("screen.json")
    }

    /// Whether it is thrown away in the end.
    #[must_use]
    pub fn is_throwaway(&self) -> bool {
        self.is_throwaway
    }

    /// How many bytes the record and the school's own checklists take. What cannot be looked at
    /// counts for nothing: it is told where it is opened.
    #[must_use]
    pub fn size(&self) -> u64 {
        let length = |path: PathBuf| path.metadata().map_or(0, |metadata| metadata.len());
        let checklists = self.checklists().read_dir().into_iter().flatten();
        let checklists = checklists.flatten().map(|entry| length(entry.path()));
        length(self.record_file()) + checklists.sum::<u64>()
    }

    /// The folders themselves, each once.
    pub fn folders(&self) -> impl Iterator<Item = &Path> {
        let data = (self.data != self.settings).then_some(self.data.as_path());
        std::iter::once(self.settings.as_path()).chain(data)
    }

    /// Whether a school has been set up here.
    #[must_use]
    pub fn is_set_up(&self) -> bool {
        self.school_file().exists()
    }
}

/// The user's own folder.
pub(super) fn user_folder() -> Option<PathBuf> {
    BaseDirs::new().map(|folders| folders.home_dir().to_owned())
}
