//! From what a reader wants to the locale that is served.

use crate::Negotiation;

impl Negotiation {
    /// The locale for an `Accept-Language` header (RFC 9110, section 12.5.4), or the default.
    ///
    /// Wanted languages are tried from the most to the least wanted, each by looking it up in the table and, as long as
    /// it is not there, cutting off its last part (RFC 4647, section 3.4). Whatever in the header cannot be read is
    /// passed over; a header of any length costs no more than its length.
    pub fn from_header(&self, header: &str) -> &str {
        let mut wanted: Vec<(&str, u16)> = header.split(',').filter_map(range).collect();
        // A stable sort: of equally wanted languages the first comes first.
        wanted.sort_by_key(|(_, quality)| std::cmp::Reverse(*quality));
        let wanted = wanted.iter().filter(|(_, quality)| *quality > 0).map(|(tag, _)| *tag);
        self.from_wanted(wanted)
    }

    /// The locale for languages in the order in which they are wanted, or the default.
    pub fn from_wanted<'w>(&self, wanted: impl IntoIterator<Item = &'w str>) -> &str {
        wanted.into_iter().find_map(|tag| self.look_up(tag)).unwrap_or(&self.default)
    }

    /// The locale for one wanted language, if there is one. `*` means the default.
    pub fn look_up(&self, wanted: &str) -> Option<&str> {
        if wanted == "*" {
            return Some(&self.default);
        }
        if wanted.len() > LONGEST_TAG
            || !wanted.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
        {
            return None;
        }
        let mut tag = wanted.to_ascii_lowercase();
        loop {
            if let Some(locale) = self.table.get(&tag) {
                return Some(locale);
            }
            let cut = tag.rfind('-')?;
            tag.truncate(cut);
            // A part of one letter only introduces what followed it.
            if tag.len() >= 2 && tag.as_bytes().get(tag.len() - 2) == Some(&b'-') {
                tag.truncate(tag.len() - 2);
            }
        }
    }
}

/// Longest language tag that is looked at. BCP 47 asks for 35 characters at least.
const LONGEST_TAG: usize = 64;

/// One part of the header: a language and how much it is wanted, in thousandths.
fn range(part: &str) -> Option<(&str, u16)> {
    let mut parameters = part.split(';').map(str::trim);
    let tag = parameters.next().filter(|tag| !tag.is_empty())?;
    let mut wanted = 1_000;
    for parameter in parameters {
        let (name, value) = parameter.split_once('=')?;
        if name.trim().eq_ignore_ascii_case("q") {
            wanted = quality(value.trim())?;
        }
    }
    Some((tag, wanted))
}

/// A quality of 0 to 1 with at most three decimals, in thousandths.
fn quality(text: &str) -> Option<u16> {
    let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
    if decimals.len() > 3 || !decimals.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let thousandths: u16 = format!("{decimals:0<3}").parse().ok()?;
    match whole {
        "0" => Some(thousandths),
        "1" if thousandths == 0 => Some(1_000),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn served(header: &str) -> String {
        let row = |(wanted, locale): (&str, &str)| (wanted.to_owned(), locale.to_owned());
        let table = [("es", "es"), ("zh", "zh-Hans"), ("zh-tw", "zh-Hant"), ("en", "en-US")]
            .map(row)
            .into();
        Negotiation { default: "en-US".to_owned(), table }.from_header(header).to_owned()
    }

    #[test]
    fn the_most_wanted_language_that_is_there_is_served() {
        for (header, locale) in [
            ("es-MX,es;q=0.9", "es"),
            ("de, zh-TW;q=0.5, es;q=0.7", "es"),
            ("zh-TW-x-private", "zh-Hant"),
            ("es;q=0, zh", "zh-Hans"),
            ("es;q=0", "en-US"),
            ("*", "en-US"),
            ("", "en-US"),
            ("de;q=1, *;q=0.1, es;q=0.5", "es"),
            ("ES", "es"),
        ] {
            assert_eq!(served(header), locale, "{header}");
        }
    }

    #[test]
    fn a_malformed_header_costs_only_its_malformed_parts() {
        for header in
            [",,;;=,es", "es;q=2, es", "es;q", "\u{202e}, es", "x;q=é,es", "-,es", "es ; q = 0.8"]
        {
            let locale = if header == "es;q" { "en-US" } else { "es" };
            assert_eq!(served(header), locale, "{header}");
        }
        assert_eq!(served(&"a-".repeat(100_000)), "en-US");
    }
}
