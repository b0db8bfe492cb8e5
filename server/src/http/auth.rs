//! Who makes a request: found out once, before any handler runs.

use super::api_error::ApiError;
use crate::{config::Settings, net::service::Peer};
use app::visitor::{CART_COOKIE, CUSTOMER_COOKIE, LANGUAGE_COOKIE, SESSION_COOKIE, Visitor};
use axum::{
    extract::{FromRef, FromRequestParts, Request, State},
    http::{HeaderMap, header, request::Parts},
    middleware::Next,
    response::Response,
};
use axum_extra::extract::CookieJar;
use domain::{
    Unavailable,
    language::Language,
    messages::Sender,
    shop::Shop,
    users::{ApiKey, Session, User},
};
use std::{net::IpAddr, sync::Arc};

/// Middleware: leaves a [`Visitor`] with the request.
pub(crate) async fn recognise(
    State(shop): State<Shop>,
    State(settings): State<Arc<Settings>>,
    mut request: Request,
    next: Next,
) -> Result<Response, ApiError> {
    let headers = request.headers();
    let cookies = CookieJar::from_headers(headers);
    let token = bearer(headers).or_else(|| cookie(&cookies, SESSION_COOKIE));
    let session = session(&shop, token.as_deref()).await?;
    // What somebody has chosen for all devices is chosen, whatever the browser says, and
    // whatever customers can choose.
    let own = session.as_ref().and_then(|session| session.language);
    let nearest = || {
        let liked = language(headers, &cookies);
        shop.settings().languages.nearest(liked)
    };
    let visitor = Visitor {
        language: own.unwrap_or_else(nearest),
        session,
        cart: cookie(&cookies, CART_COOKIE),
        customer: cookie(&cookies, CUSTOMER_COOKIE),
        secure: came_by_tls(&request, &settings),
        address: address(&request, &settings),
    };
    request.extensions_mut().insert(visitor);
    Ok(next.run(request).await)
}

/// Whether a request came by TLS: to this server, or to a proxy that is trusted.
pub(super) fn came_by_tls(request: &Request, settings: &Settings) -> bool {
    let Some(peer) = request.extensions().get::<Peer>() else {
        return false;
    };
    let proto = || forwarded(request.headers(), "x-forwarded-proto");
    peer.secure || is_trusted(peer, settings) && proto() == Some("https")
}

/// Where a request comes from: what a proxy says that is trusted, or else who is there.
fn address(request: &Request, settings: &Settings) -> Option<IpAddr> {
    let peer = request.extensions().get::<Peer>()?;
    let told = forwarded_for(request.headers()).filter(|_| is_trusted(peer, settings));
    told.or(Some(peer.address.ip()))
}

fn is_trusted(peer: &Peer, settings: &Settings) -> bool {
    settings.trusted_proxies.contains(&peer.address.ip())
}

async fn session(shop: &Shop, token: Option<&str>) -> Result<Option<Session>, Unavailable> {
    match token {
        Some(token) => shop.session(token).await,
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

fn bearer(headers: &HeaderMap) -> Option<String> {
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

/// What the browser calls itself; nothing where it does not say.
pub(super) fn user_agent(headers: &HeaderMap) -> String {
    let agent = headers.get(header::USER_AGENT);
    let agent = agent.and_then(|agent| agent.to_str().ok());
    agent.unwrap_or_default().to_owned()
}

/// The session that a request comes with, as [`recognise`] found it.
pub(super) fn session_of(parts: &Parts) -> Option<Session> {
    parts.extensions.get::<Visitor>()?.session.clone()
}

/// A signed-in administrator; whoever is none gets a 401.
pub(crate) struct Admin(pub(crate) User);

impl<S: Sync> FromRequestParts<S> for Admin {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, ApiError> {
        let session = session_of(parts).ok_or(ApiError::SIGNED_OUT)?;
        Ok(Self(session.user))
    }
}

/// An administrator, or a program by its key; whoever is neither gets a 401.
pub(crate) struct Caller(pub(crate) Sender);

impl<S> FromRequestParts<S> for Caller
where
    S: Send + Sync,
    Shop: FromRef<S>,
{
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, ApiError> {
        if let Some(session) = session_of(parts) {
            return Ok(Self(Sender::User(session.user)));
        }
        let (program, _) = program_of(parts, &Shop::from_ref(state)).await?;
        Ok(Self(Sender::Program(program)))
    }
}

/// The program whose key a request comes with, and that key.
///
/// # Errors
/// There is no such key, or the store did not answer.
pub(super) async fn program_of(parts: &Parts, shop: &Shop) -> Result<(ApiKey, String), ApiError> {
    let key = bearer(&parts.headers).ok_or(ApiError::SIGNED_OUT)?;
    let program = shop.api_key(&key).await?.ok_or(ApiError::SIGNED_OUT)?;
    Ok((program, key))
}
