//! Reads Markdown as CommonMark has it.

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use super::shown::{Kind, Shown};

/// The texts of a document with front matter. Markdown has no mark for notices: they are paragraphs.
pub(crate) fn read(source: &str) -> Vec<Shown> {
    let front = front_matter(source);
    let value = |key: &str| front.iter().find(|(known, _)| known == key).map(|(_, it)| it.clone());
    let own = |key: &str| value(key).expect("it is in the front matter");
    let page = (own("locale"), own("direction"));
    let title = (
        value("title_locale").unwrap_or_else(|| page.0.clone()),
        value("title_direction").unwrap_or_else(|| page.1.clone()),
    );
    let mut all = vec![Shown { text: own("title"), ..start(Kind::Title, &title) }];
    let mut in_quotation = false;
    for event in Parser::new(body(source)) {
        match event {
            Event::Start(Tag::Heading { .. }) => all.push(start(Kind::Question, &page)),
            Event::Start(Tag::Paragraph) if in_quotation => all.push(start(Kind::Quotation, &page)),
            Event::Start(Tag::Paragraph) => all.push(start(Kind::Paragraph, &page)),
            Event::Start(Tag::Item) => all.push(start(Kind::Item, &page)),
            Event::Start(Tag::BlockQuote(_)) => in_quotation = true,
            Event::End(TagEnd::BlockQuote(_)) => in_quotation = false,
            Event::Start(Tag::List(None)) | Event::End(_) => {}
            Event::InlineHtml(html) => markup(&html, all.last_mut().expect("a text")),
            Event::Text(text) => all.last_mut().expect("a text").text.push_str(&text),
            other => panic!("{other:?} in\n{source}"),
        }
    }
    all
}

/// Between the front matter and the end.
pub(crate) fn body(source: &str) -> &str {
    source.split_once("\n---\n").expect("the front matter ends").1
}

/// Keys and values. Each value is a string as JSON has them, too.
fn front_matter(source: &str) -> Vec<(String, String)> {
    let front = source.strip_prefix("---\n").expect("it starts with front matter");
    let (front, _) = front.split_once("\n---\n").expect("the front matter ends");
    let pair = |line: &str| {
        let (key, value) = line.split_once(": ").expect("a key and a value");
        (key.to_owned(), serde_json::from_str(value).expect("a string"))
    };
    front.lines().map(pair).collect()
}

fn start(kind: Kind, (locale, dir): &(String, String)) -> Shown {
    let (locale, dir) = (locale.clone(), dir.clone());
    Shown { kind, locale, dir, text: String::new(), anchors: Vec::new() }
}

/// What an anchor or a span says of the text around it; there is no other element.
fn markup(html: &str, shown: &mut Shown) {
    let html = html.trim_matches(['<', '>']);
    if let Some(id) = html.strip_prefix("a id=\"") {
        shown.anchors.push(id.trim_end_matches('"').to_owned());
    } else if let Some(language) = html.strip_prefix("span lang=\"") {
        let (locale, dir) = language.split_once("\" dir=\"").expect("language and direction");
        (shown.locale, shown.dir) = (locale.to_owned(), dir.trim_end_matches('"').to_owned());
    } else {
        assert!(["/a", "/span"].contains(&html), "{html}");
    }
}
