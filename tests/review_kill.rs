//! Every decision of a review that was acknowledged survives a program that is killed at that
//! moment, whole; and the review goes on where it was.
#![cfg(unix)]

#[path = "support/school.rs"]
mod school;

use duban::assess::assess_week;
use duban::calendar::Week;
use duban::fact::{ActionId, Decision, Entry, Fact};
use duban::review::{Matter, Queue, queue};
use duban::text::Lang;
use duban::workspace::simulation::{Simulation, simulate};
use duban::workspace::{Command, FindingText, Home, MatterRef, Ruling, Workspace};
use school::{PRINCIPAL, Place, day};
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::Stdio;

/// Names the home to the child.
const HOME: &str = "DUBAN_TEST_REVIEW_KILL";
const FRIDAY: &str = "2022-03-04 16:30";

fn queue_of(workspace: &Workspace) -> Queue {
    let premises = workspace.premises();
    let week = Week::of(workspace.today());
    queue(&premises, &assess_week(&premises, week, workspace.today()))
}

/// A decision for a matter, another one each time.
fn ruling(matter: &Matter, workspace: &Workspace, turn: usize) -> Ruling {
    let possible = matter.rulings(&workspace.premises());
    let without_skipping = &possible[..possible.len() - 1];
    match without_skipping[turn % without_skipping.len()] {
        Decision::Partly => Ruling::Partly {
            note: "已办一半".into(),
        },
        Decision::NotDone => Ruling::NotDone {
            finding: FindingText {
                text: "没有做".into(),
                owner: Some("陈静".into()),
                ..FindingText::default()
            },
        },
        Decision::Postponed => Ruling::Postponed {
            to: day("2022-03-11"),
            reason: "等回复".into(),
        },
        Decision::NotApplicable => Ruling::NotApplicable {
            reason: "没有".into(),
        },
        Decision::Kept => Ruling::Kept { note: None },
        _ => Ruling::Done {
            on: None,
            note: None,
        },
    }
}

fn decide(workspace: &mut Workspace, matter: &Matter, turn: usize) -> ActionId {
    let about = |period| MatterRef {
        item: matter.index,
        concern: matter.concern,
        period,
        finding: matter.finding.clone(),
    };
    let mut matters: Vec<MatterRef> = matter
        .periods
        .iter()
        .cloned()
        .map(Some)
        .map(about)
        .collect();
    if matters.is_empty() {
        matters.push(about(None));
    }
    let command = Command::Decide {
        week: Week::of(workspace.today()),
        matters,
        ruling: ruling(matter, workspace, turn),
    };
    let recorded = workspace
        .execute(&command, PRINCIPAL)
        .expect("decided")
        .recorded;
    recorded[0].action.clone()
}

/// Reviews until it is killed, or nothing is left. Writes `ack` and the action's id for each
/// decision once it is acknowledged.
#[test]
fn child_that_reviews() {
    let Some(folder) = std::env::var_os(HOME) else {
        return;
    };
    let mut workspace = school::open(Path::new(&folder), FRIDAY);
    let mut out = std::io::stdout();
    let mut turn = 0;
    while let Some(matter) = queue_of(&workspace).matters.first().cloned() {
        let action = decide(&mut workspace, &matter, turn);
        writeln!(out, "ack {action}").expect("a reader");
        out.flush().expect("a reader");
        turn += 1;
    }
}

/// Runs the child and kills it after so many decisions and some spins. Gives the actions that were
/// acknowledged.
fn killed_after(folder: &Path, after: usize, spins: u32) -> Vec<ActionId> {
    let mut child = std::process::Command::new(std::env::current_exe().expect("this program"))
        .args(["--exact", "child_that_reviews", "--nocapture"])
        .env(HOME, folder)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("a child");
    let mut out = BufReader::new(child.stdout.take().expect("its output"));
    let mut acknowledged = Vec::new();
    let mut line = String::new();
    while out.read_line(&mut line).expect("a line") > 0 {
        if let Some((_, id)) = line.split_once("ack ").filter(|_| line.ends_with('\n')) {
            acknowledged.push(ActionId(id.trim_end().into()));
        }
        line.clear();
        if acknowledged.len() == after {
            for _ in 0..spins {
                std::hint::spin_loop();
            }
            child.kill().expect("SIGKILL");
        }
    }
    child.wait().expect("its end");
    acknowledged
}

/// What a decision is made of, besides that it was made.
fn is_whole(action: &[Fact]) -> bool {
    action.iter().any(|fact| match &fact.entry {
        Entry::Reviewed { decision, .. } => {
            let with = |kinds: &[&str]| action.iter().any(|f| kinds.contains(&f.entry.kind()));
            match decision {
                Decision::Done => with(&["item_completed", "finding_fixed"]),
                Decision::Postponed => with(&["item_postponed", "finding_updated"]),
                Decision::NotApplicable => with(&["item_waived"]),
                _ => true,
            }
        }
        _ => false,
    })
}

#[test]
fn decisions_survive_a_kill_whole_and_the_review_goes_on() {
    let place = Place::empty();
    let simulation = Simulation {
        seed: 5,
        from: day("2022-02-15"),
        until: day("2022-03-04"),
        signs: false,
        lang: Lang::Zh,
    };
    simulate(&Home::at(place.path()), &simulation).expect("a school");
    let mut random = 20_220_304_u32;
    let (mut decided, mut kills) = (0, 0);
    let mut left = queue_of(&place.at(FRIDAY)).matters.len();
    assert!(left > 20, "{left}");
    while left > 0 {
        random = random.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let acknowledged = killed_after(place.path(), 1 + random as usize / 7 % 5, random >> 14);
        let workspace = place.at(FRIDAY);
        assert_eq!(workspace.record().verify().expect("a verdict").fault, None);
        for action in &acknowledged {
            let facts = workspace.record().facts_of_action(action).expect("facts");
            assert!(is_whole(&facts), "{facts:?}");
        }
        let now = queue_of(&workspace).matters.len();
        assert!(
            now + acknowledged.len() <= left,
            "decided matters came back"
        );
        (left, kills) = (now, kills + 1);
        decided += acknowledged.len();
    }
    assert!(
        decided > 20 && kills > 5,
        "{decided} decided, {kills} kills"
    );
}
