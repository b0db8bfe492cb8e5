//! A field of one line, in any form.

use leptos::prelude::*;
use std::borrow::Cow;

/// A field of one line with its label, and below it what the form puts there.
#[component]
pub fn TextField(
    /// Its name in the form.
    #[prop(into)]
    name: Cow<'static, str>,
    /// Its identity on the page; its name, if not given.
    #[prop(optional, into)]
    id: Option<String>,
    /// What stands above it.
    #[prop(into)]
    label: Cow<'static, str>,
    /// The `type` of the input.
    kind: &'static str,
    /// What the browser may fill in.
    autocomplete: &'static str,
    /// The most characters that it takes.
    max: usize,
    /// Whether it has to be filled in.
    #[prop(default = true)]
    required: bool,
    /// The `<datalist>` with what is offered while one types.
    #[prop(default = "")]
    list: &'static str,
    /// What stands in it at first.
    #[prop(optional)]
    typed: String,
    /// Whether it has to be mended.
    is_wrong: bool,
    /// The element that tells why.
    fault_id: String,
    /// That element, where it belongs to this field alone.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let id = id.unwrap_or_else(|| name.clone().into_owned());
    view! {
        <div class="field">
            <label for=id.clone()>{label}</label>
            <input
                id=id
                name=name
                type=kind
                autocomplete=autocomplete
                required=required
                maxlength=max.to_string()
                list=(!list.is_empty()).then_some(list)
                value=typed
                aria-describedby=fault_id
                aria-invalid=is_wrong.then_some("true")
            />
            {children.map(|children| children())}
        </div>
    }
}
