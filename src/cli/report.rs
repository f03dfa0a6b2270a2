//! `duban report`.

use super::args::{Entries, Format, Receiver, Report};
use super::failure::Kind;
use super::output::Output;
use super::target::Target;
use super::{Failure, Session, sent, signed, target};
use crate::calendar::Week;
use crate::fact::{Sending, SentFile};
use crate::format::{
    DatesAs, Form, FormError, FormOptions, TooLong, brief_template, digest, write_report_with,
};
use crate::report::{StatusReport, json_schema};
use crate::text::cli::{report as words, sent as sent_words};
use crate::text::{Lang, brief as of_brief, signature as of_signatures};
use crate::workspace::setup::write_together;
use crate::workspace::{Contents, ReportAsked, Workspace, layout_for};
use chrono::NaiveDate;
use std::path::{Path, PathBuf};

pub(super) fn run(session: &Session, args: &Report) -> Result<(), Failure> {
    if args.schema {
        return session.print_json(&json_schema());
    }
    if args.brief_template {
        return session.print_bytes(brief_template(session.lang()).as_bytes());
    }
    let as_of = session.as_of(args.as_of.as_deref())?;
    let day = as_of.unwrap_or_else(|| session.day_of_judgement());
    let week = session.week_as_of(args.week.as_deref(), day)?;
    let forms = args.format.iter().map(|format| format.form());
    let targets = target::targets(session, forms, &args.output, Some(Form::Yaml))?;
    let asked = asked(session, args, &targets, week, as_of);
    let mut workspace = session.open_since(asked.from())?;
    let report = report(session, &workspace, asked, args, &targets)?;
    let options = options(session, &workspace, args, &targets)?;
    let mut all = write(session, &report, &targets, &options, args.force)?;
    let to = receiver(&report, &args.receiver);
    if all.iter().any(|one| one.path.is_none()) {
        if to.is_some() {
            return Err(Failure::input(sent_words::no_file(session.lang())));
        }
        if args.sign.is_some() {
            return Err(Failure::input(of_signatures::no_file(session.lang())));
        }
    }
    if all.iter().all(|one| one.path.is_none()) {
        put(session, &report, &all, args.force)?;
        workspace.end();
        std::mem::forget(report);
        return Ok(());
    }
    let sending = sending(&report, &all, to.clone().unwrap_or_default());
    let by = args.receiver.by.by.as_deref();
    if to.is_some() {
        sent::check(session, &workspace, &sending, by)?;
    }
    sent::warn(session, &workspace, &sending)?;
    let outdated = match &args.sign {
        None => {
            let paths = all.iter().filter_map(|one| one.path.as_deref());
            signed::outdated(session, paths, args.force)?
        }
        Some(key) => {
            let key = Some(Path::new(key)).filter(|_| !key.is_empty());
            signed::sign(session, &workspace, key, &mut all, args.force)?;
            Vec::new()
        }
    };
    put(session, &report, &all, args.force)?;
    signed::remove(session, &outdated)?;
    match to {
        None => Ok(()),
        Some(_) => sent::enter(session, &mut workspace, sending, by),
    }
}

fn asked(
    session: &Session,
    args: &Report,
    targets: &[Target<Form>],
    week: Week,
    as_of: Option<NaiveDate>,
) -> ReportAsked {
    ReportAsked {
        week,
        as_of,
        lang: session.lang(),
        with_background: args.background || targets.iter().any(|to| to.form.has_charts()),
    }
}

fn report(
    session: &Session,
    workspace: &Workspace,
    asked: ReportAsked,
    args: &Report,
    targets: &[Target<Form>],
) -> Result<StatusReport, Failure> {
    let layout = args.receiver.layout.as_ref();
    let layout = layout.map(|id| layout_for(workspace.home(), id, &workspace.view().adopted));
    let layout = layout
        .transpose()
        .map_err(|error| session.failure(&error))?;
    let contents = Contents {
        with_dates: targets.iter().any(|to| to.form.has_dates()),
        layout: layout.as_ref(),
    };
    let report = workspace.report_in(asked, contents);
    report.map_err(|error| session.failure(&error))
}

