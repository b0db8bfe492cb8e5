//! Which page of the browser is heard: one alone, whichever holds the turn.

use js_sys::{Date, Math};
use leptos::prelude::window;
use web_sys::Storage;

/// Where the pages of a browser find who holds the turn, and until when.
const KEY: &str = "orderbell.turn";

/// A page's claim to be heard.
#[derive(Debug, Clone, Copy)]
pub(super) struct Turn {
    page: u64,
}

impl Turn {
    /// That of a page that was just opened.
    pub(super) fn new() -> Self {
        let page = (Math::random() * 2_f64.powi(53)) as u64;
        Self { page }
    }

    /// Whether the page is the one that is heard, for so many milliseconds from now on: it
    /// holds the turn, or nobody does. Storage is the same for all pages of the browser at
    /// once; without it each page is heard.
    pub(super) fn take(self, millis: u64) -> bool {
        let Some(storage) = storage() else {
            return true;
        };
        let now = Date::now() as u64;
        if holder(&storage).is_some_and(|(page, until)| page != self.page && until > now) {
            return false;
        }
        let claim = format!("{} {}", self.page, now + millis);
        storage.set_item(KEY, &claim).is_err()
            || holder(&storage).is_none_or(|(page, _)| page == self.page)
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
