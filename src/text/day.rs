//! Days as people type them: `today`, `-3`, `3-14`, `3月14日`, `昨天`, `mon`, full-width digits.

use super::Phrase;
use crate::calendar::{Week, WeekError};
use chrono::{Datelike, Days, NaiveDate, TimeDelta, Weekday};

/// A text that names no day.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a day: type 2022-03-14, 3-14, 3月14日, today, yesterday, -3 or mon")]
pub struct DayError(pub String);

/// The forms a user may type, for hints.
pub const FORMS: Phrase = Phrase::new(
    "2022-03-14、3-14、3月14日、今天、昨天、-3、周一",
    "2022-03-14, 3-14, today, yesterday, -3 or mon",
);

/// The forms a user may type where the day may lie ahead, for hints.
pub const FORMS_AHEAD: Phrase = Phrase::new(
    "2022-04-20、4-20、4月20日、今天、明天、+3、周五",
    "2022-04-20, 4-20, today, tomorrow, +3 or fri",
);

/// The word that stands for today, as a field is filled in at first.
pub const TODAY: Phrase = Phrase::new("今天", "today");

/// The day that `text` names, seen from `today`. A day without a year is the last such day that is
/// not after today; a weekday is the last one, today among them.
///
/// # Errors
/// [`DayError`] where it names none.
pub fn parse_day(text: &str, today: NaiveDate) -> Result<NaiveDate, DayError> {
    let said = to_ascii(text.trim()).to_lowercase();
    let wrong = || DayError(text.to_owned());
    if let Some(back) = days_back(&said) {
        return today.checked_sub_days(Days::new(back)).ok_or_else(wrong);
    }
    if let Some(ahead) = days_ahead(&said) {
        // Understood, so that it can be said that the day has not come.
        return today.checked_add_days(Days::new(ahead)).ok_or_else(wrong);
    }
    if let Some(day) = of_named_week(&said, today) {
        return Ok(day);
    }
    if let Some(weekday) = weekday(&said) {
        let back = 7 + today.weekday().num_days_from_monday() - weekday.num_days_from_monday();
        let back = Days::new(u64::from(back % 7));
        return today.checked_sub_days(back).ok_or_else(wrong);
    }
    let numbers = numbers(&said).ok_or_else(wrong)?;
    let day = match numbers[..] {
        [year, month, day] => NaiveDate::from_ymd_opt(i32::try_from(year).unwrap_or(0), month, day),
        [month, day] => last_such(today, month, day),
        [day] => last_of_month(today, day),
        _ => None,
    };
    day.filter(|day| (1900..10_000).contains(&day.year()))
        .ok_or_else(wrong)
}

/// How long a day without a year may be past before the next year's is meant.
const BACK: Days = Days::new(60);

/// The day that `text` names, which may lie ahead: an examination, a last day. As [`parse_day`], and
/// `tomorrow` and `+3` besides; a day without a year is the next one, unless one was in the last
/// 60 days; a weekday is the next one, today among them.
///
/// # Errors
/// [`DayError`] where it names none.
pub fn parse_day_ahead(text: &str, today: NaiveDate) -> Result<NaiveDate, DayError> {
    let said = to_ascii(text.trim()).to_lowercase();
    let wrong = || DayError(text.to_owned());
    let ahead = days_ahead(&said).or_else(|| {
        let weekday = weekday(&said)?.num_days_from_monday();
        Some(u64::from(
            (7 + weekday - today.weekday().num_days_from_monday()) % 7,
        ))
    });
    if let Some(ahead) = ahead {
        let day = today.checked_add_days(Days::new(ahead));
        return day.filter(|day| day.year() < 10_000).ok_or_else(wrong);
    }
    match numbers(&said).as_deref() {
        Some([month, day]) => next_such(today, *month, *day).ok_or_else(wrong),
        _ => parse_day(text, today),
    }
}

