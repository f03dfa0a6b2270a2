//! Dialogs: days without thinking, Chinese at the keyboard, the mouse.

use super::life::{made_up, of_friday};
use super::{Screen, assert_whole_characters, caret, key};
use crate::keymap::Key;
use crate::text::Lang;
use crate::tui::form::Form;
use crate::tui::message::{Effect, Message, Order};
use crate::tui::model::{Model, Overlay};
use crate::tui::wrap::wrap;
use crate::tui::{update, view};
use crate::workspace::Command;
use ratatui::layout::Position;
use unicode_width::UnicodeWidthStr;

const SIZE: (u16, u16) = (80, 24);

/// A dialog that asks for the day of a tick, on Wednesday 16 March 2022.
fn tick() -> Screen {
    let mut screen = Screen::of_school(Lang::Zh, SIZE);
    screen.keys("2 / \"3.2\" enter t");
    screen
}

fn form(screen: &Screen) -> &Form {
    match &screen.model().overlay {
        Some(Overlay::Form { form, .. }) => form,
        other => panic!("no dialog: {other:?}"),
    }
}

/// What stands in the field being filled in.
fn typed(screen: &Screen) -> String {
    form(screen).fields[form(screen).focus].text()
}

/// The place of a text on the screen: its first cell.
fn place(screen: &Screen, text: &str) -> Position {
    let shown = screen.shown();
    let found = shown.lines().enumerate().find_map(|(y, line)| {
        let (before, _) = line.split_once(text)?;
        Some((before.width(), y))
    });
    let (x, y) = found.unwrap_or_else(|| panic!("no {text:?}:\n{shown}"));
    let cells = |cells: usize| u16::try_from(cells).expect("on the screen");
    Position::new(cells(x), cells(y))
}

/// The first cell after a text on the screen.
fn end(screen: &Screen, text: &str) -> Position {
    let at = place(screen, text);
    Position::new(at.x + u16::try_from(text.width()).expect("short"), at.y)
}

fn click_at(screen: &mut Screen, at: Position) {
    screen.desk.take(Message::Clicked(at.x, at.y));
}

fn click(screen: &mut Screen, text: &str) {
    let at = place(screen, text);
    click_at(screen, at);
}

fn effects_of(screen: &Screen, message: Message) -> (Vec<Effect>, Model) {
    let mut model = screen.model().clone();
    let effects = update::update(&mut model, message);
    (effects, model)
}

/// The day of the completion that the dialog orders.
fn ordered_day(screen: &Screen) -> String {
    match &effects_of(screen, Message::Pressed(Key::Enter)).0[..] {
        [
            Effect::Execute(Order {
                command: Command::CompleteItems { on, .. },
                ..
            }),
        ] => on.to_string(),
        other => panic!("no completion: {other:?}"),
    }
}

/// Where the terminal's cursor stands, if it is shown.
fn cursor(screen: &Screen) -> Option<Position> {
    caret(|frame| screen.desk.page.view(frame), screen.size)
}

#[test]
fn a_day_is_said_as_soon_as_it_is_typed() {
    let mut screen = tick();
    assert!(screen.shown().contains("今天         3月16日（周三）"));
    screen.types("３月１２");
    assert!(
        screen.shown().contains("3月12日（周六），周末"),
        "{}",
        screen.shown()
    );
    assert!(screen.shown().contains("[12-]"));
    screen.keys("ctrl-u \"昨天\"");
    assert!(screen.shown().contains("3月15日（周二）"));
    assert_eq!(ordered_day(&screen), "2022-03-15");
    // Half of a day is none, and says nothing.
    screen.keys("ctrl-u \"3-\"");
    assert!(screen.shown().contains("“3-”不是日期"));
    let board = &screen.model().board;
    assert_eq!(form(&screen).chosen_day(board), None);
}

