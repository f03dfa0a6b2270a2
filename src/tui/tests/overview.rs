//! The overview as a dashboard: from panel to panel, and from every line to what explains it.

use super::{Screen, key, life};
use crate::calendar::Week;
use crate::keymap::{Action, Context};
use crate::text::Lang;
use crate::tui::layout::overview::chart;
use crate::tui::message::{Effect, Message};
use crate::tui::model::{Model, Overlay};
use crate::tui::overview::{AheadLine, Panel};
use crate::tui::tree::Row;
use crate::tui::update;
use ratatui::style::Modifier;

const LARGE: (u16, u16) = (140, 40);

/// The screen of a school with two open findings and five weeks behind it, a panel in focus.
fn at(panel: Panel) -> Screen {
    let mut screen = life::of_friday(Lang::Zh, LARGE);
    for _ in Panel::ALL {
        if screen.model().overview.focused != panel {
            screen.keys("tab");
        }
    }
    assert_eq!(screen.model().overview.focused, panel);
    screen
}

fn focused(screen: &Screen) -> Panel {
    screen.model().overview.focused
}

/// A cell of the `n`th line of a panel that is shown; of the last weeks, of the `n`th week.
fn cell(screen: &Screen, panel: Panel, n: u16) -> (u16, u16) {
    let shown = screen.model().dashboard();
    let list = shown.of(panel).expect("the panel").list;
    if panel == Panel::Trend {
        let chart = chart(list);
        return (chart.bars.x + n * chart.cell, chart.bars.y);
    }
    (list.x + 1, list.y + n)
}

#[test]
fn tab_goes_round_the_panels_that_are_shown() {
    let round = |size| {
        let mut screen = life::of_friday(Lang::Zh, size);
        let mut seen = vec![focused(&screen)];
        loop {
            screen.keys("tab");
            if focused(&screen) == seen[0] {
                break;
            }
            seen.push(focused(&screen));
        }
        screen.keys("backtab");
        assert_eq!(Some(&focused(&screen)), seen.last());
        seen.len()
    };
    assert_eq!(round((60, 15)), 5);
    assert_eq!(round((80, 24)), 5);
    assert_eq!(round(LARGE), 6);
    assert_eq!(round((200, 50)), 6);
}

#[test]
fn the_focused_panel_is_plain_without_colour() {
    let screen = at(Panel::Findings);
    let shown = screen.shown();
    assert!(shown.contains("> 问题"), "{shown}");
    assert_eq!(shown.matches(" > ").count(), 1);
    let buffer = screen.buffer();
    let is_chosen = |(x, y): (u16, u16)| {
        let cell = &buffer[(x, y)];
        cell.modifier.contains(Modifier::REVERSED)
    };
    assert!(is_chosen(cell(&screen, Panel::Findings, 0)));
    assert!(!is_chosen(cell(&screen, Panel::Findings, 1)));
    assert!(!is_chosen(cell(&screen, Panel::Tasks, 0)));
}

#[test]
fn in_one_column_the_focused_panel_opens_and_the_others_say_what_is_in_them() {
    let mut screen = life::of_friday(Lang::Zh, (60, 15));
    let before = screen.shown();
    assert!(before.contains("要求：19 条") && !before.contains("1  形势研判"));
    screen.keys("tab");
    let after = screen.shown();
    assert!(after.contains("> 要求") && after.contains("1  形势研判"));
    assert!(after.contains("要办：逾期"), "{after}");
}

#[test]
fn enter_on_an_item_leads_to_it_in_the_checklist() {
    for panel in [Panel::Tasks, Panel::Measures] {
        let mut screen = at(panel);
        screen.keys("j");
        let item = screen.model().chosen_item().expect("an item");
        screen.keys("enter");
        assert_eq!(screen.model().context, Context::Checklist);
        assert_eq!(screen.model().tree.chosen(), Some(Row::Item(item)));
        screen.keys("esc");
        assert_eq!(focused(&screen), panel);
    }
}

#[test]
fn enter_on_a_requirement_leads_to_it_and_its_number_is_explained() {
    let mut screen = at(Panel::Requirements);
    screen.keys("j j E");
    let explained = &screen.model().overlay;
    assert!(matches!(explained, Some(Overlay::Text { title, .. }) if title.contains("制度落实")));
    screen.keys("esc enter");
    assert_eq!(screen.model().context, Context::Checklist);
    assert_eq!(screen.model().tree.chosen(), Some(Row::Requirement(0, 2)));
}

