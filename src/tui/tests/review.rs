//! The weekly review, the findings and the calendar by their keys, in a school with weeks behind it.

use super::life::{made_up, of_friday, on};
use super::{Screen, key};
use crate::calendar::Week;
use crate::fact::{Concern, Decision, FindingState};
use crate::keymap::Context;
use crate::review::{WeekState, week_state};
use crate::text::Lang;
use crate::tui::message::{Effect, Message, Order};
use crate::tui::model::{Model, Overlay};
use crate::tui::update;
use crate::workspace::{Command, Ruling};

const SIZE: (u16, u16) = (80, 24);

fn friday() -> Screen {
    of_friday(Lang::Zh, SIZE)
}

/// The effects of one key in the state that a script leads to.
fn effects_of(screen: &Screen, word: &str) -> (Vec<Effect>, Model) {
    let mut model = screen.model().clone();
    let effects = update::update(&mut model, Message::Pressed(key(word)));
    (effects, model)
}

fn command(effects: &[Effect]) -> &Command {
    match effects {
        [Effect::Execute(Order { command, .. })] => command,
        other => panic!("no single order: {other:?}"),
    }
}

/// What is up for a decision: `3.2 overdue`.
fn matter(screen: &Screen) -> String {
    let model = screen.model();
    let matter = model.review.matter().expect("a matter");
    let id = &model.board.item(matter.index).id;
    format!("{id} {:?}", matter.concern)
}

fn state(screen: &Screen, week: &str) -> WeekState {
    let board = &screen.model().board;
    let week = week.parse().expect("a week");
    week_state(&board.premises(), week, board.today)
}

#[test]
fn a_normal_week_is_reviewed_and_signed_with_forty_keys_at_most() {
    let mut screen = friday();
    let script = [
        "3",                  // open the review
        "space",              // 3.2, two days of this week: done
        "space",              // 5.3, Tuesday: done
        "p \"培训了\" enter", // the finding on 5.4: partly
        "n enter",            // 3.3 was not done: a finding, as prefilled
        "t \"昨天\" enter",   // 5.2 was done yesterday
        "space",              // 5.13: done
        "C",                  // the rest is as it should be
        "S \"王建国\" enter", // the summary is there: sign
    ];
    let mut keys = 0;
    for part in script {
        for word in part.split(' ') {
            let text = word.strip_prefix('"').and_then(|w| w.strip_suffix('"'));
            keys += text.map_or(1, |text| text.chars().count());
        }
        screen.keys(part);
    }
    assert_eq!(
        state(&screen, "2022-W11"),
        WeekState::Signed,
        "{}",
        screen.shown()
    );
    assert_eq!(screen.model().review.matters(), []);
    let board = &screen.model().board;
    let week = board.history.week("2022-W11".parse().expect("a week"));
    let lock = week.and_then(|week| week.lock()).expect("a signature");
    assert_eq!(lock.by, "王建国");
    assert!(week.is_some_and(|week| week.confirmed.is_some()));
    assert_eq!(board.open_findings, 3);
    assert!(keys <= 40, "{keys} keys");
}

/// Presses keys, and counts them.
fn counted(screen: &mut Screen, keys: &mut Vec<&'static str>, script: &'static str) {
    for key in script.split(' ') {
        screen.keys(key);
        keys.push(key);
    }
}

#[test]
fn both_checklists_with_a_normal_week_behind_them_take_forty_keys_at_most() {
    let mut screen = made_up("2022-03-11", "2022-03-18");
    let mut keys = Vec::new();
    counted(&mut screen, &mut keys, "3");
    let mut last = None;
    while let Some(matter) = screen.model().review.matter().cloned() {
        let premises = screen.model().board.premises();
        let is_done = matter.rulings(&premises).contains(&Decision::Done);
        // What was done or not is looked at one by one, the rest alike.
        let alike = matter.concern.is_housekeeping() && last == Some(matter.concern);
        let script = match (alike, is_done) {
            (true, _) => "A enter",
            (false, true) => "space",
            (false, false) => "c",
        };
        last = (script != "A enter").then_some(matter.concern);
        counted(&mut screen, &mut keys, script);
    }
    counted(&mut screen, &mut keys, "C S enter");
    assert_eq!(state(&screen, "2022-W11"), WeekState::Signed);
    let sequence = "3 space space space space space space space c A enter C S enter";
    assert_eq!(keys.join(" "), sequence);
    assert!(keys.len() <= 40, "{} keys", keys.len());
}

