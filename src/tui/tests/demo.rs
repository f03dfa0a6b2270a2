//! The made-up school on the screen: the tour, the way to it and back.

use super::{Screen, appearance, assert_whole_characters};
use crate::assess::Status;
use crate::clock::Clock;
use crate::keymap::Context;
use crate::text::Lang;
use crate::tui::driver::{Desk, Opening, Page};
use crate::tui::message::Message;
use crate::workspace::demo::{Demo, Plan, SEED};
use std::path::{Path, PathBuf};

/// The screen of `duban demo`.
pub(super) fn demo(lang: Lang, size: (u16, u16), day: &str) -> Screen {
    let plan = Plan {
        seed: SEED,
        clock: Clock::System,
        today: Some(day.parse().expect("a day")),
        lang,
    };
    let demo = Demo::make(&plan, &mut |_, _| ()).expect("a school");
    let opening = Opening {
        home: demo.home().clone(),
        profile: None,
        clock: demo.clock(),
        today: None,
        lang,
        appearance: appearance(true),
        editor: "false".into(),
        demo: Some(demo),
    };
    let desk = Desk::open(opening).expect("a screen");
    let home = tempfile::tempdir().expect("a folder");
    let mut screen = Screen { desk, size, home };
    screen.desk.take(Message::Resized(size.0, size.1));
    screen.desk.take(Message::Drawn);
    screen
}

/// The step that is shown, by its title.
fn step(screen: &Screen) -> String {
    let model = screen.model();
    let title = model.tour.map(|tour| tour.title(model.lang));
    let title = title.unwrap_or_else(|| "none".to_owned());
    if model.tour.is_some() {
        assert!(screen.shown().contains(&title), "{}", screen.shown());
    }
    title
}

/// Everything in a folder, with what is in the files.
fn files(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let entries = std::fs::read_dir(folder).expect("a folder");
    let paths = entries.map(|entry| entry.expect("an entry").path());
    let read = |path: PathBuf| (path.clone(), std::fs::read(&path).expect("a file"));
    let mut files: Vec<_> = paths.map(read).collect();
    files.sort();
    files
}

