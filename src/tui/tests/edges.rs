//! Small things that people would stumble over.

use super::life::{of_friday, on};
use super::{MOMENT, Screen, opening, walked};
use crate::assess::Status;
use crate::clock::Clock;
use crate::find::Filter;
use crate::keymap::Context;
use crate::text::Lang;
use crate::tui::driver::{Desk, Page};
use crate::tui::message::Message;
use crate::tui::model::Overlay;
use crate::workspace::{Command, Home, Workspace};
use unicode_width::UnicodeWidthStr;

const SIZE: (u16, u16) = (80, 24);
const MONDAY: &str = "2022-03-14T08:00:00+08:00";
const NARROW: (u16, u16) = (60, 15);

/// Clicks on a text of the screen.
fn click_on(screen: &mut Screen, text: &str) {
    let shown = screen.shown();
    let found = shown.lines().enumerate().find_map(|(y, line)| {
        let (before, _) = line.split_once(text)?;
        Some((before.width(), y))
    });
    let (x, y) = found.unwrap_or_else(|| panic!("no {text:?}:\n{shown}"));
    let cell = |n: usize| u16::try_from(n).expect("on the screen");
    screen.desk.take(Message::Clicked(cell(x), cell(y)));
}

/// The same school on the Wednesday.
fn opened_again(screen: Screen, lang: Lang) -> Screen {
    let Screen { desk, size, home } = screen;
    drop(desk);
    let desk = Desk::open(opening(home.path(), lang, true)).expect("a screen");
    let mut screen = Screen { desk, size, home };
    screen.desk.take(Message::Resized(size.0, size.1));
    screen.desk.take(Message::Drawn);
    screen
}

fn assert_shown(screen: &Screen, text: &str) {
    let shown = screen.shown();
    assert!(shown.contains(text), "no {text:?}:\n{shown}");
}

#[test]
fn overview_and_filter_count_the_same_as_due_today() {
    let mut screen = on(Lang::Zh, SIZE, "2022-03-21");
    let model = screen.model();
    let marks = model.marks.clone();
    let ground = model.board.ground(&marks);
    let items = model.board.premises();
    let due = items
        .items()
        .filter(|i| Filter::DueToday.holds(&ground, *i));
    let due = due.count();
    // One of them is overdue as well.
    assert_eq!(model.board.tasks.today, due);
    assert!(model.board.tasks.only_today < due);
    assert_shown(&screen, &format!("今日到期 {due} 项"));
    screen.keys("f");
    let shown = screen.shown();
    let line = shown.lines().find(|line| line.contains("[ ] 今日到期"));
    let line = line.expect("the filter").trim_end_matches(['│', ' ']);
    assert!(line.ends_with(&format!(" {due}")), "{line}");
}

#[test]
fn the_footer_of_the_overview_names_the_key_of_the_panels() {
    assert_shown(&Screen::of_school(Lang::Zh, SIZE), "Tab 换栏");
    assert_shown(&Screen::of_school(Lang::En, SIZE), "Tab panel");
}

#[test]
fn a_narrow_calendar_says_what_its_marks_mean() {
    for (lang, meaning) in [(Lang::Zh, "* 放假"), (Lang::En, "* off")] {
        let mut screen = Screen::of_school(lang, NARROW);
        screen.keys("5");
        assert_shown(&screen, meaning);
        let line = screen.shown();
        let legend = line.lines().find(|line| line.contains(meaning));
        assert!(legend.is_some_and(|line| line.width() <= 60 && !line.ends_with("..")));
    }
}

#[test]
fn where_no_finding_is_open_none_is_counted() {
    for (lang, all, none) in [
        (Lang::Zh, "没有未销号的问题。", "未销号 0 个"),
        (Lang::En, "None open.", "0 open"),
    ] {
        let line = crate::text::screen::finding::counts(0, [0; 3], lang);
        assert!(line.starts_with(all) && !line.contains(none), "{line}");
    }
}

#[test]
fn the_hints_of_palette_and_filters_are_clicked() {
    let mut screen = Screen::of_school(Lang::Zh, SIZE);
    screen.keys(":");
    click_on(&mut screen, "Esc ");
    assert!(screen.model().overlay.is_none());
    screen.keys(": \"筛选清单\"");
    click_on(&mut screen, "Enter ");
    assert!(matches!(screen.model().overlay, Some(Overlay::Filters(_))));
    click_on(&mut screen, "Esc ");
    assert!(screen.model().overlay.is_none());
    assert_eq!(screen.model().context, Context::Checklist);
}

