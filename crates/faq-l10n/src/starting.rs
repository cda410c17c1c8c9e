//! A file of a locale that is to be translated, and what stands around the texts of a new locale.

use crate::{
    editing::{FtlEntry, id_of, is_own_comment},
    offers::{MARK, offer},
    pieces::{Piece, PieceKind, pieces},
    plural_variants::PluralForms,
};

/// A file of the reference as a translator finds it in a new locale: all comments, and each text as a comment that is waiting.
pub fn start_file(reference: &str, forms: &PluralForms) -> String {
    let pieces = pieces(reference.trim_start_matches('\u{feff}'));
    let mut blocks: Vec<String> = vec![how_to_translate()];
    let mut before: Option<&Piece<'_>> = None;
    for (piece, next) in pieces.iter().zip(pieces.iter().skip(1).map(Some).chain([None])) {
        let text = piece.without_blank_lines();
        let is_entry = |it: &Piece<'_>| matches!(it.kind, PieceKind::Entry(_));
        match &piece.kind {
            PieceKind::Entry(entry) => {
                let own = before.filter(|it| is_own_comment(it));
                let comment = own.map_or("", Piece::without_blank_lines);
                let entry = FtlEntry { id: id_of(text, entry), comment, group: "", text };
                blocks.push(offer(&entry, forms));
            }
            PieceKind::Comment if !(is_own_comment(piece) && next.is_some_and(is_entry)) => {
                blocks.push(text.lines().collect::<Vec<_>>().join("\n"));
            }
            PieceKind::Comment | PieceKind::Unread => {}
        }
        before = Some(piece);
    }
    let mut text = blocks.join("\n\n");
    text.push('\n');
    text
}

fn how_to_translate() -> String {
    format!(
        "### A text behind `{MARK} ` is not translated yet: remove `{MARK} ` from its lines and put your words behind the `=`.\n\
         ### How to translate is told in locales/README.md; `cargo xtask check` says what is missing."
    )
}

/// The `language.toml` of a new locale, which says nothing yet.
pub fn start_language(endonym: &str) -> String {
    format!(
        "# What the check knows of the words of this FAQ in {endonym}. Draft, not yet reviewed. How to change it: locales/README.md.\n\
         format = 1\n\
         \n\
         # Words that have to be used for a word of the English text, and words that must not be used for it, one block a word.\n\
         # glossary.ftl says why. `*` stands for any letters at the start or the end of a word:\n\
         #\n\
         # [[term]]\n\
         # reference = \"victim*\"\n\
         # must = [\"your word for victims\"]\n\
         # must-not = [\"a word that blames them\"]\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_file_has_every_text_of_the_reference_waiting_in_its_place() {
        let reference = "### File\n\n## Group\r\n\r\n# About a.\r\n# More.\r\na = A { $n ->\r\n [one] x\r\n*[other] y\r\n}\r\n    .b = B\n# alone\n\n-t = T\nbroken = {\n";
        let forms = PluralForms::new(&["few", "one", "other"], &["other"]);
        let text = start_file(reference, &forms);
        assert_eq!(crate::entries(&text), []);
        insta::assert_snapshot!(text, @r"
        ### A text behind `# >> ` is not translated yet: remove `# >> ` from its lines and put your words behind the `=`.
        ### How to translate is told in locales/README.md; `cargo xtask check` says what is missing.

        ### File

        ## Group

        # About a.
        # More.
        # >> a =
        # >>     A { $n ->
        # >>         [one] x
        # >>         [few] y
        # >>        *[other] y
        # >>     }
        # >>     .b = B

        # alone

        # >> -t = T
        ");
    }
}
