//! Saying, from an order, that a dish is sold out: the cook finds out when it is ordered.

use crate::{
    desk::{
        actions::sell_out, context::AdminContext, order_actions::refusal_text, state::AdminState,
    },
    erased::{live_text, spawn},
    errors::Refusal,
};
use domain::{menu::ItemId, orders::OrderLine};
use leptos::prelude::*;

/// The dishes of an order, each with a button that says that it is sold out today, or takes
/// that back. They are folded away: most orders are cooked as they are.
#[component]
pub fn SellOutList(
    /// The lines of the order.
    lines: Vec<OrderLine>,
) -> impl IntoView {
    let language = AdminContext::current().language.get_untracked();
    let said = RwSignal::new(String::new());
    let mut dishes: Vec<(ItemId, String)> = Vec::new();
    for line in lines {
        if dishes.iter().all(|(item, _)| *item != line.item) {
            dishes.push((line.item, line.name.get(language).to_owned()));
        }
    }
    let dishes = dishes
        .into_iter()
        .map(|(item, name)| view! { <SellOutDish item name said /> });
    view! {
        <details class="sell-out">
            <summary>{tr!(language, "desk.sold_out")}</summary>
            <ul class="sell-out__dishes">{dishes.collect_view()}</ul>
            <p class="sell-out__said" role="status">
                {live_text(move || said.get())}
            </p>
        </details>
    }
}

/// One dish. It is one button: what was said is taken back where it was said.
#[component]
fn SellOutDish(
    /// The dish.
    item: ItemId,
    /// What it is called.
    name: String,
    /// What was done, in words.
    said: RwSignal<String>,
) -> impl IntoView {
    let context = AdminContext::current();
    let language = context.language.get_untracked();
    let is_busy = RwSignal::new(false);
    let is_sold_out = context.is_sold_out(item);
    let name = StoredValue::new(name);
    let spoken = move || {
        name.with_value(|dish| match is_sold_out.get() {
            true => tr!(language, "desk.back_dish", dish = dish).into_owned(),
            false => tr!(language, "desk.sell_out_dish", dish = dish).into_owned(),
        })
    };
    let toggle = move |_| {
        // Not by disabling the button: that would take the keyboard away from it.
        if is_busy.get_untracked() {
            return;
        }
        let sold_out = !is_sold_out.get_untracked();
        is_busy.set(true);
        said.set(String::new());
        spawn(async move {
            let done = sell_out(item.0, sold_out).await;
            if done.is_ok() {
                let change = |state: &mut AdminState| state.changes.set_sold_out(item, sold_out);
                context.change(change);
            }
            // The card may have been drawn anew meanwhile, or be gone.
            let text = name.try_with_value(|dish| outcome(context, done, sold_out, dish));
            let _ = said.try_set(text.unwrap_or_default());
            let _ = is_busy.try_set(false);
        });
    };
    view! {
        <li class="sell-out__dish">
            <span class="lines__name">{name.get_value()}</span>
            <button
                type="button"
                class="button button--quiet"
                aria-label=live_text(spoken)
                disabled=move || !context.is_mounted.get()
                on:click=toggle
            >
                {live_text(move || match is_sold_out.get() {
                    true => tr!(language, "desk.back"),
                    false => tr!(language, "desk.sell_out"),
                })}
            </button>
        </li>
    }
}

/// What became of it, in words.
fn outcome(context: AdminContext, done: Result<(), Refusal>, sold_out: bool, dish: &str) -> String {
    let language = context.language.get_untracked();
    match (done, sold_out) {
        (Ok(()), true) => tr!(language, "desk.is_sold_out", dish = dish).into_owned(),
        (Ok(()), false) => tr!(language, "desk.is_back", dish = dish).into_owned(),
        (Err(refusal), _) => refusal_text(language, refusal),
    }
}
