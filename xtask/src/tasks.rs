//! The tasks, one file each. Every task is `run(root, args, console) -> Result<Outcome, Error>`.

pub(crate) mod accuracy;
pub(crate) mod bench;
pub(crate) mod bundle;
pub(crate) mod check;
pub(crate) mod ci;
pub(crate) mod docs;
pub(crate) mod explain;
pub(crate) mod export;
pub(crate) mod fmt;
pub(crate) mod gate;
pub(crate) mod import;
pub(crate) mod new_locale;
pub(crate) mod preview;
pub(crate) mod publishing;
pub(crate) mod rename_message;
pub(crate) mod review;
pub(crate) mod status;
pub(crate) mod sync;
pub(crate) mod verify;
pub(crate) mod waive;
