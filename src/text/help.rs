//! What `--help` says.

mod review;
mod rollup;
mod screen;
mod status;

use super::{Lang, Phrase};

/// Before the usage.
pub const USAGE: Phrase = Phrase::new("用法：", "Usage: ");
/// Above the commands.
pub const COMMANDS: Phrase = Phrase::new("命令：", "Commands:");
/// Above the arguments.
pub const ARGUMENTS: Phrase = Phrase::new("参数：", "Arguments:");
/// Above the options of one command.
pub const OPTIONS: Phrase = Phrase::new("选项：", "Options:");
/// Above the options of every command.
pub const GLOBAL_OPTIONS: Phrase = Phrase::new("通用选项：", "Options of every command:");
/// Where options go, in a usage.
pub const ANY_OPTIONS: Phrase = Phrase::new("[选项]", "[OPTIONS]");
/// Where a command goes, in a usage.
pub const COMMAND: Phrase = Phrase::new("命令", "COMMAND");
/// What else there is to know: how a command ends, and what it heeds of the environment.
pub const AFTER: Phrase = Phrase::new(
    "退出码：
  0   正常
  1   有逾期（status --check），或报告与台账不符（verify），
      或学校的台账断裂（rollup --ledger）
  2   用法不对，或输入有误
  3   台账已损坏
  70  程序或机器故障
  130 被 Ctrl-C 中断

环境变量：
  DUBAN_HOME  学校资料和台账所在的文件夹，同 --home
  NO_COLOR    设了就不用颜色
  TERM        为 dumb 时用逐行对话，同 --plain

`duban 命令 --help` 说明一个命令的用法。
",
    "Exit codes:
  0   fine
  1   something is overdue (status --check), a report does not agree (verify), or a school's record
      is broken (rollup --ledger)
  2   wrong usage or bad input
  3   the record is damaged
  70  a fault of the program or the machine
  130 stopped by Ctrl-C

Environment:
  DUBAN_HOME  the folder with the school's files, as --home
  NO_COLOR    no colour where it is set
  TERM        where it is dumb, the screen talks line by line, as with --plain

`duban COMMAND --help` explains one command.
",
);
/// The head of the command table.
pub const TABLE_HEAD: Phrase = Phrase::new(
    "| 命令 | 用途 |\n|---|---|\n",
    "| command | what it does |\n|---|---|\n",
);

/// What a command is for; `path` is its name with those above it, empty for the program.
#[must_use]
pub fn command(path: &str) -> Phrase {
    match path {
        "" => Phrase::new(
            "督办：把上级文件变成清单，逐项打勾，按周出报告。不带命令时打开界面。",
            "See that what a directive asks is done: tick it, review the week, report it. Without a command, opens the screen.",
        ),
        "init" => Phrase::new("登记学校", "set the school up"),
        "tick" => Phrase::new(
            "打勾：记下完成的日期",
            "tick items off with the day they were done",
        ),
        "untick" => Phrase::new("取消打勾", "take a tick back"),
        "waive" => Phrase::new(
            "记为不适用（须写理由），或恢复",
            "say that items do not apply, with a reason; or that they do again",
        ),
        "assign" => Phrase::new(
            "指定牵头人、配合人和期限",
            "name who answers for items, who helps, another last day",
        ),
        "measure" => Phrase::new("填写量化指标", "enter a number against its target"),
        "attach" => Phrase::new("登记佐证：文件或链接", "name evidence: a file or a link"),
        "note" => Phrase::new("写备注", "remark something on an item"),
        "event" => Phrase::new(
            "事件：考试、突发情况、人员到校等",
            "events: examinations, incidents, arrivals",
        ),
        "event open" => Phrase::new("登记事件", "open an event"),
        "event close" => Phrase::new("结束事件", "close an event"),
        "event list" => Phrase::new("列出事件", "list the events"),
        "log" => Phrase::new("台账：最近记了什么", "what was recorded, the newest first"),
        "undo" => Phrase::new("撤销上一步", "undo the last action"),
        "redo" => Phrase::new("重做刚撤销的一步", "do again what was undone last"),
        "verify" => Phrase::new(
            "核验台账，或核对报告与台账",
            "check the record, or a report against it",
        ),
        "backup" => Phrase::new("备份台账", "copy the record, verified"),
        "completions" => Phrase::new("输出命令行补全脚本", "print a shell's completion script"),
        "man" => Phrase::new("输出手册页", "print the manual page"),
        "demo" => Phrase::new(
            "打开示范学校，带六步导览；不读写自己的学校资料，--home 不起作用",
            "open a made-up school with a tour; your own files are left alone, --home is ignored",
        ),
        "simulate" => Phrase::new(
            "在空文件夹里模拟一所学校的记录，供试用",
            "make up a school's life in an empty folder, to try things out",
        ),
        other => status::command(other)
            .or_else(|| review::command(other))
            .or_else(|| rollup::command(other))
            .unwrap_or(Phrase::new("", "")),
    }
}

