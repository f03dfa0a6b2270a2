//! A district of sixty made-up schools over four weeks, rolled up.

#[path = "support/school.rs"]
mod school;
#[path = "support/sixty.rs"]
mod sixty;

use sixty::District;
use std::path::PathBuf;

#[test]
fn everything_that_is_wrong_with_a_districts_reports_is_found() {
    let folder = tempfile::tempdir().expect("a folder");
    let kept = std::env::var_os("DUBAN_DISTRICT").map(PathBuf::from);
    let folder = kept.as_deref().unwrap_or(folder.path());
    let _district = District::make(folder);
}
