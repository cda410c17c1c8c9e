//! Every format says what the FAQ says: each is read back by a reader that is not ours, and compared text by text.

mod html;
mod markdown;
mod runtimes;
mod samples;
mod shown;

use std::collections::BTreeMap;

use faq_content::LocalizedFaq;
use faq_emit::{BaseUrl, FORMATS, HeadingLevel, OutputFile, Release};
use fluent_bundle::{FluentBundle, FluentResource};
use proptest::prelude::*;

use crate::project::{CATALOG, emit, repository};
pub(crate) use runtimes::ask_node;
use samples::{AWKWARD, HOSTILE, fallen_back, filled, samples};
use shown::{Kind, Shown, folded, shown};

/// The text of a file of a locale, as it is released.
pub(crate) fn file<'f>(files: &'f [OutputFile], faq: &LocalizedFaq, name: &str) -> &'f str {
    text(files, &format!("{}/{name}", faq.locale))
}

fn text<'f>(files: &'f [OutputFile], path: &str) -> &'f str {
    let file = files.iter().find(|file| file.path == path).unwrap_or_else(|| panic!("no {path}"));
    std::str::from_utf8(&file.bytes).expect("every file is UTF-8")
}

/// Does something with every sample in every locale, and the files of the release that it is in.
fn each(look: impl Fn(&LocalizedFaq, &[OutputFile])) {
    for faqs in samples() {
        let files = emit(&faqs);
        for faq in &faqs {
            look(faq, &files);
        }
    }
}

/// What a reader of Markdown can tell: notices are paragraphs.
fn in_markdown(faq: &LocalizedFaq) -> Vec<Shown> {
    let mut all = shown(faq);
    for it in all.iter_mut().filter(|it| it.kind == Kind::Notice) {
        it.kind = Kind::Paragraph;
    }
    all
}

#[test]
fn a_page_says_what_the_faq_says() {
    each(|faq, files| {
        assert_eq!(html::read(file(files, faq, "index.html")), shown(faq), "{}", faq.locale);
    });
}

#[test]
fn the_start_page_offers_every_language_by_its_own_name() {
    for faqs in samples() {
        let files = emit(&faqs);
        let offered = html::offered(text(&files, "index.html"));
        let expected: Vec<_> = faqs
            .iter()
            .map(|faq| {
                let title = (faq.title.locale.to_string(), faq.title.text.clone());
                (format!("{}/index.html", faq.locale), faq.endonym.clone(), title)
            })
            .collect();
        assert_eq!(offered, expected);
    }
}

#[test]
fn a_fragment_says_what_the_faq_says() {
    each(|faq, files| {
        assert_eq!(html::read(file(files, faq, "fragment.html")), shown(faq), "{}", faq.locale);
    });
}

#[test]
fn a_fragment_has_headings_below_the_sites_and_nothing_that_acts() {
    let faqs = [fallen_back()];
    for level in 1..=5 {
        let reference = faqs[0].locale.clone();
        let files = faq_emit::release(&Release {
            reference: &reference,
            faqs: &faqs,
            negotiation: &BTreeMap::new(),
            catalog: &CATALOG,
            revision: None,
            base_url: None,
            heading_level: HeadingLevel::new(level).expect("there is a level below"),
            encodings: &[],
        })
        .expect("the files can be made");
        let fragment = file(&files, &faqs[0], "fragment.html");
        let questions = faqs[0].entries.len();
        assert_eq!(html::headings(fragment), [vec![level], vec![level + 1; questions]].concat());
        assert_eq!(html::foreign(fragment), [""; 0]);
        assert_eq!(fragment.matches("<slot name=\"help\"></slot>").count(), 1);
    }
    assert_eq!((HeadingLevel::new(0), HeadingLevel::new(6)), (None, None));
}

#[test]
fn markdown_says_what_the_faq_says() {
    each(|faq, files| {
        assert_eq!(markdown::read(file(files, faq, "faq.md")), in_markdown(faq), "{}", faq.locale);
    });
}

#[test]
fn plain_text_says_what_the_faq_says() {
    each(|faq, files| {
        let lines = file(files, faq, "faq.txt").lines();
        let read: Vec<&str> = lines.filter(|line| !line.is_empty() && *line != "---").collect();
        let bullet = |it: &Shown| if it.kind == Kind::Item { "• " } else { "" };
        let expected: Vec<String> =
            shown(faq).iter().map(|it| format!("{}{}", bullet(it), folded(&it.text))).collect();
        assert_eq!(read, expected, "{}", faq.locale);
    });
}

