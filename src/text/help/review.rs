//! What `--help` says about the review, findings, inspections and plans.

use super::super::Phrase;

/// What a command of the review is for.
pub(super) fn command(path: &str) -> Option<Phrase> {
    Some(match path {
        "calendar" => Phrase::new(
            "校历：一学年各教学日的完成情况，或某一天的明细",
            "the school year, day by day; or one day explained",
        ),
        "postpone" => Phrase::new(
            "延期：写明新期限和理由，原期限保留",
            "give items a later last day, with a reason; the first one is kept",
        ),
        "finding" => Phrase::new(
            "问题整改：登记、整改、核实、销号",
            "findings, until they are closed",
        ),
        "finding raise" => Phrase::new("登记问题，得到编号", "raise a finding; prints its id"),
        "finding fix" => Phrase::new("记为已整改", "say that it was put right"),
        "finding verify" => Phrase::new(
            "核实整改，不能由整改人自己核实",
            "say that one has seen that it is right; not for who fixed it",
        ),
        "finding close" => Phrase::new("销号（须先核实）", "close a finding that was verified"),
        "finding reopen" => Phrase::new("重新打开，须写理由", "open it again, with a reason"),
        "finding update" => Phrase::new(
            "补充原因、措施、责任人，或改期限",
            "complete what is known of it, or move its limit",
        ),
        "finding list" => Phrase::new(
            "列出问题，期限近的在前；并列出自查与督查不一致处",
            "list the findings by limit; and where self-check and inspection differ",
        ),
        "inspect" => Phrase::new(
            "督查：记下督查人的结论或导入督查表，不改动自查结果",
            "record an inspector's verdict or visit sheet beside the school's own",
        ),
        "sample" => Phrase::new(
            "随机抽查事项，或抽学校并出督查表；凭种子可以重抽核对",
            "draw items, or schools to visit, at random, so that anybody can draw them again",
        ),
        "anchor" => Phrase::new(
            "时间节点：倒排期限的依据",
            "the days that due dates are counted from",
        ),
        "anchor list" => Phrase::new("列出时间节点", "list the anchors"),
        "anchor move" => Phrase::new(
            "移动时间节点，未办完的事项随之变动",
            "move an anchor, and every unfinished item with it",
        ),
        "review" => Phrase::new(
            "周检视：列出待定事项；确认、小结、签字、解锁",
            "the weekly review: what needs a decision; confirm, sum up, sign, unlock",
        ),
        other => return decision(other),
    })
}

fn decision(path: &str) -> Option<Phrase> {
    Some(match path {
        "decide" => Phrase::new(
            "决定周检视中的事项，可一次几项",
            "decide what the review asks, several items at once",
        ),
        "decide done" => Phrase::new("已办；问题则记为已整改", "it was done; a finding was fixed"),
        "decide partly" => Phrase::new("部分办结，须写办到哪里", "partly done: say how far"),
        "decide not-done" => Phrase::new("未办：登记问题，限期整改", "not done: raises a finding"),
        "decide postpone" => Phrase::new(
            "延期，须写新期限和理由",
            "give it a later last day, with a reason",
        ),
        "decide not-applicable" => Phrase::new("不适用，须写理由", "it does not apply: say why"),
        "decide keep" => Phrase::new("维持不变", "it may stay as it is"),
        "decide skip" => Phrase::new("跳过，以后再定", "leave it undecided for now"),
        _ => return None,
    })
}

/// What an option or argument is for that one command of the review has.
pub(super) fn argument(path: &str, id: &str) -> Option<Phrase> {
    let of_decision = path.starts_with("decide ");
    Some(match (path, id) {
        ("calendar", "day") => Phrase::new(
            "说明这一天：2022-03-14、3-14、昨天、明天",
            "explain this day: 2022-03-14, 3-14, yesterday, tomorrow",
        ),
        ("postpone" | "decide postpone", "to") => Phrase::new(
            "新的期限：2022-04-20、4-20、明天、+3、周五",
            "the new last day: 2022-04-20, 4-20, tomorrow, +3, fri",
        ),
        ("postpone" | "decide postpone", "reason") => {
            Phrase::new("为什么延期", "why it is put off")
        }
        ("anchor move", "anchor") => Phrase::new(
            "时间节点，如 term-start、reopening",
            "the anchor, as term-start or reopening",
        ),
        ("anchor move", "to") => Phrase::new(
            "新的日期：2022-04-20、4-20、明天、+3、周五",
            "its new day: 2022-04-20, 4-20, tomorrow, +3, fri",
        ),
        ("anchor move", "reason") => Phrase::new("为什么移动", "why it moves"),
        ("inspect", "by") => Phrase::new("督查人", "the inspector"),
        ("inspect", "verdict") => Phrase::new(
            "结论：pass 合格、partial 部分合格、fail 不合格",
            "pass, partial or fail",
        ),
        ("inspect", "note") => Phrase::new("看到的情况", "what was seen"),
        ("inspect", "from") => Phrase::new(
            "导入填好的督查表（YAML），全部记下或一项不记",
            "take in a visit sheet that was filled in, all of it or nothing",
        ),
        ("sample", _) => return of_sample(id),
        (_, "week") if of_decision => Phrase::new(
            "哪一周的周检视；默认本周",
            "the week under review; by default this one",
        ),
        (_, "items") if of_decision => Phrase::new(
            "待定事项，如 3.1；问题写编号，如 F12",
            "items in the queue, as 3.1; findings by their id, as F12",
        ),
        _ if of_decision => return of_decide(path, id),
        _ if path.starts_with("finding ") => return of_finding(path, id),
        ("review", _) => return of_review(id),
        _ => return None,
    })
}

