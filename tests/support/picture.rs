//! The cells of a terminal as an SVG picture.
//!
//! Every character is placed by its cell, never by the width that the reader's font gives it, so
//! that columns stand straight with any font, Chinese among ASCII too. Braille patterns, of which
//! charts are made, are drawn as dots, and frames as lines.

use std::fmt::Write as _;
use vt100::{Cell, Color, Screen};

/// A cell's width and height, and the margin around all of them.
const CELL: (f64, f64) = (8.4, 19.0);
const MARGIN: f64 = 14.0;
/// How far below a row's top its letters stand.
const BASE: f64 = 14.0;

const FONTS: &str = "ui-monospace,'Cascadia Mono','SF Mono',Menlo,Consolas,'DejaVu Sans Mono',\
    'Noto Sans Mono CJK SC','PingFang SC','Microsoft YaHei',monospace";
/// The sixteen colours of a terminal, to be read on dark paper.
const COLOURS: [&str; 16] = [
    "#2b303b", "#f0716b", "#8fc77a", "#e5c07b", "#6aa6f0", "#c38be0", "#56b6c2", "#d5d8de",
    "#7d8590", "#ff8a84", "#a8dd94", "#f3d591", "#8fbdf7", "#d9a6f2", "#7fd3de", "#ffffff",
];

/// What a terminal draws on, and with what where nothing is said.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Sheet {
    paper: &'static str,
    ink: &'static str,
}

/// A dark terminal.
pub(crate) const DARK: Sheet = Sheet {
    paper: "#16191f",
    ink: "#d5d8de",
};
/// A light one.
pub(crate) const LIGHT: Sheet = Sheet {
    paper: "#fbfaf6",
    ink: "#24292f",
};

/// The picture of a screen; `title` is read to those who do not see it.
pub(crate) fn picture(screen: &Screen, sheet: Sheet, title: &str) -> String {
    let (rows, columns) = screen.size();
    let width = f64::from(columns.get()) * CELL.0 + 2.0 * MARGIN;
    let height = f64::from(rows.get()) * CELL.1 + 2.0 * MARGIN;
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width:.1} {height:.1}\" \
         role=\"img\" font-family=\"{FONTS}\" font-size=\"14\">\n<title>{}</title>\n\
         <rect width=\"100%\" height=\"100%\" rx=\"8\" fill=\"{}\"/>\n",
        escaped(title),
        sheet.paper
    );
    for row in 0..rows.get() {
        let cells: Vec<(u16, &Cell)> = (0..columns.get())
            .filter_map(|column| Some((column, screen.cell(row, column)?)))
            .filter(|(_, cell)| !cell.is_wide_continuation())
            .collect();
        for run in cells.chunk_by(|(_, a), (_, b)| Look::of(a, sheet) == Look::of(b, sheet)) {
            paper(&mut svg, sheet, row, run);
        }
        for word in cells.chunk_by(|(_, a), (_, b)| goes_on(a, b, sheet)) {
            ink(&mut svg, sheet, row, word);
        }
    }
    svg.push_str("</svg>\n");
    svg
}

/// How a cell looks.
#[derive(PartialEq)]
struct Look {
    ink: String,
    paper: Option<String>,
    attributes: String,
}

impl Look {
    fn of(cell: &Cell, sheet: Sheet) -> Self {
        let (mut ink, mut paper) = (hex(cell.fgcolor()), hex(cell.bgcolor()));
        if cell.inverse() {
            let swapped = ink.take().unwrap_or_else(|| sheet.ink.to_owned());
            ink = Some(paper.unwrap_or_else(|| sheet.paper.to_owned()));
            paper = Some(swapped);
        }
        let mut attributes = String::new();
        for (is_so, attribute) in [
            (cell.bold(), " font-weight=\"bold\""),
            (cell.dim(), " opacity=\"0.65\""),
            (cell.italic(), " font-style=\"italic\""),
            (cell.underline(), " text-decoration=\"underline\""),
        ] {
            attributes.push_str(if is_so { attribute } else { "" });
        }
        Self {
            ink: ink.unwrap_or_else(|| sheet.ink.to_owned()),
            paper,
            attributes,
        }
    }
}

