//! The port through which carts are kept.

use crate::{Timestamp, Unavailable, carts::CartKey};
use async_trait::async_trait;

/// What customers have put together and not ordered yet.
#[async_trait]
pub trait Carts: Send + Sync {
    /// What was kept under that key: a form as a browser sends it.
    async fn cart(&self, key: &CartKey) -> Result<Option<String>, Unavailable>;

    /// Keeps a form under a key, in the place of what was there.
    async fn keep_cart(&self, key: &CartKey, form: String) -> Result<(), Unavailable>;

    /// Forgets what is kept under a key.
    async fn drop_cart(&self, key: &CartKey) -> Result<(), Unavailable>;

    /// Forgets all carts that were not touched since then.
    async fn drop_old_carts(&self, before: Timestamp) -> Result<(), Unavailable>;
}
