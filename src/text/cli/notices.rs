//! What `duban notices` says beside the notices.

use super::Words;
use crate::text::Lang;
use std::path::Path;

/// There is no notice for anybody of that name.
#[must_use]
pub fn no_such_owner(name: &str, known: &[String], lang: Lang) -> Words {
    let known = known.join(if lang == Lang::Zh { "、" } else { ", " });
    let hint = (!known.is_empty()).then(|| match lang {
        Lang::Zh => format!("有提醒的是：{known}"),
        Lang::En => format!("there are notices for {known}"),
    });
    match lang {
        Lang::Zh => (format!("没有给“{name}”的提醒"), hint),
        Lang::En => (format!("there is no notice for `{name}`"), hint),
    }
}

/// A notice was written.
#[must_use]
pub fn written(path: &Path, owner: &str, count: usize, lang: Lang) -> String {
    let path = path.display();
    match (count, lang) {
        (_, Lang::Zh) => format!("{owner}（{count} 项）：{path}"),
        (1, Lang::En) => format!("{owner} (1 item): {path}"),
        (_, Lang::En) => format!("{owner} ({count} items): {path}"),
    }
}
