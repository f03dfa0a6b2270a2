//! A refusal as the screen says it: what to do is told by keys.

use super::{Refusal, ReviewRefusal};
use crate::text::refusal::{Voice, screen as words};
use crate::text::{Lang, Phrase};
use crate::workspace::WorkspaceError;

impl Refusal {
    /// What is wrong, and what to do about it on the screen.
    #[must_use]
    pub fn say_on_screen(&self, lang: Lang) -> (String, Option<String>) {
        let voice = Voice::of_screen(lang);
        let (what, hint) = self.say_as(voice);
        let by_key = self.by_key().map(|phrase| phrase.of(lang).to_owned());
        let hint = by_key.or(hint).map(|hint| voice.set(&hint));
        (voice.set(&what), hint)
    }

    /// Every reason, and what to do about the first.
    #[must_use]
    pub fn all_on_screen(refusals: &[Self], lang: Lang) -> (String, Option<String>) {
        let said: Vec<_> = refusals.iter().map(|r| r.say_on_screen(lang)).collect();
        let hint = said.first().and_then(|(_, hint)| hint.clone());
        let whats: Vec<String> = said.into_iter().map(|(what, _)| what).collect();
        (crate::text::screen::reasons(&whats, lang), hint)
    }

    fn by_key(&self) -> Option<Phrase> {
        Some(match self {
            Self::AlreadyDone { .. } => words::TAKE_BACK,
            Self::DoneByNumber { .. } => words::MEASURE,
            Self::NoEvent { .. } => words::OPEN_EVENT,
            Self::NoTarget { .. } | Self::AboveTarget { .. } => words::TARGET,
            Self::AlreadyWaived { .. } => words::LIFT,
            Self::TooLong { .. } => words::ATTACH,
            Self::Review(ReviewRefusal::OwnerNeeded { .. }) => words::OWNER,
            Self::Review(ReviewRefusal::WeekLocked { .. }) => words::UNLOCK,
            _ => return None,
        })
    }

    /// Whether a week is locked.
    #[must_use]
    pub fn is_lock(&self) -> bool {
        matches!(self, Self::Review(ReviewRefusal::WeekLocked { .. }))
    }

    /// Whether nothing that could be typed would make it possible.
    #[must_use]
    pub fn stands(&self) -> bool {
        use ReviewRefusal::{
            FindingState, NotDecidable, NotLocked, NotPostponable, SomethingToReport,
            TooEarlyToSign, UnknownFinding, WeekNotBegun,
        };
        let Self::Review(refusal) = self else {
            return false;
        };
        matches!(
            refusal,
            FindingState { .. }
                | NotDecidable { .. }
                | NotLocked { .. }
                | NotPostponable { .. }
                | SomethingToReport { .. }
                | TooEarlyToSign { .. }
                | UnknownFinding { .. }
                | WeekNotBegun { .. }
        )
    }
}

impl WorkspaceError {
    /// What is wrong, and what to do about it on the screen.
    #[must_use]
    pub fn say_on_screen(&self, lang: Lang) -> (String, Option<String>) {
        match self {
            Self::Refused(refusals) if !refusals.is_empty() => {
                Refusal::all_on_screen(refusals, lang)
            }
            other => other.say(lang),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_screen_names_keys_and_no_options() {
        let locked = Refusal::Review(ReviewRefusal::WeekLocked {
            week: "2022-W11".parse().expect("a week"),
            by: "林芳".into(),
            on: chrono::NaiveDate::from_ymd_opt(2022, 3, 18).expect("a day"),
        });
        let above = Refusal::AboveTarget { value: 9, of: 8 };
        for lang in [Lang::Zh, Lang::En] {
            for refusal in [&locked, &above] {
                let (what, hint) = refusal.say_on_screen(lang);
                let hint = hint.expect("a hint");
                assert!(!what.contains("2022-03-18"), "{what}");
                assert!(!hint.contains("--"), "{hint}");
            }
        }
    }

    #[test]
    fn the_screen_names_items_and_days_as_it_shows_them() {
        let on = chrono::NaiveDate::from_ymd_opt(2022, 3, 23).expect("a day");
        let item = crate::checklist::ItemRef {
            checklist: "taijiang-2022".parse().expect("a checklist"),
            item: "3.1".parse().expect("an item"),
        };
        let done = Refusal::AlreadyDone { item, on };
        let said = |lang| done.say_on_screen(lang).0;
        assert_eq!(said(Lang::Zh), "3.1 本期已于 3月23日（周三）完成");
        assert_eq!(said(Lang::En), "3.1 was already done on Wed 23 March");
        let (typed, _) = done.say(Lang::En);
        assert_eq!(typed, "taijiang-2022/3.1 was already done on 2022-03-23");
        let today = chrono::NaiveDate::from_ymd_opt(2021, 12, 30).expect("a day");
        let ahead = Refusal::Future { on, today }.say_on_screen(Lang::Zh).0;
        assert_eq!(
            ahead,
            "2022-03-23（周三）还没有到（今天是 2021-12-30（周四））"
        );
    }
}
