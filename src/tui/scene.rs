//! Scenes: what stays on the screen from key to key.

use super::board::Board;
use super::model::Model;
use super::overview::Ahead;
use super::surface::Surface;
use crate::assess::{Planned, Trend};
use crate::keymap::Context;
use std::sync::Arc;

/// What the screen shows apart from its parts: as long as it is the same, everything outside of them
/// is on the screen already.
#[derive(Debug, Clone)]
pub(super) struct Scene {
    context: Context,
    surface: Surface,
    board: Arc<Board>,
    trend: Option<Arc<Trend>>,
    ahead: Option<Arc<Ahead>>,
    schedule: Option<Arc<Vec<Planned>>>,
}

impl PartialEq for Scene {
    /// What is shared is never changed, only replaced by another.
    fn eq(&self, other: &Self) -> bool {
        (self.context, self.surface) == (other.context, other.surface)
            && Arc::ptr_eq(&self.board, &other.board)
            && is_one(self.trend.as_ref(), other.trend.as_ref())
            && is_one(self.ahead.as_ref(), other.ahead.as_ref())
            && is_one(self.schedule.as_ref(), other.schedule.as_ref())
    }
}

fn is_one<T>(a: Option<&Arc<T>>, b: Option<&Arc<T>>) -> bool {
    a.map(Arc::as_ptr) == b.map(Arc::as_ptr)
}

impl Scene {
    /// The scene in which one moves through the overview or the checklists, with nothing over them,
    /// narrowed or marked. `None` where the screen is drawn as a whole.
    pub(super) fn of(model: &Model) -> Option<Self> {
        let is_covered = model.overlay.is_some() || model.notice.is_some() || model.tour.is_some();
        let is_bare = !is_covered && !model.search.typing && model.marks.is_empty();
        let is_walked = match model.context {
            Context::Overview => true,
            Context::Checklist => {
                let is_searched = !model.search.field.is_empty();
                let is_narrowed = is_searched || !model.filters.is_empty();
                !is_narrowed && !model.reading && !model.tree.rows.is_empty()
            }
            _ => false,
        };
        (is_bare && is_walked).then(|| Self {
            context: model.context,
            surface: model.surface(),
            board: Arc::clone(&model.board),
            trend: model.look.trend.clone(),
            ahead: model.look.ahead.clone(),
            schedule: model.look.schedule.clone(),
        })
    }
}
