//! The back office's stream for a program: orders, and nothing else.

use super::Streams;
use crate::{http::api_error::ApiError, subscriptions::ProgramOrders};
use delivery::EventStream;
use domain::shop::Shop;
use std::{net::IpAddr, time::Duration};
use tokio::time::sleep;
use tokio_util::sync::CancellationToken;

/// Opens the stream of the program that came with `key`; `cursors` are its
/// `Last-Event-ID` and `?after=`. A program is nobody who looks at orders: it is not
/// counted among those who are there.
pub(super) async fn open(
    shop: Shop,
    streams: Streams,
    key: String,
    address: Option<IpAddr>,
    cursors: (Option<&str>, Option<&str>),
) -> Result<EventStream, ApiError> {
    let permit = streams.limits.admit(None, address)?;
    let start = streams.source.start(cursors.0, cursors.1).await?;
    let token = streams.source.hub.stream_token();
    let registration = streams.registry.enter_unknown(token.clone());
    let gone = CancellationToken::new();
    let subscription = ProgramOrders::new(gone.clone().drop_guard());
    let beat = streams.registry.heartbeat();
    tokio::spawn(end_with_key(shop, key, beat, token, gone));
    let stream = EventStream::open(streams.source, subscription, start, registration, permit);
    Ok(stream.await?)
}

/// Ends a stream within a heartbeat after its key was revoked: another process does that.
async fn end_with_key(
    shop: Shop,
    key: String,
    beat: Duration,
    stream: CancellationToken,
    gone: CancellationToken,
) {
    loop {
        tokio::select! {
            () = gone.cancelled() => return,
            () = sleep(beat) => {}
        }
        // A store that does not answer has not said that the key is gone.
        if let Ok(None) = shop.api_key(&key).await {
            return stream.cancel();
        }
    }
}
