//! The keys of what lies over a view: dialogs, questions, pages, lists.

use super::{Action, Binding, Key, Layer, Place};
use crate::text::Phrase;
use crate::text::screen::{keys as words, tour};

const fn over(
    layers: &'static [Layer],
    keys: &'static [Key],
    action: Action,
    text: Phrase,
) -> Binding {
    Binding {
        keys,
        action,
        place: Place::Over(layers),
        text,
        short: None,
    }
}

const FORM: &[Layer] = &[Layer::Form];
const DAY: &[Layer] = &[Layer::Day];
const CHOICE: &[Layer] = &[Layer::Choice];
const QUESTION: &[Layer] = &[Layer::Question];
const READING: &[Layer] = &[Layer::Reading];
const SEARCH: &[Layer] = &[Layer::Search];
const FILTERS: &[Layer] = &[Layer::Filters];
const SETUP: &[Layer] = &[Layer::Setup];
const TOUR: &[Layer] = &[Layer::Tour];
/// A list below a line in which text is typed.
const NARROWING: &[Layer] = &[Layer::Search, Layer::Palette];
/// A list in which something is chosen.
const LISTS: &[Layer] = &[Layer::Palette, Layer::Filters];
const ALL: &[Layer] = &Layer::ALL;

/// All keys of what lies over a view, in the order of its footer.
pub(super) const LAYERS: &[Binding] = &[
    over(DAY, &[Key::Left], Action::DayBack, words::KEY_DAY_BACK).in_footer(words::SHORT_DAY_BACK),
    over(DAY, &[Key::Right], Action::DayOn, words::KEY_DAY_ON).in_footer(words::SHORT_DAY_ON),
    over(DAY, &[Key::Up], Action::WeekBack, words::KEY_WEEK_BACK),
    over(DAY, &[Key::Down], Action::WeekOn, words::KEY_WEEK_ON),
    over(
        DAY,
        &[Key::PageUp],
        Action::MonthBack,
        words::KEY_MONTH_BACK,
    ),
    over(DAY, &[Key::PageDown], Action::MonthOn, words::KEY_MONTH_ON),
    over(DAY, &[Key::Home], Action::Today, words::KEY_TO_TODAY),
    over(
        CHOICE,
        &[Key::Right, Key::Char(' ')],
        Action::NextChoice,
        words::KEY_NEXT_CHOICE,
    )
    .in_footer(words::SHORT_NEXT_CHOICE),
    over(
        CHOICE,
        &[Key::Left],
        Action::PreviousChoice,
        words::KEY_PREVIOUS_CHOICE,
    ),
    over(FORM, &[Key::Enter], Action::Accept, words::KEY_SAVE).in_footer(words::SHORT_SAVE),
    over(
        FORM,
        &[Key::Tab, Key::Down],
        Action::NextField,
        words::KEY_NEXT_FIELD,
    )
    .in_footer(words::SHORT_NEXT_FIELD),
    over(
        FORM,
        &[Key::BackTab, Key::Up],
        Action::PreviousField,
        words::KEY_PREVIOUS_FIELD,
    ),
    over(FORM, &[Key::Ctrl('o')], Action::Editor, words::KEY_EDITOR).in_footer(words::SHORT_EDITOR),
    over(
        FORM,
        &[Key::Esc, Key::Ctrl('c')],
        Action::Cancel,
        words::KEY_CANCEL,
    )
    .in_footer(words::SHORT_CANCEL),
    over(
        QUESTION,
        &[Key::Enter, Key::Char('y')],
        Action::Accept,
        words::KEY_YES,
    )
    .in_footer(words::SHORT_YES),
    over(
        QUESTION,
        &[Key::Esc, Key::Char('n'), Key::Char('q'), Key::Ctrl('c')],
        Action::Cancel,
        words::KEY_NO,
    )
    .in_footer(words::SHORT_CANCEL),
    over(
        READING,
        &[Key::Down, Key::Char('j')],
        Action::Down,
        words::KEY_DOWN,
    )
    .in_footer(words::SHORT_DOWN),
    over(
        READING,
        &[Key::Up, Key::Char('k')],
        Action::Up,
        words::KEY_UP,
    )
    .in_footer(words::SHORT_UP),
    over(
        READING,
        &[Key::PageDown, Key::Char(' ')],
        Action::PageDown,
        words::KEY_PAGE_DOWN,
    ),
    over(READING, &[Key::PageUp], Action::PageUp, words::KEY_PAGE_UP),
    over(
        READING,
        &[
            Key::Esc,
            Key::Enter,
            Key::Char('q'),
            Key::Char('?'),
            Key::Char('E'),
            Key::Ctrl('c'),
        ],
        Action::Cancel,
        words::KEY_CLOSE_PAGE,
    )
    .in_footer(words::SHORT_CLOSE_PAGE),
    over(
        SEARCH,
        &[Key::Enter],
        Action::Accept,
        words::KEY_KEEP_SEARCH,
    )
    .in_footer(words::SHORT_KEEP_SEARCH),
    over(
        SEARCH,
        &[Key::Esc, Key::Ctrl('c')],
        Action::Cancel,
        words::KEY_END_SEARCH,
    )
    .in_footer(words::SHORT_END_SEARCH),
    over(
        &[Layer::Palette],
        &[Key::Enter],
        Action::Accept,
        words::KEY_RUN,
    )
    .in_footer(words::SHORT_RUN),
    over(
        FILTERS,
        &[Key::Char(' '), Key::Enter],
        Action::Toggle,
        words::KEY_TOGGLE,
    )
    .in_footer(words::SHORT_TOGGLE),
    over(NARROWING, &[Key::Down], Action::Down, words::KEY_DOWN),
    over(NARROWING, &[Key::Up], Action::Up, words::KEY_UP),
    over(
        FILTERS,
        &[Key::Down, Key::Char('j')],
        Action::Down,
        words::KEY_DOWN,
    ),
    over(
        FILTERS,
        &[Key::Up, Key::Char('k')],
        Action::Up,
        words::KEY_UP,
    ),
    over(
        LISTS,
        &[Key::PageDown],
        Action::PageDown,
        words::KEY_PAGE_DOWN,
    ),
    over(LISTS, &[Key::PageUp], Action::PageUp, words::KEY_PAGE_UP),
    over(
        &[Layer::Palette],
        &[Key::Esc, Key::Ctrl('c')],
        Action::Cancel,
        words::KEY_CLOSE_PAGE,
    )
    .in_footer(words::SHORT_CLOSE_PAGE),
    over(
        FILTERS,
        &[Key::Esc, Key::Char('f'), Key::Char('q'), Key::Ctrl('c')],
        Action::Cancel,
        words::KEY_CLOSE_PAGE,
    )
    .in_footer(words::SHORT_CLOSE_PAGE),
    over(
        SETUP,
        &[Key::Tab, Key::Down],
        Action::NextField,
        words::KEY_NEXT_QUESTION,
    )
    .in_footer(words::SHORT_NEXT_QUESTION),
    over(
        SETUP,
        &[Key::BackTab, Key::Up],
        Action::PreviousField,
        words::KEY_PREVIOUS_FIELD,
    ),
    over(SETUP, &[Key::Enter], Action::Accept, words::KEY_ANSWER),
    over(
        SETUP,
        &[Key::PageDown],
        Action::PageDown,
        words::KEY_READ_CHECKLISTS,
    )
    .in_footer(words::SHORT_READ_CHECKLISTS),
    over(SETUP, &[Key::PageUp], Action::PageUp, words::KEY_PAGE_UP),
    over(SETUP, &[Key::Ctrl('g')], Action::Tour, tour::KEY_TOUR),
    over(
        SETUP,
        &[Key::Ctrl('l')],
        Action::Language,
        words::KEY_LANGUAGE,
    )
    .in_footer(words::SHORT_LANGUAGE),
    over(
        SETUP,
        &[Key::Esc, Key::Ctrl('c')],
        Action::Quit,
        words::KEY_QUIT,
    )
    .in_footer(words::SHORT_QUIT),
    over(TOUR, &[Key::Ctrl('g')], Action::NextStep, tour::KEY_NEXT).in_footer(tour::SHORT_NEXT),
    over(TOUR, &[Key::Ctrl('x')], Action::EndTour, tour::KEY_END).in_footer(tour::SHORT_END),
    over(ALL, &[Key::Ctrl('z')], Action::Suspend, words::KEY_SUSPEND),
];
