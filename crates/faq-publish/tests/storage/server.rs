//! A server of the S3 protocol on this machine, with a folder behind it, and a second door to it behind which things go wrong.

use std::{
    fs, io,
    net::SocketAddr,
    path::PathBuf,
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use faq_publish::{Nature, Patience, Place};
use futures_util::stream;
use http::{Method, Request, Response, StatusCode, header};
use http_body_util::{BodyExt, StreamBody, combinators::BoxBody};
use hyper::{
    body::{Bytes, Frame, Incoming},
    service::service_fn,
};
use hyper_util::{
    rt::{TokioExecutor, TokioIo},
    server::conn::auto,
};
use object_store::{ClientOptions, ObjectStore, RetryConfig, aws::AmazonS3Builder};
use s3s::{
    auth::SimpleAuth,
    service::{S3Service, S3ServiceBuilder},
};
use s3s_fs::FileSystem;
use tempfile::TempDir;
use tokio::{net::TcpListener, sync::Mutex as AsyncMutex};

pub(crate) const BUCKET: &str = "faq";
pub(crate) const KEY: &str = "test-key";
pub(crate) const SECRET: &str = "test-secret";

/// Longer than any client here waits.
const SLOW: Duration = Duration::from_mins(10);
/// How long a client waits where nothing is slow on purpose.
const PATIENT: Duration = Duration::from_mins(2);

/// What goes wrong with a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// Nothing is done and the server says that it failed.
    Refused(u16),
    /// Everything is done and the server says that it failed.
    DoneAndDenied,
    /// Nothing is done and the connection ends.
    Dropped,
    /// Everything is done and half of the answer arrives.
    CutOff,
    /// Everything is done and no answer comes.
    Slow,
}

impl Fault {
    pub(crate) const ALL: [Self; 6] = [
        Self::Refused(500),
        Self::Refused(503),
        Self::DoneAndDenied,
        Self::Dropped,
        Self::CutOff,
        Self::Slow,
    ];
}

/// Which requests go wrong, by their number since the plan was made.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Plan {
    pub(crate) fault: Fault,
    pub(crate) first: usize,
    pub(crate) count: usize,
}

/// The server. It ends with the runtime of the test.
pub(crate) struct Server {
    folder: TempDir,
    endpoint: String,
    // A client reads the certificates of the whole world when it is made.
    good: Arc<dyn ObjectStore>,
    bad: Arc<dyn ObjectStore>,
    bad_address: SocketAddr,
    state: Arc<State>,
}

struct State {
    s3: S3Service,
    /// The folder behind it looks and then writes; a real one does both at once.
    conditional: AsyncMutex<()>,
    requests: AtomicUsize,
    plan: Mutex<Option<Plan>>,
    /// Paths in the bucket that were written, in the order in which that was asked for.
    written: Mutex<Vec<String>>,
}

type Answer = Response<BoxBody<Bytes, io::Error>>;

impl Server {
    pub(crate) async fn start() -> Self {
        // In memory, where there is such a folder: what is tried here is not the disk.
        let folder = tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir());
        let folder = folder.expect("a temporary folder");
        fs::create_dir(folder.path().join(BUCKET)).expect("made");
        let files = FileSystem::new(folder.path()).expect("a folder");
        let mut s3 = S3ServiceBuilder::new(files);
        s3.set_auth(SimpleAuth::from_single(KEY, SECRET));
        let state = Arc::new(State {
            s3: s3.build(),
            conditional: AsyncMutex::new(()),
            requests: AtomicUsize::new(0),
            plan: Mutex::new(None),
            written: Mutex::new(Vec::new()),
        });
        let good = listen(state.clone(), false).await;
        let bad_address = listen(state.clone(), true).await;
        let endpoint = format!("http://{good}");
        let (good, bad) = (store(good, PATIENT), store(bad_address, PATIENT));
        Self { folder, endpoint, good, bad, bad_address, state }
    }

    /// Everything behind the server: the bucket, and what is noted about what is in it.
    pub(crate) fn root(&self) -> PathBuf {
        self.folder.path().to_owned()
    }

    pub(crate) fn endpoint(&self) -> String {
        self.endpoint.clone()
    }

    /// The bucket through the door behind which nothing goes wrong.
    pub(crate) fn store(&self) -> Arc<dyn ObjectStore> {
        self.good.clone()
    }

    /// The same as a place.
    pub(crate) fn place(&self, patience: Patience) -> Place {
        Place::of(self.store(), Nature::Bucket, patience)
    }

    /// The bucket through the door behind which things go wrong.
    pub(crate) fn bad_place(&self, patience: Patience) -> Place {
        Place::of(self.bad.clone(), Nature::Bucket, patience)
    }

    /// The same, for a client that does not wait longer for an answer.
    pub(crate) fn hasty_place(&self, timeout: Duration, patience: Patience) -> Place {
        Place::of(store(self.bad_address, timeout), Nature::Bucket, patience)
    }

    /// From now on requests go wrong as planned.
    pub(crate) fn plan(&self, plan: Option<Plan>) {
        self.state.requests.store(0, Ordering::SeqCst);
        *self.state.plan.lock().expect("no panic meanwhile") = plan;
    }

    /// Paths in the bucket that were written since this was asked last.
    pub(crate) fn written(&self) -> Vec<String> {
        std::mem::take(&mut *self.state.written.lock().expect("no panic meanwhile"))
    }

    /// Number of requests since the last plan.
    pub(crate) fn requests(&self) -> usize {
        self.state.requests.load(Ordering::SeqCst)
    }
}

