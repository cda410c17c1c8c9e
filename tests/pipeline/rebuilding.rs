//! Claims about bundling again: only what has changed is made anew, and what comes out is what would come out of nothing.

use faq_check::Outcome;
use faq_emit::INTERFACE_TEXTS;
use proptest::prelude::*;

use crate::project::{Ran, Sandbox};

/// The locales of a small project, the reference first. The third falls back to the second.
const LOCALES: [&str; 4] = ["en-US", "es", "es-MX", "ar"];
/// Its messages, and what each may say in any language.
const MESSAGES: [(&str, [&str; 3]); 5] = [
    ("title", ["Questions", "Preguntas", "أسئلة"]),
    ("a-question", ["Who?", "¿Quién es?", "من؟"]),
    ("a-answer", ["Under { $age }.", "Menos de { $age }.", "أقل من { $age }."]),
    ("b-question", ["What?", "¿Qué es?", "ما هذا؟"]),
    ("b-answer", ["A thing.", "Una cosa.", "شيء."]),
];

/// Everything that a bundle of the project is made from.
#[derive(Clone, Debug)]
struct State {
    /// Which of its texts each message has in each locale; none where it is missing.
    texts: [[Option<usize>; 5]; 4],
    age: u32,
    alias: bool,
    /// Whether the last locale ships.
    arabic: bool,
    heading: u32,
    is_served: bool,
}

/// What happens between two bundles.
#[derive(Clone, Debug)]
enum Edit {
    Text(usize, usize, Option<usize>),
    Age(u32),
    Alias(bool),
    Arabic(bool),
    Heading(u32),
    Served(bool),
    /// A file of the old folder says this now.
    Spoilt(prop::sample::Index, &'static str),
    /// What is recorded of the last bundle is cut off here.
    CutOff(prop::sample::Index),
    /// All that is recorded is said of another locale.
    Swapped,
}

fn edit() -> impl Strategy<Value = Edit> {
    let text = (0..4_usize, 0..5_usize, prop::option::weighted(0.8, 0..3_usize));
    prop_oneof![
        6 => text.prop_map(|(locale, message, text)| Edit::Text(locale, message, text)),
        1 => (17..20_u32).prop_map(Edit::Age),
        1 => any::<bool>().prop_map(Edit::Alias),
        1 => any::<bool>().prop_map(Edit::Arabic),
        1 => (2..4_u32).prop_map(Edit::Heading),
        1 => any::<bool>().prop_map(Edit::Served),
        3 => (any::<prop::sample::Index>(), prop::sample::select(vec!["", "spoilt"]))
            .prop_map(|(at, text)| Edit::Spoilt(at, text)),
        1 => any::<prop::sample::Index>().prop_map(Edit::CutOff),
        1 => Just(Edit::Swapped),
    ]
}

impl State {
    fn start() -> Self {
        let whole = |text| [Some(text); 5];
        let mexican = [None, None, None, Some(1), Some(1)];
        let texts = [whole(0), whole(1), mexican, whole(2)];
        Self { texts, age: 18, alias: false, arabic: true, heading: 2, is_served: false }
    }

    fn files(&self) -> Vec<(String, String)> {
        let mut files = vec![
            ("catalog/c.toml".to_owned(), self.catalog()),
            ("locales/locales.toml".to_owned(), self.registry()),
            ("locales/policy.toml".to_owned(), policy()),
        ];
        for (tag, texts) in LOCALES.iter().zip(&self.texts) {
            let texts = MESSAGES.iter().zip(texts).filter_map(|((id, says), text)| {
                Some(format!("# $age: of adults\n{id} = {}\n", says.get((*text)?)?))
            });
            let around = |id: &str| format!("interface-{id} = {tag}\n");
            let text = texts.collect::<String>() + &INTERFACE_TEXTS.map(around).concat();
            files.push((format!("locales/{tag}/faq.ftl"), text));
        }
        files
    }

    fn catalog(&self) -> String {
        let alias = if self.alias { "aliases = [\"old-b\"]\n" } else { "" };
        let interface = |id: &str| format!("[[interface]]\nid = \"{id}\"\nnote = \"n\"\n");
        format!(
            "format = 1\n[[topic]]\nid = \"t\"\n[[fact]]\nid = \"age\"\ninteger = {}\nnote = \"n\"\n{}\
             [[entry]]\nid = \"a\"\ntopic = \"t\"\nrisk = \"normal\"\n\
             [[entry.block]]\nkind = \"paragraph\"\nid = \"answer\"\nfacts = [\"age\"]\n\
             [[entry]]\nid = \"b\"\n{alias}topic = \"t\"\nrisk = \"normal\"\n\
             [[entry.block]]\nkind = \"paragraph\"\nid = \"answer\"\n",
            self.age,
            INTERFACE_TEXTS.map(interface).concat(),
        )
    }

    fn registry(&self) -> String {
        let locale = |tag: &&str| {
            let fallback = if *tag == "es-MX" { "fallback = [\"es\", \"en-US\"]\n" } else { "" };
            let ships = *tag != "ar" || self.arabic;
            let tier = if ships { "preview" } else { "incubating" };
            format!(
                "[[locale]]\ntag = \"{tag}\"\nendonym = \"{tag}\"\ntier = \"{tier}\"\n{fallback}"
            )
        };
        let locales: String = LOCALES.iter().map(locale).collect();
        format!("format = 1\ncatalog = \"catalog\"\nreference = \"en-US\"\n{locales}")
    }

