//! `cargo xtask waive RULE MESSAGE`: accepts what a rule finds in one text, in the locale's `waivers.toml`.

use std::path::Path;

use chrono::{Months, NaiveDate};
use faq_check::{
    Finding, NewWaiver, Outcome, Pairing, Waivers, never_waived, rule, sanitize, texts,
};
use faq_content::MalformedFile;
use faq_l10n::{LocaleFiles, LocaleFolder, Scope};

use crate::{
    Console, Error, disk,
    output::replace_file,
    plain::folder_of_locale,
    subject::{Subject, TreeArgs},
};

/// Arguments of `waive`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Name of the rule, as it stands in the finding.
    pub rule: String,

    /// Name of the text: what stands before the `=`, with the `-` of a term.
    #[arg(allow_hyphen_values = true)]
    pub message: String,

    /// The language.
    #[arg(long, value_name = "TAG")]
    pub locale: String,

    /// Why the text is right.
    #[arg(long, value_name = "TEXT")]
    pub reason: String,

    /// Who says so.
    #[arg(long, value_name = "NAME")]
    pub by: String,

    /// The last day on which it is to count [default: in a year].
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub until: Option<NaiveDate>,

    /// File of the text below the language, where the name stands in more than one.
    #[arg(long, value_name = "NAME")]
    pub file: Option<String>,

    /// Show what would be written, and write nothing.
    #[arg(long)]
    pub dry_run: bool,

    /// What to read.
    #[command(flatten)]
    pub tree: TreeArgs,
}

pub(crate) fn run(
    root: &Path,
    args: &Args,
    today: NaiveDate,
    console: &mut Console<'_>,
) -> Result<Outcome, Error> {
    let until = args.until.or_else(|| today.checked_add_months(Months::new(12)));
    let until = until.filter(|until| *until >= today).ok_or_else(|| {
        Error::Usage("`--until` is a day that is over\n  help: name a day to come".to_owned())
    })?;
    let [reason, author] = [words("--reason", &args.reason)?, words("--by", &args.by)?];
    refuse_rule(&args.rule)?;
    let only = std::slice::from_ref(&args.locale);
    let subject = Subject::read(root, &args.tree, only, today)?;
    let folder = subject.folder(&args.locale)?;
    if args.tree.reference_dir.is_some() && args.tree.reference.as_deref() == Some(&args.locale) {
        return Err(Error::Usage(
            "the reference lies in another folder\n  help: run the command there, with that folder as `--root`".to_owned(),
        ));
    }
    let name = subject.file(folder, args)?;
    let text = subject.fingerprint(folder, &args.message, name)?;
    let new = NewWaiver {
        rule: &args.rule,
        message: &args.message,
        // With a catalog no two files of a locale have a text of the same name.
        file: subject.catalog.is_none().then_some(name),
        reason: &reason,
        author: &author,
        expires: until,
        text: &text,
    };
    add(root, &path(folder)?, &new, args.dry_run, console)
}

/// Adds the waiver to the file at `path`.
fn add(
    root: &Path,
    path: &str,
    new: &NewWaiver<'_>,
    dry_run: bool,
    console: &mut Console<'_>,
) -> Result<Outcome, Error> {
    // Read anew, because a link is refused here and passed over there.
    let old = disk::read_text_if_there(root, path)?;
    let written = Waivers::with(old.as_deref(), new).map_err(|error| {
        let old = old.as_deref().unwrap_or_default();
        MalformedFile::at(path, old, &error.span, error.message).help(error.help)
    })?;
    if dry_run {
        console.line(&format!("{}: this would be added", sanitize(path)))?;
    } else {
        replace_file(&root.join(path), written.as_bytes())?;
        console.line(&format!("{}: this was added", sanitize(path)))?;
    }
    console.write(&new.block())?;
    Ok(Outcome::Clean)
}

/// The words of a flag, on one line.
fn words(flag: &str, text: &str) -> Result<String, Error> {
    let words: Vec<&str> = text.split_whitespace().collect();
    if words.is_empty() {
        return Err(Error::Usage(format!("`{flag}` says nothing")));
    }
    Ok(sanitize(words.join(" ")))
}

