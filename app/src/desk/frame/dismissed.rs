//! Remembers, for as long as the tab lives, which popups were closed.

use delivery::Cursor;
use leptos::prelude::window;
use web_sys::Storage;

const KEY: &str = "orderbell.dismissed";
/// More than a day has.
const MOST: usize = 500;

fn storage() -> Option<Storage> {
    window().session_storage().ok().flatten()
}

/// The events whose popups were closed.
pub(super) fn recall() -> impl DoubleEndedIterator<Item = Cursor> {
    let stored = storage().and_then(|storage| storage.get_item(KEY).ok().flatten());
    let events: Vec<_> = stored
        .unwrap_or_default()
        .split(' ')
        .filter_map(|event| event.parse().ok())
        .collect();
    events.into_iter()
}

/// Notes that a popup was closed.
pub(super) fn note(event: Cursor) {
    let mut last: Vec<_> = recall().rev().take(MOST - 1).collect();
    last.reverse();
    last.push(event);
    let text = last
        .iter()
        .map(Cursor::to_string)
        .collect::<Vec<_>>()
        .join(" ");
    if let Some(storage) = storage() {
        // A full or forbidden storage only means that a reload forgets.
        let _ = storage.set_item(KEY, &text);
    }
}
