//! One order for several items: which of them it can be carried out for, and why not for the others.

use super::board::Board;
use super::message::Order;
use super::wrap::cut;
use crate::assess::{ItemIndex, OccurrenceState};
use crate::fact::Entry;
use crate::record::NewFact;
use crate::text::screen::{find as words, reasons as in_a_row};
use crate::text::{Lang, Phrase, facts};
use crate::workspace::{Command, Refusal, ReviewRefusal, plan};

/// How many items are named by their texts, and how many reasons said.
const NAMED: usize = 4;
/// How many items are named by their ids.
const LISTED: usize = 10;
/// How many cells the name of an item takes.
const NAME: usize = 50;

/// What is wrong, and what to do about it.
type Wrong = (String, Option<String>);

/// An order for several items, as far as it can be carried out, and what that means in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Batch {
    pub(super) order: Order,
    /// What it does, to how many; why not to the others; which they are.
    pub(super) said: Vec<String>,
}

/// Why an order cannot be carried out for an item.
enum Why {
    /// As for others that are alike.
    Alike(Phrase),
    /// In words of its own, with what to do about it.
    Own(String, Option<String>),
}

/// The order for those items of it that it can be carried out for, said to do `what`, or what its
/// facts say.
pub(super) fn batch(
    command: &Command,
    what: Option<&str>,
    board: &Board,
    lang: Lang,
) -> Result<Batch, Wrong> {
    let (mut able, mut unable, mut facts) = (Vec::new(), Vec::new(), Vec::new());
    let alike = command.for_items(Vec::new());
    for index in command.items() {
        match planned(&alike.for_items(vec![*index]), *index, board, lang) {
            Ok(planned) => {
                able.push(*index);
                facts = planned;
            }
            Err(why) => unable.push((*index, why)),
        }
    }
    if able.is_empty() {
        return Err(none_able(&unable, board, lang));
    }
    let does = || words::for_items(able.len(), &said(&facts, lang), lang);
    let mut said = vec![what.map_or_else(does, str::to_owned)];
    if !unable.is_empty() {
        let reasons = reasons(&unable, board, lang);
        said.push(words::left_out(unable.len(), &reasons, lang));
    }
    said.extend(names(&able, board, lang));
    let order = alike.for_items(able).into();
    Ok(Batch { order, said })
}

/// The facts that carry an order for one item out, or why it cannot be.
fn planned(
    one: &Command,
    index: ItemIndex,
    board: &Board,
    lang: Lang,
) -> Result<Vec<NewFact>, Why> {
    let premises = board.premises();
    let facts = plan(&premises, board.circumstances(""), one)
        .map_err(|refusals| why(&refusals, index, board, lang))?;
    if let Command::CompleteItems { on, .. } = one {
        let waived = premises.item_history(index).and_then(|h| h.waiver_on(*on));
        if waived.is_some() {
            return Err(Why::Alike(words::IS_WAIVED));
        }
        if *on == board.today && !is_asked(board, index, &facts) {
            return Err(Why::Alike(words::IS_NOT_DUE));
        }
    }
    Ok(facts)
}

fn why(refusals: &[Refusal], index: ItemIndex, board: &Board, lang: Lang) -> Why {
    let alike = match refusals {
        [Refusal::AlreadyDone { .. } | Refusal::DoneByNumber { .. }] => words::IS_DONE,
        [Refusal::AlreadyWaived { .. }] => words::IS_WAIVED,
        [Refusal::NotDone { .. }] => words::IS_NOT_TICKED,
        [Refusal::NoEvent { .. }] => words::NO_EVENT,
        [Refusal::SeveralEvents { .. }] => words::SEVERAL_EVENTS,
        [Refusal::Review(ReviewRefusal::NotPostponable { .. })] => words::IS_DAILY,
        _ => {
            let (what, hint) = Refusal::all_on_screen(refusals, lang);
            // Its short name, as everywhere on the screen.
            let name = board.premises().item_ref(index).to_string();
            let what = what.replace(&name, board.item(index).id.as_str());
            return Why::Own(what, hint);
        }
    };
    Why::Alike(alike)
}

/// Whether what is ticked for today is something to be done now. One item may be ticked ahead of its
/// time; of several, one that is not due is more likely a slip.
fn is_asked(board: &Board, index: ItemIndex, facts: &[NewFact]) -> bool {
    let ticked = facts.iter().find_map(|fact| match fact.entry {
        Entry::ItemCompleted { .. } => fact.subject.as_ref()?.period.as_ref(),
        _ => None,
    });
    let occurrences = board.judged(index).map(|judged| &judged.occurrences);
    let mut of = occurrences
        .into_iter()
        .flatten()
        .filter(|occurrence| Some(&occurrence.period) == ticked);
    of.any(|occurrence| occurrence.state != OccurrenceState::Upcoming)
}

/// What facts say, apart from the item that they are about.
fn said(facts: &[NewFact], lang: Lang) -> String {
    let said = facts.iter().map(|fact| facts::entry(&fact.entry, lang));
    in_a_row(&said.collect::<Vec<_>>(), lang)
}

/// The first items by their names, and how many more there are.
fn names(items: &[ItemIndex], board: &Board, lang: Lang) -> Vec<String> {
    let named = items.iter().take(NAMED).map(|index| {
        let item = board.item(*index);
        cut(&format!("{}  {}", item.id, item.text.of(lang)), NAME)
    });
    let more = items.len().saturating_sub(NAMED);
    let more = (more > 0).then(|| words::more(more, lang));
    named.chain(more).collect()
}

/// Why not, with the items that are alike in that; the first few of them.
fn reasons(unable: &[(ItemIndex, Why)], board: &Board, lang: Lang) -> Vec<String> {
    let mut alike: Vec<(Phrase, Vec<&str>)> = Vec::new();
    let mut own = Vec::new();
    for (index, why) in unable {
        let id = board.item(*index).id.as_str();
        match why {
            Why::Alike(phrase) => match alike.iter_mut().find(|(of, _)| of == phrase) {
                Some((_, ids)) => ids.push(id),
                None => alike.push((*phrase, vec![id])),
            },
            Why::Own(what, _) if own.contains(what) => {}
            Why::Own(what, _) => own.push(what.clone()),
        }
    }
    let more = own.len().saturating_sub(NAMED);
    own.truncate(NAMED);
    own.extend((more > 0).then(|| words::more(more, lang)));
    let alike = alike.into_iter().map(|(why, mut ids)| {
        let more = ids.len().saturating_sub(LISTED);
        ids.truncate(LISTED);
        words::alike(why, &ids, more, lang)
    });
    alike.chain(own).collect()
}

/// Why it can be done for none of them. What is wrong with the order itself is said as it is.
fn none_able(unable: &[(ItemIndex, Why)], board: &Board, lang: Lang) -> Wrong {
    if let Some((_, Why::Own(what, hint))) = unable.first()
        && reasons(unable, board, lang).as_slice() == std::slice::from_ref(what)
    {
        return (what.clone(), hint.clone());
    }
    let reasons = reasons(unable, board, lang);
    (words::none_able(&reasons, lang), None)
}
