//! Pages that the server drew follow what happens.

use crate::{desk::context::AdminContext, erased::effect_after, live::changed};
use delivery::Cursor;
use leptos::prelude::*;

/// Tells the page whenever the log told something, for as long as the page lives.
pub(super) fn mount(context: AdminContext) {
    let last = Memo::new(move |_| context.state.with(|state| state.cursor));
    effect_after(move |before: Option<Cursor>| {
        let now = last.get();
        if before.is_some_and(|before| before != now) {
            changed::tell();
        }
        now
    });
}
