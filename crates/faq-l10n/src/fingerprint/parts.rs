//! The parts of a message in the order of the text, with what it refers to in its place.

use std::borrow::Cow;

use faq_content::Fact;

use crate::{
    limits::Limits,
    locale_files::{LocaleFiles, MessageRef},
    outline::{Kind, Origin, Outline, Target, TextKind},
};

/// Takes what a message refers to into the message.
pub(super) struct Inlining<'a, 's> {
    files: &'a LocaleFiles<'s>,
    facts: &'a [Fact],
    /// How many bytes more may be taken in.
    room: usize,
    /// How many messages are inside of each other by now. What a bundle of all files would show has been found to end; which of
    /// two messages of one id is meant is decided otherwise here.
    depth: usize,
    /// What is referred to and is not one plain text.
    pub(super) apart: Vec<MessageRef>,
}

impl<'a, 's> Inlining<'a, 's> {
    /// For messages of `files`.
    pub(super) fn of(files: &'a LocaleFiles<'s>, facts: &'a [Fact]) -> Self {
        Self { files, facts, room: Limits::EXPANDED_BYTES, depth: 0, apart: Vec::new() }
    }

    /// The parts of the message at `place`, with those of what it refers to in their places.
    pub(super) fn parts(&mut self, place: MessageRef) -> Vec<Part<'s>> {
        let Some((_, message)) = self.files.at(place) else { return Vec::new() };
        let mut all = Vec::new();
        for part in parts(message) {
            let Some(target) = self.target(place, message, &part) else {
                let fact =
                    self.facts.iter().find(|it| part.sign == "$" && *it.id.as_str() == *part.text);
                let branch = part.branch;
                all.push(part);
                all.extend(fact.map(|fact| Part {
                    text: Cow::Owned(fact.integer.to_string()),
                    sign: FACT,
                    branch,
                    rest: [0; 3],
                }));
                continue;
            };
            if let Some(inlined) = self.plain(message, &part, target) {
                all.extend(inlined);
            } else {
                self.apart.push(target);
                all.push(part);
            }
        }
        all
    }

    /// The message or term that the part names.
    fn target(
        &self,
        place: MessageRef,
        message: Outline<'_, 's>,
        part: &Part<'s>,
    ) -> Option<MessageRef> {
        let kind = match part.sign {
            "-" => Kind::Term,
            "message" => Kind::Message,
            _ => return None,
        };
        let id = &part.text;
        let is_itself = message.kind() == kind && message.id() == *id;
        self.files
            .in_file(place.file(), kind, id)
            .or_else(|| self.files.find(kind, id))
            .filter(|_| !is_itself)
    }

    /// The parts of `target` as they are to stand in the place of `part`, if it is nothing but a text.
    fn plain(
        &mut self,
        message: Outline<'_, 's>,
        part: &Part<'s>,
        target: MessageRef,
    ) -> Option<Vec<Part<'s>>> {
        let (_, outline) = self.files.at(target)?;
        let has_arguments = message.calls().iter().any(|call| call.callee.name() == part.text);
        let is_plain = outline.branches().len() == 1
            && outline.root(None).is_some()
            && outline.calls().is_empty()
            && self.files.danger(target).is_none();
        let is_full = self.room == 0 || self.depth == Limits::CHAIN;
        if has_arguments || !is_plain || part.rest != SHOWN || is_full {
            return None;
        }
        self.depth += 1;
        let inlined = self.parts(target);
        self.depth -= 1;
        let bytes = inlined.iter().map(|it| it.text.len()).sum::<usize>();
        self.room = self.room.saturating_sub(bytes.max(1));
        Some(inlined.into_iter().map(|it| Part { branch: part.branch, ..it }).collect())
    }
}

/// A part of a message.
pub(super) struct Part<'s> {
    pub(super) text: Cow<'s, str>,
    /// What it is.
    pub(super) sign: &'static str,
    /// The branch it stands in or is.
    pub(super) branch: usize,
    /// What else there is to know of it.
    pub(super) rest: [usize; 3],
}

/// What else there is to know of a name that is shown, and no more than a name.
const SHOWN: [usize; 3] = [1, 0, 0];

/// The sign of plain text.
pub(super) const PLAIN: &str = "text";

/// The sign of what a fact is, after its name.
pub(super) const FACT: &str = "=";

/// All parts of a message, in the order of the file: the lists of an outline do not say what stands between two texts.
fn parts<'s>(message: Outline<'_, 's>) -> Vec<Part<'s>> {
    let mut parts = Vec::new();
    for (branch, it) in message.branches().iter().enumerate() {
        let (text, sign, rest) = match it.origin {
            Origin::Value => continue,
            Origin::Attribute(name) => (name, ".", [0; 3]),
            Origin::Variant { parent, select, key, selector: _, default } => {
                (key, "[", [parent, select, usize::from(default)])
            }
        };
        parts.push((text, Part { text: Cow::Borrowed(text), sign, branch, rest }));
    }
    for text in message.texts() {
        let sign = match text.kind {
            TextKind::Element => PLAIN,
            TextKind::Literal => "literal",
            TextKind::Number => "number",
            TextKind::Steering => "steering",
        };
        let part = Part { text: Cow::Borrowed(text.raw), sign, branch: text.branch, rest: [0; 3] };
        parts.push((text.raw, part));
    }
    for reference in message.references() {
        let (text, sign, attribute) = name(reference.target);
        let (branch, shown) = (reference.branch, usize::from(reference.shown));
        let rest = [shown, usize::from(attribute.is_some()), 0];
        parts.push((text, Part { text: Cow::Borrowed(text), sign, branch, rest }));
        if let Some(text) = attribute {
            let rest = [shown, 0, 0];
            parts.push((text, Part { text: Cow::Borrowed(text), sign: "of", branch, rest }));
        }
    }
    parts.sort_by_key(|(slice, _)| slice.as_ptr());
    parts.into_iter().map(|(_, part)| part).collect()
}

pub(super) fn name(target: Target<'_>) -> (&str, &'static str, Option<&str>) {
    match target {
        Target::Variable(name) => (name, "$", None),
        Target::Message(name, attribute) => (name, "message", attribute),
        Target::Term(name, attribute) => (name, "-", attribute),
        Target::Function(name) => (name, "(", None),
    }
}