/// The week that `text` names, seen from `today`: `2022-W11`, `W11` or `11` of this year, `last`
/// and `上周`, in full-width letters and digits too.
///
/// # Errors
/// [`WeekError`] where it names none.
pub fn parse_week(text: &str, today: NaiveDate) -> Result<Week, WeekError> {
    let said = to_ascii(text.trim()).to_uppercase();
    let this = Week::of(today);
    match said.as_str() {
        "THIS" | "本周" | "这周" => return Ok(this),
        "LAST" | "上周" => return Ok(this.previous()),
        _ => {}
    }
    let number = said.strip_prefix('W').unwrap_or(&said);
    let is_number = (1..=2).contains(&number.len()) && number.bytes().all(|b| b.is_ascii_digit());
    if let Some(number) = number.parse().ok().filter(|_| is_number) {
        let year = today.iso_week().year();
        return Week::new(year, number);
    }
    said.parse().map_err(|error| match error {
        WeekError::Form(_) => WeekError::Form(text.to_owned()),
        missing @ WeekError::NoSuchWeek { .. } => missing,
    })
}

/// Full-width digits, letters and punctuation as their ASCII twins; the Chinese marks of a date as
/// hyphens.
#[must_use]
pub fn to_ascii(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
            '\u{3000}' => ' ',
            '。' => '.',
            '、' => ',',
            '—' | '−' | '–' => '-',
            other => other,
        })
        .collect()
}

/// The key that a character is typed with where an input method puts Chinese punctuation or a
/// full-width character in its place.
#[must_use]
pub fn key_twin(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '\u{3000}' => ' ',
        '。' => '.',
        '、' => '/',
        '【' | '「' => '[',
        '】' | '」' => ']',
        '《' => '<',
        '》' => '>',
        '‘' | '’' => '\'',
        '“' | '”' => '"',
        '¥' | '￥' => '$',
        '—' => '_',
        '…' => '^',
        '·' => '`',
        other => other,
    }
}

fn days_back(said: &str) -> Option<u64> {
    match said {
        "today" | "t" | "0" | "今天" | "今日" => Some(0),
        "yesterday" | "y" | "昨天" | "昨日" => Some(1),
        "前天" | "前日" => Some(2),
        "大前天" => Some(3),
        _ => said.strip_prefix('-')?.trim().parse().ok(),
    }
}

fn days_ahead(said: &str) -> Option<u64> {
    match said {
        "tomorrow" | "明天" | "明日" => Some(1),
        "后天" | "后日" => Some(2),
        "大后天" => Some(3),
        _ => said.strip_prefix('+')?.trim().parse().ok(),
    }
}

/// A day of the week before, of this one or of the next: 上周五, 本周三, 下周一.
fn of_named_week(said: &str, today: NaiveDate) -> Option<NaiveDate> {
    let (weeks, day) = [("上", -7), ("本", 0), ("这", 0), ("下", 7)]
        .into_iter()
        .find_map(|(which, days)| Some((days, said.strip_prefix(which)?)))?;
    let day = i64::from(weekday(day)?.num_days_from_monday());
    let monday = i64::from(today.weekday().num_days_from_monday());
    today.checked_add_signed(TimeDelta::try_days(weeks + day - monday)?)
}

fn weekday(said: &str) -> Option<Weekday> {
    let chinese = ["周", "星期", "礼拜"]
        .iter()
        .find_map(|prefix| said.strip_prefix(prefix));
    match chinese {
        Some("一") => Some(Weekday::Mon),
        Some("二") => Some(Weekday::Tue),
        Some("三") => Some(Weekday::Wed),
        Some("四") => Some(Weekday::Thu),
        Some("五") => Some(Weekday::Fri),
        Some("六") => Some(Weekday::Sat),
        Some("日" | "天") => Some(Weekday::Sun),
        None if said.len() >= 3 && said.is_ascii() => said.parse().ok(),
        _ => None,
    }
}

/// The numbers of a date: 1 to 3 of them, separated by `-`, `/`, `.` or the Chinese marks.
fn numbers(said: &str) -> Option<Vec<u32>> {
    let said = said.trim_end_matches(['日', '号']);
    let parts: Vec<&str> = said.split(['-', '/', '.', '年', '月']).collect();
    let right = (1..=3).contains(&parts.len());
    let number = |part: &&str| {
        let part = part.trim();
        part.bytes()
            .all(|b| b.is_ascii_digit())
            .then(|| part.parse().ok())?
    };
    right.then(|| parts.iter().map(number).collect())?
}

fn last_such(today: NaiveDate, month: u32, day: u32) -> Option<NaiveDate> {
    (0..8)
        .filter_map(|back| NaiveDate::from_ymd_opt(today.year() - back, month, day))
        .find(|day| *day <= today)
}

