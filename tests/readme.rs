//! What the READMEs say is so: the commands, the example checklist, the files they point to.
//!
//! `DUBAN_ACCEPT=1 cargo test --test readme` writes the tables anew.

use duban::format::read_checklist;
use duban::text::Lang;
use std::path::{Path, PathBuf};

const READMES: [(&str, Lang); 2] = [("README.md", Lang::En), ("README.zh-CN.md", Lang::Zh)];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(name: &str) -> String {
    std::fs::read_to_string(root().join(name)).expect("a file of the repository")
}

/// What stands in `text` between the comments `<!-- name -->` and `<!-- /name -->`, with what
/// stands before and after.
fn marked<'a>(text: &'a str, name: &str) -> (&'a str, &'a str, &'a str) {
    let (begin, end) = (format!("<!-- {name} -->\n"), format!("<!-- /{name} -->"));
    let at = text.find(&begin).expect("the mark's beginning") + begin.len();
    let (before, rest) = text.split_at(at);
    let (inside, after) = rest.split_at(rest.find(&end).expect("the mark's end"));
    (before, inside, after)
}

/// Holds what stands between two marks to what the program says; writes it anew where that is asked.
fn check(mark: &str, said: fn(Lang) -> String) {
    for (name, lang) in READMES {
        let text = read(name);
        let (before, table, after) = marked(&text, mark);
        let wanted = format!("\n{}\n", said(lang));
        if std::env::var_os("DUBAN_ACCEPT").is_some() {
            let text = format!("{before}{wanted}{after}");
            std::fs::write(root().join(name), text).expect("the README");
        } else {
            assert_eq!(
                table, wanted,
                "{name}: DUBAN_ACCEPT=1 writes the table anew"
            );
        }
    }
}

#[test]
fn the_tables_are_the_programs_own() {
    check("commands", duban::cli::command_table);
    check("keys", duban::cli::key_tables);
}

#[test]
fn the_example_is_a_checklist_without_a_problem() {
    for (name, _) in READMES {
        let text = read(name);
        let (_, block, _) = marked(&text, "checklist");
        let yaml = block
            .trim()
            .trim_start_matches("```yaml\n")
            .trim_end_matches("```");
        let (checklist, _) = read_checklist(name, yaml.as_bytes()).expect("no problem");
        assert_eq!(checklist.id.as_str(), "autumn-fire-safety", "{name}");
    }
}

#[test]
fn every_file_that_is_pointed_to_is_there() {
    let mut checked = 0;
    for (name, _) in READMES {
        for link in links(&read(name)) {
            assert!(link.exists(), "{name} points to {}", link.display());
            checked += 1;
        }
    }
    assert!(checked >= 8, "only {checked} links were found");
}

/// The files of the repository that a text links to.
fn links(text: &str) -> Vec<PathBuf> {
    let targets = text
        .split("](")
        .skip(1)
        .filter_map(|rest| rest.split(')').next());
    targets
        .filter(|target| !target.contains("://") && !target.starts_with('#'))
        .map(|target| root().join(target))
        .collect()
}
