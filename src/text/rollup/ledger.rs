//! What the ledger of roll-ups says: how schools' records stand to what was seen of them, and why it
//! cannot be used.

use super::short;
use crate::rollup::{Break, BreakFault, BrokenRecord, KnownHead, Records, Standing, Unproved};
use crate::text::{Lang, Phrase};
use std::path::Path;

/// Above the broken records.
pub const BREAKS: Phrase = Phrase::new(
    "！！台账断裂（各周报告中尚未查清的），以前的记录被改动或丢失：",
    "!! BROKEN RECORDS, by reports of any week: earlier facts were changed or lost:",
);
/// Above the records that are not proved.
pub const UNPROVED: Phrase = Phrase::new("台账未能证明只增未改：", "records that are not proved:");
/// Below the broken records.
pub const BREAKS_HINT: Phrase = Phrase::new(
    "请向学校核实；查清之后用 `--accept 学校编号` 记下，台账从这份报告重新算起",
    "ask the school; once it is cleared up, `--accept SCHOOL` enters that, and the record counts from that report",
);

/// A message, and what to do about it.
type Words = (String, Option<String>);

/// How many schools' records are proved by the reports of the week that is shown.
#[must_use]
pub fn records(records: &Records, lang: Lang) -> String {
    let Records {
        proved,
        unproved,
        broken,
        ..
    } = records;
    match lang {
        Lang::Zh => {
            format!(
                "本周报告的台账：证明只增未改 {proved} 所；未能证明 {unproved} 所；断裂 {broken} 所。"
            )
        }
        Lang::En => format!(
            "Records of this week's reports: proved to have only grown: {proved}; not proved: {unproved}; broken: {broken}."
        ),
    }
}

/// How many files need not be parsed.
#[must_use]
pub fn known(known: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("其中 {known} 个文件底账里已有，没有重新解析。"),
        Lang::En => format!("Known from the ledger, not parsed again: {known}."),
    }
}

/// How a school's record stands.
#[must_use]
pub fn standing(standing: &Standing, lang: Lang) -> String {
    match standing {
        Standing::Proved { since } => {
            let since = head(since, lang);
            match lang {
                Lang::Zh => format!("已证明：自 {since}起只增未改"),
                Lang::En => format!("proved: it has only grown since {since}"),
            }
        }
        Standing::Unproved { why, last } => {
            let why = unproved(*why, last.as_ref(), lang);
            match lang {
                Lang::Zh => format!("未能证明：{why}"),
                Lang::En => format!("not proved: {why}"),
            }
        }
        Standing::Broken(of) => {
            let (what, noticed) = (fault(of, lang), of.noticed);
            match lang {
                Lang::Zh => format!("断裂（{} 报告）：{what}（{noticed} 发现）", of.found.week),
                Lang::En => {
                    format!(
                        "broken, by the report of {}: {what} (noticed on {noticed})",
                        of.found.week
                    )
                }
            }
        }
    }
}

/// A school with how its record stands.
#[must_use]
pub fn school(id: &str, name: &str, of: &Standing, lang: Lang) -> String {
    let (school, said) = (short::named(id, name, lang), standing(of, lang));
    match lang {
        Lang::Zh => format!("{school}：{said}"),
        Lang::En => format!("{school}: {said}"),
    }
}

/// A school whose record is broken, with the week, both heads and both counts.
#[must_use]
pub fn broken(of: &BrokenRecord, lang: Lang) -> String {
    let standing = Standing::Broken(of.broken.clone());
    school(&of.school, &of.name, &standing, lang)
}

/// Why a record is not proved, and what was last seen of it.
#[must_use]
pub fn unproved(why: Unproved, last: Option<&KnownHead>, lang: Lang) -> String {
    let why = self::why(why, lang);
    match (last, lang) {
        (None, _) => why.to_owned(),
        (Some(last), Lang::Zh) => format!("{why}；上次见到的是 {}", head(last, lang)),
        (Some(last), Lang::En) => format!("{why}; last seen: {}", head(last, lang)),
    }
}

fn why(why: Unproved, lang: Lang) -> &'static str {
    match why {
        Unproved::First => Phrase::new(
            "第一次见到这所学校的报告",
            "nothing was seen of this school before",
        ),
        Unproved::Anew => Phrase::new(
            "换了电脑或重新安装，台账从头开始",
            "another installation than before wrote it, so the record began anew",
        ),
        Unproved::Missed => Phrase::new(
            "中间有签字的报告没有收到",
            "it carries on from a signed report that was not seen",
        ),
        Unproved::NotSigned => Phrase::new(
            "上次的报告没有签字，无从证明",
            "the last report was not signed, so nothing proves that this one extends it",
        ),
        Unproved::Earlier => Phrase::new(
            "比上次见到的早，当时没有收到",
            "it is from before the last one that was seen, and was not seen then",
        ),
        Unproved::Accepted => Phrase::new(
            "早于已核实的断裂，不再核对",
            "it is from before a break that was accepted",
        ),
    }
    .of(lang)
}

