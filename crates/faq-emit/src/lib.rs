//! How the FAQ is written: from [`faq_content::LocalizedFaq`] to every file of a release.
//!
//! Every emitter gets plain text and escapes it for its own context.

mod alternates;
mod encodings;
mod formats;
mod frame;
mod ftl;
mod html;
mod interface;
mod json;
mod json_ld;
mod markdown;
mod packages;
mod preview;
mod release;
mod text;
mod writing;

pub use alternates::{BaseUrl, BaseUrlError};
pub use formats::{FORMATS, Format};
pub use frame::{Frame, Known, Listed};
pub use html::HeadingLevel;
pub use interface::INTERFACE_TEXTS;
pub use preview::{Excerpt, Live, Preview, PreviewPage, Remark, Seen, SeenEntry, preview, trouble};
pub use release::{EmitError, OutputFile, Release, release};
pub use writing::{Rest, WRITER, Written, WrittenFiles, write_locale, write_rest};
