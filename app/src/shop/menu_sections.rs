//! The menu of the order form, as it is now.

use super::{PlaceOrder, Section, context::OrderFormContext, dish_row::DishRow};
use leptos::prelude::*;

/// Every section with its dishes. A row stays for as long as its dish stands there, and with
/// it what was typed in it.
#[component]
pub fn MenuSections(
    /// What was typed before the page was drawn.
    typed: PlaceOrder,
    /// Whether the page lives: then what is chosen is in the basket.
    is_mounted: RwSignal<bool>,
) -> impl IntoView {
    let form = OrderFormContext::current();
    let typed = StoredValue::new(typed);
    let sections = form.shop.sections;
    let quantity = move |id| match is_mounted.get_untracked() {
        false => typed.with_value(|typed| typed.quantity(id).to_owned()),
        true => match form.basket.with_untracked(|basket| basket.count(id)) {
            0 => String::new(),
            count => count.to_string(),
        },
    };
    let section = move |first: Section| {
        let id = first.id;
        let section = Memo::new(move |_| {
            let now = sections.with(|sections| {
                let now = sections.iter().find(|section| section.id == id);
                now.cloned()
            });
            now.unwrap_or_else(|| first.clone())
        });
        view! {
            <section class="menu__section">
                <h2>{move || section.with(|section| section.name.clone())}</h2>
                <ul class="menu__dishes">
                    <For
                        each=move || section.with(|section| section.dishes.clone())
                        key=|dish| dish.id
                        children=move |dish| {
                            let typed = quantity(dish.id);
                            view! { <DishRow dish typed /> }
                        }
                    />
                </ul>
            </section>
        }
    };
    view! {
        <div class="menu">
            <For each=move || sections.get() key=|section| section.id children=section />
        </div>
    }
}

/// That the shop takes no orders, and what became of what was chosen. The region is there
/// before it has something to say, so that it is read out.
#[component]
pub fn ShopNews() -> impl IntoView {
    let shop = OrderFormContext::current().shop;
    let closed = move || {
        shop.closed
            .get()
            .map(|text| view! { <p class="notice">{text}</p> })
    };
    view! {
        {closed}
        <p role="status" class="visually-hidden order-form__news">
            {shop.news}
        </p>
    }
}
