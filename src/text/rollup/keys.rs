//! The words of the keys of the roll-up's screen.

use crate::text::Phrase;

/// The screen, as the place of a key.
pub const ROLLUP: Phrase = Phrase::new("汇总", "The roll-up");
/// Between the screen and its views.
pub const VIEW: Phrase = Phrase::new("：", ": ");

/// Key: open.
pub const KEY_OPEN: Phrase = Phrase::new(
    "打开：学校的报告、要求、某一周",
    "open the report, requirement or week",
);
/// Key: the school before.
pub const KEY_EARLIER: Phrase = Phrase::new("上一所学校", "the school before");
/// Key: the next school.
pub const KEY_LATER: Phrase = Phrase::new("下一所学校", "the next school");
/// Key: the column on the left.
pub const KEY_LEFT: Phrase = Phrase::new("左边一列", "the column on the left");
/// Key: the column on the right.
pub const KEY_RIGHT: Phrase = Phrase::new("右边一列", "the column on the right");
/// Key: sort.
pub const KEY_SORT: Phrase = Phrase::new(
    "按所选的列排序；再按一次倒过来",
    "sort by the column; again: reversed",
);
/// Key: the schools.
pub const KEY_SCHOOLS: Phrase = Phrase::new("学校", "schools");
/// Key: the requirements.
pub const KEY_REQUIREMENTS: Phrase =
    Phrase::new("要求，完成率最低的在前", "requirements, the weakest first");
/// Key: who did not report.
pub const KEY_RETURNS: Phrase = Phrase::new("未报和迟报的学校", "who has not reported, or late");
/// Key: the files.
pub const KEY_FILES: Phrase = Phrase::new("每个文件怎么处理的", "what became of every file");
/// Key: the weeks.
pub const KEY_WEEKS: Phrase = Phrase::new("各周、各区县", "weeks and districts");
/// Key: the next view.
pub const KEY_NEXT: Phrase = Phrase::new("下一栏", "the next list");
/// Key: the view before.
pub const KEY_PREVIOUS: Phrase = Phrase::new("上一栏", "the list before");
/// Key: find.
pub const KEY_FIND: Phrase = Phrase::new(
    "查找：名称、编号、区县、联系人、拼音首字母",
    "find by name, id, district or pinyin",
);
/// Key: back.
pub const KEY_BACK: Phrase = Phrase::new("返回；取消查找", "back; end the search");
/// Footer: open.
pub const SHORT_OPEN: Phrase = Phrase::new("打开", "open");
/// Footer: the school before.
pub const SHORT_EARLIER: Phrase = Phrase::new("上一所", "before");
/// Footer: the next school.
pub const SHORT_LATER: Phrase = Phrase::new("下一所", "next");
/// Footer: another column.
pub const SHORT_COLUMN: Phrase = Phrase::new("换列", "column");
/// Footer: sort.
pub const SHORT_SORT: Phrase = Phrase::new("排序", "sort");
/// Footer: back.
pub const SHORT_BACK: Phrase = Phrase::new("返回", "back");
