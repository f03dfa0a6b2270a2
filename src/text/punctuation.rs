//! Marks that a line may not begin or end with, and that set names apart.

/// Marks that no line begins with: those that close or end something, and units.
pub const NOT_AT_START: &str = "，。、；：？！）】》〉」』〕〗”’…—～·％‰℃°,.;:?!)]}%";
/// Marks that no line ends with: those that open something, and signs of money.
pub const NOT_AT_END: &str = "（【《〈「『〔〖“‘￥¥$([{";
/// Marks between names in a list.
pub const BETWEEN_NAMES: &[char] = &[' ', ',', '、', '，', ';', '；', '\u{3000}'];

/// The digits of a number, as they are typed with one keyboard or another.
pub const DIGITS: &str = "0123456789０１２３４５６７８９";
/// What stands before the digits of a number and belongs to them.
pub const BEFORE_DIGITS: &str = "第";
/// What parts the numbers of a date.
pub const BETWEEN_DATES: &str = "年月";
/// What a weekday begins with, and what may follow.
pub const WEEKDAY: (&str, &str) = ("周", "一二三四五六日");

/// Marks that make a spreadsheet calculate a text, full-width and small ones among them.
pub const FORMULA: &str = "=+-@＝＋－＠﹦﹢﹣﹫";
