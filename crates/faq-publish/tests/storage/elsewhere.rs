//! The same at a place of one's own: a bucket of a provider, or an emulator. `PLAINSPOKEN_TRY` names it; without it nothing is tried.

use faq_publish::{Patience, Place, Terms, Trust, releases, verify};

use crate::release::{NOW, back, bundled, publish_from, terms};

/// Publishes there what expires at once, goes back, removes, and looks.
#[tokio::test(flavor = "multi_thread")]
async fn a_place_of_ones_own_takes_publications_ways_back_and_removals() {
    let Ok(name) = std::env::var("PLAINSPOKEN_TRY") else {
        println!("not tried: `PLAINSPOKEN_TRY` names no place");
        return;
    };
    let place = Place::open_or_make(&name, Patience::default()).expect("a place");
    let (old, new) = (bundled("old"), bundled("new"));
    let expiring = Terms { lasts: 0, ..terms() };
    let first = publish_from(&place, old.path(), &expiring).await.expect("published").pointer;
    publish_from(&place, new.path(), &expiring).await.expect("published");
    let third = back(&place, None).await.expect("rolled back").pointer;
    assert_eq!((third.sequence, &third.manifest), (first.sequence + 2, &first.manifest));
    let keeping = Terms { keep: Some(1), now: NOW + 7200, ..terms() };
    let last = publish_from(&place, new.path(), &keeping).await.expect("published").pointer;
    let left = releases(&place).await.expect("they can be read");
    // What was there before may not have expired.
    let is_left = |sequence| left.iter().any(|release| release.pointer.sequence == sequence);
    assert_eq!([first, third, last].map(|it| is_left(it.sequence)), [false, false, true]);
    let verified = verify(&place, &Trust::default()).await.expect("it can be read");
    assert!(verified.differences.is_empty(), "{:?}", verified.differences);
}
