//! What each waiver of a locale is worth: whether it counts, and if not, why.

use faq_l10n::{Kind, LocaleFiles, MessageRef, Outline, fingerprint};

use super::{Waiver, never_waived};
use crate::{
    context::LocaleContext,
    finding::{Hit, Place},
    pairing::Pairing,
    policy::Policy,
    rule::Rule,
    rules::rule,
};

/// What a waiver is worth.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It took out what its rule found.
    Used,
    /// It counts, and its rule found nothing that it is about.
    Unused,
    /// Its rule is off here.
    Off,
    /// There is no such rule.
    NoRule,
    /// What its rule finds cannot be accepted; why.
    NeverWaived(&'static str),
    /// There is no such message.
    NoMessage,
    /// Parts that it has to have and has not, by their keys. The fingerprint of what stands now.
    Incomplete(Vec<&'static str>, String),
    /// The day on which it ended is over.
    Expired,
    /// The text, or the reference's, is another one than when it was written. The fingerprint of what stands now.
    Unbound(String),
}

/// The waivers of a locale while it is judged.
pub(crate) struct Waiving<'c> {
    waivers: Vec<(&'c Waiver, Standing, Bound)>,
    /// How much was taken out.
    pub(crate) count: usize,
}

/// The files in which a waiver counts, as indexes.
type Bound = Vec<usize>;

impl<'c> Waiving<'c> {
    /// Looks at each waiver of the locale before anything is judged.
    pub(crate) fn of(context: &'c LocaleContext<'_, '_>, policy: &Policy) -> Self {
        let waivers = context.waivers.iter().flat_map(|waivers| &waivers.waivers);
        let of = |waiver| match bound(context, policy, waiver) {
            Ok(files) => (waiver, Standing::Unused, files),
            Err(standing) => (waiver, standing, Vec::new()),
        };
        Self { waivers: waivers.map(of).collect(), count: 0 }
    }

    /// Whether a waiver accepts the hit, which is then counted and not to be reported.
    pub(crate) fn takes(&mut self, rule: &Rule, hit: &Hit) -> bool {
        let (Place::Span(file, _), Some(message)) = (&hit.place, &hit.message) else {
            return false;
        };
        let taken = self.waivers.iter_mut().find(|(waiver, _, files)| {
            waiver.rule.get_ref() == rule.name
                && waiver.message.get_ref() == message
                && files.contains(file)
        });
        let Some((_, standing, _)) = taken else { return false };
        *standing = Standing::Used;
        self.count += 1;
        true
    }

    /// Each waiver and what it was worth, in the order of the file.
    pub(crate) fn standings(&self) -> impl Iterator<Item = (&'c Waiver, &Standing)> {
        self.waivers.iter().map(|(waiver, standing, _)| (*waiver, standing))
    }
}

/// The files in which the waiver counts, or why it counts in none.
fn bound(
    context: &LocaleContext<'_, '_>,
    policy: &Policy,
    waiver: &Waiver,
) -> Result<Bound, Standing> {
    let rule = rule(waiver.rule.get_ref()).ok_or(Standing::NoRule)?;
    if let Some(why) = never_waived(rule.name) {
        return Err(Standing::NeverWaived(why));
    }
    let reference = (!context.is_reference()).then_some((context.pairing, context.reference));
    let name = waiver.file.as_ref().map(|file| file.get_ref().as_str());
    let texts = texts(context.files, reference, waiver.message.get_ref(), name);
    let Some((_, now)) = texts.first() else { return Err(Standing::NoMessage) };
    let missing = missing(waiver);
    if !missing.is_empty() {
        return Err(Standing::Incomplete(missing, now.clone()));
    }
    let ended = waiver.expires.as_ref().zip(policy.today);
    if ended.is_some_and(|(expires, today)| *expires.get_ref() < today) {
        return Err(Standing::Expired);
    }
    if !policy.is_on(rule, context.locale) {
        return Err(Standing::Off);
    }
    let wanted = waiver.text.as_ref().map(|text| text.get_ref().as_str());
    let is_bound = |text: &(usize, String)| Some(text.1.as_str()) == wanted;
    // A finding does not say which of two texts of one id in one file it is about; the waiver has to be about both.
    let files: Bound = texts
        .chunk_by(|(a, _), (b, _)| a == b)
        .filter(|of_file| of_file.iter().all(is_bound))
        .filter_map(|of_file| of_file.first().map(|(file, _)| *file))
        .collect();
    if files.is_empty() { Err(Standing::Unbound(now.clone())) } else { Ok(files) }
}

/// The texts of this id, in the file of this name or in any, by file: the index of the file and the [`fingerprint`]. They are
/// compared with the reference, unless they are the reference's own.
pub fn texts(
    files: &LocaleFiles<'_>,
    reference: Option<(&Pairing, &LocaleFiles<'_>)>,
    id: &str,
    name: Option<&str>,
) -> Vec<(usize, String)> {
    let (kind, id) = match id.strip_prefix('-') {
        Some(id) => (Kind::Term, id),
        None => (Kind::Message, id),
    };
    let is_meant = |(place, outline): &(MessageRef, Outline<'_, '_>)| {
        let file = files.files.get(place.file());
        outline.kind() == kind
            && outline.id() == id
            && name.is_none_or(|name| file.is_some_and(|file| file.name == name))
    };
    let text = |(place, _): (MessageRef, Outline<'_, '_>)| {
        let counterpart = reference.and_then(|(pairing, reference)| {
            let pairs = pairing.files.get(place.file())?;
            Some((reference, pairs.messages.get(place.message()).copied().flatten()?))
        });
        let both: Vec<_> = std::iter::once((files, place)).chain(counterpart).collect();
        (place.file(), fingerprint(&both, &[]))
    };
    files.messages().filter(is_meant).map(text).collect()
}

/// The keys that the waiver has to have and has not.
fn missing(waiver: &Waiver) -> Vec<&'static str> {
    let is_blank = |text: &Option<String>| text.as_ref().is_none_or(|it| it.trim().is_empty());
    let keys = [
        ("reason", is_blank(&waiver.reason)),
        ("author", is_blank(&waiver.author)),
        ("expires", waiver.expires.is_none()),
        ("text", waiver.text.is_none()),
    ];
    keys.into_iter().filter(|(_, is_missing)| *is_missing).map(|(key, _)| key).collect()
}
