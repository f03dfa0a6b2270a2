//! What the roll-up's screen says.

use crate::rollup::{
    DistrictLine, Fate, LateSchool, MeasureRow, Returned, Returns, RollUpReport, SchoolFigures,
    SchoolLine, SharedId, ToChase, WeekLine,
};
use crate::text::page::list;
use crate::text::{Lang, Phrase, words::percent};

/// The list of the schools.
pub const SCHOOLS: Phrase = Phrase::new("学校", "Schools");
/// The list of the requirements.
pub const REQUIREMENTS: Phrase = Phrase::new("要求", "Requirements");
/// The list of those who did not report, or late.
pub const RETURNS: Phrase = Phrase::new("未报迟报", "Not reported");
/// The list of the files.
pub const FILES: Phrase = Phrase::new("文件", "Files");
/// The list of the weeks.
pub const WEEKS: Phrase = Phrase::new("各周", "Weeks");
/// A requirement.
pub const REQUIREMENT: Phrase = Phrase::new("一项要求", "a requirement");
/// A school.
pub const SCHOOL: Phrase = Phrase::new("一所学校", "a school");

/// What came from a school without a report does not count.
pub const SET_ASIDE: Phrase = Phrase::new("来件未采用", "set aside");

/// Column: what the school is called.
pub const NAME: Phrase = Phrase::new("学校", "school");
/// Column: the rate.
pub const RATE: Phrase = Phrase::new("完成率", "rate");
/// Column: overdue.
pub const OVERDUE: Phrase = Phrase::new("逾期", "overdue");
/// Column: late.
pub const LATE: Phrase = Phrase::new("迟办", "late");
/// Column: how the rate changed.
pub const CHANGE: Phrase = Phrase::new("变化", "change");
/// Column: findings past their limit.
pub const PAST_LIMIT: Phrase = Phrase::new("超期", "past");
/// Column: the gate.
pub const GATE: Phrase = Phrase::new("门槛", "gate");
/// Column: signed.
pub const SIGNED: Phrase = Phrase::new("签字", "signed");
/// Column: how it reported.
pub const RETURNED: Phrase = Phrase::new("报送", "report");
/// Column: where inspector and school differ.
pub const DIFFER: Phrase = Phrase::new("不一致", "differ");
/// Column: the district.
pub const DISTRICT: Phrase = Phrase::new("区县", "district");
/// Column: the rates of the weeks before.
pub const BEFORE: Phrase = Phrase::new("前几周", "weeks before");
/// Column: the lowest rate of a school.
pub const LOWEST: Phrase = Phrase::new("最低", "low");
/// Column: the rate of the school in the middle.
pub const MEDIAN: Phrase = Phrase::new("居中", "mid");
/// Column: the highest rate of a school.
pub const HIGHEST: Phrase = Phrase::new("最高", "high");
/// Column: how many schools reported.
pub const IN_ALL: Phrase = Phrase::new("已报", "reported");

/// In place of the rate of a school that did not report.
pub const NO_RATE: Phrase = Phrase::new("未报", "none");
/// Column: overdue, in few cells.
pub const OVERDUE_SHORT: Phrase = Phrase::new("逾期", "over");
/// Column: what became of a file.
pub const FATE: Phrase = Phrase::new("处理", "fate");
/// Column: how many schools were late.
pub const LATE_REPORTS: Phrase = Phrase::new("迟报", "late");

