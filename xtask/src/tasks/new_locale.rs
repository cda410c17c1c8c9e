//! `cargo xtask new-locale TAG`: begins a language. Its files hold every text of the reference, waiting for its translation.

use std::path::Path;

use faq_check::{Language, Outcome, sanitize};
use faq_content::{Direction, LocaleTag, TagError};
use faq_l10n::{
    Ledger, LocaleRegistry, PluralForms, digits, direction, endonym, entries, in_step,
    is_deprecated, register, start_file, start_language, with_owner,
};

use super::sync::{forms_of, named_texts};
use crate::{
    Console, Error, disk,
    mending::Change,
    output::replace_together,
    project::{LOCALES, Project, REGISTRY},
};

/// Who is asked to review what, below the root; there need be none.
const OWNERS: &str = ".github/CODEOWNERS";

/// Arguments of `new-locale`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The language, as a tag: `uk`, `pt-PT`, `sr-Latn`.
    pub tag: String,

    /// What the language is called in itself [default: what Unicode's CLDR has].
    #[arg(long, value_name = "NAME")]
    pub endonym: Option<String>,

    /// Show the files that would be written, and write nothing.
    #[arg(long)]
    pub dry_run: bool,
}

pub(crate) fn run(root: &Path, args: &Args, console: &mut Console<'_>) -> Result<Outcome, Error> {
    let tag = tag(&args.tag)?;
    let project = Project::read(root)?;
    refuse_known(&project, &tag)?;
    let name = match (&args.endonym, endonym(&tag)) {
        (Some(name), _) => name.split_whitespace().collect::<Vec<_>>().join(" "),
        (None, Some(name)) => name.to_owned(),
        (None, None) => {
            return Err(Error::Usage(format!(
                "CLDR does not say what `{tag}` is called in itself\n  help: add `--endonym` and that name"
            )));
        }
    };
    let forms = forms_of(&tag);
    let (changes, texts) = changes(root, &project, &tag, &name, &forms)?;
    if args.dry_run {
        for change in &changes {
            console.write(&change.diff(console.colour))?;
        }
        return Ok(Outcome::Clean);
    }
    replace_together(root, &changes)?;
    console.line(&format!("{LOCALES}/{tag}: {texts} texts wait for their translation"))?;
    console.line(&about(&tag, &name, &forms))?;
    if !changes.iter().any(|it| it.path == OWNERS) {
        console.line(&format!("{OWNERS}: there is no line to go by; say who reviews `{tag}`"))?;
    }
    console.line(&format!(
        "translate glossary.ftl first, then the others; `cargo xtask check --locale {tag}` says what is missing"
    ))?;
    Ok(Outcome::Clean)
}

/// The tag, which has to be written as it is going to be.
fn tag(text: &str) -> Result<LocaleTag, Error> {
    let usage = |message: String| Error::Usage(message);
    let tag = LocaleTag::parse(text).map_err(|error| match error {
        TagError::NotATag => usage(format!("`{}` is {error}", sanitize(text))),
        TagError::NotCanonical(canonical) => usage(format!(
            "the canonical spelling of this tag is `{canonical}`\n  help: cargo xtask new-locale {canonical}"
        )),
    })?;
    match is_deprecated(&tag) {
        Some(current) => Err(usage(format!(
            "`{tag}` is a deprecated tag; it is now `{current}`\n  help: cargo xtask new-locale {current}"
        ))),
        None => Ok(tag),
    }
}

fn refuse_known(project: &Project, tag: &LocaleTag) -> Result<(), Error> {
    if project.registry.get(tag.as_str()).is_some() {
        return Err(Error::Usage(format!(
            "there is a language `{tag}` already\n  help: `cargo xtask sync` adds what a language lacks"
        )));
    }
    // On some disks letter case makes no other folder.
    let is_it = |name: &str| name.eq_ignore_ascii_case(tag.as_str());
    let path = format!("{LOCALES}/{tag}");
    let is_there = project.tree.folders.iter().any(|it| is_it(&it.name))
        || project.tree.strays.iter().any(|it| it.path.eq_ignore_ascii_case(&path));
    if is_there {
        return Err(Error::Usage(format!(
            "there is a folder `{path}` already, and `{REGISTRY}` does not know it\n  help: move it away, or add it there"
        )));
    }
    Ok(())
}

/// Every file that is new or changes, and how many texts there are to translate.
fn changes(
    root: &Path,
    project: &Project,
    tag: &LocaleTag,
    name: &str,
    forms: &PluralForms,
) -> Result<(Vec<Change>, usize), Error> {
    let reference = named_texts(project, project.registry.reference().as_str())?;
    let texts = reference.iter().map(|it| entries(&it.text).len()).sum();
    let new = |name: &str, after: String| Change {
        path: format!("{LOCALES}/{tag}/{name}"),
        before: String::new(),
        after,
    };
    let mut changes: Vec<Change> =
        reference.iter().map(|it| new(&it.name, start_file(&it.text, forms))).collect();
    let messages = project.catalog.messages();
    let ledger = in_step(&Ledger::default(), messages.iter().map(|it| it.id.as_str()));
    changes.push(new(Language::FILE, start_language(name)));
    changes.push(new(Ledger::FILE, ledger.to_string()));
    let before = disk::read_text(root, REGISTRY)?;
    let after = register(&before, tag, name);
    // A name that cannot stand there is refused before anything is written.
    LocaleRegistry::parse(REGISTRY, &after)?;
    changes.push(Change { path: REGISTRY.to_owned(), before, after });
    let owners = disk::read_text_if_there(root, OWNERS)?;
    if let Some((before, after)) = owners.and_then(|it| with_owner(&it, tag).map(|new| (it, new))) {
        changes.push(Change { path: OWNERS.to_owned(), before, after });
    }
    Ok((changes, texts))
}

/// What CLDR says of the language, for a person to see that it is the right one.
fn about(tag: &LocaleTag, name: &str, forms: &PluralForms) -> String {
    let direction = match direction(tag) {
        Direction::Ltr => "left to right",
        Direction::Rtl => "right to left",
    };
    format!(
        "{}: {direction}, digits {}, plural forms {}",
        sanitize(name),
        digits(tag),
        forms.cardinal.join(", ")
    )
}
