//! `duban rollup --rows`: what it writes, and that the queries of `docs/at-scale.md` say of it what
//! the roll-up itself says.

use std::path::Path;
use std::process::{Command, Output};

fn duban(folder: &Path, words: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_duban"));
    command.env_clear().current_dir(folder);
    command.args(["--lang", "en", "--today", "2022-03-22", "rollup"]);
    command.args(words).output().expect("the program")
}

/// What it says when it ends with 2.
fn refused(output: &Output) -> String {
    assert_eq!(output.status.code(), Some(2), "{output:?}");
    String::from_utf8(output.stderr.clone()).expect("UTF-8")
}

#[cfg(not(feature = "parquet"))]
#[test]
fn a_program_without_the_writer_says_where_there_is_one() {
    let folder = tempfile::tempdir().expect("a folder");
    let said = refused(&duban(folder.path(), &[".", "--rows", "rows"]));
    assert!(said.contains("built without Parquet"), "{said}");
    assert!(said.contains("--features parquet"), "{said}");
    assert!(!folder.path().join("rows").exists());
}

#[cfg(feature = "parquet")]
#[path = "support/province.rs"]
mod province;

#[cfg(feature = "parquet")]
mod with_parquet {
    use super::{duban, province, refused};
    use chrono::{DateTime, FixedOffset};
    use duban::format::{RollUpForm, write_rollup};
    use duban::rollup::{RollUpAsked, RollUpReport};
    use duban::text::Lang;
    use std::collections::BTreeMap;
    use std::fs;
    use std::path::{Path, PathBuf};
    use std::process::Command;
    use tempfile::TempDir;

    /// How many schools are compared, and how many will do for the rest.
    const MANY: u64 = 520;
    const FEW: u64 = 24;
    const PROVINCE: &str = "../province.json";
    const ROSTER: &str = "../roster.csv";

    /// A folder with the province's roll-up and its roster, and an empty folder in it.
    struct Place(TempDir);

    impl Place {
        fn new(schools: u64) -> Self {
            let folder = tempfile::tempdir().expect("a folder");
            let now: DateTime<FixedOffset> = "2022-03-22T09:00:00+08:00".parse().expect("a moment");
            let asked = RollUpAsked {
                week: None,
                due_days: 0,
                today: now.date_naive(),
                language: Lang::En,
                generated_at: now,
            };
            let report = RollUpReport::of(&province::province(schools), None, &asked);
            let json = write_rollup(&report, RollUpForm::Json).expect("JSON");
            fs::write(folder.path().join("province.json"), json).expect("written");
            fs::write(folder.path().join("roster.csv"), province::roster(schools))
                .expect("written");
            Self(folder)
        }

        fn path(&self, below: &str) -> PathBuf {
            let path = self.0.path().join(below);
            fs::create_dir_all(&path).expect("a folder");
            path
        }

        /// Writes rows and roll-up into a folder.
        fn rolled_up(&self, below: &str, words: &[&str]) -> PathBuf {
            let folder = self.path(below);
            let words = [words, &[PROVINCE, "--rows", "rows", "-o", "rollup.json"]].concat();
            let output = duban(&folder, &words);
            let said = String::from_utf8_lossy(&output.stdout).into_owned();
            assert!(output.status.success(), "{output:?}");
            assert!(said.contains("to rows, as Parquet"), "{said}");
            folder
        }
    }

    /// Every file of a folder by its name.
    fn contents(folder: &Path) -> BTreeMap<String, Vec<u8>> {
        let files = duban::workspace::dataset::files_in(folder).into_iter();
        files
            .map(|file| {
                let name = file.strip_prefix(folder).expect("below");
                let name = name.to_str().expect("UTF-8").to_owned();
                (name, fs::read(file).expect("a file"))
            })
            .collect()
    }

