//! Rule `unsafe-markup`: a translation may use harmless markup, and what the reference uses.

use std::ops::Range;

use faq_l10n::{Features, Outline, span_of};

use crate::{
    context::MessageContext,
    finding::Hits,
    policy::Severities,
    rule::{Judge, Rule},
    text::markup::{
        Page, TEXT_ELEMENTS, Tag, TagKind, has_html, is_evident, link_targets, pages, resolved,
    },
    text::sentences::passages::GAP,
};

pub(super) const RULE: Rule = Rule {
    name: "unsafe-markup",
    severities: Severities::ERROR,
    doc: include_str!("unsafe-markup.md"),
    judge: Judge::Message(
        Features::MARKUP.and(Features::MARKDOWN).and(Features::LITERAL).and(Features::ADDRESS),
        judge,
    ),
};

/// Elements that load or run something, change the page around them, or swallow what comes after them.
const RUNNING: [&str; 19] = [
    "applet",
    "base",
    "embed",
    "form",
    "frame",
    "frameset",
    "iframe",
    "link",
    "math",
    "meta",
    "noembed",
    "noscript",
    "object",
    "plaintext",
    "script",
    "style",
    "svg",
    "textarea",
    "xmp",
];

/// Attributes that change nothing but the text they stand at, besides `data-l10n-…` and `aria-…`.
const ATTRIBUTES: [&str; 14] = [
    "alt", "cite", "class", "datetime", "dir", "height", "href", "id", "lang", "rel", "role",
    "src", "target", "title",
];

/// Attributes whose values are addresses.
const ADDRESSES: [&str; 10] = [
    "action",
    "background",
    "cite",
    "data",
    "formaction",
    "href",
    "poster",
    "src",
    "srcset",
    "xlink:href",
];

/// Schemes of addresses that do no more than lead somewhere.
const SCHEMES: [&str; 4] = ["http", "https", "mailto", "tel"];

/// Schemes of addresses that run something.
const RUNNING_SCHEMES: [&str; 3] = ["data", "javascript", "vbscript"];

fn judge(context: &MessageContext<'_, '_>, hits: &mut Hits) {
    if !has_link(context.message)
        && !starts_as_program(context.message)
        && (!has_html(context.message) || context.has_same_html())
    {
        return;
    }
    let reference = context.reference.map(pages).unwrap_or_default();
    let targets = reference.iter().flat_map(|page| links(&page.passage.text)).collect();
    let judged = Judged { reference: &reference, targets, strict: context.reference.is_some() };
    let mut said: Vec<(&str, String)> = Vec::new();
    for page in &pages(context.message) {
        for (span, text) in judged.page(page) {
            let part = page.passage.in_file(context.file.source, &span);
            if !said.iter().any(|it| it.0 == part && it.1 == text) {
                let help = "write the markup of the reference text and nothing else";
                context.at(hits, part, text.as_str()).help(help);
                said.push((part, text));
            }
        }
    }
}

fn has_link(message: Outline<'_, '_>) -> bool {
    if !message.features().any(Features::MARKDOWN) {
        return false;
    }
    let mut before = "";
    message.texts().iter().any(|text| {
        let is_split = before.ends_with(']') && text.raw.starts_with(['(', ':']);
        before = text.raw;
        is_split || text.raw.contains("](") || text.raw.contains("]:")
    })
}

/// Whether a text may be an address that runs a program, as far as a short look tells.
fn starts_as_program(message: Outline<'_, '_>) -> bool {
    message.texts().iter().any(|text| {
        let start = text.raw.trim_start();
        start.starts_with(['d', 'D', 'j', 'J', 'v', 'V', '\\'])
            // The scheme may go on in a literal or in another line. ` de ` between two placeables is none.
            && (is_program(start) || (message.texts().len() > 1 && !text.raw.contains(' ')))
    })
}

