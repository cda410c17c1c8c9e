//! Small releases, as `bundle` writes them, and how they are published.

use std::{collections::BTreeMap, fs, path::Path, time::Duration};

use faq_bundle::{Encoded, Encoding, FORMAT, File, Manifest, Negotiation};
use faq_publish::{Error, Patience, Place, Published, Terms, publish, roll_back};
use indicatif::ProgressBar;
use tempfile::TempDir;

/// The time in these tests.
pub(crate) const NOW: u64 = 1_795_000_000;

/// No test waits long for a storage that fails on purpose.
pub(crate) const QUICK: Patience = Patience { attempts: 6, wait: Duration::from_millis(1) };

/// A folder with a release whose files all hold `text`.
pub(crate) fn bundled(text: &str) -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    write(folder.path(), text);
    folder
}

/// Writes a release whose files all hold `text`.
pub(crate) fn write(folder: &Path, text: &str) {
    write_each(folder, [text; 3]);
}

/// Writes a release whose files hold these texts: bundle, page, start page, which is long enough to be there compressed, too.
pub(crate) fn write_each(folder: &Path, [bundle, page, start]: [&str; 3]) {
    let mut files = Vec::new();
    fs::create_dir_all(folder.join("es")).expect("made");
    for (path, text) in [
        ("es/faq.json", format!("{{\"text\": \"{bundle}\"}}")),
        ("es/index.html", format!("<p>{page}</p>")),
        ("index.html", format!("<h1>{start}</h1>{}", " ".repeat(99))),
    ] {
        let mut file = File::of(path, text.as_bytes());
        fs::write(folder.join(path), &text).expect("written");
        for encoding in Encoding::ALL {
            let bytes = encoding.compress(text.as_bytes()).expect("compressed");
            if bytes.len() < text.len() {
                let path = format!("{path}{}", encoding.ending());
                file.encodings.insert(encoding.token().to_owned(), Encoded::of(&bytes));
                fs::write(folder.join(path), bytes).expect("written");
            }
        }
        files.push(file);
    }
    let manifest = Manifest {
        format: FORMAT,
        version: Manifest::content_version(&files),
        revision: None,
        licences: Vec::new(),
        credits: Vec::new(),
        reference: "en-US".to_owned(),
        locales: Vec::new(),
        files,
        negotiation: Negotiation { default: "en-US".to_owned(), table: BTreeMap::new() },
    };
    let manifest = serde_json::to_vec_pretty(&manifest).expect("JSON");
    fs::write(folder.join("manifest.json"), manifest).expect("written");
}

/// How it is published where nothing else is said.
pub(crate) fn terms() -> Terms<'static> {
    Terms { now: NOW, lasts: 3600, key: None, recalls: None, pages: true, keep: None }
}

/// A folder as a place.
pub(crate) fn folder(path: &Path) -> Place {
    Place::open(path.to_str().expect("a readable name"), QUICK).expect("a place")
}

/// Publishes the release in a folder.
pub(crate) async fn publish_from(
    place: &Place,
    bundle: &Path,
    terms: &Terms<'_>,
) -> Result<Published, Error> {
    publish(place, &folder(bundle), terms, &ProgressBar::hidden()).await
}

/// Goes back to an earlier release.
pub(crate) async fn back(place: &Place, to: Option<u64>) -> Result<Published, Error> {
    roll_back(place, to, &terms(), &ProgressBar::hidden()).await
}
