//! One figure of today, beside what it was.

use super::words::{self, Unit};
use crate::{request::language, words::weekday};
use domain::sums::{Compared, Day};
use leptos::prelude::*;

/// A figure of today, what it was a week before, and how both differ, all in words.
#[component]
pub fn Figure(
    /// What it is called in the page.
    key: &'static str,
    /// What it is.
    #[prop(into)]
    name: String,
    /// Both values.
    compared: Compared,
    /// What they count.
    unit: Unit,
    /// The day to compare with.
    before: Day,
) -> impl IntoView {
    let language = language();
    let now = words::value(language, unit, compared.now);
    let then = tr!(
        language,
        "dashboard.before",
        weekday = weekday(language, before.weekday()),
        value = words::value(language, unit, compared.before)
    );
    let difference = words::difference(language, unit, compared);
    let difference = difference.map(|text| view! { <span class="figure__change">{text}</span> });
    view! {
        <li class="figure" data-key=key>
            <h2 class="figure__name">{name}</h2>
            <p class="figure__value">{now}</p>
            <p class="figure__before">{then} " " {difference}</p>
        </li>
    }
}
