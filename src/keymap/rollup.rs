//! The keys of the roll-up's screen.

use super::{Action, Binding, Key, Place};
use crate::text::Phrase;
use crate::text::rollup::{keys as words, screen};
use crate::text::screen::keys as common;

/// A view of the roll-up's screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum RollUpView {
    Schools,
    Requirements,
    /// Who did not report, or reported late.
    Returns,
    Files,
    Weeks,
    /// A requirement: its items, and the schools.
    Requirement,
    /// A school's report.
    School,
}

impl RollUpView {
    /// All of them.
    pub(crate) const ALL: [Self; 7] = [
        Self::Schools,
        Self::Requirements,
        Self::Returns,
        Self::Files,
        Self::Weeks,
        Self::Requirement,
        Self::School,
    ];

    /// Those that are always there, in their order.
    pub(crate) const LISTS: [Self; 5] = [
        Self::Schools,
        Self::Requirements,
        Self::Returns,
        Self::Files,
        Self::Weeks,
    ];

    /// Its name.
    pub(crate) fn name(self) -> Phrase {
        match self {
            Self::Schools => screen::SCHOOLS,
            Self::Requirements => screen::REQUIREMENTS,
            Self::Returns => screen::RETURNS,
            Self::Files => screen::FILES,
            Self::Weeks => screen::WEEKS,
            Self::Requirement => screen::REQUIREMENT,
            Self::School => screen::SCHOOL,
        }
    }
}

const fn on(
    views: &'static [RollUpView],
    keys: &'static [Key],
    action: Action,
    text: Phrase,
) -> Binding {
    Binding {
        keys,
        action,
        place: Place::InRollUp(views),
        text,
        short: None,
    }
}

const ALL: &[RollUpView] = &RollUpView::ALL;
const SCHOOLS: &[RollUpView] = &[RollUpView::Schools];
const SCHOOL: &[RollUpView] = &[RollUpView::School];
/// Where lines are chosen.
const CHOOSING: &[RollUpView] = &[
    RollUpView::Schools,
    RollUpView::Requirements,
    RollUpView::Returns,
    RollUpView::Files,
    RollUpView::Weeks,
    RollUpView::Requirement,
];
/// Where there may be many lines.
const LONG: &[RollUpView] = &[
    RollUpView::Schools,
    RollUpView::Requirements,
    RollUpView::Returns,
    RollUpView::Files,
    RollUpView::Weeks,
];

const fn show(key: &'static [Key], view: RollUpView, text: Phrase) -> Binding {
    on(ALL, key, Action::Show(view), text)
}

/// All keys of the roll-up's screen, in the order of help.
pub(super) const ROLLUP: &[Binding] = &[
    on(CHOOSING, &[Key::Enter], Action::Open, words::KEY_OPEN).in_footer(words::SHORT_OPEN),
    on(SCHOOLS, &[Key::Char('s')], Action::Sort, words::KEY_SORT).in_footer(words::SHORT_SORT),
    on(
        SCHOOL,
        &[Key::Char('[')],
        Action::Earlier,
        words::KEY_EARLIER,
    )
    .in_footer(words::SHORT_EARLIER),
    on(SCHOOL, &[Key::Char(']')], Action::Later, words::KEY_LATER).in_footer(words::SHORT_LATER),
    on(
        SCHOOLS,
        &[Key::Left, Key::Char('h')],
        Action::Left,
        words::KEY_LEFT,
    ),
    on(
        SCHOOLS,
        &[Key::Right, Key::Char('l')],
        Action::Right,
        words::KEY_RIGHT,
    )
    .in_footer(words::SHORT_COLUMN),
    on(
        CHOOSING,
        &[Key::Char('E')],
        Action::Explain,
        common::KEY_EXPLAIN,
    )
    .in_footer(common::SHORT_EXPLAIN),
    show(&[Key::Char('1')], RollUpView::Schools, words::KEY_SCHOOLS),
    show(
        &[Key::Char('2')],
        RollUpView::Requirements,
        words::KEY_REQUIREMENTS,
    ),
    show(&[Key::Char('3')], RollUpView::Returns, words::KEY_RETURNS),
    show(&[Key::Char('4')], RollUpView::Files, words::KEY_FILES),
    show(&[Key::Char('5')], RollUpView::Weeks, words::KEY_WEEKS),
    on(ALL, &[Key::Tab], Action::NextPane, words::KEY_NEXT),
    on(
        ALL,
        &[Key::BackTab],
        Action::PreviousPane,
        words::KEY_PREVIOUS,
    ),
    on(
        ALL,
        &[Key::Down, Key::Char('j')],
        Action::Down,
        common::KEY_DOWN,
    ),
    on(ALL, &[Key::Up, Key::Char('k')], Action::Up, common::KEY_UP),
    on(
        ALL,
        &[Key::PageDown, Key::Ctrl('d')],
        Action::PageDown,
        common::KEY_PAGE_DOWN,
    ),
    on(
        ALL,
        &[Key::PageUp, Key::Ctrl('b')],
        Action::PageUp,
        common::KEY_PAGE_UP,
    ),
    on(
        ALL,
        &[Key::Home, Key::Char('g')],
        Action::First,
        common::KEY_FIRST,
    ),
    on(
        ALL,
        &[Key::End, Key::Char('G')],
        Action::Last,
        common::KEY_LAST,
    ),
    on(
        ALL,
        &[Key::Char('L')],
        Action::Language,
        common::KEY_LANGUAGE,
    ),
    on(ALL, &[Key::Ctrl('t')], Action::Theme, common::KEY_THEME),
    on(ALL, &[Key::Ctrl('l')], Action::Redraw, common::KEY_REDRAW),
    on(ALL, &[Key::Ctrl('z')], Action::Suspend, common::KEY_SUSPEND),
    on(LONG, &[Key::Char('/')], Action::Find, words::KEY_FIND).in_footer(common::SHORT_FIND),
    on(ALL, &[Key::Esc], Action::Back, words::KEY_BACK).in_footer(words::SHORT_BACK),
    on(ALL, &[Key::Char('?')], Action::Help, common::KEY_HELP).in_footer(common::SHORT_HELP),
    on(
        ALL,
        &[Key::Char('q'), Key::Ctrl('c')],
        Action::Quit,
        common::KEY_QUIT,
    )
    .in_footer(common::SHORT_QUIT),
];
