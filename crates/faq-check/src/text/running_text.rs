//! The texts of a message as readers meet them: pieces that touch each other are one text.

use std::{borrow::Cow, ops::Range};

use faq_l10n::{Origin, Outline, Target, TextKind};

/// Stands for a placeable: something that is shown and that nobody knows yet, such as a variable.
pub(crate) const PLACEABLE: char = '\u{fffc}';

/// One value or attribute of a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Root<'s> {
    /// Name of the attribute; none for the value.
    pub(crate) attribute: Option<&'s str>,
    /// Its branches: its own and those of its variants.
    pub(crate) branches: Range<usize>,
}

/// The value and the attributes of a message, in order.
pub(crate) fn roots<'s>(message: Outline<'_, 's>) -> Vec<Root<'s>> {
    let mut roots: Vec<Root<'s>> = Vec::new();
    for (index, branch) in message.branches().iter().enumerate() {
        let attribute = match branch.origin {
            Origin::Value => None,
            Origin::Attribute(name) => Some(name),
            Origin::Variant { .. } => {
                if let Some(root) = roots.last_mut() {
                    root.branches.end = index + 1;
                }
                continue;
            }
        };
        roots.push(Root { attribute, branches: index..index + 1 });
    }
    roots
}

/// What each branch of a message shows, variants left out: `1{ "8" } years` is `18 years`. In the place of what nobody knows
/// yet stands [`PLACEABLE`].
pub(crate) fn running_texts<'s>(message: Outline<'_, 's>) -> Vec<Cow<'s, str>> {
    let mut shown: Vec<Cow<'s, str>> = vec![Cow::Borrowed(""); message.branches().len()];
    let mut references = message.references().iter().peekable();
    let mut before = None;
    for text in message.texts().iter().filter(|text| text.kind != TextKind::Steering) {
        let (mut touches, mut first) = (before == Some(text.branch), true);
        let start = text.raw.as_ptr().addr();
        while let Some(reference) =
            references.next_if(|it| it.target.name().as_ptr().addr() < start)
        {
            // `NUMBER(18)` is shown as its number.
            let is_unknown = !matches!(reference.target, Target::Function("NUMBER"));
            touches &= !is_unknown;
            first &= !(is_unknown && reference.shown && reference.branch == text.branch);
        }
        if let Some(all) = shown.get_mut(text.branch) {
            match (all.is_empty(), touches, first) {
                (true, _, true) => *all = text.shown(),
                (false, true, _) => all.to_mut().push_str(&text.shown()),
                (true, _, false) | (false, false, _) => {
                    let all = all.to_mut();
                    all.push(PLACEABLE);
                    all.push_str(&text.shown());
                }
            }
        }
        before = Some(text.branch);
    }
    shown
}

/// Where `part` of the running text of a branch stands in the file; the whole piece where it is written as an escape, the
/// message's id where it is put together from several pieces.
pub(crate) fn place_of<'s>(message: Outline<'_, 's>, branch: usize, part: &str) -> &'s str {
    let pieces = message
        .texts()
        .iter()
        .filter(|text| text.branch == branch && text.kind != TextKind::Steering);
    for text in pieces {
        if let Some(start) = text.raw.find(part) {
            return text.raw.get(start..start + part.len()).unwrap_or(text.raw);
        }
        if text.kind == TextKind::Literal && text.shown().contains(part) {
            return text.raw;
        }
    }
    message.id()
}

#[cfg(test)]
mod tests {
    use faq_l10n::FtlFile;

    use super::*;

    fn texts(source: &str) -> Vec<String> {
        let file = FtlFile::parse("x.ftl", "x.ftl", source);
        let message = file.outlines.get(0).expect("the source has a message");
        running_texts(message).into_iter().map(Cow::into_owned).collect()
    }

    #[test]
    fn pieces_that_touch_are_one_text() {
        assert_eq!(texts("a = 1{ \"8\" }{ 5 } x\n"), ["185 x"]);
        assert_eq!(texts("a = 1{ NUMBER(8) }\n    years\n"), ["18\nyears"]);
    }

    #[test]
    fn a_variable_or_a_variant_stands_between() {
        assert_eq!(texts("a = { $n } years\n"), ["\u{fffc} years"]);
        assert_eq!(texts("a = 1{ $n }8\n"), ["1\u{fffc}8"]);
        assert_eq!(texts("a = 1{ $n ->\n   *[x] 2\n }8\n"), ["1\u{fffc}8", "2"]);
    }

    #[test]
    fn a_variant_belongs_to_its_attribute() {
        let file = FtlFile::parse("x.ftl", "x.ftl", "a = 1\n    .b = { $n ->\n   *[x] 2\n }\n");
        let roots = roots(file.outlines.get(0).expect("the source has a message"));
        let expected = [
            Root { attribute: None, branches: 0..1 },
            Root { attribute: Some("b"), branches: 1..3 },
        ];
        assert_eq!(roots, expected);
    }

    #[test]
    fn a_number_that_is_formatted_begins_a_text() {
        assert_eq!(texts("a = { NUMBER(8) } years\n"), ["8 years"]);
    }

    #[test]
    fn a_part_is_found_in_its_own_branch_and_as_it_is_written() {
        let place = |source: &str, branch: usize, part: &str| {
            let file = FtlFile::parse("x.ftl", "x.ftl", source);
            let message = file.outlines.get(0).expect("the source has a message");
            place_of(message, branch, part).to_owned()
        };
        let select = "a = 1{ $n ->\n   *[x] 2\n }8\n";
        assert_eq!(place(select, 0, "2"), "a");
        assert_eq!(place(select, 1, "2"), "2");
        assert_eq!(place("a = { \"x\" } 18\n", 0, "18"), "18");
        assert_eq!(place("a = { \"\\u0041\" } x\n", 0, "A"), "\\u0041");
    }
}
