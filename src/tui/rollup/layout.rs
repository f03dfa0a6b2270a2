//! Where everything is on the roll-up's screen: the view draws by it and the mouse is understood by it.

use ratatui::layout::Rect;

/// From this height on there is a line of air above what the chosen line means.
const AIRY: u16 = 20;

/// The parts of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Areas {
    /// The names of the lists.
    pub(super) tabs: Rect,
    /// The district in a sentence.
    pub(super) sentence: Rect,
    /// The headings of the columns, or what the list is of.
    pub(super) head: Rect,
    pub(super) list: Rect,
    /// What the chosen line means.
    pub(super) about: Rect,
    pub(super) notice: Rect,
    pub(super) footer: Rect,
    /// Where a page is read: the list with what is above and below it.
    pub(super) page: Rect,
}

/// The parts of a screen of that size.
pub(super) fn areas((width, height): (u16, u16)) -> Areas {
    let part = |from: u16, to: u16| {
        let (from, to) = (from.min(height), to.min(height));
        Rect::new(0, from, width, to.saturating_sub(from))
    };
    let footer = height.saturating_sub(1);
    let notice = height.saturating_sub(2);
    let lines = (height / 5).clamp(2, 8);
    let air = u16::from(height >= AIRY);
    let about = notice.saturating_sub(lines).max(3);
    Areas {
        tabs: part(0, 1),
        sentence: part(1, 2.min(footer)),
        head: part(2, 3.min(footer)),
        list: part(3.min(footer), about.saturating_sub(air).max(4).min(footer)),
        about: part(about.max(4).min(notice), notice),
        notice: part(notice, footer),
        footer: part(footer, height),
        page: part(2.min(notice), notice),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parts_lie_on_the_screen_and_the_list_and_what_it_means_apart() {
        for width in [0, 1, 24, 60, 80, 200] {
            for height in 0..60 {
                let screen = Rect::new(0, 0, width, height);
                let a = areas((width, height));
                for part in [
                    a.tabs, a.sentence, a.head, a.list, a.about, a.notice, a.page,
                ] {
                    assert!(
                        part.is_empty() || screen.intersection(part) == part,
                        "{part:?} at {width}x{height}"
                    );
                    assert!(part.intersection(a.footer).is_empty() || height < 4);
                }
                assert!(a.list.intersection(a.about).is_empty(), "{height}");
            }
        }
    }
}
