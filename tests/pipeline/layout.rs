//! The house is built as its plan says.

use std::{collections::BTreeSet, fs, path::Path};

use crate::project::repository;

/// What each crate of ours may depend on, of ours. The first column of the crate map in ARCHITECTURE.md names the same.
const MAY_DEPEND_ON: [(&str, &[&str]); 11] = [
    ("faq-content", &[]),
    ("faq-l10n", &["faq-content"]),
    ("faq-check", &["faq-content", "faq-l10n"]),
    ("faq-accuracy", &["faq-check", "faq-content", "faq-l10n"]),
    ("faq-bundle", &[]),
    ("faq-emit", &["faq-bundle", "faq-content"]),
    ("faq-exchange", &["faq-l10n"]),
    ("faq-preview", &["faq-check", "faq-content", "faq-emit", "faq-l10n", "xtask"]),
    ("faq-publish", &["faq-bundle"]),
    (
        "xtask",
        &[
            "faq-accuracy",
            "faq-bundle",
            "faq-check",
            "faq-content",
            "faq-emit",
            "faq-exchange",
            "faq-l10n",
        ],
    ),
    ("plainspoken-tests", &[]),
];

fn manifests() -> Vec<(String, toml::Table)> {
    let mut folders = vec![repository().join("xtask"), repository().join("tests")];
    let crates = fs::read_dir(repository().join("crates")).expect("crates can be read");
    folders.extend(crates.map(|entry| entry.expect("the entry can be read").path()));
    let read = |folder: &Path| {
        let text = fs::read_to_string(folder.join("Cargo.toml")).expect("a crate has a manifest");
        let table: toml::Table = text.parse().expect("the manifest is TOML");
        let package = table.get("package").expect("a crate has a package");
        let name = package
            .get("name")
            .and_then(toml::Value::as_str)
            .expect("a crate has a name")
            .to_owned();
        (name, table)
    };
    folders.iter().map(|folder| read(folder)).collect()
}

#[test]
fn dependencies_point_in_one_direction() {
    let manifests = manifests();
    let names: BTreeSet<&str> = manifests.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(
        names,
        MAY_DEPEND_ON.iter().map(|(name, _)| *name).collect(),
        "every crate has its place"
    );
    for (name, manifest) in &manifests {
        let allowed = MAY_DEPEND_ON
            .iter()
            .find(|(known, _)| known == name)
            .map_or(&[][..], |(_, allowed)| allowed);
        for dependency in
            dependencies(manifest).iter().filter(|dependency| names.contains(dependency.as_str()))
        {
            assert!(
                allowed.contains(&dependency.as_str()),
                "{name} may not depend on {dependency}"
            );
        }
    }
}

/// The names in every table of dependencies but those for tests, also of single platforms.
fn dependencies(manifest: &toml::Table) -> Vec<String> {
    let of = |table: &toml::Table| {
        let tables = ["dependencies", "build-dependencies"]
            .into_iter()
            .filter_map(|name| table.get(name)?.as_table());
        tables.flat_map(|table| table.keys().cloned()).collect::<Vec<_>>()
    };
    let targets = manifest.get("target").and_then(toml::Value::as_table);
    let of_targets = targets
        .into_iter()
        .flat_map(|targets| targets.values())
        .filter_map(toml::Value::as_table)
        .flat_map(of);
    of(manifest).into_iter().chain(of_targets.collect::<Vec<_>>()).collect()
}

/// What the crate map in ARCHITECTURE.md says: the folder's name, and what it depends on.
fn crate_map() -> Vec<(String, String)> {
    let text = fs::read_to_string(repository().join("ARCHITECTURE.md"))
        .expect("the architecture is described");
    let (_, map) = text.split_once("## Crate map").expect("there is a crate map");
    let (map, _) = map.split_once("\n## ").expect("another part follows");
    let rows = map.lines().filter_map(|line| line.strip_prefix("| `"));
    rows.map(|row| {
        let cells: Vec<&str> = row.split(" | ").collect();
        let name = cells
            .first()
            .expect("a first cell")
            .trim_end_matches('`')
            .rsplit('/')
            .next()
            .expect("a name")
            .to_owned();
        (name, cells.last().expect("a last cell").trim_end_matches(" |").to_owned())
    })
    .collect()
}

