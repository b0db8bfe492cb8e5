//! Messages from administrators, or other programs, to administrators: who sends
//! them, and who got and saw them.

mod errors;
mod push;
mod receipt;
mod sender;

pub use errors::PushError;
pub use push::{
    DEFAULT_EXPIRY, IdempotentRequest, MAX_EXPIRY, MAX_TEXT, MAX_TITLE, NewPush, Push, PushDraft,
};
pub use receipt::{Delivery, FirstSeen, Receipt, Receipts, Seen, Shown, ShownEvent};
pub use sender::Sender;
