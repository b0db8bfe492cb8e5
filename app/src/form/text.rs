//! Fields that take a text.

use super::context::draw;
use crate::{request::language, ui::TextField};
use domain::{
    users::{MAX_PASSWORD, MIN_PASSWORD},
    validation::Field,
};
use leptos::prelude::*;

/// A field of one line.
#[component]
pub fn TextInput(
    /// Which field.
    field: Field,
    /// What stands above it.
    #[prop(into)]
    label: String,
    /// What stands in it at first.
    #[prop(optional, into)]
    value: String,
    /// The `type` of the input.
    #[prop(default = "text")]
    kind: &'static str,
    /// What the browser may fill in.
    #[prop(default = "off")]
    autocomplete: &'static str,
    /// The most characters that it takes.
    max: usize,
    /// Whether it has to be filled in.
    #[prop(default = true)]
    required: bool,
    /// A line below it.
    #[prop(optional, into)]
    hint: Option<String>,
    /// The `<datalist>` with what is offered while one types.
    #[prop(default = "")]
    list: &'static str,
) -> impl IntoView {
    let drawn = draw(field, value);
    // What was typed as a password is not sent back.
    let typed = if kind == "password" {
        String::new()
    } else {
        drawn.value
    };
    view! {
        <TextField
            name=drawn.name
            id=drawn.id
            label
            kind
            autocomplete
            max
            required
            list
            typed
            is_wrong=drawn.fault.is_some()
            fault_id=drawn.fault_id.clone()
        >
            {hint.map(|hint| view! { <p class="field__hint">{hint}</p> })}
            <p class="field__fault" id=drawn.fault_id>
                {drawn.fault.or(drawn.meanwhile)}
            </p>
        </TextField>
    }
}

/// A field of any number of lines.
#[component]
pub fn TextArea(
    /// Which field.
    field: Field,
    /// What stands above it.
    #[prop(into)]
    label: String,
    /// What stands in it at first.
    #[prop(optional, into)]
    value: String,
) -> impl IntoView {
    let drawn = draw(field, value);
    view! {
        <div class="field">
            <label for=drawn.id.clone()>{label}</label>
            <textarea
                id=drawn.id
                name=drawn.name
                rows="2"
                aria-describedby=drawn.fault_id.clone()
                aria-invalid=drawn.fault.is_some().then_some("true")
            >
                {drawn.value}
            </textarea>
            <p class="field__fault" id=drawn.fault_id>
                {drawn.fault.or(drawn.meanwhile)}
            </p>
        </div>
    }
}

/// A field in which a new password is chosen.
#[component]
pub fn NewPassword(
    /// What stands above it.
    #[prop(into)]
    label: String,
) -> impl IntoView {
    view! {
        <TextInput
            field=Field::Password
            label
            kind="password"
            autocomplete="new-password"
            max=MAX_PASSWORD
            hint=tr!(language(), "invite.password_hint", min = MIN_PASSWORD).into_owned()
        />
    }
}
