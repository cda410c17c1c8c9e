//! The one shape of all formats.

/// The texts of one locale beside those of the reference.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Exchange {
    /// Tag of the reference.
    pub reference: String,
    /// Tag of the locale; empty where the file does not say.
    pub locale: String,
    /// Whether the locale is written from right to left.
    pub right_to_left: bool,
    /// Whether states stay as they were written when a translation is changed, as in a table. A tool of translators
    /// changes them.
    pub states_stay: bool,
    /// The texts, in the order of the reference.
    pub units: Vec<Unit>,
}

/// One running text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unit {
    /// Which text it is; see the crate's documentation.
    pub id: String,
    /// Name of the Fluent file it is of; empty where the format does not say.
    pub file: String,
    /// What its group is called; empty where it has none.
    pub group: String,
    /// What the reference says about it to translators; lines are parted by `\n`.
    pub note: String,
    /// The text of the reference, flat.
    pub source: String,
    /// The translation, flat; empty where there is none.
    pub target: String,
    /// How far the translation is.
    pub state: State,
    /// Where it starts in the file that it was read from, in bytes.
    pub at: usize,
}

/// How far a translation is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum State {
    /// There is none.
    #[default]
    Missing,
    /// The reference has changed since. What it was before, where that is known.
    Stale(Option<String>),
    /// Nobody has reviewed it.
    Draft,
    /// Somebody has.
    Reviewed,
}
