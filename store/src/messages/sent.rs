//! Messages that were sent.

use crate::{SqliteStore, diagnostics::failed, json::corrupt};
use domain::{
    Seq, Timestamp, Unavailable,
    messages::{Push, SentFilter, SentMessage},
};

/// Up to `limit` of them, newest first.
pub(super) async fn newest(
    store: &SqliteStore,
    filter: SentFilter,
    limit: u32,
) -> Result<Vec<SentMessage>, Unavailable> {
    let failed = failed("read the messages that were sent");
    let SentFilter {
        reader, own, since, ..
    } = filter;
    let (since, before) = (since.millis(), filter.before.map(|seq| seq.0));
    // Readers are those who were users then, and were not disabled, as for receipts.
    let rows = sqlx::query_as!(
        Row,
        r#"
        select
            message as "message!", max(events.created_at) as "created_at!: i64",
            max(events.data) as "data!: String",
            sender_kind = 'user' and sender_id = ?1 as "is_own!: bool",
            max(events.user_id is null or events.user_id = ?1) as "is_for_reader!: bool",
            (
                select json_group_array(name) from (
                    select users.name
                    from pushes as each join events using (seq) join users on users.id = user_id
                    where each.message = pushes.message
                    order by users.name
                )
            ) as "names!: String",
            count(readers.id) as "readers!: u32",
            count(receipts.delivered_at) as "delivered!: u32",
            count(receipts.seen_at) as "seen!: u32"
        from pushes join events using (seq)
        join users as readers
            on (events.user_id is null or events.user_id = readers.id)
            and readers.created_at <= events.created_at
            and (disabled_at is null or disabled_at > events.created_at)
        left join receipts on receipts.seq = events.seq and receipts.user_id = readers.id
        where events.created_at > ?2
            and (?3 is null or message < ?3)
            and (not ?4 or (sender_kind = 'user' and sender_id = ?1))
        group by message
        order by message desc
        limit ?5
        "#,
        reader.0,
        since,
        before,
        own,
        limit,
    )
    .fetch_all(&store.readers)
    .await
    .map_err(&failed)?;
    let messages = rows.into_iter().map(SentMessage::try_from);
    messages.collect::<Result<_, _>>().map_err(&failed)
}

/// A row, as the query above gives it.
struct Row {
    message: i64,
    created_at: i64,
    data: String,
    is_own: bool,
    is_for_reader: bool,
    names: String,
    readers: u32,
    delivered: u32,
    seen: u32,
}

impl TryFrom<Row> for SentMessage {
    type Error = sqlx::Error;

    fn try_from(row: Row) -> Result<Self, sqlx::Error> {
        let push: Push = serde_json::from_str(&row.data).map_err(corrupt)?;
        Ok(Self {
            seq: Seq(row.message),
            sent_at: Timestamp::from_millis(row.created_at),
            from: push.from,
            is_own: row.is_own,
            is_for_reader: row.is_for_reader,
            to: serde_json::from_str(&row.names).map_err(corrupt)?,
            title: push.title,
            order: push.order,
            text: Some(push.text),
            readers: row.readers,
            delivered: row.delivered,
            seen: row.seen,
        })
    }
}
