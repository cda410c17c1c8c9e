//! Judges one locale after the other by the reference, and again what a saved file can have changed.

use std::{
    borrow::Cow,
    collections::{BTreeMap, BTreeSet},
    mem,
    sync::{Arc, OnceLock},
};

use faq_content::{Catalog, CatalogMessage, LocaleTag};
use faq_l10n::{
    Clock, Features, Ledger, LocaleFiles, LocaleFolder, LocaleRegistry, LocaleReviews, Malformed,
    Messages, MinorEdits, RegisteredLocale, ReviewInput, Sources, Target, likely_script,
};
use rayon::prelude::*;

use crate::{
    context::LocaleContext,
    finding::Finding,
    in_order::{FindingsOfPath, in_order},
    judges::{Judged, Judges},
    language::Language,
    pairing::Pairing,
    policy::Policy,
    report::{Counts, Summary},
    suspects::{AllLocales, judge_all},
    text::translation::of_reference::OfReference,
    text::translation::traits::MessageTraits,
    text::translation::translations,
    text::vetted::Vetted,
    text::wording::Repeats,
    text::words::opposite_pairs::OppositePair,
    text::words::signals::Signals,
    text::writing::Writing,
    text::writing::script_in_use::tag_in_use,
    verdict::{FileVerdict, Verdict},
    waivers::Waivers,
};

/// Judges one locale after the other, so that only the reference has to be kept.
#[derive(Debug)]
pub struct Checker<'r> {
    policy: &'r Policy,
    catalog: Option<&'r Catalog>,
    /// The messages that the catalog asks for, by id.
    expected: Option<BTreeMap<String, CatalogMessage<'r>>>,
    reference: &'r LocaleFiles<'r>,
    reference_name: &'r str,
    reference_tag: &'r LocaleTag,
    /// Names of the functions that the reference uses.
    functions: BTreeSet<&'r str>,
    /// What is known of the reference's language.
    language: Arc<Language>,
    /// Changes of the reference that no translation has to follow.
    minor: Result<MinorEdits, Malformed>,
    /// What the reference says in every message that is asked for; found when first asked for.
    sources: OnceLock<Sources>,
    /// The texts that the reference has more than once; found when first asked for.
    repeats: OnceLock<Repeats>,
    /// The texts of the reference that say the opposite of each other; found when first asked for.
    opposite_pairs: OnceLock<Vec<OppositePair>>,
    /// What of the reference takes a closer look; found when first asked for.
    traits: OfReference<MessageTraits>,
    /// Words of its language that say one of a few things; read when first asked for.
    signals: OnceLock<Signals>,
    /// What its messages may say in words; found when first asked for.
    signalled: OfReference<u8>,
    clock: Option<Clock>,
}

