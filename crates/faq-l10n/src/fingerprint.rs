//! The fingerprint of a text: what waivers and reviews are bound to; and its wording, for people to compare.

mod parts;

use std::collections::BTreeSet;

use faq_content::Fact;
use sha2::{Digest, Sha256};

use self::parts::{FACT, Inlining, PLAIN, Part, name};
use crate::{
    locale_files::{LocaleFiles, MessageRef},
    outline::{Kind, Outline, Value, unescape},
};

/// The identity of what these messages say together, each in its locale's files: 32 hexadecimal digits.
///
/// Any other word, variable, variant or attribute gives another one, in the messages themselves, in the terms and messages that
/// they refer to, and in the values of `facts`. Comments, the place in the file, the breaks of lines and the number of spaces do not
/// matter, nor whether a word stands in the text or comes from a term.
pub fn fingerprint(texts: &[(&LocaleFiles<'_>, MessageRef)], facts: &[Fact]) -> String {
    let mut said = Said::default();
    for (files, place) in texts {
        let mut inlining = Inlining::of(files, facts);
        let mut seen = BTreeSet::from([*place]);
        let mut waiting = vec![*place];
        while let Some(place) = waiting.pop() {
            if let Some((_, message)) = files.at(place) {
                said.message(message, &inlining.parts(place));
            }
            waiting.extend(inlining.apart.drain(..).filter(|place| seen.insert(*place)));
        }
    }
    let mut digits = base16ct::lower::encode_string(&Sha256::digest(said.all));
    digits.truncate(32);
    digits
}

/// What the message at `place` says, on one line, for people to read: plain terms and facts as what they stand for, all else
/// much as it is written in Fluent.
pub fn wording(files: &LocaleFiles<'_>, place: MessageRef, facts: &[Fact]) -> String {
    let mut inlining = Inlining::of(files, facts);
    let parts = inlining.parts(place);
    let mut words = String::new();
    for (index, part) in parts.iter().enumerate() {
        let text = &part.text;
        let is_fact = parts.get(index + 1).is_some_and(|next| next.sign == FACT);
        words.push_str(&match part.sign {
            PLAIN | FACT | "number" => text.to_string(),
            "literal" => unescape(text).into_owned(),
            "$" if is_fact => continue,
            "steering" => continue,
            "[" => format!(" [{text}] "),
            "." => format!(" .{text} = "),
            "of" => format!(".{text}"),
            "message" => format!("{{ {text} }}"),
            "(" => format!("{text} "),
            sign if part.rest == [0; 3] => format!("{{ {sign}{text} -> }}"),
            sign => format!("{{ {sign}{text} }}"),
        });
    }
    folded(std::iter::once(words.as_str())).trim().to_owned()
}

/// All that was said, each part with its length before it, so that no two texts read the same.
#[derive(Default)]
struct Said {
    all: String,
}

impl Said {
    fn word(&mut self, word: &str) {
        self.all.push_str(&format!("{}:{word}", word.len()));
    }

    fn number(&mut self, number: usize) {
        self.all.push_str(&format!("{number};"));
    }

    fn message(&mut self, message: Outline<'_, '_>, parts: &[Part<'_>]) {
        let sign = if message.kind() == Kind::Term { "-" } else { "" };
        self.word(&format!("{sign}{}", message.id()));
        self.number(message.branches().len());
        self.texts(parts);
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
                self.word(&folded(run.iter().map(|part| part.text.as_ref())));
                continue;
            }
            self.word(&first.text);
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
    use faq_content::Id;

    use super::*;
    use crate::{FtlFile, Scope};

    fn first() -> MessageRef {
        MessageRef::new(0, 0)
    }

    fn read(source: &str) -> LocaleFiles<'_> {
        LocaleFiles::of_files(vec![FtlFile::parse("x.ftl", "x.ftl", source)], Scope::Locale)
    }

    fn of(source: &str) -> String {
        fingerprint(&[(&read(source), first())], &[])
    }

    fn age(integer: i64) -> [Fact; 1] {
        [Fact { id: Id::parse("age").expect("an id"), integer, note: String::new() }]
    }

    #[test]
    fn two_messages_of_one_id_that_lead_to_each_other_have_an_end() {
        for scope in [Scope::File, Scope::Locale] {
            let files = vec![
                FtlFile::parse("b.ftl", "b.ftl", "m5 = Hello\n"),
                FtlFile::parse("d.ftl", "d.ftl", "m1 = { m5 }{ m5 }\nm5 = See { m1 }{ m1 }\n"),
            ];
            let files = LocaleFiles::of_files(files, scope);
            assert_eq!(fingerprint(&[(&files, MessageRef::new(1, 1))], &[]).len(), 32);
        }
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
        let files = read("a = x\nb = y\nc = z\n");
        let at = |message| (&files, MessageRef::new(0, message));
        let of = |texts: &[usize]| {
            let texts: Vec<_> = texts.iter().map(|index| at(*index)).collect();
            fingerprint(&texts, &[])
        };
        assert_ne!(of(&[0, 1]), of(&[0, 2]));
        assert_ne!(of(&[0, 1]), of(&[0]));
    }

    #[test]
    fn what_is_referred_to_is_part_of_the_text() {
        let whole = of("a = Who are minors here?\n");
        assert_eq!(of("a = Who are { -kids } here?\n-kids = minors\n"), whole);
        assert_eq!(of("a = Who are { -two }?\n-kids = minors\n-two = { -kids } here\n"), whole);
        assert_ne!(of("a = Who are { -kids } here?\n-kids = children\n"), whole);
        let chosen = |one: &str| {
            of(&format!(
                "a = {{ -kids(case: \"x\") }}\n-kids = {{ $case ->\n    [x] {one}\n   *[y] b\n }}\n"
            ))
        };
        assert_ne!(chosen("a"), chosen("b"));
    }

    #[test]
    fn the_value_of_a_fact_is_part_of_the_text() {
        let files = read("a = under { $age }\nb = x\n");
        let of = |place, years| fingerprint(&[(&files, place)], &age(years));
        assert_ne!(of(first(), 18), of(first(), 21));
        let second = MessageRef::new(0, 1);
        assert_eq!(of(second, 18), of(second, 21));
    }

    #[test]
    fn texts_that_refer_to_themselves_or_grow_without_end_have_a_fingerprint_too() {
        assert_ne!(of("a = { a } x\n"), of("a = { b } x\nb = { a }\n"));
        let mut bomb = "a = { -t0 }\n".to_owned();
        for level in 0..12 {
            let next = format!("{{ -t{} }} ", level + 1);
            bomb.push_str(&format!("-t{level} = {}\n", next.repeat(9)));
        }
        assert_ne!(of(&format!("{bomb}-t12 = x\n")), of(&format!("{bomb}-t12 = y\n")));
    }

    #[test]
    fn a_wording_is_for_people_to_read() {
        let words = |source: &str| wording(&read(source), first(), &age(18));
        assert_eq!(
            words("a = Who are\n    { -kids } under { $age }{ \"\\u0021\" }\n-kids = minors\n"),
            "Who are minors under 18!"
        );
        assert_eq!(
            words("a = { $n ->\n    [one] a kid\n   *[other] { $n } kids\n }\n    .x = y\n"),
            "{ $n -> } [one] a kid [other] { $n } kids .x = y"
        );
    }
}
