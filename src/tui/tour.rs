//! The tour: six steps on the made-up school. A step says one thing, goes on by itself when that was
//! done, and leaves every other key alone.

use super::message::Message;
use super::model::{Model, Overlay};
use super::wrap::wrap;
use crate::fact::{Entry, Fact};
use crate::keymap::{self, Action, Context, Layer};
use crate::text::screen::{fill, tour as words};
use crate::text::{Lang, Phrase};

/// From this height of the screen on there is room for the panel.
const LEAST_HEIGHT: u16 = 14;
/// How many lines a step takes at most.
const LINES: usize = 3;
/// What the panel's frame takes of a width and a height.
pub(super) const FRAME: (u16, u16) = (4, 2);

/// Where the tour is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Tour {
    at: usize,
}

/// A step.
struct Step {
    text: Phrase,
    /// The keys that the text names.
    keys: &'static [Named],
    /// Whether what happened is what the step is about: the screen before, what happened, the screen
    /// after.
    done: fn(&Model, &Message, &Model) -> bool,
}

/// A key by what it does where.
enum Named {
    In(Context, Action),
    Over(Layer, Action),
}

impl Named {
    fn name(&self, lang: Lang) -> String {
        let key = match *self {
            Self::In(context, action) => keymap::key(action, context),
            Self::Over(layer, action) => keymap::key_over(action, layer),
        };
        key.map_or_else(String::new, |key| key.name(lang))
    }
}

use Context::{Checklist, Overview, Week};

/// The steps, and the end.
const STEPS: [Step; 7] = [
    Step {
        text: words::OVERVIEW,
        keys: &[Named::In(Overview, Action::Open)],
        done: |before, _, after| before.context == Overview && after.context == Checklist,
    },
    Step {
        text: words::TICK,
        keys: &[
            Named::In(Checklist, Action::Tick),
            Named::In(Checklist, Action::Undo),
        ],
        done: |_, message, _| matches!(message, Message::Carried { revoked, .. } if !revoked.is_empty()),
    },
    Step {
        text: words::TICK_ON,
        keys: &[
            Named::In(Checklist, Action::TickOn),
            Named::Over(Layer::Form, Action::Accept),
        ],
        done: |before, _, after| {
            matches!(before.overlay, Some(Overlay::Form { .. })) && after.overlay.is_none()
        },
    },
    Step {
        text: words::FIND,
        keys: &[
            Named::In(Checklist, Action::Find),
            Named::Over(Layer::Search, Action::Accept),
        ],
        done: |before, _, after| {
            let is_kept = !after.search.typing && !after.search.field.is_empty();
            before.search.typing && is_kept
        },
    },
    Step {
        text: words::REVIEW,
        keys: &[
            Named::In(Checklist, Action::Go(Week)),
            Named::In(Week, Action::Decide(crate::fact::Decision::Done)),
        ],
        done: |_, message, _| recorded(message).any(is_decision),
    },
    Step {
        text: words::REST,
        keys: &[
            Named::In(Week, Action::Help),
            Named::In(Week, Action::Palette),
            Named::In(Week, Action::Help),
        ],
        done: |before, _, after| before.overlay.is_some() && after.overlay.is_none(),
    },
    Step {
        text: words::END,
        keys: &[Named::In(Overview, Action::Quit)],
        done: |_, _, _| false,
    },
];

/// How many steps there are before the end.
const COUNT: usize = STEPS.len() - 1;

fn recorded(message: &Message) -> impl Iterator<Item = &Fact> {
    let recorded = match message {
        Message::Carried { recorded, .. } => recorded.as_slice(),
        _ => &[],
    };
    recorded.iter()
}

fn is_decision(fact: &Fact) -> bool {
    matches!(fact.entry, Entry::Reviewed { .. })
}

impl Tour {
    /// The next step; `None` after the end.
    pub(super) fn next(self) -> Option<Self> {
        (self.at < COUNT).then_some(Self { at: self.at + 1 })
    }

    /// Whether the last step is done.
    pub(super) fn is_over(self) -> bool {
        self.at >= COUNT
    }

    /// Which step it is of how many.
    pub(super) fn title(self, lang: Lang) -> String {
        words::title(self.at + 1, COUNT, lang)
    }

