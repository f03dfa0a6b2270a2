//! Where a document goes, and in which form: `--format`, `--json` and `-o`.

use super::{Failure, Session};
use crate::format::{Form, RollUpForm};
use crate::text::cli::target as words;
use std::io::IsTerminal;
use std::path::{Path, PathBuf};

/// A form of a document, with the ending of its files.
pub(super) trait FileForm: Copy + PartialEq {
    /// The form where nothing says another.
    const YAML: Self;
    /// The form of `--json`.
    const JSON: Self;

    /// The form that a file ending asks for.
    fn of_ending(ending: &str) -> Option<Self>;
    /// The ending of a file in this form, without the dot.
    fn ending(self) -> &'static str;
    /// The endings of all forms.
    fn endings() -> Vec<&'static str>;
    /// Whether a terminal can show it.
    fn is_text(self) -> bool;
}

impl FileForm for Form {
    const YAML: Self = Self::Yaml;
    const JSON: Self = Self::Json;

    fn of_ending(ending: &str) -> Option<Self> {
        Self::of_ending(ending)
    }

    fn ending(self) -> &'static str {
        self.ending()
    }

    fn endings() -> Vec<&'static str> {
        Self::endings()
    }

    fn is_text(self) -> bool {
        self.is_text()
    }
}

impl FileForm for RollUpForm {
    const YAML: Self = Self::Yaml;
    const JSON: Self = Self::Json;

    fn of_ending(ending: &str) -> Option<Self> {
        Self::of_ending(ending)
    }

    fn ending(self) -> &'static str {
        self.ending()
    }

    fn endings() -> Vec<&'static str> {
        Self::ALL.map(Self::ending).to_vec()
    }

    fn is_text(self) -> bool {
        self.is_text()
    }
}

/// Where a document goes, and in which form.
#[derive(Debug, PartialEq)]
pub(super) struct Target<F> {
    /// The form.
    pub(super) form: F,
    place: Place,
}

#[derive(Debug, Clone, PartialEq)]
enum Place {
    /// To standard output.
    Output,
    /// Into a file of that name.
    File(PathBuf),
    /// Into a folder, under its default name.
    Folder(PathBuf),
}

impl<F: FileForm> Target<F> {
    /// The file to write, if it is one; in a folder it is called by the document's own name.
    pub(super) fn path(&self, own_name: &str) -> Option<PathBuf> {
        match &self.place {
            Place::Output => None,
            Place::File(path) => Some(path.clone()),
            Place::Folder(folder) => {
                let ending = self.form.ending();
                Some(folder.join(format!("{own_name}.{ending}")))
            }
        }
    }
}

/// Everything that is asked for: the forms that are named, or those of the files' endings; `or`
/// where nothing is said of it. Refused where a form that is named would be written nowhere, and
/// where several would be written into one another.
pub(super) fn targets<F: FileForm>(
    session: &Session,
    named: impl Iterator<Item = F>,
    output: &[PathBuf],
    or: Option<F>,
) -> Result<Vec<Target<F>>, Failure> {
    let mut forms: Vec<F> = named.collect();
    if forms.is_empty() && session.is_json() {
        forms.push(F::JSON);
    }
    let mut targets = Vec::new();
    if output.is_empty() {
        let or = or.filter(|_| forms.is_empty());
        targets.extend(forms.iter().copied().chain(or).map(to_output));
    }
    for path in output {
        targets.extend(to_path(session, path, &forms)?);
    }
    let lang = session.lang();
    let is_written = |form: &&F| targets.iter().any(|target| target.form == **form);
    if let Some(form) = forms.iter().find(|form| !is_written(form)) {
        return Err(Failure::input(words::nowhere(form.ending(), lang)));
    }
    let to_output = targets.iter().filter(|to| to.place == Place::Output);
    let to_output: Vec<&str> = to_output.map(|to| to.form.ending()).collect();
    if to_output.len() > 1 {
        return Err(Failure::input(words::into_one_another(&to_output, lang)));
    }
    Ok(targets)
}

/// What a terminal cannot show goes into a file of the folder at hand.
fn to_output<F: FileForm>(form: F) -> Target<F> {
    let is_shown = form.is_text() || !std::io::stdout().is_terminal();
    let place = if is_shown {
        Place::Output
    } else {
        Place::Folder(PathBuf::new())
    };
    Target { form, place }
}

fn to_path<F: FileForm>(
    session: &Session,
    path: &Path,
    forms: &[F],
) -> Result<Vec<Target<F>>, Failure> {
    let yaml = [F::YAML];
    let or_yaml = if forms.is_empty() { &yaml } else { forms };
    let in_forms = |forms: &[F], place: Place| {
        let targets = forms.iter().map(|form| Target {
            form: *form,
            place: place.clone(),
        });
        Ok(targets.collect())
    };
    if path == Path::new("-") {
        return in_forms(or_yaml, Place::Output);
    }
    if path.is_dir() {
        return in_forms(or_yaml, Place::Folder(path.to_owned()));
    }
    let file = Place::File(path.to_owned());
    let ending = path.extension().map(|ending| ending.to_string_lossy());
    match (forms, ending) {
        ([_], _) | ([], None) => in_forms(or_yaml, file),
        (_, Some(ending)) => {
            let form = F::of_ending(&ending).ok_or_else(|| {
                let words = words::unknown_format(&ending, &F::endings(), session.lang());
                Failure::input(words)
            })?;
            in_forms(&[form], file)
        }
        (_, None) => Err(Failure::input(words::no_such_folder(path, session.lang()))),
    }
}
