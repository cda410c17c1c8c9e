//! A small program in many scripts, made up for the corpus: what a FAQ has not, such as plural forms, links and units.

use crate::sources::Source;

macro_rules! texts {
    ($($locale:literal),* $(,)?) => {
        [$(($locale, include_str!(concat!("../data/app/", $locale, "/app.ftl")))),*]
    };
}

/// Its texts by locale.
pub(crate) const TEXTS: [(&str, &str); 18] = texts![
    "ar", "de", "el", "en-US", "es", "fr", "he", "hi", "it", "ja", "ko", "pl", "pt-BR", "ru", "th",
    "tr", "uk", "zh-Hans",
];

impl Source {
    /// The program.
    pub fn app() -> Self {
        Self::of_program(&TEXTS)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tree::Tree;
    use faq_check::{CheckInput, Policy, Profile, check};

    #[test]
    fn nothing_is_wrong_in_it_as_prose_or_as_software() {
        let mut tree = Tree::default();
        for (locale, text) in TEXTS {
            tree = tree.with(&format!("{locale}/app.ftl"), text);
        }
        let example = tree.example().expect("a tree");
        for profile in [Profile::Prose, Profile::Software] {
            let checked = check(CheckInput {
                tree: &example.tree,
                registry: &example.registry,
                catalog: None,
                policy: &Policy::of(profile),
            });
            let found: Vec<String> = checked
                .findings
                .iter()
                .map(|it| {
                    let id = it.message.clone().unwrap_or_default();
                    format!("{} {id} {}: {}", it.path, it.rule, it.text)
                })
                .collect();
            assert!(found.is_empty(), "{profile:?}:\n{}", found.join("\n"));
        }
    }
}