#[test]
fn holidays_and_worked_weekends_are_named_where_a_day_lies_ahead() {
    let mut screen = of_friday(Lang::Zh, SIZE);
    screen.keys("2 / \"6.1\" enter e \"月考\" tab \"4-5\"");
    assert!(
        screen.shown().contains("4月5日（周二），清明节放假"),
        "{}",
        screen.shown()
    );
    screen.keys("left left left");
    assert_eq!(typed(&screen), "2022-04-02");
    assert!(screen.shown().contains("4月2日（周六），周末补班"));
    assert!(screen.shown().contains("[ 2+]"));
    assert!(screen.shown().contains("2022年4月"));
    for legend in ["* 放假", "+ 补班", "- 周末"] {
        assert!(screen.shown().contains(legend), "{legend}");
    }
}

#[test]
fn arrows_choose_a_day_and_never_go_past_today() {
    let mut screen = tick();
    screen.keys("left");
    assert_eq!(typed(&screen), "2022-03-15");
    screen.keys("right right right down pgdn");
    assert_eq!(typed(&screen), "2022-03-16");
    screen.keys("left home");
    assert_eq!(typed(&screen), "2022-03-16");
    screen.keys("left down left");
    assert_eq!(typed(&screen), "2022-03-15");
    assert_eq!(ordered_day(&screen), "2022-03-15");
    // Before the checklist was in use nothing can be recorded.
    screen.keys("pgup");
    assert_eq!(typed(&screen), "2022-03-09");
}

#[test]
fn what_is_typed_after_choosing_replaces_the_day_and_tab_leaves_the_field() {
    let mut screen = tick();
    screen.keys("left \"周一\"");
    assert_eq!(typed(&screen), "周一");
    assert_eq!(ordered_day(&screen), "2022-03-14");
    screen.keys("tab \"补\" left \"已\"");
    assert_eq!(typed(&screen), "已补");
    assert!(!screen.shown().contains("2022年3月"));
    screen.keys("up");
    assert_eq!(form(&screen).focus, 0);
    assert!(screen.shown().contains("2022年3月"));
}

#[test]
fn a_day_ahead_is_refused_for_a_completion_and_an_arrow_leads_back() {
    let mut screen = tick();
    screen.types("2022-03-20");
    assert!(screen.shown().contains("还没有到"));
    assert!(screen.shown().contains("[20.]"), "{}", screen.shown());
    screen.keys("left");
    assert_eq!(typed(&screen), "2022-03-16");
}

#[test]
fn signed_weeks_are_marked_in_the_calendar() {
    let mut screen = made_up("2022-03-11", "2022-03-18");
    screen.keys("2 / \"3.2\" enter t ctrl-u up");
    assert!(screen.shown().contains("[11#]"), "{}", screen.shown());
    assert!(screen.shown().contains("# 已签字"));
    assert!(screen.shown().contains("已签字"));
}

#[test]
fn another_limit_cannot_be_past() {
    let mut screen = of_friday(Lang::Zh, SIZE);
    screen.keys("4 d left");
    assert_eq!(typed(&screen), "2022-03-18");
    screen.keys("right right");
    assert_eq!(typed(&screen), "2022-03-20");
    screen.keys("tab \"等配件\"");
    let (effects, _) = effects_of(&screen, Message::Pressed(Key::Enter));
    let due = match &effects[..] {
        [
            Effect::Execute(Order {
                command: Command::UpdateFinding { due, .. },
                ..
            }),
        ] => due.map(|due| due.to_string()),
        other => panic!("no update: {other:?}"),
    };
    assert_eq!(due.as_deref(), Some("2022-03-20"));
}

#[test]
fn a_click_on_a_day_chooses_it_and_one_beside_it_does_nothing() {
    let mut screen = tick();
    click(&mut screen, " 14 ");
    assert_eq!(typed(&screen), "2022-03-14");
    assert_eq!(ordered_day(&screen), "2022-03-14");
    // The 17th cannot be chosen, and February is not shown.
    let today = place(&screen, "16@");
    click_at(&mut screen, Position::new(today.x + 5, today.y));
    assert_eq!(typed(&screen), "2022-03-14");
    let first = place(&screen, "一   二");
    click_at(&mut screen, Position::new(first.x, first.y + 1));
    assert_eq!(typed(&screen), "2022-03-14");
    click_at(&mut screen, Position::new(0, 20));
    click_at(&mut screen, Position::new(79, 0));
    assert_eq!(typed(&screen), "2022-03-14");
}

