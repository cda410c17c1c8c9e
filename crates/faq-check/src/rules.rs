//! The rules, one file each. Adding a rule is two files, `.rs` and `.md`, and one line here.

use crate::rule::Rule;

macro_rules! rules {
    ($($module:ident),* $(,)?) => {
        $(mod $module;)*

        /// Every rule, by name.
        pub const RULES: &[Rule] = &[$($module::RULE),*];
    };
}

rules! {
    altered_quotation,
    broken_reference,
    contact_in_text,
    duplicate_message,
    empty_text,
    encoding,
    forbidden_character,
    markup_in_text,
    missing_message,
    not_a_question,
    orphaned_file,
    same_as_reference,
    syntax_error,
    unexpected_file,
    unknown_message,
    unsafe_size,
    variable_mismatch,
    wrong_script,
}

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
    let close = |known: &&str| strsim::osa_distance(name, known) <= 2.max(name.len() / 4);
    known.filter(close).min_by_key(|known| strsim::osa_distance(name, known))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Example;

    #[test]
    fn rules_are_listed_by_name() {
        let names: Vec<_> = RULES.iter().map(|rule| rule.name).collect();
        assert!(names.is_sorted(), "{names:?}");
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
