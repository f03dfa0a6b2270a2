//! What a brief lists, and how much of it.

use crate::report::{ItemReport, StatusReport};
use crate::text::Lang;
use crate::text::brief::{self as words, Placeholder};

/// How many things a list names at most, however much room there is.
const MOST: usize = 5;

/// A list of a brief.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Listed {
    Requirements,
    Measures,
    Missed,
    Findings,
    Asked,
}

impl Listed {
    /// All of them, from the one that is missed least where there is no room.
    const ALL: [Self; 5] = [
        Self::Measures,
        Self::Requirements,
        Self::Findings,
        Self::Missed,
        Self::Asked,
    ];

    /// The placeholder whose sentence has the list in it.
    pub(super) fn placeholder(self) -> Placeholder {
        match self {
            Self::Requirements => Placeholder::Requirements,
            Self::Measures => Placeholder::Measures,
            Self::Missed => Placeholder::Missed,
            Self::Findings => Placeholder::Findings,
            Self::Asked => Placeholder::Asked,
        }
    }
}

/// Everything that a brief lists.
pub(super) struct Lists {
    /// In the order of [`Listed::ALL`].
    all: [List; 5],
    /// How many requirements are fulfilled.
    pub(super) fulfilled: usize,
    /// How many numbers have reached their targets.
    pub(super) reached: usize,
}

struct List {
    /// All of it, the gravest first.
    all: Vec<String>,
    /// How many of it are named.
    named: usize,
}

impl List {
    /// The characters of those named.
    fn chars(&self) -> usize {
        let named = self.all.iter().take(self.named);
        named.map(|name| name.chars().count()).sum()
    }
}

impl Lists {
    pub(super) fn of(report: &StatusReport) -> Self {
        let (fulfilled, requirements) = requirements(report);
        let (reached, measures) = measures(report);
        let lists = [
            measures,
            requirements,
            findings(report),
            missed(report),
            asked(report),
        ];
        Self {
            all: lists.map(|all| List {
                named: all.len().min(MOST),
                all,
            }),
            fulfilled,
            reached,
        }
    }

    fn list(&self, listed: Listed) -> &List {
        let [measures, requirements, findings, missed, asked] = &self.all;
        match listed {
            Listed::Requirements => requirements,
            Listed::Measures => measures,
            Listed::Missed => missed,
            Listed::Findings => findings,
            Listed::Asked => asked,
        }
    }

    /// How many things there are to list.
    pub(super) fn len(&self, listed: Listed) -> usize {
        self.list(listed).all.len()
    }

    /// A list in words, as far as it is named; nothing where there is nothing.
    pub(super) fn text(&self, listed: Listed, lang: Lang) -> Option<String> {
        let List { all, named } = self.list(listed);
        let (named, _) = all.split_at_checked(*named)?;
        (!all.is_empty()).then(|| words::list(named, all.len(), lang))
    }

    /// Names one thing less: in the longest of the lists that are wanted, and the last of a list only
    /// where each of them names but one. `false` where none of them names anything any more.
    pub(super) fn shorten(&mut self, wanted: impl Fn(Listed) -> bool) -> bool {
        let lists = self.all.iter_mut().zip(Listed::ALL);
        let lists = lists.filter(|(list, listed)| wanted(*listed) && list.named > 0);
        let mut lists: Vec<&mut List> = lists.map(|(list, _)| list).collect();
        let longest = lists.iter().enumerate().filter(|(_, list)| list.named > 1);
        let longest = longest.max_by_key(|(_, list)| list.chars());
        let place = longest.map_or(0, |(place, _)| place);
        lists.get_mut(place).is_some_and(|list| {
            list.named -= 1;
            true
        })
    }

    /// Names one thing more in each list, where the brief still `fits`: what was left out in its turn
    /// may have been longer than there was need for.
    pub(super) fn lengthen(&mut self, fits: impl Fn(&Self) -> bool) {
        for place in (0..self.all.len()).rev() {
            self.name(place, |named, all| (named + 1).min(all));
            if !fits(self) {
                self.name(place, |named, _| named.saturating_sub(1));
            }
        }
    }

