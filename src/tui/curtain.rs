//! What is shown while the school is opened, where that takes long.

use super::cells::draw_line;
use super::frame::Frame;
use super::terminal::{self, Screen};
use super::theme::{Appearance, Outfit, Theme};
use super::view::{line_of, put};
use crate::text::{Lang, screen as said, words};
use crate::workspace::Home;
use ratatui::text::{Line, Span};
use std::io;

/// From how many bytes on opening takes long. Both shipped checklists with a year of facts take less.
const LARGE: u64 = 6_000_000;

/// Whether what is in a home may take long to open.
pub(super) fn is_due(home: &Home) -> bool {
    home.size() >= LARGE
}

/// Takes the terminal over, and says what takes so long.
pub(super) fn raise(appearance: Appearance, lang: Lang) -> io::Result<Screen> {
    let theme = Outfit::said(appearance).theme();
    let mut screen = terminal::open()?;
    let drawn = screen.draw(None, |frame| view(theme, lang, frame));
    drawn.inspect_err(|_| terminal::leave())?;
    Ok(screen)
}

/// Draws it: which program this is, and what it is about to do.
fn view(theme: Theme, lang: Lang, frame: &mut Frame<'_>) {
    let area = frame.area();
    let name = format!(" {} ", words::DUBAN.of(lang));
    let name = Line::from(Span::styled(name, theme.chosen()));
    draw_line(&name, area, frame.buffer_mut());
    let opening = said::OPENING.of(lang);
    put(frame, line_of(area, 2), opening, theme.heading());
}

#[cfg(test)]
mod tests {
    use super::super::tests::{appearance, drawn, text_of};
    use super::*;

    #[test]
    fn it_says_what_takes_so_long_on_any_screen() {
        let theme = Outfit::said(appearance(true)).theme();
        let shown = |lang, size| text_of(&drawn(|frame| view(theme, lang, frame), size));
        let zh = shown(Lang::Zh, (40, 4));
        let lines: Vec<&str> = zh.lines().map(str::trim_end).collect();
        assert_eq!(lines[..3], [" 督办", "", "正在打开清单和台账，请稍候"]);
        let en = shown(Lang::En, (60, 15));
        assert!(en.contains("opening the checklists and the record"), "{en}");
        for size in [(1, 1), (12, 3), (24, 2)] {
            shown(Lang::Zh, size);
        }
    }

    #[test]
    fn it_is_due_where_there_is_much_to_read() {
        let folder = tempfile::tempdir().expect("a folder");
        let home = Home::at(folder.path());
        assert!(!is_due(&home));
        std::fs::create_dir(home.checklists()).expect("a folder");
        let many = home.checklists().join("many.yaml");
        std::fs::write(&many, vec![b'#'; 3_000_000]).expect("written");
        assert!(!is_due(&home));
        std::fs::write(home.record_file(), vec![0; 3_000_000]).expect("written");
        assert!(is_due(&home));
    }
}
