//! The use cases: what customers and administrators can do. Each asks
//! [`crate::policy`] who may.

mod messages;
mod orders;
mod sessions;
mod users;

pub use messages::ReceiptsError;
pub use orders::ReadOrdersError;
pub use sessions::{SESSION_SECONDS, SignedIn};

use crate::{
    clock::ShopClock,
    ports::{OrderLimit, Secrets, SignInLimit, Store},
};
use std::sync::Arc;

/// A shop: everything that can be done in it, over whatever keeps it.
#[derive(Clone)]
pub struct Shop {
    /// What keeps it. Reading needs no rule, so readers go here directly.
    pub store: Arc<dyn Store>,
    /// Its clock.
    pub clock: Arc<dyn ShopClock>,
    secrets: Arc<dyn Secrets>,
    limit: Arc<dyn OrderLimit>,
    sign_in_limit: Arc<dyn SignInLimit>,
}

impl Shop {
    /// A shop over a store, a clock, secrets, and limits of orders and of sign-ins.
    pub fn new(
        store: Arc<dyn Store>,
        clock: Arc<dyn ShopClock>,
        secrets: Arc<dyn Secrets>,
        limit: Arc<dyn OrderLimit>,
        sign_in_limit: Arc<dyn SignInLimit>,
    ) -> Self {
        Self {
            store,
            clock,
            secrets,
            limit,
            sign_in_limit,
        }
    }

    /// A key for a form: whoever sends the form twice sends it once.
    pub fn request_key(&self) -> String {
        self.secrets.token()
    }
}
