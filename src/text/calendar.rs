//! The calendar of school days: its marks and what they mean.

use super::{Lang, Phrase, words};
use crate::assess::{DayHeat, level};
use crate::calendar::{DayKind, Month, Period};
use chrono::{Datelike, NaiveDate};

/// A school day by how much of what was due on it is done, from nothing required to all. Braille
/// patterns are one cell wide on every terminal; blocks are not.
pub const LEVELS: [char; 5] = ['.', '\u{28c0}', '\u{28e4}', '\u{28f6}', '\u{28ff}'];
/// A Saturday or Sunday off.
pub const WEEKEND: char = '-';
/// A holiday, or a day off of the school's own.
pub const OFF: char = '*';
/// A day outside every term.
pub const OUT: char = ':';

/// Today.
pub const TODAY: char = '@';

/// What is marked about a day where one is chosen. An ordinary school day has no mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DaySign {
    /// Today.
    Today,
    /// A Saturday or Sunday that is worked.
    Worked,
    /// A Saturday or Sunday off.
    Weekend,
    /// A holiday, or a day off of the school's own.
    Off,
    /// Outside every term.
    Out,
    /// In a week that is signed, and so locked.
    Locked,
    /// What the dialog is about was done on it.
    Done,
    /// Too early or too late to be chosen.
    Barred,
}

impl DaySign {
    /// All of them, in the order of a legend.
    pub const ALL: [Self; 8] = [
        Self::Today,
        Self::Done,
        Self::Weekend,
        Self::Off,
        Self::Worked,
        Self::Out,
        Self::Locked,
        Self::Barred,
    ];

    /// Its mark: one cell, the same in every language and without colour.
    #[must_use]
    pub fn mark(self) -> char {
        match self {
            Self::Today => TODAY,
            Self::Worked => '+',
            Self::Weekend => WEEKEND,
            Self::Off => OFF,
            Self::Out => OUT,
            Self::Locked => '#',
            Self::Done => 'x',
            Self::Barred => '.',
        }
    }

    /// What it is called.
    #[must_use]
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::Today => Phrase::new("今天", "today"),
            Self::Worked => Phrase::new("补班", "worked"),
            Self::Weekend => Phrase::new("周末", "weekend"),
            Self::Off => Phrase::new("放假", "off"),
            Self::Out => Phrase::new("学期外", "no term"),
            Self::Locked => Phrase::new("已签字", "signed"),
            Self::Done => Phrase::new("已完成", "done"),
            Self::Barred => Phrase::new("不可选", "unavailable"),
        }
        .of(lang)
    }
}

/// What day it is, in words, and what kind of day where it is not an ordinary school day.
#[must_use]
pub fn named(day: NaiveDate, kind: &DayKind, today: NaiveDate, lang: Lang) -> String {
    let name = if day.year() == today.year() {
        words::day(day, lang)
    } else {
        words::day_of_year(day, lang)
    };
    let phrase = match kind {
        DayKind::SchoolDay => return name,
        DayKind::WorkingWeekend => Phrase::new("周末补班", "worked weekend"),
        DayKind::Weekend => Phrase::new("周末", "weekend"),
        DayKind::Holiday(holiday) => {
            return match lang {
                Lang::Zh => format!("{name}，{holiday}放假"),
                Lang::En => format!("{name}, holiday {holiday}"),
            };
        }
        DayKind::OwnDayOff => Phrase::new("本校放假", "own day off"),
        DayKind::OutOfTerm => Phrase::new("学期以外", "out of term"),
    };
    let kind = phrase.of(lang);
    match lang {
        Lang::Zh => format!("{name}，{kind}"),
        Lang::En => format!("{name}, {kind}"),
    }
}

/// A month, as the heading above its days.
#[must_use]
pub fn month(day: NaiveDate, lang: Lang) -> String {
    words::period(&Period::Month(Month::of(day)), lang)
}

/// The mark of a day: one cell, the same in every language and without colour.
#[must_use]
pub fn mark(heat: &DayHeat) -> char {
    let done = usize::from(level(&heat.totals));
    match (done, &heat.kind) {
        (0, DayKind::Weekend) => WEEKEND,
        (0, DayKind::Holiday(_) | DayKind::OwnDayOff) => OFF,
        (0, DayKind::OutOfTerm) => OUT,
        (done, _) => LEVELS.get(done).copied().unwrap_or(WEEKEND),
    }
}

