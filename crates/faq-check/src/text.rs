//! What texts say and how they are written: words, numbers, units, contacts, sentences, letters, marks and markup.

pub(crate) mod bytes;
pub(crate) mod code;
pub(crate) mod contacts;
pub(crate) mod counted;
pub(crate) mod hidden;
pub(crate) mod lengths;
pub(crate) mod markup;
pub(crate) mod misread;
pub(crate) mod notes;
pub(crate) mod numbers;
pub(crate) mod running_text;
pub(crate) mod sentences;
pub(crate) mod shown_text;
pub(crate) mod translation;
pub(crate) mod typography;
pub(crate) mod vetted;
pub(crate) mod wording;
pub(crate) mod words;
pub(crate) mod writing;
