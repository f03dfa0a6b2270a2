//! Plans on the command line: postponements, anchors, latest starts, paces; rates explained, trends,
//! the calendar, versions of a checklist, and the school as it was known on a day.

use crate::small::{Small, keys};
use snapbox::assert_data_eq;
use snapbox::str;

const DAY: &str = "2022-03-16";

#[test]
fn an_item_is_postponed_with_a_reason_and_keeps_its_first_day() {
    let school = Small::new();
    let order = [
        "postpone",
        "2.1",
        "1.3",
        "--to",
        "4-1",
        "--reason",
        "等消毒液",
    ];
    assert_data_eq!(
        school.ok(DAY, &order),
        str![[r#"
2.1 延期到 4月1日（周五）：等消毒液
1.3 延期到 4月1日（周五）：等消毒液

"#]]
    );
    let plan = school.json(DAY, &["status", "--plan"]);
    let first = &plan["items"][0];
    assert_eq!(
        (&first["due"], &first["first_due"]),
        (&"2022-04-01".into(), &"2022-03-25".into())
    );
    assert_data_eq!(
        school.refused(DAY, &["postpone", "1.2", "--to", "4-1", "--reason", "x"]),
        str![[r#"
错误：small/1.2 是每天的事，不能延期
提示：请记为已办、未办或不适用
error: small/1.2 is due every day and cannot be postponed
hint: say that it was done, was not done, or does not apply

"#]]
    );
    assert_data_eq!(
        school.refused(DAY, &["postpone", "2.1", "--to", "3-15", "--reason", "x"]),
        str![[r#"
错误：2022-03-15 已经过去（今天是 2022-03-16）
提示：期限只能是今天或以后
error: 2022-03-15 is past (today is 2022-03-16)
hint: name today or a later day

"#]]
    );
    assert_data_eq!(
        school.refused(DAY, &["postpone", "2.1", "--to", "4-1"]),
        str![[r#"
错误：缺少“--reason 文字”
提示：用 `duban postpone --help` 查看用法
error: `--reason TEXT` is missing
hint: `duban postpone --help` shows the usage

"#]]
    );
    school.refused(DAY, &["postpone", "2.1", "--to", "4-1", "--reason", ""]);
    school.refused(DAY, &["postpone", "2.1", "--to", "soon", "--reason", "x"]);
}

#[test]
fn an_anchor_moves_every_unfinished_item() {
    let school = Small::new();
    assert_data_eq!(
        school.ok(DAY, &["anchor", "list"]),
        str![[r#"
  term-start           开学日 · 2022-02-14（周一） · 0 项未办完的按它倒排
  reopening            复学日 · 2022-03-28（周一） · 2 项未办完的按它倒排

"#]]
    );
    school.ok(DAY, &["tick", "2.1"]);
    let order = [
        "anchor",
        "move",
        "reopening",
        "4-11",
        "--reason",
        "上级通知",
    ];
    assert_data_eq!(
        school.ok(DAY, &order),
        str![[r#"
复学日定为 2022-04-11：上级通知
1 项未办完的事项期限随之变动

"#]]
    );
    assert_data_eq!(
        school.ok_en(DAY, &["anchor", "list"]),
        str![[r#"
  term-start           term start · Mon 2022-02-14 · 0 unfinished items count from it
  reopening            reopening · Mon 2022-04-11 · first 2022-03-28 · 1 unfinished item counts from it

"#]]
    );
    assert_data_eq!(
        school.ok(DAY, &["anchor", "move", "term-start", "2022-02-21"]),
        str![[r#"
2022年春季学期开学日定为 2022-02-21
没有未办完的事项随之变动

"#]]
    );
    let list = school.json(DAY, &["anchor", "list"]);
    let wanted = serde_json::json!([
        { "anchor": "term-start", "first": "2022-02-14", "on": "2022-02-21", "unfinished": 0 },
        { "anchor": "reopening", "first": "2022-03-28", "on": "2022-04-11", "unfinished": 1 },
    ]);
    assert_eq!(list, wanted);
    assert_data_eq!(
        school.refused(DAY, &["anchor", "move", "exam", "4-11"]),
        str![[r#"
错误：没有时间节点“exam”
提示：可以移动的：reopening、term-start
error: there is no anchor `exam`
hint: those there are: reopening, term-start

"#]]
    );
    assert_data_eq!(
        school.refused(DAY, &["anchor", "move", "reopening", "4-11"]),
        str![[r#"
错误：复学日已经是 2022-04-11
error: reopening is 2022-04-11 already

"#]]
    );
    school.refused(DAY, &["anchor", "move", "reopening", "soon"]);
    school.refused(DAY, &["anchor", "move", "reopening"]);
}

#[test]
fn the_plan_says_when_to_begin_and_what_is_too_late() {
    let school = Small::new();
    school.ok(DAY, &["measure", "1.4", "400", "--rate", "３００"]);
    assert_data_eq!(
        school.ok(DAY, &["status", "--plan"]),
        str![[r#"
青山小学  2022-W11  截至3月16日（周三）

来得及（2）
  small/2.1            场地已消毒 · 最迟 3月22日（周二）开始 · 最迟 3月23日（周三）办完 · 期限 3月25日（周五）
  small/2.2            返校名单已报 · 最迟 3月24日（周四）开始 · 期限 3月28日（周一）

量化指标（1）
  small/1.4            检测人数 · 400 / 1,000 · 还差 600，剩 3 个教学日，每天须完成 200 · 每天能做 300 · 3月17日（周四）可达标 · 期限 3月18日（周五）

"#]]
    );
    assert_data_eq!(
        school.ok_en("2022-03-24", &["status", "--plan"]),
        str![[r#"
青山小学  2022-W12  as of Thu 24 March

too late (2)
  small/2.1            the rooms are disinfected · it takes 2 school days, 0 left · begin by Tue 22 March · finish by Wed 23 March · due Fri 25 March
  small/2.2            the list is handed in · it waits for small/2.1, finished on Fri 25 March at the earliest · begin by Thu 24 March · due Mon 28 March

"#]]
    );
    let plan = school.json("2022-03-24", &["status", "--plan"]);
    assert_eq!(keys(&plan), ["items", "numbers"]);
    let all: Vec<&str> = plan["items"]
        .as_array()
        .expect("a list")
        .iter()
        .filter_map(|item| item["feasibility"].as_str())
        .collect();
    assert_eq!(all, ["takes-longer", "waits"]);
    let pace = &school.json(DAY, &["status", "--plan"])["numbers"][0];
    assert_eq!(
        (&pace["needed"], &pace["on_pace"]),
        (&200.into(), &true.into())
    );
    school.refused(DAY, &["measure", "1.4", "400", "--rate", "many"]);
}

#[test]
fn a_rate_is_explained() {
    let school = Small::new();
    school.ok(DAY, &["tick", "1.2", "--on", "3-15"]);
    school.ok(DAY, &["tick", "1.3"]);
    school.ok(DAY, &["waive", "1.4", "--reason", "不用检测"]);
    assert_data_eq!(
        school.ok(DAY, &["status", "--explain"]),
        str![[r#"
青山小学  2022-W11  截至3月16日（周三）
完成率 28.6% = 已办 2 ÷ 应办 7
按权重计 37.5%

分子：已办（2）
  small/1.2            晨检记录齐全 · 3月15日（周二）
  small/1.3            消毒记录齐全 · 2022-W11 周

只在分母：未办（5）
  small/1.1            校门登记齐全 · 2022-W11 周
  small/1.2            晨检记录齐全 · 3月14日（周一）等 4 次

未计入：不适用（1）
  small/1.4            检测人数 · 2022-W11 周 · 不用检测

未计入：期限在以后的周（2）
  small/2.1            场地已消毒 · 期限 3月25日（周五）
  small/2.2            返校名单已报 · 期限 3月28日（周一）

"#]]
    );
    assert_data_eq!(
        school.ok_en(DAY, &["status", "--explain", "1.2"]),
        str![[r#"
青山小学  2022-W11  as of Wed 16 March
small/1.2  the morning checks are complete
20.0% = 1 done / 5 required

numerator: done (1)
  Tue 15 March · done on Tue 15 March, entered late

in the denominator only: not done (4)
  Mon 14 March
  Wed 16 March
  Thu 17 March
  Fri 18 March

"#]]
    );
    let of = |what: &[&str]| school.json(DAY, &[&["status", "--explain"], what].concat());
    let requirement = of(&["small/1"]);
    assert_eq!(
        keys(&requirement),
        [
            "as_of", "done", "left_out", "missing", "scope", "totals", "week"
        ]
    );
    assert_eq!(of(&["1"]), requirement);
    assert_eq!(of(&["small"]), of(&["--checklist", "small"]));
    let totals = &requirement["totals"];
    assert_eq!(
        (&totals["done"], &totals["required"]),
        (&2.into(), &7.into())
    );
    assert_eq!(requirement["left_out"][0]["why"], "waived");
    assert_data_eq!(
        school.refused(DAY, &["status", "--explain", "9"]),
        str![[r#"
错误：没有事项、要求或清单“9”
提示：例如 3.1、taijiang-2022/3、taijiang-2022；`duban status --all` 列出全部
error: there is no item, requirement or checklist `9`
hint: as in 3.1, taijiang-2022/3 or taijiang-2022; `duban status --all` lists all

"#]]
    );
    assert_data_eq!(
        school.refused(DAY, &["status", "1.2"]),
        str![[r#"
错误：缺少“--explain”
提示：用 `duban status --help` 查看用法
error: `--explain` is missing
hint: `duban status --help` shows the usage

"#]]
    );
    assert_data_eq!(
        school.refused(DAY, &["status", "--explain", "--due"]),
        str![[r#"
错误：“--explain”不能与“--due”同用
提示：用 `duban status --help` 查看用法
error: `--explain` cannot be used with `--due`
hint: `duban status --help` shows the usage

"#]]
    );
    school.refused(DAY, &["status", "--explain", "1.2", "--checklist", "small"]);
    school.refused(DAY, &["status", "--plan", "--checklist", "none"]);
}

#[test]
fn the_trend_is_a_table_of_weeks() {
    let school = Small::new();
    school.ok(DAY, &["tick", "1.1", "1.3"]);
    school.ok("2022-03-22", &["tick", "1.2", "--on", "3-21"]);
    assert_data_eq!(
        school.ok("2022-03-22", &["status", "--trend"]),
        str![[r#"
青山小学  2022-W12  截至3月22日（周二）
近 12 周完成率（%）
           W11  W12
  全部      25   11
  small/1   25   13  日常
  small/2    -    0  复学

"#]]
    );
    assert_data_eq!(
        school.ok_en("2022-03-22", &["status", "--trend", "--checklist", "small"]),
        str![[r#"
青山小学  2022-W12  as of Tue 22 March
the last 12 weeks, per cent done
           W11  W12
  small/1   25   13  Daily work
  small/2    -    0  Reopening

"#]]
    );
    let trend = school.json("2022-03-22", &["status", "--trend"]);
    assert_eq!(keys(&trend), ["all", "requirements", "weeks"]);
    assert_eq!(
        keys(&trend["requirements"][0]),
        ["requirement", "title", "totals"]
    );
    assert_data_eq!(
        school.ok("2022-03-01", &["status", "--trend"]),
        str![[r#"
青山小学  2022-W09  截至3月1日（周二）
还没有应办的周次

"#]]
    );
}

#[test]
fn the_calendar_shows_the_year_and_explains_a_day() {
    let school = Small::new();
    school.ok(DAY, &["tick", "1.2", "--on", "3-14"]);
    let year = school.ok(DAY, &["calendar"]);
    let rows: Vec<&str> = year.lines().filter(|line| !line.contains("-W2")).collect();
    assert_data_eq!(
        rows.join("\n"),
        str![[r#"
青山小学  2021-2022 学年  截至3月16日（周三）
                    一 二 三 四 五 六 日
2022-W07  02-14     .  .  .  .  .  -  -
2022-W08  02-21     .  .  .  .  .  -  -
2022-W09  02-28     .  .  .  .  .  -  -
2022-W10  03-07     .  .  .  .  .  -  -
2022-W11  03-14     ⣿  ⣀  ⣀  .  .  -  -      1 / 8     12.5%
2022-W12  03-21     .  .  .  .  .  -  -
2022-W13  03-28     .  .  .  .  .  .  *
2022-W14  04-04     *  *  .  .  .  -  -
2022-W15  04-11     .  .  .  .  .  -  -
2022-W16  04-18     .  .  .  .  .  -  .
2022-W17  04-25     .  .  .  .  .  *  *
2022-W18  05-02     *  *  *  .  .  .  -
2022-W19  05-09     .  .  .  .  .  -  -

⣀ 不到 60%   ⣤ 不到 85%   ⣶ 不到 100%   ⣿ 全部办完   . 没有应办或未到   - 周末   * 放假   : 学期以外
"#]]
    );
    let english = school.ok_en(DAY, &["calendar"]);
    assert_eq!(english.lines().count(), year.lines().count());
    assert_data_eq!(
        school.ok(DAY, &["calendar", "周一"]),
        str![[r#"
2022-03-14（周一）  2022-W11  教学日
应办 1，已办 1（迟办 0，补录 1），逾期 0，不适用 0，完成率 100.0%
当天办了 1 项次

补录（1）
  small/1.2            晨检记录齐全 · 陈静

"#]]
    );
    assert_data_eq!(
        school.ok_en(DAY, &["calendar", "-1"]),
        str![[r#"
Tue 2022-03-15  2022-W11  school day
1 required, 0 done (0 late, 0 entered late), 1 overdue, 0 waived, 0.0%

not done (1)
  small/1.2            the morning checks are complete · 陈静

"#]]
    );
    assert_data_eq!(
        school.ok(DAY, &["calendar", "2022-04-05"]),
        str![[r#"
2022-04-05（周二）  2022-W14  放假：清明节

"#]]
    );
    assert_data_eq!(
        school.ok_en(DAY, &["calendar", "tomorrow"]),
        str![[r#"
Thu 2022-03-17  2022-W11  school day

"#]]
    );
    let day = school.json(DAY, &["calendar", "3-14"]);
    assert_eq!(
        keys(&day),
        [
            "day",
            "done_then",
            "kind",
            "late_entered",
            "level",
            "missing",
            "totals",
            "waived",
            "week"
        ]
    );
    let year = school.json(DAY, &["calendar"]);
    assert_eq!(keys(&year), ["as_of", "days", "from", "to"]);
    school.refused(DAY, &["calendar", "someday"]);
}

#[test]
fn a_later_version_is_compared_and_followed() {
    let school = Small::new();
    assert_data_eq!(
        school.ok(DAY, &["checklist", "diff", "small"]),
        str![[r#"
small：采用第 1 版，可用第 1 版
事项没有改动
没有更新的版本

"#]]
    );
    assert_data_eq!(
        school.refused(DAY, &["checklist", "upgrade", "small"]),
        str![[r#"
错误：清单 small 已是第 1 版，可用的是第 1 版，没有更新
提示：清单改动后，文件里的 version 要加一
error: checklist small is at version 1; version 1 on offer is not later
hint: a checklist that changes needs a higher `version` in its file

"#]]
    );
    let change = ("校门登记齐全", "校门登记齐全，有签名");
    school.rewrite(&[change]);
    assert_data_eq!(
        school.ok(DAY, &["checklist", "diff", "small"]),
        str![[r#"
small：采用第 1 版，可用第 1 版

改动（1）
  1.1    校门登记齐全，有签名 · 内容
内容有改动，但版本号没有增加；在文件里把 version 加一才能升级

"#]]
    );
    school.rewrite(&[("version: 1", "version: 2"), change, ("\"1.2\"", "\"1.5\"")]);
    assert_data_eq!(
        school.ok_en(DAY, &["checklist", "diff", "small"]),
        str![[r#"
small: follows version 1, version 2 is on offer

added (1)
  1.5    the morning checks are complete

removed (1)
  1.2    the morning checks are complete

changed (1)
  1.1    the gate log is complete · text

to follow it: `duban checklist upgrade small`

"#]]
    );
    let diff = school.json(DAY, &["checklist", "diff", "small"]);
    assert_eq!(
        keys(&diff),
        [
            "added",
            "changed",
            "checklist",
            "differs",
            "offered",
            "removed",
            "version"
        ]
    );
    assert_eq!(diff["changed"][0]["aspects"], serde_json::json!(["text"]));
    assert_data_eq!(
        school.ok(DAY, &["checklist", "upgrade", "small"]),
        str![[r#"
清单 small 由第 1 版升到第 2 版

"#]]
    );
    assert_data_eq!(
        school.refused(DAY, &["checklist", "upgrade", "small"]),
        str![[r#"
错误：清单 small 已是第 2 版，可用的是第 2 版，没有更新
提示：清单改动后，文件里的 version 要加一
error: checklist small is at version 2; version 2 on offer is not later
hint: a checklist that changes needs a higher `version` in its file

"#]]
    );
    assert_data_eq!(
        school.refused(DAY, &["checklist", "diff", "none"]),
        str![[r#"
错误：学校没有启用清单 none
提示：已启用：small
error: the school does not follow checklist none
hint: it follows: small

"#]]
    );
    school.refused(DAY, &["checklist", "diff", "a b"]);
    school.refused(DAY, &["checklist", "upgrade", "taijiang-2022"]);
}

#[test]
fn as_of_a_day_only_what_was_recorded_by_then_is_known() {
    let school = Small::new();
    school.ok(DAY, &["tick", "1.1", "1.3"]);
    // Everything was recorded on the real day, which is later.
    let before = school.json(DAY, &["status", "--all", "--as-of", "3-15"]);
    assert_eq!(
        (&before["as_of"], &before["totals"]["done"]),
        (&"2022-03-15".into(), &0.into())
    );
    let report = school.json(DAY, &["report", "--as-of", "3-15"]);
    assert_eq!(
        (&report["as_of"], &report["totals"]["done"]),
        (&"2022-03-15".into(), &0.into())
    );
    assert_eq!(report["record"]["facts"], 0);
    let now = school.json(DAY, &["status", "--as-of", "today", "--explain"]);
    assert_eq!(now["as_of"], DAY);
    assert_data_eq!(
        school.refused(DAY, &["status", "--as-of", "2022-03-17"]),
        str![[r#"
错误：2022-03-17 还没有到（今天是 2022-03-16）
提示：日期只能是今天或以前
error: 2022-03-17 has not come yet (today is 2022-03-16)
hint: name today or an earlier day

"#]]
    );
    assert_data_eq!(
        school.refused(DAY, &["report", "--as-of", "2022-03-17"]),
        str![[r#"
错误：2022-03-17 还没有到（今天是 2022-03-16）
提示：日期只能是今天或以前
error: 2022-03-17 has not come yet (today is 2022-03-16)
hint: name today or an earlier day

"#]]
    );
    assert_data_eq!(
        school.refused(DAY, &["report", "--as-of", "3-13", "--week", "2022-W11"]),
        str![[r#"
错误：2022-W11 还没有开始
提示：本周是 2022-W10
error: 2022-W11 has not begun
hint: this week is 2022-W10

"#]]
    );
}

#[test]
fn a_number_is_explained_with_its_target_its_day_and_its_pace() {
    let school = Small::new();
    school.ok(
        "2022-03-16",
        &["measure", "1.4", "400", "--of", "1000", "--rate", "100"],
    );
    let said = school.ok("2022-03-17", &["status", "--explain", "1.4"]);
    assert!(said.contains("指标  400 / 1,000"), "{said}");
    assert!(said.contains("3月16日（周三）"), "{said}");
    assert!(said.contains("还差 600"), "{said}");
    let said = school.ok_en("2022-03-17", &["status", "--explain", "1.4"]);
    assert!(said.contains("measure  400 / 1,000"), "{said}");
}
