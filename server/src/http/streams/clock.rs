//! The clock's stream: what time it is, each second, for anyone.
//!
//! It reads no log, so it checks the path between server and reader, proxies
//! included, and nothing else. Its events have no `id:` but for the last one of a
//! stream that ends: a browser that comes back with that is told to stop.

use super::Streams;
use crate::{http::api_error::ApiError, subscriptions::CLOCK};
use app::visitor::Visitor;
use axum::{
    Extension,
    extract::{Query, State, rejection::QueryRejection},
    http::{HeaderMap, StatusCode},
    response::{IntoResponse, Response},
};
use bytes::Bytes;
use delivery::{
    Clock, Permit, Registration, Timestamp, encode, event_stream_response, last_event_id,
    metrics::{EndReason, StreamMetrics},
};
use domain::shop::Shop;
use futures::stream;
use serde::Deserialize;
use std::{convert::Infallible, sync::Arc, time::Duration};
use tokio::time::sleep;

/// The `id:` of a stream's last event.
const END: &str = "end";
const MINUTE: i64 = 60_000;

/// For how long the clock is asked for.
#[derive(Deserialize)]
pub(crate) struct Ask {
    until: Option<Until>,
    /// There at all: one event is wanted.
    once: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum Until {
    /// The next full minute.
    Minute,
}

/// `GET /sse/clock`: `time` at once and at each full second. `?until=minute`
/// ends with the next full minute, `?once` with the first event; who comes back
/// after that is answered 204, which stops a browser.
pub(crate) async fn clock(
    State(shop): State<Shop>,
    State(streams): State<Streams>,
    Extension(visitor): Extension<Visitor>,
    ask: Result<Query<Ask>, QueryRejection>,
    headers: HeaderMap,
) -> Result<Response, ApiError> {
    let Query(ask) = ask?;
    if last_event_id(&headers).is_some_and(|id| id == END) {
        return Ok(StatusCode::NO_CONTENT.into_response());
    }
    let permit = streams.limits.admit(None, visitor.address)?;
    let token = streams.source.hub.stream_token();
    let registration = streams.registry.enter_unknown(token);
    let clock = ClockStream::new(shop.clock.clone(), &ask, registration, permit);
    let body = stream::unfold(clock, |mut clock| async move {
        let bytes = clock.next().await?;
        Some((Ok::<_, Infallible>(bytes), clock))
    });
    Ok(event_stream_response(body))
}

/// An open stream of seconds.
struct ClockStream {
    clock: Arc<dyn Clock>,
    registration: Registration,
    permit: Permit,
    metrics: StreamMetrics,
    /// From when on an event is the last one; `None` for never.
    end: Option<Timestamp>,
    phase: Phase,
}

enum Phase {
    Opening,
    Ticking,
    Ended,
}

impl ClockStream {
    fn new(clock: Arc<dyn Clock>, ask: &Ask, registration: Registration, permit: Permit) -> Self {
        let now = clock.now();
        let end = match (&ask.once, &ask.until) {
            (Some(_), _) => Some(now),
            (None, Some(Until::Minute)) => Some(next_minute(now)),
            (None, None) => None,
        };
        Self {
            clock,
            registration,
            permit,
            metrics: StreamMetrics::open(CLOCK),
            end,
            phase: Phase::Opening,
        }
    }

    async fn next(&mut self) -> Option<Bytes> {
        match self.phase {
            Phase::Opening => {
                self.phase = Phase::Ticking;
                let retry = encode::retry(self.permit.retry());
                let first = self.second();
                Some([encode::OPENING_COMMENT, &retry, &first].concat().into())
            }
            Phase::Ticking => {
                let into_second = self.clock.now().millis() % 1000;
                let next = Duration::from_millis((1000 - into_second).unsigned_abs());
                tokio::select! {
                    () = sleep(next) => Some(self.second()),
                    () = self.registration.closed() => {
                        self.end(EndReason::Shutdown);
                        Some(encode::retry(self.permit.retry()))
                    }
                }
            }
            Phase::Ended => None,
        }
    }

    /// The event of now.
    fn second(&mut self) -> Bytes {
        let now = self.clock.local_now();
        let data = serde_json::json!(now).to_string();
        if self.end.is_some_and(|end| now.time >= end) {
            self.end(EndReason::Told);
            encode::event_with_id("time", END, &data)
        } else {
            encode::event_without_id("time", &data)
        }
    }

    fn end(&mut self, reason: EndReason) {
        self.phase = Phase::Ended;
        self.metrics.set_reason(reason);
    }
}

/// The next full minute; every zone of today is whole minutes ahead of UTC.
fn next_minute(now: Timestamp) -> Timestamp {
    Timestamp::from_millis((now.millis() / MINUTE + 1) * MINUTE)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_minute_ends_with_the_next_full_one() {
        let at = |millis| next_minute(Timestamp::from_millis(millis)).millis();
        assert_eq!(
            (at(58_500), at(59_999), at(60_000)),
            (60_000, 60_000, 120_000)
        );
    }
}
