//! Dialogs, questions and explanations: what lies over the screen, asked and read out in turn.

use super::super::form::Form;
use super::super::message::Message;
use super::super::model::{Model, Overlay};
use super::answer;
use super::console::End;
use super::{Page, Talk};
use crate::keymap::Key;
use crate::text::screen::plain as words;
use crate::text::{Lang, screen, to_ascii};
use std::io::{BufRead, Write};

impl<R: BufRead, W: Write> Talk<R, W> {
    /// Asks and reads out what lies over the view until nothing does, and says what came of it.
    pub(super) fn settle(&mut self) -> Result<(), End> {
        loop {
            match self.model()?.overlay.clone() {
                None => break,
                Some(Overlay::Form { .. }) => self.fill_in()?,
                Some(Overlay::Confirm { question, .. }) => {
                    let key = if self.agrees(&question, words::YES_OR_NO.of(self.lang()))? {
                        Key::Enter
                    } else {
                        Key::Esc
                    };
                    self.take(Message::Pressed(key))?;
                }
                Some(Overlay::Text { title, lines, .. }) => {
                    self.console.say(&title)?;
                    for line in lines.iter().filter(|line| !line.text.is_empty()) {
                        let parts: Vec<&str> = line.text.split("  ").map(str::trim).collect();
                        let said = words::parts(&parts, self.lang());
                        self.console.say(&said)?;
                    }
                    self.take(Message::Pressed(Key::Esc))?;
                }
                // What is for the full screen only is closed again.
                Some(_) => self.take(Message::Pressed(Key::Esc))?,
            }
        }
        let notice = match &mut self.desk.page {
            Page::Main(model) => model.notice.take(),
            Page::Setup(_) => None,
        };
        notice.map_or(Ok(()), |notice| self.console.say(&notice.text))
    }

    fn lang(&self) -> Lang {
        self.desk.page.lang()
    }

    /// Whether a question is answered with yes; it is asked until it is answered.
    fn agrees(&mut self, question: &str, prompt: &str) -> Result<bool, End> {
        self.console.say(question)?;
        loop {
            let said = to_ascii(&self.hear(prompt)?).to_lowercase();
            let is = |answers: [&str; 4]| answers.contains(&said.as_str());
            if is(["1", "y", words::YES.zh, words::YES.en]) {
                return Ok(true);
            }
            if is(["0", "n", words::NO.zh, words::NO.en]) || is_cancel(&said) {
                return Ok(false);
            }
            self.say(words::NEITHER)?;
        }
    }

    /// Asks within a dialog: an end of the input there is said to have recorded nothing.
    fn hear(&mut self, prompt: &str) -> Result<String, End> {
        let lang = self.lang();
        match self.console.ask(prompt, lang) {
            Err(End::Input) => {
                self.say(words::ENDED)?;
                Err(End::Input)
            }
            heard => Ok(heard?.trim().to_owned()),
        }
    }

    /// A dialog: its fields one after another, what it will record, and whether to. What is wrong is
    /// said and asked again, and the rest stays as it is.
    fn fill_in(&mut self) -> Result<(), End> {
        let lang = self.lang();
        let Some(begun) = form(self.model()?).cloned() else {
            return Ok(());
        };
        let subject = begun.topic.subject(&self.model()?.board, lang);
        let title = [subject.as_str(), begun.topic.title().of(lang)];
        self.console.say(&words::parts(&title, lang))?;
        if let Ok(Some((what, hint))) = begun.obstacle(&self.model()?.board, lang) {
            let said = screen::failed(&what, hint.as_deref(), lang);
            self.console.say(&said)?;
        }
        self.say(words::HOW_TO_CANCEL)?;
        loop {
            if !self.ask_fields()? {
                return self.cancel();
            }
            match preview(self.model()?) {
                None => return Ok(()),
                Some(Err(wrong)) => self.console.say(&wrong)?,
                Some(Ok(what)) => {
                    let what = words::will_record(&what, lang);
                    if !self.agrees(&what, words::RECORD_IT.of(lang))? {
                        return self.cancel();
                    }
                    self.take(Message::Pressed(Key::Enter))?;
                    match &self.model()?.overlay {
                        Some(Overlay::Form { wrong, .. }) => {
                            let wrong = wrong.clone().unwrap_or_default();
                            self.console.say(&wrong)?;
                        }
                        _ => return Ok(()),
                    }
                }
            }
        }
    }

