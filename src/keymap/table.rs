//! The table itself.

use super::{Action, Binding, Context, Key, Place};
use crate::fact::Decision;
use crate::text::Phrase;
use crate::text::screen::{keys as words, tour};

const fn everywhere(keys: &'static [Key], action: Action, text: Phrase) -> Binding {
    Binding {
        keys,
        action,
        place: Place::Everywhere,
        text,
        short: None,
    }
}

/// A key that works in some places only.
const fn one(
    contexts: &'static [Context],
    key: &'static [Key],
    action: Action,
    text: Phrase,
) -> Binding {
    Binding {
        place: Place::In(contexts),
        ..everywhere(key, action, text)
    }
}

/// A key for one decision of the review.
const fn ruling(key: &'static [Key], decision: Decision, text: Phrase, short: Phrase) -> Binding {
    one(WEEK, key, Action::Decide(decision), text).in_footer(short)
}

/// Where an item can be chosen and worked on.
const ITEMS: &[Context] = &[Context::Overview, Context::Checklist];
/// Where a finding can be raised on what is chosen, and an inspector's verdict recorded.
const ABOUT_ITEMS: &[Context] = &[
    Context::Overview,
    Context::Checklist,
    Context::Week,
    Context::Findings,
];
/// Where a number is entered, evidence attached, an owner named.
const WORKING: &[Context] = &[Context::Overview, Context::Checklist, Context::Week];
const WEEK: &[Context] = &[Context::Week];
const SUMMARY: &[Context] = &[Context::Summary];
const REVIEW: &[Context] = &[Context::Week, Context::Summary];
const FINDINGS: &[Context] = &[Context::Findings];
const CALENDAR: &[Context] = &[Context::Calendar];
const SCROLLING: &[Context] = &[Context::Checklist, Context::Findings, Context::Calendar];
/// Where there is a number to explain.
const NUMBERS: &[Context] = &[
    Context::Overview,
    Context::Checklist,
    Context::Week,
    Context::Summary,
    Context::Findings,
    Context::Calendar,
];
/// Where something is chosen that may be counted from an anchor.
const ANCHORED: &[Context] = &[
    Context::Overview,
    Context::Checklist,
    Context::Week,
    Context::Calendar,
];

