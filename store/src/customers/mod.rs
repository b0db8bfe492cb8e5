//! What customers say of orders, and what the shop says to them.

mod notes;
mod rating;

use crate::{SqliteStore, diagnostics::failed, orders};
use async_trait::async_trait;
use domain::{
    Unavailable,
    orders::{CustomerNote, NewNote, NoteError, OrderId, RateError, Rating},
    ports::CustomerOrders,
    users::User,
};

#[async_trait]
impl CustomerOrders for SqliteStore {
    async fn rate(&self, token: String, rating: Rating) -> Result<(), RateError> {
        self.write("keep a rating", |write| {
            Box::pin(rating::keep(write, token, rating))
        })
        .await
    }

    async fn ratings(&self, orders: &[OrderId]) -> Result<Vec<(OrderId, Rating)>, Unavailable> {
        rating::read(self, orders).await
    }

    async fn write_to_customer(
        &self,
        order: OrderId,
        note: NewNote,
        by: &User,
    ) -> Result<(), NoteError> {
        let by = by.clone();
        self.write("write to a customer", move |write| {
            Box::pin(notes::keep(write, order, note, by))
        })
        .await
    }

    async fn customer_notes(&self, order: OrderId) -> Result<Vec<CustomerNote>, Unavailable> {
        notes::read(self, order).await
    }

    async fn order_id(&self, token: &str) -> Result<Option<OrderId>, Unavailable> {
        let failed = failed("look for an order by its token");
        let mut db = self.readers.acquire().await.map_err(&failed)?;
        let id = orders::id_of(&mut db, token).await.map_err(&failed)?;
        Ok(id.map(OrderId))
    }

    async fn find_token(
        &self,
        number: u32,
        phone: &str,
        days: [&str; 2],
    ) -> Result<Option<String>, Unavailable> {
        let [today, before] = days;
        let found = sqlx::query_scalar!(
            r"
            select token from orders
            where number = ? and customer_phone = ? and customer_phone <> '' and day in (?, ?)
            order by id desc
            limit 1
            ",
            number,
            phone,
            today,
            before,
        )
        .fetch_optional(&self.readers)
        .await;
        found.map_err(failed("look for an order"))
    }
}
