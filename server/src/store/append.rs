//! Appending to the log.

use super::events::{self, json};
use domain::{
    cursor::Seq,
    event::{Audience, Event, EventName, Progress},
    time::Timestamp,
};
use serde::Serialize;
use sqlx::SqliteConnection;

/// An event that is about to be written: all but its place in the log.
pub(super) struct NewEvent {
    pub(super) name: EventName,
    pub(super) audience: Audience,
    /// What administrators are told, as JSON.
    pub(super) data: String,
    /// What an order's customer is told.
    pub(super) progress: Option<Progress>,
    pub(super) expires_at: Option<Timestamp>,
}

impl NewEvent {
    fn at(self, seq: Seq) -> Event {
        Event {
            seq,
            name: self.name,
            audience: self.audience,
            data: self.data,
            progress: self.progress,
            expires_at: self.expires_at,
        }
    }
}

/// An event, as the statement below takes it.
#[derive(Serialize)]
struct Row<'a> {
    seq: i64,
    name: &'a str,
    user: Option<i64>,
    data: &'a str,
    order: Option<i64>,
    progress: Option<&'a str>,
    last: bool,
    expires_at: Option<i64>,
}

impl<'a> From<&'a Event> for Row<'a> {
    fn from(event: &'a Event) -> Self {
        let progress = event.progress.as_ref();
        Self {
            seq: event.seq.0,
            name: event.name.as_str(),
            user: match event.audience {
                Audience::Admins => None,
                Audience::User(id) => Some(id.0),
            },
            data: &event.data,
            order: progress.map(|progress| progress.order.0),
            progress: progress.map(|progress| &*progress.data),
            last: progress.is_some_and(|progress| progress.last),
            expires_at: event.expires_at.map(Timestamp::millis),
        }
    }
}

/// Appends an event.
pub(super) async fn append(
    db: &mut SqliteConnection,
    new: NewEvent,
    now: Timestamp,
) -> Result<Event, sqlx::Error> {
    let appended = append_all(db, vec![new], now).await?.pop();
    appended.ok_or(sqlx::Error::RowNotFound)
}

/// Appends events, in the order given.
pub(super) async fn append_all(
    db: &mut SqliteConnection,
    new: Vec<NewEvent>,
    now: Timestamp,
) -> Result<Vec<Event>, sqlx::Error> {
    let head = events::head(&mut *db).await?;
    let events = (head.0 + 1..).zip(new);
    let events: Vec<_> = events.map(|(seq, new)| new.at(Seq(seq))).collect();
    let rows = json(&events.iter().map(Row::from).collect::<Vec<_>>())?;
    let created_at = now.millis();
    sqlx::query!(
        r"
        insert into events (
            seq, name, user_id, data, order_id, progress, last, created_at, expires_at
        )
        select
            value ->> 'seq', value ->> 'name', value ->> 'user', value ->> 'data',
            value ->> 'order', value ->> 'progress', value ->> 'last', ?2, value ->> 'expires_at'
        from jsonb_each(?1)
        ",
        rows,
        created_at,
    )
    .execute(db)
    .await?;
    Ok(events)
}
