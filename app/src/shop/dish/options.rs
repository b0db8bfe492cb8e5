//! What can be chosen of a dish.

use crate::shop::{
    DishChoice, DishOptions, LineFields, LineKey,
    context::{FormState, OrderFormContext},
};
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
    let form = OrderFormContext::current();
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
                    <span>{label(&form, choice)}</span>
                </label>
            }
        });
        let choices = choices.collect_view();
        let required = group
            .required
            .then(|| tr!(form.language, "shop.choose_one"));
        view! {
            <fieldset class="boxes" data-key=format!("options-{}", group.id)>
                <legend>{group.name} {required.map(|text| format!(" ({text})"))}</legend>
                {choices}
            </fieldset>
        }
    });
    groups.collect_view()
}

fn label(form: &FormState, choice: &DishChoice) -> String {
    match choice.price.minor() {
        0 => choice.name.clone(),
        _ => format!("{} +{}", choice.name, choice.price.display(form.currency)),
    }
}
