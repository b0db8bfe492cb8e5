//! Placing an order: the order, its lines, the stock and the event, or nothing.

use super::{
    events::{self, NewEvent},
    menu, order_rows,
    write::{Failure, Outcome},
    writer::Terms,
};
use crate::crash;
use domain::{
    event::{Audience, EventName},
    menu::{Item, ItemId},
    new_order::{NewOrder, Priced},
    order::{Order, OrderId, OrderLine, Placed},
    ports::{Calendar, PlaceError},
    status::OrderStatus,
    time::Timestamp,
};
use sqlx::SqliteConnection;
use std::collections::HashMap;

pub(super) async fn place(
    db: &mut SqliteConnection,
    terms: &Terms,
    new: NewOrder,
    token: String,
) -> Outcome<Placed, PlaceError> {
    if let Some(order) = placed_before(db, &*terms.calendar, &new.request_id).await? {
        return Ok((Placed::Before(order), None));
    }
    let items = menu::items(db, new.lines.iter().map(|line| line.item)).await?;
    let items: HashMap<ItemId, Item> = items.into_iter().map(|item| (item.id, item)).collect();
    let priced = new
        .price(|id| items.get(&id))
        .map_err(|faults| Failure::Refused(faults.into()))?;
    let order = insert(db, terms, new, priced, token).await?;
    let scarce = |line: &&OrderLine| items[&line.item].stock.is_some();
    for line in order.lines.iter().filter(scarce) {
        menu::take(db, line.item, line.quantity).await?;
    }
    crash::point("stock");
    let event = NewEvent {
        name: EventName::Order,
        audience: Audience::Admins,
        data: &order,
        progress: Some((order.id, &order.clone().for_customer(), false)),
        expires_at: None,
    };
    let event = events::insert(db, event, order.placed_at).await?;
    crash::point("event");
    Ok((Placed::New(order), Some(event)))
}

/// The order that was placed with that key.
pub(super) async fn placed_before(
    db: &mut SqliteConnection,
    calendar: &dyn Calendar,
    request_id: &str,
) -> Result<Option<Order>, sqlx::Error> {
    let id = sqlx::query_scalar!("select id from orders where request_id = ?", request_id)
        .fetch_optional(&mut *db)
        .await?;
    match id {
        Some(id) => order_rows::load(db, calendar, &[id])
            .await
            .map(|mut found| found.pop()),
        None => Ok(None),
    }
}

async fn insert(
    db: &mut SqliteConnection,
    terms: &Terms,
    new: NewOrder,
    Priced { lines, total }: Priced,
    token: String,
) -> Result<Order, sqlx::Error> {
    let placed_at = terms.calendar.now();
    let day = terms.calendar.day(placed_at);
    let row = insert_order(db, terms, &new, total.minor(), &token, &day, placed_at).await?;
    crash::point("order");
    insert_lines(db, row.id, &lines).await?;
    crash::point("lines");
    Ok(Order {
        id: OrderId(row.id),
        token,
        number: row.number,
        status: OrderStatus::Placed,
        version: 1,
        currency: terms.currency,
        total,
        customer: new.customer,
        note: new.note,
        lines,
        placed_at,
        placed_time: terms.calendar.time(placed_at),
        day,
        handled: None,
    })
}

struct InsertedOrder {
    id: i64,
    number: u32,
}

async fn insert_order(
    db: &mut SqliteConnection,
    terms: &Terms,
    new: &NewOrder,
    total: i64,
    token: &str,
    day: &str,
    placed_at: Timestamp,
) -> Result<InsertedOrder, sqlx::Error> {
    let currency = terms.currency.code();
    let placed_at = placed_at.millis();
    sqlx::query_as!(
        InsertedOrder,
        r#"
        insert into orders (
            token, request_id, day, number, status, currency, total,
            customer_name, customer_phone, note, placed_at
        )
        values (
            ?1, ?2, ?3, (select coalesce(max(number), 0) + 1 from orders where day = ?3),
            'placed', ?4, ?5, ?6, ?7, ?8, ?9
        )
        returning id, number as "number: u32"
        "#,
        token,
        new.request_id,
        day,
        currency,
        total,
        new.customer.name,
        new.customer.phone,
        new.note,
        placed_at,
    )
    .fetch_one(db)
    .await
}

/// All lines in one statement: each statement is a trip to the database's thread.
async fn insert_lines(
    db: &mut SqliteConnection,
    order: i64,
    lines: &[OrderLine],
) -> Result<(), sqlx::Error> {
    let lines = events::json(&lines)?;
    sqlx::query!(
        r#"
        insert into order_lines (order_id, position, item_id, name_zh, name_en, quantity, price)
        select
            ?1, key, value ->> 'item', value ->> '$.name.zh', value ->> '$.name.en',
            value ->> 'quantity', value ->> 'price'
        from json_each(?2)
        "#,
        order,
        lines,
    )
    .execute(db)
    .await?;
    Ok(())
}