/// Above the items of a requirement.
pub const ITEMS: Phrase = Phrase::new("事项，完成率最低的在前", "Items, the weakest first");
/// Above the schools of a requirement.
pub const WEAKEST: Phrase = Phrase::new("学校，完成率最低的在前", "Schools, the weakest first");
/// Above the schools without a report.
pub const NOT_REPORTED: Phrase = Phrase::new("未报", "Not reported");
/// Above those that were late.
pub const REPORTED_LATE: Phrase = Phrase::new("迟报", "Late");
/// Above those with nothing to report.
pub const NOTHING: Phrase = Phrase::new("零报告", "Nothing to report");
/// Above the districts.
pub const DISTRICTS: Phrase = Phrase::new("各区县", "Districts");
/// A district that is not known.
pub const NO_DISTRICT: Phrase = Phrase::new("未注明区县", "no district");
/// There is nothing in a list.
pub const EMPTY: Phrase = Phrase::new("没有", "none");
/// Everybody reported in time.
pub const ALL_REPORTED: Phrase = Phrase::new("都按时报了", "everybody reported in time");
/// The gate is open.
pub const OPEN: Phrase = Phrase::new("通过", "open");
/// The gate is closed.
pub const CLOSED: Phrase = Phrase::new("未过", "closed");
/// It is signed.
pub const YES: Phrase = Phrase::new("已签", "yes");
/// It is not signed.
pub const NO: Phrase = Phrase::new("未签", "no");
/// A file counts.
pub const ACCEPTED: Phrase = Phrase::new("采用", "accepted");
/// Another one counts in its place.
pub const SUPERSEDED: Phrase = Phrase::new("被取代", "superseded");
/// A file does not count.
pub const QUARANTINED: Phrase = Phrase::new("未采用", "set aside");
/// What is not asked for cannot be explained.
pub const NOTHING_CHOSEN: Phrase = Phrase::new("没有选中的行", "no line is chosen");

/// What being late means.
pub const LATE_COUNTS: Phrase = Phrase::new(
    "迟报的也计入合计，另在迟报里单列。",
    "A late report counts in the totals, and is told as late.",
);

/// What to do where there is no terminal for the screen.
pub const NO_SCREEN_HINT: Phrase = Phrase::new(
    "去掉 `--screen` 就列出概况；`-o 文件` 写成文件",
    "without `--screen` a summary is printed; `-o FILE` writes a file",
);

/// On the page of a school: how the report came in.
pub const HOW_RETURNED: Phrase = Phrase::new("报送", "report");
/// On the page of a school: whom to ask.
pub const CONTACT: Phrase = Phrase::new("联系人", "contact");
/// On the page of a school: its file.
pub const FILE: Phrase = Phrase::new("文件", "file");
/// On the page of a school: its rate.
pub const FULL_RATE: Phrase = Phrase::new("完成率", "rate");
/// On the page of a school: the gate.
pub const FULL_GATE: Phrase = Phrase::new("门槛", "gate");
/// On the page of a school: the signature.
pub const FULL_SIGNED: Phrase = Phrase::new("签字", "signed");
/// On the page of a school: its findings.
pub const FULL_FINDINGS: Phrase = Phrase::new("问题", "findings");
/// On the page of a school: inspections.
pub const FULL_DIFFER: Phrase = Phrase::new("督查", "inspected");
/// On the page of a school: its numbers.
pub const FULL_MEASURES: Phrase = Phrase::new("指标", "numbers");
/// On the page of a school: the weeks before.
pub const FULL_CHANGE: Phrase = Phrase::new("变化", "change");
/// On the page of a school: above its requirements.
pub const BY_REQUIREMENT: Phrase = Phrase::new("各项要求", "Requirements");
/// On the page of a school: above what is overdue.
pub const OVERDUE_ITEMS: Phrase = Phrase::new("逾期事项", "Overdue");
/// On the page of a school: above the open findings.
pub const OPEN_FINDINGS: Phrase = Phrase::new("未销号的问题", "Open findings");
/// On the page of a school: above where the verdicts differ.
pub const DISAGREEMENTS: Phrase =
    Phrase::new("督查与自查不一致", "Inspection and self-check differ");
/// The file is not where it was.
pub const GONE: Phrase = Phrase::new(
    "报告文件已经不在那里；下面只有汇总时的数字",
    "the report is no longer there; below are the figures that were rolled up",
);
/// The file holds something else.
pub const CHANGED: Phrase = Phrase::new(
    "报告文件在汇总之后改动过；下面只有汇总时的数字。重新汇总后再看",
    "the report was changed since it was rolled up; below are the figures of then. Roll up again",
);

