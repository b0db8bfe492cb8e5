//! The fields of the order form, each with its fault beside it.

use super::context::OrderFormContext;
use crate::ui::TextField;
use domain::{orders::MAX_NOTE, validation::Field};
use leptos::prelude::*;
use std::borrow::Cow;

/// A field of one line, with its fault.
#[component]
pub fn OrderField(
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
) -> impl IntoView {
    let fault = OrderFormContext::current().fault(field);
    let fault_id = format!("{name}-fault");
    view! {
        <TextField
            name
            label
            kind
            autocomplete
            max
            typed
            is_wrong=Signal::derive(move || fault.with(Option::is_some))
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
pub fn NoteField(
    /// What stands in it at first.
    typed: String,
) -> impl IntoView {
    let context = OrderFormContext::current();
    let fault = context.fault(Field::Note);
    view! {
        <div class="field">
            <label for="note">{tr!(context.language, "shop.note")}</label>
            <textarea
                id="note"
                name="note"
                rows="2"
                aria-describedby="note-fault note-hint"
                aria-invalid=move || fault.with(Option::is_some).then_some("true")
            >
                {typed}
            </textarea>
            <p id="note-hint" class="field__hint">
                {tr!(context.language, "shop.note_hint", max = MAX_NOTE)}
            </p>
            <p id="note-fault" class="field__fault">
                {fault}
            </p>
        </div>
    }
}