fn of_sample(id: &str) -> Option<Phrase> {
    Some(match id {
        "items" => Phrase::new(
            "抽几项；抽学校时是每所几项",
            "how many items, of each school",
        ),
        "seed" => Phrase::new(
            "种子；不写则随机取一个，并在结果中列出",
            "the seed; by default one that nobody chose, printed with the sample",
        ),
        "schools" => Phrase::new(
            "抽几所学校，风险高、久未督查的更容易抽到",
            "how many schools to draw, by risk and by the time since the last visit",
        ),
        "roster" => Phrase::new(
            "学校名册（CSV：id、name、kind、district、contact 或中文表头）",
            "the roster of schools, a CSV file: id, name, kind, district, contact",
        ),
        "paths" => Phrase::new(
            "各校报告所在的文件夹或文件",
            "folders and files with the schools' reports",
        ),
        "signers" => Phrase::new(
            "签名人名单：只认名单上的密钥签名的报告",
            "the list of signers: only reports signed by a key of it count",
        ),
        "week" => Phrase::new(
            "截至哪一周的报告；默认有报告的最近一周",
            "as of which week; by default the newest that is reported of",
        ),
        "output" => Phrase::new(
            "督查表写到哪个文件夹；默认当前文件夹",
            "the folder for the sheets; by default the one at hand",
        ),
        "force" => Phrase::new("已有的督查表也覆盖", "write over sheets that are there"),
        _ => return None,
    })
}

fn of_review(id: &str) -> Option<Phrase> {
    Some(match id {
        "week" => Phrase::new(
            "哪一周，如 2022-W11；默认本周",
            "the week, as 2022-W11; by default this one",
        ),
        "confirm" => Phrase::new(
            "确认其余无需决定的事项",
            "confirm everything that needs no decision",
        ),
        "summary" => Phrase::new(
            "签字前的小结：本周与上周对照、变动、近 12 周",
            "the page before signing: this week beside the last, what changed, 12 weeks",
        ),
        "sign" => Phrase::new(
            "签字人；签字后本周锁定",
            "sign the week by name, which locks it",
        ),
        "nothing_to_report" => Phrase::new(
            "签字时声明零报告",
            "state with it that there is nothing to report",
        ),
        "unlock" => Phrase::new(
            "解锁已签字的周，须写理由",
            "open a signed week again, with a reason",
        ),
        "reason" => Phrase::new("为什么解锁", "why it is unlocked"),
        _ => return None,
    })
}

fn of_decide(path: &str, id: &str) -> Option<Phrase> {
    Some(match (path, id) {
        ("decide done", "on") => Phrase::new(
            "哪一天办的；默认应办的那天，或今天",
            "the day it was done; by default the day it was due on, or today",
        ),
        ("decide done", "note") => Phrase::new("同时写一条备注", "a note to go with it"),
        ("decide partly", "note") => Phrase::new("办到哪里了", "how far it has come"),
        ("decide keep", "note") => Phrase::new("为什么维持", "why it may stay"),
        ("decide not-done", "text") => Phrase::new(
            "什么问题；默认“未办”",
            "what is wrong; by default “not done”",
        ),
        ("decide not-applicable", "reason") => Phrase::new("为什么不适用", "why it does not apply"),
        _ => return remedy(id),
    })
}

fn of_finding(path: &str, id: &str) -> Option<Phrase> {
    Some(match (path, id) {
        (_, "finding") => Phrase::new("问题编号，如 F12", "the finding's id, as F12"),
        ("finding raise", "text") => Phrase::new("什么问题", "what is wrong"),
        ("finding raise", "inspection") => Phrase::new(
            "督查发现的（--by 写督查人）；默认自查",
            "found by an inspector, named with --by; by default by the school",
        ),
        ("finding verify", "by") => Phrase::new("核实人", "who has seen it"),
        ("finding verify", "close") => Phrase::new("同时销号", "close it in the same stroke"),
        ("finding reopen", "reason") => Phrase::new("为什么重新打开", "why it is opened again"),
        ("finding update", "due") => Phrase::new(
            "新的期限，须用 --note 说明理由",
            "the new limit; --note must say why",
        ),
        ("finding update", "note") => {
            Phrase::new("理由，或进展", "why, or how far the work has come")
        }
        ("finding list", "all") => Phrase::new("也列已销号的", "the closed ones too"),
        _ => return remedy(id),
    })
}

fn remedy(id: &str) -> Option<Phrase> {
    Some(match id {
        "cause" => Phrase::new("原因", "why it came about"),
        "action" => Phrase::new("整改措施", "the corrective action"),
        "owner" => Phrase::new(
            "整改责任人，默认事项的牵头人",
            "who answers for it, by default who answers for the item",
        ),
        "within" => Phrase::new(
            "限几个教学日整改，默认 5",
            "the limit in school days, by default 5",
        ),
        _ => return None,
    })
}
