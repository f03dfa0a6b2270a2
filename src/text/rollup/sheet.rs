//! The words of a roll-up's tables: the sheets of its workbook, the columns of its CSV.

use super::page;
use crate::rollup::{Fate, RollUpReport};
use crate::text::page::phrases;
use crate::text::{Lang, Phrase};

phrases! {
    /// The sheet of the schools.
    SCHOOLS: "学校", "Schools";
    /// The sheet of the requirements.
    REQUIREMENTS: "要求", "Requirements";
    /// The sheet of their items.
    ITEMS: "事项", "Items";
    /// The sheet of the numbers.
    MEASURES: "指标", "Measures";
    /// The sheet of the files.
    FILES: "文件", "Files";

    /// A school's id.
    ID: "编号", "Id";
    /// A school.
    SCHOOL: "学校", "School";
    /// What kind of school.
    KIND: "类别", "Kind";
    /// Its district.
    DISTRICT: "区县", "District";
    /// Whom to ask.
    CONTACT: "联系人", "Contact";
    /// How its report came in.
    RETURNED: "报送", "Report";
    /// The day it did.
    REPORTED_ON: "报送日", "Reported on";
    /// By how many days it was late.
    DAYS_LATE: "迟报天数", "Days late";
    /// The change against the week before.
    CHANGE: "较上周（百分点）", "Change (points)";
    /// Findings that are open.
    OPEN: "未销号问题", "Findings open";
    /// Those past their limit.
    PAST_LIMIT: "超期问题", "Past limit";
    /// Those struck off.
    CLOSED: "已销号问题", "Findings closed";
    /// The gate, or the items that close it.
    GATE: "开学门槛（未过事项）", "Gate (closed by)";
    /// Inspections in the week.
    INSPECTIONS: "督查项次", "Inspections";
    /// Items on which inspector and school differ.
    DISAGREEMENTS: "与自查不一致", "Differing from self-check";
    /// Who signed.
    SIGNED_BY: "签字人", "Signed by";
    /// When.
    SIGNED_ON: "签字日期", "Signed on";
    /// How its record stands to what was seen of it.
    RECORD: "台账", "Record";
    /// Why it is not proved.
    RECORD_SAID: "台账说明", "Record: why";
    /// The other names that came in under its id.
    OTHER_NAMES: "同一编号的其他校名", "Other names under this id";
    /// The file.
    FILE: "文件", "File";
    /// What became of it.
    FATE: "处理", "Fate";
    /// Why.
    REASON: "说明", "Reason";
    /// Its digest.
    DIGEST: "摘要", "Digest";

    /// All schools.
    ALL: "应报", "Schools";
    /// Reported in time.
    IN_TIME: "按时报", "In time";
    /// Nothing to report.
    NOTHING: "零报告", "Nothing to report";
    /// Reported late.
    LATE_COUNT: "迟报", "Late";
    /// Not reported.
    MISSING: "未报", "Not reported";
    /// The last day for a report.
    DUE: "截止日", "Due";
    /// The last week with a report.
    LAST_REPORTED: "上次报告", "Last reported";
    /// The heading of findings and gates.
    FINDINGS: "问题与开学门槛", "Findings and gates";
    /// How many schools have open ones.
    SCHOOLS_OPEN: "有未销号的学校", "Schools with open ones";
    /// How many schools have some past their limit.
    SCHOOLS_PAST_LIMIT: "有超期的学校", "Schools past limit";
    /// Schools with a closed gate.
    GATES_CLOSED: "开学门槛未过", "Gates closed";
    /// Schools' records that are proved.
    PROVED: "已证明的学校", "Proved";
    /// Those that are not.
    UNPROVED: "未证明的学校", "Unproved";
    /// Those that are broken.
    BROKEN: "断裂的学校", "Broken";
    /// The week of the report that broke one.
    BY_WEEK: "报告周次", "Report of";
    /// When it was noticed.
    NOTICED: "发现日", "Noticed";

    /// All files.
    FOUND: "文件数", "Files found";

    /// Schools of which something was required.
    OF_SCHOOLS: "有应办的学校", "Schools";
    /// The lowest rate.
    LOWEST: "最低", "Lowest";
    /// What a quarter does not exceed.
    LOWER_QUARTER: "低四分之一", "Lower quarter";
    /// The middle.
    MEDIAN: "居中", "Middle";
    /// The highest.
    HIGHEST: "最高", "Highest";
    /// Schools whose checklist asks otherwise.
    LEFT_OUT: "写法不同未计入的学校", "Schools left out";
    /// What an item asks for.
    ITEM: "事项", "Item";

    /// The number of a school.
    VALUE: "现数", "number";
    /// Its target.
    TARGET: "目标值", "target";
    /// The unit of a number.
    UNIT: "单位", "Unit";
    /// Schools that gave a number.
    GIVEN: "报数的学校", "Schools";
    /// Their numbers together.
    SUM: "合计", "Sum";
    /// Schools with a target.
    WITH_TARGET: "有目标值的学校", "With a target";
    /// Their numbers.
    SUM_WITH_TARGET: "其合计", "Their sum";
    /// Their targets.
    OF: "目标合计", "Of";
    /// Share of the target.
    SHARE: "达成率", "Share";
    /// What is left.
    LEFT: "还差", "To go";
    /// Since which week the pace is.
    SINCE: "对比周次", "Since";
    /// Schools that gave it in both weeks.
    IN_BOTH: "两周都报的学校", "Schools in both";
    /// Their numbers then.
    BEFORE: "当时合计", "Then";
    /// Their numbers now.
    NOW: "现在合计", "Now";
    /// The difference.
    ADDED: "增减", "Added";
    /// What is left of their targets.
    LEFT_OF_BOTH: "其还差", "Left to them";
    /// In how many weeks that is done.
    WEEKS_LEFT: "照此还要几周", "Weeks at this pace";

    /// It counts.
    ACCEPTED: "采用", "accepted";
    /// Another counts in its place.
    SUPERSEDED: "被取代", "superseded";
    /// It does not count.
    QUARANTINED: "未采用", "set aside";
    /// There is no number.
    NO_MEASURES: "没有量化指标。", "There are no measures.";
    /// There is no requirement.
    NO_REQUIREMENTS: "没有可比较的要求。", "There are no requirements to compare.";
    /// There is no school.
    NO_SCHOOLS: "没有学校。", "There are no schools.";
    /// There is no file.
    NO_FILES: "没有文件。", "There are no files.";
}

