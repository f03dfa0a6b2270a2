//! The figures of a roll-up explained: what each is of, what it is made of, what was left out.

use super::counted;
use crate::rollup::{
    ChecklistVersions, FileCounts, FindingSum, MeasurePace, MeasureSum, Rate, RequirementPool,
    Returned, Returns, RollUpReport, SchoolFigures, Spread, VersionLine, Why,
};
use crate::text::facts::grouped;
use crate::text::page::list;
use crate::text::{Lang, Phrase, words::percent};

/// How many schools are named in a sentence.
const SCHOOLS: usize = 20;

/// Parts of a sentence.
fn joined(parts: impl IntoIterator<Item = String>, lang: Lang) -> String {
    let parts: Vec<String> = parts.into_iter().collect();
    match lang {
        Lang::Zh => parts.join("；") + "。",
        Lang::En => parts.join("; ") + ".",
    }
}

/// How a school's report came in.
#[must_use]
pub fn returned(returned: Returned, lang: Lang) -> &'static str {
    match returned {
        Returned::Reported => Phrase::new("按时报", "reported"),
        Returned::NothingToReport => Phrase::new("零报告", "nothing to report"),
        Returned::Late => Phrase::new("迟报", "late"),
        Returned::NotReported => Phrase::new("未报", "not reported"),
    }
    .of(lang)
}

/// Of whom how many reported.
#[must_use]
pub fn returns(returns: &Returns, has_roster: bool, lang: Lang) -> String {
    match lang {
        Lang::Zh => returns_zh(returns, has_roster),
        Lang::En => returns_en(returns, has_roster),
    }
}

/// All four numbers, whatever they are: the form that offices know.
fn returns_zh(returns: &Returns, has_roster: bool) -> String {
    let Returns {
        all,
        reported,
        nothing_to_report: nothing,
        late,
        not_reported: missing,
    } = returns;
    let of = if has_roster {
        "名册上共"
    } else {
        "没有名册，报过的学校共"
    };
    if *all == 0 {
        return format!("{of} 0 所。");
    }
    format!("{of} {all} 所：按时报 {reported}，零报告 {nothing}，迟报 {late}，未报 {missing}。")
}

/// A sentence of those that there are.
fn returns_en(returns: &Returns, has_roster: bool) -> String {
    let all = returns.all;
    let counts = [
        (returns.reported, "reported in time"),
        (
            returns.nothing_to_report,
            "stated in time that there is nothing to report",
        ),
        (returns.late, "reported late"),
        (returns.not_reported, "did not report"),
    ];
    let counts: Vec<_> = counts.into_iter().filter(|(n, _)| *n > 0).collect();
    let of = if has_roster {
        "on the roster"
    } else {
        "known from reports (there is no roster)"
    };
    match (all, counts.as_slice()) {
        (0, _) if has_roster => "There is no school on the roster.".to_owned(),
        (0, _) => "There is no report, and no roster: no school is known.".to_owned(),
        (1, [(1, what)]) => format!("The one school {of} {what}."),
        (_, [(n, _)]) if *n == all && *n == returns.not_reported => {
            format!("None of the {all} schools {of} reported.")
        }
        (_, [(n, what)]) if *n == all => format!("All {all} schools {of} {what}."),
        (_, counts) => {
            let said: Vec<String> = counts
                .iter()
                .map(|(n, what)| format!("{n} {what}"))
                .collect();
            format!("Of {all} schools {of}, {}.", enumerated(&said))
        }
    }
}

/// `a`, `a and b`, `a, b and c`.
fn enumerated(parts: &[String]) -> String {
    match parts {
        [first @ .., last] if !first.is_empty() => format!("{} and {last}", first.join(", ")),
        parts => parts.concat(),
    }
}

/// A rate: numerator, denominator, what was left out.
#[must_use]
pub fn rate(rate: &Rate, lang: Lang) -> String {
    joined(parts_of_rate(rate, lang), lang)
}