/// How the report could not be read again.
#[must_use]
pub fn unreadable(why: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("报告文件读不出来：{why}；下面只有汇总时的数字"),
        Lang::En => format!(
            "the report cannot be read again: {why}; below are the figures that were rolled up"
        ),
    }
}

/// The district in a sentence, by its parts: what can be left out comes last.
#[must_use]
pub fn sentence(report: &RollUpReport, lang: Lang) -> Vec<String> {
    let Returns {
        all,
        nothing_to_report: nothing,
        late,
        not_reported: missing,
        ..
    } = report.returns;
    let reported = report.returns.in_all();
    let rate = percent(report.totals.percent);
    let (overdue, past) = (report.totals.overdue, report.findings.past_limit);
    let closed = report.gates_closed;
    let (done, required) = (report.totals.done, report.totals.required);
    let mut parts = match lang {
        Lang::Zh => vec![
            format!("{all} 所：已报 {reported}（迟报 {late}），未报 {missing}"),
            format!("完成率 {rate}"),
            format!("逾期 {overdue}"),
            format!("门槛未过 {closed} 所"),
            format!("超期问题 {past}"),
            format!("零报告 {nothing}"),
            format!("已办 {done} / 应办 {required}"),
        ],
        Lang::En => vec![
            format!("{all} schools: {reported} reported ({late} late), {missing} missing"),
            format!("{rate} done"),
            format!("{overdue} overdue"),
            format!("gates closed: {closed}"),
            format!("past limit: {past}"),
            format!("nothing to report: {nothing}"),
            format!("{done} of {required}"),
        ],
    };
    // What must not pass unseen stays longest.
    parts.splice(1..1, super::records::count(report, lang));
    parts
}

/// Between the parts of the sentence.
#[must_use]
pub fn joined(parts: &[String], lang: Lang) -> String {
    parts.join(match lang {
        Lang::Zh => "；",
        Lang::En => "; ",
    })
}

/// How a school's report came in, in a table.
#[must_use]
pub fn returned(returned: Returned, lang: Lang) -> &'static str {
    match returned {
        Returned::Reported => Phrase::new("按时报", "in time"),
        Returned::NothingToReport => Phrase::new("零报告", "nothing"),
        Returned::Late => Phrase::new("迟报", "late"),
        Returned::NotReported => Phrase::new("未报", "missing"),
    }
    .of(lang)
}

/// How a school's report came in, in a sentence.
#[must_use]
pub fn how_returned(school: &SchoolLine, report: &RollUpReport, lang: Lang) -> String {
    let (due, week) = (report.due, report.week);
    let Some(figures) = &school.figures else {
        return match lang {
            Lang::Zh => format!("{week} 未报（{due} 截止）。"),
            Lang::En => format!("No report of {week} (due {due})."),
        };
    };
    let (day, days) = (figures.handed_in, figures.days_late);
    let said = match school.returned {
        Returned::NothingToReport => Phrase::new("零报告", "nothing to report"),
        _ => Phrase::new("按时报", "in time"),
    };
    let said = said.of(lang);
    match (lang, days) {
        (Lang::Zh, 0) => format!("{said}：{day} 报（{due} 截止）。"),
        (Lang::Zh, _) => format!("{day} 报，迟 {days} 天（{due} 截止）。"),
        (Lang::En, 0) => format!("Reported on {day}, due {due}: {said}."),
        (Lang::En, 1) => format!("Reported on {day}, 1 day late (due {due})."),
        (Lang::En, _) => format!("Reported on {day}, {days} days late (due {due})."),
    }
}

