//! What undo and redo would act on.

use super::{ActionId, Entry, Fact};
use std::collections::HashSet;

/// The action that undo would revoke: the latest one that stands, is no revocation and may be
/// undone. `facts` is the record, or its end, in order.
#[must_use]
pub fn undo_target(facts: &[Fact]) -> Option<ActionId> {
    let revoked = revoked(facts);
    let undoable = |fact: &&Fact| {
        fact.entry.is_undoable()
            && !matches!(fact.entry, Entry::Revoked { .. })
            && !revoked.contains(&fact.action)
    };
    facts.iter().rev().find(undoable).map(|f| f.action.clone())
}

/// The undoing that redo would revoke: the latest one that stands, unless something else was done
/// since.
#[must_use]
pub fn redo_target(facts: &[Fact]) -> Option<ActionId> {
    let revoked = revoked(facts);
    let undos: HashSet<&ActionId> = facts.iter().filter_map(|f| undoing(f, facts)).collect();
    facts
        .iter()
        .rev()
        .take_while(|fact| matches!(fact.entry, Entry::Revoked { .. }))
        .find(|fact| undos.contains(&fact.action) && !revoked.contains(&fact.action))
        .map(|fact| fact.action.clone())
}

/// The action of `fact` where it is an undo (not a redo).
fn undoing<'a>(fact: &'a Fact, facts: &[Fact]) -> Option<&'a ActionId> {
    let Entry::Revoked { action } = &fact.entry else {
        return None;
    };
    let of_revocation = facts
        .iter()
        .rev()
        .any(|f| f.action == *action && matches!(f.entry, Entry::Revoked { .. }));
    (!of_revocation).then_some(&fact.action)
}

/// The actions that are revoked at the end of `facts`. A revocation that is itself revoked has no
/// effect; since it can only be revoked later, one pass from the end decides all.
#[must_use]
pub fn revoked(facts: &[Fact]) -> HashSet<&ActionId> {
    let mut revoked = HashSet::new();
    for fact in facts.iter().rev() {
        if let Entry::Revoked { action } = &fact.entry
            && !revoked.contains(&fact.action)
        {
            revoked.insert(action);
        }
    }
    revoked
}
