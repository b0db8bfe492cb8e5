//! Messages about an order.

use crate::{SqliteStore, diagnostics::failed, json::corrupt};
use domain::{
    Seq, Timestamp, Unavailable,
    messages::{OrderMessage, Push},
    orders::OrderId,
    users::UserId,
};

/// Up to `limit` of them that `reader` sent or got, newest first.
pub(super) async fn newest(
    store: &SqliteStore,
    order: OrderId,
    reader: UserId,
    limit: u32,
) -> Result<Vec<OrderMessage>, Unavailable> {
    let failed = failed("read the messages about an order");
    let rows = sqlx::query_as!(
        Row,
        r#"
        select
            message as "message!", max(events.created_at) as "created_at!: i64",
            max(events.data) as "data!: String",
            (
                select json_group_array(name) from (
                    select users.name
                    from pushes as each join events using (seq) join users on users.id = user_id
                    where each.message = pushes.message
                    order by users.name
                )
            ) as "names!: String"
        from pushes join events using (seq)
        where pushes.order_id = ?1
        group by message
        having max(events.user_id is null or events.user_id = ?2)
            or max(sender_kind = 'user' and sender_id = ?2)
        order by message desc
        limit ?3
        "#,
        order.0,
        reader.0,
        limit,
    )
    .fetch_all(&store.readers)
    .await
    .map_err(&failed)?;
    let messages = rows.into_iter().map(OrderMessage::try_from);
    messages.collect::<Result<_, _>>().map_err(&failed)
}

/// A row, as the query above gives it.
struct Row {
    message: i64,
    created_at: i64,
    data: String,
    names: String,
}

impl TryFrom<Row> for OrderMessage {
    type Error = sqlx::Error;

    fn try_from(row: Row) -> Result<Self, sqlx::Error> {
        let push: Push = serde_json::from_str(&row.data).map_err(corrupt)?;
        Ok(Self {
            seq: Seq(row.message),
            sent_at: Timestamp::from_millis(row.created_at),
            from: push.from,
            to: serde_json::from_str(&row.names).map_err(corrupt)?,
            text: push.text,
        })
    }
}