#[test]
fn every_decision_is_one_key_and_one_order() {
    let mut screen = friday();
    screen.keys("3");
    assert_eq!(matter(&screen), "3.2 Overdue");
    let index = screen.model().review.matter().expect("a matter").index;
    let week: Week = "2022-W11".parse().expect("a week");
    for word in ["space", "y"] {
        let (effects, _) = effects_of(&screen, word);
        let Command::Decide {
            week: of,
            matters,
            ruling,
        } = command(&effects)
        else {
            panic!("no decision");
        };
        assert_eq!((*of, matters.len()), (week, 2));
        assert!(matters.iter().all(|matter| matter.item == index));
        let plain = Ruling::Done {
            on: None,
            note: None,
        };
        assert_eq!(*ruling, plain);
    }
    let (effects, _) = effects_of(&screen, "s");
    assert!(matches!(
        command(&effects),
        Command::Decide {
            ruling: Ruling::Skipped,
            ..
        }
    ));
    for word in ["t", "p", "n", "w"] {
        let (effects, model) = effects_of(&screen, word);
        assert_eq!(effects, [], "{word}");
        assert!(
            matches!(model.overlay, Some(Overlay::Form { .. })),
            "{word}"
        );
    }
    // A daily item cannot be postponed, and what was not done cannot be kept.
    for word in ["d", "c"] {
        let (effects, model) = effects_of(&screen, word);
        assert_eq!(effects, [], "{word}");
        assert!(model.notice.is_some_and(|notice| notice.bad), "{word}");
    }
    let (effects, _) = effects_of(&screen, "C");
    assert_eq!(*command(&effects), Command::ConfirmWeek { week });
}

#[test]
fn the_next_matter_is_up_at_once_and_undo_brings_the_last_one_back() {
    let mut screen = friday();
    screen.keys("3 space");
    assert_eq!(matter(&screen), "5.3 Overdue");
    screen.keys("down space");
    assert_eq!(matter(&screen), "3.3 NotDone");
    screen.keys("u");
    assert_eq!(matter(&screen), "5.4 Finding");
    screen.keys("up space");
    assert_eq!(matter(&screen), "5.4 Finding");
    // Leaving and coming back resumes, as does opening the program again.
    screen.keys("1 3");
    assert_eq!(matter(&screen), "5.4 Finding");
    assert!(screen.shown().contains("已定 2/6"));
}

#[test]
fn a_finding_put_right_in_the_review_is_put_right_on_the_day_of_the_review() {
    let mut screen = friday();
    screen.keys("3 j j space");
    let finding = screen.model().board.finding(0).expect("a finding");
    let fixed = finding.fixed.as_ref().expect("put right");
    assert_eq!(fixed.on, screen.model().board.today);
}

#[test]
fn a_number_off_its_pace_says_what_it_takes() {
    let mut screen = friday();
    screen.keys("3 j j j m \"3891\" tab \"5494\" tab \"500\" enter");
    assert_eq!(matter(&screen), "3.3 NotDone");
    let shown = screen.shown();
    assert!(
        shown.contains("还差 1,603，剩 1 个教学日，每日需 1,603；按每日 500"),
        "{shown}"
    );
    assert!(shown.contains("来不及"), "{shown}");
    screen.keys("enter");
    assert_eq!(screen.model().context, Context::Checklist);
    assert!(screen.shown().contains("每日需"));
}

#[test]
fn what_is_skipped_comes_back_last() {
    let mut screen = friday();
    screen.keys("3 s");
    assert_eq!(matter(&screen), "5.3 Overdue");
    screen.keys("s s s s s");
    assert_eq!(matter(&screen), "3.2 Overdue");
    assert_eq!(screen.model().context, Context::Week);
    assert!(screen.shown().contains("跳过 6"), "{}", screen.shown());
    screen.keys("space");
    assert_eq!(matter(&screen), "5.3 Overdue");
}

