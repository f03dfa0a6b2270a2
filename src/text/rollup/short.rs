//! A roll-up in short, as a terminal shows it.

use super::counted;
use crate::rollup::{LateSchool, RequirementPool, RollUpReport, SharedId, ToChase, WeekLine};
use crate::text::{Lang, Phrase, words::percent};

/// Above the schools without a report.
pub const NOT_REPORTED: Phrase = Phrase::new("未报：", "not reported:");
/// Above the schools that were late.
pub const LATE: Phrase = Phrase::new("迟报：", "late:");
/// Above the weakest requirements.
pub const WEAKEST: Phrase = Phrase::new("完成率最低的要求：", "the weakest requirements:");
/// Above the other weeks.
pub const WEEKS: Phrase = Phrase::new("其他各周：", "other weeks:");
/// Above the roll-ups that were rolled up.
pub const SOURCES: Phrase = Phrase::new("其中的汇总：", "from roll-ups:");

/// The week, and until when reports of it are in time.
#[must_use]
pub fn heading(report: &RollUpReport, lang: Lang) -> String {
    let (week, due) = (report.week, report.due);
    match lang {
        Lang::Zh => format!("{week} 汇总（{due} 截止）"),
        Lang::En => format!("{week}, due {due}"),
    }
}

/// A school without a report, whom to ask, and when it last reported.
#[must_use]
pub fn not_reported(school: &ToChase, lang: Lang) -> String {
    let ToChase { id, name, .. } = school;
    let mut parts = vec![named(id, name, lang)];
    parts.extend(school.contact.clone());
    parts.extend(set_aside(school, lang));
    parts.push(match (school.last_reported, lang) {
        (Some(week), Lang::Zh) => format!("上次报的是 {week}"),
        (Some(week), Lang::En) => format!("last reported {week}"),
        (None, Lang::Zh) => "手头没有以前的报告".to_owned(),
        (None, Lang::En) => "no earlier report here".to_owned(),
    });
    listed(&parts, lang)
}

/// That something came from a school without a report, and does not count.
#[must_use]
pub fn set_aside(school: &ToChase, lang: Lang) -> Option<String> {
    let (first, others) = school.set_aside.split_first()?;
    Some(match (lang, others.len()) {
        (Lang::Zh, 0) => format!("交来的 {first} 未采用"),
        (Lang::Zh, n) => format!("交来的 {first} 等 {} 个文件未采用", n + 1),
        (Lang::En, 0) => format!("{first} came and was set aside"),
        (Lang::En, n) => format!("{first} and {n} more came and were set aside"),
    })
}

/// A school that was late, and by how much.
#[must_use]
pub fn late(school: &LateSchool, lang: Lang) -> String {
    let LateSchool {
        id,
        name,
        handed_in,
        days_late: days,
        ..
    } = school;
    let mut parts = vec![named(id, name, lang)];
    parts.extend(school.contact.clone());
    parts.push(match (lang, days) {
        (Lang::Zh, _) => format!("{handed_in} 报，迟 {days} 天"),
        (Lang::En, 1) => format!("handed in on {handed_in}, 1 day late"),
        (Lang::En, _) => format!("handed in on {handed_in}, {days} days late"),
    });
    listed(&parts, lang)
}

/// A school by its name and its id.
#[must_use]
pub fn named(id: &str, name: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{name}（{id}）"),
        Lang::En => format!("{name} ({id})"),
    }
}

fn listed(parts: &[String], lang: Lang) -> String {
    parts.join(match lang {
        Lang::Zh => "，",
        Lang::En => ", ",
    })
}

/// A requirement with its rate.
#[must_use]
pub fn requirement(of: &RequirementPool) -> String {
    let rate = percent(of.rate.percent);
    format!("{rate:>6}  {}/{}  {}", of.checklist, of.id, of.title)
}

/// Another week: how many reported, and their rate.
#[must_use]
pub fn week(line: &WeekLine, lang: Lang) -> String {
    let (week, rate) = (line.week, percent(line.totals.percent));
    let (reported, all) = (line.returns.in_all(), line.returns.all);
    match lang {
        Lang::Zh => format!("{week}  {all} 所报了 {reported} 所，完成率 {rate}"),
        Lang::En => format!(
            "{week}  {reported} of {} reported, rate {rate}",
            counted(all, "school")
        ),
    }
}

/// Above the ids under which several names came in.
pub const SHARED_IDS: Phrase = Phrase::new(
    "编号相同、校名不同，请核对是否两所学校用了同一编号：",
    "one id, several names; see whether two schools use it:",
);

/// An id under which several names came in: which of them counts, and in which file.
#[must_use]
pub fn shared_id(of: &SharedId, lang: Lang) -> String {
    let SharedId {
        id,
        name,
        file,
        others,
    } = of;
    let others = others.iter().map(|other| match lang {
        Lang::Zh => format!("{}（{}）", other.name, other.file),
        Lang::En => format!("{} ({})", other.name, other.file),
    });
    let others = others.collect::<Vec<_>>();
    match lang {
        Lang::Zh => format!(
            "{id}：采用{name}（{file}），被取代的有{}",
            others.join("、")
        ),
        Lang::En => format!(
            "{id}: {name} counts ({file}), superseded: {}",
            others.join(", ")
        ),
    }
}
