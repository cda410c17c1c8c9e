//! The page of one locale as its translator sees it while it is made: the readers' page, with every finding at its place.

use askama::Template;
use faq_content::{Direction, Id, LocaleTag, LocalizedFaq};

use crate::{
    frame::Listed,
    html::{Page, links, policy},
    interface::Interface,
    release::EmitError,
};

const STYLE: &str =
    concat!(include_str!("../templates/style.css"), include_str!("../templates/preview.css"));

/// What a preview shows besides what readers see.
#[derive(Clone, Debug)]
pub struct Preview {
    /// The locale that texts come from where there are none yet, and its direction.
    pub reference: (LocaleTag, Direction),
    /// What is said about the locale as a whole.
    pub notices: Vec<String>,
    /// At the title.
    pub title: Seen,
    /// At every entry of the page, in its order.
    pub entries: Vec<SeenEntry>,
    /// The texts around the questions, with what each is for.
    pub interface: Vec<(Id, Seen)>,
    /// What was found in no text of the page: in words of the glossary, in lines that could not be read.
    pub elsewhere: Vec<Remark>,
    /// Whether the reference text stands beside each text.
    pub beside: bool,
    /// What is served while files are edited; none in a page that stands alone.
    pub live: Option<Live>,
}

/// How a served preview follows the files.
#[derive(Clone, Debug)]
pub struct Live {
    /// Address of the script that loads the page again.
    pub script: String,
    /// What was saved last, as the script compares it.
    pub saved: String,
    /// Other pages: name and address.
    pub links: Vec<(String, String)>,
}

/// What a preview shows at one entry.
#[derive(Clone, Debug, Default)]
pub struct SeenEntry {
    /// What readers get in its place, where that is something else.
    pub notice: Option<String>,
    /// At the question.
    pub question: Seen,
    /// At the texts of each block: of a quotation who is quoted first, of a list its lead first where it has one.
    pub blocks: Vec<Vec<Seen>>,
}

/// What a preview shows at one text.
#[derive(Clone, Debug, Default)]
pub struct Seen {
    /// Id of its message.
    pub message: String,
    /// The text.
    pub text: String,
    /// Why it is the reference's, if it is.
    pub missing: Option<String>,
    /// The reference text, where it is another.
    pub reference: Option<String>,
    /// What was found in it.
    pub remarks: Vec<Remark>,
}

/// What a rule found, ready to be shown.
#[derive(Clone, Debug)]
pub struct Remark {
    /// `error` or `warning`.
    pub severity: &'static str,
    /// Name of the rule.
    pub rule: &'static str,
    /// What is wrong.
    pub text: String,
    /// What to do about it.
    pub help: Option<String>,
    /// File, line and column.
    pub place: String,
    /// The place in its line.
    pub excerpt: Option<Excerpt>,
}

/// A part of a line, with what comes before and after it.
#[derive(Clone, Debug)]
pub struct Excerpt {
    /// Before the part.
    pub before: String,
    /// The part.
    pub part: String,
    /// After the part.
    pub after: String,
}

/// A page with the content security policy that goes with it.
#[derive(Clone, Debug)]
pub struct PreviewPage {
    /// The page.
    pub html: String,
    /// The policy, which the page names too.
    pub policy: String,
}

/// The page of one locale with all that `preview` says. `all` are the locales of the menus; none where there is nothing to link to.
pub fn preview(
    faq: &LocalizedFaq,
    all: &[LocalizedFaq],
    preview: &Preview,
) -> Result<PreviewPage, EmitError> {
    let policy = preview_policy(preview.live.is_some());
    let all: Vec<Listed> = all.iter().map(Listed::of).collect();
    let interface = Interface(faq);
    let preview = Some(preview);
    let html = Page {
        faq,
        all: &all,
        links: links(&all, &faq.locale)?,
        alternates: Vec::new(),
        style: STYLE,
        policy: &policy,
        interface,
        preview,
    }
    .render()?;
    Ok(PreviewPage { html, policy })
}

/// A page that says why there is nothing to show, and follows the files until there is.
pub fn trouble(text: &str, live: &Live) -> Result<PreviewPage, EmitError> {
    let policy = preview_policy(true);
    let html = Trouble { text, live, style: STYLE, policy: &policy }.render()?;
    Ok(PreviewPage { html, policy })
}

/// A page that is served has one script, which has an address of its own, and asks only where it comes from.
fn preview_policy(is_served: bool) -> String {
    let served = if is_served { "; script-src 'self'; connect-src 'self'" } else { "" };
    policy(STYLE) + served
}

#[derive(Template)]
#[template(path = "trouble.html")]
struct Trouble<'a> {
    text: &'a str,
    live: &'a Live,
    style: &'a str,
    policy: &'a str,
}

impl Preview {
    /// All remarks, in the order of the page, each with the message at which it is shown.
    pub fn remarks(&self) -> impl Iterator<Item = (Option<&str>, &Remark)> {
        let placed = self.seen().flat_map(|seen| {
            seen.remarks.iter().map(move |remark| (Some(seen.message.as_str()), remark))
        });
        placed.chain(self.elsewhere.iter().map(|remark| (None, remark)))
    }

    /// How many texts of the page are the reference's because the locale has none to show.
    pub fn missing(&self) -> usize {
        self.seen().filter(|seen| seen.missing.is_some()).count()
    }

    /// Every text, in the order of the page.
    fn seen(&self) -> impl Iterator<Item = &Seen> {
        let entries = self.entries.iter().flat_map(|entry| {
            std::iter::once(&entry.question).chain(entry.blocks.iter().flatten())
        });
        let around = self.interface.iter().map(|(_, seen)| seen);
        std::iter::once(&self.title).chain(entries).chain(around)
    }

    /// What was found, in a line.
    pub fn verdict(&self) -> String {
        let of = |severity: &str| self.remarks().filter(|(_, it)| it.severity == severity).count();
        let counted = |number: usize, one: &str, more: &str| match number {
            0 => None,
            1 => Some(format!("1 {one}")),
            _ => Some(format!("{number} {more}")),
        };
        let found = [
            counted(of("error"), "error", "errors"),
            counted(of("warning"), "warning", "warnings"),
            counted(self.missing(), "text shown in the reference", "texts shown in the reference"),
        ];
        let found: Vec<String> = found.into_iter().flatten().collect();
        if found.is_empty() { "Nothing to mend".to_owned() } else { found.join(", ") }
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_style_ends_no_element_and_loads_nothing() {
        assert!(!super::STYLE.contains('<'));
        assert!(!super::STYLE.contains("url(") && !super::STYLE.contains("@import"));
    }
}