#[test]
fn the_same_can_be_decided_for_all_of_a_kind_and_undone_in_one_stroke() {
    let mut screen = friday();
    screen.keys("3 A");
    assert!(screen.model().overlay.is_none());
    screen.keys("j j j space A");
    assert!(screen.shown().contains("本周未办的 2 项都记为“已办”？"));
    screen.keys("enter");
    let concerns = screen.model().review.matters().iter().map(|m| m.concern);
    let concerns: Vec<Concern> = concerns.collect();
    assert_eq!(
        concerns,
        [Concern::Overdue, Concern::Overdue, Concern::Finding]
    );
    screen.keys("u");
    assert_eq!(screen.model().review.matters().len(), 5);
}

#[test]
fn a_signed_week_is_locked_until_it_is_unlocked_with_a_reason() {
    let mut screen = friday();
    screen.keys("3 S S \"王建国\" enter");
    let shown = screen.shown();
    assert!(
        shown.contains("已签字、锁定：王建国，3月18日（周五）"),
        "{shown}"
    );
    screen.keys("esc j j j space");
    assert!(screen.model().notice.as_ref().is_some_and(|n| n.bad));
    assert_eq!(screen.model().review.matters().len(), 6);
    // Coming back shows the signature first.
    screen.keys("1 3");
    assert_eq!(screen.model().context, Context::Summary);
    screen.keys("X \"漏记5.3\" enter");
    assert_eq!(state(&screen, "2022-W11"), WeekState::Unlocked);
    assert!(screen.shown().contains("漏记"));
    screen.keys("esc space S S \"王建国\" enter");
    assert_eq!(state(&screen, "2022-W11"), WeekState::Signed);
}

#[test]
fn undo_after_an_unlocking_asks_before_it_undoes_what_lies_before_it() {
    let mut screen = friday();
    screen.keys("3 space S S \"王建国\" enter X \"漏记5.3\" enter u");
    assert!(
        screen.shown().contains("解锁本身不能撤销"),
        "{}",
        screen.shown()
    );
    screen.keys("esc");
    assert_eq!(screen.model().review.matters().len(), 5);
    screen.keys("u enter");
    assert_eq!(screen.model().review.matters().len(), 6);
    assert_eq!(state(&screen, "2022-W11"), WeekState::Unlocked);
}

#[test]
fn undo_after_an_unlocking_says_so_where_nothing_lies_before_it() {
    let mut screen = Screen::of_school_at(Lang::Zh, SIZE, "2022-03-18T16:30:00+08:00");
    screen.keys("3 S S \"王建国\" enter X \"漏记5.3\" enter");
    assert_eq!(state(&screen, "2022-W11"), WeekState::Unlocked);
    screen.keys("u");
    assert!(screen.model().overlay.is_none());
    let notice = screen.model().notice.as_ref();
    assert!(
        notice.is_some_and(|notice| notice.bad),
        "{}",
        screen.shown()
    );
}

#[test]
fn nothing_to_report_is_refused_with_the_reasons() {
    let mut screen = friday();
    screen.keys("3 S N");
    // At once: no name would make it true.
    let Model {
        overlay, notice, ..
    } = screen.model();
    assert!(overlay.is_none(), "{}", screen.shown());
    let why = notice.as_ref().map_or("", |notice| &notice.text);
    assert!(why.contains("有 3 次应办逾期、有 2 个问题未销号"), "{why}");
    assert_eq!(state(&screen, "2022-W11"), WeekState::Ready);
}

#[test]
fn what_is_fixed_already_is_said_at_once() {
    let mut screen = friday();
    screen.keys("4 f enter f");
    let Model {
        overlay, notice, ..
    } = screen.model();
    assert!(overlay.is_none(), "{}", screen.shown());
    let why = notice.as_ref().map_or("", |notice| &notice.text);
    assert!(why.contains("现在是“待核实"), "{why}");
}

#[test]
fn a_dialog_about_a_signed_week_says_that_it_is_locked_before_anything_is_typed() {
    let mut screen = friday();
    screen.keys("3 S S \"王建国\" enter 1 w");
    assert!(screen.model().overlay.is_some());
    let shown = screen.shown();
    assert!(shown.contains("已由"), "{shown}");
    assert!(shown.contains("再按 X"), "{shown}");
}

