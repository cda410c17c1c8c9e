//! What was found on the disk, as values: the folders, files and strays of a tree of locales.

use std::ops::Range;

use crate::{limits::Limits, settings::Malformed};

/// A folder of locale folders, as it was found.
#[derive(Clone, Debug, Default)]
pub struct LocaleTree {
    /// The folders in it, by name.
    pub folders: Vec<LocaleFolder>,
    /// What should not be there.
    pub strays: Vec<Stray>,
}

/// One folder, which may or may not be a locale.
#[derive(Clone, Debug, Default)]
pub struct LocaleFolder {
    /// Name of the folder.
    pub name: String,
    /// Path of the folder, relative to the root, with `/`.
    pub path: String,
    /// The Fluent files in it, by path.
    pub files: Vec<SourceFile>,
    /// What is said about the locale beside its texts: `language.toml`, `obsolete.ftl`, `review.toml`, `waivers.toml`.
    pub settings: Vec<SourceFile>,
}

/// A file of a locale, read or not.
#[derive(Clone, Debug)]
pub struct SourceFile {
    /// Path relative to the root, with `/`.
    pub path: String,
    /// Path below the locale, by which files of two locales are known to be the same; in a layout of one file a locale,
    /// the path without the locale.
    pub name: String,
    /// What was in it.
    pub content: Content,
}

/// What was in a file, as far as it could be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// Its text.
    Text(String),
    /// It is not UTF-8; the text up to the first byte that is wrong.
    NotUtf8(String),
    /// It was not read because of its size, in bytes.
    TooLarge(u64),
    /// It could not be read; the reason the system gave.
    Unreadable(String),
}

/// Something that should not be where it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stray {
    /// Path relative to the root, with `/`.
    pub path: String,
    /// Name of the locale folder it is in, if it is in one.
    pub folder: Option<String>,
    /// What it is.
    pub kind: StrayKind,
}

/// What a stray is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StrayKind {
    /// A link; it was not followed.
    Symlink,
    /// A folder where none is expected.
    Folder,
    /// A folder whose files could not be listed.
    Unreadable,
    /// A file of a kind that nobody reads.
    File,
    /// Its name is not UTF-8; the path shows it as far as it can be shown.
    Name,
}

impl LocaleFolder {
    /// The path that the file `name` has, or would have, in this folder. In a layout of one file a locale the name is
    /// the whole path with the locale left open.
    pub fn path_of(&self, name: &str) -> String {
        if name.contains(Self::OPEN) {
            name.replace(Self::OPEN, &self.name)
        } else if self.path.is_empty() {
            name.to_owned()
        } else {
            format!("{}/{name}", self.path)
        }
    }

    /// The settings file of this name.
    pub fn setting(&self, name: &str) -> Option<&SourceFile> {
        self.settings.iter().find(|file| file.name == name)
    }

    /// Names that settings files have.
    pub const SETTINGS: [&str; 3] = ["language.toml", "review.toml", "waivers.toml"];

    /// Name of the file in which translations lie that the reference no longer asks for. Nothing of it is shown or judged.
    pub const OBSOLETE: &str = "obsolete.ftl";

    /// Stands in a file's name for the locale.
    pub const OPEN: &str = "{locale}";
}

impl Content {
    /// What `bytes` say.
    pub fn from_bytes(bytes: &[u8]) -> Self {
        match simdutf8::compat::from_utf8(bytes) {
            Ok(text) => Self::Text(text.to_owned()),
            Err(error) => {
                let valid = bytes.get(..error.valid_up_to()).unwrap_or_default();
                Self::NotUtf8(String::from_utf8_lossy(valid).into_owned())
            }
        }
    }

    /// The text that can be read: all of it, or what stands before the first broken byte.
    pub fn text(&self) -> &str {
        match self {
            Self::Text(text) | Self::NotUtf8(text) => text,
            Self::TooLarge(_) | Self::Unreadable(_) => "",
        }
    }
}

impl SourceFile {
    /// All of the text of a settings file. Part of one would say less than whoever wrote it meant.
    pub fn whole_text(&self) -> Result<&str, Malformed> {
        let (text, message, help) = match &self.content {
            Content::Text(text) => return Ok(text),
            Content::NotUtf8(text) => (
                text.as_str(),
                "the file is not UTF-8; nothing from here on could be read".to_owned(),
                "save it as \"UTF-8\" in your editor".to_owned(),
            ),
            Content::TooLarge(bytes) => {
                let most = Limits::FILE_BYTES;
                (
                    "",
                    format!("the file has {bytes} bytes; at most {most} are read"),
                    "split it".to_owned(),
                )
            }
            Content::Unreadable(reason) => (
                "",
                format!("the file could not be read: {reason}"),
                "give it back its permissions, or remove it".to_owned(),
            ),
        };
        Err(Malformed { span: text.len()..text.len(), message, help })
    }
}

/// The byte range of `part` in `whole`, where `part` is a slice of it.
///
/// The Fluent tree keeps no positions, but its leaves are slices of the text that was parsed.
pub fn span_of(whole: &str, part: &str) -> Option<Range<usize>> {
    let start = (part.as_ptr() as usize).checked_sub(whole.as_ptr() as usize)?;
    let end = start + part.len();
    (end <= whole.len()).then_some(start..end)
}
