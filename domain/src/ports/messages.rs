//! The ports through which messages are kept, and who got and saw them.

use crate::{
    Seq, Timestamp, Unavailable,
    messages::{
        Delivery, FirstSeen, IdempotentRequest, NewPush, PushError, Receipts, Seen, Sender,
    },
    users::UserId,
};
use async_trait::async_trait;
use delivery::Event;

/// Messages.
#[async_trait]
pub trait Messages: Send + Sync {
    /// Keeps a message and the event that tells it; a `request` that was done
    /// before gives the same message.
    async fn push(
        &self,
        push: NewPush,
        from: &Sender,
        request: Option<IdempotentRequest>,
    ) -> Result<Seq, PushError>;

    /// Messages for `user` after `seq` and up to `until` that have not expired,
    /// however old they are, as they stand in the log.
    async fn messages(&self, user: UserId, seq: Seq, until: Seq)
    -> Result<Vec<Event>, Unavailable>;

    /// The last message that `user` got.
    async fn last_message(&self, user: UserId) -> Result<Seq, Unavailable>;
}

/// Who got which message, and who saw which event.
#[async_trait]
pub trait ReceiptLog: Send + Sync {
    /// Notes who got which messages.
    async fn delivered(&self, deliveries: Vec<Delivery>) -> Result<(), Unavailable>;

    /// Notes what `user` saw, but for what is not meant for `user`; says what of
    /// it is seen for the first time.
    async fn seen(&self, user: UserId, seen: Vec<Seen>) -> Result<Vec<FirstSeen>, Unavailable>;

    /// Notes that `user` saw every message that `user` got, up to `until`; says
    /// what of it is seen for the first time.
    async fn seen_up_to(
        &self,
        user: UserId,
        until: Seq,
        at: Timestamp,
    ) -> Result<Vec<FirstSeen>, Unavailable>;

    /// What became of a message.
    async fn receipts(&self, message: Seq) -> Result<Option<Receipts>, Unavailable>;
}
