//! Rule `stale-waiver`: waivers that do not count, or are no longer needed.

use crate::{
    context::{LocaleContext, fluent_id},
    finding::{Hits, Place},
    policy::Severities,
    rule::{Judge, Rule},
    rules::{did_you_mean, rule_names},
    waivers::{Standing, Waiver, Waivers},
};

pub(super) const RULE: Rule = Rule {
    name: "stale-waiver",
    // A warning is enough: what a stale waiver was about is reported again, as bad as it is.
    severities: Severities::WARNING,
    doc: include_str!("stale-waiver.md"),
    judge: Judge::Waiver(judge),
};

fn judge(context: &LocaleContext<'_, '_>, waiver: &Waiver, standing: &Standing, hits: &mut Hits) {
    let (rule, message) = (waiver.rule.get_ref(), waiver.message.get_ref());
    let span = |part: Option<std::ops::Range<usize>>| part.unwrap_or_else(|| waiver.span());
    let (span, text, help) = match standing {
        Standing::Used | Standing::Off => return,
        Standing::NoRule => (
            waiver.span(),
            format!("there is no rule `{rule}`"),
            did_you_mean(rule, rule_names()).map_or_else(
                || "`cargo xtask explain x` lists all rules".to_owned(),
                |close| format!("did you mean `{close}`?"),
            ),
        ),
        Standing::NeverWaived(why) => (
            waiver.span(),
            format!("what `{rule}` finds cannot be waived: {why}"),
            "mend the text and remove this waiver".to_owned(),
        ),
        Standing::NoMessage => {
            let where_ = waiver.file.as_ref().map_or("this language".to_owned(), |file| {
                format!("the file `{}`", file.get_ref())
            });
            let text = format!("there is no text `{message}` in {where_}");
            (waiver.message.span(), text, close_message(context, message))
        }
        Standing::Incomplete(keys, now) => {
            let names: Vec<String> = keys.iter().map(|key| format!("`{key}`")).collect();
            let lines: Vec<String> = keys.iter().map(|key| line(key, now)).collect();
            let help = format!("it needs:\n{}", lines.join("\n"));
            (waiver.span(), format!("this waiver has no {}", names.join(" and no ")), help)
        }
        Standing::Expired => {
            let expires = waiver.expires.as_ref();
            let day = expires.map(|it| it.get_ref().to_string()).unwrap_or_default();
            let help = "look at the text again: if it is still right, write a later day; if not, mend it and remove this waiver";
            (
                span(expires.map(toml::Spanned::span)),
                format!("this waiver ended on {day}"),
                help.to_owned(),
            )
        }
        Standing::Unbound(now) => (
            span(waiver.text.as_ref().map(toml::Spanned::span)),
            format!(
                "`{message}`, or the `{}` text of it, has changed since this waiver was written",
                context.reference_name
            ),
            format!(
                "look at the text again: if it is right, write `text = \"{now}\"`; if not, mend it and remove this waiver"
            ),
        ),
        Standing::Unused => (
            waiver.span(),
            format!("`{rule}` finds nothing in `{message}` any more"),
            "remove this waiver".to_owned(),
        ),
    };
    hits.add(Place::Setting(Waivers::FILE, span), text).help(help);
}

/// A part of a waiver as it is to be written.
fn line(key: &str, now: &str) -> String {
    match key {
        "text" => format!("text = \"{now}\""),
        "expires" => "expires = YYYY-MM-DD".to_owned(),
        key => format!("{key} = \"…\""),
    }
}