#[test]
fn the_hints_of_the_first_run_are_clicked() {
    let mut screen = Screen::first_run(Lang::Zh, SIZE);
    click_on(&mut screen, "Ctrl-L ");
    assert_shown(&screen, "name of the school");
    let Page::Setup(setup) = &screen.desk.page else {
        panic!("no first run");
    };
    assert!(setup.name.is_empty());
}

#[test]
fn the_hint_of_the_editor_says_that_a_field_is_one_line() {
    for (lang, said) in [(Lang::Zh, "存为一行"), (Lang::En, "as one line")] {
        let mut screen = Screen::of_school(lang, SIZE);
        screen.keys("2 j j n");
        assert_shown(&screen, said);
    }
}

/// The day that stands in a dialog.
fn day_asked(screen: &Screen) -> String {
    match &screen.model().overlay {
        Some(Overlay::Form { form, .. }) => form.fields[0].text(),
        other => panic!("no dialog: {other:?}"),
    }
}

#[test]
fn a_day_is_asked_for_from_the_oldest_that_is_missed() {
    // 3.2 was done on Friday, and missed on Tuesday and Wednesday.
    let mut screen = of_friday(Lang::Zh, SIZE);
    screen.keys("2 / \"3.2\" enter t");
    assert_eq!(day_asked(&screen), "2022-03-15");
    screen.keys("tab \"补\" enter");
    assert_shown(&screen, "还有 1 天逾期，按 t 补录");
    screen.keys("t");
    assert_eq!(day_asked(&screen), "2022-03-16");
    screen.keys("enter t");
    assert_eq!(day_asked(&screen), "");
}

#[test]
fn a_tick_of_today_says_why_the_item_stays_overdue() {
    for (lang, day, left) in [
        (Lang::Zh, "3月16日（周三）", "还有 2 天逾期"),
        (Lang::En, "Wed 16 March", "2 days are still overdue"),
    ] {
        let mut screen = opened_again(Screen::of_school_at(lang, SIZE, MONDAY), lang);
        screen.keys("2 / \"3.2\" enter space");
        let notice = screen.model().notice.clone().expect("a notice").text;
        assert!(notice.contains(day) && notice.contains(left), "{notice}");
    }
}

#[test]
fn days_on_which_it_was_done_are_marked_where_a_day_is_chosen() {
    for (lang, legend) in [(Lang::Zh, "x 已完成"), (Lang::En, "x done")] {
        let mut screen = of_friday(lang, SIZE);
        screen.keys("2 / \"3.2\" enter t");
        assert_shown(&screen, "[15 ]");
        assert_shown(&screen, " 14x");
        assert_shown(&screen, " 17x");
        assert_shown(&screen, legend);
    }
}

#[test]
fn the_review_of_a_past_week_asks_for_a_day_of_that_week() {
    let mut screen = on(Lang::Zh, SIZE, "2022-03-22");
    screen.keys("3 t");
    assert_shown(&screen, "2022-W11");
    assert_eq!(day_asked(&screen), "2022-03-18");
    screen.keys("esc ] t");
    assert_eq!(day_asked(&screen), "");
}

/// The dialog: the label of the field that is filled in, and what is wrong.
fn dialog(screen: &Screen) -> (&'static str, String) {
    match &screen.model().overlay {
        Some(Overlay::Form { form, wrong }) => {
            let label = form.fields[form.focus].label.of(screen.model().lang);
            (label, wrong.clone().unwrap_or_default())
        }
        other => panic!("no dialog: {other:?}"),
    }
}

#[test]
fn the_caret_goes_to_the_field_that_is_wrong() {
    let mut screen = of_friday(Lang::Zh, SIZE);
    // A day that is none, and one that has not come, told from the field of the note.
    screen.keys("2 / \"3.2\" enter t \"3-\" tab \"补\" enter");
    assert_eq!(dialog(&screen), ("日期", screen_wrong(&screen)));
    screen.keys("ctrl-u \"2022-03-20\" tab enter");
    let (label, wrong) = dialog(&screen);
    assert_eq!(label, "日期");
    assert!(wrong.starts_with("3月20日（周日）还没有到"), "{wrong}");
    // Evidence that is not there, told from the field of the day.
    screen.keys("esc a \"no/such/file.pdf\" tab enter");
    assert_eq!(dialog(&screen).0, "文件或链接");
}

