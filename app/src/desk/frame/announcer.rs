//! The popups as a screen reader says them.
//!
//! The regions that a screen reader listens to are part of the page from the
//! first byte, empty: a region that appears together with its text is not read.

use super::toast_card;
use crate::{
    desk::{
        context::AdminContext,
        state::{Toast, ToastKind},
    },
    erased::effect_after,
};
use delivery::Cursor;
use leptos::prelude::*;

/// Says each new popup once: at once where it must not be missed, politely
/// otherwise.
#[component]
pub fn Announcer(
    /// All popups.
    toasts: Memo<Vec<Toast>>,
) -> impl IntoView {
    let context = AdminContext::current();
    let urgent = RwSignal::new(String::new());
    let polite = RwSignal::new(String::new());
    effect_after(move |before: Option<Vec<Cursor>>| {
        let (mut now, mut soon) = (Vec::new(), Vec::new());
        let before = before.unwrap_or_default();
        let toasts = toasts.get();
        for toast in &toasts {
            if !before.contains(&toast.event) {
                let text = toast_card::text(context, toast);
                match toast.kind {
                    ToastKind::NewOrder(_) | ToastKind::Hurried(_) | ToastKind::Message(_) => {
                        now.push(text);
                    }
                    _ => soon.push(text),
                }
            }
        }
        for (region, texts) in [(urgent, now), (polite, soon)] {
            if !texts.is_empty() {
                region.set(texts.join("\n"));
            }
        }
        toasts.iter().map(|toast| toast.event).collect()
    });
    view! {
        <div class="visually-hidden" aria-live="assertive">
            {urgent}
        </div>
        <div class="visually-hidden" aria-live="polite">
            {polite}
        </div>
    }
}