/// What an option or argument of the command `path` is for, by its id.
#[must_use]
pub fn argument(path: &str, id: &str) -> Phrase {
    review::argument(path, id)
        .or_else(|| status::argument(path, id))
        .or_else(|| rollup::argument(path, id))
        .or_else(|| of_one_command(path, id))
        .or_else(|| screen::argument(id))
        .or_else(|| of_every_command(id))
        .or_else(|| of_several_commands(id))
        .unwrap_or(Phrase::new("", ""))
}

/// Options that every command has.
fn of_every_command(id: &str) -> Option<Phrase> {
    Some(match id {
        "help" => Phrase::new("显示帮助", "show this help"),
        "version" => Phrase::new("显示版本", "show the version"),
        "home" => Phrase::new(
            "学校资料和台账所在的文件夹",
            "the folder with the school's files",
        ),
        "today" => Phrase::new(
            "以哪一天为准，默认今天",
            "the day to judge for, by default today",
        ),
        "lang" => Phrase::new("语言：zh 或 en", "the language: zh or en"),
        "json" => Phrase::new(
            "以 JSON 输出（查询类命令）",
            "print JSON (commands that read)",
        ),
        "color" => Phrase::new(
            "颜色：auto（默认）、always、never",
            "colour: auto (the default), always or never",
        ),
        _ => return None,
    })
}

/// Arguments that mean the same wherever they are.
fn of_several_commands(id: &str) -> Option<Phrase> {
    Some(match id {
        "seed" => Phrase::new(
            "随机种子：同样的种子得到同样的结果",
            "the seed: the same one gives the same again",
        ),
        "from" => Phrase::new("第一天", "the first day"),
        "until" => Phrase::new("最后一天", "the last day"),
        "sign" => Phrase::new("每周检视并签字", "review and sign every week"),
        "items" | "item" => Phrase::new(
            "事项编号，如 3.1 或 taijiang-2022/3.1",
            "items, as 3.1 or taijiang-2022/3.1",
        ),
        "on" => Phrase::new(
            "哪一天：2022-03-14、3-14、昨天、-3、周一；默认今天",
            "which day: 2022-03-14, 3-14, yesterday, -3, mon; by default today",
        ),
        "by" => Phrase::new(
            "记录人，默认校长",
            "who records it, by default the principal",
        ),
        "event" => Phrase::new(
            "为哪个事件办的，写编号；只有一个进行中时可省",
            "the id of the event it is for, where several are open",
        ),
        "reason" => Phrase::new("理由", "the reason"),
        _ => return None,
    })
}

/// Arguments that one command has, or that mean something else there.
fn of_one_command(path: &str, id: &str) -> Option<Phrase> {
    match path {
        "init" => of_init(id),
        _ => of_small_command(path, id),
    }
}