    /// Changes how many are named in the list at `place`, given how many are and may be.
    fn name(&mut self, place: usize, change: impl Fn(usize, usize) -> usize) {
        if let Some(list) = self.all.get_mut(place) {
            list.named = change(list.named, list.all.len().min(MOST));
        }
    }
}

/// A text as a part of a sentence: without the marks at its end.
fn part(text: &str) -> &str {
    text.trim_end_matches(words::SENTENCE_END)
}

fn items(report: &StatusReport) -> impl Iterator<Item = &ItemReport> {
    report.items().map(|(_, item)| item)
}

/// How many requirements are fulfilled, and those that are not, the lowest rate first.
fn requirements(report: &StatusReport) -> (usize, Vec<String>) {
    let all = report.checklists.iter().flat_map(|of| &of.requirements);
    let all = all.filter(|of| of.totals.required > 0);
    let (fulfilled, mut open): (Vec<_>, Vec<_>) =
        all.partition(|of| of.totals.done == of.totals.required);
    open.sort_by(|a, b| {
        a.totals
            .percent
            .partial_cmp(&b.totals.percent)
            .unwrap_or(std::cmp::Ordering::Equal)
    });
    let said = open
        .iter()
        .map(|of| words::requirement(&of.id, part(&of.title), &of.totals, report.language));
    (fulfilled.len(), said.collect())
}

/// How many numbers have reached their targets, and those that have not, the lowest rate first.
fn measures(report: &StatusReport) -> (usize, Vec<String>) {
    let all = items(report).filter_map(|item| Some((item, item.measure.as_ref()?)));
    let all = all.filter(|(_, measure)| measure.of.is_some());
    let (reached, mut open): (Vec<_>, Vec<_>) =
        all.partition(|(_, measure)| measure.of.is_some_and(|of| measure.value >= of));
    open.sort_by(|(_, a), (_, b)| {
        a.percent
            .partial_cmp(&b.percent)
            .unwrap_or(std::cmp::Ordering::Equal)
    });
    let said = open.iter().map(|(item, measure)| {
        words::measure(&item.id, part(&item.text), measure, report.language)
    });
    (reached.len(), said.collect())
}

fn missed(report: &StatusReport) -> Vec<String> {
    let mut missed: Vec<&ItemReport> = items(report).filter(|item| item.overdue > 0).collect();
    missed.sort_by_key(|item| std::cmp::Reverse((item.gate, item.overdue)));
    let said = missed.iter().map(|item| {
        let owner = item.owner.as_deref();
        words::missed_item(
            &item.id,
            part(&item.text),
            owner,
            item.overdue,
            report.language,
        )
    });
    said.collect()
}

fn findings(report: &StatusReport) -> Vec<String> {
    let mut open: Vec<_> = report
        .findings
        .iter()
        .filter(|of| of.closed.is_none())
        .collect();
    open.sort_by_key(|finding| finding.due);
    let said = open
        .iter()
        .map(|finding| words::finding(finding, part(&finding.text), report.as_of, report.language));
    said.collect()
}

/// What cannot be in time, numbers that will not be reached, and where an inspector says otherwise.
fn asked(report: &StatusReport) -> Vec<String> {
    let lang = report.language;
    let id = |item: &str| item.rsplit('/').next().unwrap_or(item).to_owned();
    let late = report.plan.iter().map(|of| {
        let why = words::later(&of.reason, lang);
        words::asked_about(&id(&of.item), part(&of.item_text), &why, lang)
    });
    let behind = items(report).filter_map(|item| {
        let measure = item.measure.as_ref()?;
        let pace = measure.pace.as_ref().filter(|pace| !pace.on_pace)?;
        let progress = words::Progress {
            left: pace.left,
            needed: pace.needed,
            rate: pace.rate,
        };
        let why = words::behind(progress, &measure.unit, lang);
        Some(words::asked_about(&item.id, part(&item.text), &why, lang))
    });
    let differ = report.disagreements.iter().map(|of| {
        let why = words::disagreed(lang);
        words::asked_about(&id(&of.item), part(&of.item_text), why, lang)
    });
    late.chain(behind).chain(differ).collect()
}
