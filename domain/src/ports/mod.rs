//! The traits through which the domain reaches the outside.

mod api_keys;
mod audit;
mod channels;
mod kitchen;
mod maintenance;
mod menu;
mod messages;
mod open_streams;
mod orders;
mod photos;
mod secrets;
mod settings;
mod sign_in_limit;
mod users;
mod web_push;

pub use api_keys::ApiKeys;
pub use audit::{Audit, AuditFilter};
pub use channels::{AlertQueue, AlertSender, Channels, DeviceAlerts, NoSender};
pub use kitchen::{Board, Kitchen};
pub use maintenance::{Forgotten, Maintenance, Pruned, Retention};
pub use menu::Menu;
pub use messages::{MessageTemplates, Messages, Notices, ReceiptLog};
pub use open_streams::{NoStreams, OpenStreams};
pub use orders::{OrderLimit, Orders};
pub use photos::{NoPhotos, PhotoError, Photos};
pub use secrets::Secrets;
pub use settings::SettingsStore;
pub use sign_in_limit::{SignInLimit, SignInTry};
pub use users::{Invites, Sessions, UserKey, Users};
pub use web_push::{NoWebPush, PushSubscriptions, WebPush};

/// All that is kept.
pub trait Store:
    Orders
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
    + Maintenance
{
}

impl<T> Store for T where
    T: Orders
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
        + Maintenance
{
}