fn hex(colour: Color) -> Option<String> {
    match colour {
        Color::Default => None,
        Color::Rgb(r, g, b) => Some(format!("#{r:02x}{g:02x}{b:02x}")),
        Color::Idx(n) => Some(match COLOURS.get(usize::from(n)) {
            Some(colour) => (*colour).to_owned(),
            None => of_256(n),
        }),
    }
}

/// A colour of the cube or the ramp of greys that follow the sixteen.
fn of_256(n: u8) -> String {
    if n >= 232 {
        let grey = 8 + (n - 232) * 10;
        return format!("#{grey:02x}{grey:02x}{grey:02x}");
    }
    let level = |n: u8| if n == 0 { 0 } else { 55 + n * 40 };
    let n = n - 16;
    let (r, g, b) = (level(n / 36), level(n / 6 % 6), level(n % 6));
    format!("#{r:02x}{g:02x}{b:02x}")
}

/// Whether two neighbours are drawn as one word: ASCII letters, whose widths agree in any font, or
/// wide characters, each of which gets its place.
fn goes_on(a: &Cell, b: &Cell, sheet: Sheet) -> bool {
    let is_ascii = |cell: &Cell| cell.contents().bytes().all(|b| b.is_ascii_graphic());
    let is_level = matches!(piece(a.contents()), Some(Piece::Level { .. }));
    let one_line = is_level && a.contents() == b.contents();
    let one_kind = (a.is_wide() && b.is_wide()) || (is_ascii(a) && is_ascii(b)) || one_line;
    let is_blank = |cell: &Cell| !cell.has_contents();
    one_kind && !is_blank(a) && !is_blank(b) && Look::of(a, sheet) == Look::of(b, sheet)
}

/// The ground of cells that look alike, where it is not that of the whole.
fn paper(svg: &mut String, sheet: Sheet, row: u16, run: &[(u16, &Cell)]) {
    let (Some((first, cell)), Some((last, end))) = (run.first(), run.last()) else {
        return;
    };
    let Some(colour) = Look::of(cell, sheet).paper else {
        return;
    };
    let cells = last - first + if end.is_wide() { 2 } else { 1 };
    let _ = writeln!(
        svg,
        "<rect x=\"{:.1}\" y=\"{:.1}\" width=\"{:.1}\" height=\"{:.1}\" fill=\"{colour}\"/>",
        left(*first),
        top(row),
        f64::from(cells) * CELL.0,
        CELL.1
    );
}

fn ink(svg: &mut String, sheet: Sheet, row: u16, word: &[(u16, &Cell)]) {
    let text: String = word.iter().map(|(_, cell)| cell.contents()).collect();
    let Some((first, cell)) = word.first().filter(|_| !text.trim().is_empty()) else {
        return;
    };
    let look = Look::of(cell, sheet);
    if let Some(piece) = piece(cell.contents()) {
        return draw_piece(svg, (row, *first), word.len(), piece, &look.ink);
    }
    if let Some(dots) = braille(&text) {
        return draw_dots(svg, (row, *first), dots, &look.ink);
    }
    let look = format!("fill=\"{}\"{}", look.ink, look.attributes);
    let base = top(row) + BASE;
    if cell.is_wide() {
        let _ = write!(svg, "<text y=\"{base:.1}\" font-size=\"15.5\" {look}>");
        for (column, cell) in word {
            let (x, text) = (left(*column), escaped(cell.contents()));
            let _ = write!(svg, "<tspan x=\"{x:.1}\">{text}</tspan>");
        }
        svg.push_str("</text>\n");
        return;
    }
    let length = f64::from(u16::try_from(word.len()).unwrap_or(u16::MAX)) * CELL.0;
    let _ = writeln!(
        svg,
        "<text x=\"{:.1}\" y=\"{base:.1}\" textLength=\"{length:.1}\" \
         lengthAdjust=\"spacingAndGlyphs\" {look}>{}</text>",
        left(*first),
        escaped(&text)
    );
}

