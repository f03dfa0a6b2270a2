//! What `duban verify` says.

use crate::calendar::Week;
use crate::report::{Contradiction, Figure, Place, Said};
use crate::text::{Lang, Phrase, words};
use std::path::Path;

/// No record is at hand to hold a report against.
pub const NO_RECORD: Phrase = Phrase::new(
    "这里没有台账可核对：只核对了报告自身",
    "there is no record here: the report was held against itself alone",
);

/// A report agrees with itself.
#[must_use]
pub fn agrees_with_itself(path: &Path, items: usize, lang: Lang) -> String {
    let path = path.display();
    match lang {
        Lang::Zh => format!("{path} 符合格式，合计与 {items} 个事项相符"),
        Lang::En => format!("{path} is well formed, and its totals are those of its {items} items"),
    }
}

/// A report contradicts itself.
#[must_use]
pub fn contradicts(path: &Path, of: &Contradiction, lang: Lang) -> String {
    let (path, what) = (path.display(), contradiction(of, lang));
    match lang {
        Lang::Zh => format!("{path} 自相矛盾，{what}"),
        Lang::En => format!("{path} contradicts itself, {what}"),
    }
}

/// A contradiction: `taijiang-2022/3: done is 5 and should be 4`.
#[must_use]
pub fn contradiction(of: &Contradiction, lang: Lang) -> String {
    let place = place(&of.place, lang);
    let said = said(&of.said, lang);
    match lang {
        Lang::Zh => format!("{place}：{said}"),
        Lang::En => format!("{place}: {said}"),
    }
}

fn place(place: &Place, lang: Lang) -> String {
    let named = match place {
        Place::Report => Phrase::new("整份报告", "the report"),
        Place::Summary => Phrase::new("本周数字", "the summary of the week"),
        Place::Background => Phrase::new("近 12 周中的本周", "the week among the last twelve"),
        Place::Checklist(id) | Place::Requirement(id) | Place::Item(id) => return id.clone(),
    };
    named.of(lang).to_owned()
}

fn said(said: &Said, lang: Lang) -> String {
    match (said, lang) {
        (
            Said::Count {
                figure: of,
                said,
                counted,
            },
            _,
        ) => {
            let figure = figure(*of).of(lang);
            match lang {
                Lang::Zh => format!("{figure}写的是 {said}，应为 {counted}"),
                Lang::En => format!("{figure} is {said} and should be {counted}"),
            }
        }
        (Said::Percent { said, counted }, _) => {
            let (said, counted) = (words::percent(*said), words::percent(*counted));
            match lang {
                Lang::Zh => format!("百分比写的是 {said}，应为 {counted}"),
                Lang::En => format!("the rate is {said} and should be {counted}"),
            }
        }
        (Said::TooMuch, Lang::Zh) => "已办、迟办或逾期多于应办".to_owned(),
        (Said::TooMuch, Lang::En) => "more is done, late or overdue than can be".to_owned(),
        (Said::Days, Lang::Zh) => "日期与所报的周不符".to_owned(),
        (Said::Days, Lang::En) => "its days are not those of its week".to_owned(),
        (Said::Year(year), Lang::Zh) => format!("有日期写的是 {year} 年，年份应为四位数"),
        (Said::Year(year), Lang::En) => {
            format!("a date is in the year {year}, and a year has four digits")
        }
        (Said::Twice, Lang::Zh) => "出现了两次".to_owned(),
        (Said::Twice, Lang::En) => "is there twice".to_owned(),
    }
}

fn figure(figure: Figure) -> Phrase {
    match figure {
        Figure::Required => Phrase::new("应办", "required"),
        Figure::Done => Phrase::new("已办", "done"),
        Figure::Late => Phrase::new("迟办", "late"),
        Figure::LateEntered => Phrase::new("补录", "entered late"),
        Figure::Overdue => Phrase::new("逾期", "overdue"),
        Figure::Waived => Phrase::new("不适用", "waived"),
    }
}

/// The record is sound.
#[must_use]
pub fn verified(facts: u64, head: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("台账完好：{facts} 条记录，根哈希 {head}"),
        Lang::En => format!("the record is sound: {facts} facts, head {head}"),
    }
}

/// A report was made by another installation.
#[must_use]
pub fn other_writer(path: &Path, lang: Lang) -> String {
    let path = path.display();
    match lang {
        Lang::Zh => format!("{path} 不是由这本台账生成的"),
        Lang::En => format!("{path} was not made from this record"),
    }
}

/// A report knows more facts than the record has.
#[must_use]
pub fn record_shrank(reported: u64, facts: u64, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("报告依据 {reported} 条记录，台账现在只有 {facts} 条"),
        Lang::En => {
            format!("the report rests on {reported} facts, and the record has only {facts}")
        }
    }
}

/// A report and the record agree.
#[must_use]
pub fn report_agrees(path: &Path, facts: u64, lang: Lang) -> String {
    let path = path.display();
    match lang {
        Lang::Zh => format!("{path} 与台账一致：前 {facts} 条记录未被改动"),
        Lang::En => format!("{path} agrees: the first {facts} facts are as they were"),
    }
}

/// A report and the record differ.
#[must_use]
pub fn report_differs(path: &Path, facts: u64, lang: Lang) -> String {
    let path = path.display();
    match lang {
        Lang::Zh => format!("{path} 与台账不一致：前 {facts} 条记录有改动"),
        Lang::En => format!("{path} does not agree: the first {facts} facts are not as they were"),
    }
}

/// A report names a head of an earlier week that the record did not have.
#[must_use]
pub fn previous_differs(path: &Path, week: Week, facts: u64, lang: Lang) -> String {
    let path = path.display();
    match lang {
        Lang::Zh => format!("{path} 里 {week} 的根哈希与台账不一致：前 {facts} 条记录有改动"),
        Lang::En => format!(
            "the head of {week} in {path} is not the record's: the first {facts} facts differ"
        ),
    }
}

/// A report does not prove that the record has only grown since an earlier week.
#[must_use]
pub fn proof_fails(path: &Path, week: Week, lang: Lang) -> String {
    let path = path.display();
    match lang {
        Lang::Zh => format!("{path} 里的证明不成立：不能说明台账自 {week} 起只增未改"),
        Lang::En => {
            format!("the proof in {path} does not show that the record has only grown since {week}")
        }
    }
}

/// A report carries on from an earlier signed one.
#[must_use]
pub fn carries_on(week: Week, facts: u64, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("与上一份签字报告（{week}，{facts} 条记录）相接：其后只增未改"),
        Lang::En => format!(
            "it carries on from the signed report of {week} ({facts} facts): nothing before was changed"
        ),
    }
}
