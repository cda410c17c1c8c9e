//! Changing a Fluent file entry by entry: it is refused, or every other entry is as it was.

use faq_l10n::{FtlEdit, edit, entries};

use crate::text_of;

/// The bytes are a file, and behind a line of `---` what is put into it.
pub fn editing(bytes: &[u8]) {
    let text = text_of(bytes);
    let (source, entry) = text.split_once("---\n").unwrap_or((&text, "new = x"));
    let all = entries(source);
    let ids: Vec<&str> = all.iter().map(|it| it.id).take(4).collect();
    for id in &ids {
        changes(source, FtlEdit::Remove { id });
        changes(source, FtlEdit::InsertAfter { id, entry });
        for attribute in [None, Some("b")] {
            changes(source, FtlEdit::SetPattern { id, attribute, pattern: entry });
        }
    }
    changes(source, FtlEdit::Append { entry });
    changes(source, FtlEdit::Replace { entry });
    changes(source, FtlEdit::AppendInGroup { heading: entry.trim_end(), entry: "new = x" });
    let added = edit(source, &[FtlEdit::Append { entry: "zz-new = x" }]);
    let removed = added.and_then(|added| edit(&added, &[FtlEdit::Remove { id: "zz-new" }]));
    // What cannot be read may be read as a part of what stands before it then.
    if let Ok(removed) = removed {
        // Blank lines part the new entry from what cannot be read.
        let lines = |text: &str| -> Vec<String> {
            text.lines().map(|it| it.trim_end().to_owned()).filter(|it| !it.is_empty()).collect()
        };
        assert_eq!(lines(&removed), lines(source));
    }
}

/// At most one entry differs, and what stood before it and behind it still does.
fn changes(source: &str, change: FtlEdit<'_>) {
    let Ok(after) = edit(source, &[change]) else { return };
    let [old, new] = [source, &after].map(|text| {
        let entries = entries(text).into_iter();
        entries.map(|it| (it.id.to_owned(), it.text.to_owned())).collect::<Vec<_>>()
    });
    let same = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
    let ends = old.iter().rev().zip(new.iter().rev()).take_while(|(a, b)| a == b).count();
    let shorter = old.len().min(new.len());
    assert!(same + ends + 1 >= shorter, "{source:?} {change:?} {after:?}");
    assert!(old.len().abs_diff(new.len()) <= 1, "{source:?} {change:?} {after:?}");
}
