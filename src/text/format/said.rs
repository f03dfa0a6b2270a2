//! What is said about files that are wrong, with parts of the file in it.

use crate::text::{Lang, Phrase};

/// What is wrong, and the remedy.
pub type Said = (String, String);

/// Formats both parts in the language asked for.
macro_rules! said {
    ($lang:expr, ($zh:literal, $zh_remedy:literal), ($en:literal, $en_remedy:literal)) => {
        match $lang {
            Lang::Zh => (format!($zh), format!($zh_remedy)),
            Lang::En => (format!($en), format!($en_remedy)),
        }
    };
}

/// A file over the limit.
#[must_use]
pub fn too_large(lang: Lang, bytes: usize, limit: usize) -> Said {
    let (size, limit) = (bytes.div_ceil(1 << 20), limit >> 20);
    said!(
        lang,
        (
            "文件太大：{size} MiB，上限 {limit} MiB",
            "检查是不是选错了文件"
        ),
        (
            "the file is too large: {size} MiB of at most {limit}",
            "check that it is the right file"
        )
    )
}

/// A file with more in it than is read.
#[must_use]
pub fn too_much(lang: Lang, entries: usize, limit: usize) -> Said {
    said!(
        lang,
        (
            "内容太多：约 {entries} 条，上限 {limit} 条",
            "检查是不是选错了文件；JSON 格式的不受此限"
        ),
        (
            "too much is in it: about {entries} entries of at most {limit}",
            "check that it is the right file; as JSON it may have more"
        )
    )
}

/// A character that shows nothing.
#[must_use]
pub fn invisible(lang: Lang, c: char) -> Said {
    let code = u32::from(c);
    said!(
        lang,
        ("有看不见的字符 U+{code:04X}", "删去这个字符"),
        (
            "an invisible character, U+{code:04X}",
            "delete the character"
        )
    )
}

/// A character that cannot begin a text.
#[must_use]
pub fn character(lang: Lang, c: char) -> Said {
    said!(
        lang,
        ("文本不能以 `{c}` 开头", "给整段文本加上引号"),
        ("a text cannot begin with `{c}`", "put the text in quotes")
    )
}

/// JSON that cannot be read.
#[must_use]
pub fn json(lang: Lang, said: &str) -> Said {
    said!(
        lang,
        ("不是正确的 JSON：{said}", "检查这一处的括号、引号和逗号"),
        ("not JSON: {said}", "check brackets, quotes and commas here")
    )
}

/// A reason of the reader's own.
#[must_use]
pub fn refused(lang: Lang, said: &str) -> Said {
    said!(
        lang,
        ("读不懂：{said}", "检查这一行的写法"),
        ("cannot be read: {said}", "check how this line is written")
    )
}

/// A key that is not known.
#[must_use]
pub fn unknown_key(lang: Lang, key: &str, nearest: Option<&str>, known: &[&str]) -> Said {
    let remedy = instead(lang, nearest, known);
    said!(
        lang,
        ("不认识的键“{key}”", "{remedy}"),
        ("unknown key `{key}`", "{remedy}")
    )
}

/// A key that is not known, in a file that a program wrote.
#[must_use]
pub fn new_key(lang: Lang, key: &str) -> Said {
    said!(
        lang,
        (
            "不认识的键“{key}”",
            "文件若由较新的 duban 生成，先更新程序；若是手工加的，删去"
        ),
        (
            "unknown key `{key}`",
            "if a later duban wrote the file, update the program; if a hand did, take the key out"
        )
    )
}

/// A schema that is not known, in a file that a program wrote.
#[must_use]
pub fn new_schema(lang: Lang, schema: &str) -> Said {
    said!(
        lang,
        ("不认识的格式“{schema}”，由较新的 duban 生成", "先更新程序"),
        (
            "unknown schema `{schema}`, of a later duban",
            "update the program"
        )
    )
}

/// A word that is not possible here.
#[must_use]
pub fn bad_word(lang: Lang, word: &str, nearest: Option<&str>, known: &[&str]) -> Said {
    let remedy = instead(lang, nearest, known);
    said!(
        lang,
        ("这里不能写“{word}”", "{remedy}"),
        ("`{word}` is not possible here", "{remedy}")
    )
}

