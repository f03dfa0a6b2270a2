//! The roll-up's screen as a whole: keys in, cells and effects out, with real reports behind it.

#[cfg(test)]
mod district;
#[cfg(test)]
mod gallery;

use self::district::{Folder, rolled_up, standings};
use super::column::Column;
use super::desk::{Desk, RollUpOpening};
use super::district::District;
use super::message::{Effect, Message};
use super::model::{Model, Opened, Over};
use super::rows::Row;
use super::update::update;
use crate::find::pinyin_of;
use crate::keymap::{Key, RollUpView};
use crate::rollup::{FileEntry, OtherName, Returns, SharedId, Standing, Standings};
use crate::text::Lang;
use crate::tui::message as screen;
use crate::tui::session::Stage;
use crate::tui::tests::{any_message, appearance, assert_whole_characters, drawn, key, text_of};
use crate::workspace::gathering::RolledUp;
use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use ratatui::buffer::Buffer;
use std::sync::Arc;

/// A screen of a size on the made-up district.
struct Screen {
    desk: Desk,
    size: (u16, u16),
    folder: Folder,
}

impl Screen {
    fn new(lang: Lang, size: (u16, u16)) -> Self {
        Self::open(lang, size, |_| None)
    }

    /// The same with what a ledger knows of records.
    fn with_ledger(lang: Lang, size: (u16, u16)) -> Self {
        Self::open(lang, size, |rolled_up| Some(standings(rolled_up, lang)))
    }

    fn open(
        lang: Lang,
        size: (u16, u16),
        standings: impl Fn(&RolledUp) -> Option<Standings>,
    ) -> Self {
        let folder = Folder::of_district(lang);
        let mut rolled_up = rolled_up(&folder, lang);
        rolled_up.standings = standings(&rolled_up);
        let opening = RollUpOpening {
            rolled_up,
            lang,
            appearance: appearance(true),
        };
        let mut screen = Self {
            desk: Desk::open(opening),
            size,
            folder,
        };
        screen.resize(size);
        screen
    }

    fn resize(&mut self, size: (u16, u16)) {
        self.size = size;
        self.desk.take(screen::Message::Resized(size.0, size.1));
    }

    fn press(&mut self, key: Key) -> bool {
        self.desk.take(screen::Message::Pressed(key))
    }

    /// Keys as words: `j`, `enter`, `"hqzx"` to type. Whether the last one ended it.
    fn keys(&mut self, script: &str) -> bool {
        let mut ends = false;
        for word in script.split_whitespace() {
            match word.strip_prefix('"').and_then(|w| w.strip_suffix('"')) {
                Some(text) => {
                    for c in text.chars() {
                        self.press(Key::Char(c));
                    }
                }
                None => ends = self.press(key(word)),
            }
        }
        ends
    }

    fn model(&self) -> &Model {
        &self.desk.model
    }

    fn buffer(&self) -> Buffer {
        drawn(|frame| self.desk.view(frame), self.size)
    }

    fn shown(&self) -> String {
        text_of(&self.buffer())
    }

    /// The ids of the schools that are listed, in order.
    fn schools(&self) -> Vec<&str> {
        let model = self.model();
        let schools = model.rows.iter().filter_map(|row| match row {
            Row::School(at) => model.district.report.schools.get(*at),
            _ => None,
        });
        schools.map(|school| school.id.as_str()).collect()
    }

    /// The id of the school that is chosen.
    fn chosen(&self) -> Option<&str> {
        let school = self.model().chosen_school()?;
        let school = self.model().district.report.schools.get(school)?;
        Some(&school.id)
    }
}

fn usual(lang: Lang) -> Screen {
    Screen::new(lang, (80, 24))
}

#[test]
fn the_district_is_told_in_a_sentence_and_the_weakest_school_comes_first() {
    let screen = usual(Lang::Zh);
    let shown = screen.shown();
    assert!(
        shown.contains("7 所：已报 5（迟报 1），未报 2；完成率"),
        "{shown}"
    );
    let rates = |id: &str| {
        let schools = &screen.model().district.report.schools;
        let school = schools.iter().find(|school| school.id == id);
        school.and_then(|school| school.figures.as_ref()?.rate.percent)
    };
    let listed = screen.schools();
    let known: Vec<f64> = listed.iter().filter_map(|id| rates(id)).collect();
    assert!(known.is_sorted(), "{known:?}");
    assert_eq!(
        listed[5..],
        ["dongfeng", "shankou"],
        "who has none comes last"
    );
    let english = usual(Lang::En).shown();
    assert!(
        english.contains("7 schools: 5 reported (1 late), 2 missing; "),
        "{english}"
    );
}

