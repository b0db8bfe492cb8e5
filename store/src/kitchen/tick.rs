//! Ticking a line off, or back.

use crate::{
    json::corrupt,
    log, orders,
    writer::{Failure, Write},
};
use domain::{
    events::Event,
    kitchen::{KnownLine, LineTick, LineTicked, TickError},
    users::User,
};

/// Does what [`domain::ports::Kitchen::tick_line`] says.
pub(super) async fn tick(
    write: &mut Write<'_>,
    tick: LineTick,
    by: User,
) -> Result<(), Failure<TickError>> {
    let known = known(write, tick).await?;
    if !tick.decide(known).map_err(Failure::Refused)? {
        return Ok(());
    }
    let now = write.context.clock.now();
    let at = now.millis();
    if tick.done {
        sqlx::query!(
            "insert into line_ticks (order_id, line, user_id, at) values (?, ?, ?, ?)",
            tick.order.0,
            tick.line,
            by.id.0,
            at,
        )
        .execute(&mut *write.db)
        .await?;
    } else {
        sqlx::query!(
            "delete from line_ticks where order_id = ? and line = ?",
            tick.order.0,
            tick.line,
        )
        .execute(&mut *write.db)
        .await?;
    }
    let event = Event::Line(LineTicked {
        order: tick.order,
        line: tick.line,
        done: tick.done,
        by: by.name,
        at: now,
    });
    let event = event.encode(None).map_err(corrupt)?;
    log::append(write, vec![event], now).await?;
    Ok(())
}

/// The line, as it is now.
async fn known(write: &mut Write<'_>, tick: LineTick) -> Result<KnownLine, Failure<TickError>> {
    let not_found = || Failure::Refused(TickError::NotFound);
    let is_done = sqlx::query_scalar!(
        r#"
        select exists (
            select 1 from line_ticks as ticks
            where ticks.order_id = lines.order_id and ticks.line = lines.position
        ) as "is_done!: bool"
        from order_lines as lines where order_id = ? and position = ?
        "#,
        tick.order.0,
        tick.line,
    )
    .fetch_optional(&mut *write.db)
    .await?
    .ok_or_else(not_found)?;
    let clock = &*write.context.clock;
    let order = orders::load(&mut *write.db, clock, &[tick.order.0]).await?;
    let order = order.into_iter().next().ok_or_else(not_found)?;
    Ok(KnownLine {
        status: order.status,
        handled: order.handled,
        is_done,
    })
}
