//! Hears that there is something new, and fetches it.

use super::now::ShopNow;
use crate::live::bell;
use delivery::Cursor;
use domain::language::Language;
use futures::{FutureExt, StreamExt, channel::mpsc, select};
use gloo_net::http::Request;
use gloo_timers::future::sleep;
use js_sys::Math;
use leptos::task::spawn_local;
use std::time::Duration;

/// The pages that hear of a change fetch it within so many seconds, each at its own time: the
/// answer is encoded once for all, but all at once would be too many connections.
const SPREAD: f64 = 1.0;

/// Where there was no answer, it is asked again after so many seconds.
const AGAIN: u32 = 10;

/// Tells what the shop shows, whenever that is another, for as long as the page lives.
/// `next_look` says in how many seconds that may be so by the clock alone.
pub(in crate::shop) fn follow(
    language: Language,
    cursor: Option<Cursor>,
    mut next_look: u32,
    tell: impl Fn(ShopNow) + 'static,
) {
    let (sender, mut rings) = mpsc::unbounded();
    bell::follow("/sse/menu", cursor, move || {
        // The receiver lives as long as the page.
        let _ = sender.unbounded_send(());
    });
    spawn_local(async move {
        loop {
            let mut by_the_clock = sleep(Duration::from_secs(next_look.into())).fuse();
            select! {
                () = rings.select_next_some() => {}
                () = by_the_clock => {}
            }
            sleep(Duration::from_secs_f64(SPREAD * Math::random())).await;
            // What rang meanwhile is in the answer, too.
            while let Some(Some(())) = rings.next().now_or_never() {}
            let now = fetch(language).await;
            next_look = now.as_ref().map_or(AGAIN, |now| now.next_look);
            if let Some(now) = now {
                tell(now);
            }
        }
    });
}

async fn fetch(language: Language) -> Option<ShopNow> {
    let url = format!("/api/menu/now?language={}", language.code());
    let answer = Request::get(&url).send().await.ok()?;
    if !answer.ok() {
        return None;
    }
    serde_json::from_str(&answer.text().await.ok()?).ok()
}
