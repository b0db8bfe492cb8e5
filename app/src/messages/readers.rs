//! Whom a message is for.

use crate::{desk::readers, form::Checkboxes, request::language};
use domain::validation::Field;
use leptos::prelude::*;

/// A box for everybody, and one for each colleague.
#[component]
pub fn Readers(
    /// The names of those who can be written to.
    colleagues: Vec<String>,
    /// The name that is ticked at first; possibly nothing.
    to: String,
) -> impl IntoView {
    let chosen = Some(to).filter(|name| !name.is_empty());
    view! {
        <Checkboxes
            field=Field::To
            label=tr!(language(), "compose.to")
            chosen=chosen.into_iter().collect()
            choices=readers(colleagues)
        />
    }
}