/// Whether the gate is open, and why not.
#[must_use]
pub fn gate(figures: &SchoolFigures, lang: Lang) -> String {
    let closed = &figures.gates_closed;
    match (lang, closed.len()) {
        (Lang::Zh, 0) => "门槛事项都已办到，没有未销号问题。".to_owned(),
        (Lang::En, 0) => "Open: every gate item is in time and without an open finding.".to_owned(),
        (Lang::Zh, n) => format!("{n} 个门槛事项逾期或有未销号问题：{}。", closed.join("、")),
        (Lang::En, _) => format!(
            "Closed, since these are overdue or have an open finding: {}.",
            closed.join(", ")
        ),
    }
}

/// Who signed the week, and when.
#[must_use]
pub fn signed(figures: &SchoolFigures, lang: Lang) -> String {
    match (&figures.signed, lang) {
        (Some(signed), Lang::Zh) => format!("{} {} 签字。", signed.by, signed.on),
        (Some(signed), Lang::En) => format!("Signed by {} on {}.", signed.by, signed.on),
        (None, Lang::Zh) => "没有有效的签字。".to_owned(),
        (None, Lang::En) => "No signature is in force.".to_owned(),
    }
}

/// How many findings are open and past their limit.
#[must_use]
pub fn findings(figures: &SchoolFigures, lang: Lang) -> String {
    let of = figures.findings;
    let (open, past, closed) = (of.open, of.past_limit, of.closed);
    match lang {
        Lang::Zh => {
            format!("未销号 {open} 个，其中超过整改期限 {past} 个；本周起已销号 {closed} 个。")
        }
        Lang::En => format!(
            "Open findings: {open}, {past} of them past their limit; struck off in the week or after: {closed}."
        ),
    }
}

/// Why there is no figure.
#[must_use]
pub fn no_figure(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "未报，没有数字，也不计入合计。",
        Lang::En => "There is no report, so there is no figure; it is in no total.",
    }
}

/// How the rate changed since the week before.
#[must_use]
pub fn change(school: &SchoolLine, lang: Lang) -> String {
    let now = school.figures.as_ref().and_then(|f| f.rate.percent);
    match (school.change, school.before.last()) {
        (Some(change), Some(last)) => {
            let (week, then, now) = (last.week, percent(last.percent), percent(now));
            let (done, required) = (last.done, last.required);
            match lang {
                Lang::Zh => format!(
                    "{week} 完成率 {then}（已办 {done} ÷ 应办 {required}），现在 {now}，变化 {change:+.1} 个百分点。"
                ),
                Lang::En => format!(
                    "{then} in {week} ({done} of {required}), {now} now: {change:+.1} points."
                ),
            }
        }
        _ => match lang {
            Lang::Zh => "上周或本周没有完成率，无法比较。".to_owned(),
            Lang::En => "There is no rate in this week or the one before to compare.".to_owned(),
        },
    }
}

/// The rates of the weeks before.
#[must_use]
pub fn before(school: &SchoolLine, lang: Lang) -> String {
    let weeks = school.before.iter();
    let weeks: Vec<String> = weeks
        .map(|b| format!("{} {}", b.week, percent(b.percent)))
        .collect();
    match (lang, weeks.is_empty()) {
        (Lang::Zh, true) => "前几周没有报告。".to_owned(),
        (Lang::En, true) => "There is no report of the weeks before.".to_owned(),
        (Lang::Zh, false) => format!("前几周：{}。", weeks.join("，")),
        (Lang::En, false) => format!("The weeks before: {}.", weeks.join(", ")),
    }
}

/// A district, or that none is known.
#[must_use]
pub fn district(district: Option<&str>, lang: Lang) -> &str {
    district.unwrap_or(NO_DISTRICT.of(lang))
}

/// What is known of a school: id, district, whom to ask.
#[must_use]
pub fn known(school: &SchoolLine, lang: Lang) -> String {
    let mut parts = vec![school.id.clone()];
    parts.extend(school.district.clone());
    parts.extend(school.contact.clone());
    parts.join(match lang {
        Lang::Zh => "，",
        Lang::En => ", ",
    })
}

