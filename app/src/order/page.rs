//! The page, as the server draws it.

use super::{Progress, pay::Pay};
use crate::{
    request::{language, shop},
    ui::{Bell, NotFound, Page, unavailable},
};
use leptos::prelude::*;
use leptos_router::{
    MatchNestedRoutes, ParamSegment, SsrMode, StaticSegment, components::Route,
    hooks::use_params_map,
};

/// How often the page comes anew where it can't be live, in seconds.
const REFRESH: &str = "15";

/// `/orders/{token}`
#[component(transparent)]
pub fn OrderRoute() -> impl MatchNestedRoutes + Clone {
    let path = (StaticSegment("orders"), ParamSegment("token"));
    view! { <Route path view=OrderPage ssr=SsrMode::Async /> }.into_inner()
}

/// The order and its progress.
#[component]
fn OrderPage() -> impl IntoView {
    let token = use_params_map().with_untracked(|params| params.get("token"));
    Suspend::new(async move {
        let Ok(shop) = shop() else {
            return unavailable();
        };
        let language = language();
        let order = match shop.store.order(&token.unwrap_or_default()).await {
            Ok(Some(order)) => order.for_customer(),
            Ok(None) => return view! { <NotFound /> }.into_any(),
            Err(_) => return unavailable(),
        };
        let pictures = shop.settings().payment_pictures.clone();
        let is_over = order.status.is_final();
        let stream = format!("/sse/orders/{}", order.token);
        let refresh = (!is_over).then(|| {
            view! {
                <noscript>
                    <meta http-equiv="refresh" content=REFRESH />
                </noscript>
            }
        });
        let title = tr!(language, "progress.title", number = order.number);
        view! {
            {refresh}
            <Page title=title.clone()>
                <h1 class="visually-hidden">{title}</h1>
                <article class="progress">
                    <Progress order=order.clone() />
                    <Bell path=stream stays=true is_over />
                </article>
                <Pay order pictures />
                <p class="progress__again">
                    <a href="/">{tr!(language, "progress.again")}</a>
                </p>
            </Page>
        }
        .into_any()
    })
}
