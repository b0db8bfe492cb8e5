//! Why there is no stream: an `EventSource` does not say with what it was
//! answered, so the page asks.

use gloo_net::http::{Method, RequestBuilder};

/// What the server says to a page that wants a stream.
pub(super) enum Refusal {
    /// The session has ended.
    SignedOut,
    /// There is nothing more to hear.
    Over,
    /// Too many are open; there may be a place after that many seconds.
    Full { retry_after: u32 },
}

/// Asks without opening anything (`HEAD`). A server that can't be reached has
/// not refused.
pub(super) async fn ask(url: &str) -> Option<Refusal> {
    let request = RequestBuilder::new(url).method(Method::HEAD);
    let answer = request.send().await.ok()?;
    match answer.status() {
        401 => Some(Refusal::SignedOut),
        204 => Some(Refusal::Over),
        429 | 503 => {
            let after = answer.headers().get("retry-after");
            let retry_after = after.and_then(|seconds| seconds.parse().ok());
            Some(Refusal::Full {
                retry_after: retry_after?,
            })
        }
        _ => None,
    }
}
