//! Tells the server how many pages listen to one stream, so that it can tell everybody
//! who is there.

use gloo_net::http::Request;
use gloo_timers::callback::Timeout;
use leptos::task::spawn_local;
use serde::Serialize;

/// How long a change waits for the next one, in milliseconds: pages often come and go
/// together.
const SETTLED: u32 = 300;

/// The count of one stream. Dropping it tells nothing more.
pub(super) struct PageCount {
    stream: String,
    pages: u32,
    waiting: Option<Timeout>,
}

/// Body of `POST /sse/pages`.
#[derive(Serialize)]
struct Pages {
    stream: String,
    pages: u32,
}

impl PageCount {
    /// The count of a stream that was opened; the server begins with one page.
    pub(super) fn new(stream: String) -> Self {
        Self {
            stream,
            pages: 1,
            waiting: None,
        }
    }

    /// So many pages listen now.
    pub(super) fn set(&mut self, pages: u32) {
        if pages == self.pages {
            return;
        }
        self.pages = pages;
        let stream = self.stream.clone();
        let body = Pages { stream, pages };
        // The one that waited is cancelled.
        self.waiting = Some(Timeout::new(SETTLED, move || spawn_local(report(body))));
    }
}

/// Nothing depends on the answer: a count that was lost is told with the next change.
async fn report(body: Pages) {
    if let Ok(request) = Request::post("/sse/pages").json(&body) {
        let _ = request.send().await;
    }
}
