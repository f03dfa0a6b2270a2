//! Where the panels of the overview are: one column, in which where there is little room the panel
//! that takes the keys is open and the others show their headings, two columns of lists under headings, and where there is room
//! two or three columns of framed panels.

use super::shrunk;
use crate::tui::overview::Panel;
use ratatui::layout::{Position, Rect};

/// From this width on there are two columns, framed panels, three columns.
const TWO: u16 = 70;
const FRAMED: u16 = 100;
const THREE: u16 = 170;
/// From this height of the body on panels are framed; below that there is no air in it.
const HIGH: u16 = 24;
const LOW: u16 = 17;

/// What the overview has to show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::tui) struct Contents {
    /// The panel that takes the keys.
    pub(in crate::tui) focused: Panel,
    /// How many requirements, open findings and numbers there are.
    pub(in crate::tui) requirements: usize,
    pub(in crate::tui) findings: usize,
    pub(in crate::tui) measures: usize,
    /// Whether there is anything to say below the first sentence.
    pub(in crate::tui) has_hint: bool,
}

/// A panel in its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::tui) struct Placed {
    pub(in crate::tui) panel: Panel,
    /// All of it; its first line is its heading.
    pub(in crate::tui) area: Rect,
    /// Its lines; empty where only its heading is shown.
    pub(in crate::tui) list: Rect,
}

/// The parts of the overview.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::tui) struct Dashboard {
    /// Where the school stands.
    pub(in crate::tui) sentence: Rect,
    /// What to do next.
    pub(in crate::tui) hint: Rect,
    /// Whether panels have frames.
    pub(in crate::tui) framed: bool,
    /// The panels that are shown, in the order of reading.
    pub(in crate::tui) panels: Vec<Placed>,
}

impl Placed {
    /// How many of its `len` lines are shown at once: weeks stand side by side.
    pub(in crate::tui) fn height(&self, len: usize) -> usize {
        match self.panel {
            Panel::Trend => len,
            _ => self.list.height.into(),
        }
    }

    /// The line at a place, of those from `top` on.
    pub(in crate::tui) fn line_at(&self, at: Position, top: usize, len: usize) -> Option<usize> {
        if !self.list.contains(at) {
            return None;
        }
        let line = match self.panel {
            Panel::Trend => chart(self.list).week_at(at.x)?,
            _ => top + usize::from(at.y - self.list.y),
        };
        (line < len).then_some(line)
    }
}

impl Dashboard {
    /// The place of a panel, where it is shown.
    pub(in crate::tui) fn of(&self, panel: Panel) -> Option<&Placed> {
        self.panels.iter().find(|placed| placed.panel == panel)
    }

    /// The panel at a place.
    pub(in crate::tui) fn at(&self, at: Position) -> Option<&Placed> {
        self.panels.iter().find(|placed| placed.area.contains(at))
    }

    /// The panel so many after the given one, round at the end.
    pub(in crate::tui) fn after(&self, panel: Panel, by: isize) -> Panel {
        let at = self.panels.iter().position(|placed| placed.panel == panel);
        let len = isize::try_from(self.panels.len()).unwrap_or(1).max(1);
        let at = isize::try_from(at.unwrap_or(0)).unwrap_or(0);
        let next = usize::try_from((at + by).rem_euclid(len)).unwrap_or(0);
        self.panels.get(next).map_or(panel, |placed| placed.panel)
    }

    /// The panel beside the given one, to the right or to the left, nearest to it in height.
    pub(in crate::tui) fn beside(&self, panel: Panel, right: bool) -> Option<Panel> {
        let from = self.of(panel)?.area;
        let is_beside = |area: Rect| {
            if right {
                area.x >= from.right()
            } else {
                area.right() <= from.x
            }
        };
        let beside = self.panels.iter().filter(|placed| is_beside(placed.area));
        let nearest = beside.min_by_key(|placed| {
            let across = placed.area.x.abs_diff(from.x);
            (across, placed.area.y.abs_diff(from.y))
        });
        nearest.map(|placed| placed.panel)
    }
}

/// What a panel wants: lines at least, lines before others get more, lines at most.
#[derive(Debug, Clone, Copy)]
struct Want {
    panel: Panel,
    least: u16,
    first: u16,
    most: u16,
}

