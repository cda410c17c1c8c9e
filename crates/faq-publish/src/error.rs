//! Why something could not be published.

use std::{fmt, io};

use faq_bundle::{Difference, FormatError};

use crate::releases::day;

/// Why something could not be published or read.
#[derive(Debug)]
pub enum Error {
    /// The command was asked for something that does not exist; what, and what there is.
    Usage(String),
    /// The storage failed at this path, also when it was asked again.
    Store(String, object_store::Error),
    /// Something else than what was written was read back.
    ReadBack(String),
    /// There is nothing at this path.
    Missing(String),
    /// What is at this path is not what it should be.
    Malformed(String, FormatError),
    /// What was to be published is not as it was released.
    Differs(Vec<Difference>),
    /// Somebody else published this sequence first.
    Raced(u64),
    /// Somebody is removing old releases; the time when it is forgotten if nobody is any more, in seconds since 1970.
    Swept(u64),
    /// While old releases were being removed, somebody else took this one for dead.
    TakenOver,
    /// A key is of no use; why.
    Key(String),
    /// A file or folder on this machine.
    Io(String, io::Error),
}

impl Error {
    /// The process's exit code.
    pub fn exit_code(&self) -> u8 {
        match self {
            Self::Usage(_) => 2,
            Self::Differs(_) => 1,
            Self::Store(..)
            | Self::ReadBack(_)
            | Self::Missing(_)
            | Self::Malformed(..)
            | Self::Raced(_)
            | Self::Swept(_)
            | Self::TakenOver
            | Self::Key(_)
            | Self::Io(..) => 3,
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Usage(message) => f.write_str(message),
            Self::Store(path, error) => write!(
                f,
                "{path}: the storage failed: {error}\n  help: if address and credentials are right, run the command again; what was sent is not sent again"
            ),
            Self::ReadBack(path) => {
                write!(
                    f,
                    "{path}: what was written is not what is read there\n  help: run the command again"
                )
            }
            Self::Missing(path) => write!(f, "{path}: not there"),
            Self::Malformed(path, error) => write!(f, "{path}: {error}"),
            Self::Differs(differences) => {
                for difference in differences {
                    writeln!(f, "{difference}")?;
                }
                f.write_str("this is not as it was released\n  help: write it anew with `cargo xtask bundle`")
            }
            Self::Raced(sequence) => write!(
                f,
                "somebody else published sequence {sequence} meanwhile; nothing was changed\n  help: `cargo xtask releases` shows it; run the command again to publish after it"
            ),
            Self::Swept(until) => write!(
                f,
                "old releases are being removed here; nothing was changed\n  help: run the command again when that is over; if whoever did it was killed, that is forgotten after {}",
                day(*until)
            ),
            Self::TakenOver => f.write_str(
                "the release is published, but the removal of old ones ended early: somebody else took this one for dead\n  help: publish again with `--keep` to remove the rest",
            ),
            Self::Key(reason) => write!(
                f,
                "the key cannot be used: {reason}\n  help: it is a minisign key; the password of a locked one is taken from `PLAINSPOKEN_KEY_PASSWORD`"
            ),
            Self::Io(path, error) => write!(f, "{path}: {error}"),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Store(_, error) => Some(error),
            Self::Malformed(_, error) => Some(error),
            Self::Io(_, error) => Some(error),
            Self::Usage(_)
            | Self::ReadBack(_)
            | Self::Missing(_)
            | Self::Differs(_)
            | Self::Raced(_)
            | Self::Swept(_)
            | Self::TakenOver
            | Self::Key(_) => None,
        }
    }
}
