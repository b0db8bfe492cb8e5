//! A dish on the menu, and how many of it.

use super::{photo::Photo, portion::Portion, text::DishText};
use crate::shop::{Dish, LineFields, LineKey, context::OrderFormContext};
use leptos::prelude::*;

/// A row of the menu: what it says of the dish as it is now, and the lines of the form.
#[component]
pub fn DishRow(
    /// The dish.
    dish: Dish,
    /// What was typed before, of all lines of the dish, by their places.
    typed: Vec<Option<LineFields>>,
) -> impl IntoView {
    let first = LineKey {
        item: dish.id,
        place: 0,
    };
    let dish = OrderFormContext::current().shop.dish(dish);
    let sold_out = move || dish.with(|dish| dish.most() == 0);
    let photo = Memo::new(move |_| dish.with(|dish| dish.photo.clone()));
    view! {
        <li class="dish" class:dish--sold-out=sold_out>
            {move || photo.get().map(|photo| view! { <Photo photo /> })}
            <DishText dish field_id=first.element_id() />
            <Portion line=first dish typed />
        </li>
    }
}
