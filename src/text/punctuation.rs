//! Marks that a line may not begin or end with, and that set names apart.

/// Marks that no line begins with: those that close or end something, and units.
pub const NOT_AT_START: &str = "，。、；：？！）】》〉」』〕〗”’…—～·％‰℃°,.;:?!)]}%";
/// Marks that no line ends with: those that open something, and signs of money.
pub const NOT_AT_END: &str = "（【《〈「『〔〖“‘￥¥$([{";
/// Marks between names in a list.
pub const BETWEEN_NAMES: &[char] = &[' ', ',', '、', '，', ';', '；', '\u{3000}'];
