//! The one table of keys: it dispatches, and footer, help, palette, README and man page are made
//! from it.

mod key;
mod layers;
mod rollup;
mod table;

pub(crate) use key::Key;
pub(crate) use rollup::RollUpView;

use crate::fact::Decision;
use crate::text::screen::{self, keys as words};
use crate::text::{Lang, Phrase};
use layers::LAYERS;
use rollup::ROLLUP;
use table::BINDINGS;

/// What a key can order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Action {
    Go(Context),
    NextPane,
    PreviousPane,
    /// To the panel on the left, or the week before.
    Left,
    /// To the panel on the right, or the week after.
    Right,
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
    Postpone,
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
    /// Choose what the list is narrowed to.
    Filter,
    /// Mark the chosen item for an order about several.
    Mark,
    /// Mark everything in the list, or nothing.
    MarkAll,
    Undo,
    Redo,
    Revoke,
    /// Copy what is chosen to the terminal's clipboard.
    Copy,
    /// List every action, to be found by its name.
    Palette,
    Language,
    /// Go to the next theme.
    Theme,
    /// Draw the whole screen anew.
    Redraw,
    /// Hand the terminal back to the shell until the program is resumed.
    Suspend,
    Help,
    /// Begin the tour on the made-up school.
    Tour,
    Back,
    Quit,
    // What lies over the screen.
    Accept,
    Cancel,
    NextField,
    PreviousField,
    /// Write the field's text in the user's own editor.
    Editor,
    /// Choose the next of a few things.
    NextChoice,
    PreviousChoice,
    Toggle,
    DayBack,
    DayOn,
    WeekBack,
    WeekOn,
    MonthBack,
    MonthOn,
    Today,
    // The tour.
    NextStep,
    EndTour,
    // The roll-up.
    Show(RollUpView),
    /// Put the lines in order by the chosen column, or the other way round.
    Sort,
}

/// Where keys are pressed: the views.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Context {
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
    pub(crate) const ALL: [Self; 7] = [
        Self::Overview,
        Self::Checklist,
        Self::Week,
        Self::Summary,
        Self::Findings,
        Self::Calendar,
        Self::Record,
    ];

    /// Its name.
    pub(crate) fn name(self) -> Phrase {
        match self {
            Self::Overview => screen::OVERVIEW,
            Self::Checklist => screen::CHECKLIST,
            Self::Week => screen::week::WEEK,
            Self::Summary => words::SUMMARY,
            Self::Findings => screen::finding::FINDINGS,
            Self::Calendar => screen::calendar::CALENDAR,
            Self::Record => screen::RECORD,
        }
    }
}

/// What lies over a view and takes the keys first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Layer {
    /// A dialog: every other key goes into its field.
    Form,
    /// A field of a dialog that is a day.
    Day,
    /// A field of a dialog in which one of a few things is chosen.
    Choice,
    /// A question to be answered with yes or no.
    Question,
    /// A page to be read: help, an explanation.
    Reading,
    /// The line in which a search is typed.
    Search,
    /// The list of every action.
    Palette,
    /// The list of filters.
    Filters,
    /// The first run.
    Setup,
    /// The tour; what is no key of its own goes on to what lies below it.
    Tour,
}

impl Layer {
    /// All of them.
    pub(crate) const ALL: [Self; 10] = [
        Self::Form,
        Self::Day,
        Self::Choice,
        Self::Question,
        Self::Reading,
        Self::Search,
        Self::Palette,
        Self::Filters,
        Self::Setup,
        Self::Tour,
    ];

    /// Its name.
    fn name(self) -> Phrase {
        match self {
            Self::Form => words::FORM,
            Self::Day => words::DAY_FIELD,
            Self::Choice => words::CHOICE,
            Self::Question => words::QUESTION,
            Self::Reading => words::READING,
            Self::Search => words::SEARCH,
            Self::Palette => words::PALETTE,
            Self::Filters => words::FILTERS,
            Self::Setup => words::SETUP,
            Self::Tour => screen::tour::TOUR,
        }
    }
}

