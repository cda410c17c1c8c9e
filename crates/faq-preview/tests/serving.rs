//! The server answers browsers of this machine, and nobody who calls it by another name.

#![expect(clippy::disallowed_methods, reason = "tests write the files that the server reads")]

use std::{
    fs,
    io::{BufRead, BufReader, Read, Write},
    net::{SocketAddr, TcpStream},
    path::Path,
    thread,
    time::Duration,
};

use chrono::NaiveDate;
use faq_preview::Server;
use tempfile::TempDir;

/// A project that is served.
struct Served {
    root: TempDir,
    address: SocketAddr,
}

impl Served {
    fn start() -> Self {
        let root = tempfile::tempdir().expect("a temporary folder");
        let repository = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        for folder in ["locales", "locales/en-US", "locales/es", "crates/faq-content/catalog"] {
            fs::create_dir_all(root.path().join(folder)).expect("a folder");
            for entry in fs::read_dir(repository.join(folder)).expect("a folder") {
                let path = entry.expect("a file").path();
                if path.is_file() {
                    let name = path.file_name().expect("a name");
                    fs::copy(&path, root.path().join(folder).join(name)).expect("copied");
                }
            }
        }
        let server = Server::bind(root.path(), NaiveDate::MIN, 0, ("es", true)).expect("a port");
        let address = server.address();
        thread::spawn(move || server.run());
        Self { root, address }
    }

    fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(self.address).expect("it answers");
        stream.set_read_timeout(Some(Duration::from_secs(30))).expect("set");
        stream
    }

    /// The answer to a request with these headers.
    fn ask(&self, line: &str, headers: &str) -> String {
        let mut stream = self.connect();
        write!(stream, "{line} HTTP/1.1\r\n{headers}connection: close\r\n\r\n").expect("sent");
        let mut answer = String::new();
        stream.read_to_string(&mut answer).expect("an answer");
        answer
    }

    /// The answer to a browser.
    fn get(&self, path: &str) -> String {
        self.ask(&format!("GET {path}"), &format!("host: {}\r\n", self.address))
    }
}

fn status(answer: &str) -> &str {
    answer.split(' ').nth(1).unwrap_or_default()
}

#[test]
fn whoever_calls_it_by_another_name_is_refused() {
    let served = Served::start();
    let port = served.address.port();
    for host in
        ["evil.example", "evil.example:80", "127.0.0.1", "0.0.0.0", "127.0.0.1.evil.example"]
    {
        let answer = served.ask("GET /es/index.html", &format!("host: {host}\r\n"));
        assert_eq!(status(&answer), "421", "{host}");
        assert!(!answer.contains("<html"));
    }
    let both = format!("host: localhost:{port}\r\nhost: evil.example\r\n");
    assert_ne!(status(&served.ask("GET /es/index.html", &both)), "200");
    let answer = served.ask("GET /es/index.html", &format!("host: localhost:{port}\r\n"));
    assert_eq!(status(&answer), "200");
}

#[test]
fn only_pages_of_locales_the_script_and_the_news_of_saves_have_an_address() {
    let served = Served::start();
    assert!(served.get("/").contains("location: /es/index.html?beside"));
    for (path, expected) in [
        ("/es/index.html", "200"),
        ("/ar-XB/index.html", "200"),
        ("/_preview/live.js", "200"),
        ("/xx/index.html", "404"),
        ("/es/faq.ftl", "404"),
        ("/es/", "404"),
        ("/../locales/locales.toml", "404"),
        ("/..%2fes/index.html", "404"),
        ("/%2e%2e/index.html", "404"),
        ("/%00/index.html", "404"),
    ] {
        assert_eq!(status(&served.get(path)), expected, "{path}");
    }
    let host = format!("host: {}\r\n", served.address);
    assert_eq!(status(&served.ask("POST /es/index.html", &host)), "405");
}

#[test]
fn every_answer_says_what_a_page_may_do_and_shares_nothing() {
    let served = Served::start();
    for path in ["/", "/es/index.html", "/xx/index.html", "/nowhere", "/_preview/live.js"] {
        let answer = served.get(path).to_lowercase();
        for header in [
            "content-security-policy: default-src 'none'",
            "frame-ancestors 'none'",
            "x-content-type-options: nosniff",
            "cache-control: no-store",
            "cross-origin-resource-policy: same-origin",
        ] {
            assert!(answer.contains(header), "{path}: {header}");
        }
        assert!(!answer.contains("access-control-") && !answer.contains("unsafe-inline"), "{path}");
    }
}

/// The lines by which a page is told of what was saved, from the first save on.
fn news(served: &Served) -> impl Iterator<Item = String> + use<> {
    let mut stream = served.connect();
    write!(stream, "GET /_preview/saves HTTP/1.1\r\nhost: {}\r\n\r\n", served.address)
        .expect("sent");
    let mut news = BufReader::new(stream).lines().map(|line| line.expect("a line"));
    assert!(news.any(|line| line == "data: 0"));
    news
}

#[test]
fn a_saved_catalog_and_a_saved_policy_are_told() {
    let served = Served::start();
    let mut news = news(&served);
    for file in ["crates/faq-content/catalog/entries.toml", "locales/policy.toml"] {
        let path = served.root.path().join(file);
        let text = fs::read_to_string(&path).expect("a file");
        fs::write(&path, format!("{text}\n# Saved.\n")).expect("saved");
        assert!(news.any(|line| line.starts_with("data: ")), "{file}");
    }
}

#[test]
fn a_saved_file_is_told_and_a_project_that_cannot_be_read_is_explained() {
    let served = Served::start();
    let mut news = news(&served);
    fs::write(served.root.path().join("locales/locales.toml"), "format = 9").expect("saved");
    assert!(news.any(|line| line.starts_with("data: ")));
    let answer = served.get("/es/index.html");
    assert!(!answer.contains("_m-title"));
    assert!(answer.contains("locales/locales.toml:1:") && answer.contains("/_preview/live.js"));
}
