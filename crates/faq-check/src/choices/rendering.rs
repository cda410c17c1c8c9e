//! Messages of a tree without a catalog, put together with samples.

use std::collections::{BTreeMap, BTreeSet};

use faq_l10n::{
    Features, FormatFailure, FtlFile, Kind, LocaleFiles, MessageRef, Origin, Outline, Sample,
    Scope, Target, Trial,
};

use crate::{
    choices::samples::Parts,
    context::{LocaleContext, fluent_id},
    policy::Profile,
    report::sanitize,
};

/// A value or an attribute that cannot be shown.
#[derive(Debug)]
pub(crate) struct Failed<'s> {
    /// Where its message stands.
    pub(crate) place: MessageRef,
    /// The id, or the name of the attribute, in the file.
    pub(crate) part: &'s str,
    /// What it is called: `id` or `id.attribute`.
    pub(crate) name: String,
    /// With which samples, as it is read in a sentence; empty where that makes no difference.
    pub(crate) condition: String,
    /// Why.
    pub(crate) failure: FormatFailure,
}

/// Messages with an error, by path and id.
pub(crate) type Broken<'f> = BTreeSet<(&'f str, &'f str)>;

/// What makes a message more than text: where there is nothing of it, the text is shown as it stands.
const PUT_TOGETHER: Features = Features::VARIABLE
    .and(Features::REFERENCE)
    .and(Features::FUNCTION)
    .and(Features::SELECT)
    .and(Features::LITERAL)
    .and(Features::NUMBER);

/// Puts every message of a locale together, but for those in which there is an error already.
pub(crate) fn failed<'s>(context: &LocaleContext<'_, 's>, broken: &Broken<'_>) -> Vec<Failed<'s>> {
    let mut failed = Vec::new();
    let files = context.files;
    let with_reference = needs_reference(context).then(|| rearranged(context, None, true));
    let trial_files = with_reference.as_ref().unwrap_or(files);
    let trial = Trial::new(context.tag, trial_files, context.functions);
    let mut hidden: BTreeMap<usize, Vec<MessageRef>> = BTreeMap::new();
    for (place, outline) in files.messages() {
        if outline.kind() != Kind::Message || !outline.features().any(PUT_TOGETHER) {
            continue;
        }
        if files.find(Kind::Message, outline.id()) == Some(place) {
            failed.extend(parts_that_fail(context, (&trial, trial_files), (place, place), broken));
        } else {
            hidden.entry(place.file()).or_default().push(place);
        }
    }
    // A program may load these files one by one; then the messages that others hide are shown too.
    for (file, places) in hidden {
        let refers = |place: &MessageRef| {
            let outline = files.at(*place).map(|(_, outline)| outline);
            outline.is_some_and(|outline| outline.features().any(Features::REFERENCE))
        };
        let trial_files = rearranged(context, Some(file), places.iter().any(refers));
        let trial = Trial::new(context.tag, &trial_files, context.functions);
        for place in places {
            let there = MessageRef::new(0, place.message());
            failed.extend(parts_that_fail(context, (&trial, &trial_files), (place, there), broken));
        }
    }
    failed
}

/// Whether a message uses what only the reference defines, and a program would find it there.
fn needs_reference(context: &LocaleContext<'_, '_>) -> bool {
    let only_there = |kind, id: &str| {
        context.files.find(kind, id).is_none() && context.reference.find(kind, id).is_some()
    };
    context.profile == Profile::Software
        && context.files.messages().any(|(_, outline)| {
            outline.features().any(Features::REFERENCE)
                && outline.references().iter().any(|it| match it.target {
                    Target::Message(id, _) => only_there(Kind::Message, id),
                    Target::Term(id, _) => only_there(Kind::Term, id),
                    Target::Variable(_) | Target::Function(_) => false,
                })
        })
}

