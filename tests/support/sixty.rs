//! A made-up district: sixty schools over four weeks, whose reports came in as reports do. Some did
//! not come, some came late, twice, broken, forged, or from a record that was cut.

#![allow(dead_code, reason = "each test uses the part that it needs")]

use super::school::{day, open, order, week};
use duban::assess::assess_week;
use duban::fact::Decision;
use duban::format::write;
use duban::report::StatusReport;
use duban::review::queue;
use duban::school::School;
use duban::text::Lang;
use duban::workspace::simulation::{Simulation, school, simulate};
use duban::workspace::{Command, Home, MatterRef, Ruling, Workspace, setup};
use rayon::iter::{IntoParallelIterator, ParallelIterator};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command as Process;

/// How many schools are on the roster.
pub(crate) const SCHOOLS: usize = 60;
/// The weeks, each with its Friday.
pub(crate) const WEEKS: [(&str, &str); 4] = [
    ("2022-W08", "2022-02-25"),
    ("2022-W09", "2022-03-04"),
    ("2022-W10", "2022-03-11"),
    ("2022-W11", "2022-03-18"),
];
/// The week that everything below is about.
pub(crate) const WEEK: &str = "2022-W11";
/// The day on which late reports come in.
const TUESDAY: &str = "2022-03-22";

/// Those that do not report; the first never did.
pub(crate) const MISSING: [usize; 5] = [3, 14, 25, 36, 47];
/// Those that report after the last day.
pub(crate) const LATE: [usize; 3] = [5, 16, 27];
/// Those that have nothing to report.
pub(crate) const QUIET: [usize; 2] = [8, 19];
/// Those whose own life would end the same way.
const SETTLED: [usize; 7] = [9, 10, 31, 35, 37, 42, 51];
/// Those whose report lies there twice: the same bytes, and an earlier one.
pub(crate) const TWICE: [usize; 2] = [7, 18];
/// Those whose file is broken: cut off, in no encoding, with totals that lie, no report at all.
pub(crate) const BROKEN: [usize; 4] = [11, 22, 33, 44];
/// The one whose report was changed after it was signed with the school's key.
pub(crate) const FORGED: usize = 30;
/// The one whose record lost its last weeks, and went on.
pub(crate) const CUT: usize = 40;

/// The files of a district.
pub(crate) struct District {
    folder: PathBuf,
}

/// What a school is called.
pub(crate) fn id(number: usize) -> String {
    format!("school-{number:02}")
}

pub(crate) fn name(number: usize) -> String {
    let names = ["青山", "临江", "东湖", "北岭", "南溪", "西桥"];
    let which = names[number % names.len()];
    format!("{which}第{}小学", number / names.len() + 1)
}

fn part(number: usize) -> &'static str {
    ["城东学区", "城西学区", "江南学区"][number % 3]
}

impl District {
    /// Makes it in an empty folder. Each school has a home of its own while its reports are written.
    pub(crate) fn make(folder: &Path) -> Self {
        let district = Self {
            folder: folder.to_owned(),
        };
        for part in ["keys", "homes"] {
            fs::create_dir_all(folder.join(part)).expect("a folder");
        }
        for (of, _) in WEEKS {
            fs::create_dir_all(district.reports(of)).expect("a folder");
        }
        district.write_roster();
        district.make_keys();
        (1..=SCHOOLS)
            .into_par_iter()
            .for_each(|number| district.report_all_weeks(number));
        district.write_broken();
        district.write_twice();
        district.forge();
        district
    }

    /// Where the reports of a week lie.
    pub(crate) fn reports(&self, of: &str) -> PathBuf {
        self.folder.join("reports").join(of)
    }

    pub(crate) fn roster(&self) -> PathBuf {
        self.folder.join("roster.csv")
    }

    pub(crate) fn signers(&self) -> PathBuf {
        self.folder.join("signers")
    }

    /// The file of a school's week.
    pub(crate) fn file(&self, number: usize, of: &str) -> PathBuf {
        self.reports(of).join(format!("{}-{of}.yaml", id(number)))
    }

