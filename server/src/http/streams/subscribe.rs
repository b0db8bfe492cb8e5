//! The back office's stream.

use super::{Streams, program, query::last_of};
use crate::{
    http::{
        api_error::ApiError,
        auth::{Admin, user_agent},
        tickets::Subscriber,
    },
    subscriptions::BackOffice,
};
use app::visitor::Visitor;
use axum::{
    Extension,
    extract::State,
    http::{HeaderMap, StatusCode, Uri},
};
use delivery::{EventStream, NewConnection, Reader, last_event_id};
use domain::{
    policy::{Action, Actor},
    shop::Shop,
};
use std::sync::Arc;

/// `GET /sse/subscribe`: everything that the administrator may see, or what becomes of
/// orders where a program asks that prints them. `?after=` is
/// the cursor to resume from, where no `Last-Event-ID` can be sent; `?device=`
/// tells pages of one browser from those of others.
pub(crate) async fn subscribe(
    State(shop): State<Shop>,
    State(streams): State<Streams>,
    subscriber: Subscriber,
    Extension(visitor): Extension<Visitor>,
    uri: Uri,
    headers: HeaderMap,
) -> Result<EventStream, ApiError> {
    let after = last_of(&uri, "after");
    let last_id = last_event_id(&headers);
    let cursors = (last_id.as_deref(), after.as_deref());
    let session = match subscriber {
        Subscriber::User(session) => session,
        Subscriber::Program { program, key } => {
            Actor::from(&program).check(Action::ReadOrders)?;
            return program::open(shop, streams, key, visitor.address, cursors).await;
        }
    };
    Actor::from(&session.user).check(Action::ReadOrders)?;
    let user = session.user.id;
    let permit = streams.limits.admit(Some(user.into()), visitor.address)?;
    let start = streams.source.start(cursors.0, cursors.1).await?;
    let connection = NewConnection {
        reader: Reader {
            id: user.into(),
            name: session.user.name,
            session: session.id.0.clone(),
        },
        since: shop.clock.now(),
        address: visitor.address,
        agent: user_agent(&headers),
        device: last_of(&uri, "device"),
    };
    let token = streams.source.hub.stream_token();
    let registration = streams.registry.enter(connection, token);
    let subscription = BackOffice::new(user, Arc::clone(&shop.store), streams.deliveries);
    let stream =
        EventStream::open(streams.source, subscription, start, registration, permit).await?;
    // Signing out ends the streams that are registered. This one may have come just after
    // that, with a session that was found just before. Pages of one session ask together.
    if shop.store.session(&session.id).await?.is_none() {
        return Err(ApiError::SIGNED_OUT);
    }
    Ok(stream)
}

/// `HEAD /sse/subscribe`: whether a stream would be opened. An `EventSource`
/// does not tell its page with what it was answered; this does.
pub(crate) async fn may_subscribe(
    State(streams): State<Streams>,
    Admin(user): Admin,
    Extension(visitor): Extension<Visitor>,
) -> Result<StatusCode, ApiError> {
    Actor::from(&user).check(Action::ReadOrders)?;
    streams
        .limits
        .admit(Some(user.id.into()), visitor.address)?;
    Ok(StatusCode::OK)
}
