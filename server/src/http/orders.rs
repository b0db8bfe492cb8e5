//! Orders, for programs: the rules and the code behind are those of the pages.

use super::{
    problem::Problem,
    visitor::{Admin, Visitor},
};
use crate::{crash, state::AppState};
use axum::{
    Extension, Json,
    extract::{Path, Query, State, rejection::JsonRejection},
    http::StatusCode,
};
use domain::{
    new_order::OrderDraft,
    order::{Order, OrderId, Placed, StatusChange},
    status::OrderStatus,
};
use serde::{Deserialize, Serialize};

/// How many orders a page has.
const PAGE: u32 = 50;

/// `POST /api/orders`: 201 and the order; 200 where the same `request_id` had
/// placed it before.
pub(crate) async fn place(
    State(state): State<AppState>,
    Extension(visitor): Extension<Visitor>,
    draft: Result<Json<OrderDraft>, JsonRejection>,
) -> Result<(StatusCode, Json<Order<String>>), Problem> {
    let Json(draft) = draft.map_err(unreadable)?;
    crash::point("received");
    let placed = state.shop.place(&draft, visitor.address).await;
    let placed = placed
        .map_err(|error| Problem::not_placed(error, visitor.language, state.settings.currency))?;
    let status = match placed {
        Placed::New(_) => StatusCode::CREATED,
        Placed::Before(_) => StatusCode::OK,
    };
    crash::point("answering");
    let order = placed.into_order().for_customer();
    Ok((status, Json(order.in_language(visitor.language))))
}

/// A body that is no JSON, or not the right one: what is wrong with it, as the
/// parser says it.
pub(crate) fn unreadable(rejection: JsonRejection) -> Problem {
    Problem::UNREADABLE.with_detail(rejection.body_text())
}

/// `GET /api/orders/{token}`: the order, for whoever has its token.
pub(crate) async fn show(
    State(state): State<AppState>,
    Extension(visitor): Extension<Visitor>,
    Path(token): Path<String>,
) -> Result<Json<Order<String>>, Problem> {
    let found = state.shop.store.order(&token).await?;
    let order = found.ok_or(Problem::NOT_FOUND)?.for_customer();
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
    State(state): State<AppState>,
    _: Admin,
    Extension(visitor): Extension<Visitor>,
    Query(page): Query<Page>,
) -> Result<Json<OrderPage>, Problem> {
    let before = page.after.map(OrderId);
    let orders = state.shop.store.orders_before(before, PAGE).await?;
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
}

/// `PATCH /api/orders/{id}`: compare and set; 409 names who was faster.
pub(crate) async fn change(
    State(state): State<AppState>,
    Admin(user): Admin,
    Extension(visitor): Extension<Visitor>,
    Path(order): Path<i64>,
    change: Result<Json<Change>, JsonRejection>,
) -> Result<Json<Order<String>>, Problem> {
    let Json(change) = change.map_err(unreadable)?;
    let change = StatusChange {
        order: OrderId(order),
        to: change.status,
        version: change.version,
    };
    let changed = state.shop.change(change, &user).await;
    let order = changed.map_err(|error| Problem::not_changed(error, visitor.language))?;
    Ok(Json(order.in_language(visitor.language)))
}
