//! Rule `contact-in-text`: addresses and telephone numbers do not belong in translations.

use faq_l10n::Features;

use crate::{
    context::MessageContext,
    finding::Hits,
    policy::Severities,
    rule::{Judge, Rule},
    text::contacts::{addresses, telephones},
    text::running_text::{place_of, running_texts},
};

pub(super) const RULE: Rule = Rule {
    name: "contact-in-text",
    severities: Severities::ERROR_IN_PROSE,
    doc: include_str!("contact-in-text.md"),
    judge: Judge::Message(
        Features::ADDRESS.and(Features::DIGIT).and(Features::NON_ASCII).and(Features::LITERAL),
        judge,
    ),
};

fn judge(context: &MessageContext<'_, '_>, hits: &mut Hits) {
    if context.locale.catalog.is_none() {
        return;
    }
    for (branch, shown) in running_texts(context.message).iter().enumerate() {
        let first_number = telephones(shown).next();
        for contact in addresses(shown).into_iter().chain(first_number) {
            let help = "remove it: sites add their own contacts, and nobody could keep this one up to date in every language";
            let place = place_of(context.message, branch, contact.text);
            context
                .at(hits, place, format!("`{}` is a {}", contact.text, contact.kind.as_str()))
                .help(help);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::example::report;

    fn found(text: &str) -> bool {
        let catalog = "--- catalog.toml\nformat = 1\n[[topic]]\nid = \"t\"\n[[entry]]\nid = \"help\"\ntopic = \"t\"\nrisk = \"normal\"\n[[entry.block]]\nkind = \"paragraph\"\nid = \"answer\"\n";
        let tree = format!("{catalog}--- en-US/faq.ftl\nhelp-answer = {text}\n");
        !report("contact-in-text", &tree).is_empty()
    }

    #[test]
    fn a_contact_in_pieces_is_a_contact() {
        assert!(found("Call 1-888-{ \"373\" }-7888."));
        assert!(found("See example{ \".\" }org."));
        assert!(!found("In 2019 { \"2020\" } people under 18."));
    }
}
