//! The `faq-publish` command. All of it is in the library.

use std::process::ExitCode;

fn main() -> ExitCode {
    faq_publish::main()
}
