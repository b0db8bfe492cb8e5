//! Receipts: what was shown to whom, and when.

use super::{
    api_error::ApiError,
    auth::{Admin, Caller},
};
use crate::{metrics::METRICS, subscriptions::DeliveryTracker};
use axum::{
    Json,
    extract::{Path, State, rejection::JsonRejection},
    http::StatusCode,
};
use delivery::{Cursor, Hub, Seq, StreamRegistry, Timestamp};
use domain::{
    messages::{FirstSeen, Receipt, Seen, Shown},
    shop::{ReceiptsError, Shop},
    users::UserId,
};
use serde::Serialize;

/// The longest time that a page may have kept it to itself, in milliseconds: an
/// hour.
const LONGEST: u32 = 3_600_000;

/// `POST /api/seen`: the page says what it has shown to its user. Saying it
/// again changes nothing; what is not meant for the user, or is not in the log,
/// is passed over.
pub(crate) async fn seen(
    State(shop): State<Shop>,
    State(hub): State<Hub>,
    State(registry): State<StreamRegistry>,
    State(deliveries): State<DeliveryTracker>,
    Admin(user): Admin,
    shown: Result<Json<Shown>, JsonRejection>,
) -> Result<StatusCode, ApiError> {
    let Json(Shown { seen, up_to }) = shown?;
    if seen.len() > Shown::MOST {
        return Err(ApiError::UNREADABLE.with_detail(format!("at most {} at once", Shown::MOST)));
    }
    if seen.is_empty() && up_to.is_none() {
        return Err(ApiError::UNREADABLE.with_detail("neither seen nor up_to is there"));
    }
    let now = shop.clock.now();
    // An event of an incarnation that this log does not have is not the one of that number.
    let is_of_this_log = |id: Cursor| hub.cursor(id.seq) == id;
    let seen = seen.into_iter().filter(|shown| is_of_this_log(shown.id));
    let seen = seen.map(|shown| Seen {
        seq: shown.id.seq,
        at: Timestamp::from_millis(now.millis() - i64::from(shown.ago.min(LONGEST))),
    });
    let store = &*shop.store;
    let mut first = store.seen(user.id, seen.collect()).await?;
    if let Some(until) = up_to.filter(|id| is_of_this_log(*id)) {
        // What streams were handed a moment ago counts, too.
        deliveries.save(store).await?;
        first.extend(store.seen_up_to(user.id, until.seq, now).await?);
    }
    for seen in first {
        measure(&registry, user.id, seen);
    }
    Ok(StatusCode::NO_CONTENT)
}

/// Measures how long an event took to its reader, who has to have been there
/// when it happened.
fn measure(registry: &StreamRegistry, user: UserId, seen: FirstSeen) {
    if registry.was_there(user.into(), seen.happened_at) {
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
    State(shop): State<Shop>,
    State(deliveries): State<DeliveryTracker>,
    Caller(caller): Caller,
    Path(seq): Path<i64>,
) -> Result<Json<MessageReceipts>, ApiError> {
    // What streams were handed a moment ago counts, too.
    deliveries.save(&*shop.store).await?;
    let receipts = shop.receipts(Seq(seq), &caller).await?;
    Ok(Json(MessageReceipts {
        seq: Seq(seq),
        from: receipts.sender.name().to_owned(),
        sent_at: receipts.sent_at,
        recipients: receipts.recipients,
    }))
}

impl From<ReceiptsError> for ApiError {
    fn from(error: ReceiptsError) -> Self {
        match error {
            ReceiptsError::Forbidden(error) => error.into(),
            ReceiptsError::NotFound => Self::NOT_FOUND,
            ReceiptsError::Unavailable(error) => error.into(),
        }
    }
}