fn next_such(today: NaiveDate, month: u32, day: u32) -> Option<NaiveDate> {
    let from = today.checked_sub_days(BACK)?;
    (0..9)
        .filter_map(|years| NaiveDate::from_ymd_opt(from.year() + years, month, day))
        .find(|day| *day >= from)
}

fn last_of_month(today: NaiveDate, day: u32) -> Option<NaiveDate> {
    let mut month = today.with_day(1)?;
    for _ in 0..12 {
        if let Some(found) = month.with_day(day).filter(|found| *found <= today) {
            return Some(found);
        }
        month = month.pred_opt()?.with_day(1)?;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str) -> Option<String> {
        let today = "2022-03-16".parse().expect("a date");
        parse_day(text, today).ok().map(|day| day.to_string())
    }

    #[test]
    fn days_are_understood_as_people_type_them() {
        for (text, day) in [
            ("today", "2022-03-16"),
            ("今天", "2022-03-16"),
            ("昨天", "2022-03-15"),
            ("yesterday", "2022-03-15"),
            ("-3", "2022-03-13"),
            ("－３", "2022-03-13"),
            ("2022-03-14", "2022-03-14"),
            ("2022/3/14", "2022-03-14"),
            ("2022年3月14日", "2022-03-14"),
            ("3-14", "2022-03-14"),
            ("3月14日", "2022-03-14"),
            ("３月１４号", "2022-03-14"),
            ("12-30", "2021-12-30"),
            ("14", "2022-03-14"),
            ("31", "2022-01-31"),
            ("2-29", "2020-02-29"),
            ("明天", "2022-03-17"),
            ("mon", "2022-03-14"),
            ("周一", "2022-03-14"),
            ("星期四", "2022-03-10"),
            ("上周四", "2022-03-10"),
            ("上星期一", "2022-03-07"),
            ("本周一", "2022-03-14"),
            ("wednesday", "2022-03-16"),
        ] {
            assert_eq!(said(text).as_deref(), Some(day), "{text}");
        }
    }

    #[test]
    fn a_day_that_may_lie_ahead_is_the_next_or_one_just_past() {
        let today = "2022-03-16".parse().expect("a date");
        for (text, day) in [
            ("2023-01-08", "2023-01-08"),
            ("4-20", "2022-04-20"),
            ("3月14日", "2022-03-14"),
            ("12-30", "2022-12-30"),
            ("1-20", "2022-01-20"),
            ("2-29", "2024-02-29"),
            ("明天", "2022-03-17"),
            ("＋３", "2022-03-19"),
            ("周一", "2022-03-21"),
            ("wed", "2022-03-16"),
            ("下周一", "2022-03-21"),
            ("下星期五", "2022-03-25"),
            ("这周五", "2022-03-18"),
            ("昨天", "2022-03-15"),
        ] {
            let said = parse_day_ahead(text, today).ok().map(|d| d.to_string());
            assert_eq!(said.as_deref(), Some(day), "{text}");
        }
        for text in ["+", "soon", "4-31", "+99999999999"] {
            assert!(parse_day_ahead(text, today).is_err(), "{text}");
        }
    }

    #[test]
    fn weeks_are_understood_as_people_type_them() {
        let today = "2022-03-16".parse().expect("a date");
        for (text, week) in [
            ("2022-W10", "2022-W10"),
            ("２０２２－Ｗ１０", "2022-W10"),
            ("2022-w10", "2022-W10"),
            ("w9", "2022-W09"),
            ("10", "2022-W10"),
            ("上周", "2022-W10"),
            ("this", "2022-W11"),
        ] {
            let said = parse_week(text, today).map(|week| week.to_string());
            assert_eq!(said.as_deref(), Ok(week), "{text}");
        }
        for text in ["", "W", "2022-W60", "99", "next", "2022W10"] {
            assert!(parse_week(text, today).is_err(), "{text}");
        }
    }

    #[test]
    fn other_words_are_refused() {
        for text in [
            "",
            "soon",
            "2022-02-30",
            "13-1",
            "-",
            "3-",
            "1-2-3-4",
            "周八",
            "下周",
            "--3",
            "0-0",
        ] {
            assert_eq!(said(text), None, "{text}");
        }
    }
}
