//! Who got which event, and who saw it.

use crate::{
    SqliteStore,
    diagnostics::failed,
    json::json,
    users,
    writer::{Failure, Write},
};
use async_trait::async_trait;
use domain::{
    Seq, Timestamp, Unavailable,
    messages::{Delivery, FirstSeen, Receipt, Receipts, Seen, Sender},
    ports::ReceiptLog,
    users::UserId,
};
use sqlx::SqliteConnection;

#[async_trait]
impl ReceiptLog for SqliteStore {
    async fn delivered(&self, deliveries: Vec<Delivery>) -> Result<(), Unavailable> {
        self.write("note deliveries", |write| {
            Box::pin(delivered(write, deliveries))
        })
        .await
    }

    async fn seen(&self, user: UserId, shown: Vec<Seen>) -> Result<Vec<FirstSeen>, Unavailable> {
        self.write("note what was seen", move |write| {
            Box::pin(seen(write, user, shown))
        })
        .await
    }

    async fn seen_up_to(
        &self,
        user: UserId,
        until: Seq,
        at: Timestamp,
    ) -> Result<Vec<FirstSeen>, Unavailable> {
        self.write("note what was seen", move |write| {
            Box::pin(seen_up_to(write, user, until, at))
        })
        .await
    }

    async fn receipts(&self, message: Seq) -> Result<Option<Receipts>, Unavailable> {
        let failed = failed("read receipts");
        let mut db = self.readers.begin().await.map_err(&failed)?;
        find(&mut db, message).await.map_err(&failed)
    }
}

/// Notes deliveries, and up to where each user got messages.
async fn delivered(
    write: &mut Write<'_>,
    deliveries: Vec<Delivery>,
) -> Result<(), Failure<Unavailable>> {
    let rows = deliveries.iter().map(|d| (d.seq, d.user, d.at.millis()));
    let rows = json(&rows.collect::<Vec<_>>())?;
    // A message may have been pruned meanwhile.
    sqlx::query!(
        r"
        insert into receipts (seq, user_id, delivered_at)
        select events.seq, value ->> 1, value ->> 2
        from json_each(?) join events on events.seq = value ->> 0
        where true
        on conflict (seq, user_id) do update set
            delivered_at = coalesce(delivered_at, excluded.delivered_at)
        ",
        rows,
    )
    .execute(&mut *write.db)
    .await?;
    sqlx::query!(
        r"
        update users set messages_seq = max(messages_seq, got.seq)
        from (
            select value ->> 1 as user_id, max(value ->> 0) as seq
            from json_each(?) group by value ->> 1
        ) as got
        where users.id = got.user_id
        ",
        rows,
    )
    .execute(&mut *write.db)
    .await?;
    Ok(())
}

/// An event that was not seen before, as the store writes it.
struct FirstSeenRow {
    happened_at: i64,
    seen_at: i64,
}

impl From<FirstSeenRow> for FirstSeen {
    fn from(row: FirstSeenRow) -> Self {
        Self {
            happened_at: Timestamp::from_millis(row.happened_at),
            seen_at: Timestamp::from_millis(row.seen_at),
        }
    }
}

/// Notes what `user` saw, of what is meant for `user`. A page whose clock is
/// wrong saw nothing before it happened.
async fn seen(
    write: &mut Write<'_>,
    user: UserId,
    seen: Vec<Seen>,
) -> Result<Vec<FirstSeen>, Failure<Unavailable>> {
    let rows = seen.iter().map(|seen| (seen.seq, seen.at.millis()));
    let rows = json(&rows.collect::<Vec<_>>())?;
    let first = sqlx::query_as!(
        FirstSeenRow,
        r#"
        insert into receipts (seq, user_id, seen_at)
        select events.seq, ?1, max(created_at, min(value ->> 1))
        from json_each(?2) join events on events.seq = value ->> 0
        where user_id is null or user_id = ?1
        group by events.seq
        on conflict (seq, user_id) do update set seen_at = excluded.seen_at
        where seen_at is null
        returning
            seen_at as "seen_at!: i64",
            (select created_at from events where events.seq = receipts.seq) as "happened_at!: i64"
        "#,
        user.0,
        rows,
    )
    .fetch_all(&mut *write.db)
    .await?;
    Ok(first.into_iter().map(FirstSeen::from).collect())
}

/// Notes that `user` saw every message that `user` got, up to `until`.
async fn seen_up_to(
    write: &mut Write<'_>,
    user: UserId,
    until: Seq,
    at: Timestamp,
) -> Result<Vec<FirstSeen>, Failure<Unavailable>> {
    let at = at.millis();
    let first = sqlx::query_as!(
        FirstSeenRow,
        r#"
        update receipts set seen_at = max(delivered_at, ?1)
        where user_id = ?2 and seq <= ?3 and seen_at is null
        returning
            seen_at as "seen_at!: i64",
            (select created_at from events where events.seq = receipts.seq) as "happened_at!: i64"
        "#,
        at,
        user.0,
        until.0,
    )
    .fetch_all(&mut *write.db)
    .await?;
    Ok(first.into_iter().map(FirstSeen::from).collect())
}

/// What became of a message with each of those that it is for: who was a user
/// when it was sent, and was not disabled.
async fn find(db: &mut SqliteConnection, message: Seq) -> Result<Option<Receipts>, sqlx::Error> {
    let sent = sqlx::query!(
        r#"
        select sender_kind, sender_id, events.created_at,
            users.name as "user_name?", users.role as "user_role?", api_keys.name as "key_name?",
            api_keys.scope as "key_scope?"
        from pushes join events using (seq)
        left join users on sender_kind = 'user' and users.id = sender_id
        left join api_keys on sender_kind = 'program' and api_keys.id = sender_id
        where seq = ?
        "#,
        message.0,
    )
    .fetch_optional(&mut *db)
    .await?;
    let Some(sent) = sent else {
        return Ok(None);
    };
    let recipients = sqlx::query!(
        r#"
        select users.name, delivered_at as "delivered_at?", seen_at as "seen_at?"
        from events join users
            on (events.user_id is null or events.user_id = users.id)
            and users.created_at <= events.created_at
            and (disabled_at is null or disabled_at > events.created_at)
        left join receipts on receipts.seq = events.seq and receipts.user_id = users.id
        where events.seq = ?
        order by users.name
        "#,
        message.0,
    )
    .fetch_all(db)
    .await?;
    let recipients = recipients.into_iter().map(|row| Receipt {
        name: row.name,
        delivered_at: row.delivered_at.map(Timestamp::from_millis),
        seen_at: row.seen_at.map(Timestamp::from_millis),
    });
    Ok(Some(Receipts {
        sender: sender(
            sent.sender_id,
            sent.user_name.zip(sent.user_role),
            sent.key_name.zip(sent.key_scope),
        )?,
        sent_at: Timestamp::from_millis(sent.created_at),
        recipients: recipients.collect(),
    }))
}

/// The sender, of whom one of the two is known.
fn sender(
    id: i64,
    user: Option<(String, String)>,
    program: Option<(String, String)>,
) -> Result<Sender, sqlx::Error> {
    match (user, program) {
        (Some((name, role)), _) => users::user(id, name, &role).map(Sender::User),
        (None, Some((name, scope))) => users::api_key(id, name, &scope).map(Sender::Program),
        (None, None) => Err(sqlx::Error::RowNotFound),
    }
}
