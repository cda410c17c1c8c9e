//! The rules, one file each. Adding a rule is two files, `.rs` and `.md`, and its name in the two lists here, which a
//! test holds against the folder.

use crate::rule::Rule;

mod added_negation;
mod altered_quotation;
mod ambiguous_translation;
mod broken_markup;
mod broken_reference;
mod cannot_be_shown;
mod changed_reference;
mod code_mismatch;
mod contact_in_text;
mod contact_mismatch;
mod date_mismatch;
mod doubled_word;
mod duplicate_attribute;
mod duplicate_message;
mod duplicate_variant;
mod empty_text;
mod encoding;
mod end_punctuation;
mod escape_in_text;
mod final_newline;
mod forbidden_character;
mod forged_review;
mod glossary;
mod identical_variants;
mod inconsistent_translation;
mod invalid_option;
mod leftover_note;
mod length_outlier;
mod limit_mismatch;
mod list_mismatch;
mod look_alike;
mod lost_negation;
mod malformed_file;
mod markdown_mismatch;
mod markup_in_text;
mod markup_mismatch;
mod missing_message;
mod missing_plural;
mod mixed_variable_type;
mod mojibake;
mod not_a_question;
mod not_normalized;
mod number_mismatch;
mod number_word_mismatch;
mod opposite_mismatch;
mod option_mismatch;
mod optional_plural;
mod orphaned_file;
mod placeable_in_tag;
mod plural_default;
mod quotation_marks;
mod reference_mismatch;
mod review_overdue;
mod same_as_reference;
mod sentence_count;
mod shape_mismatch;
mod spacing;
mod stale_translation;
mod stale_waiver;
mod suspect_reference;
mod syntax_error;
mod unbalanced_bracket;
mod unbalanced_direction;
mod undocumented_variable;
mod unexpected_file;
mod unit_mismatch;
mod unknown_message;
mod unreachable_variant;
mod unreviewed_critical;
mod unsafe_markup;
mod unsafe_size;
mod unused_argument;
mod unused_term;
mod unusual_character;
mod variable_mismatch;
mod wrong_language;
mod wrong_script;

/// Every rule, by name.
pub const RULES: &[Rule] = &[
    added_negation::RULE,
    altered_quotation::RULE,
    ambiguous_translation::RULE,
    broken_markup::RULE,
    broken_reference::RULE,
    cannot_be_shown::RULE,
    changed_reference::RULE,
    code_mismatch::RULE,
    contact_in_text::RULE,
    contact_mismatch::RULE,
    date_mismatch::RULE,
    doubled_word::RULE,
    duplicate_attribute::RULE,
    duplicate_message::RULE,
    duplicate_variant::RULE,
    empty_text::RULE,
    encoding::RULE,
    end_punctuation::RULE,
    escape_in_text::RULE,
    final_newline::RULE,
    forbidden_character::RULE,
    forged_review::RULE,
    glossary::RULE,
    identical_variants::RULE,
    inconsistent_translation::RULE,
    invalid_option::RULE,
    leftover_note::RULE,
    length_outlier::RULE,
    limit_mismatch::RULE,
    list_mismatch::RULE,
    look_alike::RULE,
    lost_negation::RULE,
    malformed_file::RULE,
    markdown_mismatch::RULE,
    markup_in_text::RULE,
    markup_mismatch::RULE,
    missing_message::RULE,
    missing_plural::RULE,
    mixed_variable_type::RULE,
    mojibake::RULE,
    not_a_question::RULE,
    not_normalized::RULE,
    number_mismatch::RULE,
    number_word_mismatch::RULE,
    opposite_mismatch::RULE,
    option_mismatch::RULE,
    optional_plural::RULE,
    orphaned_file::RULE,
    placeable_in_tag::RULE,
    plural_default::RULE,
    quotation_marks::RULE,
    reference_mismatch::RULE,
    review_overdue::RULE,
    same_as_reference::RULE,
    sentence_count::RULE,
    shape_mismatch::RULE,
    spacing::RULE,
    stale_translation::RULE,
    stale_waiver::RULE,
    suspect_reference::RULE,
    syntax_error::RULE,
    unbalanced_bracket::RULE,
    unbalanced_direction::RULE,
    undocumented_variable::RULE,
    unexpected_file::RULE,
    unit_mismatch::RULE,
    unknown_message::RULE,
    unreachable_variant::RULE,
    unreviewed_critical::RULE,
    unsafe_markup::RULE,
    unsafe_size::RULE,
    unused_argument::RULE,
    unused_term::RULE,
    unusual_character::RULE,
    variable_mismatch::RULE,
    wrong_language::RULE,
    wrong_script::RULE,
];

