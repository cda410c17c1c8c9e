//! The fingerprint of a text: what a waiver is bound to.

use faq_l10n::{Origin, Outline, Target, TextKind, Value};
use sha2::{Digest, Sha256};

/// The identity of what a message says next to what the reference's says: 32 hexadecimal digits.
///
/// Any other word, variable, variant or attribute in one of the two gives another one. Comments, the place in the file, the breaks of
/// lines and the number of spaces do not matter.
pub fn text_fingerprint(message: Outline<'_, '_>, reference: Option<Outline<'_, '_>>) -> String {
    let mut said = Said::default();
    said.message(message);
    if let Some(reference) = reference {
        said.message(reference);
    }
    let mut digits = base16ct::lower::encode_string(&Sha256::digest(said.all));
    digits.truncate(32);
    digits
}

/// All that was said, each part with its length before it, so that no two texts read the same.
#[derive(Default)]
struct Said {
    all: String,
}

/// A part of a message that is a slice of its file.
struct Part<'s> {
    text: &'s str,
    /// What it is.
    sign: &'static str,
    /// The branch it stands in or is.
    branch: usize,
    /// What else there is to know of it.
    rest: [usize; 3],
}

impl Said {
    fn word(&mut self, word: &str) {
        self.all.push_str(&format!("{}:{word}", word.len()));
    }

    fn number(&mut self, number: usize) {
        self.all.push_str(&format!("{number};"));
    }

    fn message(&mut self, message: Outline<'_, '_>) {
        self.word(&crate::context::fluent_id(message));
        self.number(message.branches().len());
        self.texts(&parts(message));
        self.word("]");
        self.number(message.selects().len());
        for select in message.selects() {
            self.number(select.branch);
            self.value(select.selector);
            self.number(select.call.map_or(0, |call| call + 1));
        }
        for call in message.calls() {
            self.number(call.branch);
            self.number(usize::from(call.shown));
            self.word(name(call.callee).0);
            for argument in message.arguments(call) {
                self.word(argument.name.unwrap_or_default());
                self.value(argument.value);
            }
            self.word(")");
        }
    }

    /// The parts in the order of the file. Plain text that is only parted by the ends of lines is one text.
    fn texts(&mut self, parts: &[Part<'_>]) {
        let plain = |part: &Part<'_>| part.sign == PLAIN;
        for run in parts.chunk_by(|a, b| plain(a) && plain(b) && a.branch == b.branch) {
            let Some(first) = run.first() else { continue };
            self.word(first.sign);
            self.number(first.branch);
            if plain(first) {
                self.word(&folded(run.iter().map(|part| part.text)));
                continue;
            }
            self.word(first.text);
            for number in first.rest {
                self.number(number);
            }
        }
    }

    fn value(&mut self, value: Value<'_>) {
        let (sign, text) = match value {
            Value::Text(text) => ("\"", text),
            Value::Number(text) => ("0", text),
            Value::Variable(text) => ("$", text),
            Value::Other => ("", ""),
        };
        self.word(sign);
        self.word(text);
    }
}

/// The sign of plain text.
const PLAIN: &str = "text";

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
        parts.push(Part { text, sign, branch, rest });
    }
    for text in message.texts() {
        let sign = match text.kind {
            TextKind::Element => PLAIN,
            TextKind::Literal => "literal",
            TextKind::Number => "number",
            TextKind::Steering => "steering",
        };
        parts.push(Part { text: text.raw, sign, branch: text.branch, rest: [0; 3] });
    }
    for reference in message.references() {
        let (text, sign, attribute) = name(reference.target);
        let rest = [usize::from(reference.shown), 0, 0];
        parts.push(Part { text, sign, branch: reference.branch, rest });
        if let Some(text) = attribute {
            parts.push(Part { text, sign: "of", branch: reference.branch, rest });
        }
    }
    parts.sort_by_key(|part| part.text.as_ptr());
    parts
}

fn name(target: Target<'_>) -> (&str, &'static str, Option<&str>) {
    match target {
        Target::Variable(name) => (name, "$", None),
        Target::Message(name, attribute) => (name, "message", attribute),
        Target::Term(name, attribute) => (name, "-", attribute),
        Target::Function(name) => (name, "(", None),
    }
}

/// The texts as one, with one space for each run of spaces and ends of lines. Spaces that are not ASCII are part of the text.
fn folded<'t>(texts: impl Iterator<Item = &'t str>) -> String {
    let mut folded = String::new();
    for character in texts.flat_map(str::chars) {
        if !matches!(character, ' ' | '\t' | '\r' | '\n') {
            folded.push(character);
        } else if !folded.ends_with(' ') {
            folded.push(' ');
        }
    }
    folded
}

#[cfg(test)]
mod tests {
    use faq_l10n::FtlFile;

    use super::text_fingerprint;

    fn of(source: &str) -> String {
        let file = FtlFile::parse("x.ftl", "x.ftl", source);
        text_fingerprint(file.outlines.get(0).expect("the text has a message"), None)
    }

    #[test]
    fn comments_line_breaks_and_spaces_do_not_matter() {
        let text = of("a = One two { $n } three\n    .b = x\n");
        assert_eq!(text.len(), 32);
        for same in [
            "# A comment\na = One two { $n } three\n    .b = x\n",
            "a =\n    One\n    two {$n}\n    three\n  .b =   x\n",
            "a = One  two { $n } three\r\n    .b = x\r\n",
        ] {
            assert_eq!(of(same), text, "{same:?}");
        }
    }

    #[test]
    fn every_edit_matters() {
        let texts = [
            "a = x { $n } y",
            "b = x { $n } y",
            "-a = x { $n } y",
            "a = x { $m } y",
            "a = { $n } x y",
            "a = x y { $n }",
            "a = x { n } y",
            "a = x { -n } y",
            "a = x { n.n } y",
            "a = x { \"n\" } y",
            "a = x { $n } y\u{a0}",
            "a = x { $n } y\n    .y = y",
            "a = x { $n } y\n    .z = y",
            "a = x { NUMBER($n) } y",
            "a = x { NUMBER($n, a: 1) } y",
            "a = x { NUMBER($n, a: \"1\") } y",
            "a = x { F(G($n, a: 1)) } y",
            "a = x { F(G($n), a: 1) } y",
            "a = x { $n ->\n   *[one] y\n    [other] z\n }",
            "a = x { $n ->\n    [one] y\n   *[other] z\n }",
            "a = { $n ->\n    [one] y\n   *[other] z\n } x",
            "a = x { NUMBER($n) ->\n    [one] y\n   *[other] z\n }",
            "a = x { \"n\" ->\n    [one] y\n   *[other] z\n }",
        ];
        let mut seen: Vec<String> = texts.into_iter().map(of).collect();
        seen.sort_unstable();
        seen.dedup();
        assert_eq!(seen.len(), texts.len());
    }

    #[test]
    fn an_edit_of_the_reference_matters() {
        let file = FtlFile::parse("x.ftl", "x.ftl", "a = x\nb = y\nc = z\n");
        let at = |index| file.outlines.get(index).expect("three messages");
        assert_ne!(text_fingerprint(at(0), Some(at(1))), text_fingerprint(at(0), Some(at(2))));
        assert_ne!(text_fingerprint(at(0), Some(at(1))), text_fingerprint(at(0), None));
    }
}
