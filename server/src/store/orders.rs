//! Orders: reading them, and changing their status.

use super::{
    SqliteStore,
    append::{self, NewEvent},
    events::{self, json},
    order_rows as rows,
    place::Wanted,
    unavailable,
    write::{Failure, Outcome, Write},
    writer::Terms,
};
use crate::metrics::METRICS;
use async_trait::async_trait;
use domain::{
    cursor::Seq,
    event::{Audience, EventName, OrderChanged, Progress},
    menu::Item,
    new_order::NewOrder,
    order::{Order, OrderId, Placed, StatusChange},
    ports::{ChangeError, Desk, Orders, PlaceError, Unavailable},
    status::OrderStatus,
    time::Timestamp,
    user::User,
};
use sqlx::SqliteConnection;

/// The most orders that the back office shows.
const DESK: i64 = 500;

#[async_trait]
impl Orders for SqliteStore {
    async fn menu(&self) -> Result<Vec<Item>, Unavailable> {
        self.read_menu().await
    }

    async fn place(&self, order: NewOrder, token: String) -> Result<Placed, PlaceError> {
        let placed = self.write(|reply| {
            Write::Place(vec![Wanted {
                order,
                token,
                reply,
            }])
        });
        let placed = placed.await;
        let outcome = match &placed {
            Ok(Placed::New(_)) => "placed",
            Ok(Placed::Before(_)) => "repeated",
            Err(PlaceError::Unavailable(_)) => "failed",
            Err(_) => "refused",
        };
        METRICS.orders.with_label_values(&[outcome]).inc();
        placed
    }

    async fn change(&self, change: StatusChange, by: &User) -> Result<Order, ChangeError> {
        let by = by.clone();
        self.write(|reply| Write::Change(change, by, reply)).await
    }

    async fn placed_before(&self, request_id: &str) -> Result<Option<Order>, Unavailable> {
        let mut db = self.readers.begin().await.map_err(unavailable)?;
        let before = rows::placed_before(&mut db, &*self.calendar, [request_id]).await;
        Ok(before.map_err(unavailable)?.remove(request_id))
    }

    async fn order(&self, token: &str) -> Result<Option<Order>, Unavailable> {
        let mut db = self.readers.begin().await.map_err(unavailable)?;
        let id = sqlx::query_scalar!("select id from orders where token = ?", token)
            .fetch_optional(&mut *db)
            .await
            .map_err(unavailable)?;
        let orders = rows::load(&mut db, &*self.calendar, id.as_slice()).await;
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
        rows::load(&mut db, &*self.calendar, &ids)
            .await
            .map_err(unavailable)
    }

    async fn desk(&self) -> Result<Desk, Unavailable> {
        let today = self.calendar.day(self.calendar.now());
        // One transaction, so that orders and cursor are of one moment.
        let mut db = self.readers.begin().await.map_err(unavailable)?;
        let rows = sqlx::query!(
            r#"
            select id, announced
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
        let orders = rows::load(&mut db, &*self.calendar, &ids)
            .await
            .map_err(unavailable)?;
        let seq = events::head(&mut *db).await.map_err(unavailable)?;
        Ok(Desk {
            orders: rows
                .iter()
                .map(|row| self.hub.cursor(Seq(row.announced)))
                .zip(orders)
                .collect(),
            cursor: self.hub.cursor(seq),
        })
    }
}

/// Compare and set: whoever saw an older version is told who was faster.
pub(super) async fn change(
    db: &mut SqliteConnection,
    terms: &Terms,
    change: StatusChange,
    by: &User,
) -> Outcome<Order, ChangeError> {
    let found = rows::load(&mut *db, &*terms.calendar, &[change.order.0])
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
        handled: Some(rows::handled(&*terms.calendar, by.name.clone(), at)),
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
        data: json(&told)?,
        progress: Some(Progress {
            order: told.order.id,
            data: json(&told.clone().for_customer())?,
            last: change.to.is_final(),
        }),
        expires_at: None,
    };
    let event = append::append(db, event, at).await?;
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
