//! Real texts, from which cases are cut: for every message of every locale the smallest tree it can stand in.

mod cut;
mod reviews;
mod texts;

use std::collections::BTreeSet;

use faq_content::Catalog;
use faq_l10n::{Ledger, LocaleTree};

use self::{
    cut::Cut,
    texts::{Text, Texts, closure, entries, take_reference},
};
use crate::{scene::Scene, tree::Tree};

/// The reference of every source.
pub(crate) const REFERENCE: &str = "en-US";

/// A tree of locales without a mistake.
#[derive(Clone, Debug)]
pub struct Source {
    /// Name of the one file that each locale of a scene has.
    file: &'static str,
    /// Whether it is several sources together, for what needs many texts.
    is_large: bool,
    catalog: Option<Catalog>,
    reference: Texts,
    locales: Vec<Texts>,
}

/// How much of a source a scene holds besides the message in question and what it needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// Nothing.
    Message,
    /// These messages too, where the source has them.
    With(&'static [&'static str]),
    /// What is said of the language.
    Settings,
    /// What is recorded of its review, and who may review.
    Reviews,
    /// Every sentence of the one locale.
    Locale,
    /// The same message in every locale.
    AllLocales,
}

impl Source {
    /// The FAQ: its locales and its catalog.
    pub fn of_faq(tree: &LocaleTree, catalog: Catalog) -> Self {
        let mut locales: Vec<Texts> = tree
            .folders
            .iter()
            .map(|folder| Texts {
                locale: folder.name.clone(),
                entries: folder.files.iter().flat_map(|it| entries(it.content.text())).collect(),
                settings: folder
                    .settings
                    .iter()
                    // A scene has a ledger of its own, or none.
                    .filter(|it| it.name != Ledger::FILE)
                    .map(|it| (it.name.clone(), it.content.text().to_owned()))
                    .collect(),
            })
            .collect();
        let reference = take_reference(&mut locales);
        Self { file: "faq.ftl", is_large: false, catalog: Some(catalog), reference, locales }
    }

    /// Two sources as one, without a catalog, in the locales that both have.
    #[must_use]
    pub fn together(&self, other: &Self) -> Self {
        let join = |a: &Texts, b: &Texts| Texts {
            locale: a.locale.clone(),
            entries: a.entries.iter().chain(&b.entries).cloned().collect(),
            settings: a.settings.iter().chain(&b.settings).cloned().collect(),
        };
        let locales = self.locales.iter().filter_map(|texts| {
            let same = other.locales.iter().find(|it| it.locale == texts.locale)?;
            Some(join(texts, same))
        });
        Self {
            file: "all.ftl",
            is_large: true,
            catalog: None,
            reference: join(&self.reference, &other.reference),
            locales: locales.collect(),
        }
    }

    /// Whether scenes of this reach are to be taken from it.
    pub(crate) fn serves(&self, reach: Reach) -> bool {
        self.is_large == (reach == Reach::Locale)
    }

    /// A program: its texts by locale.
    pub(crate) fn of_program(texts: &[(&str, &str)]) -> Self {
        let mut locales: Vec<Texts> = texts
            .iter()
            .map(|(locale, text)| Texts {
                locale: (*locale).to_owned(),
                entries: entries(text),
                settings: Vec::new(),
            })
            .collect();
        let reference = take_reference(&mut locales);
        Self { file: "app.ftl", is_large: false, catalog: None, reference, locales }
    }

    /// Every message and term that can be touched: locale and Fluent id.
    pub fn places(&self) -> impl Iterator<Item = (&str, &str)> {
        let is_known = |id: &str| self.reference.find(id).is_some();
        self.locales.iter().flat_map(move |texts| {
            texts.ids().filter(move |id| is_known(id)).map(|id| (texts.locale.as_str(), id))
        })
    }

    /// The smallest tree in which the message `id` of `locale` can stand.
    pub fn scene(&self, locale: &str, id: &str, reach: Reach) -> Option<Scene> {
        let own = self.locales.iter().find(|it| it.locale == locale)?;
        let own_id = own.find(id)?.id.clone();
        let cut = self.catalog.as_ref().map(|catalog| {
            let mut users = self.reference.entries.iter().chain(&own.entries);
            let user = users.find(|it| it.uses.iter().any(|used| used == id));
            Cut::around(catalog, user.map_or(id, |it| &it.id))
        });
        let locales: Vec<&Texts> = match reach {
            Reach::AllLocales => [&self.reference].into_iter().chain(&self.locales).collect(),
            Reach::Message | Reach::With(_) | Reach::Settings | Reach::Reviews | Reach::Locale => {
                vec![&self.reference, own]
            }
        };
        let mut wanted = self.beside(reach, cut.as_ref());
        wanted.insert(id);
        let wanted = closure(&locales, wanted);
        let mut tree = Tree::default();
        tree.files.extend(cut.map(|cut| ("catalog.toml".to_owned(), cut.toml())));
        for texts in locales {
            let path = format!("{}/{}", texts.locale, self.file);
            tree.files.insert(path, texts.file(&wanted, reach == Reach::Locale));
            let settings = texts.settings.iter().filter(|_| reach == Reach::Settings);
            let path = |name: &str| format!("{}/{name}", texts.locale);
            tree.files.extend(settings.map(|(name, text)| (path(name), text.clone())));
        }
        if reach == Reach::Reviews {
            tree = self.catalog.as_ref().and_then(|_| reviews::reviewed(&tree, locale))?;
        }
        let others = self.locales.iter().filter(|it| it.locale != locale);
        Some(Scene {
            tree,
            locale: locale.to_owned(),
            path: format!("{locale}/{}", self.file),
            reference_path: format!("{REFERENCE}/{}", self.file),
            message: own_id,
            has_catalog: self.catalog.is_some(),
            others: others
                .filter_map(|it| Some((it.locale.clone(), it.find(id)?.written.clone())))
                .collect(),
        })
    }

    /// The messages that have to stand beside any, by the catalog and by how much is asked for.
    fn beside<'s>(&'s self, reach: Reach, cut: Option<&Cut<'_>>) -> BTreeSet<&'s str> {
        let of_catalog = |id: &&str| cut.is_some_and(|cut| cut.messages.contains(*id));
        let is_asked_for = |id: &&str| match reach {
            Reach::With(messages) => messages.contains(id),
            Reach::Locale => self.is_sentence(id),
            Reach::Message | Reach::Settings | Reach::Reviews | Reach::AllLocales => false,
        };
        self.reference.ids().filter(|id| of_catalog(id) || is_asked_for(id)).collect()
    }

    /// Whether the reference has a text of some length there, which says how long texts are.
    fn is_sentence(&self, id: &str) -> bool {
        let text = self.reference.find(id).map_or("", Text::without_comment);
        text.len() > id.len() + 30
    }
}