    fn write_roster(&self) {
        let mut roster = String::from("id,name,kind,district,contact\r\n");
        for number in 1..=SCHOOLS {
            let (id, name, part) = (id(number), name(number), part(number));
            let contact = format!("办公室 0591-8800{number:04}");
            writeln!(roster, "{id},{name},primary,{part},{contact}\r").expect("written");
        }
        fs::write(self.roster(), roster).expect("the roster");
    }

    fn key(&self, number: usize) -> PathBuf {
        self.folder.join("keys").join(id(number))
    }

    fn make_keys(&self) {
        let mut signers = String::new();
        for number in 1..=SCHOOLS {
            let key = self.key(number);
            let mut keygen = Process::new("ssh-keygen");
            keygen.args(["-q", "-t", "ed25519", "-N", "", "-C", &id(number), "-f"]);
            assert!(keygen.arg(&key).status().expect("ssh-keygen").success());
            let public = fs::read_to_string(key.with_extension("pub")).expect("a key");
            write!(signers, "{} {public}", id(number)).expect("written");
        }
        fs::write(self.signers(), signers).expect("the signers");
    }

    fn report_all_weeks(&self, number: usize) {
        let folder = self.folder.join("homes").join(id(number));
        fs::create_dir(&folder).expect("a folder");
        setup::create(&Home::throwaway(&folder), &profile(number), Lang::Zh).expect("set up");
        for (of, friday) in WEEKS {
            live_week(&folder, number, of, friday);
            let is_shown = of == WEEK;
            let is_missing = is_shown && MISSING.contains(&number) || number == MISSING[0];
            if !is_missing {
                let is_late = is_shown && LATE.contains(&number);
                let on = if is_late { TUESDAY } else { friday };
                let report = open(&folder, &format!("{on} 17:00")).report(week(of), None, Lang::Zh);
                self.hand_in(number, of, &report.expect("a report"));
            }
            if number == CUT {
                lose_weeks(&folder, of, friday);
            }
        }
    }

    fn hand_in(&self, number: usize, of: &str, report: &StatusReport) {
        let file = self.file(number, of);
        fs::write(&file, write(report).expect("written")).expect("a report");
        self.sign(number, &file);
    }

    fn sign(&self, number: usize, file: &Path) {
        let mut keygen = Process::new("ssh-keygen");
        keygen.args(["-q", "-Y", "sign", "-n", "duban.status-report", "-f"]);
        let signed = keygen.arg(self.key(number)).arg(file).output();
        assert!(signed.expect("ssh-keygen").status.success());
    }

    fn write_broken(&self) {
        let [cut, encoded, lying, none] = BROKEN.map(|number| self.file(number, WEEK));
        let text = fs::read_to_string(&cut).expect("a report");
        let half = text
            .char_indices()
            .nth(text.chars().count() / 2)
            .expect("a place")
            .0;
        fs::write(&cut, text.split_at(half).0).expect("cut off");
        let mut bytes = fs::read(&encoded).expect("a report");
        bytes[400] = 0xff;
        fs::write(&encoded, bytes).expect("in no encoding");
        let text = fs::read_to_string(&lying).expect("a report");
        let (before, after) = text.split_once("  done: ").expect("its totals");
        fs::write(&lying, format!("{before}  done: 1{after}")).expect("a lie");
        fs::write(&none, "<html><body>登录已过期</body></html>").expect("no report");
        for (number, file) in [
            (BROKEN[0], &cut),
            (BROKEN[1], &encoded),
            (BROKEN[2], &lying),
            (BROKEN[3], &none),
        ] {
            fs::remove_file(file.with_extension("yaml.sig")).expect("its signature");
            self.sign(number, file);
        }
    }

