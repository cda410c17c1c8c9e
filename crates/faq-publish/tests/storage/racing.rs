//! Several publishers at once: one wins each sequence, and readers see whole releases throughout.

use std::collections::BTreeSet;

use faq_bundle::{CURRENT, Pointer, pointer_path};
use faq_publish::{Error, Place, Trust, verify};
use object_store::{ObjectStoreExt, path::Path};

use crate::{
    reader::Polling,
    release::{QUICK, bundled, folder, publish_from, terms},
    server::Server,
    times,
};

/// Lets two publishers run `rounds` times. The sequences that were won, and how often one of the two lost.
async fn race(places: [Place; 2], rounds: u32) -> (BTreeSet<u64>, u32) {
    let (left, right) = (bundled("left"), bundled("right"));
    let (mut won, mut lost) = (BTreeSet::new(), 0);
    for _ in 0..rounds {
        let terms = terms();
        let results = tokio::join!(
            publish_from(&places[0], left.path(), &terms),
            publish_from(&places[1], right.path(), &terms)
        );
        let mut winners = 0;
        for result in [results.0, results.1] {
            match result {
                Ok(published) => {
                    winners += 1;
                    let sequence = published.pointer.sequence;
                    assert!(won.insert(sequence), "sequence {sequence} was won twice");
                }
                Err(Error::Raced(_)) => lost += 1,
                Err(error) => panic!("{error}"),
            }
        }
        assert!(winners > 0, "both lost");
    }
    (won, lost)
}

fn all_up_to(won: &BTreeSet<u64>) -> BTreeSet<u64> {
    (1..=won.len() as u64).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_publishers_exactly_one_wins_each_sequence() {
    let server = Server::start().await;
    let polling = Polling::start(server.store());
    let (won, lost) = race([server.place(QUICK), server.place(QUICK)], times(30, 1000)).await;
    let looks = polling.stop().await;
    assert_eq!(won, all_up_to(&won), "no sequence is left out");
    assert!(lost > 0, "they never met");
    assert!(looks > 0, "the reader saw nothing");
    let newest = pointer_path(won.len() as u64);
    let get = |path: String| {
        let store = server.store();
        async move { store.get(&Path::from(path)).await.expect("there").bytes().await.expect("read") }
    };
    let current = get(CURRENT.to_owned()).await;
    assert_eq!(current, get(newest).await, "the newest is the current one");
    assert!(Pointer::parse(&String::from_utf8_lossy(&current)).is_ok());
    let verified = verify(&server.place(QUICK), &Trust::default()).await.expect("it can be read");
    assert!(verified.differences.is_empty(), "{:?}", verified.differences);
    println!("{} sequences won, {lost} lost, {looks} whole releases read", won.len());
}

#[tokio::test(flavor = "multi_thread")]
async fn in_a_folder_too() {
    let published = tempfile::tempdir().expect("a temporary folder");
    let place = || folder(published.path());
    let (won, lost) = race([place(), place()], times(30, 1000)).await;
    assert_eq!(won, all_up_to(&won));
    assert!(lost > 0, "they never met");
    let verified = verify(&place(), &Trust::default()).await.expect("it can be read");
    assert!(verified.differences.is_empty(), "{:?}", verified.differences);
    println!("{} sequences won, {lost} lost", won.len());
}
