//! The headings of the columns of CSV: in English as programs like names.

use crate::text::Phrase;

phrases! {
    /// The school's id.
    SCHOOL_ID: "学校编号", "school_id";
    /// The school.
    SCHOOL: "学校", "school";
    /// The week.
    WEEK: "周次", "week";
    /// The day of judgement.
    AS_OF: "截至", "as_of";
    /// The checklist's name.
    CHECKLIST: "清单", "checklist";
    /// The requirement's number.
    REQUIREMENT_ID: "要求编号", "requirement_id";
    /// The requirement.
    REQUIREMENT: "要求", "requirement";
    /// The item's number.
    ITEM_ID: "事项编号", "item_id";
    /// The item.
    ITEM: "事项", "item";
    /// How often.
    CADENCE: "频次", "cadence";
    /// How it stands.
    STATUS: "状态", "status";
    /// Required.
    REQUIRED: "应办", "required";
    /// Done.
    DONE: "已办", "done";
    /// Late.
    LATE: "迟办", "late";
    /// Overdue.
    OVERDUE: "逾期", "overdue";
    /// Waived.
    WAIVED: "不适用", "waived";
    /// The rate.
    PERCENT: "完成率（%）", "percent";
    /// The owner.
    OWNER: "牵头", "owner";
    /// The helpers.
    HELPERS: "配合", "helpers";
    /// The last day.
    DUE: "时限", "due";
    /// The last day it had first.
    FIRST_DUE: "原时限", "first_due";
    /// The last day on which it was done.
    LAST_DONE: "最近完成", "last_done";
    /// The number.
    VALUE: "指标数", "measure_value";
    /// The number to reach.
    TARGET: "指标目标", "measure_target";
    /// What is counted.
    UNIT: "指标单位", "measure_unit";
    /// The share that is reached.
    REACHED: "达成率（%）", "measure_percent";
    /// The open findings.
    FINDINGS: "存在问题", "findings";
    /// The verdict.
    INSPECTION: "督查", "inspection";
    /// Its day.
    INSPECTED_ON: "督查日期", "inspected_on";
    /// The inspector.
    INSPECTOR: "督查人", "inspector";
    /// What inspectors said.
    INSPECTIONS: "督查情况", "inspections";
    /// The evidence.
    EVIDENCE: "佐证", "evidence";
    /// The remarks.
    REMARKS: "备注", "note";
}
