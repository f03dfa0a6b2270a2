//! The list of every action, found by its name, and of the items that are found.

use super::board::Board;
use super::cursor::Cursor;
use super::field::Field;
use crate::assess::ItemIndex;
use crate::find::{Search, find_items};
use crate::keymap::{self, Action, Binding, Context};
use crate::text::screen::find as words;
use crate::text::{Lang, to_ascii};

/// How many items are listed at most.
const ITEMS: usize = 5;
/// How many actions are kept in mind as the last used.
const RECENT: usize = 8;

/// What can be chosen.
#[derive(Debug, Clone, Copy)]
pub(super) enum Offer {
    /// An action that works in this view.
    Here(&'static Binding),
    /// An action of another view.
    Elsewhere(&'static Binding, Context),
    /// An item to go to.
    Item(ItemIndex),
}

/// The list, and what is typed above it.
#[derive(Debug, Clone)]
pub(super) struct Palette {
    pub(super) field: Field,
    pub(super) offers: Vec<Offer>,
    pub(super) cursor: Cursor,
}

impl Palette {
    /// The list of every action, the last used first.
    pub(super) fn new(context: Context, recent: &[Action], board: &Board, lang: Lang) -> Self {
        let mut palette = Self {
            field: Field::new(words::ACTION),
            offers: Vec::new(),
            cursor: Cursor::default(),
        };
        palette.narrow(context, recent, board, lang);
        palette
    }

    /// Lists anew what is found by what is typed.
    pub(super) fn narrow(
        &mut self,
        context: Context,
        recent: &[Action],
        board: &Board,
        lang: Lang,
    ) {
        let typed = self.field.text();
        let typed = typed.trim();
        let ascii = to_ascii(typed).to_lowercase();
        let search = Search::new(&ascii);
        let offers = actions(context).into_iter();
        let mut offers: Vec<Offer> = offers.filter(|offer| is_found(*offer, &search)).collect();
        // The last used first; then those whose short name is what is typed.
        let rank = |offer: &Offer| {
            let used = recent.iter().position(|action| offer.does(*action));
            let named = !typed.is_empty() && offer.is_named(&search);
            (used.unwrap_or(recent.len()), !named)
        };
        offers.sort_by_key(rank);
        if !typed.is_empty() {
            offers.extend(items(board, typed, lang).map(Offer::Item));
        }
        self.offers = offers;
        self.cursor = Cursor::default();
    }

    pub(super) fn chosen(&self) -> Option<Offer> {
        self.offers.get(self.cursor.at).copied()
    }
}

impl Offer {
    fn does(&self, action: Action) -> bool {
        match self {
            Self::Here(binding) | Self::Elsewhere(binding, _) => binding.action == action,
            Self::Item(_) => false,
        }
    }

    /// Whether its short name is found.
    fn is_named(&self, search: &Search) -> bool {
        let short = match self {
            Self::Here(binding) | Self::Elsewhere(binding, _) => binding.short,
            Self::Item(_) => None,
        };
        short.is_some_and(|short| search.finds(&[short.zh, short.en]))
    }
}

/// Keeps an action in mind as the last used.
pub(super) fn remember(recent: &mut Vec<Action>, action: Action) {
    recent.retain(|used| *used != action);
    recent.insert(0, action);
    recent.truncate(RECENT);
}

/// Every action: first those of this view, then those of others. The list itself is none.
fn actions(context: Context) -> Vec<Offer> {
    let all = keymap::all().filter(|binding| binding.action != Action::Palette);
    let (here, elsewhere): (Vec<_>, Vec<_>) = all.partition(|binding| binding.works_in(context));
    let elsewhere = elsewhere
        .into_iter()
        .filter_map(|binding| Some(Offer::Elsewhere(binding, binding.view()?)));
    let here = here.into_iter().map(Offer::Here);
    here.chain(elsewhere).collect()
}

fn is_found(offer: Offer, search: &Search) -> bool {
    let (binding, view) = match offer {
        Offer::Here(binding) => (binding, None),
        Offer::Elsewhere(binding, context) => (binding, Some(context.name())),
        Offer::Item(_) => return true,
    };
    let phrases = [Some(binding.text), binding.short, view];
    let texts = phrases.into_iter().flatten();
    let texts: Vec<&str> = texts.flat_map(|phrase| [phrase.zh, phrase.en]).collect();
    search.finds(&texts)
}

/// The first items that are found, before them those of that id.
fn items(board: &Board, typed: &str, lang: Lang) -> impl Iterator<Item = ItemIndex> {
    let premises = board.premises();
    let mut found = find_items(&premises, typed, lang);
    let id = to_ascii(typed);
    let named = |index: &ItemIndex| board.item(*index).id.as_str().eq_ignore_ascii_case(&id);
    found.sort_by_key(|index| !named(index));
    found.into_iter().take(ITEMS)
}
