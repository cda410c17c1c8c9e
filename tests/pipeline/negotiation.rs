//! Which locale is served to whom, with the table of a real release.

use faq_bundle::Manifest;

use crate::project::{Sandbox, repository};

#[test]
fn the_shared_vectors_hold_with_the_table_of_a_release() {
    let project = Sandbox::copy();
    project.xtask(&["bundle"]).result.expect("the bundle is written");
    let manifest =
        Manifest::parse(&project.read("dist/manifest.json")).expect("the manifest can be read");
    let vectors = std::fs::read_to_string(repository().join("tests/vectors/negotiation.json"))
        .expect("the vectors are here");
    let vectors: Vec<serde_json::Value> =
        serde_json::from_str(&vectors).expect("the vectors are JSON");
    assert!(vectors.len() > 20);
    for vector in vectors {
        let (header, served) =
            (vector["header"].as_str().expect("a header"), vector["served"].as_str());
        assert_eq!(Some(manifest.negotiation.from_header(header)), served, "{header:?}");
    }
}