    fn arguments(&self) -> Vec<String> {
        let mut arguments = vec!["bundle".to_owned(), format!("--heading-level={}", self.heading)];
        arguments.extend(self.is_served.then(|| "--base-url=https://example.org/".to_owned()));
        arguments
    }

    /// Makes the edit, in the state or in what the last bundle left behind.
    fn make(&mut self, edit: &Edit, project: &Sandbox) {
        match edit {
            Edit::Text(locale, message, text) => {
                let of_locale = self.texts.get_mut(*locale);
                *of_locale.and_then(|it| it.get_mut(*message)).expect("a message") = *text;
            }
            Edit::Age(age) => self.age = *age,
            Edit::Alias(alias) => self.alias = *alias,
            Edit::Arabic(ships) => self.arabic = *ships,
            Edit::Heading(level) => self.heading = *level,
            Edit::Served(is_served) => self.is_served = *is_served,
            Edit::Spoilt(at, text) => {
                let mut files = project.files("dist");
                // Without its manifest nobody would know the folder for a release.
                files.retain(|(path, _)| path != "manifest.json");
                project.write(&format!("dist/{}", at.get(&files).0), text);
            }
            Edit::CutOff(at) => {
                let text = project.read(RECORD);
                let cut = text.floor_char_boundary(at.index(text.len()));
                project.write(RECORD, &text[..cut]);
            }
            Edit::Swapped => {
                let text = project.read(RECORD);
                project
                    .write(RECORD, text.replace("\"es\":", "\"x\":").replace("\"ar\":", "\"es\":"));
            }
        }
    }
}

/// Where the last bundle is recorded.
const RECORD: &str = "target/bundle.json";

fn policy() -> String {
    let off = |name: &str| format!("[[rule]]\nname = \"{name}\"\nseverity = \"off\"\n");
    let rules = ["wrong-script", "wrong-language", "same-as-reference", "reference-mismatch"];
    format!(
        "format = 1\n[gate.preview.normal]\ncomplete = \"fall-back\"\n{}",
        rules.map(off).concat()
    )
}

fn bundle(project: &Sandbox, state: &State) -> Ran {
    let arguments = state.arguments();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    project.xtask(&arguments)
}

/// The project with its ledgers and a first bundle.
fn bundled() -> (Sandbox, State) {
    let state = State::start();
    let project = Sandbox::of(&state.files());
    project.xtask(&["review", "start"]).result.expect("the ledgers are written");
    let ran = bundle(&project, &state);
    assert!(matches!(ran.result, Ok(Outcome::Clean)), "{}", ran.output);
    assert!(!ran.output.contains("as they were"), "{}", ran.output);
    (project, state)
}

/// How many locales the next bundle takes over from the last one.
fn kept(project: &Sandbox, state: &State) -> String {
    project.write_all(&state.files());
    let ran = bundle(project, state);
    assert!(matches!(ran.result, Ok(Outcome::Clean)), "{}", ran.output);
    let last = ran.output.lines().last().unwrap_or_default();
    let kept = last.rsplit_once("files").expect("a summary").1;
    kept.trim_start_matches(", ").to_owned()
}

#[test]
fn only_a_language_that_has_changed_and_those_that_fall_back_to_it_are_made_anew() {
    let (project, mut state) = bundled();
    assert_eq!(kept(&project, &state), "4 locales as they were");
    state.texts[3][0] = Some(0);
    assert_eq!(kept(&project, &state), "3 locales as they were");
    state.texts[1][2] = Some(2);
    assert_eq!(kept(&project, &state), "2 locales as they were");
    state.texts[1][3] = Some(0);
    assert_eq!(kept(&project, &state), "3 locales as they were", "nobody falls back to this one");
    state.heading = 3;
    assert_eq!(kept(&project, &state), "");
}

#[test]
fn a_released_file_that_somebody_changed_is_made_anew() {
    let (project, state) = bundled();
    let released = project.files("dist");
    project.replace("dist/es/faq.txt", "Menos de 18", "Menos de 16");
    assert_eq!(kept(&project, &state), "3 locales as they were");
    assert!(project.files("dist") == released);
}

#[test]
fn all_is_made_anew_where_that_is_asked_for() {
    let (project, _) = bundled();
    let released = project.files("dist");
    let ran = project.xtask(&["bundle", "--anew"]);
    assert!(matches!(ran.result, Ok(Outcome::Clean)), "{}", ran.output);
    assert!(!ran.output.contains("as they were"), "{}", ran.output);
    assert!(project.files("dist") == released);
}

/// How many histories are tried: few where all tests are run, many in `cargo xtask ci --long`.
fn cases() -> u32 {
    if std::env::var_os("PLAINSPOKEN_LONG").is_some() { 100 } else { 4 }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn after_any_edits_a_bundle_is_what_it_would_be_from_nothing(edits in prop::collection::vec(edit(), 4..8)) {
        let (project, mut state) = bundled();
        for edit in &edits {
            state.make(edit, &project);
            project.write_all(&state.files());
            let fresh = Sandbox::of(&state.files());
            let ledgers = project.files("locales").into_iter();
            for (path, bytes) in ledgers.filter(|(path, _)| path.ends_with("review.toml")) {
                fresh.write(&format!("locales/{path}"), bytes);
            }
            let (again, from_nothing) = (bundle(&project, &state), bundle(&fresh, &state));
            prop_assert_eq!(again.result.ok(), from_nothing.result.ok(), "{}", again.output);
            if fresh.path("dist").exists() {
                prop_assert!(project.files("dist") == fresh.files("dist"), "another release");
            }
        }
    }
}