#[test]
fn enter_on_a_finding_leads_to_it_among_the_findings() {
    let mut screen = at(Panel::Findings);
    screen.keys("j");
    let (_, finding) = screen.model().chosen_open_finding().expect("a finding");
    let id = finding.id.clone();
    // Another list that was left open gives way.
    screen.keys("4 T 1 enter");
    let model = screen.model();
    assert_eq!(model.context, Context::Findings);
    assert_eq!(model.chosen_finding().map(|f| f.id.clone()), Some(id));
}

#[test]
fn enter_on_a_week_leads_to_its_review_and_its_number_to_its_summary() {
    let mut screen = at(Panel::Trend);
    screen.keys("left");
    let (_, week) = screen.model().chosen_week().expect("a week");
    assert_eq!(week, Week::of(screen.model().board.today).previous());
    screen.keys("enter");
    let model = screen.model();
    assert!(matches!(model.context, Context::Week | Context::Summary));
    assert_eq!(model.review.week, week);
    assert!(model.review.page.is_some());
    screen.keys("1 E");
    assert_eq!(screen.model().context, Context::Summary);
    assert_eq!(screen.model().review.week, week);
    assert!(screen.shown().contains("已办 / 应办"));
}

#[test]
fn enter_on_a_day_ahead_leads_to_the_calendar_and_on_a_work_to_its_item() {
    let mut screen = at(Panel::Ahead);
    let day = match screen.model().chosen_ahead() {
        Some(AheadLine::Day(milestone)) => milestone.on,
        other => panic!("no day: {other:?}"),
    };
    assert_eq!(day.to_string(), "2022-07-05");
    screen.keys("enter");
    assert_eq!(screen.model().context, Context::Calendar);
    assert_eq!(screen.model().year.day, day);
    screen.keys("1 M");
    // The end of a term is no day that can be moved from here.
    assert!(screen.model().notice.as_ref().is_some_and(|n| n.bad));
    let mut screen = new_school();
    screen.keys("tab tab tab j");
    assert_eq!(focused(&screen), Panel::Ahead);
    let item = screen.model().chosen_item().expect("an item");
    screen.keys("enter");
    assert_eq!(screen.model().tree.chosen(), Some(Row::Item(item)));
}

#[test]
fn a_day_that_items_are_counted_from_can_be_moved_from_here() {
    let mut screen = life::made_up("2022-03-11", "2022-03-16");
    for _ in Panel::ALL {
        if focused(&screen) != Panel::Ahead {
            screen.keys("tab");
        }
    }
    assert_eq!(focused(&screen), Panel::Ahead);
    while screen.model().chosen_anchor().is_none() {
        let before = screen.model().overview.clone();
        screen.keys("j");
        assert_ne!(before, screen.model().overview, "no anchor is ahead");
    }
    assert!(screen.shown().contains("改期按 M"), "{}", screen.shown());
    screen.keys("M");
    assert!(matches!(screen.model().overlay, Some(Overlay::Form { .. })));
}

/// The screen of a school that was set up just now.
fn new_school() -> Screen {
    let mut screen = Screen::of_school(Lang::Zh, LARGE);
    screen.desk.take(Message::Drawn);
    screen
}

#[test]
fn arrows_go_through_the_weeks_and_to_the_panels_beside() {
    let mut screen = at(Panel::Trend);
    let weeks = screen.model().lines_of(Panel::Trend).expect("weeks");
    for _ in 1..weeks {
        screen.keys("left");
        assert_eq!(focused(&screen), Panel::Trend);
    }
    assert_eq!(screen.model().chosen_week().map(|(at, _)| at), Some(0));
    screen.keys("left");
    assert_ne!(focused(&screen), Panel::Trend);
    screen.keys("right");
    let mut screen = at(Panel::Tasks);
    screen.keys("right");
    assert_eq!(focused(&screen), Panel::Requirements);
    screen.keys("left");
    assert_eq!(focused(&screen), Panel::Tasks);
}

