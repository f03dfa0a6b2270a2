//! Marks that a line may not begin or end with, and that set names apart.

/// Marks that no line begins with.
pub const NOT_AT_START: &str = "，。、；：？！）】》」』”’…—,.;:?!)]}%";
/// Marks that no line ends with.
pub const NOT_AT_END: &str = "（【《「『“‘([{";
/// Marks between names in a list.
pub const BETWEEN_NAMES: &[char] = &[' ', ',', '、', '，', ';', '；', '\u{3000}'];
