//! The HTTP side of the streams.

use super::{
    feed::Feed,
    limits::Permit,
    opening::{Source, Start},
    registry::Registration,
    stream::EventStream,
};
use crate::{
    http::{
        problem::Problem,
        tickets::Subscriber,
        visitor::{Admin, Visitor},
    },
    net::unflushed::Unflushed,
    state::AppState,
    vault,
};
use axum::{
    Extension,
    body::Body,
    extract::{FromRequestParts, Path, Query, State},
    http::{
        HeaderMap, StatusCode,
        header::{CACHE_CONTROL, CONTENT_TYPE, USER_AGENT},
        request::Parts,
    },
    response::{IntoResponse, Response},
};
use domain::{
    cursor::{Cursor, Seq},
    order::OrderId,
    ports::Unavailable,
};
use std::convert::Infallible;

/// What a browser says of itself is kept up to this many characters.
const MAX_AGENT: usize = 200;

/// `?after=`: the cursor to resume from, where a header can't be sent.
pub(crate) struct After(Option<String>);

impl<S: Sync> FromRequestParts<S> for After {
    type Rejection = Infallible;

    /// Whatever stands in the URL: a cursor that makes no sense is answered by
    /// the stream itself.
    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        let query = Query::<Vec<(String, String)>>::try_from_uri(&parts.uri);
        let fields = query.map_or_else(|_| Vec::new(), |Query(fields)| fields);
        let after = fields.into_iter().rfind(|(name, _)| name == "after");
        Ok(Self(after.map(|(_, cursor)| cursor)))
    }
}

/// `GET /sse/subscribe`: everything that the administrator may see.
pub(crate) async fn subscribe(
    State(state): State<AppState>,
    Subscriber(session): Subscriber,
    Extension(visitor): Extension<Visitor>,
    Extension(unflushed): Extension<Option<Unflushed>>,
    after: After,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let permit = state.limits.admit(Some(session.user.id), visitor.address)?;
    let start = start(&state, &headers, after).await?;
    let agent = headers
        .get(USER_AGENT)
        .and_then(|agent| agent.to_str().ok());
    let user = session.user.clone();
    let registration = state.registry.enter(
        vault::random_hex(),
        session,
        state.shop.calendar.now(),
        visitor.address,
        agent.unwrap_or_default().chars().take(MAX_AGENT).collect(),
        state.hub.stream_token(),
    );
    let messages = state.messages.clone();
    let feed = Feed::Desk { user, messages };
    open(state, feed, start, registration, permit, unflushed).await
}

/// `HEAD /sse/subscribe`: whether a stream would be opened. An `EventSource`
/// does not tell its page with what it was answered; this does.
pub(crate) async fn may_subscribe(
    State(state): State<AppState>,
    Admin(user): Admin,
    Extension(visitor): Extension<Visitor>,
) -> Result<StatusCode, Problem> {
    state.limits.admit(Some(user.id), visitor.address)?;
    Ok(StatusCode::OK)
}

/// `GET /sse/orders/{token}`: the progress of one order, until it is over.
pub(crate) async fn progress(
    State(state): State<AppState>,
    Extension(visitor): Extension<Visitor>,
    Extension(unflushed): Extension<Option<Unflushed>>,
    Path(token): Path<String>,
    after: After,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let Some((order, start)) = place_in_story(&state, &token, after, &headers).await? else {
        // A browser that is told so does not come back.
        return Ok(StatusCode::NO_CONTENT.into_response());
    };
    let permit = state.limits.admit(None, visitor.address)?;
    let registration = state
        .registry
        .pass(vault::random_hex(), state.hub.stream_token());
    let feed = Feed::Order(order);
    open(state, feed, start, registration, permit, unflushed).await
}

