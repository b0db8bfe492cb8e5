//! Keeps pages of other sites from acting in a visitor's name.

use crate::config::Settings;
use crate::http::api_error::ApiError;
use axum::{
    extract::{Request, State},
    http::{HeaderMap, HeaderValue, Method, header},
    middleware::Next,
    response::Response,
};
use std::sync::Arc;

/// Middleware for pages and forms: refuses what changes something and comes from
/// another site.
///
/// Browsers say where a request comes from (`Sec-Fetch-Site`, and `Origin` in
/// older ones); programs that are no browsers say nothing, and carry no cookie
/// that was not given to them.
pub(crate) async fn same_origin(request: Request, next: Next) -> Result<Response, ApiError> {
    if reads(request.method()) || is_same_origin(request.headers()) {
        Ok(next.run(request).await)
    } else {
        Err(ApiError::FOREIGN_ORIGIN)
    }
}

/// Middleware for the API and the streams: as [`same_origin`], but pages of the
/// allowed origins may change things too.
pub(crate) async fn allowed_origin(
    State(settings): State<Arc<Settings>>,
    request: Request,
    next: Next,
) -> Result<Response, ApiError> {
    let origin = request.headers().get(header::ORIGIN);
    match origin {
        Some(origin) if settings.allowed_origins.contains(origin) => Ok(next.run(request).await),
        _ => same_origin(request, next).await,
    }
}

fn reads(method: &Method) -> bool {
    matches!(*method, Method::GET | Method::HEAD | Method::OPTIONS)
}

fn is_same_origin(headers: &HeaderMap) -> bool {
    let text = |name| {
        headers
            .get(name)
            .and_then(|value: &HeaderValue| value.to_str().ok())
    };
    if let Some(site) = text("sec-fetch-site") {
        return matches!(site, "same-origin" | "none");
    }
    match (text("origin"), text("host")) {
        (None, _) => true,
        (Some(origin), Some(host)) => origin
            .split_once("://")
            .is_some_and(|(_, from)| from == host),
        (Some(_), None) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn same_origin(pairs: &[(&'static str, &'static str)]) -> bool {
        let headers = pairs
            .iter()
            .map(|(name, value)| (name.parse().unwrap(), HeaderValue::from_static(value)));
        is_same_origin(&headers.collect())
    }

    #[test]
    fn only_our_own_pages_and_programs_may_change_things() {
        assert!(same_origin(&[]));
        assert!(same_origin(&[("sec-fetch-site", "same-origin")]));
        assert!(same_origin(&[
            ("origin", "http://shop:3000"),
            ("host", "shop:3000")
        ]));
        assert!(!same_origin(&[("sec-fetch-site", "same-site")]));
        assert!(!same_origin(&[
            ("sec-fetch-site", "cross-site"),
            ("host", "shop")
        ]));
        assert!(!same_origin(&[
            ("origin", "https://evil"),
            ("host", "shop")
        ]));
        assert!(!same_origin(&[("origin", "null"), ("host", "shop")]));
    }
}
