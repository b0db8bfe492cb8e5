//! The form of a group of options.

use crate::{
    form::{Checkboxes, Choice, Choices, Form, TextInput},
    menu::names::NameFields,
    request::language,
    ui::ShopFront,
};
use domain::{
    menu::options::{MAX_CHOICES, OptionChoice, OptionGroup, Selection},
    money::Money,
    validation::Field,
};
use leptos::prelude::*;
use strum::VariantArray;

/// How many blank rows there are at the end, for more choices.
const BLANK_ROWS: usize = 3;

/// All that the shop says of a group of options, to write it anew or to change it.
#[component]
pub fn GroupForm(
    /// The group; `None` for a new one.
    group: Option<OptionGroup>,
) -> impl IntoView {
    let language = language();
    let action = match &group {
        Some(group) => format!("/admin/menu/options/{}", group.id),
        None => "/admin/menu/options/new".to_owned(),
    };
    let version = group.as_ref().map(|group| group.version.to_string());
    let version = version.map(|version| {
        view! { <input type="hidden" name=Field::Version.to_string() value=version /> }
    });
    let fields = group.map(|group| group.fields);
    let name = fields
        .as_ref()
        .map(|fields| fields.name.clone())
        .unwrap_or_default();
    let selection = fields
        .as_ref()
        .map_or(Selection::One, |fields| fields.selection);
    let required = fields.as_ref().is_some_and(|fields| fields.required);
    let choices = fields.map(|fields| fields.choices).unwrap_or_default();
    let selections = Selection::VARIANTS.iter().map(move |selection| Choice {
        value: selection.as_str().to_owned(),
        label: match selection {
            Selection::One => tr!(language, "options.one").into_owned(),
            Selection::Several => tr!(language, "options.several").into_owned(),
        },
    });
    let must = Choice {
        value: "yes".to_owned(),
        label: tr!(language, "options.required").into_owned(),
    };
    let rows = (choices.len() + BLANK_ROWS).min(usize::from(MAX_CHOICES));
    let places = (0..MAX_CHOICES).take(rows);
    let boxes = places.clone().map(|place| {
        let known = choices.get(usize::from(place));
        let name = known.map(|choice| choice.name.get(language).to_owned());
        let number = usize::from(place) + 1;
        Choice {
            value: place.to_string(),
            label: name
                .unwrap_or_else(|| tr!(language, "options.choice", number = number).into_owned()),
        }
    });
    let boxes = boxes.collect();
    let chosen = (0..).zip(&choices).filter(|(_, choice)| choice.is_default);
    let chosen = chosen
        .map(|(place, _): (u8, _)| place.to_string())
        .collect();
    let mut choices = choices.into_iter();
    let rows = places.map(move |place| {
        let choice = choices.next();
        view! { <ChoiceRow place choice /> }
    });
    view! {
        <Form action send=tr!(language, "form.save")>
            {version}
            <NameFields name />
            <Choices
                field=Field::Selection
                label=tr!(language, "options.selection")
                value=selection.as_str()
                choices=selections.collect()
            />
            <Checkboxes
                field=Field::Required
                label=tr!(language, "options.must")
                chosen=required.then(|| "yes".to_owned()).into_iter().collect()
                choices=vec![must]
            />
            {rows.collect_view()}
            <p class="field__hint">{tr!(language, "options.rows_hint")}</p>
            <Checkboxes
                field=Field::Defaults
                label=tr!(language, "options.defaults")
                chosen
                choices=boxes
            />
        </Form>
    }
}

/// One choice: its names, and what it adds to the price.
#[component]
fn ChoiceRow(
    /// Its place, from 0.
    place: u8,
    /// The choice; `None` for a blank row.
    choice: Option<OptionChoice>,
) -> impl IntoView {
    let language = language();
    let currency = ShopFront::current().currency;
    let number = choice.as_ref().map(|choice| choice.number.to_string());
    let price = choice.as_ref().map(|choice| choice.price);
    let price = price.filter(|price| *price != Money::ZERO);
    let name = choice.map(|choice| choice.name).unwrap_or_default();
    view! {
        <fieldset class="choice-row">
            <legend>{tr!(language, "options.choice", number = usize::from(place) + 1)}</legend>
            <input
                type="hidden"
                name=Field::ChoiceNumber(place).to_string()
                value=number.unwrap_or_default()
            />
            <NameFields zh=Field::ChoiceNameZh(place) en=Field::ChoiceNameEn(place) name />
            <TextInput
                field=Field::ChoicePrice(place)
                label=tr!(language, "options.price", currency = currency.code())
                value=price.map(|price| price.typed(currency)).unwrap_or_default()
                max=20
                required=false
            />
        </fieldset>
    }
}
