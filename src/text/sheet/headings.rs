//! The names of sheets and the headings of their columns.

use crate::text::Phrase;

phrases! {
    /// The sheet of totals and charts.
    SUMMARY: "汇总", "Summary";
    /// The title of that sheet.
    OF_SUMMARY: "清单落实情况汇总表", "Summary";
    /// The sheet of who does what by when.
    TASKS: "责任分解表", "Responsibilities";
    /// The sheet of self-check beside inspection.
    CHECKS: "检查表", "Check sheet";
    /// The sheet of findings.
    FINDINGS: "整改台账", "Rectification";

    /// The checklist's id.
    CHECKLIST: "清单", "Checklist";
    /// A short number.
    NUMBER: "编号", "No.";
    /// What an item asks for, as work.
    TASK: "工作任务", "Task";
    /// How often.
    CADENCE: "频次", "How often";
    /// Who answers for it.
    LEAD: "牵头", "Lead";
    /// Who helps.
    HELPERS: "配合", "Helpers";
    /// The last day.
    DUE: "完成时限", "Due";
    /// How it stands.
    STATUS: "状态", "Status";
    /// How far it has come.
    PROGRESS: "进展情况", "Progress";
    /// Whatever else there is to say.
    REMARKS: "备注", "Note";

    /// A requirement, with its number.
    REQUIREMENT: "检查项目", "Requirement";
    /// What an item asks for, as what is looked at.
    LOOKED_AT: "检查内容", "What is checked";
    /// The evidence expected.
    EXPECTED: "应有佐证", "Evidence expected";
    /// What the school says.
    SELF_CHECK: "自查", "Self-check";
    /// What the inspector says.
    INSPECTION: "督查", "Inspection";
    /// The day of the inspection.
    INSPECTED_ON: "督查日期", "Inspected on";
    /// The inspector.
    INSPECTOR: "督查人", "Inspector";
    /// What is wrong.
    PROBLEM: "存在问题", "Problem";

    /// The item.
    ITEM: "涉及事项", "Item";
    /// Who found it.
    SOURCE: "问题来源", "Found by";
    /// Why it came about.
    CAUSE: "原因", "Cause";
    /// What is done about it.
    MEASURE: "整改措施", "Corrective action";
    /// Who answers for the rectification.
    OWNER: "责任人", "Owner";
    /// The day it was found.
    FOUND_ON: "发现日期", "Found on";
    /// The time limit.
    LIMIT: "整改时限", "Limit";
    /// How far the rectification has come.
    RECTIFIED: "整改进展", "Progress";
    /// The day it was put right.
    FIXED_ON: "整改日期", "Fixed on";
    /// Whether it is struck off.
    CLOSED: "是否销号", "Closed";
    /// The day it was struck off.
    CLOSED_ON: "销号日期", "Closed on";
    /// Yes.
    YES: "是", "yes";
    /// No.
    NO: "否", "no";
    /// There is no finding.
    NONE: "没有未销号的问题，本周也没有销号。", "No finding is open, and none was closed this week.";

    /// The heading of the week as a whole.
    OVERALL: "一、总体情况", "1. The week as a whole";
    /// The heading of the rates by requirement.
    BY_REQUIREMENT: "二、各项要求完成情况", "2. Requirement by requirement";
    /// The heading of the numbers.
    MEASURES: "三、量化指标", "3. Numbers against their targets";
    /// The heading of the last weeks.
    TREND: "四、近 12 周完成情况", "4. The last 12 weeks";
    /// The heading of what was changed after signing.
    AMENDMENTS: "签字后的改动", "Changes after signing";
    /// The week of the report.
    THIS_WEEK: "本周", "This week";
    /// The week before it.
    LAST_WEEK: "上周", "Last week";
    /// What a row is about.
    WHAT: "项目", "What";
    /// Which week or checklist a row is about.
    WHICH: "周次、清单", "Week, checklist";
    /// Everything.
    ALL: "合计", "All";
    /// The requirement's heading.
    HEADING: "要求", "Requirement";
    /// A week.
    WEEK: "周次", "Week";
    /// Its days.
    DAYS: "起止日期", "From, to";
    /// Required occurrences.
    REQUIRED: "应办", "Required";
    /// Those done.
    DONE: "已办", "Done";
    /// Those done late.
    LATE: "迟办", "Late";
    /// Those entered late.
    LATE_ENTERED: "补录", "Entered late";
    /// Those overdue.
    OVERDUE: "逾期", "Overdue";
    /// Those that do not apply.
    WAIVED: "不适用", "Waived";
    /// Done of required.
    PERCENT: "完成率", "Per cent done";
    /// The same by weight.
    WEIGHTED: "加权完成率", "By weight";
    /// Findings raised in the week.
    RAISED: "新发现问题", "Findings raised";
    /// Findings struck off in it.
    STRUCK_OFF: "销号", "Findings closed";
    /// Findings open at its end.
    STILL_OPEN: "未销号", "Findings open";
    /// Last days that were put off.
    POSTPONED: "延期", "Postponed";
    /// The number of a measure to reach.
    TARGET: "目标", "Target";
    /// The title of the chart by requirement.
    CHART_BY_REQUIREMENT: "本周各项要求完成率", "Per cent done this week, by requirement";
    /// The title of the chart of weeks.
    CHART_OF_WEEKS: "近 12 周完成率", "Per cent done, the last 12 weeks";
    /// Nothing was done or required.
    DASH: "–", "–";
}
