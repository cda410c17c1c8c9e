//! What it costs a site in Rust to open the FAQ and to look entries up, in each way in which it can have it. Prints nanoseconds
//! of the processor, a line for each thing and way. The ways take turns, so that a machine that slows down slows all of them.
//!
//! `cost FOLDER` measures in one process, `cost FOLDER first …` the first answer of a new one.

mod generated;

use std::{collections::BTreeMap, fs, hint::black_box, path::Path};

use faq_bundle::{Block, Bundle, Entries, Entry, File, Manifest, Site, verify_hash};
use fluent_bundle::{FluentArgs, FluentBundle, FluentResource};
use rustix::time::{ClockId, clock_gettime};

/// The locale that is measured.
const LOCALE: &str = "es";
/// How often each is measured, and how long at least.
const ROUNDS: usize = 31;
const NANOSECONDS: u128 = 2_000_000;

type Fluent = FluentBundle<FluentResource>;

/// An entry as it is asked for: by its id, or by its messages.
struct Asked {
    id: String,
    messages: Vec<String>,
    has_fact: bool,
}

/// The texts of one locale, in each way.
struct Texts {
    ftl: Vec<u8>,
    json: Vec<u8>,
    listed: File,
    asked: Vec<Asked>,
}

/// Something to measure, again and again.
type Way<'a> = (&'a str, Box<dyn Fn() + 'a>);

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        [folder] => {
            generated::measure::<generated::faq::Faq>("faq", Path::new(folder));
            generated::measure::<generated::thousand::Faq>("thousand", Path::new(folder));
        }
        [folder, "first", name, way, hash, id, messages @ ..] => {
            let messages = messages.iter().map(|it| (*it).to_owned()).collect();
            let asked = Asked { id: (*id).to_owned(), messages, has_fact: true };
            println!("{}", first(&Path::new(folder).join(name), name, way, hash, &asked));
        }
        _ => panic!("cost FOLDER [first NAME WAY SHA-256 ID MESSAGE…]"),
    }
}

/// Nanoseconds from nothing to the first answer, files that are needed included.
fn first(folder: &Path, name: &str, way: &str, hash: &str, asked: &Asked) -> u128 {
    // The clock's own first time is nobody's cost.
    worked();
    let start = worked();
    let length = match (way, name) {
        ("fluent", _) => {
            let text = fs::read(folder.join(format!("{LOCALE}.ftl"))).expect("the texts");
            of_messages(&fluent(text), asked, &facts())
        }
        ("json", _) => {
            let text = fs::read(folder.join(format!("dist/{LOCALE}/faq.json"))).expect("the texts");
            verify_hash(hash, &text).expect("as it was released");
            let bundle = Bundle::open(String::from_utf8(text).expect("UTF-8")).expect("a bundle");
            of_entry(bundle.entry(&asked.id).expect("an entry").expect("the entry"))
        }
        (_, "faq") => generated::faq::find(&asked.id),
        (_, _) => generated::thousand::find(&asked.id),
    };
    let elapsed = worked() - start;
    assert!(black_box(length) > 0);
    elapsed
}

fn texts(folder: &Path) -> Texts {
    let read = |path: &str| fs::read(folder.join(path)).expect("the file is there");
    let path = format!("{LOCALE}/faq.json");
    let manifest = Manifest::parse_bytes(&read("dist/manifest.json")).expect("a manifest");
    let listed = manifest.all_files().find(|file| file.path == path).expect("it is listed").clone();
    let entries: serde_json::Value = serde_json::from_slice(&read("entries.json")).expect("JSON");
    let text = |value: &serde_json::Value| value.as_str().expect("a text").to_owned();
    let asked = |entry: &serde_json::Value| Asked {
        id: text(&entry["id"]),
        messages: entry["messages"].as_array().expect("a list").iter().map(text).collect(),
        has_fact: entry["fact"].as_bool().expect("yes or no"),
    };
    let mut asked: Vec<Asked> = entries.as_array().expect("a list").iter().map(asked).collect();
    // In no order that a cache could know, but always in the same.
    asked.sort_by_key(|it| {
        it.id.bytes().fold(7_u64, |hash, byte| hash.wrapping_mul(0x9E37_79B9) ^ u64::from(byte))
    });
    Texts {
        ftl: read(&format!("{LOCALE}.ftl")),
        json: read(&format!("dist/{path}")),
        listed,
        asked,
    }
}

