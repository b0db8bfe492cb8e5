//! What can be chosen of a dish.

use crate::shop::{DishChoice, DishOptions, LineFields, LineKey, context::OrderFormContext};
use domain::{menu::ChoiceId, money::Money};
use leptos::{html::Input, prelude::*};

/// The fields of a line's choices, as they are drawn now.
#[derive(Clone, Copy, Default)]
pub struct ChoiceFields {
    /// Each with its choice, and what that adds to the price of one.
    fields: StoredValue<Vec<(NodeRef<Input>, ChoiceId, Money)>>,
    /// What was chosen last; `None` while the page does not live. Fields that are drawn anew
    /// are other ones, and those of before are gone by then.
    chosen: StoredValue<Option<Vec<ChoiceId>>>,
}

impl ChoiceFields {
    /// Takes in what is chosen, and tells what that adds to the price of one, in minor units.
    pub fn take_in(self) -> Money {
        let (mut chosen, mut price) = (Vec::new(), 0);
        self.fields.with_value(|fields| {
            for (field, choice, adds) in fields {
                let field = field.try_get_untracked().flatten();
                if field.is_some_and(|field| field.checked()) {
                    chosen.push(*choice);
                    price += adds.minor();
                }
            }
        });
        self.chosen.set_value(Some(chosen));
        Money::from_minor(price)
    }

    /// Draws other groups, for which there are fields from now on.
    fn draw(self, groups: &[DishOptions]) -> impl Iterator<Item = NodeRef<Input>> + use<> {
        let choices = groups.iter().flat_map(|group| &group.choices);
        let fields = choices.map(|choice| (NodeRef::new(), choice.id, choice.price));
        let fields: Vec<_> = fields.collect();
        self.fields.set_value(fields.clone());
        fields.into_iter().map(|(field, ..)| field)
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
        let before = fields.chosen.get_value();
        let is_chosen = |choice: &DishChoice| match (&before, &typed) {
            (Some(before), _) => before.contains(&choice.id),
            (None, Some(typed)) if typed.was_sent() => typed.has_chosen(choice),
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
