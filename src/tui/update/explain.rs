//! Explaining a number: what is in it, what was left out and why.

use super::super::board::Board;
use super::super::message::Effect;
use super::super::model::{Model, Overlay, Told, Tone};
use super::super::overview::Panel;
use super::super::tree::Row;
use super::{act, overview};
use crate::assess::{Assessment, Explanation, ItemIndex, Part, Scope, explain};
use crate::calendar::Period;
use crate::keymap::Context;
use crate::text::screen::{MEASURE, calendar, explain as words, measured, week};
use crate::text::{Lang, words as names};
use std::collections::BTreeMap;

pub(super) fn perform(model: &mut Model) -> Vec<Effect> {
    if model.context == Context::Calendar {
        return day(model);
    }
    if model.context == Context::Overview && model.overview.focused == Panel::Trend {
        return overview::explain_week(model);
    }
    let (Some(scope), Some(assessment)) = (scope(model), assessment(model)) else {
        return act::refuse(model, words::NO_NUMBER);
    };
    let (board, lang) = (&model.board, model.lang);
    let explanation = explain(&board.premises(), assessment, scope);
    let title = words::title(
        &name(board, scope, lang),
        &assessment.week.to_string(),
        lang,
    );
    let lines = lines(board, &explanation, lang);
    model.overlay = Some(Overlay::Text {
        title,
        lines,
        top: 0,
    });
    Vec::new()
}

/// What the day under the cursor adds up to.
fn day(model: &mut Model) -> Vec<Effect> {
    let (board, lang) = (&model.board, model.lang);
    let Some(heat) = model.year.heat(model.year.day) else {
        return act::refuse(model, words::NO_NUMBER);
    };
    let mut lines = vec![told(words::sum(&heat.totals, lang), Tone::Heading)];
    let groups = [
        (words::MISSING, &heat.missing, Tone::Bad),
        (calendar::LATE_ENTERED, &heat.late_entered, Tone::Plain),
        (calendar::WAIVED, &heat.waived, Tone::Muted),
    ];
    for (name, items, tone) in groups {
        if items.is_empty() {
            continue;
        }
        lines.push(told(String::new(), Tone::Plain));
        lines.push(told(words::heading(name, items.len(), lang), Tone::Heading));
        let items = items.iter().map(|(index, period)| {
            let item = board.item(*index);
            let id = item.id.to_string();
            let period = names::period(period, lang);
            told([&id, &period, item.text.of(lang)].join("  "), tone)
        });
        lines.extend(items);
    }
    let title = words::title(
        &calendar::kind(&heat.kind, lang),
        &names::day(heat.day, lang),
        lang,
    );
    model.overlay = Some(Overlay::Text {
        title,
        lines,
        top: 0,
    });
    Vec::new()
}

/// What the number in sight is about.
fn scope(model: &Model) -> Option<Scope> {
    match model.context {
        Context::Checklist => Some(match model.tree.chosen()? {
            Row::Checklist(c) => Scope::Checklist(c),
            Row::Requirement(c, r) => Scope::Requirement(c, r),
            Row::Item(index) => Scope::Item(index),
        }),
        Context::Overview if model.overview.focused == Panel::Requirements => {
            let (c, r) = model.chosen_requirement()?;
            Some(Scope::Requirement(c, r))
        }
        Context::Overview
            if model.overview.focused == Panel::Tasks && model.board.tasks.items.is_empty() =>
        {
            Some(Scope::All)
        }
        Context::Summary => Some(Scope::All),
        _ => model.chosen_item().map(Scope::Item),
    }
}

/// The week in sight.
fn assessment(model: &Model) -> Option<&Assessment> {
    match model.context {
        Context::Week | Context::Summary => Some(&model.review.page.as_ref()?.assessment),
        _ => Some(&model.board.assessment),
    }
}

fn name(board: &Board, scope: Scope, lang: Lang) -> String {
    let checklist = |c: usize| board.adopted.get(c).map(|adopted| &adopted.checklist);
    match scope {
        Scope::All => words::ALL.of(lang).to_owned(),
        Scope::Checklist(c) => {
            checklist(c).map_or_else(String::new, |checklist| checklist.title.of(lang).to_owned())
        }
        Scope::Requirement(c, r) => {
            let requirement = checklist(c).and_then(|checklist| checklist.requirements.get(r));
            requirement.map_or_else(String::new, |requirement| {
                [requirement.id.as_str(), requirement.title.of(lang)].join(" ")
            })
        }
        Scope::Item(index) => board.item(index).id.to_string(),
    }
}

