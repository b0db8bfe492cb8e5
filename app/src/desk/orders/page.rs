//! The page, as the server draws it.

use super::message_form::MessageForm;
use crate::{
    desk::{
        island::{Desk, LiveContent},
        page::{AdminPage, Opened, opened},
    },
    errors::ActionError,
    request::lead_to,
    ui::{KeyHelp, ListKeys, PageScript, PrintAcceptedSetting, unavailable},
};
use leptos::prelude::*;
use leptos_router::{MatchNestedRoutes, SsrMode, StaticSegment, components::Route};

/// What its keys lead to. Of what can be done about an order, one button is filled.
const KEYS: ListKeys = ListKeys {
    row: ".card",
    link: ".card__number a",
    accept: ".card--placed > .card__actions > .button--primary",
    finish: ".card:not(.card--placed) > .card__actions > .button--primary",
    tick: None,
    filter: None,
};

/// `/admin`
#[component(transparent)]
pub fn DeskRoute() -> impl MatchNestedRoutes + Clone {
    view! { <Route path=StaticSegment("admin") view=OrdersPage ssr=SsrMode::Async /> }.into_inner()
}

/// Today's orders, live. Who is not signed in is led to the sign-in.
#[component]
fn OrdersPage() -> impl IntoView {
    Suspend::new(async move {
        let Opened {
            snapshot,
            user,
            unread,
            shop,
        } = match opened().await {
            Ok(opened) => opened,
            Err(ActionError::SignedOut) => return lead_to("/sign-in"),
            Err(_) => return unavailable(),
        };
        let colleagues = snapshot.colleagues.clone();
        let key = shop.request_key();
        let title = tr!(snapshot.language, "desk.title").into_owned();
        view! {
            <AdminPage title user unread>
                <Desk snapshot content=LiveContent::Orders>
                    <div class="list-tools">
                        <PrintAcceptedSetting />
                        <KeyHelp keys=KEYS />
                    </div>
                    <MessageForm colleagues key />
                </Desk>
                <PageScript src="/redraw.js" />
            </AdminPage>
        }
        .into_any()
    })
}