#[test]
fn json_ld_says_what_the_faq_says_and_ends_no_script() {
    each(|faq, files| {
        let source = file(files, faq, "faq.jsonld");
        assert!(!source.contains(['<', '>', '&', '\u{2028}', '\u{2029}']), "{}", faq.locale);
        let page: serde_json::Value = serde_json::from_str(source).expect("it is JSON");
        assert_eq!(page["@type"], "FAQPage");
        assert_eq!(page["inLanguage"], faq.locale.as_str());
        let title = page["name"]["@value"].as_str().or(page["name"].as_str());
        assert_eq!(title, Some(faq.title.text.as_str()));
        let mut read = Vec::new();
        for question in page["mainEntity"].as_array().expect("questions") {
            let answer = &question["acceptedAnswer"];
            assert_eq!(question["inLanguage"], answer["inLanguage"]);
            read.push((question["inLanguage"].clone(), folded(question["name"].as_str().unwrap())));
            let lines =
                answer["text"].as_str().expect("a text").lines().filter(|it| !it.is_empty());
            read.extend(lines.map(|it| (answer["inLanguage"].clone(), it.to_owned())));
        }
        let mut expected = Vec::new();
        let mut language = String::new();
        for it in shown(faq).iter().filter(|it| !matches!(it.kind, Kind::Title | Kind::Notice)) {
            if it.kind == Kind::Question {
                language.clone_from(&it.locale);
            }
            let bullet = if it.kind == Kind::Item { "• " } else { "" };
            let text = format!("{bullet}{}", folded(&it.text));
            expected.push((language.as_str().into(), text));
        }
        assert_eq!(read, expected, "{}", faq.locale);
    });
}

#[test]
fn fluent_messages_say_what_the_faq_says_whether_isolated_or_not() {
    each(|faq, files| {
        let source = file(files, faq, "faq.ftl").to_owned();
        let resource = FluentResource::try_new(source).expect("it has no syntax errors");
        let mut bundle = FluentBundle::new(vec![faq.locale.as_str().parse().expect("a tag")]);
        bundle.add_resource(resource).expect("every id is there once");
        for message in faq.messages() {
            let found = bundle.get_message(&message.id).and_then(|it| it.value());
            let read = found.map(|it| bundle.format_pattern(it, None, &mut Vec::new()));
            let expected = (*message.locale == faq.locale).then_some(message.text);
            assert_eq!(read.as_deref(), expected, "{} of {}", message.id, faq.locale);
        }
    });
}

#[test]
fn json_says_what_the_faq_says() {
    each(|faq, files| {
        let bundle = faq_bundle::Bundle::parse(file(files, faq, "faq.json")).expect("a bundle");
        let origin = bundle.title_origin.as_ref().map_or(&bundle.locale, |it| &it.locale);
        assert_eq!((origin.as_str(), &bundle.title), (faq.title.locale.as_str(), &faq.title.text));
        let origin = bundle.interface_origin.as_ref().map_or(&bundle.locale, |it| &it.locale);
        assert_eq!(origin, faq.interface_locale.0.as_str());
        for (id, text) in &faq.interface {
            assert_eq!(bundle.interface.get(id.as_str()), Some(text));
        }
        assert_eq!(bundle.entries.len(), faq.entries.len());
        for (read, entry) in bundle.entries.iter().zip(&faq.entries) {
            assert_eq!((&read.question, &read.fingerprint), (&entry.question, &entry.fingerprint));
            assert_eq!(
                (read.id.as_str(), read.locale.as_str()),
                (entry.id.as_str(), entry.locale.as_str())
            );
            let blocks = serde_json::to_string(&read.blocks).expect("JSON");
            assert_eq!(shown::of_blocks(&blocks, read, faq), shown::answer(faq, entry));
        }
    });
}

