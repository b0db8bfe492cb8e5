//! What a row of the menu says of its dish.

use crate::shop::{Dish, context::OrderFormContext};
use leptos::prelude::*;

/// Name, description, marks and price of a dish, as they are now.
#[component]
pub fn DishText(
    /// The dish.
    dish: Memo<Dish>,
    /// The field that the name belongs to.
    field_id: String,
) -> impl IntoView {
    let form = OrderFormContext::current();
    let (language, currency) = (form.language, form.currency);
    let marks = Memo::new(move |_| dish.with(|dish| dish.marks.clone()));
    let marks = move || {
        let marks = marks.get();
        let tags = || {
            marks
                .iter()
                .map(|mark| view! { <li class="tag">{mark.clone()}</li> })
        };
        (!marks.is_empty()).then(|| view! { <ul class="dish__marks">{tags().collect_view()}</ul> })
    };
    let left = move || {
        let left = dish.with(|dish| dish.left).filter(|left| *left > 0)?;
        let text = tr!(language, "shop.left", count = left);
        Some(view! { <span class="dish__left">{text}</span> })
    };
    view! {
        <div class="dish__text">
            <label class="dish__name" for=field_id>
                {move || dish.with(|dish| dish.name.clone())}
            </label>
            <p class="dish__description">{move || dish.with(|dish| dish.description.clone())}</p>
            {marks}
            <p class="dish__price">
                {move || dish.with(|dish| dish.price.display(currency))} " " {left}
            </p>
        </div>
    }
}
