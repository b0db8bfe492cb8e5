//! Who moved the orders of a day on, and how long they had waited by then.

use crate::json::corrupt;
use domain::sums::MoveFact;
use sqlx::SqliteConnection;

/// Of each order the last time that it was accepted, and finished: those before were
/// taken back.
pub(super) async fn read(
    db: &mut SqliteConnection,
    day: &str,
    until: i64,
) -> Result<Vec<MoveFact>, sqlx::Error> {
    let rows = sqlx::query!(
        r#"
        with moves as (
            select
                orders.status, orders.placed_at, order_history.what ->> 'to' as became,
                max(order_history.version), order_history.at, order_history.user_id
            from orders
            join order_history on order_history.order_id = orders.id
            where day = ? and placed_at <= ?
                and order_history.what ->> 'kind' = 'status'
                and order_history.what ->> 'to' in ('accepted', 'finished')
            group by orders.id, order_history.what ->> 'to'
        )
        select
            became as "became!: String", status as "status!: String", name as "name!: String",
            count(*) as "count!: u32",
            -- A clock that was set back makes nobody faster than at once.
            sum(max(moves.at - placed_at, 0)) as "waited!: i64"
        from moves
        join users on users.id = moves.user_id
        group by became, status, users.id
        "#,
        day,
        until,
    )
    .fetch_all(db)
    .await?;
    let facts = rows.into_iter().map(|row| {
        Ok(MoveFact {
            to: row.became.parse().map_err(corrupt)?,
            status: row.status.parse().map_err(corrupt)?,
            by: row.name,
            count: row.count,
            waited: row.waited,
        })
    });
    facts.collect()
}
