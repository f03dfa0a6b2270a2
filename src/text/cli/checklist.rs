//! What the commands say about the versions of a checklist.

use super::review::counted;
use crate::checklist::Aspect;
use crate::text::{Lang, Phrase};

/// The first line of a difference.
#[must_use]
pub fn versions(id: &str, has: u32, offered: u32, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{id}：采用第 {has} 版，可用第 {offered} 版"),
        Lang::En => format!("{id}: follows version {has}, version {offered} is on offer"),
    }
}

/// There is no later version; `differs` where the content is another all the same.
#[must_use]
pub fn no_later(differs: bool, lang: Lang) -> &'static str {
    if differs {
        Phrase::new(
            "内容有改动，但版本号没有增加；在文件里把 version 加一才能升级",
            "the content differs, but the version is not later: raise `version` in its file to upgrade",
        )
    } else {
        Phrase::new("没有更新的版本", "no later version")
    }
    .of(lang)
}

/// The content of both versions is the same.
pub const NO_DIFFERENCE: Phrase = Phrase::new("事项没有改动", "no item differs");

/// How to follow the later version.
#[must_use]
pub fn how_to_upgrade(id: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("升级：`duban checklist upgrade {id}`"),
        Lang::En => format!("to follow it: `duban checklist upgrade {id}`"),
    }
}

/// The heading of the items that are new.
#[must_use]
pub fn added(count: usize, lang: Lang) -> String {
    counted(Phrase::new("新增", "added").of(lang), count, lang)
}

/// The heading of the items that are gone.
#[must_use]
pub fn removed(count: usize, lang: Lang) -> String {
    counted(Phrase::new("删除", "removed").of(lang), count, lang)
}

/// The heading of the items that ask for something else.
#[must_use]
pub fn changed(count: usize, lang: Lang) -> String {
    counted(Phrase::new("改动", "changed").of(lang), count, lang)
}

/// What an item asks for otherwise.
#[must_use]
pub fn aspect(aspect: Aspect, lang: Lang) -> &'static str {
    match aspect {
        Aspect::Text => Phrase::new("内容", "text"),
        Aspect::Clauses => Phrase::new("条款", "clauses"),
        Aspect::Cadence => Phrase::new("频次", "cadence"),
        Aspect::Due => Phrase::new("期限", "last day"),
        Aspect::Owner => Phrase::new("牵头", "owner"),
        Aspect::Helpers => Phrase::new("配合", "helpers"),
        Aspect::Evidence => Phrase::new("佐证", "evidence"),
        Aspect::Measure => Phrase::new("量化指标", "measure"),
        Aspect::Gate => Phrase::new("开学门槛", "gate"),
        Aspect::Weight => Phrase::new("权重", "weight"),
        Aspect::Kinds => Phrase::new("适用学校", "kinds of school"),
        Aspect::Duty => Phrase::new("责任方", "duty"),
        Aspect::Lead => Phrase::new("所需时间", "lead time"),
        Aspect::After => Phrase::new("前置事项", "what comes first"),
        Aspect::Places => Phrase::new("场所", "places"),
        Aspect::Requirement => Phrase::new("所属要求", "requirement"),
    }
    .of(lang)
}
