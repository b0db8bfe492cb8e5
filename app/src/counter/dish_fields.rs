//! The dishes of a form, as plain fields.

use super::DishForm;
use crate::{
    request::language,
    shop::{
        Dish, LineKey,
        dish::options::{DishOptionFields, OptionsHint},
        line_key::MAX_PLACES,
    },
    ui::ShopFront,
};
use domain::validation::Field;
use leptos::prelude::*;

/// Every dish that can be had, by category, with how many and how they are wanted.
#[component]
pub fn DishFields(
    /// The form around.
    form: DishForm,
) -> impl IntoView {
    let sections = form.sections.iter().map(|section| {
        let dishes = section.dishes.iter().map(|dish| row(&form, dish));
        view! {
            <section class="menu__section">
                <h2>{section.name.clone()}</h2>
                <ul class="menu__dishes">{dishes.collect_view()}</ul>
            </section>
        }
    });
    view! {
        <div class="menu">{sections.collect_view()}</div>
        <p class="field__fault" id="lines-fault" role="alert">
            {form.lines_fault()}
        </p>
    }
}

fn row(form: &DishForm, dish: &Dish) -> AnyView {
    let language = language();
    let first = LineKey {
        item: dish.id,
        place: 0,
    };
    let left = dish.left.filter(|left| *left > 0).map(|left| {
        view! { <span class="dish__left">{tr!(language, "shop.left", count = left)}</span> }
    });
    let price = dish.price.display(ShopFront::current().currency);
    view! {
        <li class="dish">
            <div class="dish__text">
                <label class="dish__name" for=first.element_id()>
                    {dish.name.clone()}
                </label>
                <p class="dish__price">{price} " " {left}</p>
            </div>
            {portion(form, dish, first)}
        </li>
    }
    .into_any()
}

/// One line of the form, and below it the next one of the same dish.
fn portion(form: &DishForm, dish: &Dish, line: LineKey) -> AnyView {
    let typed = form.typed.lines_of(dish.id);
    let typed = typed.into_iter().nth(usize::from(line.place)).flatten();
    let fault = form.fault(Field::Line(line.item, line.place));
    let field_id = line.element_id();
    let fault_id = format!("{field_id}-fault");
    let quantity = typed.as_ref().map(|typed| typed.quantity.trim().to_owned());
    view! {
        <div class="portion">
            <div class="stepper">
                <input
                    id=field_id
                    class="stepper__field"
                    type="number"
                    inputmode="numeric"
                    min="0"
                    max=dish.most().to_string()
                    name=line.field("quantity")
                    placeholder="0"
                    value=quantity
                    aria-describedby=fault_id.clone()
                    aria-invalid=fault.is_some().then_some("true")
                />
                <input
                    type="hidden"
                    name=line.field("price")
                    value=dish.price.minor().to_string()
                />
            </div>
            <p id=fault_id class="field__fault">
                {fault}
            </p>
            <OptionsHint line dish />
            <div class="portion__options">
                <DishOptionFields line groups=dish.options.clone() typed />
                {next(form, dish, line)}
            </div>
        </div>
    }
    .into_any()
}

/// The next line of the same dish: wanted in another way.
fn next(form: &DishForm, dish: &Dish, line: LineKey) -> Option<AnyView> {
    let next = LineKey {
        place: line.place + 1,
        ..line
    };
    let is_there = next.place < MAX_PLACES && !dish.options.is_empty();
    is_there.then(|| {
        view! {
            <div class="portion__another">
                <label for=next.element_id()>
                    {tr!(language(), "shop.another")}
                    <span class="visually-hidden">": " {dish.name.clone()}</span>
                </label>
                {portion(form, dish, next)}
            </div>
        }
        .into_any()
    })
}