/// Measures all that one release can be asked, beside Fluent.
fn measure(
    name: &str,
    folder: &Path,
    of_constants: &dyn Fn(&[&Asked]) -> Box<dyn Fn()>,
    of_ids: &dyn Fn(&Asked) -> usize,
) {
    let texts = texts(folder);
    let facts = facts();
    let some = texts.asked.iter().find(|it| it.has_fact).expect("a fact");
    in_turn(
        name,
        "open",
        1,
        &[
            (
                "fluent",
                Box::new(|| {
                    black_box(of_messages(&fluent(texts.ftl.clone()), some, &facts));
                }),
            ),
            (
                "json",
                Box::new(|| {
                    black_box(of_entry(
                        verified(&texts).entry(&some.id).expect("an entry").expect("it"),
                    ));
                }),
            ),
            (
                "json, all of it",
                Box::new(|| {
                    let text = texts.json.clone();
                    texts.listed.verify(&text).expect("as it was released");
                    let bundle = Bundle::parse(std::str::from_utf8(&text).expect("UTF-8"))
                        .expect("a bundle");
                    black_box(of_entry(bundle.entry(&some.id).expect("the entry")));
                }),
            ),
            (
                "crate",
                Box::new(|| {
                    black_box(of_ids(black_box(some)));
                }),
            ),
        ],
    );
    let files = files(folder);
    in_turn(
        name,
        "site",
        1,
        &[
            (
                "fluent",
                Box::new(|| {
                    for text in files.iter().filter(|(path, _)| path.ends_with(".ftl")) {
                        black_box(fluent(text.1.clone()));
                    }
                }),
            ),
            (
                "json",
                Box::new(|| {
                    black_box(
                        Site::open(|path| files.get(path).cloned().ok_or("not there"))
                            .expect("a release"),
                    );
                }),
            ),
        ],
    );
    let (messages, bundle) = (fluent(texts.ftl.clone()), verified(&texts));
    for (what, has_fact) in [("fact", true), ("plain", false)] {
        let asked: Vec<&Asked> = texts.asked.iter().filter(|it| it.has_fact == has_fact).collect();
        in_turn(
            name,
            what,
            asked.len() as u128,
            &[
                (
                    "fluent",
                    Box::new(|| {
                        for it in &asked {
                            black_box(of_messages(&messages, it, &facts));
                        }
                    }),
                ),
                (
                    "json",
                    Box::new(|| {
                        for it in &asked {
                            black_box(of_entry(
                                bundle.entry(&it.id).expect("an entry").expect("it"),
                            ));
                        }
                    }),
                ),
                ("crate", of_constants(&asked)),
                (
                    "crate, by id",
                    Box::new(|| {
                        for it in &asked {
                            black_box(of_ids(it));
                        }
                    }),
                ),
            ],
        );
    }
}

/// Measures the ways in turn, and prints for each how many nanoseconds one of `count` took, round by round.
fn in_turn(name: &str, what: &str, count: u128, ways: &[Way<'_>]) {
    let often: Vec<u128> = ways
        .iter()
        .map(|(_, way)| (NANOSECONDS / time(1, way).max(time(1, way)).max(1)).max(1))
        .collect();
    let mut rounds: Vec<Vec<String>> = vec![Vec::new(); ways.len()];
    for _ in 0..ROUNDS {
        for (((_, way), often), round) in ways.iter().zip(&often).zip(&mut rounds) {
            // In hundredths, since some take less than one.
            let hundredths = time(*often, way) * 100 / often / count;
            round.push(format!("{}.{:02}", hundredths / 100, hundredths % 100));
        }
    }
    for ((way, _), round) in ways.iter().zip(rounds) {
        println!("{name}\trust {what}\t{way}\t{}", round.join(" "));
    }
}

fn time(often: u128, way: &dyn Fn()) -> u128 {
    let start = worked();
    for _ in 0..often {
        way();
    }
    worked() - start
}

/// Nanoseconds that the processor has worked for this program, whatever else it had to do.
fn worked() -> u128 {
    let time = clock_gettime(ClockId::ThreadCPUTime);
    u128::try_from(time.tv_sec).unwrap_or(0) * 1_000_000_000
        + u128::try_from(time.tv_nsec).unwrap_or(0)
}

fn facts() -> FluentArgs<'static> {
    FluentArgs::from_iter([("adult-age", 18)])
}

fn fluent(text: Vec<u8>) -> Fluent {
    let resource =
        FluentResource::try_new(String::from_utf8(text).expect("UTF-8")).expect("Fluent");
    let mut bundle = FluentBundle::new(vec![LOCALE.parse().expect("a tag")]);
    bundle.set_use_isolating(false);
    bundle.add_resource(resource).expect("no message stands twice");
    bundle
}

fn verified(texts: &Texts) -> Bundle<Entries> {
    let text = texts.json.clone();
    texts.listed.verify(&text).expect("as it was released");
    Bundle::open(String::from_utf8(text).expect("UTF-8")).expect("a bundle")
}

/// All files of the release that a reader opens, and the Fluent texts of each locale.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    let manifest = fs::read(folder.join("dist/manifest.json")).expect("a manifest");
    for locale in Manifest::parse_bytes(&manifest).expect("a manifest").locales {
        let (json, ftl) = (format!("{}/faq.json", locale.locale), format!("{}.ftl", locale.locale));
        files.insert(ftl.clone(), fs::read(folder.join(ftl)).expect("the texts"));
        files.insert(json.clone(), fs::read(folder.join("dist").join(json)).expect("the bundle"));
    }
    files.insert("manifest.json".to_owned(), manifest);
    files
}

/// How long an entry is, so that nothing of it is left unread.
fn of_messages(bundle: &Fluent, asked: &Asked, facts: &FluentArgs<'_>) -> usize {
    let mut errors = Vec::new();
    let text = |id: &String| {
        let pattern = bundle.get_message(id).and_then(|it| it.value()).expect("the message");
        black_box(bundle.format_pattern(pattern, Some(facts), &mut errors)).len()
    };
    asked.messages.iter().map(text).sum()
}

fn of_entry(entry: &Entry) -> usize {
    let text = |text: &String| black_box(text.as_str()).len();
    let block = |block: &Block| match block {
        Block::Paragraph { text: it, .. } => text(it),
        Block::Quotation { attribution, text: it, .. } => text(attribution) + text(it),
        Block::List { lead, items, .. } => {
            lead.as_ref().map_or(0, text) + items.iter().map(|it| text(&it.text)).sum::<usize>()
        }
    };
    text(&entry.question) + entry.blocks.iter().map(block).sum::<usize>()
}
