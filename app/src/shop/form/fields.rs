//! Who the order is for: the fields, each with its fault beside it.

use crate::{request::shop, shop::context::OrderFormContext, ui::TextField};
use domain::{
    orders::{MAX_NAME, MAX_NOTE},
    validation::Field,
};
use leptos::prelude::*;
use std::borrow::Cow;

/// Name, number, and what the shop should know.
#[component]
pub fn CustomerFields() -> impl IntoView {
    let form = OrderFormContext::current();
    let (language, typed) = (form.language, &form.typed);
    view! {
        <OrderField
            name="name"
            label=tr!(language, "shop.name")
            field=Field::Name
            typed=typed.name.clone()
            kind="text"
            autocomplete="name"
            max=MAX_NAME
        />
        <OrderField
            name="phone"
            label=tr!(language, "shop.phone")
            field=Field::Phone
            typed=typed.phone.clone()
            kind="tel"
            autocomplete="tel"
            max=40
        />
        <NoteField typed=typed.note.clone() />
    }
}

/// A field of one line, with its fault.
#[component]
pub(super) fn OrderField(
    /// Its name in the form.
    name: &'static str,
    /// What stands above it.
    #[prop(into)]
    label: Cow<'static, str>,
    /// To which field of the order its faults belong.
    field: Field,
    /// What stands in it at first.
    typed: String,
    /// The `type` of the input.
    kind: &'static str,
    /// What the browser may fill in.
    autocomplete: &'static str,
    /// The most characters that it takes.
    max: usize,
    /// Whether it has to be filled in.
    #[prop(default = true)]
    required: bool,
) -> impl IntoView {
    let fault = OrderFormContext::current().fault(field);
    // What is no part of a name in CSS stays out of it.
    let id = name.replace('.', "-");
    let fault_id = format!("{id}-fault");
    view! {
        <TextField
            id
            name
            label
            kind
            autocomplete
            max
            required
            typed
            is_wrong=fault.is_some()
            fault_id=fault_id.clone()
        >
            <p id=fault_id class="field__fault">
                {fault}
            </p>
        </TextField>
    }
}

/// The note to the shop, with its fault.
#[component]
fn NoteField(
    /// What stands in it at first.
    typed: String,
) -> impl IntoView {
    let form = OrderFormContext::current();
    let fault = form.fault(Field::Note);
    view! {
        <div class="field">
            <label for="note">{tr!(form.language, "shop.note")}</label>
            <textarea
                id="note"
                name="note"
                rows="2"
                aria-describedby="note-fault note-hint"
                aria-invalid=fault.is_some().then_some("true")
            >
                {typed}
            </textarea>
            <p id="note-hint" class="field__hint">
                {tr!(form.language, "shop.note_hint", max = MAX_NOTE)}
            </p>
            <p id="note-fault" class="field__fault">
                {fault}
            </p>
        </div>
    }
}

/// What people neither see nor reach, and programs fill in; and when the form was drawn.
#[component]
pub fn GuardFields() -> impl IntoView {
    let form = OrderFormContext::current();
    let drawn = shop().map_or(0, |shop| shop.clock.now().millis());
    view! {
        <input type="hidden" name="drawn" value=drawn.to_string() />
        <div class="order-form__guard" aria-hidden="true">
            <label for="website">"Website"</label>
            <input
                id="website"
                name="website"
                tabindex="-1"
                autocomplete="off"
                value=form.typed.website.clone()
            />
        </div>
    }
}

/// Whether the customer is remembered on this device, and what becomes of the data.
#[component]
pub fn Consent() -> impl IntoView {
    let form = OrderFormContext::current();
    let language = form.language;
    let days = shop().ok().and_then(|shop| shop.settings().personal_days);
    let text = match days {
        Some(days) => tr!(language, "shop.consent_days", days = days),
        None => tr!(language, "shop.consent"),
    };
    view! {
        <label class="box">
            <input type="checkbox" name="remember" value="on" checked=form.typed.is_remembered() />
            <span>{tr!(language, "shop.remember")}</span>
        </label>
        <p class="customer__consent">{text}</p>
    }
}
