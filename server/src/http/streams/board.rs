//! The stream of the board on which customers see which orders are ready.

use super::{Streams, query::last_of};
use crate::{http::api_error::ApiError, subscriptions::BoardNews};
use app::visitor::Visitor;
use axum::{
    Extension,
    extract::{Path, State},
    http::{HeaderMap, StatusCode, Uri},
};
use delivery::{EventStream, last_event_id};
use domain::shop::Shop;
use std::time::Duration;
use tokio::{sync::watch, time::sleep};
use tokio_util::sync::CancellationToken;

/// `GET /sse/board/{token}`: that some order is new or another, and nothing of it, for
/// whoever has the board's link. It ends as soon as the link is another.
pub(crate) async fn board(
    State(shop): State<Shop>,
    State(streams): State<Streams>,
    Extension(visitor): Extension<Visitor>,
    Path(token): Path<String>,
    uri: Uri,
    headers: HeaderMap,
) -> Result<EventStream, ApiError> {
    // Listens first, then looks whether the link holds.
    let links = streams.boards.listen();
    check(&shop, &token).await?;
    let permit = streams.limits.admit(None, visitor.address)?;
    let (last_id, after) = (last_event_id(&headers), last_of(&uri, "after"));
    let source = streams.source;
    let start = source.start(last_id.as_deref(), after.as_deref()).await?;
    let stream = source.hub.stream_token();
    let registration = streams.registry.enter_unknown(stream.clone());
    let gone = CancellationToken::new();
    let subscription = BoardNews::new(gone.clone().drop_guard());
    let beat = streams.registry.heartbeat();
    tokio::spawn(end_with_link(shop, token, beat, links, stream, gone));
    let stream = EventStream::open(source, subscription, start, registration, permit);
    Ok(stream.await?)
}

/// `HEAD /sse/board/{token}`: whether a stream would be opened.
pub(crate) async fn may_hear_board(
    State(shop): State<Shop>,
    State(streams): State<Streams>,
    Extension(visitor): Extension<Visitor>,
    Path(token): Path<String>,
) -> Result<StatusCode, ApiError> {
    check(&shop, &token).await?;
    streams.limits.admit(None, visitor.address)?;
    Ok(StatusCode::OK)
}

async fn check(shop: &Shop, token: &str) -> Result<(), ApiError> {
    match shop.is_board(token).await? {
        true => Ok(()),
        false => Err(ApiError::NOT_FOUND),
    }
}

/// Ends a stream when the link is another: at once where this process made it so, and within
/// a heartbeat where another did.
async fn end_with_link(
    shop: Shop,
    token: String,
    beat: Duration,
    mut links: watch::Receiver<()>,
    stream: CancellationToken,
    gone: CancellationToken,
) {
    loop {
        tokio::select! {
            () = gone.cancelled() => return,
            _ = links.changed() => {}
            () = sleep(beat) => {}
        }
        // A store that does not answer has not said that the link is another.
        if let Ok(false) = shop.is_board(&token).await {
            return stream.cancel();
        }
    }
}
