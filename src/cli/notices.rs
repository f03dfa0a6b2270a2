//! `duban notices`: what to tell whom, in three colours, as messages that are ready to be sent.

use super::args::Notices;
use super::output::Output;
use super::row::ItemHead;
use super::status::checklist;
use super::{Failure, Session};
use crate::assess::{Premises, assess};
use crate::calendar::Week;
use crate::review::{Colour, NoticeLine, NoticeReason, OwnerNotice, notices};
use crate::text::cli::{
    notices as said, report as of_reports, status as words, target as of_files,
};
use crate::text::report::notice_reason;
use crate::text::{Lang, notice, visible};
use crate::workspace::setup::write_whole;
use chrono::NaiveDate;
use serde::Serialize;
use std::collections::HashSet;
use std::path::{Path, PathBuf};

/// What one owner is told, for `--json`.
#[derive(Serialize)]
struct Row {
    owner: Option<String>,
    colour: Colour,
    notices: Vec<Told>,
    message: String,
}

#[derive(Serialize)]
struct Told {
    #[serde(flatten)]
    head: ItemHead,
    colour: Colour,
    #[serde(skip_serializing_if = "Option::is_none")]
    finding: Option<String>,
    due: Option<NaiveDate>,
    #[serde(flatten)]
    reason: Reason,
}

#[derive(Serialize)]
#[serde(tag = "reason", rename_all = "kebab-case")]
enum Reason {
    LimitNear {
        school_days: u32,
    },
    BehindPace {
        needed: Option<u64>,
        rate: Option<u64>,
    },
    PartlyDone,
    Overdue {
        school_days: u32,
    },
}

/// Whose notices they are, and as of which day.
struct Sender<'a> {
    premises: Premises<'a>,
    day: NaiveDate,
    lang: Lang,
}

pub(super) fn run(session: &Session, args: &Notices) -> Result<(), Failure> {
    let workspace = session.open()?;
    let as_of = session.as_of(args.as_of.as_deref())?;
    let day = as_of.unwrap_or_else(|| workspace.today());
    let view = session.view(&workspace, as_of, Week::of(day).previous())?;
    let sender = Sender {
        premises: view.premises(),
        day,
        lang: session.lang(),
    };
    let wanted = sender.wanted(args)?;
    if let Some(folder) = &args.output {
        return write(session, &sender, &wanted, folder, args.force);
    }
    if session.is_json() {
        let rows = wanted.iter().map(|notice| sender.row(notice));
        return session.print_json(&rows.collect::<Vec<_>>());
    }
    let mut out = Output::new();
    for (n, notice) in wanted.iter().enumerate() {
        if n > 0 {
            out.line("");
        }
        out.text(&sender.message(notice));
    }
    session.finish(out)
}

