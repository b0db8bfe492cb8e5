//! The pages of this feature.

use super::{
    detail::OrderDetailRoute, edit::EditOrderRoute, page::OrdersRoute, print_page::PrintRoute,
};
use leptos::prelude::*;
use leptos_router::MatchNestedRoutes;

/// `/admin/orders` and below.
#[component(transparent)]
pub fn OrdersRoutes() -> impl MatchNestedRoutes + Clone {
    view! {
        <OrdersRoute />
        <PrintRoute />
        <OrderDetailRoute />
        <EditOrderRoute />
    }
    .into_inner()
}
