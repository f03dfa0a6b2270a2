//! The made-up school: the same for the same seed, plausible, and sound.

#[path = "support/school.rs"]
mod school;

use duban::fact::FindingState;
use duban::text::Lang;
use duban::workspace::Home;
use duban::workspace::simulation::{Simulation, simulate};
use school::{Place, day, week};

fn term(until: &str, signs: bool) -> Simulation {
    Simulation {
        seed: 7,
        from: day("2022-02-15"),
        until: day(until),
        signs,
        lang: Lang::Zh,
    }
}

fn played(until: &[&str]) -> Place {
    let place = Place::empty();
    for until in until {
        simulate(&Home::at(place.path()), &term(until, true)).expect("played");
    }
    place
}

#[test]
fn the_same_seed_lives_the_same_life_also_in_parts() {
    let whole = played(&["2022-03-18"]);
    let parts = played(&["2022-02-25", "2022-03-08", "2022-03-18"]);
    let entries = |place: &Place| {
        let workspace = place.at("2022-03-18 17:00");
        let facts = workspace.record().tail(usize::MAX >> 1).expect("facts");
        let said = facts
            .into_iter()
            .map(|fact| (fact.recorded, fact.by, fact.subject, fact.entry));
        said.map(|said| format!("{said:?}")).collect::<Vec<_>>()
    };
    let (whole, parts) = (entries(&whole), entries(&parts));
    // Heads differ, as each record names its own writer.
    let plain = |said: &[String]| -> Vec<String> {
        said.iter()
            .filter(|said| !said.contains("WeekSigned") && !said.contains("Revoked"))
            .cloned()
            .collect()
    };
    assert_eq!(plain(&whole), plain(&parts));
    assert!(whole.len() > 800, "{}", whole.len());
}

#[test]
fn a_term_is_lived_plausibly() {
    let place = played(&["2022-04-30"]);
    let workspace = place.at("2022-04-30 17:00");
    let view = workspace.view_since(week("2022-W07")).expect("a view");
    let findings = view.history.findings();
    assert!(findings.iter().any(|f| f.state() == FindingState::Closed));
    let signed = view
        .history
        .weeks()
        .values()
        .filter(|week| week.lock().is_some());
    assert_eq!(signed.count(), 11, "W07 to W17");
    let report = place.report("2022-04-30 17:00", "2022-W15");
    let percent = report.totals.percent.expect("a rate");
    assert!((70.0..100.0).contains(&percent), "{percent}");
    assert_eq!(workspace.record().verify().expect("verified").fault, None);
}
