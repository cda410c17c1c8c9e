//! What one walk over a message collects: everything that rules and the resolver need to know about it.
//!
//! The Fluent tree is dropped afterwards. The parts of all messages of a file lie in a few lists, so that a file costs a
//! handful of allocations and not one a message.

mod walk;

use std::{borrow::Cow, ops::Range};

use fluent_syntax::unicode::unescape_unicode_to_string;

use crate::features::Features;

/// The outlines of all messages and terms of a file, in order.
#[derive(Debug, Default)]
pub struct Outlines<'s> {
    messages: Vec<Parts<'s>>,
    branches: Vec<Branch<'s>>,
    texts: Vec<Text<'s>>,
    references: Vec<Reference<'s>>,
    selects: Vec<Select<'s>>,
    calls: Vec<Call<'s>>,
    arguments: Vec<Argument<'s>>,
}

/// Where the parts of one message lie.
#[derive(Debug)]
struct Parts<'s> {
    kind: Kind,
    id: &'s str,
    features: Features,
    branches: Range<u32>,
    texts: Range<u32>,
    references: Range<u32>,
    selects: Range<u32>,
    calls: Range<u32>,
}

/// One message or term.
#[derive(Clone, Copy, Debug)]
pub struct Outline<'f, 's> {
    all: &'f Outlines<'s>,
    parts: &'f Parts<'s>,
}

/// Whether something is a message or a term.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// `id = …`
    Message,
    /// `-id = …`
    Term,
}

/// A run of text and placeables: a value, an attribute, or a variant inside one of these.
#[derive(Clone, Debug)]
pub struct Branch<'s> {
    /// What it is.
    pub origin: Origin<'s>,
    /// Number of placeables directly in it, nested ones included, variants excluded.
    pub placeables: u32,
    /// Whether nothing but blank text literals stands in it.
    pub empty: bool,
}

/// What a branch is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin<'s> {
    /// The value of a message or term.
    Value,
    /// The attribute of this name.
    Attribute(&'s str),
    /// A variant of a select expression.
    Variant {
        /// Index of the branch that the select expression stands in, counted in this message.
        parent: usize,
        /// Index of the select expression in [`Outline::selects`]; variants of one expression share it.
        select: usize,
        /// Its key, as written.
        key: &'s str,
        /// The variable that the expression selects on, if it selects on one.
        selector: Option<&'s str>,
        /// Whether it is the default (`*[key]`).
        default: bool,
    },
}

/// A select expression: `{ selector -> … }`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Select<'s> {
    /// Index of the branch it stands in, counted in this message.
    pub branch: usize,
    /// What it selects on; where that is a function or a term, `call` says more.
    pub selector: Value<'s>,
    /// The function or term that is its selector, as an index into [`Outline::calls`].
    pub call: Option<usize>,
}

/// A function, or a term with arguments: `NAME( … )`, `-term( … )`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Call<'s> {
    /// Index of the branch it stands in, counted in this message.
    pub branch: usize,
    /// The function or term.
    pub callee: Target<'s>,
    /// Whether its result is shown to readers; a selector's and an argument's are not.
    pub shown: bool,
    arguments: Range<u32>,
}

/// An argument of a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Argument<'s> {
    /// Its name; positional arguments have none.
    pub name: Option<&'s str>,
    /// What is given.
    pub value: Value<'s>,
}

/// A value that is given to a call or selected on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value<'s> {
    /// `"text"`, escapes not resolved.
    Text(&'s str),
    /// `18`
    Number(&'s str),
    /// `$name`
    Variable(&'s str),
    /// A message, a term, a function or a nested placeable.
    Other,
}

/// A piece of text.
#[derive(Clone, Debug)]
pub struct Text<'s> {
    /// Index of its branch, counted in this message.
    pub branch: usize,
    /// How it is written.
    pub kind: TextKind,
    /// As written in the file.
    pub raw: &'s str,
}

/// How a piece of text is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextKind {
    /// Plain text.
    Element,
    /// `{ "text" }`, escapes not resolved.
    Literal,
    /// `{ 18 }`
    Number,
    /// A literal that steers and is not shown: a selector, an argument, the number of a variant's key.
    Steering,
}

/// A name that a message uses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference<'s> {
    /// Index of the branch it stands in, counted in this message.
    pub branch: usize,
    /// What it names.
    pub target: Target<'s>,
    /// Whether what it names is shown to readers; selectors and arguments are not.
    pub shown: bool,
}

