//! What `--help` says: all of it in one language.

use crate::home::Home;
use snapbox::assert_data_eq;
use snapbox::str;

const COMMANDS: [&[&str]; 57] = [
    &[],
    &["init"],
    &["status"],
    &["calendar"],
    &["tick"],
    &["untick"],
    &["waive"],
    &["assign"],
    &["postpone"],
    &["measure"],
    &["attach"],
    &["note"],
    &["event"],
    &["event", "open"],
    &["event", "close"],
    &["event", "list"],
    &["finding"],
    &["finding", "raise"],
    &["finding", "fix"],
    &["finding", "verify"],
    &["finding", "close"],
    &["finding", "reopen"],
    &["finding", "update"],
    &["finding", "list"],
    &["inspect"],
    &["sample"],
    &["anchor"],
    &["anchor", "list"],
    &["anchor", "move"],
    &["review"],
    &["decide"],
    &["decide", "done"],
    &["decide", "partly"],
    &["decide", "not-done"],
    &["decide", "postpone"],
    &["decide", "not-applicable"],
    &["decide", "keep"],
    &["decide", "skip"],
    &["log"],
    &["undo"],
    &["redo"],
    &["report"],
    &["sent"],
    &["checklist"],
    &["checklist", "list"],
    &["checklist", "show"],
    &["checklist", "lint"],
    &["checklist", "diff"],
    &["checklist", "upgrade"],
    &["layout"],
    &["layout", "list"],
    &["layout", "show"],
    &["layout", "lint"],
    &["verify"],
    &["backup"],
    &["completions"],
    &["man"],
];

fn is_chinese(c: char) -> bool {
    ('\u{3000}'..='\u{9fff}').contains(&c) || ('\u{ff00}'..='\u{ffef}').contains(&c)
}

#[test]
fn every_page_is_in_one_language() {
    let home = Home::empty();
    for path in COMMANDS {
        let chinese = home.ok(&[path, &["--help"]].concat());
        for word in [
            "Usage",
            "OPTIONS",
            "COMMAND",
            "Options",
            "possible values",
            "default:",
            ":\n",
            "<",
            "[default",
        ] {
            assert!(!chinese.contains(word), "{path:?}: {word} in\n{chinese}");
        }
        let english = home.ok_en(&[path, &["--help"]].concat());
        assert!(!english.contains(is_chinese), "{path:?}:\n{english}");
        for line in chinese.lines().filter(|line| line.starts_with("      --")) {
            assert!(line.contains(is_chinese), "{path:?}: not explained: {line}");
        }
        assert_eq!(chinese.lines().count(), english.lines().count(), "{path:?}");
        assert_eq!(home.ok(&[path, &["-h"]].concat()), chinese);
    }
}

