//! The keys of the tour, and the way to it.

use super::super::message::Effect;
use super::super::model::Model;
use super::super::overview::Overview;
use super::super::tour::Tour;
use super::search;
use crate::keymap::{self, Action, Context, Key, Layer};

/// Takes a key of the tour; `None` where it is none of its own.
pub(super) fn press(model: &mut Model, key: Key) -> Option<Vec<Effect>> {
    let tour = model.tour?;
    match keymap::action_over(key, Layer::Tour)? {
        Action::NextStep => model.tour = tour.next(),
        Action::EndTour => model.tour = None,
        _ => return None,
    }
    model.rebuild();
    Some(Vec::new())
}

/// Begins the tour on the made-up school; opens that where another is shown.
pub(super) fn begin(model: &mut Model) -> Vec<Effect> {
    if !model.is_demo {
        return vec![Effect::Demo];
    }
    model.tour = Some(Tour::default());
    search::clear(model);
    model.overview = Overview::default();
    let effects = super::go(model, Context::Overview);
    model.rebuild();
    effects
}
