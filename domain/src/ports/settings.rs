//! The port through which settings are kept.

use crate::{
    Unavailable,
    audit::{AuditAction, Author},
    settings::{SettingsError, ShopSettings},
};
use async_trait::async_trait;

/// The settings of the shop.
#[async_trait]
pub trait SettingsStore: Send + Sync {
    /// The settings; `None` where nothing was set yet.
    async fn settings(&self) -> Result<Option<ShopSettings>, Unavailable>;

    /// Keeps settings where those that are kept still have their version, notes that
    /// action and who did it, and tells it: all or nothing. A currency is not changed once there is an order.
    /// Gives the settings as they are kept.
    async fn save_settings(
        &self,
        settings: ShopSettings,
        action: AuditAction,
        by: Author,
    ) -> Result<ShopSettings, SettingsError>;
}