fn of_small_command(path: &str, id: &str) -> Option<Phrase> {
    Some(match (path, id) {
        ("tick", "note") => Phrase::new("同时写一条备注", "a note to go with it"),
        ("untick", "reason") => Phrase::new("为什么取消", "why it is taken back"),
        ("waive", "reason") => Phrase::new("为什么不适用", "why they do not apply"),
        ("waive", "lift") => Phrase::new("恢复适用", "make the items apply again"),
        ("assign", "to") => Phrase::new("牵头人", "who answers for it"),
        ("assign", "helpers") => Phrase::new("配合人，可重复", "who helps, may be repeated"),
        ("assign", "due") => Phrase::new(
            "新的期限：2022-04-20、4-20、明天、+3、周五",
            "another last day: 2022-04-20, 4-20, tomorrow, +3, fri",
        ),
        ("measure", "value") => Phrase::new("完成数，如 3891", "the number, as 3891"),
        ("measure", "of") => Phrase::new("目标数，如 5494", "the number to reach, as 5494"),
        ("measure", "rate") => Phrase::new(
            "每个教学日能做多少，用来推算能否按期",
            "how many can be done on a school day, to tell whether it is in time",
        ),
        ("attach", "source") => Phrase::new("文件路径或网址", "a file or a link"),
        ("note", "text") => Phrase::new("备注内容", "the note"),
        ("event open", "kind") => Phrase::new(
            "类型，如 exam（考试）、incident（突发情况）",
            "its kind, as exam or incident",
        ),
        ("event open", "name") => Phrase::new("名称，如 期中考试", "what it is called"),
        ("event open", "on") => Phrase::new(
            "哪一天，可以在以后：2022-04-20、4-20、明天、+3、周五；默认今天",
            "which day, also to come: 2022-04-20, 4-20, tomorrow, +3, fri; by default today",
        ),
        ("event close", "event") => Phrase::new("事件编号", "the event's id"),
        ("log", "item") => Phrase::new("只看这一事项", "only this item"),
        ("log", "count") => Phrase::new("最多列几条，默认 30", "how many at most, by default 30"),
        ("verify", "report") => {
            Phrase::new("要与台账核对的报告", "a report to hold against the record")
        }
        ("verify", "signers") => Phrase::new(
            "签名人名单：核对报告旁边的签名（.sig 文件）是不是这所学校的",
            "the list of signers: check that the signature beside the report is its school's",
        ),
        ("backup", "file") => Phrase::new("备份写到哪个文件", "the file to write"),
        ("completions", "shell") => Phrase::new(
            "bash、zsh、fish、elvish 或 powershell",
            "bash, zsh, fish, elvish or powershell",
        ),
        _ => return None,
    })
}

fn of_init(id: &str) -> Option<Phrase> {
    Some(match id {
        "name" => Phrase::new("学校名称", "what the school is called"),
        "kind" => Phrase::new(
            "学校类型：幼儿园、小学、中学、中职学校、高等学校、教育局（或 kindergarten、primary 等英文）",
            "its kind: kindergarten, primary, secondary, vocational, university or bureau",
        ),
        "id" => Phrase::new(
            "学校编号，用于报告文件；默认取校名拼音",
            "its short name in reports; by default from its name",
        ),
        "district" => Phrase::new("所属区县", "its district"),
        "students" => Phrase::new("学生人数", "how many pupils it has"),
        "staff" => Phrase::new("教职工人数", "how many people work there"),
        "checklists" => Phrase::new(
            "启用的清单，可重复；默认启用全部适用的",
            "a checklist to adopt, may be repeated; by default all that fit",
        ),
        "since" => Phrase::new(
            "从哪一天起计，默认今天",
            "the day from which they count, by default today",
        ),
        "yes" => Phrase::new("不提问，缺的用默认值", "ask nothing, take the defaults"),
        _ => return None,
    })
}

