//! What a message chooses between: plural forms, variants, and the samples that lead to each of them.

pub(crate) mod plurals;
pub(crate) mod rendering;
pub(crate) mod samples;
pub(crate) mod shown;
