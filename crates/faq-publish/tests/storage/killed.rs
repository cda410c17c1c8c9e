//! A publisher that is killed at any moment leaves the old release or the new one.

use std::{
    path::Path,
    process::{Child, Command, Stdio},
    sync::Arc,
    time::Instant,
};

use faq_publish::{Place, Trust, verify};
use object_store::{ObjectStore, ObjectStoreExt, local::LocalFileSystem, path::Path as StorePath};

use crate::{
    reader::Reader,
    release::{QUICK, bundled, folder, publish_from, terms},
    server::{BUCKET, KEY, SECRET, Server},
    times,
};

/// The program as it is started by a person.
pub(crate) fn program(from: &Path, to: &str) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_faq-publish"));
    command.args(["publish", "--place", to, "--keep", "3", "--days", "0", "--from"]).arg(from);
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command
}

/// Starts publications and kills each at another moment; then looks, and at the end publishes once more.
async fn kill_often(
    rounds: u32,
    start: impl Fn(&Path) -> Child,
    store: Arc<dyn ObjectStore>,
    place: &Place,
) {
    let (even, odd) = (bundled("even"), bundled("odd"));
    let begun = Instant::now();
    let whole = start(even.path()).wait().expect("it ends");
    assert!(whole.success());
    let takes = begun.elapsed();
    let mut reader = Reader::new(store.clone());
    let (mut ended, mut published) = (0, 0);
    for round in 0..rounds {
        let bundle = if round % 2 == 0 { &even } else { &odd };
        let mut child = start(bundle.path());
        // Moments that never repeat and are spread evenly over the time that it takes.
        let part = (f64::from(round) * 0.618_034).fract();
        tokio::time::sleep(takes.mul_f64(part * 1.1)).await;
        ended += u32::from(child.try_wait().expect("it is ours").is_some());
        child.kill().expect("killed");
        child.wait().expect("it ends");
        // It would stay in force for ten minutes.
        let _ = remove_mark(store.as_ref()).await;
        published += u32::from(reader.look().await.is_some());
    }
    publish_from(place, even.path(), &terms()).await.expect("published");
    let verified = verify(place, &Trust::default()).await.expect("it can be read");
    assert!(verified.differences.is_empty(), "{:?}", verified.differences);
    println!(
        "{rounds} killed, {ended} of them had ended; {published} whole releases read; one takes {takes:?}"
    );
}

/// Takes away the mark of a sweep that was killed.
async fn remove_mark(store: &dyn ObjectStore) -> object_store::Result<()> {
    store.delete(&StorePath::from("sweeping.json")).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_publisher_that_is_killed_leaves_the_old_or_the_new_release_in_a_bucket() {
    let server = Server::start().await;
    let endpoint = server.endpoint();
    let start = |from: &Path| {
        let mut command = program(from, &format!("s3://{BUCKET}"));
        command.envs([
            ("AWS_ENDPOINT", endpoint.as_str()),
            ("AWS_ACCESS_KEY_ID", KEY),
            ("AWS_SECRET_ACCESS_KEY", SECRET),
            ("AWS_REGION", "us-east-1"),
            ("AWS_ALLOW_HTTP", "true"),
        ]);
        command.spawn().expect("it starts")
    };
    kill_often(times(20, 1000), start, server.store(), &server.place(QUICK)).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_publisher_that_is_killed_leaves_the_old_or_the_new_release_in_a_folder() {
    let published = tempfile::tempdir().expect("a temporary folder");
    let to = published.path().to_str().expect("a readable name");
    let store = Arc::new(LocalFileSystem::new_with_prefix(to).expect("a folder"));
    let start = |from: &Path| program(from, to).spawn().expect("it starts");
    kill_often(times(20, 1000), start, store, &folder(published.path())).await;
}
