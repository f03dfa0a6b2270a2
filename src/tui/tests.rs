//! The screen as a whole: keys in, cells and effects out, with a real record behind it.

use super::driver::{Desk, Opening, Page};
use super::frame::{Canvas, Frame};
use super::message::{Effect, Message};
use super::model::{Model, Overlay};
use super::theme::{Appearance, Depth, Scheme};
use super::{terminal, update, view};
use crate::assess::Status;
use crate::clock::Clock;
use crate::keymap::Key;
use crate::text::Lang;
use crate::workspace::{Command, Home, Workspace};
use proptest::prelude::*;
use ratatui::buffer::Buffer;
use ratatui::layout::Position;
use std::path::Path;
use tempfile::TempDir;
use unicode_width::UnicodeWidthStr;

#[cfg(test)]
mod demo;
#[cfg(test)]
mod dialogs;
#[cfg(test)]
mod edges;
#[cfg(test)]
mod find;
#[cfg(test)]
mod gallery;
#[cfg(test)]
mod life;
#[cfg(test)]
mod overview;
#[cfg(test)]
mod parts;
#[cfg(test)]
mod plain;
#[cfg(test)]
mod review;

pub(super) use gallery::{SIZES, marked};

const MOMENT: &str = "2022-03-16T15:30:00+08:00";

/// A screen of a size, in a home of its own, on Wednesday 16 March 2022.
pub(super) struct Screen {
    desk: Desk,
    size: (u16, u16),
    home: TempDir,
}

fn opening(home: &Path, lang: Lang, colour: bool) -> Opening {
    opening_at(home, lang, colour, MOMENT)
}

fn opening_at(home: &Path, lang: Lang, colour: bool, moment: &str) -> Opening {
    Opening {
        home: Home::at(home),
        profile: None,
        clock: Clock::Fixed(moment.parse().expect("a moment")),
        today: None,
        lang,
        appearance: appearance(colour),
        editor: "false".into(),
        demo: None,
    }
}

/// The screen of a Friday where the checklists are walked through.
pub(super) fn walked(lang: Lang) -> Screen {
    let mut screen = life::of_friday(lang, (80, 24));
    screen.keys("2");
    screen
}

/// A terminal of 256 colours that draws lines in one cell.
pub(super) fn appearance(colour: bool) -> Appearance {
    Appearance {
        scheme: (!colour).then_some(Scheme::Plain),
        depth: Depth::Many,
        chrome: None,
    }
}

impl Screen {
    fn first_run(lang: Lang, size: (u16, u16)) -> Self {
        Self::first_run_at(lang, size, MOMENT)
    }

    fn first_run_at(lang: Lang, size: (u16, u16), moment: &str) -> Self {
        let home = tempfile::tempdir().expect("a folder");
        let opening = opening_at(home.path(), lang, true, moment);
        let desk = Desk::open(opening).expect("a screen");
        let mut screen = Self { desk, size, home };
        screen.desk.take(Message::Resized(size.0, size.1));
        screen
    }

    /// The screen of a school that was just set up.
    fn of_school(lang: Lang, size: (u16, u16)) -> Self {
        Self::of_school_at(lang, size, MOMENT)
    }

    fn of_school_at(lang: Lang, size: (u16, u16), moment: &str) -> Self {
        let mut screen = Self::first_run_at(lang, size, moment);
        let name = match lang {
            Lang::Zh => "青山小学",
            Lang::En => "Green Hill School",
        };
        screen.types(name);
        screen.keys("enter enter enter enter");
        assert!(matches!(screen.desk.page, Page::Main(_)));
        screen
    }

    fn press(&mut self, key: Key) -> bool {
        self.desk.take(Message::Pressed(key))
    }

    fn types(&mut self, text: &str) {
        for c in text.chars() {
            self.press(Key::Char(c));
        }
    }

    /// Keys as words: `j`, `space`, `enter`, `"核酸"` to type.
    fn keys(&mut self, script: &str) {
        for word in script.split(' ') {
            match word.strip_prefix('"').and_then(|w| w.strip_suffix('"')) {
                Some(text) => self.types(text),
                None => drop(self.press(key(word))),
            }
        }
    }

    pub(super) fn model(&self) -> &Model {
        match &self.desk.page {
            Page::Main(model) => model,
            Page::Setup(_) => panic!("the first run is not over"),
        }
    }

    fn buffer(&self) -> Buffer {
        drawn(|frame| self.desk.page.view(frame), self.size)
    }

    fn shown(&self) -> String {
        text_of(&self.buffer())
    }

