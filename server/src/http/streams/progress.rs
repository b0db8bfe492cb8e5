//! An order's stream: its progress, until it is over.

use super::{Streams, query::last_of};
use crate::{http::api_error::ApiError, subscriptions::OrderProgress};
use app::visitor::Visitor;
use axum::{
    Extension,
    extract::{Path, State},
    http::{HeaderMap, StatusCode, Uri},
    response::{IntoResponse, Response},
};
use delivery::{EventStream, Start, last_event_id};
use domain::{orders::OrderId, shop::Shop};

/// `GET /sse/orders/{token}`: the progress of one order. 204 where all is told: a
/// browser that is told so does not come back.
pub(crate) async fn progress(
    State(shop): State<Shop>,
    State(streams): State<Streams>,
    Extension(visitor): Extension<Visitor>,
    Path(token): Path<String>,
    uri: Uri,
    headers: HeaderMap,
) -> Result<Response, ApiError> {
    let Some((order, start)) = untold(&shop, &streams, &token, &uri, &headers).await? else {
        return Ok(StatusCode::NO_CONTENT.into_response());
    };
    let permit = streams.limits.admit(None, visitor.address)?;
    let token = streams.source.hub.stream_token();
    let registration = streams.registry.enter_unknown(token);
    let subscription = OrderProgress(order);
    let stream = EventStream::open(streams.source, subscription, start, registration, permit);
    Ok(stream.await?.into_response())
}

/// `HEAD /sse/orders/{token}`: whether there is more to tell.
pub(crate) async fn may_follow(
    State(shop): State<Shop>,
    State(streams): State<Streams>,
    Extension(visitor): Extension<Visitor>,
    Path(token): Path<String>,
    uri: Uri,
    headers: HeaderMap,
) -> Result<StatusCode, ApiError> {
    let more = untold(&shop, &streams, &token, &uri, &headers).await?;
    if more.is_none() {
        return Ok(StatusCode::NO_CONTENT);
    }
    streams.limits.admit(None, visitor.address)?;
    Ok(StatusCode::OK)
}

/// The order of that token, and from where its reader reads on; nothing if the
/// order has ended and that is told.
async fn untold(
    shop: &Shop,
    streams: &Streams,
    token: &str,
    uri: &Uri,
    headers: &HeaderMap,
) -> Result<Option<(OrderId, Start)>, ApiError> {
    let order = shop.order(token).await?.ok_or(ApiError::NOT_FOUND)?;
    let (last_id, after) = (last_event_id(headers), last_of(uri, "after"));
    let source = &streams.source;
    let start = source.start(last_id.as_deref(), after.as_deref()).await?;
    let topic = OrderProgress::topic(order.id);
    if order.status.is_final() && source.is_told(topic, start).await? {
        return Ok(None);
    }
    Ok(Some((order.id, start)))
}
