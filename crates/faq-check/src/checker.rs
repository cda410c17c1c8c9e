//! Judges one locale after the other by the reference, and again what a saved file can have changed.

use std::{
    cell::OnceCell,
    collections::{BTreeMap, BTreeSet},
    sync::{Arc, OnceLock},
    time::Duration,
};

use faq_content::{Catalog, CatalogMessage, LocaleTag};
use faq_l10n::{
    Clock, Features, Kind, Laps, Ledger, LocaleFiles, LocaleFolder, LocaleRegistry, LocaleReviews,
    Malformed, MessageRef, Messages, MinorEdits, Outline, RegisteredLocale, ReviewInput, Sources,
    Target, likely_script,
};
use rayon::prelude::*;

use crate::{
    context::{FileContext, LocaleContext, MessageContext, is_identical},
    finding::{Finding, Hits},
    findings::Findings,
    language::Language,
    pairing::Pairing,
    policy::Policy,
    report::{Counts, Summary, Tally},
    rule::{Judge, Rule},
    rules::RULES,
    suspects::{AllLocales, judge_all},
    text::traits::Traits,
    text::vetted::Vetted,
    text::wording::Repeats,
    text::writing::Writing,
    waivers::{Waivers, Waiving},
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
    /// What of the reference takes a closer look; found when first asked for.
    traits: OnceLock<Traits>,
    clock: Option<Clock>,
}

/// What was found in one locale.
#[derive(Clone, Debug)]
pub struct Verdict {
    /// What was found in each of its files.
    pub files: Vec<FileVerdict>,
    /// What was found in the locale as a whole.
    pub whole: Vec<Finding>,
    /// What is known of its translations. None where there is no catalog.
    pub reviews: Option<LocaleReviews>,
    /// How long judging it as a whole took, after its files; nothing without a clock.
    pub time: Duration,
    /// What was counted, besides the files' own counts.
    counts: Counts,
}

/// What was found in one file.
#[derive(Clone, Debug, Default)]
pub struct FileVerdict {
    /// Path of the file below its locale.
    pub name: String,
    /// What was found.
    pub findings: Vec<Finding>,
    /// The messages of the reference that it really translates: what it says is not the same.
    pub translated: Arc<Vec<MessageRef>>,
    /// How long it took; nothing without a clock.
    pub time: Duration,
    tally: Tally,
}

impl Verdict {
    /// The name of the locale's folder.
    pub fn locale(&self) -> &str {
        &self.counts.locale
    }

    /// Whether nothing was found.
    pub fn is_clean(&self) -> bool {
        self.whole.is_empty() && self.files.iter().all(|file| file.findings.is_empty())
    }

