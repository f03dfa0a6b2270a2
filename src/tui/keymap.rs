//! The one table of keys: it dispatches, and help and footer are made from it.

mod table;

use super::key::Key;
use crate::fact::Decision;
use crate::text::{Lang, Phrase};
use table::BINDINGS;

/// What a key can order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Action {
    Go(Context),
    NextPane,
    Up,
    Down,
    PageUp,
    PageDown,
    First,
    Last,
    Fold,
    Unfold,
    Open,
    ScrollDown,
    ScrollUp,
    Tick,
    TickOn,
    Note,
    Assign,
    Waive,
    Measure,
    Attach,
    Event,
    Raise,
    Inspect,
    Fix,
    Verify,
    Close,
    Reopen,
    Limit,
    Complete,
    Notices,
    Disagreements,
    Decide(Decision),
    DoneOn,
    Alike,
    Confirm,
    Sign,
    NothingToReport,
    Unlock,
    Earlier,
    Later,
    Explain,
    MoveAnchor,
    Find,
    Undo,
    Redo,
    Revoke,
    Language,
    Help,
    Back,
    Quit,
}

/// Where keys are pressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Context {
    Overview,
    Checklist,
    /// The queue of the weekly review.
    Week,
    /// The page that closes the weekly review.
    Summary,
    Findings,
    Calendar,
    Record,
}

impl Context {
    /// All of them.
    #[cfg(test)]
    pub(super) const ALL: [Self; 7] = [
        Self::Overview,
        Self::Checklist,
        Self::Week,
        Self::Summary,
        Self::Findings,
        Self::Calendar,
        Self::Record,
    ];
}

/// One line of the table.
pub(super) struct Binding {
    pub(super) keys: &'static [Key],
    pub(super) action: Action,
    /// Where it works; everywhere if empty.
    contexts: &'static [Context],
    pub(super) text: Phrase,
    /// The short word of the footer, for keys that belong there.
    pub(super) short: Option<Phrase>,
}

impl Binding {
    fn works_in(&self, context: Context) -> bool {
        self.contexts.is_empty() || self.contexts.contains(&context)
    }
}

/// What a key orders there.
pub(super) fn action(key: Key, context: Context) -> Option<Action> {
    let key = key.as_command();
    bindings(context)
        .find(|binding| binding.keys.contains(&key))
        .map(|binding| binding.action)
}

/// The keys that work there, in the order of help.
pub(super) fn bindings(context: Context) -> impl Iterator<Item = &'static Binding> {
    BINDINGS
        .iter()
        .filter(move |binding| binding.works_in(context))
}

/// The keys of a binding, as help shows them.
pub(super) fn names(binding: &Binding, lang: Lang) -> String {
    let names: Vec<String> = binding.keys.iter().map(|key| key.name(lang)).collect();
    names.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_key_means_two_things_in_one_place() {
        for context in Context::ALL {
            let mut seen = Vec::new();
            for key in bindings(context).flat_map(|binding| binding.keys) {
                assert!(!seen.contains(key), "{key:?} twice in {context:?}");
                seen.push(*key);
            }
        }
    }

    #[test]
    fn full_width_keys_are_taken_for_their_twins() {
        let action = |c| super::action(Key::Char(c), Context::Checklist);
        assert_eq!(action('／'), Some(Action::Find));
        assert_eq!(action('？'), Some(Action::Help));
        assert_eq!(action('２'), Some(Action::Go(Context::Checklist)));
        assert_eq!(action('\u{3000}'), Some(Action::Tick));
    }
}