/// A piece of a frame or of a bar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Piece {
    /// From left to right, thin or heavy.
    Level {
        heavy: bool,
    },
    Upright,
    /// From the middle of a side to the middle of the foot or the head.
    Corner {
        right: bool,
        down: bool,
    },
}

fn piece(text: &str) -> Option<Piece> {
    let corner = |right, down| Piece::Corner { right, down };
    Some(match text {
        "\u{2500}" => Piece::Level { heavy: false },
        "\u{2501}" => Piece::Level { heavy: true },
        "\u{2502}" => Piece::Upright,
        "\u{256d}" => corner(true, true),
        "\u{256e}" => corner(false, true),
        "\u{256f}" => corner(false, false),
        "\u{2570}" => corner(true, false),
        _ => return None,
    })
}

/// Draws a piece through so many cells; a corner is round.
fn draw_piece(
    svg: &mut String,
    (row, column): (u16, u16),
    cells: usize,
    piece: Piece,
    colour: &str,
) {
    let cells = f64::from(u16::try_from(cells).unwrap_or(u16::MAX));
    let (x, y) = (left(column), top(row));
    let (middle, centre) = (y + CELL.1 / 2.0, x + CELL.0 / 2.0);
    let path = match piece {
        Piece::Level { .. } => format!("M{x:.1} {middle:.1}h{:.1}", cells * CELL.0),
        Piece::Upright => format!("M{centre:.1} {y:.1}v{:.1}", CELL.1),
        Piece::Corner { right, down } => {
            let end = if down { y + CELL.1 } else { y };
            let side = if right { x + CELL.0 } else { x };
            format!("M{centre:.1} {end:.1}Q{centre:.1} {middle:.1} {side:.1} {middle:.1}")
        }
    };
    let width = if piece == (Piece::Level { heavy: true }) {
        4.0
    } else {
        1.3
    };
    let _ = writeln!(
        svg,
        "<path fill=\"none\" stroke=\"{colour}\" stroke-width=\"{width}\" d=\"{path}\"/>"
    );
}

/// The dots of a braille pattern, as bits.
fn braille(text: &str) -> Option<u32> {
    let mut chars = text.chars();
    let dots = u32::from(chars.next()?).checked_sub(0x2800)?;
    (chars.next().is_none() && dots < 256).then_some(dots)
}

fn draw_dots(svg: &mut String, (row, column): (u16, u16), dots: u32, colour: &str) {
    // Dots 1 to 3 and 7 stand on the left, 4 to 6 and 8 on the right.
    const PLACES: [(f64, f64); 8] = [
        (0.0, 0.0),
        (0.0, 1.0),
        (0.0, 2.0),
        (1.0, 0.0),
        (1.0, 1.0),
        (1.0, 2.0),
        (0.0, 3.0),
        (1.0, 3.0),
    ];
    let _ = write!(
        svg,
        "<path fill=\"none\" stroke=\"{colour}\" stroke-width=\"2.6\" d=\""
    );
    for (bit, (x, y)) in PLACES.iter().enumerate() {
        if dots >> bit & 1 == 1 {
            let x = left(column) + CELL.0 * (0.25 + x * 0.5) - 1.3;
            let y = top(row) + CELL.1 * (0.2 + y * 0.2);
            let _ = write!(svg, "M{x:.1} {y:.1}h2.6");
        }
    }
    svg.push_str("\"/>\n");
}

fn left(column: u16) -> f64 {
    MARGIN + f64::from(column) * CELL.0
}

fn top(row: u16) -> f64 {
    MARGIN + f64::from(row) * CELL.1
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}
