//! How a refusal names things: the command line by what can be typed, the screen as it shows them.

use super::super::{Lang, words};
use crate::checklist::ItemRef;
use chrono::{Datelike, NaiveDate};

/// Who says what is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Voice {
    /// In which language.
    pub lang: Lang,
    is_of_screen: bool,
}

impl Voice {
    /// That of the command line: `taijiang-2022/3.1`, `2022-03-23`.
    #[must_use]
    pub const fn of_commands(lang: Lang) -> Self {
        Self {
            lang,
            is_of_screen: false,
        }
    }

    /// That of the screen: `3.1`, `3月23日（周三）`.
    #[must_use]
    pub const fn of_screen(lang: Lang) -> Self {
        Self {
            lang,
            is_of_screen: true,
        }
    }

    pub(super) fn item(self, item: &ItemRef) -> String {
        if self.is_of_screen {
            item.item.to_string()
        } else {
            item.to_string()
        }
    }

    /// The id of an item's checklist between two words; the screen shows none.
    pub(super) fn checklist(self, item: &ItemRef) -> String {
        match (self.is_of_screen, self.lang) {
            (true, Lang::Zh) => String::new(),
            (true, Lang::En) => " ".to_owned(),
            (false, _) => format!(" {} ", item.checklist),
        }
    }

    pub(super) fn day(self, day: NaiveDate) -> String {
        if self.is_of_screen {
            words::day(day, self.lang)
        } else {
            day.to_string()
        }
    }

    /// Days that are set against each other: with their years where those differ.
    pub(super) fn days<const N: usize>(self, days: [NaiveDate; N]) -> [String; N] {
        let year = days.first().map(NaiveDate::year);
        let is_one = days.iter().all(|day| Some(day.year()) == year);
        days.map(|day| {
            if self.is_of_screen && !is_one {
                words::day_of_year(day, self.lang)
            } else {
                self.day(day)
            }
        })
    }

    /// The text as it is set: a Chinese bracket at the end of a day brings its own air.
    #[must_use]
    pub fn set(self, text: &str) -> String {
        if self.is_of_screen && self.lang == Lang::Zh {
            text.replace("） ", "）")
        } else {
            text.to_owned()
        }
    }
}
