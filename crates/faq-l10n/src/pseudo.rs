//! Made-up languages that show what a page does with longer texts, other letters and the other direction.
//!
//! They are made from the reference when somebody wants to see them, and never ship.

use faq_content::Direction;
use fluent_syntax::{
    ast::{Entry, Expression, InlineExpression, Pattern, PatternElement},
    parser, serializer,
};

use crate::ftl_file::FtlFile;

mod disguise;

use disguise::Disguise;

/// A made-up language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pseudo {
    /// `en-XA`: letters with accents, about 35 % longer, each text in brackets.
    Accented,
    /// `ar-XB`: each word from right to left.
    Bidi,
}

impl Pseudo {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::Accented, Self::Bidi];

    /// The one with this tag.
    pub fn of_tag(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|pseudo| pseudo.tag() == tag)
    }

    /// Its tag; CLDR keeps these two regions free for the purpose.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Accented => "en-XA",
            Self::Bidi => "ar-XB",
        }
    }

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Accented => "Longer, with accents",
            Self::Bidi => "From right to left",
        }
    }

    /// Its direction.
    pub fn dir(self) -> Direction {
        match self {
            Self::Accented => Direction::Ltr,
            Self::Bidi => Direction::Rtl,
        }
    }
}

/// The Fluent file `source` in a made-up language.
///
/// The words of messages, their attributes and terms are disguised. Placeables, tags, character references, addresses and
/// words with a digit stay as they are, and so do a term's attributes, by which texts choose. What cannot be read is left out.
pub fn pseudo(source: &str, pseudo: Pseudo) -> String {
    // Measured first; a line of text can stop the parser for good.
    let measured = FtlFile::parse("", "", source).safe_source();
    let mut resource = match parser::parse(measured) {
        Ok(resource) | Err((resource, _)) => resource,
    };
    resource.body.retain(|entry| !matches!(entry, Entry::Junk { .. }));
    for entry in &mut resource.body {
        match entry {
            Entry::Message(message) => {
                let attributes = message.attributes.iter_mut().map(|it| &mut it.value);
                for pattern in message.value.iter_mut().chain(attributes) {
                    Disguise::of(pseudo).pattern(pattern);
                    if pseudo == Pseudo::Accented {
                        put_in_brackets(pattern);
                    }
                }
            }
            Entry::Term(term) => Disguise::of(pseudo).pattern(&mut term.value),
            Entry::Comment(_)
            | Entry::GroupComment(_)
            | Entry::ResourceComment(_)
            | Entry::Junk { .. } => {}
        }
    }
    serializer::serialize(&resource)
}

/// As literals: a text cannot start with a bracket on every line.
fn put_in_brackets(pattern: &mut Pattern<String>) {
    pattern.elements.insert(0, literal("["));
    pattern.elements.push(literal("]"));
}

/// As a literal too: fluent-syntax 0.12 does not indent the other lines of a text that starts with a full stop, and a line
/// that is not indented may be a message.
fn keep_first_stop(pattern: &mut Pattern<String>) {
    let Some(PatternElement::TextElement { value }) = pattern.elements.first_mut() else { return };
    let Some(rest) = value.strip_prefix('.').map(str::to_owned) else { return };
    *value = rest;
    pattern.elements.insert(0, literal("."));
}

fn literal(text: &str) -> PatternElement<String> {
    PatternElement::Placeable {
        expression: Expression::Inline(InlineExpression::StringLiteral { value: text.to_owned() }),
    }
}

impl Disguise {
    fn pattern(&mut self, pattern: &mut Pattern<String>) {
        for element in &mut pattern.elements {
            match element {
                PatternElement::TextElement { value } => *value = self.text(value),
                PatternElement::Placeable { expression } => self.expression(expression),
            }
        }
        keep_first_stop(pattern);
    }

