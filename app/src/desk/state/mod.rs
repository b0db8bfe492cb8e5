//! What an administrator sees, as plain state: tested without a browser.

mod admin_state;
mod toasts;

pub use admin_state::{AdminState, Counts};
pub use toasts::{Toast, ToastKind, Toasts, VISIBLE};
