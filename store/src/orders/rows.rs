//! Rows of orders and their lines, and the orders that they make.

use crate::json::{corrupt, json};
use domain::{
    ShopClock, Timestamp,
    handover::Handover,
    language::Localized,
    menu::ItemId,
    money::Money,
    orders::{Customer, Handled, Moment, Order, OrderId, OrderLine},
};
use sqlx::SqliteConnection;
use std::collections::HashMap;

/// The orders that were placed with those keys, by key.
pub(crate) async fn placed_before<'a>(
    db: &mut SqliteConnection,
    clock: &dyn ShopClock,
    request_ids: impl IntoIterator<Item = &'a str>,
) -> Result<HashMap<String, Order>, sqlx::Error> {
    let request_ids = json(&request_ids.into_iter().collect::<Vec<_>>())?;
    let rows = sqlx::query!(
        r"
        select id, request_id from orders
        where request_id in (select value from json_each(?))
        order by id desc
        ",
        request_ids,
    )
    .fetch_all(&mut *db)
    .await?;
    if rows.is_empty() {
        return Ok(HashMap::new());
    }
    let ids: Vec<_> = rows.iter().map(|row| row.id).collect();
    let orders = load(db, clock, &ids).await?;
    Ok(rows
        .into_iter()
        .map(|row| row.request_id)
        .zip(orders)
        .collect())
}

/// The orders of those identities, newest first.
pub(crate) async fn load(
    db: &mut SqliteConnection,
    clock: &dyn ShopClock,
    ids: &[i64],
) -> Result<Vec<Order>, sqlx::Error> {
    let ids = json(&ids)?;
    let mut lines = load_lines(&mut *db, &ids).await?;
    let rows = sqlx::query_as!(
        OrderRow,
        r#"
        select
            orders.id, token, number as "number: u32", status, version as "version: u32",
            currency, total, customer_name, customer_phone, note, placed_at, day,
            handler.name as "handled_by?", handled_at, undo is not null as "can_undo!: bool",
            promised_at, reason, payment, refunded, taker.name as "taken_by?",
            hurried_at,
            way, table_name, address, wanted_at
        from orders
        left join users as handler on handler.id = orders.handled_by
        left join users as taker on taker.id = orders.taken_by
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
            row.into_order(clock, lines)
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
    can_undo: bool,
    promised_at: Option<i64>,
    reason: Option<String>,
    payment: Option<String>,
    refunded: i64,
    taken_by: Option<String>,
    hurried_at: Option<i64>,
    way: String,
    table_name: String,
    address: String,
    wanted_at: Option<i64>,
}

impl OrderRow {
    fn into_order(
        self,
        clock: &dyn ShopClock,
        lines: Vec<OrderLine>,
    ) -> Result<Order, sqlx::Error> {
        let placed_at = Timestamp::from_millis(self.placed_at);
        let handled_at = self.handled_at.map(Timestamp::from_millis);
        let promised_at = self.promised_at.map(Timestamp::from_millis);
        let hurried_at = self.hurried_at.map(Timestamp::from_millis);
        let wanted_at = self.wanted_at.map(Timestamp::from_millis);
        let reason = self.reason.map(|reason| serde_json::from_str(&reason));
        let payment = self.payment.map(|payment| payment.parse());
        Ok(Order {
            id: OrderId(self.id),
            token: self.token,
            number: self.number,
            status: self.status.parse().map_err(corrupt)?,
            version: self.version,
            currency: self.currency.parse().map_err(corrupt)?,
            total: Money::from_minor(self.total),
            customer: Customer {
                name: self.customer_name,
                phone: self.customer_phone,
            },
            note: self.note,
            handover: Handover {
                way: self.way.parse().map_err(corrupt)?,
                table: self.table_name,
                address: self.address,
            },
            wanted: wanted_at.map(|at| Moment::at(at, clock)),
            lines,
            placed_at,
            placed_time: clock.time(placed_at),
            day: self.day,
            handled: self
                .handled_by
                .zip(handled_at)
                .map(|(by, at)| Handled::new(by, at, clock)),
            can_undo: self.can_undo,
            promised: promised_at.map(|at| Moment::at(at, clock)),
            reason: reason.transpose().map_err(corrupt)?,
            payment: payment.transpose().map_err(corrupt)?,
            refunded: Money::from_minor(self.refunded),
            taken_by: self.taken_by,
            hurried: hurried_at.map(|at| Moment::at(at, clock)),
        })
    }
}

async fn load_lines(
    db: &mut SqliteConnection,
    order_ids: &str,
) -> Result<HashMap<i64, Vec<OrderLine>>, sqlx::Error> {
    let rows = sqlx::query!(
        r#"
        select order_id, item_id, name_zh, name_en, quantity as "quantity: u32", price, options
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
            options: serde_json::from_str(&row.options).map_err(corrupt)?,
        });
    }
    Ok(lines)
}
