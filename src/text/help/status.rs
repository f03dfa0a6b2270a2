//! What `--help` says about looking at the week, reporting it, and about checklists.

use super::super::Phrase;

const AS_OF: Phrase = Phrase::new(
    "按当日所知：只算到那一天为止记下的",
    "as it was known on that day: only what was recorded by then",
);

/// What such a command is for.
pub(super) fn command(path: &str) -> Option<Phrase> {
    Some(match path {
        "status" => Phrase::new(
            "本周情况：默认列出逾期和待办",
            "how the week stands: what is overdue or due",
        ),
        "notices" => Phrase::new(
            "三色提醒，每位责任人一条，可直接发送：蓝临期、黄滞后、红逾期",
            "messages to send, one per owner: blue near a limit, yellow behind, red overdue",
        ),
        "report" => Phrase::new("生成状态报告", "write the week's status report"),
        "sent" => Phrase::new(
            "报送台账：何时、向谁、报了什么",
            "the reports that were sent: when, to whom, from which entries",
        ),
        "checklist" => Phrase::new("清单", "the checklists"),
        "checklist list" => Phrase::new("列出可用的清单", "list the checklists on offer"),
        "checklist show" => Phrase::new(
            "显示一份清单的全部事项",
            "show a checklist with all its items",
        ),
        "checklist diff" => Phrase::new(
            "对比采用的版本与可用的版本",
            "the version that is followed against the one on offer",
        ),
        "checklist upgrade" => Phrase::new("升级到可用的版本", "follow the version on offer"),
        "checklist lint" => Phrase::new(
            "检查清单文件，一次列出全部问题",
            "check checklist files and list every problem at once",
        ),
        "layout" => Phrase::new(
            "报告版式：给哪个部门、列哪些要求",
            "the layouts of the report, for whom it is",
        ),
        "layout list" => Phrase::new("列出可用的版式", "list the layouts on offer"),
        "layout show" => Phrase::new(
            "输出一份版式，可存成文件改用",
            "print a layout, to make one's own from",
        ),
        "layout lint" => Phrase::new(
            "检查版式文件，一次列出全部问题",
            "check layout files and list every problem at once",
        ),
        _ => return None,
    })
}

/// What an option or argument of such a command is for.
pub(super) fn argument(path: &str, id: &str) -> Option<Phrase> {
    match path {
        "status" => of_status(id),
        "report" => of_report(id),
        "sent" if id == "week" => Some(Phrase::new(
            "只列这一周的报告，如 2022-W11",
            "only the reports of this week, as 2022-W11",
        )),
        "notices" => of_notices(id),
        _ => of_checklist(path, id),
    }
}

fn of_status(id: &str) -> Option<Phrase> {
    Some(match id {
        "what" => Phrase::new(
            "与 --explain 同用：事项、要求或清单，如 3.1、taijiang-2022/3",
            "with --explain: an item, a requirement or a checklist, as 3.1 or taijiang-2022/3",
        ),
        "explain" => Phrase::new(
            "说明完成率：分子、分母、未计入的及原因",
            "explain the rate: numerator, denominator, what was left out and why",
        ),
        "trend" => Phrase::new(
            "各要求近 12 周的完成率",
            "the last 12 weeks per requirement",
        ),
        "plan" => Phrase::new(
            "倒排：最迟何时开始、哪些已来不及、指标每天须完成多少",
            "planning backward: when to begin, what is too late, the pace of numbers",
        ),
        "disagreements" => Phrase::new(
            "自查与督查不一致的事项",
            "where self-check and inspection differ",
        ),
        "as_of" => AS_OF,
        "overdue" => Phrase::new("只列逾期的", "only what is overdue"),
        "due" => Phrase::new("只列待办的", "only what is due"),
        "all" => Phrase::new("列出全部事项", "every item"),
        "checklist" => Phrase::new("只看这份清单", "only this checklist"),
        "check" => Phrase::new(
            "供定时任务使用：有逾期才输出，退出码为 1",
            "for scripts: print only if something is overdue, and end with 1 then",
        ),
        _ => return None,
    })
}

fn of_checklist(path: &str, id: &str) -> Option<Phrase> {
    Some(match (path, id) {
        ("checklist show" | "checklist diff" | "checklist upgrade", "id") => {
            Phrase::new("清单编号", "the checklist's id")
        }
        ("layout show", "id") => Phrase::new("版式编号", "the layout's id"),
        ("layout lint", "files") => Phrase::new("版式文件", "layout files"),
        ("checklist lint", "files") => Phrase::new("清单文件", "checklist files"),
        _ => return None,
    })
}

fn of_notices(id: &str) -> Option<Phrase> {
    Some(match id {
        "owner" => Phrase::new("只要给这个人的", "only the one for this person"),
        "colour" => Phrase::new(
            "只要这种颜色的：red、yellow、blue，可列多个",
            "only those of a colour, or several: red, yellow, blue",
        ),
        "checklist" => Phrase::new("只看这份清单", "only this checklist"),
        "as_of" => AS_OF,
        "output" => Phrase::new(
            "写进这个文件夹，每人一个文件",
            "the folder to write to, one file per person",
        ),
        "force" => Phrase::new("文件已存在时覆盖", "write over a file that is there"),
        _ => return None,
    })
}

fn of_report(id: &str) -> Option<Phrase> {
    Some(match id {
        "as_of" => AS_OF,
        "week" => Phrase::new(
            "哪一周，如 2022-W11；默认本周",
            "the week, as 2022-W11; by default this one",
        ),
        "format" => Phrase::new(
            "格式，可列多个，用逗号分开；默认看文件名",
            "the form, or several with commas between; by default from the file's name",
        ),
        "output" => Phrase::new(
            "写到哪个文件或文件夹，可多次使用；默认输出到屏幕",
            "the file or folder to write to, any number of times; by default standard output",
        ),
        "force" => Phrase::new("文件已存在时覆盖", "write over a file that is there"),
        "sign" => Phrase::new(
            "用学校的 SSH 密钥签名，写到旁边的 .sig 文件；默认依次找 signing-key（在 school.yaml 旁边）、~/.ssh/id_ed25519、ssh-agent",
            "sign with an SSH key, into FILE.sig; by default signing-key beside school.yaml, ~/.ssh/id_ed25519, or the agent's first",
        ),
        "sent" => Phrase::new(
            "记入报送台账：报给版式写明的单位",
            "enter it into the ledger as sent to the layout's receiver",
        ),
        "sent_to" => Phrase::new(
            "记入报送台账：报给谁",
            "enter it into the ledger as sent to somebody",
        ),
        "layout" => Phrase::new(
            "版式，如 health；见 `duban layout list`",
            "the layout, as health; `duban layout list` shows them",
        ),
        "background" => Phrase::new(
            "附上近 12 周的完成率和每天的情况",
            "with the rates of the last 12 weeks and their days",
        ),
        "entries" => Phrase::new(
            "日历文件里写成 events（日程，默认）还是 tasks（待办）",
            "what a calendar file has: events (the default) or tasks",
        ),
        "brief_template" => Phrase::new(
            "输出简报的模板，改好后存为 brief.zh.txt",
            "print the template of the brief, to be changed and kept as brief.en.txt",
        ),
        "schema" => Phrase::new("输出报告的 JSON Schema", "print the report's JSON Schema"),
        _ => return None,
    })
}