fn store(address: SocketAddr, timeout: Duration) -> Arc<dyn ObjectStore> {
    let _ = rustls::crypto::ring::default_provider().install_default();
    let store = AmazonS3Builder::new()
        .with_endpoint(format!("http://{address}"))
        .with_bucket_name(BUCKET)
        .with_region("us-east-1")
        .with_access_key_id(KEY)
        .with_secret_access_key(SECRET)
        .with_client_options(ClientOptions::new().with_allow_http(true).with_timeout(timeout))
        .with_retry(RetryConfig { max_retries: 0, ..RetryConfig::default() });
    Arc::new(store.build().expect("a store"))
}

async fn listen(state: Arc<State>, is_bad: bool) -> SocketAddr {
    let listener = TcpListener::bind(("127.0.0.1", 0)).await.expect("a port");
    let address = listener.local_addr().expect("an address");
    tokio::spawn(async move {
        while let Ok((socket, _)) = listener.accept().await {
            let state = state.clone();
            tokio::spawn(async move {
                let service = service_fn(move |request| answer(state.clone(), request, is_bad));
                let builder = auto::Builder::new(TokioExecutor::new());
                let _ = builder.serve_connection(TokioIo::new(socket), service).await;
            });
        }
    });
    address
}

async fn answer(
    state: Arc<State>,
    request: Request<Incoming>,
    is_bad: bool,
) -> Result<Answer, io::Error> {
    if !is_bad {
        return serve(&state, request).await;
    }
    let number = state.requests.fetch_add(1, Ordering::SeqCst) + 1;
    let plan = *state.plan.lock().expect("no panic meanwhile");
    let fault = plan
        .filter(|plan| number >= plan.first && number - plan.first < plan.count)
        .map(|plan| plan.fault);
    match fault {
        None => serve(&state, request).await,
        Some(Fault::Refused(status)) => {
            // A server that answers before it has read everything would end the connection too.
            let _ = request.into_body().collect().await;
            Ok(failed(status))
        }
        Some(Fault::DoneAndDenied) => {
            serve(&state, request).await?;
            Ok(failed(500))
        }
        Some(Fault::Dropped) => Err(io::Error::other("dropped")),
        Some(Fault::CutOff) => {
            let (parts, body) = serve(&state, request).await?.into_parts();
            let bytes = body.collect().await?.to_bytes();
            if bytes.is_empty() {
                return Err(io::Error::other("cut off"));
            }
            let half = Ok(Frame::data(bytes.slice(..bytes.len() / 2)));
            let frames = stream::iter([half, Err(io::Error::other("cut off"))]);
            let mut response = Response::from_parts(parts, BodyExt::boxed(StreamBody::new(frames)));
            response.headers_mut().insert(header::CONTENT_LENGTH, bytes.len().into());
            Ok(response)
        }
        Some(Fault::Slow) => {
            let answer = serve(&state, request).await;
            tokio::time::sleep(SLOW).await;
            answer
        }
    }
}

async fn serve(state: &State, request: Request<Incoming>) -> Result<Answer, io::Error> {
    if request.method() == Method::PUT {
        let path = request.uri().path().trim_start_matches(&format!("/{BUCKET}/")).to_owned();
        state.written.lock().expect("no panic meanwhile").push(path);
    }
    let headers = request.headers();
    let is_conditional =
        headers.contains_key(header::IF_NONE_MATCH) || headers.contains_key(header::IF_MATCH);
    let _held = if is_conditional { Some(state.conditional.lock().await) } else { None };
    let answer = state.s3.call(request.map(s3s::Body::from)).await;
    let (parts, body) = answer.map_err(io::Error::other)?.into_parts();
    Ok(Response::from_parts(parts, body.map_err(io::Error::other).boxed()))
}

fn failed(status: u16) -> Answer {
    let body = http_body_util::Full::new(Bytes::from_static(b"<Error><Code>Fault</Code></Error>"));
    let mut answer = Response::new(body.map_err(io::Error::other).boxed());
    *answer.status_mut() = StatusCode::from_u16(status).expect("a status");
    answer
}