/// What the forms need beside the report.
fn options(
    session: &Session,
    workspace: &Workspace,
    args: &Report,
    targets: &[Target<Form>],
) -> Result<FormOptions, Failure> {
    let brief = targets.iter().any(|to| to.form == Form::Brief);
    let brief = brief.then(|| workspace.brief(session.lang())).transpose();
    Ok(FormOptions {
        brief: brief.map_err(|error| session.failure(&error))?.flatten(),
        dates: match args.entries {
            Entries::Events => DatesAs::Events,
            Entries::Tasks => DatesAs::Tasks,
        },
    })
}

/// To whom the report is sent, where it is.
fn receiver(report: &StatusReport, said: &Receiver) -> Option<String> {
    let of_layout = report.layout.as_ref().filter(|_| said.sent);
    let of_layout = of_layout.map(|layout| layout.receiver.clone());
    said.sent_to.clone().or(of_layout)
}

/// What the file of a report is called in a folder, without its ending.
fn own_name(report: &StatusReport) -> String {
    let StatusReport { school, week, .. } = report;
    let layout = report.layout.as_ref();
    let layout = layout.map_or_else(String::new, |layout| format!("-{}", layout.id));
    format!("{}-{week}{layout}", school.id)
}

/// A report in a form, and where it goes.
pub(super) struct Written {
    form: Form,
    pub(super) bytes: Vec<u8>,
    pub(super) path: Option<PathBuf>,
    /// Its signature, where it is signed.
    pub(super) signature: Option<signed::Signature>,
}

/// The report in every form that is asked for. Refused where a file is in the way.
fn write(
    session: &Session,
    report: &StatusReport,
    targets: &[Target<Form>],
    options: &FormOptions,
    force: bool,
) -> Result<Vec<Written>, Failure> {
    let lang = session.lang();
    let mut all = Vec::new();
    for target in targets {
        let path = target.path(&own_name(report));
        if let Some(path) = path.as_ref().filter(|path| !force && path.exists()) {
            return Err(Failure::input(words::exists(path, lang)));
        }
        let form = target.form;
        let bytes = write_report_with(report, form, options);
        let bytes = bytes.map_err(|error| cannot_write(error, lang))?;
        all.push(Written {
            form,
            bytes,
            path,
            signature: None,
        });
    }
    Ok(all)
}

fn cannot_write(error: FormError, lang: Lang) -> Failure {
    match error {
        FormError::Brief(TooLong { over, limit }) => {
            Failure::input(of_brief::over(over, limit, lang))
        }
        error => {
            let words = words::cannot_write(&error.to_string(), lang);
            Failure::new(Kind::Fault, words, None)
        }
    }
}

/// Puts the report where it goes.
fn put(
    session: &Session,
    report: &StatusReport,
    all: &[Written],
    force: bool,
) -> Result<(), Failure> {
    let (lang, mut out) = (session.lang(), Output::new());
    let mut files: Vec<(&Path, &[u8])> = Vec::new();
    for Written {
        bytes,
        path,
        signature,
        ..
    } in all
    {
        let Some(path) = path else {
            session.print_bytes(bytes)?;
            continue;
        };
        let (week, totals) = (report.week, &report.totals);
        out.line(&words::written(path, week, totals, lang));
        // The signature first: no report is ever there without the one that it is to have.
        if let Some(signature) = signature {
            files.push((&signature.path, &signature.file));
            out.line(&of_signatures::signed(
                &signature.path,
                &signature.key,
                lang,
            ));
        }
        files.push((path, bytes));
    }
    write_together(&files, force).map_err(|error| session.failure(&error))?;
    let is_data = all.iter().any(|one| one.path.is_none());
    if is_data {
        out.print_beside();
        return Ok(());
    }
    session.finish(out)
}

/// What the ledger keeps of a report.
fn sending(report: &StatusReport, all: &[Written], to: String) -> Sending {
    let files = all.iter().map(|one| SentFile {
        form: one.form.ending().to_owned(),
        digest: digest(&one.bytes),
    });
    Sending {
        week: report.week,
        as_of: report.as_of,
        layout: report.layout.as_ref().map(|layout| layout.id.clone()),
        to,
        files: files.collect(),
        facts: report.record.facts,
        figures: report.figures(),
    }
}

impl Format {
    fn form(self) -> Form {
        match self {
            Self::Yaml => Form::Yaml,
            Self::Json => Form::Json,
            Self::Html => Form::Html,
            Self::Markdown => Form::Markdown,
            Self::Brief => Form::Brief,
            Self::Ics => Form::Ics,
            Self::Xlsx => Form::Xlsx,
            Self::Csv => Form::Csv,
        }
    }
}
