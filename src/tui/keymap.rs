//! The one table of keys: it dispatches, and help and footer are made from it.

use super::key::Key;
use crate::text::{Lang, Phrase, screen as words};

/// What a key can order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Action {
    Overview,
    Checklist,
    Record,
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
    Record,
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

const fn everywhere(keys: &'static [Key], action: Action, text: Phrase) -> Binding {
    Binding {
        keys,
        action,
        contexts: &[],
        text,
        short: None,
    }
}

impl Binding {
    const fn in_footer(mut self, short: Phrase) -> Self {
        self.short = Some(short);
        self
    }

    const fn only(mut self, contexts: &'static [Context]) -> Self {
        self.contexts = contexts;
        self
    }

    fn works_in(&self, context: Context) -> bool {
        self.contexts.is_empty() || self.contexts.contains(&context)
    }
}

const ITEMS: &[Context] = &[Context::Overview, Context::Checklist];

/// All keys, in the order of help.
pub(super) const BINDINGS: &[Binding] = &[
    everywhere(&[Key::Char(' ')], Action::Tick, words::KEY_TICK)
        .only(ITEMS)
        .in_footer(words::SHORT_TICK),
    everywhere(&[Key::Char('t')], Action::TickOn, words::KEY_TICK_ON)
        .only(ITEMS)
        .in_footer(words::SHORT_TICK_ON),
    everywhere(&[Key::Char('n')], Action::Note, words::KEY_NOTE)
        .only(ITEMS)
        .in_footer(words::SHORT_NOTE),
    everywhere(&[Key::Char('w')], Action::Waive, words::KEY_WAIVE)
        .only(ITEMS)
        .in_footer(words::SHORT_WAIVE),
    everywhere(&[Key::Char('m')], Action::Measure, words::KEY_MEASURE)
        .only(ITEMS)
        .in_footer(words::SHORT_MEASURE),
    everywhere(&[Key::Char('o')], Action::Assign, words::KEY_ASSIGN).only(ITEMS),
    everywhere(&[Key::Char('a')], Action::Attach, words::KEY_ATTACH).only(ITEMS),
    everywhere(&[Key::Char('e')], Action::Event, words::KEY_EVENT).only(ITEMS),
    everywhere(&[Key::Char('x')], Action::Revoke, words::KEY_REVOKE)
        .only(&[Context::Record])
        .in_footer(words::SHORT_REVOKE),
    everywhere(&[Key::Char('/')], Action::Find, words::KEY_FIND).in_footer(words::SHORT_FIND),
    everywhere(&[Key::Char('u')], Action::Undo, words::KEY_UNDO).in_footer(words::SHORT_UNDO),
    everywhere(&[Key::Char('U')], Action::Redo, words::KEY_REDO),
    everywhere(&[Key::Char('1')], Action::Overview, words::KEY_OVERVIEW),
    everywhere(&[Key::Char('2')], Action::Checklist, words::KEY_CHECKLIST),
    everywhere(&[Key::Char('3')], Action::Record, words::KEY_RECORD),
    everywhere(&[Key::Tab, Key::BackTab], Action::NextPane, words::KEY_PANE)
        .only(&[Context::Overview]),
    everywhere(&[Key::Down, Key::Char('j')], Action::Down, words::KEY_DOWN),
    everywhere(&[Key::Up, Key::Char('k')], Action::Up, words::KEY_UP),
    everywhere(
        &[Key::PageDown, Key::Ctrl('d')],
        Action::PageDown,
        words::KEY_PAGE_DOWN,
    ),
    everywhere(
        &[Key::PageUp, Key::Ctrl('b')],
        Action::PageUp,
        words::KEY_PAGE_UP,
    ),
    everywhere(
        &[Key::Home, Key::Char('g')],
        Action::First,
        words::KEY_FIRST,
    ),
    everywhere(&[Key::End, Key::Char('G')], Action::Last, words::KEY_LAST),
    everywhere(&[Key::Left, Key::Char('h')], Action::Fold, words::KEY_FOLD)
        .only(&[Context::Checklist]),
    everywhere(
        &[Key::Right, Key::Char('l')],
        Action::Unfold,
        words::KEY_UNFOLD,
    )
    .only(&[Context::Checklist]),
    everywhere(
        &[Key::Char('J')],
        Action::ScrollDown,
        words::KEY_SCROLL_DOWN,
    )
    .only(&[Context::Checklist]),
    everywhere(&[Key::Char('K')], Action::ScrollUp, words::KEY_SCROLL_UP)
        .only(&[Context::Checklist]),
    everywhere(&[Key::Enter], Action::Open, words::KEY_OPEN),
    everywhere(&[Key::Esc], Action::Back, words::KEY_BACK),
    everywhere(&[Key::Char('L')], Action::Language, words::KEY_LANGUAGE),
    everywhere(&[Key::Char('?')], Action::Help, words::KEY_HELP).in_footer(words::SHORT_HELP),
    everywhere(
        &[Key::Char('q'), Key::Ctrl('c')],
        Action::Quit,
        words::KEY_QUIT,
    )
    .in_footer(words::SHORT_QUIT),
];

/// What a key orders there.
pub(super) fn action(key: Key, context: Context) -> Option<Action> {
    let key = key.as_command();
    BINDINGS
        .iter()
        .find(|binding| binding.works_in(context) && binding.keys.contains(&key))
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
        for context in [Context::Overview, Context::Checklist, Context::Record] {
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
        assert_eq!(action('２'), Some(Action::Checklist));
        assert_eq!(action('\u{3000}'), Some(Action::Tick));
    }
}
