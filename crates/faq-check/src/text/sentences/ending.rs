//! How texts end, on each way that a reader may get through the variants.

use faq_l10n::{Origin, Outline, TextKind};

/// Calls `found` for each end that the branch `root` can have: with the branch that ends so, and the text that it ends with
/// or none where that is a placeable.
pub(crate) fn ends<'s>(
    message: Outline<'_, 's>,
    root: usize,
    found: &mut impl FnMut(usize, Option<&'s str>),
) {
    let text = message
        .texts()
        .iter()
        .rev()
        .find(|text| text.branch == root && text.kind != TextKind::Steering);
    let reference = message.references().iter().rev().find(|reference| reference.branch == root);
    // All of these are slices of one file, so their addresses say what comes last.
    let text_at = text.map(|text| address(text.raw));
    let reference_at = reference.map(|reference| address(reference.target.name()));
    if let Some((select, variant_at)) = last_select(message, root)
        && Some(variant_at) > text_at
        && Some(variant_at) > reference_at
    {
        for (branch, it) in message.branches().iter().enumerate() {
            if matches!(it.origin, Origin::Variant { select: of, .. } if of == select) {
                ends(message, branch, found);
            }
        }
        return;
    }
    let last = text
        .filter(|text| text.kind == TextKind::Element && Some(address(text.raw)) > reference_at);
    found(root, last.map(|text| text.raw));
}

/// The last select expression of a branch, with where its first variant stands.
fn last_select(message: Outline<'_, '_>, root: usize) -> Option<(usize, usize)> {
    let select = message.selects().iter().rposition(|select| select.branch == root)?;
    message.branches().iter().find_map(|branch| match branch.origin {
        Origin::Variant { select: of, key, .. } if of == select => Some((select, address(key))),
        Origin::Value | Origin::Attribute(_) | Origin::Variant { .. } => None,
    })
}

fn address(part: &str) -> usize {
    part.as_ptr() as usize
}

#[cfg(test)]
mod tests {
    use faq_l10n::FtlFile;

    use super::*;

    fn of(value: &str) -> Vec<Option<String>> {
        let source = format!("a = {value}\n");
        let file = FtlFile::parse("a.ftl", "a.ftl", &source);
        let mut found = Vec::new();
        for message in file.outlines.iter() {
            ends(message, 0, &mut |_, text| found.push(text.map(str::to_owned)));
        }
        found
    }

    #[test]
    fn a_text_ends_with_its_last_words_or_with_those_of_every_variant() {
        let some = |text: &str| Some(text.to_owned());
        assert_eq!(of("One { $x } two."), [some(" two.")]);
        assert_eq!(of("One { $x }"), [None]);
        assert_eq!(of("One { \"x\" }"), [None]);
        assert_eq!(
            of("{ $n ->\n    [0] None.\n   *[other] { $n } more.\n }"),
            [some("None."), some(" more.")]
        );
        assert_eq!(of("{ $n ->\n    [one] x\n   *[other] y\n } z?"), [some(" z?")]);
        assert_eq!(of("{ $n ->\n    [one] x\n   *[other] { $n }\n }"), [some("x"), None]);
    }

    #[test]
    fn of_several_choices_the_last_one_ends_the_text() {
        let found = of("{ $a ->\n   *[x] one\n } and { $b ->\n   *[y] two\n }");
        assert_eq!(found, [Some("two".to_owned())]);
    }
}
