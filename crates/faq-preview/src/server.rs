//! Serves the preview to browsers of this machine, and tells them when a file was saved.

use std::{
    convert::Infallible,
    net::{Ipv4Addr, SocketAddr, TcpListener},
    path::{Path, PathBuf},
    sync::Arc,
    thread,
};

use axum::{
    Router,
    extract::{self, RawQuery, Request, State},
    http::{
        HeaderMap, HeaderValue, StatusCode,
        header::{
            CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, HOST, REFERRER_POLICY,
            X_CONTENT_TYPE_OPTIONS,
        },
    },
    middleware::{Next, from_fn_with_state},
    response::{
        Html, IntoResponse, Redirect, Response, Sse,
        sse::{Event, KeepAlive},
    },
    routing::get,
};
use chrono::NaiveDate;
use faq_emit::{Live, PreviewPage, trouble};
use faq_l10n::Pseudo;
use futures_util::{Stream, stream};
use tokio::sync::watch;
use xtask::{Changes, Error, Project};

use crate::view::{Shown, view};

const SCRIPT: &str = include_str!("live.js");

/// The query of a page with the reference text beside each text.
const BESIDE: &str = "beside";

/// A server on the loopback address, not yet running. It answers only requests that name it as their host: a page of another
/// site could let its own name point here.
#[derive(Debug)]
pub struct Server {
    listener: TcpListener,
    address: SocketAddr,
    site: Site,
}

/// What every request may ask about.
#[derive(Clone, Debug)]
struct Site {
    root: PathBuf,
    today: NaiveDate,
    /// Where `/` leads.
    first: String,
    /// The names under which browsers know this server.
    hosts: [String; 2],
    /// How often a file was saved.
    saves: watch::Receiver<u64>,
}

impl Server {
    /// Takes the port, or a free one for 0, and watches the locales and the catalog of the project in `root`. `/` leads to the
    /// page of `tag`.
    pub fn bind(
        root: &Path,
        today: NaiveDate,
        port: u16,
        (tag, beside): (&str, bool),
    ) -> Result<Self, Error> {
        let io = |error| Error::Io(format!("127.0.0.1:{port}").into(), error);
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(io)?;
        listener.set_nonblocking(true).map_err(io)?;
        let address = listener.local_addr().map_err(io)?;
        let catalog = root.join(&Project::read(root)?.registry.catalog);
        let changes = Changes::of([root.join("locales").as_path(), &catalog])?;
        let (counter, saves) = watch::channel(0);
        thread::spawn(move || {
            // Of what cannot be watched nobody knows whether it was saved; only when nothing more comes it is over.
            while !matches!(changes.wait(), Err(Error::NoMoreChanges)) {
                counter.send_modify(|count| *count += 1);
            }
        });
        let query = if beside { "?beside" } else { "" };
        let site = Site {
            root: root.to_owned(),
            today,
            first: format!("/{tag}/index.html{query}"),
            hosts: ["127.0.0.1", "localhost"].map(|name| format!("{name}:{}", address.port())),
            saves,
        };
        Ok(Self { listener, address, site })
    }

    /// Where it will answer.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Answers until the process ends.
    pub fn run(self) -> Result<(), Error> {
        let io = |error| Error::Io(self.address.to_string().into(), error);
        let runtime =
            tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(io)?;
        runtime.block_on(async {
            let listener = tokio::net::TcpListener::from_std(self.listener).map_err(io)?;
            axum::serve(listener, routes(Arc::new(self.site))).await.map_err(io)
        })
    }
}

fn routes(site: Arc<Site>) -> Router {
    Router::new()
        .route("/", get(async |State(site): State<Arc<Site>>| Redirect::to(&site.first)))
        .route("/{tag}/index.html", get(page))
        .route("/_preview/live.js", get(([(CONTENT_TYPE, "text/javascript")], SCRIPT)))
        .route("/_preview/saves", get(saves))
        .layer(from_fn_with_state(Arc::clone(&site), guard))
        .with_state(site)
}