/// The marks with what they mean, in the order of a legend.
#[must_use]
pub fn legend(lang: Lang) -> Vec<(char, &'static str)> {
    let [none, low, middle, high, full] = LEVELS;
    let meanings = [
        (low, Phrase::new("不到 60%", "below 60%")),
        (middle, Phrase::new("不到 85%", "below 85%")),
        (high, Phrase::new("不到 100%", "below 100%")),
        (full, Phrase::new("全部办完", "all done")),
        (
            none,
            Phrase::new("没有应办或未到", "nothing required, or to come"),
        ),
        (WEEKEND, Phrase::new("周末", "weekend")),
        (OFF, Phrase::new("放假", "holiday")),
        (OUT, Phrase::new("学期以外", "outside the terms")),
    ];
    let meanings = meanings.into_iter();
    meanings
        .map(|(mark, phrase)| (mark, phrase.of(lang)))
        .collect()
}

/// The days of the week above the columns, Monday first, in two cells or one.
#[must_use]
pub fn weekdays(lang: Lang) -> [&'static str; 7] {
    match lang {
        Lang::Zh => ["一", "二", "三", "四", "五", "六", "日"],
        Lang::En => ["M", "T", "W", "T", "F", "S", "S"],
    }
}

/// What kind of day it is.
#[must_use]
pub fn kind(kind: &DayKind, lang: Lang) -> String {
    let phrase = match kind {
        DayKind::SchoolDay => Phrase::new("教学日", "school day"),
        DayKind::WorkingWeekend => Phrase::new("周末上课（补班）", "worked weekend"),
        DayKind::Weekend => Phrase::new("周末", "weekend"),
        DayKind::Holiday(name) => {
            return match lang {
                Lang::Zh => format!("放假：{name}"),
                Lang::En => format!("public holiday: {name}"),
            };
        }
        DayKind::OwnDayOff => Phrase::new("本校放假", "the school's own day off"),
        DayKind::OutOfTerm => Phrase::new("学期以外", "outside the terms"),
    };
    phrase.of(lang).to_owned()
}

/// The first line of the school year that begins in `from`.
#[must_use]
pub fn year(school: &str, from: i32, day: NaiveDate, lang: Lang) -> String {
    let (to, day) = (from + 1, words::day(day, lang));
    match lang {
        Lang::Zh => format!("{school}  {from}-{to} 学年  截至{day}"),
        Lang::En => format!("{school}  school year {from}-{to}  as of {day}"),
    }
}

/// Weeks without a school day.
#[must_use]
pub fn no_school(weeks: usize, lang: Lang) -> String {
    match (weeks, lang) {
        (_, Lang::Zh) => format!("（{weeks} 周没有教学日）"),
        (1, Lang::En) => "(1 week without a school day)".to_owned(),
        (_, Lang::En) => format!("({weeks} weeks without a school day)"),
    }
}

/// The heading of a list of what was due on a day.
#[must_use]
pub fn part(part: Part, count: usize, lang: Lang) -> String {
    let name = match part {
        Part::Missing => Phrase::new("未办", "not done"),
        Part::LateEntered => Phrase::new("补录", "entered late"),
        Part::Waived => Phrase::new("不适用", "waived"),
    };
    let name = name.of(lang);
    match lang {
        Lang::Zh => format!("{name}（{count}）"),
        Lang::En => format!("{name} ({count})"),
    }
}

/// A part of what was due on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// What is not done.
    Missing,
    /// What was recorded later than it was done.
    LateEntered,
    /// What does not apply.
    Waived,
}

/// How much was done on a day, whatever its last day.
#[must_use]
pub fn done_on(count: u64, lang: Lang) -> String {
    match (count, lang) {
        (_, Lang::Zh) => format!("当天办了 {count} 项次"),
        (_, Lang::En) => format!("{count} done on that day"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a date in a test")
    }

    #[test]
    fn a_day_is_named_with_its_weekday_and_what_kind_it_is() {
        let today = day("2022-03-16");
        let said = |on: &str, kind| named(day(on), &kind, today, Lang::Zh);
        assert_eq!(said("2022-03-14", DayKind::SchoolDay), "3月14日（周一）");
        assert_eq!(
            said("2022-04-02", DayKind::WorkingWeekend),
            "4月2日（周六），周末补班"
        );
        let holiday = DayKind::Holiday("清明节".into());
        assert_eq!(said("2022-04-05", holiday), "4月5日（周二），清明节放假");
        assert_eq!(said("2021-12-30", DayKind::SchoolDay), "2021-12-30（周四）");
    }

    #[test]
    fn every_mark_is_its_own_and_takes_one_cell() {
        let marks = DaySign::ALL.map(DaySign::mark);
        for (n, mark) in marks.iter().enumerate() {
            assert!(mark.is_ascii_graphic());
            assert!(!marks[..n].contains(mark), "{mark}");
        }
    }
}
