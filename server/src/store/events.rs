//! Reading the log of events, and the messages in it.

use super::{SqliteStore, log, receipts, unavailable, write::Write};
use async_trait::async_trait;
use domain::{
    cursor::{Cursor, Seq},
    event::{Audience, Event, Progress},
    order::OrderId,
    ports::{EventLog, PushError, ReadError, Unavailable},
    push::{NewPush, PushRequest},
    receipt::{Delivery, FirstSeen, Receipts, Seen},
    sender::Sender,
    time::Timestamp,
    user::UserId,
};
use serde::Serialize;
use sqlx::SqliteExecutor;
use std::error::Error;

/// The rows of the log that `$rest` of the query selects.
macro_rules! select_events {
    ($rest:literal, $($value:expr),+ $(,)?) => {
        sqlx::query_as!(
            EventRow,
            r#"
            select
                seq as "seq!", name, user_id, data, order_id, progress, last as "last: bool",
                expires_at
            from events "# + $rest,
            $($value),+
        )
    };
}

#[async_trait]
impl EventLog for SqliteStore {
    async fn head(&self) -> Result<Cursor, Unavailable> {
        let seq = head(&self.readers).await.map_err(unavailable)?;
        Ok(self.hub.cursor(seq))
    }

    async fn after(&self, seq: Seq, limit: u32) -> Result<Vec<Event>, ReadError> {
        // One transaction, so that nothing is pruned between the two.
        let mut db = self.readers.begin().await.map_err(unavailable)?;
        if seq < log::pruned(&mut db).await.map_err(unavailable)? {
            return Err(ReadError::Pruned);
        }
        let rows = select_events!("where seq > ? order by seq limit ?", seq.0, limit);
        Ok(collect(rows.fetch_all(&mut *db).await)?)
    }

    async fn progress_after(
        &self,
        order: OrderId,
        seq: Seq,
        limit: u32,
    ) -> Result<Vec<Event>, Unavailable> {
        let rows = select_events!(
            "where order_id = ? and seq > ? order by seq limit ?",
            order.0,
            seq.0,
            limit,
        );
        collect(rows.fetch_all(&self.readers).await)
    }

    async fn messages(
        &self,
        user: UserId,
        seq: Seq,
        until: Seq,
    ) -> Result<Vec<Event>, Unavailable> {
        let now = self.calendar.now().millis();
        let rows = select_events!(
            r"
            where name = 'psh' and seq > ? and seq <= ?
                and (user_id is null or user_id = ?) and expires_at > ?
            order by seq
            ",
            seq.0,
            until.0,
            user.0,
            now,
        );
        collect(rows.fetch_all(&self.readers).await)
    }

    async fn push(
        &self,
        push: NewPush,
        from: &Sender,
        request: Option<PushRequest>,
    ) -> Result<Seq, PushError> {
        let from = from.clone();
        self.write(|reply| Write::Push(push, from, request, reply))
            .await
    }

    async fn last_message(&self, user: UserId) -> Result<Seq, Unavailable> {
        let seq = sqlx::query_scalar!("select messages_seq from users where id = ?", user.0)
            .fetch_optional(&self.readers)
            .await
            .map_err(unavailable)?;
        Ok(Seq(seq.unwrap_or_default()))
    }

    async fn delivered(&self, deliveries: Vec<Delivery>) -> Result<(), Unavailable> {
        self.write(|reply| Write::Delivered(deliveries, reply))
            .await
    }

    async fn seen(&self, user: UserId, seen: Vec<Seen>) -> Result<Vec<FirstSeen>, Unavailable> {
        self.write(|reply| Write::Seen(user, seen, reply)).await
    }

    async fn seen_up_to(
        &self,
        user: UserId,
        until: Seq,
        at: Timestamp,
    ) -> Result<Vec<FirstSeen>, Unavailable> {
        self.write(|reply| Write::SeenUpTo(user, until, at, reply))
            .await
    }

    async fn receipts(&self, message: Seq) -> Result<Option<Receipts>, Unavailable> {
        let mut db = self.readers.begin().await.map_err(unavailable)?;
        let receipts = receipts::find(&mut db, message).await;
        receipts.map_err(unavailable)
    }
}

/// A row of the log, as the queries above give it.
struct EventRow {
    seq: i64,
    name: String,
    user_id: Option<i64>,
    data: String,
    order_id: Option<i64>,
    progress: Option<String>,
    last: bool,
    expires_at: Option<i64>,
}

fn collect(rows: Result<Vec<EventRow>, sqlx::Error>) -> Result<Vec<Event>, Unavailable> {
    let events: Result<_, _> = rows
        .map_err(unavailable)?
        .into_iter()
        .map(EventRow::into_event)
        .collect();
    events.map_err(unavailable)
}

impl EventRow {
    fn into_event(self) -> Result<Event, sqlx::Error> {
        let last = self.last;
        Ok(Event {
            seq: Seq(self.seq),
            name: self.name.parse().map_err(corrupt)?,
            audience: self
                .user_id
                .map_or(Audience::Admins, |id| Audience::User(UserId(id))),
            data: self.data,
            progress: self
                .order_id
                .zip(self.progress)
                .map(|(order, data)| Progress {
                    order: OrderId(order),
                    data,
                    last,
                }),
            expires_at: self.expires_at.map(Timestamp::from_millis),
        })
    }
}

/// The newest event of the log; 0 where there is none.
pub(super) async fn head(db: impl SqliteExecutor<'_>) -> Result<Seq, sqlx::Error> {
    // Not the newest row: pruned events were told, too. An expression, because
    // sqlx can't describe a column that was declared without a type.
    let seq = sqlx::query_scalar!(
        r#"select max(seq) as "seq: i64" from sqlite_sequence where name = 'events'"#
    )
    .fetch_one(db)
    .await?;
    Ok(Seq(seq.unwrap_or_default()))
}

/// A value as JSON, for a column or for `json_each`.
pub(super) fn json(value: &impl Serialize) -> Result<String, sqlx::Error> {
    serde_json::to_string(value).map_err(|cause| sqlx::Error::Encode(Box::new(cause)))
}

/// A column holds what its constraint should have kept out.
pub(super) fn corrupt(cause: impl Error + Send + Sync + 'static) -> sqlx::Error {
    sqlx::Error::Decode(Box::new(cause))
}
