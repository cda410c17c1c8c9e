//! Releases to a folder or to object storage, all or nothing.
//!
//! What is named by its content is sent first and read back; then the pointer is created, which only one of several
//! publishers can do for each sequence; then `current.json` and the pages say the same. A reader who follows the pointer sees one whole release at
//! any moment, whatever fails.

mod cli;
mod error;
mod kinds;
mod opening;
mod pages;
mod patience;
mod place;
mod pointers;
mod publishing;
mod releases;
mod signing;
mod sweeping;
mod unfinished;
mod upload;
mod verifying;
mod web;

pub use cli::main;
pub use error::Error;
pub use patience::Patience;
pub use place::{Nature, Place};
pub use publishing::{Published, Terms, publish, roll_back};
pub use releases::{Release, releases};
pub use signing::Key;
pub use verifying::{Trust, Verified, verify};
