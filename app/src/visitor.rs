//! Who a page is rendered for, and the cookies by which they are known.

use axum::http::{HeaderMap, HeaderValue, Uri, header::HOST, request::Parts, uri::Authority};
use domain::{carts::CART_DAYS, language::Language, shop::SESSION_SECONDS, users::Session};
use leptos::prelude::use_context;
use std::net::IpAddr;

/// The cookie that holds a session's token.
pub const SESSION_COOKIE: &str = "orderbell_session";
/// The cookie that holds the chosen language.
pub const LANGUAGE_COOKIE: &str = "orderbell_language";

/// The cookie that holds the key of the visitor's cart.
pub const CART_COOKIE: &str = "orderbell_cart";
/// The cookie that holds who orders on this device.
pub const CUSTOMER_COOKIE: &str = "orderbell_customer";

/// Who makes a request.
#[derive(Debug, Clone, Default)]
pub struct Visitor {
    /// The language to answer in: the one that the user has chosen for all devices, or
    /// else that of the cookie, or else the one that the browser asks for.
    pub language: Language,
    /// The session, where somebody is signed in.
    pub session: Option<Session>,
    /// The key of the cart, as the cookie has it.
    pub cart: Option<String>,
    /// Who orders on this device, as the cookie has it.
    pub customer: Option<String>,
    /// Whether the request came by TLS.
    pub secure: bool,
    /// From where.
    pub address: Option<IpAddr>,
}

impl Visitor {
    /// The visitor whose request is being answered.
    pub fn current() -> Self {
        let parts = use_context::<Parts>();
        let visitor = parts.and_then(|parts| parts.extensions.get::<Self>().cloned());
        visitor.unwrap_or_default()
    }

    /// Where this site is, as the visitor has reached it: `https://shop.example`.
    pub fn origin(&self, uri: &Uri, headers: &HeaderMap) -> String {
        let scheme = if self.secure { "https" } else { "http" };
        let header = || headers.get(HOST)?.to_str().ok();
        // HTTP/2 has the host in the address.
        let host = uri.authority().map(Authority::as_str).or_else(header);
        format!("{scheme}://{}", host.unwrap_or_default())
    }
}

/// The cookie that opens a session; scripts never see it, other sites never
/// make the browser send it along with a change.
pub fn session_cookie(token: &str, secure: bool) -> HeaderValue {
    let rest = format!("HttpOnly; Max-Age={SESSION_SECONDS}");
    cookie(SESSION_COOKIE, token, &rest, secure)
}

/// The cookie that forgets a session.
pub fn session_cookie_end() -> HeaderValue {
    cookie(SESSION_COOKIE, "", "HttpOnly; Max-Age=0", false)
}

/// The cookie that remembers the chosen language, for a year.
pub fn language_cookie(language: Language, secure: bool) -> HeaderValue {
    cookie(LANGUAGE_COOKIE, language.code(), "Max-Age=31536000", secure)
}

/// The cookie that keeps the key of a cart as long as the cart is kept.
pub fn cart_cookie(key: &str, secure: bool) -> HeaderValue {
    let seconds = CART_DAYS * 24 * 3600;
    let rest = format!("HttpOnly; Max-Age={seconds}");
    cookie(CART_COOKIE, key, &rest, secure)
}

/// The cookie that remembers who orders on this device, for a year.
pub fn customer_cookie(customer: &str, secure: bool) -> HeaderValue {
    cookie(
        CUSTOMER_COOKIE,
        customer,
        "HttpOnly; Max-Age=31536000",
        secure,
    )
}

/// The cookie that forgets who orders on this device.
pub fn customer_cookie_end() -> HeaderValue {
    cookie(CUSTOMER_COOKIE, "", "HttpOnly; Max-Age=0", false)
}

fn cookie(name: &str, value: &str, rest: &str, secure: bool) -> HeaderValue {
    let secure = if secure { "; Secure" } else { "" };
    let text = format!("{name}={value}; Path=/; SameSite=Lax; {rest}{secure}");
    // Tokens and language codes are ASCII.
    HeaderValue::from_str(&text).unwrap_or(HeaderValue::from_static(""))
}
