//! A button that does something about an order.

use super::order_actions::OrderActions;
use crate::ui::{Icon, Shape};
use leptos::prelude::*;
use std::borrow::Cow;

/// What a press does.
pub(crate) type Press = Box<dyn Fn(OrderActions)>;

/// A button that does something about an order. It waits while an answer is awaited.
///
/// One function for all of them, and no component: each kind of button would be compiled
/// into the WebAssembly by itself.
pub(crate) fn step_button(
    actions: OrderActions,
    class: &'static str,
    icon: Option<Shape>,
    label: Cow<'static, str>,
    press: Press,
) -> impl IntoView {
    let disabled = move || actions.is_busy() || !actions.is_mounted();
    view! {
        <button type="button" class=class disabled=disabled on:click=move |_| press(actions)>
            {icon.map(|shape| view! { <Icon shape /> })}
            {label}
        </button>
    }
}