    fn status(&self, id: &str) -> Status {
        let board = &self.model().board;
        let premises = board.premises();
        let index = premises
            .items()
            .find(|index| premises.item(*index).id.as_str() == id);
        board.status(index.expect("an item"))
    }
}

pub(super) fn key(word: &str) -> Key {
    match word {
        "space" => Key::Char(' '),
        "enter" => Key::Enter,
        "esc" => Key::Esc,
        "tab" => Key::Tab,
        "backtab" => Key::BackTab,
        "up" => Key::Up,
        "down" => Key::Down,
        "left" => Key::Left,
        "right" => Key::Right,
        "home" => Key::Home,
        "end" => Key::End,
        "pgup" => Key::PageUp,
        "pgdn" => Key::PageDown,
        "backspace" => Key::Backspace,
        "delete" => Key::Delete,
        other => match other.strip_prefix("ctrl-") {
            Some(letter) => Key::Ctrl(letter.chars().next().expect("a key")),
            None => Key::Char(other.chars().next().expect("a key")),
        },
    }
}

/// Lays out what may be shown next, as after every drawing.
fn prepare(terminal: &mut terminal::screen::Screen<Vec<u8>>, page: &Page) {
    if let Some(pages) = terminal.shelf_mut() {
        page.prepare(pages);
    }
}

