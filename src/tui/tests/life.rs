//! A school with five weeks behind it, on a Friday afternoon: nearly everything was done, as it is
//! in a normal week.

use super::{Screen, opening_at};
use crate::assess::{ItemIndex, Status};
use crate::calendar::Week;
use crate::checklist::Cadence;
use crate::clock::Clock;
use crate::fact::{Evidence, FindingSource};
use crate::text::Lang;
use crate::tui::driver::{Desk, Page};
use crate::tui::message::Message;
use crate::workspace::simulation::{Simulation, simulate};
use crate::workspace::{Command, FindingText, Home, Workspace};
use chrono::{Datelike, NaiveDate, Weekday};
use std::path::Path;
use std::sync::OnceLock;

/// The Friday.
pub(super) const FRIDAY: &str = "2022-03-18";

fn workspace(home: &Path, day: NaiveDate) -> Workspace {
    let moment = format!("{day}T16:30:00+08:00");
    let clock = Clock::Fixed(moment.parse().expect("a moment"));
    Workspace::open(Home::at(home), clock, None).expect("a workspace")
}

pub(super) fn order(workspace: &mut Workspace, command: &Command) {
    workspace.execute(command, "王建国").expect("an order");
}

fn items(workspace: &Workspace, wanted: impl Fn(&Cadence) -> bool) -> Vec<ItemIndex> {
    let premises = workspace.premises();
    let items = premises.items();
    items
        .filter(|index| wanted(&premises.item(*index).cadence))
        .collect()
}

pub(super) fn item(workspace: &Workspace, id: &str) -> ItemIndex {
    let premises = workspace.premises();
    let found = premises
        .items()
        .find(|index| premises.item(*index).id.as_str() == id);
    found.expect("an item")
}

/// What a diligent school does on a day, but for what is in `missed`.
fn live(home: &Path, day: NaiveDate, missed: &[&str]) {
    let mut workspace = workspace(home, day);
    let today = workspace.today();
    let is_missed = |workspace: &Workspace, index: &ItemIndex| {
        let premises = workspace.premises();
        missed.contains(&premises.item(*index).id.as_str())
    };
    let mut done = items(&workspace, |cadence| *cadence == Cadence::Daily);
    let week = Week::of(today);
    let days = workspace
        .premises()
        .calendar
        .school_days(today, week.sunday());
    if days.count() == 1 {
        done.extend(items(&workspace, |cadence| *cadence == Cadence::Weekly));
    }
    done.retain(|index| !is_missed(&workspace, index));
    order(
        &mut workspace,
        &Command::CompleteItems {
            items: done,
            on: today,
            note: None,
            event: None,
        },
    );
}

/// What was done once in these weeks: everything monthly, termly and of the beginning, with its
/// evidence.
fn begin(home: &Path, day: NaiveDate) {
    let mut workspace = workspace(home, day);
    let today = workspace.today();
    let due: Vec<ItemIndex> = workspace
        .assess()
        .items()
        .filter(|judged| matches!(judged.status, Status::Due | Status::Overdue))
        .map(|judged| judged.index)
        .filter(|index| {
            let cadence = &workspace.premises().item(*index).cadence;
            !matches!(cadence, Cadence::Daily | Cadence::Weekly)
        })
        .collect();
    order(
        &mut workspace,
        &Command::CompleteItems {
            items: due.clone(),
            on: today,
            note: None,
            event: None,
        },
    );
}

/// Names evidence for everything that was done and expects it.
fn prove(home: &Path, day: NaiveDate) {
    let mut workspace = workspace(home, day);
    let on = workspace.today();
    let expecting: Vec<ItemIndex> = items(&workspace, |_| true)
        .into_iter()
        .filter(|index| {
            let premises = workspace.premises();
            let item = premises.item(*index);
            item.evidence.is_some() && item.cadence != Cadence::Daily
        })
        .collect();
    for item in expecting {
        let evidence = Evidence {
            source: "https://example.org/e".into(),
            digest: None,
            bytes: None,
            on,
        };
        order(&mut workspace, &Command::AttachEvidence { item, evidence });
    }
}

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

