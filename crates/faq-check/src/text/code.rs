//! What a program reads, so that nobody translates it: options of a command line, placeholders of other formats.

pub(crate) mod names;
pub(crate) mod parts;

use crate::text::running_text::PLACEABLE;

/// The options of a command line in a text, in order: `--help`, `-v`.
pub(crate) fn options(text: &str) -> impl Iterator<Item = &str> {
    text.match_indices('-').filter_map(|(at, _)| {
        let (before, rest) = text.split_at_checked(at)?;
        let may_start = |it: char| it.is_whitespace() || "\"'`‘’“”„«([{</,|".contains(it);
        let length = before.chars().next_back().is_none_or(may_start).then(|| option(rest))??;
        rest.get(..length)
    })
}

/// Whether `text` has this option, with or without an ending of its language: `--help-valitsin`.
pub(crate) fn has_option(text: &str, option: &str) -> bool {
    let is_long = option.starts_with("--");
    text.match_indices(option).any(|(at, _)| {
        let (before, rest) = text.split_at_checked(at).unwrap_or_default();
        let after = rest.get(option.len()..).and_then(|it| it.chars().next());
        let is_start = |it: char| it != '-' && (is_long || !it.is_ascii_alphanumeric());
        before.chars().next_back().is_none_or(is_start)
            && after.is_none_or(|it| !it.is_ascii_alphanumeric() && it != '_')
    })
}

/// A quick look: whether a text may have a placeholder.
pub(crate) fn may_have_placeholder(text: &str) -> bool {
    memchr::memchr2(b'%', b'{', text.as_bytes()).is_some()
}

/// The placeholders of other formats in a text, in order: `%s`, `%1$d`, `%(name)s`, `{0}`, `{{name}}`.
pub(crate) fn placeholders(text: &str) -> impl Iterator<Item = &str> {
    let mut end = 0;
    text.match_indices(['%', '{']).filter_map(move |(at, _)| {
        let (before, rest) = text.split_at_checked(at).filter(|_| at >= end)?;
        let length = if rest.starts_with('{') {
            if before.ends_with('{') {
                return None;
            }
            in_braces(rest)?
        } else {
            // `50%` and `{ $part }%` are parts of a hundred, `%%` is a sign.
            let is_amount = |it: char| it.is_numeric() || it == PLACEABLE || it == '%';
            before.chars().next_back().is_none_or(|it| !is_amount(it)).then(|| percent(rest))??
        };
        end = at + length;
        rest.get(..length)
    })
}

/// The length of the option that `rest` starts with.
fn option(rest: &str) -> Option<usize> {
    let long = rest.strip_prefix("--");
    let name = long.or(rest.strip_prefix('-'))?;
    let is_part = |it: char| it.is_ascii_lowercase() || it.is_ascii_digit() || it == '-';
    let length = if long.is_some() {
        let end = name.find(|it| !is_part(it)).unwrap_or(name.len());
        name.get(..end)?.trim_end_matches('-').len()
    } else {
        1
    };
    let after = name.get(length..)?.chars().next();
    let is_name = name.starts_with(|it: char| it.is_ascii_alphabetic());
    let is_end = |it: char| !it.is_alphanumeric() && !matches!(it, '-' | '_' | PLACEABLE);
    let has_letters = if long.is_some() { length > 1 } else { is_name };
    (is_name && has_letters && after.is_none_or(is_end)).then_some(rest.len() - name.len() + length)
}

/// The length of the placeholder that `rest` starts with, as `printf` and its relatives have it.
fn percent(rest: &str) -> Option<usize> {
    let inner = rest.strip_prefix('%')?;
    let inner = if let Some(name) = inner.strip_prefix('(') {
        name.split_once(')')?.1
    } else {
        let after_place = inner.trim_start_matches(|it: char| it.is_ascii_digit());
        let inner = after_place.strip_prefix('$').unwrap_or(inner);
        let is_width = |it: char| it.is_ascii_digit() || "-+#.".contains(it);
        inner.trim_start_matches(is_width).trim_start_matches(['l', 'h', 'z'])
    };
    let after = inner.strip_prefix(['s', 'S', 'd', 'f', 'x', 'X', '@'])?;
    let is_whole = !after.starts_with(|it: char| it.is_alphanumeric() || it == '_');
    is_whole.then_some(rest.len() - after.len())
}

/// The length of a name or a number in braces that `rest` starts with.
fn in_braces(rest: &str) -> Option<usize> {
    let name = rest.trim_start_matches('{');
    let braces = rest.len() - name.len();
    let end = name.find('}').filter(|_| braces <= 2)?;
    let is_name = |it: char| it.is_alphanumeric() || "_. ".contains(it);
    let is_closed = name.get(end..)?.starts_with(if braces == 2 { "}}" } else { "}" });
    (is_closed && name.get(..end)?.chars().all(is_name)).then_some(braces + end + braces)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn options_are_told_from_dashes_and_endings() {
        let found = |text| options(text).collect::<Vec<_>>();
        assert_eq!(
            found("try --help or -h/-V (--no-clobber)."),
            ["--help", "-h", "-V", "--no-clobber"]
        );
        assert_eq!(found("--update=none, '-n'"), ["--update", "-n"]);
        for none in [
            "a - b",
            "x--y",
            "well-known",
            "\u{fffc}-s",
            "5 -3",
            "-name",
            ":-D",
            "---",
            "-- a",
            "--A",
        ] {
            assert_eq!(found(none), [""; 0], "{none}");
        }
    }

    #[test]
    fn an_option_may_have_an_ending_and_is_no_part_of_another() {
        for text in ["--help", "«--help»", "--help-valitsin", "de--help", "--help=x", "--helpを"]
        {
            assert!(has_option(text, "--help"), "{text}");
        }
        for text in ["–help", "--helper", "-help", "---help", "--help_x"] {
            assert!(!has_option(text, "--help"), "{text}");
        }
        assert!(has_option("-mと", "-m") && !has_option("a-m", "-m") && !has_option("--m", "-m"));
    }

    #[test]
    fn placeholders_are_told_from_parts_of_a_hundred() {
        let found = |text| placeholders(text).collect::<Vec<_>>();
        assert_eq!(found("%s of %1$d, %-10s %.2f %ld"), ["%s", "%1$d", "%-10s", "%.2f", "%ld"]);
        assert_eq!(
            found("%(name)s %1$S %@ {0} {{ name }} {}"),
            ["%(name)s", "%1$S", "%@", "{0}", "{{ name }}", "{}"]
        );
        for none in [
            "50%d",
            "\u{fffc}%s",
            "100% sicher",
            "% i",
            "%said",
            "%%s",
            "%i-u",
            "{ $a }",
            "{a, b}",
            "{{a}",
            "%ü",
        ] {
            assert_eq!(found(none), [""; 0], "{none}");
        }
    }
}
