//! Messages from administrators, or other programs, to administrators: who sends
//! them, and who got and saw them.

mod circular;
mod errors;
mod push;
mod receipt;
mod sender;
mod sent;
mod template;

pub use circular::{CircularDraft, Expiry, MAX_RECIPIENTS};
pub use errors::PushError;
pub use push::{
    DEFAULT_EXPIRY, IdempotentRequest, MAX_EXPIRY, MAX_TEXT, MAX_TITLE, NewPush, Push, PushDraft,
};
pub use receipt::{Delivery, FirstSeen, Receipt, Receipts, Seen, Shown, ShownEvent};
pub use sender::Sender;
pub use sent::{OrderMessage, SentFilter, SentMessage};
pub use template::{
    MAX_TEMPLATE_NAME, MAX_TEMPLATES, MessageTemplate, TemplateChange, TemplateDraft,
    TemplateError, TemplateFields, TemplateId,
};