/// The overview in a body.
pub(in crate::tui) fn dashboard(body: Rect, contents: &Contents) -> Dashboard {
    let is_high = body.height >= HIGH;
    let framed = body.width >= FRAMED && is_high;
    let hint = u16::from(contents.has_hint);
    let air = u16::from(!framed && body.height >= LOW);
    let head = 1 + hint + air;
    let below = shrunk(body, head);
    let line = |n| {
        let below = shrunk(body, n);
        Rect {
            height: below.height.min(1),
            ..below
        }
    };
    let widths: &[u16] = match body.width {
        THREE.. if is_high => &[38, 33, 29],
        TWO.. if body.width < FRAMED => &[57, 43],
        TWO.. => &[50, 50],
        _ => &[100],
    };
    let columns = across(below, widths, u16::from(!framed) * 2);
    let wants = wants(contents, columns.len(), below);
    let columns = columns.into_iter().zip(wants);
    Dashboard {
        sentence: line(0),
        hint: if contents.has_hint {
            line(1)
        } else {
            Rect::ZERO
        },
        framed,
        panels: columns
            .flat_map(|(column, wants)| stack(column, wants, framed, contents.focused))
            .collect(),
    }
}

/// An area divided into columns of so many hundredths, with so many cells between them.
fn across(area: Rect, widths: &[u16], gap: u16) -> Vec<Rect> {
    let mut x = area.x;
    let mut columns = Vec::new();
    for (n, width) in widths.iter().enumerate() {
        let is_last = n + 1 == widths.len();
        let width = if is_last {
            area.right() - x
        } else {
            (area.width.saturating_mul(*width) / 100).saturating_sub(gap / 2)
        };
        columns.push(Rect { x, width, ..area });
        x = (x + width + gap).min(area.right());
    }
    columns
}

/// What the panels want. One that has nothing to show is left out where there is little room.
struct Wants {
    tasks: Want,
    requirements: Want,
    findings: Option<Want>,
    measures: Option<Want>,
    ahead: Want,
    trend: Want,
    roomy: bool,
}

impl Wants {
    fn of(contents: &Contents, below: Rect) -> Self {
        let want = |panel, least, first, most| Want {
            panel,
            least,
            first,
            most,
        };
        let up_to = |count: usize, most: u16| u16::try_from(count).unwrap_or(most).clamp(1, most);
        let roomy = below.height >= HIGH - 3;
        let shown = |count: usize| roomy || count > 0;
        let requirements = up_to(contents.requirements, u16::MAX);
        let findings = up_to(contents.findings, 5);
        let measures = up_to(contents.measures, 6);
        Self {
            tasks: want(Panel::Tasks, 3, 6, u16::MAX),
            requirements: want(Panel::Requirements, 3, 6, requirements),
            findings: shown(contents.findings).then_some(want(
                Panel::Findings,
                1,
                findings.min(3),
                findings,
            )),
            measures: shown(contents.measures).then_some(want(Panel::Measures, 1, 2, measures)),
            ahead: want(Panel::Ahead, 1, 2, if roomy { 5 } else { 2 }),
            trend: want(Panel::Trend, 4, 6, 9),
            roomy,
        }
    }
}

/// What stands in each column, from above.
fn wants(contents: &Contents, columns: usize, below: Rect) -> Vec<Vec<Want>> {
    let wants = Wants::of(contents, below);
    let (tasks, requirements) = (Some(wants.tasks), Some(wants.requirements));
    let (findings, measures) = (wants.findings, wants.measures);
    let (ahead, trend) = (Some(wants.ahead), Some(wants.trend));
    let column = |wants: &[Option<Want>]| wants.iter().flatten().copied().collect();
    match columns {
        1 => {
            let all = column(&[tasks, requirements, findings, ahead, measures]);
            if wants.roomy {
                vec![all]
            } else {
                vec![accordion(all, contents.focused)]
            }
        }
        2 if below.width < FRAMED => vec![
            column(&[tasks, findings, ahead]),
            column(&[requirements, measures]),
        ],
        2 => {
            // The numbers stand where there is more room.
            let needed = wants.requirements.most.saturating_add(wants.trend.most);
            let few = needed.saturating_add(12) < below.height;
            vec![
                column(&[tasks, findings, measures.filter(|_| !few), ahead]),
                column(&[requirements, measures.filter(|_| few), trend]),
            ]
        }
        _ => vec![
            column(&[tasks, findings]),
            column(&[requirements, measures]),
            column(&[trend, ahead]),
        ],
    }
}

/// One column without much room: the panel that takes the keys is open, the others show their
/// headings.
fn accordion(mut wants: Vec<Want>, focused: Panel) -> Vec<Want> {
    for want in &mut wants {
        let is_open = want.panel == focused;
        (want.least, want.first) = if is_open { (3, 12) } else { (0, 0) };
        if is_open {
            want.most = u16::MAX;
        }
    }
    wants
}

