//! What a publisher that was killed leaves in a folder: files that were never put into their places.

#![expect(
    clippy::disallowed_methods,
    reason = "the storage does not show them, so the disk is asked"
)]

use std::{
    fs, io,
    path::Path,
    time::{Duration, SystemTime, UNIX_EPOCH},
};

/// How long a file may be on its way, in seconds.
const LONGEST: u64 = 60 * 60;

/// Removes what began to be written more than an hour before `now` and is not in its place yet: `<path>#<number>`, where `is_ours`
/// knows the path. Says how many files that were.
pub(crate) fn remove_unfinished(
    folder: &Path,
    now: u64,
    is_ours: impl Fn(&str) -> bool,
) -> io::Result<usize> {
    let before = UNIX_EPOCH + Duration::from_secs(now.saturating_sub(LONGEST));
    let (mut removed, mut open) = (0, vec![String::new()]);
    while let Some(prefix) = open.pop() {
        for entry in fs::read_dir(folder.join(&prefix))? {
            let entry = entry?;
            let path = format!("{prefix}{}", entry.file_name().to_string_lossy());
            let kind = entry.file_type()?;
            if kind.is_dir() {
                open.push(format!("{path}/"));
            } else if kind.is_file()
                && target(&path).is_some_and(&is_ours)
                && entry.metadata()?.modified().is_ok_and(|it: SystemTime| it < before)
            {
                fs::remove_file(entry.path())?;
                removed += 1;
            }
        }
    }
    Ok(removed)
}

/// The path that an unfinished file was to have.
fn target(path: &str) -> Option<&str> {
    let (target, number) = path.rsplit_once('#')?;
    let is_number = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then_some(target)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_was_on_its_way_for_an_hour_is_removed() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        fs::create_dir(folder.path().join("objects")).expect("made");
        let now = 1_795_000_000;
        for (name, age) in [
            ("objects/a.json#1", 3601),
            ("objects/b.json#2", 3599),
            ("objects/c.json", 9999),
            ("objects/d.json#x", 9999),
            ("mine#1", 9999),
        ] {
            let file = fs::File::create(folder.path().join(name)).expect("made");
            let time = UNIX_EPOCH + Duration::from_secs(now - age);
            file.set_modified(time).expect("set");
        }
        let removed = remove_unfinished(folder.path(), now, |path| path.starts_with("objects/"));
        assert_eq!(removed.expect("removed"), 1);
        assert!(!folder.path().join("objects/a.json#1").exists());
        assert!(folder.path().join("mine#1").exists());
    }
}
