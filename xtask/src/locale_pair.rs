//! A language of the project beside the reference, as it goes out to other tools and comes back.

use std::path::PathBuf;

use chrono::NaiveDate;
use faq_check::sanitize;
use faq_content::{Direction, LocaleTag};
use faq_exchange::{FtlSource, Languages};
use faq_l10n::{
    Content, Ledger, LocaleFiles, LocaleFolder, LocaleReviews, MinorEdits, ReviewInput, Scope,
    Sources, direction,
};

use crate::{Error, project::Project};

/// A language of the project beside the reference.
pub(crate) struct LocalePair<'p> {
    tag: LocaleTag,
    pub(crate) folder: &'p LocaleFolder,
    reference: &'p LocaleFolder,
    right_to_left: bool,
}

impl<'p> LocalePair<'p> {
    /// The language with this tag, whose letters may be large or small.
    pub(crate) fn of(project: &'p Project, tag: &str) -> Result<Self, Error> {
        let reference = project.registry.reference();
        let there = || {
            let others = project.registry.locales().iter().filter(|it| it.tag != *reference);
            others.map(|it| it.tag.as_str()).collect::<Vec<_>>().join(", ")
        };
        let tags = project.registry.locales().iter().map(|it| &it.tag);
        let mut known = tags.filter(|it| *it != reference && it.as_str().eq_ignore_ascii_case(tag));
        let tag = known.next().cloned().ok_or_else(|| {
            Error::Usage(format!(
                "`{}` is no language of translations\n  help: there are: {}",
                sanitize(tag),
                there()
            ))
        })?;
        let folder = |name: &str| {
            let found = project.tree.folders.iter().find(|it| it.name == name);
            found.ok_or_else(|| Error::Usage(format!("there is no folder `{name}`")))
        };
        Ok(Self {
            folder: folder(tag.as_str())?,
            reference: folder(reference.as_str())?,
            right_to_left: direction(&tag) == Direction::Rtl,
            tag,
        })
    }

    /// A file of which not everything is known must not be taken for one that lacks texts.
    pub(crate) fn refuse_unreadable(&self) -> Result<(), Error> {
        let mut files = self.reference.files.iter().chain(&self.folder.files);
        let unread = files.find(|file| !matches!(file.content, Content::Text(_)));
        unread.map_or(Ok(()), |file| Err(Error::NoText(PathBuf::from(&file.path))))
    }

    pub(crate) fn languages(&self) -> Languages<'p> {
        Languages {
            reference: &self.reference.name,
            locale: &self.folder.name,
            right_to_left: self.right_to_left,
        }
    }

    /// The files of the reference, then those of the language; what is no text is left out.
    pub(crate) fn sources(&self) -> [Vec<FtlSource<'p>>; 2] {
        [self.reference, self.folder].map(|folder| {
            let texts = folder.files.iter().filter_map(|file| match &file.content {
                Content::Text(text) => Some(FtlSource { name: &file.name, text }),
                Content::NotUtf8(_) | Content::TooLarge(_) | Content::Unreadable(_) => None,
            });
            texts.collect()
        })
    }

    /// What is known of the language's translations by this ledger, if its folder were `folder`.
    pub(crate) fn reviews(
        &self,
        project: &Project,
        folder: &LocaleFolder,
        ledger: Option<&Ledger>,
        today: NaiveDate,
    ) -> LocaleReviews {
        let minor = MinorEdits::of(self.reference.setting(Ledger::FILE)).unwrap_or_default();
        let reference = LocaleFiles::parse(self.reference, Scope::Locale);
        LocaleReviews::decide(ReviewInput {
            locale: &self.tag,
            catalog: &project.catalog,
            files: &LocaleFiles::parse(folder, Scope::Locale),
            reference: Some(&Sources::of(&project.catalog, &reference)),
            ledger,
            minor: &minor,
            reviewers: &project.policy.reviewers,
            today: Some(today),
        })
    }
}
