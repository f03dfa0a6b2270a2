//! Filters: what a list of items is narrowed to. Filters of one kind are alternatives, and every
//! kind must hold: overdue or due today, and at the gate or in the canteen.

use crate::assess::{Assessment, ItemIndex, Occurrence, Owner, Premises, Status};
use crate::checklist::Place;
use std::collections::{BTreeSet, HashMap, HashSet};

/// One thing that a list can be narrowed to.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Filter {
    /// Its last day is today.
    DueToday,
    /// It is overdue.
    Overdue,
    /// What this week asks for and can be done was not done yet.
    NotDone,
    /// It does not apply.
    Waived,
    /// It is marked.
    Marked,
    /// The principal, who keeps the record, answers for it.
    Mine,
    /// Nobody answers for it.
    Unowned,
    /// That person answers for it, or a role that nobody fills.
    Owner(Owner),
    /// It is done at that place.
    Place(Place),
    /// It belongs to that requirement: the indexes of its checklist and its own.
    Requirement(usize, usize),
}

/// What a filter asks about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// How the item stands.
    Standing,
    /// Whether it is marked.
    Mark,
    /// Who answers for it.
    Owner,
    /// Where it is done.
    Place,
    /// What it belongs to.
    Requirement,
}

impl Kind {
    /// All of them, in the order in which filters are offered.
    pub const ALL: [Self; 5] = [
        Self::Standing,
        Self::Mark,
        Self::Owner,
        Self::Place,
        Self::Requirement,
    ];
}

/// What filters look at.
#[derive(Debug, Clone, Copy)]
pub struct Ground<'a> {
    /// What the judgement rests on.
    pub premises: Premises<'a>,
    /// How the items stand today.
    pub assessment: &'a Assessment,
    /// The items that are marked.
    pub marks: &'a BTreeSet<ItemIndex>,
}

impl Filter {
    /// What it asks about.
    #[must_use]
    pub fn kind(&self) -> Kind {
        match self {
            Self::DueToday | Self::Overdue | Self::NotDone | Self::Waived => Kind::Standing,
            Self::Marked => Kind::Mark,
            Self::Mine | Self::Unowned | Self::Owner(_) => Kind::Owner,
            Self::Place(_) => Kind::Place,
            Self::Requirement(..) => Kind::Requirement,
        }
    }

    /// Whether it holds for the item at `index`.
    #[must_use]
    pub fn holds(&self, ground: &Ground<'_>, index: ItemIndex) -> bool {
        let (premises, day) = (&ground.premises, ground.assessment.day);
        let judged = || ground.assessment.item(index);
        match self {
            Self::DueToday => judged().is_some_and(|item| item.is_due_on(day)),
            Self::Overdue => judged().is_some_and(|item| item.status == Status::Overdue),
            Self::NotDone => {
                let asked = |o: &Occurrence| o.counted && o.is_unfinished();
                judged().is_some_and(|item| item.occurrences.iter().any(asked))
            }
            Self::Waived => judged().is_some_and(|item| item.status == Status::Waived),
            Self::Marked => ground.marks.contains(&index),
            Self::Mine => {
                let me = premises.school.principal();
                let owner = premises.owner(index).and_then(|owner| owner.name);
                me.is_some_and(|me| owner.as_ref() == Some(&me.name))
            }
            Self::Unowned => premises.lacks_owner(index),
            Self::Owner(who) => premises.owner(index).map(alone).as_ref() == Some(who),
            Self::Place(place) => premises.item(index).places.contains(place),
            Self::Requirement(c, r) => (index.checklist, index.requirement) == (*c, *r),
        }
    }
}

/// Who answers, whatever else they are: the person, or the role where no person is known.
fn alone(owner: Owner) -> Owner {
    match owner.name {
        Some(name) => Owner {
            name: Some(name),
            role: None,
        },
        None => owner,
    }
}

/// The filters chosen, in the order in which they were.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filters(Vec<Filter>);

impl Filters {
    /// Whether none is chosen.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Those chosen.
    pub fn iter(&self) -> impl Iterator<Item = &Filter> {
        self.0.iter()
    }

    /// Whether that one is chosen.
    #[must_use]
    pub fn has(&self, filter: &Filter) -> bool {
        self.0.contains(filter)
    }

    /// Chooses a filter, or lets it go.
    pub fn toggle(&mut self, filter: &Filter) {
        if self.has(filter) {
            self.0.retain(|chosen| chosen != filter);
        } else {
            self.0.push(filter.clone());
        }
    }

    /// Lets all go.
    pub fn clear(&mut self) {
        self.0.clear();
    }

    /// Lets those go that ask about `kind`.
    pub fn clear_kind(&mut self, kind: Kind) {
        self.0.retain(|filter| filter.kind() != kind);
    }

    /// Whether the item at `index` is left: of every kind chosen, one filter holds.
    #[must_use]
    pub fn leave(&self, ground: &Ground<'_>, index: ItemIndex) -> bool {
        self.agree(None, |filter| filter.holds(ground, index))
    }