#[test]
fn a_click_on_a_field_goes_there_and_sets_the_caret() {
    let mut screen = tick();
    screen.keys("tab \"晨检已办\" tab");
    assert_eq!(form(&screen).focus, 0);
    click(&mut screen, "已办");
    assert_eq!(form(&screen).focus, 1);
    screen.types("，");
    assert_eq!(typed(&screen), "晨检，已办");
    click(&mut screen, "日期  ");
    assert_eq!(form(&screen).focus, 0);
}

#[test]
fn a_click_on_a_key_presses_it() {
    let mut screen = tick();
    let at = place(&screen, "前一天");
    click_at(&mut screen, at);
    assert_eq!(typed(&screen), "2022-03-15");
    click(&mut screen, "下一栏");
    assert_eq!(form(&screen).focus, 1);
    let at = place(&screen, "确定");
    let (effects, _) = effects_of(&screen, Message::Clicked(at.x, at.y));
    assert!(matches!(&effects[..], [Effect::Execute(_)]), "{effects:?}");
    click(&mut screen, "取消");
    assert!(screen.model().overlay.is_none());
    // A question and help have keys too.
    screen.keys("space space");
    assert!(screen.model().overlay.is_some());
    click(&mut screen, "Esc 取消");
    assert!(screen.model().overlay.is_none());
    screen.keys("?");
    click(&mut screen, "返回");
    assert!(screen.model().overlay.is_none());
}

#[test]
fn one_of_a_few_things_is_chosen_by_its_keys_and_by_a_click() {
    let mut screen = of_friday(Lang::Zh, SIZE);
    screen.keys("i");
    assert!(screen.shown().contains("右 换选项"));
    screen.types("　");
    assert!(screen.shown().contains("[部分合格]"), "{}", screen.shown());
    screen.keys("left");
    assert!(screen.shown().contains("[合格]"));
    click(&mut screen, "不合格");
    assert!(screen.shown().contains("[不合格]"));
    screen.keys("tab");
    assert!(!screen.shown().contains("换选项"));
    // A click there from another field goes back to it.
    click(&mut screen, "部分合格");
    assert_eq!(form(&screen).focus, 0);
    assert!(screen.shown().contains("[部分合格]"));
}

#[test]
fn the_wheel_scrolls_what_is_read_and_not_what_lies_below() {
    let mut screen = Screen::of_school(Lang::Zh, (60, 15));
    screen.keys("2 j j j j j ?");
    let top = screen.shown();
    screen.desk.take(Message::Scrolled(3, (10, 5)));
    assert!(matches!(
        screen.model().overlay,
        Some(Overlay::Help { top: 3 })
    ));
    assert_ne!(screen.shown(), top);
    screen.desk.take(Message::Scrolled(-9, (10, 5)));
    assert_eq!(screen.shown(), top);
    screen.desk.take(Message::Scrolled(900, (10, 5)));
    screen.desk.take(Message::Scrolled(-3, (10, 5)));
    assert_ne!(screen.shown(), top);
    let cursor = screen.model().tree.cursor;
    screen.keys("esc t");
    screen.desk.take(Message::Scrolled(3, (10, 5)));
    assert_eq!(screen.model().tree.cursor, cursor);
}

#[test]
fn the_wheel_over_a_page_scrolls_the_page() {
    for (size, keys, over) in [((80, 24), "2 j j j", 60), ((60, 15), "2 j j j enter", 10)] {
        let mut screen = Screen::of_school(Lang::Zh, size);
        screen.keys(keys);
        let cursor = screen.model().tree.cursor;
        screen.desk.take(Message::Scrolled(3, (over, 5)));
        assert_eq!(screen.model().item_top, 3, "{}", screen.shown());
        assert_eq!(screen.model().tree.cursor, cursor);
        screen.desk.take(Message::Scrolled(-9, (over, 5)));
        assert_eq!(screen.model().item_top, 0);
    }
}