#[test]
fn a_column_is_chosen_and_sorted_by_and_once_more_turned_round() {
    let mut screen = usual(Lang::Zh);
    assert_eq!(screen.model().column, Column::Rate);
    screen.keys("left s");
    assert_eq!(screen.model().order.by, Column::Name);
    let names = |screen: &Screen| {
        let schools = &screen.model().district.report.schools;
        let name = |id: &str| schools.iter().find(|s| s.id == id).map(|s| s.name.clone());
        let names = screen.schools().into_iter().filter_map(name);
        names.collect::<Vec<_>>()
    };
    let read_out = |names: Vec<String>| names.into_iter().map(|name| pinyin_of(&name));
    assert!(read_out(names(&screen)).is_sorted());
    screen.keys("s");
    assert!(read_out(names(&screen)).rev().is_sorted());
    assert!(screen.shown().contains("学校^"), "{}", screen.shown());
    // What is not known stays last either way.
    screen.keys("right right s");
    assert_eq!(screen.model().order.by, Column::Overdue);
    assert_eq!(screen.schools()[5..], ["dongfeng", "shankou"]);
    screen.keys("s");
    assert_eq!(screen.schools()[5..], ["dongfeng", "shankou"]);
    assert!(screen.shown().contains("逾期^"));
}

#[test]
fn the_chosen_school_stays_chosen_when_it_is_sorted() {
    let mut screen = usual(Lang::Zh);
    screen.keys("j j");
    let chosen = screen.chosen().map(str::to_owned);
    screen.keys("left s s");
    assert_eq!(screen.chosen(), chosen.as_deref());
}

#[test]
fn every_figure_is_explained_under_the_cursor() {
    let mut screen = usual(Lang::Zh);
    assert!(screen.shown().contains(" ÷ 应办 "), "{}", screen.shown());
    screen.keys("right right right");
    assert_eq!(screen.model().column, Column::Change);
    assert!(
        screen.shown().contains("2022-W10 完成率"),
        "{}",
        screen.shown()
    );
    screen.keys("right");
    assert!(screen.shown().contains("超过整改期限"));
    screen.keys("right");
    assert!(screen.shown().contains("门槛事项"));
    screen.keys("right");
    assert!(screen.shown().contains("签字。"));
    screen.keys("right");
    assert!(screen.shown().contains("2022-03-20 截止"));
    screen.keys("G");
    screen.keys("left left");
    assert!(
        screen.shown().contains("未报，没有数字"),
        "{}",
        screen.shown()
    );
    screen.keys("g E");
    let explained = screen.shown();
    for said in [" ÷ 应办 ", "前几周：2022-W10", "签字。", "督查"] {
        assert!(explained.contains(said), "{said}: {explained}");
    }
}

