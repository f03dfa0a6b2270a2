//! What is said about files that are wrong, and the comments of a new school profile.
//!
//! A problem is said in two parts: what is wrong, and what to do about it. Here in fixed words;
//! in `said` those with parts of the file in them.

macro_rules! phrases {
    ($($(#[$doc:meta])* $name:ident: $zh:literal, $en:literal;)*) => {$(
        $(#[$doc])*
        pub const $name: Phrase = Phrase::new($zh, $en);
    )*};
}

mod profile;
mod said;

pub use profile::*;
pub use said::*;

use super::Phrase;

/// Both parts in fixed words.
type Pair = (Phrase, Phrase);

macro_rules! pairs {
    ($($(#[$doc:meta])* $name:ident: ($zh:literal, $zh_remedy:literal), ($en:literal, $en_remedy:literal);)*) => {$(
        $(#[$doc])*
        pub const $name: Pair = (Phrase::new($zh, $en), Phrase::new($zh_remedy, $en_remedy));
    )*};
}

pairs! {
    /// The file seems to be GB18030.
    GB18030: ("文件不是 UTF-8 编码，看起来是 GBK（GB18030）", "用编辑器打开，另存为 UTF-8 编码"),
        ("the file is not UTF-8; it looks like GBK (GB18030)", "save the file as UTF-8");
    /// The file seems to be UTF-16.
    UTF_16: ("文件不是 UTF-8 编码，看起来是 UTF-16（有的编辑器称为“Unicode”）", "用编辑器打开，另存为 UTF-8 编码"),
        ("the file is not UTF-8; it looks like UTF-16 (some editors say `Unicode`)", "save the file as UTF-8");
    /// The file is in some other encoding.
    NOT_UTF_8: ("文件不是 UTF-8 编码", "用编辑器打开，另存为 UTF-8 编码"),
        ("the file is not UTF-8", "save the file as UTF-8");
    /// `：` after a key.
    FULL_WIDTH_COLON: ("键后面用了全角冒号“：”", "改为英文冒号加一个空格“: ”"),
        ("a full-width colon `：` after a key", "write `: `, a plain colon and a space");
    /// A key or a dash without a value.
    NOTHING: ("这里没有内容", "写上内容，或者整行删去"),
        ("there is nothing here", "write a value, or leave the line out");
    /// A file without a value.
    EMPTY_FILE: ("文件是空的", "从 `duban checklist new` 给出的样例写起"),
        ("the file is empty", "begin with what `duban checklist new` gives");
    /// Wrong indentation.
    INDENTATION: ("缩进与前面的行对不上", "同一层的行左边对齐，下一层多缩进两个空格"),
        ("the indentation does not fit the lines before", "align lines of one level, and indent the next level by two spaces");
    /// A tab.
    TAB: ("缩进里有制表符", "把制表符换成空格"),
        ("a tab in the indentation", "use spaces");
    /// A line that is not a key and a value.
    NO_COLON: ("这一行缺少“键: 值”里的冒号", "写成“键: 值”，冒号用英文冒号，后面空一格；长文本的续行要比键多缩进"),
        ("a line without the colon of `key: value`", "write `key: value` with a space after the colon, or indent the line if it continues a text");
    /// A text with `: ` in it.
    SECOND_COLON: ("文本里又有一个英文冒号加空格", "给整段文本加上引号，或改用中文冒号"),
        ("a second `: ` within a text", "put the text in quotes");
    /// An open quote.
    QUOTE_OPEN: ("引号没有配对", "在文本末尾补上同样的引号"),
        ("this quote is never closed", "close it with the same quote at the end of the text");
    /// Text after a closing quote.
    AFTER_QUOTE: ("引号结束之后还有文字", "文本里的引号用中文引号“ ”，或给整段文本换一种引号"),
        ("text after the closing quote", "use the other kind of quotes around the whole text");
    /// An unknown escape.
    ESCAPE: ("双引号里的反斜杠组合不认识", "改用单引号，或写成两个反斜杠 `\\\\`"),
        ("an unknown escape within double quotes", "use single quotes, or write the backslash twice");
    /// Brackets that do not match.
    BRACKET: ("括号或逗号没有配对", "检查 `[ ]` 和 `{ }` 是否成对，各项之间是否有英文逗号"),
        ("brackets or commas do not match", "check that `[ ]` and `{ }` are closed and entries have commas between");
    /// A list that begins after a key.
    DASH_AFTER_KEY: ("列表不能从键的同一行开始", "把“- ”移到下一行，或写成 `[甲, 乙]`"),
        ("a list cannot begin on the line of its key", "put the `- ` on the next line, or write `[a, b]`");
    /// A remark right after a value.
    COMMENT: ("“#”前面没有空格", "在“#”前加一个空格"),
        ("no space before `#`", "put a space in front of the `#`");
    /// More than one document.
    DOCUMENTS: ("文件里有不止一份文档（`---`）", "每份文档放在各自的文件里"),
        ("more than one document in the file (`---`)", "put each document in a file of its own");
    /// Nested too deep.
    TOO_DEEP: ("嵌套层数过多", "检查括号和缩进：这类文件不超过十层"),
        ("nested too deep", "check brackets and indentation: no such file has more than ten levels");
    /// An alias bomb.
    TOO_MANY_ALIASES: ("别名（`*`）展开后过大", "不用别名，直接写出内容"),
        ("aliases (`*`) repeat too much", "write the values out instead of aliases");
    /// An item without a clause.
    NO_CLAUSE: ("事项没有对应的条款", "写上至少一个条款号"),
        ("the item names no clause", "name at least one clause");
    /// The anchor `event` outside `{ each: … }`.
    EVENT_WITHOUT_EVENT: ("`event` 只能用在频次为 `{ each: … }` 的事项上", "改用别的日期，或把频次改为 `{ each: … }`"),
        ("`event` has a meaning only with a cadence of `{ each: … }`", "count from another day, or change the cadence");
    /// A due date beside a cadence that says it.
    DUE_NOT_NEEDED: ("按日、周、月的事项不需要期限", "删去 `due`"),
        ("an item due every day, week or month needs no due date", "leave `due` out");
    /// A text with nothing in it.
    EMPTY_TEXT: ("文本是空的", "写上文本，事项写完成后能看到的结果"),
        ("the text is empty", "write it; for an item, what is there to be seen when it is done");
    /// A text with a control character.
    CONTROL_CHARACTER: ("文本里有控制字符", "删去这个字符"),
        ("a control character in the text", "delete the character");
    /// Version zero.
    VERSION_ZERO: ("版本号不能是 0", "从 1 开始"),
        ("the version cannot be 0", "begin with 1");
    /// An empty list of requirements or items.
    EMPTY_LIST: ("列表是空的", "至少写一项"),
        ("the list is empty", "write at least one entry");
    /// A layout that chooses no requirement.
    EMPTY_CHOICE: ("一项要求也没有选", "写上要求；要全部，就把这一行删去"),
        ("no requirement is chosen", "name some; for all of them, leave the line out");
    /// A name with nothing in it, or with control characters.
    BAD_NAME: ("名称是空的，或含有控制字符", "写上名称"),
        ("the name is empty or has control characters", "write the name");
}

phrases! {
    /// Names a text.
    A_TEXT: "文本", "a text";
    /// Names a text in one language or two.
    TEXTS: "文本", "a text";
    /// Names an id.
    AN_ID: "编号", "an id";
    /// Names something in a checklist.
    IN_CHECKLIST: "清单里的编号", "the name of something in a checklist";
    /// Names a whole number.
    A_NUMBER: "整数", "a whole number";
    /// Names a date.
    A_DATE: "日期", "a date";
    /// Names yes or no.
    A_FLAG: "“true”或“false”", "`true` or `false`";
    /// Names a word of a few.
    A_WORD: "固定的词", "a fixed word";
    /// Names a due date.
    A_DUE_DATE: "期限", "a due date";
    /// Names a measure's target.
    A_TARGET: "目标值", "a target";
    /// Names a cadence.
    A_CADENCE: "频次", "a cadence";
    /// Names a list.
    A_LIST: "列表", "a list";
    /// Names keys and values.
    A_MAP: "“键: 值”", "a block of keys and values";
    /// How a text is written.
    LIKE_TEXT: "文本", "`some text`";
    /// How a text in both languages is written.
    LIKE_TEXTS: "`{ zh: 中文, en: English }` 或一段文本", "`{ zh: …, en: … }` or one text";
    /// How an id is written.
    LIKE_ID: "字母、数字和 . - _，以字母或数字开头，最多 64 个字", "letters, digits and . - _, beginning with a letter or digit, at most 64";
    /// How something in a checklist is written.
    LIKE_IN_CHECKLIST: "`清单编号/编号`，如 `taijiang-2022/3`", "`checklist/id`, as `taijiang-2022/3`";
    /// How a whole number is written.
    LIKE_NUMBER: "`12`，不加引号", "`12`, without quotes";
    /// How a date is written.
    LIKE_DATE: "`2022-03-14`", "`2022-03-14`";
    /// How yes or no is written.
    LIKE_FLAG: "`true` 或 `false`", "`true` or `false`";
    /// How a due date is written.
    LIKE_DUE: "`2022-03-31`，或 `term-start - 7 school days`", "`2022-03-31` or `term-start - 7 school days`";
    /// How a target is written.
    LIKE_TARGET: "大于零的整数，或 students、staff、everyone", "a whole number above zero, or students, staff, everyone";
    /// How a cadence is written.
    LIKE_CADENCE: "once、daily、weekly、monthly、termly，或 `{ each: exam }`", "once, daily, weekly, monthly, termly, or `{ each: exam }`";
    /// How a list is written.
    LIKE_LIST: "`[甲, 乙]`，或每行以“- ”开头", "`[a, b]`, or lines that begin with `- `";
    /// How keys and values are written.
    LIKE_MAP: "`键: 值`，冒号后空一格", "`key: value` with a space after the colon";
}
