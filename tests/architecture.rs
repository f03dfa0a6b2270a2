//! The house as design section 7 draws it: layers import downward only, the domain touches nothing
//! outside, words are in `text`, and rooms stay small enough to live in.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Rooms by layer; a room may use its own layer and those below.
const LAYERS: [&[&str]; 4] = [
    &[
        "assess",
        "calendar",
        "checklist",
        "fact",
        "find",
        "keymap",
        "report",
        "review",
        "rollup",
        "school",
        "text",
    ],
    &["format", "record"],
    &["clock", "workspace"],
    &["cli", "tui"],
];

/// What the domain may not name: the disk, the environment, the network, the clock, the screen, SQL.
const OUTSIDE: [&str; 15] = [
    "std::fs",
    "std::env",
    "std::net",
    "std::process",
    "std::thread",
    "SystemTime",
    "Instant",
    "Local::now",
    "Utc::now",
    "chrono::Local",
    "rusqlite",
    "ratatui",
    "crossterm",
    "clap",
    "directories",
];

/// Names that say nothing of what is inside.
const EMPTY_NAMES: [&str; 8] = [
    "utils", "util", "helpers", "helper", "common", "types", "manager", "misc",
];

/// The longest a function may be, and a file, tests not counted.
const FUNCTION_LINES: usize = 60;
const FILE_LINES: usize = 500;

/// A source file: its path below `src`, and its text without comments and without its tests.
struct Source {
    path: String,
    code: String,
}

