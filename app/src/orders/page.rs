//! The page of all orders.

use super::{
    address::{self, TABLE},
    bulk_answer::BulkAnswerLine,
    filter_form::FilterForm,
    order_list::OrderList,
    periods::Periods,
    views::Views,
};
use crate::{
    desk::page::{AdminRequest, admin_page},
    errors::ActionError,
    form::fields::{self, Fields},
    request::{language, set_error},
    ui::{KeyHelp, ListKeys, PageStyle, PrintAcceptedSetting},
    words,
};
use domain::{
    orders::search::OrderQuery,
    policy::{Action, Actor},
};
use leptos::prelude::*;
use leptos_router::{MatchNestedRoutes, SsrMode, StaticSegment, components::Route};

/// How many orders one page shows.
const PAGE_SIZE: u32 = 50;
/// What its keys lead to.
const KEYS: ListKeys = ListKeys {
    row: ".order-row",
    link: ".order-row__number",
    accept: "[name=do][value=accept]",
    finish: "[name=do][value=finish]",
    tick: Some(".order-row__tick input"),
    filter: Some("#orders-q"),
};

/// `/admin/orders`
#[component(transparent)]
pub fn OrdersRoute() -> impl MatchNestedRoutes + Clone {
    let path = (StaticSegment("admin"), StaticSegment("orders"));
    view! { <Route path view=OrdersPage ssr=SsrMode::Async /> }.into_inner()
}

#[component]
fn OrdersPage() -> impl IntoView {
    let asked = address::asked();
    let title = tr!(language(), "order_list.title");
    admin_page(title, Some(Action::ReadOrders), move |admin| {
        draw(admin, asked)
    })
}

async fn draw(
    AdminRequest { shop, user, .. }: AdminRequest,
    asked: Fields,
) -> Result<AnyView, ActionError> {
    let language = language();
    let (query, faults) = match OrderQuery::parse(&asked) {
        Ok(query) => (query, None),
        Err(faults) => (OrderQuery::default(), Some(faults)),
    };
    let views = shop.order_views(&user).await?;
    let list = match &faults {
        Some(faults) => {
            let error = faults.clone().into();
            set_error(&error);
            let text = words::refusal(language, &error);
            view! {
                <p class="form__refusal" role="alert">
                    {text}
                </p>
            }
            .into_any()
        }
        None => {
            let found = shop.find_orders(&query, PAGE_SIZE, &user).await?;
            let ids: Vec<_> = found.orders.iter().map(|order| order.id).collect();
            let ratings = shop.ratings(&ids, &user).await?;
            view! { <OrderList query=query.clone() found ratings /> }.into_any()
        }
    };
    let may_export = Actor::from(&user).check(Action::ExportOrders).is_ok();
    let export = (may_export && faults.is_none()).then(|| {
        let href = fields::to_address(TABLE, &query.view_fields());
        view! {
            <p>
                <a class="link" href=href download>
                    {tr!(language, "order_list.export")}
                </a>
            </p>
        }
    });
    let view = view! {
        <PageStyle href="/style/order-list.css" />
        <Views views query=query.clone() />
        <Periods query=query.clone() />
        <FilterForm asked query faults />
        // Only the answer to a form has something here, so only that one changes it.
        <div data-live="orders-answer" data-live-by="form">
            <BulkAnswerLine />
        </div>
        {list}
        <div class="list-tools">
            <PrintAcceptedSetting />
            <KeyHelp keys=KEYS />
        </div>
        {export}
    };
    Ok(view.into_any())
}
