//! The traits through which the domain reaches the outside.

mod audit;
mod channels;
mod customers;
mod kitchen;
mod limits;
mod maintenance;
mod menu;
mod messages;
mod open_streams;
mod orders;
mod photos;
mod secrets;
mod settings;
mod sums;
mod users;
mod web_push;

pub use audit::{Audit, AuditFilter};
pub use channels::{AlertQueue, AlertSender, Channels, DeviceAlerts, NoSender};
pub use customers::{Carts, CustomerOrders};
pub use kitchen::{Board, Kitchen};
pub use limits::{Limits, LookUpLimit};
pub use maintenance::{Forgotten, Maintenance, Pruned, Retention};
pub use menu::Menu;
pub use messages::{MessageTemplates, Messages, Notices, ReceiptLog};
pub use open_streams::{NoStreams, OpenStreams};
pub use orders::{OrderLimit, OrderSearch, OrderViews, Orders};
pub use photos::{NoPhotos, PhotoError, Photos};
pub use secrets::Secrets;
pub use settings::SettingsStore;
pub use sums::Sums;
pub use users::{ApiKeys, Invites, Sessions, SignInLimit, SignInTry, UserKey, Users};
pub use web_push::{NoWebPush, PushSubscriptions, WebPush};

/// All that is kept.
pub trait Store:
    Orders
    + Carts
    + CustomerOrders
    + OrderSearch
    + OrderViews
    + Kitchen
    + Board
    + Menu
    + Messages
    + MessageTemplates
    + Notices
    + ReceiptLog
    + Users
    + Invites
    + Sessions
    + ApiKeys
    + PushSubscriptions
    + Audit
    + SettingsStore
    + Channels
    + AlertQueue
    + DeviceAlerts
    + Sums
    + Maintenance
{
}

impl<T> Store for T where
    T: Orders
        + Carts
        + CustomerOrders
        + OrderSearch
        + OrderViews
        + Kitchen
        + Board
        + Menu
        + Messages
        + MessageTemplates
        + Notices
        + ReceiptLog
        + Users
        + Invites
        + Sessions
        + ApiKeys
        + PushSubscriptions
        + Audit
        + SettingsStore
        + Channels
        + AlertQueue
        + DeviceAlerts
        + Sums
        + Maintenance
{
}