    /// Whether of every kind chosen, but for `other`, one filter holds.
    fn agree(&self, other: Option<Kind>, holds: impl Fn(&Filter) -> bool) -> bool {
        let asked = |kind: &Kind| Some(*kind) != other;
        let of = |kind: Kind| self.0.iter().filter(move |filter| filter.kind() == kind);
        let mut kinds = Kind::ALL.into_iter().filter(asked);
        kinds.all(|kind| of(kind).next().is_none() || of(kind).any(&holds))
    }
}

/// A filter on offer, and how many items it leaves beside the filters of other kinds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// The filter.
    pub filter: Filter,
    /// How many of the items looked at.
    pub count: usize,
}

/// The filters on offer, kind by kind, with how many of the items `within` each leaves.
#[must_use]
pub fn choices(ground: &Ground<'_>, within: &[ItemIndex], filters: &Filters) -> Vec<Choice> {
    let offered = offered(ground, filters);
    let mut counts: HashMap<Filter, usize> = HashMap::new();
    for index in within {
        let held = held(ground, *index);
        for filter in &held {
            if filters.agree(Some(filter.kind()), |chosen| held.contains(chosen)) {
                *counts.entry(filter.clone()).or_default() += 1;
            }
        }
    }
    let count = |filter: &Filter| counts.get(filter).copied().unwrap_or(0);
    let choices = offered.into_iter().map(|filter| Choice {
        count: count(&filter),
        filter,
    });
    choices.collect()
}

/// The filters that are the same for every school.
const PLAIN: [Filter; 7] = [
    Filter::DueToday,
    Filter::Overdue,
    Filter::NotDone,
    Filter::Waived,
    Filter::Marked,
    Filter::Mine,
    Filter::Unowned,
];

/// All filters that hold for an item.
fn held(ground: &Ground<'_>, index: ItemIndex) -> Vec<Filter> {
    let plain = PLAIN.iter().filter(|filter| filter.holds(ground, index));
    let mut held: Vec<Filter> = plain.cloned().collect();
    let owner = ground.premises.owner(index);
    held.extend(owner.map(|owner| Filter::Owner(alone(owner))));
    let places = ground.premises.item(index).places.iter();
    held.extend(places.map(|place| Filter::Place(*place)));
    held.push(Filter::Requirement(index.checklist, index.requirement));
    held
}