impl<'r> Checker<'r> {
    /// Judges by the folder and the files of the registry's reference locale.
    pub fn new(
        registry: &'r LocaleRegistry,
        catalog: Option<&'r Catalog>,
        policy: &'r Policy,
        (folder, reference): (&'r LocaleFolder, &'r LocaleFiles<'r>),
    ) -> Self {
        let name = registry.locales().iter().find(|locale| locale.tag == *registry.reference());
        Self {
            policy,
            catalog,
            expected: catalog.map(|catalog| {
                let messages = catalog.messages().into_iter();
                messages.map(|message| (message.id.clone(), message)).collect()
            }),
            reference,
            reference_name: name.map_or("", |locale| locale.folder.as_str()),
            reference_tag: registry.reference(),
            functions: functions_of(reference),
            language: Language::of(registry.reference(), folder.setting(Language::FILE))
                .unwrap_or_default(),
            minor: MinorEdits::of(folder.setting(Ledger::FILE)),
            sources: OnceLock::new(),
            repeats: OnceLock::new(),
            opposite_pairs: OnceLock::new(),
            traits: OfReference::of(reference),
            signals: OnceLock::new(),
            signalled: OfReference::of(reference),
            clock: None,
        }
    }

    /// Measures how long judging takes.
    #[must_use]
    pub fn timed(self, clock: Option<Clock>) -> Self {
        Self { clock, ..self }
    }

    /// Judges `locale`, whose folder and files these are.
    pub fn judge(
        &self,
        locale: &RegisteredLocale,
        folder: &LocaleFolder,
        files: &LocaleFiles<'_>,
    ) -> Verdict {
        let pairing = Pairing::of(files, self.reference);
        let in_use = self.tag_in_use(locale, files, &pairing);
        self.judge_with((locale, in_use), folder, files, pairing, |_| None)
    }

    /// Judges `locale` again, of its files only those with one of these names. Of the others, `before` still holds; except
    /// where there are waivers, of which it has to be seen anew what they are about.
    pub fn judge_again(
        &self,
        locale: &RegisteredLocale,
        folder: &LocaleFolder,
        files: &LocaleFiles<'_>,
        before: Verdict,
        names: &BTreeSet<String>,
    ) -> Verdict {
        let Verdict { files: judged, pairing, in_use: before, .. } = before;
        let mut next = 0;
        let pairing = Pairing::with(files, self.reference, |name| {
            let index = index_of(&judged, &mut next, name)?;
            pairing.files.get(index).filter(|_| !names.contains(name)).map(Arc::clone)
        });
        let in_use = self.tag_in_use(locale, files, &pairing);
        let all_anew = in_use != before || folder.setting(Waivers::FILE).is_some();
        let (mut judged, mut next) = (judged, 0);
        self.judge_with((locale, in_use), folder, files, pairing, |name| {
            let index = index_of(&judged, &mut next, name)?;
            let keeps = !all_anew && !names.contains(name);
            judged.get_mut(index).filter(|_| keeps).map(mem::take)
        })
    }

    fn judge_with(
        &self,
        (locale, in_use): (&RegisteredLocale, Option<LocaleTag>),
        folder: &LocaleFolder,
        files: &LocaleFiles<'_>,
        pairing: Pairing,
        kept: impl FnMut(&str) -> Option<FileVerdict>,
    ) -> Verdict {
        let no_language = Language::default();
        let tag = in_use.as_ref().unwrap_or(&locale.tag);
        let language = Language::of(tag, folder.setting(Language::FILE));
        let ledger = self.ledger(locale, folder);
        let context = LocaleContext {
            locale: &locale.folder,
            tag,
            dir: locale.dir,
            gate: self.policy.gate(locale.tier),
            today: self.policy.today,
            reviews: self.reviews(locale, files, ledger.as_ref().ok().and_then(Option::as_ref)),
            ledger_error: ledger.as_ref().err(),
            language: language.as_deref().unwrap_or(&no_language),
            reference_language: &self.language,
            reference_tag: self.reference_tag,
            language_error: language.as_ref().err(),
            waivers: Waivers::of(folder.setting(Waivers::FILE)),
            script: Writing::of(likely_script(tag).unwrap_or_default()),
            folder,
            files,
            reference: self.reference,
            pairing: &pairing,
            functions: &self.functions,
            reference_name: self.reference_name,
            profile: self.policy.profile,
            repeats: &self.repeats,
            opposite_pairs: &self.opposite_pairs,
            traits: &self.traits,
            signals: &self.signals,
            signalled: &self.signalled,
            vetted: Vetted::default(),
            cardinals: OnceLock::new(),
            ordinals: OnceLock::new(),
            letters: OnceLock::new(),
            messages: self.catalog.map(|catalog| Messages::new(&locale.tag, catalog, files)),
            catalog: self.expected.as_ref(),
        };
        let judges = Judges::of(self.policy, context.locale);
        let Judged { files, whole, counts, time } = judges.locale(&context, self.clock, kept);
        let reviews = context.reviews;
        Verdict { files, whole, reviews, time, counts, pairing, in_use }
    }

    /// Whether this is the reference: another folder may have the same tag, as `en_US` beside `en-US`.
    fn is_reference(&self, locale: &RegisteredLocale) -> bool {
        locale.folder == self.reference_name
    }

    /// The locale's tag with the script that it is written in, where that is not the likely one.
    fn tag_in_use(
        &self,
        locale: &RegisteredLocale,
        files: &LocaleFiles<'_>,
        pairing: &Pairing,
    ) -> Option<LocaleTag> {
        let is_translation = !self.is_reference(locale);
        let all = translations(files, pairing, self.reference, |_| true);
        is_translation.then(|| tag_in_use(&locale.tag, all))?
    }

    /// What is recorded of the locale's translations. The reference has none; what stands there in its place is read too.
    fn ledger(
        &self,
        locale: &RegisteredLocale,
        folder: &LocaleFolder,
    ) -> Result<Option<Ledger>, Malformed> {
        match &self.minor {
            _ if self.catalog.is_none() => Ok(None),
            Err(error) if self.is_reference(locale) => Err(error.clone()),
            Ok(_) if self.is_reference(locale) => Ok(None),
            Ok(_) | Err(_) => Ledger::of(folder.setting(Ledger::FILE)),
        }
    }

    fn reviews(
        &self,
        locale: &RegisteredLocale,
        files: &LocaleFiles<'_>,
        ledger: Option<&Ledger>,
    ) -> Option<LocaleReviews> {
        let none = MinorEdits::default();
        let catalog = self.catalog?;
        let sources = || self.sources.get_or_init(|| Sources::of(catalog, self.reference));
        Some(LocaleReviews::decide(ReviewInput {
            locale: &locale.tag,
            catalog,
            files,
            reference: (!self.is_reference(locale)).then(sources),
            ledger,
            minor: self.minor.as_ref().unwrap_or(&none),
            reviewers: &self.policy.reviewers,
            today: self.policy.today,
        }))
    }

    /// Puts together what was found in all locales, and beside them. Verdicts that are still needed can be lent.
    pub fn conclude(
        &self,
        verdicts: Cow<'_, [Verdict]>,
        strays: Vec<Finding>,
    ) -> (Vec<Finding>, Summary) {
        let Self { reference, reference_name, policy, .. } = self;
        let mut others = strays;
        others.extend(judge_all(
            &AllLocales { verdicts: &verdicts, reference, reference_name },
            policy,
        ));
        let of_locales: Vec<(Vec<FindingsOfPath>, Counts)> = match verdicts {
            Cow::Owned(verdicts) => verdicts.into_par_iter().map(Verdict::into_findings).collect(),
            Cow::Borrowed(verdicts) => verdicts.par_iter().map(Verdict::to_findings).collect(),
        };
        let mut all = FindingsOfPath::all_of(others);
        let mut counts = Vec::with_capacity(of_locales.len());
        for (of_locale, counted) in of_locales {
            all.extend(of_locale);
            counts.push(counted);
        }
        let findings = in_order(all);
        let summary = Summary::new(counts, &findings);
        (findings, summary)
    }
}

/// Which of the files that were judged is called `name`; mostly the one after the last that was asked for.
fn index_of(judged: &[FileVerdict], next: &mut usize, name: &str) -> Option<usize> {
    let is_next = judged.get(*next).is_some_and(|file| file.name == name);
    let found = || judged.iter().position(|file| file.name == name);
    let index = if is_next { *next } else { found()? };
    *next = index + 1;
    Some(index)
}

/// Names of the functions that a locale uses.
fn functions_of<'s>(files: &LocaleFiles<'s>) -> BTreeSet<&'s str> {
    let outlines = files.messages().map(|(_, outline)| outline);
    let with_functions = outlines.filter(|outline| outline.features().any(Features::FUNCTION));
    with_functions
        .flat_map(|outline| outline.references())
        .filter_map(|reference| match reference.target {
            Target::Function(name) => Some(name),
            Target::Variable(_) | Target::Message(..) | Target::Term(..) => None,
        })
        .collect()
}
