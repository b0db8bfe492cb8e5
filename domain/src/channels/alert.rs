//! An alert on its way: what it says, what came back, when it is tried again.

use super::{AlertId, Cause, Channel, ChannelId};
use crate::{
    Timestamp,
    orders::{Order, OrderId},
};
use strum::{EnumString, IntoStaticStr};

/// So much is kept of an answer, in characters.
pub const MAX_ANSWER: usize = 200;

/// How long is waited after each try that failed, in seconds; then it is given up.
const RETRY_SECONDS: [u32; 5] = [5, 30, 120, 600, 3_600];
/// The longest wait that a receiver may ask for, in seconds.
const MAX_RETRY_AFTER: u32 = 3_600;

/// In how many seconds an alert is sent again that was sent so many times, the last time
/// in vain. A receiver that said when is believed. `None`: it is given up.
pub fn next_try(attempts: u32, retry_after: Option<u32>) -> Option<u32> {
    let failed = usize::try_from(attempts.checked_sub(1)?).ok()?;
    let delay = *RETRY_SECONDS.get(failed)?;
    Some(retry_after.map_or(delay, |seconds| seconds.clamp(1, MAX_RETRY_AFTER)))
}

/// What an alert is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AlertSubject {
    /// Nothing: somebody tries the channel.
    Test,
    /// An order that nobody has answered, or of which the customer asks.
    Order {
        /// Which of these.
        cause: Cause,
        /// Which.
        order: Box<Order>,
    },
}

/// What is sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AlertMessage {
    /// What tells it from others; the same when it is sent again.
    pub id: String,
    /// What it is about, in a line.
    pub title: String,
    /// All of it, in lines.
    pub text: String,
    /// What it is about, for programs.
    pub subject: AlertSubject,
}

/// What became of a try to send something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, EnumString, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum Said {
    /// The receiver took it.
    Taken,
    /// The receiver answered that it does not.
    Refused,
    /// The receiver did not answer in time.
    Late,
    /// There is no such receiver, or the way there is interrupted.
    Unreachable,
    /// The address leads into a network of one's own.
    Private,
    /// What the shop says of the channel makes no sense to it.
    Unusable,
}

impl Said {
    /// The name in the store, and of its text.
    pub fn as_str(self) -> &'static str {
        self.into()
    }
}

/// What came back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// What it comes to.
    pub said: Said,
    /// The status of the answer, where there was one: of HTTP, or of SMTP.
    pub status: Option<u16>,
    /// Its beginning, or what the system says.
    pub text: String,
    /// In how many seconds the receiver wants it again, where it says so.
    pub retry_after: Option<u32>,
}

impl Answer {
    /// What came to that without an answer.
    pub fn without(said: Said) -> Self {
        Self {
            said,
            status: None,
            text: String::new(),
            retry_after: None,
        }
    }
}

/// Where an alert is on its way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, EnumString, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum AlertState {
    /// It is to be sent, or sent again.
    Waiting,
    /// The receiver took it.
    Sent,
    /// It was tried often enough.
    GivenUp,
    /// Nobody needs it any more: the order was answered or moved on, or more of it was told
    /// meanwhile.
    Dropped,
}

impl AlertState {
    /// The name in the store, and of its text.
    pub fn as_str(self) -> &'static str {
        self.into()
    }
}

/// An alert that is to be sent now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DueAlert {
    /// Its identity.
    pub id: AlertId,
    /// By which channel.
    pub channel: Channel,
    /// Why it goes.
    pub cause: Cause,
    /// Which order.
    pub order: Order,
}

/// What is known of an alert.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PastAlert {
    /// Its identity.
    pub id: AlertId,
    /// By which channel.
    pub channel: ChannelId,
    /// What the shop calls the channel.
    pub channel_name: String,
    /// Of which order.
    pub order: OrderId,
    /// The order's number of its day.
    pub number: u32,
    /// Why it went.
    pub cause: Cause,
    /// Where it is.
    pub state: AlertState,
    /// How often it was sent.
    pub attempts: u32,
    /// Since when it is there.
    pub created_at: Timestamp,
    /// When the receiver took it.
    pub sent_at: Option<Timestamp>,
    /// What came back the last time; `None` before.
    pub answer: Option<Answer>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_alert_is_tried_again_with_growing_delays_and_then_given_up() {
        let delays: Vec<_> = (1..=6).map(|attempts| next_try(attempts, None)).collect();
        let [a, b, c, d, e] = RETRY_SECONDS.map(Some);
        assert_eq!(delays, [a, b, c, d, e, None]);
        assert_eq!(next_try(1, Some(90)), Some(90));
        assert_eq!(next_try(4, Some(0)), Some(1));
        assert_eq!(next_try(1, Some(u32::MAX)), Some(MAX_RETRY_AFTER));
        assert_eq!(next_try(6, Some(1)), None);
    }
}