fn told(text: String, tone: Tone) -> Told {
    Told { text, tone }
}

fn lines(board: &Board, explanation: &Explanation, lang: Lang) -> Vec<Told> {
    let mut lines = vec![told(words::sum(&explanation.totals, lang), Tone::Heading)];
    if let Scope::Item(index) = explanation.scope {
        lines.extend(number(board, index, lang));
    }
    let groups = [
        (words::MISSING, &explanation.missing, Tone::Bad),
        (words::DONE, &explanation.done, Tone::Good),
    ];
    for (name, parts, tone) in groups {
        lines.push(told(String::new(), Tone::Plain));
        lines.push(told(words::heading(name, parts.len(), lang), Tone::Heading));
        // What was done is counted, what is missing is named time by time.
        let is_missing = tone == Tone::Bad;
        let said = grouped(parts, lang).into_iter();
        lines.extend(said.map(|group| told(said_of(board, &group, is_missing, lang), tone)));
    }
    lines.push(told(String::new(), Tone::Plain));
    let count = explanation.left_out.len();
    lines.push(told(
        words::heading(words::LEFT_OUT, count, lang),
        Tone::Heading,
    ));
    lines.extend(left_out(board, explanation, lang));
    lines
}

/// The number of an item against its target, the day it was read off, and its pace.
fn number(board: &Board, index: ItemIndex, lang: Lang) -> Vec<Told> {
    let premises = board.premises();
    let Some(measure) = premises.measure(index, board.today) else {
        return Vec::new();
    };
    let unit = measure.unit.of(lang);
    let number = measured(measure.value, measure.of, measure.percent, unit);
    let on = measure.on.map(|on| names::day(on, lang));
    let number = [MEASURE.of(lang).to_owned(), number].into_iter().chain(on);
    let mut lines = vec![told(number.collect::<Vec<_>>().join("  "), Tone::Plain)];
    let judged = board.judged(index);
    let pace = judged.and_then(|judged| premises.pace(judged, board.today));
    lines.extend(pace.map(|pace| told(week::pace(&pace, lang), Tone::Plain)));
    lines
}

/// The occurrences of one item that stand alike.
struct Group<'a> {
    index: ItemIndex,
    state: &'static str,
    periods: Vec<&'a Period>,
}

fn grouped(parts: &[Part], lang: Lang) -> Vec<Group<'_>> {
    let mut groups: Vec<Group<'_>> = Vec::new();
    for part in parts {
        let state = words::state(&part.occurrence.state, lang).unwrap_or_default();
        let period = &part.occurrence.period;
        let same = |group: &&mut Group<'_>| (group.index, group.state) == (part.index, state);
        match groups.iter_mut().find(same) {
            Some(group) => group.periods.push(period),
            None => groups.push(Group {
                index: part.index,
                state,
                periods: vec![period],
            }),
        }
    }
    groups
}

/// The item, which times or how many, how they stand, and what it is.
fn said_of(board: &Board, group: &Group<'_>, named: bool, lang: Lang) -> String {
    let item = board.item(group.index);
    let count = (item.id.to_string(), group.periods.len());
    let name = if named {
        item.id.to_string()
    } else {
        words::items(&[count], lang)
    };
    let periods: Vec<Period> = group.periods.iter().map(|p| (*p).clone()).collect();
    let periods = if named {
        week::periods(&periods, lang)
    } else {
        String::new()
    };
    [name.as_str(), &periods, group.state, item.text.of(lang)]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<&str>>()
        .join("  ")
}

/// What is left out, by the reasons.
fn left_out(board: &Board, explanation: &Explanation, lang: Lang) -> Vec<Told> {
    let mut reasons: Vec<(String, BTreeMap<ItemIndex, usize>)> = Vec::new();
    for out in &explanation.left_out {
        let why = words::why(&out.why, lang);
        let at = reasons.iter().position(|(reason, _)| *reason == why);
        let at = at.unwrap_or_else(|| {
            reasons.push((why, BTreeMap::new()));
            reasons.len() - 1
        });
        *reasons[at].1.entry(out.index).or_default() += 1;
    }
    let reasons = reasons.into_iter().map(|(why, items)| {
        let items: Vec<(String, usize)> = items
            .into_iter()
            .map(|(index, count)| (board.item(index).id.to_string(), count))
            .collect();
        let items = words::items(&items, lang);
        told(words::reason(&why, &items, lang), Tone::Muted)
    });
    reasons.collect()
}
