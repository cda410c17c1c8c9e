//! What a ledger is worth, and what people do to it.

use faq_content::CatalogFile;

use super::super::{MinorEdit, accept, refresh, start};
use super::*;
use crate::{FtlFile, Refused, Scope};

const CATALOG: &str = "format = 1\n[[fact]]\nid = \"age\"\ninteger = 18\nnote = \"x\"\n[[topic]]\nid = \"t\"\n[[entry]]\nid = \"who\"\ntopic = \"t\"\nrisk = \"critical\"\n[[entry.block]]\nkind = \"paragraph\"\nid = \"answer\"\nfacts = [\"age\"]\n[[entry]]\nid = \"how\"\ntopic = \"t\"\nrisk = \"normal\"\n[[entry.block]]\nkind = \"paragraph\"\nid = \"answer\"\n";
const ENGLISH: &str = "title = Questions\nwho-question = Who are { -kids }?\nwho-answer = All under { $age }.\nhow-question = How?\nhow-answer = So.\n-kids = minors\n";
const SPANISH: &str = "title = Preguntas\nwho-question = ¿Quiénes son { -kids }?\nwho-answer = Los de menos de { $age }.\nhow-question = ¿Cómo?\nhow-answer = Así.\n-kids = menores\n";
const LIST: &str = "format = 1\n[[reviewer]]\nname = \"Ana\"\nroles = [\"native speaker\"]\nlocales = [\"es\"]\n[[reviewer]]\nname = \"Bea\"\nroles = [\"caseworker\"]\nlocales = [\"es\"]\n[[reviewer]]\nname = \"Zoé\"\nroles = [\"native speaker\"]\nlocales = [\"fr\"]\n";

/// A Spanish translation of a small FAQ, with its ledger.
#[derive(Clone)]
struct Story {
    english: String,
    spanish: String,
    ledger: Ledger,
    minor: MinorEdits,
}

impl Story {
    /// All is translated, and recorded as a draft.
    fn begun() -> Self {
        let mut story = Self {
            english: ENGLISH.to_owned(),
            spanish: SPANISH.to_owned(),
            ledger: Ledger::default(),
            minor: MinorEdits::default(),
        };
        story.ledger = start(&story.states());
        story
    }

    /// The same after `who-answer` was signed by Ana and by Bea.
    fn reviewed() -> Self {
        let mut story = Self::begun();
        story.accept("Ana", "who-answer").expect("signed");
        story.accept("Bea", "who-answer").expect("signed");
        story
    }

    fn states(&self) -> LocaleReviews {
        let read =
            |text| LocaleFiles::of_files(vec![FtlFile::parse("x", "x", text)], Scope::Locale);
        let file = CatalogFile { path: "catalog.toml".to_owned(), text: CATALOG.to_owned() };
        let catalog = Catalog::parse(&[file]).expect("a catalog");
        LocaleReviews::decide(ReviewInput {
            locale: &LocaleTag::parse("es").expect("a tag"),
            catalog: &catalog,
            files: &read(&self.spanish),
            reference: Some(&Sources::of(&catalog, &read(&self.english))),
            // As it would be read the next time.
            ledger: Some(&Ledger::parse(&self.ledger.to_string()).expect("a ledger")),
            minor: &self.minor,
            reviewers: &Reviewers::parse("reviewers.toml", LIST).expect("a list"),
            today: day(30),
        })
    }

    fn state(&self, id: &str) -> MessageState {
        self.states().get(id).cloned().expect("the catalog asks for it")
    }

    fn is(&self, id: &str) -> (Freshness, Review) {
        let state = self.state(id);
        (state.freshness, state.review)
    }

    fn accept(&mut self, name: &str, id: &str) -> Result<(), Refused> {
        let reviewers = Reviewers::parse("reviewers.toml", LIST).expect("a list");
        let role = reviewers.get(name).and_then(|it| it.roles.first()).cloned();
        let role = role.unwrap_or_default();
        let signature = Signature::new(name.to_owned(), role, day(30).expect("a day"));
        self.ledger =
            accept(&self.ledger, &self.states(), &[id.to_owned()], &signature, &reviewers)?;
        Ok(())
    }

    fn refresh(
        &mut self,
        id: &str,
        translator: Option<&str>,
        as_it_is: bool,
    ) -> Result<(), Refused> {
        self.ledger =
            refresh(&self.ledger, &self.states(), &[id.to_owned()], translator, as_it_is)?;
        Ok(())
    }

