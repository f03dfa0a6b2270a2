//! Why an order is refused, and what to type instead.

mod review;
pub mod screen;
mod voice;

pub use review::*;
pub use voice::Voice;

use super::Phrase;
use super::{Lang, day};
use crate::checklist::ItemRef;
use chrono::NaiveDate;

/// A message, and what to do about it.
type Words = (String, Option<String>);

/// The field of a reason.
pub const REASON: Phrase = Phrase::new("理由", "the reason");
/// The field of a note.
pub const NOTE: Phrase = Phrase::new("备注", "the note");
/// The field of a person's name.
pub const NAME: Phrase = Phrase::new("姓名", "the name");
/// The field of an event's name.
pub const EVENT_NAME: Phrase = Phrase::new("事件名称", "the event's name");
/// The field of evidence.
pub const SOURCE: Phrase = Phrase::new("佐证的文件或链接", "the file or link");
/// The field of what is wrong.
pub const FINDING: Phrase = Phrase::new("问题", "what is wrong");
/// The field of the cause of a finding.
pub const CAUSE: Phrase = Phrase::new("原因", "the cause");
/// The field of the rectification of a finding.
pub const ACTION: Phrase = Phrase::new("整改措施", "the corrective action");
/// Nothing can be undone.
pub const NOTHING_TO_UNDO: Phrase = Phrase::new("没有可以撤销的操作", "there is nothing to undo");
/// Nothing can be redone.
pub const NOTHING_TO_REDO: Phrase = Phrase::new("没有可以重做的操作", "there is nothing to redo");
/// That cannot be undone.
pub const NOT_UNDOABLE: Phrase = Phrase::new(
    "这条记录已经撤销，或不能撤销",
    "this entry is undone already, or cannot be undone",
);

fn list(names: &[String], lang: Lang) -> String {
    match lang {
        Lang::Zh => names.join("、"),
        Lang::En => names.join(", "),
    }
}

/// No item has that name.
#[must_use]
pub fn unknown_item(said: &str, near: &[String], lang: Lang) -> Words {
    let names = list(near, lang);
    match (lang, near.is_empty()) {
        (Lang::Zh, true) => (
            format!("没有事项“{said}”"),
            Some("用 `duban status --all` 查看全部事项编号".into()),
        ),
        (Lang::Zh, false) => (
            format!("没有事项“{said}”"),
            Some(format!("是不是 {names}？")),
        ),
        (Lang::En, true) => (
            format!("there is no item `{said}`"),
            Some("`duban status --all` lists every item".into()),
        ),
        (Lang::En, false) => (
            format!("there is no item `{said}`"),
            Some(format!("did you mean {names}?")),
        ),
    }
}

/// Several items have that name.
#[must_use]
pub fn ambiguous_item(said: &str, candidates: &[String], lang: Lang) -> Words {
    let names = list(candidates, lang);
    match lang {
        Lang::Zh => (
            format!("“{said}”在几份清单里都有"),
            Some(format!("请写全名：{names}")),
        ),
        Lang::En => (
            format!("`{said}` is in several checklists"),
            Some(format!("write one of {names}")),
        ),
    }
}

/// A day that has not come.
#[must_use]
pub fn future(on: NaiveDate, today: NaiveDate, voice: Voice) -> Words {
    let lang = voice.lang;
    let [on, today] = voice.days([on, today]);
    match lang {
        Lang::Zh => (
            format!("{on} 还没有到（今天是 {today}）"),
            Some("日期只能是今天或以前".into()),
        ),
        Lang::En => (
            format!("{on} has not come yet (today is {today})"),
            Some("name today or an earlier day".into()),
        ),
    }
}

/// A day before the checklist was adopted.
#[must_use]
pub fn before_adoption(item: &ItemRef, on: NaiveDate, since: NaiveDate, voice: Voice) -> Words {
    let lang = voice.lang;
    let [on, since] = voice.days([on, since]);
    let checklist = voice.checklist(item);
    match lang {
        Lang::Zh => (
            format!("{on} 在清单{checklist}启用之前"),
            Some(format!(
                "最早可记 {since}；要更早，请改 school.yaml 中该清单的 since"
            )),
        ),
        Lang::En => (
            format!("{on} is before the checklist{checklist}was adopted"),
            Some(format!(
                "the earliest day is {since}; for an earlier one change `since` of the checklist in school.yaml"
            )),
        ),
    }
}

/// The occurrence is done already.
#[must_use]
pub fn already_done(item: &ItemRef, on: NaiveDate, voice: Voice) -> Words {
    let lang = voice.lang;
    let item = voice.item(item);
    let on = voice.day(on);
    match lang {
        Lang::Zh => (
            format!("{item} 本期已于 {on} 完成"),
            Some(format!("要更正，先取消：`duban untick {item} --on {on}`")),
        ),
        Lang::En => (
            format!("{item} was already done on {on}"),
            Some(format!(
                "to correct it, take it back first: `duban untick {item} --on {on}`"
            )),
        ),
    }
}

