//! Every wrong file in `tests/data/wrong` is refused with the message that stands beside it, in
//! both languages: `x.yaml`, `x.zh.txt`, `x.en.txt`. `DUBAN_ACCEPT=1` writes the messages anew.

use duban::format::{lint, read_checklist, render};
use duban::text::Lang;
use std::path::{Path, PathBuf};

fn files() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/wrong");
    let entries = std::fs::read_dir(folder).expect("the folder of wrong files");
    let mut files: Vec<PathBuf> = entries.map(|e| e.expect("a file").path()).collect();
    files.retain(|path| path.extension().is_some_and(|e| e == "yaml"));
    files.sort();
    assert!(files.len() > 30);
    files
}

#[test]
fn every_wrong_file_has_its_message() {
    let accept = std::env::var_os("DUBAN_ACCEPT").is_some();
    for path in files() {
        let name = path.file_name().and_then(|n| n.to_str()).expect("a name");
        let bytes = std::fs::read(&path).expect("bytes");
        let found = lint(name, &bytes);
        let read = read_checklist(name, &bytes);
        assert_eq!(
            read.map_or_else(|p| p.list, |_| vec![]),
            found.list,
            "{name}"
        );
        if name.starts_with("fine-") {
            assert_eq!(found.list, vec![], "{name}");
            continue;
        }
        assert!(!found.list.is_empty(), "{name}");
        for lang in Lang::ALL {
            let said = render(&found, lang);
            let expected = path.with_extension(format!("{lang}.txt"));
            if accept {
                std::fs::write(&expected, &said).expect("written");
            }
            let expected = std::fs::read_to_string(&expected).unwrap_or_default();
            assert_eq!(said, expected.replace("\r\n", "\n"), "{name}");
        }
    }
}

#[test]
fn deep_nesting_is_refused_with_one_problem() {
    let levels = (0..2_800).flat_map(|n| [" ".repeat(n), "a:\n".to_owned()]);
    let block: String = levels.collect();
    for text in [
        "[".repeat(10_000),
        format!("{}{}", "[".repeat(10_000), "]".repeat(10_000)),
        "{a: ".repeat(10_000),
        "[".repeat(1_000_000),
        "- ".repeat(10_000),
        "? ".repeat(10_000),
        block,
        format!("checklist: {}{}", "[".repeat(1_000), "]".repeat(1_000)),
    ] {
        let found = lint("deep.yaml", text.as_bytes());
        let said = render(&found, Lang::En);
        assert_eq!(found.list.len(), 1, "{said}");
        assert!(said.contains("nested too deep"), "{said}");
    }
}
