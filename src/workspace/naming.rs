//! From the name of an item, a requirement or a finding, as typed, to what it names.

use super::refusal::Refusal;
use crate::assess::{ItemIndex, Premises, Scope};
use crate::fact::FindingId;
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
            candidates: found
                .iter()
                .map(|i| premises.item_ref(*i).to_string())
                .collect(),
        }),
    }
}

/// What a rate may be about, by its name: an item, a requirement as `taijiang-2022/3` or `3`, or a
/// checklist. `None` where nothing has that name.
///
/// # Errors
/// Where several have it.
pub fn scope(premises: &Premises<'_>, said: &str) -> Result<Option<Scope>, Refusal> {
    match resolve_one(premises, said) {
        Ok(index) => return Ok(Some(Scope::Item(index))),
        Err(Refusal::UnknownItem { .. }) => {}
        Err(refusal) => return Err(refusal),
    }
    let name = to_ascii(said.trim());
    let mut checklists = premises.adopted.iter();
    if let Some(checklist) = checklists.position(|a| a.checklist.id.as_str() == name) {
        return Ok(Some(Scope::Checklist(checklist)));
    }
    let (checklist, requirement) = match name.split_once('/') {
        Some((checklist, requirement)) => (Some(checklist), requirement),
        None => (None, name.as_str()),
    };
    let named = |index: &ItemIndex| {
        let id = &premises.adopted[index.checklist].checklist.id;
        let of = &premises.requirement(*index).id;
        of.as_str().eq_ignore_ascii_case(requirement)
            && checklist.is_none_or(|checklist| id.as_str() == checklist)
    };
    let found = premises.items().filter(named);
    let mut found: Vec<(usize, usize)> = found.map(|i| (i.checklist, i.requirement)).collect();
    found.dedup();
    match found[..] {
        [] => Ok(None),
        [(checklist, requirement)] => Ok(Some(Scope::Requirement(checklist, requirement))),
        _ => {
            let name = |(checklist, _): &(usize, usize)| {
                let id = &premises.adopted[*checklist].checklist.id;
                format!("{id}/{requirement}")
            };
            Err(Refusal::AmbiguousItem {
                said: said.to_owned(),
                candidates: found.iter().map(name).collect(),
            })
        }
    }
}

/// The finding that a name stands for, whether there is one or not: `F412`, in any case, also in
/// full-width letters and digits, or the number alone.
#[must_use]
pub fn finding_id(said: &str) -> FindingId {
    let name = to_ascii(said.trim()).to_uppercase();
    let digits = name.strip_prefix('F').unwrap_or(&name);
    match digits.parse() {
        Ok(number) => FindingId::of_entry(number),
        Err(_) => FindingId(said.trim().to_owned()),
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
