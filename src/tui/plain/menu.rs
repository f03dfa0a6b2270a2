//! What can be done at a place, from the table of keys.

use super::super::message::Message;
use super::super::model::Model;
use super::super::update::update;
use super::super::view;
use super::place::{Offer, Place};
use super::several;
use crate::keymap::{self, Action, Binding, Context};

/// How an action is given in a dialogue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// To one thing, which has to be in sight or named.
    OnOne,
    /// To the numbers of a list that are named: they are marked.
    Mark,
    /// To all that is there.
    Here,
    /// In every place.
    Everywhere,
    /// Not at all: it moves a cursor, or is about how the full screen looks.
    ScreenOnly,
}

pub(super) fn kind(action: Action) -> Kind {
    match action {
        Action::Tick
        | Action::TickOn
        | Action::Note
        | Action::Assign
        | Action::Waive
        | Action::Postpone
        | Action::Measure
        | Action::Attach
        | Action::Event
        | Action::Raise
        | Action::Inspect
        | Action::Fix
        | Action::Verify
        | Action::Close
        | Action::Reopen
        | Action::Limit
        | Action::Complete
        | Action::Decide(_)
        | Action::DoneOn
        | Action::Explain
        | Action::MoveAnchor
        | Action::Revoke => Kind::OnOne,
        Action::Mark => Kind::Mark,
        Action::MarkAll
        | Action::Filter
        | Action::Alike
        | Action::Confirm
        | Action::Sign
        | Action::NothingToReport
        | Action::Unlock
        | Action::Earlier
        | Action::Later
        | Action::Notices
        | Action::Disagreements => Kind::Here,
        Action::Go(_)
        | Action::Find
        | Action::Undo
        | Action::Redo
        | Action::Language
        | Action::Help
        | Action::Palette
        | Action::Back
        | Action::Quit => Kind::Everywhere,
        _ => Kind::ScreenOnly,
    }
}

/// Whether an action would do more than refuse, as the model stands: it is tried on a copy.
pub(super) fn is_possible(model: &Model, binding: &Binding) -> bool {
    let Some(key) = binding.keys.first() else {
        return false;
    };
    let mut tried = model.clone();
    let effects = update(&mut tried, Message::Pressed(*key));
    let refused = tried.notice.as_ref().is_some_and(|notice| notice.bad);
    !(refused && effects.is_empty() && tried.overlay.is_none())
}

/// What can be chosen at a place besides the list there.
pub(super) fn menu(model: &Model, place: &Place) -> Vec<Offer> {
    match place {
        Place::Item(_) | Place::Finding(_) | Place::Day(_) => of_kind(model, Kind::OnOne),
        Place::Week if model.context == Context::Summary => {
            let explain = of_kind(model, Kind::OnOne);
            of_kind(model, Kind::Here)
                .into_iter()
                .chain(explain)
                .collect()
        }
        Place::Week => {
            let matter = model.review.matter().into_iter();
            let rulings = matter.flat_map(|matter| view::rulings(model, matter));
            let mut offers: Vec<Offer> = rulings.map(|b| Offer::Action(b.action)).collect();
            if model.review.matters().len() > 1 {
                offers.push(Offer::Place(Place::Matters));
            }
            offers
        }
        Place::Requirement(..) => vec![Offer::Action(Action::Explain)],
        Place::Findings => [Place::Notices, Place::Differences]
            .map(Offer::Place)
            .into(),
        Place::Calendar => [Action::Earlier, Action::Later].map(Offer::Action).into(),
        Place::Found(_) if model.filters.is_empty() => Vec::new(),
        Place::Checklists | Place::Found(_) | Place::Filters(_) => filters(model, place),
        _ => Vec::new(),
    }
}

/// Which filters can be let go, all at once where there are several; and how to come to more.
fn filters(model: &Model, place: &Place) -> Vec<Offer> {
    let count = model.filters.iter().count();
    if matches!(place, Place::Filters(_)) {
        // The list itself lets one go.
        return (count > 0)
            .then_some(Offer::Unfiltered)
            .into_iter()
            .collect();
    }
    let chosen = model.filters.iter().cloned().map(Offer::Drop);
    let several = (count > 1).then_some(Offer::Unfiltered);
    let more = Offer::Action(Action::Filter);
    chosen.chain(several).chain([more]).collect()
}

/// The actions of a kind that are possible where the model stands, in the order of help.
fn of_kind(model: &Model, wanted: Kind) -> Vec<Offer> {
    let bindings = keymap::bindings(model.context).filter(|b| kind(b.action) == wanted);
    let possible = bindings.filter(|binding| is_possible(model, binding));
    possible.map(|b| Offer::Action(b.action)).collect()
}

/// Everything that can be done at a place: by its number, or where it is about one thing of a list,
/// by its key and the number of that.
pub(super) fn all(model: &Model, place: &Place) -> (Vec<Offer>, Vec<&'static Binding>) {
    let of_one = place.is_of_one();
    let has_items = !several::items(model, place).is_empty();
    let bindings = || keymap::bindings(model.context);
    let at_once = bindings().filter(|binding| match kind(binding.action) {
        Kind::OnOne => of_one && is_possible(model, binding),
        Kind::Here if binding.action == Action::MarkAll => has_items,
        Kind::Here => is_possible(model, binding),
        // How to find, go back and list the actions is said anyway.
        Kind::Everywhere => !matches!(
            binding.action,
            Action::Find | Action::Back | Action::Help | Action::Palette
        ),
        Kind::Mark | Kind::ScreenOnly => false,
    });
    let unmark = (!of_one && model.acts_on_marks()).then_some(Offer::Unmark);
    let at_once = at_once.map(|b| Offer::Action(b.action));
    let at_once = unmark.into_iter().chain(at_once).collect();
    let with_number = bindings().filter(|binding| match kind(binding.action) {
        Kind::OnOne => !of_one,
        Kind::Mark => has_items,
        _ => false,
    });
    (at_once, with_number.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_moves_a_cursor_or_is_about_looks_is_for_the_screen_only() {
        let bindings = Context::ALL.into_iter().flat_map(keymap::bindings);
        let mut screen_only = Vec::new();
        for action in bindings.map(|binding| binding.action) {
            if kind(action) == Kind::ScreenOnly && !screen_only.contains(&action) {
                screen_only.push(action);
            }
        }
        assert_eq!(
            screen_only,
            [
                Action::NextPane,
                Action::PreviousPane,
                Action::Left,
                Action::Right,
                Action::Down,
                Action::Up,
                Action::PageDown,
                Action::PageUp,
                Action::First,
                Action::Last,
                Action::Open,
                Action::Copy,
                Action::Theme,
                Action::Redraw,
                Action::Suspend,
                Action::Tour,
                Action::Fold,
                Action::Unfold,
                Action::ScrollDown,
                Action::ScrollUp,
            ]
        );
    }
}
