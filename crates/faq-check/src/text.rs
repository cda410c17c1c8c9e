//! What texts say and how they are written: words, numbers, units, contacts, sentences, letters, marks and markup.

pub(crate) mod contact_keys;
pub(crate) mod contacts;
pub(crate) mod counted;
pub(crate) mod ending;
pub(crate) mod hidden;
pub(crate) mod identify;
pub(crate) mod lengths;
pub(crate) mod letters;
pub(crate) mod markup;
pub(crate) mod misread;
pub(crate) mod numbers;
pub(crate) mod passages;
pub(crate) mod running_text;
pub(crate) mod sentences;
pub(crate) mod shown_text;
pub(crate) mod told_numbers;
pub(crate) mod translation;
pub(crate) mod typography;
pub(crate) mod units;
pub(crate) mod usual_words;
pub(crate) mod vetted;
pub(crate) mod word_search;
pub(crate) mod wording;
pub(crate) mod words;
pub(crate) mod writing;
