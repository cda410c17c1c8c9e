//! Rule `code-mismatch`: what a program reads stands as it does in the reference text.

use faq_l10n::{Features, Outline};

use crate::{
    context::FileContext,
    finding::Hits,
    policy::Severities,
    rule::{Judge, Rule},
    text::code::names::{code_spans, is_fixed, is_mistyped, names},
    text::code::{has_option, may_have_placeholder, options, placeholders},
    text::counted::Difference,
    text::running_text::running_texts,
    text::translation::Translation,
    text::words::signals::Signals,
};

pub(super) const RULE: Rule = Rule {
    name: "code-mismatch",
    severities: Severities::STRICT_IN_PROSE,
    doc: include_str!("code-mismatch.md"),
    judge: Judge::File(judge),
};

fn judge(file: &FileContext<'_, '_>, hits: &mut Hits) {
    let context = file.locale;
    let has_code = |kinds: &u8| kinds & Signals::CODE != 0;
    let has_any = |kinds: &u8| kinds & (Signals::CODE | Signals::NAME) != 0;
    let has_sign = memchr::memchr(b'%', file.file.source.as_bytes()).is_some();
    // Where a catalog says what there is, files of the same name need not have the same messages.
    let may_have_code = context.catalog.is_some()
        || file.reference_file.is_some_and(|it| context.signalled(it).iter().any(has_any));
    if !has_sign && !may_have_code {
        return;
    }
    for it in file.translations() {
        let place = it.reference_place;
        let kinds = context.signalled(place.file()).get(place.message()).copied();
        let kinds = kinds.unwrap_or_default();
        if has_code(&kinds) || (has_sign && has_placeholder(it.message)) {
            compare(&it, hits);
        }
        if kinds & Signals::NAME != 0 && !has_same_names(&it) {
            compare_names(&it, hits);
        }
    }
}

fn has_placeholder(message: Outline<'_, '_>) -> bool {
    let mut texts = message.texts().iter().filter(|text| may_have_placeholder(text.raw));
    texts.any(|text| placeholders(text.raw).next().is_some())
}

/// A quick look: whether all names of the reference stand in the translation, and there is no code between backticks.
fn has_same_names(it: &Translation<'_, '_>) -> bool {
    let stands = |name: &str| {
        let found = |raw: &str| memchr::memmem::find(raw.as_bytes(), name.as_bytes()).is_some();
        it.message.texts().iter().any(|text| found(text.raw))
    };
    it.reference.texts().iter().all(|text| !text.raw.contains('`') && names(text.raw).all(stands))
}

/// Names that were mistyped, and other code between backticks.
fn compare_names(it: &Translation<'_, '_>, hits: &mut Hits) {
    let text = |message: Outline<'_, '_>| running_texts(message).join("\n");
    let (expected, found) = (text(it.reference), text(it.message));
    let small = |text: &str| text.to_ascii_lowercase();
    let found_small = small(&found);
    for name in names(&expected).filter(|it| !found_small.contains(&small(it))) {
        let is_slip = |it: &&str| {
            is_mistyped(name, it) && !names(&expected).any(|other| other.eq_ignore_ascii_case(it))
        };
        if let Some(slip) = names(&found).find(is_slip) {
            report(it, "name", &[name], &[slip], hits);
        }
    }
    let with_variants = (it.message.features() | it.reference.features()).any(Features::SELECT);
    let (expected, found) = (code_spans(&expected), code_spans(&found));
    if expected.len() != found.len() || with_variants {
        return;
    }
    let Difference { lost, added } = Difference::of(expected, found, false);
    let command = |span: &str| span.split_once(' ').map(|(command, _)| command.to_owned());
    if let ([lost], [added]) = (lost.as_slice(), added.as_slice())
        && is_fixed(lost)
        && command(lost) == command(added)
    {
        report(it, "code", &[*lost], &[*added], hits);
    }
}

fn compare(it: &Translation<'_, '_>, hits: &mut Hits) {
    let text = |message: Outline<'_, '_>| running_texts(message).join("\n");
    let (expected, found) = (text(it.reference), text(it.message));
    let mut lost: Vec<&str> =
        options(&expected).filter(|option| !has_option(&found, option)).collect();
    lost.sort_unstable();
    lost.dedup();
    // A language may well name more options than the reference does; what is told is what stands in the place of a lost one.
    let added = options(&found).filter(|option| !has_option(&expected, option));
    let added: Vec<&str> = added.take(lost.len()).collect();
    report(it, "option", &lost, &added, hits);

    let with_variants = (it.message.features() | it.reference.features()).any(Features::SELECT);
    let has_places = placeholders(&expected).any(|it| it.contains('$'));
    let all = |text| placeholders(text).map(|it| Placeholder::of(it, has_places)).collect();
    let Difference { lost, added } = Difference::of(all(&expected), all(&found), with_variants);
    report(it, "placeholder", &Placeholder::shown(lost), &Placeholder::shown(added), hits);
}

