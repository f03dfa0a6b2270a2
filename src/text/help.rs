//! What `--help` says.

use super::{Lang, Phrase};

/// The layout of a help page.
pub const TEMPLATE: Phrase = Phrase::new(
    "{about-with-newline}\n用法：{usage}\n\n{all-args}{after-help}",
    "{about-with-newline}\nUsage: {usage}\n\n{all-args}{after-help}",
);
/// Above the commands.
pub const COMMANDS: Phrase = Phrase::new("命令", "Commands");
/// Above the arguments.
pub const ARGUMENTS: Phrase = Phrase::new("参数", "Arguments");
/// Above the options.
pub const OPTIONS: Phrase = Phrase::new("选项", "Options");
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
        "status" => Phrase::new(
            "本周情况：默认列出逾期和待办",
            "how the week stands: what is overdue or due",
        ),
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
        "report" => Phrase::new("生成状态报告", "write the week's status report"),
        "checklist" => Phrase::new("清单", "the checklists"),
        "checklist list" => Phrase::new("列出可用的清单", "list the checklists on offer"),
        "checklist show" => Phrase::new(
            "显示一份清单的全部事项",
            "show a checklist with all its items",
        ),
        "checklist lint" => Phrase::new(
            "检查清单文件，一次列出全部问题",
            "check checklist files and list every problem at once",
        ),
        "verify" => Phrase::new(
            "核验台账，或核对报告与台账",
            "check the record, or a report against it",
        ),
        "backup" => Phrase::new("备份台账", "copy the record, verified"),
        "completions" => Phrase::new("输出命令行补全脚本", "print a shell's completion script"),
        "man" => Phrase::new("输出手册页", "print the manual page"),
        _ => Phrase::new("", ""),
    }
}

/// What an option or argument is for, by its id.
#[must_use]
pub fn argument(id: &str) -> Phrase {
    match id {
        "help" => Phrase::new("显示帮助", "show this help"),
        "version" => Phrase::new("显示版本", "show the version"),
        "home" => Phrase::new(
            "学校资料和台账所在的文件夹（也可用环境变量 DUBAN_HOME）",
            "the folder with the school's files (or DUBAN_HOME)",
        ),
        "today" => Phrase::new(
            "按哪一天判断，默认今天",
            "the day to judge for, by default today",
        ),
        "lang" => Phrase::new("语言：zh 或 en", "the language: zh or en"),
        "json" => Phrase::new(
            "以 JSON 输出（用于查询类命令）",
            "print JSON (commands that read)",
        ),
        "color" => Phrase::new(
            "何时用颜色：auto、always、never",
            "when to use colour: auto, always, never",
        ),
        "name" => Phrase::new("名称", "the name"),
        "kind" => Phrase::new("类型", "the kind"),
        "id" => Phrase::new("编号", "the id"),
        "district" => Phrase::new("所在区县", "the district"),
        "students" => Phrase::new("学生人数", "the number of pupils"),
        "staff" => Phrase::new("教职工人数", "the number of staff"),
        "checklists" => Phrase::new(
            "启用的清单，可重复；默认全部适用的",
            "a checklist to adopt, may be repeated; by default all that fit",
        ),
        "since" => Phrase::new(
            "从哪一天起启用，默认今天",
            "the day from which they count, by default today",
        ),
        "yes" => Phrase::new("不提问，缺的用默认值", "ask nothing, take the defaults"),
        "overdue" => Phrase::new("只列逾期的", "only what is overdue"),
        "due" => Phrase::new(
            "只列待办的；或：新的期限",
            "only what is due; or: another last day",
        ),
        "all" => Phrase::new("列出全部事项", "every item"),
        "checklist" => Phrase::new("只看这份清单", "only this checklist"),
        "check" => Phrase::new(
            "有逾期时以 1 结束，供脚本使用",
            "end with 1 if something is overdue, for scripts",
        ),
        "items" => Phrase::new(
            "事项编号，如 3.1 或 taijiang-2022/3.1",
            "items, as 3.1 or taijiang-2022/3.1",
        ),
        "item" => Phrase::new(
            "事项编号，如 3.1 或 taijiang-2022/3.1",
            "an item, as 3.1 or taijiang-2022/3.1",
        ),
        "on" => Phrase::new(
            "哪一天：2022-03-14、3-14、昨天、-3、周一；默认今天",
            "which day: 2022-03-14, 3-14, yesterday, -3, mon; by default today",
        ),
        "note" => Phrase::new("同时写备注", "remark something with it"),
        "event" => Phrase::new("事件编号", "the event's id"),
        "by" => Phrase::new(
            "记录人，默认校长",
            "who records it, by default the principal",
        ),
        "reason" => Phrase::new("理由", "the reason"),
        "lift" => Phrase::new("恢复适用", "make the items apply again"),
        "to" => Phrase::new("牵头人", "who answers for it"),
        "helpers" => Phrase::new("配合人，可重复", "who helps, may be repeated"),
        "value" => Phrase::new("数值", "the number"),
        "of" => Phrase::new("目标数", "the number to reach"),
        "source" => Phrase::new("文件路径或链接", "a file or a link"),
        "text" => Phrase::new("内容", "the text"),
        "count" => Phrase::new("最多几条", "how many at most"),
        "week" => Phrase::new(
            "哪一周，如 2022-W11；默认本周",
            "the week, as 2022-W11; by default this one",
        ),
        "format" => Phrase::new(
            "格式：yaml 或 json；默认看文件名",
            "the form: yaml or json; by default from the file's name",
        ),
        "output" => Phrase::new(
            "写入的文件，- 为标准输出",
            "the file to write, - for standard output",
        ),
        "force" => Phrase::new("文件已存在时覆盖", "write over a file that is there"),
        "schema" => Phrase::new("输出报告的 JSON Schema", "print the report's JSON Schema"),
        "files" => Phrase::new("清单文件", "checklist files"),
        "report" => Phrase::new("要核对的报告", "a report to hold against the record"),
        "file" => Phrase::new("备份文件", "the file to write"),
        "shell" => Phrase::new(
            "bash、zsh、fish、elvish 或 powershell",
            "bash, zsh, fish, elvish or powershell",
        ),
        _ => Phrase::new("", ""),
    }
}

/// A subcommand is needed.
pub const MISSING_SUBCOMMAND: Phrase = Phrase::new("缺少子命令", "a subcommand is missing");
/// Where the usage is explained.
pub const SEE_HELP: Phrase = Phrase::new(
    "用 `duban --help` 查看用法",
    "`duban --help` shows the usage",
);

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
        Lang::Zh => format!("缺少 {arg}"),
        Lang::En => format!("{arg} is missing"),
    }
}

/// Two options exclude each other.
#[must_use]
pub fn conflict(arg: &str, other: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{arg} 不能与 {other} 同用"),
        Lang::En => format!("{arg} cannot be used with {other}"),
    }
}

/// A value that an option does not take; the value may be empty.
#[must_use]
pub fn bad_value(value: &str, arg: &str, lang: Lang) -> String {
    match (lang, value.is_empty()) {
        (Lang::Zh, true) => format!("{arg} 用得不对"),
        (Lang::En, true) => format!("{arg} is not used rightly"),
        (Lang::Zh, false) => format!("“{value}”不能作 {arg} 的值"),
        (Lang::En, false) => format!("`{value}` is no value for {arg}"),
    }
}

/// What could be written instead.
#[must_use]
pub fn instead(words: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("可用：{words}"),
        Lang::En => format!("use {words}"),
    }
}
