//! From the terminal's events to messages.

use super::message::Message;
use crate::keymap::Key;
use crossterm::event::{
    Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEvent, MouseEventKind,
};

/// How many lines a turn of the wheel is.
const WHEEL: i32 = 3;

/// The message of a terminal event; `None` for events that mean nothing here.
pub(super) fn message(event: &Event) -> Option<Message> {
    Some(match event {
        Event::Key(event) => Message::Pressed(key(*event)?),
        Event::Paste(text) => Message::Pasted(text.clone()),
        Event::Resize(width, height) => Message::Resized(*width, *height),
        Event::Mouse(event) => mouse(*event)?,
        _ => return None,
    })
}

/// The key of a terminal event; `None` for keys that mean nothing here.
fn key(event: KeyEvent) -> Option<Key> {
    if event.kind == KeyEventKind::Release {
        return None;
    }
    Some(match event.code {
        KeyCode::Char(c) if event.modifiers.contains(KeyModifiers::CONTROL) => {
            Key::Ctrl(c.to_ascii_lowercase())
        }
        KeyCode::Char(c) => Key::Char(c),
        KeyCode::Up => Key::Up,
        KeyCode::Down => Key::Down,
        KeyCode::Left => Key::Left,
        KeyCode::Right => Key::Right,
        KeyCode::Home => Key::Home,
        KeyCode::End => Key::End,
        KeyCode::PageUp => Key::PageUp,
        KeyCode::PageDown => Key::PageDown,
        KeyCode::Enter => Key::Enter,
        KeyCode::Esc => Key::Esc,
        KeyCode::Tab => Key::Tab,
        KeyCode::BackTab => Key::BackTab,
        KeyCode::Backspace => Key::Backspace,
        KeyCode::Delete => Key::Delete,
        _ => return None,
    })
}

fn mouse(event: MouseEvent) -> Option<Message> {
    Some(match event.kind {
        MouseEventKind::Down(MouseButton::Left) => Message::Clicked(event.column, event.row),
        MouseEventKind::ScrollDown => Message::Scrolled(WHEEL),
        MouseEventKind::ScrollUp => Message::Scrolled(-WHEEL),
        _ => return None,
    })
}