#[test]
fn schools_are_found_by_pinyin_id_district_and_contact() {
    let mut screen = usual(Lang::Zh);
    for (typed, found) in [
        (r#"/ "hqzx""#, &["hongqi"][..]),
        (r#"/ "红旗""#, &["hongqi"]),
        (r#"/ "MINDE""#, &["minde"]),
        (r#"/ "139111""#, &["shankou"]),
        (r#"/ "tjq zx""#, &[]),
    ] {
        screen.keys(typed);
        assert_eq!(screen.schools(), found, "{typed}");
        assert!(screen.shown().contains("查找："));
        screen.keys("esc");
        assert_eq!(screen.schools().len(), 7);
    }
    screen.keys(r#"/ "台江""#);
    assert!(screen.schools().len() > 1 && screen.schools().len() < 7);
    screen.keys("esc");
    screen.keys(r#"/ "qqqq""#);
    assert!(screen.shown().contains("没有找到"));
}

#[test]
fn what_was_found_stays_chosen_when_the_search_ends() {
    let mut screen = usual(Lang::En);
    screen.keys(r#"/ "hongqi" enter esc"#);
    assert_eq!(screen.chosen(), Some("hongqi"));
    assert_eq!(screen.schools().len(), 7);
}

#[test]
fn opening_a_school_orders_its_file_to_be_read_again() {
    let screen = usual(Lang::Zh);
    let mut model = screen.model().clone();
    let effects = update(
        &mut model,
        Message::Happened(screen::Message::Pressed(Key::Enter)),
    );
    let school = screen.model().chosen_school().expect("a school");
    let name = model.district.report.schools[school]
        .figures
        .as_ref()
        .map(|figures| figures.file.clone());
    let [Effect::Read { school: read, file }] = effects.as_slice() else {
        panic!("{effects:?}");
    };
    assert_eq!((*read, Some(file.name.clone())), (school, name));
    assert_eq!(model.view(), RollUpView::School);
}

#[test]
fn a_schools_report_is_shown_and_one_comes_back_to_its_line() {
    for (lang, overdue, findings) in [
        (Lang::Zh, "逾期事项（", "未销号的问题（"),
        (Lang::En, "Overdue (", "Open findings ("),
    ] {
        let mut screen = Screen::new(lang, (80, 120));
        screen.keys(r#"/ "minde" enter enter"#);
        let shown = screen.shown();
        assert!(
            shown.contains(overdue) && shown.contains(findings),
            "{shown}"
        );
        let Some(Opened::School(page)) = screen.model().opened.last() else {
            panic!("a school is open");
        };
        let report = page.found.as_ref().and_then(|found| found.as_ref().ok());
        let report = report.expect("a report");
        let missed = report.items().filter(|(_, item)| !item.missing.is_empty());
        for (_, item) in missed {
            assert!(
                shown.contains(&format!("[!] {}  ", item.id)),
                "{}: {shown}",
                item.id
            );
        }
        screen.keys("esc");
        assert_eq!(screen.chosen(), Some("minde"));
        assert_eq!(screen.model().view(), RollUpView::Schools);
    }
}

#[test]
fn the_schools_beside_it_are_opened_without_going_back() {
    let mut screen = usual(Lang::Zh);
    let listed: Vec<String> = screen.schools().into_iter().map(str::to_owned).collect();
    screen.keys("enter ]");
    assert_eq!(screen.model().view(), RollUpView::School);
    screen.keys("esc");
    assert_eq!(screen.chosen(), Some(listed[1].as_str()));
    screen.keys("enter [ [ [");
    assert_eq!(
        screen.model().view(),
        RollUpView::School,
        "it ends at the first"
    );
    screen.keys("esc");
    assert_eq!(screen.chosen(), Some(listed[0].as_str()));
}

#[test]
fn a_report_that_is_gone_or_changed_is_said_and_its_figures_are_shown() {
    for (lang, gone, changed, rate) in [
        (Lang::Zh, "已经不在那里", "改动过", " ÷ 应办 "),
        (Lang::En, "no longer there", "was changed", " required is "),
    ] {
        let mut screen = usual(lang);
        std::fs::remove_file(screen.folder.path("in/minde-W11.yaml")).expect("removed");
        screen.keys(r#"/ "minde" enter enter"#);
        let shown = screen.shown();
        assert!(shown.contains(gone), "{shown}");
        assert!(shown.contains(rate), "{shown}");
        std::fs::write(screen.folder.path("in/hongqi-W11.yaml"), "moon").expect("written");
        screen.keys(r#"esc / "hongqi" enter enter"#);
        assert!(screen.shown().contains(changed), "{}", screen.shown());
    }
}

#[test]
fn a_school_without_a_report_says_so_and_orders_nothing() {
    let mut screen = usual(Lang::Zh);
    screen.keys("G");
    let mut model = screen.model().clone();
    let enter = Message::Happened(screen::Message::Pressed(Key::Enter));
    assert_eq!(update(&mut model, enter), []);
    screen.keys("enter");
    assert!(
        screen.shown().contains("2022-W11 未报"),
        "{}",
        screen.shown()
    );
    assert!(screen.shown().contains("13911112222"));
}

#[test]
fn a_requirement_shows_its_items_and_its_weakest_schools() {
    let mut screen = Screen::new(Lang::Zh, (80, 40));
    screen.keys("2 enter");
    assert_eq!(screen.model().view(), RollUpView::Requirement);
    let (rows, cursor) = screen.model().lines();
    assert!(matches!(rows[cursor.at], Row::Item(0, 0)));
    let district = &screen.model().district;
    let rates: Vec<f64> = rows
        .iter()
        .filter_map(|row| match row {
            Row::On(school, of) => district.counts(*school, *of)?.percent(),
            _ => None,
        })
        .collect();
    assert!(rates.len() > 2 && rates.is_sorted(), "{rates:?}");
    screen.keys("G enter");
    assert_eq!(screen.model().view(), RollUpView::School);
    screen.keys("esc");
    assert_eq!(screen.model().view(), RollUpView::Requirement);
    screen.keys("esc esc");
    assert_eq!(screen.model().view(), RollUpView::Schools);
}

#[test]
fn who_did_not_report_stands_with_whom_to_ask_and_when_they_last_did() {
    let mut screen = usual(Lang::Zh);
    screen.keys("3");
    let shown = screen.shown();
    for said in [
        "未报（2）",
        "陈校长 13911112222",
        "此前也没有",
        "上次报 2022-W10",
        "迟报（1）",
        "迟 2 天",
        "零报告（1）",
    ] {
        assert!(shown.contains(said), "{said}: {shown}");
    }
    screen.keys("enter");
    assert!(screen.shown().contains("2022-W11 未报"));
    let mut english = usual(Lang::En);
    english.keys("3");
    assert!(english.shown().contains("Not reported (2)"));
    assert!(english.shown().contains("2 days late"));
}

#[test]
fn every_file_stands_with_what_became_of_it() {
    let mut screen = Screen::new(Lang::Zh, (120, 40));
    screen.keys("4");
    let shown = screen.shown();
    let count = |word: &str| shown.lines().filter(|line| line.contains(word)).count();
    let files = screen.model().district.report.files;
    assert_eq!(files.found, screen.model().rows.len() as u64);
    assert_eq!(count("[!] 未采用") as u64, files.quarantined);
    assert_eq!(count("[-] 被取代") as u64, files.superseded);
    assert_eq!(count("[x] 采用") as u64, files.accepted);
    assert!(shown.contains("不在名册上"), "{shown}");
    screen.keys(r#"/ "broken""#);
    assert_eq!(screen.model().rows.len(), 1);
}

#[test]
fn another_week_is_rolled_up_from_the_same_rows() {
    let mut screen = usual(Lang::Zh);
    screen.keys("5 j");
    let mut model = screen.model().clone();
    let enter = Message::Happened(screen::Message::Pressed(Key::Enter));
    let week = "2022-W10".parse().expect("a week");
    assert_eq!(update(&mut model, enter), [Effect::Turn(week)]);
    screen.keys("enter");
    assert_eq!(screen.model().district.week(), week);
    assert_eq!(screen.model().view(), RollUpView::Schools);
    assert!(screen.shown().contains("现在显示 2022-W10"));
    screen.keys("enter");
    assert!(screen.shown().contains("2022-W10"), "{}", screen.shown());
}

#[test]
fn a_district_leads_to_its_schools() {
    let mut screen = usual(Lang::Zh);
    screen.keys("5 G enter");
    assert_eq!(screen.model().view(), RollUpView::Schools);
    let listed = screen.schools().len();
    assert!(listed > 0 && listed < 7);
    screen.keys("esc");
    assert_eq!(screen.schools().len(), 7);
}

#[test]
fn a_list_is_found_as_it_was_left() {
    let mut screen = usual(Lang::Zh);
    screen.keys("j j j 2 j tab backtab 1");
    assert_eq!(screen.model().cursor.at, 3);
    screen.keys("2");
    assert_eq!(screen.model().cursor.at, 1);
    screen.keys("backtab backtab");
    assert_eq!(screen.model().view(), RollUpView::Weeks);
}

#[test]
fn broken_records_are_told_in_the_sentence_the_list_and_on_the_schools_page() {
    for (lang, told, words, fault, unproved) in [
        (
            Lang::Zh,
            "未报 2；台账断裂 2 所；",
            ["断裂", "未证明", "已证明"],
            "记录变少：以前是 2022-W10 的 353 条",
            "中间有签字的报告没有收到",
        ),
        (
            Lang::En,
            "2 missing; records broken: 2; ",
            ["broken", "unproved", "proved"],
            "the record shrank: it was 353 facts in 2022-W10",
            "it carries on from a signed report that was not seen",
        ),
    ] {
        let mut screen = Screen::with_ledger(lang, (80, 24));
        assert!(screen.shown().contains(told), "{}", screen.shown());
        for word in words {
            assert!(screen.shown().contains(word), "{word}: {}", screen.shown());
        }
        // In order by it, what is broken comes first.
        screen.keys("right s");
        assert_eq!(screen.model().order.by, Column::Record);
        assert_eq!(screen.schools()[0], "minde");
        screen.keys("g");
        let said = |screen: &Screen| screen.shown().replace(['\n', ' '], "");
        let is_said = |screen: &Screen, words: &str| said(screen).contains(&words.replace(' ', ""));
        assert!(is_said(&screen, fault), "{}", screen.shown());
        screen.keys("E");
        let Some(Over::Text { lines, .. }) = &screen.model().over else {
            panic!("it is explained");
        };
        assert!(lines[1].text.contains(fault), "first of all: {lines:?}");
        screen.keys("esc enter");
        assert!(is_said(&screen, fault), "{}", screen.shown());
        // What is not proved is not called broken.
        screen.keys(r#"esc / "hongqi" enter enter"#);
        assert!(is_said(&screen, unproved), "{}", screen.shown());
        let page = screen.shown();
        assert!(
            page.lines().skip(2).all(|line| !line.contains(words[0])),
            "{page}"
        );
    }
}

#[test]
fn a_broken_record_of_a_school_that_did_not_report_is_in_the_list_of_whom_to_ask() {
    for (lang, heading, by, fault) in [
        (
            Lang::Zh,
            "各周尚未查清的断裂台账（2）",
            "2022-W10 报告断裂",
            "却不接着它",
        ),
        (
            Lang::En,
            "Broken records, of any week (2)",
            "broken in 2022-W10",
            "was signed",
        ),
    ] {
        let mut screen = Screen::with_ledger(lang, (80, 40));
        screen.keys("3 j");
        let shown = screen.shown();
        for said in [heading, by, fault, "--accept", "13800000005"] {
            assert!(shown.contains(said), "{said}: {shown}");
        }
        screen.keys("enter");
        assert_eq!(screen.model().view(), RollUpView::School);
        assert!(screen.shown().contains(fault), "{}", screen.shown());
        // Found as a school is; without a ledger there is no such list.
        screen.keys(r#"esc / "minde""#);
        assert!(matches!(
            screen.model().rows[..],
            [Row::Heading(..), Row::Broken(0)]
        ));
        let mut without = Screen::new(lang, (80, 40));
        without.keys("3");
        assert!(!without.shown().contains(heading));
    }
}

#[test]
fn a_break_of_another_week_is_told_beside_how_the_record_stands_in_this_one() {
    let screen = Screen::with_ledger(Lang::Zh, (80, 24));
    let rolled_up = &screen.desk.rolled_up;
    let report = rolled_up.report(Some("2022-W10".parse().expect("a week")));
    let school = report.schools.iter().find(|of| of.id == "dongfeng");
    let standings = report.standings_of(school.expect("a school"));
    assert!(matches!(
        standings[..],
        [Standing::Proved { .. }, Standing::Broken(_)]
    ));
}

#[test]
fn languages_and_themes_change_while_running_and_q_ends() {
    let mut screen = usual(Lang::Zh);
    screen.keys("L");
    assert!(screen.shown().contains("1 Schools"));
    let theme = screen.model().theme;
    screen.keys("ctrl-t");
    assert_ne!(screen.model().theme, theme);
    screen.keys("?");
    assert!(screen.shown().contains("sort by the column"));
    assert!(!screen.keys("q"), "q closes what lies over it first");
    assert!(screen.keys("q"));
}

#[test]
fn the_mouse_chooses_sorts_opens_and_scrolls() {
    let mut screen = usual(Lang::Zh);
    screen.desk.take(screen::Message::Clicked(6, 5));
    assert_eq!(screen.model().cursor.at, 2);
    let second = screen.model().columns()[2];
    let column = u16::try_from(second.from + 1).expect("a column");
    screen.desk.take(screen::Message::Clicked(column, 2));
    assert_eq!(screen.model().order.by, second.column);
    screen.desk.take(screen::Message::Clicked(12, 0));
    assert_eq!(screen.model().view(), RollUpView::Requirements);
    screen.desk.take(screen::Message::Scrolled(3, (5, 5)));
    assert_eq!(screen.model().cursor.at, 3);
    screen.desk.take(screen::Message::DoubleClicked(6, 4));
    assert_eq!(screen.model().view(), RollUpView::Requirement);
    // The first hint of the footer is a key.
    screen.keys("1");
    screen.desk.take(screen::Message::Clicked(1, 23));
    assert_eq!(screen.model().view(), RollUpView::School);
}

#[test]
fn a_name_with_control_characters_is_harmless() {
    let mut screen = Screen::new(Lang::Zh, (80, 24));
    let district = std::sync::Arc::get_mut(&mut screen.desk.model.district).expect("alone");
    for school in &mut district.report.schools {
        school.name = "清屏\u{1b}[2J\u{9b}31m\u{202e}".into();
    }
    district.files[0].0 = FileEntry {
        name: "\u{1b}]0;x\u{7}.yaml".into(),
        digest: None,
    };
    for script in ["", "enter", "esc E", "esc 2 enter", "3", "4 E"] {
        screen.keys(script);
        let shown = screen.shown();
        assert!(
            !shown.chars().any(|c| c.is_control() && c != '\n'),
            "{script}"
        );
    }
}

#[test]
fn a_screen_too_small_says_so() {
    let mut screen = Screen::new(Lang::Zh, (20, 5));
    assert!(screen.shown().contains("窗口太小"));
    screen.resize((40, 10));
    assert!(screen.shown().contains("学校"));
}

#[test]
fn no_keys_in_any_order_break_the_screen() {
    let mut screens = [Lang::Zh, Lang::En].map(usual);
    let fresh = [0, 1].map(|n: usize| screens[n].model().clone());
    let messages = prop::collection::vec(any_message(), 1..80);
    let mut runner = TestRunner::new(ProptestConfig {
        source_file: Some(file!()),
        ..ProptestConfig::with_cases(48)
    });
    let screens = std::cell::RefCell::new(&mut screens);
    let run = runner.run(&(messages, 0..2_usize), |(messages, n)| {
        let screen = &mut screens.borrow_mut()[n];
        screen.desk.model = fresh[n].clone();
        screen.size = (80, 24);
        screen.resize((80, 24));
        for message in messages {
            if let screen::Message::Resized(width, height) = &message {
                screen.size = (*width, *height);
            }
            screen.desk.take(message);
            let (rows, cursor) = screen.model().lines();
            prop_assert!(cursor.at < rows.len().max(1));
            assert_whole_characters(&screen.buffer());
        }
        Ok(())
    });
    if let Err(error) = run {
        panic!("{error}");
    }
}

#[test]
fn an_id_under_which_several_names_came_in_is_in_the_list_of_whom_to_ask() {
    for (lang, heading, others) in [
        (Lang::Zh, "编号相同、校名不同，请核对（1）", "又有西桥小学"),
        (
            Lang::En,
            "One id, several names: please check (1)",
            "also 西桥小学",
        ),
    ] {
        let mut screen = Screen::new(lang, (100, 40));
        let mut report = screen.desk.rolled_up.report(None);
        let school = report.schools[0].clone();
        report.shared_ids = vec![SharedId {
            id: school.id.clone(),
            name: school.name.clone(),
            file: "one.yaml".to_owned(),
            others: vec![OtherName {
                name: "西桥小学".to_owned(),
                file: "other.yaml".to_owned(),
            }],
        }];
        screen.desk.model.turn(Arc::new(District::of(report)));
        screen.keys("3");
        let shown = screen.shown();
        for said in [heading, others, "other.yaml"] {
            assert!(shown.contains(said), "{said}: {shown}");
        }
        screen.keys("enter");
        assert_eq!(screen.model().view(), RollUpView::School);
    }
}

#[test]
fn that_all_reported_is_said_only_where_there_is_a_school() {
    let mut screen = usual(Lang::En);
    for (all, said) in [(0, "none"), (2, "everybody reported in time")] {
        let mut report = screen.desk.rolled_up.report(None);
        report.not_reported.clear();
        report.late.clear();
        report.schools.clear();
        report.returns = Returns {
            all,
            reported: all,
            ..Returns::default()
        };
        screen.desk.model.turn(Arc::new(District::of(report)));
        screen.keys("3");
        let shown = screen.shown();
        assert!(shown.contains(said), "{shown}");
        assert_eq!(shown.contains("everybody"), all > 0);
    }
}
