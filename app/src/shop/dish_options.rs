//! What can be chosen of a dish.

use super::{DishChoice, DishOptions, LineFields, LineKey, context::OrderFormContext};
use domain::money::Money;
use leptos::{html::Input, prelude::*};

/// The fields of a line's choices, and what each adds to the price of one.
#[derive(Clone, Copy)]
pub struct ChoiceFields(StoredValue<Vec<(NodeRef<Input>, Money)>>);

impl ChoiceFields {
    /// Fields for all choices of those groups, group by group.
    pub fn new(groups: &[DishOptions]) -> Self {
        let choices = groups.iter().flat_map(|group| &group.choices);
        let fields = choices.map(|choice| (NodeRef::new(), choice.price));
        Self(StoredValue::new(fields.collect()))
    }

    /// What all that is chosen adds to the price of one, in minor units.
    pub fn price(self) -> Money {
        self.0.with_value(|fields| {
            let chosen = fields.iter().filter(|(field, _)| {
                let field = field.get_untracked();
                field.is_some_and(|field| field.checked())
            });
            let prices = chosen.map(|(_, price)| price.minor());
            Money::from_minor(prices.sum())
        })
    }

    fn nodes(self) -> Vec<NodeRef<Input>> {
        let nodes = |fields: &Vec<(NodeRef<Input>, Money)>| {
            fields.iter().map(|(field, _)| *field).collect()
        };
        self.0.with_value(nodes)
    }
}

/// The groups of options of a dish, as plain fields.
#[component]
pub fn DishOptionFields(
    /// Which line they belong to.
    line: LineKey,
    /// The groups.
    groups: Vec<DishOptions>,
    /// Their fields.
    fields: ChoiceFields,
    /// What was typed before; `None` where the form is new.
    typed: Option<LineFields>,
    /// Takes in what was chosen.
    on_change: impl Fn() + Copy + 'static,
) -> impl IntoView {
    let form = OrderFormContext::current();
    let mut nodes = fields.nodes().into_iter();
    let groups = groups.into_iter().map(|group| {
        let kind = if group.several { "checkbox" } else { "radio" };
        let required = group
            .required
            .then(|| tr!(form.language, "shop.choose_one"));
        let several = group.several;
        let choices = group.choices.into_iter().map(|choice| {
            // Of radio buttons, those of one name exclude each other.
            let name = match several {
                true => format!("c{}", choice.id),
                false => format!("g{}", group.id),
            };
            let checked = match &typed {
                Some(typed) => typed.has_chosen(&choice),
                None => choice.is_default,
            };
            let node = nodes.next().unwrap_or_default();
            view! {
                <label class="box">
                    <input
                        type=kind
                        name=line.option_field(&name)
                        value=choice.form_value()
                        checked=checked
                        node_ref=node
                        on:change=move |_| on_change()
                    />
                    <span>{label(form, &choice)}</span>
                </label>
            }
        });
        view! {
            <fieldset class="boxes">
                <legend>{group.name} {required.map(|text| format!(" ({text})"))}</legend>
                {choices.collect_view()}
            </fieldset>
        }
    });
    groups.collect_view()
}

fn label(form: OrderFormContext, choice: &DishChoice) -> String {
    match choice.price.minor() {
        0 => choice.name.clone(),
        _ => format!("{} +{}", choice.name, choice.price.display(form.currency)),
    }
}
