//! Accepting all orders that wait, where several do.

use crate::{
    desk::{
        context::AdminContext,
        order_actions::{OrderActions, verb_icon},
        state::{Toast, ToastKind},
    },
    erased::{ShowBuilt, live_text, spawn},
    ui::Icon,
};
use domain::orders::{OrderId, OrderStatus};
use leptos::prelude::*;

/// A button for the orders that have a popup, as they are when it is pressed: one that
/// comes meanwhile waits for an answer of its own.
#[component]
pub fn AcceptAll(
    /// All popups.
    toasts: Memo<Vec<Toast>>,
) -> impl IntoView {
    let context = AdminContext::current();
    let language = context.language;
    let count = Memo::new(move |_| toasts.with(|toasts| orders(toasts).count()));
    let is_busy = RwSignal::new(false);
    let accept = move |_| {
        let waiting: Vec<_> = toasts.with_untracked(|toasts| orders(toasts).collect());
        is_busy.set(true);
        spawn(async move {
            // One after the other, the oldest first: a burst would make others wait.
            for id in waiting.into_iter().rev() {
                OrderActions::of(context, id).accept().await;
            }
            is_busy.set(false);
        });
    };
    view! {
        <ShowBuilt when=move || { count.get() > 1 }>
            <button
                type="button"
                class="button button--primary toaster__all"
                disabled=is_busy
                on:click=accept
            >
                <Icon shape=verb_icon(OrderStatus::Accepted) />
                {live_text(move || tr!(language.get(), "toast.accept_all", count = count.get()))}
            </button>
        </ShowBuilt>
    }
}

/// The orders that nobody has answered, newest first.
fn orders(toasts: &[Toast]) -> impl Iterator<Item = OrderId> {
    toasts.iter().filter_map(|toast| match toast.kind {
        ToastKind::NewOrder(id) => Some(id),
        _ => None,
    })
}
