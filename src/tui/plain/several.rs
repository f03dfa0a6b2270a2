//! Several at a time: the items of a list that are marked, and the filters that narrow the checklists.
//!
//! Both are the model's. They are set aside where one thing is in sight, so that a key there is
//! about that thing, and the thing is there even where a filter leaves it out.

use super::super::marks::Marks;
use super::super::message::Chosen;
use super::super::model::Model;
use super::super::update::has_place_for_several;
use super::answer;
use super::console::End;
use super::menu::{self, Kind};
use super::place::{self, Offer, Place};
use super::{Stop, Talk, sheet};
use crate::assess::{Adopted, ItemIndex};
use crate::find::{Filter, Filters};
use crate::keymap::Action;
use crate::text::screen::{find, plain as words};
use std::io::{BufRead, Write};
use std::sync::Arc;

/// What is marked and filtered, in force or set aside.
#[derive(Default)]
pub(super) struct Several {
    filters: Filters,
    marks: Marks,
    /// The checklists that these are about.
    adopted: Option<Arc<[Adopted]>>,
}

impl Several {
    /// Lets go what stands for items of other checklists than these.
    fn follow(&mut self, adopted: &Arc<[Adopted]>) {
        let before = self.adopted.replace(Arc::clone(adopted));
        if before.is_some_and(|before| before != *adopted) {
            (self.filters, self.marks) = Default::default();
        }
    }
}

impl<R: BufRead, W: Write> Talk<R, W> {
    /// Puts marks and filters in force where they belong to a place, or sets them aside.
    pub(super) fn hold(&mut self, place: &Place) -> Result<(), End> {
        let adopted = Arc::clone(&self.model()?.board.adopted);
        self.several.follow(&adopted);
        let (mut filters, mut marks) = <(Filters, Marks)>::default();
        if place.is_narrowed() {
            filters.clone_from(&self.several.filters);
        }
        if !place.is_of_one() {
            marks.clone_from(&self.several.marks);
        }
        let model = self.model()?;
        if (&model.filters, &model.marks) == (&filters, &marks) {
            return Ok(());
        }
        self.chose(Chosen::Several(filters, marks))
    }

    /// Keeps what an action has left marked.
    pub(super) fn keep_marks(&mut self, place: &Place) -> Result<(), End> {
        if !place.is_of_one() {
            self.several.marks = self.model()?.marks.clone();
        }
        Ok(())
    }

    /// Where the dialogue stands, with how many items are marked.
    pub(super) fn name(&self) -> Result<String, End> {
        let (model, place) = (self.model()?, self.place());
        let name = place.name(model);
        if place.is_of_one() || !model.acts_on_marks() {
            return Ok(name);
        }
        let listed = items(model, place);
        let in_list = listed.iter().filter(|index| model.marks.has(**index));
        let count = model.marks.len();
        let marked = find::marked(count, count - in_list.count(), model.lang);
        Ok(words::parts(&[&name, &marked], model.lang))
    }

    /// Does an action to what was read out under those numbers.
    pub(super) fn order_on_numbers(&mut self, word: &str, numbers: &str) -> Result<(), End> {
        let Some(mut places) = answer::places(numbers, self.offered.len()) else {
            return self.say(words::NO_CHOICE);
        };
        places.sort_unstable();
        places.dedup();
        let model = self.model()?;
        let offers = places.iter().filter_map(|at| self.offered.get(*at));
        let items: Option<Vec<_>> = offers.map(|offer| item_of(model, offer)).collect();
        let binding = answer::binding(word, model.context);
        let marks = binding.is_some_and(|binding| binding.action == Action::Mark);
        match (items, places.as_slice()) {
            (Some(items), _) if marks => self.mark(&items),
            (_, [at]) => self.order_on(word, at + 1),
            (Some(items), _) => self.order_on_items(word, &items),
            (None, _) => self.say(words::NO_ACTION),
        }
    }

