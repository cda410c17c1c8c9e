//! Writes XML: elements on lines of their own, texts as they are.

use quick_xml::escape::{escape, partial_escape};

/// XML in the making.
pub(crate) struct XmlWriter {
    text: String,
    open: Vec<&'static str>,
}

impl XmlWriter {
    pub(crate) fn new() -> Self {
        Self { text: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".to_owned(), open: Vec::new() }
    }

    /// Opens an element that holds others.
    pub(crate) fn open(&mut self, name: &'static str, attributes: &[(&str, &str)]) {
        self.line(name, attributes, ">\n");
        self.open.push(name);
    }

    /// Closes the element that was opened last.
    pub(crate) fn close(&mut self) {
        if let Some(name) = self.open.pop() {
            self.indent();
            self.text.push_str(&format!("</{name}>\n"));
        }
    }

    /// An element with nothing in it.
    pub(crate) fn empty(&mut self, name: &'static str, attributes: &[(&str, &str)]) {
        self.line(name, attributes, "/>\n");
    }

    /// An element that holds text.
    pub(crate) fn text(&mut self, name: &'static str, attributes: &[(&str, &str)], text: &str) {
        self.raw(name, attributes, &escaped(text));
    }

    /// An element that holds text which is XML already.
    pub(crate) fn raw(&mut self, name: &'static str, attributes: &[(&str, &str)], xml: &str) {
        self.line(name, attributes, &format!(">{xml}</{name}>\n"));
    }

    /// The whole text. Whatever is open is closed.
    pub(crate) fn finish(mut self) -> String {
        while !self.open.is_empty() {
            self.close();
        }
        self.text
    }

    fn line(&mut self, name: &str, attributes: &[(&str, &str)], end: &str) {
        self.indent();
        self.text.push_str(&format!("<{name}{}{end}", self::attributes(attributes)));
    }

    fn indent(&mut self) {
        self.text.push_str(&"  ".repeat(self.open.len()));
    }
}

/// Attributes as they stand in a tag, with a space before each.
pub(crate) fn attributes(attributes: &[(&str, &str)]) -> String {
    let value = |text: &str| escape(text).replace('\n', "&#10;").replace('\t', "&#9;");
    attributes.iter().map(|(name, text)| format!(" {name}=\"{}\"", value(text))).collect()
}

/// Text as it stands between tags.
pub(crate) fn escaped(text: &str) -> String {
    partial_escape(text).into_owned()
}
