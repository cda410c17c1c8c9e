//! Reads XML that somebody handed in: small trees, no document type, no entities but XML's own five.

use quick_xml::{
    NsReader, XmlVersion,
    events::{BytesStart, Event},
    name::ResolveResult,
};

use crate::problem::Problem;

/// Deepest nesting of elements.
const DEPTH: usize = 32;
/// Most elements.
const ELEMENTS: usize = 200_000;
/// Most attributes of one element.
const ATTRIBUTES: usize = 32;

/// An element with what is in it.
#[derive(Debug, Default)]
pub(crate) struct Element {
    /// Local name; of another namespace than the first element's, with a `?` before it, so that it is never mistaken.
    pub(crate) name: String,
    /// By name, with the prefix that stands in the file.
    pub(crate) attributes: Vec<(String, String)>,
    pub(crate) children: Vec<Node>,
    /// Where it starts.
    pub(crate) at: usize,
}

/// What an element holds.
#[derive(Debug)]
pub(crate) enum Node {
    Text(String),
    Element(Element),
}

impl Element {
    /// The value of an attribute; empty where there is none.
    pub(crate) fn attribute(&self, name: &str) -> &str {
        let found = self.attributes.iter().find(|(it, _)| it == name);
        found.map_or("", |(_, value)| value)
    }

    /// The elements in it with this name.
    pub(crate) fn all<'e>(&'e self, name: &'e str) -> impl Iterator<Item = &'e Self> {
        self.elements().filter(move |it| it.name == name)
    }

    /// The first element in it with this name.
    pub(crate) fn first(&self, name: &str) -> Option<&Self> {
        self.elements().find(|it| it.name == name)
    }

    pub(crate) fn elements(&self) -> impl Iterator<Item = &Self> {
        self.children.iter().filter_map(|node| match node {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
    }

    /// All elements with this name at any depth, in order.
    pub(crate) fn descendants<'e>(&'e self, name: &str) -> Vec<&'e Self> {
        let mut found = Vec::new();
        for element in self.elements() {
            if element.name == name {
                found.push(element);
            } else {
                found.extend(element.descendants(name));
            }
        }
        found
    }

    /// All text in it, that of inner elements included.
    pub(crate) fn text(&self) -> String {
        let parts = self.children.iter().map(|node| match node {
            Node::Text(text) => text.clone(),
            Node::Element(element) => element.text(),
        });
        parts.collect()
    }
}

/// The one element that a file consists of.
pub(crate) fn read(text: &str) -> Result<Element, Problem> {
    // The reader passes a byte order mark over and does not count it.
    let body = text.trim_start_matches('\u{feff}');
    let mark = text.len() - body.len();
    let mut reader = NsReader::from_str(body);
    reader.config_mut().expand_empty_elements = true;
    let mut open: Vec<Element> = vec![Element::default()];
    let mut elements = 0;
    let mut home = None;
    loop {
        let at = mark + position(&reader, body);
        let (namespace, event) = reader.read_resolved_event().map_err(|error| {
            Problem::at(at, format!("this is no XML that can be read: {}", plain(&error)))
        })?;
        match event {
            Event::Start(start) => {
                let namespace = match namespace {
                    ResolveResult::Bound(namespace) => Some(namespace.into_inner().to_vec()),
                    ResolveResult::Unbound | ResolveResult::Unknown(_) => None,
                };
                let is_home = home.get_or_insert_with(|| namespace.clone()) == &namespace;
                elements += 1;
                if open.len() > DEPTH || elements > ELEMENTS {
                    return Err(Problem::at(
                        at,
                        "there are too many elements, or they nest too deep",
                    ));
                }
                open.push(element(&start, is_home, at)?);
            }
            Event::End(_) => {
                let Some(done) = open.pop() else { continue };
                push(&mut open, Node::Element(done));
            }
            Event::Eof => break,
            other => {
                if let Some(text) = text_of(&other, at)? {
                    push(&mut open, Node::Text(text));
                }
            }
        }
    }
    whole(open, text)
}

