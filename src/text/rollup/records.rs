//! How schools' records stand to what was seen of them, as the page, the tables and the screen of a
//! roll-up say it.

use super::{ledger, page};
use crate::rollup::{BrokenRecord, RollUpReport, Standing, Unproved};
use crate::text::page::phrases;
use crate::text::{Lang, Phrase};

phrases! {
    /// The part about records.
    RECORDS: "台账核对", "Schools' records";
    /// The records that are broken, by reports of any week.
    BROKEN_RECORDS: "各周尚未查清的断裂台账", "Broken records, of any week";
    /// How the records of the week's reports stand.
    OF_THIS_WEEK: "本周报告的台账", "Records of this week's reports";
    /// Those that are not proved.
    UNPROVED_RECORDS: "未能证明的台账", "Unproved records";
    /// No record is broken.
    NONE_BROKEN: "没有断裂的台账。", "No record is broken.";
    /// What is to be done about broken ones.
    CLEAR_UP: "这些学校的数字照样计入。请向学校核实；查清之后汇总时加 --accept 学校编号，台账从那份报告重新算起。", "Their numbers count all the same. Ask the school; once it is cleared up, roll up with --accept SCHOOL, and the record counts from that report.";
    /// What being unproved means.
    NOT_BROKEN: "未能证明不是断裂：没有发现与以前见到的相矛盾，只是无从证明其后只增未改。", "Unproved is not broken: nothing speaks against these records, but nothing shows that they have only grown.";

    /// A record, as a column.
    RECORD: "台账", "record";
    /// It is proved to have only grown.
    PROVED: "已证明", "proved";
    /// It is not proved.
    UNPROVED: "未证明", "unproved";
    /// It is broken.
    BROKEN: "断裂", "broken";
    /// The note on the column.
    NOTE_RECORD: "与以前汇总见到的核对：已证明的只增未改；断裂、未证明的见“台账核对”", "held against what earlier roll-ups saw: proved ones have only grown; what broken and unproved ones are is said under “Schools' records”";
    /// The week of the report that broke it.
    BY_WEEK: "报告周次", "report of";
    /// What speaks against it.
    FAULT: "怎么断的", "what speaks against it";
    /// When it was noticed.
    NOTICED: "发现日", "noticed";
    /// Why it is not proved.
    WHY: "为什么", "why";
}

/// How a record stands, in a word.
#[must_use]
pub fn word(standing: &Standing) -> Phrase {
    match standing {
        Standing::Proved { .. } => PROVED,
        Standing::Unproved { .. } => UNPROVED,
        Standing::Broken(_) => BROKEN,
    }
}

/// The schools whose records are broken, by name; of very many the first. Nothing where there are
/// none.
#[must_use]
pub fn alert(report: &RollUpReport, limit: usize, lang: Lang) -> Option<String> {
    let schools = report.broken_schools();
    let names: Vec<&str> = schools.iter().map(|of| of.name.as_str()).collect();
    let (count, names) = (names.len(), page::some(&names, limit, lang));
    (count > 0).then(|| match (lang, count) {
        (Lang::Zh, _) => format!("台账断裂 {count} 所：{names}以前的记录被改动或丢失。"),
        (Lang::En, 1) => format!("A broken record: {names} Earlier facts were changed or lost."),
        (Lang::En, _) => {
            format!("{count} broken records: {names} Earlier facts were changed or lost.")
        }
    })
}

/// Where it is explained.
#[must_use]
pub fn see(heading: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("详见{heading}"),
        Lang::En => format!("See {heading}"),
    }
}

/// How many schools' records are broken; nothing where none is.
#[must_use]
pub fn count(report: &RollUpReport, lang: Lang) -> Option<String> {
    let schools = report.broken_schools().len();
    (schools > 0).then(|| match lang {
        Lang::Zh => format!("台账断裂 {schools} 所"),
        Lang::En => format!("records broken: {schools}"),
    })
}

/// How many schools were seen for the first time; nothing where none was.
#[must_use]
pub fn first(report: &RollUpReport, lang: Lang) -> Option<String> {
    let standings = report.schools.iter().filter_map(|of| of.record.as_ref());
    let first = standings.filter(|of| is_first(of)).count();
    (first > 0).then(|| match lang {
        Lang::Zh => format!("未能证明的学校中，{first} 所是第一次见到，还没有可核对的。"),
        Lang::En => format!(
            "Unproved since nothing was seen of the school before, so that there is nothing to hold it against: {first}."
        ),
    })
}

/// Whether nothing was seen of a school before.
#[must_use]
pub fn is_first(standing: &Standing) -> bool {
    matches!(standing, Standing::Unproved { why, .. } if *why == Unproved::First)
}

/// Which week's report broke a record, in few cells.
#[must_use]
pub fn broken_by(of: &BrokenRecord, lang: Lang) -> String {
    let week = of.broken.found.week;
    match lang {
        Lang::Zh => format!("{week} 报告断裂"),
        Lang::En => format!("broken in {week}"),
    }
}

/// How a record stands, in a sentence.
#[must_use]
pub fn sentence(standing: &Standing, lang: Lang) -> String {
    let said = ledger::standing(standing, lang);
    match lang {
        Lang::Zh => format!("台账{said}。"),
        Lang::En => format!("The record is {said}."),
    }
}
