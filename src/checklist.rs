//! A checklist: a directive as data.
//!
//! Plain types, what they mean, and what must hold between them ([`Checklist::faults`]). How a
//! checklist is read from YAML, and where in the file a fault stands, is `format`'s.

mod cadence;
mod diff;
mod due;
mod fault;
mod few;
mod id;
mod measure;

pub use cadence::Cadence;
pub use diff::{Aspect, Difference};
pub use due::{Anchor, Due, DueError, Unit};
pub use fault::{Fault, Place as FaultPlace, Step as FaultStep, text_fault};
pub use id::{
    ChecklistId, ClauseId, IdError, ItemId, ItemRef, RequirementId, RequirementRef, RoleId,
};
pub use measure::{MeasureSpec, Target};

use crate::school::SchoolKind;
use crate::text::Bilingual;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A directive as a list of requirements and items. The keys are those of the YAML file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Checklist {
    /// Its id, the same in every version: `taijiang-2022`.
    #[serde(rename = "checklist")]
    pub id: ChecklistId,
    /// Grows with every change.
    pub version: u32,
    /// What it is called.
    pub title: Bilingual,
    /// The directive it was made from.
    pub directive: Directive,
    /// The kinds of school it is for; every kind where none is given.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub kinds: Vec<SchoolKind>,
    /// What the roles named by items are called.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub roles: BTreeMap<RoleId, Bilingual>,
    /// The gist of each clause of the directive; all of them must be put to work by an item.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub clauses: BTreeMap<ClauseId, Bilingual>,
    /// The numbered demands of the directive, in its order.
    pub requirements: Vec<Requirement>,
}

/// What the authority issued.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Directive {
    /// Its own title, where it differs from the checklist's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<Bilingual>,
    /// Who issued it.
    pub issuer: Bilingual,
    /// The day it was issued.
    pub issued: NaiveDate,
    /// Its document number, if it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
}

/// One numbered demand of the directive.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Requirement {
    /// Its number.
    pub id: RequirementId,
    /// Its heading.
    pub title: Bilingual,
    /// What has to be done for it.
    pub items: Vec<Item>,
}

/// The smallest thing that one person can do and tick.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Item {
    /// Its id, unique in the checklist and stable for ever: `3.1`.
    pub id: ItemId,
    /// What is there to be seen when it is done.
    pub text: Bilingual,
    /// The clauses it puts to work.
    #[serde(deserialize_with = "few::read")]
    pub clauses: Box<[ClauseId]>,
    /// How often it is due.
    pub cadence: Cadence,
    /// The role that answers for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<RoleId>,
    /// The roles that help.
    #[serde(
        default,
        deserialize_with = "few::read",
        skip_serializing_if = "<[_]>::is_empty"
    )]
    pub helpers: Box<[RoleId]>,
    /// On whom the clause lays the duty.
    #[serde(default, skip_serializing_if = "Duty::is_school")]
    pub duty: Duty,
    /// The evidence expected.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub evidence: Option<Bilingual>,
    /// What is counted, where the item is a number against a target.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub measure: Option<Box<MeasureSpec>>,
    /// The last day to do it, where the cadence does not say it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<Due>,
    /// Items of the same checklist that come first.
    #[serde(
        default,
        deserialize_with = "few::read",
        skip_serializing_if = "<[_]>::is_empty"
    )]
    pub after: Box<[ItemId]>,
    /// The school days the work takes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lead: Option<u32>,
    /// Where it is done.
    #[serde(
        default,
        deserialize_with = "few::read",
        skip_serializing_if = "<[_]>::is_empty"
    )]
    pub places: Box<[Place]>,
    /// The kinds of school it is for; all of the checklist's where none is given.
    #[serde(
        default,
        deserialize_with = "few::read",
        skip_serializing_if = "<[_]>::is_empty"
    )]
    pub kinds: Box<[SchoolKind]>,
    /// Whether one "no" here means that the school may not open.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub gate: bool,
    /// What it counts beside others in the weighted rate: 1 to 5.
    #[serde(default = "one", skip_serializing_if = "is_one")]
    pub weight: u32,
}

