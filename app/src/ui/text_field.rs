//! A field of one line, in any form.

use leptos::prelude::*;
use std::borrow::Cow;

/// A field of one line with its label, and below it what the form puts there.
#[component]
pub fn TextField(
    /// Its name in the form.
    name: &'static str,
    /// What stands above it.
    #[prop(into)]
    label: Cow<'static, str>,
    /// The `type` of the input.
    kind: &'static str,
    /// What the browser may fill in.
    autocomplete: &'static str,
    /// The most characters that it takes.
    max: usize,
    /// What stands in it at first.
    #[prop(optional)]
    typed: String,
    /// Whether it has to be mended.
    #[prop(into)]
    is_wrong: Signal<bool>,
    /// The element that tells why.
    fault_id: String,
    /// That element, where it belongs to this field alone.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class="field">
            <label for=name>{label}</label>
            <input
                id=name
                name=name
                type=kind
                autocomplete=autocomplete
                required=true
                maxlength=max.to_string()
                value=typed
                aria-describedby=fault_id
                aria-invalid=move || is_wrong.get().then_some("true")
            />
            {children.map(|children| children())}
        </div>
    }
}
