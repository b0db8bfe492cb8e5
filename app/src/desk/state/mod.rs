//! What an administrator sees, as plain state: tested without a browser.

mod admin_state;
mod shop_changes;
mod toasts;

pub use admin_state::{AdminState, Counts};
pub use shop_changes::{PageSubject, ShopChanges};
pub use toasts::{Toast, ToastKind, Toasts, VISIBLE};