/// On whom a clause lays the duty.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Duty {
    /// On the school.
    #[default]
    School,
    /// On the bureau: laboratory capacity, funds, inspecting the schools.
    Bureau,
}

impl Duty {
    #[expect(
        clippy::trivially_copy_pass_by_ref,
        reason = "serde hands over a reference"
    )]
    fn is_school(&self) -> bool {
        *self == Self::School
    }

    /// The duty as a checklist file writes it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::School => "school",
            Self::Bureau => "bureau",
        }
    }
}

/// A place on campus.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Place {
    /// The school gate.
    Gate,
    /// The canteen.
    Canteen,
    /// The dormitories.
    Dormitory,
    /// The classrooms.
    Classroom,
    /// The library.
    Library,
    /// The shop.
    Shop,
    /// Where parcels arrive.
    ParcelPoint,
    /// Where samples are taken.
    TestingPoint,
    /// Where suspected cases wait.
    IsolationPoint,
}

impl Place {
    /// All of them.
    pub const ALL: [Self; 9] = [
        Self::Gate,
        Self::Canteen,
        Self::Dormitory,
        Self::Classroom,
        Self::Library,
        Self::Shop,
        Self::ParcelPoint,
        Self::TestingPoint,
        Self::IsolationPoint,
    ];

    /// The place as a checklist file writes it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Gate => "gate",
            Self::Canteen => "canteen",
            Self::Dormitory => "dormitory",
            Self::Classroom => "classroom",
            Self::Library => "library",
            Self::Shop => "shop",
            Self::ParcelPoint => "parcel-point",
            Self::TestingPoint => "testing-point",
            Self::IsolationPoint => "isolation-point",
        }
    }
}

fn one() -> u32 {
    1
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde hands over a reference"
)]
fn is_one(weight: &u32) -> bool {
    *weight == 1
}

impl Checklist {
    /// The same with other requirements.
    #[must_use]
    pub fn with_requirements(&self, requirements: Vec<Requirement>) -> Self {
        Self {
            id: self.id.clone(),
            version: self.version,
            title: self.title.clone(),
            directive: self.directive.clone(),
            kinds: self.kinds.clone(),
            roles: self.roles.clone(),
            clauses: self.clauses.clone(),
            requirements,
        }
    }

    /// All items with the requirement they belong to, in order.
    pub fn items(&self) -> impl Iterator<Item = (&Requirement, &Item)> {
        self.requirements
            .iter()
            .flat_map(|requirement| requirement.items.iter().map(move |i| (requirement, i)))
    }

    /// The item of that id.
    #[must_use]
    pub fn item(&self, id: &ItemId) -> Option<&Item> {
        self.items().map(|(_, item)| item).find(|i| i.id == *id)
    }

    /// Whether a school of `kind` may adopt it. A bureau may adopt every checklist.
    #[must_use]
    pub fn is_for(&self, kind: SchoolKind) -> bool {
        kind == SchoolKind::Bureau || self.kinds.is_empty() || self.kinds.contains(&kind)
    }

    /// The items that a school of `kind` answers for: a bureau the bureau's, a school its own.
    pub fn items_of(&self, kind: SchoolKind) -> impl Iterator<Item = (&Requirement, &Item)> {
        self.items().filter(move |(_, item)| item.is_for(kind))
    }

    /// What the role `id` is called here; the id itself where the checklist does not say.
    #[must_use]
    pub fn role(&self, id: &RoleId) -> Bilingual {
        match self.roles.get(id) {
            Some(name) => name.clone(),
            None => Bilingual::plain(id.as_str()),
        }
    }
}

impl Item {
    /// Whether a school of `kind` answers for it.
    #[must_use]
    pub fn is_for(&self, kind: SchoolKind) -> bool {
        match self.duty {
            Duty::Bureau => kind == SchoolKind::Bureau,
            Duty::School => {
                kind != SchoolKind::Bureau && (self.kinds.is_empty() || self.kinds.contains(&kind))
            }
        }
    }
}
