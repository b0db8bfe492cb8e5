//! How customers found their orders.

use crate::{
    SqliteStore,
    diagnostics::failed,
    json::{corrupt, json},
    log,
    writer::{Failure, Write},
};
use domain::{
    Unavailable,
    events::Event,
    orders::{OrderId, OrderRated, OrderStatus, RateError, Rating},
};

/// Keeps a rating, if there is none yet, and the event that tells of it.
pub(super) async fn keep(
    write: &mut Write<'_>,
    token: String,
    rating: Rating,
) -> Result<(), Failure<RateError>> {
    let order = sqlx::query!("select id, status from orders where token = ?", token)
        .fetch_optional(&mut *write.db)
        .await?;
    let order = order.ok_or(Failure::Refused(RateError::NotFound))?;
    let status: OrderStatus = order.status.parse().map_err(corrupt)?;
    if status != OrderStatus::Finished {
        return Err(Failure::Refused(RateError::NotFinished { status }));
    }
    let at = write.context.clock.now();
    let millis = at.millis();
    let kept = sqlx::query!(
        r"
        insert into order_ratings (order_id, stars, comment, at) values (?, ?, ?, ?)
        on conflict (order_id) do nothing
        ",
        order.id,
        rating.stars,
        rating.comment,
        millis,
    )
    .execute(&mut *write.db)
    .await?;
    if kept.rows_affected() > 0 {
        let rated = OrderRated {
            order: OrderId(order.id),
            stars: rating.stars,
            at,
        };
        let event = Event::Rate(rated).encode(None).map_err(corrupt)?;
        log::append(write, vec![event], at).await?;
    }
    Ok(())
}

/// The ratings of those orders that have one.
pub(super) async fn read(
    store: &SqliteStore,
    orders: &[OrderId],
) -> Result<Vec<(OrderId, Rating)>, Unavailable> {
    let failed = failed("read ratings");
    let ids = json(orders).map_err(&failed)?;
    let rows = sqlx::query!(
        r#"
        select order_id, stars as "stars: u8", comment from order_ratings
        where order_id in (select value from json_each(?))
        "#,
        ids,
    )
    .fetch_all(&store.readers)
    .await
    .map_err(failed)?;
    let rated = rows.into_iter().map(|row| {
        let (stars, comment) = (row.stars, row.comment);
        (OrderId(row.order_id), Rating { stars, comment })
    });
    Ok(rated.collect())
}
