//! Going straight to what was named.

use super::super::message::{Chosen, Effect};
use super::super::model::{List, Model};
use super::super::review::refs;
use super::{go, list, moving};
use crate::keymap::Context;

pub(super) fn choose(model: &mut Model, chosen: Chosen) -> Vec<Effect> {
    model.notice = None;
    match chosen {
        Chosen::Row(row) => {
            moving::reveal(model, row);
            Vec::new()
        }
        Chosen::Matter(named) => {
            let matters = model.review.matters();
            let at = matters.iter().position(|m| refs(m).contains(&named));
            let (len, height) = (matters.len(), model.list_height());
            if let Some(at) = at {
                model.review.cursor.move_to(at, len, height);
            }
            Vec::new()
        }
        Chosen::Finding(id) => {
            let effects = go(model, Context::Findings);
            if model.findings.list != List::Findings {
                list(model, List::Findings);
            }
            let len = model.board.findings.len();
            let is_it = |n: &usize| model.board.finding(*n).is_some_and(|f| f.id == id);
            if let Some(at) = (0..len).find(is_it) {
                let height = model.list_height();
                model.findings.cursor.move_to(at, len, height);
                moving::chose_finding(model);
            }
            effects
        }
        Chosen::List(wanted) => {
            let effects = go(model, Context::Findings);
            if model.findings.list != wanted {
                list(model, wanted);
            }
            effects
        }
        Chosen::Day(day) => {
            model.year.go(day);
            Vec::new()
        }
        Chosen::Entry(at) => {
            model.entries.cursor.at = at;
            moving::by(model, 0)
        }
        Chosen::Several(filters, marks) => {
            (model.filters, model.marks) = (filters, marks);
            model.rebuild();
            Vec::new()
        }
    }
}
