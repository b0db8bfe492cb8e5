//! How many of a dish, and how it is wanted.

use super::options::{DishOptionFields, OptionsHint};
use crate::{
    shop::{Dish, LineKey, context::OrderFormContext, line_key::MAX_PLACES, news::warning},
    ui::{Icon, Shape},
};
use domain::validation::Field;
use leptos::prelude::*;

/// One line of the form: a stepper, and what can be chosen. The number is a plain field: it
/// works without scripts; the buttons beside it need them.
#[component]
pub fn Portion(
    /// Which line it is.
    line: LineKey,
    /// The dish.
    dish: Dish,
) -> impl IntoView {
    let form = OrderFormContext::current();
    let language = form.language;
    let mut typed = form.typed.lines_of(line.item);
    let typed = typed
        .get_mut(usize::from(line.place))
        .and_then(Option::take);
    let (chosen, most) = (form.basket.quantity(line), dish.most());
    let fault = form.fault(Field::Line(line.item, line.place));
    let is_wrong = fault.is_some();
    let fault = fault.or_else(|| warning(language, &dish, chosen));
    let field_id = line.element_id();
    let fault_id = format!("{field_id}-fault");
    let quantity = typed
        .as_ref()
        .map(|typed| typed.quantity.trim().to_owned())
        .filter(|quantity| !quantity.is_empty());
    let is_wanted = quantity.as_ref().is_some_and(|quantity| quantity != "0");
    let is_sold_out = most == 0 && !is_wanted;
    let (is_none, has_none) = (chosen == 0, most == 0);
    view! {
        <div class="portion">
            <div class="stepper">
                <button
                    type="button"
                    class="stepper__button"
                    data-step="-1"
                    aria-label=tr!(language, "shop.one_less", dish = dish.name).into_owned()
                    disabled=is_none
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
                    disabled=is_sold_out
                    value=quantity
                    aria-describedby=fault_id.clone()
                    aria-invalid=is_wrong.then_some("true")
                />
                <button
                    type="button"
                    class="stepper__button"
                    data-step="1"
                    aria-label=tr!(language, "shop.one_more", dish = dish.name).into_owned()
                    disabled=has_none
                >
                    <Icon shape=Shape::Plus />
                </button>
                <input
                    type="hidden"
                    name=line.field("price")
                    value=dish.price.minor().to_string()
                />
            </div>
            <p id=fault_id class="field__fault">
                {fault}
            </p>
            <OptionsHint line dish=&dish />
            <div class="portion__options">
                <DishOptionFields line groups=dish.options.clone() typed />
                <NextPortion line dish />
            </div>
        </div>
    }
}

/// The next line of the same dish: wanted in another way.
#[component]
fn NextPortion(line: LineKey, dish: Dish) -> AnyView {
    let language = OrderFormContext::current().language;
    let next = LineKey {
        place: line.place + 1,
        ..line
    };
    if next.place >= MAX_PLACES || dish.options.is_empty() {
        return ().into_any();
    }
    view! {
        <div class="portion__another">
            <label for=next.element_id()>
                {tr!(language, "shop.another")}
                <span class="visually-hidden">": " {dish.name.clone()}</span>
            </label>
            <Portion line=next dish />
        </div>
    }
    .into_any()
}