/// The occurrence is not done.
#[must_use]
pub fn not_done(item: &ItemRef, on: NaiveDate, voice: Voice) -> Words {
    let lang = voice.lang;
    let item = voice.item(item);
    let on = voice.day(on);
    match lang {
        Lang::Zh => (
            format!("{item} 在 {on} 这一期没有打勾，无从取消"),
            Some("用 --on 指明是哪一天完成的".into()),
        ),
        Lang::En => (
            format!("{item} is not ticked for {on}, so there is nothing to take back"),
            Some("name the day it was done with --on".into()),
        ),
    }
}

/// The occurrence is done because its number has reached the target.
#[must_use]
pub fn done_by_number(item: &ItemRef, on: NaiveDate, voice: Voice) -> Words {
    let lang = voice.lang;
    let item = voice.item(item);
    let on = voice.day(on);
    match lang {
        Lang::Zh => (
            format!("{item} 的数字已于 {on} 达到目标数，自动算完成，不用打勾"),
            Some(format!(
                "数字有误就重填：`duban measure {item} 数值 --on {on}`"
            )),
        ),
        Lang::En => (
            format!("{item} is done by its number, which reached the target on {on}"),
            Some(format!(
                "if the number is wrong, enter it again: `duban measure {item} VALUE --on {on}`"
            )),
        ),
    }
}

/// An event was named for an item that is not done for events.
#[must_use]
pub fn not_for_events(item: &ItemRef, voice: Voice) -> Words {
    let lang = voice.lang;
    let item = voice.item(item);
    match lang {
        Lang::Zh => (
            format!("{item} 不是按事件办的事项"),
            Some("去掉 --event 再试".into()),
        ),
        Lang::En => (
            format!("{item} is not done for events"),
            Some("leave out --event".into()),
        ),
    }
}

/// An event was named that is of another kind than the item is for.
#[must_use]
pub fn other_kind(item: &ItemRef, event: &str, kind: &str, voice: Voice) -> Words {
    let lang = voice.lang;
    let item = voice.item(item);
    let name = super::words::event_kind(kind, lang);
    match lang {
        Lang::Zh => (
            format!("{item} 每次{name}办一次，{event} 不是{name}"),
            Some("用 `duban event list` 查看事件编号".into()),
        ),
        Lang::En => (
            format!("{item} is done for each {name}, and {event} is none"),
            Some("`duban event list` shows the events".into()),
        ),
    }
}

/// No event of the kind is open.
#[must_use]
pub fn no_event(item: &ItemRef, kind: &str, voice: Voice) -> Words {
    let lang = voice.lang;
    let item = voice.item(item);
    let name = super::words::event_kind(kind, lang);
    match lang {
        Lang::Zh => (
            format!("{item} 每次{name}办一次，现在没有进行中的{name}"),
            Some(format!("先登记：`duban event open {kind} 名称 --on 日期`")),
        ),
        Lang::En => (
            format!("{item} is done for each {name}, and none is open"),
            Some(format!(
                "open one: `duban event open {kind} NAME --on DATE`"
            )),
        ),
    }
}

/// Several events of the kind are open.
#[must_use]
pub fn several_events(item: &ItemRef, events: &[String], voice: Voice) -> Words {
    let lang = voice.lang;
    let item = voice.item(item);
    let events = list(events, lang);
    match lang {
        Lang::Zh => (
            format!("{item} 对应的事件不止一个"),
            Some(format!("用 --event 指明是哪个：{events}")),
        ),
        Lang::En => (
            format!("{item} could be for several events"),
            Some(format!("name one with --event: {events}")),
        ),
    }
}

/// No event has that id.
#[must_use]
pub fn unknown_event(said: &str, open: &[String], lang: Lang) -> Words {
    let names = list(open, lang);
    match (lang, open.is_empty()) {
        (Lang::Zh, true) => (
            format!("没有事件“{said}”"),
            Some("用 `duban event open` 登记".into()),
        ),
        (Lang::Zh, false) => (
            format!("没有事件“{said}”"),
            Some(format!("进行中的有 {names}")),
        ),
        (Lang::En, true) => (
            format!("there is no event `{said}`"),
            Some("open one with `duban event open`".into()),
        ),
        (Lang::En, false) => (
            format!("there is no event `{said}`"),
            Some(format!("open are {names}")),
        ),
    }
}

/// The event is closed already.
#[must_use]
pub fn event_closed(event: &str, on: NaiveDate, voice: Voice) -> Words {
    let lang = voice.lang;
    let on = voice.day(on);
    match lang {
        Lang::Zh => (format!("事件 {event} 已于 {on} 结束"), None),
        Lang::En => (format!("event {event} was closed on {on}"), None),
    }
}

/// No item is for events of that kind.
#[must_use]
pub fn unknown_kind(said: &str, kinds: &[String], lang: Lang) -> Words {
    let names = list(kinds, lang);
    match lang {
        Lang::Zh => (
            format!("没有事项与事件类型“{said}”有关"),
            Some(format!("可用的类型有 {names}")),
        ),
        Lang::En => (
            format!("no item is for events of the kind `{said}`"),
            Some(format!("the kinds are {names}")),
        ),
    }
}

