//! The popups, each below its name, and the stack of them.

#![expect(missing_docs, reason = "`#[island]` makes a type that has none")]

use super::samples;
use crate::desk::{
    context::AdminContext,
    frame::{toast_card::ToastCard, toaster::Toaster},
};
use domain::language::Language;
use leptos::prelude::*;

/// Every state of a popup, and the stack with all of them.
#[island]
pub fn PopupGallery(
    /// The language.
    language: Language,
) -> impl IntoView {
    let context = AdminContext::new(samples::snapshot(language));
    provide_context(context);
    samples::show(context);
    Effect::new(move || context.is_mounted.set(true));
    let toasts = context
        .state
        .with_untracked(|state| state.toasts.all().to_vec());
    let cards = toasts.into_iter().map(|toast| {
        let name = samples::name(&toast);
        view! {
            <li>
                <h2>{name}</h2>
                <ToastCard close=Callback::new(|()| {}) toast />
            </li>
        }
    });
    view! {
        <ul class="orders">{cards.collect_view()}</ul>
        <Toaster />
    }
}
