//! Rule `unexpected-file`: files, folders and links that should not be where they are.

use faq_content::{LocaleTag, TagError};
use faq_l10n::{Stray, StrayKind, is_deprecated};

use crate::{
    finding::{Hits, Place},
    policy::Severities,
    rule::{Judge, Rule},
};

pub(super) const RULE: Rule = Rule {
    name: "unexpected-file",
    severities: Severities::ERROR_IN_PROSE,
    doc: include_str!("unexpected-file.md"),
    judge: Judge::Stray(judge),
};

fn judge(stray: &Stray, hits: &mut Hits) {
    let (text, help) = match (stray.kind, stray.folder.as_deref()) {
        (StrayKind::Symlink, _) => (
            "this is a link, and links are not followed".to_owned(),
            "put the file itself here".to_owned(),
        ),
        (StrayKind::Unreadable, _) => (
            "the files in this folder could not be listed".to_owned(),
            "give it back its permissions".to_owned(),
        ),
        (StrayKind::Folder, Some(name)) if !stray.path.contains(&format!("{name}/")) => {
            folder(name)
        }
        (StrayKind::Folder, _) => {
            ("a locale has no folders inside".to_owned(), "move its files up".to_owned())
        }
        (StrayKind::File, Some(_)) => (
            "nobody reads this file".to_owned(),
            "give it a name that ends in `.ftl`, or remove it".to_owned(),
        ),
        (StrayKind::File, None) => {
            ("nobody reads this file".to_owned(), "remove it, or move it into a locale".to_owned())
        }
        (StrayKind::Name, _) => (
            "the name of this file is not readable everywhere".to_owned(),
            "give it a name of plain letters".to_owned(),
        ),
    };
    hits.add(Place::Path(stray.path.clone()), text).help(help);
}

/// A folder whose name is no registered locale.
fn folder(name: &str) -> (String, String) {
    match LocaleTag::parse(name) {
        Ok(tag) if let Some(current) = is_deprecated(&tag) => (
            format!("`{tag}` is a deprecated language tag"),
            format!("rename the folder to `{current}`"),
        ),
        Ok(tag) => (
            format!("`{tag}` is not a registered locale"),
            format!(
                "register it in `locales.toml`:\n[[locale]]\ntag = \"{tag}\"\nendonym = \"…\"\ntier = \"incubating\""
            ),
        ),
        Err(TagError::NotCanonical(canonical)) => (
            format!("`{name}` is not the canonical spelling of this language tag"),
            format!("rename the folder to `{canonical}`"),
        ),
        Err(error @ TagError::NotATag) => {
            (format!("`{name}` is {error}"), "rename the folder, or remove it".to_owned())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(path: &str, folder: &str) -> String {
        let stray = Stray {
            path: path.to_owned(),
            folder: Some(folder.to_owned()),
            kind: StrayKind::Folder,
        };
        let mut hits = Hits::default();
        judge(&stray, &mut hits);
        let said = hits.take().into_iter().map(|it| it.text + ": " + &it.help.unwrap_or_default());
        said.collect()
    }

    #[test]
    fn a_folder_that_is_no_locale_is_told_what_it_may_be() {
        for (name, text) in [
            ("fr", "`fr` is not a registered locale: register it in `locales.toml`"),
            ("pt_br", "rename the folder"),
            (
                "pt-br",
                "not the canonical spelling of this language tag: rename the folder to `pt-BR`",
            ),
            ("iw", "`iw` is a deprecated language tag: rename the folder to `he`"),
            ("new folder", "rename the folder, or remove it"),
        ] {
            let said = said(&format!("locales/{name}"), name);
            assert!(said.contains(text), "{name}: {said}");
        }
    }

    #[test]
    fn a_folder_inside_a_locale_is_moved_up() {
        assert_eq!(
            said("locales/fr/old", "fr"),
            "a locale has no folders inside: move its files up"
        );
    }
}
