//! A home for a test, and the program run in it: nothing of the machine's own is seen or touched.

use serde_json::Value;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// The day to judge for: a Wednesday in the week 2022-W11.
pub(crate) const TODAY: &str = "2022-03-16";

/// A folder that is gone when the test is.
pub(crate) struct Home {
    folder: tempfile::TempDir,
}

/// What the program said, and how it ended.
#[derive(Debug)]
pub(crate) struct Said {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Home {
    /// No school yet.
    pub(crate) fn empty() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        fs::create_dir(folder.path().join("elsewhere")).expect("a folder");
        Self { folder }
    }

    /// A primary school of 812 pupils and 64 staff, which speaks Chinese.
    pub(crate) fn set_up() -> Self {
        let home = Self::empty();
        let said = home.run(&[
            "init",
            "--name",
            "青山小学",
            "--kind",
            "primary",
            "--id",
            "qingshan",
            "--district",
            "台江区",
            "--students",
            "812",
            "--staff",
            "64",
            "--yes",
        ]);
        assert_eq!((said.code, said.err.as_str()), (0, ""));
        home
    }

    /// The folder named with `--home`.
    pub(crate) fn path(&self) -> PathBuf {
        self.folder.path().join("home")
    }

    /// A file or folder in the home.
    pub(crate) fn file(&self, name: &str) -> PathBuf {
        self.path().join(name)
    }

    /// A place beside the home.
    pub(crate) fn beside(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Writes a file in the home, with its folders.
    pub(crate) fn write(&self, name: &str, content: impl AsRef<[u8]>) {
        let path = self.file(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("folders");
        fs::write(path, content).expect("written");
    }

    /// `program` in an environment of its own.
    pub(crate) fn start(&self, program: impl AsRef<OsStr>) -> Command {
        let mut command = Command::new(program);
        command
            .env_clear()
            .env("HOME", self.beside("elsewhere"))
            .env("PATH", std::env::var_os("PATH").unwrap_or_default())
            .env("TZ", "Asia/Shanghai")
            .env("LC_ALL", "zh_CN.UTF-8")
            .current_dir(self.folder.path());
        command
    }

    /// The program, about this home, as of [`TODAY`].
    pub(crate) fn duban(&self) -> Command {
        self.duban_on(TODAY)
    }

    /// The program, about this home, as of `day`.
    pub(crate) fn duban_on(&self, day: &str) -> Command {
        let mut command = self.start(env!("CARGO_BIN_EXE_duban"));
        command
            .arg("--home")
            .arg(self.path())
            .args(["--today", day]);
        command
    }

    /// Runs the program to its end.
    pub(crate) fn run(&self, args: &[&str]) -> Said {
        Said::of(self.duban().args(args).output().expect("the program runs"))
    }

    /// Runs the program in English.
    pub(crate) fn run_en(&self, args: &[&str]) -> Said {
        self.run(&[&["--lang", "en"], args].concat())
    }

    /// Runs the program, which has to succeed without a word on stderr, and gives what it printed.
    pub(crate) fn ok(&self, args: &[&str]) -> String {
        let said = self.run(args);
        assert_eq!((said.code, said.err.as_str()), (0, ""), "{args:?}");
        self.redacted(&said.out)
    }

    /// The same in English.
    pub(crate) fn ok_en(&self, args: &[&str]) -> String {
        self.ok(&[&["--lang", "en"], args].concat())
    }

    /// Runs the program, which has to end with `code` and print nothing, and gives its message.
    pub(crate) fn refused(&self, code: i32, args: &[&str]) -> String {
        let said = self.run(args);
        assert_eq!((said.code, said.out.as_str()), (code, ""), "{said:?}");
        self.redacted(&said.err)
    }

    /// The messages in both languages.
    pub(crate) fn refused_twice(&self, code: i32, args: &[&str]) -> String {
        let english = [&["--lang", "en"], args].concat();
        self.refused(code, args) + &self.refused(code, &english)
    }

    /// What the program prints as JSON.
    pub(crate) fn json(&self, args: &[&str]) -> Value {
        let said = self.run(&[args, &["--json"]].concat());
        assert_eq!(said.err, "", "{args:?}");
        serde_json::from_str(&said.out).expect("JSON")
    }

    /// How many facts the record holds, each of them verified.
    pub(crate) fn facts(&self) -> u64 {
        self.json(&["verify"])["facts"].as_u64().expect("a number")
    }

    /// The text with what differs from run to run taken out.
    pub(crate) fn redacted(&self, text: &str) -> String {
        let folder = self.folder.path().display().to_string();
        moments(&hashes(&text.replace(&folder, "~")))
    }
}

impl Said {
    pub(crate) fn of(output: Output) -> Self {
        let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
        Self {
            code: output.status.code().expect("an exit code"),
            out: text(output.stdout),
            err: text(output.stderr),
        }
    }
}

/// `2026-01-02 03:04` of the real clock as `[moment]`.
fn moments(text: &str) -> String {
    let is_moment = |chars: &[char]| {
        chars
            .iter()
            .zip("0000-00-00 00:00".chars())
            .all(|(c, like)| match like {
                '0' => c.is_ascii_digit(),
                other => *c == other,
            })
    };
    replaced(text, 16, is_moment, "[moment]")
}

/// 64 hexadecimal digits as `[hash]`.
fn hashes(text: &str) -> String {
    replaced(
        text,
        64,
        |chars| chars.iter().all(char::is_ascii_hexdigit),
        "[hash]",
    )
}

fn replaced(text: &str, length: usize, like: impl Fn(&[char]) -> bool, by: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut out = String::new();
    let mut at = 0;
    while at < chars.len() {
        if chars.get(at..at + length).is_some_and(&like) {
            out.push_str(by);
            at += length;
        } else {
            out.push(chars[at]);
            at += 1;
        }
    }
    out
}

/// Every file below a folder, with its bytes.
pub(crate) fn contents(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(contents(&path));
        } else {
            let bytes = fs::read(&path).expect("bytes");
            found.push((path, bytes));
        }
    }
    found.sort();
    found
}
