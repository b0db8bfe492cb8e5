//! How an order gets to whoever ordered it.

mod draft;
mod rules;
mod rules_draft;
mod way;
mod ways;

pub use draft::{HandoverDraft, MAX_DELIVERY_ADDRESS, MAX_TABLE};
pub use rules::HandoverRules;
pub use rules_draft::{HandoverRulesDraft, MAX_NOTICE_MINUTES};
pub use way::{Handover, Way};
pub use ways::{NoWay, Ways};