/// One line of the table.
#[derive(Debug)]
pub(crate) struct Binding {
    pub(crate) keys: &'static [Key],
    pub(crate) action: Action,
    place: Place,
    pub(crate) text: Phrase,
    /// The short word of the footer, for keys that belong there.
    pub(crate) short: Option<Phrase>,
}

/// Where a binding works.
#[derive(Debug)]
enum Place {
    Everywhere,
    In(&'static [Context]),
    InRollUp(&'static [RollUpView]),
    Over(&'static [Layer]),
}

impl Place {
    fn name(&self, lang: Lang) -> String {
        let names: Vec<&str> = match self {
            Self::Everywhere => return words::EVERYWHERE.of(lang).to_owned(),
            Self::InRollUp(views) => return name_in_rollup(views, lang),
            Self::Over(layers) if layers.len() == Layer::ALL.len() => {
                return words::OVER_ALL.of(lang).to_owned();
            }
            Self::In(contexts) => contexts.iter().map(|c| c.name().of(lang)).collect(),
            Self::Over(layers) => layers.iter().map(|l| l.name().of(lang)).collect(),
        };
        names.join(words::BETWEEN.of(lang))
    }
}

/// Where on the roll-up's screen.
fn name_in_rollup(views: &[RollUpView], lang: Lang) -> String {
    let rollup = crate::text::rollup::keys::ROLLUP.of(lang);
    if views.len() == RollUpView::ALL.len() {
        return rollup.to_owned();
    }
    let names: Vec<&str> = views.iter().map(|view| view.name().of(lang)).collect();
    let names = names.join(words::BETWEEN.of(lang));
    [rollup, &names].join(crate::text::rollup::keys::VIEW.of(lang))
}

impl Binding {
    pub(crate) fn works_in(&self, context: Context) -> bool {
        match self.place {
            Place::Everywhere => true,
            Place::In(contexts) => contexts.contains(&context),
            Place::InRollUp(_) | Place::Over(_) => false,
        }
    }

    /// The view to go to for it where it does not work in every one: the checklist if it works
    /// there, or else the first.
    pub(crate) fn view(&self) -> Option<Context> {
        match self.place {
            Place::In(contexts) => {
                let mut contexts = contexts.iter();
                let first = contexts.clone().next();
                let checklist = contexts.find(|context| **context == Context::Checklist);
                checklist.or(first).copied()
            }
            Place::Everywhere | Place::InRollUp(_) | Place::Over(_) => None,
        }
    }

    fn works_in_rollup(&self, view: RollUpView) -> bool {
        matches!(self.place, Place::InRollUp(views) if views.contains(&view))
    }

    fn works_over(&self, layer: Layer) -> bool {
        matches!(self.place, Place::Over(layers) if layers.contains(&layer))
    }

    /// The keys, as help shows them.
    pub(crate) fn names(&self, lang: Lang) -> String {
        let names: Vec<String> = self.keys.iter().map(|key| key.name(lang)).collect();
        names.join(" ")
    }

    const fn in_footer(mut self, short: Phrase) -> Self {
        self.short = Some(short);
        self
    }
}

/// What a key orders in a view.
pub(crate) fn action(key: Key, context: Context) -> Option<Action> {
    ordered(key, bindings(context))
}

/// What a key orders in a view of the roll-up.
pub(crate) fn action_in_rollup(key: Key, view: RollUpView) -> Option<Action> {
    ordered(key, bindings_in_rollup(view))
}

/// What a key orders in what lies over a view.
pub(crate) fn action_over(key: Key, layer: Layer) -> Option<Action> {
    ordered(key, bindings_over(layer))
}

fn ordered(key: Key, mut bindings: impl Iterator<Item = &'static Binding>) -> Option<Action> {
    let key = key.as_command();
    let binding = bindings.find(|binding| binding.keys.contains(&key));
    binding.map(|binding| binding.action)
}

/// The first key of an action in a view.
pub(crate) fn key(action: Action, context: Context) -> Option<Key> {
    first(action, bindings(context))
}

/// The first key of an action in what lies over a view.
pub(crate) fn key_over(action: Action, layer: Layer) -> Option<Key> {
    first(action, bindings_over(layer))
}

fn first(action: Action, mut bindings: impl Iterator<Item = &'static Binding>) -> Option<Key> {
    let binding = bindings.find(|binding| binding.action == action)?;
    binding.keys.first().copied()
}

/// The keys that work in a view, in the order of help.
pub(crate) fn bindings(context: Context) -> impl Iterator<Item = &'static Binding> {
    let all = BINDINGS.iter();
    all.filter(move |binding| binding.works_in(context))
}

/// The keys that work in a view of the roll-up, in the order of help.
pub(crate) fn bindings_in_rollup(view: RollUpView) -> impl Iterator<Item = &'static Binding> {
    let all = ROLLUP.iter();
    all.filter(move |binding| binding.works_in_rollup(view))
}

/// The keys that work in what lies over a view, in the order of its footer.
pub(crate) fn bindings_over(layer: Layer) -> impl Iterator<Item = &'static Binding> {
    let all = LAYERS.iter();
    all.filter(move |binding| binding.works_over(layer))
}

