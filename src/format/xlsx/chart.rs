//! The charts of the summary: native ones, which read the cells below them.

use super::page::Page;
use crate::text::{Phrase, sheet as words};
use rust_xlsxwriter::{
    Chart, ChartAxisCrossing, ChartDataLabel, ChartFont, ChartFormat, ChartLine, ChartSolidFill,
    Color, XlsxError,
};

/// The column of the rates, from 0.
const PERCENT: u16 = 8;
/// The colours of a chart's bars and of the lines behind them.
const BARS: Color = Color::RGB(0x002F_75B5);
const LINES: Color = Color::RGB(0x00D9_D9D9);

/// The rows that a chart shows.
pub(super) struct Points {
    title: Phrase,
    /// The heading of the table that has them.
    heading: Phrase,
    /// The column that names them.
    names: u16,
    first: u32,
    last: u32,
    rates: Vec<Option<f64>>,
    /// The column that has them.
    percent: u16,
}

impl Points {
    pub(super) fn of(
        [title, heading]: [Phrase; 2],
        names: u16,
        first: u32,
        rates: Vec<Option<f64>>,
    ) -> Option<Self> {
        let more = u32::try_from(rates.len().checked_sub(1)?).ok()?;
        Some(Self {
            title,
            heading,
            names,
            first,
            last: first + more,
            rates,
            percent: PERCENT,
        })
    }

    /// The same where the rates stand in another column than in a report's summary.
    pub(super) fn with_rates_in(mut self, column: u16) -> Self {
        self.percent = column;
        self
    }

    /// Draws them at a cell, so many pixels wide and high.
    pub(super) fn draw(
        &self,
        page: &mut Page<'_>,
        bars: Bars,
        place: &Place,
    ) -> Result<(), XlsxError> {
        let lang = page.lang();
        let sheet = words::SUMMARY.of(lang);
        let range = |column| (sheet, self.first, column, self.last, column);
        let mut chart = bars.chart();
        let mut filled = ChartFormat::new();
        filled.set_solid_fill(ChartSolidFill::new().set_color(BARS));
        let label = ChartDataLabel::new().show_value().set_font(&font()).clone();
        chart
            .add_series()
            .set_name((sheet, self.first - 1, self.percent))
            .set_categories(range(self.names))
            .set_values(range(self.percent))
            .set_format(&mut filled)
            .set_gap(60)
            .set_data_label(&label)
            .set_custom_data_labels(&self.labels());
        chart
            .title()
            .set_name(self.title.of(lang))
            .set_font(ChartFont::new().set_size(11).set_bold());
        chart.legend().set_hidden();
        chart.set_width(place.width).set_height(place.height);
        chart.set_alt_text(words::chart(self.title, self.heading, lang));
        page.sheet.insert_chart(place.row, place.column, &chart)?;
        Ok(())
    }

    /// Nothing stands at a point that has no rate: its cell is a dash, and its bar has no length.
    fn labels(&self) -> Vec<ChartDataLabel> {
        let label = |rate: &Option<f64>| match rate {
            Some(_) => ChartDataLabel::default(),
            None => ChartDataLabel::new().set_hidden().clone(),
        };
        self.rates.iter().map(label).collect()
    }
}

/// Where a chart stands: its first cell, its size in pixels.
pub(super) struct Place {
    pub(super) row: u32,
    pub(super) column: u16,
    pub(super) width: u32,
    pub(super) height: u32,
}

/// Which way the bars of a chart run.
#[derive(Clone, Copy)]
pub(super) enum Bars {
    /// From left to right, the first on top: names have room.
    Across,
    /// Upward, side by side: weeks.
    Up,
}

impl Bars {
    /// A chart without bars, from nothing to all.
    fn chart(self) -> Chart {
        let mut chart = match self {
            Self::Across => Chart::new_bar(),
            Self::Up => Chart::new_column(),
        };
        // In a chart of horizontal bars the library's y axis is the one of the names.
        let rates = match self {
            Self::Across => {
                chart.y_axis().set_font(&font()).set_reverse();
                chart.y_axis().set_major_gridlines(false);
                chart.y_axis().set_crossing(ChartAxisCrossing::Max);
                chart.x_axis()
            }
            Self::Up => {
                chart.x_axis().set_font(&font());
                chart.y_axis()
            }
        };
        rates
            .set_min(0)
            .set_max(1.1)
            .set_major_unit(0.2)
            .set_num_format("0%")
            .set_major_gridlines(true)
            .set_major_gridlines_line(ChartLine::new().set_color(LINES))
            .set_font(&font());
        chart
    }
}

/// The small print of a chart.
fn font() -> ChartFont {
    ChartFont::new().set_size(9).clone()
}