    /// All findings by path and position, and all counts.
    pub(crate) fn into_findings(self) -> (Vec<Finding>, Counts) {
        let Self { files, whole, mut counts, .. } = self;
        let mut findings = whole;
        findings.reserve(files.iter().map(|file| file.findings.len()).sum());
        for mut file in files {
            findings.append(&mut file.findings);
            counts.add(file.tally);
        }
        findings.sort_by(Finding::by_place);
        (findings, counts)
    }
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
            traits: OnceLock::new(),
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
        self.judge_with(locale, folder, files, |_| None)
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
        let has_waivers = folder.setting(Waivers::FILE).is_some();
        let mut kept: BTreeMap<String, FileVerdict> = before
            .files
            .into_iter()
            .filter(|file| !has_waivers && !names.contains(&file.name))
            .map(|file| (file.name.clone(), file))
            .collect();
        self.judge_with(locale, folder, files, |name| kept.remove(name))
    }

    fn judge_with(
        &self,
        locale: &RegisteredLocale,
        folder: &LocaleFolder,
        files: &LocaleFiles<'_>,
        kept: impl FnMut(&str) -> Option<FileVerdict>,
    ) -> Verdict {
        let pairing = Pairing::of(files, self.reference);
        let no_language = Language::default();
        let language = Language::of(&locale.tag, folder.setting(Language::FILE));
        let ledger = self.ledger(locale, folder);
        let context = LocaleContext {
            locale: &locale.folder,
            tag: &locale.tag,
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
            script: Writing::of(likely_script(&locale.tag).unwrap_or_default()),
            folder,
            files,
            reference: self.reference,
            pairing: &pairing,
            functions: &self.functions,
            reference_name: self.reference_name,
            profile: self.policy.profile,
            repeats: &self.repeats,
            traits: &self.traits,
            vetted: Vetted::default(),
            cardinals: OnceLock::new(),
            ordinals: OnceLock::new(),
            letters: OnceLock::new(),
            messages: self.catalog.map(|catalog| Messages::new(&locale.tag, catalog, files)),
            catalog: self.expected.as_ref(),
        };
        let verdict = Judges::of(self.policy, context.locale).locale(&context, self.clock, kept);
        Verdict { reviews: context.reviews, ..verdict }
    }

    /// What is recorded of the locale's translations. The reference has none; what stands there in its place is read too.
    fn ledger(
        &self,
        locale: &RegisteredLocale,
        folder: &LocaleFolder,
    ) -> Result<Option<Ledger>, Malformed> {
        match &self.minor {
            _ if self.catalog.is_none() => Ok(None),
            Err(error) if locale.tag == *self.reference_tag => Err(error.clone()),
            Ok(_) if locale.tag == *self.reference_tag => Ok(None),
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
            reference: (locale.tag != *self.reference_tag).then(sources),
            ledger,
            minor: self.minor.as_ref().unwrap_or(&none),
            reviewers: &self.policy.reviewers,
            today: self.policy.today,
        }))
    }

    /// Puts together what was found in all locales, and beside them.
    pub fn conclude(
        &self,
        verdicts: Vec<Verdict>,
        strays: Vec<Finding>,
    ) -> (Vec<Finding>, Summary) {
        let Self { reference, reference_name, policy, .. } = self;
        let mut findings = strays;
        findings.extend(judge_all(
            &AllLocales { verdicts: &verdicts, reference, reference_name },
            policy,
        ));
        let sorted: Vec<(Vec<Finding>, Counts)> =
            verdicts.into_par_iter().map(Verdict::into_findings).collect();
        findings.reserve(sorted.iter().map(|(of_locale, _)| of_locale.len()).sum());
        let mut counts = Vec::with_capacity(sorted.len());
        for (mut of_locale, of_counts) in sorted {
            findings.append(&mut of_locale);
            counts.push(of_counts);
        }
        // Runs that are in order already are merged.
        findings.sort_by(Finding::by_place);
        let summary = Summary::new(counts, &findings);
        (findings, summary)
    }
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

/// The rules that are on in a locale.
struct Judges<'p> {
    policy: &'p Policy,
    rules: Vec<&'static Rule>,
    /// Those that judge messages, with what they look for.
    of_messages: Vec<(&'static Rule, Features, MessageJudge)>,
}

type MessageJudge = fn(&MessageContext<'_, '_>, &mut Hits);

