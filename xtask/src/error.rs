//! Why a task could not run.

use std::{fmt, io, path::PathBuf};

use faq_content::MalformedFile;
use faq_emit::EmitError;

use crate::interrupt::EXIT_CODE;

/// Why a task could not run. What is wrong with content is never an error but a finding.
#[derive(Debug)]
pub enum Error {
    /// The task was asked for something that does not exist; what, and what there is.
    Usage(String),
    /// A catalog or registry is malformed.
    Malformed(MalformedFile),
    /// A file or folder could not be read or written.
    Io(PathBuf, io::Error),
    /// What should be a text file is something else, or far too large.
    NoText(PathBuf),
    /// The folder of the catalog holds no catalog.
    NoCatalog(PathBuf),
    /// A file or folder that a task cannot do without is a link.
    Link(PathBuf),
    /// A file that was to be mended has changed since it was read.
    Changed(PathBuf),
    /// The folder to be written holds something that this program did not write.
    NotOurs(PathBuf),
    /// A file of the release could not be made.
    Emit(EmitError),
    /// Files cannot be watched.
    Watch(notify::Error),
    /// Files are watched no longer.
    NoMoreChanges,
    /// Standard output could not be written.
    Write(io::Error),
    /// Ctrl-C, while something was written; what was there stays.
    Interrupted,
    /// `faq-publish` could not run, and has said why; its exit code.
    Publishing(u8),
}

impl Error {
    /// The process's exit code.
    pub fn exit_code(&self) -> u8 {
        match self {
            Self::Usage(_) => 2,
            Self::Publishing(code) => *code,
            Self::Interrupted => EXIT_CODE,
            Self::Malformed(_)
            | Self::Io(..)
            | Self::Link(_)
            | Self::NoText(_)
            | Self::NoCatalog(_)
            | Self::Changed(_)
            | Self::NotOurs(_)
            | Self::Emit(_)
            | Self::Watch(_)
            | Self::NoMoreChanges
            | Self::Write(_) => 3,
        }
    }
}

impl From<MalformedFile> for Error {
    fn from(malformed: MalformedFile) -> Self {
        Self::Malformed(malformed)
    }
}

impl From<EmitError> for Error {
    fn from(error: EmitError) -> Self {
        Self::Emit(error)
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Usage(message) => f.write_str(message),
            Self::Malformed(malformed) => malformed.fmt(f),
            Self::Io(path, error) => write!(f, "{}: {error}", shown(path)),
            Self::Link(path) => {
                write!(
                    f,
                    "{}: this is a link, and links are not followed\n  help: put the file itself here",
                    shown(path)
                )
            }
            Self::NoText(path) => {
                write!(f, "{}: this is not a text file of ordinary size", shown(path))
            }
            Self::NoCatalog(path) => {
                write!(
                    f,
                    "{}: there is no catalog here\n  help: name its folder in `locales/locales.toml`",
                    shown(path)
                )
            }
            Self::Changed(path) => {
                write!(
                    f,
                    "{}: this file has changed since it was read, and was left alone\n  help: run the command again",
                    shown(path)
                )
            }
            Self::NotOurs(path) => write!(
                f,
                "{}: this folder holds files that are not a release, and writing would remove them\n  help: name an empty or new folder with `--out`",
                shown(path)
            ),
            Self::Emit(error) => error.fmt(f),
            Self::Watch(error) => write!(f, "the files cannot be watched: {error}"),
            Self::NoMoreChanges => {
                f.write_str("the files are watched no longer\n  help: run the command again")
            }
            Self::Write(error) => write!(f, "standard output: {error}"),
            Self::Interrupted => f.write_str("interrupted; what was there before stays"),
            Self::Publishing(_) => f.write_str("`faq-publish` could not run; it says why above"),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Malformed(malformed) => Some(malformed),
            Self::Io(_, error) | Self::Write(error) => Some(error),
            Self::Emit(error) => Some(error),
            Self::Usage(_)
            | Self::Link(_)
            | Self::NoText(_)
            | Self::NoCatalog(_)
            | Self::Changed(_)
            | Self::NotOurs(_)
            | Self::Interrupted
            | Self::NoMoreChanges
            | Self::Publishing(_) => None,
            Self::Watch(error) => Some(error),
        }
    }
}

/// A path on one line, without anything that could steer a terminal or be a command to a CI system.
fn shown(path: &std::path::Path) -> String {
    faq_check::sanitize(path.to_string_lossy())
}