/// `HEAD /sse/orders/{token}`: whether there is more to tell.
pub(crate) async fn may_follow(
    State(state): State<AppState>,
    Extension(visitor): Extension<Visitor>,
    Path(token): Path<String>,
    after: After,
    headers: HeaderMap,
) -> Result<StatusCode, Problem> {
    if place_in_story(&state, &token, after, &headers)
        .await?
        .is_none()
    {
        return Ok(StatusCode::NO_CONTENT);
    }
    state.limits.admit(None, visitor.address)?;
    Ok(StatusCode::OK)
}

/// The order of that token, and from where its reader reads on; nothing if the
/// order's story is over and told.
async fn place_in_story(
    state: &AppState,
    token: &str,
    after: After,
    headers: &HeaderMap,
) -> Result<Option<(OrderId, Start)>, Problem> {
    let found = state.shop.store.order(token).await?;
    let order = found.ok_or(Problem::NOT_FOUND)?;
    let start = start(state, headers, after).await?;
    if order.status.is_final() {
        let seq = match start {
            Start::After(seq) | Start::Resume(seq) => seq,
            Start::Now | Start::Reset => state.hub.pruned(),
        };
        let rest = state.shop.store.progress_after(order.id, seq, 1).await?;
        if rest.is_empty() {
            return Ok(None);
        }
    }
    Ok(Some((order.id, start)))
}

async fn open(
    state: AppState,
    feed: Feed,
    start: Start,
    registration: Registration,
    permit: Permit,
    unflushed: Option<Unflushed>,
) -> Result<Response, Problem> {
    let AppState { shop, hub, .. } = state;
    let source = Source {
        log: shop.store,
        calendar: shop.calendar,
        hub,
    };
    let opened = EventStream::open(source, feed, start, registration, permit, unflushed);
    let stream = opened.await?;
    Ok(event_stream(stream.into_body()))
}

/// The answer that a stream is.
pub(super) fn event_stream(body: Body) -> Response {
    let headers = [
        (CONTENT_TYPE.as_str(), "text/event-stream"),
        (CACHE_CONTROL.as_str(), "no-cache, no-transform"),
        // nginx holds events back unless told otherwise.
        ("x-accel-buffering", "no"),
    ];
    (headers, body).into_response()
}

/// From where the reader wants to read on: `Last-Event-ID`, which a browser
/// sends when it comes back by itself, is newer than the `?after=` in the URL.
async fn start(state: &AppState, headers: &HeaderMap, query: After) -> Result<Start, Unavailable> {
    let header = headers.get("last-event-id");
    let header = header.map(|id| id.to_str().unwrap_or("?").to_owned());
    let by_header = header.map(|id| (id, Start::Resume as fn(Seq) -> Start));
    let by_query = query.0.map(|id| (id, Start::After as fn(Seq) -> Start));
    let mut given = [by_header, by_query].into_iter().flatten();
    let Some((text, from)) = given.find(|(text, _)| !text.is_empty()) else {
        return Ok(Start::Now);
    };
    let (hub, history) = (&state.hub, state.hub.history());
    // A bare number, as a person types it, is meant for this log.
    let cursor = match text.parse() {
        Ok(seq) => Ok(hub.cursor(Seq(seq))),
        Err(_) => text.parse::<Cursor>(),
    };
    let Ok(cursor) = cursor else {
        return Ok(Start::Reset);
    };
    let is_known = |head: Cursor| history.knows(cursor, head.seq);
    let is_kept = cursor.seq >= hub.pruned();
    // The log may be a commit ahead of the bell.
    if is_kept && (is_known(hub.head()) || is_known(state.shop.store.head().await?)) {
        Ok(from(cursor.seq))
    } else {
        Ok(Start::Reset)
    }
}

/// `POST /sse/over`: the page that holds the stream says that it goes away. A
/// stream that has gone already, or was never this user's, is over just as well.
pub(crate) async fn over(
    State(state): State<AppState>,
    Admin(user): Admin,
    stream: String,
) -> StatusCode {
    state.registry.end(stream.trim(), user.id);
    StatusCode::NO_CONTENT
}