#[test]
fn the_editor_is_for_texts_alone() {
    let mut screen = tick();
    assert!(!screen.shown().contains("编辑器"));
    let (effects, _) = effects_of(&screen, Message::Pressed(key("ctrl-o")));
    assert_eq!(effects, []);
    screen.keys("tab \"已\"");
    assert!(screen.shown().contains("Ctrl-O 编辑器"));
    let (effects, _) = effects_of(&screen, Message::Pressed(key("ctrl-o")));
    assert_eq!(effects, [Effect::Edit { text: "已".into() }]);
    screen.desk.take(Message::Edited("第一行\n第二行\n".into()));
    assert_eq!(typed(&screen), "第一行 第二行");
    let mut screen = of_friday(Lang::Zh, SIZE);
    screen.keys("i");
    let (effects, _) = effects_of(&screen, Message::Pressed(key("ctrl-o")));
    assert_eq!(effects, []);
}

#[test]
fn what_would_be_refused_as_it_stands_is_said_before_anything_is_typed() {
    let mut screen = Screen::of_school(Lang::Zh, SIZE);
    screen.keys("2 / \"3.2\" enter space t");
    assert!(screen.shown().contains("本期已于"), "{}", screen.shown());
    // Where something is still to be said, nothing is wrong yet.
    screen.keys("esc n");
    assert!(!screen.shown().contains("备注不能"), "{}", screen.shown());
}

#[test]
fn a_name_filled_in_is_kept_when_the_caret_moves_and_replaced_when_one_types() {
    let signing = || {
        let mut screen = of_friday(Lang::Zh, SIZE);
        screen.keys("4 f tab");
        screen
    };
    let name = typed(&signing());
    assert!(!name.is_empty());
    let mut kept = signing();
    kept.keys("end \"等\"");
    assert_eq!(typed(&kept), format!("{name}等"));
    let mut replaced = signing();
    let at = place(&replaced, &format!("> {name}"));
    assert!(is_reversed(&replaced, Position::new(at.x + 2, at.y)));
    replaced.keys("\"王芳\"");
    assert_eq!(typed(&replaced), "王芳");
    let mut deleted = signing();
    deleted.keys("backspace");
    assert_eq!(typed(&deleted), "");
}

fn is_reversed(screen: &Screen, at: Position) -> bool {
    let modifier = screen.buffer()[at].modifier;
    modifier.contains(ratatui::style::Modifier::REVERSED)
}

#[test]
fn what_is_pasted_becomes_one_line_without_control_codes() {
    let mut screen = tick();
    screen.keys("tab");
    screen
        .desk
        .take(Message::Pasted("门卫\u{1b}[31m\r\n登记\n".into()));
    assert_eq!(typed(&screen), "门卫[31m 登记");
}

#[test]
fn numbers_and_names_are_taken_as_a_chinese_keyboard_gives_them() {
    let mut screen = Screen::of_school(Lang::Zh, SIZE);
    screen.keys("2 / \"3.3\" enter m \"３，８９１\" tab \"５４９４\"");
    assert!(
        screen.shown().contains("3,891 / 5,494"),
        "{}",
        screen.shown()
    );
    screen.keys("esc o \"王芳\" tab \"李强、赵敏；陈曦　周涛，吴岚\"");
    let shown = screen.shown();
    assert!(
        shown.contains("李强、赵敏、陈曦、周涛、吴岚配合"),
        "{shown}"
    );
}