    fn write_twice(&self) {
        let [same, earlier] = TWICE;
        let copy = |from: &Path, to: &Path| {
            for ending in ["yaml", "yaml.sig"] {
                fs::copy(from.with_extension(ending), to.with_extension(ending)).expect("a copy");
            }
        };
        let again = self.reports(WEEK).join("school-07 (1).yaml");
        copy(&self.file(same, WEEK), &again);
        let folder = self.folder.join("homes").join(id(earlier));
        let thursday = open(&folder, "2022-03-18 17:00");
        let report = thursday.report(week(WEEK), Some(day("2022-03-17")), Lang::Zh);
        let file = self.reports(WEEK).join("school-18-thursday.yaml");
        fs::write(&file, write(&report.expect("a report")).expect("written")).expect("a report");
        self.sign(earlier, &file);
    }

    fn forge(&self) {
        let file = self.file(FORGED, WEEK);
        let text = fs::read_to_string(&file).expect("a report");
        let forged = text.replacen("staff: 64", "staff: 65", 1);
        assert_ne!(forged, text);
        fs::write(&file, forged).expect("forged");
    }
}

fn profile(number: usize) -> School {
    let mut profile = school(&life(number, "2022-03-18", true));
    profile.id = id(number).parse().expect("an id");
    profile.name = name(number);
    profile.district = Some(part(number).to_owned());
    profile
}

fn life(number: usize, until: &str, signs: bool) -> Simulation {
    let luck = u64::try_from(number).expect("a seed");
    Simulation {
        // These would have nothing to report either.
        seed: luck + if SETTLED.contains(&number) { 100 } else { 0 },
        from: day("2022-02-14"),
        until: day(until),
        signs,
        lang: Lang::Zh,
    }
}

/// Lives a week until its Friday, as the school of that number does.
fn live_week(folder: &Path, number: usize, of: &str, friday: &str) {
    let is_one_of = |schools: &[usize]| of == WEEK && schools.contains(&number);
    let signs = !is_one_of(&[&LATE[..], &QUIET, &[CUT]].concat());
    let mut life = life(number, friday, signs);
    if is_one_of(&[CUT]) {
        // What was lost is not lived again.
        life.from = week(of).monday();
    }
    simulate(&Home::throwaway(folder), &life).expect("a life");
    let afternoon = || open(folder, &format!("{friday} 16:30"));
    if is_one_of(&QUIET) {
        sign_quiet_week(&mut afternoon());
    }
    if is_one_of(&[CUT]) {
        sign(&mut afternoon(), false);
    }
}

/// Puts the record of the first week in the place of that of the third.
fn lose_weeks(folder: &Path, of: &str, friday: &str) {
    let kept = folder.join("kept.db");
    if of == WEEKS[0].0 {
        let evening = open(folder, &format!("{friday} 17:00"));
        evening.record().backup(&kept).expect("kept");
    }
    if of == WEEKS[2].0 {
        fs::copy(&kept, folder.join("record.db")).expect("cut");
    }
}

/// Does everything of the week that is open, and signs that there is nothing to report.
fn sign_quiet_week(friday: &mut Workspace) {
    let of = week(WEEK);
    loop {
        let premises = friday.premises();
        let matters = queue(&premises, &assess_week(&premises, of, friday.today())).matters;
        let next = matters.iter().find_map(|matter| {
            let ruling = [Decision::Done, Decision::Kept, Decision::Skipped]
                .into_iter()
                .find(|decision| matter.rulings(&premises).contains(decision))?;
            Some((matter.index, MatterRef::all_of(matter), ruling))
        });
        let Some((_, matters, decision)) = next else {
            break;
        };
        let ruling = match decision {
            Decision::Done => Ruling::Done {
                on: None,
                note: None,
            },
            Decision::Kept => Ruling::Kept { note: None },
            _ => Ruling::Skipped,
        };
        order(
            friday,
            &Command::Decide {
                week: of,
                matters,
                ruling,
            },
        );
    }
    order(friday, &Command::ConfirmWeek { week: of });
    sign(friday, true);
}

fn sign(friday: &mut Workspace, nothing_to_report: bool) {
    let week = week(WEEK);
    let sign = Command::SignWeek {
        week,
        nothing_to_report,
    };
    order(friday, &sign);
}
