//! Asks why there is no stream: an `EventSource` does not say with what it was
//! answered.

use gloo_net::http::{Method, RequestBuilder};
use gloo_timers::callback::Timeout;
use web_sys::AbortController;

/// How long the answer may take, in milliseconds: a line that swallowed the
/// stream swallows questions too.
const PATIENCE: u32 = 3_000;

/// What the server says to a page that wants a stream.
pub(in crate::live) enum Refusal {
    /// The session has ended.
    SignedOut,
    /// Nothing will follow.
    Over,
    /// There is no such stream, or not any more.
    Gone,
    /// Too many are open; there may be a place after that many seconds.
    Full { retry_after: u32 },
}

/// Asks without opening anything (`HEAD`). A server that can't be reached has
/// not refused.
pub(in crate::live) async fn ask(url: &str) -> Option<Refusal> {
    let controller = AbortController::new().ok()?;
    let signal = controller.signal();
    let _too_late = Timeout::new(PATIENCE, move || controller.abort());
    let request = RequestBuilder::new(url)
        .method(Method::HEAD)
        .abort_signal(Some(&signal));
    let answer = request.send().await.ok()?;
    match answer.status() {
        401 => Some(Refusal::SignedOut),
        204 => Some(Refusal::Over),
        404 => Some(Refusal::Gone),
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
