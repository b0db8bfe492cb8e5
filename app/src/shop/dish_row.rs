//! A dish on the menu, and how many of it.

use super::{Dish, context::OrderFormContext, photo::Photo};
use crate::ui::{Icon, Shape};
use domain::{orders::MAX_QUANTITY, validation::Field};
use leptos::{html::Input, prelude::*, web_sys::HtmlInputElement};

/// A row of the menu with its stepper. The number is a plain field: it works
/// before and without WebAssembly; the buttons beside it need it.
#[component]
pub fn DishRow(
    /// The dish.
    dish: Dish,
    /// What stands in the field at first.
    typed: String,
) -> impl IntoView {
    let form = OrderFormContext::current();
    let (language, currency) = (form.language, form.currency);
    let id = dish.id;
    let most = dish.left.unwrap_or(MAX_QUANTITY).min(MAX_QUANTITY);
    let sold_out = most == 0;
    let field = NodeRef::<Input>::new();
    let count = RwSignal::new(0);
    let take_in = move |field: &HtmlInputElement| {
        count.set(field.value().trim().parse().unwrap_or(0));
        form.basket
            .update(|basket| basket.set(id, count.get_untracked()));
    };
    // What was typed before the WebAssembly was loaded, or stands there again after
    // the way back, counts.
    Effect::new(move || {
        if let Some(field) = field.get() {
            take_in(&field);
        }
    });
    let step = move |by: i32| {
        if let Some(field) = field.get_untracked() {
            let count = count.get_untracked().saturating_add_signed(by).min(most);
            field.set_value(&count.to_string());
            take_in(&field);
        }
    };
    let fault = form.fault(Field::Line(id));
    let (field_id, fault_id) = (format!("dish-{id}"), format!("dish-{id}-fault"));
    let left = dish.left.filter(|left| *left > 0).map(|left| {
        view! { <span class="dish__left">{tr!(language, "shop.left", count = left)}</span> }
    });
    let marks = (!dish.marks.is_empty()).then(|| {
        let marks = dish.marks.into_iter();
        let marks = marks.map(|mark| view! { <li class="tag">{mark}</li> });
        view! { <ul class="dish__marks">{marks.collect_view()}</ul> }
    });
    view! {
        <li class="dish" class:dish--sold-out=sold_out>
            {dish.photo.map(|photo| view! { <Photo photo /> })}
            <div class="dish__text">
                <label class="dish__name" for=field_id.clone()>
                    {dish.name.clone()}
                </label>
                <p class="dish__description">{dish.description}</p>
                {marks}
                <p class="dish__price">{dish.price.display(currency)} {left}</p>
            </div>
            <div class="stepper">
                <button
                    type="button"
                    class="stepper__button"
                    aria-label=tr!(language, "shop.one_less", dish = dish.name).into_owned()
                    disabled=move || sold_out || count.get() == 0
                    on:click=move |_| step(-1)
                >
                    <Icon shape=Shape::Minus />
                </button>
                <input
                    id=field_id
                    class="stepper__field"
                    type="number"
                    inputmode="numeric"
                    min="0"
                    max=most.to_string()
                    name=format!("lines[{id}][quantity]")
                    placeholder="0"
                    disabled=sold_out
                    node_ref=field
                    value=typed
                    aria-describedby=fault_id.clone()
                    aria-invalid=move || fault.with(Option::is_some).then_some("true")
                    on:input=move |event| take_in(&event_target(&event))
                />
                <button
                    type="button"
                    class="stepper__button"
                    aria-label=tr!(language, "shop.one_more", dish = dish.name).into_owned()
                    disabled=sold_out
                    on:click=move |_| step(1)
                >
                    <Icon shape=Shape::Plus />
                </button>
                <input
                    type="hidden"
                    name=format!("lines[{id}][price]")
                    value=dish.price.minor().to_string()
                />
            </div>
            <p id=fault_id class="field__fault">
                {move || {
                    if sold_out && fault.with(Option::is_none) {
                        Some(tr!(language, "shop.sold_out").into_owned())
                    } else {
                        fault.get()
                    }
                }}
            </p>
        </li>
    }
}