/// Whether the whole of `text` is an address that runs a program. `JavaScript: on` is none.
fn is_program(text: &str) -> bool {
    let address = text
        .split_once(':')
        .is_some_and(|(_, rest)| rest.starts_with(|next: char| !next.is_whitespace()));
    address
        && scheme(text).is_some_and(|scheme| match scheme.as_str() {
            "data" => text.contains("text/html") || text.contains("base64,"),
            scheme => RUNNING_SCHEMES.contains(&scheme),
        })
}

type Found = (Range<usize>, String);

/// What the markup of one message is judged by.
struct Judged<'r, 's> {
    reference: &'r [Page<'s>],
    /// The targets of Markdown links in the reference.
    targets: Vec<&'r str>,
    /// Whether nothing is allowed but what is listed or in the reference. Otherwise what runs is forbidden.
    strict: bool,
}

impl Judged<'_, '_> {
    fn page(&self, page: &Page<'_>) -> Vec<Found> {
        let mut found = Vec::new();
        let text = page.passage.text.as_str();
        let is_new = |text: &str| !self.reference.iter().any(|it| it.passage.text == text);
        if is_program(text) && is_new(text) {
            found.push((0..text.len(), "an address of this kind runs a program".to_owned()));
        }
        for tag in page.html.tags.iter().filter(|tag| tag.kind != TagKind::Close) {
            let why = self.element(tag, page).or_else(|| self.attributes(tag));
            found.extend(why.map(|why| (tag.span.clone(), why)));
        }
        for target in links(text) {
            if let Some(scheme) = self.forbidden_scheme(target)
                && !self.targets.contains(&target)
                && let Some(span) = span_of(text, target)
            {
                found.push((span, not_allowed(&scheme)));
            }
        }
        found
    }

    fn element(&self, tag: &Tag, page: &Page<'_>) -> Option<String> {
        let name = tag.name.as_str();
        let runs = RUNNING.contains(&name);
        // A name in angle brackets that is neither closed nor has attributes stands for something: `<file>`.
        let is_element = || {
            is_evident(tag)
                || page.html.tags.iter().any(|it| it.name == name && it.kind == TagKind::Close)
        };
        let allowed =
            !self.strict || TEXT_ELEMENTS.contains(&name) || name == "wbr" || !is_element();
        if !runs && allowed || self.tags().any(|it| it.name == name) {
            return None;
        }
        let shown: String = name.chars().filter(|it| *it != GAP).collect();
        Some(format!("the element `<{shown}>` is not allowed in a translation"))
    }

    fn attributes(&self, tag: &Tag) -> Option<String> {
        // `<javascript:…>` is a link in Markdown.
        if scheme(&tag.name).is_some_and(|it| RUNNING_SCHEMES.contains(&it.as_str())) {
            return Some("an address of this kind runs a program".to_owned());
        }
        tag.attributes.iter().filter(|it| !it.value.is_empty()).find_map(|attribute| {
            let (name, value) = (attribute.name.as_str(), attribute.value.as_str());
            let mut same = self.tags().filter(|it| it.name == tag.name);
            if ADDRESSES.contains(&name) {
                let in_reference = same.clone().any(|it| it.attribute(name) == Some(value));
                if let Some(scheme) = self.forbidden_scheme(value).filter(|_| !in_reference) {
                    return Some(not_allowed(&scheme));
                }
            }
            let known = ATTRIBUTES.contains(&name)
                || name.starts_with("data-l10n-")
                || name.starts_with("aria-")
                // What browsers take for a name, but nothing is called so.
                || !name.bytes().all(|it| it.is_ascii_alphanumeric() || matches!(it, b'-' | b':' | b'_'));
            let runs = is_handler(name);
            // A program is allowed as it stands in the reference, and no other in its place.
            if known || same.any(|it| it.attribute(name).is_some_and(|it| !runs || it == value)) {
                return None;
            }
            if runs {
                return Some(format!("the attribute `{name}` runs a program"));
            }
            self.strict.then(|| format!("the attribute `{name}` is not allowed in a translation"))
        })
    }

