//! The same catalog and locales give the same bytes, wherever and however they are bundled. Stands beside the binary, since a
//! time zone and a language are those of a process.

#![expect(clippy::disallowed_methods, reason = "tests write and read whole trees on the disk")]

mod folder;

use std::{
    fs,
    path::Path,
    process::{Command, Stdio},
};

use folder::{Files, files};

/// Bundles a copy of this repository's FAQ in a folder of its own, in such an environment.
fn bundled(name: &str, environment: &[(&str, &str)]) -> Files {
    let sandbox = tempfile::Builder::new().prefix(name).tempdir().expect("a temporary folder");
    let repository = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the repository");
    for folder in ["locales", "crates/faq-content/catalog"] {
        for (file, bytes) in files(&repository.join(folder)) {
            let path = sandbox.path().join(folder).join(file);
            fs::create_dir_all(path.parent().expect("a parent")).expect("made");
            fs::write(path, bytes).expect("written");
        }
    }
    let mut command = Command::new(env!("CARGO_BIN_EXE_xtask"));
    command.arg("--root").arg(sandbox.path()).args(["bundle", "--revision", "1"]);
    command.stdout(Stdio::null()).envs(environment.iter().copied());
    assert!(command.status().expect("it starts").success());
    files(&sandbox.path().join("dist"))
}

#[test]
fn time_zone_language_day_folder_and_number_of_threads_change_no_byte() {
    let here = bundled("a", &[("TZ", "UTC"), ("LC_ALL", "C"), ("RAYON_NUM_THREADS", "1")]);
    let there = bundled(
        "another-folder",
        &[
            ("TZ", "Pacific/Kiritimati"),
            ("LANG", "tr_TR.UTF-8"),
            ("LC_ALL", "tr_TR.UTF-8"),
            ("RAYON_NUM_THREADS", "7"),
            ("SOURCE_DATE_EPOCH", "1700000000"),
        ],
    );
    assert!(here.len() > 20 && here.keys().eq(there.keys()));
    for (path, bytes) in &here {
        assert!(there.get(path) == Some(bytes), "{path} differs");
    }
}
