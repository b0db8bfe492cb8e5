//! A dish on the menu, and how many of it.

use super::{Dish, LineFields, LineKey, context::OrderFormContext, photo::Photo, portion::Portion};
use leptos::prelude::*;

/// A row of the menu: what it says of the dish, and the lines of the form.
#[component]
pub fn DishRow(
    /// The dish.
    dish: Dish,
    /// What was typed before, of all lines of the dish, by their places.
    typed: Vec<Option<LineFields>>,
) -> impl IntoView {
    let form = OrderFormContext::current();
    let first = LineKey {
        item: dish.id,
        place: 0,
    };
    let left = dish.left.filter(|left| *left > 0).map(|left| {
        view! { <span class="dish__left">{tr!(form.language, "shop.left", count = left)}</span> }
    });
    let sold_out = dish.left == Some(0);
    let marks = (!dish.marks.is_empty()).then(|| {
        let marks = dish.marks.iter().cloned();
        let marks = marks.map(|mark| view! { <li class="tag">{mark}</li> });
        view! { <ul class="dish__marks">{marks.collect_view()}</ul> }
    });
    view! {
        <li class="dish" class:dish--sold-out=sold_out>
            {dish.photo.clone().map(|photo| view! { <Photo photo /> })}
            <div class="dish__text">
                <label class="dish__name" for=first.element_id()>
                    {dish.name.clone()}
                </label>
                <p class="dish__description">{dish.description.clone()}</p>
                {marks}
                <p class="dish__price">{dish.price.display(form.currency)} {left}</p>
            </div>
            <Portion dish place=0 typed />
        </li>
    }
}
