//! Rule `missing-message`: what a locale should have and has not.

use faq_content::Role;
use faq_l10n::{Kind, span_of};

use crate::{
    context::LocaleContext,
    finding::{Hits, Place, Severity},
    rule::{Judge, Rule},
};

pub(super) const RULE: Rule = Rule {
    name: "missing-message",
    severity: Severity::Error,
    doc: include_str!("missing-message.md"),
    judge: Judge::Locale(judge),
};

fn judge(context: &LocaleContext<'_, '_>, hits: &mut Hits) {
    let missing: Vec<(&str, &str)> = if let Some(catalog) = context.catalog {
        let missing = catalog.values().filter(|it| context.files.find(Kind::Message, &it.id).is_none());
        missing.map(|it| (it.id.as_str(), role(&it.role))).collect()
    } else {
        let expected = context.reference.messages().map(|(_, message)| message);
        let missing = expected
            .filter(|it| it.kind() == Kind::Message && context.files.find(Kind::Message, it.id()).is_none());
        missing.map(|it| (it.id(), "message")).collect()
    };
    for (id, role) in missing {
        let place = place(context, id);
        hits.add(place, format!("the {role} `{id}` is missing")).help(help(context, id)).message(id);
    }
}

/// After the message that comes before it in the reference, or else the file where it belongs.
fn place(context: &LocaleContext<'_, '_>, id: &str) -> Place {
    let Some(expected) = context.reference.find(Kind::Message, id) else {
        return Place::Path(context.folder.path.clone());
    };
    let Some((reference_file, _)) = context.reference.at(expected) else {
        return Place::Path(context.folder.path.clone());
    };
    let Some(index) = context.counterpart(reference_file.path) else {
        return Place::Path(context.counterpart_path(reference_file.path));
    };
    let before: Vec<_> = reference_file.outlines.iter().take(expected.message).collect();
    let neighbour = before.iter().rev().find_map(|message| {
        let place = context.files.find(message.kind(), message.id()).filter(|place| place.file == index)?;
        let (file, outline) = context.files.at(place)?;
        span_of(file.source, outline.id())
    });
    Place::Span(index, neighbour.unwrap_or(0..0))
}

fn help(context: &LocaleContext<'_, '_>, id: &str) -> String {
    let reference = context.reference.find(Kind::Message, id).and_then(|it| context.reference.at(it));
    let source = reference.and_then(|(file, outline)| {
        let start = span_of(file.source, outline.id())?.start;
        file.source.get(start..)?.lines().next()
    });
    match source {
        Some(_) if context.is_reference() => format!("add it: `{id} = …`"),
        Some(line) => format!("add it and translate what stands after the `=`:\n{line}"),
        None => format!("add it: `{id} = …`"),
    }
}

fn role(role: &Role<'_>) -> &'static str {
    match role {
        Role::Title => "title",
        Role::Interface => "interface text",
        Role::Question => "question",
        Role::Paragraph => "paragraph",
        Role::Attribution => "attribution",
        Role::Quotation { .. } => "quotation",
        Role::Lead => "lead-in",
        Role::Item => "list item",
    }
}
