//! How many of a dish, and how it is wanted.

use super::{
    Dish, LineFields, LineKey,
    context::OrderFormContext,
    dish_options::{ChoiceFields, DishOptionFields},
    line_key::MAX_PLACES,
};
use crate::ui::{Icon, Shape};
use domain::{orders::MAX_QUANTITY, validation::Field};
use leptos::{html::Input, prelude::*};

/// One line of the form: a stepper, and what can be chosen. The number is a plain field:
/// it works before and without WebAssembly; the buttons beside it need it.
#[component]
pub fn Portion(
    /// The dish.
    dish: Dish,
    /// Its place among the lines of the dish, from 0.
    place: u8,
    /// What was typed before, of all lines of the dish, by their places.
    typed: Vec<Option<LineFields>>,
) -> impl IntoView {
    let form = OrderFormContext::current();
    let language = form.language;
    let line = LineKey {
        item: dish.id,
        place,
    };
    let before = typed.get(usize::from(place)).cloned().flatten();
    let most = dish.left.unwrap_or(MAX_QUANTITY).min(MAX_QUANTITY);
    let sold_out = most == 0;
    let field = NodeRef::<Input>::new();
    let choices = ChoiceFields::new(&dish.options);
    let count = RwSignal::new(0);
    let take_in = move || {
        let Some(field) = field.get_untracked() else {
            return;
        };
        count.set(field.value().trim().parse().unwrap_or(0));
        let (count, extra) = (count.get_untracked(), choices.price());
        form.basket.update(|basket| basket.set(line, count, extra));
    };
    // What was typed before the WebAssembly was loaded, or stands there again after
    // the way back, counts.
    Effect::new(move || {
        if field.get().is_some() {
            take_in();
        }
    });
    let step = move |by: i32| {
        if let Some(field) = field.get_untracked() {
            let count = count.get_untracked().saturating_add_signed(by).min(most);
            field.set_value(&count.to_string());
            take_in();
        }
    };
    let fault = form.fault(Field::Line(line.item, line.place));
    let field_id = line.element_id();
    let fault_id = format!("{field_id}-fault");
    let options = dish.options.clone();
    let (has_options, is_first) = (!options.is_empty(), place == 0);
    let quantity = before
        .as_ref()
        .map(|typed| typed.quantity.trim().to_owned());
    let name = dish.name.clone();
    let price = dish.price.minor().to_string();
    let options = has_options.then(|| {
        let names: Vec<_> = options.iter().map(|group| group.name.as_str()).collect();
        let hint = is_first.then(|| {
            view! {
                <p class="portion__hint">
                    {tr!(language, "shop.options", names = names.join(", "))}
                </p>
            }
        });
        let another = (place + 1 < MAX_PLACES).then(|| another(dish, place + 1, typed));
        view! {
            {hint}
            <div class="portion__options">
                <DishOptionFields line groups=options fields=choices typed=before on_change=take_in />
                {another}
            </div>
        }
    });
    view! {
        <div class="portion">
            <div class="stepper">
                <button
                    type="button"
                    class="stepper__button"
                    aria-label=tr!(language, "shop.one_less", dish = name).into_owned()
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
                    name=line.field("quantity")
                    placeholder="0"
                    disabled=sold_out
                    node_ref=field
                    value=quantity
                    aria-describedby=fault_id.clone()
                    aria-invalid=move || fault.with(Option::is_some).then_some("true")
                    on:input=move |_| take_in()
                />
                <button
                    type="button"
                    class="stepper__button"
                    aria-label=tr!(language, "shop.one_more", dish = name).into_owned()
                    disabled=sold_out
                    on:click=move |_| step(1)
                >
                    <Icon shape=Shape::Plus />
                </button>
                <input type="hidden" name=line.field("price") value=price />
            </div>
            <p id=fault_id class="field__fault">
                {move || {
                    if is_first && sold_out && fault.with(Option::is_none) {
                        Some(tr!(language, "shop.sold_out").into_owned())
                    } else {
                        fault.get()
                    }
                }}
            </p>
            {options}
        </div>
    }
}

/// The next line of the same dish: wanted in another way.
fn another(dish: Dish, place: u8, typed: Vec<Option<LineFields>>) -> AnyView {
    let language = OrderFormContext::current().language;
    let line = LineKey {
        item: dish.id,
        place,
    };
    view! {
        <div class="portion__another">
            <label for=line.element_id()>
                {tr!(language, "shop.another")}
                <span class="visually-hidden">": "{dish.name.clone()}</span>
            </label>
            <Portion dish place typed />
        </div>
    }
    .into_any()
}