/// The record of five weeks, up to the Friday.
fn weeks(home: &Path) {
    begin(home, day("2022-02-21"));
    prove(home, day("2022-02-21"));
    begin(home, day("2022-03-07"));
    let calendar = {
        let workspace = workspace(home, day("2022-02-21"));
        workspace.calendar_shared()
    };
    let days: Vec<NaiveDate> = calendar
        .school_days(day("2022-02-21"), day(FRIDAY))
        .collect();
    for on in days {
        let missed: &[&str] = match on.to_string().as_str() {
            "2022-03-02" | "2022-03-15" => &["3.2", "5.3"],
            "2022-03-16" => &["3.2"],
            FRIDAY => &["3.3", "5.2", "5.13"],
            _ => &[],
        };
        live(home, on, missed);
        if on.weekday() == Weekday::Fri {
            prove(home, on);
        }
    }
}

/// Two findings that were raised on the Wednesday of the week before.
fn findings(home: &Path) {
    let mut workspace = workspace(home, day("2022-03-09"));
    for (id, text, within) in [
        ("5.4", "来访登记缺离校时间", 4),
        ("3.5", "抽检名单缺五年级", 9),
    ] {
        let finding = FindingText {
            text: text.into(),
            cause: Some("新来的值班员没有培训".into()),
            action: Some("当天培训，班主任抽查".into()),
            owner: Some("李梅".into()),
            within: Some(within),
        };
        let command = Command::RaiseFinding {
            item: item(&workspace, id),
            source: FindingSource::SelfCheck,
            finding,
            on: workspace.today(),
        };
        order(&mut workspace, &command);
    }
}

/// The files of that school's home. They are made once: a life takes a second.
fn files() -> &'static [(String, Vec<u8>)] {
    static FILES: OnceLock<Vec<(String, Vec<u8>)>> = OnceLock::new();
    FILES.get_or_init(|| {
        let set_up = "2022-02-21T08:00:00+08:00";
        let screen = Screen::of_school_at(Lang::Zh, (80, 24), set_up);
        let home = screen.home;
        drop(screen.desk);
        weeks(home.path());
        findings(home.path());
        let entries = std::fs::read_dir(home.path()).expect("a folder");
        let files = entries.map(|entry| entry.expect("an entry").path());
        files
            .filter(|path| path.is_file())
            .map(|path| {
                let name = path.file_name().and_then(|name| name.to_str());
                let bytes = std::fs::read(&path).expect("a file");
                (name.expect("a name").to_owned(), bytes)
            })
            .collect()
    })
}

/// The screen of that school on the Friday.
pub(super) fn of_friday(lang: Lang, size: (u16, u16)) -> Screen {
    on(lang, size, FRIDAY)
}

/// The screen of that school on a later day, drawn once.
pub(super) fn on(lang: Lang, size: (u16, u16), day: &str) -> Screen {
    let home = tempfile::tempdir().expect("a folder");
    for (name, bytes) in files() {
        std::fs::write(home.path().join(name), bytes).expect("a file");
    }
    opened(home, lang, size, day)
}

/// The screen of a made-up school that follows both checklists since 15 February 2022: its weeks are
/// reviewed and signed up to `signed`, and it goes on to the evening of `day`.
pub(super) fn made_up(signed: &str, day: &str) -> Screen {
    let home = tempfile::tempdir().expect("a folder");
    for (until, signs) in [(signed, true), (day, false)] {
        let simulation = Simulation {
            seed: 7,
            from: "2022-02-15".parse().expect("a day"),
            until: until.parse().expect("a day"),
            signs,
            lang: Lang::Zh,
        };
        simulate(&Home::at(home.path()), &simulation).expect("a life");
    }
    opened(home, Lang::Zh, (80, 24), day)
}

fn opened(home: tempfile::TempDir, lang: Lang, size: (u16, u16), day: &str) -> Screen {
    let moment = format!("{day}T16:30:00+08:00");
    let desk = Desk::open(opening_at(home.path(), lang, true, &moment)).expect("a screen");
    let mut screen = Screen { desk, size, home };
    screen.desk.take(Message::Resized(size.0, size.1));
    screen.desk.take(Message::Drawn);
    assert!(matches!(screen.desk.page, Page::Main(_)));
    screen
}