/// All keys, in the order of help.
pub(super) const BINDINGS: &[Binding] = &[
    one(ITEMS, &[Key::Char(' ')], Action::Tick, words::KEY_TICK).in_footer(words::SHORT_TICK),
    one(
        &[Context::Overview],
        &[Key::Tab],
        Action::NextPane,
        words::KEY_PANE,
    )
    .in_footer(words::SHORT_PANE),
    one(
        &[Context::Overview],
        &[Key::BackTab],
        Action::PreviousPane,
        words::KEY_PREVIOUS_PANE,
    ),
    one(ITEMS, &[Key::Char('t')], Action::TickOn, words::KEY_TICK_ON)
        .in_footer(words::SHORT_TICK_ON),
    one(ITEMS, &[Key::Char('n')], Action::Note, words::KEY_NOTE).in_footer(words::SHORT_NOTE),
    one(ITEMS, &[Key::Char('w')], Action::Waive, words::KEY_WAIVE).in_footer(words::SHORT_WAIVE),
    ruling(
        &[Key::Char(' '), Key::Char('y')],
        Decision::Done,
        words::KEY_DONE,
        words::SHORT_DONE,
    ),
    one(WEEK, &[Key::Char('t')], Action::DoneOn, words::KEY_DONE_ON)
        .in_footer(words::SHORT_DONE_ON),
    ruling(
        &[Key::Char('p')],
        Decision::Partly,
        words::KEY_PARTLY,
        words::SHORT_PARTLY,
    ),
    ruling(
        &[Key::Char('n')],
        Decision::NotDone,
        words::KEY_NOT_DONE,
        words::SHORT_NOT_DONE,
    ),
    ruling(
        &[Key::Char('d')],
        Decision::Postponed,
        words::KEY_POSTPONE,
        words::SHORT_POSTPONE,
    ),
    ruling(
        &[Key::Char('w')],
        Decision::NotApplicable,
        words::KEY_NOT_APPLICABLE,
        words::SHORT_NOT_APPLICABLE,
    ),
    ruling(
        &[Key::Char('c')],
        Decision::Kept,
        words::KEY_KEEP,
        words::SHORT_KEEP,
    ),
    ruling(
        &[Key::Char('s')],
        Decision::Skipped,
        words::KEY_SKIP,
        words::SHORT_SKIP,
    ),
    one(WEEK, &[Key::Char('A')], Action::Alike, words::KEY_ALIKE).in_footer(words::SHORT_ALIKE),
    one(REVIEW, &[Key::Char('S')], Action::Sign, words::KEY_SIGN).in_footer(words::SHORT_SIGN),
    one(
        REVIEW,
        &[Key::Char('C')],
        Action::Confirm,
        words::KEY_CONFIRM,
    )
    .in_footer(words::SHORT_CONFIRM),
    one(
        SUMMARY,
        &[Key::Char('N')],
        Action::NothingToReport,
        words::KEY_NOTHING,
    )
    .in_footer(words::SHORT_NOTHING),
    one(
        SUMMARY,
        &[Key::Char('X')],
        Action::Unlock,
        words::KEY_UNLOCK,
    )
    .in_footer(words::SHORT_UNLOCK),
    one(
        REVIEW,
        &[Key::Char('[')],
        Action::Earlier,
        words::KEY_EARLIER,
    )
    .in_footer(words::SHORT_EARLIER),
    one(REVIEW, &[Key::Char(']')], Action::Later, words::KEY_LATER),
    one(
        ITEMS,
        &[Key::Char('d')],
        Action::Postpone,
        words::KEY_POSTPONE,
    ),
    one(
        WORKING,
        &[Key::Char('m')],
        Action::Measure,
        words::KEY_MEASURE,
    )
    .in_footer(words::SHORT_MEASURE),
    one(
        WORKING,
        &[Key::Char('o')],
        Action::Assign,
        words::KEY_ASSIGN,
    ),
    one(
        WORKING,
        &[Key::Char('a')],
        Action::Attach,
        words::KEY_ATTACH,
    ),
    one(ITEMS, &[Key::Char('e')], Action::Event, words::KEY_EVENT),
    one(FINDINGS, &[Key::Char('f')], Action::Fix, words::KEY_FIX).in_footer(words::SHORT_FIX),
    one(
        FINDINGS,
        &[Key::Char('v')],
        Action::Verify,
        words::KEY_VERIFY,
    )
    .in_footer(words::SHORT_VERIFY),
    one(FINDINGS, &[Key::Char('c')], Action::Close, words::KEY_CLOSE),
    one(
        FINDINGS,
        &[Key::Char('O')],
        Action::Reopen,
        words::KEY_REOPEN,
    )
    .in_footer(words::SHORT_REOPEN),
    one(FINDINGS, &[Key::Char('d')], Action::Limit, words::KEY_LIMIT).in_footer(words::SHORT_LIMIT),
    one(
        FINDINGS,
        &[Key::Char('e')],
        Action::Complete,
        words::KEY_COMPLETE,
    ),
    one(
        ABOUT_ITEMS,
        &[Key::Char('r')],
        Action::Raise,
        words::KEY_RAISE,
    )
    .in_footer(words::SHORT_RAISE),
    one(
        ABOUT_ITEMS,
        &[Key::Char('i')],
        Action::Inspect,
        words::KEY_INSPECT,
    ),
    one(
        FINDINGS,
        &[Key::Char('T')],
        Action::Notices,
        words::KEY_NOTICES,
    )
    .in_footer(words::SHORT_NOTICES),
    one(
        FINDINGS,
        &[Key::Char('D')],
        Action::Disagreements,
        words::KEY_DISAGREEMENTS,
    )
    .in_footer(words::SHORT_DISAGREEMENTS),
    one(
        CALENDAR,
        &[Key::Left, Key::Char('h')],
        Action::PageUp,
        words::KEY_WEEK_BACK,
    ),
    one(
        CALENDAR,
        &[Key::Right, Key::Char('l')],
        Action::PageDown,
        words::KEY_WEEK_ON,
    ),
    one(
        CALENDAR,
        &[Key::Char('[')],
        Action::Earlier,
        words::KEY_EARLIER_YEAR,
    )
    .in_footer(words::SHORT_EARLIER_YEAR),
    one(
        CALENDAR,
        &[Key::Char(']')],
        Action::Later,
        words::KEY_LATER_YEAR,
    )
    .in_footer(words::SHORT_LATER_YEAR),
    one(
        NUMBERS,
        &[Key::Char('E')],
        Action::Explain,
        words::KEY_EXPLAIN,
    )
    .in_footer(words::SHORT_EXPLAIN),
    one(
        ANCHORED,
        &[Key::Char('M')],
        Action::MoveAnchor,
        words::KEY_ANCHOR,
    ),
    one(
        &[Context::Record],
        &[Key::Char('x')],
        Action::Revoke,
        words::KEY_REVOKE,
    )
    .in_footer(words::SHORT_REVOKE),
    one(ITEMS, &[Key::Char('x')], Action::Mark, words::KEY_MARK).in_footer(words::SHORT_MARK),
    one(
        ITEMS,
        &[Key::Char('X')],
        Action::MarkAll,
        words::KEY_MARK_ALL,
    ),
    one(ITEMS, &[Key::Char('f')], Action::Filter, words::KEY_FILTER).in_footer(words::SHORT_FILTER),
    everywhere(&[Key::Char('/')], Action::Find, words::KEY_FIND).in_footer(words::SHORT_FIND),
    everywhere(&[Key::Char('u')], Action::Undo, words::KEY_UNDO).in_footer(words::SHORT_UNDO),
    everywhere(&[Key::Char('U')], Action::Redo, words::KEY_REDO),
    everywhere(
        &[Key::Char('1')],
        Action::Go(Context::Overview),
        words::KEY_OVERVIEW,
    ),
    everywhere(
        &[Key::Char('2')],
        Action::Go(Context::Checklist),
        words::KEY_CHECKLIST,
    ),
    everywhere(
        &[Key::Char('3')],
        Action::Go(Context::Week),
        words::KEY_WEEK,
    ),
    everywhere(
        &[Key::Char('4')],
        Action::Go(Context::Findings),
        words::KEY_FINDINGS,
    ),
    everywhere(
        &[Key::Char('5')],
        Action::Go(Context::Calendar),
        words::KEY_CALENDAR,
    ),
    everywhere(
        &[Key::Char('6')],
        Action::Go(Context::Record),
        words::KEY_RECORD,
    ),
    one(
        &[Context::Overview],
        &[Key::Left, Key::Char('h')],
        Action::Left,
        words::KEY_PANE_LEFT,
    ),
    one(
        &[Context::Overview],
        &[Key::Right, Key::Char('l')],
        Action::Right,
        words::KEY_PANE_RIGHT,
    ),
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
    one(
        &[Context::Checklist],
        &[Key::Left, Key::Char('h')],
        Action::Fold,
        words::KEY_FOLD,
    ),
    one(
        &[Context::Checklist],
        &[Key::Right, Key::Char('l')],
        Action::Unfold,
        words::KEY_UNFOLD,
    ),
    one(
        SCROLLING,
        &[Key::Char('J')],
        Action::ScrollDown,
        words::KEY_SCROLL_DOWN,
    ),
    one(
        SCROLLING,
        &[Key::Char('K')],
        Action::ScrollUp,
        words::KEY_SCROLL_UP,
    ),
    everywhere(&[Key::Enter], Action::Open, words::KEY_OPEN),
    everywhere(&[Key::Esc], Action::Back, words::KEY_BACK),
    everywhere(&[Key::Char('Y')], Action::Copy, words::KEY_COPY),
    everywhere(&[Key::Char('L')], Action::Language, words::KEY_LANGUAGE),
    everywhere(&[Key::Ctrl('t')], Action::Theme, words::KEY_THEME),
    everywhere(&[Key::Ctrl('l')], Action::Redraw, words::KEY_REDRAW),
    everywhere(&[Key::Ctrl('z')], Action::Suspend, words::KEY_SUSPEND),
    everywhere(
        &[Key::Char(':'), Key::Ctrl('p')],
        Action::Palette,
        words::KEY_PALETTE,
    )
    .in_footer(words::SHORT_PALETTE),
    everywhere(&[Key::Ctrl('g')], Action::Tour, tour::KEY_TOUR),
    everywhere(&[Key::Char('?')], Action::Help, words::KEY_HELP).in_footer(words::SHORT_HELP),
    everywhere(
        &[Key::Char('q'), Key::Ctrl('c')],
        Action::Quit,
        words::KEY_QUIT,
    )
    .in_footer(words::SHORT_QUIT),
];
