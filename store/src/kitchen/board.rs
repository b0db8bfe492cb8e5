//! The link of the board, and what the board shows.

use crate::{
    SqliteStore,
    audit::note,
    diagnostics::failed,
    json::corrupt,
    writer::{Failure, Write},
};
use domain::{
    Timestamp, Unavailable,
    audit::{AuditAction, Author, NewAuditEntry},
    kitchen::{BOARD_HOURS, BoardOrder},
    users::UserId,
};

/// The most orders that are read: more than the board can show.
const MOST: i64 = 300;

/// The unguessable name of the board's page.
pub(super) async fn token(store: &SqliteStore) -> Result<Option<String>, Unavailable> {
    sqlx::query_scalar!("select token from board")
        .fetch_optional(&store.readers)
        .await
        .map_err(failed("read the board's link"))
}

/// Does what [`domain::ports::Board::set_board_token`] says.
pub(super) async fn set_token(
    write: &mut Write<'_>,
    token: Option<String>,
    by: UserId,
) -> Result<(), Failure<Unavailable>> {
    let action = match &token {
        Some(token) => {
            sqlx::query!(
                r"
                insert into board (id, token) values (1, ?1)
                on conflict (id) do update set token = ?1
                ",
                token,
            )
            .execute(&mut *write.db)
            .await?;
            AuditAction::BoardLinked
        }
        None => {
            let gone = sqlx::query!("delete from board")
                .execute(&mut *write.db)
                .await?;
            if gone.rows_affected() == 0 {
                return Ok(());
            }
            AuditAction::BoardClosed
        }
    };
    let entry = NewAuditEntry {
        by: Author::User(by),
        action,
        // The link itself is a secret.
        subject: String::new(),
        detail: String::new(),
    };
    note(write, entry).await?;
    Ok(())
}

/// Does what [`domain::ports::Board::board_orders`] says.
pub(super) async fn orders(store: &SqliteStore) -> Result<Vec<BoardOrder>, Unavailable> {
    let failed = failed("read the orders of the board");
    let now = store.clock.now();
    let today = store.clock.day(now);
    let since = now.millis() - BOARD_HOURS * 3_600_000;
    // The first condition is that of the index; the newest, so that old ones that were
    // forgotten hide none.
    let rows = sqlx::query!(
        r#"
        select number as "number: u32", status, coalesce(handled_at, placed_at) as "since!: i64"
        from orders
        where status in ('placed', 'accepted', 'preparing', 'ready')
            and status in ('accepted', 'preparing', 'ready')
            -- What is brought to somebody is not called out.
            and way = 'pick_up'
            and (day = ? or placed_at > ?)
        order by id desc limit ?
        "#,
        today,
        since,
        MOST,
    )
    .fetch_all(&store.readers)
    .await
    .map_err(&failed)?;
    let orders = rows.into_iter().rev().map(|row| {
        Ok(BoardOrder {
            number: row.number,
            status: row.status.parse().map_err(corrupt)?,
            since: Timestamp::from_millis(row.since),
        })
    });
    orders.collect::<Result<_, _>>().map_err(&failed)
}
