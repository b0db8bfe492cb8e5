//! A form, as it is drawn.

use super::{Refused, context::FormContext};
use crate::errors::ActionError;
use leptos::prelude::*;

/// A form that the browser sends by itself. Where something is wrong with what was
/// typed it says so at its head, and each field says what.
#[component]
pub fn Form(
    /// The path to which it is sent.
    #[prop(into)]
    action: String,
    /// What the button says.
    #[prop(into)]
    send: String,
    /// Its fields.
    children: Children,
) -> impl IntoView {
    let refused = Refused::of(&action);
    let is_invalid = |refused: &&Refused| matches!(refused.error, ActionError::Invalid(_));
    let refusal = refused.as_ref().filter(is_invalid).map(Refused::view);
    provide_context(FormContext::new(&action, refused));
    view! {
        <form class="form" method="post" action=action>
            {refusal}
            {children()}
            <div class="form__buttons">
                <button class="button button--primary">{send}</button>
            </div>
        </form>
    }
}

/// A form of a button alone.
#[component]
pub fn ActionButton(
    /// The path to which it is sent.
    #[prop(into)]
    action: String,
    /// What the button says.
    #[prop(into)]
    label: String,
    /// What the button says to those who don't see beside what it stands.
    #[prop(optional, into)]
    spoken: Option<String>,
) -> impl IntoView {
    view! {
        <form class="action" method="post" action=action>
            <button class="button button--quiet" aria-label=spoken>
                {label}
            </button>
        </form>
    }
}