/// The filters that mean something to the school: its people, its places, its requirements.
fn offered(ground: &Ground<'_>, filters: &Filters) -> Vec<Filter> {
    let premises = &ground.premises;
    let (mut owners, mut requirements, mut places) = (Vec::new(), Vec::new(), BTreeSet::new());
    let mut seen = HashSet::new();
    let me = premises.school.principal().map(|me| &me.name);
    for index in premises.items() {
        let owner = premises.owner(index).map(alone);
        let mine = owner
            .as_ref()
            .is_some_and(|o| o.name.as_ref() == me && me.is_some());
        if let Some(owner) = owner.filter(|owner| !mine && seen.insert(owner.clone())) {
            owners.push(Filter::Owner(owner));
        }
        places.extend(premises.item(index).places.iter().copied());
        let requirement = Filter::Requirement(index.checklist, index.requirement);
        if requirements.last() != Some(&requirement) {
            requirements.push(requirement);
        }
    }
    let marked = !ground.marks.is_empty() || filters.has(&Filter::Marked);
    let plain = PLAIN.into_iter();
    plain
        .filter(|filter| *filter != Filter::Marked || marked)
        .chain(owners)
        .chain(places.into_iter().map(Filter::Place))
        .chain(requirements)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assess::assess;
    use crate::assess::life::{Life, day};
    use crate::fact::Entry;
    use crate::school::Person;

    const ON: &str = "2022-03-16";

    /// Two daily items at the gate and in the canteen, a weekly one in the canteen that is the
    /// doctor's, and a monthly one that is nobody's.
    fn life() -> Life {
        let mut life = Life::of_items(
            &[
                r#""cadence": "daily", "owner": "principal", "places": ["gate"]"#,
                r#""cadence": "daily", "owner": "guard", "places": ["gate", "canteen"]"#,
                r#""cadence": "weekly", "owner": "doctor", "places": ["canteen"]"#,
                r#""cadence": "monthly""#,
            ],
            "2022-03-14",
        );
        life.school.people = vec![person("林芳", "principal"), person("陈静", "doctor")];
        life.done("2022-03-14", "2022-03-14")
            .done("2022-03-15", "2022-03-15")
    }

    fn person(name: &str, role: &str) -> Person {
        Person {
            name: name.into(),
            roles: vec![role.parse().expect("a role")],
        }
    }

    /// What `look` sees on the Wednesday, with item `1.4` marked.
    fn look<T>(life: &Life, look: impl FnOnce(&Ground<'_>) -> T) -> T {
        life.ask(ON, |premises| {
            let marks = premises.items().skip(3).collect();
            look(&Ground {
                premises: *premises,
                assessment: &assess(premises, day(ON)),
                marks: &marks,
            })
        })
    }

    /// The ids of the items that filters leave.
    fn left(life: &Life, filters: &[Filter]) -> String {
        let filters = Filters(filters.to_vec());
        look(life, |ground| {
            let items = ground.premises.items();
            let left = items.filter(|index| filters.leave(ground, *index));
            let ids = left.map(|index| ground.premises.item(index).id.to_string());
            ids.collect::<Vec<_>>().join(" ")
        })
    }

    #[test]
    fn each_filter_leaves_what_it_says() {
        let life = life();
        let guard = || Owner {
            name: None,
            role: Some(crate::text::Bilingual::plain("guard")),
        };
        for (filter, ids) in [
            (Filter::DueToday, "1.1 1.2"),
            (Filter::Overdue, "1.2"),
            (Filter::NotDone, "1.1 1.2 1.3"),
            (Filter::Waived, ""),
            (Filter::Marked, "1.4"),
            (Filter::Mine, "1.1"),
            (Filter::Unowned, "1.2 1.4"),
            (Filter::Owner(guard()), "1.2"),
            (Filter::Place(Place::Canteen), "1.2 1.3"),
            (Filter::Requirement(0, 0), "1.1 1.2 1.3 1.4"),
            (Filter::Requirement(0, 1), ""),
        ] {
            assert_eq!(
                left(&life, std::slice::from_ref(&filter)),
                ids,
                "{filter:?}"
            );
        }
        let waived = Entry::ItemWaived {
            reason: "无此场所".into(),
            from: day(ON),
        };
        let life = life.record_of("1.3", None, waived, ON);
        assert_eq!(left(&life, &[Filter::Waived]), "1.3");
    }

    #[test]
    fn filters_of_one_kind_are_alternatives_and_every_kind_must_hold() {
        let life = life();
        let (gate, canteen) = (Filter::Place(Place::Gate), Filter::Place(Place::Canteen));
        assert_eq!(left(&life, std::slice::from_ref(&gate)), "1.1 1.2");
        assert_eq!(left(&life, &[gate.clone(), canteen.clone()]), "1.1 1.2 1.3");
        let doctor = Filter::Owner(Owner {
            name: Some("陈静".into()),
            role: None,
        });
        assert_eq!(left(&life, &[canteen, doctor.clone()]), "1.3");
        assert_eq!(left(&life, &[gate, doctor]), "");
        assert_eq!(left(&life, &[]), "1.1 1.2 1.3 1.4");
    }

    #[test]
    fn what_is_on_offer_counts_what_it_would_leave() {
        let life = life();
        let counts = |filters: &[Filter]| {
            let filters = Filters(filters.to_vec());
            look(&life, |ground| {
                let all: Vec<ItemIndex> = ground.premises.items().collect();
                choices(ground, &all, &filters)
            })
        };
        let of = |choices: &[Choice], filter: &Filter| {
            let mut found = choices.iter().filter(|choice| choice.filter == *filter);
            found.next().map(|choice| choice.count)
        };
        for choice in counts(&[]) {
            let ids = left(&life, std::slice::from_ref(&choice.filter));
            let count = ids.split_whitespace().count();
            assert_eq!(choice.count, count, "{:?}", choice.filter);
        }
        let canteen = Filter::Place(Place::Canteen);
        let beside = counts(std::slice::from_ref(&canteen));
        assert_eq!(of(&beside, &Filter::Mine), Some(0));
        assert_eq!(of(&beside, &Filter::DueToday), Some(1));
        assert_eq!(of(&beside, &canteen), Some(2));
        // A place that no item is done at is not on offer, and the principal is offered once.
        assert_eq!(of(&beside, &Filter::Place(Place::Shop)), None);
        let names = beside.iter().filter_map(|choice| match &choice.filter {
            Filter::Owner(owner) => Some(owner.of(crate::text::Lang::Zh)),
            _ => None,
        });
        assert_eq!(names.collect::<Vec<_>>(), ["guard", "陈静"]);
    }

    #[test]
    fn where_the_profile_names_no_principal_nothing_is_mine() {
        let mut life = life();
        life.school.people.clear();
        assert_eq!(left(&life, &[Filter::Mine]), "");
        // A role is answer enough where nobody is named.
        assert_eq!(left(&life, &[Filter::Unowned]), "1.4");
    }

    #[test]
    fn a_filter_chosen_twice_is_let_go() {
        let mut filters = Filters::default();
        filters.toggle(&Filter::Overdue);
        filters.toggle(&Filter::Requirement(0, 0));
        filters.toggle(&Filter::Overdue);
        assert_eq!(filters, Filters(vec![Filter::Requirement(0, 0)]));
        filters.clear_kind(Kind::Requirement);
        assert!(filters.is_empty());
    }
}
