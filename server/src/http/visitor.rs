//! Who makes a request: found out once, before any handler runs.

use super::problem::Problem;
use crate::{net::serving::Peer, state::AppState};
pub(crate) use app::visitor::Visitor;
use app::visitor::{LANGUAGE_COOKIE, SESSION_COOKIE};
use axum::{
    extract::{FromRequestParts, Request, State},
    http::{HeaderMap, header, request::Parts},
    middleware::Next,
    response::Response,
};
use axum_extra::extract::CookieJar;
use domain::{
    language::Language,
    ports::Unavailable,
    user::{Session, User},
};
use std::net::IpAddr;

/// Middleware: leaves a [`Visitor`] with the request.
pub(crate) async fn recognise(
    State(state): State<AppState>,
    mut request: Request,
    next: Next,
) -> Result<Response, Problem> {
    let peer = request.extensions().get::<Peer>().copied();
    let address = peer.map(|peer| peer.address.ip());
    let headers = request.headers();
    let cookies = CookieJar::from_headers(headers);
    let token = bearer(headers).or_else(|| cookie(&cookies, SESSION_COOKIE));
    let trusted = address.is_some_and(|it| state.settings.trusted_proxies.contains(&it));
    let forwarded_secure = trusted && forwarded(headers, "x-forwarded-proto") == Some("https");
    let visitor = Visitor {
        language: language(headers, &cookies),
        session: session(&state, token.as_deref()).await?,
        secure: peer.is_some_and(|peer| peer.secure) || forwarded_secure,
        address: forwarded_for(headers).filter(|_| trusted).or(address),
    };
    request.extensions_mut().insert(visitor);
    Ok(next.run(request).await)
}

async fn session(state: &AppState, token: Option<&str>) -> Result<Option<Session>, Unavailable> {
    match token {
        Some(token) => state.shop.session(token).await,
        None => Ok(None),
    }
}

/// The language of the cookie, or else the one that the browser likes best, or
/// else the first of ours.
fn language(headers: &HeaderMap, cookies: &CookieJar) -> Language {
    let chosen = cookies
        .get(LANGUAGE_COOKIE)
        .and_then(|cookie| Language::from_tag(cookie.value()));
    let liked = || {
        let header = headers.get(header::ACCEPT_LANGUAGE)?.to_str().ok()?;
        Language::negotiate(header)
    };
    chosen.or_else(liked).unwrap_or_default()
}

pub(super) fn bearer(headers: &HeaderMap) -> Option<String> {
    let value = headers.get(header::AUTHORIZATION)?.to_str().ok()?;
    Some(value.strip_prefix("Bearer ")?.trim().to_owned())
}

fn cookie(cookies: &CookieJar, name: &str) -> Option<String> {
    Some(cookies.get(name)?.value().to_owned())
}

fn forwarded<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers.get(name)?.to_str().ok()
}

/// The address nearest to the trusted proxy: the others can be made up.
fn forwarded_for(headers: &HeaderMap) -> Option<IpAddr> {
    forwarded(headers, "x-forwarded-for")?
        .rsplit(',')
        .next()?
        .trim()
        .parse()
        .ok()
}

/// The session that a request comes with, as [`recognise`] found it.
pub(super) fn session_of(parts: &Parts) -> Option<Session> {
    parts.extensions.get::<Visitor>()?.session.clone()
}

/// A signed-in administrator; whoever is none gets a 401.
pub(crate) struct Admin(pub(crate) User);

impl<S: Sync> FromRequestParts<S> for Admin {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        let session = session_of(parts).ok_or(Problem::SIGNED_OUT)?;
        Ok(Self(session.user))
    }
}
