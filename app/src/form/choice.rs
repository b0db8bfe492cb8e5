//! Fields in which something is chosen.

use super::context::{draw, typed_of};
use domain::validation::Field;
use leptos::prelude::*;

/// What can be chosen.
#[derive(Debug, Clone)]
pub struct Choice {
    /// What is sent.
    pub value: String,
    /// What is read.
    pub label: String,
}

/// A field in which one of some is chosen.
#[component]
pub fn Choices(
    /// Which field.
    field: Field,
    /// What stands above it.
    #[prop(into)]
    label: String,
    /// What is chosen at first.
    #[prop(optional, into)]
    value: String,
    /// What can be chosen.
    choices: Vec<Choice>,
) -> impl IntoView {
    let drawn = draw(field, value);
    let chosen = drawn.value;
    let options = choices.into_iter().map(|choice| {
        let selected = choice.value == chosen;
        view! {
            <option value=choice.value selected=selected>
                {choice.label}
            </option>
        }
    });
    view! {
        <div class="field">
            <label for=drawn.id.clone()>{label}</label>
            <select
                id=drawn.id
                name=drawn.name
                aria-describedby=drawn.fault_id.clone()
                aria-invalid=drawn.fault.is_some().then_some("true")
            >
                {options.collect_view()}
            </select>
            <p class="field__fault" id=drawn.fault_id>
                {drawn.fault.or(drawn.meanwhile)}
            </p>
        </div>
    }
}

/// Boxes of which any number can be ticked.
#[component]
pub fn Checkboxes(
    /// Which field: the boxes share its name.
    field: Field,
    /// What stands above them.
    #[prop(into)]
    label: String,
    /// Which are ticked at first.
    chosen: Vec<String>,
    /// What can be ticked.
    choices: Vec<Choice>,
) -> impl IntoView {
    let name = field.to_string();
    let fault = draw(field, String::new());
    let chosen = typed_of(field).unwrap_or(chosen);
    let fault_id = fault.fault_id.clone();
    let boxes = choices.into_iter().map(|choice| {
        let checked = chosen.contains(&choice.value);
        view! {
            <label class="box">
                <input type="checkbox" name=name.clone() value=choice.value checked=checked />
                <span>{choice.label}</span>
            </label>
        }
    });
    view! {
        <fieldset class="boxes" aria-describedby=fault_id>
            <legend>{label}</legend>
            {boxes.collect_view()}
            <p class="field__fault" id=fault.fault_id>
                {fault.fault}
            </p>
        </fieldset>
    }
}
