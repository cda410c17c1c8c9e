//! The one walk over a message's tree.

use std::ops::Range;

use fluent_syntax::ast::{
    Attribute, CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement,
    Variant, VariantKey,
};

use super::{
    Argument, Branch, Call, Kind, Origin, Outlines, Parts, Reference, Select, Target, Text,
    TextKind, Value,
};
use crate::{features::Features, limits::Limits};

impl<'s> Outlines<'s> {
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
        let start = Ends::of(self);
        let mut walk = Walk { start, features: Features::ANY, all: self };
        if let Some(value) = value {
            walk.root(Origin::Value, value);
        }
        for Attribute { id, value } in attributes {
            walk.root(Origin::Attribute(id.name), value);
        }
        if !attributes.is_empty() {
            walk.features = walk.features | Features::ATTRIBUTE;
        }
        let features = walk.features | self.of_branches(start.branches);
        let end = Ends::of(self);
        let features = features | Features::SEVERAL.only_if(end.texts > start.texts + 1);
        self.messages.push(Parts {
            kind,
            id,
            features,
            branches: range(start.branches, end.branches),
            texts: range(start.texts, end.texts),
            references: range(start.references, end.references),
            selects: range(start.selects, end.selects),
            calls: range(start.calls, end.calls),
        });
    }

    /// What the branches from `first` on have together.
    fn of_branches(&self, first: usize) -> Features {
        let branches = self.branches.get(first..).unwrap_or_default();
        let placeables: u32 = branches.iter().map(|branch| branch.placeables).sum();
        let large = placeables as usize > Limits::PLACEABLES / LARGE_PART;
        Features::EMPTY.only_if(branches.iter().any(|branch| branch.empty))
            | Features::LARGE.only_if(large)
    }
}

/// With more than this part of the placeables that are allowed, a message is [`Features::LARGE`].
const LARGE_PART: usize = 4;

/// How long the lists are.
#[derive(Clone, Copy)]
struct Ends {
    branches: usize,
    texts: usize,
    references: usize,
    selects: usize,
    calls: usize,
}

impl Ends {
    fn of(outlines: &Outlines<'_>) -> Self {
        Self {
            branches: outlines.branches.len(),
            texts: outlines.texts.len(),
            references: outlines.references.len(),
            selects: outlines.selects.len(),
            calls: outlines.calls.len(),
        }
    }
}

/// A file is far smaller than 4 GiB, and so are the lists made from it.
fn range(start: usize, end: usize) -> Range<u32> {
    let index = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    index(start)..index(end)
}

/// The one walk over a message's tree.
struct Walk<'f, 's> {
    all: &'f mut Outlines<'s>,
    /// Where the message's parts start.
    start: Ends,
    features: Features,
}

impl<'s> Walk<'_, 's> {
    fn root(&mut self, origin: Origin<'s>, pattern: &Pattern<&'s str>) {
        let branch = self.open(origin);
        self.pattern(branch, pattern);
    }

    fn open(&mut self, origin: Origin<'s>) -> usize {
        self.all.branches.push(Branch { origin, placeables: 0, empty: true });
        self.all.branches.len() - 1 - self.start.branches
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
        let calls = self.all.calls.len();
        self.inline(parent, selector, false);
        self.not_empty(parent);
        self.features = self.features | Features::SELECT;
        let select = self.all.selects.len() - self.start.selects;
        self.all.selects.push(Select {
            branch: parent,
            selector: value_of(selector),
            call: (self.all.calls.len() > calls).then_some(calls - self.start.calls),
        });
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
                let target = Target::Term(id.name, attribute.as_ref().map(|it| it.name));
                self.reference(branch, target, shown);
                if let Some(arguments) = arguments {
                    self.call(branch, target, shown, arguments, false);
                }
            }
            InlineExpression::FunctionReference { id, arguments } => {
                let target = Target::Function(id.name);
                self.reference(branch, target, shown);
                self.call(branch, target, shown, arguments, shown);
            }
            InlineExpression::Placeable { expression } => self.placeable(branch, expression),
        }
    }

    /// A call whose positional arguments are shown or not. Its own arguments lie side by side, those of inner calls after.
    fn call(
        &mut self,
        branch: usize,
        callee: Target<'s>,
        shown: bool,
        arguments: &CallArguments<&'s str>,
        arguments_shown: bool,
    ) {
        let first = self.all.arguments.len();
        let positional =
            arguments.positional.iter().map(|it| Argument { name: None, value: value_of(it) });
        let named = arguments
            .named
            .iter()
            .map(|it| Argument { name: Some(it.name.name), value: value_of(&it.value) });
        self.all.arguments.extend(positional.chain(named));
        let arguments_range = range(first, self.all.arguments.len());
        self.all.calls.push(Call { branch, callee, shown, arguments: arguments_range });
        for argument in &arguments.positional {
            self.inline(branch, argument, arguments_shown);
        }
        for argument in &arguments.named {
            self.inline(branch, &argument.value, false);
        }
    }

    fn text(&mut self, branch: usize, kind: TextKind, raw: &'s str) {
        self.all.texts.push(Text { branch, kind, raw });
        self.features = self.features
            | match kind {
                TextKind::Element => Features::of_text(raw),
                TextKind::Literal => Features::of_text(raw) | Features::LITERAL,
                TextKind::Number | TextKind::Steering => {
                    Features::NUMBER | Features::LARGE.only_if(raw.len() > Limits::NUMBER)
                }
            };
        if kind != TextKind::Steering && !raw.chars().all(char::is_whitespace) {
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
        self.all.branches.get_mut(self.start.branches + branch)
    }
}

fn value_of<'s>(expression: &InlineExpression<&'s str>) -> Value<'s> {
    match expression {
        InlineExpression::StringLiteral { value } => Value::Text(value),
        InlineExpression::NumberLiteral { value } => Value::Number(value),
        InlineExpression::VariableReference { id } => Value::Variable(id.name),
        InlineExpression::MessageReference { .. }
        | InlineExpression::TermReference { .. }
        | InlineExpression::FunctionReference { .. }
        | InlineExpression::Placeable { .. } => Value::Other,
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
