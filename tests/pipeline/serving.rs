//! The example of a site in Rust, on loopback, with a real release.

use std::{
    io::{Read, Write},
    net::{Ipv4Addr, SocketAddr, TcpStream},
};

use faq_bundle::{Bundle, Recalls, Site};

use crate::project::{Sandbox, repository};

/// What a site answers to these requests, each a path and an `Accept-Language` header.
fn answers(site: Site, requests: &[(&str, &str)]) -> Vec<String> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let runtime = runtime.expect("a runtime");
    let listener = runtime.block_on(tokio::net::TcpListener::bind((Ipv4Addr::LOCALHOST, 0)));
    let listener = listener.expect("a free port");
    let address = listener.local_addr().expect("an address");
    // Detached: it ends with the test.
    std::thread::spawn(move || {
        let served = axum::serve(listener, plainspoken_site::app(site));
        runtime.block_on(async { served.await.expect("it serves") });
    });
    requests.iter().map(|(path, language)| answer(address, path, language)).collect()
}

fn answer(address: SocketAddr, path: &str, language: &str) -> String {
    let mut stream = TcpStream::connect(address).expect("the site listens");
    let request = format!(
        "GET {path} HTTP/1.1\r\nHost: site\r\nAccept-Language: {language}\r\nConnection: close\r\n\r\n"
    );
    stream.write_all(request.as_bytes()).expect("sent");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).expect("answered");
    answer
}

#[test]
fn a_site_in_rust_answers_in_the_language_of_the_reader_and_never_with_a_recalled_text() {
    let project = Sandbox::copy();
    project.xtask(&["bundle"]).result.expect("the bundle is written");
    let site = Site::open_folder(&project.path("dist")).expect("a release");
    let bundle = |tag: &str| {
        Bundle::parse(&project.read(&format!("dist/{tag}/faq.json"))).expect("a bundle")
    };
    let (arabic, english) = (bundle("ar"), bundle("en-US"));
    let question = |bundle: &Bundle| bundle.entry("csec").expect("the entry").question.clone();
    let said = answers(
        site.clone(),
        &[("/faq/csec", "ar-EG,en;q=0.5"), ("/faq/csec", "xx"), ("/faq/nothing", "ar")],
    );
    assert!(said[0].starts_with("HTTP/1.1 200") && said[0].contains("content-language: ar\r\n"));
    assert!(said[0].contains("vary: Accept-Language\r\n") && said[0].contains(&question(&arabic)));
    assert!(
        said[1].contains("content-language: en-US\r\n") && said[1].contains(&question(&english))
    );
    assert!(said[2].starts_with("HTTP/1.1 404"));

    let fingerprint = &arabic.entry("csec").expect("the entry").fingerprint;
    let list = format!(
        r#"{{"format": 1, "recalls": [{{"fingerprint": "{fingerprint}", "reason": "a wrong age"}}]}}"#
    );
    let mut recalling = site;
    recalling.withdraw(&Recalls::parse(&list).expect("a list"));
    let said = answers(recalling, &[("/faq/csec", "ar")]);
    assert!(
        said[0].contains("content-language: en-US\r\n") && !said[0].contains(&question(&arabic))
    );
}

#[test]
fn a_release_with_one_changed_byte_is_not_opened_and_the_file_is_named() {
    let project = Sandbox::copy();
    project.xtask(&["bundle"]).result.expect("the bundle is written");
    project.replace("dist/fr/faq.json", "18", "16");
    let error = Site::open_folder(&project.path("dist")).expect_err("it was opened").to_string();
    assert!(error.starts_with("fr/faq.json: is not as it was released: SHA-256 "), "{error}");
}

/// The lines of the examples in the README are lines of programs that tests run.
#[test]
fn the_examples_of_the_readme_for_sites_are_run() {
    let read = |path: &str| std::fs::read_to_string(repository().join(path)).expect("it is there");
    let readme = read("README.md");
    let (_, part) = readme.split_once("## If you run a site").expect("the part for sites");
    let (part, _) = part.split_once("### Is it what was released?").expect("the next part");
    let run = [
        "tests/npm/package.test.mjs",
        "tests/site/src/lib.rs",
        "crates/faq-emit/packages/crate/README.md",
    ];
    let run = run.map(read).concat();
    let examples = part.split("```").skip(1).step_by(2);
    let code = examples.filter(|it| it.starts_with("js\n") || it.starts_with("rust\n"));
    let lines: Vec<&str> =
        code.flat_map(|it| it.lines().skip(1)).filter(|line| !line.is_empty()).collect();
    assert!(lines.len() > 7, "{lines:?}");
    for line in lines {
        assert!(run.contains(line), "nothing runs {line:?}");
    }
}
