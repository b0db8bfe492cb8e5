//! The page, as the server draws it.

use super::{
    call_off::CallOff,
    earlier::EarlierOrders,
    moves::{Moves, UndoButton},
    payment::{PaymentForm, RefundForm},
    timeline::Timeline,
    viewers::Viewers,
    write::WriteAbout,
    write_customer::WriteToCustomer,
};
use crate::{
    desk::page::{AdminRequest, admin_page},
    errors::ActionError,
    order::rating::Stars,
    request::{language, path_id},
    ui::{OrderLines, PageScript, PageStyle, PrintAccepted, StatusBadge},
    words,
};
use domain::{
    orders::{Order, OrderId, OrderStatus},
    policy::{Action, Actor},
};
use leptos::prelude::*;
use leptos_router::{
    MatchNestedRoutes, ParamSegment, SsrMode, StaticSegment, components::Route,
    hooks::use_query_map,
};

/// How many earlier orders of the customer are shown.
const EARLIER: u32 = 10;

/// `/admin/orders/{id}`
#[component(transparent)]
pub fn OrderDetailRoute() -> impl MatchNestedRoutes + Clone {
    let path = (
        StaticSegment("admin"),
        StaticSegment("orders"),
        ParamSegment("id"),
    );
    view! { <Route path view=OrderDetailPage ssr=SsrMode::Async /> }.into_inner()
}

#[component]
fn OrderDetailPage() -> impl IntoView {
    let id = path_id().and_then(|id| id.parse().ok()).map(OrderId);
    let to = use_query_map().with_untracked(|query| query.get("to").unwrap_or_default());
    let title = tr!(language(), "detail.title");
    admin_page(title, Some(Action::ReadOrders), move |admin| {
        draw(admin, id, to)
    })
}

async fn draw(
    AdminRequest {
        shop,
        user,
        mut colleagues,
    }: AdminRequest,
    id: Option<OrderId>,
    to: String,
) -> Result<AnyView, ActionError> {
    let found = shop
        .order_history(id.ok_or(ActionError::NotFound)?, &user)
        .await?;
    let (order, history) = found.ok_or(ActionError::NotFound)?;
    let earlier = shop.earlier_orders(&order, EARLIER, &user).await?;
    let may = |action| Actor::from(&user).check(action).is_ok();
    let messages = shop.messages_about(order.id, &user).await?;
    let notes = shop.customer_notes(order.id, &user).await?;
    let rated = shop.ratings(&[order.id], &user).await?;
    let rating = rated
        .into_iter()
        .map(|(_, rating)| view! { <Stars rating /> });
    colleagues.retain(|name| *name != user.name);
    let write = may(Action::SendMessages).then(|| {
        let key = shop.request_key();
        view! { <WriteAbout order=order.id colleagues to key /> }
    });
    let others = shop.others_at(order.id, &user)?;
    let may_change = may(Action::ChangeOrders);
    let may_refund = may(Action::Refund) && !order.left_to_refund().is_zero();
    let now = shop.clock.now();
    let undo = may_change.then(|| view! { <UndoButton order=order.clone() user=user.name now /> });
    let steps = may_change.then(|| {
        view! {
            <Moves order=order.clone() />
            <CallOff order=order.clone() />
            <PaymentForm order=order.clone() />
        }
    });
    let refund = may_refund.then(|| view! { <RefundForm order=order.clone() /> });
    let clock = shop.clock.clone();
    let view = view! {
        <PageStyle href="/style/detail.css" />
        <div class="detail" data-live="order">
            <Viewers order=order.id others />
            <Head order=order.clone() />
            {undo}
            <div class="detail__columns">
                <div class="detail__order">
                    <Customer order=order.clone() may_change />
                    <OrderLines language=language() order=order.clone() />
                    {rating.collect_view()}
                    {steps}
                    {refund}
                </div>
                <div class="detail__past">
                    <Timeline order=order.clone() history messages clock=clock.clone() />
                    <WriteToCustomer
                        order=order.clone()
                        notes
                        may_write=may_change
                        clock=clock.clone()
                        key=shop.request_key()
                    />
                    {write}
                    <EarlierOrders orders=earlier clock />
                </div>
            </div>
        </div>
        <PageScript src="/viewers.js" />
        <PrintAccepted />
    };
    Ok(view.into_any())
}

/// The order's number, where it is in its life, and when it will be ready.
#[component]
fn Head(order: Order) -> impl IntoView {
    let language = language();
    let promised = order.promise().map(|promise| {
        view! { <p class="card__promised">{tr!(language, "order.promised", time = promise.time)}</p> }
    });
    let hurried = order.hurried.as_ref().map(|hurried| {
        view! { <p class="card__hurried">{tr!(language, "order.hurried", time = hurried.time)}</p> }
    });
    let taken_by = order.taken_by.map(|by| {
        view! { <p>{tr!(language, "detail.taken_by", by = by)}</p> }
    });
    let reason = order.reason.map(|reason| {
        let kind = words::reason_kind(language, reason.kind);
        view! { <p class="note"><strong>{kind}</strong> " " <span dir="auto">{reason.text}</span></p> }
    });
    view! {
        <div class="detail__head" data-status=order.status.as_str()>
            <p class="card__number">"#" {order.number}</p>
            <StatusBadge language status=order.status />
            <p class="card__time">{order.day} " " {order.placed_time}</p>
        </div>
        {promised}
        {hurried}
        {taken_by}
        {reason}
    }
}

/// Who ordered, and the ways to what they and the kitchen get.
#[component]
fn Customer(order: Order, may_change: bool) -> impl IntoView {
    let language = language();
    let name = words::customer(language, &order.customer.name).into_owned();
    let phone = order.customer.phone;
    let call =
        (!phone.is_empty()).then(|| view! { <a href=format!("tel:{phone}")>{phone.clone()}</a> });
    let edit = (may_change && order.status == OrderStatus::Placed).then(|| {
        let page = format!("/admin/orders/{}/edit", order.id);
        view! { <a href=page>{tr!(language, "order_edit.title")}</a> }
    });
    view! {
        <p class="card__customer">
            <strong dir="auto">{name}</strong>
            " "
            {call}
        </p>
        <p class="detail__links">
            <a href=format!("/orders/{}", order.token)>{tr!(language, "detail.customer_page")}</a>
            " "
            <a href=format!("/admin/orders/print?order={}", order.id)>
                {tr!(language, "detail.print")}
            </a>
            " "
            {edit}
        </p>
    }
}
