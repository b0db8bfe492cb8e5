//! Orders as a table, to take home.

use crate::http::api_error::ApiError;
use app::{
    errors::ActionError,
    orders::sheet::{self, COLUMNS},
    visitor::Visitor,
};
use axum::{
    Extension,
    body::Body,
    extract::{RawQuery, State},
    http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE},
    response::{IntoResponse, Redirect, Response},
};
use domain::{
    csv_table::to_csv_rows,
    language::Language,
    orders::{OrderId, search::OrderQuery},
    shop::Shop,
    users::User,
};
use futures::stream;
use std::io;

/// How many orders are in memory at once.
const PIECE: usize = 500;

/// A table that is being written.
struct Table {
    shop: Shop,
    user: User,
    language: Language,
    /// The orders, in their order.
    ids: Vec<OrderId>,
    /// How many of them were written; `None` where not even the head was.
    written: Option<usize>,
}

/// `GET /admin/orders.csv`: a file of the orders that the query asks for.
pub(super) async fn export(
    State(shop): State<Shop>,
    Extension(visitor): Extension<Visitor>,
    RawQuery(query): RawQuery,
) -> Result<Response, ApiError> {
    let Some(session) = visitor.session else {
        return Ok(Redirect::to("/sign-in").into_response());
    };
    let (language, user) = (visitor.language, session.user);
    let currency = shop.settings().currency;
    let refused = |error: ActionError| ApiError::of_action(error, language, currency);
    let query = query.unwrap_or_default();
    let fields: Vec<_> = form_urlencoded::parse(query.as_bytes())
        .into_owned()
        .collect();
    let query = OrderQuery::parse(&fields).map_err(|faults| refused(faults.into()))?;
    let ids = shop.export_orders(&query, &user).await;
    let ids = ids.map_err(|error| refused(error.into()))?;
    let table = Table {
        shop,
        user,
        language,
        ids,
        written: None,
    };
    let headers = [
        (CONTENT_TYPE, "text/csv; charset=utf-8"),
        (CONTENT_DISPOSITION, "attachment; filename=\"orders.csv\""),
        (CACHE_CONTROL, "private, no-store"),
    ];
    let body = Body::from_stream(stream::try_unfold(table, next));
    Ok((headers, body).into_response())
}

/// The next piece of the table. Where it can't be read the answer breaks off, and the
/// browser says that the file is not whole.
async fn next(mut table: Table) -> Result<Option<(Vec<u8>, Table)>, io::Error> {
    let Some(written) = table.written else {
        table.written = Some(0);
        let head = sheet::head(table.language);
        return Ok(Some((csv([head], true)?, table)));
    };
    let piece = table.ids.iter().skip(written).take(PIECE);
    let piece: Vec<_> = piece.copied().collect();
    if piece.is_empty() {
        return Ok(None);
    }
    let orders = table.shop.orders_of(&piece, &table.user).await;
    let orders = orders.map_err(io::Error::other)?;
    let rows = orders.iter().map(|order| sheet::row(table.language, order));
    let bytes = csv(rows, false)?;
    table.written = Some(written + piece.len());
    Ok(Some((bytes, table)))
}

fn csv(
    rows: impl IntoIterator<Item = [String; COLUMNS]>,
    are_first: bool,
) -> Result<Vec<u8>, io::Error> {
    to_csv_rows(rows, are_first).map_err(io::Error::other)
}
