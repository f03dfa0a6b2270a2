//! Finding and acting: the search, filters, the palette, marks.

use super::life::of_friday;
use super::{MOMENT, Screen, assert_whole_characters, caret, opening_at};
use crate::assess::{ItemIndex, Status};
use crate::clock::Clock;
use crate::fact::{Entry, Fact};
use crate::find::Filter;
use crate::keymap::{self, Action, Context, Key};
use crate::text::Lang;
use crate::tui::driver::{Desk, Page};
use crate::tui::message::{Effect, Message};
use crate::tui::model::{Model, Overlay};
use crate::tui::palette::Offer;
use crate::tui::tree::Row;
use crate::tui::{update, view};
use crate::workspace::{Command, Home, Workspace};

const SIZES: [(u16, u16); 2] = [(80, 24), (60, 15)];
const PEOPLE: &str = "
people:
- name: 林芳
  roles: [principal]
- name: 陈静
  roles: [school-doctor]
";

fn school(lang: Lang) -> Screen {
    Screen::of_school(lang, (80, 24))
}

/// The screen of a school whose profile names people.
fn with_people(lang: Lang, size: (u16, u16)) -> Screen {
    let screen = Screen::of_school(lang, size);
    let home = screen.home;
    drop(screen.desk);
    let path = home.path().join("school.yaml");
    let profile = std::fs::read_to_string(&path).expect("a profile");
    std::fs::write(&path, profile + PEOPLE).expect("a profile");
    let desk = Desk::open(opening_at(home.path(), lang, true, MOMENT)).expect("a screen");
    let mut screen = Screen { desk, size, home };
    screen.desk.take(Message::Resized(size.0, size.1));
    screen.desk.take(Message::Drawn);
    screen
}

impl Screen {
    fn ids(&self, items: impl IntoIterator<Item = ItemIndex>) -> Vec<String> {
        let items = items.into_iter();
        let ids = items.map(|index| self.model().board.item(index).id.to_string());
        ids.collect()
    }

    /// The ids of the items that are listed.
    fn listed(&self) -> Vec<String> {
        self.ids(self.model().listed_items().iter().copied())
    }

    fn marked(&self) -> Vec<String> {
        self.ids(self.model().marks.set().iter().copied())
    }

    /// The id of the chosen item.
    fn chosen(&self) -> Option<String> {
        let index = self.model().chosen_item()?;
        Some(self.model().board.item(index).id.to_string())
    }

    fn index(&self, id: &str) -> ItemIndex {
        let premises = self.model().board.premises();
        let found = premises
            .items()
            .find(|index| premises.item(*index).id.as_str() == id);
        found.expect("an item")
    }

    /// A copy of the state after a key, and the effects of that.
    fn after(&self, key: Key) -> (Model, Vec<Effect>) {
        let mut model = self.model().clone();
        let effects = update::update(&mut model, Message::Pressed(key));
        (model, effects)
    }

    /// The facts of the last action of the record.
    fn last_action(&self) -> Vec<Fact> {
        let clock = Clock::Fixed(MOMENT.parse().expect("a moment"));
        let home = Home::at(self.home.path());
        let workspace = Workspace::open(home, clock, None).expect("a workspace");
        let tail = workspace.record().tail(300).expect("facts");
        let action = tail.last().expect("a fact").action.clone();
        tail.into_iter()
            .filter(|fact| fact.action == action)
            .collect()
    }

    /// Where the terminal's cursor stands, if it is shown.
    fn caret(&self) -> (u16, u16) {
        let caret = caret(|frame| view::view(self.model(), frame), self.size);
        let position = caret.expect("a caret");
        (position.x, position.y)
    }

    fn click(&mut self, column: u16, row: u16) {
        self.desk.take(Message::Clicked(column, row));
    }

    /// Two clicks, as a terminal sends them.
    fn click_twice(&mut self, column: u16, row: u16) {
        self.desk.take(Message::Clicked(column, row));
        self.desk.take(Message::DoubleClicked(column, row));
    }

    /// The row of the screen on which a text stands.
    fn row_of(&self, text: &str) -> u16 {
        let shown = self.shown();
        let row = shown.lines().position(|line| line.contains(text));
        let row = row.unwrap_or_else(|| panic!("{text} is not shown:\n{shown}"));
        u16::try_from(row).expect("a row")
    }

    fn shows(&self, text: &str) {
        let shown = self.shown();
        assert!(shown.contains(text), "{text} is not shown:\n{shown}");
        assert_whole_characters(&self.buffer());
    }
}

// The search.