pub(super) fn drawn(view: impl FnOnce(&mut Frame<'_>), size: (u16, u16)) -> Buffer {
    let mut canvas = Canvas::new(size.into());
    view(&mut Frame::new(&mut canvas));
    canvas.cells().clone()
}

/// Where the caret stands, if it is shown.
fn caret(view: impl FnOnce(&mut Frame<'_>), size: (u16, u16)) -> Option<Position> {
    let mut canvas = Canvas::new(size.into());
    let mut frame = Frame::new(&mut canvas);
    view(&mut frame);
    frame.caret()
}

/// The cells as text, without the blanks that wide characters hide.
pub(super) fn text_of(buffer: &Buffer) -> String {
    let mut lines = Vec::new();
    for y in 0..buffer.area.height {
        let mut line = String::new();
        let mut x = 0;
        while x < buffer.area.width {
            let (symbol, _) = super::cells::seen(buffer[(x, y)].symbol());
            line.push_str(symbol);
            x += u16::try_from(symbol.width().max(1)).unwrap_or(1);
        }
        lines.push(line.trim_end().to_owned());
    }
    lines.join("\n")
}

#[test]
fn an_item_is_read_alone_on_a_narrow_screen() {
    let mut screen = Screen::of_school(Lang::Zh, (60, 15));
    screen.keys("2 j j enter");
    assert!(!screen.shown().contains("- 0 "), "{}", screen.shown());
    screen.keys("esc");
    assert!(!screen.model().reading);
}

#[test]
fn a_tick_is_recorded_shown_undone_and_done_again() {
    let mut screen = Screen::of_school(Lang::Zh, (80, 24));
    screen.keys("2 j j j j j");
    assert_eq!(screen.status("0.4"), Status::Due);
    screen.keys("space");
    assert_eq!(screen.status("0.4"), Status::Done);
    assert!(screen.shown().contains("已记：0.4 完成于 3月16日（周三）"));
    screen.keys("u");
    assert_eq!(screen.status("0.4"), Status::Due);
    assert!(
        screen
            .shown()
            .contains("已撤销：0.4 完成于 3月16日（周三）")
    );
    screen.keys("U");
    assert_eq!(screen.status("0.4"), Status::Done);
    assert!(
        screen
            .shown()
            .contains("已重做：0.4 完成于 3月16日（周三）")
    );
}

#[test]
fn a_second_tick_asks_before_it_takes_the_first_back() {
    let mut screen = Screen::of_school(Lang::En, (80, 24));
    screen.keys("2 j j j j j space space");
    assert!(
        screen
            .shown()
            .contains("Take back that 0.4 was done on Wed 16 March?")
    );
    assert_eq!(screen.status("0.4"), Status::Done);
    screen.keys("esc");
    assert_eq!(screen.status("0.4"), Status::Done);
    screen.keys("space enter");
    assert_eq!(screen.status("0.4"), Status::Due);
}

#[test]
fn what_was_recorded_is_there_after_opening_again() {
    let mut screen = Screen::of_school(Lang::Zh, (80, 24));
    screen.keys("2 j j j j j space");
    let home = screen.home;
    drop(screen.desk);
    let desk = Desk::open(opening(home.path(), Lang::Zh, true)).expect("a screen");
    let again = Screen {
        desk,
        size: (80, 24),
        home,
    };
    assert_eq!(again.status("0.4"), Status::Done);
}

#[test]
fn a_failed_write_is_said_and_nothing_shows_as_ticked() {
    let mut screen = Screen::of_school(Lang::Zh, (80, 24));
    let record = rusqlite::Connection::open(screen.home.path().join("record.db"));
    record
        .expect("the record")
        .execute_batch(
            "CREATE TRIGGER no_more BEFORE INSERT ON fact
             BEGIN SELECT RAISE(ABORT, 'no more'); END;",
        )
        .expect("a trigger");
    screen.keys("2 j j j j j space");
    assert_eq!(screen.status("0.4"), Status::Due);
    let notice = screen.model().notice.clone().expect("a notice");
    assert!(notice.bad);
    assert!(screen.shown().contains("[ ] 0.4"));
    // A dialog keeps what was typed in it.
    screen.keys(r#"n "已核实" enter"#);
    assert!(matches!(
        &screen.model().overlay,
        Some(Overlay::Form { wrong: Some(_), .. })
    ));
}

#[test]
fn what_another_program_records_shows_with_the_next_key() {
    let mut screen = Screen::of_school(Lang::Zh, (80, 24));
    let clock = Clock::Fixed(MOMENT.parse().expect("a moment"));
    let mut other =
        Workspace::open(Home::at(screen.home.path()), clock, None).expect("a workspace");
    let item = screen.model().board.tasks.items[0];
    let command = Command::CompleteItems {
        items: vec![item],
        on: screen.model().board.today,
        note: None,
        event: None,
    };
    other.execute(&command, "李老师").expect("a tick");
    screen.desk.look_up();
    assert_eq!(screen.model().board.status(item), Status::Done);
}

#[test]
fn the_first_run_needs_a_name_and_a_checklist() {
    let mut screen = Screen::first_run(Lang::Zh, (80, 24));
    screen.keys("backtab enter");
    assert!(screen.shown().contains("请填写学校名称"));
    screen.types("青山小学");
    screen.keys("enter enter space right space enter enter");
    assert!(screen.shown().contains("请至少勾选一份清单"));
    screen.keys("space tab enter");
    assert_eq!(screen.model().board.adopted.len(), 1);
}

#[test]
fn languages_change_while_running() {
    let mut screen = Screen::of_school(Lang::Zh, (80, 24));
    screen.keys("L");
    assert!(screen.shown().contains("Overview"));
    screen.keys("L");
    assert!(screen.shown().contains("总览"));
    let mut setup = Screen::first_run(Lang::Zh, (80, 24));
    setup.keys("ctrl-l");
    assert!(setup.shown().contains("name of the school"));
}

#[test]
fn keys_order_effects_as_plain_data() {
    let screen = Screen::of_school(Lang::Zh, (80, 24));
    let mut model = screen.model().clone();
    let item = model.board.tasks.items[0];
    let today = model.board.today;
    let effects = update::update(&mut model, Message::Pressed(Key::Char(' ')));
    assert_eq!(
        effects,
        [Effect::Execute(
            Command::CompleteItems {
                items: vec![item],
                on: today,
                note: None,
                event: None,
            }
            .into()
        )]
    );
    let effects = update::update(&mut model, Message::Pressed(Key::Char('6')));
    assert_eq!(effects, [Model::list_newest()]);
    let effects = update::update(&mut model, Message::Pressed(Key::Char('q')));
    assert_eq!(effects, [Effect::Quit]);
    // Nothing is drawn as ticked by the key alone.
    assert_eq!(model.board.status(item), Status::Due);
}

#[test]
fn the_mouse_chooses_lines_and_views() {
    let mut screen = Screen::of_school(Lang::Zh, (80, 24));
    screen.desk.take(Message::Clicked(10, 0));
    assert!(screen.shown().contains("- 台江区教育系统"));
    screen.desk.take(Message::Clicked(5, 5));
    assert_eq!(screen.model().tree.cursor.at, 3);
    screen.desk.take(Message::Scrolled(3, (5, 5)));
    assert_eq!(screen.model().tree.cursor.at, 6);
}

#[test]
fn without_colour_every_cell_has_the_terminals_own() {
    let home = tempfile::tempdir().expect("a folder");
    let desk = Desk::open(opening(home.path(), Lang::Zh, false)).expect("a screen");
    let mut screen = Screen {
        desk,
        size: (80, 24),
        home,
    };
    screen.types("青山小学");
    screen.keys("enter enter enter enter space 2 j j j ?");
    for cell in screen.buffer().content() {
        assert_eq!(cell.fg, ratatui::style::Color::Reset, "{}", cell.symbol());
        assert_eq!(cell.bg, ratatui::style::Color::Reset, "{}", cell.symbol());
    }
}

#[test]
fn a_screen_too_small_says_so() {
    let mut screen = Screen::of_school(Lang::Zh, (20, 5));
    assert!(screen.shown().contains("窗口太小"));
    screen.size = (40, 10);
    screen.desk.take(Message::Resized(40, 10));
    assert!(screen.shown().contains("总览"));
}

#[test]
fn control_characters_in_a_note_never_reach_the_cells() {
    let mut screen = Screen::of_school(Lang::Zh, (80, 24));
    let clock = Clock::Fixed(MOMENT.parse().expect("a moment"));
    let mut other =
        Workspace::open(Home::at(screen.home.path()), clock, None).expect("a workspace");
    let command = Command::NoteItem {
        item: screen.model().board.tasks.items[0],
        text: "清屏\u{1b}[2J\u{9b}31m".into(),
        on: screen.model().board.today,
    };
    other.execute(&command, "李老师").expect("a note");
    screen.desk.look_up();
    screen.keys("enter");
    let shown = screen.shown();
    assert!(shown.contains("清屏"), "{shown}");
    assert!(!shown.chars().any(|c| c.is_control() && c != '\n'));
}

/// Every wide character has the cell after it to itself, and none is cut in half.
pub(super) fn assert_whole_characters(buffer: &Buffer) {
    for y in 0..buffer.area.height {
        let mut x = 0;
        while x < buffer.area.width {
            let width = buffer[(x, y)].symbol().width();
            if width == 2 {
                assert!(x + 1 < buffer.area.width, "cut at the edge of line {y}");
                let next = buffer[(x + 1, y)].symbol();
                assert!(
                    next.trim().is_empty(),
                    "{next:?} over half a character, line {y}"
                );
            }
            x += u16::try_from(width.max(1)).unwrap_or(1);
        }
    }
}

pub(super) fn any_message() -> impl Strategy<Value = Message> {
    let keys = prop::sample::select(vec![
        "space",
        "enter",
        "esc",
        "tab",
        "up",
        "down",
        "left",
        "right",
        "pgup",
        "pgdn",
        "home",
        "end",
        "backspace",
        "ctrl-w",
        "ctrl-k",
        "t",
        "n",
        "o",
        "w",
        "m",
        "a",
        "e",
        "x",
        "u",
        "U",
        "/",
        "1",
        "2",
        "3",
        "4",
        "5",
        "6",
        "r",
        "i",
        "f",
        "v",
        "c",
        "O",
        "d",
        "D",
        "T",
        "E",
        "M",
        "y",
        "p",
        "s",
        "A",
        "C",
        "S",
        "N",
        "X",
        "[",
        "]",
        "L",
        "?",
        "J",
        ":",
        "ctrl-p",
        "核",
        "𠮷",
        "9",
    ]);
    prop_oneof![
        12 => keys.prop_map(|word| Message::Pressed(key(word))),
        1 => (1_u16..140, 1_u16..50).prop_map(|(w, h)| Message::Resized(w, h)),
        2 => (0_u16..140, 0_u16..50).prop_map(|(x, y)| Message::Clicked(x, y)),
        1 => (0_u16..140, 0_u16..50).prop_map(|(x, y)| Message::DoubleClicked(x, y)),
        1 => (-5..5, (0_u16..140, 0_u16..50)).prop_map(|(lines, at)| Message::Scrolled(lines, at)),
        1 => "[核酸a，\n👍🏽\u{301}]{0,9}".prop_map(Message::Pasted),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn no_keys_resizes_or_pastes_break_the_screen(
        messages in prop::collection::vec(any_message(), 1..60),
        zh in any::<bool>(),
    ) {
        let lang = if zh { Lang::Zh } else { Lang::En };
        let mut screen = life::of_friday(lang, (80, 24));
        let mut terminal = terminal::screen::Screen::new(Vec::new(), screen.size.into());
        for message in messages {
            if let Message::Resized(width, height) = &message {
                screen.size = (*width, *height);
                terminal.resize(screen.size.into());
            }
            screen.desk.take(message);
            let Page::Main(model) = &screen.desk.page else {
                panic!("the school is gone");
            };
            let buffer = drawn(|frame| view::view(model, frame), screen.size);
            assert_whole_characters(&buffer);
            // Drawing only what may have changed makes no difference.
            let page = &screen.desk.page;
            terminal.draw(page.scene(), |frame| page.view(frame)).expect("drawn");
            prop_assert_eq!(terminal.shown(), Some(&buffer));
            prepare(&mut terminal, page);
        }
    }
}
