//! Rule `contact-mismatch`: the addresses, telephone numbers and sections of laws of the reference, and no others.

use std::borrow::Cow;

use faq_l10n::{Features, Outline};

use crate::{
    context::MessageContext,
    finding::Hits,
    policy::Severities,
    rule::{Judge, Rule},
    text::contacts::keys::{Languages, folded},
    text::contacts::{
        Contact, ContactKind, FEWEST_DIGITS, addresses, is_certain, may_have_address,
        may_have_section, sections, telephones,
    },
    text::counted::Difference,
    text::numbers::digit,
    text::running_text::{place_of, running_texts},
};

pub(super) const RULE: Rule = Rule {
    name: "contact-mismatch",
    severities: Severities::ERROR,
    doc: include_str!("contact-mismatch.md"),
    judge: Judge::Message(
        Features::INNER_SIGN
            .and(Features::DIGIT)
            .and(Features::NUMBER)
            .and(Features::OTHER_DIGIT)
            .and(Features::LITERAL),
        judge,
    ),
};

fn judge(context: &MessageContext<'_, '_>, hits: &mut Hits) {
    // A catalog allows no contacts at all, which is for `contact-in-text`.
    let Some(reference) = context.reference.filter(|_| context.locale.catalog.is_none()) else {
        return;
    };
    let has_contact =
        context.reference_place.is_some_and(|place| context.locale.traits_at(place).contact);
    if !has_contact && !may_have_numbers(context) && !may_have_addresses(context.message) {
        return;
    }
    let (expected_texts, found_texts) = (running_texts(reference), running_texts(context.message));
    let languages = Languages::of(context);
    let (expected, found) =
        (contacts(&expected_texts, &languages), contacts(&found_texts, &languages));
    if expected.is_empty() && found.is_empty() {
        return;
    }
    report_insecure(context, &expected, &found, hits);
    let with_variants = (context.message.features() | reference.features()).any(Features::SELECT);
    let mut difference = Difference::of(expected, found, with_variants);
    if difference.is_empty() {
        return;
    }
    excuse(context, &languages, &mut difference, &expected_texts, &found_texts);
    report(context, &difference, hits);
}

fn report(context: &MessageContext<'_, '_>, difference: &Difference<Found<'_>>, hits: &mut Hits) {
    let id = context.id();
    let Difference { lost, added } = difference;
    for contact in added {
        let (what, shown) = (contact.kind.as_str(), contact.text);
        let text = match lost.iter().find(|it| it.kind == contact.kind) {
            Some(right) => format!(
                "`{id}` has the {what} `{shown}` where the reference text has `{}`",
                right.text
            ),
            None => format!("`{id}` has the {what} `{shown}`, which the reference text has not"),
        };
        context.at(hits, place_of(context.message, contact.branch, shown), text).help(HELP);
    }
    for contact in lost.iter().filter(|lost| added.iter().all(|it| it.kind != lost.kind)) {
        let text = format!("`{id}` has lost the {} `{}`", contact.kind.as_str(), contact.text);
        context.at_id(hits, text).help(HELP);
    }
}

/// An address that has lost the `s` of `https`: it leads to the same place, and who listens can read along and answer.
fn report_insecure(
    context: &MessageContext<'_, '_>,
    expected: &[Found<'_>],
    found: &[Found<'_>],
    hits: &mut Hits,
) {
    let is_insecure = |it: &Found<'_>| has_scheme(it.text, "http://");
    for contact in found.iter().filter(|it| is_insecure(it)) {
        let mut same = expected.iter().filter(|it| *it == contact);
        if same.clone().any(is_insecure) {
            continue;
        }
        let Some(right) = same.find(|it| has_scheme(it.text, "https://")) else { continue };
        let (id, shown) = (context.id(), contact.text);
        let text = format!("`{id}` has `{shown}` where the reference text has `{}`", right.text);
        context
            .at(hits, place_of(context.message, contact.branch, shown), text)
            .help("write `https`, so that nobody can read along or answer in its place");
    }
}

fn has_scheme(address: &str, scheme: &str) -> bool {
    address.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme))
}

const HELP: &str = "write it exactly as the reference text does; one that is to be different here stands under `replacements` in `language.toml`";