fn close_message(context: &LocaleContext<'_, '_>, message: &str) -> String {
    let ids: Vec<String> =
        context.files.messages().map(|(_, outline)| fluent_id(outline)).collect();
    match did_you_mean(message, ids.iter().map(String::as_str)) {
        Some(close) => format!("did you mean `{close}`?"),
        None => "remove this waiver".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use crate::{Example, example::report};

    const TREE: &str = "--- en-US/faq.ftl\nwho = Who is it?\nwhat = What is it?\n--- es/faq.ftl\nwho = ¿Quién es es?\nwhat = ¿Qué es?\n--- es/waivers.toml\nformat = 1\n[[waiver]]\n";
    /// That of `who`.
    const TEXT: &str = "text = \"fc80fb98956153fae8194ebecb93b3c9\"\n";
    const REST: &str = "reason = \"a name\"\nauthor = \"M\"\nexpires = 2027-06-30\n";

    fn found(waiver: &str) -> String {
        report("stale-waiver", &format!("{TREE}{waiver}"))
    }

    /// How many findings of the rule are left, and how many were waived.
    fn waived(rule: &str, tree: &str, today: &str) -> (usize, usize) {
        let example = Example::parse(tree).expect("an example");
        let checked = example.check_on(today.parse().ok());
        let left = checked.findings.iter().filter(|finding| finding.rule == rule).count();
        (left, checked.summary.waived())
    }

    #[test]
    fn a_waiver_takes_out_what_it_is_about_until_its_day_is_over() {
        let tree = format!("{TREE}rule = \"doubled-word\"\nmessage = \"who\"\n{REST}{TEXT}");
        assert_eq!(waived("doubled-word", &tree, "2027-06-30"), (0, 1));
        assert_eq!(waived("stale-waiver", &tree, "2027-06-30"), (0, 1));
        assert_eq!(waived("doubled-word", &tree, "2027-07-01"), (1, 0));
        assert_eq!(waived("stale-waiver", &tree, "2027-07-01"), (1, 0));
    }

    #[test]
    fn an_edit_of_either_text_voids_it() {
        let tree = format!("{TREE}rule = \"doubled-word\"\nmessage = \"who\"\n{REST}{TEXT}");
        assert_eq!(waived("doubled-word", &tree.replace("Who is", "Who was"), ""), (1, 0));
        assert_eq!(waived("doubled-word", &tree.replace("¿Quién", "¿Quiénes"), ""), (1, 0));
        assert_eq!(waived("doubled-word", &tree.replace("¿Qué", "¿Qué no"), ""), (0, 1));
        let said = report("stale-waiver", &tree.replace("Who is", "Who was"));
        assert!(said.contains("`who`, or the `en-US` text of it, has changed since"), "{said}");
        assert!(said.contains("if it is right, write `text = \""), "{said}");
    }

    #[test]
    fn of_two_texts_of_one_name_in_a_file_both_have_to_be_the_one() {
        let tree = format!("{TREE}rule = \"doubled-word\"\nmessage = \"who\"\n{REST}{TEXT}");
        let second = tree.replace("what = ¿", "who = ¿Es él él?\nwhat = ¿");
        assert_eq!(waived("doubled-word", &second, ""), (2, 0));
    }

    #[test]
    fn one_that_is_not_needed_is_reported() {
        let said = found(&format!("rule = \"empty-text\"\nmessage = \"who\"\n{REST}{TEXT}"));
        assert!(said.contains("`empty-text` finds nothing in `who` any more"), "{said}");
    }

    #[test]
    fn rules_and_texts_that_do_not_exist_are_reported_with_a_guess() {
        let said = found(&format!("rule = \"doubled-words\"\nmessage = \"who\"\n{REST}{TEXT}"));
        assert!(
            said.contains("no rule `doubled-words`") && said.contains("`doubled-word`?"),
            "{said}"
        );
        let said = found(&format!("rule = \"doubled-word\"\nmessage = \"whoo\"\n{REST}{TEXT}"));
        assert!(
            said.contains("no text `whoo` in this language") && said.contains("`who`?"),
            "{said}"
        );
        let other = "rule = \"doubled-word\"\nmessage = \"who\"\nfile = \"other.ftl\"\n";
        let said = found(&format!("{other}{REST}{TEXT}"));
        assert!(said.contains("no text `who` in the file `other.ftl`"), "{said}");
    }

    #[test]
    fn what_is_missing_is_named_with_the_lines_to_add() {
        let said = found("rule = \"doubled-word\"\nmessage = \"who\"\nreason = \" \"\n");
        assert!(
            said.contains("has no `reason` and no `author` and no `expires` and no `text`"),
            "{said}"
        );
        assert!(said.contains(TEXT.trim()), "{said}");
    }

    #[test]
    fn what_guards_readers_cannot_be_waived() {
        let tree = format!("{TREE}rule = \"forbidden-character\"\nmessage = \"who\"\n{REST}{TEXT}");
        let tree = tree.replace("¿Quién", "\u{202e}¿Quién");
        let said = report("stale-waiver", &tree);
        assert!(said.contains("what `forbidden-character` finds cannot be waived"), "{said}");
        assert_eq!(waived("forbidden-character", &tree, ""), (1, 0));
    }

    #[test]
    fn waivers_that_cannot_be_read_waive_nothing() {
        let tree = format!("{TREE}rule = \"doubled-word\"\nmessage = \"who\"\n{REST}{TEXT}");
        let broken = tree.replace("format = 1", "format = 3");
        assert_eq!(waived("malformed-file", &broken, ""), (1, 0));
        assert_eq!(waived("doubled-word", &broken, ""), (1, 0));
    }
}
