//! Pages that the server drew follow what happens.

use crate::{
    desk::context::AdminContext,
    live::redraw::{self, Redrawing},
};
use delivery::Cursor;
use leptos::prelude::*;

/// Draws the page again whenever the log told something, for as long as the page lives.
pub(super) fn mount(context: AdminContext) {
    redraw::send_forms();
    if !redraw::is_live() {
        return;
    }
    let redrawing = Redrawing::default();
    let last = Memo::new(move |_| context.state.with(|state| state.cursor));
    Effect::new(move |drawn: Option<Cursor>| {
        let now = last.get();
        if drawn.is_some_and(|drawn| drawn != now) {
            redrawing.request();
        }
        now
    });
}
