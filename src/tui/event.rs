//! From the terminal's events to messages.

use super::message::Message;
use crate::keymap::Key;
use crossterm::event::{
    Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEvent, MouseEventKind,
};
use std::time::{Duration, Instant};

/// How many lines a turn of the wheel is.
const WHEEL: i32 = 3;

/// How soon a second click follows the first where both are one double click.
const DOUBLE: Duration = Duration::from_millis(400);

/// What was clicked last, and when.
#[derive(Debug, Default)]
pub(super) struct Clicks {
    last: Option<(Instant, u16, u16)>,
}

impl Clicks {
    /// The message of a terminal event at a moment; `None` for events that mean nothing here.
    pub(super) fn message(&mut self, event: &Event, now: Instant) -> Option<Message> {
        Some(match event {
            Event::Key(event) => Message::Pressed(key(*event)?),
            Event::Paste(text) => Message::Pasted(text.clone()),
            Event::Resize(width, height) => Message::Resized(*width, *height),
            Event::Mouse(event) => self.mouse(*event, now)?,
            _ => return None,
        })
    }

    fn mouse(&mut self, event: MouseEvent, now: Instant) -> Option<Message> {
        let (column, row) = (event.column, event.row);
        Some(match event.kind {
            MouseEventKind::Down(MouseButton::Left) => {
                let is_second = self.last.take().is_some_and(|(then, x, y)| {
                    (x, y) == (column, row) && now.duration_since(then) <= DOUBLE
                });
                if is_second {
                    return Some(Message::DoubleClicked(column, row));
                }
                self.last = Some((now, column, row));
                Message::Clicked(column, row)
            }
            MouseEventKind::ScrollDown => Message::Scrolled(WHEEL, (column, row)),
            MouseEventKind::ScrollUp => Message::Scrolled(-WHEEL, (column, row)),
            _ => return None,
        })
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    fn press(column: u16) -> Event {
        Event::Mouse(MouseEvent {
            kind: MouseEventKind::Down(MouseButton::Left),
            column,
            row: 3,
            modifiers: KeyModifiers::NONE,
        })
    }

    #[test]
    fn two_clicks_in_one_place_and_a_short_time_are_a_double_click() {
        let (mut clicks, start) = (Clicks::default(), Instant::now());
        let mut click = |column, after| {
            let now = start + Duration::from_millis(after);
            matches!(
                clicks.message(&press(column), now),
                Some(Message::DoubleClicked(..))
            )
        };
        assert!(!click(5, 0));
        assert!(click(5, 300));
        // A third click begins anew.
        assert!(!click(5, 400));
        assert!(!click(6, 500));
        assert!(!click(6, 1000));
        assert!(click(6, 1100));
    }
}
