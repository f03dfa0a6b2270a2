//! Signatures of reports, and the list of those who may sign.

use super::{Lang, Phrase};
use crate::rollup::SignatureFault;
use chrono::NaiveDateTime;
use std::path::Path;

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
            format!("签名的用途是“{name}”，不是这类文件")
        }
        (SignatureFault::OtherPurpose(name), Lang::En) => {
            format!("the signature was made for `{name}` and not for such a file")
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
        (SignatureFault::NotLetSign(purpose), Lang::Zh) => {
            format!("签名人名单没有准许这个密钥用于 {purpose}")
        }
        (SignatureFault::NotLetSign(purpose), Lang::En) => {
            format!("the list of signers does not let this key sign for {purpose}")
        }
        (SignatureFault::OutOfTime { from, until }, _) => {
            let span = span(*from, *until, lang);
            match lang {
                Lang::Zh => format!("报告生成时签名的密钥不在有效期内（{span}）"),
                Lang::En => {
                    format!(
                        "the key that signed was not valid when the report was written ({span})"
                    )
                }
            }
        }
        (SignatureFault::OutOfTimeNow { from, until }, _) => {
            let span = span(*from, *until, lang);
            match lang {
                Lang::Zh => format!("签名的密钥现在不在有效期内（{span}）"),
                Lang::En => format!("the key that signed is not valid at present ({span})"),
            }
        }
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

/// From when to when a key is valid.
fn span(from: Option<NaiveDateTime>, until: Option<NaiveDateTime>, lang: Lang) -> String {
    let from = from.map(|from| match lang {
        Lang::Zh => format!("自 {from} 起"),
        Lang::En => format!("from {from}"),
    });
    let until = until.map(|until| match lang {
        Lang::Zh => format!("至 {until} 止"),
        Lang::En => format!("until {until}"),
    });
    let both: Vec<String> = [from, until].into_iter().flatten().collect();
    both.join(match lang {
        Lang::Zh => "",
        Lang::En => " ",
    })
}

/// What is wrong with a list of signers, and the remedy, in fixed words.
pub type Pair = (Phrase, Phrase);

macro_rules! pairs {
    ($($(#[$doc:meta])* $name:ident: ($zh:literal, $zh_remedy:literal), ($en:literal, $en_remedy:literal);)*) => {$(
        $(#[$doc])*
        pub const $name: Pair = (Phrase::new($zh, $en), Phrase::new($zh_remedy, $en_remedy));
    )*};
}

pairs! {
    /// Nobody is on the list.
    NO_SIGNER: ("签名人名单是空的", "每所学校一行：学校编号、空格、学校的公钥（.pub 文件的内容）"),
        ("nobody is on this list of signers", "one line per school: its id, a space, its public key (what is in its .pub file)");
    /// A quote is never closed.
    QUOTE_OPEN: ("引号没有配对", "补上后一个引号"),
        ("this quote is never closed", "close it");
    /// No key follows.
    NO_KEY: ("这一行没有公钥", "写成：学校编号、空格、学校的公钥（.pub 文件的内容）"),
        ("there is no key on this line", "write the school's id, a space, and its public key (what is in its .pub file)");
    /// A certificate.
    CERTIFICATE: ("不支持证书", "写学校自己的公钥，不写证书"),
        ("certificates are not supported", "write the school's own public key");
    /// What should be a key is none.
    BAD_KEY: ("公钥不完整或有改动", "从学校的 .pub 文件重新复制整行"),
        ("this is no whole key", "copy the whole line of the school's .pub file again");
    /// An authority's certificates.
    AUTHORITY: ("不支持 cert-authority（由证书机构担保的密钥）", "逐校写明公钥，删去这个选项"),
        ("keys vouched for by an authority are not supported", "list each school's own key, and leave `cert-authority` out");
    /// Valid until before it is valid from.
    BACKWARDS: ("valid-before 不晚于 valid-after", "检查这两个时间"),
        ("`valid-before` is not after `valid-after`", "check both times");
}

/// What is wrong, and the remedy.
type Said = (String, String);

/// A kind of key that is not known.
#[must_use]
pub fn unknown_kind(name: &str, known: &[&str], lang: Lang) -> Said {
    match lang {
        Lang::Zh => (
            format!("不认识的密钥类型“{name}”"),
            format!("可以用 {}", known.join("、")),
        ),
        Lang::En => (
            format!("unknown kind of key `{name}`"),
            format!("possible are {}", known.join(", ")),
        ),
    }
}

/// The key is of another kind than the word before it says.
#[must_use]
pub fn other_kind(kind: &str, lang: Lang) -> Said {
    match lang {
        Lang::Zh => (
            format!("这个公钥的类型是 {kind}，与前面写的不同"),
            "从学校的 .pub 文件重新复制整行".into(),
        ),
        Lang::En => (
            format!("this key is of kind {kind}, unlike the word before it"),
            "copy the whole line of the school's .pub file again".into(),
        ),
    }
}

/// An option that is not known.
#[must_use]
pub fn unknown_option(name: &str, lang: Lang) -> Said {
    match lang {
        Lang::Zh => (
            format!("不认识的选项“{name}”"),
            "可以写 namespaces、valid-after、valid-before，各选项之间只用逗号；学校编号里有空格时加引号".into(),
        ),
        Lang::En => (
            format!("unknown option `{name}`"),
            "possible are namespaces, valid-after and valid-before, with commas and no spaces between; an id with spaces needs quotes".into(),
        ),
    }
}

/// An option without its value in quotes.
#[must_use]
pub fn no_quotes(name: &str, lang: Lang) -> Said {
    let example = match name {
        "namespaces" => "namespaces=\"duban.status-report\"".to_owned(),
        name => format!("{name}=\"20220901\""),
    };
    match lang {
        Lang::Zh => (
            format!("选项 {name} 的值要写在引号里"),
            format!("例如 {example}"),
        ),
        Lang::En => (
            format!("option `{name}` needs its value in quotes"),
            format!("write it like `{example}`"),
        ),
    }
}

/// An option that is there twice.
#[must_use]
pub fn option_twice(name: &str, lang: Lang) -> Said {
    match lang {
        Lang::Zh => (format!("选项 {name} 出现了两次"), "删去一个".into()),
        Lang::En => (
            format!("option `{name}` is there twice"),
            "leave one of them out".into(),
        ),
    }
}

/// A text that is no moment.
#[must_use]
pub fn bad_moment(text: &str, lang: Lang) -> Said {
    match lang {
        Lang::Zh => (
            format!("“{text}”不是时间"),
            "写成 20220901，或 202209010800；末尾加 Z 表示世界时".into(),
        ),
        Lang::En => (
            format!("`{text}` is no time"),
            "write 20220901 or 202209010800, with a Z at the end for UTC".into(),
        ),
    }
}

/// A report and its signature were written.
#[must_use]
pub fn signed(signature: &Path, key: &str, lang: Lang) -> String {
    let signature = signature.display();
    match lang {
        Lang::Zh => format!("签名已写入 {signature}（密钥 {key}）"),
        Lang::En => format!("signed in {signature} with the key {key}"),
    }
}

/// A signature needs a file to lie beside.
#[must_use]
pub fn no_file(lang: Lang) -> Words {
    match lang {
        Lang::Zh => (
            "签名要放在报告文件旁边，输出到屏幕的报告不能签名".into(),
            Some("用 -o 写明文件或文件夹，如 `-o .`".into()),
        ),
        Lang::En => (
            "a signature lies beside a file: what goes to standard output cannot be signed".into(),
            Some("name the file or folder with -o, as `-o .`".into()),
        ),
    }
}

/// There is no `ssh-keygen`.
#[must_use]
pub fn no_program(why: &str, lang: Lang) -> Words {
    match lang {
        Lang::Zh => (
            format!("无法运行 ssh-keygen：{why}"),
            Some("签名要用 OpenSSH：Debian、Ubuntu 装 openssh-client，Windows 在“可选功能”里加“OpenSSH 客户端”；报告没有写出".into()),
        ),
        Lang::En => (
            format!("cannot run ssh-keygen: {why}"),
            Some("signing needs OpenSSH: install openssh-client, or `OpenSSH Client` of Windows' optional features; no report was written".into()),
        ),
    }
}

/// The key that was named is not there.
#[must_use]
pub fn key_missing(path: &Path, lang: Lang) -> Words {
    let path = path.display();
    match lang {
        Lang::Zh => (
            format!("没有密钥 {path}"),
            Some(format!(
                "检查文件名；要新建一个，用 `ssh-keygen -t ed25519 -f {path}`"
            )),
        ),
        Lang::En => (
            format!("there is no key {path}"),
            Some(format!(
                "check its name; `ssh-keygen -t ed25519 -f {path}` makes a new one"
            )),
        ),
    }
}

/// No key was named, and none found.
#[must_use]
pub fn no_key(path: &Path, lang: Lang) -> Words {
    let path = path.display();
    match lang {
        Lang::Zh => (
            format!("没有可用来签名的密钥：{path}、~/.ssh/id_ed25519 和 ssh-agent 里都没有"),
            Some(format!(
                "用 `ssh-keygen -t ed25519 -f {path}` 新建一个，把 {path}.pub 交给教育局；或用 --sign 写明密钥文件"
            )),
        ),
        Lang::En => (
            format!(
                "there is no key to sign with: none at {path}, at ~/.ssh/id_ed25519, or in an ssh-agent"
            ),
            Some(format!(
                "make one with `ssh-keygen -t ed25519 -f {path}` and give {path}.pub to the bureau, or name one with --sign"
            )),
        ),
    }
}

/// `ssh-keygen` has said why it does not sign.
#[must_use]
pub fn not_signed(path: &Path, lang: Lang) -> Words {
    let path = path.display();
    match lang {
        Lang::Zh => (
            format!("ssh-keygen 没有用 {path} 签名，原因见上；报告没有写出"),
            Some("检查口令是否正确、文件是不是密钥；只有公钥时，私钥要在 ssh-agent 里（`ssh-add`）".into()),
        ),
        Lang::En => (
            format!("ssh-keygen did not sign with {path} and says why above; no report was written"),
            Some("check the passphrase and that the file is a key; of a public key the private half must be in an ssh-agent (`ssh-add`)".into()),
        ),
    }
}

/// The signature of a report is its school's.
#[must_use]
pub fn right(school: &str, by: &str, line: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("签名属实：{school}，密钥 {by}（名单第 {line} 行）"),
        Lang::En => {
            format!("it is signed by {school}, with the key {by} (line {line} of the list)")
        }
    }
}

/// A report is not signed as it should be.
#[must_use]
pub fn not_right(path: &Path, of: &SignatureFault, lang: Lang) -> String {
    let (path, of) = (path.display(), fault(of, lang));
    match lang {
        Lang::Zh => format!("{path}：{of}"),
        Lang::En => format!("{path}: {of}"),
    }
}

/// What to do about a signature that is not right, where there is something.
#[must_use]
pub fn hint(of: &SignatureFault, lang: Lang) -> Option<String> {
    let hint = match of {
        SignatureFault::Unsigned => Phrase::new(
            "签名文件应在报告旁边，名称是报告文件名加 .sig；请学校用 `duban report --sign` 签名",
            "the signature should lie beside the report, with .sig after its name; `duban report --sign` makes it",
        ),
        SignatureFault::Altered | SignatureFault::Malformed => Phrase::new(
            "请学校重新发送报告和签名；传输中也可能损坏（如换行被改）",
            "ask the school to send both files again; they may also have been damaged on the way, as by changed line ends",
        ),
        SignatureFault::UnknownKey(_)
        | SignatureFault::OutOfTime { .. }
        | SignatureFault::OutOfTimeNow { .. } => Phrase::new(
            "向学校当面或电话核对密钥，属实再改名单",
            "ask the school about its key, by telephone or in person, before changing the list",
        ),
        SignatureFault::Unchecked(_) => Phrase::new(
            "安装 OpenSSH（openssh-client）",
            "install OpenSSH (openssh-client)",
        ),
        SignatureFault::OtherPurpose(_)
        | SignatureFault::OtherSchool(_)
        | SignatureFault::NotLetSign(_) => return None,
    };
    Some(hint.of(lang).to_owned())
}

/// A signature is there, and was not looked at.
#[must_use]
pub fn not_checked(signature: &Path, lang: Lang) -> String {
    let signature = signature.display();
    match lang {
        Lang::Zh => format!("{signature} 没有核对：用 --signers 写明签名人名单"),
        Lang::En => format!("{signature} was not checked: name the list of signers with --signers"),
    }
}

/// A signature that does not fit any more cannot be taken away.
#[must_use]
pub fn not_removed(signature: &Path, why: &str, lang: Lang) -> Words {
    let path = signature.display();
    match lang {
        Lang::Zh => (
            format!("报告已写出，但旧签名 {path} 删不掉：{why}"),
            Some("自行删去，否则会被当作报告遭改动".into()),
        ),
        Lang::En => (
            format!(
                "the report was written, but its old signature {path} cannot be removed: {why}"
            ),
            Some("remove it, or the report will seem altered".into()),
        ),
    }
}
