//! What is to be made, and ticking it off.

use crate::{
    kitchen::{KitchenNow, LineTick, TickError},
    policy::{Action, Actor},
    shop::{ReadError, Shop},
    users::User,
};

impl Shop {
    /// What there is to do in the kitchen.
    ///
    /// # Errors
    /// See [`ReadError`].
    pub async fn kitchen(&self, by: &User) -> Result<KitchenNow, ReadError> {
        Actor::from(by).check(Action::ReadOrders)?;
        Ok(self.store.kitchen().await?)
    }

    /// Ticks a line of an order off, or back. Twice is once.
    ///
    /// # Errors
    /// See [`TickError`].
    pub async fn tick_line(&self, tick: LineTick, by: &User) -> Result<(), TickError> {
        Actor::from(by).check(Action::ChangeOrders)?;
        self.store.tick_line(tick, by).await
    }
}