fn instead(lang: Lang, nearest: Option<&str>, known: &[&str]) -> String {
    match (lang, nearest) {
        (Lang::Zh, Some(word)) => format!("改为“{word}”"),
        (Lang::En, Some(word)) => format!("write `{word}`"),
        (Lang::Zh, None) => format!("可以写：{}", known.join("、")),
        (Lang::En, None) => format!("possible here: {}", known.join(", ")),
    }
}

/// A key that stands twice.
#[must_use]
pub fn key_twice(lang: Lang, key: &str, first: usize) -> Said {
    said!(
        lang,
        ("键“{key}”重复，第 {first} 行已经有了", "只留一个"),
        (
            "the key `{key}` stands already on line {first}",
            "keep one of the two"
        )
    )
}

/// A key that is missing.
#[must_use]
pub fn key_missing(lang: Lang, key: &str) -> Said {
    said!(
        lang,
        ("缺少键“{key}”", "补上“{key}: …”"),
        ("the key `{key}` is missing", "add `{key}: …`")
    )
}

/// A number or flag where a text is meant.
#[must_use]
pub fn needs_quotes(lang: Lang, raw: &str, meant: Phrase) -> Said {
    let meant = meant.of(lang);
    said!(
        lang,
        (
            "这里要的是{meant}，而不加引号的 {raw} 会被读成别的",
            "加上引号：`\"{raw}\"`"
        ),
        (
            "{meant} is meant here, and {raw} without quotes is none",
            "put it in quotes: `\"{raw}\"`"
        )
    )
}

/// A scalar of the wrong kind.
#[must_use]
pub fn wrong_scalar(lang: Lang, text: &str, meant: Phrase, example: Phrase) -> Said {
    let (text, meant, example) = (clip(text), meant.of(lang), example.of(lang));
    said!(
        lang,
        ("这里要的是{meant}，不能是“{text}”", "写法：{example}"),
        ("{meant} is meant here, not `{text}`", "write {example}")
    )
}

/// A list or map where something else is meant.
#[must_use]
pub fn wrong_kind(lang: Lang, found: Phrase, meant: Phrase, example: Phrase) -> Said {
    let (found, meant, example) = (found.of(lang), meant.of(lang), example.of(lang));
    said!(
        lang,
        ("这里要的是{meant}，不能是{found}", "写法：{example}"),
        ("{meant} is meant here, not {found}", "write {example}")
    )
}

/// A text that does not have the form of what is meant.
#[must_use]
pub fn bad_text(lang: Lang, text: &str, meant: Phrase, example: Phrase) -> Said {
    let (text, meant, example) = (clip(text), meant.of(lang), example.of(lang));
    said!(
        lang,
        ("“{text}”不是{meant}", "写法：{example}"),
        ("`{text}` is not {meant}", "write {example}")
    )
}

/// A number outside its bounds.
#[must_use]
pub fn out_of_range(lang: Lang, number: &str, min: u64, max: u64) -> Said {
    if max >= u64::from(u32::MAX) {
        return said!(
            lang,
            ("{number} 超出范围", "写不小于 {min} 的整数"),
            (
                "{number} is out of range",
                "write a whole number, {min} or more"
            )
        );
    }
    said!(
        lang,
        ("{number} 超出范围", "写 {min} 到 {max} 之间的整数"),
        (
            "{number} is out of range",
            "write a whole number from {min} to {max}"
        )
    )
}

/// An id that stands twice.
#[must_use]
pub fn id_twice(lang: Lang, id: &str) -> Said {
    said!(
        lang,
        ("编号“{id}”重复", "改成没有用过的编号"),
        (
            "the id `{id}` is used twice",
            "give it an id that is not used yet"
        )
    )
}

/// A clause that the checklist does not list.
#[must_use]
pub fn clause_unknown(lang: Lang, id: &str) -> Said {
    said!(
        lang,
        (
            "条款“{id}”不在清单的条款表里",
            "改正条款号，或在 `clauses` 里补上"
        ),
        (
            "the clause `{id}` is not listed",
            "correct it, or add it to `clauses`"
        )
    )
}

