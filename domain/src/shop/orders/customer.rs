//! What customers read of their orders, and do about them, by the token alone; and what the
//! shop says to them.

use crate::{
    Unavailable,
    orders::{
        ChangeError, CustomerCancel, CustomerNote, HurryError, LookUpError, NewNote, NoteError,
        Order, OrderId, OrderStory, RateError, Rating,
    },
    policy::{Action, Actor},
    shop::{ReadError, Shop},
    text,
    users::User,
};
use std::net::IpAddr;

impl Shop {
    /// The order of that token as its customer sees it, and when it came where.
    ///
    /// # Errors
    /// The store did not answer.
    pub async fn order_story(&self, token: &str) -> Result<Option<OrderStory>, Unavailable> {
        let Some(id) = self.store.order_id(token).await? else {
            return Ok(None);
        };
        let Some((order, history)) = self.store.order_history(id).await? else {
            return Ok(None);
        };
        let notes = self.store.customer_notes(order.id).await?;
        let mut ratings = self.store.ratings(&[order.id]).await?;
        let rating = ratings.pop().map(|(_, rating)| rating);
        let story = OrderStory::new(order, &history, &*self.clock);
        Ok(Some(story.with_words(notes, rating, &*self.clock)))
    }

    /// Calls an order off that nobody of the shop has answered, as its customer.
    ///
    /// # Errors
    /// See [`CustomerCancel::decide`]; or there is no such order, or the store did not answer.
    pub async fn cancel_order(&self, cancel: CustomerCancel) -> Result<Order, ChangeError> {
        let order = self.store.cancel(cancel).await?;
        Ok(order.for_customer())
    }

    /// Asks the shop where an order stays, as its customer.
    ///
    /// # Errors
    /// See [`HurryError`].
    pub async fn hurry_order(&self, token: String) -> Result<Order, HurryError> {
        let order = self.store.hurry(token).await?;
        Ok(order.for_customer())
    }

    /// Says how a finished order was, as its customer; once.
    ///
    /// # Errors
    /// See [`RateError`].
    pub async fn rate_order(&self, token: String, rating: Rating) -> Result<(), RateError> {
        self.store.rate(token, rating).await
    }

    /// The token of the order of that number and phone, of today or yesterday. What is no
    /// number or no phone leads to no order, either.
    ///
    /// # Errors
    /// It was tried too often from there or for that number, or the store did not answer.
    pub async fn find_order(
        &self,
        number: &str,
        phone: &str,
        from: Option<IpAddr>,
    ) -> Result<Option<String>, LookUpError> {
        let number = number.trim().trim_start_matches(['#', '＃']).parse();
        let (Ok(number), Ok(phone)) = (number, text::phone(phone)) else {
            return Ok(None);
        };
        self.limits.look_ups.admit(from, number)?;
        let now = self.clock.now();
        let (today, before) = (self.clock.day(now), self.clock.day(now.minus_days(1)));
        let found = self.store.find_token(number, &phone, [&today, &before]);
        Ok(found.await?)
    }

    /// Writes to the customer of an order that is not over. The same text again with the same
    /// `key` writes nothing.
    ///
    /// # Errors
    /// See [`NoteError`].
    pub async fn write_to_customer(
        &self,
        order: OrderId,
        text: &str,
        key: Option<&str>,
        by: &User,
    ) -> Result<(), NoteError> {
        Actor::from(by).check(Action::ChangeOrders)?;
        let note = NewNote::parse(text, key)?;
        self.store.write_to_customer(order, note, by).await
    }

    /// What the shop wrote to the customer of an order, oldest first.
    ///
    /// # Errors
    /// See [`ReadError`].
    pub async fn customer_notes(
        &self,
        order: OrderId,
        by: &User,
    ) -> Result<Vec<CustomerNote>, ReadError> {
        Actor::from(by).check(Action::ReadOrders)?;
        Ok(self.store.customer_notes(order).await?)
    }

    /// How customers found those of the orders of which they said it.
    ///
    /// # Errors
    /// See [`ReadError`].
    pub async fn ratings(
        &self,
        orders: &[OrderId],
        by: &User,
    ) -> Result<Vec<(OrderId, Rating)>, ReadError> {
        Actor::from(by).check(Action::ReadOrders)?;
        Ok(self.store.ratings(orders).await?)
    }
}
