//! What `--help` says of the options of the screen.

use crate::text::Phrase;

/// What an option of the screen is for, by its id.
pub(super) fn argument(id: &str) -> Option<Phrase> {
    Some(match id {
        "plain" => Phrase::new(
            "逐行对话，供读屏软件、简单终端和脚本使用",
            "a dialogue line by line, for screen readers and dumb terminals",
        ),
        "theme" => Phrase::new(
            "配色：auto（默认）、dark、light、contrast、none；写明了就不理会 NO_COLOR",
            "colours: auto (the default), dark, light, contrast or none; one that is named goes before NO_COLOR",
        ),
        "ambiguous_width" => Phrase::new(
            "框线等字符的宽度：auto（默认）、narrow、wide",
            "how wide frames are drawn: auto (the default), narrow or wide",
        ),
        _ => return None,
    })
}
