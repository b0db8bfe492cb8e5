//! Rows of the log, and the events that they are.

use crate::json::corrupt;
use delivery::{Audience, Event, ReaderId, Seq, TopicEvent, TopicId};
use domain::{
    Timestamp,
    events::{EventKind, ORDERS, SHOP_FRONT},
};

/// A row of the log, as the queries give it.
pub(crate) struct EventRow {
    pub(crate) seq: i64,
    pub(crate) name: String,
    pub(crate) user_id: Option<i64>,
    pub(crate) data: String,
    pub(crate) order_id: Option<i64>,
    pub(crate) progress: Option<String>,
    pub(crate) public: Option<String>,
    pub(crate) last: bool,
    pub(crate) expires_at: Option<i64>,
}

/// The events of those rows.
pub(crate) fn collect(rows: Vec<EventRow>) -> Result<Vec<Event>, sqlx::Error> {
    rows.into_iter().map(EventRow::into_event).collect()
}

impl EventRow {
    fn into_event(self) -> Result<Event, sqlx::Error> {
        let kind: EventKind = self.name.parse().map_err(corrupt)?;
        let last = self.last;
        let of_order = self.order_id.map(TopicId).zip(self.progress);
        let topic = of_order.or(self.public.map(|data| (SHOP_FRONT, data)));
        Ok(Event {
            seq: Seq(self.seq),
            name: kind.as_str(),
            audience: self
                .user_id
                .map_or(Audience::Everyone, |id| Audience::Reader(ReaderId(id))),
            data: self.data,
            topic: topic.map(|(id, data)| TopicEvent { id, data, last }),
            bell: self.order_id.map(|_| ORDERS),
            expires_at: self.expires_at.map(Timestamp::from_millis),
        })
    }
}

/// The rows of the log that `$rest` of the query selects.
macro_rules! select_events {
    ($rest:literal, $($value:expr),+ $(,)?) => {
        sqlx::query_as!(
            $crate::log::EventRow,
            r#"
            select
                seq as "seq!", name, user_id, data, order_id, progress, public,
                last as "last: bool", expires_at
            from events "# + $rest,
            $($value),+
        )
    };
}

pub(crate) use select_events;