fn screen_wrong(screen: &Screen) -> String {
    let (_, wrong) = dialog(screen);
    assert!(wrong.starts_with("“3-”不是日期"), "{wrong}");
    wrong
}

#[test]
fn what_must_not_be_empty_is_called_as_its_field_is() {
    for (lang, named) in [
        (Lang::Zh, "“督查人”不能为空"),
        (Lang::En, "“inspector” must not be empty"),
    ] {
        let mut screen = of_friday(lang, SIZE);
        screen.keys("2 / \"3.2\" enter i enter");
        let (label, wrong) = dialog(&screen);
        assert_eq!(wrong, named);
        assert!(named.contains(label));
    }
}

#[test]
fn what_was_recorded_before_is_undone_only_when_that_is_agreed() {
    for (lang, asked) in [
        (Lang::Zh, "不是这次打开以后在这里记的"),
        (Lang::En, "not here since duban was opened"),
    ] {
        let mut screen = Screen::of_school_at(lang, SIZE, MONDAY);
        screen.keys("2 / \"3.2\" enter space");
        let mut screen = opened_again(screen, lang);
        screen.keys("2 / \"3.1\" enter space");
        assert_eq!(screen.status("3.1"), Status::Overdue);
        // What was recorded now is undone at once, what was before asks.
        screen.keys("u");
        assert!(screen.model().overlay.is_none());
        screen.keys("u");
        let Some(Overlay::Confirm { question, .. }) = &screen.model().overlay else {
            panic!("not asked");
        };
        assert!(question.contains(asked), "{question}");
        assert!(question.contains("3.2"), "{question}");
        screen.keys("esc u enter");
        assert!(screen.model().overlay.is_none());
        let board = &screen.model().board;
        let done = board
            .history
            .items()
            .any(|(_, h)| !h.completions.is_empty());
        assert!(!done);
    }
}

#[test]
fn what_somebody_else_records_meanwhile_is_not_undone_unasked() {
    let mut screen = Screen::of_school(Lang::Zh, SIZE);
    screen.keys("2 / \"3.1\" enter space");
    let clock = Clock::Fixed(MOMENT.parse().expect("a moment"));
    let mut other =
        Workspace::open(Home::at(screen.home.path()), clock, None).expect("a workspace");
    let items = vec![screen.model().board.tasks.items[0]];
    let on = screen.model().board.today;
    let command = Command::CompleteItems {
        items,
        on,
        note: None,
        event: None,
    };
    other.execute(&command, "李老师").expect("a tick");
    screen.desk.look_up();
    screen.keys("u");
    assert_shown(&screen, "李老师");
    screen.keys("enter u");
    assert!(screen.model().overlay.is_none());
    assert_eq!(screen.status("3.1"), Status::Due);
}

#[test]
fn where_nothing_waits_no_line_is_left_for_it() {
    // Something was ticked, no week is to be signed yet, nothing is at risk.
    let mut screen = Screen::of_school(Lang::Zh, SIZE);
    screen.keys("space");
    for size in [SIZE, NARROW, (120, 40)] {
        screen.size = size;
        screen.desk.take(Message::Resized(size.0, size.1));
        let shown = screen.shown();
        assert!(screen.model().dashboard().hint.is_empty(), "{shown}");
        let lines: Vec<&str> = shown.lines().skip(2).take(3).collect();
        assert!(lines[0].contains("本周应办"), "{shown}");
        let blank = lines.iter().filter(|line| line.trim().is_empty());
        assert!(blank.count() <= 1, "{shown}");
    }
}

#[test]
fn of_a_chosen_heading_the_first_item_below_is_the_last_place() {
    let mut screen = walked(Lang::Zh);
    let item = |screen: &Screen| {
        let place = screen.desk.place().expect("a place");
        place.item.map(|item| item.item.to_string())
    };
    screen.keys("2 g");
    assert_eq!(item(&screen), None);
    screen.keys("j");
    assert!(screen.model().chosen_item().is_none());
    assert_eq!(item(&screen).as_deref(), Some("0.1"));
    screen.keys("j j");
    assert_eq!(item(&screen).as_deref(), Some("0.2"));
}