/// Whether a closer look at telephone numbers and sections is worth it, where the reference has none.
fn may_have_numbers(context: &MessageContext<'_, '_>) -> bool {
    let texts = context.message.texts();
    context.has_digit()
        && (!context.has_same_digits()
            || texts.iter().any(|text| may_have_section(text.raw.as_bytes())))
}

/// Whether a closer look at addresses is worth it; most messages have no inner full stop.
fn may_have_addresses(message: Outline<'_, '_>) -> bool {
    message.features().any(Features::INNER_SIGN.and(Features::LITERAL))
        && message.texts().iter().any(|text| may_have_address(&text.shown()))
}

/// A contact, equal to all others that lead to the same place.
#[derive(Clone, Debug)]
struct Found<'t> {
    kind: ContactKind,
    /// The same for all ways of writing it.
    key: String,
    text: &'t str,
    branch: usize,
}

fn contacts<'t>(texts: &'t [Cow<'_, str>], languages: &Languages<'_>) -> Vec<Found<'t>> {
    let mut found = Vec::new();
    for (branch, text) in texts.iter().enumerate() {
        let digits = digits(text);
        let searched = if digits >= FEWEST_DIGITS { text } else { "" };
        let telephones = telephones(searched);
        let sections = if digits > 0 { sections(text) } else { Vec::new() };
        // The targets of Markdown links are for `markup-mismatch`.
        let is_target =
            |it: &Contact<'_>| text.get(..it.start).is_some_and(|it| it.ends_with("]("));
        let addresses = if may_have_address(text) { addresses(text) } else { Vec::new() };
        let is_in_address = |it: &Contact<'_>| {
            addresses.iter().any(|address| {
                (address.start..address.start + address.text.len()).contains(&it.start)
            })
        };
        let others = telephones.chain(sections).filter(|it| !is_in_address(it));
        let addresses = addresses.iter().copied().filter(|it| !is_target(it));
        for contact in addresses.chain(others).filter(is_certain) {
            let key = languages.key(contact.kind, contact.text);
            found.push(Found { kind: contact.kind, key, text: contact.text, branch });
        }
    }
    found
}

/// Number of digits in `text`, of any script.
fn digits(text: &str) -> usize {
    let in_ascii = text.bytes().filter(u8::is_ascii_digit).count();
    let is_other = |it: &char| !it.is_ascii() && digit(*it).is_some();
    in_ascii + if text.is_ascii() { 0 } else { text.chars().filter(is_other).count() }
}

