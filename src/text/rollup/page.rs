//! The words of a roll-up's page.

use super::counted;
use crate::calendar::Week;
use crate::rollup::{AsOf, FileCounts, RollUpReport, Spread, WeekLine};
use crate::text::page::{date, list, percent, phrases, short_day};
use crate::text::{Lang, Phrase};

phrases! {
    /// What the document is.
    TITLE: "督办清单落实情况汇总", "Roll-up of weekly status reports";
    /// Where the schools stand.
    STANDING: "总体情况", "Where the schools stand";
    /// Whom to ask.
    CHASE: "未报与迟报", "Not reported, and late";
    /// The requirements over the schools.
    REQUIREMENTS: "各项要求（完成率最低的在前）", "Requirements, the weakest first";
    /// The districts beside each other.
    DISTRICTS: "各区县", "District by district";
    /// School by school.
    SCHOOLS: "各校情况", "School by school";
    /// Schools by requirements.
    HEAT: "各校各项要求完成率", "Schools by requirements";
    /// The weeks beside each other.
    WEEKS: "各周对比", "Week by week";
    /// Numbers against their targets.
    MEASURES: "量化指标", "Measures";
    /// The versions of checklists.
    VERSIONS: "清单版本", "Versions of checklists";
    /// The items over the schools.
    ITEMS: "各事项完成率（最低的在前）", "Items, the weakest first";
    /// The numbers of each school.
    MEASURES_OF_SCHOOLS: "各校量化指标", "Measures of each school";
    /// The files.
    FILES: "文件清单", "Files";
    /// What all of it was made of.
    SOURCES: "数据来源", "Sources";

    /// The schools without a report.
    NOT_REPORTED: "未报的学校", "Schools without a report";
    /// The schools that were late.
    LATE_SCHOOLS: "迟报的学校", "Schools that were late";
    /// Every school reported.
    ALL_REPORTED: "没有未报的学校。", "No school is without a report.";
    /// No school was late.
    NONE_LATE: "没有迟报的学校。", "No school was late.";
    /// Those with nothing to report.
    NOTHING: "零报告：", "Nothing to report: ";

    /// A school.
    SCHOOL: "学校", "school";
    /// A district.
    DISTRICT: "区县", "district";
    /// A school whose district is not known.
    NO_DISTRICT: "未注明区县", "district not known";
    /// Whom to ask.
    CONTACT: "联系人", "contact";
    /// When it last reported.
    LAST_REPORTED: "上次报告", "last reported";
    /// Reports of one id came under several names.
    SHARED_IDS: "编号相同、校名不同，请核对", "One id, several names: please check";
    /// There is no report of a week before.
    NONE_BEFORE: "手头没有", "none here";
    /// The day it was handed in.
    HANDED_IN: "报送日", "handed in";
    /// By how many days it was late.
    DAYS_LATE: "迟报天数", "days late";
    /// How the report came in.
    RETURNED: "报送", "report";
    /// How many reported.
    IN_ALL: "已报/应报", "reported / all";
    /// In time.
    IN_TIME: "按时报", "in time";
    /// With nothing to report.
    NOTHING_TO_REPORT: "零报告", "nothing to report";
    /// Late, as a number.
    LATE_COUNT: "迟报", "late";
    /// Not reported, as a number.
    MISSING_COUNT: "未报", "not reported";
    /// The change against the week before.
    CHANGE: "较上周（百分点）", "change (points)";
    /// Findings past their limit, and all that are open.
    FINDINGS: "超期/未销号问题", "findings past limit / open";
    /// The gate.
    GATE: "开学门槛", "gate";
    /// The gate is open.
    GATE_OPEN: "通过", "open";
    /// The gate is closed.
    GATE_CLOSED: "未过", "closed";
    /// Measures that reached their targets.
    TARGETS: "指标达标", "targets reached";
    /// Who signed.
    SIGNED: "签字", "signed";
    /// Nobody did.
    UNSIGNED: "未签", "not signed";
    /// Self-check against inspection.
    INSPECTED: "督查（不一致）", "inspected (differing)";
    /// Late occurrences.
    LATE: "迟办", "done late";
    /// How schools lie apart.
    SPREAD: "各校之间", "over the schools";
    /// The last day for reports.
    DUE: "截止日", "due";
    /// Schools with a closed gate.
    GATES_CLOSED: "开学门槛未过", "gates closed";
    /// Reports.
    REPORTS: "报告", "reports in";
    /// Findings past their limit.
    PAST_LIMIT: "超期问题", "findings past limit";
    /// What became of a file.
    FATE: "处理结果", "what became of it";
    /// A file.
    FILE: "文件", "file";
    /// A digest.
    DIGEST: "摘要", "digest";
    /// The list of schools.
    ROSTER: "学校名册", "Roster";
    /// There is no list of schools.
    NO_ROSTER: "没有名册：从未报过的学校不在本汇总中。", "There is no roster: schools that never reported are not in this roll-up.";
    /// Roll-ups that were rolled up.
    FROM_ROLLUPS: "由以下汇总再汇总", "Made of these roll-ups, and of reports";
    /// Files that do not.
    NOT_ACCEPTED: "未采用和被取代的文件", "Files set aside or superseded";
    /// Nothing was required, in the legend of a map.
    NOTHING_IN_CELL: "– 没有应办的", "– nothing required";
    /// There is no number, in the legend of a map.
    NO_NUMBER: "– 没有数据；无底色为没有目标值", "– no number; not coloured: no target";
    /// All files count.
    ALL_ACCEPTED: "全部文件均已采用。", "Every file counts.";
    /// How a table is sorted.
    SORT: "点击列标题可排序", "Click the head of a column to sort by it";
    /// What the columns mean.
    NOTES: "各列含义", "What the columns mean";
    /// The chart of the weeks.
    TREND: "近几周合计完成率", "All schools together, the last weeks";
    /// All schools as one.
    ALL_SCHOOLS: "全部学校合计", "all schools together";
    /// How to read the plot.
    PLOT: "图例：横线从最低到最高，方框从低四分之一到居中，竖线为居中，圆点为全部学校合计。", "How to read it: the line runs from the lowest school to the highest, the box from the lower quarter to the middle, the bar is the middle, the dot all schools together.";
    /// How the heat map is read.
    HEAT_CAPTION: "格内为完成率（%），– 为没有应办的；完成率最低的学校在前", "Per cent in the cells, – where nothing was required; the weakest schools first";
    /// How the map of measures is read.
    MEASURES_CAPTION: "格内为达成（%），没有目标值的为现数", "Per cent of the target in the cells, the number itself where there is no target";
    /// Nothing was required.
    NOTHING_REQUIRED: "没有应办的", "nothing was required";
    /// No other version.
    ONE_VERSION: "各校清单版本一致，全部可比。", "All schools have the same versions; everything is compared.";
    /// A figure with everything that it is made of.
    EXPLAINED: "怎么算的", "how it is made up";
    /// The rate's note.
    NOTE_RATE: "已办 ÷ 应办（不适用的不计入）；下方为已办/应办", "done of required, waived ones left out; below it done / required";
    /// The note on late ones.
    NOTE_LATE: "已办中过了期限才办的", "among those done, after their last day";
    /// The note on overdue ones.
    NOTE_OVERDUE: "过了期限还没办的项次", "not done, and their last day is past";
    /// The note on findings.
    NOTE_FINDINGS: "未销号问题中超过整改期限的 / 未销号的总数", "open findings that are past their limit / all that are open";
    /// The note on gates.
    NOTE_GATE: "一票否决的事项：逾期或有未销号问题的列出编号", "items any one of which keeps the school shut: those overdue or with an open finding are named";
    /// The note on targets.
    NOTE_TARGETS: "达到目标值的指标 / 有目标值的指标；各指标见附件", "measures that reached their target / measures with one; each of them is in the annex";
    /// The note on signatures.
    NOTE_SIGNED: "谁在哪一天签字；周检视没有有效签字的为未签", "who signed the week and when; not signed where no signature is in force";
    /// The note on inspections.
    NOTE_INSPECTED: "本周督查项次；括号内为督查与自查结论不一致的事项", "inspections in the week; in brackets the items on which inspector and school differ";
    /// The note on the day.
    NOTE_HANDED_IN: "签字日，没有签字的为报告生成日；迟报的注明迟几天", "the day it was signed, or else written; with the days that it was late";
    /// The note on the change.
    NOTE_CHANGE: "本周完成率减上周完成率；两周中有一周没有的不列", "this week's rate less the last one's; empty where one of them is not known";
    /// The note on returns.
    NOTE_RETURNED: "按时报、零报告、迟报、未报，四者必居其一", "in time, in time with nothing to report, late, or not at all";
}