    fn with_english(&self, from: &str, to: &str) -> Self {
        assert!(self.english.contains(from));
        Self { english: self.english.replace(from, to), ..self.clone() }
    }

    fn with_spanish(&self, from: &str, to: &str) -> Self {
        assert!(self.spanish.contains(from));
        Self { spanish: self.spanish.replace(from, to), ..self.clone() }
    }
}

fn day(day: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(2026, 6, day)
}

const DRAFT: (Freshness, Review) = (Freshness::Fresh, Review::Draft);
const REVIEWED: (Freshness, Review) = (Freshness::Fresh, Review::Reviewed);
const STALE: (Freshness, Review) = (Freshness::Stale, Review::Draft);

#[test]
fn what_is_begun_is_fresh_and_a_draft() {
    let story = Story::begun();
    for state in story.states().messages {
        assert_eq!((state.freshness, state.review), DRAFT, "{}", state.id);
    }
    let nothing = Story { ledger: Ledger::default(), ..story };
    assert_eq!(nothing.is("title"), (Freshness::Unrecorded, Review::Draft));
}

#[test]
fn a_critical_text_of_an_unknown_translator_needs_two_and_any_other_one() {
    let mut story = Story::begun();
    story.accept("Ana", "who-answer").expect("signed");
    assert_eq!(story.is("who-answer"), DRAFT);
    story.accept("Bea", "who-answer").expect("signed");
    assert_eq!(story.is("who-answer"), REVIEWED);
    story.accept("Ana", "how-answer").expect("signed");
    assert_eq!(story.is("how-answer"), REVIEWED);
    story.refresh("who-question", Some("Iker"), false).expect("recorded");
    story.accept("Ana", "who-question").expect("signed");
    assert_eq!(story.is("who-question"), REVIEWED);
}

#[test]
fn nobody_reviews_a_critical_text_of_their_own() {
    let mut story = Story::begun();
    story.refresh("who-answer", Some("Ana"), false).expect("recorded");
    let refused = story.accept("Ana", "who-answer").expect_err("four eyes");
    assert!(refused.to_string().contains("`Ana` has translated it"), "{refused}");
    story.accept("Bea", "who-answer").expect("signed");
    assert_eq!(story.is("who-answer"), REVIEWED);
    // Whoever takes the name of the translator out by hand gains nothing.
    let record = story.ledger.records.get_mut("who-answer").expect("a record");
    record.translator = None;
    assert_eq!(story.is("who-answer"), DRAFT);
}

#[test]
fn an_edit_of_the_translation_voids_its_review_and_nothing_else() {
    let mut story = Story::reviewed();
    story.accept("Ana", "how-answer").expect("signed");
    let edited = story.with_spanish("Los de menos", "Todos los de menos");
    assert_eq!(edited.is("who-answer"), DRAFT);
    assert_eq!(edited.is("how-answer"), REVIEWED);
    // What is put back is what was reviewed.
    assert_eq!(edited.with_spanish("Todos los de", "Los de").is("who-answer"), REVIEWED);
    let moved = story.with_spanish("who-answer = Los de", "# A note.\nwho-answer =\n    Los  de");
    assert_eq!(moved.is("who-answer"), REVIEWED);
}

#[test]
fn an_edit_of_the_reference_makes_what_was_made_from_it_stale_and_nothing_else() {
    let edited = Story::reviewed().with_english("All under", "Everybody under");
    assert_eq!(edited.is("who-answer"), STALE);
    assert_eq!(edited.is("who-question"), DRAFT);
    // A term is a part of every text that names it.
    let edited = Story::reviewed().with_english("= minors", "= children");
    assert_eq!(edited.is("who-question"), STALE);
    assert_eq!(edited.is("who-answer"), REVIEWED);
    let was = edited.state("who-question").record.and_then(|it| it.reference);
    assert_eq!(was.map(|it| it.text).as_deref(), Some("Who are minors?"));
}

#[test]
fn a_minor_edit_keeps_everything_as_fresh_and_reviewed_as_it_was() {
    let mut edited = Story::reviewed().with_english("All under", "Anyone under");
    let was = edited.state("who-answer").record.and_then(|it| it.reference).expect("recorded");
    edited.minor.edits.push(MinorEdit {
        message: "who-answer".to_owned(),
        before: was.fingerprint,
        after: edited.state("who-answer").source.expect("a text").fingerprint.clone(),
        reason: "a better word".to_owned(),
        date: day(30).expect("a day"),
    });
    assert_eq!(edited.is("who-answer"), REVIEWED);
    assert_eq!(edited.with_english("Anyone under", "Anyone over").is("who-answer"), STALE);
}

