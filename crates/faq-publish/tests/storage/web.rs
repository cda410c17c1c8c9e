//! What is published is verified over HTTP as in the folder, and one changed byte is found.

use std::{fs, path::PathBuf};

use faq_bundle::Pointer;
use faq_publish::{Place, Terms, Trust, Verified, verify};
use http_body_util::Full;
use hyper::{body::Bytes, server::conn::http1, service::service_fn};
use hyper_util::rt::TokioIo;
use minisign::KeyPair;
use tokio::net::TcpListener;

use crate::release::{NOW, QUICK, bundled, folder, publish_from, terms};

/// Serves the files of a folder, as any web server does. Its address.
async fn serve(folder: PathBuf) -> String {
    let listener = TcpListener::bind(("127.0.0.1", 0)).await.expect("a port");
    let address = listener.local_addr().expect("an address");
    tokio::spawn(async move {
        while let Ok((socket, _)) = listener.accept().await {
            let folder = folder.clone();
            let service = service_fn(move |request: http::Request<_>| {
                let found = fs::read(folder.join(request.uri().path().trim_start_matches('/')));
                let mut response = http::Response::new(Full::new(Bytes::new()));
                match found {
                    Ok(bytes) => *response.body_mut() = Full::new(Bytes::from(bytes)),
                    Err(_) => *response.status_mut() = http::StatusCode::NOT_FOUND,
                }
                async { Ok::<_, std::convert::Infallible>(response) }
            });
            tokio::spawn(http1::Builder::new().serve_connection(TokioIo::new(socket), service));
        }
    });
    format!("http://{address}/")
}

fn told(verified: &Verified) -> Vec<String> {
    verified.differences.iter().map(ToString::to_string).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn one_changed_byte_is_found_over_http_and_in_the_folder() {
    let published = tempfile::tempdir().expect("a temporary folder");
    publish_from(&folder(published.path()), bundled("text").path(), &terms()).await.expect("it");
    let address = serve(published.path().to_owned()).await;
    let web = Place::open(&address, QUICK).expect("a place");
    let (near, trust) = (folder(published.path()), Trust::default());
    let verified = verify(&web, &trust).await.expect("it can be read");
    assert_eq!((told(&verified), verified.files), (Vec::new(), 11));
    assert_eq!(told(&verify(&near, &trust).await.expect("read")), Vec::<String>::new());

    let file = faq_bundle::File::of("index.html", b"<h1>text</h1>");
    let path = format!("{}.gz", file.object_path());
    let mut bytes = fs::read(published.path().join(&path)).expect("read");
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(published.path().join(&path), bytes).expect("written");
    fs::write(published.path().join(file.object_path()), "<h1>test</h1>").expect("written");
    for place in [web, near] {
        let told = told(&verify(&place, &trust).await.expect("it can be read"));
        let changed = format!("{}: SHA-256 ", file.object_path());
        assert_eq!(told.len(), 2, "{told:?}");
        assert!(told[0].starts_with(&changed) && told[1].starts_with(&path), "{told:?}");
    }
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
