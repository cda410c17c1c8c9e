//! Taking in what another tool wrote: it is refused with a place, or becomes texts that go out again as they came.

use std::collections::BTreeSet;

use faq_exchange::{Exchange, Format, FtlSource, Import, Languages, State, export, import};
use faq_l10n::{FtlFile, entries};

use crate::text_of;

const LANGUAGES: Languages<'static> =
    Languages { reference: "en", locale: "ar", right_to_left: true };

const REFERENCE: &str = "# The age\nage = Under { $age } { -t }\nmany = { $n ->\n    [one] One { $n }\n   *[other] { $n } of { $m ->\n       *[a] b\n    }\n}\n    .label = \"<&>\" { \"{\" } %\nlines =\n    One\n      two\nnew = =1\n-t = T\n";

const TRANSLATION: &str =
    "age = عمر { $age }\n\n# own\nmany = { $n ->\n    [one] 1\n   *[other] { $n }\n}\n-t = ت\n";

/// Reads the bytes as CSV.
pub fn csv(bytes: &[u8]) {
    takes(Format::Csv, bytes);
}

/// Reads the bytes as PO.
pub fn po(bytes: &[u8]) {
    takes(Format::Po, bytes);
}

/// Reads the bytes as TBX.
pub fn tbx(bytes: &[u8]) {
    takes(Format::Tbx, bytes);
}

/// Reads the bytes as TMX.
pub fn tmx(bytes: &[u8]) {
    takes(Format::Tmx, bytes);
}

/// Reads the bytes as XLIFF 1.2.
pub fn xliff(bytes: &[u8]) {
    takes(Format::Xliff, bytes);
}

/// Reads the bytes as XLIFF 2.1.
pub fn xliff2(bytes: &[u8]) {
    takes(Format::Xliff2, bytes);
}

fn files(text: &str) -> [FtlSource<'_>; 1] {
    [FtlSource { name: "faq.ftl", text }]
}

fn takes(format: Format, bytes: &[u8]) {
    let text = text_of(bytes);
    let exchange = match format.read(&text) {
        Ok(exchange) => exchange,
        Err(problem) => {
            assert!(text.get(problem.span.clone()).is_some(), "{problem:?} {text:?}");
            assert!(!problem.message.is_empty(), "{text:?}");
            return;
        }
    };
    let taken = match import(&exchange, LANGUAGES, &files(REFERENCE), &files(TRANSLATION)) {
        Ok(taken) => taken,
        Err(problem) => {
            assert!(text.get(problem.span.clone()).is_some(), "{problem:?} {text:?}");
            return;
        }
    };
    let [file] = taken.files.as_slice() else {
        assert!(taken.messages.is_empty() && taken.files.is_empty(), "{taken:?}");
        return;
    };
    nothing_else_changes(&taken, &file.text);
    says_what_came(&exchange, &file.text);
}

/// But the messages that are named.
fn nothing_else_changes(taken: &Import, text: &str) {
    let file = FtlFile::parse("faq.ftl", "faq.ftl", text);
    assert!(file.syntax_errors.is_empty() && file.oversized.is_empty(), "{text:?}");
    let named: BTreeSet<&str> = taken.messages.iter().map(|it| it.id.as_str()).collect();
    let [before, after] = [TRANSLATION, text].map(|text| {
        let others = entries(text).into_iter().filter(|it| !named.contains(it.id));
        others.map(|it| (it.id, it.comment, it.text)).collect::<Vec<_>>()
    });
    assert_eq!(before, after);
}

/// What goes out afterwards is what came in, and comes back in every format.
fn says_what_came(exchange: &Exchange, text: &str) {
    let out = export(LANGUAGES, &files(REFERENCE), &files(text), &|_| State::Draft);
    for format in [Format::Csv, Format::Po, Format::Xliff, Format::Xliff2] {
        let written = format.write(&out);
        let mut again = format.read(&written).expect("our own file can be read");
        again.units.iter_mut().for_each(|unit| unit.at = 0);
        assert_eq!(again.units, out.units, "{format:?} {written:?}");
        let same = import(&again, LANGUAGES, &files(REFERENCE), &files(text));
        let same = same.expect("our own file can be taken");
        assert!(same.files.is_empty() && same.left.is_empty(), "{format:?} {same:?}");
    }
    let said: BTreeSet<&str> = exchange.units.iter().map(|it| it.id.as_str()).collect();
    let there = out.units.iter().filter(|it| !it.target.is_empty());
    let old = export(LANGUAGES, &files(REFERENCE), &files(TRANSLATION), &|_| State::Draft);
    for unit in there {
        let is_old = old.units.iter().any(|it| it.id == unit.id && it.target == unit.target);
        assert!(is_old || said.contains(unit.id.as_str()), "{unit:?}");
    }
}
