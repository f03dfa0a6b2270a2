//! What is read out at a place: lines, a list with numbers, what can be done.

use super::super::menu::{Line, Menu};
use super::super::model::Model;
use super::super::tree;
use super::super::view::aloud;
use super::menu;
use super::place::{Offer, Place, index, item};
use crate::assess::ItemIndex;
use crate::calendar::Week;
use crate::find::Choice;
use crate::keymap::{self, Action, Context};
use crate::review::Matter;
use crate::text::screen::{self, find, finding, plain as words};
use crate::text::{Lang, visible, words as names};
use crate::workspace::MatterRef;

/// What is read out at a place.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Sheet {
    pub(super) lines: Vec<String>,
    /// What can be chosen, read out a page at a time.
    pub(super) list: Vec<Offer>,
    /// Lines above parts of the list: the place of the first that follows, and the line.
    pub(super) headings: Vec<(usize, String)>,
    /// Whether more of the list could be read from the record.
    pub(super) goes_on: bool,
    /// What can be done.
    pub(super) menu: Vec<Offer>,
}

/// What is read out where the model stands, at that place.
pub(super) fn sheet(model: &Model, place: &Place) -> Sheet {
    let mut sheet = Sheet {
        menu: menu::menu(model, place),
        ..Sheet::default()
    };
    let lang = model.lang;
    match place {
        Place::Home => home(model, &mut sheet),
        Place::Tasks => tasks(model, &mut sheet),
        Place::Measures => sheet.list = items(model, model.board.measured.iter().copied()),
        Place::Checklists => checklists(model, &mut sheet),
        Place::Requirement(c, r) => requirement(model, (*c, *r), &mut sheet),
        Place::Found(_) => found(model, &mut sheet),
        Place::Filters(search) => filters(model, search, &mut sheet),
        Place::Item(item) => {
            let index = index(model, item);
            sheet.lines = index.map_or_else(Vec::new, |index| aloud::item(model, index));
        }
        Place::Week if model.context == Context::Summary => sheet.lines = aloud::summary(model),
        Place::Week => sheet.lines = aloud::matter(model),
        Place::Matters => {
            let matters = model.review.matters().iter();
            sheet.list = matters.filter_map(named).map(Offer::Matter).collect();
        }
        Place::Findings => findings(model, &mut sheet),
        Place::Finding(_) => sheet.lines = aloud::finding(model),
        Place::Notices => {
            let lines = model.findings.notices().iter();
            sheet.list = items(model, lines.map(|(_, line)| line.index));
            sheet.say_if_empty(finding::NO_NOTICES.of(lang));
        }
        Place::Differences => {
            let differ = model.findings.differ().iter();
            sheet.list = items(model, differ.map(|difference| difference.index));
            sheet.say_if_empty(finding::ALL_AGREE.of(lang));
        }
        Place::Calendar => calendar(model, &mut sheet),
        Place::Day(_) => sheet.lines = aloud::day(model),
        Place::Record => record(model, &mut sheet),
        Place::Entry(seq) => entry(model, *seq, &mut sheet),
    }
    sheet
}

impl Sheet {
    fn say_if_empty(&mut self, text: &str) {
        if self.list.is_empty() {
            self.lines.push(text.to_owned());
        }
    }
}

fn items(model: &Model, indexes: impl Iterator<Item = ItemIndex>) -> Vec<Offer> {
    indexes.map(|index| item(model, index)).collect()
}

/// A matter by the first of what it is about.
fn named(matter: &Matter) -> Option<MatterRef> {
    MatterRef::all_of(matter).into_iter().next()
}

/// The overview: where the school stands, and from there on with the digits of the views.
fn home(model: &Model, sheet: &mut Sheet) {
    let day = names::day_of_year(model.board.today, model.lang);
    sheet
        .lines
        .push(words::school(&model.board.school.name, &day, model.lang));
    sheet.lines.extend(aloud::overview(model));
    let places = [
        Place::Tasks,
        Place::Checklists,
        Place::Week,
        Place::Findings,
        Place::Calendar,
        Place::Record,
    ];
    sheet.list = places.map(Offer::Place).into();
    if !model.board.measured.is_empty() {
        sheet.list.push(Offer::Place(Place::Measures));
    }
}

