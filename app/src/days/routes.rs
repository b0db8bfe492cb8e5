//! The pages of this feature.

use super::{day_page::DayRoute, page::DaysRoute};
use leptos::prelude::*;
use leptos_router::MatchNestedRoutes;

/// `/admin/days` and below.
#[component(transparent)]
pub fn DaysRoutes() -> impl MatchNestedRoutes + Clone {
    view! {
        <DaysRoute />
        <DayRoute />
    }
    .into_inner()
}
