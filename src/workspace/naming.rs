//! From the name of an item, as typed, to the item.

use super::refusal::Refusal;
use crate::assess::{ItemIndex, Premises};
use crate::text::to_ascii;

/// How many similar names are offered.
const OFFERED: usize = 4;

/// The items that `names` stand for: `taijiang-2022/3.1`, or `3.1` where only one checklist has it.
///
/// # Errors
/// A refusal for every name that is unknown or ambiguous.
pub fn resolve(premises: &Premises<'_>, names: &[String]) -> Result<Vec<ItemIndex>, Vec<Refusal>> {
    let mut found = Vec::new();
    let mut refusals = Vec::new();
    for name in names {
        match resolve_one(premises, name) {
            Ok(index) if found.contains(&index) => {}
            Ok(index) => found.push(index),
            Err(refusal) => refusals.push(refusal),
        }
    }
    if refusals.is_empty() {
        Ok(found)
    } else {
        Err(refusals)
    }
}

fn resolve_one(premises: &Premises<'_>, said: &str) -> Result<ItemIndex, Refusal> {
    let name = to_ascii(said.trim());
    let (checklist, item) = match name.split_once('/') {
        Some((checklist, item)) => (Some(checklist), item),
        None => (None, name.as_str()),
    };
    let named = |index: &ItemIndex| {
        let id = &premises.adopted[index.checklist].checklist.id;
        premises.item(*index).id.as_str().eq_ignore_ascii_case(item)
            && checklist.is_none_or(|checklist| id.as_str() == checklist)
    };
    let found: Vec<ItemIndex> = premises.items().filter(named).collect();
    match found[..] {
        [index] => Ok(index),
        [] => Err(Refusal::UnknownItem {
            said: said.to_owned(),
            near: near(premises, item),
        }),
        _ => Err(Refusal::AmbiguousItem {
            said: said.to_owned(),
            candidates: found.iter().map(|i| premises.item_ref(*i)).collect(),
        }),
    }
}

/// Items of the requirement that the name seems to mean.
fn near(premises: &Premises<'_>, item: &str) -> Vec<String> {
    let requirement = item.split('.').next().unwrap_or(item);
    premises
        .items()
        .filter(|index| {
            let id = premises.requirement(*index).id.as_str();
            id.eq_ignore_ascii_case(requirement)
        })
        .map(|index| premises.item_ref(index).to_string())
        .take(OFFERED)
        .collect()
}
