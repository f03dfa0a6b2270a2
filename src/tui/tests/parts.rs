//! Drawing only what may have changed shows what drawing everything shows.

use super::super::terminal::screen::Screen as OnTerminal;
use super::{Screen, drawn, key, life, prepare, walked};
use crate::text::Lang;

/// Presses keys, word by word, and draws after each; of how many rows something was drawn at most.
fn walk(screen: &mut Screen, terminal: &mut OnTerminal<Vec<u8>>, script: &str) -> usize {
    let rows = script.split(' ').map(|word| {
        screen.press(key(word));
        let page = &screen.desk.page;
        let scene = page.scene();
        assert!(scene.is_some(), "{word}");
        terminal
            .draw(scene, |frame| page.view(frame))
            .expect("drawn");
        let wanted = drawn(|frame| page.view(frame), screen.size);
        assert_eq!(terminal.shown(), Some(&wanted), "{word}");
        prepare(terminal, page);
        let width = screen.size.0;
        let rows = terminal.drawn().iter().filter(|from| **from < width);
        rows.count()
    });
    rows.max().unwrap_or(0)
}

#[test]
fn walking_through_the_checklists_draws_what_changes() {
    for lang in [Lang::Zh, Lang::En] {
        let mut screen = walked(lang);
        let size = screen.size.into();
        let mut terminal = OnTerminal::new(Vec::new(), size);
        let all = usize::from(screen.size.1);
        assert_eq!(walk(&mut screen, &mut terminal, "home"), all);
        walk(
            &mut screen,
            &mut terminal,
            "j j j j j k pgdn pgdn k end home",
        );
        // Headings next to each other: two lines, and what is said of one of them.
        let rows = walk(&mut screen, &mut terminal, "j k");
        assert!(rows < all / 2, "{rows} rows");
        walk(&mut screen, &mut terminal, "j h j l end k");
    }
}

#[test]
fn walking_through_the_overview_draws_what_changes() {
    for size in [(60, 15), (80, 24), (120, 40)] {
        let mut screen = life::of_friday(Lang::Zh, size);
        let mut terminal = OnTerminal::new(Vec::new(), size.into());
        let all = usize::from(size.1);
        assert_eq!(walk(&mut screen, &mut terminal, "j"), all);
        assert!(walk(&mut screen, &mut terminal, "j j k") < all);
        walk(
            &mut screen,
            &mut terminal,
            "tab j k tab l h tab j end tab j tab backtab",
        );
    }
}
