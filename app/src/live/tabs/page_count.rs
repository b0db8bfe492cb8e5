//! Tells the server how many pages listen to one stream, so that it can tell everybody
//! who is there.

use crate::{erased::spawn, json, live::post};
use gloo_timers::callback::Timeout;
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
struct Pages<'a> {
    stream: &'a str,
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
        let stream = &self.stream;
        // A name and a number always have a JSON form.
        let body = json::written(&Pages { stream, pages }).unwrap_or_default();
        // The one that waited is cancelled.
        self.waiting = Some(Timeout::new(SETTLED, move || spawn(report(body))));
    }
}

/// Nothing depends on the answer: a count that was lost is corrected by the next one.
async fn report(body: String) {
    if let Some(request) = post::json("/sse/pages", &body) {
        let _ = request.send().await;
    }
}
