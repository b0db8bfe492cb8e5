//! The page, as the server draws it.

use super::OrdersIsland;
use crate::{
    desk::{page::AdminPage, start::AdminStart},
    errors::ActionError,
    request::{lead_to, shop},
    ui::unavailable,
};
use leptos::prelude::*;
use leptos_router::{MatchNestedRoutes, SsrMode, StaticSegment, components::Route};

/// `/admin`
#[component(transparent)]
pub fn DeskRoute() -> impl MatchNestedRoutes + Clone {
    view! { <Route path=StaticSegment("admin") view=OrdersPage ssr=SsrMode::Async /> }.into_inner()
}

/// Today's orders, live. Who is not signed in is led to the sign-in.
#[component]
fn OrdersPage() -> impl IntoView {
    Suspend::new(async move {
        let start = match AdminStart::load().await {
            Ok(start) => start,
            Err(ActionError::SignedOut) => return lead_to("/sign-in"),
            Err(_) => return unavailable(),
        };
        let Ok(shop) = shop() else {
            return unavailable();
        };
        let Ok(colleagues) = shop.store.names().await else {
            return unavailable();
        };
        let title = tr!(start.language, "desk.title");
        view! {
            <AdminPage title user=start.user.clone()>
                <OrdersIsland start colleagues />
            </AdminPage>
        }
        .into_any()
    })
}