/// The rule of this name.
pub fn rule(name: &str) -> Option<&'static Rule> {
    RULES.iter().find(|rule| rule.name == name)
}

/// The names of all rules.
pub(crate) fn rule_names() -> impl Iterator<Item = &'static str> {
    RULES.iter().map(|rule| rule.name)
}

/// The known name that `name` was probably meant to be.
pub(crate) fn did_you_mean<'n>(
    name: &str,
    known: impl Iterator<Item = &'n str>,
) -> Option<&'n str> {
    let allowed = 2.max(name.len() / 4);
    // Nobody mistypes a name of this length, and comparing two of them takes the product of their lengths.
    if name.len() > LONGEST_NAME {
        return None;
    }
    let ends = |text: &str| (text.bytes().next(), text.bytes().next_back());
    let (first, last) = ends(name);
    known
        // Cheap looks first: who mistypes a name gets one of its ends right.
        .filter(|known| known.len().abs_diff(name.len()) <= allowed)
        .filter(|known| ends(known).0 == first || ends(known).1 == last)
        .map(|known| (strsim::osa_distance(name, known), known))
        .filter(|(distance, _)| *distance <= allowed)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, known)| known)
}

/// Longest name for which a likely meaning is looked for.
const LONGEST_NAME: usize = 100;

#[cfg(test)]
mod tests {
    use faq_l10n::Content;

    use super::*;
    use crate::Example;

    #[test]
    fn rules_are_listed_by_name() {
        let names: Vec<_> = RULES.iter().map(|rule| rule.name).collect();
        assert!(names.is_sorted(), "{names:?}");
    }

    #[test]
    fn every_rule_has_its_page_and_its_place_in_the_list() {
        for rule in RULES {
            assert!(rule.doc.lines().count() > 10, "{} has no page", rule.name);
            assert!(rule.severities.prose.is_some(), "{} is never on", rule.name);
        }
    }

    #[test]
    fn the_examples_of_every_rule_show_what_it_says() {
        for rule in RULES {
            assert!(
                rule.doc.starts_with(&format!("# {}\n", rule.name)),
                "the page of {} names another rule",
                rule.name
            );
            let (_, examples) = rule
                .doc
                .split_once("\n## Wrong\n")
                .unwrap_or_else(|| panic!("{} has no wrong example", rule.name));
            let (wrong, right) = examples
                .split_once("\n## Right\n")
                .unwrap_or_else(|| panic!("{} has no right example", rule.name));
            assert!(found(rule, wrong) > 0, "the wrong example of {} is not found", rule.name);
            assert_eq!(found(rule, right), 0, "the right example of {} is found", rule.name);
        }
    }

    #[test]
    fn a_finding_keeps_its_identity_when_lines_move() {
        for rule in RULES {
            for block in rule.doc.split("\n```text\n").skip(1) {
                let text = block.split("\n```").next().unwrap_or_default();
                let example = Example::parse(text).unwrap_or_else(|error| panic!("{error}"));
                let mut moved = example.clone();
                for file in moved.tree.folders.iter_mut().flat_map(|folder| &mut folder.files) {
                    if let Content::Text(text) = &mut file.content
                        && !text.starts_with('\u{feff}')
                    {
                        text.insert_str(0, "# moved\n\n");
                    }
                }
                let identities = |example: &Example| -> Vec<(String, String)> {
                    let findings = example.check().findings.into_iter();
                    findings.map(|it| (it.fingerprint, it.text)).collect()
                };
                assert_eq!(identities(&example), identities(&moved), "{}", rule.name);
            }
        }
    }

    fn found(rule: &Rule, section: &str) -> usize {
        let blocks: Vec<&str> = section.split("\n```").collect();
        let examples = blocks.iter().filter_map(|block| block.strip_prefix("text\n"));
        examples
            .map(|example| {
                let example = Example::parse(example)
                    .unwrap_or_else(|error| panic!("{}: {error}", rule.name));
                let checked = example.check();
                checked.findings.iter().filter(|finding| finding.rule == rule.name).count()
            })
            .inspect(|count| {
                assert!(section.contains("```text"), "{} has no example, {count}", rule.name);
            })
            .sum()
    }
}
