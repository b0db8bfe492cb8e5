//! Orders: placing them, moving them on, reading them.

mod cancel;
mod change;
mod edit;
mod forget;
mod history;
mod hurry;
mod new_rows;
mod place;
mod read;
mod rows;
mod search;

pub(crate) use forget::forget_customers;
pub(crate) use read::id_of;
pub(crate) use rows::load;

use crate::{
    SqliteStore, crash,
    metrics::{METRICS, OrderOutcome},
};
use async_trait::async_trait;
use domain::{
    Unavailable,
    orders::{
        ChangeError, CustomerCancel, HistoryEntry, HurryError, NewOrder, Order, OrderChange,
        OrderEdit, OrderId, OrdersSnapshot, PlaceError, Placed,
    },
    ports::Orders,
    users::User,
};
use place::PlaceOrders;
use tokio::sync::oneshot;

#[async_trait]
impl Orders for SqliteStore {
    async fn place(&self, order: NewOrder, token: String) -> Result<Placed, PlaceError> {
        crash::point("received");
        let (reply, answer) = oneshot::channel();
        let job = PlaceOrders::new(order, token, reply);
        let placed = self.submit(place::OPERATION, Box::new(job), answer).await;
        let outcome = match &placed {
            Ok(Placed::New(_)) => OrderOutcome::Placed,
            Ok(Placed::Before(_)) => OrderOutcome::Repeated,
            Err(PlaceError::Invalid(_) | PlaceError::TooMany(_) | PlaceError::Closed(_)) => {
                OrderOutcome::Refused
            }
            Err(PlaceError::Unavailable(_)) => OrderOutcome::Failed,
        };
        METRICS.orders.of(outcome).inc();
        crash::point("answering");
        placed
    }

    async fn change(&self, change: OrderChange, by: &User) -> Result<Order, ChangeError> {
        let by = by.clone();
        self.write("change an order", |write| {
            Box::pin(change::change(write, change, by))
        })
        .await
    }

    async fn edit(&self, edit: OrderEdit, by: &User) -> Result<Order, ChangeError> {
        let by = by.clone();
        self.write("edit an order", |write| {
            Box::pin(edit::edit(write, edit, by))
        })
        .await
    }

    async fn cancel(&self, cancel: CustomerCancel) -> Result<Order, ChangeError> {
        self.write("cancel an order for its customer", |write| {
            Box::pin(cancel::cancel(write, cancel))
        })
        .await
    }

    async fn hurry(&self, token: String) -> Result<Order, HurryError> {
        self.write("note that a customer asks for an order", |write| {
            Box::pin(hurry::hurry(write, token))
        })
        .await
    }

    async fn placed_before(&self, request_id: &str) -> Result<Option<Order>, Unavailable> {
        read::placed_before(self, request_id).await
    }

    async fn order(&self, token: &str) -> Result<Option<Order>, Unavailable> {
        read::by_token(self, token).await
    }

    async fn order_history(
        &self,
        order: OrderId,
    ) -> Result<Option<(Order, Vec<HistoryEntry>)>, Unavailable> {
        history::read(self, order).await
    }

    async fn earlier_orders(&self, order: &Order, limit: u32) -> Result<Vec<Order>, Unavailable> {
        history::earlier(self, order, limit).await
    }

    async fn orders_before(
        &self,
        before: Option<OrderId>,
        limit: u32,
    ) -> Result<Vec<Order>, Unavailable> {
        read::before(self, before, limit).await
    }

    async fn snapshot(&self) -> Result<OrdersSnapshot, Unavailable> {
        read::snapshot(self).await
    }
}
