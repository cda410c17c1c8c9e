//! The page as readers will see it, with every finding at its place; live while a file is edited.
//!
//! A binary of its own, so that whoever only checks builds no web server.

mod remarks;
mod server;
mod view;

pub use server::Server;
pub use view::{Shown, view};
