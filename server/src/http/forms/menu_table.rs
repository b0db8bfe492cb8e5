//! The menu as a table, to take home.

use crate::http::api_error::ApiError;
use app::visitor::Visitor;
use axum::{
    Extension,
    extract::State,
    http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE},
    response::{IntoResponse, Redirect, Response},
};
use domain::shop::Shop;

/// `GET /admin/menu/export`: a file.
pub(super) async fn export(
    State(shop): State<Shop>,
    Extension(visitor): Extension<Visitor>,
) -> Result<Response, ApiError> {
    let Some(session) = visitor.session else {
        return Ok(Redirect::to("/sign-in").into_response());
    };
    let language = visitor.language;
    let table = shop.export_menu(&session.user).await;
    let table =
        table.map_err(|error| ApiError::of_action(error, language, shop.settings().currency))?;
    let headers = [
        (CONTENT_TYPE, "text/csv; charset=utf-8"),
        (CONTENT_DISPOSITION, "attachment; filename=\"menu.csv\""),
        (CACHE_CONTROL, "private, no-store"),
    ];
    Ok((headers, table).into_response())
}