#[test]
fn every_page_names_every_page_and_by_whole_addresses_where_these_are_known() {
    let faqs = samples::shipped();
    let base = BaseUrl::parse("https://example.org/a'b&c/faq").expect("an address");
    let reference = faqs[0].locale.clone();
    let release = Release {
        reference: &reference,
        faqs: &faqs,
        negotiation: &BTreeMap::new(),
        catalog: &CATALOG,
        revision: None,
        base_url: Some(&base),
        heading_level: HeadingLevel::default(),
        encodings: &[],
    };
    let files = faq_emit::release(&release).expect("the files can be made");
    let mut expected: Vec<(String, String)> = faqs
        .iter()
        .map(|faq| (faq.locale.to_string(), format!("{base}{}/index.html", faq.locale)))
        .collect();
    expected.push(("x-default".to_owned(), format!("{base}index.html")));
    assert_eq!(html::alternates(text(&files, "hreflang.html")), expected);
    for faq in &faqs {
        assert_eq!(html::alternates(file(&files, faq, "index.html")), expected);
    }
    // It is named, so it has to name the others too.
    assert_eq!(html::alternates(text(&files, "index.html")), expected);
    let read = html::sitemap(text(&files, "sitemap.xml"));
    assert_eq!(read.len(), expected.len());
    for ((page, alternates), (_, address)) in read.iter().zip(&expected) {
        assert_eq!((page, alternates), (address, &expected));
    }
    let page: serde_json::Value =
        serde_json::from_str(file(&files, &faqs[1], "faq.jsonld")).expect("it is JSON");
    let id = &faqs[1].entries[0].id;
    assert_eq!(page["url"], format!("{base}{}/index.html", faqs[1].locale));
    assert_eq!(page["mainEntity"][0]["url"], format!("{base}{}/index.html#{id}", faqs[1].locale));
    let without = emit(&faqs);
    let below = |(tag, address): &(String, String)| {
        (tag.clone(), address.replacen(&base.to_string(), "", 1))
    };
    let paths: Vec<_> = expected.iter().map(below).collect();
    assert_eq!(html::alternates(text(&without, "index.html")), paths);
    let up = |(tag, path): &(String, String)| (tag.clone(), format!("../{path}"));
    for faq in &faqs {
        let named = html::alternates(file(&without, faq, "index.html"));
        assert_eq!(named, paths.iter().map(up).collect::<Vec<_>>());
    }
    assert!(!without.iter().any(|it| ["hreflang.html", "sitemap.xml"].contains(&it.path.as_str())));
}

#[test]
fn every_format_is_documented_with_its_version() {
    let text = std::fs::read_to_string(repository().join("BUNDLES.md")).expect("it is documented");
    let rows: Vec<&str> = text.lines().filter(|line| line.starts_with("| `<locale>/")).collect();
    let expected: Vec<String> =
        FORMATS.iter().map(|it| format!("| `<locale>/{}` | {} |", it.file, it.version)).collect();
    assert_eq!(rows.len(), expected.len(), "{rows:?}");
    for (row, expected) in rows.iter().zip(expected) {
        assert!(row.starts_with(&expected), "{row} does not start with {expected}");
    }
}

/// Texts that are made of what means something to some reader, and of letters.
fn odd_text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        proptest::sample::select(AWKWARD.to_vec()).prop_map(str::to_owned),
        proptest::string::string_regex("[-a1 .:#*_`~<>&|!\\\\\\[\\](){}=+$%^@\"'\n\t/]")
            .expect("a class"),
        proptest::sample::select(vec!["ш", "א", "字", "\u{a0}", "\u{202e}", "\u{2028}", "🙂"])
            .prop_map(str::to_owned),
    ];
    proptest::collection::vec(piece, 1..12)
        .prop_map(|pieces| pieces.concat())
        .prop_filter("a text says something", |text| !folded(text).is_empty())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn whatever_a_text_is_made_of_every_format_gives_it_back(text in odd_text()) {
        let faqs = [filled(&text)];
        let files = emit(&faqs);
        let expected = shown(&faqs[0]);
        prop_assert_eq!(markdown::read(file(&files, &faqs[0], "faq.md")), in_markdown(&faqs[0]));
        prop_assert_eq!(html::read(file(&files, &faqs[0], "fragment.html")), expected);
        let resource = FluentResource::try_new(file(&files, &faqs[0], "faq.ftl").to_owned());
        let resource = resource.map_err(|(_, errors)| TestCaseError::fail(format!("{errors:?}")))?;
        let mut bundle = FluentBundle::new(vec![]);
        bundle.add_resource(resource).expect("every id is there once");
        let title = bundle.get_message("title").and_then(|it| it.value()).expect("a title");
        prop_assert_eq!(bundle.format_pattern(title, None, &mut Vec::new()), text);
    }
}

#[test]
fn what_steers_a_terminal_is_in_no_format_for_terminals() {
    let faqs = [filled(&format!("a\u{1b}[31m\u{7}\u{9b}b{HOSTILE}"))];
    let files = emit(&faqs);
    for name in ["faq.txt", "faq.md", "faq.ftl"] {
        let odd = |it: char| it.is_control() && it != '\n';
        assert!(!file(&files, &faqs[0], name).contains(odd), "{name}");
    }
}
