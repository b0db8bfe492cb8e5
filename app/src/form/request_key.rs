//! What makes a form that is sent twice count once.

use super::context::kept_key;
use domain::validation::Field;
use leptos::prelude::*;

/// The key of the form around, in a field that nobody fills in. A form that was refused keeps
/// its own; one whose key was used for something else gets another.
#[component]
pub fn RequestKey(
    /// A key that no form has had.
    key: String,
) -> impl IntoView {
    let key = kept_key().unwrap_or(key);
    view! { <input type="hidden" name=Field::RequestId.to_string() value=key /> }
}