/// The Chinese name of a value, as a usage shows it, for the English one.
#[must_use]
pub fn value_name(id: &str, name: &str) -> Option<&'static str> {
    Some(match (id, name) {
        ("name", _) => "名称",
        (_, "NAME") => "姓名",
        (_, "ITEM") => "事项",
        (_, "DATE" | "DAY") => "日期",
        (_, "TEXT") => "文字",
        (_, "ID") => "编号",
        (_, "N") => "数",
        (_, "VALUE") => "数值",
        (_, "KIND") => "类型",
        (_, "FILE") => "文件",
        (_, "COLOUR") => "颜色",
        (_, "FILE|URL") => "文件或网址",
        (_, "DIR" | "FOLDER") => "文件夹",
        (_, "DISTRICT") => "区县",
        (_, "WEEK") => "周次",
        (_, "SCHOOL") => "学校编号",
        (_, "DAYS") => "天数",
        (_, "S") => "种子",
        (_, "VERDICT") => "结论",
        (_, "ANCHOR") => "节点",
        (_, "WHAT") => "范围",
        (_, "FORMAT") => "格式",
        (_, "WHEN") => "何时",
        (_, "THEME") => "配色",
        (_, "WIDTH") => "宽度",
        (_, "REPORT") => "报告",
        (_, "KEY") => "密钥",
        (_, "PATH") => "路径",
        (_, "SHELL") => "shell",
        _ => return None,
    })
}

/// A subcommand is needed.
pub const MISSING_SUBCOMMAND: Phrase = Phrase::new("缺少子命令", "a subcommand is missing");
/// An argument is not text.
pub const NOT_UTF8: Phrase = Phrase::new(
    "命令行里有不是 UTF-8 的文字",
    "a part of the command line is not UTF-8",
);

/// Where the usage of the command `path` is explained.
#[must_use]
pub fn see_help(path: &str, lang: Lang) -> String {
    let gap = if path.is_empty() { "" } else { " " };
    match lang {
        Lang::Zh => format!("用 `duban {path}{gap}--help` 查看用法"),
        Lang::En => format!("`duban {path}{gap}--help` shows the usage"),
    }
}

/// Several names in a row.
#[must_use]
pub fn list(names: &[String], lang: Lang) -> String {
    match lang {
        Lang::Zh => names.join("、"),
        Lang::En => names.join(", "),
    }
}

/// There is no such option or argument.
#[must_use]
pub fn unknown_argument(arg: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("不认识的选项或参数“{arg}”"),
        Lang::En => format!("unknown option or argument `{arg}`"),
    }
}

/// There is no such command.
#[must_use]
pub fn no_command(name: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("没有命令“{name}”"),
        Lang::En => format!("there is no command `{name}`"),
    }
}

/// An argument is needed.
#[must_use]
pub fn missing(arg: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("缺少“{arg}”"),
        Lang::En => format!("`{arg}` is missing"),
    }
}

/// An option was given more often than makes sense.
#[must_use]
pub fn twice(arg: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("“{arg}”写了不止一次"),
        Lang::En => format!("`{arg}` is given more than once"),
    }
}

/// Two options exclude each other.
#[must_use]
pub fn conflict(arg: &str, other: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("“{arg}”不能与“{other}”同用"),
        Lang::En => format!("`{arg}` cannot be used with `{other}`"),
    }
}

/// A value that an option or argument does not take.
#[must_use]
pub fn bad_value(value: &str, arg: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("“{value}”不能用作“{arg}”"),
        Lang::En => format!("`{value}` cannot be used as `{arg}`"),
    }
}

/// An option without its value.
#[must_use]
pub fn no_value(arg: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("“{arg}”没有写值"),
        Lang::En => format!("`{arg}` has no value"),
    }
}

/// What was probably meant.
#[must_use]
pub fn meant(words: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("是不是 {words}？"),
        Lang::En => format!("did you mean {words}?"),
    }
}

/// What could be written instead.
#[must_use]
pub fn instead(words: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("可以写 {words}"),
        Lang::En => format!("use one of {words}"),
    }
}
