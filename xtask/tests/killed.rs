//! A process that is killed leaves every file and the whole output as they were or as they were to be. Stands beside the
//! binary, which only tests of its own package can start.

#![cfg(unix)]
#![expect(clippy::disallowed_methods, reason = "tests write and read whole trees on the disk")]

mod folder;

use std::{
    fs,
    path::Path,
    process::{Command, Stdio},
    thread,
    time::Duration,
};

use folder::{Files, files};

/// How often a process is killed, each time a little later after it began to write.
const KILLS: u32 = 8;
/// How much later.
const STEP: Duration = Duration::from_millis(3);

fn xtask(root: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_xtask"));
    command.arg("--root").arg(root).args(arguments);
    command.stdout(Stdio::null()).stderr(Stdio::null()).env("RAYON_NUM_THREADS", "1");
    command
}

/// Starts the command, waits until it writes into `folder` and a while longer, sends it the signal, and waits for its end.
fn kill(mut command: Command, folder: &Path, delay: Duration, signal: &str) {
    let mut child = command.spawn().expect("it starts");
    while !is_written(folder) && child.try_wait().expect("it is ours").is_none() {
        thread::yield_now();
    }
    thread::sleep(delay);
    let mut kill = Command::new("kill");
    // It may have ended by itself.
    kill.args([signal, &child.id().to_string()]).stderr(Stdio::null());
    kill.status().expect("there is `kill`");
    child.wait().expect("it ends");
}

/// Whether a file or folder is being made here that will take the place of another.
fn is_written(folder: &Path) -> bool {
    let names = fs::read_dir(folder).expect("a folder").filter_map(Result::ok);
    names.map(|entry| entry.file_name()).any(|name| name.to_string_lossy().starts_with(".new-"))
}

fn write(folder: &Path, files: &Files) {
    if folder.exists() {
        fs::remove_dir_all(folder).expect("removed");
    }
    for (name, bytes) in files {
        let path = folder.join(name);
        fs::create_dir_all(path.parent().expect("a parent")).expect("made");
        fs::write(path, bytes).expect("written");
    }
}

/// Runs `arguments` on the tree once to its end, then kills it at many moments of writing in `place`; `judge` says what
/// must hold of what is left in `folder` compared with the old and the new state.
fn kill_often(
    root: &Path,
    (folder, place): (&str, &Path),
    arguments: &[&str],
    judge: impl Fn(&Files, &Files, &Files, &str),
) {
    let old = files(&root.join(folder));
    xtask(root, arguments).status().expect("it runs");
    let new = files(&root.join(folder));
    assert_ne!(old, new);
    for round in 0..KILLS {
        write(&root.join(folder), &old);
        let signal = if round % 2 == 0 { "-KILL" } else { "-INT" };
        kill(xtask(root, arguments), place, STEP * (round / 2), signal);
        judge(&files(&root.join(folder)), &old, &new, signal);
    }
}

#[test]
fn a_file_that_is_mended_is_the_old_or_the_new_one() {
    let root = tempfile::tempdir().expect("a temporary folder");
    let mut tree = Files::new();
    for number in 0..30 {
        let text: String = (0..4).map(|it| format!("m{it} = Text\n")).collect();
        tree.insert(format!("en/f{number}.ftl"), text.clone().into_bytes());
        tree.insert(format!("de/f{number}.ftl"), text.trim_end().to_owned().into_bytes());
    }
    write(&root.path().join("tree"), &tree);
    let root = root.path().join("tree");
    let arguments = ["check", "--reference", "en", "--profile", "prose", "--fix"];
    kill_often(&root, ("de", &root.join("de")), &arguments, |left, old, new, signal| {
        for (name, bytes) in left {
            // Nothing can be cleared away by who is killed outright; but a half-written file never has a real name.
            let half_written = name.starts_with(".new-") && signal == "-KILL";
            let whole = old.get(name) == Some(bytes) || new.get(name) == Some(bytes);
            assert!(whole || half_written, "{name} after {signal}");
        }
        assert!(old.keys().all(|name| left.contains_key(name)), "a file is gone after {signal}");
    });
}

#[test]
fn an_output_folder_is_the_old_or_the_new_one() {
    let sandbox = tempfile::tempdir().expect("a temporary folder");
    let root = sandbox.path();
    let repository = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the repository");
    for folder in ["locales", "crates/faq-content/catalog"] {
        write(&root.join(folder), &files(&repository.join(folder)));
    }
    xtask(root, &["bundle"]).status().expect("it runs");
    let file = root.join("locales/es/faq.ftl");
    let text = fs::read_to_string(&file).expect("a file");
    fs::write(&file, text.replacen("title = ", "title = Las ", 1)).expect("written");
    kill_often(root, ("dist", root), &["bundle"], |left, old, new, signal| {
        assert!(left == old || left == new, "a mixture after {signal}");
        let beside = fs::read_dir(root).expect("a folder").count();
        assert!(beside == 4 || signal == "-KILL", "something is left after {signal}");
        for entry in fs::read_dir(root).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(".new-")) {
                fs::remove_dir_all(path).expect("removed");
            }
        }
    });
}