#[test]
fn a_stale_text_becomes_fresh_when_somebody_says_so() {
    let mut edited = Story::reviewed().with_english("All under", "Everybody under");
    let refused = edited.refresh("who-answer", None, false).expect_err("it did not change");
    assert!(refused.to_string().contains("has changed, and the translation has not"), "{refused}");
    let mut same = edited.clone();
    same.refresh("who-answer", None, true).expect("recorded");
    assert_eq!(same.is("who-answer"), DRAFT);
    // An edit alone may be about something else.
    edited = edited.with_spanish("Los de menos", "Todos los de menos");
    assert_eq!(edited.is("who-answer"), STALE);
    edited.refresh("who-answer", Some("Iker"), false).expect("recorded");
    assert_eq!(edited.is("who-answer"), DRAFT);
    assert_eq!(edited.state("who-answer").translator(), Some("Iker"));
    let refused = edited.refresh("who-answer", None, false).expect_err("nothing to record");
    assert!(refused.to_string().contains("recorded so already"), "{refused}");
}

#[test]
fn a_reviewer_who_accepts_a_stale_text_makes_it_fresh_and_earlier_words_go() {
    let mut edited = Story::reviewed().with_english("All under", "Everybody under");
    edited.accept("Ana", "who-answer").expect("signed");
    assert_eq!(edited.is("who-answer"), DRAFT);
    edited.accept("Bea", "who-answer").expect("signed");
    assert_eq!(edited.is("who-answer"), REVIEWED);
}

#[test]
fn only_those_on_the_list_sign_and_nothing_is_signed_twice() {
    let mut story = Story::begun();
    for (name, id, said) in [
        ("Nobody", "title", "`Nobody` is not on the list of reviewers"),
        ("Zoé", "title", "`Zoé` does not review `es`"),
        ("Ana", "titel", "the catalog asks for no text `titel`"),
    ] {
        let refused = story.accept(name, id).expect_err(said);
        assert!(refused.to_string().starts_with(said), "{refused}");
    }
    story.accept("Ana", "title").expect("signed");
    let refused = story.accept("Ana", "title").expect_err("signed twice");
    assert!(refused.to_string().starts_with("`Ana` has signed `title` already"), "{refused}");
    story.accept("ANA", "title").expect("the same person in another spelling");
    assert_eq!(story.state("title").record.map(|it| it.reviews.len()), Some(1));
    let mut missing = story.with_spanish("how-answer = Así.\n", "");
    let refused = missing.accept("Ana", "how-answer").expect_err("not translated");
    assert!(refused.to_string().starts_with("`how-answer` is not translated yet"), "{refused}");
}

#[test]
fn what_is_written_by_hand_counts_only_where_the_list_says_so() {
    let story = Story::reviewed();
    let flaws = |from: &str, to: &str| {
        let text = story.ledger.to_string();
        assert!(text.contains(from), "{text}");
        let ledger = Ledger::parse(&text.replace(from, to)).expect("a ledger");
        let forged = Story { ledger, ..story.clone() };
        assert_eq!(forged.state("who-answer").review, Review::Draft, "{to}");
        forged.state("who-answer").flaws.into_iter().map(|(_, flaw)| flaw).collect::<Vec<_>>()
    };
    assert_eq!(flaws("\"Ana\"", "\"Eva\""), [Flaw::Unlisted("Eva".into())]);
    assert_eq!(flaws("\"Ana\"", "\"Zoé\""), [Flaw::OtherLocale("Zoé".into())]);
    assert_eq!(flaws("native speaker", "lawyer"), [Flaw::OtherRole("Ana".into(), "lawyer".into())]);
    assert_eq!(flaws("2026-06-30 },\n    {", "2026-07-01 },\n    {").len(), 1);
    assert_eq!(
        flaws("\"Bea\", role = \"caseworker\"", "\"Ana\", role = \"native speaker\"").len(),
        1
    );
    let start = story.ledger.to_string();
    let reviews = &start[start.find("reviewers = [").unwrap_or_default()..];
    let reviews = &reviews[..reviews.find(']').unwrap_or_default() + 2];
    assert_eq!(flaws(reviews, ""), [Flaw::Unsigned]);
}
