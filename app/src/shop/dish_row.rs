//! A dish on the menu, and how many of it.

use super::{Dish, context::OrderFormContext, dish_text::DishText, live::warning};
use crate::ui::{Icon, Shape};
use domain::validation::Field;
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
    let language = form.language;
    let id = dish.id;
    let dish = form.shop.dish(dish);
    let most = Memo::new(move |_| dish.with(Dish::most));
    let sold_out = move || most.get() == 0;
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
            let count = count.get_untracked().saturating_add_signed(by);
            let count = count.min(most.get_untracked());
            field.set_value(&count.to_string());
            take_in(&field);
        }
    };
    let fault = form.fault(Field::Line(id));
    let warned = Memo::new(move |_| dish.with(|dish| warning(language, dish, count.get())));
    let (field_id, fault_id) = (format!("dish-{id}"), format!("dish-{id}-fault"));
    let name = move || dish.with(|dish| dish.name.clone());
    view! {
        <li class="dish" class:dish--sold-out=sold_out>
            <DishText dish field_id=field_id.clone() />
            <div class="stepper">
                <button
                    type="button"
                    class="stepper__button"
                    aria-label=move || tr!(language, "shop.one_less", dish = name()).into_owned()
                    disabled=move || count.get() == 0
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
                    max=move || most.get().to_string()
                    name=format!("lines[{id}][quantity]")
                    placeholder="0"
                    disabled=move || sold_out() && count.get() == 0
                    node_ref=field
                    value=typed
                    aria-describedby=fault_id.clone()
                    aria-invalid=move || {
                        let is_warned = count.get() > 0 && warned.with(Option::is_some);
                        (is_warned || fault.with(Option::is_some)).then_some("true")
                    }
                    on:input=move |event| take_in(&event_target(&event))
                />
                <button
                    type="button"
                    class="stepper__button"
                    aria-label=move || tr!(language, "shop.one_more", dish = name()).into_owned()
                    disabled=sold_out
                    on:click=move |_| step(1)
                >
                    <Icon shape=Shape::Plus />
                </button>
                <input
                    type="hidden"
                    name=format!("lines[{id}][price]")
                    value=move || dish.with(|dish| dish.price.minor().to_string())
                />
            </div>
            <p id=fault_id class="field__fault">
                {move || fault.get().or_else(|| warned.get())}
            </p>
        </li>
    }
}
