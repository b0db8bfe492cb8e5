//! The orders of a day.

use crate::json::corrupt;
use domain::{
    Timestamp,
    money::Money,
    orders::{OrderId, Payment},
    sums::{OpenOrder, OrdersFact, PaidBy, ReasonFact},
};
use sqlx::SqliteConnection;

/// The most orders that are named as those that keep a day open.
const OPEN_SHOWN: u32 = 100;

/// How an order was paid, as its column says it.
pub(super) fn paid_by(payment: Option<&str>) -> Result<PaidBy, sqlx::Error> {
    let payment: Option<Payment> = payment.map(str::parse).transpose().map_err(corrupt)?;
    Ok(payment.into())
}

/// Those of one minute that are alike: how hours lie in minutes says the shop's clock.
pub(super) async fn alike(
    db: &mut SqliteConnection,
    day: &str,
) -> Result<Vec<OrdersFact>, sqlx::Error> {
    let rows = sqlx::query!(
        r#"
        select
            min(placed_at) as "at!: i64", status as "status!: String",
            payment as "payment: String", count(*) as "count!: u32",
            sum(total) as "total!: i64", sum(refunded > 0) as "refunds!: u32",
            sum(refunded) as "refunded!: i64", sum(version) as "versions!: i64"
        from orders
        where day = ?
        -- What was given back as a whole is apart from that of which something is left.
        group by placed_at / 60000, status, payment, refunded = total
        order by min(placed_at)
        "#,
        day,
    )
    .fetch_all(db)
    .await?;
    let facts = rows.into_iter().map(|row| {
        Ok(OrdersFact {
            at: Timestamp::from_millis(row.at),
            status: row.status.parse().map_err(corrupt)?,
            paid_by: paid_by(row.payment.as_deref())?,
            count: row.count,
            total: Money::from_minor(row.total),
            refunds: row.refunds,
            refunded: Money::from_minor(row.refunded),
            versions: row.versions,
        })
    });
    facts.collect()
}

/// Why orders were called off.
pub(super) async fn reasons(
    db: &mut SqliteConnection,
    day: &str,
) -> Result<Vec<ReasonFact>, sqlx::Error> {
    let rows = sqlx::query!(
        r#"
        select
            status as "status!: String", coalesce(reason ->> 'kind', '') as "reason!: String",
            count(*) as "count!: u32"
        from orders
        where day = ? and status in ('rejected', 'cancelled')
        group by 1, 2
        "#,
        day,
    )
    .fetch_all(db)
    .await?;
    let facts = rows.into_iter().map(|row| {
        Ok(ReasonFact {
            status: row.status.parse().map_err(corrupt)?,
            reason: row.reason,
            count: row.count,
        })
    });
    facts.collect()
}

/// Those that are still open, oldest first.
pub(super) async fn open(
    db: &mut SqliteConnection,
    day: &str,
) -> Result<Vec<OpenOrder>, sqlx::Error> {
    let rows = sqlx::query!(
        r#"
        select id, number as "number: u32", status
        from orders
        where day = ? and status in ('placed', 'accepted', 'preparing', 'ready')
        order by id
        limit ?
        "#,
        day,
        OPEN_SHOWN,
    )
    .fetch_all(db)
    .await?;
    let orders = rows.into_iter().map(|row| {
        Ok(OpenOrder {
            id: OrderId(row.id),
            number: row.number,
            status: row.status.parse().map_err(corrupt)?,
        })
    });
    orders.collect()
}
