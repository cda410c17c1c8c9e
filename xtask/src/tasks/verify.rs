//! `cargo xtask verify`: whether a folder is what was released, offline.

use std::path::{Path, PathBuf};

use faq_bundle::{CURRENT, Wrong, differences};
use faq_check::{Outcome, sanitize};

use super::publishing;
use crate::{Console, Error, disk};

/// Arguments of `verify`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// A folder that `bundle` wrote, or one that `publish` wrote.
    #[arg(default_value = "dist", value_name = "DIR")]
    pub folder: PathBuf,

    /// minisign key by which the pointer has to be signed: a file, or the line in it. For a published folder.
    #[arg(long, value_name = "KEY")]
    pub key: Option<String>,
}

pub(crate) fn run(root: &Path, args: &Args, console: &mut Console<'_>) -> Result<Outcome, Error> {
    let folder = root.join(&args.folder);
    if disk::is_plain_file(&folder.join(CURRENT)) {
        let key = args.key.iter().flat_map(|key| ["--key".to_owned(), key.clone()]);
        let place = args.folder.to_string_lossy().into_owned();
        let arguments: Vec<String> = key.chain([place]).collect();
        return publishing::hand_over(root, "verify", &arguments);
    }
    if args.key.is_some() {
        let help = "what is signed is the pointer, which is made by `cargo xtask publish`";
        let folder = sanitize(args.folder.to_string_lossy());
        return Err(Error::Usage(format!("{folder}: nothing here is signed\n  help: {help}")));
    }
    let paths = disk::read_paths(&folder)?;
    let mut found = differences(&paths, |path| disk::read_released(&folder.join(path)));
    for difference in &mut found {
        if matches!(difference.wrong, Wrong::Missing)
            && disk::is_folder(&folder.join(&difference.path))
        {
            difference.wrong = Wrong::Unreadable("this is a folder".to_owned());
        }
    }
    for difference in &found {
        console.line(&sanitize(difference.to_string()))?;
    }
    let shown = sanitize(args.folder.to_string_lossy());
    if found.is_empty() {
        console.line(&format!("{shown}: {} files are as they were released", paths.len()))?;
        return Ok(Outcome::Clean);
    }
    let differ = if found.len() == 1 {
        "1 file differs".to_owned()
    } else {
        format!("{} files differ", found.len())
    };
    console.line(&format!("{shown}: {differ} from the manifest"))?;
    Ok(Outcome::Refused)
}
