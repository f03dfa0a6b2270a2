//! What is said about the reports that were sent.

use super::Words;
use crate::fact::{Count, Figure, FigureDifference, Sending, Sent};
use crate::text::facts::grouped;
use crate::text::{Lang, Phrase};

/// No report was sent.
pub const NOTHING_SENT: Phrase = Phrase::new("还没有报送过报告", "no report was sent yet");

/// A report that is sent has to be a file.
#[must_use]
pub fn no_file(lang: Lang) -> Words {
    let (what, hint) = match lang {
        Lang::Zh => ("报送的报告要写成文件", "用 -o 写明文件或文件夹，如 `-o .`"),
        Lang::En => (
            "a report that is sent has to be a file",
            "name the file or folder with -o, as `-o .`",
        ),
    };
    (what.to_owned(), Some(hint.to_owned()))
}

/// A report in the ledger.
#[must_use]
pub fn row(sent: &Sent, lang: Lang) -> String {
    let Sent {
        seq,
        recorded,
        by,
        sending,
    } = sent;
    let moment = recorded.format("%Y-%m-%d %H:%M");
    let Sending {
        week,
        as_of,
        to,
        facts,
        ..
    } = sending;
    let layout = sending.layout.as_ref();
    match lang {
        Lang::Zh => {
            let layout = layout.map_or_else(String::new, |id| format!("，版式 {id}"));
            format!(
                "{seq:>6}  {moment}  {week}（截至 {as_of}）报 {to}{layout}，依据前 {facts} 条记录，记录人 {by}"
            )
        }
        Lang::En => {
            let layout = layout.map_or_else(String::new, |id| format!(", layout {id}"));
            format!(
                "{seq:>6}  {moment}  {week} as of {as_of} to {to}{layout}, from {facts} entries, recorded by {by}"
            )
        }
    }
}

/// Before the figures in which a report differs from one that was sent before it.
#[must_use]
pub fn unlike(earlier: &Sent, lang: Lang) -> String {
    let (seq, to) = (earlier.seq, &earlier.sending.to);
    match lang {
        Lang::Zh => format!("与先前报 {to} 的（第 {seq} 条）不同："),
        Lang::En => format!("differs from what was sent to {to} before (entry {seq}):"),
    }
}

/// Before the figures that were sent otherwise before.
#[must_use]
pub fn warning(earlier: &Sent, lang: Lang) -> String {
    let moment = earlier.recorded.format("%Y-%m-%d %H:%M");
    let Sending {
        week, as_of, to, ..
    } = &earlier.sending;
    match lang {
        Lang::Zh => {
            format!("注意：{week}（截至 {as_of}）的数字与 {moment} 报 {to} 的不同：")
        }
        Lang::En => format!(
            "warning: {week} as of {as_of} was sent with other figures to {to} on {moment}:"
        ),
    }
}

/// A figure that two reports give differently.
#[must_use]
pub fn difference(difference: &FigureDifference, lang: Lang) -> String {
    let figure = figure(&difference.figure, lang);
    let value = |value: Option<u64>| value.map_or_else(|| "–".to_owned(), grouped);
    let (before, now) = (value(difference.before), value(difference.now));
    match lang {
        Lang::Zh => format!("{figure}：先前 {before}，这次 {now}"),
        Lang::En => format!("{figure}: {before} then, {now} now"),
    }
}

/// A figure by name.
#[must_use]
pub fn figure(figure: &Figure, lang: Lang) -> String {
    match figure {
        Figure::Total(of) => {
            let total = Phrase::new("合计", "in total").of(lang);
            format!("{total} {}", count(*of).of(lang))
        }
        Figure::FindingsOpen => Phrase::new("未销号问题", "open findings")
            .of(lang)
            .to_owned(),
        Figure::Requirement(name, of) => format!("{name} {}", count(*of).of(lang)),
        Figure::Number(item) => {
            let number = Phrase::new("指标", "number").of(lang);
            format!("{item} {number}")
        }
        Figure::Target(item) => {
            let target = Phrase::new("目标值", "number to reach").of(lang);
            format!("{item} {target}")
        }
    }
}

fn count(count: Count) -> Phrase {
    match count {
        Count::Required => Phrase::new("应办", "required"),
        Count::Done => Phrase::new("已办", "done"),
        Count::Late => Phrase::new("迟办", "late"),
        Count::Overdue => Phrase::new("逾期", "overdue"),
        Count::Waived => Phrase::new("不适用", "waived"),
    }
}