fn tasks(model: &Model, sheet: &mut Sheet) {
    let tasks = &model.board.tasks;
    let said = screen::overview::to_do(tasks.overdue, tasks.today, tasks.soon(), model.lang);
    sheet.lines.push(said);
    sheet.list = items(model, tasks.items.iter().copied());
    sheet.say_if_empty(screen::overview::NO_TASKS.of(model.lang));
}

/// The requirements of every checklist, below its title; where filters narrow them, the items left.
fn checklists(model: &Model, sheet: &mut Sheet) {
    if !model.filters.is_empty() {
        sheet.lines.push(narrowed(model));
        sheet.list = items(model, model.tree.items.iter().copied());
        return;
    }
    let mut last = None;
    for (c, r) in &model.board.requirements {
        if last != Some(*c) {
            let title = model.board.adopted.get(*c);
            let title = title.map(|adopted| adopted.checklist.title.of(model.lang));
            let title = visible(title.unwrap_or_default()).into_owned();
            sheet.headings.push((sheet.list.len(), title));
            last = Some(*c);
        }
        let place = Place::Requirement(*c, *r);
        sheet.list.push(Offer::Place(place));
    }
    let caveats = model.board.assessment.caveats.iter();
    sheet.lines = caveats.map(|c| names::caveat(c, model.lang)).collect();
}

fn requirement(model: &Model, (c, r): (usize, usize), sheet: &mut Sheet) {
    sheet.lines.push(aloud::requirement(model, (c, r)));
    let of_it = |index: &ItemIndex| (index.checklist, index.requirement) == (c, r);
    sheet.list = items(model, model.board.premises().items().filter(of_it));
}

/// What the search has left of the checklists.
fn found(model: &Model, sheet: &mut Sheet) {
    sheet.list = items(model, model.tree.items.iter().copied());
    let found = screen::found(sheet.list.len(), model.lang);
    sheet.lines.push(found);
    if !model.filters.is_empty() {
        sheet.lines.push(narrowed(model));
    }
}

/// The filters that are chosen, and how many items they leave.
fn narrowed(model: &Model) -> String {
    let (premises, lang) = (model.board.premises(), model.lang);
    let names = model
        .filters
        .iter()
        .map(|f| find::filter(f, &premises, lang));
    let left = find::left(model.tree.items.len(), lang);
    let said: Vec<String> = names.chain([left]).collect();
    let said: Vec<&str> = said.iter().map(String::as_str).collect();
    words::named(find::FILTERS.of(lang), &words::parts(&said, lang), lang)
}

/// The filters over what a search has left, with how many items each leaves.
fn filters(model: &Model, search: &str, sheet: &mut Sheet) {
    let lang = model.lang;
    let within = tree::found(&model.board, search, lang);
    for line in Menu::new(&model.ground(), &within, &model.filters).lines {
        match line {
            Line::Heading(heading) => {
                let heading = heading.of(lang).to_owned();
                sheet.headings.push((sheet.list.len(), heading));
            }
            Line::Filter(choice) => sheet.list.push(Offer::Filter(choice)),
        }
    }
    if !model.filters.is_empty() {
        sheet.lines.push(narrowed(model));
    }
}

fn findings(model: &Model, sheet: &mut Sheet) {
    sheet.lines.push(aloud::findings(model).trim().to_owned());
    let all = (0..model.board.findings.len()).filter_map(|n| model.board.finding(n));
    let places = all.map(|finding| Place::Finding(finding.id.clone()));
    sheet.list = places.map(Offer::Place).collect();
    sheet.say_if_empty(finding::NONE.of(model.lang));
}

/// A week of days.
fn calendar(model: &Model, sheet: &mut Sheet) {
    let week = Week::of(model.year.day);
    let said = words::week_of(week.monday(), week.sunday(), model.lang);
    sheet
        .lines
        .push(screen::calendar::year(model.year.from, model.lang));
    sheet.lines.push(said);
    let days = week.monday().iter_days().take(7);
    let days = days.filter(|day| model.year.heat(*day).is_some());
    sheet.list = days.map(|day| Offer::Place(Place::Day(day))).collect();
}