#[test]
fn the_crate_map_in_the_architecture_is_what_the_manifests_say() {
    let manifests = manifests();
    let ours: BTreeSet<&str> = manifests.iter().map(|(name, _)| name.as_str()).collect();
    let map = crate_map();
    assert_eq!(map.len(), manifests.len(), "every crate has a row");
    for (name, manifest) in manifests.iter().filter(|(name, _)| name != "plainspoken-tests") {
        let (_, said) =
            map.iter().find(|(row, _)| row == name).unwrap_or_else(|| panic!("{name} has no row"));
        let said: BTreeSet<&str> = said.split(", ").filter(|it| *it != "nothing").collect();
        let found = dependencies(manifest);
        let found: BTreeSet<&str> =
            found.iter().map(String::as_str).filter(|it| ours.contains(it)).collect();
        assert_eq!(said, found, "the row of {name}");
    }
}

#[test]
fn every_dependency_says_why_it_is_there() {
    let text =
        fs::read_to_string(repository().join("Cargo.toml")).expect("the manifest can be read");
    let (_, dependencies) =
        text.split_once("[workspace.dependencies]\n").expect("there are dependencies");
    let (dependencies, _) =
        dependencies.split_once("\n[workspace.lints").expect("the lints follow");
    for group in dependencies.split("\n\n").filter(|group| !group.contains("path = ")) {
        for (index, line) in group.lines().enumerate().filter(|(_, line)| line.contains(" = ")) {
            let explained = group.lines().take(index).any(|line| line.starts_with('#'));
            assert!(explained, "{line}");
        }
    }
}

#[test]
fn every_source_file_says_what_it_is_for() {
    let mut files = Vec::new();
    for folder in ["crates", "xtask/src", "tests/pipeline"] {
        rust_files(&repository().join(folder), &mut files);
    }
    assert!(files.len() > 40);
    for file in files {
        let text = fs::read_to_string(&file).expect("the file can be read");
        assert!(text.starts_with("//! "), "{} starts without a `//!` line", file.display());
    }
}

#[test]
fn no_snapshot_is_left_of_a_test_that_is_gone() {
    let mut sources = Vec::new();
    let mut snapshots = Vec::new();
    for folder in ["crates", "xtask", "tests"] {
        rust_files(&repository().join(folder), &mut sources);
        find(&repository().join(folder), "snap", &mut snapshots);
    }
    let code: String = sources
        .iter()
        .map(|file| fs::read_to_string(file).expect("the file can be read"))
        .collect();
    for snapshot in snapshots {
        let name =
            snapshot.file_stem().expect("a snapshot has a name").to_string_lossy().into_owned();
        let test = name.rsplit("__").next().unwrap_or_default();
        // A second snapshot of one test ends in `-2`.
        let test = test.trim_end_matches(|it: char| it.is_ascii_digit()).trim_end_matches('-');
        let used = code.contains(&format!("fn {test}()"))
            || code.contains(&format!("\"{name}\""))
            || name.starts_with("locale-");
        assert!(used, "no test makes {}", snapshot.display());
    }
}

fn rust_files(folder: &Path, files: &mut Vec<std::path::PathBuf>) {
    find(folder, "rs", files);
}

fn find(folder: &Path, extension: &str, files: &mut Vec<std::path::PathBuf>) {
    for entry in fs::read_dir(folder).expect("the folder can be read") {
        let path = entry.expect("the entry can be read").path();
        if path.is_dir() && !path.ends_with("node_modules") && !path.ends_with("target") {
            find(&path, extension, files);
        } else if path.extension().is_some_and(|it| it == extension) {
            files.push(path);
        }
    }
}
