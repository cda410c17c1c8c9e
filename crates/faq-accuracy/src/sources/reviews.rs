//! A ledger for a scene: every translation is fresh and signed, as its tier asks.

use chrono::NaiveDate;
use faq_content::LocaleTag;
use faq_l10n::{Claim, Signature, start};

use super::REFERENCE;
use crate::tree::Tree;

const POLICY: &str = "format = 1\n[gate.released.critical]\nreviewed = \"fall-back\"\nreview-days = 730\n[gate.released.normal]\nreview-days = 730\n";

/// The same tree, which has a catalog, with what a review needs.
pub(super) fn reviewed(tree: &Tree, locale: &str) -> Option<Tree> {
    let registered = |tag: &str| {
        format!("[[locale]]\ntag = \"{tag}\"\nendonym = \"{tag}\"\ntier = \"released\"\n")
    };
    let tree = tree
        .with("policy.toml", POLICY)
        .with(
            "reviewers.toml",
            format!("format = 1\n[[reviewer]]\nname = \"A. Reviewer\"\nroles = [\"native speaker\"]\nlocales = [\"{locale}\"]\n"),
        )
        .with(
            "locales.toml",
            format!(
                "format = 1\ncatalog = \"catalog\"\nreference = \"{REFERENCE}\"\n{}{}",
                registered(REFERENCE),
                registered(locale)
            ),
        );
    let example = tree.example().ok()?;
    let reviews = example.check().reviews;
    let mut ledger = start(reviews.of(&LocaleTag::parse(locale).ok()?)?);
    let day = NaiveDate::from_ymd_opt(2026, 6, 1)?;
    for record in ledger.records.values_mut().filter(|it| it.translation.is_some()) {
        record.translator = Some("A. Translator".to_owned());
        record.claim = Claim::Reviewed;
        let [name, role] = ["A. Reviewer", "native speaker"].map(str::to_owned);
        record.reviews = vec![Signature::new(name, role, day)];
    }
    Some(tree.with(&format!("{locale}/review.toml"), ledger.to_string()))
}
