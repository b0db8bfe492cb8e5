//! The script that shows notifications while no page is open.

use crate::http::state::AppState;
use axum::{
    http::{
        HeaderValue,
        header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY},
    },
    routing::{MethodRouter, get_service},
};
use tower::ServiceBuilder;
use tower_http::{services::ServeFile, set_header::SetResponseHeaderLayer};

/// It runs by a policy of its own: it loads the icon of a notification, and tells the
/// shop where a browser gives the device another address. A page's policy has no say.
const POLICY: HeaderValue = HeaderValue::from_static(
    "default-src 'none'; connect-src 'self'; img-src 'self'; frame-ancestors 'none'",
);

const NO_CACHE: HeaderValue = HeaderValue::from_static("no-cache");

/// `GET /sw.js`: the service worker. At the root, so that it is that of every page.
/// Browsers ask each time whether theirs is the last.
pub(in crate::http) fn service_worker(state: &AppState) -> MethodRouter<AppState> {
    let file = ServeFile::new(format!("{}/sw.js", state.leptos.site_root));
    let file = ServiceBuilder::new()
        .layer(SetResponseHeaderLayer::overriding(CACHE_CONTROL, NO_CACHE))
        .layer(SetResponseHeaderLayer::overriding(
            CONTENT_SECURITY_POLICY,
            POLICY,
        ))
        .service(file);
    get_service(file)
}
