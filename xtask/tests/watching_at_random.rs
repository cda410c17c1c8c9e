//! Whatever happens to the files of a tree, `check --watch` comes to say what a new run says.

#![expect(clippy::disallowed_methods, reason = "tests write the files that a command reads")]

use std::{
    fs,
    io::{self, Write},
    path::{Component, Path, PathBuf},
    sync::{Arc, Mutex},
    thread,
    time::{Duration, Instant},
};

use clap::Parser;
use proptest::{collection::vec, prelude::*, sample::select, test_runner::RngSeed};
use xtask::{Cli, Console};

/// Whoever waits longer for a report waits for nothing.
const PATIENCE: Duration = Duration::from_secs(10);

const FOLDERS: [&str; 6] = ["en", "de", "fr", "de/sub", "en/sub", ".aside"];
const FILES: [&str; 4] = ["a.ftl", "b.ftl", "sub/a.ftl", "sub/b.ftl"];
const LINES: [&str; 12] = [
    "a = A",
    "b = B is 18",
    "b = B is 16",
    "-t = T",
    "c = { a } of { -t }",
    "c = { b } of { $n }",
    "cc = C",
    "d = { b.x }",
    "b =\n    .x = X",
    "e = { FUN($n) }",
    "t = { -t }",
    "f = {",
];

/// Something that happens to a tree.
#[derive(Clone, Debug)]
enum Happening {
    /// A file is written, at once or by way of another one.
    Save(PathBuf, String, bool),
    Remove(PathBuf),
    Rename(PathBuf, PathBuf),
    /// The second becomes a link to the first.
    Link(PathBuf, PathBuf),
}

impl Happening {
    /// Lets it happen, if it can.
    fn happen(&self, tree: &Path) {
        let _ = match self {
            Self::Save(path, text, at_once) => save(&tree.join(path), text, *at_once),
            Self::Remove(path) => {
                let path = tree.join(path);
                if path.is_dir() && !path.is_symlink() {
                    fs::remove_dir_all(path)
                } else {
                    fs::remove_file(path)
                }
            }
            Self::Rename(from, to) => fs::rename(tree.join(from), tree.join(to)),
            Self::Link(to, from) => link(&tree.join(to), &tree.join(from)),
        };
    }
}

fn save(path: &Path, text: &str, at_once: bool) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    if at_once {
        return fs::write(path, text);
    }
    let new = path.with_extension("new");
    fs::write(&new, text)?;
    fs::rename(new, path)
}

#[cfg(unix)]
fn link(to: &Path, from: &Path) -> io::Result<()> {
    std::os::unix::fs::symlink(to, from)
}

#[cfg(not(unix))]
fn link(_: &Path, _: &Path) -> io::Result<()> {
    Ok(())
}

fn happening() -> impl Strategy<Value = Happening> {
    let file = || (select(&FOLDERS[..3]), select(&FILES[..]));
    let file = move || file().prop_map(|(folder, file)| Path::new(folder).join(file));
    let folder = || select(&FOLDERS[..]).prop_map(PathBuf::from);
    let either = move || prop_oneof![file(), folder()];
    let line = select(&LINES[..]).prop_map(|line| format!("{line}\n"));
    let text = vec(line, 0..5).prop_map(|lines| lines.concat());
    prop_oneof![
        6 => (file(), text, any::<bool>()).prop_map(|(path, text, at_once)| Happening::Save(path, text, at_once)),
        1 => either().prop_map(Happening::Remove),
        1 => (file(), file()).prop_map(|(from, to)| Happening::Rename(from, to)),
        1 => (folder(), folder()).prop_map(|(from, to)| Happening::Rename(from, to)),
        1 => (file(), file()).prop_map(|(to, from)| Happening::Link(to, from)),
        1 => (folder(), folder()).prop_map(|(to, from)| Happening::Link(to, from)),
    ]
}

/// What the watch wrote, until nobody wants to read it.
#[derive(Clone, Default)]
struct Written(Arc<Mutex<Option<Vec<u8>>>>);

impl Write for Written {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match &mut *self.0.lock().expect("nobody panicked") {
            Some(written) => written.write(bytes),
            None => Err(io::ErrorKind::BrokenPipe.into()),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Checks the tree, and writes to `out`; nothing where it cannot be checked.
fn check(root: &Path, flags: &[&str], out: &mut dyn Write) -> Option<()> {
    let root = root.to_str().expect("a name in UTF-8");
    let words = ["xtask", "--root", root, "check", "--reference", "en", "--format", "json"];
    let cli = Cli::parse_from(words.iter().chain(flags));
    xtask::run(&cli, &mut Console::plain(out, 80)).ok().map(|_| ())
}

/// The path as one that starts where the test runs.
fn relative(path: &Path) -> PathBuf {
    let here = std::env::current_dir().expect("a folder");
    let up = here.components().filter(|it| matches!(it, Component::Normal(_)));
    let down = path.components().filter(|it| matches!(it, Component::Normal(_)));
    up.map(|_| Component::ParentDir).chain(down).collect()
}

/// Lets all of it happen to a watched tree. Returns what it said wrongly, and a new run rightly.
fn differences(happenings: &[Happening], is_absolute: bool) -> Option<(String, String)> {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let tree = folder.path().canonicalize().expect("it is there");
    for locale in ["en", "de", "fr"] {
        save(&tree.join(locale).join("a.ftl"), "a = A\nb = B is 18\n", true).expect("written");
    }
    let root = if is_absolute { tree.clone() } else { relative(&tree) };
    let written = Written(Arc::new(Mutex::new(Some(Vec::new()))));
    let watch = thread::spawn({
        let (root, mut written) = (root.clone(), written.clone());
        move || check(&root, &["--watch"], &mut written)
    });
    let mut found = says_the_same(&root, &written);
    for happening in happenings {
        if found.is_none() {
            happening.happen(&tree);
            found = says_the_same(&root, &written);
        }
    }
    *written.0.lock().expect("nobody panicked") = None;
    let start = Instant::now();
    while !watch.is_finished() && start.elapsed() < PATIENCE {
        for path in ["en/z.ftl", "de/z.ftl"] {
            let _ = save(&tree.join(path), &format!("z = {:?}\n", start.elapsed()), true);
        }
        thread::sleep(Duration::from_millis(20));
    }
    assert!(watch.is_finished(), "nobody reads, and the watch goes on");
    found
}

/// Waits until the watch says what a new run says. Returns both where it does not come to that.
fn says_the_same(root: &Path, written: &Written) -> Option<(String, String)> {
    let mut fresh = Vec::new();
    // Where the tree cannot be checked, the watch waits as well.
    check(root, &[], &mut fresh)?;
    let start = Instant::now();
    loop {
        {
            let written = written.0.lock().expect("nobody panicked");
            let written = written.as_deref().unwrap_or_default();
            if written.ends_with(&fresh) {
                return None;
            }
            if start.elapsed() > PATIENCE {
                let last = written.get(written.len().saturating_sub(fresh.len() + 400)..);
                let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
                return Some((text(last.unwrap_or_default()), text(&fresh)));
            }
        }
        thread::sleep(Duration::from_millis(2));
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 12,
        max_shrink_iters: 24,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(20),
        ..ProptestConfig::default()
    })]

    #[test]
    fn the_watch_says_what_a_new_run_says_whatever_happens(
        happenings in vec(happening(), 1..16), is_absolute in any::<bool>()
    ) {
        let found = differences(&happenings, is_absolute);
        prop_assert_eq!(found, None);
    }
}
