//! Who has an order's page open, as those pages say.

use crate::http::{api_error::ApiError, auth::Admin};
use axum::{
    Json,
    extract::{Path, State, rejection::JsonRejection},
};
use domain::{orders::OrderId, shop::Shop, text};
use serde::{Deserialize, Serialize};

/// Body of [`note`].
#[derive(Deserialize)]
pub(crate) struct Viewing {
    /// The page's own random name.
    page: String,
    /// Whether it goes, or nobody looks at it any more.
    #[serde(default)]
    away: bool,
}

/// Answer of [`note`].
#[derive(Serialize)]
pub(crate) struct Others {
    /// The names of all others who have the order open.
    others: Vec<String>,
}

/// `POST /api/orders/{order}/viewers`: a page says that it has the order open, or has not any
/// more, and is told who else has. It says so again every few seconds.
pub(crate) async fn note(
    State(shop): State<Shop>,
    Admin(user): Admin,
    Path(order): Path<i64>,
    viewing: Result<Json<Viewing>, JsonRejection>,
) -> Result<Json<Others>, ApiError> {
    let Json(Viewing { page, away }) = viewing?;
    let page = text::request_key(&page);
    let page = page.map_err(|_| ApiError::UNREADABLE.with_detail("page is no name of a page"))?;
    let order = OrderId(order);
    match away {
        true => shop.look_away(page, &user),
        false => shop.look_at(order, page, &user)?,
    }
    let others = shop.others_at(order, &user)?;
    Ok(Json(Others { others }))
}