    fn tags(&self) -> impl Iterator<Item = &Tag> + Clone {
        self.reference.iter().flat_map(|page| &page.html.tags)
    }

    /// The scheme of `address`, if it may not be used.
    fn forbidden_scheme(&self, address: &str) -> Option<String> {
        let scheme = scheme(address)?;
        let is_picture = scheme == "data"
            && address.trim_start().to_ascii_lowercase().starts_with("data:image/");
        let forbidden = if self.strict {
            !SCHEMES.contains(&scheme.as_str())
        } else {
            RUNNING_SCHEMES.contains(&scheme.as_str()) && !is_picture
        };
        forbidden.then_some(scheme)
    }
}

fn not_allowed(scheme: &str) -> String {
    if RUNNING_SCHEMES.contains(&scheme) {
        format!("an address that starts with `{scheme}:` can run a program")
    } else {
        format!("an address that starts with `{scheme}:` is not allowed in a translation")
    }
}

fn is_handler(name: &str) -> bool {
    name.len() > 4 && name.starts_with("on") && name.bytes().all(|it| it.is_ascii_alphabetic())
}

/// The targets of Markdown links and of link definitions.
fn links(text: &str) -> impl Iterator<Item = &str> {
    let definitions = text.lines().filter_map(|line| {
        let (label, target) = line.trim_start().strip_prefix('[')?.split_once("]:")?;
        (!label.contains(['[', ']'])).then_some(target.trim())
    });
    link_targets(text).chain(definitions.filter(|target| !target.is_empty()))
}