/// The days of the week, and when its reports were due.
#[must_use]
pub fn when(report: &RollUpReport, lang: Lang) -> String {
    let of = |day| date(day, lang);
    let (week, from, to, due) = (report.week, of(report.from), of(report.to), of(report.due));
    match lang {
        Lang::Zh => format!("{week} 周（{from}至{to}），{due}截止"),
        Lang::En => format!("Week {week}, {from} to {to}, due {due}"),
    }
}

/// As of which days the reports were judged.
#[must_use]
pub fn as_of(days: &[AsOf], year: i32, lang: Lang) -> Option<String> {
    let said = |of: &AsOf| {
        let (day, schools) = (short_day(of.day, year, lang), of.schools);
        match (lang, schools) {
            (Lang::Zh, _) => format!("{day}（{schools} 所）"),
            (Lang::En, _) => format!("{day} ({})", counted(schools, "school")),
        }
    };
    let said = list(&days.iter().map(said).collect::<Vec<_>>(), lang);
    (!days.is_empty()).then(|| match lang {
        Lang::Zh => format!("各校报告的截至日：{said}"),
        Lang::En => format!("The reports are as of {said}"),
    })
}

/// How a rate moved since the week before, in which so many schools reported.
#[must_use]
pub fn since(before: &WeekLine, change: Option<f64>, lang: Lang) -> String {
    let (week, rate) = (before.week, percent(before.totals.percent));
    let schools = before.returns.in_all();
    let moved = change.map_or_else(|| "–".to_owned(), signed_points);
    match lang {
        Lang::Zh => format!("较 {week} 周 {moved} 个百分点（当周 {schools} 所学校报告，{rate}）"),
        Lang::En => format!(
            "{moved} points since {week} ({rate}, {})",
            counted(schools, "school")
        ),
    }
}

