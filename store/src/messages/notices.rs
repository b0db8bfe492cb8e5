//! What popped up, and what of it each user has read.

use crate::{
    SqliteStore,
    diagnostics::failed,
    json::corrupt,
    log,
    writer::{Failure, Write},
};
use async_trait::async_trait;
use domain::{
    Seq, Timestamp, Unavailable,
    events::{Event, EventKind},
    notices::{Notice, NoticeFilter, NoticeKind, ReadNotices},
    ports::Notices,
    users::UserId,
};

/// Queries the notices of a user after some moment: `$head` says of what, `$rest` which.
/// The first four values are the user, that moment, now, and before which notice.
macro_rules! notices {
    ($query:ident!($($row:ident,)? $head:literal, $rest:literal, $($value:expr),+ $(,)?)) => {
        sqlx::$query!(
            $($row,)?
            $head + r#"
            from (
                select
                    events.seq, events.name, events.data, events.created_at,
                    case events.name
                        when 'order' then 'order' when 'finish' then 'finish'
                        when 'psh' then 'message' when 'hurry' then 'hurry' else 'cancel'
                    end as kind,
                    (
                        events.seq <= reader.notices_seq
                        or events.created_at < reader.created_at
                        or (events.name = 'order' and orders.status <> 'placed')
                        or (
                            events.name in ('change', 'finish')
                            and events.data ->> 'by' = reader.name
                        )
                        or exists (
                            select 1 from pushes
                            where pushes.seq = events.seq
                                and sender_kind = 'user' and sender_id = reader.id
                        )
                        or exists (
                            select 1 from notices_read as done
                            where done.seq = events.seq and done.user_id = reader.id
                        )
                    ) as is_read
                from users as reader
                join events on events.user_id is null or events.user_id = reader.id
                left join orders on orders.id = events.order_id
                where reader.id = ?1 and events.created_at > ?2
                    and (
                        events.name in ('order', 'finish', 'hurry')
                        or (
                            events.name = 'change' and events.data ->> 'to' = 'cancelled'
                            and events.data ->> 'from' <> 'cancelled'
                        )
                        or (events.name = 'psh' and (
                            events.expires_at > ?3 or exists (
                                select 1 from receipts
                                where receipts.seq = events.seq
                                    and receipts.user_id = reader.id
                            )
                        ))
                    )
                    and (?4 is null or events.seq < ?4)
            )
            "# + $rest,
            $($value),+
        )
    };
}

#[async_trait]
impl Notices for SqliteStore {
    async fn notices(
        &self,
        user: UserId,
        filter: NoticeFilter,
        since: Timestamp,
        limit: u32,
    ) -> Result<Vec<Notice>, Unavailable> {
        let failed = failed("read notices");
        let (since, now) = (since.millis(), self.clock.now().millis());
        let before = filter.before.map(|seq| seq.0);
        let kind = filter.kind.map(NoticeKind::as_str);
        let rows = notices!(query_as!(
            Row,
            r#"
            select
                seq as "seq!: i64", name as "name!: String", data as "data!: String",
                created_at as "created_at!: i64", is_read as "is_read!: bool"
            "#,
            r"
            where (?5 is null or kind = ?5) and not (?6 and is_read)
            order by seq desc limit ?7
            ",
            user.0,
            since,
            now,
            before,
            kind,
            filter.unread,
            limit,
        ));
        let rows = rows.fetch_all(&self.readers).await.map_err(&failed)?;
        let notices = rows.into_iter().map(Notice::try_from);
        notices.collect::<Result<_, _>>().map_err(&failed)
    }

    async fn unread_notices(
        &self,
        user: UserId,
        since: Timestamp,
        limit: u32,
    ) -> Result<u32, Unavailable> {
        let (since, now) = (since.millis(), self.clock.now().millis());
        let all = None::<i64>;
        // What is counted no further is read no further, and nothing that was read in one go.
        let unread = notices!(query_scalar!(
            r#"select count(*) as "count!: u32" from (select 1"#,
            r"
                where not is_read and seq > (select notices_seq from users where id = ?1)
                order by seq desc limit ?5
            )
            ",
            user.0,
            since,
            now,
            all,
            limit,
        ));
        let unread = unread.fetch_one(&self.readers).await;
        unread.map_err(failed("count notices"))
    }

    async fn read_notices(&self, user: UserId, read: ReadNotices) -> Result<(), Unavailable> {
        self.write("note what was read", move |write| {
            Box::pin(async move {
                match read {
                    ReadNotices::One(seq) => read_one(write, user, seq).await,
                    ReadNotices::UpTo(seq) => read_up_to(write, user, seq).await,
                }
            })
        })
        .await
    }
}

async fn read_one(
    write: &mut Write<'_>,
    user: UserId,
    seq: Seq,
) -> Result<(), Failure<Unavailable>> {
    let noted = sqlx::query!(
        r"
        insert into notices_read (seq, user_id)
        select seq, ?1 from events where seq = ?2 and (user_id is null or user_id = ?1)
        on conflict (seq, user_id) do nothing
        ",
        user.0,
        seq.0,
    )
    .execute(&mut *write.db)
    .await?;
    if noted.rows_affected() > 0 {
        tell(write, user, ReadNotices::One(seq)).await?;
    }
    Ok(())
}

async fn read_up_to(
    write: &mut Write<'_>,
    user: UserId,
    seq: Seq,
) -> Result<(), Failure<Unavailable>> {
    // Nothing is read that has not happened.
    let until = log::head(&mut *write.db).await?.min(seq);
    let noted = sqlx::query!(
        "update users set notices_seq = ?1 where id = ?2 and notices_seq < ?1",
        until.0,
        user.0,
    )
    .execute(&mut *write.db)
    .await?;
    if noted.rows_affected() > 0 {
        tell(write, user, ReadNotices::UpTo(until)).await?;
    }
    sqlx::query!(
        "delete from notices_read where user_id = ? and seq <= ?",
        user.0,
        until.0,
    )
    .execute(&mut *write.db)
    .await?;
    Ok(())
}

/// Tells the user's other pages.
async fn tell(write: &mut Write<'_>, user: UserId, read: ReadNotices) -> Result<(), sqlx::Error> {
    let now = write.context.clock.now();
    let event = Event::Read(read).encode(Some(user));
    log::append(write, vec![event.map_err(corrupt)?], now).await?;
    Ok(())
}

/// A row, as the query above gives it.
struct Row {
    seq: i64,
    name: String,
    data: String,
    created_at: i64,
    is_read: bool,
}

impl TryFrom<Row> for Notice {
    type Error = sqlx::Error;

    fn try_from(row: Row) -> Result<Self, sqlx::Error> {
        let kind: EventKind = row.name.parse().map_err(corrupt)?;
        Ok(Self {
            seq: Seq(row.seq),
            at: Timestamp::from_millis(row.created_at),
            event: Event::decode(kind, &row.data).map_err(corrupt)?,
            is_read: row.is_read,
        })
    }
}
