//! Gives the code of this crate an identity, so that what it wrote is known from what another version of it wrote.

#![expect(clippy::disallowed_methods, reason = "a build script reads the sources that it is about")]

use std::{
    env, fs, io,
    path::{Path, PathBuf},
    process::Command,
};

use sha2::{Digest, Sha256};

/// All that decides which bytes are written for a FAQ, below the folder of the workspace.
const SOURCES: [&str; 7] = [
    "Cargo.lock",
    "crates/faq-bundle/Cargo.toml",
    "crates/faq-bundle/src",
    "crates/faq-content/src",
    "crates/faq-emit/packages",
    "crates/faq-emit/src",
    "crates/faq-emit/templates",
];

fn main() -> io::Result<()> {
    let mut hash = Sha256::new();
    let crate_folder = env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from).unwrap_or_default();
    for source in SOURCES {
        let path = crate_folder.join("../..").join(source);
        println!("cargo::rerun-if-changed={}", path.display());
        add(&mut hash, &path, source)?;
    }
    // How a text is written as one of Rust depends on the standard library.
    let compiler = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    hash.update(Command::new(compiler).arg("-vV").output()?.stdout);
    println!("cargo::rustc-env=WRITER={}", base16ct::lower::encode_string(&hash.finalize()));
    Ok(())
}

/// Adds a file, or all files of a folder by name.
fn add(hash: &mut Sha256, path: &Path, name: &str) -> io::Result<()> {
    if !path.is_dir() {
        let bytes = fs::read(path)?;
        hash.update(format!("{name}\n{}\n", bytes.len()));
        hash.update(bytes);
        return Ok(());
    }
    let entries = fs::read_dir(path)?.map(|entry| Ok(entry?.path()));
    let mut paths = entries.collect::<io::Result<Vec<PathBuf>>>()?;
    paths.sort();
    for path in paths {
        let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        add(hash, &path, &format!("{name}/{file}"))?;
    }
    Ok(())
}
