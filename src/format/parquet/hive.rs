//! Names of folders that say what a column holds, as Hive writes them and as everything that reads
//! its layout takes them apart again.

/// The value of a column that holds nothing.
const NOTHING: &str = "__HIVE_DEFAULT_PARTITION__";
/// What would be misread in a name, as Hive has it; the last three are not of its list, but Windows
/// allows none of them.
const MISREAD: [char; 18] = [
    '"', '#', '%', '\'', '*', '/', ':', '=', '?', '\\', '{', '}', '[', ']', '^', '<', '>', '|',
];
/// How long a value may be, in bytes: file systems allow 255 for the whole name. Who calls a
/// district by more than that finds its name cut.
const LONGEST: usize = 240;

/// The name of a folder: `district=台江区`.
pub(super) fn folder(column: &str, value: Option<&str>) -> String {
    let value = value.filter(|value| !value.is_empty());
    let value = value.map_or_else(|| NOTHING.to_owned(), escaped);
    format!("{column}={value}")
}

/// What would be misread in a name is written as the hexadecimal codes of its bytes.
fn escaped(value: &str) -> String {
    let mut name = String::new();
    for c in value.chars() {
        let part = match c {
            '\0'..='\u{1f}' | '\u{7f}' => hexadecimal(c),
            c if MISREAD.contains(&c) => hexadecimal(c),
            c => c.to_string(),
        };
        if name.len() + part.len() > LONGEST {
            break;
        }
        name.push_str(&part);
    }
    // Windows drops a space or a dot at the end, and two names would be one.
    if let Some(last @ (' ' | '.')) = name.chars().next_back() {
        name.pop();
        if name.len() + hexadecimal(last).len() <= LONGEST {
            name.push_str(&hexadecimal(last));
        }
    }
    name
}

fn hexadecimal(c: char) -> String {
    format!("%{:02X}", u32::from(c))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn names_are_written_as_hive_writes_them() {
        for (value, name) in [
            ("台江区", "district=台江区"),
            ("Kulangsu East", "district=Kulangsu East"),
            ("a/b=c%d", "district=a%2Fb%3Dc%25d"),
            ("../../etc", "district=..%2F..%2Fetc"),
            ("\n\u{7f}\0", "district=%0A%7F%00"),
            ("East ", "district=East%20"),
            ("No. 1.", "district=No. 1%2E"),
            (".", "district=%2E"),
            ("", "district=__HIVE_DEFAULT_PARTITION__"),
        ] {
            assert_eq!(folder("district", Some(value)), name);
        }
        assert_eq!(
            folder("district", None),
            "district=__HIVE_DEFAULT_PARTITION__"
        );
    }

    #[test]
    fn a_long_name_is_cut_between_characters() {
        let name = folder("district", Some(&"区".repeat(300)));
        assert_eq!(name, format!("district={}", "区".repeat(80)));
        let name = folder("district", Some(&"/".repeat(300)));
        assert_eq!(name, format!("district={}", "%2F".repeat(80)));
    }

    proptest! {
        #[test]
        fn any_name_is_one_part_of_a_path(value in any::<String>()) {
            let name = folder("district", Some(&value));
            prop_assert!(name.len() < 256);
            prop_assert!(!name.contains(['/', '\\', '\0', '\n']) && !name.ends_with([' ', '.']));
            prop_assert_eq!(name.matches('=').count(), 1);
        }
    }
}
