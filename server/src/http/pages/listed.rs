//! What search engines are told: which pages they may list.

use crate::config::Settings;
use app::{shell::LISTED, visitor::Visitor};
use axum::{
    Extension,
    extract::State,
    http::{HeaderMap, Uri, header::CONTENT_TYPE},
    response::IntoResponse,
};
use std::sync::Arc;

/// What nobody needs to find. Pages for whoever has their link say `noindex` besides.
const UNLISTED: &str = "User-agent: *
Disallow: /admin
Disallow: /orders/
Disallow: /sse/
Disallow: /api/
Disallow: /sign-in
";

/// `GET /robots.txt` (RFC 9309): what is not looked for, and where the [`sitemap`] is.
pub(in crate::http) async fn robots(
    State(settings): State<Arc<Settings>>,
    Extension(visitor): Extension<Visitor>,
    uri: Uri,
    headers: HeaderMap,
) -> impl IntoResponse {
    let site = site(&settings, &visitor, &uri, &headers);
    format!("{UNLISTED}\nSitemap: {site}/sitemap.xml\n")
}

/// `GET /sitemap.xml` (sitemaps.org): the pages that are there for everybody.
pub(in crate::http) async fn sitemap(
    State(settings): State<Arc<Settings>>,
    Extension(visitor): Extension<Visitor>,
    uri: Uri,
    headers: HeaderMap,
) -> impl IntoResponse {
    let site = in_xml(&site(&settings, &visitor, &uri, &headers));
    let pages: String = LISTED
        .iter()
        .map(|path| format!("  <url><loc>{site}{path}</loc></url>\n"))
        .collect();
    let text = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n{pages}</urlset>\n"
    );
    ([(CONTENT_TYPE, "application/xml")], text)
}

/// Where the shop is: as the server was told, or else as it was reached.
fn site(settings: &Settings, visitor: &Visitor, uri: &Uri, headers: &HeaderMap) -> String {
    let reached = || visitor.origin(uri, headers);
    settings.public_url.clone().unwrap_or_else(reached)
}

fn in_xml(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}
