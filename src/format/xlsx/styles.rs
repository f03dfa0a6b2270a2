//! How cells look. Whatever is text has the format of text, so that it stays text when somebody
//! edits it.

use super::table::Tone;
use crate::text::Lang;
use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

/// The formats of a workbook.
pub(super) struct Styles {
    /// The title over a sheet.
    pub(super) title: Format,
    /// What stands under it.
    pub(super) subtitle: Format,
    /// A heading within a sheet.
    pub(super) section: Format,
    /// The heading of a column.
    pub(super) head: Format,
    /// A text of any length.
    pub(super) text: Format,
    /// An id, a name, a word.
    pub(super) word: Format,
    /// A count.
    pub(super) count: Format,
    /// A difference of rates, in points.
    pub(super) points: Format,
    /// A difference of counts.
    pub(super) added: Format,
    /// A rate.
    pub(super) rate: Format,
    /// A day.
    pub(super) day: Format,
    tones: [Format; 4],
}

/// Lines between cells.
const LINE: Color = Color::RGB(0x00B0_B7BF);
/// Behind the headings.
const HEAD: Color = Color::RGB(0x00DC_E6F1);

/// The fonts of headings and of everything else, as offices have them.
fn fonts(lang: Lang) -> (&'static str, &'static str) {
    match lang {
        Lang::Zh => ("SimHei", "SimSun"),
        Lang::En => ("Calibri", "Calibri"),
    }
}

impl Styles {
    pub(super) fn of(lang: Lang) -> Self {
        let (heading, body) = fonts(lang);
        let plain = Format::new()
            .set_font_name(body)
            .set_font_size(10)
            .set_align(FormatAlign::VerticalCenter);
        let heading = plain.clone().set_font_name(heading);
        let cell = plain
            .clone()
            .set_border(FormatBorder::Thin)
            .set_border_color(LINE)
            .set_text_wrap();
        let centred = cell.clone().set_align(FormatAlign::Center);
        let word = centred.clone().set_num_format("@");
        let toned = |colour: u32, ink: u32| {
            let format = word.clone().set_background_color(Color::RGB(colour));
            format.set_font_color(Color::RGB(ink))
        };
        Self {
            title: heading
                .clone()
                .set_font_size(16)
                .set_bold()
                .set_num_format("@")
                .set_align(FormatAlign::Center),
            subtitle: plain
                .clone()
                .set_num_format("@")
                .set_align(FormatAlign::Center),
            section: heading.clone().set_font_size(11).set_bold(),
            head: centred
                .clone()
                .set_font_name(fonts(lang).0)
                .set_bold()
                .set_background_color(HEAD),
            text: cell
                .clone()
                .set_num_format("@")
                .set_align(FormatAlign::Left),
            count: centred.clone().set_num_format("0"),
            points: centred.clone().set_num_format("+0.0;-0.0;0.0"),
            added: centred.clone().set_num_format("+0;-0;0"),
            rate: centred.clone().set_num_format("0.0%"),
            day: centred.clone().set_num_format("yyyy-mm-dd"),
            tones: [
                toned(0x00E2_F0D9, 0x0037_5623),
                toned(0x00FF_F2CC, 0x007F_6000),
                toned(0x00F8_CBAD, 0x0084_2B0A),
                toned(0x00ED_EDED, 0x0059_5959),
            ],
            word,
        }
    }

    pub(super) fn tone(&self, tone: Tone) -> &Format {
        let [good, open, bad, aside] = &self.tones;
        match tone {
            Tone::Good => good,
            Tone::Open => open,
            Tone::Bad => bad,
            Tone::Aside => aside,
        }
    }
}
