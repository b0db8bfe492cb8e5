//! Who has the back office open, and ending that.

use super::registry::Connection;
use crate::{
    http::{problem::Problem, visitor::Admin},
    state::AppState,
};
use axum::{
    Json,
    extract::{Path, Query, State, rejection::QueryRejection},
};
use domain::{
    event::UserOnline,
    user::{Role, User},
};
use serde::{Deserialize, Serialize};

/// Answer of [`list`].
#[derive(Serialize)]
pub(crate) struct Connections {
    /// How many streams there are.
    count: u32,
    /// Whose they are.
    users: Vec<UserOnline>,
    /// Each of them, the oldest first.
    connections: Vec<Connection>,
}

/// `GET /sse/connections`: who has the back office open, on which streams,
/// since when, and from where.
pub(crate) async fn list(State(state): State<AppState>, _: Admin) -> Json<Connections> {
    let presence = state.registry.presence(None);
    Json(Connections {
        count: presence.streams,
        users: presence.users,
        connections: state.registry.connections(),
    })
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
    State(state): State<AppState>,
    Admin(by): Admin,
    whose: Result<Query<Whose>, QueryRejection>,
) -> Result<Json<Ended>, Problem> {
    let Query(Whose { user }) =
        whose.map_err(|error| Problem::UNREADABLE_QUERY.with_detail(error.body_text()))?;
    if !may_end(&by, &user) {
        return Err(Problem::FORBIDDEN);
    }
    let ended = state.registry.dismiss(&by.name, |connection| {
        connection.user.eq_ignore_ascii_case(&user)
    });
    Ok(Json(Ended { ended }))
}

/// `DELETE /sse/connections/{stream}`: ends one stream; see [`end_of_user`].
pub(crate) async fn end(
    State(state): State<AppState>,
    Admin(by): Admin,
    Path(stream): Path<String>,
) -> Result<Json<Ended>, Problem> {
    let user = state.registry.user_of(&stream).ok_or(Problem::NOT_FOUND)?;
    if !may_end(&by, &user) {
        return Err(Problem::FORBIDDEN);
    }
    let ended = state
        .registry
        .dismiss(&by.name, |connection| connection.stream == stream);
    Ok(Json(Ended { ended }))
}

/// Owners may end all streams, staff their own.
fn may_end(by: &User, user: &str) -> bool {
    by.role == Role::Owner || by.name.eq_ignore_ascii_case(user)
}
