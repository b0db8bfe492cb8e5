//! The menu of the order form, as it is now.

use super::{
    LineFields, LineKey, PlaceOrder, Section, basket::Basket, context::OrderFormContext,
    dish::DishRow, line_key::MAX_PLACES,
};
use domain::menu::ItemId;
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
    let typed_of = move |item| match is_mounted.get_untracked() {
        false => typed.with_value(|typed| typed.lines_of(item)),
        true => form.basket.with_untracked(|basket| lines_of(basket, item)),
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
                            let typed = typed_of(dish.id);
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

/// What the lines of a dish hold that is drawn anew.
fn lines_of(basket: &Basket, item: ItemId) -> Vec<Option<LineFields>> {
    let lines = (0..MAX_PLACES).map(|place| {
        let count = basket.count_of(LineKey { item, place });
        (count > 0).then(|| LineFields {
            quantity: count.to_string(),
            ..LineFields::default()
        })
    });
    lines.collect()
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
