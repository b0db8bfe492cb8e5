//! The shop's page.

use super::{
    KeptCart, RefusedOrder, ShopNow,
    basket::Basket,
    context::{FormState, OrderFormContext},
    form::OrderForm,
    structured_data::StructuredData,
};
use crate::{
    request::{language, refuse, shop},
    ui::{Bell, Page, PageScript, PageStyle, ShopFront, unavailable},
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
        let refused = use_context::<RefusedOrder>();
        let Ok(now) = ShopNow::read(&shop, language).await else {
            return unavailable();
        };
        let (typed, refusal, ordered) = match refused {
            Some(RefusedOrder { form, error }) => {
                let refusal = refuse(&error, words::order_refusal);
                (form, Some(refusal), None)
            }
            None => match KeptCart::read(&shop).await {
                Ok(KeptCart { typed, ordered }) => (typed, None, ordered),
                Err(_) => return unavailable(),
            },
        };
        let title = tr!(language, "shop.title");
        if now.sections.is_empty() {
            return view! {
                <Page title=title.clone()>
                    <h1>{title}</h1>
                    <p class="empty">{tr!(language, "shop.empty")}</p>
                </Page>
            }
            .into_any();
        }
        OrderFormContext::provide(FormState {
            language,
            currency: ShopFront::current().currency,
            basket: Basket::new(&now.sections, &typed),
            now,
            typed,
            refusal,
        });
        view! {
            <Page title=title.clone()>
                <h1>{title} " " <Bell path="/sse/menu".to_owned() /></h1>
                <PageStyle href="/style/menu.css" />
                <PageStyle href="/style/photo.css" />
                <PageStyle href="/style/order-form.css" />
                <OrderForm ordered />
                <StructuredData />
                <PageScript src="/order-form.js" />
            </Page>
        }
        .into_any()
    })
}
