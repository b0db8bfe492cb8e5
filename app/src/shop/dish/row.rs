//! A dish on the menu, and how many of it.

use super::{photo::Photo, portion::Portion, text::DishText};
use crate::shop::{Dish, LineKey};
use leptos::prelude::*;

/// A row of the menu: what it says of the dish, and the lines of the form.
#[component]
pub fn DishRow(
    /// The dish.
    dish: Dish,
) -> impl IntoView {
    let item = dish.id;
    let first = LineKey { item, place: 0 };
    let sold_out = dish.most() == 0;
    let photo = dish.photo.clone().map(|photo| view! { <Photo photo /> });
    view! {
        <li class="dish" class:dish--sold-out=sold_out data-key=first.element_id()>
            {photo}
            <DishText dish=dish.clone() field_id=first.element_id() />
            <Portion line=first dish />
        </li>
    }
}
