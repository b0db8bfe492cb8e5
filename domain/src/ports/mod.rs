//! The traits through which the domain reaches the outside.

mod api_keys;
mod maintenance;
mod menu;
mod messages;
mod orders;
mod secrets;
mod sign_in_limit;
mod users;

pub use api_keys::ApiKeys;
pub use maintenance::{Maintenance, Pruned, Retention};
pub use menu::Menu;
pub use messages::{Messages, ReceiptLog};
pub use orders::{OrderLimit, Orders};
pub use secrets::Secrets;
pub use sign_in_limit::{SignInLimit, SignInTry};
pub use users::{Sessions, Users};

/// All that is kept.
pub trait Store:
    Orders + Menu + Messages + ReceiptLog + Users + Sessions + ApiKeys + Maintenance
{
}

impl<T> Store for T where
    T: Orders + Menu + Messages + ReceiptLog + Users + Sessions + ApiKeys + Maintenance
{
}
