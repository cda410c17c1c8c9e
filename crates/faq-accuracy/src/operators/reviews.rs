//! Defects of what is recorded of reviews, and texts that no longer are what was recorded.

use super::{Operator, Seeded, operator};
use crate::{random::Random, scene::Scene, sources::Reach};

pub(super) const OPERATORS: &[Operator] = &[
    operator("change-reference", "changed-reference", change_reference).with(Reach::Reviews),
    operator("outdate-translation", "stale-translation", outdate_translation).with(Reach::Reviews),
    operator("edit-reviewed-text", "unreviewed-critical", edit_reviewed_text).with(Reach::Reviews),
    operator("sign-unlisted", "forged-review", sign_unlisted).with(Reach::Reviews),
    operator("claim-reviewed", "forged-review", claim_reviewed).with(Reach::Reviews),
    operator("outdate-review", "review-overdue", outdate_review).with(Reach::Reviews),
];

/// Another word in the reference's text, which the translation does not have.
fn change_reference(scene: &Scene, random: &mut Random) -> Option<Seeded> {
    let piece = random.pick(&scene.reference_pieces())?;
    if scene.is_term() {
        return None;
    }
    let text = piece.text.trim_end();
    let at = piece.span.start + text.len();
    scene.edit_reference(at..at, random.pick(&[" now", " today", " and more"])?)
}

fn outdate_translation(scene: &Scene, random: &mut Random) -> Option<Seeded> {
    let seeded = change_reference(scene, random)?;
    Some(Seeded { locale: scene.locale.clone(), ..seeded })
}

/// A letter that is gone from a text that was signed.
fn edit_reviewed_text(scene: &Scene, random: &mut Random) -> Option<Seeded> {
    let is_critical = scene.tree.text("catalog.toml").contains("risk = \"critical\"");
    let piece = random.pick(&scene.pieces())?;
    let is_around = scene.message == "title" || scene.message.starts_with("interface-");
    if !is_critical || scene.is_term() || is_around {
        return None;
    }
    let letters: Vec<(usize, char)> =
        piece.text.char_indices().filter(|(_, it)| it.is_alphabetic()).collect();
    let (at, letter) = random.pick(&letters)?;
    let start = piece.span.start + at;
    scene.edit(start..start + letter.len_utf8(), "")
}

fn sign_unlisted(scene: &Scene, random: &mut Random) -> Option<Seeded> {
    let name = random.pick(&["B. Reviewer", "A Reviewer", "A. Translator", "maintainer"])?;
    edit_record(scene, "name = \"A. Reviewer\"", &format!("name = \"{name}\""))
}

fn claim_reviewed(scene: &Scene, _: &mut Random) -> Option<Seeded> {
    edit_record(
        scene,
        "reviewers = [\n    { name = \"A. Reviewer\", role = \"native speaker\", date = 2026-06-01 },\n]\n",
        "",
    )
}

fn outdate_review(scene: &Scene, random: &mut Random) -> Option<Seeded> {
    let day = random.pick(&["2019-02-28", "2023-12-31", "2024-06-29"])?;
    edit_record(scene, "2026-06-01", day)
}

/// The ledger with other text in the message's block.
fn edit_record(scene: &Scene, from: &str, to: &str) -> Option<Seeded> {
    let path = format!("{}/review.toml", scene.locale);
    let ledger = scene.tree.text(&path);
    let (before, block) =
        ledger.split_at_checked(ledger.find(&format!("[message.{}]", scene.message))?)?;
    let new = block.contains(from).then(|| block.replacen(from, to, 1))?;
    Some(scene.seeded(scene.tree.with(&path, format!("{before}{new}"))))
}