/// The scheme of an address, in lower case, as a browser finds it: without control characters and with character
/// references resolved.
fn scheme(address: &str) -> Option<String> {
    let mut scheme = String::new();
    for character in
        resolved(address).chars().filter(|it| *it > ' ' && *it != '\u{7f}' && *it != '<')
    {
        match character {
            ':' => return (!scheme.is_empty()).then_some(scheme),
            'a'..='z' | 'A'..='Z' => scheme.push(character.to_ascii_lowercase()),
            '0'..='9' | '+' | '-' | '.' if !scheme.is_empty() => scheme.push(character),
            _ => return None,
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use crate::example::report;

    fn found(reference: &str, translation: &str) -> String {
        report(
            "unsafe-markup",
            &format!("--- en-US/a.ftl\na = {reference}\n--- es/a.ftl\na = {translation}\n"),
        )
    }

    #[test]
    fn what_a_browser_would_run_is_reported() {
        for translation in [
            "<script>x</script>",
            "<SCRIPT/x>",
            "<svg/onload=x>",
            "<iframe src=\"/x\">",
            "<img src=x onerror=y>",
            "<img src=x onerror=y",
            "<b onclick='x'>y</b>",
            "<file onclick=x>",
            "<a href=\"javascript:x\">y</a>",
            "<a href='JaVa&#115;cript:x'>y</a>",
            "<a href=\"java&Tab;script&colon;x\">y</a>",
            "<a href=\" &#1;javascript:x\">y</a>",
            "<a href=\"data:text/html,x\">y</a>",
            "<a\n    href=\"vbscript:x\">y</a>",
            "{ \"\\u003Cscript>\" }",
            "<scr{ \"ipt\" }>",
            "[x](javascript:y)",
            "[x](javascript&#58;y)",
            "<javascript:alert(1)>",
            "javascript:alert(1)",
            "java{ \"script:\" }alert(1)",
            "java\n    script:alert(1)",
            "[x]{ \"(javascript:y)\" }",
            "{ $n ->\n    [one] x\n   *[other] <style>\n }",
        ] {
            assert_ne!(found("plain { $n }", translation), "", "{translation}");
        }
    }

    #[test]
    fn what_is_not_on_the_list_is_reported() {
        for (translation, text) in [
            ("<button>x</button>", "the element `<button>` is not allowed"),
            ("<my-box></my-box>", "the element `<my-box>` is not allowed"),
            ("<p style=\"x\">y</p>", "the attribute `style` is not allowed"),
            ("<a href=\"ftp://x\">y</a>", "starts with `ftp:` is not allowed"),
            ("[x](about:config)", "starts with `about:` is not allowed"),
        ] {
            let report = found("plain", translation);
            assert!(report.contains(text), "{translation}: {report}");
        }
    }

    #[test]
    fn harmless_markup_and_that_of_the_reference_are_allowed() {
        for (reference, translation) in [
            ("x", "<b lang=\"es\">y</b><br><i title=\"z\">y</i>"),
            ("x", "<a href=\"/x\">y</a> <a href=\"mailto:x@y.z\">y</a> [a](#b) [c](d/e:f)"),
            ("x", "<a href=\"{ $url }\">y</a>"),
            ("<button style=\"a\">x</button>", "<button style=\"b\">y</button>"),
            ("<a href=\"about:config\">x</a>", "<b><a href=\"about:config\">y</a></b>"),
            ("cat <file>", "cat <nombre del fichero> <source> <label>"),
            ("x", "JavaScript: y, data: z"),
            ("x", "(javascript:) 1 < 2"),
        ] {
            assert_eq!(found(reference, translation), "", "{translation}");
        }
    }

    #[test]
    fn a_program_of_the_reference_is_allowed_and_another_in_its_place_is_not() {
        let reference = "<b onclick=\"x()\">a</b>";
        let in_translation =
            |translation: &str| found(reference, translation).contains("--> es/a.ftl");
        assert!(!in_translation("<i>z</i> <b onclick=\"x()\">b</b>"));
        assert!(in_translation("<b onclick=\"y()\">b</b>"));
    }

    #[test]
    fn the_reference_may_use_what_does_not_run() {
        let of = |text: &str| report("unsafe-markup", &format!("--- en-US/a.ftl\na = {text}\n"));
        assert_eq!(of("<div style=\"x\"><label>y</label></div> <a href=\"about:x\">z</a>"), "");
        assert_ne!(of("<b onclick=\"x\">y</b>"), "");
    }

    #[test]
    fn each_place_is_reported_once() {
        let variants = "<script> { $n ->\n    [one] a\n   *[other] b\n }";
        assert_eq!(found("x { $n }", variants).matches("[unsafe-markup]").count(), 1);
        assert_eq!(found("x", "<base> y <base href=\"z\">").matches("[unsafe-markup]").count(), 2);
    }

    #[test]
    fn addresses_of_any_scheme_are_read_as_browsers_read_them() {
        for (translation, text) in [
            ("data:text/html,x", "runs a program"),
            ("data:image/png;base64,x", "runs a program"),
            ("[x](svn+ssh://y)", "starts with `svn+ssh:` is not allowed"),
            ("[x]: javascript:y", "starts with `javascript:` can run a program"),
            ("<b once=\"x\">y</b>", "the attribute `once` is not allowed"),
        ] {
            let report = found("plain", translation);
            assert!(report.contains(text), "{translation}: {report}");
        }
        for translation in ["data:x", "[x](1:2)", "<b aria-label=\"y\" data-l10n-name=\"z\">y</b>"]
        {
            assert_eq!(found("plain", translation), "", "{translation}");
        }
        let reference = "<a href=\"about:config\">x</a>";
        let report = found(reference, "<a href=\"about:other\">x</a>");
        assert!(report.contains("starts with `about:` is not allowed"), "{report}");
    }

    #[test]
    fn the_reference_may_show_a_picture_of_its_own_and_no_page() {
        let of = |text: &str| report("unsafe-markup", &format!("--- en-US/a.ftl\na = {text}\n"));
        assert_eq!(of("<img src=\"data:image/png;base64,x\">"), "");
        assert_ne!(of("<a href=\"data:text/html,x\">y</a>"), "");
    }
}