fn parts_of_rate(rate: &Rate, lang: Lang) -> Vec<String> {
    let Rate {
        required,
        done,
        late,
        overdue,
        waived,
        ..
    } = rate;
    let share = percent(rate.percent);
    let (done, required) = (grouped(*done), grouped(*required));
    let mut parts = vec![match (rate.percent, lang) {
        (None, Lang::Zh) => "没有应办的，没有完成率".to_owned(),
        (None, Lang::En) => "Nothing was required, so there is no rate".to_owned(),
        (Some(_), Lang::Zh) => format!("已办 {done} ÷ 应办 {required} = {share}"),
        (Some(_), Lang::En) => format!("{done} done of {required} required is {share}"),
    }];
    let each = [
        (late, Phrase::new("已办中迟办", "late among those done:")),
        (overdue, Phrase::new("逾期", "overdue:")),
        (
            waived,
            Phrase::new("不适用，不计入", "waived, not counted:"),
        ),
    ];
    let each = each.into_iter().filter(|(number, _)| **number > 0);
    parts.extend(each.map(|(number, words)| format!("{} {}", words.of(lang), grouped(*number))));
    parts
}

/// How far schools lie apart.
#[must_use]
pub fn spread(spread: &Spread, lang: Lang) -> String {
    joined([part_of_spread(spread, lang)], lang)
}

fn part_of_spread(spread: &Spread, lang: Lang) -> String {
    let schools = spread.schools;
    let [lowest, quarter, median, highest] = [
        spread.lowest,
        spread.lower_quarter,
        spread.median,
        spread.highest,
    ]
    .map(percent);
    match (lang, schools) {
        (Lang::Zh, 0) => "没有学校有应办的".to_owned(),
        (Lang::En, 0) => "of no school anything was required".to_owned(),
        (Lang::Zh, _) => format!(
            "有应办的学校 {schools} 所，最低 {lowest}，四分之一的学校不高于 {quarter}，居中 {median}，最高 {highest}"
        ),
        (Lang::En, _) => format!(
            "schools of which something was required: {schools}, the lowest {lowest}, a quarter not above {quarter}, in the middle {median}, the highest {highest}"
        ),
    }
}

/// A requirement, or one of its items, over the schools.
#[must_use]
pub fn pooled(rate: &Rate, spread: &Spread, left_out: u64, lang: Lang) -> String {
    let mut parts = parts_of_rate(rate, lang);
    parts.push(part_of_spread(spread, lang));
    if left_out > 0 {
        parts.push(match lang {
            Lang::Zh => format!("另有 {left_out} 所学校的清单在这里写法不同，不计入"),
            Lang::En => format!("left out, since their checklist asks otherwise here: {left_out}"),
        });
    }
    joined(parts, lang)
}

/// A requirement over the schools.
#[must_use]
pub fn requirement(of: &RequirementPool, lang: Lang) -> String {
    pooled(&of.rate, &of.spread, of.left_out, lang)
}

/// What of the totals is in no requirement; nothing where all of it is.
#[must_use]
pub fn left_out(rate: &Rate, lang: Lang) -> Option<String> {
    let Rate {
        required,
        done,
        waived,
        ..
    } = rate;
    (*required > 0 || *waived > 0).then(|| match lang {
        Lang::Zh => format!(
            "因清单版本不同，有应办 {required}、已办 {done}、不适用 {waived} 只计入合计，不计入各项要求。"
        ),
        Lang::En => format!(
            "Since checklists differ, {required} required, {done} done and {waived} waived are in the totals and in no requirement."
        ),
    })
}

/// A number against its target, over the schools.
#[must_use]
pub fn measure(of: &MeasureSum, lang: Lang) -> String {
    let MeasureSum {
        unit,
        schools,
        value,
        schools_with_target: targeted,
        value_with_target: part,
        of: whole,
        left,
        left_out,
        ..
    } = of;
    let share = percent(of.percent);
    let [value, part, whole, left] = [value, part, whole, left].map(|number| grouped(*number));
    let mut parts = vec![match lang {
        Lang::Zh => format!("{schools} 所学校共 {value} {unit}"),
        Lang::En => format!("{value} ({unit}) at {}", counted(schools, "school")),
    }];
    parts.push(match (of.percent, lang) {
        (None, Lang::Zh) => "没有目标值，没有比例".to_owned(),
        (None, Lang::En) => "there is no target, so there is no share".to_owned(),
        (Some(_), Lang::Zh) => {
            format!("其中有目标值的 {targeted} 所：{part} ÷ {whole} = {share}，还差 {left}")
        }
        (Some(_), Lang::En) => {
            let targeted = counted(targeted, "school");
            format!("{part} of {whole} at {targeted} with a target is {share}, {left} to go")
        }
    });
    if *left_out > 0 {
        parts.push(match lang {
            Lang::Zh => format!("另有 {left_out} 所学校的清单在这里写法不同，不计入"),
            Lang::En => format!("left out, since their checklist asks otherwise here: {left_out}"),
        });
    }
    parts.extend(of.pace.as_ref().map(|pace| part_of_pace(pace, lang)));
    joined(parts, lang)
}