/// There is nothing to compare with.
pub const NO_WEEK_BEFORE: Phrase =
    Phrase::new("上一周没有报告", "there are no reports of the week before");

/// A difference with its sign: `+1.2`, `−0.4`, `0.0`.
#[must_use]
pub fn signed_points(points: f64) -> String {
    if points > 0.0 {
        format!("+{points:.1}")
    } else if points < 0.0 {
        format!("−{:.1}", -points)
    } else {
        "0.0".to_owned()
    }
}

/// How many schools are missing, in short.
#[must_use]
pub fn missing(missing: u64, late: u64, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("未报 {missing} 所，迟报 {late} 所"),
        Lang::En => format!("{missing} not reported, {late} late"),
    }
}

/// How many were done late.
#[must_use]
pub fn late_among_done(late: u64, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("已办中迟办 {late}"),
        Lang::En => format!("{late} of those done were late"),
    }
}

/// How many findings are open, and at how many schools some are past their limit.
#[must_use]
pub fn open(open: u64, schools: u64, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("涉及 {schools} 所学校；未销号共 {open} 个"),
        Lang::En => format!("schools with some: {schools}; open in all: {open}"),
    }
}

/// Of how many schools.
#[must_use]
pub fn of_reporting(schools: u64, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("报了的 {schools} 所学校中"),
        Lang::En => format!("of the {schools} that reported"),
    }
}

/// Inspections, and items on which inspector and school differ.
#[must_use]
pub fn inspected(inspections: u64, differing: u64, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{inspections}（{differing}）"),
        Lang::En => format!("{inspections} ({differing})"),
    }
}

/// Gate items that are not as they should be.
#[must_use]
pub fn gate_closed(items: usize, lang: Lang) -> String {
    format!("{} {items}", GATE_CLOSED.of(lang))
}

/// An item of which nothing was required, and how much of it was waived.
#[must_use]
pub fn not_required(id: &str, waived: u64, lang: Lang) -> String {
    match (waived, lang) {
        (0, _) => id.to_owned(),
        (_, Lang::Zh) => format!("{id}（不适用 {waived}）"),
        (_, Lang::En) => format!("{id} ({waived} waived)"),
    }
}

/// Items of which nothing was required.
#[must_use]
pub fn none_required(items: &[String], lang: Lang) -> String {
    let items = list(items, lang);
    match lang {
        Lang::Zh => format!("本周没有应办的：{items}。"),
        Lang::En => format!("Nothing was required in the week of {items}."),
    }
}

/// By how many days a report was late.
#[must_use]
pub fn days_late(days: u64, lang: Lang) -> String {
    match (days, lang) {
        (_, Lang::Zh) => format!("迟 {days} 天"),
        (1, Lang::En) => "1 day late".to_owned(),
        (_, Lang::En) => format!("{days} days late"),
    }
}

/// Names in a row; of very many the first.
#[must_use]
pub fn some(names: &[&str], limit: usize, lang: Lang) -> String {
    let first: Vec<String> = names
        .iter()
        .take(limit)
        .map(|&name| name.to_owned())
        .collect();
    let (first, rest) = (list(&first, lang), names.len().saturating_sub(limit));
    match (rest, lang) {
        (0, Lang::Zh) => format!("{first}。"),
        (0, Lang::En) => format!("{first}."),
        (_, Lang::Zh) => format!("{first}，另有 {rest} 所。"),
        (_, Lang::En) => format!("{first}, and {rest} more."),
    }
}

/// The forms with a row for every school.
pub const WITH_SCHOOLS: &[&str] = &["XLSX", "CSV", "YAML", "JSON"];
/// The forms with every file.
pub const WITH_FILES: &[&str] = &["XLSX", "YAML", "JSON"];

