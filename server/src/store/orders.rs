//! Orders: reading them, and changing their status.

use super::{
    SqliteStore,
    events::{self, NewEvent},
    unavailable,
    write::{Failure, Outcome, Write},
    writer::Terms,
};
use async_trait::async_trait;
use domain::{
    cursor::{Cursor, Seq},
    event::{Audience, EventName, OrderChanged},
    language::Localized,
    menu::{Item, ItemId},
    money::Money,
    new_order::NewOrder,
    order::{Customer, Handled, Order, OrderId, OrderLine, Placed, StatusChange},
    ports::{Calendar, ChangeError, Desk, Orders, PlaceError, Unavailable},
    status::OrderStatus,
    time::Timestamp,
    user::User,
};
use sqlx::SqliteConnection;
use std::collections::HashMap;

/// The most orders that the back office shows.
const DESK: i64 = 500;

#[async_trait]
impl Orders for SqliteStore {
    async fn menu(&self) -> Result<Vec<Item>, Unavailable> {
        self.read_menu().await
    }

    async fn place(&self, order: NewOrder, token: String) -> Result<Placed, PlaceError> {
        self.write(|reply| Write::Place(order, token, reply)).await
    }

    async fn change(&self, change: StatusChange, by: &User) -> Result<Order, ChangeError> {
        let by = by.clone();
        self.write(|reply| Write::Change(change, by, reply)).await
    }

    async fn order(&self, token: &str) -> Result<Option<Order>, Unavailable> {
        let mut db = self.readers.begin().await.map_err(unavailable)?;
        let id = sqlx::query_scalar!("select id from orders where token = ?", token)
            .fetch_optional(&mut *db)
            .await
            .map_err(unavailable)?;
        let orders = load(&mut db, &*self.calendar, id.as_slice()).await;
        Ok(orders.map_err(unavailable)?.pop())
    }

    async fn orders_before(
        &self,
        before: Option<OrderId>,
        limit: u32,
    ) -> Result<Vec<Order>, Unavailable> {
        let mut db = self.readers.begin().await.map_err(unavailable)?;
        let before = before.map_or(i64::MAX, |id| id.0);
        let ids = sqlx::query_scalar!(
            "select id from orders where id < ? order by id desc limit ?",
            before,
            limit,
        )
        .fetch_all(&mut *db)
        .await
        .map_err(unavailable)?;
        load(&mut db, &*self.calendar, &ids)
            .await
            .map_err(unavailable)
    }

    async fn desk(&self) -> Result<Desk, Unavailable> {
        let today = self.calendar.day(self.calendar.now());
        // One transaction, so that orders and cursor are of one moment.
        let mut db = self.readers.begin().await.map_err(unavailable)?;
        let rows = sqlx::query!(
            r#"
            select
                id,
                (select min(seq) from events where order_id = orders.id) as "seq!: i64"
            from orders
            where day = ?1 or status in ('placed', 'accepted', 'preparing', 'ready')
            order by id desc
            limit ?2
            "#,
            today,
            DESK,
        )
        .fetch_all(&mut *db)
        .await
        .map_err(unavailable)?;
        let ids: Vec<i64> = rows.iter().map(|row| row.id).collect();
        let orders = load(&mut db, &*self.calendar, &ids)
            .await
            .map_err(unavailable)?;
        let seq = events::head(&mut *db).await.map_err(unavailable)?;
        Ok(Desk {
            orders: rows.iter().map(|row| Seq(row.seq)).zip(orders).collect(),
            cursor: Cursor {
                epoch: self.epoch,
                seq,
            },
        })
    }
}

/// The orders of those identities, newest first.
pub(super) async fn load(
    db: &mut SqliteConnection,
    calendar: &dyn Calendar,
    ids: &[i64],
) -> Result<Vec<Order>, sqlx::Error> {
    let ids = events::json(&ids)?;
    let mut lines = load_lines(&mut *db, &ids).await?;
    let rows = sqlx::query_as!(
        OrderRow,
        r#"
        select
            orders.id, token, number as "number: u32", status, version as "version: u32",
            currency, total, customer_name, customer_phone, note, placed_at, day,
            users.name as "handled_by?", handled_at
        from orders
        left join users on users.id = orders.handled_by
        where orders.id in (select value from json_each(?))
        order by orders.id desc
        "#,
        ids,
    )
    .fetch_all(db)
    .await?;
    rows.into_iter()
        .map(|row| {
            let lines = lines.remove(&row.id).unwrap_or_default();
            row.into_order(calendar, lines)
        })
        .collect()
}

