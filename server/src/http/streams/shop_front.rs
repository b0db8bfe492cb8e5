//! The stream of the shop's page: that there is something new to fetch.

use super::{Streams, query::last_of};
use crate::{http::api_error::ApiError, subscriptions::ShopFrontNews};
use app::visitor::Visitor;
use axum::{
    Extension,
    extract::State,
    http::{HeaderMap, StatusCode, Uri},
};
use delivery::{EventStream, last_event_id};

/// `GET /sse/menu`: that the menu or the opening of the shop was changed, for anyone. It
/// leaves places to streams that are needed: without it a page shows what was when it was
/// loaded, and an order is checked all the same.
pub(crate) async fn shop_front(
    State(streams): State<Streams>,
    Extension(visitor): Extension<Visitor>,
    uri: Uri,
    headers: HeaderMap,
) -> Result<EventStream, ApiError> {
    let permit = streams.limits.admit_dispensable(visitor.address)?;
    let (last_id, after) = (last_event_id(&headers), last_of(&uri, "after"));
    let source = streams.source;
    let start = source.start(last_id.as_deref(), after.as_deref()).await?;
    let registration = streams.registry.enter_unknown(source.hub.stream_token());
    let stream = EventStream::open(source, ShopFrontNews, start, registration, permit);
    Ok(stream.await?)
}

/// `HEAD /sse/menu`: whether a stream would be opened.
pub(crate) async fn may_hear_shop_front(
    State(streams): State<Streams>,
    Extension(visitor): Extension<Visitor>,
) -> Result<StatusCode, ApiError> {
    streams.limits.admit_dispensable(visitor.address)?;
    Ok(StatusCode::OK)
}
