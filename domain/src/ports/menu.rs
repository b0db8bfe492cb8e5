//! The port through which the menu is kept.

use crate::{
    Unavailable,
    menu::{Item, NewCategory},
};
use async_trait::async_trait;

/// The menu.
#[async_trait]
pub trait Menu: Send + Sync {
    /// The menu, by category, in the shop's order.
    async fn menu(&self) -> Result<Vec<Item>, Unavailable>;

    /// Fills the menu, if it is empty; says whether it was.
    async fn fill_menu(&self, categories: Vec<NewCategory>) -> Result<bool, Unavailable>;
}