    fn cancel(&mut self) -> Result<(), End> {
        self.take(Message::Pressed(Key::Esc))?;
        self.say(words::CANCELLED)
    }

    /// Asks for every field in turn; whether all were answered.
    fn ask_fields(&mut self) -> Result<bool, End> {
        let count = form(self.model()?).map_or(0, |form| form.fields.len());
        for at in 0..count {
            loop {
                match self.ask_field(at)? {
                    Heard::Answer => break,
                    Heard::Wrong(what) => self.console.say(&what)?,
                    Heard::Cancel => return Ok(false),
                }
            }
        }
        Ok(true)
    }

    fn ask_field(&mut self, at: usize) -> Result<Heard, End> {
        self.focus(at)?;
        let lang = self.lang();
        let model = self.model()?;
        let Some(field) = form(model).and_then(|form| form.fields.get(at)) else {
            return Ok(Heard::Answer);
        };
        let (label, choices) = (field.label.of(lang), field.choices().to_vec());
        if choices.len() > 1 {
            let chosen = field.chosen();
            return self.ask_choice(label, &choices, chosen);
        }
        if choices.len() == 1 {
            return Ok(Heard::Answer);
        }
        let (stands, empty) = (field.text(), field.empty);
        let before = preview(model);
        let prompt = words::ask(label, &stands, empty, lang);
        let said = self.hear(&prompt)?;
        let plain = to_ascii(&said).to_lowercase();
        match said.as_str() {
            "" => return Ok(Heard::Answer),
            _ if is_cancel(&plain) => return Ok(Heard::Cancel),
            _ if plain == "-" && empty.is_some() => self.take(Message::Edited(String::new()))?,
            _ => self.take(Message::Edited(said.clone()))?,
        }
        let wrong = made_wrong(before, preview(self.model()?), &said);
        Ok(wrong.map_or(Heard::Answer, Heard::Wrong))
    }

    /// One of a few things, by its number or in words.
    fn ask_choice(&mut self, label: &str, choices: &[String], chosen: usize) -> Result<Heard, End> {
        let lang = self.lang();
        for (at, choice) in choices.iter().enumerate() {
            self.console.say(&words::numbered(at + 1, choice))?;
        }
        let said = self.hear(&words::ask_choice(label, chosen + 1, lang))?;
        let wanted = match said.as_str() {
            "" => Some(chosen),
            said if is_cancel(&said.to_lowercase()) => return Ok(Heard::Cancel),
            said => answer::choice(said, choices),
        };
        let Some(wanted) = wanted else {
            return Ok(Heard::Wrong(words::NO_CHOICE.of(lang).to_owned()));
        };
        for _ in 0..(wanted + choices.len() - chosen) % choices.len() {
            self.take(Message::Pressed(Key::Right))?;
        }
        Ok(Heard::Answer)
    }

    /// Goes to a field of the dialog.
    fn focus(&mut self, at: usize) -> Result<(), End> {
        let count = form(self.model()?).map_or(0, |form| form.fields.len());
        for _ in 0..count {
            if form(self.model()?).is_none_or(|form| form.focus == at) {
                break;
            }
            self.take(Message::Pressed(Key::Tab))?;
        }
        Ok(())
    }
}

/// What was heard where a field was asked for.
enum Heard {
    Answer,
    /// An answer that cannot be: what is wrong with it.
    Wrong(String),
    /// The dialog is to be left.
    Cancel,
}

/// What the dialog will record as it is filled in, or what is wrong with that.
fn preview(model: &Model) -> Option<Result<String, String>> {
    let form = form(model)?;
    let preview = form.preview(&model.board, model.lang);
    Some(preview.map_err(|(what, hint)| screen::failed(&what, hint.as_deref(), model.lang)))
}

/// What an answer has made wrong. Where something was wrong before too, only what names the answer
/// can be told from what the fields after it are still to say.
fn made_wrong(
    before: Option<Result<String, String>>,
    after: Option<Result<String, String>>,
    said: &str,
) -> Option<String> {
    let wrong = after?.err()?;
    match before? {
        Ok(_) => Some(wrong),
        Err(before) => (before != wrong && wrong.contains(said)).then_some(wrong),
    }
}

fn form(model: &Model) -> Option<&Form> {
    match &model.overlay {
        Some(Overlay::Form { form, .. }) => Some(form),
        _ => None,
    }
}

fn is_cancel(said: &str) -> bool {
    [words::CANCEL.zh, words::CANCEL.en].contains(&said)
}
