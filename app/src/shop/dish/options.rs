//! What can be chosen of a dish.

use crate::{
    request::language,
    shop::{Dish, DishChoice, DishOptions, LineFields, LineKey},
    ui::ShopFront,
};
use domain::money::Currency;
use leptos::prelude::*;

/// The groups of options of a dish, as plain fields. What was chosen stays where it can be had
/// still.
#[component]
pub fn DishOptionFields(
    /// Which line they belong to.
    line: LineKey,
    /// The groups.
    groups: Vec<DishOptions>,
    /// What was typed before; `None` where the form is new.
    typed: Option<LineFields>,
) -> impl IntoView {
    let currency = ShopFront::current().currency;
    let typed = typed.filter(LineFields::was_sent);
    let groups = groups.into_iter().map(|group| {
        let kind = if group.several { "checkbox" } else { "radio" };
        let choices = group.choices.iter().map(|choice| {
            let is_chosen = match &typed {
                Some(typed) => typed.has_chosen(choice),
                None => choice.is_default,
            };
            view! {
                <label class="box" data-key=choice.id.to_string()>
                    <input
                        type=kind
                        name=line.option_field(&group.field_name(choice))
                        value=choice.form_value()
                        checked=is_chosen
                    />
                    <span>{label(choice, currency)}</span>
                </label>
            }
        });
        let choices = choices.collect_view();
        let required = group.required.then(|| tr!(language(), "shop.choose_one"));
        view! {
            <fieldset class="boxes" data-key=format!("options-{}", group.id)>
                <legend>{group.name} {required.map(|text| format!(" ({text})"))}</legend>
                {choices}
            </fieldset>
        }
    });
    groups.collect_view()
}

fn label(choice: &DishChoice, currency: Currency) -> String {
    match choice.price.minor() {
        0 => choice.name.clone(),
        _ => format!("{} +{}", choice.name, choice.price.display(currency)),
    }
}

/// That there is something to choose, before any of the dish are wanted.
#[component]
pub fn OptionsHint<'a>(
    /// Which line it is: only the first one says it.
    line: LineKey,
    /// The dish.
    dish: &'a Dish,
) -> impl IntoView + use<> {
    let names: Vec<_> = dish.options.iter().map(|group| &*group.name).collect();
    let is_said = line.place == 0 && !names.is_empty();
    is_said.then(|| {
        let text = tr!(language(), "shop.options", names = names.join(", "));
        view! { <p class="portion__hint">{text}</p> }
    })
}
