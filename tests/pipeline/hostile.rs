//! Files that were made to stop programs end in findings that name their lines, on a worker thread's small stack.

use faq_check::{Finding, Policy};

use crate::project::Sandbox;

/// Stack of a thread as the standard library makes it.
const STACK: usize = 2 * 1024 * 1024;

/// What is found in a tree where one locale's file is `source`, and what `bundle` and `status` make of it.
fn findings(source: &[u8]) -> Vec<Finding> {
    let source = source.to_vec();
    let thread = std::thread::Builder::new().stack_size(STACK).spawn(move || {
        let project = Sandbox::copy();
        project.write("locales/es/faq.ftl", source);
        project.xtask(&["status"]).result.expect("status runs");
        let project = xtask::Project::read(&project.path("")).expect("the project can be read");
        project.check(&Policy::default()).findings
    });
    let findings = thread.expect("a thread").join().expect("no panic");
    findings.into_iter().filter(|finding| finding.locale.as_deref() == Some("es")).collect()
}

fn assert_found(name: &str, source: impl AsRef<[u8]>, rule: &str, line: usize) {
    let findings = findings(source.as_ref());
    let found = findings
        .iter()
        .any(|it| it.rule == rule && it.start.line == line && &*it.path == "locales/es/faq.ftl");
    let all: Vec<_> = findings
        .iter()
        .filter(|it| it.rule != "missing-message")
        .map(|it| (it.rule, it.start))
        .collect();
    assert!(found, "{name}: no {rule} in line {line}, but {all:?}");
}

#[test]
fn deep_nesting_is_a_finding() {
    assert_found("braces", format!("title = x\na = {}\n", "{".repeat(100_000)), "unsafe-size", 2);
    assert_found("parentheses", format!("title = {{ {}\n", "A(".repeat(60_000)), "unsafe-size", 1);
    let closed = format!("title = {}\"x\"{}\n", "{ ".repeat(1_000), " }".repeat(1_000));
    assert_found("closed braces", closed, "unsafe-size", 1);
    let selects = format!("title = {}", "{ $x ->\n   *[a] ".repeat(1_000));
    assert_found("selectors", selects, "unsafe-size", 9);
    let escaped = format!("a = {{ \"\\\ntitle = {}\n", "{ ".repeat(20_000));
    assert_found("braces behind a broken string", escaped, "unsafe-size", 2);
    let lines = format!("title = {}", "{\n".repeat(20_000));
    assert_found("braces on lines of their own", lines, "unsafe-size", 9);
}

#[test]
fn expansion_bombs_are_findings() {
    let laughs: String = (1..30)
        .map(|level| format!("-l{level} = {}\n", format!("{{ -l{} }}", level - 1).repeat(10)))
        .collect();
    assert_found(
        "billion laughs",
        format!("-l0 = ha\n{laughs}title = {{ -l29 }}\n"),
        "unsafe-size",
        31,
    );
    let nested = format!("x = {}\ntitle = {{ {{ x }} }}\n", "{ \"a\" }".repeat(101));
    assert_found("101 placeables through a nested one", nested, "unsafe-size", 2);
    let chain: String =
        (1..100).map(|level| format!("-l{level} = {{ -l{} }}\n", level - 1)).collect();
    assert_found("a chain", format!("-l0 = x\n{chain}title = {{ -l99 }}\n"), "unsafe-size", 101);
    assert_found("a cycle", "title = { -a }\n-a = { -b }\n-b = { -a }\n", "broken-reference", 1);
    let number = format!("title = {{ 1.{} ->\n   *[other] x\n }}\n", "0".repeat(40));
    assert_found("a long number", number, "unsafe-size", 1);
    assert_found(
        "a memory bomb",
        "title = { NUMBER($adult-age, minimumFractionDigits: 100000000) }\n",
        "broken-reference",
        1,
    );
}

#[test]
fn large_files_are_not_read() {
    assert_found("a large file", "# comment\n".repeat(100_000), "unsafe-size", 1);
    let many: String = (0..2_500).map(|number| format!("m{number} = x\n")).collect();
    assert_found("many messages", many, "unsafe-size", 2_001);
}