#[test]
fn the_tour_is_walked_by_its_keys_in_both_languages() {
    for lang in Lang::ALL {
        let (tour, yesterday) = match lang {
            Lang::Zh => ("导览", r#""昨天""#),
            Lang::En => ("Tour", r#""yesterday""#),
        };
        // A day in the week, its first and one at its end.
        for (day, size) in [
            ("2022-03-16", (80, 24)),
            ("2022-03-21", (60, 15)),
            ("2022-03-19", (140, 40)),
        ] {
            let mut screen = demo(lang, size, day);
            let steps = [
                "enter",
                "space u",
                &format!("t {yesterday} enter"),
                r#"/ "hsjc" enter"#,
                "3 space",
                "? esc",
            ];
            for (n, keys) in steps.into_iter().enumerate() {
                assert_eq!(step(&screen), format!("{tour} {}/6", n + 1), "{day}");
                screen.keys(keys);
            }
            assert_eq!(step(&screen), tour, "{day}");
            screen.keys("ctrl-x");
            assert_eq!(step(&screen), "none", "{day}");
        }
    }
}

#[test]
fn what_the_tour_recorded_stands_as_if_there_were_none() {
    let mut screen = demo(Lang::En, (80, 24), "2022-03-16");
    assert_eq!(screen.status("2.2"), Status::Overdue);
    screen.keys("enter space");
    assert!(
        screen
            .shown()
            .contains("recorded: 2.2 done on Wed 16 March")
    );
    assert_eq!(screen.status("2.2"), Status::Done);
    assert_eq!(step(&screen), "Tour 2/6");
    screen.keys("u");
    assert!(screen.shown().contains("undone: 2.2 done on Wed 16 March"));
    assert_eq!(step(&screen), "Tour 3/6");
}

#[test]
fn one_key_goes_on_and_one_ends_it_and_every_other_works_meanwhile() {
    let mut screen = demo(Lang::En, (80, 24), "2022-03-16");
    screen.keys("4 5 6 down 1");
    assert_eq!(screen.model().context, Context::Overview);
    assert_eq!(step(&screen), "Tour 1/6");
    screen.keys("ctrl-g ctrl-g");
    assert_eq!(step(&screen), "Tour 3/6");
    // Also in a dialog, which stays as it is.
    screen.keys(r#"n "seen""#);
    screen.keys("ctrl-g");
    assert_eq!(step(&screen), "Tour 4/6");
    screen.keys("enter");
    assert!(screen.shown().contains("recorded"));
    screen.keys("ctrl-g ctrl-g ctrl-g ctrl-g");
    assert_eq!(step(&screen), "none");
    // It is begun again from anywhere.
    screen.keys("6 ctrl-g");
    assert_eq!(step(&screen), "Tour 1/6");
    assert_eq!(screen.model().context, Context::Overview);
    screen.keys("ctrl-x");
    assert_eq!(step(&screen), "none");
}

#[test]
fn a_click_on_a_key_of_the_tour_presses_it() {
    let mut screen = demo(Lang::En, (80, 24), "2022-03-16");
    let row = screen.model().areas().tour.bottom() - 1;
    screen.desk.take(Message::Clicked(4, row));
    assert_eq!(step(&screen), "Tour 2/6");
    screen.desk.take(Message::Clicked(20, row));
    assert_eq!(step(&screen), "none");
}

#[test]
fn the_panel_hides_neither_the_chosen_line_nor_the_notice_nor_half_a_character() {
    let sizes = [(24, 6), (40, 12), (60, 15), (80, 24), (140, 40)];
    for lang in Lang::ALL {
        let mut screen = demo(lang, (80, 24), "2022-03-16");
        for keys in [
            "1", "2 end", "space", "esc", "t", "esc", "3", "?", "esc", "4", "6",
        ] {
            screen.keys(keys);
            for size in sizes {
                screen.size = size;
                screen.desk.take(Message::Resized(size.0, size.1));
                assert_whole_characters(&screen.buffer());
                let areas = screen.model().areas();
                assert!(areas.tour.intersection(areas.body).is_empty());
                assert!(areas.tour.bottom() <= areas.notice.y, "{size:?}");
            }
            screen.desk.take(Message::Pressed(super::key("ctrl-g")));
        }
    }
}

#[test]
fn the_first_run_shows_the_made_up_school_and_comes_back_to_what_was_typed() {
    for lang in Lang::ALL {
        let mut screen = Screen::first_run(lang, (80, 24));
        screen.types("城南小学");
        assert!(screen.shown().contains("Ctrl-G"));
        screen.keys("ctrl-g");
        assert!(matches!(&screen.desk.page, Page::Main(model) if model.is_demo));
        assert_eq!(screen.model().lang, lang);
        screen.keys("enter space");
        assert!(screen.desk.place().is_none());
        assert!(!screen.press(super::key("q")), "the program goes on");
        assert!(matches!(screen.desk.page, Page::Setup(_)));
        assert!(screen.shown().contains("城南小学"));
        assert_eq!(files(screen.home.path()), []);
        screen.keys("enter enter enter enter");
        assert!(!screen.model().is_demo);
        assert_eq!(step(&screen), "none");
    }
}

#[test]
fn a_schools_own_screen_is_as_it_was_after_the_made_up_one() {
    let mut screen = Screen::of_school(Lang::En, (80, 24));
    screen.keys("2 j j j j j space");
    let (place, before) = (screen.desk.place(), files(screen.home.path()));
    screen.keys("ctrl-g");
    assert!(screen.model().is_demo);
    let folder = screen.desk.leftover().expect("a folder").to_owned();
    assert!(folder.exists());
    screen.keys("enter space 6 down");
    assert_eq!(screen.desk.place(), place);
    // In the made-up school the tour begins anew, and nothing is left twice.
    screen.keys("ctrl-x ctrl-g");
    assert_eq!(step(&screen), "Tour 1/6");
    screen.keys("q");
    assert!(!folder.exists());
    assert!(!screen.model().is_demo);
    assert_eq!(screen.status("0.4"), Status::Done);
    assert_eq!(screen.desk.place(), place);
    assert_eq!(files(screen.home.path()), before);
    assert!(screen.press(super::key("q")), "the program ends");
}

/// The overdue items of the made-up school in the middle of a week.
fn overdue() -> Screen {
    let mut screen = demo(Lang::Zh, (120, 40), "2022-03-16");
    screen.keys("esc 2");
    screen
}

#[test]
fn what_is_late_and_goes_on_is_done_today_unless_another_day_is_said() {
    let mut screen = overdue();
    screen.keys("/ \"2.2\" enter t");
    let shown = screen.shown();
    assert!(
        shown.contains("逾期，期限 3月15日") && shown.contains("今天         3月16日"),
        "{shown}"
    );
}

#[test]
fn an_item_that_only_a_finding_makes_overdue_is_not_said_to_be_past_its_limit() {
    let mut screen = overdue();
    screen.keys("/ \"4.2\" enter");
    let shown = screen.shown();
    assert!(
        shown.contains("逾期") && !shown.contains("期限 3月16日"),
        "{shown}"
    );
}

#[test]
fn the_review_names_the_last_numbers_of_what_is_counted() {
    let mut screen = overdue();
    screen.keys("3");
    let matters = screen.model().review.matters().len();
    let is_counted = |screen: &Screen| {
        let model = screen.model();
        let matter = model.review.matter().expect("a matter");
        model.board.item(matter.index).measure.is_some()
    };
    let mut counted = 0;
    for _ in 0..matters {
        if is_counted(&screen) {
            counted += 1;
            assert!(!screen.shown().contains("没有办过"), "{}", screen.shown());
            assert!(screen.shown().contains("上次  3月"), "{}", screen.shown());
        }
        screen.keys("j");
    }
    assert!(counted > 0);
}