#[test]
fn the_search_finds_by_all_that_is_known_of_an_item() {
    let mut screen = with_people(Lang::Zh, (80, 24));
    screen.keys(r#"2 / "3.4" enter n "银行回执，重庆返校" enter esc"#);
    for (typed, id) in [
        ("因病缺勤", "3.2"),
        ("ABSENT", "3.2"),
        ("3.2", "3.2"),
        ("陈静", "3.3"),
        ("chenjing", "3.3"),
        ("校医", "3.3"),
        ("T3.1", "3.1"),
        ("师生每日健康监测", "3.1"),
        ("银行回执", "3.4"),
        ("yh", "3.4"),
        ("cq", "3.4"),
        ("chongqing", "3.4"),
        ("hsjc", "3.3"),
        ("hesuanjiance", "3.3"),
        ("ｈｓｊｃ", "3.3"),
        ("３．２", "3.2"),
    ] {
        screen.keys("/");
        screen.types(typed);
        let listed = screen.listed();
        assert!(listed.contains(&id.to_owned()), "{typed}: {listed:?}");
        // The first item that is found is chosen, not the heading above it.
        let chosen = screen.chosen().expect("an item");
        assert!(listed.contains(&chosen), "{typed}: {chosen}");
        screen.keys("esc");
    }
    let mut english = with_people(Lang::En, (60, 15));
    english.keys(r#"2 / "doctor""#);
    assert!(english.listed().contains(&"3.3".to_owned()));
}

#[test]
fn an_id_that_is_typed_is_chosen_also_in_full_width() {
    let mut screen = school(Lang::Zh);
    for typed in ["3.5", "３．５", "３。５", "b3.3"] {
        screen.keys("/");
        screen.types(typed);
        screen.keys("enter");
        let id = screen.chosen().expect("an item");
        assert_eq!(id, if typed == "b3.3" { "B3.3" } else { "3.5" });
    }
}

#[test]
fn what_was_found_stays_chosen_when_the_search_is_cleared() {
    let mut screen = school(Lang::Zh);
    for size in SIZES {
        screen.size = size;
        screen.desk.take(Message::Resized(size.0, size.1));
        screen.keys(r#"2 / "hsjc" down down"#);
        let chosen = screen.chosen();
        screen.keys("esc");
        assert_eq!(screen.chosen(), chosen);
        screen.shows(&chosen.expect("an item"));
        screen.keys(r#"/ "9.3" enter esc"#);
        assert_eq!(screen.chosen().as_deref(), Some("9.3"));
        screen.shows("[ ] 9.3");
    }
}

#[test]
fn another_item_is_read_from_its_beginning() {
    let mut screen = school(Lang::Zh);
    screen.keys(r#"2 / "3.2" enter J J"#);
    assert_eq!(screen.model().item_top, 2);
    screen.keys(r#"/ "3.3""#);
    assert_eq!(screen.model().item_top, 0);
}

// Filters.

#[test]
fn the_list_of_filters_is_shown_in_every_size_and_language() {
    for (lang, due, left) in [
        (Lang::Zh, "[x] 今日到期", "余 "),
        (Lang::En, "[x] due today", " items left"),
    ] {
        for size in SIZES {
            let mut screen = Screen::of_school(lang, size);
            screen.keys("f space");
            assert_eq!(screen.model().context, Context::Checklist);
            screen.shows(due);
            screen.shows(left);
            screen.keys("pgdn pgdn pgdn pgdn pgdn pgdn pgdn");
            screen.shows("B3 ");
        }
    }
}

#[test]
fn a_filter_narrows_the_list_while_the_menu_is_open() {
    let mut screen = school(Lang::Zh);
    screen.keys("2 f");
    let all = screen.listed().len();
    screen.keys("space");
    let due = screen.listed();
    assert!(due.len() < all && !due.is_empty());
    assert!(matches!(screen.model().overlay, Some(Overlay::Filters(_))));
    screen.shows(&format!("[今日到期 x] 余 {} 项", due.len()));
    for id in &due {
        assert_eq!(screen.status(id), Status::Due, "{id}");
    }
    // One by one: the same key lets it go.
    screen.keys("enter");
    assert_eq!(screen.listed().len(), all);
    assert!(!screen.shown().contains("[今日到期 x]"));
}

#[test]
fn the_count_of_a_filter_is_what_it_leaves() {
    let mut screen = of_friday(Lang::Zh, (80, 24));
    screen.keys("2 f");
    let counts = |screen: &Screen| match &screen.model().overlay {
        Some(Overlay::Filters(menu)) => menu.chosen().map(|choice| choice.count),
        other => panic!("no menu: {other:?}"),
    };
    for n in 0..30 {
        let count = counts(&screen);
        // The profile names nobody, so nothing can be said to be the principal's.
        if n != 4 {
            screen.keys("space");
            assert_eq!(Some(screen.listed().len()), count);
            screen.keys("space");
        }
        screen.keys("j");
    }
    screen.keys(r#"esc / "hsjc" enter f"#);
    let count = counts(&screen);
    screen.keys("space");
    assert_eq!(Some(screen.listed().len()), count, "within a search");
}

#[test]
fn letters_narrow_nothing_in_the_menu_and_headings_are_passed_over() {
    let mut screen = school(Lang::Zh);
    screen.keys("2 f z 9 , 核");
    let Some(Overlay::Filters(menu)) = &screen.model().overlay else {
        panic!("no menu");
    };
    assert_eq!(menu.cursor.at, 1, "the first line is a heading");
    screen.keys("k up j j j j");
    let Some(Overlay::Filters(menu)) = &screen.model().overlay else {
        panic!("no menu");
    };
    let chosen = menu.chosen().expect("a filter");
    assert_eq!(chosen.filter, Filter::Mine);
    screen.keys("f");
    assert!(screen.model().overlay.is_none());
}

#[test]
fn esc_lets_marks_go_then_the_search_then_the_filters() {
    let mut screen = school(Lang::Zh);
    screen.keys(r#"2 f space esc / "jrwjl" enter"#);
    screen.keys("esc");
    screen.keys(r#"/ "hs" enter x"#);
    assert_eq!(screen.marked().len(), 1);
    screen.keys("esc");
    assert!(screen.marked().is_empty());
    assert!(!screen.model().search.field.is_empty());
    let chosen = screen.chosen();
    screen.keys("esc");
    assert!(screen.model().search.field.is_empty());
    assert!(!screen.model().filters.is_empty());
    screen.keys("esc");
    assert!(screen.model().filters.is_empty());
    assert_eq!(screen.model().context, Context::Checklist);
    assert_eq!(screen.chosen(), chosen, "and the place is kept");
    screen.keys("esc");
    assert_eq!(screen.model().context, Context::Overview);
}

#[test]
fn where_nobody_is_named_mine_says_so() {
    for (lang, said) in [
        (Lang::Zh, "没有写校长姓名"),
        (Lang::En, "does not name the principal"),
    ] {
        let mut screen = school(lang);
        screen.keys("2 f j j j j space");
        screen.shows(said);
        assert!(screen.model().filters.is_empty());
        screen.keys("j");
        assert!(screen.model().notice.is_none());
    }
}

#[test]
fn mine_are_the_principals_items() {
    let mut screen = with_people(Lang::Zh, (80, 24));
    screen.keys("2 f j j j j");
    screen.shows("[ ] 我的（林芳）");
    screen.keys("space esc");
    screen.shows("[我的（林芳） x]");
    let premises = screen.model().board.premises();
    let items = screen.model().listed_items();
    assert!(!items.is_empty());
    for index in items {
        let owner = premises.owner(*index).and_then(|owner| owner.name);
        assert_eq!(owner.as_deref(), Some("林芳"));
    }
}

#[test]
fn places_are_alternatives_and_other_kinds_narrow_further() {
    let mut screen = school(Lang::Zh);
    screen.keys("2 f");
    let toggle = |screen: &mut Screen, wanted: &str| {
        for _ in 0..80 {
            let Some(Overlay::Filters(menu)) = &screen.model().overlay else {
                panic!("no menu");
            };
            let chosen = menu.chosen().expect("a filter").filter.clone();
            let premises = screen.model().board.premises();
            if crate::text::screen::find::filter(&chosen, &premises, Lang::Zh) == wanted {
                screen.keys("space");
                return;
            }
            screen.keys("j");
        }
        panic!("no filter {wanted}");
    };
    toggle(&mut screen, "校门");
    let gate = screen.listed();
    toggle(&mut screen, "食堂");
    let both = screen.listed();
    assert!(both.len() > gate.len());
    assert!(gate.iter().all(|id| both.contains(id)));
    screen.keys("esc f");
    toggle(&mut screen, "今日到期");
    let due = screen.listed();
    assert!(due.len() < both.len() && due.iter().all(|id| both.contains(id)));
    screen.shows("[校门 x] [食堂 x] [今日到期 x]");
}

#[test]
fn a_click_on_a_chip_takes_it_away() {
    for size in SIZES {
        let mut screen = Screen::of_school(Lang::Zh, size);
        screen.keys("2 f space j j space esc");
        // `[今日到期 x] [本周未办 x] 余 …`
        screen.shows("[今日到期 x] [本周未办 x]");
        screen.click(12, 1);
        assert_eq!(
            screen.model().filters.iter().count(),
            2,
            "between the chips"
        );
        screen.click(11, 1);
        assert!(!screen.model().filters.has(&Filter::DueToday));
        screen.shows("[本周未办 x] 余");
        // Also while the menu is open, which is closed by a click beside it.
        screen.keys("f");
        screen.click(2, 1);
        assert!(screen.model().filters.is_empty());
        assert!(screen.model().overlay.is_none());
    }
}

#[test]
fn chips_that_do_not_fit_are_counted() {
    let mut screen = Screen::of_school(Lang::En, (60, 15));
    screen.keys("2 f space j space j space j space j j space");
    let shown = screen.shown();
    let chips = shown.lines().nth(1).expect("a line");
    assert!(chips.contains('+') && chips.contains(" left"), "{chips}");
    assert_whole_characters(&screen.buffer());
}

#[test]
fn where_a_filter_takes_the_chosen_item_away_the_one_that_follows_on_it_is_chosen() {
    let mut tried = 0;
    for down in [4, 8, 16, 30] {
        let mut screen = school(Lang::Zh);
        screen.keys(&["2 g", &" j".repeat(down)].concat());
        let (all, chosen) = (screen.listed(), screen.chosen());
        let at = all.iter().position(|id| Some(id) == chosen.as_ref());
        screen.keys("f space esc");
        let due = screen.listed();
        let Some(at) = at.filter(|at| !due.contains(&all[*at])) else {
            continue;
        };
        let next = all[at..].iter().find(|id| due.contains(id));
        assert_eq!(screen.chosen().as_ref(), next.or(due.last()));
        tried += 1;
    }
    assert!(tried > 1, "{tried}");
}

#[test]
fn a_ticked_item_leaves_the_list_of_what_is_due_and_the_next_is_chosen() {
    let mut screen = school(Lang::Zh);
    screen.keys("2 f space esc g j j");
    let due = screen.listed();
    assert_eq!(screen.chosen().as_deref(), Some(due[0].as_str()));
    screen.keys("space");
    assert_eq!(screen.listed(), due[1..]);
    assert_eq!(screen.chosen().as_deref(), Some(due[1].as_str()));
}

#[test]
fn going_to_an_item_lets_filters_go_that_hide_it() {
    let mut screen = school(Lang::Zh);
    screen.keys("2 f j j j space esc");
    screen.shows("没有符合的事项");
    screen.keys("1 enter");
    assert!(screen.model().filters.is_empty());
    assert!(screen.chosen().is_some());
}

#[test]
fn a_click_takes_a_filter_and_two_do_not_take_it_back() {
    let mut screen = school(Lang::Zh);
    screen.keys("2 f");
    let row = screen.row_of("[ ] 本周未办");
    screen.click(50, row);
    assert!(screen.model().filters.has(&Filter::NotDone));
    screen.click_twice(50, row);
    assert!(!screen.model().filters.has(&Filter::NotDone));
    // A heading is nothing to choose.
    screen.click(50, screen.row_of("情况"));
    let chosen = |screen: &Screen| match &screen.model().overlay {
        Some(Overlay::Filters(menu)) => menu.cursor.at,
        other => panic!("no menu: {other:?}"),
    };
    let at = chosen(&screen);
    screen.desk.take(Message::Scrolled(3, (5, 5)));
    assert!(chosen(&screen) > at);
    screen.click(5, 5);
    assert!(screen.model().overlay.is_none());
}

#[test]
fn what_another_program_records_is_counted_anew_in_the_menu() {
    let mut screen = school(Lang::Zh);
    screen.keys("2 f");
    let count = |screen: &Screen| match &screen.model().overlay {
        Some(Overlay::Filters(menu)) => menu.chosen().expect("a filter").count,
        other => panic!("no menu: {other:?}"),
    };
    let before = count(&screen);
    let clock = Clock::Fixed(MOMENT.parse().expect("a moment"));
    let mut other =
        Workspace::open(Home::at(screen.home.path()), clock, None).expect("a workspace");
    let command = Command::CompleteItems {
        items: vec![screen.index("0.4")],
        on: screen.model().board.today,
        note: None,
        event: None,
    };
    other.execute(&command, "李老师").expect("a tick");
    screen.desk.look_up();
    assert_eq!(count(&screen), before - 1);
}

// The palette.

#[test]
fn every_action_of_the_view_is_listed_with_its_key_and_those_of_others_with_theirs() {
    for lang in Lang::ALL {
        let mut screen = of_friday(lang, (80, 24));
        for (context, script) in [
            (Context::Overview, "1"),
            (Context::Checklist, "2"),
            (Context::Week, "3"),
            (Context::Findings, "4"),
            (Context::Calendar, "5"),
            (Context::Record, "6"),
        ] {
            screen.keys(script);
            screen.keys(":");
            let Some(Overlay::Palette(palette)) = &screen.model().overlay else {
                panic!("no palette in {context:?}");
            };
            let here: Vec<&str> = keymap::bindings(context)
                .filter(|binding| binding.action != Action::Palette)
                .map(|binding| binding.text.of(lang))
                .collect();
            let offered = palette.offers.iter().filter_map(|offer| match offer {
                Offer::Here(binding) => Some(binding.text.of(lang)),
                _ => None,
            });
            assert_eq!(offered.collect::<Vec<_>>(), here, "{context:?}");
            let elsewhere = palette.offers.len() - here.len();
            assert_eq!(elsewhere + here.len() + 1, keymap::all().count());
            screen.keys("esc");
        }
    }
}

/// What a key changes, apart from the memory of the last used actions.
fn seen(model: &Model) -> String {
    format!(
        "{:?} {:?} {:?} {:?} {:?} {:?} {:?} {:?} {:?} {:?} {:?} {:?}",
        model.context,
        model.overlay,
        model.notice,
        model.search.typing,
        model.tree.cursor,
        model.overview,
        model.reading,
        model.item_top,
        model.marks,
        model.lang,
        model.theme,
        model.entries.cursor,
    )
}

#[test]
fn an_action_of_the_palette_does_what_its_key_does() {
    let mut screen = of_friday(Lang::Zh, (80, 24));
    for script in ["1", r#"2 / "3.3" enter"#, "4", "6"] {
        screen.keys(script);
        let context = screen.model().context;
        for binding in keymap::bindings(context) {
            if binding.action == Action::Palette {
                continue;
            }
            let (by_key, effects) = screen.after(binding.keys[0]);
            let mut model = screen.model().clone();
            update::update(&mut model, Message::Pressed(Key::Ctrl('p')));
            let Some(Overlay::Palette(palette)) = &model.overlay else {
                panic!("no palette");
            };
            let is = |offer: &Offer| match offer {
                Offer::Here(offered) => std::ptr::eq(*offered, binding),
                _ => false,
            };
            let at = palette.offers.iter().position(is).expect("the action");
            for _ in 0..at {
                update::update(&mut model, Message::Pressed(Key::Down));
            }
            let run = update::update(&mut model, Message::Pressed(Key::Enter));
            assert_eq!(run, effects, "{:?}", binding.action);
            assert_eq!(seen(&model), seen(&by_key), "{:?}", binding.action);
        }
    }
}

#[test]
fn an_action_is_found_by_its_name_in_both_languages_and_by_pinyin() {
    for (lang, typed, first) in [
        (Lang::Zh, "筛选", "筛选清单"),
        (Lang::Zh, "sx", "筛选清单"),
        (Lang::Zh, "filter", "筛选清单"),
        (Lang::Zh, "ｆｉｌｔｅｒ", "筛选清单"),
        (Lang::En, "shaixuan", "filter the"),
        (Lang::En, "waive", "waive with a reason"),
        (Lang::Zh, "bsy", "记为不适用"),
    ] {
        let mut screen = school(lang);
        screen.keys("2 ：");
        screen.types(typed);
        let Some(Overlay::Palette(palette)) = &screen.model().overlay else {
            panic!("no palette");
        };
        let Some(Offer::Here(binding)) = palette.offers.first() else {
            panic!("{typed} finds {:?}", palette.offers.first());
        };
        let text = binding.text.of(lang);
        assert!(text.starts_with(first), "{typed} finds {text}");
    }
}

#[test]
fn the_cursor_stands_where_an_input_method_draws() {
    for size in SIZES {
        let mut screen = Screen::of_school(Lang::Zh, size);
        screen.keys(r#": "核酸a""#);
        let row = screen.row_of("命令：核酸a");
        let (x, y) = screen.caret();
        assert_eq!(y, row);
        let shown = screen.buffer();
        let left: String = (0..x).map(|x| shown[(x, y)].symbol()).collect();
        assert!(left.replace(' ', "").ends_with("核酸a"), "{left}");
        screen.keys("left left");
        assert_eq!(screen.caret(), (x - 3, y));
        screen.keys("backspace");
        screen.shows("命令：酸a");
        assert_whole_characters(&screen.buffer());
    }
}

#[test]
fn an_action_of_another_view_goes_there_first() {
    let mut screen = of_friday(Lang::Zh, (80, 24));
    screen.keys(":");
    screen.types("周检视　签字");
    screen.shows("周检视：总结、签字");
    screen.keys("enter");
    assert_eq!(screen.model().context, Context::Summary);
    // What would act on something that was not seen yet is only shown.
    let before = screen.last_action();
    screen.keys(r#"1 ctrl-p "维持" enter"#);
    assert_eq!(screen.model().context, Context::Week);
    screen.shows("按 c：维持现状");
    assert_eq!(screen.last_action(), before);
    screen.keys(r#"ctrl-p "三色提醒" enter"#);
    screen.shows("三色提醒（T）");
    assert_eq!(screen.model().context, Context::Findings);
    screen.keys(r#"ctrl-p "零报告" enter"#);
    assert_eq!(screen.model().context, Context::Summary);
    let mut english = of_friday(Lang::En, (60, 15));
    english.keys(r#"ctrl-p "differ""#);
    english.shows("Findings: findings / where self-check");
}

#[test]
fn an_item_is_gone_to_by_its_id_or_what_finds_it() {
    for lang in Lang::ALL {
        let mut screen = Screen::of_school(lang, (60, 15));
        // A filter hides it, and a search is going on.
        screen.keys(r#"2 f j space esc / "zzz" enter"#);
        screen.keys(r#": "9.3""#);
        screen.shows("[ ] 9.3");
        screen.keys("enter");
        assert_eq!(screen.chosen().as_deref(), Some("9.3"));
        screen.shows("[ ] 9.3");
    }
    let mut screen = school(Lang::Zh);
    screen.keys(r#": "三一三""#);
    screen.shows("没有这样的操作或事项");
    screen.keys("enter esc");
    screen.keys(r#": "yinbing""#);
    screen.keys("enter");
    assert_eq!(screen.chosen().as_deref(), Some("3.2"));
}

#[test]
fn the_action_used_last_is_the_first() {
    let mut screen = school(Lang::Zh);
    screen.keys(r#": "换配色" enter : "怎么来" enter esc :"#);
    let Some(Overlay::Palette(palette)) = &screen.model().overlay else {
        panic!("no palette");
    };
    let actions: Vec<Action> = palette.offers.iter().take(2).filter_map(action).collect();
    assert_eq!(actions, [Action::Explain, Action::Theme]);
}

fn action(offer: &Offer) -> Option<Action> {
    match offer {
        Offer::Here(binding) | Offer::Elsewhere(binding, _) => Some(binding.action),
        Offer::Item(_) => None,
    }
}

#[test]
fn the_mouse_chooses_an_action_and_two_clicks_run_it() {
    let mut screen = school(Lang::Zh);
    screen.keys("2 :");
    let at = |screen: &Screen| match &screen.model().overlay {
        Some(Overlay::Palette(palette)) => palette.cursor.at,
        other => panic!("no palette: {other:?}"),
    };
    screen.desk.take(Message::Scrolled(3, (5, 5)));
    assert_eq!(at(&screen), 3);
    screen.click(20, screen.row_of("打勾，另填日期"));
    assert_eq!(at(&screen), 1);
    screen.click_twice(20, screen.row_of("筛选清单"));
    assert!(matches!(screen.model().overlay, Some(Overlay::Filters(_))));
    screen.keys("esc :");
    screen.click(0, 23);
    assert!(screen.model().overlay.is_none());
}

#[test]
fn what_is_pasted_into_the_palette_is_looked_for() {
    let mut screen = school(Lang::Zh);
    screen.keys(":");
    screen.desk.take(Message::Pasted("3.2\n".into()));
    let Some(Overlay::Palette(palette)) = &screen.model().overlay else {
        panic!("no palette");
    };
    assert!(matches!(palette.chosen(), Some(Offer::Item(_))));
}

// Marks.

#[test]
fn a_mark_is_seen_without_colour_and_the_next_line_is_chosen() {
    for (lang, count) in [(Lang::Zh, "已选 2 项"), (Lang::En, "2 marked")] {
        for size in SIZES {
            let mut screen = Screen::of_school(lang, size);
            screen.keys(r#"2 / "0.4" enter esc x x"#);
            assert_eq!(screen.marked(), ["0.4", "1.1"]);
            screen.shows("*[ ] 0.4");
            screen.shows("*[ ] 1.1");
            screen.shows(count);
            screen.keys("esc");
            assert!(!screen.shown().contains("*["));
            // On the overview among what is to be done.
            screen.keys("1 x x");
            screen.shows("*[ ] ");
            screen.shows(count);
            screen.keys("k k x");
            assert_eq!(screen.marked().len(), 1);
        }
    }
}

#[test]
fn a_requirements_line_marks_all_its_items() {
    let mut screen = school(Lang::Zh);
    screen.keys("2 g j x");
    assert_eq!(screen.marked(), ["0.1", "0.2", "0.3", "0.4"]);
    screen.keys("g j left");
    screen.shows("*+ 0 ");
    screen.keys("x");
    assert!(screen.marked().is_empty());
    assert!(matches!(
        screen.model().tree.chosen(),
        Some(Row::Requirement(0, 1))
    ));
    screen.keys("g x");
    let first = screen.model().listed_items()[0].checklist;
    let marks = screen.model().marks.set();
    assert!(marks.iter().all(|index| index.checklist == first));
    assert!(marks.len() > 20);
}

#[test]
fn all_that_is_listed_is_marked_or_nothing_and_what_is_not_in_sight_counts() {
    let mut screen = school(Lang::Zh);
    screen.keys(r#"2 / "hsjc" enter X"#);
    let found = screen.listed();
    assert_eq!(screen.marked(), found);
    screen.keys(r#"/ "3.2" enter"#);
    screen.shows(&format!("已选 {} 项（", found.len()));
    screen.shows("不在列表中");
    screen.keys("X X");
    let listed = screen.listed();
    let mut left = found.clone();
    left.retain(|id| !listed.contains(id));
    assert_eq!(screen.marked(), left);
    screen.keys(r#"/ "hsjc" enter X X"#);
    assert!(screen.marked().is_empty());
    // What is marked can be listed.
    screen.keys(r#"/ "0.4" enter x esc"#);
    screen.keys(r#"/ "0.4" enter x / f"#);
    screen.keys("esc f j j j j space esc");
    screen.shows("[已选 x] 余 1 项");
    assert_eq!(screen.listed(), ["0.4"]);
}

#[test]
fn thirty_items_are_ticked_with_one_order_and_undone_in_one_step() {
    for lang in Lang::ALL {
        let mut screen = school(lang);
        screen.keys("2 f j j space esc X");
        let due = screen.listed();
        assert!(due.len() >= 30, "{}", due.len());
        screen.keys("space");
        screen.shows(&match lang {
            Lang::Zh => format!("将记入：{} 项 完成于 3月16日（周三）", due.len()),
            Lang::En => format!("will record: {} items done on Wed 16 March", due.len()),
        });
        screen.shows(&due[0]);
        screen.shows(&match lang {
            Lang::Zh => format!("另有 {} 项", due.len() - 4),
            Lang::En => format!("and {} more", due.len() - 4),
        });
        assert_eq!(
            screen.status(&due[0]),
            Status::Due,
            "not before it is agreed"
        );
        screen.keys("enter");
        let facts = screen.last_action();
        assert_eq!(facts.len(), due.len());
        assert!(screen.marked().is_empty());
        assert!(screen.listed().is_empty(), "nothing is left of this week");
        screen.keys("u");
        assert_eq!(screen.listed(), due);
    }
}

#[test]
fn what_cannot_be_done_is_named_and_left_out_when_that_is_agreed() {
    let mut screen = school(Lang::Zh);
    screen.keys(r#"2 / "0.4" enter space esc"#);
    screen.keys(r#"/ "3.2" enter w "本周停课" enter esc"#);
    for id in ["0.4", "3.2", "3.9", "3.1", "5.4"] {
        screen.keys("/");
        screen.types(id);
        screen.keys("enter x");
    }
    screen.keys("space");
    screen.shows("将记入：2 项 完成于");
    screen.shows("另外 3 项不办（已完成：0.4；不适用：3.2；");
    screen.keys("esc");
    assert_eq!(screen.status("3.1"), Status::Due);
    assert_eq!(screen.marked().len(), 5, "nothing is lost");
    screen.keys("space enter");
    let done = screen.last_action();
    let items = done.iter().map(|fact| {
        assert!(matches!(fact.entry, Entry::ItemCompleted { .. }));
        fact.subject
            .as_ref()
            .expect("an item")
            .item
            .item
            .to_string()
    });
    assert_eq!(items.collect::<Vec<_>>(), ["3.1", "5.4"]);
    screen.keys("u");
    assert_eq!(screen.status("3.1"), Status::Due);
    assert_eq!(screen.status("0.4"), Status::Done);
}

#[test]
fn where_none_can_be_done_nothing_is_asked() {
    for (lang, said) in [(Lang::Zh, "选中的事项都办不了"), (Lang::En, "none of them")] {
        let mut screen = school(lang);
        screen.keys(r#"2 / "3.9" enter x / "5.1" enter x space"#);
        assert!(screen.model().overlay.is_none());
        screen.shows(said);
        assert_eq!(screen.marked().len(), 2);
    }
}

#[test]
fn what_is_asked_keeps_its_keys_on_a_small_screen() {
    for (lang, keys) in [(Lang::Zh, "Enter 确定"), (Lang::En, "Enter yes")] {
        let mut screen = of_friday(lang, (60, 15));
        screen.keys("2 X space");
        screen.shows(keys);
        screen.shows("5.13");
    }
}

#[test]
fn ticks_of_all_that_is_marked_are_taken_back_together() {
    let mut screen = school(Lang::Zh);
    let marks = r#"2 / "3.1" enter x / "5.4" enter x"#;
    screen.keys(marks);
    screen.keys("space enter");
    assert_eq!(screen.status("5.4"), Status::Done);
    screen.keys(marks);
    screen.keys("space");
    screen.shows("取消 2 项本期的完成记录？");
    screen.keys("enter");
    assert_eq!(screen.last_action().len(), 2);
    assert_eq!(screen.status("5.4"), Status::Due);
    screen.keys("u");
    assert_eq!(screen.status("3.1"), Status::Done);
}

#[test]
fn several_are_waived_and_apply_again_together() {
    let mut screen = Screen::of_school(Lang::En, (60, 15));
    let marks = r#"2 / "3.1" enter x / "5.4" enter x w"#;
    screen.keys(marks);
    screen.keys(r#""closed""#);
    screen.shows("2 items  waive");
    screen.shows("will record: 2 items waived: closed");
    screen.keys("enter");
    assert_eq!(screen.last_action().len(), 2);
    assert_eq!(screen.status("5.4"), Status::Waived);
    screen.keys(marks);
    screen.shows("2 items are waived. Make them apply again?");
    screen.keys("enter");
    assert_eq!(screen.status("5.4"), Status::Due);
}

#[test]
fn several_are_ticked_on_a_day_assigned_and_postponed() {
    let mut screen = school(Lang::Zh);
    screen.keys(r#"2 / "3.1" enter x / "5.4" enter x t "昨天" tab "补""#);
    screen.shows("将记入：2 项 完成于 3月15日（周二）；备注：补");
    screen.keys("enter");
    assert_eq!(screen.last_action().len(), 4);
    screen.keys(r#"/ "3.1" enter o "王芳" tab "李强" enter"#);
    screen.keys(r#"/ "3.1" enter x / "3.3" enter x o"#);
    // What differs is not filled in, and that helpers would go is said.
    screen.shows("不填则取消原有配合");
    screen.keys(r#""陈静""#);
    screen.shows("将记入：2 项 由陈静牵头");
    screen.keys("enter");
    assert_eq!(screen.last_action().len(), 2);
    screen.keys(r#"/ "3.1" enter x / "3.4" enter x d "4-8" tab "等名单""#);
    screen.shows("将记入：1 项 延期到 4月8日（周五）：等名单");
    screen.shows("另外 1 项不办（每天的事不能延期：3.1）");
    screen.keys("enter");
    assert_eq!(screen.last_action().len(), 1);
    assert!(screen.marked().is_empty());
}

#[test]
fn one_item_is_postponed_by_its_key_unless_it_is_daily() {
    let mut screen = school(Lang::Zh);
    screen.keys(r#"2 / "3.4" enter d "4-8" tab "等名单" enter"#);
    let [fact] = &screen.last_action()[..] else {
        panic!("not one fact");
    };
    assert!(matches!(fact.entry, Entry::ItemPostponed { .. }));
    screen.keys(r#"/ "3.1" enter d"#);
    assert!(screen.model().overlay.is_none());
    screen.shows("是每天的事，不能延期");
}

#[test]
fn what_is_for_one_item_says_so() {
    for (lang, said) in [
        (Lang::Zh, "一次只办一项"),
        (Lang::En, "this is for one item"),
    ] {
        let mut screen = school(lang);
        screen.keys(r#"2 / "3.3" enter x"#);
        for word in ["n", "m", "a", "e", "r", "i", "M"] {
            screen.keys(word);
            assert!(screen.model().overlay.is_none(), "{word}");
            screen.shows(said);
        }
        assert_eq!(screen.marked(), ["3.3"]);
    }
}

#[test]
fn a_failed_batch_keeps_its_marks() {
    let mut screen = school(Lang::Zh);
    let record = rusqlite::Connection::open(screen.home.path().join("record.db"));
    record
        .expect("the record")
        .execute_batch(
            "CREATE TRIGGER no_more BEFORE INSERT ON fact
             BEGIN SELECT RAISE(ABORT, 'no more'); END;",
        )
        .expect("a trigger");
    screen.keys(r#"2 / "3.1" enter x / "5.4" enter x space enter"#);
    assert!(screen.model().notice.as_ref().is_some_and(|n| n.bad));
    assert_eq!(screen.marked(), ["3.1", "5.4"]);
}

#[test]
fn marks_are_for_the_lists_that_show_them() {
    let mut screen = of_friday(Lang::Zh, (80, 24));
    screen.keys(r#"2 / "3.3" enter x 3 space"#);
    assert_eq!(
        screen.marked(),
        ["3.3"],
        "the review decides its own matters"
    );
    screen.keys("u 2");
    assert_eq!(screen.marked(), ["3.3"]);
    assert!(matches!(screen.model().tree.chosen(), Some(Row::Item(_))));
    assert!(matches!(screen.desk.page, Page::Main(_)));
}