/// The text that it stands for, if it does.
fn text_of(event: &Event<'_>, at: usize) -> Result<Option<String>, Problem> {
    let text = match event {
        Event::Text(bytes) => bytes.xml_content(XmlVersion::Explicit1_0),
        Event::CData(bytes) => bytes.decode(),
        Event::GeneralRef(reference) => {
            let name = reference.decode().map_err(|error| Problem::at(at, error.to_string()))?;
            let text = entity(&name).ok_or_else(|| {
                Problem::at(at, format!("nothing says what `&{name};` is"))
                    .help("write the character itself")
            })?;
            return Ok(Some(text));
        }
        Event::DocType(_) => {
            let message = "the file has a document type, which could hide anything";
            return Err(Problem::at(at, message).help("remove the `<!DOCTYPE …>`"));
        }
        // An empty element is told as its start and its end.
        Event::Start(_)
        | Event::End(_)
        | Event::Empty(_)
        | Event::Comment(_)
        | Event::Decl(_)
        | Event::PI(_)
        | Event::Eof => return Ok(None),
    };
    text.map(|text| Some(text.into_owned())).map_err(|error| Problem::at(at, error.to_string()))
}

fn position(reader: &NsReader<&[u8]>, text: &str) -> usize {
    usize::try_from(reader.buffer_position()).unwrap_or(text.len()).min(text.len())
}

/// What was read, if everything that was opened is closed and there is one element.
fn whole(mut open: Vec<Element>, text: &str) -> Result<Element, Problem> {
    if let Some(element) = open.get(1) {
        let message = format!("the element `{}` does not end", element.name);
        return Err(Problem::at(element.at, message).help("the end of the file may be lost"));
    }
    let mut elements = Vec::new();
    for node in open.pop().unwrap_or_default().children {
        match node {
            Node::Element(element) => elements.push(element),
            Node::Text(text) if text.trim().trim_start_matches('\u{feff}').is_empty() => {}
            Node::Text(_) => return Err(Problem::at(0, "there is text outside of all elements")),
        }
    }
    match elements.len() {
        1 => elements.pop().ok_or_else(|| Problem::at(0, "there is no element")),
        0 => Err(Problem::at(text.len(), "there is no element in this file")),
        _ => Err(Problem::at(text.len(), "there is more than one element outside of all others")),
    }
}

fn element(start: &BytesStart<'_>, is_home: bool, at: usize) -> Result<Element, Problem> {
    let name = String::from_utf8_lossy(start.local_name().into_inner()).into_owned();
    let mut attributes: Vec<(String, String)> = Vec::new();
    for attribute in start.attributes() {
        let attribute = attribute
            .map_err(|error| Problem::at(at, format!("an attribute of `{name}`: {error}")))?;
        if attributes.len() == ATTRIBUTES {
            return Err(Problem::at(at, format!("`{name}` has too many attributes")));
        }
        let key = String::from_utf8_lossy(attribute.key.into_inner()).into_owned();
        let value = attribute
            .normalized_value(XmlVersion::Explicit1_0)
            .map_err(|error| Problem::at(at, format!("the attribute `{key}`: {error}")))?;
        attributes.push((key, value.into_owned()));
    }
    let name = if is_home { name } else { format!("?{name}") };
    Ok(Element { name, attributes, children: Vec::new(), at })
}

fn push(open: &mut [Element], node: Node) {
    if let Some(parent) = open.last_mut() {
        // Text is told in pieces where there are references in it.
        if let (Node::Text(text), Some(Node::Text(before))) = (&node, parent.children.last_mut()) {
            before.push_str(text);
        } else {
            parent.children.push(node);
        }
    }
}

fn entity(name: &str) -> Option<String> {
    if let Some(number) = name.strip_prefix('#') {
        let number = match number.strip_prefix('x') {
            Some(digits) => u32::from_str_radix(digits, 16),
            None => number.parse(),
        };
        return char::from_u32(number.ok()?).filter(|it| *it != '\0').map(String::from);
    }
    quick_xml::escape::resolve_predefined_entity(name).map(str::to_owned)
}

fn plain(error: &quick_xml::Error) -> String {
    error.to_string().replace('\n', " ")
}
