//! The page, as the server draws it.

use super::{
    Progress, actions::Actions, alerts::ReadyAlerts, notes::Notes, order_path, pay::Pay,
    rating::Rate, share::Share, unknown::UnknownOrder,
};
use crate::{
    form::RefusalLine,
    request::{language, origin, shop},
    ui::{Bell, Page, PageStyle, ShopFront, unavailable},
    words,
};
use domain::{menu::PhotoId, orders::OrderStory};
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

/// Whoever has the link is the order's customer.
#[component]
fn OrderPage() -> impl IntoView {
    let token = use_params_map().with_untracked(|params| params.get("token"));
    let origin = origin();
    Suspend::new(async move {
        let Ok(shop) = shop() else {
            return unavailable();
        };
        let pictures = shop.settings().payment_pictures.clone();
        match shop.order_story(&token.unwrap_or_default()).await {
            Ok(Some(story)) => view! { <OrderView story pictures origin /> }.into_any(),
            Ok(None) => view! { <UnknownOrder /> }.into_any(),
            Err(_) => unavailable(),
        }
    })
}

/// The order and its progress.
#[component]
fn OrderView(
    /// The order.
    story: OrderStory,
    /// The pictures of the codes by which one can pay.
    pictures: Vec<PhotoId>,
    /// Where this site is.
    origin: String,
) -> impl IntoView {
    let language = language();
    let order = story.order.clone();
    let is_over = order.status.is_final();
    let page = order_path(&order.token);
    let again = order.token.clone();
    let refresh = (!is_over).then(|| {
        // A form that was refused has another address.
        let content = format!("{REFRESH};url={page}");
        view! {
            <noscript>
                <meta http-equiv="refresh" content=content />
            </noscript>
        }
    });
    let number = tr!(language, "progress.title", number = order.number);
    let title = format!("{number} · {}", words::status(language, order.status));
    let whole_title = format!("{title} · {}", ShopFront::current().name);
    let alerts = (!is_over).then(|| view! { <ReadyAlerts /> });
    let bell = format!("/sse{page}");
    let receipt = format!("{} · {}", ShopFront::current().name, order.day);
    let link = format!("{origin}{page}");
    view! {
        {refresh}
        <Page title>
            <PageStyle href="/style/progress.css" />
            <PageStyle href="/style/order-page.css" />
            <PageStyle href="/style/pay.css" />
            <h1 class="visually-hidden">{number}</h1>
            <div data-live="answer" data-live-by="form">
                <RefusalLine />
            </div>
            <article class="progress">
                <p class="receipt__head">{receipt}</p>
                <Progress story=&story title=whole_title />
                <Notes story=&story />
                <Bell path=bell stays=true is_over />
                {alerts}
                <Actions story=&story />
            </article>
            <Pay order pictures />
            <div class="order-after" data-live="rating">
                <Rate story=&story />
            </div>
            <Share link />
            <div class="progress__again">
                <form method="post" action="/cart/again">
                    <input type="hidden" name="order" value=again />
                    <button class="button button--quiet">{tr!(language, "progress.same_again")}</button>
                </form>
                <a href="/">{tr!(language, "progress.again")}</a>
            </div>
        </Page>
    }
}