/// What speaks against a record.
#[must_use]
pub fn fault(of: &Break, lang: Lang) -> String {
    let (seen, found) = (head(&of.seen, lang), head(&of.found, lang));
    let previous = of.previous.as_ref().map(|previous| head(previous, lang));
    let previous = previous.unwrap_or_else(|| NOTHING.of(lang).to_owned());
    match (of.fault, lang) {
        (BreakFault::Shrank, Lang::Zh) => format!("记录变少：以前是 {seen}，这次是 {found}"),
        (BreakFault::Shrank, Lang::En) => {
            format!("the record shrank: it was {seen}, and is {found}")
        }
        (BreakFault::OtherHead, Lang::Zh) => {
            format!("条数相同，内容不同：以前是 {seen}，这次是 {found}")
        }
        (BreakFault::OtherHead, Lang::En) => {
            format!("as many facts, but others: it was {seen}, and is {found}")
        }
        (BreakFault::OtherBefore, Lang::Zh) => {
            format!("这次是 {found}，所接的是 {previous}，而以前见到的是 {seen}")
        }
        (BreakFault::OtherBefore, Lang::En) => {
            format!("it is {found} and carries on from {previous}, but what was seen is {seen}")
        }
        (BreakFault::PassesOver, Lang::Zh) => {
            format!("以前签字的是 {seen}，这次是 {found}，却不接着它，所接的是 {previous}")
        }
        (BreakFault::PassesOver, Lang::En) => {
            format!("{seen} was signed, and {found} does not carry on from it, but from {previous}")
        }
        (BreakFault::Proof, Lang::Zh) => {
            format!("报告自带的证明不成立：{found}，不能说明接着 {seen}")
        }
        (BreakFault::Proof, Lang::En) => {
            format!("its own proof does not hold: {found} is not shown to extend {seen}")
        }
    }
}

const NOTHING: Phrase = Phrase::new("空白台账", "nothing");

/// How many digits of a hash are shown.
const DIGITS: usize = 12;

/// A head in words: the week, the number of facts, the first digits of the root.
fn head(of: &KnownHead, lang: Lang) -> String {
    let KnownHead { week, facts, head } = of;
    let head: String = head.chars().take("sha256:".len() + DIGITS).collect();
    match lang {
        Lang::Zh => format!("{week} 的 {facts} 条（根哈希 {head}…）"),
        Lang::En => format!("{facts} facts in {week} (head {head}…)"),
    }
}

/// A file is no ledger.
#[must_use]
pub fn no_ledger(path: &Path, lang: Lang) -> Words {
    let path = path.display();
    match lang {
        Lang::Zh => (
            format!("{path} 不是汇总的底账，没有动它"),
            Some("换一个文件名；还没有的文件会新建".into()),
        ),
        Lang::En => (
            format!("{path} is no ledger of roll-ups; it was left as it is"),
            Some("name another file; one that is not there is begun".into()),
        ),
    }
}

/// A later version of the program wrote a ledger.
#[must_use]
pub fn newer(path: &Path, lang: Lang) -> Words {
    let path = path.display();
    match lang {
        Lang::Zh => (
            format!("底账 {path} 是更新版本的督办写的，没有动它"),
            Some("请升级督办".into()),
        ),
        Lang::En => (
            format!("the ledger {path} was written by a later duban; it was left as it is"),
            Some("upgrade duban".into()),
        ),
    }
}

/// A ledger is damaged.
#[must_use]
pub fn damaged(path: &Path, lang: Lang) -> Words {
    let path = path.display();
    match lang {
        Lang::Zh => (
            format!("底账 {path} 已损坏或被改动过，没有动它"),
            Some("从备份恢复；没有备份就把它移开，底账会从头建起，各校要再报一次才能证明".into()),
        ),
        Lang::En => (
            format!("the ledger {path} is damaged or was altered; it was left as it is"),
            Some(
                "restore it from a copy; without one move it away, and a new one is begun, which proves nothing about the weeks before"
                    .into(),
            ),
        ),
    }
}

/// Another roll-up has a ledger.
#[must_use]
pub fn in_use(path: &Path, lang: Lang) -> Words {
    let path = path.display();
    match lang {
        Lang::Zh => (
            format!("另一次汇总正在用底账 {path}；这次没有记进底账"),
            Some("等它结束再试一次".into()),
        ),
        Lang::En => (
            format!("another roll-up is using the ledger {path}; nothing was entered"),
            Some("try again when it has ended".into()),
        ),
    }
}

/// A school has no break to accept.
#[must_use]
pub fn nothing_to_accept(school: &str, broken: &[&str], lang: Lang) -> Words {
    match lang {
        Lang::Zh => (
            format!("底账里没有学校 {school} 的台账断裂"),
            Some(match broken {
                [] => "底账里没有任何断裂".to_owned(),
                broken => format!("有断裂的是 {}", broken.join("、")),
            }),
        ),
        Lang::En => (
            format!("the ledger knows of no broken record of school {school}"),
            Some(match broken {
                [] => "it knows of none at all".to_owned(),
                broken => format!("it knows of broken records of {}", broken.join(", ")),
            }),
        ),
    }
}
