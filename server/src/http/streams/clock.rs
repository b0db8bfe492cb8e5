//! The clock stream: what time it is, each second, for anyone.
//!
//! It reads no log, so it checks the path between server and reader, proxies
//! included, and nothing else. Its events have no `id:` but for the last one of a
//! stream that ends: a browser that comes back with that is told to stop.

use super::{
    frame,
    limits::Permit,
    registry::Registration,
    routes::event_stream,
    tally::{Reason, Tally},
};
use crate::{
    http::{problem::Problem, visitor::Visitor},
    state::AppState,
    vault,
};
use axum::{
    Extension,
    body::Body,
    extract::{Query, State, rejection::QueryRejection},
    http::{HeaderMap, StatusCode},
    response::{IntoResponse, Response},
};
use bytes::Bytes;
use domain::{ports::Calendar, time::Timestamp};
use futures::stream;
use serde::Deserialize;
use std::time::Duration;
use tokio::{
    sync::broadcast::{self, error::RecvError},
    time::sleep,
};

/// How many seconds wait for a slow reader; older ones are worth nothing.
const KEPT: usize = 4;
/// The `id:` of a stream's last event.
const END: &str = "end";
const MINUTE: i64 = 60_000;

/// One second, encoded for all readers.
#[derive(Clone)]
pub(crate) struct Second {
    at: Timestamp,
    bytes: Bytes,
    /// The same for readers whose last one it is.
    last: Bytes,
}

impl Second {
    fn new(calendar: &dyn Calendar, at: Timestamp) -> Self {
        let clock = calendar.clock(at);
        Self {
            at,
            bytes: frame::word("time", &clock),
            last: frame::last_word("time", END, &clock),
        }
    }
}

/// Strikes each second. Clones are the same clock.
#[derive(Clone)]
pub(crate) struct Seconds(broadcast::Sender<Second>);

impl Default for Seconds {
    fn default() -> Self {
        Self(broadcast::Sender::new(KEPT))
    }
}

impl Seconds {
    /// Strikes at each full second, for as long as the server runs.
    pub(crate) async fn run(&self, calendar: &dyn Calendar) {
        loop {
            let into_second = calendar.now().millis() % 1000;
            sleep(Duration::from_millis((1000 - into_second).unsigned_abs())).await;
            if self.0.receiver_count() > 0 {
                self.strike(Second::new(calendar, calendar.now()));
            }
        }
    }

    fn strike(&self, second: Second) {
        // The last reader may just have left.
        let _ = self.0.send(second);
    }
}

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
    State(state): State<AppState>,
    Extension(visitor): Extension<Visitor>,
    ask: Result<Query<Ask>, QueryRejection>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let Query(ask) =
        ask.map_err(|error| Problem::UNREADABLE_QUERY.with_detail(error.body_text()))?;
    if headers.get("last-event-id").is_some_and(|id| id == END) {
        return Ok(StatusCode::NO_CONTENT.into_response());
    }
    let permit = state.limits.admit(None, visitor.address)?;
    let registration = state
        .registry
        .pass(vault::random_hex(), state.hub.stream_token());
    let now = Second::new(&*state.shop.calendar, state.shop.calendar.now());
    let stream = ClockStream::open(&state.seconds, now, &ask, registration, permit);
    Ok(event_stream(stream.into_body()))
}

/// An open stream of seconds.
struct ClockStream {
    seconds: broadcast::Receiver<Second>,
    registration: Registration,
    permit: Permit,
    /// What is said first, until it was.
    opening: Option<Bytes>,
    /// The second that is the last.
    end: Option<Timestamp>,
    over: bool,
    tally: Tally,
}

impl ClockStream {
    fn open(
        seconds: &Seconds,
        now: Second,
        ask: &Ask,
        registration: Registration,
        permit: Permit,
    ) -> Self {
        let over = ask.once.is_some();
        let mut tally = Tally::open("clock", None);
        if over {
            tally.reason = Reason::Told;
        }
        let first = if over { now.last } else { now.bytes };
        let opening = [frame::OPENING, &frame::retry(permit.retry()), &first].concat();
        Self {
            seconds: seconds.0.subscribe(),
            registration,
            permit,
            opening: Some(opening.into()),
            end: ask.until.as_ref().map(|Until::Minute| next_minute(now.at)),
            over,
            tally,
        }
    }

    fn into_body(self) -> Body {
        Body::from_stream(stream::unfold(self, |mut stream| async move {
            let bytes = stream.next().await?;
            Some((Ok::<_, RecvError>(bytes), stream))
        }))
    }

    async fn next(&mut self) -> Option<Bytes> {
        if self.opening.is_some() {
            return self.opening.take();
        }
        while !self.over {
            let second = tokio::select! {
                second = self.seconds.recv() => second,
                () = self.registration.ended() => Err(RecvError::Closed),
            };
            match second {
                Ok(second) if self.end.is_some_and(|end| second.at >= end) => {
                    self.over = true;
                    self.tally.reason = Reason::Told;
                    return Some(second.last);
                }
                Ok(second) => return Some(second.bytes),
                // What was missed has passed; the next second tells the time.
                Err(RecvError::Lagged(_)) => {}
                Err(RecvError::Closed) => {
                    self.over = true;
                    self.tally.reason = Reason::Shutdown;
                    return Some(frame::retry(self.permit.retry()));
                }
            }
        }
        None
    }
}

/// The next full minute; every zone of today is whole minutes ahead of UTC.
fn next_minute(now: Timestamp) -> Timestamp {
    Timestamp::from_millis((now.millis() / MINUTE + 1) * MINUTE)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        clock::WallClock,
        sse::{limits::StreamLimits, registry::Registry},
    };
    use jiff::tz::TimeZone;
    use tokio_util::sync::CancellationToken;

    fn at(millis: i64) -> Second {
        Second::new(&WallClock(TimeZone::UTC), Timestamp::from_millis(millis))
    }

    fn text(bytes: Option<Bytes>) -> String {
        String::from_utf8(bytes.unwrap().to_vec()).unwrap()
    }

    #[tokio::test]
    async fn a_stream_until_the_minute_ends_with_it() {
        let seconds = Seconds::default();
        let registration = Registry::new(Duration::from_secs(15))
            .pass("clock".to_owned(), CancellationToken::new());
        let ask = Ask {
            until: Some(Until::Minute),
            once: None,
        };
        let permit = StreamLimits::none().admit(None, None).unwrap();
        let mut stream = ClockStream::open(&seconds, at(58_500), &ask, registration, permit);
        let first = text(stream.next().await);
        assert!(first.contains("event: time\ndata: {\"time\":\"1970-01-01T00:00:58.500Z\""));
        seconds.strike(at(59_001));
        assert!(!text(stream.next().await).contains("id:"));
        // However late the stroke of the minute comes.
        seconds.strike(at(61_000));
        assert!(text(stream.next().await).starts_with("id: end\nevent: time\n"));
        assert_eq!(stream.next().await, None);
    }
}