impl<'p> Judges<'p> {
    fn of(policy: &'p Policy, locale: &str) -> Self {
        let rules: Vec<&'static Rule> =
            RULES.iter().filter(|rule| policy.is_on(rule, locale)).collect();
        let of_message = |rule: &&'static Rule| match rule.judge {
            Judge::Message(features, judge) => Some((*rule, features, judge)),
            Judge::File(_)
            | Judge::Locale(_)
            | Judge::Remaining(_)
            | Judge::All(_)
            | Judge::Stray(_)
            | Judge::Waiver(_) => None,
        };
        Self { policy, of_messages: rules.iter().filter_map(of_message).collect(), rules }
    }

    /// Judges a locale. `kept` gives what is known of a file already.
    fn locale(
        &self,
        context: &LocaleContext<'_, '_>,
        clock: Option<Clock>,
        mut kept: impl FnMut(&str) -> Option<FileVerdict>,
    ) -> Verdict {
        let mut laps = Laps::start(clock);
        let mut waiving = Waiving::of(context, self.policy);
        let mut files = Vec::with_capacity(context.files.files.len());
        for (index, file) in context.files.files.iter().enumerate() {
            let verdict =
                kept(file.name).unwrap_or_else(|| self.file(context, index, &mut waiving));
            files.push(FileVerdict { time: laps.lap(), ..verdict });
        }
        let mut findings = Findings::new(context, self.policy, &mut waiving);
        let mut hits = Hits::default();
        for rule in &self.rules {
            if let Judge::Locale(judge) = rule.judge {
                judge(context, &mut hits);
                findings.take(rule, &mut hits);
            }
        }
        for rule in &self.rules {
            if let Judge::Remaining(judge) = rule.judge {
                let in_files = files.iter().flat_map(|file| &file.findings);
                let found: Vec<&Finding> = in_files.chain(&findings.made).collect();
                judge(context, &found, &mut hits);
                findings.take(rule, &mut hits);
            }
        }
        findings.judge_waivers(&self.rules);
        let whole = findings.made;
        let counts = Counts { waived: waiving.count, ..Counts::of_locale(context) };
        Verdict { files, whole, reviews: None, time: laps.lap(), counts }
    }

    fn file(
        &self,
        context: &LocaleContext<'_, '_>,
        index: usize,
        waiving: &mut Waiving<'_>,
    ) -> FileVerdict {
        let (Some(file), Some(source)) =
            (context.files.files.get(index), context.folder.files.get(index))
        else {
            return FileVerdict::default();
        };
        let pairs = context.pairing.files.get(index);
        let reference_file = pairs.and_then(|pairs| pairs.reference_file);
        let mut findings = Findings::new(context, self.policy, waiving);
        let mut tally = Tally::default();
        let mut translated = Vec::with_capacity(file.outlines.len());
        let mut hits = Hits::default();
        let look = context.vetted.look(context, file.source);
        let whole = FileContext { locale: context, index, file, source, reference_file, look };
        for rule in &self.rules {
            if let Judge::File(judge) = rule.judge {
                judge(&whole, &mut hits);
                findings.take(rule, &mut hits);
            }
        }
        for (number, message) in file.outlines.iter().enumerate() {
            let place = pairs.and_then(|pairs| pairs.messages.get(number).copied().flatten());
            let message = message_context(whole, number, message, place);
            tally.add(&message);
            translated.extend(message.reference_place.filter(|_| !message.is_identical));
            let features = message.features();
            for (rule, when, judge) in &self.of_messages {
                if features.any(*when) {
                    judge(&message, &mut hits);
                    findings.take(rule, &mut hits);
                }
            }
        }
        FileVerdict {
            name: file.name.to_owned(),
            findings: findings.made,
            translated: Arc::new(translated),
            tally,
            time: Duration::ZERO,
        }
    }
}

/// The message that stands at `number` in a file, and at `place` in the reference.
fn message_context<'a, 's>(
    whole: FileContext<'a, 's>,
    number: usize,
    message: Outline<'a, 's>,
    place: Option<MessageRef>,
) -> MessageContext<'a, 's> {
    let context = whole.locale;
    let place = place.filter(|_| !context.is_reference());
    let reference = place.and_then(|it| context.reference.at(it)).map(|(_, outline)| outline);
    let is_message = message.kind() == Kind::Message;
    MessageContext {
        locale: context,
        file: whole.file,
        place: MessageRef { file: whole.index, message: number },
        message,
        reference_file: whole.reference_file,
        reference,
        reference_place: place,
        plural_selects: OnceCell::new(),
        is_identical: reference.is_some_and(|reference| is_identical(message, reference)),
        catalog: context.catalog.filter(|_| is_message).and_then(|it| it.get(message.id())),
        look: whole.look,
        is_odd: whole.look.is_odd() && context.vetted.is_odd(context, message),
    }
}