/// Refuses whoever knows this server by another name, and tells browsers what a page may do.
async fn guard(State(site): State<Arc<Site>>, request: Request, next: Next) -> Response {
    let mut named = request.headers().get_all(HOST).iter();
    let is_ours = |host: &HeaderValue| site.hosts.iter().any(|it| host == it.as_str());
    let mut response = if named.next().is_some_and(is_ours) && named.next().is_none() {
        next.run(request).await
    } else {
        (StatusCode::MISDIRECTED_REQUEST, "This is a preview for this machine only.")
            .into_response()
    };
    let headers = response.headers_mut();
    for (name, value) in [
        (CACHE_CONTROL, "no-store"),
        (REFERRER_POLICY, "no-referrer"),
        (X_CONTENT_TYPE_OPTIONS, "nosniff"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    headers.insert("cross-origin-resource-policy", HeaderValue::from_static("same-origin"));
    headers.insert("cross-origin-opener-policy", HeaderValue::from_static("same-origin"));
    headers
        .entry(CONTENT_SECURITY_POLICY)
        .or_insert(HeaderValue::from_static("default-src 'none'; frame-ancestors 'none'"));
    response
}

/// The page of a locale as it is now. The tag is looked up among those of the registry and is never a path.
async fn page(
    State(site): State<Arc<Site>>,
    extract::Path(tag): extract::Path<String>,
    RawQuery(query): RawQuery,
) -> Response {
    let beside = query.as_deref() == Some(BESIDE);
    match tokio::task::spawn_blocking(move || site.page(&tag, beside)).await {
        Ok(response) => response,
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

/// How often a file was saved: now, and after each time.
async fn saves(
    State(site): State<Arc<Site>>,
) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let mut saves = site.saves.clone();
    saves.mark_changed();
    let events = stream::unfold(saves, async |mut saves| {
        saves.changed().await.ok()?;
        let count = *saves.borrow_and_update();
        Some((Ok(Event::default().data(count.to_string())), saves))
    });
    Sse::new(events).keep_alive(KeepAlive::default())
}

impl Site {
    fn page(&self, tag: &str, beside: bool) -> Response {
        // Counted before the files are read: what is saved meanwhile asks for the page once more.
        let live = self.live(tag, beside);
        let shown = Shown { tag, today: self.today, beside, live: Some(live.clone()) };
        let page = Project::read(&self.root).and_then(|project| view(&project, shown));
        let (status, page) = match page {
            Ok((page, _)) => (StatusCode::OK, Ok(page)),
            Err(error) => (status_of(&error), trouble(&error.to_string(), &live)),
        };
        match page.ok().and_then(|page| Some((headers(&page)?, page))) {
            Some((headers, page)) => (status, headers, Html(page.html)).into_response(),
            None => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
        }
    }

    fn live(&self, tag: &str, beside: bool) -> Live {
        let (name, query) =
            if beside { ("Alone", "") } else { ("Beside the reference", "?beside") };
        let other = |made_up: Pseudo| {
            (made_up.name().to_owned(), format!("../{}/index.html", made_up.tag()))
        };
        let toggle = (name.to_owned(), format!("../{tag}/index.html{query}"));
        let links = std::iter::once(toggle).chain(Pseudo::ALL.map(other));
        Live {
            script: "/_preview/live.js".to_owned(),
            saved: self.saves.borrow().to_string(),
            links: links.collect(),
        }
    }
}

fn status_of(error: &Error) -> StatusCode {
    match error {
        Error::Usage(_) => StatusCode::NOT_FOUND,
        // Nothing is wrong with the server; the page says what is wrong with the project.
        _ => StatusCode::OK,
    }
}

fn headers(page: &PreviewPage) -> Option<HeaderMap> {
    let policy = format!("{}; frame-ancestors 'none'", page.policy);
    let policy = HeaderValue::from_str(&policy).ok()?;
    Some(HeaderMap::from_iter([(CONTENT_SECURITY_POLICY, policy)]))
}
