//! Reads pages and fragments as browsers do, and sitemaps as XML.

use quick_xml::{Reader, XmlVersion, events::Event};
use scraper::{ElementRef, Html, Selector, node::Node};

use super::shown::{Kind, Shown};

/// The texts of a page or fragment: of everything but menus.
pub(crate) fn read(source: &str) -> Vec<Shown> {
    let document = Html::parse_document(source);
    let mut all = Vec::new();
    walk(document.root_element(), &mut all);
    all
}

fn walk(element: ElementRef<'_>, all: &mut Vec<Shown>) {
    let classes: Vec<&str> = element.value().classes().collect();
    let is_title = !all.iter().any(|it| it.kind == Kind::Title);
    let kind = match element.value().name() {
        "nav" | "footer" | "a" | "head" => return,
        "div" if classes.contains(&"links") => return,
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" if is_title => Some(Kind::Title),
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => Some(Kind::Question),
        "p" if classes.iter().any(|it| it.ends_with("notice")) => Some(Kind::Notice),
        "p" | "figcaption" => Some(Kind::Paragraph),
        "blockquote" => Some(Kind::Quotation),
        "li" => Some(Kind::Item),
        _ => None,
    };
    let Some(kind) = kind else {
        return element.child_elements().for_each(|child| walk(child, all));
    };
    let (locale, dir) = language(element);
    let anchors = if kind == Kind::Question { anchors(element) } else { Vec::new() };
    all.push(Shown { kind, locale, dir, text: element.text().collect(), anchors });
}

/// `lang` and `dir` of the nearest element that has them.
fn language(element: ElementRef<'_>) -> (String, String) {
    let ancestors = element.ancestors().filter_map(ElementRef::wrap);
    let mut all = std::iter::once(element).chain(ancestors);
    let found = all.find(|it| it.attr("lang").is_some()).expect("the document has a language");
    let attribute = |name| found.attr(name).expect("language and direction go together").to_owned();
    (attribute("lang"), attribute("dir"))
}

/// Ids of the section around a question, its own first.
fn anchors(question: ElementRef<'_>) -> Vec<String> {
    let mut ancestors = question.ancestors().filter_map(ElementRef::wrap);
    let section = ancestors.find(|it| it.value().name() == "section").expect("a section");
    let spans = section.child_elements().filter(|it| it.value().name() == "span");
    let ids = std::iter::once(section).chain(spans).filter_map(|it| it.attr("id"));
    ids.map(str::to_owned).collect()
}

/// What a page offers to choose from: where it leads, the language's name, the title and its language.
pub(crate) fn offered(source: &str) -> Vec<(String, String, (String, String))> {
    let document = Html::parse_document(source);
    let select = |it| Selector::parse(it).expect("a selector");
    let (links, name, title) = (select("nav li > a"), select("strong"), select("span"));
    let one = |link: ElementRef<'_>, part: &Selector| {
        let part = link.select(part).next().expect("it is there");
        (part.attr("lang").unwrap_or_default().to_owned(), part.text().collect::<String>())
    };
    let offer = |link: ElementRef<'_>| {
        let to = link.attr("href").expect("it leads somewhere").to_owned();
        (to, one(link, &name).1, one(link, &title))
    };
    document.select(&links).map(offer).collect()
}

/// What a browser shows as the name of the page.
pub(crate) fn title(source: &str) -> String {
    let document = Html::parse_document(source);
    let title = Selector::parse("title").expect("a selector");
    document.select(&title).flat_map(|it| it.text()).collect()
}

/// The texts of headings, paragraphs and items, whatever their kind, in order.
pub(crate) fn texts(source: &str) -> Vec<String> {
    let document = Html::parse_fragment(source);
    let texts = Selector::parse("h1, h2, h3, h4, h5, h6, p, li").expect("a selector");
    document.select(&texts).map(|it| it.text().collect()).collect()
}

/// The levels of all headings, in order.
pub(crate) fn headings(source: &str) -> Vec<u8> {
    let document = Html::parse_fragment(source);
    let headings = Selector::parse("h1, h2, h3, h4, h5, h6").expect("a selector");
    let level = |it: ElementRef<'_>| it.value().name()[1..].parse().expect("a level");
    document.select(&headings).map(level).collect()
}

/// Elements and attributes that a fragment has no use for, and so must not have.
pub(crate) fn foreign(source: &str) -> Vec<String> {
    const ELEMENTS: &str =
        "html body div section span slot figure figcaption blockquote p ul li h1 h2 h3 h4 h5 h6";
    const ATTRIBUTES: &str = "class id lang dir name";
    let document = Html::parse_fragment(source);
    let knows = |list: &str, name: &str| list.split(' ').any(|known| known == name);
    let mut foreign = Vec::new();
    for element in document.tree.values().filter_map(Node::as_element) {
        let attributes = element.attrs().map(|(name, _)| name).filter(|it| !knows(ATTRIBUTES, it));
        foreign.extend(attributes.map(|name| format!("{} {name}", element.name())));
        if !knows(ELEMENTS, element.name()) {
            foreign.push(element.name().to_owned());
        }
    }
    foreign
}

/// Language and address of every `rel="alternate"`, in order.
pub(crate) fn alternates(source: &str) -> Vec<(String, String)> {
    let document = Html::parse_document(source);
    let links = Selector::parse("link[rel=alternate]").expect("a selector");
    let attribute = |it: ElementRef<'_>, name| it.attr(name).expect("it is there").to_owned();
    let read = |it| (attribute(it, "hreflang"), attribute(it, "href"));
    document.select(&links).map(read).collect()
}

/// Every page of a sitemap with its alternates.
pub(crate) fn sitemap(source: &str) -> Vec<(String, Vec<(String, String)>)> {
    let mut reader = Reader::from_str(source);
    let mut pages: Vec<(String, Vec<(String, String)>)> = Vec::new();
    let mut in_address = false;
    loop {
        match reader.read_event().expect("it is XML") {
            Event::Start(tag) if tag.name().as_ref() == b"url" => pages.push(Default::default()),
            Event::Start(tag) => in_address = tag.name().as_ref() == b"loc",
            Event::End(_) => in_address = false,
            Event::Text(text) if in_address => {
                let (address, _) = pages.last_mut().expect("a page");
                address.push_str(&text.decode().expect("UTF-8"));
            }
            Event::GeneralRef(reference) if in_address => {
                let (address, _) = pages.last_mut().expect("a page");
                let character = reference.resolve_char_ref().expect("a number");
                address.push(character.expect("a character"));
            }
            Event::Empty(tag) if tag.name().as_ref() == b"xhtml:link" => {
                let attribute = |name: &str| {
                    let found =
                        tag.try_get_attribute(name).expect("attributes").expect("it is there");
                    found.normalized_value(XmlVersion::Implicit1_0).expect("a value").into_owned()
                };
                assert_eq!(attribute("rel"), "alternate");
                let (_, alternates) = pages.last_mut().expect("a page");
                alternates.push((attribute("hreflang"), attribute("href")));
            }
            Event::Eof => return pages,
            _ => {}
        }
    }
}
