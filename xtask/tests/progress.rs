//! A long check shows on a terminal how far it is, and nowhere else. Stands beside the binary, which only tests of its own
//! package can start.

#![cfg(target_os = "linux")]
#![expect(clippy::disallowed_methods, reason = "tests write whole trees on the disk")]

use std::{
    fmt::Write,
    fs,
    path::Path,
    process::{Command, Stdio},
};

/// So many that even a fast machine needs longer than whoever waits has patience for.
const LOCALES: [&str; 24] = [
    "af", "ar", "bg", "bn", "ca", "cs", "da", "de", "el", "es", "et", "fa", "fi", "fr", "he", "hi",
    "hu", "it", "ja", "ko", "nl", "pl", "pt", "ru",
];
const FILES: usize = 3;
const MESSAGES: usize = 400;

fn write_tree(root: &Path) {
    let mut text = String::new();
    for number in 0..MESSAGES {
        let _ = writeln!(
            text,
            "message-{number} = All {number} people are under <b>18</b>: {{ $name }}."
        );
    }
    for locale in LOCALES.iter().chain(&["en"]) {
        let folder = root.join(locale);
        fs::create_dir_all(&folder).expect("a folder");
        for file in 0..FILES {
            fs::write(folder.join(format!("{file}.ftl")), &text).expect("a file");
        }
    }
}

#[test]
fn a_long_check_shows_on_a_terminal_how_far_it_is() {
    let tree = tempfile::tempdir().expect("a folder");
    write_tree(tree.path());
    let program = env!("CARGO_BIN_EXE_xtask");
    let line = format!("{program} check --root {} --reference en --max 1", tree.path().display());
    // `script` gives the command a terminal of its own.
    let mut command = Command::new("script");
    command.args(["-q", "-e", "-c", &line, "/dev/null"]).env_remove("CI").stdin(Stdio::null());
    command.env("RAYON_NUM_THREADS", "1");
    let shown = command.output().expect("`script` is part of every Debian").stdout;
    let shown = String::from_utf8_lossy(&shown);
    assert!(shown.contains("locales checked"), "{shown}");

    let mut command = Command::new("sh");
    command.args(["-c", &line]).env_remove("CI").env("RAYON_NUM_THREADS", "1");
    let piped = command.output().expect("a shell").stderr;
    assert!(!String::from_utf8_lossy(&piped).contains("locales checked"));
}
