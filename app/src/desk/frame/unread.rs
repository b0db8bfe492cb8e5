//! How many notices were not read, beside the way to them, which the server drew.

use crate::{
    desk::{actions::read_notice, context::AdminContext},
    erased::{effect_after, spawn},
};
use delivery::Cursor;
use domain::notices::unread_text;
use leptos::prelude::*;
use std::time::Duration;

/// How long it is waited for more before the server is asked.
const GATHERED: Duration = Duration::from_secs(1);

/// Keeps the count right for as long as the page lives.
pub(super) fn mount(context: AdminContext) {
    let is_asked = StoredValue::new(false);
    let notices = Memo::new(move |_| context.state.with(|state| state.changes.notices()));
    effect_after(move |before: Option<u64>| {
        let now = notices.get();
        if before.is_some_and(|before| before != now) && !is_asked.get_value() {
            is_asked.set_value(true);
            set_timeout(
                move || {
                    is_asked.set_value(false);
                    count(None);
                },
                GATHERED,
            );
        }
        now
    });
}

/// Notes that a popup was closed.
pub(super) fn note_read(event: Cursor) {
    count(Some(event.seq.0));
}

fn count(read: Option<i64>) {
    spawn(async move {
        // Without an answer the next event asks again.
        if let Ok(unread) = read_notice(read).await {
            show(unread);
        }
    });
}

fn show(unread: u32) {
    let count = document().query_selector("[data-unread]").ok().flatten();
    let number = document()
        .query_selector("[data-unread] > span")
        .ok()
        .flatten();
    if let (Some(count), Some(number)) = (count, number) {
        number.set_text_content(Some(&unread_text(unread)));
        // An element has such an attribute, or not.
        let _ = count.toggle_attribute_with_force("hidden", unread == 0);
        let _ = count.set_attribute("data-unread", &unread.to_string());
    }
}