/// A row of the orders, as the query above gives it.
struct OrderRow {
    id: i64,
    token: String,
    number: u32,
    status: String,
    version: u32,
    currency: String,
    total: i64,
    customer_name: String,
    customer_phone: String,
    note: String,
    placed_at: i64,
    day: String,
    handled_by: Option<String>,
    handled_at: Option<i64>,
}

impl OrderRow {
    fn into_order(
        self,
        calendar: &dyn Calendar,
        lines: Vec<OrderLine>,
    ) -> Result<Order, sqlx::Error> {
        let placed_at = Timestamp::from_millis(self.placed_at);
        let handled_at = self.handled_at.map(Timestamp::from_millis);
        Ok(Order {
            id: OrderId(self.id),
            token: self.token,
            number: self.number,
            status: self.status.parse().map_err(events::corrupt)?,
            version: self.version,
            currency: self.currency.parse().map_err(events::corrupt)?,
            total: Money::from_minor(self.total),
            customer: Customer {
                name: self.customer_name,
                phone: self.customer_phone,
            },
            note: self.note,
            lines,
            placed_at,
            placed_time: calendar.time(placed_at),
            day: self.day,
            handled: self
                .handled_by
                .zip(handled_at)
                .map(|(by, at)| handled(calendar, by, at)),
        })
    }
}

fn handled(calendar: &dyn Calendar, by: String, at: Timestamp) -> Handled {
    Handled {
        by,
        at,
        time: calendar.time(at),
    }
}

async fn load_lines(
    db: &mut SqliteConnection,
    order_ids: &str,
) -> Result<HashMap<i64, Vec<OrderLine>>, sqlx::Error> {
    let rows = sqlx::query!(
        r#"
        select order_id, item_id, name_zh, name_en, quantity as "quantity: u32", price
        from order_lines
        where order_id in (select value from json_each(?))
        order by order_id, position
        "#,
        order_ids,
    )
    .fetch_all(db)
    .await?;
    let mut lines: HashMap<i64, Vec<OrderLine>> = HashMap::new();
    for row in rows {
        lines.entry(row.order_id).or_default().push(OrderLine {
            item: ItemId(row.item_id),
            name: Localized {
                zh: row.name_zh,
                en: row.name_en,
            },
            quantity: row.quantity,
            price: Money::from_minor(row.price),
        });
    }
    Ok(lines)
}

/// Compare and set: whoever saw an older version is told who was faster.
pub(super) async fn change(
    db: &mut SqliteConnection,
    terms: &Terms,
    change: StatusChange,
    by: &User,
) -> Outcome<Order, ChangeError> {
    let found = load(&mut *db, &*terms.calendar, &[change.order.0])
        .await?
        .pop();
    let order = found.ok_or(Failure::Refused(ChangeError::NotFound))?;
    let from = order.status;
    if order.version != change.version {
        let handled = order.handled;
        return Err(Failure::Refused(ChangeError::Conflict {
            status: from,
            handled,
        }));
    }
    if !from.can_become(change.to) {
        return Err(Failure::Refused(ChangeError::NotAllowed {
            from,
            to: change.to,
        }));
    }
    let at = terms.calendar.now();
    let order = Order {
        status: change.to,
        version: order.version + 1,
        handled: Some(handled(&*terms.calendar, by.name.clone(), at)),
        ..order
    };
    update(&mut *db, &order, by, at).await?;
    let told = OrderChanged {
        order,
        from,
        to: change.to,
        by: by.name.clone(),
        at,
    };
    let event = NewEvent {
        name: match change.to {
            OrderStatus::Finished => EventName::Finish,
            _ => EventName::Change,
        },
        audience: Audience::Admins,
        data: &told,
        progress: Some((
            told.order.id,
            &told.clone().for_customer(),
            change.to.is_final(),
        )),
        expires_at: None,
    };
    let event = events::insert(db, event, at).await?;
    Ok((told.order, Some(event)))
}

async fn update(
    db: &mut SqliteConnection,
    order: &Order,
    by: &User,
    at: Timestamp,
) -> Result<(), sqlx::Error> {
    let (status, at) = (order.status.as_str(), at.millis());
    sqlx::query!(
        "update orders set status = ?, version = ?, handled_by = ?, handled_at = ? where id = ?",
        status,
        order.version,
        by.id.0,
        at,
        order.id.0,
    )
    .execute(db)
    .await?;
    Ok(())
}
