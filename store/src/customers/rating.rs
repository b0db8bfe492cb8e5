//! How customers found their orders.

use crate::{
    SqliteStore,
    diagnostics::failed,
    json::corrupt,
    writer::{Failure, Write},
};
use domain::{
    Unavailable,
    orders::{OrderId, OrderStatus, RateError, Rating},
};

/// Keeps a rating, if there is none yet.
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
    let at = write.context.clock.now().millis();
    sqlx::query!(
        r"
        insert into order_ratings (order_id, stars, comment, at) values (?, ?, ?, ?)
        on conflict (order_id) do nothing
        ",
        order.id,
        rating.stars,
        rating.comment,
        at,
    )
    .execute(&mut *write.db)
    .await?;
    Ok(())
}

/// The rating of an order.
pub(super) async fn read(
    store: &SqliteStore,
    order: OrderId,
) -> Result<Option<Rating>, Unavailable> {
    sqlx::query_as!(
        Rating,
        r#"select stars as "stars: u8", comment from order_ratings where order_id = ?"#,
        order.0,
    )
    .fetch_optional(&store.readers)
    .await
    .map_err(failed("read a rating"))
}