    #[test]
    fn the_queries_of_the_document_say_what_the_roll_up_says() {
        let known = Command::new("python3")
            .args(["-c", "import duckdb"])
            .output();
        if !known.is_ok_and(|output| output.status.success()) {
            assert!(std::env::var_os("CI").is_none(), "CI installs DuckDB");
            println!("skipped: no python3 with duckdb");
            return;
        }
        let place = Place::new(MANY);
        let roster = place.rolled_up("roster", &["--roster", ROSTER, "--due", "1"]);
        let before = ["--roster", ROSTER, "--week", "2022-W09"];
        let before = place.rolled_up("before", &before);
        let reports = place.rolled_up("reports", &[]);
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let mut script = Command::new("python3");
        script.arg(root.join("tests/at_scale.py"));
        script.arg(root.join("docs/at-scale.md"));
        script.arg(roster).arg(before).arg(reports);
        let output = script.output().expect("python3");
        let said = String::from_utf8_lossy(&output.stdout);
        let wrong = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{said}\n{wrong}");
        println!("{said}");
    }

    #[test]
    fn rows_lie_by_week_and_district_as_hive_has_it() {
        let place = Place::new(FEW);
        let folder = place.rolled_up("a", &["--roster", ROSTER]);
        let rows = contents(&folder.join("rows"));
        let in_week: Vec<&str> = rows
            .keys()
            .filter_map(|name| name.strip_prefix("schools/week=2022-W11/"))
            .collect();
        let names = [
            "district=12/part-0.parquet",
            "district=Gulou%3A North/part-0.parquet",
            "district=__HIVE_DEFAULT_PARTITION__/part-0.parquet",
            "district=a%2Fb%3Dc%25d, 100%25/part-0.parquet",
            "district=true/part-0.parquet",
            "district=台江区/part-0.parquet",
        ];
        assert_eq!(in_week, names);
        let again = place.rolled_up("b", &["--roster", ROSTER]);
        assert!(rows == contents(&again.join("rows")), "the same bytes");
        let left: Vec<_> = fs::read_dir(&folder).expect("a folder").collect();
        assert_eq!(left.len(), 2, "{left:?}");
    }

    #[test]
    fn what_is_there_is_replaced_only_where_it_is_rows() {
        let place = Place::new(FEW);
        let folder = place.rolled_up("a", &["--roster", ROSTER]);
        let rows = contents(&folder.join("rows"));
        let words = [PROVINCE, "--rows", "rows"];
        let said = refused(&duban(&folder, &words));
        assert!(said.contains("rows is there already"), "{said}");
        assert!(rows == contents(&folder.join("rows")));

        let forced = [&words[..], &["--force"]].concat();
        assert!(duban(&folder, &forced).status.success());
        assert!(rows != contents(&folder.join("rows")), "of more schools");

        fs::write(folder.join("rows/thesis.txt"), "years of work").expect("written");
        let said = refused(&duban(&folder, &forced));
        assert!(said.contains("else than rows (thesis.txt)"), "{said}");
        let said = refused(&duban(
            &folder,
            &[PROVINCE, "--rows", "rollup.json", "--force"],
        ));
        assert!(
            said.contains("rollup.json is a file and no folder"),
            "{said}"
        );
        let thesis = fs::read_to_string(folder.join("rows/thesis.txt"));
        assert_eq!(thesis.expect("still there"), "years of work");
    }

    #[test]
    fn nothing_is_written_where_something_else_cannot_be() {
        let place = Place::new(FEW);
        let folder = place.path("a");
        fs::write(folder.join("rollup.json"), "mine").expect("written");
        let said = refused(&duban(
            &folder,
            &[PROVINCE, "--rows", "rows", "-o", "rollup.json"],
        ));
        assert!(said.contains("rollup.json is there already"), "{said}");
        assert!(!folder.join("rows").exists());
        let output = duban(&folder, &[PROVINCE, "--rows", "nowhere/rows"]);
        assert!(!output.status.success());
        assert!(!folder.join("nowhere").exists());
    }

    #[test]
    fn rows_of_before_are_no_files_of_the_count() {
        let place = Place::new(FEW);
        let folder = place.0.path();
        let words = ["reports", "--rows", "reports/rows", "--force", "--json"];
        fs::create_dir(folder.join("reports")).expect("a folder");
        fs::write(folder.join("reports/no-report.yaml"), "{").expect("written");
        let found = || {
            let output = duban(folder, &words);
            assert!(output.status.success(), "{output:?}");
            let json: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
            json["files"]["found"].as_u64().expect("a number")
        };
        assert_eq!((found(), found()), (1, 1));
        assert!(folder.join("reports/rows/files/part-0.parquet").exists());
    }
}