/// How fast a number grows.
#[must_use]
pub fn pace(pace: &MeasurePace, lang: Lang) -> String {
    joined([part_of_pace(pace, lang)], lang)
}

fn part_of_pace(pace: &MeasurePace, lang: Lang) -> String {
    let MeasurePace {
        since,
        schools,
        before,
        now,
        added,
        left,
        ..
    } = pace;
    let more = grouped(added.unsigned_abs());
    let moved = match *added {
        0.. => Phrase::new("增加", "more"),
        _ => Phrase::new("减少", "fewer"),
    };
    let (moved, no_left) = (moved.of(lang), *left == 0);
    let [before, now, left] = [before, now, left].map(|number| grouped(*number));
    let said = match lang {
        Lang::Zh => format!("{since} 周也报了的 {schools} 所：{before} → {now}，{moved} {more}"),
        Lang::En => {
            format!("the {schools} that gave it in {since} too: {before} → {now}, {more} {moved}")
        }
    };
    match (lang, no_left, pace.weeks_left) {
        (Lang::Zh, false, _) if pace.begins_anew => format!("{said}，还差 {left}"),
        (Lang::En, false, _) if pace.begins_anew => format!("{said}, {left} to go"),
        (Lang::Zh, true, _) => format!("{said}，已全部达到"),
        (Lang::En, true, _) => format!("{said}, all of it reached"),
        (Lang::Zh, _, Some(weeks)) => format!("{said}，还差 {left}，照此还要 {weeks} 周"),
        (Lang::En, _, Some(weeks)) => {
            format!("{said}, {left} to go, which takes weeks at this pace: {weeks}")
        }
        (Lang::Zh, _, None) => format!("{said}，还差 {left}，照此达不到"),
        (Lang::En, _, None) => format!("{said}, {left} to go, which is never reached at this pace"),
    }
}

/// What became of the files.
#[must_use]
pub fn files(files: &FileCounts, lang: Lang) -> String {
    let FileCounts {
        found,
        accepted,
        superseded,
        quarantined,
    } = files;
    match lang {
        Lang::Zh => format!(
            "文件 {found} 个 = 采用 {accepted} + 被取代 {superseded} + 未采用 {quarantined}。"
        ),
        Lang::En => format!(
            "{}: {accepted} accepted, {superseded} superseded, {quarantined} set aside.",
            counted(found, "file")
        ),
    }
}

/// The findings of all schools.
#[must_use]
pub fn findings(sum: &FindingSum, lang: Lang) -> String {
    let FindingSum {
        open,
        schools_open,
        past_limit,
        schools_past_limit,
        closed,
    } = sum;
    match lang {
        Lang::Zh => format!(
            "未销号问题 {open} 个（{schools_open} 所学校），其中超期 {past_limit} 个（{schools_past_limit} 所）；本周起已销号 {closed} 个。"
        ),
        Lang::En => format!(
            "Open findings: {open}, schools with some: {schools_open}; past their limit: {past_limit}, schools with some: {schools_past_limit}; struck off in the week or after: {closed}."
        ),
    }
}

/// How many of the schools that reported may not open.
#[must_use]
pub fn gates(report: &RollUpReport, lang: Lang) -> String {
    let (closed, reported) = (report.gates_closed, report.returns.in_all());
    match lang {
        Lang::Zh => format!(
            "报了的 {reported} 所学校中，{closed} 所有开学门槛事项逾期或有未销号问题；未报的不计入。"
        ),
        Lang::En => format!(
            "Gates closed: {closed} of the {reported} that reported, by a gate item that is overdue or has an open finding; who did not report is not counted."
        ),
    }
}

