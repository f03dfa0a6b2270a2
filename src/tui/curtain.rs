//! What is shown while the school is opened, where that takes long.

use super::cells::draw_line;
use super::frame::Frame;
use super::theme::Theme;
use super::view::{line_of, put};
use crate::text::{Lang, screen, words};
use ratatui::text::{Line, Span};
use std::io;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// How long opening may take before the screen says so. Both shipped checklists are open sooner.
pub(super) const PATIENCE: Duration = Duration::from_millis(10);

/// A screen that is there before what it is to show, where that takes long.
pub(super) struct Curtain<S>(Arc<Mutex<State<S>>>);

enum State<S> {
    Waiting,
    Raised(io::Result<S>),
    Over,
}

impl<S: Send + 'static> Curtain<S> {
    /// Has a thread `raise` it after `patience`, unless it has fallen by then.
    pub(super) fn after(
        patience: Duration,
        raise: impl FnOnce() -> io::Result<S> + Send + 'static,
    ) -> Self {
        let state = Arc::new(Mutex::new(State::Waiting));
        let shared = Arc::clone(&state);
        std::thread::spawn(move || {
            std::thread::sleep(patience);
            let mut state = lock(&shared);
            if matches!(*state, State::Waiting) {
                *state = State::Raised(raise());
            }
        });
        Self(state)
    }

    /// What it was to cover is there: the screen, where there is one already.
    pub(super) fn fall(self) -> Option<io::Result<S>> {
        match std::mem::replace(&mut *lock(&self.0), State::Over) {
            State::Raised(screen) => Some(screen),
            State::Waiting | State::Over => None,
        }
    }
}

fn lock<S>(state: &Mutex<State<S>>) -> MutexGuard<'_, State<S>> {
    state.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Draws it: which program this is, and what it is about to do.
pub(super) fn view(theme: Theme, lang: Lang, frame: &mut Frame<'_>) {
    let area = frame.area();
    let name = format!(" {} ", words::DUBAN.of(lang));
    let name = Line::from(Span::styled(name, theme.chosen()));
    draw_line(&name, area, frame.buffer_mut());
    let said = screen::OPENING.of(lang);
    put(frame, line_of(area, 2), said, theme.heading());
}

#[cfg(test)]
mod tests {
    use super::super::tests::{appearance, drawn, text_of};
    use super::super::theme::Outfit;
    use super::*;
    use std::sync::mpsc;

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
    fn a_curtain_is_raised_where_it_takes_long_and_only_there() {
        let never = Curtain::after(Duration::from_hours(1), || Ok("raised"));
        assert!(never.fall().is_none());

        let (told, raised) = mpsc::channel();
        let at_once = Curtain::after(Duration::ZERO, move || {
            told.send(()).map_err(io::Error::other)?;
            Ok("raised")
        });
        raised.recv().expect("it is raised");
        assert_eq!(at_once.fall().expect("raised").expect("a screen"), "raised");
    }
}
