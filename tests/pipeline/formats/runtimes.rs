//! The same text everywhere: Fluent in JavaScript and Python, and what generators of sites make of Markdown.
//!
//! Needs the packages of `tests/runtimes`, which `.ci/install` and `cargo xtask ci` install; `cargo test` alone leaves these tests out.

use std::{
    io::Write,
    process::{Command, Stdio},
};

use faq_content::LocalizedFaq;
use serde_json::{Map, Value, json};

use super::{
    file, html, in_markdown,
    markdown::body,
    samples::{HOSTILE, fallen_back, filled, samples, shipped},
    shown::Shown,
};
use crate::project::{emit, localized, repository};

/// A program that answers a list of questions in JSON.
const PROGRAMS: [(&str, &str); 2] =
    [("node", "tests/runtimes/runtime.mjs"), ("python3", "tests/runtimes/runtime.py")];

fn ask(program: &str, script: &str, questions: &[Value]) -> Vec<Value> {
    let mut child = Command::new(program)
        .arg(script)
        .current_dir(repository())
        .env("PYTHONPATH", repository().join("target/ci/runtimes"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap_or_else(|error| panic!("{program}: {error}"));
    let mut input = child.stdin.take().expect("a pipe");
    let questions = serde_json::to_vec(questions).expect("JSON");
    let writer = std::thread::spawn(move || input.write_all(&questions));
    let output = child.wait_with_output().expect("it ends");
    writer.join().expect("no panic").expect("it reads all of it");
    assert!(output.status.success(), "{program} {script} failed");
    serde_json::from_slice(&output.stdout).expect("its answers are JSON")
}

/// What a program in JavaScript answers.
pub(crate) fn ask_node(questions: &[Value]) -> Vec<Value> {
    let [(program, script), _] = PROGRAMS;
    ask(program, script, questions)
}

/// Every message as Fluent is to render it, and what it is to be rendered from.
fn fluent(faq: &LocalizedFaq, resources: &[String], facts: &Value, isolating: bool) -> Value {
    let own = faq.messages().into_iter().filter(|it| *it.locale == faq.locale);
    json!({
        "fluent": {
            "locale": faq.locale.as_str(),
            "resources": resources,
            "arguments": facts,
            "isolating": isolating,
            "messages": own.map(|it| it.id).collect::<Vec<_>>(),
        }
    })
}

fn assert_renders(faqs: &[LocalizedFaq], questions: &[Value]) {
    for (program, script) in PROGRAMS {
        for (faq, answer) in faqs.iter().zip(ask(program, script, questions)) {
            let own = faq.messages().into_iter().filter(|it| *it.locale == faq.locale);
            let expected: Vec<&str> = own.map(|it| it.text).collect();
            assert_eq!(
                answer,
                json!({ "texts": expected, "errors": [] }),
                "{program} {}",
                faq.locale
            );
        }
    }
}

#[test]
#[ignore = "needs the packages of tests/runtimes"]
fn runtimes_render_the_authored_messages_as_this_pipeline_does() {
    let (catalog, _) = localized(&repository());
    let facts: serde_json::Map<String, Value> =
        catalog.facts().iter().map(|it| (it.id.to_string(), it.integer.into())).collect();
    let facts = Value::Object(facts);
    let faqs = shipped();
    let authored = |faq: &LocalizedFaq| {
        let folder = repository().join("locales").join(faq.locale.as_str());
        let files = std::fs::read_dir(folder).expect("the folder can be read");
        let mut paths: Vec<_> = files.map(|it| it.expect("an entry").path()).collect();
        paths.retain(|path| path.extension().is_some_and(|it| it == "ftl"));
        paths.sort();
        let read = |path| std::fs::read_to_string(path).expect("the file can be read");
        fluent(faq, &paths.iter().map(read).collect::<Vec<_>>(), &facts, false)
    };
    let asked = catalog.messages().len();
    assert!(faqs.iter().all(|faq| faq.messages().len() == asked), "every message is compared");
    assert_renders(&faqs, &faqs.iter().map(authored).collect::<Vec<_>>());
}

#[test]
#[ignore = "needs the packages of tests/runtimes"]
fn runtimes_render_the_shipped_messages_alike_whether_isolating_or_not() {
    for isolating in [true, false] {
        let faqs: Vec<LocalizedFaq> = samples().concat();
        let shipped = |faq: &LocalizedFaq| {
            let files = emit(std::slice::from_ref(faq));
            fluent(faq, &[file(&files, faq, "faq.ftl").to_owned()], &json!({}), isolating)
        };
        assert_renders(&faqs, &faqs.iter().map(shipped).collect::<Vec<_>>());
    }
}

#[test]
#[ignore = "needs the packages of tests/runtimes"]
fn yaml_readers_read_the_front_matter() {
    for faq in [fallen_back(), filled(HOSTILE)] {
        let files = emit(std::slice::from_ref(&faq));
        let source = file(&files, &faq, "faq.md");
        let front = source.strip_prefix("---\n").and_then(|it| it.split_once("\n---\n"));
        let question = json!({ "yaml": front.expect("front matter").0 });
        for (program, script) in PROGRAMS {
            let answers = ask(program, script, std::slice::from_ref(&question));
            assert_eq!(answers[0]["title"], faq.title.text.as_str(), "{program}");
            assert_eq!(answers[0]["locale"], faq.locale.as_str(), "{program}");
            assert_eq!(answers[0]["review"], "draft", "{program}");
        }
    }
}

#[test]
#[ignore = "needs the packages of tests/runtimes"]
fn a_generators_markdown_says_what_the_faq_says() {
    let faqs: Vec<LocalizedFaq> = samples().concat();
    let question = |faq: &LocalizedFaq| {
        let files = emit(std::slice::from_ref(faq));
        json!({ "markdown": body(file(&files, faq, "faq.md")) })
    };
    let questions: Vec<Value> = faqs.iter().map(question).collect();
    for (faq, answer) in faqs.iter().zip(ask_node(&questions)) {
        let page = answer.as_str().expect("a page");
        let expected: Vec<String> =
            in_markdown(faq).into_iter().skip(1).map(|it: Shown| it.text).collect();
        assert_eq!(html::texts(page), expected, "{}", faq.locale);
    }
}

#[test]
#[ignore = "needs the packages of tests/runtimes"]
fn modules_of_the_npm_package_say_what_the_faq_says() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let (mut questions, mut expected) = (Vec::new(), Vec::new());
    for (number, faqs) in samples().iter().enumerate() {
        let files = emit(faqs);
        let root = folder.path().join(number.to_string());
        for file in files.iter().filter(|it| it.path.starts_with("npm/")) {
            let path = root.join(&file.path);
            std::fs::create_dir_all(path.parent().expect("a folder")).expect("made");
            std::fs::write(path, &file.bytes).expect("written");
        }
        for faq in faqs {
            let mut said: Value =
                serde_json::from_str(file(&files, faq, "faq.json")).expect("JSON");
            let entries = said["entries"].as_array_mut().expect("a list");
            let take = |entry: &mut Value| {
                let entry = entry.as_object_mut()?;
                Some((entry["id"].as_str()?.to_owned(), entry.remove("fingerprint")?))
            };
            let fingerprints: Map<String, Value> = entries.iter_mut().filter_map(take).collect();
            assert_eq!(fingerprints.len(), faq.entries.len());
            for (folder, module) in
                [("locales", said), ("fingerprints", Value::Object(fingerprints))]
            {
                let path = root.join(format!("npm/{folder}/{}.js", faq.locale));
                questions.push(json!({ "module": path }));
                expected.push(json!({ "default": module }));
            }
        }
        questions.push(json!({ "module": root.join("npm/table.js") }));
        let endonyms: Vec<&str> = faqs.iter().map(|faq| faq.endonym.as_str()).collect();
        expected.push(json!(endonyms));
    }
    for (answer, expected) in ask_node(&questions).into_iter().zip(expected) {
        let said = match answer["locales"].as_array() {
            Some(locales) => locales.iter().map(|it| it["endonym"].clone()).collect(),
            None => answer,
        };
        assert_eq!(said, expected);
    }
}

/// What a site made with Eleventy puts around each page.
const LAYOUT: &str = "<!doctype html><html lang=\"{{ locale }}\" dir=\"{{ direction }}\"><title>{{ title }}</title><main>{{ content | safe }}</main></html>";

#[test]
#[ignore = "needs the packages of tests/runtimes"]
fn a_static_site_generator_makes_pages_that_say_what_the_faq_says() {
    let site = tempfile::tempdir().expect("a temporary folder");
    let write = |path: String, text: &str| {
        let path = site.path().join(path);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        std::fs::write(path, text).expect("written");
    };
    write("_includes/page.njk".to_owned(), LAYOUT);
    write("site.json".to_owned(), "{}");
    let faqs: Vec<LocalizedFaq> = samples().concat();
    for (number, faq) in faqs.iter().enumerate() {
        let source = emit(std::slice::from_ref(faq));
        let source = file(&source, faq, "faq.md");
        write(format!("pages/{number}.md"), source);
    }
    write("pages/pages.json".to_owned(), "{ \"layout\": \"page.njk\" }");
    let built = Command::new("node")
        .arg(repository().join("tests/runtimes/node_modules/@11ty/eleventy/cmd.cjs"))
        .args(["--input=.", "--output=built", "--quiet"])
        .current_dir(site.path())
        .output()
        .expect("node runs");
    assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
    for (number, faq) in faqs.iter().enumerate() {
        let path = site.path().join(format!("built/pages/{number}/index.html"));
        let page = std::fs::read_to_string(path).expect("the page was made");
        let expected = in_markdown(faq).into_iter().map(|it: Shown| it.text);
        let (title, expected) = (faq.title.text.clone(), expected.skip(1).collect::<Vec<_>>());
        assert_eq!(html::texts(&page), expected, "{number} {}", faq.locale);
        let head = format!("<html lang=\"{}\" dir=\"{}\">", faq.locale, faq.dir.as_str());
        assert!(page.contains(&head), "{number} {page}");
        assert_eq!(html::title(&page), title, "{number} {}", faq.locale);
        for entry in &faq.entries {
            assert!(page.contains(&format!("<a id=\"{}\"></a>", entry.id)), "{}", entry.id);
        }
    }
}
