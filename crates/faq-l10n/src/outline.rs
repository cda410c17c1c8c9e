//! What one walk over a message collects: everything that rules and the resolver need to know about it.
//!
//! The Fluent tree is dropped afterwards. The parts of all messages of a file lie in four lists, so that a file costs a
//! handful of allocations and not one a message.

use std::{borrow::Cow, ops::Range};

use crate::features::Features;
use fluent_syntax::{
    ast::{
        Attribute, CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement,
        Variant, VariantKey,
    },
    unicode::unescape_unicode_to_string,
};

/// The outlines of all messages and terms of a file, in order.
#[derive(Debug, Default)]
pub struct Outlines<'s> {
    messages: Vec<Parts<'s>>,
    branches: Vec<Branch<'s>>,
    texts: Vec<Text<'s>>,
    references: Vec<Reference<'s>>,
}

/// Where the parts of one message lie.
#[derive(Debug)]
struct Parts<'s> {
    kind: Kind,
    id: &'s str,
    features: Features,
    branches: Range<usize>,
    texts: Range<usize>,
    references: Range<usize>,
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
        /// Number of the select expression in this message; variants of one expression share it.
        select: usize,
        /// Its key, as written.
        key: &'s str,
        /// The variable that the expression selects on, if it selects on one.
        selector: Option<&'s str>,
        /// Whether it is the default (`*[key]`).
        default: bool,
    },
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

    /// Walks over an entry of a Fluent tree. Comments and junk have nothing to outline.
    pub(crate) fn push(&mut self, entry: &Entry<&'s str>) {
        let (kind, id, value, attributes) = match entry {
            Entry::Message(message) => {
                (Kind::Message, message.id.name, message.value.as_ref(), &message.attributes)
            }
            Entry::Term(term) => (Kind::Term, term.id.name, Some(&term.value), &term.attributes),
            Entry::Comment(_)
            | Entry::GroupComment(_)
            | Entry::ResourceComment(_)
            | Entry::Junk { .. } => return,
        };
        let start = (self.branches.len(), self.texts.len(), self.references.len());
        let features = Features::ANY;
        let mut walk = Walk { first_branch: start.0, selects: 0, features, all: self };
        if let Some(value) = value {
            walk.root(Origin::Value, value);
        }
        for Attribute { id, value } in attributes {
            walk.root(Origin::Attribute(id.name), value);
        }
        if !attributes.is_empty() {
            walk.features = walk.features | Features::ATTRIBUTE;
        }
        let features = walk.features | self.emptiness(start.0);
        self.messages.push(Parts {
            kind,
            id,
            features,
            branches: start.0..self.branches.len(),
            texts: start.1..self.texts.len(),
            references: start.2..self.references.len(),
        });
    }
}