/// The panels of a column, one below the other. Where there is no room for all, what matters least
/// is left out, but never the panel that takes the keys.
fn stack(column: Rect, mut wants: Vec<Want>, framed: bool, focused: Panel) -> Vec<Placed> {
    let chrome = 1 + u16::from(framed);
    let sum = |wants: &[Want], of: fn(&Want) -> u16| {
        let lines = wants.iter().map(|want| of(want).saturating_add(chrome));
        lines.fold(0, u16::saturating_add)
    };
    while sum(&wants, |want| want.least) > column.height {
        let others = wants.iter().enumerate();
        let others = others.filter(|(_, want)| want.panel != focused);
        let Some((least, _)) = others.max_by_key(|(_, want)| want.panel as usize) else {
            break;
        };
        wants.remove(least);
    }
    let gaps = u16::try_from(wants.len()).unwrap_or(0).saturating_sub(1);
    let needed = sum(&wants, |want| want.first).saturating_add(gaps);
    let gap = u16::from(!framed && needed <= column.height);
    let chromes = gaps.saturating_add(1).saturating_mul(chrome);
    let room = column
        .height
        .saturating_sub(gaps * gap)
        .saturating_sub(chromes);
    let heights = heights(&wants, room, framed);
    let mut left = column;
    let mut placed = Vec::new();
    for (want, height) in wants.iter().zip(heights) {
        let area = Rect {
            height: (height + chrome).min(left.height),
            ..left
        };
        if !area.is_empty() {
            placed.push(Placed {
                panel: want.panel,
                area,
                list: inside(area, framed),
            });
        }
        left = shrunk(left, area.height + gap);
    }
    placed
}

/// How many lines each gets of so many: what it needs at least, what it wants first, and then as
/// much as the others. What nobody wants goes to the last where panels are framed, so that columns
/// end together.
fn heights(wants: &[Want], room: u16, framed: bool) -> Vec<u16> {
    let mut heights: Vec<u16> = wants.iter().map(|want| want.least).collect();
    let mut rest = room.saturating_sub(heights.iter().sum());
    for most in [
        |want: &Want| want.first.min(want.most),
        |want: &Want| want.most,
    ] {
        let mut grew = true;
        while grew && rest > 0 {
            grew = false;
            for (height, want) in heights.iter_mut().zip(wants) {
                if *height < most(want) && rest > 0 {
                    *height += 1;
                    rest -= 1;
                    grew = true;
                }
            }
        }
    }
    if let Some(last) = heights.last_mut().filter(|_| framed) {
        *last += rest;
    }
    heights
}

/// Where the lines of a panel are: below its heading, or within its frame with air at the sides.
fn inside(area: Rect, framed: bool) -> Rect {
    let below = shrunk(area, 1);
    if !framed {
        return below;
    }
    let side = 2.min(below.width / 2);
    Rect {
        x: below.x + side,
        width: below.width - 2 * side,
        height: below.height.saturating_sub(1),
        ..below
    }
}

/// A chart of weeks: what the height means at its side, the bars, and below them the names of the
/// weeks, and their rates where there is room.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::tui) struct Chart {
    pub(in crate::tui) axis: Rect,
    pub(in crate::tui) bars: Rect,
    pub(in crate::tui) names: Rect,
    pub(in crate::tui) rates: Rect,
    /// How many cells a week takes.
    pub(in crate::tui) cell: u16,
}

/// How many weeks a chart has room for.
pub(in crate::tui) const WEEKS: u16 = 12;
/// How many cells the axis takes, with a space after it.
const AXIS: u16 = 5;
/// How many cells a week takes at most.
const WIDEST: u16 = 6;
/// From this height on there is room for the rates, where a week is so wide.
const WITH_RATES: u16 = 6;
const RATE: u16 = 4;

/// A panel's lines so divided.
pub(in crate::tui) fn chart(list: Rect) -> Chart {
    let axis = AXIS.min(list.width);
    let cell = ((list.width - axis) / WEEKS).clamp(1, WIDEST);
    let rates = u16::from(list.height >= WITH_RATES && cell >= RATE);
    let high = list.height.saturating_sub(1 + rates);
    let right = Rect {
        x: list.x + axis,
        width: list.width - axis,
        ..list
    };
    let line = |n: u16, lines: u16| {
        let below = shrunk(right, n);
        Rect {
            height: below.height.min(lines),
            ..below
        }
    };
    Chart {
        axis: Rect {
            width: axis,
            height: high,
            ..list
        },
        bars: line(0, high),
        names: line(high, 1),
        rates: line(high + 1, rates),
        cell,
    }
}

impl Chart {
    /// The cells of a week in one of its parts.
    pub(in crate::tui) fn of_week(&self, part: Rect, week: usize) -> Rect {
        let ahead = u16::try_from(week)
            .unwrap_or(u16::MAX)
            .saturating_mul(self.cell);
        let column = Rect {
            x: part.x.saturating_add(ahead),
            width: self.cell,
            ..part
        };
        column.intersection(part)
    }