fn refuse_rule(name: &str) -> Result<(), Error> {
    if rule(name).is_none() {
        return Err(Error::Usage(format!(
            "there is no rule `{name}`\n  help: `cargo xtask explain x` lists all rules"
        )));
    }
    match never_waived(name) {
        Some(why) => Err(Error::Usage(format!("what `{name}` finds cannot be waived: {why}"))),
        None => Ok(()),
    }
}

impl Subject {
    fn folder(&self, locale: &str) -> Result<&LocaleFolder, Error> {
        let registered = self.registry.of_folder(locale).is_some();
        let folder = self.tree.folders.iter().find(|folder| registered && folder.name == locale);
        folder.ok_or_else(|| {
            let there: Vec<&str> =
                self.registry.locales().iter().map(|locale| locale.folder.as_str()).collect();
            let help = format!("there are: {}", there.join(", "));
            Error::Usage(format!("there is no language `{locale}`\n  help: {help}"))
        })
    }

    /// The name of the file with the text in which the rule finds something.
    fn file<'f>(&self, folder: &'f LocaleFolder, args: &Args) -> Result<&'f str, Error> {
        let is_meant = |finding: &Finding| {
            finding.rule == args.rule
                && finding.locale.as_deref() == Some(&args.locale)
                && finding.message.as_deref() == Some(&args.message)
        };
        let findings = self.check().findings;
        let found: Vec<&Finding> = findings.iter().filter(|finding| is_meant(finding)).collect();
        let has_it = |path: &str| found.iter().any(|it| *it.path == *sanitize(path));
        let files = folder.files.iter().filter(|file| has_it(&file.path));
        let names: Vec<&str> = files.map(|file| file.name.as_str()).collect();
        let wanted = args.file.as_deref();
        match names.as_slice() {
            names if let Some(name) = names.iter().find(|it| wanted == Some(**it)) => Ok(name),
            [name] if wanted.is_none() => Ok(name),
            [] | [_] => Err(Error::Usage(format!(
                "`{}` finds nothing in the text `{}` of `{}`\n  help: `cargo xtask check` shows what is found",
                args.rule, args.message, args.locale
            ))),
            names => Err(Error::Usage(format!(
                "`{}` stands in more than one file\n  help: name one with `--file`: {}",
                args.message,
                names.join(", ")
            ))),
        }
    }

    fn fingerprint(
        &self,
        folder: &LocaleFolder,
        message: &str,
        name: &str,
    ) -> Result<String, Error> {
        let scope = if self.catalog.is_some() { Scope::Locale } else { Scope::File };
        let reference =
            self.registry.locales().iter().find(|it| it.tag == *self.registry.reference());
        let reference = reference.map_or("", |locale| locale.folder.as_str());
        let reference = self.tree.folders.iter().find(|it| it.name == reference);
        let reference = reference.filter(|it| it.name != folder.name);
        let files = LocaleFiles::parse(folder, scope);
        let reference = reference.map(|it| LocaleFiles::parse(it, scope));
        let pairing = reference.as_ref().map(|reference| Pairing::of(&files, reference));
        let mut found =
            texts(&files, pairing.as_ref().zip(reference.as_ref()), message, Some(name));
        found.dedup();
        match found.as_slice() {
            [(_, text)] => Ok(text.clone()),
            _ => Err(Error::Usage(format!(
                "`{message}` is defined more than once in `{name}`\n  help: remove all but one"
            ))),
        }
    }
}

/// The path of a locale's waivers, which stand beside its texts.
fn path(folder: &LocaleFolder) -> Result<String, Error> {
    let files = folder.files.iter().map(|file| (file.path.as_str(), file.name.as_str()));
    let path = folder_of_locale(&folder.name, files);
    path.map(|path| format!("{path}{}", Waivers::FILE)).ok_or_else(|| {
        Error::Usage(
            "in this layout a language has no folder of its own, where its waivers could stand"
                .to_owned(),
        )
    })
}