/// Every action of the views, each once, in the order of help.
pub(crate) fn all() -> impl Iterator<Item = &'static Binding> {
    BINDINGS.iter()
}

/// The keys that work in the same places: where, each with its names and what it does.
pub(crate) struct Group {
    pub(crate) place: String,
    pub(crate) keys: Vec<(String, &'static str)>,
}

/// All keys, by where they work: first those that work everywhere, in the order of help.
pub(crate) fn groups(lang: Lang) -> Vec<Group> {
    let mut groups = vec![Group {
        place: Place::Everywhere.name(lang),
        keys: Vec::new(),
    }];
    for binding in BINDINGS.iter().chain(ROLLUP).chain(LAYERS) {
        let place = binding.place.name(lang);
        let key = (binding.names(lang), binding.text.of(lang));
        match groups.iter_mut().find(|group| group.place == place) {
            Some(group) => group.keys.push(key),
            None => groups.push(Group {
                place,
                keys: vec![key],
            }),
        }
    }
    groups
}

#[cfg(test)]
mod tests {
    use super::*;

    fn twice(bindings: impl Iterator<Item = &'static Binding>) -> Option<Key> {
        let mut seen = Vec::new();
        for key in bindings.flat_map(|binding| binding.keys) {
            if seen.contains(key) {
                return Some(*key);
            }
            seen.push(*key);
        }
        None
    }

    #[test]
    fn no_key_means_two_things_in_one_place() {
        for context in Context::ALL {
            assert_eq!(twice(bindings(context)), None, "{context:?}");
        }
        for view in RollUpView::ALL {
            assert_eq!(twice(bindings_in_rollup(view)), None, "{view:?}");
        }
        for layer in Layer::ALL {
            assert_eq!(twice(bindings_over(layer)), None, "{layer:?}");
            assert!(bindings_over(layer).count() > 0, "{layer:?}");
        }
    }

    #[test]
    fn characters_that_an_input_method_puts_in_are_taken_for_their_keys() {
        let action = |c| super::action(Key::Char(c), Context::Checklist);
        assert_eq!(action('／'), Some(Action::Find));
        assert_eq!(action('、'), Some(Action::Find));
        assert_eq!(action('？'), Some(Action::Help));
        assert_eq!(action('：'), Some(Action::Palette));
        assert_eq!(action('２'), Some(Action::Go(Context::Checklist)));
        assert_eq!(action('\u{3000}'), Some(Action::Tick));
        let week = super::action(Key::Char('【'), Context::Week);
        assert_eq!(week, Some(Action::Earlier));
    }

    #[test]
    fn every_key_is_listed_once_and_where_it_works() {
        for lang in Lang::ALL {
            let groups = groups(lang);
            let listed: usize = groups.iter().map(|group| group.keys.len()).sum();
            assert_eq!(listed, BINDINGS.len() + ROLLUP.len() + LAYERS.len());
            assert!(groups.iter().all(|group| !group.place.is_empty()));
        }
    }

    #[test]
    fn where_text_is_typed_no_character_is_a_command() {
        for layer in [Layer::Form, Layer::Day, Layer::Search, Layer::Palette] {
            let mut keys = bindings_over(layer).flat_map(|binding| binding.keys);
            assert!(!keys.any(|key| matches!(key, Key::Char(_))), "{layer:?}");
        }
    }
}
