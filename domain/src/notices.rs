//! What popped up, to be found again. A notice is an event of the log with a popup; whether
//! it was read is known of each user.

use crate::{
    Seq, Timestamp,
    events::Event,
    orders::{OrderChanged, OrderStatus},
};
use strum::{EnumString, IntoStaticStr, VariantArray};

pub use crate::events::ReadNotices;

/// How many days back notices are shown.
pub const NOTICE_DAYS: u32 = 7;

/// How far unread notices are counted: there are so many, or more.
pub const MOST_COUNTED: u32 = 100;

/// How many there are, as it is shown.
pub fn unread_text(unread: u32) -> String {
    match unread {
        MOST_COUNTED.. => format!("{}+", MOST_COUNTED - 1),
        unread => unread.to_string(),
    }
}

/// What a notice is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "snake_case")]
pub enum NoticeKind {
    /// A new order.
    Order,
    /// An order was finished.
    Finish,
    /// An order was called off.
    Cancel,
    /// A message.
    Message,
    /// A customer asked where an order stays.
    Hurry,
}

impl NoticeKind {
    /// The name in addresses, and in the store.
    pub fn as_str(self) -> &'static str {
        self.into()
    }

    /// What the notice of an event is of; `None` where the event has no popup.
    pub fn of(event: &Event) -> Option<Self> {
        let is_cancelled =
            |change: &OrderChanged| change.is_move() && change.to == OrderStatus::Cancelled;
        match event {
            Event::Order(_) => Some(Self::Order),
            Event::Finish(_) => Some(Self::Finish),
            Event::Change(change) => is_cancelled(change).then_some(Self::Cancel),
            Event::Psh(_) => Some(Self::Message),
            Event::Hurry(_) => Some(Self::Hurry),
            Event::Access(_)
            | Event::Menu(_)
            | Event::Settings(_)
            | Event::Read(_)
            | Event::Line(_)
            | Event::Day(_)
            | Event::Note(_)
            | Event::Rate(_) => None,
        }
    }
}

/// Which notices are looked for.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct NoticeFilter {
    /// Those of one kind alone.
    pub kind: Option<NoticeKind>,
    /// Those alone that were not read.
    pub unread: bool,
    /// Those before that place in the log.
    pub before: Option<Seq>,
}

/// A notice, as one user finds it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// The event's place in the log.
    pub seq: Seq,
    /// When it happened.
    pub at: Timestamp,
    /// What happened.
    pub event: Event,
    /// Whether it was read: the user said so, did it, or came later; or it is a new order,
    /// and somebody has answered it.
    pub is_read: bool,
}
