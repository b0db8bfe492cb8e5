//! Pages that the server drew follow what happens.

use crate::{desk::context::AdminContext, live::redraw};
use delivery::Cursor;
use gloo_timers::future::sleep;
use leptos::{prelude::*, task::spawn_local};
use std::time::Duration;

/// How long it is waited for more before the page is drawn again.
const GATHERED: Duration = Duration::from_millis(300);

/// Draws the page again whenever the log told something, for as long as the page lives.
pub(super) fn mount(context: AdminContext) {
    if !redraw::is_live() {
        return;
    }
    redraw::send_forms();
    let last = Memo::new(move |_| context.state.with(|state| state.cursor));
    let is_drawing = StoredValue::new(false);
    Effect::new(move |drawn: Option<Cursor>| {
        let now = last.get();
        if drawn.is_some_and(|drawn| drawn != now) && !is_drawing.get_value() {
            is_drawing.set_value(true);
            spawn_local(async move {
                loop {
                    sleep(GATHERED).await;
                    let drawn = last.get_untracked();
                    redraw::redraw().await;
                    if last.get_untracked() == drawn {
                        break;
                    }
                }
                is_drawing.set_value(false);
            });
        }
        now
    });
}
