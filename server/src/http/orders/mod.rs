//! Orders, for programs: the rules and the code behind are those of the pages.

mod viewers;

pub(crate) use viewers::note as note_viewer;

use super::{
    api_error::ApiError,
    auth::{Admin, Caller},
};
use app::visitor::Visitor;
use axum::{
    Extension, Json,
    extract::{Path, Query, State, rejection::JsonRejection},
    http::StatusCode,
};
use domain::{
    orders::{
        Move, Order, OrderChange, OrderDraft, OrderId, OrderStatus, Placed, StatusReason, Step,
    },
    shop::Shop,
};
use serde::{Deserialize, Serialize};

/// How many orders a page has.
const PAGE: u32 = 50;

/// `POST /api/orders`: 201 and the order; 200 where the same `request_id` had
/// placed it before.
pub(crate) async fn place(
    State(shop): State<Shop>,
    Extension(visitor): Extension<Visitor>,
    draft: Result<Json<OrderDraft>, JsonRejection>,
) -> Result<(StatusCode, Json<Order<String>>), ApiError> {
    let Json(draft) = draft?;
    let placed = shop.place(&draft, visitor.address).await;
    let placed = placed
        .map_err(|error| ApiError::of_action(error, visitor.language, shop.settings().currency))?;
    let status = match placed {
        Placed::New(_) => StatusCode::CREATED,
        Placed::Before(_) => StatusCode::OK,
    };
    let order = placed.into_order().for_customer();
    Ok((status, Json(order.in_language(visitor.language))))
}

/// `GET /api/orders/{token}`: the order, for whoever has its token.
pub(crate) async fn show(
    State(shop): State<Shop>,
    Extension(visitor): Extension<Visitor>,
    Path(token): Path<String>,
) -> Result<Json<Order<String>>, ApiError> {
    let order = shop.order(&token).await?.ok_or(ApiError::NOT_FOUND)?;
    Ok(Json(order.in_language(visitor.language)))
}

#[derive(Deserialize)]
pub(crate) struct Page {
    /// The last order of the page before.
    after: Option<i64>,
}

/// Answer of [`list`].
#[derive(Serialize)]
pub(crate) struct OrderPage {
    orders: Vec<Order<String>>,
    /// What `after` takes to get the next page; `null` on the last.
    next: Option<OrderId>,
}

/// `GET /api/orders?after=…`: a page of orders, newest first.
pub(crate) async fn list(
    State(shop): State<Shop>,
    Caller(caller): Caller,
    Extension(visitor): Extension<Visitor>,
    Query(page): Query<Page>,
) -> Result<Json<OrderPage>, ApiError> {
    let before = page.after.map(OrderId);
    let orders = shop.orders_before(before, PAGE, caller.actor()).await?;
    let full = orders.len() == PAGE as usize;
    Ok(Json(OrderPage {
        next: orders.last().map(|order| order.id).filter(|_| full),
        orders: orders
            .into_iter()
            .map(|order| order.in_language(visitor.language))
            .collect(),
    }))
}

/// Body of [`change`].
#[derive(Deserialize)]
pub(crate) struct Change {
    status: OrderStatus,
    version: u32,
    /// When it will be ready, in minutes from now.
    minutes: Option<u32>,
    /// Why it is rejected or cancelled.
    reason: Option<StatusReason>,
}

/// `PATCH /api/orders/{id}`: compare and set; 409 names who was faster.
pub(crate) async fn change(
    State(shop): State<Shop>,
    Admin(user): Admin,
    Extension(visitor): Extension<Visitor>,
    Path(order): Path<i64>,
    change: Result<Json<Change>, JsonRejection>,
) -> Result<Json<Order<String>>, ApiError> {
    let Json(change) = change?;
    let step = Step::Move(Move {
        to: change.status,
        minutes: change.minutes,
        reason: change.reason,
    });
    let change = OrderChange {
        order: OrderId(order),
        version: change.version,
        step,
    };
    let changed = shop.change(change, &user).await;
    let order = changed
        .map_err(|error| ApiError::of_action(error, visitor.language, shop.settings().currency))?;
    Ok(Json(order.in_language(visitor.language)))
}
