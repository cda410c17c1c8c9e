//! What the gate concludes of small projects.

use faq_l10n::FaqPart;

use super::*;
use crate::Example;

const CATALOG: &str = "--- catalog.toml\nformat = 1\n[[topic]]\nid = \"t\"\n[[entry]]\nid = \"one\"\ntopic = \"t\"\nrisk = \"critical\"\n[[entry.block]]\nkind = \"paragraph\"\nid = \"a\"\n[[entry]]\nid = \"two\"\ntopic = \"t\"\nrisk = \"normal\"\n[[entry.block]]\nkind = \"paragraph\"\nid = \"a\"\n";
const ENGLISH: &str = "title = Questions\none-question = Who?\none-a = Anybody.\ntwo-question = Where?\ntwo-a = Here.\n";
const SPANISH: &str = "title = Preguntas\none-question = ¿Quién?\none-a = Cualquiera.\ntwo-question = ¿Dónde?\ntwo-a = Aquí.\n";
const FALL_BACK: &str = "[gate.preview.normal]\ncomplete = \"fall-back\"\n";

/// A project of English, Spanish and Mexican Spanish; the last two have the same texts.
fn example(tier: &str, policy: &str, english: &str, spanish: &str) -> Example {
    let registry = registry(tier);
    let tree = format!(
        "{CATALOG}--- locales.toml\n{registry}--- policy.toml\nformat = 1\n{policy}--- en-US/a.ftl\n{english}--- es/a.ftl\n{spanish}--- es-MX/a.ftl\n{SPANISH}"
    );
    Example::parse(&tree).unwrap_or_else(|error| panic!("{error}"))
}

fn registry(tier: &str) -> String {
    // Nothing falls back to what does not ship.
    let fallback = if tier == "incubating" { "" } else { "fallback = [\"es\"]\n" };
    let locale = |tag: &str, tier: &str| {
        format!("[[locale]]\ntag = \"{tag}\"\nendonym = \"{tag}\"\ntier = \"{tier}\"\n")
    };
    let locales = [locale("en-US", "released"), locale("es", tier), locale("es-MX", "preview")];
    let locales = locales.concat();
    format!("format = 1\ncatalog = \"catalog\"\nreference = \"en-US\"\n{locales}{fallback}")
}

fn concluded(example: &Example, before: Option<&str>, more: &[Finding]) -> Gate {
    let checked = example.check();
    let before = before
        .map(|tier| LocaleRegistry::parse("locales.toml", &registry(tier)).expect("a registry"));
    let findings: Vec<Finding> = checked.findings.iter().chain(more).cloned().collect();
    gate(GateInput {
        catalog: example.catalog.as_ref().expect("the example has a catalog"),
        registry: &example.registry,
        before: before.as_ref(),
        policy: &example.policy,
        files: &checked.locales,
        findings: &findings,
        reviews: &checked.reviews,
    })
}

/// What is said of a preview whose Spanish is so, and whether the gate is open.
fn said(policy: &str, spanish: &str, before: Option<&str>) -> (String, bool) {
    let gate = concluded(&example("preview", policy, ENGLISH, spanish), before, &[]);
    (gate_text(&gate, true), gate.outcome == Outcome::Clean)
}

fn without(text: &str, id: &str) -> String {
    text.lines().filter(|line| !line.starts_with(id)).map(|line| format!("{line}\n")).collect()
}

#[test]
fn what_is_complete_ships_and_what_is_not_closes_the_gate() {
    let (text, is_open) = said("", SPANISH, None);
    assert!(is_open && text.contains("es: ships as `preview`, 2 of 2 entries its own"), "{text}");
    assert!(text.ends_with("The gate is open.\n") && !text.contains("have to be mended"), "{text}");
    let (text, is_open) = said("", &without(SPANISH, "two-a"), None);
    assert!(!is_open && text.contains("es: closes the gate\n"), "{text}");
    assert!(text.contains("`two-a`: ") && text.contains("; nothing is released"), "{text}");
    assert!(text.contains("1 error of `cargo xtask check` have to be mended first"), "{text}");
    assert!(text.ends_with("The gate is closed.\n"), "{text}");
}

