//! What every answer says to the browser, so that it does not guess, and does no more
//! than the shop needs.

use super::content_policy;
use crate::{config::Settings, http::auth};
use axum::{
    extract::{Request, State},
    http::{HeaderMap, HeaderName, HeaderValue, header},
    middleware::Next,
    response::Response,
};
use std::sync::Arc;

/// A browser that came by TLS once comes by nothing else for a year.
const ONLY_TLS: HeaderValue = HeaderValue::from_static("max-age=31536000");

const PERMISSIONS_POLICY: HeaderName = HeaderName::from_static("permissions-policy");
/// What pages do not use is denied to them. A sound for a new order, a screen that stays
/// on, and the whole of it are theirs alone.
const PERMISSIONS: HeaderValue = HeaderValue::from_static(
    "accelerometer=(), camera=(), display-capture=(), geolocation=(), \
     gyroscope=(), hid=(), magnetometer=(), microphone=(), midi=(), payment=(), serial=(), \
     usb=(), xr-spatial-tracking=(), \
     autoplay=(self), fullscreen=(self), screen-wake-lock=(self)",
);

/// Middleware: what every answer says to the browser.
pub(crate) async fn set(
    State(settings): State<Arc<Settings>>,
    request: Request,
    next: Next,
) -> Response {
    let came_by_tls = auth::came_by_tls(&request, &settings);
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    for (name, value) in [
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "same-origin"),
        (header::X_FRAME_OPTIONS, "DENY"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    if came_by_tls {
        headers.insert(header::STRICT_TRANSPORT_SECURITY, ONLY_TLS);
    }
    if is_page(headers) {
        headers.insert(PERMISSIONS_POLICY, PERMISSIONS);
    }
    // A page that is drawn has said already what it may load.
    let policy = headers.entry(header::CONTENT_SECURITY_POLICY);
    policy.or_insert(content_policy::NOTHING);
    response
}

fn is_page(headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE);
    kind.is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"))
}