/// The title of a sheet.
#[must_use]
pub fn title_of(sheet: Phrase) -> Phrase {
    let titles = [
        (SCHOOLS, page::SCHOOLS),
        (REQUIREMENTS, page::REQUIREMENTS),
        (ITEMS, page::ITEMS),
        (MEASURES, page::MEASURES),
        (FILES, page::FILES),
    ];
    let mut titles = titles.into_iter();
    let title = titles.find(|(name, _)| *name == sheet);
    title.map_or(sheet, |(_, title)| title)
}

/// What stands under the titles: the week, and as of which days its reports were judged.
#[must_use]
pub fn subtitle(report: &RollUpReport, year: i32, lang: Lang) -> String {
    let when = page::when(report, lang);
    let as_of = page::as_of(&report.as_of, year, lang);
    let parts = std::iter::once(when).chain(as_of);
    let parts: Vec<String> = parts.collect();
    parts.join(match lang {
        Lang::Zh => "  ",
        Lang::En => ". ",
    })
}

/// What became of a file, in a word.
#[must_use]
pub fn fate(fate: &Fate) -> Phrase {
    match fate {
        Fate::Accepted => ACCEPTED,
        Fate::Superseded(_) => SUPERSEDED,
        Fate::Quarantined(_) => QUARANTINED,
    }
}

/// A requirement of a checklist, its title on a line of its own.
#[must_use]
pub fn requirement(name: &str, title: &str) -> String {
    format!("{name}\n{title}")
}

/// A figure of a measure, by the item: `taijiang-2022/3.3 target`.
#[must_use]
pub fn measure(item: &str, figure: Phrase, lang: Lang) -> String {
    format!("{item} {}", figure.of(lang))
}

/// The headings of the columns of CSV: in English as programs like names.
pub mod csv {
    use crate::text::page::phrases;
    use crate::text::{Lang, Phrase};

    phrases! {
        /// The week.
        WEEK: "周次", "week";
        /// The school's id.
        ID: "学校编号", "school_id";
        /// The school.
        SCHOOL: "学校", "school";
        /// Its kind.
        KIND: "类别", "kind";
        /// Its district.
        DISTRICT: "区县", "district";
        /// Whom to ask.
        CONTACT: "联系人", "contact";
        /// How its report came in.
        RETURNED: "报送", "report";
        /// The day it did.
        REPORTED_ON: "报送日", "reported_on";
        /// By how many days it was late.
        DAYS_LATE: "迟报天数", "days_late";
        /// Required.
        REQUIRED: "应办", "required";
        /// Done.
        DONE: "已办", "done";
        /// Done late.
        LATE: "迟办", "late";
        /// Overdue.
        OVERDUE: "逾期", "overdue";
        /// Waived.
        WAIVED: "不适用", "waived";
        /// The rate.
        PERCENT: "完成率（%）", "percent";
        /// The change against the week before.
        CHANGE: "较上周（百分点）", "change_points";
        /// Open findings.
        OPEN: "未销号问题", "findings_open";
        /// Those past their limit.
        PAST_LIMIT: "超期问题", "findings_past_limit";
        /// Those struck off.
        CLOSED: "已销号问题", "findings_closed";
        /// The gate, or the items that close it.
        GATE: "开学门槛（未过事项）", "gate";
        /// Inspections.
        INSPECTIONS: "督查项次", "inspections";
        /// Items on which inspector and school differ.
        DISAGREEMENTS: "与自查不一致", "disagreements";
        /// Who signed.
        SIGNED_BY: "签字人", "signed_by";
        /// When.
        SIGNED_ON: "签字日期", "signed_on";
        /// How its record stands to what was seen of it.
        RECORD: "台账", "record";
        /// Why it is not proved.
        RECORD_SAID: "台账说明", "record_why";
        /// The other names that came in under its id.
        OTHER_NAMES: "同一编号的其他校名", "other_names";
        /// The file.
        FILE: "文件", "file";
        /// The number of a measure.
        VALUE: "现数", "value";
        /// Its target.
        TARGET: "目标值", "target";
        /// Its share of the target.
        SHARE: "达成率（%）", "percent";
    }

    /// A figure of a measure, by the item: `taijiang-2022/3.3_target`.
    #[must_use]
    pub fn measure(item: &str, figure: Phrase, lang: Lang) -> String {
        match lang {
            Lang::Zh => format!("{item} {}", figure.of(lang)),
            Lang::En => format!("{item}_{}", figure.of(lang)),
        }
    }
}