#[test]
fn files_within_the_limits_cost_little() {
    // Each of these took minutes when a position, a suggestion or a sum was found by starting over.
    assert_found("many small mistakes", "a =\n".repeat(50_000), "syntax-error", 1);
    assert_found(
        "many overrides",
        format!("title = x\n# {}\n", "\u{202e}".repeat(80_000)),
        "forbidden-character",
        2,
    );
    let references: String =
        (0..1_990).map(|number| format!("m{number} = {{ n{number}x }}\n")).collect();
    assert_found(
        "many broken references",
        format!("{references}title = x\n"),
        "broken-reference",
        1,
    );
    let to_one = format!("-t = t\ntitle = {}\n", "{ -t }".repeat(2_500));
    assert_found("many references", to_one, "unsafe-size", 2);
    let selects = "{ 1 ->\n *[a] x\n }".repeat(900);
    assert_found("many selects", format!("title = {selects}\n"), "unsafe-size", 1);
    let long = format!("{} = x\n", "i".repeat(200_000));
    assert_found("a long id", long, "unsafe-size", 1);
}

#[test]
fn broken_bytes_are_findings() {
    assert_found("not UTF-8", b"title = Preguntas\nx = \xff\xfe\n", "encoding", 2);
    assert_found("UTF-16", b"\xff\xfet\0i\0t\0l\0e\0", "encoding", 1);
    assert_found("a byte order mark", "\u{feff}title = Preguntas\n", "encoding", 1);
    assert_found("a NUL", "title = a\0b\n", "forbidden-character", 1);
    assert_found("an override", "title = a\u{202e}b\n", "forbidden-character", 1);
    assert_found("an escaped override", "title = { \"\\u202E\" }\n", "forbidden-character", 1);
    assert_found("a tag", "title = a\u{e0041}b\n", "forbidden-character", 1);
    assert_found("a lone carriage return", "title = a\rb\n", "forbidden-character", 1);
}

#[test]
fn a_broken_entry_costs_only_that_entry() {
    let project = Sandbox::copy();
    let spanish = project.read("locales/es/faq.ftl");
    let broken = spanish.replacen(
        "victims-answer = ",
        &format!("victims-answer = {} ", "{".repeat(5_000)),
        1,
    );
    let missing: Vec<_> =
        findings(broken.as_bytes()).into_iter().filter(|it| it.rule == "missing-message").collect();
    assert_eq!(missing.len(), 1, "{missing:?}");
    assert_eq!(missing.first().and_then(|it| it.message.as_deref()), Some("victims-answer"));
}

#[cfg(unix)]
#[test]
fn nothing_outside_the_project_and_nothing_endless_is_read() {
    let project = Sandbox::copy();
    std::os::unix::fs::symlink("/dev/zero", project.path("crates/faq-content/catalog/x.toml"))
        .expect("a link");
    assert!(
        project
            .xtask(&["check"])
            .result
            .expect_err("a device was read")
            .to_string()
            .contains("this is a link")
    );
    let project = Sandbox::copy();
    project.replace(
        "locales/locales.toml",
        "catalog = \"crates",
        "catalog = \"../x\\n::error title=pwned::PWN/crates",
    );
    let error =
        project.xtask(&["check"]).result.expect_err("a folder outside was read").to_string();
    assert!(error.contains("below the root") && !error.contains("\n::error"), "{error}");
    let project = Sandbox::copy();
    project.replace("locales/locales.toml", "crates/faq-content/catalog", "crates");
    assert!(
        project
            .xtask(&["check"])
            .result
            .expect_err("no catalog")
            .to_string()
            .contains("there is no catalog here")
    );
}

#[cfg(unix)]
#[test]
fn links_unknown_files_and_wrong_names_are_findings_and_are_not_followed() {
    let project = Sandbox::copy();
    std::os::unix::fs::symlink("/etc", project.path("locales/de")).expect("a link");
    std::os::unix::fs::symlink("/etc/hostname", project.path("locales/es/host.ftl"))
        .expect("a link");
    std::fs::create_dir(project.path("locales/pt_br")).expect("a folder");
    std::fs::create_dir(project.path("locales/iw")).expect("a folder");
    std::fs::create_dir(project.path("locales/es/old")).expect("a folder");
    project.write("locales/es/notes.txt", "x");
    project.write("locales/todo.md", "x");
    let output = project.xtask(&["check"]).output;
    let shown: Vec<&str> =
        output.split("\n\n").filter(|part| part.contains("[unexpected-file]")).collect();
    insta::assert_snapshot!(shown.join("\n\n"));
}
