//! The shop's page.

use super::{OrderForm, RefusedForm, RefusedOrder, ShopNow};
use crate::{
    request::{language, refuse, shop},
    ui::{Bundle, Page, PageCursor, ShopFront, unavailable},
    words,
};
use leptos::prelude::*;
use leptos_router::{MatchNestedRoutes, SsrMode, StaticSegment, components::Route};

/// `/`
#[component(transparent)]
pub fn ShopRoute() -> impl MatchNestedRoutes + Clone {
    view! { <Route path=StaticSegment("") view=ShopPage ssr=SsrMode::Async /> }.into_inner()
}

/// What there is to eat, and the form that orders it.
#[component]
fn ShopPage() -> impl IntoView {
    Suspend::new(async move {
        let Ok(shop) = shop() else {
            return unavailable();
        };
        let language = language();
        let currency = ShopFront::current().currency;
        let refused = use_context::<RefusedOrder>();
        let refused = refused.map(|RefusedOrder { form, error }| RefusedForm {
            form,
            refusal: refuse(&error, words::order_refusal),
        });
        let cursor = PageCursor::current();
        let Ok(now) = ShopNow::read(&shop, language).await else {
            return unavailable();
        };
        let is_empty = now.sections.is_empty();
        let request_id = shop.request_key();
        view! {
            <Page title=tr!(language, "shop.title") bundle=Bundle::Shop>
                <h1>{tr!(language, "shop.title")}</h1>
                {is_empty.then(|| view! { <p class="empty">{tr!(language, "shop.empty")}</p> })}
                {(!is_empty)
                    .then(|| view! { <OrderForm language currency request_id now cursor refused /> })}
            </Page>
        }
        .into_any()
    })
}