impl Outlines<'_> {
    /// Whether one of the branches from `first` on has no text.
    fn emptiness(&self, first: usize) -> Features {
        let empty = self.branches.iter().skip(first).any(|branch| branch.empty);
        if empty { Features::EMPTY } else { Features::NONE }
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

    /// Its branches: every root before its variants, in the order of the text.
    pub fn branches(&self) -> &'f [Branch<'s>] {
        self.all.branches.get(self.parts.branches.clone()).unwrap_or_default()
    }

    /// Its texts, in order.
    pub fn texts(&self) -> &'f [Text<'s>] {
        self.all.texts.get(self.parts.texts.clone()).unwrap_or_default()
    }

    /// The names it uses, in order.
    pub fn references(&self) -> &'f [Reference<'s>] {
        self.all.references.get(self.parts.references.clone()).unwrap_or_default()
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

/// The one walk over a message's tree.
struct Walk<'f, 's> {
    all: &'f mut Outlines<'s>,
    first_branch: usize,
    selects: usize,
    features: Features,
}

impl<'s> Walk<'_, 's> {
    fn root(&mut self, origin: Origin<'s>, pattern: &Pattern<&'s str>) {
        let branch = self.open(origin);
        self.pattern(branch, pattern);
    }

    fn open(&mut self, origin: Origin<'s>) -> usize {
        self.all.branches.push(Branch { origin, placeables: 0, empty: true });
        self.all.branches.len() - 1 - self.first_branch
    }

    fn pattern(&mut self, branch: usize, pattern: &Pattern<&'s str>) {
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => {
                    self.text(branch, TextKind::Element, value);
                }
                PatternElement::Placeable { expression } => self.placeable(branch, expression),
            }
        }
    }

    fn placeable(&mut self, branch: usize, expression: &Expression<&'s str>) {
        if let Some(branch) = self.branch(branch) {
            branch.placeables += 1;
        }
        match expression {
            Expression::Inline(inline) => self.inline(branch, inline, true),
            Expression::Select { selector, variants } => self.select(branch, selector, variants),
        }
    }

    fn select(
        &mut self,
        parent: usize,
        selector: &InlineExpression<&'s str>,
        variants: &[Variant<&'s str>],
    ) {
        self.inline(parent, selector, false);
        self.not_empty(parent);
        self.features = self.features | Features::SELECT;
        let select = self.selects;
        self.selects += 1;
        let variable = selected_variable(selector);
        for variant in variants {
            let key = match &variant.key {
                VariantKey::Identifier { name } => name,
                VariantKey::NumberLiteral { value } => {
                    self.text(parent, TextKind::Steering, value);
                    value
                }
            };
            let origin = Origin::Variant {
                parent,
                select,
                key,
                selector: variable,
                default: variant.default,
            };
            let branch = self.open(origin);
            self.pattern(branch, &variant.value);
        }
    }

    fn inline(&mut self, branch: usize, expression: &InlineExpression<&'s str>, shown: bool) {
        match expression {
            InlineExpression::StringLiteral { value }
            | InlineExpression::NumberLiteral { value }
                if !shown =>
            {
                self.text(branch, TextKind::Steering, value);
            }
            InlineExpression::StringLiteral { value } => {
                self.text(branch, TextKind::Literal, value);
            }
            InlineExpression::NumberLiteral { value } => self.text(branch, TextKind::Number, value),
            InlineExpression::VariableReference { id } => {
                self.reference(branch, Target::Variable(id.name), shown);
            }
            InlineExpression::MessageReference { id, attribute } => {
                self.reference(
                    branch,
                    Target::Message(id.name, attribute.as_ref().map(|it| it.name)),
                    shown,
                );
            }
            InlineExpression::TermReference { id, attribute, arguments } => {
                self.reference(
                    branch,
                    Target::Term(id.name, attribute.as_ref().map(|it| it.name)),
                    shown,
                );
                if let Some(arguments) = arguments {
                    self.arguments(branch, arguments, false);
                }
            }
            InlineExpression::FunctionReference { id, arguments } => {
                self.reference(branch, Target::Function(id.name), shown);
                self.arguments(branch, arguments, shown);
            }
            InlineExpression::Placeable { expression } => self.placeable(branch, expression),
        }
    }

    fn arguments(&mut self, branch: usize, arguments: &CallArguments<&'s str>, shown: bool) {
        arguments.positional.iter().for_each(|argument| self.inline(branch, argument, shown));
        arguments.named.iter().for_each(|argument| self.inline(branch, &argument.value, false));
    }

    fn text(&mut self, branch: usize, kind: TextKind, raw: &'s str) {
        self.all.texts.push(Text { branch, kind, raw });
        self.features = self.features
            | match kind {
                TextKind::Element => Features::of_text(raw),
                TextKind::Literal => Features::of_text(raw) | Features::LITERAL,
                TextKind::Number | TextKind::Steering => Features::NUMBER,
            };
        if kind != TextKind::Steering && !raw.trim().is_empty() {
            self.not_empty(branch);
        }
    }

    fn reference(&mut self, branch: usize, target: Target<'s>, shown: bool) {
        self.all.references.push(Reference { branch, target, shown });
        self.features = self.features
            | match target {
                Target::Variable(_) => Features::VARIABLE,
                Target::Message(..) | Target::Term(..) => Features::REFERENCE,
                Target::Function(_) => Features::FUNCTION,
            };
        self.not_empty(branch);
    }

    fn not_empty(&mut self, branch: usize) {
        if let Some(branch) = self.branch(branch) {
            branch.empty = false;
        }
    }

    fn branch(&mut self, branch: usize) -> Option<&mut Branch<'s>> {
        self.all.branches.get_mut(self.first_branch + branch)
    }
}

/// The variable that a selector depends on, directly or as the first argument of a function.
fn selected_variable<'s>(selector: &InlineExpression<&'s str>) -> Option<&'s str> {
    match selector {
        InlineExpression::VariableReference { id } => Some(id.name),
        InlineExpression::FunctionReference { arguments, .. } => {
            arguments.positional.first().and_then(selected_variable)
        }
        InlineExpression::StringLiteral { .. }
        | InlineExpression::NumberLiteral { .. }
        | InlineExpression::MessageReference { .. }
        | InlineExpression::TermReference { .. }
        | InlineExpression::Placeable { .. } => None,
    }
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