#[test]
fn a_click_chooses_panel_and_line_and_a_double_click_opens_it() {
    for (panel, context) in [
        (Panel::Tasks, Context::Checklist),
        (Panel::Requirements, Context::Checklist),
        (Panel::Findings, Context::Findings),
        (Panel::Measures, Context::Checklist),
        (Panel::Ahead, Context::Calendar),
        (Panel::Trend, Context::Week),
    ] {
        let mut screen = life::of_friday(Lang::Zh, LARGE);
        let line = u16::from(panel != Panel::Ahead);
        let (x, y) = cell(&screen, panel, line);
        screen.desk.take(Message::Clicked(x, y));
        assert_eq!(focused(&screen), panel);
        let at = match panel {
            Panel::Trend => screen.model().chosen_week().map(|(at, _)| at),
            _ => Some(screen.model().overview.cursor(panel).at),
        };
        assert_eq!(at, Some(usize::from(line)), "{panel:?}");
        assert_eq!(screen.model().context, Context::Overview);
        screen.desk.take(Message::DoubleClicked(x, y));
        assert_eq!(screen.model().context, context, "{panel:?}");
    }
}

#[test]
fn a_double_click_beside_the_lines_opens_nothing() {
    let mut screen = life::of_friday(Lang::Zh, LARGE);
    let shown = screen.model().dashboard();
    let frame = shown.of(Panel::Findings).expect("the findings").area;
    screen.desk.take(Message::Clicked(frame.x, frame.y));
    assert_eq!(focused(&screen), Panel::Findings);
    screen.desk.take(Message::DoubleClicked(frame.x, frame.y));
    assert_eq!(screen.model().context, Context::Overview);
}

#[test]
fn a_click_on_the_hint_opens_the_review_that_waits() {
    let mut screen = life::of_friday(Lang::Zh, LARGE);
    assert!(screen.shown().contains("按 3"));
    let hint = screen.model().dashboard().hint;
    screen.desk.take(Message::Clicked(hint.x + 2, hint.y));
    assert_eq!(screen.model().context, Context::Week);
}

#[test]
fn the_wheel_scrolls_the_panel_under_the_pointer() {
    let mut screen = new_school();
    let requirements = cell(&screen, Panel::Measures, 0);
    screen.desk.take(Message::Scrolled(2, requirements));
    let model = screen.model();
    assert_eq!(model.overview.focused, Panel::Tasks);
    assert_eq!(model.overview.cursor(Panel::Measures).top, 2);
    assert_eq!(model.overview.cursor(Panel::Tasks).at, 0);
    let tasks = cell(&screen, Panel::Tasks, 0);
    screen.desk.take(Message::Scrolled(3, tasks));
    assert_eq!(screen.model().overview.cursor(Panel::Tasks).at, 3);
}

#[test]
fn nothing_is_looked_up_for_the_first_drawing_nor_looked_back_for_with_a_tick() {
    let screen = Screen::of_school(Lang::Zh, LARGE);
    let mut model = screen.model().clone();
    model.look.drawn = false;
    let effects = update::update(&mut model, Message::Resized(LARGE.0, LARGE.1));
    assert_eq!(effects, []);
    let mut screen = life::of_friday(Lang::Zh, LARGE);
    let asked = |model: &Model| matches!(model.look.asked, Some(Effect::Look { .. }));
    assert!(asked(screen.model()));
    let before = screen.model().trend().expect("weeks").clone();
    let ahead = screen.model().look.ahead.clone();
    screen.keys("j j j j space");
    let model = screen.model();
    assert!(!asked(model), "a tick looked back");
    let after = model.trend().expect("weeks");
    assert_eq!(after.weeks, before.weeks);
    assert_ne!(after.all.last(), before.all.last());
    assert!(ahead.is_some() && model.look.ahead.is_some());
}

#[test]
fn a_new_school_is_told_how_to_begin_until_it_has() {
    let mut screen = new_school();
    let shown = screen.shown();
    assert!(shown.contains("从这里开始"), "{shown}");
    assert!(shown.contains("从第二周起"));
    screen.keys("space");
    assert!(!screen.shown().contains("从这里开始"));
}

#[test]
fn where_the_focused_panel_is_gone_the_tasks_take_the_keys() {
    let mut screen = at(Panel::Trend);
    screen.desk.take(Message::Resized(80, 24));
    assert_eq!(focused(&screen), Panel::Tasks);
    screen.keys("tab esc");
    assert_eq!(focused(&screen), Panel::Tasks);
}

#[test]
fn keys_to_the_left_and_right_are_in_the_table() {
    let action = |word| crate::keymap::action(key(word), Context::Overview);
    assert_eq!(action("left"), Some(Action::Left));
    assert_eq!(action("right"), Some(Action::Right));
}
