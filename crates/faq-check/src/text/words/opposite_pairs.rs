//! Texts of the reference that say the opposite of each other: word for word the same, but for "on" and "off".

use std::hash::{Hash, Hasher};

use faq_l10n::{LocaleFiles, MessageRef};
use rustc_hash::{FxHashMap, FxHasher};

use crate::text::wording::{Wording, wordings};

/// Two messages of the reference that say the opposite as their values, or as their attributes of the same name.
#[derive(Debug)]
pub(crate) struct OppositePair {
    /// The messages, in order.
    pub(crate) places: [MessageRef; 2],
    /// Name of the attribute; none for the value.
    pub(crate) attribute: Option<String>,
}

/// Words of English interfaces, one side and the other.
const OPPOSITES: [(&[&str], &[&str]); 36] = [
    (&["accept"], &["decline", "reject"]),
    (&["activate"], &["deactivate"]),
    (&["add"], &["remove"]),
    (&["allow"], &["block", "deny", "disallow"]),
    (&["allowed"], &["blocked", "denied"]),
    (&["ascending"], &["descending"]),
    (&["attach"], &["detach"]),
    (&["before"], &["after"]),
    (&["connect"], &["disconnect"]),
    (&["connected"], &["disconnected"]),
    (&["enable"], &["disable"]),
    (&["enabled"], &["disabled"]),
    (&["encrypt"], &["decrypt"]),
    (&["expand"], &["collapse"]),
    (&["import"], &["export"]),
    (&["include"], &["exclude"]),
    (&["incoming"], &["outgoing"]),
    (&["increase"], &["decrease", "reduce"]),
    (&["install"], &["uninstall"]),
    (&["lock"], &["unlock"]),
    (&["locked"], &["unlocked"]),
    (&["minimum"], &["maximum"]),
    (&["mute"], &["unmute"]),
    (&["newest"], &["oldest"]),
    (&["newer"], &["older"]),
    (&["next"], &["previous"]),
    (&["on"], &["off"]),
    (&["open"], &["close"]),
    (&["pin"], &["unpin"]),
    (&["read"], &["unread"]),
    (&["show"], &["hide"]),
    (&["start"], &["stop"]),
    (&["started"], &["stopped"]),
    (&["subscribe"], &["unsubscribe"]),
    (&["upload"], &["download"]),
    (&["with"], &["without"]),
];

/// Longest word of the list, in bytes.
const LONGEST: usize = 12;

/// Most pairs that are looked at.
const MOST: usize = 10_000;

/// All pairs of the reference, in order.
pub(crate) fn opposite_pairs(reference: &LocaleFiles<'_>) -> Vec<OppositePair> {
    let words = words();
    let mut known: FxHashMap<u64, Vec<(Wording<'_, '_>, bool)>> = FxHashMap::default();
    let mut pairs = Vec::new();
    for wording in wordings(reference) {
        for (position, (class, side)) in sided(&wording, &words) {
            let same = known.entry(key(&wording, position, class)).or_default();
            let opposites = same.iter().filter(|(_, other)| *other != side);
            pairs.extend(opposites.take(MOST - pairs.len().min(MOST)).map(|(other, _)| {
                OppositePair {
                    places: [other.place, wording.place],
                    attribute: wording.attribute.map(str::to_owned),
                }
            }));
            same.push((wording, side));
        }
    }
    pairs
}

/// Which opposite a word belongs to, and on which side of it.
type Side = (usize, bool);

fn words() -> FxHashMap<&'static [u8], Side> {
    let of =
        |(class, (one, other)): (usize, &(&'static [&'static str], &'static [&'static str]))| {
            let one = one.iter().map(move |word| (word.as_bytes(), (class, true)));
            let other = other.iter().map(move |word| (word.as_bytes(), (class, false)));
            one.chain(other).collect::<Vec<_>>()
        };
    OPPOSITES.iter().enumerate().flat_map(of).collect()
}

/// The words of a text that have an opposite, by their position among all its words.
fn sided(wording: &Wording<'_, '_>, words: &FxHashMap<&[u8], Side>) -> Vec<(usize, Side)> {
    let side = |word: &[u8]| {
        let mut small = [0; LONGEST];
        let small = small.get_mut(..word.len())?;
        small.copy_from_slice(word);
        small.make_ascii_lowercase();
        words.get(&*small).copied()
    };
    let all = wording.each_word().enumerate();
    all.filter_map(|(position, word)| Some((position, side(word)?))).collect()
}

/// The same for texts whose words are the same but for the one at `position`, which is of `class`.
fn key(wording: &Wording<'_, '_>, position: usize, class: usize) -> u64 {
    let mut hash = FxHasher::default();
    (wording.attribute, position, class).hash(&mut hash);
    for (_, word) in wording.each_word().enumerate().filter(|(at, _)| *at != position) {
        for byte in word {
            byte.to_ascii_lowercase().hash(&mut hash);
        }
        b' '.hash(&mut hash);
    }
    wording.shown_names().for_each(|name| name.hash(&mut hash));
    hash.finish()
}
