//! The page, as the server draws it.

use super::OrdersIsland;
use crate::{
    desk::{actions::snapshot, page::AdminPage},
    errors::ActionError,
    request::{admin, lead_to},
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
        let snapshot = match snapshot().await {
            Ok(snapshot) => snapshot,
            Err(ActionError::SignedOut) => return lead_to("/sign-in"),
            Err(_) => return unavailable(),
        };
        let Ok((user, shop)) = admin() else {
            return unavailable();
        };
        let Ok(unread) = shop.unread_notices(&user).await else {
            return unavailable();
        };
        let title = tr!(snapshot.language, "desk.title");
        view! {
            <AdminPage title user unread>
                <OrdersIsland snapshot />
            </AdminPage>
        }
        .into_any()
    })
}
