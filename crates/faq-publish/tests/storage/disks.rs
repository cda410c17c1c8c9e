//! Disks that are full and folders that cannot be written: an exit code that says so, and the old release for readers.

#![cfg(unix)]

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, ExitStatus},
    sync::Arc,
};

use object_store::local::LocalFileSystem;
use tempfile::TempDir;

use crate::{
    killed::program,
    reader::Reader,
    release::{bundled, folder, publish_from, terms},
};

/// A disk of its own, as far as this user may make one.
struct Disk(TempDir);

impl Disk {
    /// Which fits nothing more than a small release.
    fn new(kilobytes: u32) -> Option<Self> {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let size = format!("size={kilobytes}k");
        let mut mount = Command::new("mount");
        mount.args(["-t", "tmpfs", "-o", &size, "tmpfs"]).arg(folder.path());
        let disk = mounted(&mut mount).then(|| Self(folder));
        if disk.is_none() {
            println!("not tried with a real disk: this user may not mount one");
        }
        disk
    }

    fn published(&self) -> PathBuf {
        self.0.path().join("published")
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        mounted(Command::new("umount").arg(self.0.path()));
    }
}

fn mounted(command: &mut Command) -> bool {
    command.output().is_ok_and(|output| output.status.success())
}

/// Publishes what has `text`, as a person does it. `limit` is the most blocks of 512 bytes that a file may have.
fn run(text: &str, to: &Path, limit: Option<u32>) -> ExitStatus {
    let bundle = bundled(text);
    let program = program(bundle.path(), to.to_str().expect("a readable name"));
    let Some(limit) = limit else { return { program }.status().expect("it starts") };
    let script = format!("trap '' XFSZ; ulimit -f {limit}; exec \"$0\" \"$@\"");
    let mut shell = Command::new("sh");
    shell.args(["-c", &script]).arg(program.get_program()).args(program.get_args());
    shell.output().expect("it starts").status
}

/// What a reader of the folder gets.
async fn look(published: &Path) -> Option<String> {
    let store = LocalFileSystem::new_with_prefix(published).expect("a folder");
    Reader::new(Arc::new(store)).look().await
}

/// A text that no compression makes small.
fn long(seed: u32, length: usize) -> String {
    let mut state = seed;
    let mut next = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        char::from(b'a' + u8::try_from((state >> 16) % 26).expect("small"))
    };
    (0..length).map(|_| next()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_cannot_be_written_to_its_end_never_shows() {
    let published = tempfile::tempdir().expect("a temporary folder");
    let old = publish_from(&folder(published.path()), bundled("old").path(), &terms()).await;
    let old = old.expect("published").pointer.manifest;
    let text = long(1, 60_000);
    // Too small for a file, for a compressed one, for a manifest.
    for limit in [100, 60, 1] {
        let status = run(&text, published.path(), Some(limit));
        assert_eq!(status.code(), Some(3), "{limit}");
        assert_eq!(look(published.path()).await.as_ref(), Some(&old), "{limit}");
    }
    assert!(run(&text, published.path(), None).success());
    assert_ne!(look(published.path()).await, Some(old));
}

#[tokio::test(flavor = "multi_thread")]
async fn on_a_full_disk_the_old_release_stays_and_with_room_the_new_one_comes() {
    let Some(disk) = Disk::new(1200) else { return };
    let published = disk.published();
    assert!(run(&long(1, 20_000), &published, None).success());
    let old = look(&published).await;
    let filler = disk.0.path().join("filler");
    for room in [4, 40, 80, 120, 160] {
        let free = free_kilobytes(disk.0.path());
        fs::write(&filler, vec![0; (free - room) * 1024]).expect("filled");
        let status = run(&long(2, 60_000), &published, None);
        assert_eq!(status.code(), Some(3), "{room}");
        assert_eq!(look(&published).await, old, "{room}");
        fs::remove_file(&filler).expect("removed");
    }
    assert!(run(&long(2, 60_000), &published, None).success());
    assert_ne!(look(&published).await, old);
}

#[tokio::test(flavor = "multi_thread")]
async fn in_a_folder_that_cannot_be_written_the_old_release_stays() {
    let Some(disk) = Disk::new(1200) else { return };
    let published = disk.published();
    assert!(run("old", &published, None).success());
    let old = look(&published).await;
    let remount = |how: &str| {
        mounted(Command::new("mount").args(["-o", &format!("remount,{how}")]).arg(disk.0.path()))
    };
    assert!(remount("ro"));
    assert_eq!(run("new", &published, None).code(), Some(3));
    assert_eq!(look(&published).await, old);
    assert!(remount("rw"));
    assert!(run("new", &published, None).success());
    assert_ne!(look(&published).await, old);
}

#[tokio::test(flavor = "multi_thread")]
async fn where_a_folder_cannot_be_made_nothing_is_published() {
    let published = tempfile::tempdir().expect("a temporary folder");
    fs::write(published.path().join("manifests"), "a file").expect("written");
    assert_eq!(run("new", published.path(), None).code(), Some(3));
    assert_eq!(look(published.path()).await, None);
}

fn free_kilobytes(folder: &Path) -> usize {
    let output = Command::new("df").args(["-k", "--output=avail"]).arg(folder).output();
    let text = String::from_utf8(output.expect("there is `df`").stdout).expect("text");
    text.lines().last().and_then(|line| line.trim().parse().ok()).expect("a number")
}