impl Sender<'_> {
    /// The notices that are asked for.
    fn wanted(&self, args: &Notices) -> Result<Vec<OwnerNotice>, Failure> {
        let checklist = checklist(args.checklist.as_deref(), &self.premises, self.lang)?;
        let mut notices = notices(&self.premises, &assess(&self.premises, self.day));
        if let Some(name) = &args.owner {
            let known: Vec<String> = notices.iter().filter_map(|n| self.owner(n)).collect();
            notices.retain(|notice| self.owner(notice).is_some_and(|owner| owner == *name));
            if notices.is_empty() {
                let (message, hint) = said::no_such_owner(name, &known, self.lang);
                return Err(Failure::input((message, hint)));
            }
        }
        let colours = &args.colour;
        for notice in &mut notices {
            notice.lines.retain(|line| {
                let of_colour = colours.is_empty() || colours.iter().any(|c| c.0 == line.colour);
                of_colour && checklist.is_none_or(|at| line.index.checklist == at)
            });
        }
        notices.retain(|notice| !notice.lines.is_empty());
        for notice in &mut notices {
            let worst = notice.lines.iter().map(|line| line.colour).max();
            notice.colour = worst.unwrap_or(notice.colour);
        }
        Ok(notices)
    }

    fn owner(&self, notice: &OwnerNotice) -> Option<String> {
        notice.owner.as_ref().map(|owner| owner.of(self.lang))
    }

    /// The message, with everything in it made harmless.
    fn message(&self, notice: &OwnerNotice) -> String {
        let lang = self.lang;
        let mut lines = vec![notice::title(self.owner(notice).as_deref(), lang)];
        for (n, line) in notice.lines.iter().enumerate() {
            lines.extend(self.told(n + 1, line));
        }
        let school = &self.premises.school.name;
        lines.push(notice::signature(school, self.day, lang));
        let lines = lines.iter().map(|line| visible(line).into_owned() + "\n");
        lines.collect()
    }

    fn told(&self, number: usize, line: &NoticeLine) -> [String; 2] {
        let lang = self.lang;
        let name = self.premises.item_ref(line.index).to_string();
        let reason = notice_reason(&line.reason, lang);
        let limit = notice::limit(line.due, &reason, lang);
        let finding = line.finding.as_ref();
        let finding = finding.and_then(|id| self.premises.history.finding(id));
        let (name, text, to_do) = match finding {
            None => {
                let text = self.premises.item(line.index).text.of(lang);
                (name, text, notice::to_do(&line.reason, lang))
            }
            Some(finding) => (
                format!("{} {name}", finding.id),
                finding.text.as_str(),
                notice::to_put_right(finding.state(), lang),
            ),
        };
        let gap = if lang == Lang::Zh { "" } else { " " };
        [
            notice::item(number, line.colour, &name, text, lang),
            format!("   {limit}{gap}{to_do}"),
        ]
    }

    fn row(&self, notice: &OwnerNotice) -> Row {
        let told = |line: &NoticeLine| Told {
            head: ItemHead::of(&self.premises, line.index, self.lang),
            colour: line.colour,
            finding: line.finding.as_ref().map(ToString::to_string),
            due: line.due,
            reason: match line.reason {
                NoticeReason::LimitNear { school_days } => Reason::LimitNear { school_days },
                NoticeReason::BehindPace { needed, rate } => Reason::BehindPace { needed, rate },
                NoticeReason::PartlyDone => Reason::PartlyDone,
                NoticeReason::Overdue { school_days } => Reason::Overdue { school_days },
            },
        };
        Row {
            owner: self.owner(notice),
            colour: notice.colour,
            notices: notice.lines.iter().map(told).collect(),
            message: self.message(notice),
        }
    }

    /// A file for each notice, no two of one name.
    fn files(&self, notices: &[OwnerNotice], folder: &Path) -> Vec<PathBuf> {
        let mut taken = HashSet::new();
        let nobody = notice::nobody_in_file_name(self.lang);
        let mut file = |notice: &OwnerNotice| {
            let owner = self.owner(notice).unwrap_or_else(|| nobody.to_owned());
            let school = &self.premises.school.id;
            let name = format!("{school}-{}-{}", self.day, in_file_name(&owner));
            let more = (2..).map(|n| format!("{name}-{n}"));
            let mut names = std::iter::once(name.clone()).chain(more);
            let free = names.find(|name| taken.insert(name.to_lowercase()));
            folder.join(format!("{}.txt", free.unwrap_or(name)))
        };
        notices.iter().map(&mut file).collect()
    }
}

/// A name as a part of a file's: letters and digits of any writing, at most forty of them, since a
/// name of 255 bytes is the longest that most disks take.
fn in_file_name(name: &str) -> String {
    const LONGEST: usize = 40;
    let letters = name
        .chars()
        .map(|c| if c.is_alphanumeric() { c } else { '-' });
    let safe: String = letters.take(LONGEST).collect();
    safe.trim_matches('-').to_owned()
}

/// Writes a file for each notice, or none where one is in the way.
fn write(
    session: &Session,
    sender: &Sender<'_>,
    notices: &[OwnerNotice],
    folder: &Path,
    force: bool,
) -> Result<(), Failure> {
    let lang = sender.lang;
    if !folder.is_dir() {
        return Err(Failure::input(of_files::no_such_folder(folder, lang)));
    }
    let files = sender.files(notices, folder);
    if let Some(path) = files.iter().find(|path| !force && path.exists()) {
        return Err(Failure::input(of_reports::exists(path, lang)));
    }
    let mut out = Output::new();
    for (notice, path) in notices.iter().zip(&files) {
        let message = sender.message(notice);
        write_whole(path, message.as_bytes(), force).map_err(|error| session.failure(&error))?;
        let owner = sender.owner(notice);
        let owner = owner.unwrap_or_else(|| words::NOBODY.of(lang).to_owned());
        out.line(&said::written(path, &owner, notice.lines.len(), lang));
    }
    session.finish(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_in_a_file_name_is_letters_and_digits() {
        for (name, safe) in [
            ("许文婷", "许文婷"),
            ("../../etc/passwd", "etc-passwd"),
            ("a\\b:c*?\u{0}\n", "a-b-c"),
            ("CON", "CON"),
            ("...", ""),
        ] {
            assert_eq!(in_file_name(name), safe);
        }
        assert_eq!(in_file_name(&"甲".repeat(500)).chars().count(), 40);
    }
}