/// Takes out what the locale's own list allows, and numbers that stand on the other side in another form.
fn excuse(
    context: &MessageContext<'_, '_>,
    languages: &Languages<'_>,
    difference: &mut Difference<Found<'_>>,
    expected: &[Cow<'_, str>],
    found: &[Cow<'_, str>],
) {
    let Difference { lost, added } = difference;
    lost.retain(|it| !found.iter().any(|text| is_inflected(it, text)));
    let (expected, found) = (all_folded(expected), all_folded(found));
    for (contact, allowed) in &context.locale.language.replacements {
        let leads_to = |it: &Found<'_>, text: &str| it.key == languages.key(it.kind, text);
        let is_allowed = |it: &Found<'_>| allowed.iter().any(|text| leads_to(it, text));
        let stands =
            || added.iter().any(is_allowed) || allowed.iter().any(|it| found.contains(&folded(it)));
        if lost.iter().any(|it| leads_to(it, contact)) && stands() {
            lost.retain(|it| !leads_to(it, contact));
            added.retain(|it| !is_allowed(it));
        }
    }
    excuse_made_up(lost, added);
    let is_number =
        |it: &Found<'_>| matches!(it.kind, ContactKind::Telephone | ContactKind::Section);
    let digits = |text: &str| -> String { text.chars().filter(char::is_ascii_digit).collect() };
    let (expected_digits, found_digits) = (digits(&expected), digits(&found));
    let stands = |it: &Found<'_>, all: &str, all_digits: &str| match it.kind {
        ContactKind::Telephone => all_digits.contains(&it.key),
        ContactKind::Section => all.contains(&it.key),
        ContactKind::Web | ContactKind::Mail => false,
    };
    lost.retain(|it| !(is_number(it) && stands(it, &found, &found_digits)));
    added.retain(|it| !(is_number(it) && stands(it, &expected, &expected_digits)));
}

/// Whether the address stands in `text` with an ending that no address has: `example.org:stä`, `example.netistä`.
fn is_inflected(contact: &Found<'_>, text: &str) -> bool {
    contact.kind == ContactKind::Web
        && text.match_indices(contact.text).any(|(at, _)| {
            let rest = text.get(at + contact.text.len()..).unwrap_or_default();
            let ending: String = rest
                .chars()
                .take_while(|it| it.is_alphabetic() || matches!(it, '-' | ':' | '’' | '\''))
                .collect();
            !ending.is_ascii() && !rest.get(ending.len()..).unwrap_or_default().starts_with('.')
        })
}

/// A made-up name is made up anew in each language: `john.doe@example.com`.
fn excuse_made_up(lost: &mut Vec<Found<'_>>, added: &mut Vec<Found<'_>>) {
    lost.retain(|name| {
        let other = made_up_host(name).and_then(|host| {
            added.iter().position(|it| it.kind == ContactKind::Mail && ends_alike(&it.key, host))
        });
        other.map(|at| added.remove(at)).is_none()
    });
}

/// The host of an e-mail address that belongs to nobody.
fn made_up_host<'c>(contact: &'c Found<'_>) -> Option<&'c str> {
    let (name, host) = contact.key.rsplit_once('@')?;
    let is_made_up = ["example", "jane", "john", "mask", "name", "someone", "user", "you", "your"]
        .iter()
        .any(|start| name.starts_with(start))
        || ["custom", "your"].iter().any(|start| host.starts_with(start));
    (contact.kind == ContactKind::Mail && is_made_up).then_some(host)
}

/// Whether the hosts of two addresses have the last two parts of their names in common.
fn ends_alike(address: &str, host: &str) -> bool {
    let end = |text: &str| {
        let host = text.rsplit('@').next().unwrap_or_default();
        let mut parts = host.rsplit('.').map(str::to_owned);
        (parts.next(), parts.next())
    };
    end(address) == end(host)
}

/// Texts without spaces and with ASCII digits.
fn all_folded(texts: &[Cow<'_, str>]) -> String {
    texts.iter().map(|text| folded(text)).collect::<Vec<_>>().join("\n")
}

impl PartialEq for Found<'_> {
    fn eq(&self, other: &Self) -> bool {
        (self.kind, &self.key) == (other.kind, &other.key)
    }
}

impl Eq for Found<'_> {}

impl Ord for Found<'_> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        (self.kind, &self.key).cmp(&(other.kind, &other.key))
    }
}

impl PartialOrd for Found<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

#[cfg(test)]
mod tests {
    use crate::example::report;

    fn said(reference: &str, translation: &str) -> String {
        report(
            "contact-mismatch",
            &format!("--- en-US/a.ftl\na = {reference}\n--- fr/a.ftl\na = {translation}\n"),
        )
    }

    #[test]
    fn another_contact_is_reported() {
        for (reference, translation) in [
            ("see https://example.org/help", "voir https://example.com/help"),
            ("see https://example.org/help", "voir https://exаmple.org/help"),
            ("see https://example.org/help", "voir la page"),
            ("see https://example.org/help.", "voir http://example.org/help."),
            ("see https://example.org/help", "voir https://example.org/other"),
            ("see example.org", "voir example.org.evil.net"),
            ("see example.org", "voir example.orgé.net"),
            ("mail help@example.org", "écrire à help@example.net"),
            ("mail help@example.org", "écrire à aide@example.org"),
            ("john.doe@example.com", "jean.dupont@example.net"),
            ("help us", "voir evil.ru"),
            ("call 1-888-373-7888", "appelez le 1-888-373-7889"),
            ("call us", "appelez le 1-888-373-7888"),
            ("call 1-888-{ \"373\" }-7888", "appelez le 1-888-{ \"374\" }-7888"),
            ("18 U.S.C. § 1591(a)", "18 U.S.C. § 1592(a)"),
            ("see § 1591(a)", "voir § 1591(b)"),
            ("see art. 5(2)", "voir art. 5(3)"),
        ] {
            assert_ne!(said(reference, translation), "", "{reference} / {translation}");
        }
    }

