//! Two texts as one, word by word.

use faq_check::sanitize;
use similar::{ChangeTag, TextDiff};

/// What was taken out stands in `[-…-]`, what was put in in `{+…+}`, as git shows words; or in colours.
pub(super) fn words(old: &str, new: &str, colour: bool) -> String {
    let diff = TextDiff::from_words(old, new);
    let mut shown = String::new();
    let mut open: Option<ChangeTag> = None;
    let changes = diff.iter_all_changes().map(|change| (change.tag(), change.value()));
    for (tag, text) in changes {
        if open != Some(tag) {
            shown.push_str(open.map_or("", |tag| signs(tag, colour).1));
            shown.push_str(signs(tag, colour).0);
            open = Some(tag);
        }
        shown.push_str(&sanitize(text));
    }
    shown.push_str(open.map_or("", |tag| signs(tag, colour).1));
    shown
}

fn signs(tag: ChangeTag, colour: bool) -> (&'static str, &'static str) {
    match (tag, colour) {
        (ChangeTag::Equal, _) => ("", ""),
        (ChangeTag::Delete, false) => ("[-", "-]"),
        (ChangeTag::Insert, false) => ("{+", "+}"),
        (ChangeTag::Delete, true) => ("\u{1b}[31m", "\u{1b}[0m"),
        (ChangeTag::Insert, true) => ("\u{1b}[32m", "\u{1b}[0m"),
    }
}

#[cfg(test)]
mod tests {
    use super::words;

    #[test]
    fn what_changed_is_shown_word_by_word() {
        let (old, new) = ("All children under 18 years", "All minors under 18");
        assert_eq!(words(old, new, false), "All [-children-]{+minors+} under 18[- years-]");
        assert!(words(old, new, true).contains("\u{1b}[31mchildren\u{1b}[0m"));
        assert_eq!(words("same", "same", false), "same");
    }
}
