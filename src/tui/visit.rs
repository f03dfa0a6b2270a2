//! Showing the made-up school from where one is, and coming back: what was left stays as it was.

use super::driver::{Desk, Opening, Page, failed, opened};
use super::message::Message;
use crate::text::Lang;
use crate::workspace::demo::{Demo, Plan, SEED};
use crate::workspace::{Workspace, WorkspaceError};

/// What was left to see the made-up school.
pub(super) struct Left {
    workspace: Option<Workspace>,
    pub(super) page: Page,
    opening: Opening,
}

impl Desk {
    /// Shows the made-up school; what there is to tell the page then.
    pub(super) fn visit(&mut self) -> Vec<Message> {
        let lang = self.page.lang();
        match self.made_up(lang) {
            Ok((workspace, mut page, opening)) => {
                if let (Page::Main(model), outfit) = (&mut page, self.page.outfit()) {
                    model.outfit = outfit;
                    model.theme = outfit.theme();
                }
                self.left = Some(Left {
                    workspace: std::mem::replace(&mut self.workspace, workspace),
                    page: std::mem::replace(&mut self.page, page),
                    opening: std::mem::replace(&mut self.opening, opening),
                });
                self.has_moved = true;
                let (width, height) = self.size;
                vec![Message::Resized(width, height), Message::Drawn]
            }
            Err(error) => vec![failed(&error, lang)],
        }
    }

    fn made_up(&self, lang: Lang) -> Result<(Option<Workspace>, Page, Opening), WorkspaceError> {
        let here = &self.opening;
        let plan = Plan {
            seed: SEED,
            clock: here.clock,
            today: here.today,
            lang,
        };
        let demo = Demo::make(&plan, &mut |_, _| ())?;
        let opening = Opening {
            home: demo.home().clone(),
            profile: None,
            clock: demo.clock(),
            today: None,
            lang,
            appearance: here.appearance,
            editor: here.editor.clone(),
            demo: Some(demo),
        };
        let (workspace, page) = opened(&opening)?;
        Ok((workspace, page, opening))
    }

    /// Comes back from the made-up school; `None` where one did not come from anywhere.
    pub(super) fn come_home(&mut self) -> Option<Vec<Message>> {
        let left = self.left.take()?;
        // The record is closed before its folder is removed.
        self.workspace = left.workspace;
        self.page = left.page;
        self.opening = left.opening;
        self.has_moved = true;
        let (width, height) = self.size;
        Some(vec![Message::Resized(width, height)])
    }
}
