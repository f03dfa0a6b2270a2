//! A real browser without a window, and the PDF files it prints. Where there is none, a test says
//! so and ends; where everything has to be there (`CI` is set) it fails.

use std::path::{Path, PathBuf};
use std::process::Command;

/// The browsers that do, in this order.
const BROWSERS: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "chrome"];

/// A browser, and the folder it may write in.
pub(crate) struct Browser {
    program: &'static str,
    pub(crate) folder: tempfile::TempDir,
}

/// Skips the test, with the reason; fails where nothing may be missing.
fn skip<T>(what: &str) -> Option<T> {
    assert!(std::env::var_os("CI").is_none(), "{what} is missing");
    println!("skipped: no {what}");
    None
}

fn is_there(program: &str, version: &str) -> bool {
    let run = Command::new(program).arg(version).output();
    run.is_ok_and(|output| output.status.success())
}

impl Browser {
    /// The browser of this machine.
    pub(crate) fn find() -> Option<Self> {
        let mut browsers = BROWSERS.into_iter();
        let found = browsers.find(|program| is_there(program, "--version"));
        let Some(program) = found else {
            return skip("chromium");
        };
        let folder = tempfile::tempdir().expect("a folder");
        Some(Self { program, folder })
    }

    /// Writes a page into the folder.
    pub(crate) fn write(&self, name: &str, html: &str) -> PathBuf {
        let path = self.folder.path().join(name);
        std::fs::write(&path, html).expect("written");
        path
    }

    /// Opens a page with more of the browser's own arguments: what it prints, and what it logs.
    pub(crate) fn open(&self, page: &Path, arguments: &[&str]) -> (String, String) {
        let profile = self.folder.path().join("profile");
        let output = Command::new(self.program)
            .args(["--headless", "--no-sandbox", "--disable-gpu"])
            .args(["--no-first-run", "--disable-dev-shm-usage"])
            .args([
                "--disable-background-networking",
                "--disable-component-update",
            ])
            .args(["--disable-sync", "--enable-logging=stderr"])
            .arg(format!("--user-data-dir={}", profile.display()))
            .args(arguments)
            .arg(format!("file://{}", page.display()))
            .output()
            .expect("the browser");
        let log = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.success(), "{log}");
        (String::from_utf8_lossy(&output.stdout).into_owned(), log)
    }

    /// The page after its scripts ran, in a window that wide.
    pub(crate) fn dom(&self, page: &Path, width: u32) -> String {
        let size = format!("--window-size={width},900");
        let arguments = [size.as_str(), "--virtual-time-budget=20000", "--dump-dom"];
        self.open(page, &arguments).0
    }

    /// The page on paper.
    pub(crate) fn print(&self, page: &Path) -> PathBuf {
        let pdf = page.with_extension("pdf");
        let to = format!("--print-to-pdf={}", pdf.display());
        self.open(page, &["--no-pdf-header-footer", &to]);
        pdf
    }
}

/// What the sheets of a PDF file say, each by itself.
pub(crate) fn sheets(pdf: &Path) -> Option<Vec<String>> {
    let run = Command::new("pdftotext")
        .arg("-layout")
        .arg(pdf)
        .arg("-")
        .output();
    let Ok(output) = run else {
        return skip("pdftotext");
    };
    assert!(output.status.success());
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    let sheets = text.split('\u{c}').map(ToOwned::to_owned);
    Some(sheets.filter(|sheet| !sheet.trim().is_empty()).collect())
}

/// What is known about a PDF file.
pub(crate) fn about(pdf: &Path) -> Option<String> {
    let run = Command::new("pdfinfo").arg(pdf).output();
    match run {
        Ok(output) => Some(String::from_utf8_lossy(&output.stdout).into_owned()),
        Err(_) => skip("pdfinfo"),
    }
}

/// The checker of accessibility, axe-core, from the file that `DUBAN_AXE` names.
pub(crate) fn axe() -> Option<String> {
    let Some(path) = std::env::var_os("DUBAN_AXE") else {
        return skip("axe-core: DUBAN_AXE names axe.min.js");
    };
    Some(std::fs::read_to_string(path).expect("axe-core"))
}