impl Source {
    fn room(&self) -> &str {
        let first = self.path.split('/').next().unwrap_or_default();
        first.strip_suffix(".rs").unwrap_or(first)
    }
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(files(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// The sources of the program; modules that are compiled for tests only are left out.
fn sources() -> Vec<Source> {
    let src = root().join("src");
    let texts: BTreeMap<String, String> = files(&src)
        .into_iter()
        .map(|path| {
            let name = path.strip_prefix(&src).expect("below src");
            let name = name.to_str().expect("UTF-8").replace('\\', "/");
            (name, fs::read_to_string(path).expect("a source"))
        })
        .collect();
    let test_modules: Vec<String> = texts
        .iter()
        .flat_map(|(path, text)| tests_of(path, text))
        .collect();
    let sources: Vec<Source> = texts
        .into_iter()
        .filter(|(path, _)| !test_modules.contains(path))
        .map(|(path, text)| Source {
            path,
            code: without_tests(&without_comments(&text)),
        })
        .collect();
    assert!(sources.len() > 80, "the sources were found");
    sources
}

/// The files of the modules that a file declares under `#[cfg(test)]`.
fn tests_of(path: &str, text: &str) -> Vec<String> {
    let folder = path.strip_suffix(".rs").expect("a source");
    let lines: Vec<&str> = text.lines().collect();
    let declared = lines
        .windows(2)
        .filter(|pair| pair[0].trim() == "#[cfg(test)]");
    let names = declared.filter_map(|pair| {
        let line = pair[1].trim();
        let module = line.strip_prefix("pub(crate) ").unwrap_or(line);
        module.strip_prefix("mod ")?.strip_suffix(';')
    });
    names.map(|name| format!("{folder}/{name}.rs")).collect()
}

/// The text with comments taken out. A `//` in a string of these sources only ever stands after a
/// colon, as in `https://`.
fn without_comments(text: &str) -> String {
    let code = |line: &str| {
        let mut code = String::new();
        for part in line.split_inclusive("//") {
            code.push_str(part);
            let before = code.strip_suffix("//");
            if let Some(before) = before.filter(|before| !before.ends_with(':')) {
                return before.trim_end().to_owned();
            }
        }
        code
    };
    text.lines().map(code).collect::<Vec<String>>().join("\n")
}

/// The text up to its module of tests, which is the last thing in a file.
fn without_tests(code: &str) -> String {
    let tests = code.split_once("#[cfg(test)]\nmod tests {");
    tests.map_or(code, |(before, _)| before).to_owned()
}

fn layer_of(room: &str) -> Option<usize> {
    LAYERS.iter().position(|rooms| rooms.contains(&room))
}

/// The rooms that the code names: `crate::room`, and those in `use crate::{room, …}`.
fn named_rooms(code: &str) -> Vec<String> {
    let after = code.split("crate::").skip(1);
    after
        .flat_map(|rest| match rest.strip_prefix('{') {
            Some(group) => first_words(group),
            None => vec![word(rest)],
        })
        .collect()
}

/// The first word of every part of a `use` group, at its outermost level.
fn first_words(group: &str) -> Vec<String> {
    let mut depth = 0;
    let mut parts = vec![String::new()];
    for c in group.chars() {
        match c {
            '}' if depth == 0 => break,
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => parts.push(String::new()),
            _ => parts.last_mut().expect("a part").push(c),
        }
    }
    let words = parts.iter().map(|part| word(part.trim_start()));
    words.filter(|word| !word.is_empty()).collect()
}

fn word(text: &str) -> String {
    let is_part = |c: &char| c.is_alphanumeric() || *c == '_';
    text.chars().take_while(is_part).collect()
}

#[test]
fn imports_run_downward_only() {
    let mut wrong = Vec::new();
    for source in sources() {
        if ["main", "lib"].contains(&source.room()) {
            continue;
        }
        let layer = layer_of(source.room());
        let layer = layer.unwrap_or_else(|| panic!("{} is in no layer", source.path));
        for room in named_rooms(&source.code) {
            let of = layer_of(&room);
            let of = of.unwrap_or_else(|| panic!("{}: what is crate::{room}?", source.path));
            if of > layer || of == 3 && room != source.room() {
                wrong.push(format!("{} uses {room}", source.path));
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn the_domain_touches_nothing_outside() {
    let mut wrong = Vec::new();
    for source in sources() {
        if layer_of(source.room()) != Some(0) {
            continue;
        }
        let named = OUTSIDE.iter().filter(|name| source.code.contains(*name));
        wrong.extend(named.map(|name| format!("{} names {name}", source.path)));
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn only_the_clock_reads_the_time() {
    let reads = ["Local::now", "Utc::now", "SystemTime::now"];
    let readers: Vec<String> = sources()
        .into_iter()
        .filter(|source| reads.iter().any(|name| source.code.contains(name)))
        .map(|source| source.path)
        .collect();
    assert_eq!(readers, ["clock.rs"]);
}

fn is_chinese(c: char) -> bool {
    ('\u{3000}'..='\u{9fff}').contains(&c) || ('\u{ff00}'..='\u{ffef}').contains(&c)
}

#[test]
fn chinese_words_are_in_text_only() {
    // The names of the holidays come with the calendar's data, as the State Council publishes them.
    let excepted = |path: &str| path.starts_with("text/") || path == "calendar/holidays.rs";
    let mut wrong = Vec::new();
    for source in sources() {
        if excepted(&source.path) {
            continue;
        }
        let lines = source.code.lines().enumerate();
        let found = lines.filter(|(_, line)| line.contains(is_chinese));
        wrong.extend(found.map(|(n, line)| format!("{}:{}: {}", source.path, n + 1, line.trim())));
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn files_are_named_for_what_they_are() {
    let mut wrong = Vec::new();
    for folder in ["src", "tests"] {
        for path in files(&root().join(folder)) {
            let name = path
                .file_stem()
                .and_then(|stem| stem.to_str())
                .expect("a name");
            if EMPTY_NAMES.contains(&name) || name == "mod" {
                wrong.push(path);
            }
        }
    }
    assert_eq!(wrong, Vec::<PathBuf>::new());
}

/// The functions that are longer than they may be: the first line and the length. A function ends
/// where a line closes it at the indentation that it began with.
fn long_functions(code: &str) -> Vec<(String, usize)> {
    let lines: Vec<&str> = code.lines().collect();
    let mut long = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let indent = line.len() - line.trim_start().len();
        if !is_function(line.trim_start()) || line.trim_end().ends_with(';') {
            continue;
        }
        let close = format!("{}}}", " ".repeat(indent));
        let length = lines[at..].iter().position(|line| **line == close);
        let length = length.map_or(1, |length| length + 1);
        if length > FUNCTION_LINES {
            long.push((line.trim().to_owned(), length));
        }
    }
    long
}

fn is_function(line: &str) -> bool {
    let mut words = line.split(' ');
    let before = [
        "pub",
        "pub(crate)",
        "pub(super)",
        "const",
        "unsafe",
        "async",
    ];
    words.find(|word| !before.contains(word)) == Some("fn")
}

#[test]
fn functions_and_files_are_short() {
    let mut wrong = Vec::new();
    for source in sources() {
        let lines = source.code.lines().count();
        if lines > FILE_LINES {
            wrong.push(format!("{}: {lines} lines", source.path));
        }
        let long = long_functions(&source.code).into_iter();
        wrong.extend(long.map(|(line, length)| format!("{}: {length} lines: {line}", source.path)));
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn the_measures_find_what_they_look_for() {
    let uses = "use crate::text::{Lang, words};\nuse crate::{cli, record::{Record, Head}};\nlet x = crate::tui::run();";
    assert_eq!(named_rooms(uses), ["text", "cli", "record", "tui"]);
    assert_eq!(
        without_comments("a // b\n// c\n\"https://x\" // d"),
        "a\n\n\"https://x\""
    );
    assert_eq!(without_tests("a\n#[cfg(test)]\nmod tests {\n b }"), "a\n");
    assert_eq!(
        tests_of(
            "record.rs",
            "#[cfg(test)]\nmod flips;\nmod tree;\n#[cfg(test)]\npub(crate) mod life;"
        ),
        ["record/flips.rs", "record/life.rs"]
    );
    let long = format!(
        "    pub(crate) fn long() {{\n{}    }}\n",
        "        x();\n".repeat(59)
    );
    assert_eq!(
        long_functions(&long),
        [("pub(crate) fn long() {".to_owned(), 61)]
    );
    assert_eq!(long_functions(&long.replacen("        x();\n", "", 1)), []);
    assert!("错误：".chars().all(is_chinese) && !"“x”…".contains(is_chinese));
}
