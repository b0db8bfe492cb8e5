//! For how long names, phones and notes of orders are kept, as it is typed.

use crate::{form::TextInput, request::language};
use domain::validation::Field;
use leptos::prelude::*;

/// The field of the days.
#[component]
pub fn PersonalDataField(
    /// The days of now; `None` for ever.
    days: Option<u32>,
) -> impl IntoView {
    let language = language();
    view! {
        <TextInput
            field=Field::PersonalDays
            label=tr!(language, "settings.personal_days")
            value=days.map(|days| days.to_string()).unwrap_or_default()
            max=4
            required=false
            hint=tr!(language, "settings.personal_days_hint").into_owned()
        />
    }
}