#[test]
fn the_first_page() {
    let home = Home::empty();
    assert_data_eq!(
        home.ok(&["--help"]),
        str![[r#"
督办：把上级文件变成清单，逐项打勾，按周出报告。不带命令时打开界面。

用法：duban [选项] [命令]

命令：
  init         登记学校
  status       本周情况：默认列出逾期和待办
  notices      三色提醒，每位责任人一条，可直接发送：蓝临期、黄滞后、红逾期
  calendar     校历：一学年各教学日的完成情况，或某一天的明细
  tick         打勾：记下完成的日期
  untick       取消打勾
  waive        记为不适用（须写理由），或恢复
  assign       指定牵头人、配合人和期限
  postpone     延期：写明新期限和理由，原期限保留
  measure      填写量化指标
  attach       登记佐证：文件或链接
  note         写备注
  event        事件：考试、突发情况、人员到校等
  finding      问题整改：登记、整改、核实、销号
  inspect      督查：记下督查人的结论或导入督查表，不改动自查结果
  sample       随机抽查事项，或抽学校并出督查表；凭种子可以重抽核对
  anchor       时间节点：倒排期限的依据
  review       周检视：列出待定事项；确认、小结、签字、解锁
  decide       决定周检视中的事项，可一次几项
  log          台账：最近记了什么
  undo         撤销上一步
  redo         重做刚撤销的一步
  report       生成状态报告
  sent         报送台账：何时、向谁、报了什么
  rollup       汇总多所学校的报告：谁报了、谁没报、每个文件怎么处理的
  checklist    清单
  layout       报告版式：给哪个部门、列哪些要求
  verify       核验台账，或核对报告与台账
  backup       备份台账
  completions  输出命令行补全脚本
  man          输出手册页
  demo         打开示范学校，带六步导览；不读写自己的学校资料，--home 不起作用

选项：
      --plain                 逐行对话，供读屏软件、简单终端和脚本使用
      --theme 配色            配色：auto（默认）、dark、light、contrast、none；写明了就不理会 NO_COLOR
      --ambiguous-width 宽度  框线等字符的宽度：auto（默认）、narrow、wide
  -h, --help                  显示帮助
  -V, --version               显示版本

通用选项：
      --home 文件夹  学校资料和台账所在的文件夹
      --today 日期   以哪一天为准，默认今天
      --lang zh|en   语言：zh 或 en
      --json         以 JSON 输出（查询类命令）
      --color 何时   颜色：auto（默认）、always、never

退出码：
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

"#]]
    );
}

#[test]
fn the_first_page_in_english() {
    let home = Home::empty();
    assert_data_eq!(
        home.ok_en(&["--help"]),
        str![[r#"
See that what a directive asks is done: tick it, review the week, report it. Without a command, opens the screen.

Usage: duban [OPTIONS] [COMMAND]

Commands:
  init         set the school up
  status       how the week stands: what is overdue or due
  notices      messages to send, one per owner: blue near a limit, yellow behind, red overdue
  calendar     the school year, day by day; or one day explained
  tick         tick items off with the day they were done
  untick       take a tick back
  waive        say that items do not apply, with a reason; or that they do again
  assign       name who answers for items, who helps, another last day
  postpone     give items a later last day, with a reason; the first one is kept
  measure      enter a number against its target
  attach       name evidence: a file or a link
  note         remark something on an item
  event        events: examinations, incidents, arrivals
  finding      findings, until they are closed
  inspect      record an inspector's verdict or visit sheet beside the school's own
  sample       draw items, or schools to visit, at random, so that anybody can draw them again
  anchor       the days that due dates are counted from
  review       the weekly review: what needs a decision; confirm, sum up, sign, unlock
  decide       decide what the review asks, several items at once
  log          what was recorded, the newest first
  undo         undo the last action
  redo         do again what was undone last
  report       write the week's status report
  sent         the reports that were sent: when, to whom, from which entries
  rollup       roll up the reports of many schools, and say of every file what became of it
  checklist    the checklists
  layout       the layouts of the report, for whom it is
  verify       check the record, or a report against it
  backup       copy the record, verified
  completions  print a shell's completion script
  man          print the manual page
  demo         open a made-up school with a tour; your own files are left alone, --home is ignored

Options:
      --plain                  a dialogue line by line, for screen readers and dumb terminals
      --theme THEME            colours: auto (the default), dark, light, contrast or none; one that is named goes before NO_COLOR
      --ambiguous-width WIDTH  how wide frames are drawn: auto (the default), narrow or wide
  -h, --help                   show this help
  -V, --version                show the version

Options of every command:
      --home DIR    the folder with the school's files
      --today DATE  the day to judge for, by default today
      --lang zh|en  the language: zh or en
      --json        print JSON (commands that read)
      --color WHEN  colour: auto (the default), always or never

Exit codes:
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

"#]]
    );
}

#[test]
fn the_page_of_a_command() {
    let home = Home::empty();
    assert_data_eq!(
        home.ok(&["assign", "--help"]),
        str![[r#"
指定牵头人、配合人和期限

用法：duban assign [选项] --to 姓名 事项…

参数：
  事项…  事项编号，如 3.1 或 taijiang-2022/3.1

选项：
      --to 姓名      牵头人
      --helper 姓名  配合人，可重复
      --due 日期     新的期限：2022-04-20、4-20、明天、+3、周五
      --by 姓名      记录人，默认校长
  -h, --help         显示帮助

通用选项：
      --home 文件夹  学校资料和台账所在的文件夹
      --today 日期   以哪一天为准，默认今天
      --lang zh|en   语言：zh 或 en
      --json         以 JSON 输出（查询类命令）
      --color 何时   颜色：auto（默认）、always、never

"#]]
    );
    assert_data_eq!(
        home.ok_en(&["event", "open", "--help"]),
        str![[r#"
open an event

Usage: duban event open [OPTIONS] KIND NAME

Arguments:
  KIND  its kind, as exam or incident
  NAME  what it is called

Options:
      --on DATE  which day, also to come: 2022-04-20, 4-20, tomorrow, +3, fri; by default today
      --by NAME  who records it, by default the principal
  -h, --help     show this help

Options of every command:
      --home DIR    the folder with the school's files
      --today DATE  the day to judge for, by default today
      --lang zh|en  the language: zh or en
      --json        print JSON (commands that read)
      --color WHEN  colour: auto (the default), always or never

"#]]
    );
}

#[test]
fn wrong_usage_is_answered_with_what_to_type() {
    let home = Home::empty();
    assert_data_eq!(
        home.refused_twice(2, &["tick"]),
        str![[r#"
错误：缺少“事项…”
提示：用 `duban tick --help` 查看用法
error: `ITEM…` is missing
hint: `duban tick --help` shows the usage

"#]]
    );
    assert_data_eq!(
        home.refused_twice(2, &["waive", "3.1"]),
        str![[r#"
错误：缺少“--reason 文字”
提示：用 `duban waive --help` 查看用法
error: `--reason TEXT` is missing
hint: `duban waive --help` shows the usage

"#]]
    );
    assert_data_eq!(
        home.refused_twice(2, &["statu"]),
        str![[r#"
错误：没有命令“statu”
提示：是不是 status？
error: there is no command `statu`
hint: did you mean status?

"#]]
    );
    assert_data_eq!(
        home.refused_twice(2, &["xyzzy"]),
        str![[r#"
错误：没有命令“xyzzy”
提示：用 `duban --help` 查看用法
error: there is no command `xyzzy`
hint: `duban --help` shows the usage

"#]]
    );
    assert_data_eq!(
        home.refused_twice(2, &["event"]),
        str![[r#"
错误：缺少子命令
提示：用 `duban event --help` 查看用法
error: a subcommand is missing
hint: `duban event --help` shows the usage

"#]]
    );
    assert_data_eq!(
        home.refused_twice(2, &["event", "list", "--onn"]),
        str![[r#"
错误：不认识的选项或参数“--onn”
提示：用 `duban event list --help` 查看用法
error: unknown option or argument `--onn`
hint: `duban event list --help` shows the usage

"#]]
    );
    assert_data_eq!(
        home.refused_twice(2, &["tick", "3.1", "--onn", "3"]),
        str![[r#"
错误：不认识的选项或参数“--onn”
提示：是不是 --on？
error: unknown option or argument `--onn`
hint: did you mean --on?

"#]]
    );
}

#[test]
fn a_wrong_value_is_answered_with_right_ones() {
    let home = Home::empty();
    assert_data_eq!(
        home.refused_twice(2, &["tick", "3.1", "--on"]),
        str![[r#"
错误：“--on 日期”没有写值
提示：用 `duban tick --help` 查看用法
error: `--on DATE` has no value
hint: `duban tick --help` shows the usage

"#]]
    );
    assert_data_eq!(
        home.refused_twice(2, &["status", "--due", "--all"]),
        str![[r#"
错误：“--due”不能与“--all”同用
提示：用 `duban status --help` 查看用法
error: `--due` cannot be used with `--all`
hint: `duban status --help` shows the usage

"#]]
    );
    assert_data_eq!(
        home.refused_twice(2, &["report", "--schema", "--week", "2022-W11"]),
        str![[r#"
错误：“--schema”不能与“--week 周次”同用
提示：用 `duban report --help` 查看用法
error: `--schema` cannot be used with `--week WEEK`
hint: `duban report --help` shows the usage

"#]]
    );
    assert_data_eq!(
        home.refused_twice(2, &["tick", "3.1", "--on", "mon", "--on", "tue"]),
        str![[r#"
错误：“--on 日期”写了不止一次
提示：用 `duban tick --help` 查看用法
error: `--on DATE` is given more than once
hint: `duban tick --help` shows the usage

"#]]
    );
    assert_data_eq!(
        home.refused_twice(2, &["report", "--format", "docx"]),
        str![[r#"
错误：“docx”不能用作“--format 格式”
提示：可以写 yaml、json、html、xlsx、csv、markdown、brief、ics
error: `docx` cannot be used as `--format FORMAT`
hint: use one of yaml, json, html, xlsx, csv, markdown, brief, ics

"#]]
    );
    assert_data_eq!(
        home.refused_twice(2, &["log", "-n", "x"]),
        str![[r#"
错误：“x”不能用作“--count 数”
提示：用 `duban log --help` 查看用法
error: `x` cannot be used as `--count N`
hint: `duban log --help` shows the usage

"#]]
    );
    assert_data_eq!(
        home.refused_twice(2, &["init", "--kind", "school"]),
        str![[r#"
错误：“school”不能用作“--kind 类型”
提示：可以写 kindergarten、primary、secondary、vocational、university、bureau
error: `school` cannot be used as `--kind KIND`
hint: use one of kindergarten, primary, secondary, vocational, university, bureau

"#]]
    );
    assert_data_eq!(
        home.refused(2, &["--lang", "fr", "status"]),
        str![[r#"
错误：“fr”不能用作“--lang zh|en”
提示：可以写 zh、en

"#]]
    );
}

#[cfg(unix)]
#[test]
fn an_argument_that_is_no_text_is_refused() {
    use std::os::unix::ffi::OsStrExt;
    let home = Home::set_up();
    let mut command = home.duban();
    command
        .args(["note", "3.1"])
        .arg(std::ffi::OsStr::from_bytes(b"\xd6\xd0"));
    let said = crate::home::Said::of(command.output().expect("the program runs"));
    assert_eq!(said.code, 2);
    assert_data_eq!(
        said.err,
        str![[r#"
错误：命令行里有不是 UTF-8 的文字
提示：用 `duban note --help` 查看用法

"#]]
    );
}

#[test]
fn the_version_is_told() {
    let home = Home::empty();
    assert_eq!(
        home.ok(&["--version"]),
        concat!("duban ", env!("CARGO_PKG_VERSION"), "\n")
    );
}

#[test]
fn the_language_is_asked_for_or_the_schools_or_the_locales() {
    let home = Home::empty();
    let hint = |home: &Home, locale: &str, args: &[&str]| {
        let output = home.duban().env("LC_ALL", locale).args(args).output();
        let said = crate::home::Said::of(output.expect("the program runs"));
        said.err.chars().take(2).collect::<String>()
    };
    assert_eq!(hint(&home, "zh_CN.UTF-8", &["status"]), "错误");
    assert_eq!(hint(&home, "en_GB.UTF-8", &["status"]), "er");
    assert_eq!(hint(&home, "C", &["status"]), "错误");
    assert_eq!(hint(&home, "en_GB.UTF-8", &["status", "--lang=zh"]), "错误");
    let school = Home::set_up();
    for args in [
        &["tick", "nothing"][..],
        &["verify", "nothing"],
        &["report", "--week", "x"],
        &["checklist", "show", "nothing"],
        &["tick", "3.1", "--on", "x"],
    ] {
        assert_eq!(hint(&school, "en_GB.UTF-8", args), "错误", "{args:?}");
        let english = [&["--lang", "en"], args].concat();
        assert_eq!(hint(&school, "zh_CN.UTF-8", &english), "er", "{args:?}");
    }
}
