//! Whatever is published, rolled back and removed: what a pointer needs that is left is there.

use std::sync::Arc;

use faq_bundle::Pointer;
use faq_publish::{Nature, Place, Terms, Trust, publish, releases, roll_back, verify};
use indicatif::ProgressBar;
use object_store::memory::InMemory;
use proptest::{collection::vec, prelude::*};
use tempfile::TempDir;

use crate::release::{NOW, QUICK, bundled, folder, terms};

/// What somebody does, a hundred seconds after what was done before.
#[derive(Clone, Debug)]
struct Step {
    /// Which of the releases is published; without one, the last other one becomes current again.
    release: Option<usize>,
    lasts: u64,
    keep: Option<usize>,
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let lasts = prop_oneof![Just(0), Just(150), Just(1000)];
    let step =
        (proptest::option::weighted(0.8, 0..3_usize), lasts, proptest::option::of(0..3_usize));
    vec(step.prop_map(|(release, lasts, keep)| Step { release, lasts, keep }), 1..10)
}

/// Does what the steps say and looks after each.
async fn walk(bundles: &[TempDir], steps: &[Step]) {
    let place = Place::of(Arc::new(InMemory::new()), Nature::Bucket, QUICK);
    let mut expected: Vec<Pointer> = Vec::new();
    for (number, Step { release, lasts, keep }) in (1..).zip(steps) {
        let now = NOW + 100 * number;
        let terms = Terms { now, lasts: *lasts, keep: *keep, ..terms() };
        let bar = ProgressBar::hidden();
        let done = match release.and_then(|it| bundles.get(it)) {
            Some(bundle) => publish(&place, &folder(bundle.path()), &terms, &bar).await,
            None => roll_back(&place, None, &terms, &bar).await,
        };
        // There may be nothing to go back to.
        if let Ok(done) = done {
            expected.insert(0, done.pointer);
            if let Some(keep) = keep {
                let mut age = 0;
                expected.retain(|pointer| {
                    age += 1;
                    age <= (*keep).max(1) || pointer.expires > now
                });
            }
        }
        let left = releases(&place).await.expect("they can be read");
        let left: Vec<Pointer> = left.into_iter().map(|release| release.pointer).collect();
        assert_eq!(left, expected);
        if !expected.is_empty() {
            let verified = verify(&place, &Trust::default()).await.expect("it can be read");
            assert!(verified.differences.is_empty(), "{:?}", verified.differences);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(crate::times(24, 500)))]
    #[test]
    fn whatever_is_removed_every_pointer_that_is_left_reaches_a_whole_release(steps in steps()) {
        let bundles = ["one", "two", "three"].map(bundled);
        let runtime = tokio::runtime::Runtime::new().expect("threads");
        runtime.block_on(walk(&bundles, &steps));
    }
}
