//! Lines out, lines in: what is said is harmless for any terminal, and what is typed is text.

use crate::text::screen::plain as words;
use crate::text::{Lang, visible};
use std::io::{self, BufRead, Write};

/// Why the dialogue is over.
#[derive(Debug)]
pub(super) enum End {
    /// The user has quit.
    Quit,
    /// There is no more input.
    Input,
    /// Lines can be neither written nor read any more.
    Broken(io::Error),
}

impl From<io::Error> for End {
    fn from(error: io::Error) -> Self {
        Self::Broken(error)
    }
}

impl End {
    /// How the program ends: an input that is over and a reader that has gone are good ends.
    pub(super) fn outcome(self) -> io::Result<()> {
        match self {
            Self::Broken(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(error),
            _ => Ok(()),
        }
    }
}

/// Where lines are read and written.
pub(super) struct Console<R, W> {
    input: R,
    output: W,
    /// Whether what is read is written too, since nobody has seen it being typed.
    echoes: bool,
}

impl<R: BufRead, W: Write> Console<R, W> {
    pub(super) fn new(input: R, output: W, echoes: bool) -> Self {
        Self {
            input,
            output,
            echoes,
        }
    }

    /// Says a text; its lines one by one.
    pub(super) fn say(&mut self, text: &str) -> Result<(), End> {
        for line in text.split('\n') {
            writeln!(self.output, "{}", visible(line))?;
        }
        Ok(())
    }

    /// Asks for a line, until one of text is given.
    pub(super) fn ask(&mut self, prompt: &str, lang: Lang) -> Result<String, End> {
        loop {
            write!(self.output, "{}", visible(prompt))?;
            self.output.flush()?;
            match self.line()? {
                Some(line) => return Ok(line),
                None => self.say(words::UNREADABLE.of(lang))?,
            }
        }
    }

    /// The next line; `None` where it is no text, as arrow keys are none.
    fn line(&mut self) -> Result<Option<String>, End> {
        let mut bytes = Vec::new();
        if self.input.read_until(b'\n', &mut bytes)? == 0 {
            // What comes next stands on a line of its own.
            writeln!(self.output)?;
            return Err(End::Input);
        }
        let line = String::from_utf8(bytes).ok();
        let line = line.map(|line| line.trim_end_matches(['\n', '\r']).replace('\t', " "));
        let line = line.filter(|line| !line.contains(char::is_control));
        if self.echoes {
            let echoed = line.as_deref().unwrap_or_default();
            writeln!(self.output, "{}", visible(echoed))?;
        }
        Ok(line)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(input: &[u8], echoes: bool) -> (Result<String, End>, String) {
        let mut output = Vec::new();
        let answer = Console::new(input, &mut output, echoes).ask("? ", Lang::En);
        (answer, String::from_utf8(output).expect("UTF-8"))
    }

    #[test]
    fn a_line_is_asked_for_until_it_is_text() {
        let (answer, said) = asked(b"\x1b[A\n\xff\n 3.1\tx\r\n", false);
        assert_eq!(answer.expect("a line"), " 3.1 x");
        assert_eq!(said.matches("? ").count(), 3);
        assert!(!said.contains('\u{1b}'), "{said:?}");
    }

    #[test]
    fn what_nobody_saw_being_typed_is_written_too() {
        let (_, said) = asked("3\n".as_bytes(), true);
        assert_eq!(said, "? 3\n");
        let (_, said) = asked("3\n".as_bytes(), false);
        assert_eq!(said, "? ");
    }

    #[test]
    fn the_end_of_the_input_is_an_end_and_not_an_error() {
        let (answer, said) = asked(b"", true);
        assert!(matches!(answer, Err(End::Input)));
        assert_eq!(said, "? \n");
        let gone = io::Error::from(io::ErrorKind::BrokenPipe);
        assert!(End::Broken(gone).outcome().is_ok());
        let full = io::Error::from(io::ErrorKind::StorageFull);
        assert!(End::Broken(full).outcome().is_err());
    }

    #[test]
    fn nothing_is_said_that_a_terminal_would_act_on() {
        let mut output = Vec::new();
        let mut console = Console::new(&b""[..], &mut output, false);
        console.say("a\u{1b}[2Jb\nc").expect("written");
        let said = String::from_utf8(output).expect("UTF-8");
        assert_eq!(said, "a\u{fffd}[2Jb\nc\n");
    }
}