/// A school's self-check beside the inspections.
#[must_use]
pub fn inspections(figures: &SchoolFigures, lang: Lang) -> String {
    let SchoolFigures {
        inspections,
        disagreements,
        ..
    } = figures;
    let is_none = *inspections == 0 && *disagreements == 0;
    match (lang, is_none) {
        (Lang::Zh, true) => "本周没有督查。".to_owned(),
        (Lang::En, true) => "There was no inspection in the week.".to_owned(),
        (Lang::Zh, false) => {
            format!("本周督查 {inspections} 项次；与自查不一致 {disagreements} 项。")
        }
        (Lang::En, false) => format!(
            "Inspections in the week: {inspections}; items on which inspector and school say different things: {disagreements}."
        ),
    }
}

/// The version of a checklist that schools are compared by.
#[must_use]
pub fn compared_by(of: &ChecklistVersions, lang: Lang) -> String {
    let ChecklistVersions {
        title,
        version,
        schools,
        ..
    } = of;
    match lang {
        Lang::Zh => format!("{title}：按 {schools} 所学校使用的第 {version} 版比较。"),
        Lang::En => {
            format!(
                "{title}: compared by version {version}, in use at {}.",
                counted(schools, "school")
            )
        }
    }
}

/// Another version of a checklist, and what of it is not compared.
#[must_use]
pub fn version(of: &VersionLine, lang: Lang) -> String {
    let VersionLine {
        version,
        digest,
        compared,
        ..
    } = of;
    let digest: String = digest.chars().take("sha256:".len() + 8).collect();
    let between = match lang {
        Lang::Zh => "、",
        Lang::En => ", ",
    };
    let schools = some(&of.schools, lang);
    let mut parts = vec![match lang {
        Lang::Zh => {
            format!("第 {version} 版（{digest}…），学校：{schools}；可比较的事项 {compared} 个")
        }
        Lang::En => {
            format!("Version {version} ({digest}…) at {schools}; items compared: {compared}")
        }
    }];
    for why in [Why::OtherText, Why::OtherLanguage, Why::OnlyHere] {
        let items = of.left_out.iter().filter(|left_out| left_out.why == why);
        let items: Vec<&str> = items.map(|left_out| left_out.item.as_str()).collect();
        if !items.is_empty() {
            parts.push(format!("{} {}", self::why(why, lang), items.join(between)));
        }
    }
    if !of.lacks.is_empty() {
        let lacks = Phrase::new("这一版没有的：", "not in this version:");
        parts.push(format!("{} {}", lacks.of(lang), of.lacks.join(between)));
    }
    joined(parts, lang)
}

/// Schools by their ids; of very many the first.
fn some(schools: &[String], lang: Lang) -> String {
    let first = list(schools.get(..SCHOOLS).unwrap_or(schools), lang);
    match (schools.len().saturating_sub(SCHOOLS), lang) {
        (0, _) => first,
        (rest, Lang::Zh) => format!("{first} 等 {} 所", rest + SCHOOLS),
        (rest, Lang::En) => format!("{first} and {rest} more"),
    }
}

