//! One locale's page despite all findings: each text its own where it can be shown, else the reference's.

use chrono::NaiveDate;
use faq_check::{Finding, gate, sanitize};
use faq_content::{
    Block, Catalog, Coverage, Direction, Entry, LocaleTag, LocalizedBlock, LocalizedEntry,
    LocalizedFaq, LocalizedItem, LocalizedText,
};
use faq_emit::{Live, Preview, PreviewPage, Remark, Seen, SeenEntry, preview};
use faq_l10n::{
    Content, FormatFailure, LocaleFiles, LocaleFolder, Messages, Pseudo, RegisteredLocale, Scope,
    SourceFile, pseudo,
};
use xtask::{Error, Project};

use crate::remarks::remark;

/// What is to be shown.
#[derive(Clone, Debug)]
pub struct Shown<'a> {
    /// The locale, or a made-up one.
    pub tag: &'a str,
    /// The day by which waivers end.
    pub today: NaiveDate,
    /// Whether the reference text stands beside each text.
    pub beside: bool,
    /// How the page follows the files, where it is served.
    pub live: Option<Live>,
}

/// The page, and what was found, in a line.
pub fn view(project: &Project, shown: Shown<'_>) -> Result<(PreviewPage, String), Error> {
    let policy = project.policy.clone().on(shown.today);
    let checked = project.check(&policy);
    let gate = gate(project.gate(&policy, &checked, None));
    let readers = project.resolve(&checked, &gate.withheld);
    let reference = project.registry.reference();
    let files_of = |tag: &LocaleTag| checked.locales.iter().find(|(it, _)| it == tag);
    let no_folder = LocaleFolder::default();
    let no_files = LocaleFiles::parse(&no_folder, Scope::Locale);
    let reference_files = files_of(reference).map_or(&no_files, |(_, files)| files);
    let made_up = Pseudo::of_tag(shown.tag);
    let disguised = made_up.map(|it| disguise(project, it)).unwrap_or_default();
    let (locale, files, page) = if let Some(made_up) = made_up {
        let files = LocaleFiles::parse(&disguised, Scope::Locale);
        (made_up_locale(project, made_up)?, Some(files), None)
    } else {
        let locale = project.registry.get(shown.tag).ok_or_else(|| unknown(project, shown.tag))?;
        (locale.clone(), None, readers.iter().find(|faq| faq.locale == locale.tag))
    };
    let files = files.as_ref().or(files_of(&locale.tag).map(|(_, files)| files));
    // A made-up language has the plural forms of the language that it is made from.
    let grammar = if made_up.is_some() { reference } else { &locale.tag };
    let findings = checked.findings.iter();
    let viewer = Viewer {
        project,
        readers: page,
        own: Messages::new(grammar, &project.catalog, files.unwrap_or(&no_files)),
        reference: Messages::new(reference, &project.catalog, reference_files),
        findings: findings.filter(|it| it.locale.as_deref() == Some(locale.tag.as_str())).collect(),
        locale,
    };
    let (faq, seen) = viewer.page(&shown);
    let all = if shown.live.is_some() { readers.as_slice() } else { &[] };
    let verdict = seen.verdict();
    Ok((preview(&faq, all, &Preview { live: shown.live, ..seen })?, verdict))
}

fn unknown(project: &Project, tag: &str) -> Error {
    let known = project.registry.locales().iter().map(|locale| locale.tag.as_str());
    let known: Vec<&str> = known.chain(Pseudo::ALL.map(Pseudo::tag)).collect();
    let (tag, known) = (sanitize(tag), known.join(", "));
    Error::Usage(format!("there is no locale `{tag}`\n  help: choose one of {known}"))
}

/// The folder of the reference in a made-up language.
fn disguise(project: &Project, made_up: Pseudo) -> LocaleFolder {
    let reference = project.registry.reference().as_str();
    let folder = project.tree.folders.iter().find(|folder| folder.name == reference);
    let files = folder.into_iter().flat_map(|folder| &folder.files).map(|file| SourceFile {
        content: Content::Text(pseudo(file.content.text(), made_up)),
        ..file.clone()
    });
    LocaleFolder { files: files.collect(), ..LocaleFolder::default() }
}

