//! The summary of a run as a table in Markdown, for the page of a workflow run.

use super::Summary;

/// A table of the locales in which something was found, and the totals.
pub fn markdown(summary: &Summary) -> String {
    let mut text = format!(
        "### Translations: {}, {}{}\n\n",
        super::count(summary.errors, "error"),
        super::count(summary.warnings, "warning"),
        summary.unreported()
    );
    let found: Vec<_> = summary
        .locales
        .iter()
        .filter(|it| it.errors + it.warnings + it.missing + it.missing_files > 0)
        .collect();
    if found.is_empty() {
        text.push_str("Nothing found.\n");
        return text;
    }
    text.push_str("| locale | errors | warnings | missing | unknown | rules |\n| --- | --: | --: | --: | --: | --- |\n");
    for counts in found {
        let rules: Vec<String> =
            counts.rules.iter().map(|(rule, count)| format!("{rule} {count}")).collect();
        text.push_str(&format!(
            "| {} | {} | {} | {} | {} | {} |\n",
            // A folder's name is not ours; in a table it must not end a cell.
            super::sanitize(&counts.locale).replace(['|', '\\', '`', '<'], "_"),
            counts.errors,
            counts.warnings,
            counts.missing + counts.missing_in_files,
            counts.unknown,
            rules.join(", "),
        ));
    }
    text
}
