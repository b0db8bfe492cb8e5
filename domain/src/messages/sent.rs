//! Messages that were sent, and what became of them.

use crate::{Seq, Timestamp, orders::OrderId, users::UserId};

/// Which of the messages that were sent are looked for, and by whom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SentFilter {
    /// Who looks.
    pub reader: UserId,
    /// Those alone that the reader sent.
    pub own: bool,
    /// Those sent after that.
    pub since: Timestamp,
    /// Those before that place in the log.
    pub before: Option<Seq>,
}

/// A message that was sent, to however many. The numbers are of those who were
/// administrators then.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SentMessage {
    /// Its place in the log: the first of its readers' ones.
    pub seq: Seq,
    /// When.
    pub sent_at: Timestamp,
    /// Who sent it.
    pub from: String,
    /// Whether whoever looks sent it.
    pub is_own: bool,
    /// Whether it is for whoever looks, among others or alone.
    pub is_for_reader: bool,
    /// For whom it is; empty where it is for all.
    pub to: Vec<String>,
    /// A heading; possibly nothing.
    pub title: String,
    /// The order that it is about, if it is about one.
    pub order: Option<OrderId>,
    /// What it says; `None` where it is not for whoever looks.
    pub text: Option<String>,
    /// For how many it is.
    pub readers: u32,
    /// To how many of them it was handed.
    pub delivered: u32,
    /// To how many of them it was shown.
    pub seen: u32,
}

/// A message about an order, as whoever may read it sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrderMessage {
    /// Its place in the log: the first of its readers' ones.
    pub seq: Seq,
    /// When it was sent.
    pub sent_at: Timestamp,
    /// Who sent it.
    pub from: String,
    /// For whom it is; empty where it is for all.
    pub to: Vec<String>,
    /// What it says.
    pub text: String,
}

impl SentMessage {
    /// The message without what it says, unless whoever looks sent it or got it.
    #[must_use]
    pub fn for_reader(self) -> Self {
        if self.is_own || self.is_for_reader {
            return self;
        }
        Self {
            title: String::new(),
            text: None,
            ..self
        }
    }
}
