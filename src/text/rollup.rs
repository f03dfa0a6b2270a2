//! What is said of many schools' reports.

pub mod figures;
pub mod files;
pub mod kept;
pub mod keys;
pub mod ledger;
pub mod pace;
pub mod page;
pub mod records;
pub mod rows;
pub mod screen;
pub mod sheet;
pub mod short;

/// So many of something, in English: `1 school`, `2 schools`.
fn counted(number: impl std::fmt::Display, what: &str) -> String {
    let number = number.to_string();
    let plural = if number == "1" { "" } else { "s" };
    format!("{number} {what}{plural}")
}

#[cfg(test)]
mod tests {
    use super::counted;

    #[test]
    fn one_is_not_several() {
        assert_eq!(counted(1, "school"), "1 school");
        assert_eq!(counted(0, "school"), "0 schools");
        assert_eq!(counted("1,024", "school"), "1,024 schools");
    }
}