/// Why items are not compared, before their numbers.
#[must_use]
pub fn why(why: Why, lang: Lang) -> &'static str {
    match why {
        Why::OtherText => Phrase::new(
            "写法不同，不比较：",
            "not compared, since the texts differ:",
        ),
        Why::OtherLanguage => Phrase::new(
            "版本和语言都不同，不比较：",
            "not compared, since version and language differ:",
        ),
        Why::OnlyHere => Phrase::new(
            "只有这一版有，不比较：",
            "not compared, since only this version has them:",
        ),
    }
    .of(lang)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rollup::ItemCounts;

    #[test]
    fn a_rate_says_what_it_is_of_and_what_was_left_out() {
        let counts = ItemCounts {
            required: 212,
            done: 187,
            late: 9,
            overdue: 14,
            waived: 6,
        };
        assert_eq!(
            rate(&counts.into(), Lang::Zh),
            "已办 187 ÷ 应办 212 = 88.2%；已办中迟办 9；逾期 14；不适用，不计入 6。"
        );
        assert_eq!(
            rate(&counts.into(), Lang::En),
            "187 done of 212 required is 88.2%; late among those done: 9; overdue: 14; waived, not counted: 6."
        );
        assert_eq!(
            rate(&Rate::default(), Lang::En),
            "Nothing was required, so there is no rate."
        );
    }

    #[test]
    fn numbers_that_a_file_chose_are_not_added_up_to_more_than_there_is() {
        let all = ItemCounts {
            required: u64::MAX,
            waived: u64::MAX,
            ..ItemCounts::default()
        };
        assert!(left_out(&all.into(), Lang::En).is_some());
        assert!(left_out(&Rate::default(), Lang::En).is_none());
    }

    #[test]
    fn who_reported_reads_as_a_sentence_whatever_the_numbers_are() {
        let nothing = "stated in time that there is nothing to report";
        let of_roster = |all| format!("Of {all} schools on the roster, ");
        let zh = |all, four: [u64; 4]| {
            let [a, b, c, d] = four;
            format!("名册上共 {all} 所：按时报 {a}，零报告 {b}，迟报 {c}，未报 {d}。")
        };
        let cases = [
            (
                [50, 2, 3, 5],
                of_roster(60)
                    + "50 reported in time, 2 "
                    + nothing
                    + ", 3 reported late and 5 did not report.",
            ),
            (
                [1, 1, 1, 1],
                of_roster(4)
                    + "1 reported in time, 1 "
                    + nothing
                    + ", 1 reported late and 1 did not report.",
            ),
            (
                [59, 0, 0, 1],
                of_roster(60) + "59 reported in time and 1 did not report.",
            ),
            (
                [0, 11, 0, 2],
                of_roster(13) + "11 " + nothing + " and 2 did not report.",
            ),
            (
                [60, 0, 0, 0],
                "All 60 schools on the roster reported in time.".to_owned(),
            ),
            (
                [0, 2, 0, 0],
                format!("All 2 schools on the roster {nothing}."),
            ),
            (
                [0, 0, 3, 0],
                "All 3 schools on the roster reported late.".to_owned(),
            ),
            (
                [0, 0, 0, 60],
                "None of the 60 schools on the roster reported.".to_owned(),
            ),
            (
                [0, 0, 0, 1],
                "The one school on the roster did not report.".to_owned(),
            ),
            (
                [0, 1, 0, 0],
                format!("The one school on the roster {nothing}."),
            ),
        ];
        for (four, english) in cases {
            let [reported, nothing_to_report, late, not_reported] = four;
            let of = Returns {
                all: four.iter().sum(),
                reported,
                nothing_to_report,
                late,
                not_reported,
            };
            assert_eq!(returns(&of, true, Lang::En), english);
            assert_eq!(returns(&of, true, Lang::Zh), zh(of.all, four));
        }
    }

    #[test]
    fn without_a_roster_that_is_said() {
        let some = Returns {
            all: 12,
            reported: 9,
            not_reported: 3,
            ..Returns::default()
        };
        let said = |of: &Returns| Lang::ALL.map(|lang| returns(of, false, lang));
        assert_eq!(
            said(&some),
            [
                "没有名册，报过的学校共 12 所：按时报 9，零报告 0，迟报 0，未报 3。",
                "Of 12 schools known from reports (there is no roster), 9 reported in time and 3 did not report."
            ]
        );
        assert_eq!(
            said(&Returns::default()),
            [
                "没有名册，报过的学校共 0 所。",
                "There is no report, and no roster: no school is known."
            ]
        );
        let none = returns(&Returns::default(), true, Lang::En);
        assert_eq!(none, "There is no school on the roster.");
    }

    #[test]
    fn a_pace_says_whether_the_target_comes_in_reach() {
        let of = |added, left, weeks_left, begins_anew| {
            let pace = MeasurePace {
                since: "2022-W10".parse().expect("a week"),
                schools: 3,
                before: 100,
                now: 160,
                added,
                left,
                begins_anew,
                weeks_left,
            };
            super::pace(&pace, Lang::Zh)
        };
        let said = "2022-W10 周也报了的 3 所：100 → 160，增加 60";
        assert_eq!(
            of(60, 90, Some(2), false),
            format!("{said}，还差 90，照此还要 2 周。")
        );
        assert_eq!(
            of(60, 90, None, false),
            format!("{said}，还差 90，照此达不到。")
        );
        assert_eq!(of(60, 0, Some(0), false), format!("{said}，已全部达到。"));
        assert_eq!(of(60, 90, None, true), format!("{said}，还差 90。"));
    }
}