    fn expression(&mut self, expression: &mut Expression<String>) {
        match expression {
            Expression::Inline(InlineExpression::Placeable { expression }) => {
                self.expression(expression);
            }
            Expression::Inline(_) => {}
            Expression::Select { selector: _, variants } => {
                for variant in variants {
                    self.pattern(&mut variant.value);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_of_a_text_that_starts_with_a_full_stop_becomes_no_message() {
        for source in
            ["a = .b\n c = d\n", "-a = .b\n c = d\n", "a = { $n ->\n *[x] .b\n  c = d\n }\n"]
        {
            for made_up in Pseudo::ALL {
                let disguised = pseudo(source, made_up);
                let file = FtlFile::parse("x.ftl", "x.ftl", &disguised);
                assert_eq!((file.outlines.len(), file.syntax_errors.len()), (1, 0), "{disguised}");
            }
        }
    }

    #[test]
    fn letters_get_accents_and_texts_get_longer_and_brackets() {
        let source = "# Stays.\na = Frequently asked\n    .title = Questions\n-t = victims\n    .case = low\n";
        insta::assert_snapshot!(pseudo(source, Pseudo::Accented), @r#"
        # Stays.
        a = { "[" }Ƒŕéééɋûééñţļý åååšķééđ{ "]" }
            .title = { "[" }Ɋûûééšţîîöñš{ "]" }
        -t = ṽîîçţîîṁš
            .case = low
        "#);
    }

    #[test]
    fn words_run_from_right_to_left_one_by_one() {
        let shown = pseudo("a = Who is under { $age }, or 18?\n", Pseudo::Bidi);
        insta::assert_snapshot!(shown.escape_debug(), @r"a = \u{200f}\u{202e}Who\u{202c}\u{200f} \u{200f}\u{202e}is\u{202c}\u{200f} \u{200f}\u{202e}under\u{202c}\u{200f} { $age }, \u{200f}\u{202e}or\u{202c}\u{200f} 18?\n");
    }

    #[test]
    fn what_is_no_word_stays_as_it_is() {
        let source = "a = <a href=\"{ $url }\" title=\"x\">x</a> &amp; %1$s { -t(case: \"x\") } 18 4th a@b.org https://a.org/b { \"x\" } { NUMBER($n, style: \"x\") }\n";
        insta::assert_snapshot!(pseudo(source, Pseudo::Accented), @r#"a = { "[" }<a href="{ $url }" title="x">ẋ</a> &amp; %1$s { -t(case: "x") } 18 4th a@b.org https://a.org/b { "x" } { NUMBER($n, style: "x") }{ "]" }"#);
        insta::assert_snapshot!(pseudo(source, Pseudo::Bidi).escape_debug(), @r#"a = <a href=\"{ $url }\" title=\"x\">\u{200f}\u{202e}x\u{202c}\u{200f}</a> &amp; %1$s { -t(case: \"x\") } 18 4th a@b.org https://a.org/b { \"x\" } { NUMBER($n, style: \"x\") }\n"#);
    }

    #[test]
    fn every_variant_is_disguised_and_no_selector() {
        let source = "a = { $n ->\n    [one] a thing\n   *[other] { $n } things\n }\n";
        insta::assert_snapshot!(pseudo(source, Pseudo::Accented), @r#"
        a =
            { "[" }{ $n ->
                [one] åå ţĥîîñĝ
               *[other] { $n } ţĥîîîñĝš
            }{ "]" }
        "#);
    }

    #[test]
    fn what_cannot_be_read_is_left_out() {
        let deep = format!("a = {}\nb = b\n", "{".repeat(10_000));
        assert_eq!(pseudo(&deep, Pseudo::Accented), "b = { \"[\" }ƀ{ \"]\" }\n");
    }

    #[test]
    fn every_made_up_language_is_found_by_its_tag() {
        for it in Pseudo::ALL {
            assert_eq!(Pseudo::of_tag(it.tag()), Some(it));
        }
        assert_eq!(Pseudo::of_tag("ar"), None);
    }
}