    /// Does one action to several items; what else is marked stays so.
    fn order_on_items(&mut self, word: &str, items: &[ItemIndex]) -> Result<(), End> {
        let here = self.place().clone();
        self.stand(&Place::Checklists)?;
        let binding = answer::binding(word, self.model()?.context);
        let done = match binding.map(|binding| binding.action) {
            None => self.say(words::ANSWERS),
            Some(action) if menu::kind(action) != Kind::OnOne => self.say(words::NO_ACTION),
            Some(action) if !has_place_for_several(action) => self.say(words::ONE_ONLY),
            Some(action) => {
                let marked = std::mem::take(&mut self.several.marks);
                self.several.marks.toggle(items);
                self.stops.push(Stop::at(Place::Checklists));
                let done = self.act(action);
                self.stops.pop();
                self.several.marks = marked;
                done
            }
        };
        self.stand(&here)?;
        done
    }

    /// Marks items, or lets them go where all of them are marked.
    fn mark(&mut self, items: &[ItemIndex]) -> Result<(), End> {
        self.several.marks.toggle(items);
        self.marked()
    }

    /// Marks everything that is listed; where everything is, nothing.
    pub(super) fn mark_all(&mut self) -> Result<(), End> {
        let items = items(self.model()?, self.place());
        if items.is_empty() {
            return self.say(words::NO_ACTION);
        }
        self.mark(&items)
    }

    pub(super) fn unmark(&mut self) -> Result<(), End> {
        self.several.marks.clear();
        self.marked()
    }

    fn marked(&mut self) -> Result<(), End> {
        let place = self.place().clone();
        self.stand(&place)?;
        let model = self.model()?;
        let marked = find::marked(model.marks.len(), 0, model.lang);
        self.console.say(&marked)
    }

    /// Reads out the filters over what is listed.
    pub(super) fn open_filters(&mut self) -> Result<(), End> {
        let search = match self.place() {
            Place::Filters(_) => return self.read_out(),
            Place::Found(text) => text.clone(),
            Place::Checklists => String::new(),
            _ => {
                self.stops.truncate(1);
                self.stops.push(Stop::at(Place::Checklists));
                String::new()
            }
        };
        self.go_on(Place::Filters(search))
    }

    /// Chooses the filters of those numbers, or lets them go.
    pub(super) fn filter_by(&mut self, numbers: &str) -> Result<(), End> {
        let places = answer::places(numbers, self.offered.len());
        let filters = places.and_then(|places| {
            let offers = places.iter().filter_map(|at| self.offered.get(*at));
            let filters = offers.map(|offer| match offer {
                Offer::Filter(choice) => Some(choice.filter.clone()),
                _ => None,
            });
            filters.collect::<Option<Vec<_>>>()
        });
        match filters {
            Some(filters) => self.filter(&filters),
            None => self.say(words::NO_CHOICE),
        }
    }

    /// Chooses filters, or lets them go, and reads out what is left.
    pub(super) fn filter(&mut self, filters: &[Filter]) -> Result<(), End> {
        let nobody = self.model()?.board.school.principal().is_none();
        if nobody && filters.contains(&Filter::Mine) {
            return self.say(find::NO_PRINCIPAL);
        }
        for filter in filters {
            self.several.filters.toggle(filter);
        }
        self.filtered()
    }

    pub(super) fn unfilter(&mut self) -> Result<(), End> {
        self.several.filters.clear();
        self.filtered()
    }

    fn filtered(&mut self) -> Result<(), End> {
        if matches!(self.place(), Place::Filters(_)) {
            self.stops.pop();
        }
        if let Some(stop) = self.stops.last_mut() {
            // The list is another one.
            (stop.from, stop.chosen) = (0, None);
        }
        self.return_to()
    }
}

/// The items that are listed at a place.
pub(super) fn items(model: &Model, place: &Place) -> Vec<ItemIndex> {
    if place.is_of_one() {
        return Vec::new();
    }
    let list = sheet::sheet(model, place).list;
    list.iter()
        .filter_map(|offer| item_of(model, offer))
        .collect()
}

fn item_of(model: &Model, offer: &Offer) -> Option<ItemIndex> {
    match offer {
        Offer::Place(Place::Item(item)) => place::index(model, item),
        _ => None,
    }
}