fn made_up_locale(project: &Project, made_up: Pseudo) -> Result<RegisteredLocale, Error> {
    let reference = project.registry.reference();
    let locale = project.registry.get(reference.as_str()).cloned();
    let tag = LocaleTag::parse(made_up.tag()).ok();
    let (Some(locale), Some(tag)) = (locale, tag) else {
        return Err(unknown(project, made_up.tag()));
    };
    Ok(RegisteredLocale {
        tag,
        endonym: made_up.name().to_owned(),
        dir: made_up.dir(),
        fallback: vec![reference.clone()],
        ..locale
    })
}

/// One locale with all that its page is made from.
struct Viewer<'a> {
    project: &'a Project,
    locale: RegisteredLocale,
    /// The page as readers would get it today.
    readers: Option<&'a LocalizedFaq>,
    own: Messages,
    reference: Messages,
    findings: Vec<&'a Finding>,
}

impl Viewer<'_> {
    fn page(&self, shown: &Shown<'_>) -> (LocalizedFaq, Preview) {
        let catalog = &self.project.catalog;
        let reference = self.project.registry.reference();
        let title = self.seen(Catalog::title_message());
        let interface: Vec<_> = catalog
            .interface()
            .iter()
            .map(|text| (text.id.clone(), self.seen(&Catalog::interface_message(&text.id))))
            .collect();
        let entries = catalog.entries().iter().map(|entry| self.entry(entry));
        let (entries, seen_entries): (Vec<_>, Vec<_>) = entries.unzip();
        let readers = self.readers;
        let faq = LocalizedFaq {
            locale: self.locale.tag.clone(),
            dir: self.locale.dir,
            endonym: self.locale.endonym.clone(),
            tier: self.locale.tier,
            review: readers.map_or(faq_content::Review::Original, |it| it.review),
            fallback: self.locale.fallback.clone(),
            title: self.localized(&title),
            interface_locale: readers
                .map_or_else(|| self.origin(), |it| it.interface_locale.clone()),
            interface: readers.map_or_else(
                || interface.iter().map(|(id, seen)| (id.clone(), seen.text.clone())).collect(),
                |it| it.interface.clone(),
            ),
            entries,
            coverage: Coverage::default(),
        };
        let preview = Preview {
            reference: (reference.clone(), self.project.registry.dir(reference)),
            notices: self.notices(),
            title,
            entries: seen_entries,
            interface,
            elsewhere: self.elsewhere(),
            beside: shown.beside && self.locale.tag != *reference,
            live: None,
        };
        (faq, preview)
    }

    fn origin(&self) -> (LocaleTag, Direction) {
        (self.locale.tag.clone(), self.locale.dir)
    }

    fn notices(&self) -> Vec<String> {
        let notice = match self.readers {
            None => {
                "This language is made up from the reference, to see longer texts and the other direction. It is not checked and never ships."
            }
            Some(_) => "The page as readers will see it. What was found stands at its text.",
        };
        vec![notice.to_owned()]
    }

    /// A text of the page, its own or the reference's.
    fn seen(&self, message: &str) -> Seen {
        let is_reference = self.locale.tag == *self.project.registry.reference();
        let reference = self.reference.format(message).ok();
        let own = self.own.format(message);
        let mut remarks = self.remarks(|finding| finding.message.as_deref() == Some(message));
        if own == Err(FormatFailure::Missing) {
            // They point at where it could be put in, which is another text.
            for remark in &mut remarks {
                remark.excerpt = None;
            }
        }
        let (text, missing) = match own {
            Ok(text) => (text, None),
            Err(failure) => (reference.clone().unwrap_or_default(), Some(words(failure))),
        };
        Seen {
            message: message.to_owned(),
            text,
            reference: reference.filter(|_| !is_reference && missing.is_none()),
            missing,
            remarks,
        }
    }

    fn localized(&self, seen: &Seen) -> LocalizedText {
        let (locale, dir) = match seen.missing {
            Some(_) => {
                let reference = self.project.registry.reference();
                (reference.clone(), self.project.registry.dir(reference))
            }
            None => self.origin(),
        };
        LocalizedText { locale, dir, text: seen.text.clone() }
    }

    fn entry(&self, entry: &Entry) -> (LocalizedEntry, SeenEntry) {
        let question = self.seen(&entry.question_message());
        let blocks = entry.blocks.iter().map(|block| self.block(entry, block));
        let (blocks, seen): (Vec<_>, Vec<_>) = blocks.unzip();
        let readers = self.readers.and_then(|faq| faq.entries.iter().find(|it| it.id == entry.id));
        let notice = readers.filter(|it| it.locale != self.locale.tag).map(|it| {
            format!("As it stands, readers would get this whole answer in `{}`.", it.locale)
        });
        let (locale, dir) = self.origin();
        let localized = LocalizedEntry {
            id: entry.id.clone(),
            aliases: entry.aliases.clone(),
            topic: entry.topic.clone(),
            locale,
            dir,
            risk: entry.risk,
            freshness: readers.map_or(faq_content::Freshness::Unrecorded, |it| it.freshness),
            review: readers.map_or(faq_content::Review::Draft, |it| it.review),
            // Only what is released has one; no page shows it.
            fingerprint: String::new(),
            question: question.text.clone(),
            blocks,
        };
        (localized, SeenEntry { notice, question, blocks: seen })
    }

    /// A block, and its texts in the order in which [`SeenEntry::blocks`] has them.
    fn block(&self, entry: &Entry, block: &Block) -> (LocalizedBlock, Vec<Seen>) {
        match block {
            Block::Paragraph { id, facts: _ } => {
                let seen = self.seen(&entry.block_message(id));
                (LocalizedBlock::Paragraph { id: id.clone(), text: seen.text.clone() }, vec![seen])
            }
            Block::Quotation { id, pinned: _ } => {
                let attribution = self.seen(&entry.part_message(id, "attribution"));
                let words = self.seen(&entry.block_message(id));
                let reference = self.project.registry.reference();
                let original = words.reference.clone().map(|text| LocalizedText {
                    locale: reference.clone(),
                    dir: self.project.registry.dir(reference),
                    text,
                });
                let quotation = LocalizedBlock::Quotation {
                    id: id.clone(),
                    attribution: attribution.text.clone(),
                    text: words.text.clone(),
                    original,
                };
                (quotation, vec![attribution, words])
            }
            Block::List { id, lead, facts: _, items } => {
                let lead = lead.then(|| self.seen(&entry.part_message(id, "lead")));
                let seen =
                    items.iter().map(|it| self.seen(&entry.part_message(id, it.id.as_str())));
                let seen: Vec<Seen> = seen.collect();
                let shown = items.iter().zip(&seen).map(|(item, seen)| LocalizedItem {
                    id: item.id.clone(),
                    text: seen.text.clone(),
                });
                let list = LocalizedBlock::List {
                    id: id.clone(),
                    lead: lead.as_ref().map(|seen| seen.text.clone()),
                    items: shown.collect(),
                };
                (list, lead.into_iter().chain(seen).collect())
            }
        }
    }

    /// What was found in no text of the page.
    fn elsewhere(&self) -> Vec<Remark> {
        let messages = self.project.catalog.messages();
        let is_shown = |id: &str| messages.iter().any(|message| message.id == id);
        self.remarks(|finding| !finding.message.as_deref().is_some_and(is_shown))
    }

    fn remarks(&self, is_wanted: impl Fn(&Finding) -> bool) -> Vec<Remark> {
        let findings = self.findings.iter().filter(|finding| is_wanted(finding));
        findings.map(|finding| remark(finding, &self.project.tree)).collect()
    }
}

/// Why the reference's text stands here.
fn words(failure: FormatFailure) -> String {
    let here = "here is the reference's";
    match failure {
        FormatFailure::Missing => format!("there is no text yet; {here}"),
        FormatFailure::Unsafe(_) => format!("the text is too large to be shown; {here}"),
        FormatFailure::Broken(what) => format!("the text cannot be shown: {what}; {here}"),
    }
}
