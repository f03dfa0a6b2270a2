//! What is said about files that are wrong, and the comments of a new school profile.
//!
//! A problem is said in two parts: what is wrong, and what to do about it.

use super::{Lang, Phrase};

/// What is wrong, and the remedy.
pub type Said = (String, String);

/// Both parts in fixed words.
type Pair = (Phrase, Phrase);

macro_rules! pairs {
    ($($(#[$doc:meta])* $name:ident: ($zh:literal, $zh_remedy:literal), ($en:literal, $en_remedy:literal);)*) => {$(
        $(#[$doc])*
        pub const $name: Pair = (Phrase::new($zh, $en), Phrase::new($zh_remedy, $en_remedy));
    )*};
}

macro_rules! phrases {
    ($($(#[$doc:meta])* $name:ident: $zh:literal, $en:literal;)*) => {$(
        $(#[$doc])*
        pub const $name: Phrase = Phrase::new($zh, $en);
    )*};
}

/// Formats both parts in the language asked for.
macro_rules! said {
    ($lang:expr, ($zh:literal, $zh_remedy:literal), ($en:literal, $en_remedy:literal)) => {
        match $lang {
            Lang::Zh => (format!($zh), format!($zh_remedy)),
            Lang::En => (format!($en), format!($en_remedy)),
        }
    };
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
    EMPTY_TEXT: ("文本是空的", "写出完成后能看到的结果"),
        ("the text is empty", "write what is there to be seen when it is done");
    /// A text with a control character.
    CONTROL_CHARACTER: ("文本里有控制字符", "删去这个字符"),
        ("a control character in the text", "delete the character");
    /// Version zero.
    VERSION_ZERO: ("版本号不能是 0", "从 1 开始"),
        ("the version cannot be 0", "begin with 1");
    /// An empty list of requirements or items.
    EMPTY_LIST: ("列表是空的", "至少写一项"),
        ("the list is empty", "write at least one entry");
    /// A school name with nothing in it, or with control characters.
    SCHOOL_NAME: ("名称是空的，或含有控制字符", "写上学校的名称"),
        ("the name is empty or has control characters", "write the name of the school");
}

phrases! {
    /// Names a text.
    A_TEXT: "文本", "a text";
    /// Names a text in one language or two.
    TEXTS: "文本", "a text";
    /// Names an id.
    AN_ID: "编号", "an id";
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

/// A file over the limit.
#[must_use]
pub fn too_large(lang: Lang, bytes: usize, limit: usize) -> Said {
    let (size, limit) = (bytes.div_ceil(1 << 20), limit >> 20);
    said!(
        lang,
        (
            "文件太大：{size} MiB，上限 {limit} MiB",
            "检查是不是选错了文件"
        ),
        (
            "the file is too large: {size} MiB of at most {limit}",
            "check that it is the right file"
        )
    )
}

/// A character that shows nothing.
#[must_use]
pub fn invisible(lang: Lang, c: char) -> Said {
    let code = u32::from(c);
    said!(
        lang,
        ("有看不见的字符 U+{code:04X}", "删去这个字符"),
        (
            "an invisible character, U+{code:04X}",
            "delete the character"
        )
    )
}

/// A character that cannot begin a text.
#[must_use]
pub fn character(lang: Lang, c: char) -> Said {
    said!(
        lang,
        ("文本不能以 `{c}` 开头", "给整段文本加上引号"),
        ("a text cannot begin with `{c}`", "put the text in quotes")
    )
}

/// JSON that cannot be read.
#[must_use]
pub fn json(lang: Lang, said: &str) -> Said {
    said!(
        lang,
        ("不是正确的 JSON：{said}", "检查这一处的括号、引号和逗号"),
        ("not JSON: {said}", "check brackets, quotes and commas here")
    )
}

/// A reason of the reader's own.
#[must_use]
pub fn refused(lang: Lang, said: &str) -> Said {
    said!(
        lang,
        ("读不懂：{said}", "检查这一行的写法"),
        ("cannot be read: {said}", "check how this line is written")
    )
}

/// A key that is not known.
#[must_use]
pub fn unknown_key(lang: Lang, key: &str, nearest: Option<&str>, known: &[&str]) -> Said {
    let remedy = instead(lang, nearest, known);
    said!(
        lang,
        ("不认识的键“{key}”", "{remedy}"),
        ("unknown key `{key}`", "{remedy}")
    )
}

/// A word that is not possible here.
#[must_use]
pub fn bad_word(lang: Lang, word: &str, nearest: Option<&str>, known: &[&str]) -> Said {
    let remedy = instead(lang, nearest, known);
    said!(
        lang,
        ("这里不能写“{word}”", "{remedy}"),
        ("`{word}` is not possible here", "{remedy}")
    )
}

fn instead(lang: Lang, nearest: Option<&str>, known: &[&str]) -> String {
    match (lang, nearest) {
        (Lang::Zh, Some(word)) => format!("改为“{word}”"),
        (Lang::En, Some(word)) => format!("write `{word}`"),
        (Lang::Zh, None) => format!("可以写：{}", known.join("、")),
        (Lang::En, None) => format!("possible here: {}", known.join(", ")),
    }
}

/// A key that stands twice.
#[must_use]
pub fn key_twice(lang: Lang, key: &str, first: usize) -> Said {
    said!(
        lang,
        ("键“{key}”重复，第 {first} 行已经有了", "只留一个"),
        (
            "the key `{key}` stands already on line {first}",
            "keep one of the two"
        )
    )
}

/// A key that is missing.
#[must_use]
pub fn key_missing(lang: Lang, key: &str) -> Said {
    said!(
        lang,
        ("缺少键“{key}”", "补上“{key}: …”"),
        ("the key `{key}` is missing", "add `{key}: …`")
    )
}

/// A number or flag where a text is meant.
#[must_use]
pub fn needs_quotes(lang: Lang, raw: &str, meant: Phrase) -> Said {
    let meant = meant.of(lang);
    said!(
        lang,
        (
            "这里要的是{meant}，而不加引号的 {raw} 会被读成别的",
            "加上引号：`\"{raw}\"`"
        ),
        (
            "{meant} is meant here, and {raw} without quotes is none",
            "put it in quotes: `\"{raw}\"`"
        )
    )
}

/// A scalar of the wrong kind.
#[must_use]
pub fn wrong_scalar(lang: Lang, text: &str, meant: Phrase, example: Phrase) -> Said {
    let (text, meant, example) = (clip(text), meant.of(lang), example.of(lang));
    said!(
        lang,
        ("这里要的是{meant}，不能是“{text}”", "写法：{example}"),
        ("{meant} is meant here, not `{text}`", "write {example}")
    )
}

/// A list or map where something else is meant.
#[must_use]
pub fn wrong_kind(lang: Lang, found: Phrase, meant: Phrase, example: Phrase) -> Said {
    let (found, meant, example) = (found.of(lang), meant.of(lang), example.of(lang));
    said!(
        lang,
        ("这里要的是{meant}，不能是{found}", "写法：{example}"),
        ("{meant} is meant here, not {found}", "write {example}")
    )
}

/// A text that does not have the form of what is meant.
#[must_use]
pub fn bad_text(lang: Lang, text: &str, meant: Phrase, example: Phrase) -> Said {
    let (text, meant, example) = (clip(text), meant.of(lang), example.of(lang));
    said!(
        lang,
        ("“{text}”不是{meant}", "写法：{example}"),
        ("`{text}` is not {meant}", "write {example}")
    )
}

/// A number outside its bounds.
#[must_use]
pub fn out_of_range(lang: Lang, number: &str, min: u64, max: u64) -> Said {
    if max >= u64::from(u32::MAX) {
        return said!(
            lang,
            ("{number} 超出范围", "写不小于 {min} 的整数"),
            (
                "{number} is out of range",
                "write a whole number, {min} or more"
            )
        );
    }
    said!(
        lang,
        ("{number} 超出范围", "写 {min} 到 {max} 之间的整数"),
        (
            "{number} is out of range",
            "write a whole number from {min} to {max}"
        )
    )
}

/// An id that stands twice.
#[must_use]
pub fn id_twice(lang: Lang, id: &str) -> Said {
    said!(
        lang,
        ("编号“{id}”重复", "改成没有用过的编号"),
        (
            "the id `{id}` is used twice",
            "give it an id that is not used yet"
        )
    )
}

/// A clause that the checklist does not list.
#[must_use]
pub fn clause_unknown(lang: Lang, id: &str) -> Said {
    said!(
        lang,
        (
            "条款“{id}”不在清单的条款表里",
            "改正条款号，或在 `clauses` 里补上"
        ),
        (
            "the clause `{id}` is not listed",
            "correct it, or add it to `clauses`"
        )
    )
}

/// A clause that no item names.
#[must_use]
pub fn clause_unused(lang: Lang, id: &str) -> Said {
    said!(
        lang,
        (
            "条款“{id}”没有事项落到实处",
            "让一个事项的 `clauses` 写上它，或在这里删去"
        ),
        (
            "no item puts the clause `{id}` to work",
            "name it in an item's `clauses`, or remove it here"
        )
    )
}

/// A role without a name.
#[must_use]
pub fn role_unknown(lang: Lang, id: &str) -> Said {
    said!(
        lang,
        ("岗位“{id}”不在岗位表里", "改正写法，或在 `roles` 里补上"),
        (
            "the role `{id}` has no name",
            "correct it, or add it to `roles`"
        )
    )
}

/// An item to wait for that is not there.
#[must_use]
pub fn after_unknown(lang: Lang, id: &str) -> Said {
    said!(
        lang,
        ("没有编号为“{id}”的事项", "改正编号，或删去"),
        ("there is no item `{id}`", "correct the id, or remove it")
    )
}

/// Items that wait for each other.
#[must_use]
pub fn after_circle(lang: Lang, id: &str) -> Said {
    said!(
        lang,
        ("绕成了圈：“{id}”也要等这一项", "删去其中一个先后关系"),
        (
            "a circle: `{id}` waits for this item too",
            "remove one of the two"
        )
    )
}

/// A span that ends before it begins.
#[must_use]
pub fn backwards(lang: Lang, from: &str, to: &str) -> Said {
    said!(
        lang,
        ("结束日期 {to} 早于开始日期 {from}", "对调或改正日期"),
        (
            "ends on {to}, before it begins on {from}",
            "correct the dates"
        )
    )
}

/// Two terms of one season.
#[must_use]
pub fn term_twice(lang: Lang, id: &str) -> Said {
    said!(
        lang,
        ("两个学期都是 {id}", "改正开始日期，或删去一个"),
        (
            "two terms are both {id}",
            "correct the first day, or remove one"
        )
    )
}

/// A checklist adopted twice.
#[must_use]
pub fn adopted_twice(lang: Lang, id: &str) -> Said {
    said!(
        lang,
        ("清单“{id}”采用了两次", "只留一个"),
        (
            "the checklist `{id}` is adopted twice",
            "keep one of the two"
        )
    )
}

/// The beginning of a text that may be long or of several lines.
fn clip(text: &str) -> String {
    let mut clipped: String = text
        .chars()
        .take(40)
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    if text.chars().nth(40).is_some() {
        clipped.push('…');
    }
    clipped
}

phrases! {
    /// At the top of a new school profile.
    PROFILE_HEAD: "学校信息，由 `duban init` 生成，可以直接修改。\n以“#”开头的行是说明或样例；要用哪一项，去掉行首的“# ”即可。", "The school's profile, made by `duban init`. Edit it as you like.\nLines that begin with `#` are remarks and examples: to use one, take the `# ` off.";
    /// The key `district`.
    PROFILE_DISTRICT: "# 所属区县\ndistrict: 台江区", "# The district it belongs to\ndistrict: Taijiang";
    /// The key `students`.
    PROFILE_STUDENTS: "# 学生人数，用作核酸检测等指标的分母\nstudents: 812", "# How many pupils: what measures such as testing count up to\nstudents: 812";
    /// The key `staff`.
    PROFILE_STAFF: "# 教职工人数\nstaff: 64", "# How many people work there\nstaff: 64";
    /// The key `language`.
    PROFILE_LANGUAGE: "# 界面和报告的语言：zh 或 en\nlanguage: zh", "# The language of screen and reports: zh or en\nlanguage: en";
    /// The key `people`.
    PROFILE_PEOPLE: "# 谁担任哪个岗位；岗位的写法见清单里的 roles\npeople:\n  - { name: 林芳, roles: [school-doctor] }", "# Who fills which role; the roles are those of the checklist\npeople:\n  - { name: Lin Fang, roles: [school-doctor] }";
    /// The key `terms`.
    PROFILE_TERMS: "# 学期起止日；不写则按 9 月 1 日至 1 月 20 日、2 月 15 日至 7 月 5 日\nterms:\n  - { from: 2022-02-14, to: 2022-07-01 }", "# First and last day of each term; without them 1 September to 20 January and 15 February to 5 July\nterms:\n  - { from: 2022-02-14, to: 2022-07-01 }";
    /// The key `anchors`.
    PROFILE_ANCHORS: "# 期限可以从这些日子算起\nanchors:\n  reopening: 2022-04-11", "# Days that due dates may be counted from\nanchors:\n  reopening: 2022-04-11";
    /// The key `days_off`.
    PROFILE_DAYS_OFF: "# 本校自己的放假日\ndays_off:\n  - { from: 2022-05-05, to: 2022-05-06, name: 运动会 }", "# Days off of the school's own\ndays_off:\n  - { from: 2022-05-05, to: 2022-05-06, name: sports days }";
    /// The key `working_days`.
    PROFILE_WORKING_DAYS: "# 日历上放假而本校照常上课的日子\nworking_days: [2022-04-16]", "# Days it works though the calendar says off\nworking_days: [2022-04-16]";
}
