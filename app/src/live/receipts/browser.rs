//! The browser's end.

use super::unacknowledged::Unacknowledged;
use crate::{
    erased::spawn,
    json,
    live::{connection::backoff::Backoff, post},
};
use delivery::Cursor;
use domain::messages::Shown;
use futures::{FutureExt, StreamExt, channel::mpsc, select};
use gloo_timers::future::sleep;
use js_sys::{Date, Math};
use leptos::prelude::window_event_listener_untyped;
use std::time::Duration;

/// How long what was shown is gathered, in milliseconds.
const GATHERED: u32 = 1_000;

enum Notice {
    /// An event was shown.
    Shown(Cursor),
    /// The page goes away.
    Leave,
}

/// Starts to tell the server, for as long as the page lives. What is returned
/// takes each event that was shown, any number of times.
pub fn open() -> impl Fn(Cursor) + Clone + Send + Sync + 'static {
    let (sender, notices) = mpsc::unbounded();
    let leave = sender.clone();
    // Without its handle a listener stays as long as the page.
    let _ = window_event_listener_untyped("pagehide", move |_| {
        let _ = leave.unbounded_send(Notice::Leave);
    });
    spawn(report(notices));
    move |event| {
        let _ = sender.unbounded_send(Notice::Shown(event));
    }
}

async fn report(mut notices: mpsc::UnboundedReceiver<Notice>) {
    let mut unacknowledged = Unacknowledged::default();
    let mut backoff = Backoff::default();
    let mut pause = GATHERED;
    loop {
        gather(&mut unacknowledged, &mut notices, pause).await;
        let shown = unacknowledged.report(Date::now());
        pause = match send(&shown).await {
            Ok(()) => {
                unacknowledged.acknowledged(&shown);
                backoff.succeeded();
                GATHERED
            }
            Err(()) => GATHERED + backoff.next(Math::random()),
        };
    }
}

/// Returns when there is something to tell and it has been gathered for long
/// enough, or the page goes away.
async fn gather(
    unacknowledged: &mut Unacknowledged,
    notices: &mut mpsc::UnboundedReceiver<Notice>,
    pause: u32,
) {
    while unacknowledged.is_empty() {
        if let Some(Notice::Shown(event)) = notices.next().await {
            unacknowledged.show(event, Date::now());
        }
    }
    let mut enough = sleep(Duration::from_millis(pause.into())).fuse();
    loop {
        select! {
            () = enough => return,
            notice = notices.next() => match notice {
                Some(Notice::Shown(event)) => unacknowledged.show(event, Date::now()),
                Some(Notice::Leave) | None => return,
            },
        }
    }
}

/// Tells the server. What it will never take counts as told: a page whose
/// session has ended would repeat it for ever.
async fn send(shown: &Shown) -> Result<(), ()> {
    let body = json::written(shown).ok_or(())?;
    let request = post::json("/api/seen", &body).ok_or(())?;
    let answer = request.send().await.map_err(|_| ())?;
    match answer.status() {
        500.. | 429 => Err(()),
        _ => Ok(()),
    }
}