/// What a reference names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target<'s> {
    /// `$name`
    Variable(&'s str),
    /// `id` or `id.attribute`
    Message(&'s str, Option<&'s str>),
    /// `-id` or `-id.attribute`
    Term(&'s str, Option<&'s str>),
    /// `NAME( … )`
    Function(&'s str),
}

impl<'s> Outlines<'s> {
    /// Makes room for so many more messages and terms, most of which have one branch and one text.
    pub(crate) fn reserve(&mut self, messages: usize) {
        self.messages.reserve(messages);
        self.branches.reserve(messages + messages / 4);
        self.texts.reserve(messages + messages / 2);
        self.references.reserve(messages / 4);
    }

    /// Number of messages and terms.
    pub fn len(&self) -> usize {
        self.messages.len()
    }

    /// Whether there is no message and no term.
    pub fn is_empty(&self) -> bool {
        self.messages.is_empty()
    }

    /// All messages and terms, in order.
    pub fn iter(&self) -> impl Iterator<Item = Outline<'_, 's>> {
        self.messages.iter().map(|parts| Outline { all: self, parts })
    }

    /// The message or term at `index`.
    pub fn get(&self, index: usize) -> Option<Outline<'_, 's>> {
        self.messages.get(index).map(|parts| Outline { all: self, parts })
    }
}

impl<'f, 's> Outline<'f, 's> {
    /// What it has.
    pub fn features(&self) -> Features {
        self.parts.features
    }

    /// Whether it is a message or a term.
    pub fn kind(&self) -> Kind {
        self.parts.kind
    }

    /// Its identifier, without the `-` of a term.
    pub fn id(&self) -> &'s str {
        self.parts.id
    }

    /// Its select expressions, in order.
    pub fn selects(&self) -> &'f [Select<'s>] {
        part(&self.all.selects, &self.parts.selects)
    }

    /// Its functions, and its terms with arguments, in order; inner ones after those that they are arguments of.
    pub fn calls(&self) -> &'f [Call<'s>] {
        part(&self.all.calls, &self.parts.calls)
    }

    /// The arguments of one of its calls, in order.
    pub fn arguments(&self, call: &Call<'s>) -> &'f [Argument<'s>] {
        part(&self.all.arguments, &call.arguments)
    }

    /// Its branches: every root before its variants, in the order of the text.
    pub fn branches(&self) -> &'f [Branch<'s>] {
        part(&self.all.branches, &self.parts.branches)
    }

    /// Its texts, in order.
    pub fn texts(&self) -> &'f [Text<'s>] {
        part(&self.all.texts, &self.parts.texts)
    }

    /// The names it uses, in order.
    pub fn references(&self) -> &'f [Reference<'s>] {
        part(&self.all.references, &self.parts.references)
    }

    /// The value, or the attribute of this name, as an index into [`Outline::branches`].
    pub fn root(&self, attribute: Option<&str>) -> Option<usize> {
        self.branches().iter().position(|branch| match branch.origin {
            Origin::Value => attribute.is_none(),
            Origin::Attribute(name) => attribute == Some(name),
            Origin::Variant { .. } => false,
        })
    }

    /// The branch that `branch` is a variant in, and so on up to the value or attribute, `branch` itself first.
    pub fn path(&self, branch: usize) -> impl Iterator<Item = (usize, &'f Branch<'s>)> {
        let branches = self.branches();
        std::iter::successors(branches.get(branch).map(|it| (branch, it)), |(_, it)| {
            match it.origin {
                Origin::Value | Origin::Attribute(_) => None,
                Origin::Variant { parent, .. } => branches.get(parent).map(|it| (parent, it)),
            }
        })
    }
}

fn part<'f, T>(all: &'f [T], range: &Range<u32>) -> &'f [T] {
    all.get(range.start as usize..range.end as usize).unwrap_or_default()
}

impl<'s> Target<'s> {
    /// The name as it stands in the file, without its sign.
    pub fn name(self) -> &'s str {
        match self {
            Self::Variable(name)
            | Self::Message(name, _)
            | Self::Term(name, _)
            | Self::Function(name) => name,
        }
    }
}

impl<'s> Text<'s> {
    /// The text that readers see, escapes resolved.
    pub fn shown(&self) -> Cow<'s, str> {
        match self.kind {
            TextKind::Element | TextKind::Number | TextKind::Steering => Cow::Borrowed(self.raw),
            TextKind::Literal => unescape(self.raw),
        }
    }
}

/// A string literal with its escapes (`\\u202E`) resolved.
pub fn unescape(literal: &str) -> Cow<'_, str> {
    unescape_unicode_to_string(literal)
}

#[cfg(test)]
mod tests {
    use std::fmt::Write;

    use crate::FtlFile;

    fn outline(source: &str) -> String {
        let file = FtlFile::parse("x.ftl", "x.ftl", source);
        let mut out = String::new();
        for message in file.outlines.iter() {
            let _ = writeln!(out, "{:?} {}", message.kind(), message.id());
            for (index, branch) in message.branches().iter().enumerate() {
                let _ = writeln!(
                    out,
                    "  {index} {:?} placeables={} empty={}",
                    branch.origin, branch.placeables, branch.empty
                );
            }
            for text in message.texts() {
                let _ =
                    writeln!(out, "  text in {}: {:?} {:?}", text.branch, text.kind, text.shown());
            }
            for reference in message.references() {
                let _ = writeln!(
                    out,
                    "  in {}: {:?} shown={}",
                    reference.branch, reference.target, reference.shown
                );
            }
        }
        out
    }

    #[test]
    fn one_walk_collects_branches_texts_and_references() {
        insta::assert_snapshot!(outline(
            "a = You have { NUMBER($n, maximumFractionDigits: 2) ->\n    [one] { $n } child\n   *[other] { $n } { -kids(case: \"gen\") }\n } { \"\\u202E\" }\n    .label = { b.x }\n-kids = kids\nempty = { \" \" }\n"
        ));
    }
}
