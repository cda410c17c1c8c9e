//! Whatever request goes wrong, and however: readers see the old release or the new one, and the next attempt succeeds.

use std::{
    fs,
    path::Path,
    time::{Duration, Instant},
};

use faq_publish::{Patience, Place, Trust, verify};

use crate::{
    reader::Reader,
    release::{QUICK, bundled, publish_from, terms},
    server::{Fault, Plan, Server},
    times,
};

/// Gives up soon.
const SHORT: Patience = Patience { attempts: 2, wait: Duration::from_millis(1) };

#[tokio::test(flavor = "multi_thread")]
async fn whatever_request_fails_readers_see_the_old_or_the_new_release_whole() {
    let server = Server::start().await;
    let (old, new) = (bundled("old"), bundled("new"));
    publish_from(&server.place(QUICK), old.path(), &terms()).await.expect("published");
    let kept = tempfile::tempdir().expect("a temporary folder");
    copy(&server.root(), kept.path());

    server.plan(None);
    let begun = Instant::now();
    publish_from(&server.bad_place(QUICK), new.path(), &terms()).await.expect("published");
    // Only a server that is silent on purpose is silent for so long, also on a machine that has much else to do.
    let timeout = Duration::from_millis(200) + 2 * begun.elapsed();
    let hasty = server.hasty_place(timeout, QUICK);
    let hasty_and_short = server.hasty_place(timeout, SHORT);
    let place = |fault, is_once| match (fault, is_once) {
        (Fault::Slow, true) => hasty.clone(),
        (Fault::Slow, false) => hasty_and_short.clone(),
        (_, true) => server.bad_place(QUICK),
        (_, false) => server.bad_place(SHORT),
    };
    let requests = server.requests();
    assert!(requests > 30, "{requests}");

    let every = usize::try_from(times(1, 0)).expect("small");
    let (mut cases, mut failed) = (0, 0);
    // In the ordinary tests every third request fails, in one way; in the long ones each in every way.
    for (round, first) in (1..=requests).step_by(if every == 1 { 3 } else { 1 }).enumerate() {
        for (index, fault) in Fault::ALL.into_iter().enumerate() {
            if every == 1 && round % Fault::ALL.len() != index {
                continue;
            }
            for count in [1, usize::MAX] {
                // One of them in the ordinary tests: a round of the faults later it is the other.
                if every == 1 && (round / Fault::ALL.len()).is_multiple_of(2) != (count == 1) {
                    continue;
                }
                restore(kept.path(), &server);
                cases += 1;
                let plan = Plan { fault, first, count };
                failed +=
                    usize::from(!case(&server, &place(fault, count == 1), plan, new.path()).await);
            }
        }
    }
    println!("{requests} requests, {cases} cases, {failed} publications failed and were repeated");
}

/// Publishes while things go wrong, looks, and publishes again. Whether the first attempt succeeded.
async fn case(server: &Server, place: &Place, plan: Plan, new: &Path) -> bool {
    server.plan(Some(plan));
    let result = publish_from(place, new, &terms()).await;
    if plan.count == 1 {
        assert!(result.is_ok(), "{plan:?}: {result:?}");
    }
    server.plan(None);
    let mut reader = Reader::new(server.store());
    reader.look().await.unwrap_or_else(|| panic!("{plan:?}: nothing is there"));
    if result.is_err() {
        let again = publish_from(&server.place(QUICK), new, &terms()).await;
        again.unwrap_or_else(|error| panic!("{plan:?}: {error}"));
    }
    let verified = verify(&server.place(QUICK), &Trust::default()).await.expect("it can be read");
    assert!(verified.differences.is_empty(), "{plan:?}: {:?}", verified.differences);
    result.is_ok()
}

/// Puts the bucket back to what it was.
fn restore(kept: &Path, server: &Server) {
    let root = server.root();
    for entry in fs::read_dir(&root).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            fs::remove_dir_all(path).expect("removed");
        } else {
            fs::remove_file(path).expect("removed");
        }
    }
    copy(kept, &root);
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("made");
    for entry in fs::read_dir(from).expect("a folder") {
        let entry = entry.expect("an entry");
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).expect("copied");
        }
    }
}
