//! Reading orders.

use super::rows;
use crate::{SqliteStore, diagnostics::failed, log};
use delivery::Seq;
use domain::{
    Unavailable,
    orders::{Order, OrderId, OrdersSnapshot},
};
use sqlx::SqliteConnection;

/// The most orders that the back office shows.
const SHOWN: i64 = 500;

/// The order that was placed with that key.
pub(crate) async fn placed_before(
    store: &SqliteStore,
    request_id: &str,
) -> Result<Option<Order>, Unavailable> {
    let failed = failed("look for a repeated order");
    let mut db = store.readers.begin().await.map_err(&failed)?;
    let before = rows::placed_before(&mut db, &*store.clock, [request_id]).await;
    Ok(before.map_err(&failed)?.remove(request_id))
}

/// The order of that token.
pub(crate) async fn by_token(
    store: &SqliteStore,
    token: &str,
) -> Result<Option<Order>, Unavailable> {
    let failed = failed("read an order");
    let mut db = store.readers.begin().await.map_err(&failed)?;
    let id = id_of(&mut db, token).await.map_err(&failed)?;
    let orders = rows::load(&mut db, &*store.clock, id.as_slice()).await;
    Ok(orders.map_err(&failed)?.pop())
}

/// The identity of the order of that token.
pub(crate) async fn id_of(
    db: &mut SqliteConnection,
    token: &str,
) -> Result<Option<i64>, sqlx::Error> {
    sqlx::query_scalar!("select id from orders where token = ?", token)
        .fetch_optional(db)
        .await
}

/// Up to `limit` orders with an identity below `before`, newest first.
pub(crate) async fn before(
    store: &SqliteStore,
    before: Option<OrderId>,
    limit: u32,
) -> Result<Vec<Order>, Unavailable> {
    let failed = failed("read a page of orders");
    let mut db = store.readers.begin().await.map_err(&failed)?;
    let before = before.map_or(i64::MAX, |id| id.0);
    let ids = sqlx::query_scalar!(
        "select id from orders where id < ? order by id desc limit ?",
        before,
        limit,
    )
    .fetch_all(&mut *db)
    .await
    .map_err(&failed)?;
    let orders = rows::load(&mut db, &*store.clock, &ids).await;
    orders.map_err(&failed)
}

/// What the back office shows.
pub(crate) async fn snapshot(store: &SqliteStore) -> Result<OrdersSnapshot, Unavailable> {
    let failed = failed("read the orders of the day");
    let today = store.clock.day(store.clock.now());
    // One transaction, so that orders and cursor are of one moment.
    let mut db = store.readers.begin().await.map_err(&failed)?;
    let rows = sqlx::query!(
        r#"
        select id, announced
        from orders
        where day = ?1 or status in ('placed', 'accepted', 'preparing', 'ready')
        order by id desc
        limit ?2
        "#,
        today,
        SHOWN,
    )
    .fetch_all(&mut *db)
    .await
    .map_err(&failed)?;
    let ids: Vec<i64> = rows.iter().map(|row| row.id).collect();
    let orders = rows::load(&mut db, &*store.clock, &ids).await;
    let announced = rows.iter().map(|row| store.cursor(Seq(row.announced)));
    let head = log::head(&mut *db).await.map_err(&failed)?;
    Ok(OrdersSnapshot {
        orders: announced.zip(orders.map_err(&failed)?).collect(),
        cursor: store.cursor(head),
    })
}