/// A clause that no item names.
#[must_use]
pub fn clause_unused(lang: Lang, id: &str) -> Said {
    said!(
        lang,
        (
            "条款“{id}”没有事项落到实处",
            "让一个事项的 `clauses` 写上它，或在这里删去"
        ),
        (
            "no item puts the clause `{id}` to work",
            "name it in an item's `clauses`, or remove it here"
        )
    )
}

/// A role without a name.
#[must_use]
pub fn role_unknown(lang: Lang, id: &str) -> Said {
    said!(
        lang,
        ("岗位“{id}”不在岗位表里", "改正写法，或在 `roles` 里补上"),
        (
            "the role `{id}` has no name",
            "correct it, or add it to `roles`"
        )
    )
}

/// An item to wait for that is not there.
#[must_use]
pub fn after_unknown(lang: Lang, id: &str) -> Said {
    said!(
        lang,
        ("没有编号为“{id}”的事项", "改正编号，或删去"),
        ("there is no item `{id}`", "correct the id, or remove it")
    )
}

/// Items that wait for each other.
#[must_use]
pub fn after_circle(lang: Lang, id: &str) -> Said {
    said!(
        lang,
        ("绕成了圈：“{id}”也要等这一项", "删去其中一个先后关系"),
        (
            "a circle: `{id}` waits for this item too",
            "remove one of the two"
        )
    )
}

/// A span that ends before it begins.
#[must_use]
pub fn backwards(lang: Lang, from: &str, to: &str) -> Said {
    said!(
        lang,
        ("结束日期 {to} 早于开始日期 {from}", "对调或改正日期"),
        (
            "ends on {to}, before it begins on {from}",
            "correct the dates"
        )
    )
}

/// Two terms of one season.
#[must_use]
pub fn term_twice(lang: Lang, id: &str) -> Said {
    said!(
        lang,
        ("两个学期都是 {id}", "改正开始日期，或删去一个"),
        (
            "two terms are both {id}",
            "correct the first day, or remove one"
        )
    )
}

/// A checklist adopted twice.
#[must_use]
pub fn adopted_twice(lang: Lang, id: &str) -> Said {
    said!(
        lang,
        ("清单“{id}”采用了两次", "只留一个"),
        (
            "the checklist `{id}` is adopted twice",
            "keep one of the two"
        )
    )
}

/// Something that a layout chooses twice.
#[must_use]
pub fn chosen_twice(lang: Lang, name: &str) -> Said {
    said!(
        lang,
        ("“{name}”选了两次", "只留一个"),
        ("`{name}` is chosen twice", "keep one of the two")
    )
}

/// A requirement that a checklist does not have.
#[must_use]
pub fn no_requirement(
    lang: Lang,
    checklist: &str,
    requirement: &str,
    nearest: Option<&str>,
    known: &[&str],
) -> Said {
    let remedy = instead_in(lang, checklist, nearest, known);
    said!(
        lang,
        (
            "清单 {checklist} 没有编号为 {requirement} 的要求",
            "{remedy}"
        ),
        (
            "the checklist {checklist} has no requirement {requirement}",
            "{remedy}"
        )
    )
}

/// A number that a checklist does not ask for.
#[must_use]
pub fn no_figure(
    lang: Lang,
    checklist: &str,
    item: &str,
    nearest: Option<&str>,
    known: &[&str],
) -> Said {
    let remedy = instead_in(lang, checklist, nearest, known);
    said!(
        lang,
        ("清单 {checklist} 没有编号为 {item} 的量化指标", "{remedy}"),
        (
            "the checklist {checklist} has no number on an item {item}",
            "{remedy}"
        )
    )
}

/// What could stand in place of the name of something in a checklist.
fn instead_in(lang: Lang, checklist: &str, nearest: Option<&str>, known: &[&str]) -> String {
    let nearest = nearest.map(|id| format!("{checklist}/{id}"));
    instead(lang, nearest.as_deref(), known)
}

/// The beginning of a text that may be long or of several lines.
fn clip(text: &str) -> String {
    let mut clipped: String = text
        .chars()
        .take(40)
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    if text.chars().nth(40).is_some() {
        clipped.push('…');
    }
    clipped
}