    /// What the step says.
    pub(super) fn text(self, lang: Lang) -> String {
        let Some(step) = STEPS.get(self.at) else {
            return String::new();
        };
        let keys: Vec<String> = step.keys.iter().map(|key| key.name(lang)).collect();
        fill(step.text.of(lang), &keys)
    }

    /// The lines of the step on a screen of that size; none where there is no room for its panel.
    pub(super) fn lines(self, size: (u16, u16), lang: Lang) -> Vec<String> {
        if size.1 < LEAST_HEIGHT {
            return Vec::new();
        }
        let width = size.0.saturating_sub(FRAME.0);
        let mut lines = wrap(&self.text(lang), width.into());
        lines.truncate(LINES);
        lines
    }

    /// How many lines its panel takes there.
    pub(super) fn height(self, size: (u16, u16), lang: Lang) -> u16 {
        match u16::try_from(self.lines(size, lang).len()) {
            Ok(0) | Err(_) => 0,
            Ok(lines) => lines + FRAME.1,
        }
    }

    /// The step after what happened; the same where that is not what it is about.
    fn after(self, before: &Model, message: &Message, after: &Model) -> Self {
        let step = STEPS.get(self.at);
        match step.filter(|step| (step.done)(before, message, after)) {
            Some(_) => self.next().unwrap_or(self),
            None => self,
        }
    }
}

/// What lies over the screen, in one line, while the step it belongs to cannot be shown.
pub(super) fn beside(overlay: &Overlay, lang: Lang) -> String {
    let (text, layer, keys): (Phrase, Layer, &[Action]) = match overlay {
        Overlay::Form { .. } => {
            let keys = &[Action::Accept, Action::Cancel];
            (words::IN_DIALOG, Layer::Form, keys)
        }
        Overlay::Confirm { .. } => (words::ON_PAGE, Layer::Question, &[Action::Cancel]),
        Overlay::Palette(_) => (words::ON_PAGE, Layer::Palette, &[Action::Cancel]),
        Overlay::Filters(_) => (words::ON_PAGE, Layer::Filters, &[Action::Cancel]),
        Overlay::Help { .. } | Overlay::Text { .. } => {
            (words::ON_PAGE, Layer::Reading, &[Action::Cancel])
        }
    };
    let keys: Vec<String> = keys
        .iter()
        .map(|action| Named::Over(layer, *action).name(lang))
        .collect();
    fill(text.of(lang), &keys)
}

/// The screen before something happened, and what happened.
pub(super) struct Before(Tour, Model, Message);

impl Before {
    /// Where there is a tour to go on with.
    pub(super) fn of(model: &Model, message: &Message) -> Option<Self> {
        Some(Self(model.tour?, model.clone(), message.clone()))
    }

    /// Goes on where the step was done. What ended the tour meanwhile has ended it.
    pub(super) fn go_on(self, model: &mut Model) {
        let Self(tour, before, message) = self;
        if model.tour == Some(tour) {
            model.tour = Some(tour.after(&before, &message, model));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_that_a_step_names_is_in_the_table() {
        for lang in Lang::ALL {
            for step in &STEPS {
                let slots = step.text.of(lang).matches("{}").count();
                assert_eq!(slots, step.keys.len(), "{}", step.text.of(lang));
                assert!(step.keys.iter().all(|key| !key.name(lang).is_empty()));
            }
        }
    }

    #[test]
    fn the_keys_of_the_tour_mean_nothing_else_while_it_goes_on() {
        let of_tour = [Action::NextStep, Action::EndTour];
        for key in of_tour.map(|action| keymap::key_over(action, Layer::Tour).expect("a key")) {
            for context in Context::ALL {
                let other = keymap::action(key, context);
                assert!(matches!(other, None | Some(Action::Tour)), "{other:?}");
            }
            for layer in Layer::ALL.into_iter().filter(|layer| *layer != Layer::Tour) {
                let other = keymap::action_over(key, layer);
                assert!(matches!(other, None | Some(Action::Tour)), "{layer:?}");
            }
        }
    }

    #[test]
    fn the_tour_has_six_steps_and_an_end() {
        let mut tour = Some(Tour::default());
        let mut titles = Vec::new();
        while let Some(step) = tour {
            titles.push(step.title(Lang::En));
            tour = step.next();
        }
        let steps = (1..=6).map(|n| format!("Tour {n}/6"));
        assert_eq!(titles, steps.chain(["Tour".to_owned()]).collect::<Vec<_>>());
    }
}