#[test]
fn a_week_is_not_signed_with_no_name() {
    let mut screen = friday();
    screen.keys("3 S S ctrl-u enter");
    assert_eq!(state(&screen, "2022-W11"), WeekState::Ready);
    assert!(
        screen.shown().contains("“签字人”不能为空"),
        "{}",
        screen.shown()
    );
    screen.keys("\"王建国\" enter");
    assert_eq!(state(&screen, "2022-W11"), WeekState::Signed);
}

#[test]
fn a_signed_week_has_no_queue_to_go_back_to() {
    let mut screen = friday();
    screen.keys("3 S S \"王建国\" enter 3 enter");
    assert_eq!(screen.model().context, Context::Summary);
    screen.keys("esc");
    assert_eq!(screen.model().context, Context::Overview);
}

#[test]
fn nothing_is_postponed_without_a_day() {
    let mut screen = friday();
    screen.keys("3 j j j d tab \"等\" enter");
    let Some(Overlay::Form { wrong, .. }) = &screen.model().overlay else {
        panic!("not refused: {}", screen.shown());
    };
    let wrong = wrong.as_deref().unwrap_or_default();
    assert!(wrong.contains("没有写新日期"), "{wrong}");
}

#[test]
fn on_monday_the_review_opens_the_week_that_was_not_signed() {
    let mut screen = on(Lang::Zh, SIZE, "2022-03-21");
    let shown = screen.shown();
    assert!(
        shown.contains("上周（2022-W11）还没有签字：按 3。"),
        "{shown}"
    );
    screen.keys("3");
    assert!(screen.shown().contains("2022-W11"));
    screen.keys("]");
    assert!(screen.shown().contains("2022-W12"));
    screen.keys("]");
    assert!(screen.model().notice.as_ref().is_some_and(|n| n.bad));
    screen.keys("[ [ [ [ [");
    assert!(screen.shown().contains("2022-W07"), "{}", screen.shown());
}

#[test]
fn the_week_that_one_went_to_stays_after_an_order_elsewhere() {
    let mut screen = friday();
    screen.keys("3 [");
    let week = screen.model().review.week;
    screen.keys("1 space 3");
    assert_eq!(screen.model().review.week, week);
}

#[test]
fn a_finding_is_put_right_and_closed_by_somebody_else() {
    let mut screen = friday();
    screen.keys("4 f enter");
    let owner = &screen.model().board.finding(0).expect("a finding").owner;
    let verified = format!("v \"{owner}\" enter");
    screen.keys(&verified);
    // Who answers for it has fixed it, where nobody else is named, and cannot verify it.
    assert!(matches!(
        &screen.model().overlay,
        Some(Overlay::Form { wrong: Some(_), .. })
    ));
    screen.keys("esc v \"李督学\"");
    let (effects, _) = effects_of(&screen, "enter");
    let [Effect::Execute(order)] = &effects[..] else {
        panic!("no order: {effects:?}");
    };
    assert_eq!(order.by.as_deref(), Some("李督学"));
    assert!(matches!(
        order.command,
        Command::VerifyFinding { close: true, .. }
    ));
    screen.keys("enter");
    let finding = screen.model().board.finding(1).expect("a finding");
    assert_eq!(finding.state(), FindingState::Closed);
    assert!(
        finding
            .closed
            .as_ref()
            .is_some_and(|seen| seen.by == "李督学")
    );
    assert_eq!(screen.model().board.open_findings, 1);
    screen.keys("j O \"又发现\" enter");
    assert_eq!(screen.model().board.open_findings, 2);
    assert!(screen.shown().contains("又发现"));
}

#[test]
fn a_later_limit_keeps_the_first_and_the_finding_stays_chosen() {
    let mut screen = friday();
    screen.keys("4 d \"3-28\" tab \"等配件\" enter");
    let finding = screen.model().chosen_finding().expect("a finding");
    assert_eq!(finding.text, "来访登记缺离校时间");
    assert!(
        screen.shown().contains("原定 3月15日"),
        "{}",
        screen.shown()
    );
    screen.keys("e tab tab backspace backspace \"赵敏\" enter");
    assert_eq!(
        screen.model().chosen_finding().map(|f| f.owner.as_str()),
        Some("赵敏")
    );
}

