//! Where a task writes, and what it may assume about it.

use std::io::Write;

use crate::Error;

/// Where a task writes, and what it may assume about it.
pub struct Console<'w> {
    out: &'w mut dyn Write,
    /// Whether ANSI colours are wanted.
    pub colour: bool,
    /// Width in columns.
    pub width: usize,
    is_closed: bool,
}

/// Width where there is no terminal to ask.
const WIDTH: usize = 120;

impl<'w> Console<'w> {
    /// A console without colours.
    pub fn plain(out: &'w mut dyn Write, width: usize) -> Self {
        Self { out, colour: false, width, is_closed: false }
    }

    /// The console of this process.
    pub fn of_terminal(out: &'w mut dyn Write, colour: bool) -> Self {
        let width = terminal_size::terminal_size().map_or(WIDTH, |(width, _)| usize::from(width.0));
        Self { out, colour, width, is_closed: false }
    }

    /// Writes `text` as it is. That nobody reads it any more (`… | head`) does not change what the task concludes.
    pub fn write(&mut self, text: &str) -> Result<(), Error> {
        match self.out.write_all(text.as_bytes()).and_then(|()| self.out.flush()) {
            Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => self.is_closed = true,
            Err(error) => return Err(Error::Write(error)),
            Ok(()) => {}
        }
        Ok(())
    }

    /// Whether nobody reads any more what is written.
    pub(crate) fn is_closed(&self) -> bool {
        self.is_closed
    }

    /// Writes `text` and ends the line.
    pub fn line(&mut self, text: &str) -> Result<(), Error> {
        self.write(&format!("{text}\n"))
    }
}

/// Tells the person at the terminal why a task could not run.
pub(crate) fn print_error(error: &Error) {
    anstream::eprintln!("error: {}", faq_check::sanitize_lines(error.to_string()));
}

/// Tells the person at the terminal something that is no part of a task's output.
pub(crate) fn print_notice(text: &str) {
    anstream::eprint!("{text}");
}
