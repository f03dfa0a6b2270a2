//! The first run: three questions, and the school is set up.

use super::super::message::Message;
use super::super::setup::Setup;
use super::answer::{choice, number, places};
use super::console::End;
use super::{Page, Talk};
use crate::keymap::Key;
use crate::school::SchoolKind;
use crate::text::screen::{self, plain as words};
use crate::text::{visible, words as names};
use std::io::{BufRead, Write};

impl<R: BufRead, W: Write> Talk<R, W> {
    /// Asks the three questions until the school is set up; nothing where it is already.
    pub(super) fn set_up(&mut self) -> Result<(), End> {
        if self.setup().is_none() {
            return Ok(());
        }
        self.say(screen::WELCOME)?;
        self.say(screen::WELCOME_TEXT)?;
        self.say(words::OTHER_LANGUAGE)?;
        while self.setup().is_some() {
            self.ask_name()?;
            self.ask_kind()?;
            self.ask_checklists()?;
            if self.begins()? {
                self.take(Message::Pressed(Key::Enter))?;
                let wrong = self.setup().and_then(|setup| setup.wrong.clone());
                wrong.map_or(Ok(()), |wrong| self.console.say(&wrong))?;
            }
            self.begin_again()?;
        }
        Ok(())
    }

    fn setup(&self) -> Option<&Setup> {
        match &self.desk.page {
            Page::Setup(setup) => Some(setup),
            Page::Main(_) => None,
        }
    }

    fn key(&mut self, key: Key) -> Result<(), End> {
        self.take(Message::Pressed(key))
    }

    /// Asks in the language of the moment, which the first answer may change.
    fn hear_first(&mut self, question: &str) -> Result<String, End> {
        let lang = self.desk.page.lang();
        let said = self.console.ask(question, lang)?;
        Ok(said.trim().to_owned())
    }

    fn ask_name(&mut self) -> Result<(), End> {
        loop {
            let lang = self.desk.page.lang();
            let stands = self.setup().map_or_else(String::new, |s| s.name.text());
            let question = words::ask(screen::ASK_NAME.of(lang), &stands, None, lang);
            let said = self.hear_first(&question)?;
            let other = words::LANGUAGE.of(lang.other());
            if said.eq_ignore_ascii_case(words::LANGUAGE.of(lang)) {
                continue;
            }
            if said.eq_ignore_ascii_case(other) {
                self.key(Key::Ctrl('l'))?;
                self.say(screen::WELCOME_TEXT)?;
                continue;
            }
            if said.is_empty() && stands.is_empty() {
                self.say(screen::NEEDS_NAME)?;
                continue;
            }
            if !said.is_empty() {
                self.key(Key::Ctrl('u'))?;
                self.take(Message::Pasted(said))?;
            }
            return self.key(Key::Tab);
        }
    }

    fn ask_kind(&mut self) -> Result<(), End> {
        let lang = self.desk.page.lang();
        let kinds = SchoolKind::ALL.map(|kind| names::school_kind(kind, lang).to_owned());
        for (at, kind) in kinds.iter().enumerate() {
            self.console.say(&words::numbered(at + 1, kind))?;
        }
        let wanted = loop {
            let now = self.setup().map(|setup| setup.kind);
            let now = SchoolKind::ALL.iter().position(|kind| Some(*kind) == now);
            let now = now.unwrap_or(0);
            let question = words::ask_choice(screen::ASK_KIND.of(lang), now + 1, lang);
            let said = self.hear_first(&question)?;
            let at = match said.as_str() {
                "" => Some(now),
                said => choice(said, &kinds),
            };
            match at.and_then(|at| SchoolKind::ALL.get(at)) {
                Some(kind) => break *kind,
                None => self.say(words::NO_CHOICE)?,
            }
        };
        for _ in SchoolKind::ALL {
            if self.setup().is_none_or(|setup| setup.kind == wanted) {
                break;
            }
            self.key(Key::Right)?;
        }
        self.key(Key::Tab)
    }

    /// The checklists that are for this kind of school, by their places among all.
    fn fitting(&self) -> Vec<(usize, String)> {
        let Some(setup) = self.setup() else {
            return Vec::new();
        };
        let offers = setup.offers.iter().enumerate();
        let fitting = offers.filter(|(_, choice)| setup.fits(choice));
        let said = fitting.map(|(at, choice)| {
            let title = choice.checklist.title.of(setup.lang);
            let items = choice.checklist.items_of(setup.kind).count();
            (at, screen::offer(&visible(title), items, setup.lang))
        });
        said.collect()
    }

    fn ask_checklists(&mut self) -> Result<(), End> {
        let lang = self.desk.page.lang();
        self.say(screen::ASK_CHECKLISTS)?;
        let fitting = self.fitting();
        for (n, (_, title)) in fitting.iter().enumerate() {
            self.console.say(&words::numbered(n + 1, title))?;
        }
        let wanted = loop {
            let said = self.hear_first(words::CHOOSE_SEVERAL.of(lang))?;
            match places(&said, fitting.len()) {
                Some(none) if none.is_empty() => break (0..fitting.len()).collect(),
                Some(wanted) => break wanted,
                None => self.say(words::NO_CHOICE)?,
            }
        };
        for (n, (at, _)) in fitting.iter().enumerate() {
            self.choose_checklist(*at, wanted.contains(&n))?;
        }
        self.key(Key::Tab)
    }

    fn choose_checklist(&mut self, at: usize, wanted: bool) -> Result<(), End> {
        let count = self.setup().map_or(0, |setup| setup.offers.len());
        for _ in 0..count {
            if self.setup().is_none_or(|setup| setup.at == at) {
                break;
            }
            self.key(Key::Right)?;
        }
        let offer = self.setup().and_then(|setup| setup.offers.get(at));
        if offer.is_some_and(|offer| offer.chosen != wanted) {
            self.key(Key::Char(' '))?;
        }
        Ok(())
    }

    fn begins(&mut self) -> Result<bool, End> {
        let lang = self.desk.page.lang();
        loop {
            let said = self.hear_first(words::BEGIN.of(lang))?;
            match number(&said) {
                Some(1) => return Ok(true),
                Some(0) => return Ok(false),
                _ => self.say(words::NEITHER)?,
            }
        }
    }

    fn begin_again(&mut self) -> Result<(), End> {
        use super::super::setup::Focus;
        for _ in 0..4 {
            if self.setup().is_none_or(|s| s.focus == Focus::Name) {
                break;
            }
            self.key(Key::Tab)?;
        }
        Ok(())
    }
}
