//! Signatures of reports, and the list of those who may sign.

use super::{Lang, Phrase};
use crate::rollup::SignatureFault;
use chrono::NaiveDateTime;

/// A message, and what to do about it.
type Words = (String, Option<String>);

/// Why a signature does not show that a report is its school's.
#[must_use]
pub fn fault(fault: &SignatureFault, lang: Lang) -> String {
    match (fault, lang) {
        (SignatureFault::Unsigned, _) => UNSIGNED.of(lang).to_owned(),
        (SignatureFault::Malformed, _) => MALFORMED.of(lang).to_owned(),
        (SignatureFault::Altered, _) => ALTERED.of(lang).to_owned(),
        (SignatureFault::OtherPurpose(name), Lang::Zh) => {
            format!("签名的用途是“{name}”，不是报告")
        }
        (SignatureFault::OtherPurpose(name), Lang::En) => {
            format!("the signature was made for `{name}` and not for a report")
        }
        (SignatureFault::UnknownKey(key), Lang::Zh) => {
            format!("签名的密钥 {key} 不在签名人名单里")
        }
        (SignatureFault::UnknownKey(key), Lang::En) => {
            format!("the key that signed, {key}, is not on the list of signers")
        }
        (SignatureFault::OtherSchool(of), Lang::Zh) => {
            format!("签名的密钥是 {of} 的，不是这所学校的")
        }
        (SignatureFault::OtherSchool(of), Lang::En) => {
            format!("the key that signed is that of {of} and not this school's")
        }
        (SignatureFault::NotForReports, _) => NOT_FOR_REPORTS.of(lang).to_owned(),
        (SignatureFault::OutOfTime { from, until }, _) => out_of_time(*from, *until, lang),
        (SignatureFault::Unchecked(why), Lang::Zh) => {
            format!("无法核对签名：这类密钥要用 ssh-keygen 核对（{why}）")
        }
        (SignatureFault::Unchecked(why), Lang::En) => {
            format!("the signature cannot be checked: keys of this kind need ssh-keygen ({why})")
        }
    }
}

const UNSIGNED: Phrase = Phrase::new("没有签名", "there is no signature");
const MALFORMED: Phrase = Phrase::new(
    "签名文件不是 SSH 签名，或已损坏",
    "the signature file is no SSH signature, or damaged",
);
const ALTERED: Phrase = Phrase::new(
    "签名与内容不符：报告或签名被改动过",
    "the signature does not fit: report or signature was altered",
);
const NOT_FOR_REPORTS: Phrase = Phrase::new(
    "签名人名单不允许这个密钥签报告",
    "the list of signers does not let this key sign reports",
);

fn out_of_time(from: Option<NaiveDateTime>, until: Option<NaiveDateTime>, lang: Lang) -> String {
    let from = from.map(|from| match lang {
        Lang::Zh => format!("自 {from} 起"),
        Lang::En => format!("from {from}"),
    });
    let until = until.map(|until| match lang {
        Lang::Zh => format!("至 {until} 止"),
        Lang::En => format!("until {until}"),
    });
    let both = [from, until].into_iter().flatten();
    match lang {
        Lang::Zh => {
            let span: String = both.collect();
            format!("报告生成时签名的密钥不在有效期内（{span}）")
        }
        Lang::En => {
            let span: Vec<String> = both.collect();
            let span = span.join(" ");
            format!("the key that signed was not valid when the report was written ({span})")
        }
    }
}
