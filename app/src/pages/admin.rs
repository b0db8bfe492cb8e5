//! The back office.

use super::{Page, language, lead_to, unavailable};
use crate::{
    actions::{Fault, load_desk, shop},
    components::DeskIsland,
    visitor::Visitor,
};
use leptos::prelude::*;

/// `/admin`: today's orders, live. Who is not signed in is led to the sign-in.
#[component]
pub fn AdminPage() -> impl IntoView {
    Suspend::new(async move {
        let language = language();
        let user = Visitor::current().session.map(|session| session.user);
        let Ok(shop) = shop() else {
            return unavailable();
        };
        let snapshot = match load_desk().await {
            Ok(snapshot) => snapshot,
            Err(Fault::SignedOut) => return lead_to("/sign-in"),
            Err(_) => return unavailable(),
        };
        let Ok(colleagues) = shop.store.names().await else {
            return unavailable();
        };
        let user = user.map(|user| user.name).unwrap_or_default();
        let name = user.clone();
        let tools = move || {
            view! {
                <form class="sign-out" method="post" action="/sign-out">
                    <span class="sign-out__name">{name.clone()}</span>
                    <button class="button button--quiet">{tr!(language, "nav.sign_out")}</button>
                </form>
            }
        };
        view! {
            <Page title=tr!(language, "desk.title") home="/admin" tools=tools>
                <DeskIsland language user snapshot colleagues />
            </Page>
        }
        .into_any()
    })
}