fn record(model: &Model, sheet: &mut Sheet) {
    let facts = model.entries.facts.iter();
    let places = facts.map(|fact| Place::Entry(fact.seq));
    sheet.list = places.map(Offer::Place).collect();
    sheet.goes_on = !model.entries.ended;
    sheet.say_if_empty(screen::EMPTY_RECORD.of(model.lang));
}

fn entry(model: &Model, seq: u64, sheet: &mut Sheet) {
    let facts = &model.entries.facts;
    let Some(at) = facts.iter().position(|fact| fact.seq == seq) else {
        return;
    };
    sheet.lines.push(aloud::entry(model, at));
    sheet.menu.push(Offer::Action(Action::Revoke));
    let subject = facts.get(at).and_then(|fact| fact.subject.as_ref());
    let item = subject.map(|subject| subject.item.clone());
    let item = item.filter(|item| index(model, item).is_some());
    let place = item.map(|item| Offer::Place(Place::Item(item)));
    sheet.menu.extend(place);
}

/// What is said of the `at`th thing that can be chosen at a place.
pub(super) fn text(model: &Model, place: &Place, at: usize, offer: &Offer) -> String {
    match offer {
        Offer::Action(action) => action_text(model.context, *action, model.lang),
        Offer::Matter(named) => {
            let mut matters = model.review.matters().iter();
            let matter = matters.find(|matter| MatterRef::all_of(matter).contains(named));
            matter.map_or_else(String::new, |m| aloud::matter_in_short(model, m))
        }
        Offer::Place(to) => place_text(model, place, at, to),
        Offer::Filter(choice) => filter_text(model, choice),
        Offer::Drop(filter) => {
            let name = find::filter(filter, &model.board.premises(), model.lang);
            words::named(words::DROP.of(model.lang), &name, model.lang)
        }
        Offer::Unfiltered => words::UNFILTERED.of(model.lang).to_owned(),
        Offer::Unmark => words::UNMARK.of(model.lang).to_owned(),
    }
}

fn filter_text(model: &Model, choice: &Choice) -> String {
    let lang = model.lang;
    let name = find::filter(&choice.filter, &model.board.premises(), lang);
    let on = model.filters.has(&choice.filter);
    let on = if on { words::ON.of(lang) } else { "" };
    words::parts(&[&name, &find::items(choice.count, lang), on], lang)
}

fn place_text(model: &Model, place: &Place, at: usize, to: &Place) -> String {
    match (place, to) {
        (Place::Notices, _) => aloud::notice(model, at),
        (Place::Differences, _) => aloud::difference(model, at),
        (_, Place::Tasks) => {
            let tasks = &model.board.tasks;
            screen::overview::to_do(tasks.overdue, tasks.today, tasks.soon(), model.lang)
        }
        (_, Place::Requirement(c, r)) => aloud::requirement(model, (*c, *r)),
        (_, Place::Item(item)) => match index(model, item) {
            Some(index) if *place == Place::Measures => aloud::measure(model, index),
            Some(index) => aloud::item_in_short(model, index),
            None => item.item.to_string(),
        },
        (_, Place::Finding(id)) => {
            let finding = model.board.history.finding(id);
            finding.map_or_else(String::new, |f| aloud::finding_in_short(model, f))
        }
        (_, Place::Day(day)) => {
            let heat = model.year.heat(*day);
            heat.map_or_else(String::new, |heat| aloud::day_in_short(model, heat))
        }
        (_, Place::Entry(_)) => aloud::entry(model, at),
        (_, to) => to.name(model),
    }
}

/// An action with its key. The digits of the views choose from what is read out, and are no keys.
pub(super) fn action_text(context: Context, action: Action, lang: Lang) -> String {
    let binding = keymap::bindings(context).find(|binding| binding.action == action);
    let Some((binding, key)) = binding.and_then(|b| Some((b, b.keys.first()?))) else {
        return String::new();
    };
    let text = binding.text.of(lang);
    match action {
        Action::Go(_) => text.to_owned(),
        _ => words::action(text, &key.name(lang), lang),
    }
}
