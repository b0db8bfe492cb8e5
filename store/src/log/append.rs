//! Appending to the log.

use super::extent::head;
use crate::{json::json, writer::Write};
use delivery::{Audience, Event, NewEvent, Seq};
use domain::{Timestamp, events::SHOP_FRONT};
use serde::Serialize;

/// An event, as the statement below takes it.
#[derive(Serialize)]
struct Row<'a> {
    seq: i64,
    name: &'a str,
    user: Option<i64>,
    data: &'a str,
    order: Option<i64>,
    progress: Option<&'a str>,
    public: Option<&'a str>,
    last: bool,
    expires_at: Option<i64>,
}

impl<'a> From<&'a Event> for Row<'a> {
    fn from(event: &'a Event) -> Self {
        let topic = event.topic.as_ref();
        let of_order = topic.filter(|topic| topic.id != SHOP_FRONT);
        let public = topic.filter(|topic| topic.id == SHOP_FRONT);
        Self {
            seq: event.seq.0,
            name: event.name,
            user: match event.audience {
                Audience::Everyone => None,
                Audience::Reader(id) => Some(id.0),
            },
            data: &event.data,
            order: of_order.map(|topic| topic.id.0),
            progress: of_order.map(|topic| &*topic.data),
            public: public.map(|topic| &*topic.data),
            last: topic.is_some_and(|topic| topic.last),
            expires_at: event.expires_at.map(Timestamp::millis),
        }
    }
}

/// Appends events, in the order given, and notes them to be rung for; says where
/// the last one stands.
pub(crate) async fn append(
    write: &mut Write<'_>,
    new: Vec<NewEvent>,
    now: Timestamp,
) -> Result<Seq, sqlx::Error> {
    let head = head(&mut *write.db).await?;
    let events = (head.0 + 1..).zip(new);
    let events: Vec<_> = events.map(|(seq, new)| new.at(Seq(seq))).collect();
    let rows = json(&events.iter().map(Row::from).collect::<Vec<_>>())?;
    let created_at = now.millis();
    sqlx::query!(
        r"
        insert into events (
            seq, name, user_id, data, order_id, progress, public, last, created_at, expires_at
        )
        select
            value ->> 'seq', value ->> 'name', value ->> 'user', value ->> 'data',
            value ->> 'order', value ->> 'progress', value ->> 'public', value ->> 'last', ?2,
            value ->> 'expires_at'
        from jsonb_each(?1)
        ",
        rows,
        created_at,
    )
    .execute(&mut *write.db)
    .await?;
    let last = events.last().map_or(head, |event| event.seq);
    write.note(events);
    Ok(last)
}
