//! A site in Rust that serves the FAQ in the language of each reader.

use std::sync::Arc;

use axum::{
    Json, Router,
    extract::{Path, State},
    http::{
        HeaderMap, StatusCode,
        header::{ACCEPT_LANGUAGE, CONTENT_LANGUAGE, VARY},
    },
    response::IntoResponse,
    routing::get,
};
use faq_bundle::Site;

/// Serves each entry of a release under `/faq/<id>`.
pub fn app(site: Site) -> Router {
    Router::new().route("/faq/{id}", get(entry)).with_state(Arc::new(site))
}

async fn entry(
    State(site): State<Arc<Site>>,
    Path(id): Path<String>,
    headers: HeaderMap,
) -> impl IntoResponse {
    let wanted = headers.get(ACCEPT_LANGUAGE).and_then(|it| it.to_str().ok()).unwrap_or("*");
    let found = site.from_header(wanted).map_or(Ok(None), |faq| faq.entry(&id));
    match found {
        Ok(Some(entry)) => {
            // What is sent depends on the reader, and is in the language that it really is in.
            let about = [(CONTENT_LANGUAGE, entry.locale.as_str()), (VARY, "Accept-Language")];
            (about, Json(entry)).into_response()
        }
        Ok(None) => StatusCode::NOT_FOUND.into_response(),
        // It was released like this, by another program than ours.
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}
