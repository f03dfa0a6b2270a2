//! Items in lists: as a line, and as the head of a JSON object.

use crate::assess::{ItemIndex, Premises};
use crate::text::Lang;
use serde::Serialize;

/// Which item a row is about, for `--json`.
#[derive(Serialize)]
pub(super) struct ItemHead {
    item: String,
    text: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    owner: Option<String>,
}

impl ItemHead {
    pub(super) fn of(premises: &Premises<'_>, index: ItemIndex, lang: Lang) -> Self {
        Self {
            item: premises.item_ref(index).to_string(),
            text: premises.item(index).text.of(lang).to_owned(),
            owner: premises.owner(index).map(|owner| owner.of(lang)),
        }
    }
}

/// An item in a list: its name, its text, and what else there is to say.
pub(super) fn line(
    premises: &Premises<'_>,
    index: ItemIndex,
    more: impl IntoIterator<Item = String>,
    lang: Lang,
) -> String {
    let name = premises.item_ref(index).to_string();
    let text = premises.item(index).text.of(lang);
    let mut line = format!("  {name:<20} {text}");
    for part in more {
        line.push_str(" · ");
        line.push_str(&part);
    }
    line
}

/// A style for headings.
pub(super) fn bold() -> anstyle::Style {
    anstyle::Style::new().bold()
}

/// A heading's style with a colour.
pub(super) fn coloured(colour: anstyle::AnsiColor) -> anstyle::Style {
    bold().fg_color(Some(colour.into()))
}
