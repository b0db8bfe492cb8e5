//! The port through which it is kept what the kitchen has made.

use crate::{
    Unavailable,
    kitchen::{KitchenNow, LineTick, TickError},
    users::User,
};
use async_trait::async_trait;

/// What is to be made, and what of it is made.
#[async_trait]
pub trait Kitchen: Send + Sync {
    /// What there is to do, all of one moment.
    async fn kitchen(&self) -> Result<KitchenNow, Unavailable>;

    /// Keeps what [`LineTick::decide`] says, and the event that tells of it, or neither.
    async fn tick_line(&self, tick: LineTick, by: &User) -> Result<(), TickError>;
}
