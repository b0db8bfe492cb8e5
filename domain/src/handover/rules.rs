//! What a shop offers of how and when orders are handed over.

use super::Ways;
use serde::{Deserialize, Serialize};

/// What a shop offers of how and when orders are handed over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct HandoverRules {
    /// In which ways.
    pub ways: Ways,
    /// Whether customers may say when they want an order.
    pub wanted_times: bool,
    /// How many minutes ahead they have to say it.
    pub notice_minutes: u32,
}

impl Default for HandoverRules {
    fn default() -> Self {
        Self {
            ways: Ways::default(),
            wanted_times: false,
            notice_minutes: 15,
        }
    }
}
