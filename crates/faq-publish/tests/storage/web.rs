//! What is published is verified over HTTP as in the folder, and one changed byte is found.

use std::{convert::Infallible, fs, path::Path};

use faq_bundle::{Encoding, Manifest, Pointer};
use faq_publish::{Place, Terms, Trust, Verified, verify};
use futures_util::stream;
use http::{Request, Response, header};
use http_body_util::{BodyExt, Full, StreamBody, combinators::BoxBody};
use hyper::{
    body::{Bytes, Frame, Incoming},
    server::conn::http1,
    service::service_fn,
};
use hyper_util::rt::TokioIo;
use minisign::KeyPair;
use tokio::net::TcpListener;

use crate::release::{NOW, QUICK, bundled, folder, publish_from, terms};

/// What a web server does besides handing out files.
#[derive(Clone, Copy)]
enum Manner {
    /// Nothing.
    Plain,
    /// It sends everybody to another address first, calls everything HTML, compresses, unasked, what is not compressed yet, and
    /// does not say how long that is.
    Helpful,
    /// It refuses what ends so, with this status.
    Refusing(&'static str, u16),
}

/// Serves the files of a folder. The place that this is to a client.
async fn serve(folder: &Path, manner: Manner) -> Place {
    let listener = TcpListener::bind(("127.0.0.1", 0)).await.expect("a port");
    let address = listener.local_addr().expect("an address");
    let folder = folder.to_owned();
    tokio::spawn(async move {
        while let Ok((socket, _)) = listener.accept().await {
            let folder = folder.clone();
            let service = service_fn(move |request: Request<Incoming>| {
                let answer = answer(&folder, request.uri().path(), manner);
                async { Ok::<_, Infallible>(answer) }
            });
            tokio::spawn(http1::Builder::new().serve_connection(TokioIo::new(socket), service));
        }
    });
    Place::open(&format!("http://{address}/"), QUICK).expect("a place")
}

type Body = BoxBody<Bytes, Infallible>;

fn answer(folder: &Path, path: &str, manner: Manner) -> Response<Body> {
    let status = |status: u16| Response::builder().status(status);
    let moved = path.strip_prefix("/moved");
    let found = fs::read(folder.join(moved.unwrap_or(path).trim_start_matches('/')));
    let is_compressed = Encoding::ALL.iter().any(|encoding| path.ends_with(encoding.ending()));
    let answer = match (manner, found) {
        (_, Err(_)) => status(404).body(Full::default().boxed()),
        (Manner::Helpful, Ok(_)) if moved.is_none() => {
            let address = format!("/moved{path}");
            status(302).header(header::LOCATION, address).body(Full::default().boxed())
        }
        (Manner::Helpful, Ok(bytes)) if !is_compressed => {
            let bytes = Encoding::Gzip.compress(&bytes).expect("compressed");
            let answer = Response::builder().header(header::CONTENT_TYPE, "text/html");
            answer.header(header::CONTENT_ENCODING, "gzip").body(of_unknown_length(bytes))
        }
        (Manner::Refusing(end, code), Ok(_)) if path.ends_with(end) => {
            status(code).body(Full::default().boxed())
        }
        (_, Ok(bytes)) => Response::builder().body(Full::from(bytes).boxed()),
    };
    answer.expect("an answer")
}

/// Sent without saying before how much it will be.
fn of_unknown_length(bytes: Vec<u8>) -> Body {
    let frame = Ok(Frame::data(Bytes::from(bytes)));
    BodyExt::boxed(StreamBody::new(stream::iter([frame])))
}

fn told(verified: &Verified) -> Vec<String> {
    verified.differences.iter().map(ToString::to_string).collect()
}

/// Changes one byte of a file.
fn spoil(folder: &Path, path: &str) {
    let mut bytes = fs::read(folder.join(path)).expect("read");
    if let Some(byte) = bytes.last_mut() {
        *byte ^= 1;
    }
    fs::write(folder.join(path), bytes).expect("written");
}

#[tokio::test(flavor = "multi_thread")]
async fn one_changed_byte_is_found_over_http_and_in_the_folder() {
    let published = tempfile::tempdir().expect("a temporary folder");
    let bundle = bundled("text");
    publish_from(&folder(published.path()), bundle.path(), &terms()).await.expect("published");
    let web = serve(published.path(), Manner::Plain).await;
    let (near, trust) = (folder(published.path()), Trust::default());
    let verified = verify(&web, &trust).await.expect("it can be read");
    // The pointer, the manifest twice, three files and two compressed ones twice.
    assert_eq!((told(&verified), verified.files), (Vec::new(), 13));
    assert_eq!(told(&verify(&near, &trust).await.expect("read")), Vec::<String>::new());

    let manifest = fs::read(bundle.path().join("manifest.json")).expect("read");
    let manifest = Manifest::parse_bytes(&manifest).expect("a manifest");
    let index = manifest.all_files().find(|file| file.path == "index.html").expect("listed");
    let mut spoilt: Vec<String> = index.forms().map(|form| form.object_path()).collect();
    spoilt.sort();
    spoilt.insert(0, "es/faq.json".to_owned());
    for path in &spoilt {
        spoil(published.path(), path);
    }
    for place in [web, near] {
        let told = told(&verify(&place, &trust).await.expect("it can be read"));
        let expected: Vec<String> = spoilt.iter().map(|path| format!("{path}: SHA-256 ")).collect();
        assert_eq!(told.len(), expected.len(), "{told:?}");
        assert!(told.iter().zip(&expected).all(|(it, start)| it.starts_with(start)), "{told:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_web_server_does_on_the_way_is_no_difference_and_what_it_refuses_is() {
    let published = tempfile::tempdir().expect("a temporary folder");
    publish_from(&folder(published.path()), bundled("text").path(), &terms()).await.expect("it");
    let ask = async |manner| {
        let place = serve(published.path(), manner).await;
        told(&verify(&place, &Trust::default()).await.expect("it can be read"))
    };
    assert_eq!(ask(Manner::Helpful).await, Vec::<String>::new());
    assert_eq!(ask(Manner::Refusing("/es/faq.json", 404)).await, ["es/faq.json: not there"]);
    for status in [403, 500] {
        let told = ask(Manner::Refusing("/es/faq.json", status)).await;
        assert!(told[0].starts_with("es/faq.json: cannot be read: "), "{told:?}");
        assert_eq!(told.len(), 1);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_release_that_is_served_as_it_was_bundled_is_verified_by_its_manifest() {
    let bundle = bundled("text");
    let web = serve(bundle.path(), Manner::Plain).await;
    let verified = verify(&web, &Trust::default()).await.expect("it can be read");
    assert_eq!((told(&verified), verified.files, verified.sequence), (Vec::new(), 6, None));
    spoil(bundle.path(), "index.html.br");
    let verified = verify(&web, &Trust::default()).await.expect("it can be read");
    assert!(told(&verified)[0].starts_with("index.html.br: SHA-256 "), "{verified:?}");
    let at_least = Trust { at_least: Some(1), ..Trust::default() };
    let verified = verify(&web, &at_least).await.expect("it can be read");
    assert_eq!(told(&verified), ["current.json: not there"], "who wants a pointer is told");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pointer_that_is_old_expired_or_of_somebody_else_is_not_trusted() {
    let published = tempfile::tempdir().expect("a temporary folder");
    let place = folder(published.path());
    let pair = KeyPair::generate_unencrypted_keypair().expect("a key");
    let secret = pair.sk.to_box(None).expect("a key").into_string();
    let key = faq_publish::Key::parse(&secret, None).expect("a key");
    let signed = Terms { key: Some(&key), ..terms() };
    publish_from(&place, bundled("text").path(), &signed).await.expect("published");
    let mine = pair.pk.to_base64();
    let other = KeyPair::generate_unencrypted_keypair().expect("a key").pk.to_base64();
    let ask = async |key: &str, at_least, now| {
        let trust = Trust { key: Some(key), at_least, now };
        told(&verify(&place, &trust).await.expect("it can be read"))
    };
    assert_eq!(ask(&mine, Some(1), Some(NOW + 3599)).await, Vec::<String>::new());
    let late = ask(&mine, Some(2), Some(NOW + 3600)).await;
    assert_eq!(
        late,
        [
            "current.json: its sequence is 1 and should be 2 at least",
            "current.json: it expired 2026-11-18 12:06 UTC",
        ]
    );
    let wrong = ask(&other, None, None).await;
    assert!(wrong[0].starts_with("current.json: the pointer's signature is not by this key"));
    let path = published.path().join("current.json");
    let text = fs::read_to_string(&path).expect("read");
    let longer = text.replace(&(NOW + 3600).to_string(), &(NOW + 9999).to_string());
    assert!(Pointer::parse(&longer).is_ok());
    fs::write(&path, longer).expect("written");
    assert_eq!(ask(&mine, None, None).await.len(), 2, "the signature, and the pointer for good");
}
