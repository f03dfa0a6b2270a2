//! A real browser without a window, and the PDF files it prints. Where there is none, a test says
//! so and ends; where everything has to be there (`CI` is set) it fails.

#![allow(dead_code, reason = "each test uses the part that it needs")]

use serde_json::Value;
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

    /// What is wider than a phone when the page is on one: by how much, and which elements.
    pub(crate) fn on_a_phone(&self, name: &str, html: &str) -> Value {
        let page = without_policy(html);
        let inner = page.replace('&', "&amp;").replace('"', "&quot;");
        let outer = format!(
            "<!DOCTYPE html><meta charset=\"utf-8\"><iframe width=\"360\" height=\"740\" style=\"border:0\" srcdoc=\"{inner}\"></iframe>\
            <pre id=\"found\"></pre><script>onload = () => {{\
                const page = document.querySelector('iframe').contentDocument;\
                page.querySelectorAll('details').forEach(of => of.open = true);\
                const root = page.documentElement;\
                const over = root.scrollWidth - root.clientWidth;\
                const out = [...page.querySelectorAll('body *')].filter(of => \
                    !of.closest('.scroll, svg, .hidden, thead') && of.getBoundingClientRect().right > 361);\
                document.getElementById('found').textContent = JSON.stringify(\
                    {{ over, out: out.map(of => of.outerHTML.slice(0, 80)) }});\
            }};</script>"
        );
        found(&self.dom(&self.write(name, &outer), 1280))
    }

    /// What the checker of accessibility has against a page in a window that wide.
    pub(crate) fn checked(&self, axe: &str, name: &str, html: &str, width: u32) -> Value {
        assert!(!axe.contains("</script"));
        let script = format!(
            "<pre id=\"found\" hidden></pre><script>{axe}</script><script>\
            axe.run(document, {{ runOnly: {{ type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', \
                'wcag21aa', 'wcag22aa', 'best-practice'] }} }}).then(result => {{\
                document.getElementById('found').textContent = JSON.stringify({{\
                    passes: result.passes.length, violations: result.violations.map(of => \
                        [of.id, of.nodes.map(node => node.html.slice(0, 160) + node.failureSummary)]) }});\
            }});</script></body>"
        );
        let page = without_policy(html).replace("</body>", &script);
        found(&self.dom(&self.write(name, &page), width))
    }

    /// Whether a page asks for anything at `probe.invalid`.
    pub(crate) fn asks(&self, name: &str, html: &str) -> bool {
        let log = self.folder.path().join("net.json");
        let to = format!("--log-net-log={}", log.display());
        self.open(&self.write(name, html), &[&to, "--dump-dom"]);
        let log = std::fs::read_to_string(log).expect("a log");
        log.contains("probe.invalid")
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

/// The page as somebody would have it who lets scripts run in it.
pub(crate) fn without_policy(html: &str) -> String {
    let (before, policy) = html.split_once("<meta http-equiv").expect("a policy");
    let (_, after) = policy.split_once("/>").expect("its end");
    [before, after].concat()
}

/// What a script wrote into the element `found` of the page, as JSON.
pub(crate) fn found(dom: &str) -> Value {
    let (_, after) = dom.split_once("<pre id=\"found\"").expect("a result");
    let (_, after) = after.split_once('>').expect("its beginning");
    let (found, _) = after.split_once("</pre>").expect("its end");
    let found = found
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&");
    serde_json::from_str(&found).expect("JSON")
}

/// What the page complained of.
pub(crate) fn console(log: &str) -> Vec<&str> {
    log.lines()
        .filter(|line| line.contains("CONSOLE"))
        .collect()
}

/// A text without its white space.
pub(crate) fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}