#[test]
fn findings_are_raised_and_verdicts_recorded_wherever_an_item_is_chosen() {
    let mut screen = friday();
    screen.keys("r \"追踪表没有联系时间\" enter");
    assert_eq!(screen.model().board.open_findings, 3);
    screen.keys("3 r \"又缺一天\" enter");
    assert_eq!(screen.model().board.open_findings, 4);
    screen.keys("2 / \"5.8\" enter i right right tab tab \"李督学\" enter");
    let shown = screen.shown();
    assert!(shown.contains("李督学：不合格"), "{shown}");
    screen.keys("4 D");
    let shown = screen.shown();
    assert!(shown.contains("自查 已办，督查 不合格"), "{shown}");
    screen.keys("enter");
    assert_eq!(screen.model().context, Context::Checklist);
    assert!(screen.shown().contains("5.8"));
}

#[test]
fn an_anchor_is_moved_and_the_dialog_says_how_many_items_move() {
    let mut screen = Screen::of_school(Lang::Zh, SIZE);
    screen.keys("M");
    assert!(screen.model().notice.as_ref().is_some_and(|n| n.bad));
    screen.keys("5 right down down M");
    let shown = screen.shown();
    assert!(shown.contains("2022-03-25"), "{shown}");
    assert!(shown.contains("随之改期的未完成事项：2 项"), "{shown}");
    assert!(shown.contains(" 开学日"), "{shown}");
    screen.keys("enter");
    let board = &screen.model().board;
    let day = board.premises().anchor("reopening");
    assert_eq!(
        day.map(|day| day.to_string()).as_deref(),
        Some("2022-03-25")
    );
    // Checked in five days' work, two school days before: that has to begin now.
    screen.keys("/ \"B1.1\" enter");
    let shown = screen.shown();
    assert!(shown.contains("期限 3月23日（周三）"), "{shown}");
    assert!(shown.contains("最迟 3月17日（周四） 动手"), "{shown}");
    screen.keys("M \"3-21\" tab \"提前复学\" enter");
    let shown = screen.shown();
    assert!(shown.contains("需 5 个教学日，只剩 2 个"), "{shown}");
    assert!(shown.contains("原定 3月23日"), "{shown}");
}

#[test]
fn the_calendar_goes_from_day_to_day_and_from_year_to_year() {
    let mut screen = friday();
    screen.keys("5");
    let day = |screen: &Screen| screen.model().year.day.to_string();
    screen.keys("left up");
    assert_eq!(day(&screen), "2022-03-10");
    screen.keys("right right j l k h");
    assert_eq!(day(&screen), "2022-03-24");
    screen.keys("home");
    assert_eq!(day(&screen), "2021-08-01");
    screen.keys("end down");
    assert_eq!(day(&screen), "2022-08-01");
    assert!(screen.model().year.days.is_some());
    screen.keys("[");
    assert_eq!(day(&screen), "2021-08-01");
    assert!(screen.shown().contains("2021–2022 学年"));
    // A click on the third week's Wednesday.
    screen.desk.take(Message::Clicked(7, 6));
    assert_eq!(day(&screen), "2021-08-11");
}

#[test]
fn a_day_says_what_was_missing_and_explains_itself() {
    let mut screen = friday();
    screen.keys("5 up up up");
    let shown = screen.shown();
    assert!(shown.contains("3月15日（周二）  教学日"), "{shown}");
    assert!(shown.contains("未办  3.2"), "{shown}");
    screen.keys("E");
    assert!(screen.shown().contains("应办未办 2"), "{}", screen.shown());
}

