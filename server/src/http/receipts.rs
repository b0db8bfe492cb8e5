//! Receipts: what was shown to whom, and when.

use super::{caller::Caller, orders::unreadable, problem::Problem, visitor::Admin};
use crate::{metrics::METRICS, state::AppState};
use axum::{
    Json,
    extract::{Path, State, rejection::JsonRejection},
    http::StatusCode,
};
use domain::{
    cursor::{Cursor, Seq},
    receipt::{FirstSeen, Receipt, Seen, Shown},
    sender::Sender,
    time::Timestamp,
    user::{Role, User},
};
use serde::Serialize;

/// The longest time that a page may have kept it to itself, in milliseconds: an
/// hour.
const LONGEST: u32 = 3_600_000;

/// `POST /api/seen`: the page says what it has shown to its user. Saying it
/// again changes nothing; what is not meant for the user, or is not in the log,
/// is passed over.
pub(crate) async fn seen(
    State(state): State<AppState>,
    Admin(user): Admin,
    shown: Result<Json<Shown>, JsonRejection>,
) -> Result<StatusCode, Problem> {
    let Json(Shown { seen, up_to }) = shown.map_err(unreadable)?;
    if seen.len() > Shown::MOST {
        return Err(Problem::UNREADABLE.with_detail(format!("at most {} at once", Shown::MOST)));
    }
    if seen.is_empty() && up_to.is_none() {
        return Err(Problem::UNREADABLE.with_detail("neither seen nor up_to is there"));
    }
    let now = state.shop.calendar.now();
    // An event of a run that this log does not have is not the one of that number.
    let is_of_this_log = |id: Cursor| state.hub.cursor(id.seq) == id;
    let seen = seen.into_iter().filter(|shown| is_of_this_log(shown.id));
    let seen = seen.map(|shown| Seen {
        seq: shown.id.seq,
        at: Timestamp::from_millis(now.millis() - i64::from(shown.ago.min(LONGEST))),
    });
    let store = &*state.shop.store;
    let mut first = store.seen(user.id, seen.collect()).await?;
    if let Some(until) = up_to.filter(|id| is_of_this_log(*id)) {
        // What streams were handed a moment ago counts, too.
        state.messages.save(store).await?;
        first.extend(store.seen_up_to(user.id, until.seq, now).await?);
    }
    for seen in first {
        measure(&state, &user, seen);
    }
    Ok(StatusCode::NO_CONTENT)
}

/// Measures how long an event took to its reader, who has to have been there
/// when it happened.
fn measure(state: &AppState, user: &User, seen: FirstSeen) {
    if state.registry.was_there(user.id, seen.happened_at) {
        let took = seen.seen_at.millis() - seen.happened_at.millis();
        METRICS.commit_to_seen.observe(took as f64 / 1000.0);
    }
}

/// Answer of [`of_message`].
#[derive(Serialize)]
pub(crate) struct MessageReceipts {
    seq: Seq,
    from: String,
    sent_at: Timestamp,
    recipients: Vec<Receipt>,
}

/// `GET /api/pushes/{seq}`: who got a message, and who saw it. For its sender,
/// and for owners.
pub(crate) async fn of_message(
    State(state): State<AppState>,
    Caller(caller): Caller,
    Path(seq): Path<i64>,
) -> Result<Json<MessageReceipts>, Problem> {
    // What streams were handed a moment ago counts, too.
    state.messages.save(&*state.shop.store).await?;
    let found = state.shop.store.receipts(Seq(seq)).await?;
    let receipts = found.ok_or(Problem::NOT_FOUND)?;
    let is_owner = matches!(&caller, Sender::User(user) if user.role == Role::Owner);
    if !is_owner && caller != receipts.sender {
        return Err(Problem::FORBIDDEN);
    }
    Ok(Json(MessageReceipts {
        seq: Seq(seq),
        from: receipts.sender.name().to_owned(),
        sent_at: receipts.sent_at,
        recipients: receipts.recipients,
    }))
}
