//! How fast a number grows towards its target, as a cell of a table says it.

use crate::rollup::{MeasurePace, MeasureSum};
use crate::text::facts::grouped;
use crate::text::{Lang, Phrase};

/// How fast a number grows, in short; a dash where no school gave it in the week before.
#[must_use]
pub fn in_short(of: &MeasureSum, lang: Lang) -> String {
    let Some(pace) = &of.pace else {
        return "–".to_owned();
    };
    if of.left == 0 {
        return ALL_REACHED.of(lang).to_owned();
    }
    let said = match pace.left {
        0 => ALL_REACHED.of(lang).to_owned(),
        _ => pace_and_left(pace, lang),
    };
    // Who gave no number in the week before is not among them.
    match (pace.schools, lang) {
        (schools, _) if schools == of.schools_with_target => said,
        (schools, Lang::Zh) => format!("两周都报的 {schools} 所：{said}"),
        (schools, Lang::En) => format!("schools that gave it in both weeks: {schools}; {said}"),
    }
}

const ALL_REACHED: Phrase = Phrase::new("已全部达到", "all of it reached");

fn pace_and_left(pace: &MeasurePace, lang: Lang) -> String {
    let (since, left) = (pace.since, grouped(pace.left));
    let moved = grouped(pace.added.unsigned_abs());
    let since = match (lang, pace.added) {
        (Lang::Zh, 0..) => format!("比 {since} 周增加 {moved}，还差 {left}"),
        (Lang::Zh, _) => format!("比 {since} 周减少 {moved}，还差 {left}"),
        (Lang::En, 0..) => format!("{moved} more than in {since}, {left} to go"),
        (Lang::En, _) => format!("{moved} fewer than in {since}, {left} to go"),
    };
    if pace.begins_anew {
        return since;
    }
    match (lang, pace.weeks_left) {
        (Lang::Zh, Some(weeks)) => format!("{since}，照此还要 {weeks} 周"),
        (Lang::En, Some(1)) => format!("{since}, 1 week at this pace"),
        (Lang::En, Some(weeks)) => format!("{since}, {weeks} weeks at this pace"),
        (Lang::Zh, None) => format!("{since}，照此达不到"),
        (Lang::En, None) => format!("{since}, never at this pace"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_is_reached_only_where_no_school_has_anything_left() {
        let said = |left, schools_with_target, of_both: u64, lang| {
            let pace = MeasurePace {
                since: "2022-W10".parse().expect("a week"),
                schools: 3,
                before: 100,
                now: 160,
                added: 60,
                left: of_both,
                begins_anew: false,
                weeks_left: Some(of_both.div_ceil(60)),
            };
            let of = MeasureSum {
                item: "a/1".to_owned(),
                text: "a".to_owned(),
                unit: "b".to_owned(),
                schools: 5,
                value: 200,
                schools_with_target,
                value_with_target: 200,
                of: 200 + left,
                percent: None,
                left,
                left_out: 0,
                pace: Some(pace),
            };
            in_short(&of, lang)
        };
        assert_eq!(said(0, 4, 0, Lang::Zh), "已全部达到");
        // The fourth has something left, and gave no number in the week before.
        assert_eq!(said(50, 4, 0, Lang::Zh), "两周都报的 3 所：已全部达到");
        assert_eq!(
            said(50, 4, 40, Lang::Zh),
            "两周都报的 3 所：比 2022-W10 周增加 60，还差 40，照此还要 1 周"
        );
        assert_eq!(
            said(50, 4, 40, Lang::En),
            "schools that gave it in both weeks: 3; 60 more than in 2022-W10, 40 to go, 1 week at this pace"
        );
        assert_eq!(
            said(40, 3, 40, Lang::En),
            "60 more than in 2022-W10, 40 to go, 1 week at this pace"
        );
    }
}