/// When a school without a report reported last, or that its file does not count.
#[must_use]
pub fn last_reported(school: &ToChase, lang: Lang) -> String {
    if !school.set_aside.is_empty() {
        return SET_ASIDE.of(lang).to_owned();
    }
    match (school.last_reported, lang) {
        (Some(week), Lang::Zh) => format!("上次报 {week}"),
        (Some(week), Lang::En) => format!("last {week}"),
        (None, Lang::Zh) => "此前也没有".to_owned(),
        (None, Lang::En) => "none before".to_owned(),
    }
}

/// By how much a school was late.
#[must_use]
pub fn late(school: &LateSchool, lang: Lang) -> String {
    let (day, days) = (school.handed_in, school.days_late);
    match (lang, days) {
        (Lang::Zh, _) => format!("{day} 报，迟 {days} 天"),
        (Lang::En, 1) => format!("{day}, 1 day late"),
        (Lang::En, _) => format!("{day}, {days} days late"),
    }
}

/// What became of a file, in a word.
#[must_use]
pub fn fate(fate: &Fate, lang: Lang) -> &'static str {
    match fate {
        Fate::Accepted => ACCEPTED,
        Fate::Superseded(_) => SUPERSEDED,
        Fate::Quarantined(_) => QUARANTINED,
    }
    .of(lang)
}

/// A heading with how many lines there are under it.
#[must_use]
pub fn heading(name: Phrase, count: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{}（{count}）", name.of(lang)),
        Lang::En => format!("{} ({count})", name.of(lang)),
    }
}

/// How a week's reports came in, and their rates together.
#[must_use]
pub fn week(line: &WeekLine, has_roster: bool, lang: Lang) -> Vec<String> {
    let due = match lang {
        Lang::Zh => format!("{} 截止。", line.due),
        Lang::En => format!("Due {}.", line.due),
    };
    vec![
        super::figures::returns(&line.returns, has_roster, lang),
        super::figures::rate(&line.totals, lang),
        due,
    ]
}

/// How a district's reports came in, and their rates together.
#[must_use]
pub fn of_district(line: &DistrictLine, has_roster: bool, lang: Lang) -> Vec<String> {
    vec![
        super::figures::returns(&line.returns, has_roster, lang),
        super::figures::rate(&line.totals, lang),
    ]
}

/// A number of a school against its target, and what it is.
#[must_use]
pub fn measure(measure: &MeasureRow, text: &str) -> String {
    let MeasureRow {
        item, unit, value, ..
    } = measure;
    let number = match measure.of {
        Some(of) => format!("{value}/{of} {unit}  {}", percent(measure.percent())),
        None => format!("{value} {unit}"),
    };
    [item.as_str(), &number, text].join("  ")
}

/// The other names that came in under a school's id.
#[must_use]
pub fn also_called(of: &SharedId, lang: Lang) -> String {
    let others = of.others.iter().map(|other| other.name.clone());
    let names = list(&others.collect::<Vec<_>>(), lang);
    match lang {
        Lang::Zh => format!("{}，又有{names}", of.id),
        Lang::En => format!("{}, also {names}", of.id),
    }
}

/// Which week is shown now.
#[must_use]
pub fn shown_week(week: crate::calendar::Week, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("现在显示 {week}"),
        Lang::En => format!("showing {week}"),
    }
}

/// Until when a finding is to be put right.
#[must_use]
pub fn due(day: &str, over: bool, lang: Lang) -> String {
    match (lang, over) {
        (Lang::Zh, false) => format!("限 {day}"),
        (Lang::Zh, true) => format!("限 {day}，已超期"),
        (Lang::En, false) => format!("due {day}"),
        (Lang::En, true) => format!("due {day}, past its limit"),
    }
}

/// How many lines a search leaves.
#[must_use]
pub fn found(count: usize, lang: Lang) -> String {
    match (lang, count) {
        (Lang::Zh, _) => format!("找到 {count} 行"),
        (Lang::En, 1) => "1 line".to_owned(),
        (Lang::En, _) => format!("{count} lines"),
    }
}
