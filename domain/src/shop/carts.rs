//! Keeping what a customer has put together, until it is ordered.

use super::Shop;
use crate::{
    Unavailable,
    carts::{CART_DAYS, CartKey, MAX_CART},
    orders::Order,
};

/// What there is under the key of a cart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CartNow {
    /// Nothing yet.
    Empty,
    /// What was put together: a form as a browser sends it.
    Kept(String),
    /// It was ordered.
    Ordered(Box<Order>),
}

impl Shop {
    /// What there is under the key of a cart. Whoever has lost the answer to an order finds
    /// here what became of it.
    ///
    /// # Errors
    /// The store did not answer.
    pub async fn cart(&self, key: &CartKey) -> Result<CartNow, Unavailable> {
        if let Some(order) = self.store.placed_before(key.as_str()).await? {
            return Ok(CartNow::Ordered(Box::new(order)));
        }
        let kept = self.store.cart(key).await?;
        Ok(kept.map_or(CartNow::Empty, CartNow::Kept))
    }

    /// Keeps what a customer has put together. A form of more than [`MAX_CART`] bytes is not
    /// kept: it stays on its page, and the order is refused for what is too long in it.
    ///
    /// # Errors
    /// The store did not take it.
    pub async fn keep_cart(&self, key: &CartKey, form: String) -> Result<(), Unavailable> {
        match form.len() > MAX_CART {
            true => Ok(()),
            false => self.store.keep_cart(key, form).await,
        }
    }

    /// Forgets what was put together, for it was ordered.
    ///
    /// # Errors
    /// The store did not answer: then it goes with its age.
    pub async fn drop_cart(&self, key: &CartKey) -> Result<(), Unavailable> {
        self.store.drop_cart(key).await
    }

    /// Forgets carts that nobody has touched for [`CART_DAYS`].
    ///
    /// # Errors
    /// The store did not answer.
    pub async fn drop_old_carts(&self) -> Result<(), Unavailable> {
        let before = self.clock.now().minus_days(CART_DAYS);
        self.store.drop_old_carts(before).await
    }
}