/// The file of the locale at `first`; if `others` are wanted, all others after it, and then those of the reference if a program
/// would ask it.
fn rearranged<'s>(
    context: &LocaleContext<'_, 's>,
    first: Option<usize>,
    others: bool,
) -> LocaleFiles<'s> {
    let own = &context.files.files;
    let asked = others && context.profile == Profile::Software && !context.is_reference();
    let first = first.and_then(|index| own.get(index));
    let others = own.iter().filter(|it| others && first.is_none_or(|first| first.path != it.path));
    let reference = context.reference.files.iter().filter(|_| asked);
    let read = |file: &FtlFile<'s>| FtlFile::parse(file.path, file.name, file.source);
    let files = first.into_iter().chain(others).chain(reference).map(read).collect();
    LocaleFiles::of_files(files, Scope::File)
}

/// The value and the attributes of one message that cannot be shown. The message is at `place` in the locale and at `there` in
/// the files that the trial has.
fn parts_that_fail<'s>(
    context: &LocaleContext<'_, 's>,
    (trial, files): (&Trial<'_, 's>, &LocaleFiles<'s>),
    (place, there): (MessageRef, MessageRef),
    broken: &Broken<'_>,
) -> Vec<Failed<'s>> {
    let Some((_, outline)) = files.at(there) else { return Vec::new() };
    // Duplicates, and what is too large or refers to itself, are for other rules to report.
    if files.find(Kind::Message, outline.id()) != Some(there)
        || files.expansion(there).danger().is_some()
    {
        return Vec::new();
    }
    let try_out = |(root, origin): (usize, Origin<'s>)| {
        let id = outline.id();
        let (attribute, part, name) = match origin {
            Origin::Value => (None, id, id.to_owned()),
            Origin::Attribute(name) => (Some(name), name, format!("{id}.{name}")),
            Origin::Variant { .. } => return None,
        };
        let parts = Parts::of(context, files, there, root);
        if parts.places().any(|place| is_known(context, files, place, broken)) {
            return None;
        }
        let (failure, samples) = parts.combinations().find_map(|samples| {
            let failure = trial.format(there, attribute, &samples).err()?;
            Some((failure, samples))
        })?;
        // `empty-text` says it.
        let is_said = failure == FormatFailure::Missing && outline.features().any(Features::EMPTY);
        let condition = condition(&parts, &samples);
        (!is_said).then_some(Failed { place, part, name, condition, failure })
    };
    let branches = outline.branches().iter().map(|branch| branch.origin);
    branches.enumerate().filter_map(try_out).collect()
}

/// Whether there is an error in a message already, or in the reference's, of which it is said once.
fn is_known(
    context: &LocaleContext<'_, '_>,
    files: &LocaleFiles<'_>,
    place: MessageRef,
    broken: &Broken<'_>,
) -> bool {
    let Some((file, outline)) = files.at(place) else { return false };
    let has_error = || broken.contains(&(sanitize(file.path).as_str(), &fluent_id(outline)));
    (!broken.is_empty() && has_error()) || {
        let reference = context.reference;
        let same = reference.same(file.name, outline.kind(), outline.id());
        let same = same.filter(|_| !context.is_reference()).and_then(|it| reference.at(it));
        same.is_some_and(|(_, outline)| leads_nowhere(reference, outline))
    }
}

/// Whether a message refers to something that is not there.
fn leads_nowhere(files: &LocaleFiles<'_>, outline: Outline<'_, '_>) -> bool {
    outline.features().any(Features::REFERENCE)
        && outline.references().iter().any(|it| match it.target {
            Target::Message(id, _) => files.find(Kind::Message, id).is_none(),
            Target::Term(id, _) => files.find(Kind::Term, id).is_none(),
            Target::Variable(_) | Target::Function(_) => false,
        })
}

/// The samples that matter, as they are read in a sentence.
fn condition(parts: &Parts<'_>, samples: &[(Target<'_>, Sample<'_>)]) -> String {
    let mut condition = String::new();
    for (target, sample) in samples.iter().filter(|(target, _)| parts.varies(*target)) {
        let name = match target {
            Target::Variable(name) => format!("${name}"),
            Target::Function(name) => format!("{name}()"),
            Target::Message(..) | Target::Term(..) => continue,
        };
        let value = match sample {
            Sample::Number(number) => number.to_string(),
            Sample::Text(text) => format!("\"{text}\""),
        };
        let before = if condition.is_empty() { " where" } else { " and" };
        condition.push_str(&format!("{before} `{name}` is {value}"));
    }
    condition
}
