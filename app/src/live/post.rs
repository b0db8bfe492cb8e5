//! Posting what a page has to say to the server.

use gloo_net::http::Request;
use js_sys::Reflect;
use web_sys::{Headers, RequestInit};

/// A request with JSON that is sent even if its page goes away: neither gloo-net nor
/// web-sys has a word for that.
pub(super) fn json(url: &str, body: &str) -> Option<Request> {
    let headers = Headers::new().ok()?;
    headers.set("content-type", "application/json").ok()?;
    let init = RequestInit::new();
    init.set_method("POST");
    init.set_headers(&headers);
    init.set_body(&body.into());
    Reflect::set(&init, &"keepalive".into(), &true.into()).ok()?;
    let request = web_sys::Request::new_with_str_and_init(url, &init).ok()?;
    Some(Request::from(request))
}
