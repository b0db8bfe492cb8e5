//! What an administrator sees, as plain state: tested without a browser.

mod admin_state;
mod counts;
mod shop_changes;
mod toasts;

pub use admin_state::AdminState;
pub use counts::Counts;
pub use shop_changes::{PageSubject, ShopChanges};
pub use toasts::{Toast, ToastKind, Toasts, UNFOLDED, VISIBLE};