#[test]
fn the_cursor_stands_where_the_input_method_draws() {
    // After what is typed, in a dialog.
    let mut screen = tick();
    screen.keys("tab \"𠮷林核酸\"");
    assert_eq!(cursor(&screen), Some(end(&screen, "𠮷林核酸")));
    screen.keys("left left");
    assert_eq!(cursor(&screen), Some(end(&screen, "𠮷林")));
    // In the search line.
    screen.keys("esc / \"核酸\"");
    assert_eq!(cursor(&screen), Some(end(&screen, "查找：核酸")));
    // In the first run.
    let mut setup = Screen::first_run(Lang::Zh, SIZE);
    setup.types("青山");
    assert_eq!(cursor(&setup), Some(end(&setup, "> 青山")));
    // A long text keeps it in sight.
    let mut long = tick();
    long.keys("tab");
    long.types(&"今日晨检齐全".repeat(20));
    let last = place(&long, "齐全   │");
    assert_eq!(cursor(&long), Some(Position::new(last.x + 4, last.y)));
}

/// Every dialog, as it is reached and filled in from the overview of a Friday.
const DIALOGS: [(&str, &str); 21] = [
    ("tick", r#"2 / "5.2" enter t "昨天" tab "晚上补办""#),
    ("note", r#"n "已电话核实""#),
    (
        "assign",
        r#"2 / "2.2" enter o "王芳" tab "李强、赵敏" tab "4-20""#,
    ),
    ("waive", r#"w "本校没有食堂""#),
    (
        "measure",
        r#"2 / "3.3" enter m "3891" tab "5494" tab "300" tab"#,
    ),
    ("attach", r#"a "https://example.org/a.jpg" tab"#),
    ("event", r#"2 / "6.1" enter e "月考" tab "4-5""#),
    (
        "raise",
        r#"r "追踪表没有联系时间，家长电话无人接听" tab "人手不足" tab "加派一人" tab tab tab right"#,
    ),
    ("inspect", r#"i right tab "缺两天" tab "李督学""#),
    ("fix", r#"4 f "昨天""#),
    ("reopen", r#"4 f enter O "门又坏了""#),
    ("limit", r#"4 d "+5" tab "等配件""#),
    ("complete", r#"4 e tab tab tab "校长已督促""#),
    ("partly", r#"3 p "办到一半""#),
    ("not done", "3 n"),
    ("done on", r#"3 t "昨天""#),
    ("postpone", r#"3 j j j d "下周一" tab "等检测结果""#),
    ("sign", r#"3 S S "王建国""#),
    (
        "postpone an item",
        r#"/ "3.3" enter d "下周一" tab "等检测结果""#,
    ),
    ("anchor", r#"2 / "2.2" enter M "2022-03-21" tab "推迟开学""#),
    // What is marked stays so, and this is the last.
    ("several", r#"2 / "5." enter x j x t "昨天""#),
];

#[test]
fn every_dialog_says_in_full_what_it_will_record_at_every_size() {
    for lang in Lang::ALL {
        for size in [SIZE, (60, 15), (140, 40)] {
            let mut screen = of_friday(lang, size);
            for (name, script) in DIALOGS {
                screen.keys("1");
                screen.keys(script);
                let model = screen.model();
                let Some(Overlay::Form { form, .. }) = &model.overlay else {
                    panic!("no dialog {name}: {}", screen.shown());
                };
                let said = match form.preview(&model.board, lang) {
                    Ok(said) => format!("{}{said}", crate::text::screen::WILL_RECORD.of(lang)),
                    Err((what, hint)) => crate::text::screen::failed(&what, hint.as_deref(), lang),
                };
                let shown = screen.shown();
                let width = usize::from(size.0.min(66)) - 4;
                for line in said.split('\n').flat_map(|line| wrap(line, width)) {
                    assert!(shown.contains(&line), "{name} {size:?}: {line}\n{shown}");
                }
                let keys = view::form_parts(model, form, None).keys;
                let keys = shown.lines().nth(keys.y.into()).unwrap_or_default();
                for key in ["Enter", "Esc"] {
                    assert!(keys.contains(key), "{name} {size:?} {lang}: {keys}");
                }
                for field in &form.fields {
                    let label = field.label.of(lang);
                    assert!(shown.contains(label), "{name} {size:?}: {label}\n{shown}");
                }
                assert_whole_characters(&screen.buffer());
                screen.keys("esc");
            }
        }
    }
}
