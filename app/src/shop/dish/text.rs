//! What a row of the menu says of its dish.

use crate::shop::{Dish, context::OrderFormContext};
use leptos::prelude::*;

/// Name, description, marks and price of a dish.
#[component]
pub fn DishText(
    /// The dish.
    dish: Dish,
    /// The field that the name belongs to.
    field_id: String,
) -> impl IntoView {
    let form = OrderFormContext::current();
    let marks = dish.marks.iter();
    let marks: Vec<_> = marks
        .map(|mark| view! { <li class="tag">{mark.clone()}</li> })
        .collect();
    let marks = (!marks.is_empty()).then(|| view! { <ul class="dish__marks">{marks}</ul> });
    let left = dish.left.filter(|left| *left > 0).map(|left| {
        let text = tr!(form.language, "shop.left", count = left);
        view! { <span class="dish__left">{text}</span> }
    });
    view! {
        <div class="dish__text">
            <label class="dish__name" for=field_id>
                {dish.name}
            </label>
            <p class="dish__description">{dish.description}</p>
            {marks}
            <p class="dish__price">{dish.price.display(form.currency)} " " {left}</p>
        </div>
    }
}
