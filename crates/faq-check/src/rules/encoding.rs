//! Rule `encoding`: files whose bytes are not clean UTF-8 text.

use faq_l10n::Content;

use crate::{
    context::FileContext,
    finding::{Hits, Place},
    policy::Severities,
    rule::{Judge, Rule},
};

pub(super) const RULE: Rule = Rule {
    name: "encoding",
    severities: Severities::ERROR,
    doc: include_str!("encoding.md"),
    judge: Judge::File(judge),
};

fn judge(context: &FileContext<'_, '_>, hits: &mut Hits) {
    match &context.source.content {
        Content::Text(text) if text.starts_with('\u{feff}') => {
            let text = "the file starts with a byte order mark";
            hits.add(context.place(0..3), text)
                .help("save it as \"UTF-8\", not as \"UTF-8 with BOM\"")
                .fix(0..3, "");
        }
        Content::NotUtf8(valid) => {
            let text = "the file is not UTF-8; nothing from here on could be read";
            let end = valid.len();
            hits.add(context.place(end..end), text).help("save it as \"UTF-8\" in your editor");
        }
        Content::Unreadable(reason) => {
            let text = format!("the file could not be read: {reason}");
            hits.add(Place::Path(context.source.path.clone()), text)
                .help("give it back its permissions, or remove it");
        }
        Content::Text(_) | Content::TooLarge(_) => {}
    }
}

#[cfg(test)]
mod tests {
    use faq_l10n::Content;

    use crate::{Example, finding::Edit};

    #[test]
    fn a_byte_order_mark_can_be_taken_out() {
        let example = Example::parse("--- en-US/faq.ftl\na = x\n--- es/faq.ftl\n\u{feff}a = y\n")
            .expect("an example");
        let fixes: Vec<_> =
            example.check().findings.into_iter().filter_map(|it| Some(it.fix?.edit)).collect();
        assert_eq!(fixes, [Edit { span: 0..3, text: String::new() }]);
    }

    #[test]
    fn nothing_is_mended_in_a_file_that_was_not_read_to_its_end() {
        let text = || "a = y  z\n".to_owned();
        let has_fix = |content: Content| {
            let tree = "--- en-US/faq.ftl\na = x y\n--- es/faq.ftl\na = y z\n";
            let mut example = Example::parse(tree).expect("an example");
            let files = example.tree.folders.iter_mut().flat_map(|it| &mut it.files);
            files.last().expect("a file").content = content;
            example.check().findings.iter().any(|it| it.fix.is_some())
        };
        assert!(has_fix(Content::Text(text())));
        assert!(!has_fix(Content::NotUtf8(text())));
    }
}
