//! Mends texts by the edits of findings; what no edit names stays as it is, byte for byte.

use std::collections::BTreeMap;

use faq_l10n::{Content, LocaleTree};

use crate::finding::{Edit, Finding};

/// A file that was mended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mended {
    /// Its path.
    pub path: String,
    /// What was in it before.
    pub before: String,
    /// How many fixes were done.
    pub fixes: usize,
}

/// Mends the files of `tree` by the fixes of `findings`, and says which changed. Of fixes that touch each other the first
/// is done; the others are found again when the tree is judged anew.
pub fn mend_tree(tree: &mut LocaleTree, findings: &[Finding]) -> Vec<Mended> {
    let mut edits: BTreeMap<(&str, &str), Vec<&Edit>> = BTreeMap::new();
    for finding in findings {
        if let (Some(fix), Some(locale)) = (&finding.fix, &finding.locale) {
            edits.entry((locale, &finding.path)).or_default().push(&fix.edit);
        }
    }
    let mut done = Vec::new();
    for folder in &mut tree.folders {
        for file in folder.files.iter_mut().chain(&mut folder.settings) {
            // Of a file that is not UTF-8 there is only the beginning, which must never take the place of the whole.
            let Content::Text(text) = &mut file.content else { continue };
            let edits = edits.get(&(folder.name.as_str(), file.path.as_str()));
            if let Some((mended, fixes)) = edits.and_then(|edits| mend(text, edits)) {
                let before = std::mem::replace(text, mended);
                done.push(Mended { path: file.path.clone(), before, fixes });
            }
        }
    }
    done
}

/// `text` after `edits`, and how many of them were done; none where nothing changes. An edit that overlaps another or
/// starts where another does is left out, and so is one that does not fit the text.
pub fn mend(text: &str, edits: &[&Edit]) -> Option<(String, usize)> {
    let mut sorted = edits.to_vec();
    sorted.sort_by(|a, b| {
        (a.span.start, a.span.end, &a.text).cmp(&(b.span.start, b.span.end, &b.text))
    });
    let mut mended = String::with_capacity(text.len());
    let (mut end, mut last_start, mut done) = (0, None, 0);
    for Edit { span, text: new } in sorted {
        let replaced = text.get(span.clone());
        if span.start < end
            || last_start == Some(span.start)
            || replaced.is_none_or(|old| old == new)
        {
            continue;
        }
        let Some(kept) = text.get(end..span.start) else { continue };
        mended.push_str(kept);
        mended.push_str(new);
        (end, last_start, done) = (span.end, Some(span.start), done + 1);
    }
    mended.push_str(text.get(end..)?);
    (done > 0).then_some((mended, done))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edit(span: std::ops::Range<usize>, text: &str) -> Edit {
        Edit { span, text: text.to_owned() }
    }

    fn mended(text: &str, edits: &[Edit]) -> Option<String> {
        mend(text, &edits.iter().collect::<Vec<_>>()).map(|(text, _)| text)
    }

    #[test]
    fn marks_comments_line_ends_and_letters_of_any_length_stay() {
        let text = "\u{feff}# “é”\r\nx = влад  受害者\r\n";
        let spaces = text.find("  ").expect("two spaces");
        let edits = [edit(text.len()..text.len(), "y = z\r\n"), edit(spaces..spaces + 2, " ")];
        assert_eq!(
            mended(text, &edits).as_deref(),
            Some("\u{feff}# “é”\r\nx = влад 受害者\r\ny = z\r\n")
        );
        assert_eq!(
            mended(text, &[edit(0..3, "")]).as_deref(),
            Some("# “é”\r\nx = влад  受害者\r\n")
        );
    }

    #[test]
    fn of_edits_that_touch_each_other_one_is_done() {
        assert_eq!(mended("abcdef", &[edit(2..5, "X"), edit(1..3, "Y")]).as_deref(), Some("aYdef"));
        assert_eq!(mended("ab", &[edit(1..1, "X"), edit(1..1, "X")]).as_deref(), Some("aXb"));
        assert_eq!(mended("ab", &[edit(0..1, "X"), edit(1..2, "Y")]).as_deref(), Some("XY"));
    }

    #[test]
    fn an_edit_that_does_not_fit_or_changes_nothing_is_left_out() {
        #[expect(clippy::reversed_empty_ranges, reason = "that is what does not fit")]
        let edits = [edit(0..9, ""), edit(1..2, "x"), edit(3..2, ""), edit(0..2, "é")];
        assert_eq!(mended("éa", &edits), None);
    }

    #[test]
    fn a_file_that_is_not_utf8_is_never_mended() {
        let example = crate::Example::parse("--- en-US/a.ftl\nx = y\n--- es/a.ftl\nx = y");
        let mut example = example.expect("an example");
        let findings = example.check().findings;
        let es = example.tree.folders.iter_mut().find(|it| it.name == "es").expect("es");
        for file in &mut es.files {
            file.content = Content::NotUtf8("x = y".to_owned());
        }
        assert!(findings.iter().any(|finding| finding.fix.is_some()), "{findings:?}");
        assert_eq!(mend_tree(&mut example.tree, &findings), []);
    }
}
