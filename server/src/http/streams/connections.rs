//! Who has the back office open, and ending that.

use super::Streams;
use crate::http::{api_error::ApiError, auth::Admin};
use axum::{
    Json,
    extract::{Path, Query, State, rejection::QueryRejection},
};
use delivery::{Connection, control::UserOnline};
use domain::{
    policy::{Action, Actor, Forbidden},
    users::User,
};
use serde::{Deserialize, Serialize};

/// Answer of [`list`].
#[derive(Serialize)]
pub(crate) struct Connections {
    /// How many streams there are.
    count: u32,
    /// How many pages listen to them.
    pages: u32,
    /// On how many devices.
    devices: u32,
    /// Whose they are.
    users: Vec<UserOnline>,
    /// Each of them, the oldest first.
    connections: Vec<Connection>,
}

/// `GET /sse/connections`: who has the back office open, on which streams,
/// since when, and from where.
pub(crate) async fn list(
    State(streams): State<Streams>,
    Admin(user): Admin,
) -> Result<Json<Connections>, ApiError> {
    Actor::from(&user).check(Action::ReadOrders)?;
    let presence = streams.registry.presence(None);
    Ok(Json(Connections {
        count: presence.streams,
        pages: presence.pages,
        devices: presence.devices,
        users: presence.users,
        connections: streams.registry.connections(),
    }))
}

/// Whose streams are to end.
#[derive(Deserialize)]
pub(crate) struct Whose {
    user: String,
}

/// Answer of [`end_of_user`] and [`end`].
#[derive(Serialize)]
pub(crate) struct Ended {
    /// How many streams were open and are no longer.
    ended: usize,
}

/// `DELETE /sse/connections?user=NAME`: ends all streams of a user. The pages
/// behind them may come back after a while; to keep a user out, disable the
/// user.
pub(crate) async fn end_of_user(
    State(streams): State<Streams>,
    Admin(by): Admin,
    whose: Result<Query<Whose>, QueryRejection>,
) -> Result<Json<Ended>, ApiError> {
    let Query(Whose { user }) = whose?;
    may_end(&by, &user)?;
    let ended = streams.registry.dismiss(&by.name, |connection| {
        connection.reader.name.eq_ignore_ascii_case(&user)
    });
    Ok(Json(Ended { ended }))
}

/// `DELETE /sse/connections/{stream}`: ends one stream; see [`end_of_user`].
pub(crate) async fn end(
    State(streams): State<Streams>,
    Admin(by): Admin,
    Path(stream): Path<String>,
) -> Result<Json<Ended>, ApiError> {
    let user = streams.registry.reader_of(&stream);
    may_end(&by, &user.ok_or(ApiError::NOT_FOUND)?)?;
    let ended = streams
        .registry
        .dismiss(&by.name, |connection| *connection.stream == stream);
    Ok(Json(Ended { ended }))
}

/// Everybody may end the own streams.
fn may_end(by: &User, user: &str) -> Result<(), Forbidden> {
    if by.name.eq_ignore_ascii_case(user) {
        return Ok(());
    }
    Actor::from(by).check(Action::EndOthersStreams)
}