#[test]
fn a_number_is_explained_and_scrolled() {
    let mut screen = friday();
    screen.keys("3 S E");
    let shown = screen.shown();
    assert!(shown.contains("应办未办 6"), "{shown}");
    screen.keys("esc");
    assert!(screen.model().overlay.is_none());
    screen.keys("E pgdn pgdn pgdn pgdn pgdn pgdn pgdn pgdn pgdn");
    assert!(
        screen.shown().contains("本周没有应办"),
        "{}",
        screen.shown()
    );
    // One key up moves at once, however often down was pressed.
    let before = screen.shown();
    screen.keys("up");
    assert_ne!(screen.shown(), before);
}

#[test]
fn nothing_is_looked_back_for_before_the_first_drawing_nor_twice_where_it_fails() {
    let screen = of_friday(Lang::Zh, (120, 40));
    let mut model = Model::new(
        screen.model().board.clone(),
        Lang::Zh,
        (120, 40),
        screen.model().outfit,
    );
    let effects = update::update(&mut model, Message::Resized(120, 40));
    assert_eq!(effects, []);
    let effects = update::update(&mut model, Message::Drawn);
    assert!(matches!(effects[..], [Effect::Reach { .. }]), "{effects:?}");
    let reached = Message::Reached {
        week: model.first_shown(),
        board: screen.model().board.clone(),
    };
    let effects = update::update(&mut model, reached);
    assert!(matches!(effects[..], [Effect::Look { .. }]), "{effects:?}");
    let failed = Message::Failed("坏了".into(), None);
    assert_eq!(update::update(&mut model, failed), []);
    let mut narrow = Model::new(
        screen.model().board.clone(),
        Lang::Zh,
        SIZE,
        screen.model().outfit,
    );
    narrow.look.reach = narrow.first_shown();
    assert_eq!(update::update(&mut narrow, Message::Drawn), []);
    let (effects, model) = effects_of(&friday(), "5");
    assert!(matches!(effects[..], [Effect::Look { .. }]), "{effects:?}");
    assert!(model.year.days.is_none());
}

#[test]
fn a_tick_does_not_look_back_again_and_the_trend_follows_it() {
    let mut screen = of_friday(Lang::Zh, (120, 40));
    let before = screen.model().look.trend.clone().expect("a trend");
    screen.keys("t \"3-15\" enter");
    let after = screen.model().look.trend.clone().expect("a trend");
    let done = |trend: &crate::assess::Trend| trend.all.last().map(|totals| totals.done);
    assert_eq!(done(&after), done(&before).map(|done| done + 1));
    let (effects, _) = effects_of(&screen, "j");
    assert_eq!(effects, []);
}

#[test]
fn the_mouse_chooses_matters_findings_and_views() {
    let mut screen = friday();
    screen.desk.take(Message::Clicked(20, 0));
    assert_eq!(screen.model().context, Context::Week);
    screen.desk.take(Message::Clicked(5, 17));
    assert_eq!(matter(&screen), "5.4 Finding");
    screen.desk.take(Message::Clicked(30, 0));
    assert_eq!(screen.model().context, Context::Findings);
    screen.desk.take(Message::Clicked(5, 5));
    assert_eq!(
        screen.model().chosen_finding().map(|f| f.text.as_str()),
        Some("抽检名单缺五年级")
    );
}

#[test]
fn a_signed_week_is_shown_as_it_was_signed() {
    let mut screen = on(Lang::Zh, SIZE, "2022-03-21");
    screen.keys("3 S S \"王建国\" enter");
    assert_eq!(state(&screen, "2022-W11"), WeekState::Signed);
    let rate = |screen: &Screen| {
        let shown = screen.shown();
        let mut lines = shown.lines();
        lines
            .find(|line| line.contains("已办 / 应办"))
            .map(str::to_owned)
    };
    let signed = rate(&screen).expect("a rate");
    // What was found wrong then is struck off now: seen from today, the week would count it as done.
    screen.keys("4 f enter v \"李督学\" enter 3 [");
    assert_eq!(screen.model().board.open_findings, 1);
    assert_eq!(rate(&screen), Some(signed), "{}", screen.shown());
}

#[test]
fn an_items_number_is_explained_with_its_target() {
    let mut screen = friday();
    screen.keys("2 / \"3.3\" enter E");
    let shown = screen.shown();
    assert!(shown.contains("怎么来的"), "{shown}");
    assert!(shown.contains("指标  "), "{shown}");
}
