//! What can be chosen of a dish.

use crate::shop::{DishChoice, DishOptions, LineFields, LineKey, context::OrderFormContext};
use domain::{menu::ChoiceId, money::Money};
use leptos::{html::Input, prelude::*};
use std::iter;

/// The fields of a line's choices, as they are drawn now.
#[derive(Clone, Copy, Default)]
pub struct ChoiceFields(StoredValue<Vec<(NodeRef<Input>, DishChoice)>>);

impl ChoiceFields {
    /// What all that is chosen adds to the price of one, in minor units.
    pub fn price(self) -> Money {
        let prices = |chosen: &DishChoice| chosen.price.minor();
        Money::from_minor(self.chosen(prices).into_iter().sum())
    }

    /// Draws other groups, for which there are fields from now on.
    fn draw(self, groups: &[DishOptions]) -> impl Iterator<Item = NodeRef<Input>> + use<> {
        let choices = groups.iter().flat_map(|group| &group.choices);
        let fields: Vec<_> = iter::repeat_with(NodeRef::new)
            .zip(choices.cloned())
            .collect();
        self.0.set_value(fields.clone());
        fields.into_iter().map(|(field, _)| field)
    }

    /// Something of all choices that are chosen.
    fn chosen<T>(self, read: impl Fn(&DishChoice) -> T) -> Vec<T> {
        self.0.with_value(|fields| {
            let chosen = fields.iter().filter(|(field, _)| {
                let field = field.get_untracked();
                field.is_some_and(|field| field.checked())
            });
            chosen.map(|(_, choice)| read(choice)).collect()
        })
    }
}

/// The groups of options of a dish as they are now, as plain fields. What was chosen stays
/// where it can be had still.
#[component]
pub fn DishOptionFields(
    /// Which line they belong to.
    line: LineKey,
    /// The groups.
    #[prop(into)]
    groups: Signal<Vec<DishOptions>>,
    /// Their fields.
    fields: ChoiceFields,
    /// What was typed before; `None` where the form is new.
    typed: Option<LineFields>,
    /// Takes in what is chosen.
    on_change: impl Fn() + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let form = OrderFormContext::current();
    move || {
        let groups = groups.get();
        let before: Vec<ChoiceId> = fields.chosen(|choice| choice.id);
        let is_chosen = |choice: &DishChoice| match &typed {
            _ if !before.is_empty() => before.contains(&choice.id),
            Some(typed) if typed.was_sent() => typed.has_chosen(choice),
            _ => choice.is_default,
        };
        let mut nodes = fields.draw(&groups);
        let groups = groups.into_iter().map(|group| {
            let kind = if group.several { "checkbox" } else { "radio" };
            let choices = group.choices.iter().map(|choice| {
                view! {
                    <label class="box">
                        <input
                            type=kind
                            name=line.option_field(&group.field_name(choice))
                            value=choice.form_value()
                            checked=is_chosen(choice)
                            node_ref=nodes.next().unwrap_or_default()
                            on:change=move |_| on_change()
                        />
                        <span>{label(form, choice)}</span>
                    </label>
                }
            });
            let choices = choices.collect_view();
            let required = group
                .required
                .then(|| tr!(form.language, "shop.choose_one"));
            view! {
                <fieldset class="boxes">
                    <legend>{group.name} {required.map(|text| format!(" ({text})"))}</legend>
                    {choices}
                </fieldset>
            }
        });
        groups.collect_view()
    }
}

fn label(form: OrderFormContext, choice: &DishChoice) -> String {
    match choice.price.minor() {
        0 => choice.name.clone(),
        _ => format!("{} +{}", choice.name, choice.price.display(form.currency)),
    }
}
