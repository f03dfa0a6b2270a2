//! The words of `duban notices`.

use crate::review::Colour;
use crate::text::Lang;
use clap::{Args, ValueEnum, builder::PossibleValue};
use std::path::PathBuf;

/// The words of `duban notices`.
#[derive(Debug, Args)]
pub struct Notices {
    #[arg(long, value_name = "NAME")]
    pub(crate) owner: Option<String>,
    #[arg(long, value_enum, value_name = "COLOUR", value_delimiter = ',')]
    pub(crate) colour: Vec<OfColour>,
    #[arg(long, value_name = "ID")]
    pub(crate) checklist: Option<String>,
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    pub(crate) as_of: Option<String>,
    #[arg(long, short, value_name = "FOLDER")]
    pub(crate) output: Option<PathBuf>,
    #[arg(long, requires = "output")]
    pub(crate) force: bool,
}

/// A colour of notices, as typed.
#[derive(Debug, Clone, Copy)]
pub(crate) struct OfColour(pub(crate) Colour);

impl ValueEnum for OfColour {
    fn value_variants<'a>() -> &'a [Self] {
        const COLOURS: [OfColour; 3] = [
            OfColour(Colour::Red),
            OfColour(Colour::Yellow),
            OfColour(Colour::Blue),
        ];
        &COLOURS
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        let name = |lang| crate::text::cli::status::colour(self.0, lang);
        Some(PossibleValue::new(name(Lang::En)).alias(name(Lang::Zh)))
    }
}
