//! The rules that are on in a locale, and how they judge it: file by file, message by message, then as a whole.

use std::{cell::OnceCell, sync::Arc, time::Duration};

use faq_l10n::{Clock, Kind, Laps, MessageRef, Outline};

use crate::{
    context::{FileContext, LocaleContext, MessageContext, is_identical},
    finding::{Finding, Hits},
    findings::Findings,
    message_judges::MessageJudges,
    policy::Policy,
    report::{Counts, Tally},
    rule::{Judge, Rule},
    rules::RULES,
    verdict::{FileVerdict, Objection},
    waivers::Waiving,
};

/// The rules that are on in a locale.
pub(crate) struct Judges<'p> {
    policy: &'p Policy,
    rules: Vec<&'static Rule>,
    of_messages: MessageJudges,
}

/// What they say of a locale.
pub(crate) struct Judged {
    /// Of each of its files.
    pub(crate) files: Vec<FileVerdict>,
    /// Of the locale as a whole, by path and position.
    pub(crate) whole: Vec<Finding>,
    /// What was counted, besides the files' own counts.
    pub(crate) counts: Counts,
    /// How long judging it as a whole took, after its files; nothing without a clock.
    pub(crate) time: Duration,
}

impl<'p> Judges<'p> {
    /// Those that the policy puts on.
    pub(crate) fn of(policy: &'p Policy, locale: &str) -> Self {
        let rules: Vec<&'static Rule> =
            RULES.iter().filter(|rule| policy.is_on(rule, locale)).collect();
        Self { policy, of_messages: MessageJudges::of(&rules), rules }
    }

    /// Judges a locale. `kept` gives what is known of a file already.
    pub(crate) fn locale(
        &self,
        context: &LocaleContext<'_, '_>,
        clock: Option<Clock>,
        mut kept: impl FnMut(&str) -> Option<FileVerdict>,
    ) -> Judged {
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
            if let Judge::Locale(judge) | Judge::FileThenLocale(_, judge) = rule.judge {
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
        let mut whole = findings.made;
        Finding::sort(&mut whole);
        let counts = Counts { waived: waiving.count, ..Counts::of_locale(context) };
        Judged { files, whole, counts, time: laps.lap() }
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
            if let Judge::File(judge) | Judge::FileThenLocale(judge, _) = rule.judge {
                judge(&whole, &mut hits);
                findings.take(rule, &mut hits);
            }
        }
        for (number, message) in file.outlines.iter().enumerate() {
            let place = pairs.and_then(|pairs| pairs.messages.get(number).copied().flatten());
            let message = message_context(whole, number, message, place);
            tally.add(&message);
            let place = message.reference_place.filter(|_| !message.is_identical);
            translated.extend(place);
            for (rule, judge) in self.of_messages.looking_for(message.features()) {
                judge(&message, &mut hits);
                findings.take(rule, &mut hits);
            }
            #[cfg(test)]
            self.of_messages.assert_others_find_nothing(&message);
        }
        let mut findings = findings.made;
        Finding::sort(&mut findings);
        let objections = Objection::all_of(&findings, file.name, context.reference, &translated);
        FileVerdict {
            name: file.name.to_owned(),
            objections: Arc::new(objections),
            findings,
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
        place: MessageRef::new(whole.index, number),
        message,
        reference_file: whole.reference_file,
        reference,
        reference_place: place,
        plural_selects: OnceCell::new(),
        same_digits: OnceCell::new(),
        same_html: OnceCell::new(),
        is_identical: reference.is_some_and(|reference| is_identical(message, reference)),
        catalog: context.catalog.filter(|_| is_message).and_then(|it| it.get(message.id())),
        look: whole.look,
        is_odd: whole.look.is_odd() && context.vetted.is_odd(context, message),
    }
}
