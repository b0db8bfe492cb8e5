//! What was sent.

use crate::{SqliteStore, diagnostics::failed, json::corrupt};
use domain::{
    Timestamp, Unavailable,
    channels::{AlertId, Answer, ChannelId, PastAlert},
    orders::OrderId,
};

/// Up to `limit` alerts, the newest first.
pub(super) async fn newest(store: &SqliteStore, limit: u32) -> Result<Vec<PastAlert>, Unavailable> {
    let failed = failed("read what was sent");
    let rows = sqlx::query_as!(
        Row,
        r#"
        select
            channel_alerts.id, channel_id, channels.name as channel_name, order_id,
            orders.number as "number: u32", stage, state, attempts as "attempts: u32",
            created_at, sent_at, said, channel_alerts.status as "status: u16", answer
        from channel_alerts
        join channels on channels.id = channel_id
        join orders on orders.id = order_id
        order by channel_alerts.id desc
        limit ?
        "#,
        limit,
    )
    .fetch_all(&store.readers)
    .await
    .map_err(&failed)?;
    let alerts = rows.into_iter().map(PastAlert::try_from);
    alerts.collect::<Result<_, _>>().map_err(&failed)
}

/// A row, as the query above gives it.
struct Row {
    id: i64,
    channel_id: i64,
    channel_name: String,
    order_id: i64,
    number: u32,
    stage: String,
    state: String,
    attempts: u32,
    created_at: i64,
    sent_at: Option<i64>,
    said: Option<String>,
    status: Option<u16>,
    answer: String,
}

impl TryFrom<Row> for PastAlert {
    type Error = sqlx::Error;

    fn try_from(row: Row) -> Result<Self, sqlx::Error> {
        let said = row.said.map(|said| said.parse().map_err(corrupt));
        let answer = said.transpose()?.map(|said| Answer {
            said,
            status: row.status,
            text: row.answer,
            retry_after: None,
        });
        Ok(Self {
            id: AlertId(row.id),
            channel: ChannelId(row.channel_id),
            channel_name: row.channel_name,
            order: OrderId(row.order_id),
            number: row.number,
            cause: row.stage.parse().map_err(corrupt)?,
            state: row.state.parse().map_err(corrupt)?,
            attempts: row.attempts,
            created_at: Timestamp::from_millis(row.created_at),
            sent_at: row.sent_at.map(Timestamp::from_millis),
            answer,
        })
    }
}