/// A table shows only a part; the whole is in some forms.
#[must_use]
pub fn cut(shown: usize, all: usize, forms: &[&str], lang: Lang) -> String {
    match (lang, forms) {
        (Lang::Zh, forms) => {
            let forms = forms.join("、");
            format!("共 {all} 行，本页只列前 {shown} 行；全部数据在同一汇总的 {forms} 形式中。")
        }
        (Lang::En, [first @ .., last]) => {
            let first = first.join(", ");
            format!(
                "Of {all} rows this page has the first {shown}; all are in the roll-up's {first} and {last}."
            )
        }
        (Lang::En, []) => format!("Of {all} rows this page has the first {shown}."),
    }
}

/// Schools without a report are in no row of a map.
#[must_use]
pub fn not_in_map(missing: u64, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("未报的 {missing} 所学校没有数据，不在表中。"),
        Lang::En => format!("Without a report, and so without a row: {missing}."),
    }
}

/// The lowest, the quarter, the middle and the highest, in short.
#[must_use]
pub fn spread(spread: &Spread, lang: Lang) -> String {
    let [lowest, quarter, median, highest] = [
        spread.lowest,
        spread.lower_quarter,
        spread.median,
        spread.highest,
    ]
    .map(percent);
    let schools = spread.schools;
    match (schools, lang) {
        (0, _) => NOTHING_REQUIRED.of(lang).to_owned(),
        (_, Lang::Zh) => format!(
            "{schools} 所：最低 {lowest}，低四分之一 {quarter}，居中 {median}，最高 {highest}"
        ),
        (_, Lang::En) => format!(
            "{}: lowest {lowest}, lower quarter {quarter}, middle {median}, highest {highest}",
            counted(schools, "school")
        ),
    }
}

/// What is left out of a row.
#[must_use]
pub fn not_counted(waived: u64, schools: u64, lang: Lang) -> Option<String> {
    let waived = (waived > 0).then(|| match lang {
        Lang::Zh => format!("不适用 {waived}，不计入"),
        Lang::En => format!("{waived} waived, not counted"),
    });
    let other = (schools > 0).then(|| match lang {
        Lang::Zh => format!("另有 {schools} 所学校的清单写法不同，不计入"),
        Lang::En => format!(
            "{} left out, since the checklist there asks otherwise",
            counted(schools, "school")
        ),
    });
    let parts: Vec<String> = [waived, other].into_iter().flatten().collect();
    let between = match lang {
        Lang::Zh => "；",
        Lang::En => "; ",
    };
    (!parts.is_empty()).then(|| parts.join(between))
}

/// What the chart of the weeks shows.
#[must_use]
pub fn trend(weeks: usize, lang: Lang) -> String {
    match lang {
        Lang::En if weeks == 1 => "A bar for the one week.".to_owned(),
        Lang::Zh => format!("柱状图，每周一柱，左旧右新，共 {weeks} 周。"),
        Lang::En => format!("A bar for each of {weeks} weeks, the oldest first."),
    }
}

/// A week, in words.
#[must_use]
pub fn week(line: &WeekLine, lang: Lang) -> String {
    let rate = percent(line.totals.percent);
    let (done, required) = (line.totals.done, line.totals.required);
    let (week, reported, all) = (line.week, line.returns.in_all(), line.returns.all);
    match lang {
        Lang::Zh => {
            format!("{week}：{rate}（已办 {done} / 应办 {required}；{all} 所报了 {reported} 所）")
        }
        Lang::En => format!(
            "{week}: {rate} ({done} of {required} done; {reported} of {} reported)",
            counted(all, "school")
        ),
    }
}

/// How many files count.
#[must_use]
pub fn accepted(files: &FileCounts, lang: Lang) -> String {
    let accepted = files.accepted;
    match lang {
        Lang::Zh => format!("采用的文件（{accepted} 个）"),
        Lang::En => format!("Files that count ({accepted})"),
    }
}

/// How many schools are on the roster.
#[must_use]
pub fn on_roster(schools: u64, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{schools} 所学校"),
        Lang::En => counted(schools, "school"),
    }
}

/// The last week of a school's reports.
#[must_use]
pub fn last_reported(week: Option<Week>, lang: Lang) -> String {
    week.map_or_else(|| NONE_BEFORE.of(lang).to_owned(), |week| week.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_difference_has_its_sign() {
        let said = [1.25, -0.4, 0.0].map(signed_points);
        assert_eq!(said, ["+1.2", "−0.4", "0.0"]);
    }

    #[test]
    fn of_many_names_the_first_stand_there() {
        let names = ["甲", "乙", "丙"];
        assert_eq!(some(&names, 3, Lang::Zh), "甲、乙、丙。");
        assert_eq!(some(&names, 2, Lang::En), "甲, 乙, and 1 more.");
    }
}
