//! Every screen and dialog at every size, without colour too, in both languages: one snapshot a
//! scene and language.

use super::demo::demo;
use super::life::{of_friday, on};
use super::{Screen, assert_whole_characters, text_of};
use crate::text::Lang;
use crate::tui::cells::seen;
use crate::tui::driver::Page;
use crate::tui::message::Message;
use crate::tui::theme::Scheme;
use ratatui::buffer::Buffer;
use ratatui::style::{Color, Modifier};
use std::fmt::Write as _;

/// A terminal of the usual size, a small window, and a large one.
pub(in crate::tui) const SIZES: [(u16, u16); 3] = [(80, 24), (60, 15), (120, 40)];
const USUAL: (u16, u16) = SIZES[0];

/// The school that a scene shows.
#[derive(Clone, Copy)]
enum At {
    /// Nobody has answered the first questions.
    FirstRun,
    /// A school that was set up on this day.
    New,
    /// A school with five weeks behind it, on a Friday.
    Friday,
    /// The same on the Monday after.
    Monday,
    /// The made-up school, with its tour.
    Demo,
}

use At::{Demo, FirstRun, Friday, Monday, New};

/// The views, and what can lie over them: a name, a school, the keys that lead there.
const VIEWS: &[(&str, At, &str)] = &[
    ("first_run", FirstRun, ""),
    ("first_run_wrong", FirstRun, "tab tab tab enter"),
    ("overview_new", New, "space"),
    ("overview", Friday, ""),
    ("overview_requirements", Friday, "tab down down"),
    ("overview_monday", Monday, ""),
    ("checklist_requirement", Friday, "2"),
    ("checklist_item", Friday, "2 j j j j j"),
    ("item_alone", New, "2 j j enter"),
    ("search", Friday, r#"/ "hsjc""#),
    ("search_kept", Friday, r#"/ "hsjc" enter j"#),
    ("search_nothing", Friday, r#"/ "qqqq""#),
    ("filters", Friday, "f space down down space"),
    ("filtered", Friday, "f space esc"),
    ("palette", Friday, ":"),
    ("palette_found", Friday, r#": "qz""#),
    ("marked", Friday, "2 j j x x x"),
    ("week", Friday, "3 s j"),
    ("summary", Friday, "3 space S"),
    ("findings", Friday, "4"),
    ("notices", Friday, "4 T j"),
    (
        "differences",
        Friday,
        r#"4 i right right tab "缺两天" tab "李督学" enter D"#,
    ),
    ("calendar", Friday, "5 left up up"),
    ("record", New, "space space u 6"),
    ("record_lived", Friday, "6 j j"),
    ("tour_begins", Demo, ""),
    ("tour_over_a_dialog", Demo, "enter space u t"),
    ("help_overview", Friday, "?"),
    ("help_checklist", Friday, "2 ?"),
    ("help_week", Friday, "3 ?"),
    ("help_findings", Friday, "4 ?"),
    ("explained", Friday, "tab down down down E"),
];

/// The dialogs: a name, a school, the keys that lead there.
const DIALOGS: &[(&str, At, &str)] = &[
    ("dialog_tick", New, r#"2 / "3.2" enter t"#),
    ("dialog_tick_yesterday", New, r#"2 / "3.2" enter t "昨天""#),
    (
        "dialog_tick_future",
        New,
        r#"2 / "3.2" enter t "2022-03-17""#,
    ),
    ("dialog_note", New, r#"2 / "3.2" enter n "已电话核实""#),
    (
        "dialog_assign",
        New,
        r#"2 / "3.2" enter o "王芳" tab "李强、赵敏""#,
    ),
    ("dialog_waive", New, r#"2 / "3.2" enter w "本校没有食堂""#),
    (
        "dialog_measure",
        New,
        r#"2 / "3.3" enter m "3891" tab "5494""#,
    ),
    (
        "dialog_measure_wrong",
        New,
        r#"2 / "3.3" enter m "很多" enter"#,
    ),
    (
        "dialog_attach",
        New,
        r#"2 / "3.2" enter a "https://example.org/a.jpg""#,
    ),
    ("dialog_event", New, r#"2 / "6.1" enter e "期中考试""#),
    ("dialog_several", Friday, r#"2 j j x x x w "停用一周""#),
    ("dialog_several_ticked", Friday, "2 j j x x x space"),
    ("dialog_put_off", Friday, r#"2 / "3.3" enter d "下周一""#),
    (
        "dialog_day_moved",
        New,
        r#"2 / "3.2" enter t left left up pgup"#,
    ),
    ("dialog_unlock", Friday, r#"3 S S "王建国" enter X "补登""#),
    ("dialog_untick", New, r#"2 / "3.2" enter space space"#),
    ("dialog_lift", New, r#"2 / "3.2" enter w "停用" enter w"#),
    ("dialog_raise", Friday, r#"r "追踪表没有联系时间""#),
    (
        "dialog_inspect",
        Friday,
        r#"i right tab "缺两天" tab "李督学""#,
    ),
    ("dialog_anchor", New, "5 M"),
    ("dialog_done_on", Friday, "3 t"),
    ("dialog_partly", Friday, r#"3 p "差两个班""#),
    ("dialog_not_done", Friday, "3 n"),
    (
        "dialog_postpone",
        Friday,
        r#"3 j j j d "下周一" tab "等检测结果""#,
    ),
    ("dialog_not_applicable", Friday, r#"3 w "本周没有外来人员""#),
    ("dialog_alike", Friday, "3 j j j space A"),
    ("dialog_sign", Friday, "3 S S"),
    ("dialog_nothing", Friday, "3 S N"),
    ("dialog_fix", Friday, "4 f"),
    ("dialog_verify", Friday, r#"4 f enter v "林海""#),
    ("dialog_limit", Friday, r#"4 d "+5" tab "等配件""#),
    ("dialog_complete", Friday, "4 e"),
    ("dialog_revoke", Friday, "6 x"),
];

fn screen(at: At, lang: Lang) -> Screen {
    match at {
        FirstRun => Screen::first_run(lang, USUAL),
        New => Screen::of_school(lang, USUAL),
        Friday => of_friday(lang, USUAL),
        Monday => on(lang, USUAL, "2022-03-21"),
        Demo => demo(lang, USUAL, "2022-03-16"),
    }
}

/// The scene in every size, and what can be told of its cells without colour.
fn pictures(mut screen: Screen) -> String {
    let mut all = String::new();
    for (width, height) in SIZES {
        screen.desk.take(Message::Resized(width, height));
        screen.size = (width, height);
        let buffer = screen.buffer();
        assert_whole_characters(&buffer);
        let _ = writeln!(all, "== {width}x{height}\n{}", text_of(&buffer));
    }
    screen.desk.take(Message::Resized(USUAL.0, USUAL.1));
    screen.size = USUAL;
    let coloured = text_of(&screen.buffer());
    match &mut screen.desk.page {
        Page::Main(model) => model.theme.scheme = Scheme::Plain,
        Page::Setup(setup) => setup.theme.scheme = Scheme::Plain,
    }
    let buffer = screen.buffer();
    assert_eq!(
        text_of(&buffer),
        coloured,
        "the text is the same without colour"
    );
    let _ = writeln!(all, "== without colour\n{}", marked(&buffer));
    all
}

/// What stands out without colour: the cells that are reversed or bold, line by line.
pub(in crate::tui) fn marked(buffer: &Buffer) -> String {
    let mut lines = String::new();
    for y in 0..buffer.area.height {
        let cells = (0..buffer.area.width).map(|x| &buffer[(x, y)]);
        let mut runs: Vec<(Modifier, String)> = Vec::new();
        for cell in cells {
            assert_eq!((cell.fg, cell.bg), (Color::Reset, Color::Reset), "a colour");
            let style = cell.modifier & (Modifier::REVERSED | Modifier::BOLD);
            let (symbol, _) = seen(cell.symbol());
            match runs.last_mut() {
                Some((last, text)) if *last == style => text.push_str(symbol),
                _ => runs.push((style, symbol.to_owned())),
            }
        }
        for (style, text) in runs {
            if style.is_empty() || text.trim().is_empty() {
                continue;
            }
            let kind = if style.contains(Modifier::REVERSED) {
                "reversed"
            } else {
                "bold"
            };
            let _ = writeln!(lines, "{y:>2} {kind}: {}", text.trim());
        }
    }
    lines
}

fn check(scenes: &[(&str, At, &str)]) {
    for (name, at, script) in scenes {
        for lang in Lang::ALL {
            let mut screen = screen(*at, lang);
            if !script.is_empty() {
                screen.keys(script);
            }
            insta::assert_snapshot!(format!("{name}_{lang}"), pictures(screen));
        }
    }
}

#[test]
fn views_in_every_size_language_and_without_colour() {
    check(VIEWS);
}

#[test]
fn dialogs_in_every_size_language_and_without_colour() {
    check(DIALOGS);
}