/// The item is not a number.
#[must_use]
pub fn no_measure(item: &ItemRef, voice: Voice) -> Words {
    let lang = voice.lang;
    let item = voice.item(item);
    match lang {
        Lang::Zh => (
            format!("{item} 不是量化指标"),
            Some(format!("要打勾，用 `duban tick {item}`")),
        ),
        Lang::En => (
            format!("{item} is not measured by a number"),
            Some(format!("to tick it, use `duban tick {item}`")),
        ),
    }
}

/// A number without anything to reach.
#[must_use]
pub fn no_target(item: &ItemRef, voice: Voice) -> Words {
    let lang = voice.lang;
    let item = voice.item(item);
    match lang {
        Lang::Zh => (
            format!("{item} 还没有目标数"),
            Some("用 --of 给出目标数，例如 --of 5494".into()),
        ),
        Lang::En => (
            format!("{item} has no number to reach yet"),
            Some("give it with --of, as in --of 5494".into()),
        ),
    }
}

/// A number above what there is to reach.
#[must_use]
pub fn above_target(value: u64, of: u64, lang: Lang) -> Words {
    match lang {
        Lang::Zh => (
            format!("{value} 超过了目标数 {of}"),
            Some("目标数变了就用 --of 给出新的".into()),
        ),
        Lang::En => (
            format!("{value} is more than the {of} to reach"),
            Some("if there are more now, give the new number with --of".into()),
        ),
    }
}

/// A number to reach that is zero.
#[must_use]
pub fn zero_target(lang: Lang) -> Words {
    match lang {
        Lang::Zh => (
            "目标数不能是 0".into(),
            Some("没有对象就记“不适用”并写明理由".into()),
        ),
        Lang::En => (
            "the number to reach cannot be 0".into(),
            Some("where there is nobody to count, waive the item with a reason".into()),
        ),
    }
}

/// The item does not apply already.
#[must_use]
pub fn already_waived(item: &ItemRef, from: NaiveDate, voice: Voice) -> Words {
    let lang = voice.lang;
    let item = voice.item(item);
    let from = voice.day(from);
    match lang {
        Lang::Zh => (
            format!("{item} 自 {from} 起已记为不适用"),
            Some(format!("要恢复，用 `duban waive {item} --lift`")),
        ),
        Lang::En => (
            format!("{item} is waived since {from}"),
            Some(format!(
                "to make it apply again: `duban waive {item} --lift`"
            )),
        ),
    }
}

/// The item applies.
#[must_use]
pub fn not_waived(item: &ItemRef, voice: Voice) -> Words {
    let lang = voice.lang;
    let item = voice.item(item);
    match lang {
        Lang::Zh => (format!("{item} 没有记为不适用"), None),
        Lang::En => (format!("{item} is not waived"), None),
    }
}

/// A text with nothing in it.
#[must_use]
pub fn empty(field: &str, lang: Lang) -> Words {
    match lang {
        Lang::Zh => (format!("{field}不能为空"), None),
        Lang::En => (format!("{field} must not be empty"), None),
    }
}

/// A text that is too long.
#[must_use]
pub fn too_long(field: &str, length: usize, most: usize, lang: Lang) -> Words {
    match lang {
        Lang::Zh => (
            format!("{field}有 {length} 个字，最多 {most} 个"),
            Some("长的内容请放进文件，用 `duban attach` 附上".into()),
        ),
        Lang::En => (
            format!("{field} has {length} characters, the most is {most}"),
            Some("put longer texts in a file and attach it with `duban attach`".into()),
        ),
    }
}

/// A last day for an item whose cadence says when.
#[must_use]
pub fn due_not_settable(item: &ItemRef, voice: Voice) -> Words {
    let lang = voice.lang;
    let item = voice.item(item);
    match lang {
        Lang::Zh => (
            format!("{item} 按频次到期，不能另设期限"),
            Some("只有一次性和每学期的事项可以改期限".into()),
        ),
        Lang::En => (
            format!("{item} falls due by its cadence, no other date can be set"),
            Some("only items that are due once or termly can have another date".into()),
        ),
    }
}

/// A text that names no day.
#[must_use]
pub fn no_day(said: &str, lang: Lang) -> Words {
    not_one_of(said, day::FORMS, lang)
}

/// A text that names no day, where the day may lie ahead.
#[must_use]
pub fn no_day_ahead(said: &str, lang: Lang) -> Words {
    not_one_of(said, day::FORMS_AHEAD, lang)
}

/// No day where one has to be named, which may lie ahead.
#[must_use]
pub fn day_needed(lang: Lang) -> Words {
    let forms = day::FORMS_AHEAD.of(lang);
    match lang {
        Lang::Zh => ("没有写新日期".into(), Some(format!("可以写 {forms}"))),
        Lang::En => (
            "the new day is missing".into(),
            Some(format!("write {forms}")),
        ),
    }
}

fn not_one_of(said: &str, forms: Phrase, lang: Lang) -> Words {
    let forms = forms.of(lang);
    match lang {
        Lang::Zh => (format!("“{said}”不是日期"), Some(format!("可以写 {forms}"))),
        Lang::En => (
            format!("`{said}` is not a day"),
            Some(format!("write {forms}")),
        ),
    }
}