#[test]
fn an_entry_that_may_fall_back_is_withheld_from_all_pages_that_would_show_it() {
    let example = example("preview", FALL_BACK, ENGLISH, &without(SPANISH, "two-a"));
    let gate = concluded(&example, None, &[]);
    let text = gate_text(&gate, true);
    assert_eq!(gate.outcome, Outcome::Clean, "{text}");
    assert!(text.contains("es: ships as `preview`, 1 of 2 entries its own"), "{text}");
    assert!(text.contains("es-MX: ships as `preview`, 2 of 2 entries its own"), "{text}");
    assert!(
        text.contains("is withheld") && text.contains("`cargo xtask check --locale es`"),
        "{text}"
    );
    let tag = |text: &str| LocaleTag::parse(text).expect("a tag");
    let two = example.catalog.as_ref().and_then(|it| it.entries().last()).expect("an entry");
    let two = FaqPart::Entry(two.id.clone());
    for shown in ["es", "es-MX"] {
        assert_eq!(gate.withheld.reason(&tag(shown), &tag("es"), &two), Some(Reason::Broken));
    }
    assert_eq!(gate.withheld.reason(&tag("es-MX"), &tag("es-MX"), &two), None);
    let findings = gate.findings();
    let held: Vec<_> = findings.iter().map(|it| (it.severity, it.message.as_deref())).collect();
    assert_eq!(held, [(Severity::Warning, Some("two-a"))]);
    let json = gate_json(&gate);
    assert!(json.contains("\"open\": true") && json.contains("\"passage\": \"ships\""), "{json}");
    assert!(json.contains("\"otherwise\": \"fall-back\""), "{json}");
}

#[test]
fn a_locale_needs_more_to_come_into_a_tier_than_to_stay() {
    let policy = |leave: u8, otherwise: &str| {
        format!(
            "[gate.preview]\nenter = 100\nleave = {leave}\notherwise = \"{otherwise}\"\n{FALL_BACK}"
        )
    };
    let half = without(SPANISH, "two-a");
    let es = |policy: &str, spanish: &str, before: Option<&str>| {
        let (text, is_open) = said(policy, spanish, before);
        let line = text.lines().find(|it| it.starts_with("es: ")).unwrap_or_default();
        (line.to_owned(), is_open)
    };
    let left_out =
        |to: &str| format!("es: is left out, 1 of 2 entries its own; `preview` asks for {to}");
    let ships = |own: u8| format!("es: ships as `preview`, {own} of 2 entries its own");
    let left = policy(50, "fall-back");
    assert_eq!(es(&left, &half, None), (ships(1), true));
    assert_eq!(es(&left, &half, Some("preview")), (ships(1), true));
    assert_eq!(es(&left, &half, Some("incubating")), (left_out("100 % to come in"), true));
    assert_eq!(es(&left, SPANISH, Some("incubating")), (ships(2), true));
    assert_eq!(es(&policy(51, "fall-back"), &half, None), (left_out("51 % to stay"), true));
    let blocks = "es: closes the gate, 1 of 2 entries its own; `preview` asks for 51 % to stay";
    assert_eq!(es(&policy(51, "block"), &half, None), (blocks.to_owned(), false));
    let exactly = policy(100, "block");
    assert_eq!(es(&exactly, SPANISH, None), (ships(2), true));
}

#[test]
fn what_was_not_compared_or_reviewed_is_held_back_with_what_would_release_it() {
    let policy = "[gate.preview.critical]\nfresh = \"fall-back\"\nreviewed = \"block\"\n";
    let gate = concluded(&example("preview", policy, ENGLISH, SPANISH), None, &[]);
    let text = gate_text(&gate, true);
    assert_eq!(gate.outcome, Outcome::Refused, "{text}");
    assert!(text.contains("compare it with the reference's text"), "{text}");
    assert!(text.contains("two reviewers of `locales/reviewers.toml`"), "{text}");
    assert!(!text.contains("`two-a`"), "{text}");
    let spanish = gate.locales.iter().find(|it| it.locale.as_str() == "es").expect("es ships");
    let held = spanish.held.iter().find(|it| it.message == "one-a").expect("it is critical");
    assert_eq!((held.path.as_deref(), held.position.line), (Some("es/a.ftl"), 3));
    assert!(gate.findings().iter().any(|it| it.severity == Severity::Error));
}

#[test]
fn an_error_closes_the_gate_where_it_ships_or_belongs_to_no_locale() {
    let half = without(SPANISH, "two-a");
    let open = |example: &Example, more: &[Finding]| {
        concluded(example, None, more).outcome == Outcome::Clean
    };
    assert!(
        open(&example("incubating", "", ENGLISH, &half), &[]),
        "what does not ship may lack all"
    );
    let broken = example("preview", FALL_BACK, &without(ENGLISH, "two-a"), SPANISH);
    assert!(!open(&broken, &[]), "the reference has nothing to fall back to");
    let whole = example("preview", FALL_BACK, ENGLISH, SPANISH);
    let lacking = example("preview", FALL_BACK, ENGLISH, &half);
    let findings = lacking.check().findings;
    let mut finding =
        findings.into_iter().find(|it| it.rule == "missing-message").expect("a finding");
    finding.locale = None;
    assert!(!open(&whole, std::slice::from_ref(&finding)));
    finding.severity = Severity::Warning;
    assert!(open(&whole, &[finding]));
}