    #[test]
    fn the_same_contact_written_otherwise_is_not() {
        for (reference, translation) in [
            ("see https://example.org/en-US/help/", "voir https://example.org/fr/help"),
            ("see http://example.org/help.", "voir https://example.org/help."),
            ("see example.org/help", "voir http://example.org/help"),
            ("https://en.example.org/a", "https://fr.example.org/a"),
            ("see example.org", "例: example.orgを"),
            ("search example.net", "hae example.netistä"),
            ("why “example.com?”", "کیوں «example.com؟»"),
            ("see example.org", "voir Example.org"),
            ("call 1-888-373-7888", "appelez le 1 (888) 373 7888"),
            ("call 1-888-373-7888", "اتصل ١-٨٨٨-٣٧٣-٧٨٨٨"),
            ("1,234,567 people", "1 234 567 personnes"),
            ("18 U.S.C. § 1591(a)", "article 1591 (a) du titre 18"),
            ("see [here](https://example.org)", "voir [ici](https://example.com)"),
            ("version 2.0", "version 2.0"),
            ("john.doe@example.com", "jean.dupont@example.com"),
            ("proxy at 192.168.1.0/24", "mandataire"),
            ("the file rules.dat", "le fichier règles.dat"),
            ("“help@example.org”", "« help@example.org »"),
        ] {
            assert_eq!(said(reference, translation), "", "{reference} / {translation}");
        }
    }

    #[test]
    fn a_locale_may_have_another_contact_in_its_place() {
        let tree = |settings: &str| {
            format!(
                "--- en-US/a.ftl\na = see https://example.org or call 1-888-373-7888\n--- fr/a.ftl\na = voir https://exemple.fr ou 3919\n--- fr/language.toml\nformat = 1\n{settings}"
            )
        };
        assert_ne!(report("contact-mismatch", &tree("")), "");
        let declared =
            "[replacements]\n\"example.org\" = [\"exemple.fr\"]\n\"1-888-373-7888\" = [\"3919\"]\n";
        assert_eq!(report("contact-mismatch", &tree(declared)), "");
    }

    #[test]
    fn the_finding_says_both() {
        insta::assert_snapshot!(said("mail help@example.org", "écrire à help@example.net"), @"
        error[contact-mismatch]: `a` has the e-mail address `help@example.net` where the reference text has `help@example.org`
         --> fr/a.ftl:1:14
          |
        1 | a = écrire à help@example.net
          |              ^^^^^^^^^^^^^^^^
          |
          = help: write it exactly as the reference text does; one that is to be different here stands under `replacements` in `language.toml`
        ");
    }

    #[test]
    fn another_contact_beside_the_declared_one_is_reported() {
        let tree = |english: &str, french: &str| {
            format!(
                "--- en-US/a.ftl\na = {english}\n--- fr/a.ftl\na = {french}\n--- fr/language.toml\nformat = 1\n[replacements]\n\"example.org\" = [\"exemple.fr\"]\n"
            )
        };
        let said = |english: &str, french: &str| report("contact-mismatch", &tree(english, french));
        assert_eq!(said("see https://example.org", "voir https://exemple.fr"), "");
        let found = said("see https://example.org", "voir https://exemple.fr et https://autre.fr");
        assert!(found.contains("autre.fr") && !found.contains("`https://exemple.fr`"), "{found}");
        assert_ne!(said("help us", "voir https://exemple.fr"), "");
    }

    #[test]
    fn a_number_after_an_address_is_looked_at_too() {
        let found = said(
            "see https://example.org or call 1-888-373-7888",
            "voir https://example.org ou 1-888-373-7889",
        );
        assert!(found.contains("1-888-373-7889"), "{found}");
    }

    #[test]
    fn a_lost_number_and_an_address_with_more_letters_are_told() {
        assert!(said("Call 1-888-373-7888 now", "Appelez maintenant").contains("1-888-373-7888"));
        assert!(said("see example.org now", "voir example.orgs").contains("`example.org`"));
    }
}
