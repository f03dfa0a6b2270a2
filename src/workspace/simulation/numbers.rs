//! The numbers of a school day: they go up towards their targets.

use super::super::command::Command;
use super::super::error::WorkspaceError;
use super::Player;
use crate::assess::ItemIndex;
use crate::checklist::Cadence;
use crate::text::made_up;
use chrono::{Datelike, Weekday};

/// Of a hundred school days, on how many a number is read off that is not one of the day.
const READ_OFF: usize = 85;
/// Of a hundred times, how often what is counted for a week is complete on one of its last days.
const LAST_DAYS: usize = 65;
/// How many of everybody are missing at most in the number of a day.
const MISSING: usize = 6;

/// What is known of a number that is counted.
struct Count {
    /// The number as it was.
    before: u64,
    /// The number to reach.
    of: u64,
    /// Of a thousand, how many are done on a school day.
    pace: u64,
}

impl Player<'_> {
    /// The numbers of the day.
    pub(super) fn count(&mut self) -> Result<(), WorkspaceError> {
        for item in self.open_items(|_| true, self.today) {
            let often = match self.workspace.premises().item(item).cadence {
                Cadence::Daily => 100,
                _ => READ_OFF,
            };
            if self.is_left(item, self.today) || !self.chance.happens(often) {
                continue;
            }
            if let Some(count) = self.counted(item) {
                let value = self.read_off(item, &count);
                self.measure(item, value, count.of)?;
            }
        }
        Ok(())
    }

    /// Records a number of today.
    pub(super) fn measure(
        &mut self,
        item: ItemIndex,
        value: u64,
        of: u64,
    ) -> Result<(), WorkspaceError> {
        let command = Command::MeasureItem {
            item,
            value,
            of: Some(of),
            rate: None,
            on: self.today,
            event: None,
        };
        let by = self.principal();
        self.order(&command, &by).map(|_| ())
    }

    /// What is known of an item's number; `None` where it has none.
    fn counted(&self, item: ItemIndex) -> Option<Count> {
        let id = self.id(item);
        let measure = self.workspace.premises().measure(item, self.today)?;
        let known = made_up::NUMBERS.iter().find(|(known, ..)| *known == id);
        let (of, pace) = known.map_or((None, 350), |(_, of, pace)| (*of, *pace));
        Some(Count {
            before: measure.value.unwrap_or(0),
            of: measure.of.or(of).unwrap_or(876),
            pace,
        })
    }

    /// The number as it is today: everybody, or nearly; or so many more. What is counted for the
    /// week is complete at its end.
    fn read_off(&mut self, item: ItemIndex, count: &Count) -> u64 {
        let cadence = self.workspace.premises().item(item).cadence.clone();
        let ends = matches!(self.today.weekday(), Weekday::Thu | Weekday::Fri);
        if cadence == Cadence::Daily {
            let is_whole = self.ago().is_some_and(|ago| ago <= 2) || self.chance.happens(90);
            let missing = 1 + self.chance.below(MISSING);
            return count
                .of
                .saturating_sub(if is_whole { 0 } else { missing as u64 });
        }
        if cadence == Cadence::Weekly && ends && self.chance.happens(LAST_DAYS) {
            return count.of;
        }
        let varied = 70 + self.chance.below(61) as u64;
        let thousandths = count.of * count.pace * varied / 100;
        let rest = usize::try_from(thousandths % 1000 / 10).unwrap_or(0);
        let step = thousandths / 1000 + u64::from(self.chance.happens(rest));
        (count.before + step).min(count.of)
    }
}
