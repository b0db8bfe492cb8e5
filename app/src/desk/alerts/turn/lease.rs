//! The turn as a lease in the storage that the pages of a browser share: where there are no
//! locks. On a busy machine two may take it at once.

use gloo_timers::future::TimeoutFuture;
use js_sys::{Date, Math};
use leptos::prelude::window;
use web_sys::Storage;

/// Where the pages of a browser find who holds the turn, and until when.
const KEY: &str = "orderbell.turn";

/// For so long the page that was heard last is the one that is heard next, in milliseconds:
/// a page that is gone, or that the browser stopped, loses its turn.
const TIME: u64 = 10_000;

/// So long it takes at the most until all pages see the same claim, in milliseconds. Each
/// has a copy of the storage; of two that claim at once the last one stays.
const SETTLED: u32 = 150;

/// So long a page looks up from what it does before it looks who holds the turn, in
/// milliseconds: what others claimed while it was busy comes in first.
const SEEN: u32 = 20;

/// A page's claim to be heard.
#[derive(Debug, Clone, Copy)]
pub(super) struct Lease {
    page: u64,
}

impl Lease {
    /// That of a page that was just opened.
    pub(super) fn new() -> Self {
        let page = (Math::random() * 2_f64.powi(53)) as u64;
        Self { page }
    }

    /// Whether the page is the one that is heard: it holds the turn, or nobody else claims
    /// it. Without storage each page is heard.
    pub(super) async fn take(self) -> bool {
        let Some(storage) = storage() else {
            return true;
        };
        let is_settled = self.has_settled(&storage);
        if !is_settled {
            TimeoutFuture::new(SEEN).await;
        }
        let now = Date::now() as u64;
        let is_anothers = |(page, until): (u64, u64)| until > now && page != self.page;
        if holder(&storage).is_some_and(is_anothers) {
            return false;
        }
        let claim = format!("{} {}", self.page, now + TIME);
        if storage.set_item(KEY, &claim).is_err() || is_settled {
            return true;
        }
        TimeoutFuture::new(SETTLED).await;
        holder(&storage).is_none_or(|(page, _)| page == self.page)
    }

    /// Whether it has held the turn for so long that all pages see it.
    fn has_settled(self, storage: &Storage) -> bool {
        let now = Date::now() as u64;
        holder(storage).is_some_and(|(page, until)| {
            page == self.page && until > now && until + u64::from(SETTLED) <= now + TIME
        })
    }

    /// Gives the turn up: another page may be heard at once.
    pub(super) fn give_up(self) {
        if let Some(storage) = storage()
            && holder(&storage).is_some_and(|(page, _)| page == self.page)
        {
            // One that stays is over soon.
            let _ = storage.remove_item(KEY);
        }
    }
}

fn storage() -> Option<Storage> {
    window().local_storage().ok().flatten()
}

/// Which page holds the turn, and until when.
fn holder(storage: &Storage) -> Option<(u64, u64)> {
    let claim = storage.get_item(KEY).ok()??;
    let (page, until) = claim.split_once(' ')?;
    Some((page.parse().ok()?, until.parse().ok()?))
}
