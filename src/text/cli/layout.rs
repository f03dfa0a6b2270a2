//! What is said about layouts of reports.

use super::Words;
use crate::text::Lang;

/// No layout has that id.
#[must_use]
pub fn no_layout(said: &str, known: &[&str], lang: Lang) -> Words {
    match lang {
        Lang::Zh => (
            format!("没有版式“{said}”"),
            Some(format!("可用的版式：{}", known.join("、"))),
        ),
        Lang::En => (
            format!("there is no layout `{said}`"),
            Some(format!("there are {}", known.join(", "))),
        ),
    }
}

/// The school follows nothing that a layout chooses.
#[must_use]
pub fn nothing_chosen(id: &str, lang: Lang) -> Words {
    match lang {
        Lang::Zh => (
            format!("版式“{id}”选的要求都不在本校启用的清单里"),
            Some(format!(
                "用 `duban layout show {id} > {id}.yaml` 取出来，改好 requirements 后放进学校资料的 report-layouts 文件夹"
            )),
        ),
        Lang::En => (
            format!("the school follows nothing that the layout `{id}` chooses"),
            Some(format!(
                "print it with `duban layout show {id} > {id}.yaml`, choose other requirements, and put it into the folder report-layouts beside school.yaml"
            )),
        ),
    }
}

/// A layout in a list; `chosen` is how many requirements it chooses, nothing where all.
#[must_use]
pub fn row(id: &str, receiver: &str, chosen: Option<usize>, is_own: bool, lang: Lang) -> String {
    let own = match (is_own, lang) {
        (false, _) => "",
        (true, Lang::Zh) => "  本校自定",
        (true, Lang::En) => "  the school's own",
    };
    match (chosen, lang) {
        (None, Lang::Zh) => format!("{id}  {receiver}  全部要求{own}"),
        (Some(n), Lang::Zh) => format!("{id}  {receiver}  {n} 项要求{own}"),
        (None, Lang::En) => format!("{id}  {receiver}  all requirements{own}"),
        (Some(1), Lang::En) => format!("{id}  {receiver}  1 requirement{own}"),
        (Some(n), Lang::En) => format!("{id}  {receiver}  {n} requirements{own}"),
    }
}