fn report(it: &Translation<'_, '_>, what: &str, lost: &[&str], added: &[&str], hits: &mut Hits) {
    let id = it.id();
    let pairs = lost.iter().zip(added);
    let both = pairs.map(|(lost, added)| {
        format!("`{id}` has the {what} `{added}` where the reference text has `{lost}`")
    });
    let rest = lost.iter().skip(added.len());
    let rest = rest.map(|lost| format!("`{id}` has lost the {what} `{lost}`"));
    let new = added.iter().skip(lost.len());
    let new =
        new.map(|it| format!("`{id}` has the {what} `{it}`, which the reference text has not"));
    for text in both.chain(rest).chain(new) {
        it.at_id(hits, text)
            .help("write it exactly as the reference text does: a program reads it");
    }
}

/// A placeholder, equal to all that are filled in the same way.
struct Placeholder<'t> {
    shown: &'t str,
    /// Without the place of its argument, where the reference has none.
    key: String,
}

impl<'t> Placeholder<'t> {
    fn of(shown: &'t str, has_places: bool) -> Self {
        let key = match shown.split_once('$') {
            Some((place, rest)) if !has_places && place.starts_with('%') => format!("%{rest}"),
            Some(_) | None => shown.replace(' ', ""),
        };
        Self { shown, key }
    }

    fn shown(all: Vec<Self>) -> Vec<&'t str> {
        all.into_iter().map(|it| it.shown).collect()
    }
}

impl Ord for Placeholder<'_> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.key.cmp(&other.key)
    }
}

impl PartialOrd for Placeholder<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Placeholder<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.key == other.key
    }
}

impl Eq for Placeholder<'_> {}

#[cfg(test)]
mod tests {
    use crate::example::report;

    fn found(locale: &str, reference: &str, translation: &str) -> String {
        report(
            "code-mismatch",
            &format!("--- en-US/a.ftl\na = {reference}\n--- {locale}/a.ftl\na = {translation}\n"),
        )
    }

    #[test]
    fn another_option_and_a_lost_one_are_told_apart() {
        let text = found("pt", "Try --help now.", "Tente --ajuda agora.");
        assert!(
            text.contains("has the option `--ajuda` where the reference text has `--help`"),
            "{text}"
        );
        let text = found("ru", "like --date", "как –date");
        assert!(text.contains("`a` has lost the option `--date`"), "{text}");
    }

    #[test]
    fn a_placeholder_that_is_lost_changed_or_added_is_reported() {
        for (reference, translation, expected) in [
            ("Deleted %s of %d files", "%s gelöscht", "has lost the placeholder `%d`"),
            ("Deleted %d files", "%s Dateien gelöscht", "`%s` where the reference text has `%d`"),
            ("%1$s of %2$s", "%1$s von %3$s", "`%3$s` where the reference text has `%2$s`"),
            ("%s, %s", "%s", "has lost the placeholder `%s`"),
            ("We are sorry.", "Es tut %1$s leid.", "`%1$s`, which the reference text has not"),
            (
                "Hello {\"{{\"}name{\"}}\"}",
                "Hallo {\"{{\"}nom{\"}}\"}",
                "where the reference text has `{{name}}`",
            ),
        ] {
            let text = found("de", reference, translation);
            assert!(text.contains(expected), "{reference} / {translation}: {text}");
        }
    }

    #[test]
    fn a_mistyped_name_and_other_code_are_reported() {
        for (locale, reference, translation, expected) in [
            (
                "fr",
                "Call NCMEC.",
                "Appelez NCMCE.",
                "the name `NCMCE` where the reference text has `NCMEC`",
            ),
            ("de", "Open config.toml.", "Öffne konfig.toml.", "`konfig.toml`"),
            ("ja", "Open /etc/hosts.", "/etc/host を開く", "`/etc/host`"),
            ("de", "Run `git pull` now.", "Führe `git push` aus.", "the code `git push`"),
            ("de", "Set `a.lang`.", "Setze `a.sprache`.", "the code `a.sprache`"),
        ] {
            let text = found(locale, reference, translation);
            assert!(text.contains(expected), "{translation}: {text}");
        }
        for (reference, translation) in [
            ("Open the PDF.", "PDF-Datei öffnen."),
            ("Your DNA", "Ihre DNS"),
            ("Set `FILE`.", "Setze `DATEI`."),
            ("See the `new` cards.", "Siehe `neue` Karten."),
            ("Run `new file`.", "Führe `neue Datei` aus."),
            ("Press Ctrl+S.", "Strg+S drücken."),
            ("Use URLs.", "URL verwenden."),
        ] {
            assert_eq!(found("de", reference, translation), "", "{reference} / {translation}");
        }
    }

    #[test]
    fn the_same_in_other_places_is_not() {
        for (locale, reference, translation) in [
            ("fi", "invalid --block-size argument", "virheellinen --block-size-argumentti"),
            ("ja", "used with -m.", "-mと併用"),
            ("de", "Copy %s to %s", "Nach %2$s kopieren: %1$s"),
            ("de", "Use --all.", "Verwenden Sie --all oder -a."),
            ("de", "Copy %1$s to %2$s", "Nach %2$s kopieren: %1$s"),
            (
                "pl",
                "{ $n ->\n   *[other] %d files\n }",
                "{ $n ->\n    [one] %d plik\n   *[other] %d pliku\n }",
            ),
            ("hu", "100% safe", "100%-os"),
            ("sl", "He left.", "Odšel/-a je."),
            ("de", "It is { $n }% done.", "{ $n }% sind da."),
        ] {
            assert_eq!(found(locale, reference, translation), "", "{reference} / {translation}");
        }
    }
}