    /// The week at a column.
    fn week_at(&self, x: u16) -> Option<usize> {
        let cells = x.checked_sub(self.bars.x)?;
        Some(usize::from(cells / self.cell))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::layout::areas;

    fn contents(focused: Panel, count: usize) -> Contents {
        Contents {
            focused,
            requirements: 19,
            findings: count,
            measures: count,
            has_hint: true,
        }
    }

    fn of(width: u16, height: u16, contents: &Contents) -> Dashboard {
        dashboard(areas(Rect::new(0, 0, width, height)).body, contents)
    }

    /// Everything that is drawn in it.
    fn parts(shown: &Dashboard) -> Vec<Rect> {
        let mut parts = vec![shown.sentence, shown.hint];
        parts.extend(shown.panels.iter().map(|placed| placed.area));
        parts
    }

    #[test]
    fn panels_lie_on_the_screen_and_apart_at_every_size() {
        for width in (1..230).step_by(3) {
            for height in 1..64 {
                for focused in Panel::ALL {
                    let count = usize::from(height % 4) * 3;
                    let screen = areas(Rect::new(0, 0, width, height));
                    let shown = dashboard(screen.body, &contents(focused, count));
                    let parts = parts(&shown);
                    for (n, part) in parts.iter().enumerate() {
                        let name = format!("{part:?} at {width}x{height}, {focused:?}");
                        let is_inside = screen.body.intersection(*part) == *part;
                        assert!(part.is_empty() || is_inside, "{name}");
                        let mut others = parts.iter().skip(n + 1);
                        assert!(others.all(|other| !part.intersects(*other)), "{name}");
                    }
                    for placed in &shown.panels {
                        let (area, list) = (placed.area, placed.list);
                        assert!(list.is_empty() || area.intersection(list) == list);
                        let chart = chart(list);
                        for part in [chart.axis, chart.bars, chart.names, chart.rates] {
                            assert!(part.is_empty() || list.intersection(part) == part);
                        }
                    }
                }
            }
        }
    }

    #[test]
    fn tasks_are_shown_wherever_there_is_any_room() {
        for width in [24, 60, 80, 100, 140, 200] {
            for height in 10..64 {
                let shown = of(width, height, &contents(Panel::Tasks, 3));
                let tasks = shown.of(Panel::Tasks).expect("the tasks");
                assert!(tasks.list.height >= 3, "{width}x{height}");
            }
        }
    }

    #[test]
    fn in_one_column_the_panel_that_takes_the_keys_is_open() {
        for focused in [Panel::Tasks, Panel::Requirements, Panel::Measures] {
            let shown = of(60, 15, &contents(focused, 3));
            assert_eq!(shown.panels.len(), 5);
            let open = shown.panels.iter().filter(|p| p.list.height > 0);
            let open: Vec<Panel> = open.map(|placed| placed.panel).collect();
            assert_eq!(open, [focused]);
        }
    }

    #[test]
    fn in_one_high_column_every_panel_is_open() {
        let shown = of(60, 40, &contents(Panel::Tasks, 3));
        let heights = shown.panels.iter().map(|placed| placed.list.height);
        assert_eq!(shown.panels.len(), 5);
        assert!(heights.clone().all(|height| height >= 2));
        assert!(heights.max() < Some(12));
    }

    #[test]
    fn more_room_shows_more_panels() {
        let shown = |width, height| {
            let shown = of(width, height, &contents(Panel::Tasks, 3));
            (shown.panels.len(), shown.framed)
        };
        assert_eq!(shown(60, 15), (5, false));
        assert_eq!(shown(80, 24), (5, false));
        assert_eq!(shown(100, 30), (6, true));
        assert_eq!(shown(140, 40), (6, true));
        assert_eq!(shown(200, 50), (6, true));
    }

    #[test]
    fn in_columns_no_panel_moves_when_another_takes_the_keys() {
        for size in [(80, 24), (100, 30), (140, 40), (200, 50)] {
            let before = of(size.0, size.1, &contents(Panel::Tasks, 2));
            let after = of(size.0, size.1, &contents(Panel::Ahead, 2));
            assert_eq!(before, after);
        }
    }

    #[test]
    fn one_goes_round_the_panels_and_to_those_beside() {
        let shown = of(140, 40, &contents(Panel::Tasks, 3));
        let mut panel = Panel::Tasks;
        let mut seen = Vec::new();
        for _ in &shown.panels {
            panel = shown.after(panel, 1);
            seen.push(panel);
        }
        assert_eq!(panel, Panel::Tasks);
        assert_eq!(seen.len(), Panel::ALL.len());
        assert_eq!(shown.after(Panel::Tasks, -1), Panel::Trend);
        let beside = shown.beside(Panel::Tasks, true);
        assert_eq!(beside, Some(Panel::Requirements));
        assert_eq!(shown.beside(Panel::Requirements, true), None);
        assert_eq!(
            shown.beside(Panel::Requirements, false),
            beside.map(|_| Panel::Tasks)
        );
    }
}
