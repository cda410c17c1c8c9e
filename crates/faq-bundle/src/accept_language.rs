//! What a reader wants, as an `Accept-Language` header says it (RFC 9110, section 12.5.4), and the nearest that there is.
//! The Rust package that is generated from the FAQ contains this very file, so it takes nothing from its crate or from `alloc`.

/// Longest language tag that is looked at. BCP 47 asks for 35 characters at least.
const LONGEST_TAG: usize = 64;

/// What `served` gives for the most wanted language of the header for which it gives something. Of two that are equally wanted
/// the first counts. What cannot be read is passed over; a header of any length costs no more than its length.
pub(crate) fn most_wanted<T>(header: &str, served: impl Fn(&str) -> Option<T>) -> Option<T> {
    let mut most = (0, None);
    for (tag, quality) in header.split(',').filter_map(range) {
        if quality > most.0
            && let Some(found) = served(tag)
        {
            most = (quality, Some(found));
        }
    }
    most.1
}

/// What `table` gives for a wanted tag in lower case or, as long as it gives nothing, for the tag without its last part (RFC 4647,
/// section 3.4).
pub(crate) fn nearest<T>(wanted: &str, table: impl Fn(&str) -> Option<T>) -> Option<T> {
    let mut lower = [0; LONGEST_TAG];
    let lower = lower.get_mut(..wanted.len())?;
    lower.copy_from_slice(wanted.as_bytes());
    lower.make_ascii_lowercase();
    let mut tag = core::str::from_utf8(lower).ok()?;
    if !tag.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-') {
        return None;
    }
    loop {
        if let Some(found) = table(tag) {
            return Some(found);
        }
        tag = tag.rsplit_once('-')?.0;
        // A part of one letter only introduces what followed it.
        if let Some((shorter, part)) = tag.rsplit_once('-')
            && part.len() == 1
        {
            tag = shorter;
        }
    }
}

/// One part of the header: a language and how much it is wanted, in thousandths.
fn range(part: &str) -> Option<(&str, u16)> {
    let mut parameters = part.split(';').map(without_space);
    let tag = parameters.next().filter(|tag| !tag.is_empty())?;
    let mut wanted = 1_000;
    for parameter in parameters {
        let (name, value) = parameter.split_once('=')?;
        if without_space(name).eq_ignore_ascii_case("q") {
            wanted = quality(without_space(value))?;
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
    let mut digits = decimals.bytes().map(|byte| u16::from(byte - b'0'));
    let mut next = || digits.next().unwrap_or(0);
    let thousandths = next() * 100 + next() * 10 + next();
    match whole {
        "0" => Some(thousandths),
        "1" if thousandths == 0 => Some(1_000),
        _ => None,
    }
}

/// White space as headers have it: no other than these two.
fn without_space(text: &str) -> &str {
    text.trim_matches([' ', '\t'])
}
