//! The ports through which messages are kept, and who got, saw and read them.

use crate::{
    Seq, Timestamp, Unavailable,
    messages::{
        CircularDraft, Delivery, FirstSeen, IdempotentRequest, MessageTemplate, NewPush,
        OrderMessage, PushError, Receipts, Seen, Sender, SentFilter, SentMessage, TemplateChange,
        TemplateError, TemplateId,
    },
    notices::{Notice, NoticeFilter, ReadNotices},
    orders::OrderId,
    users::{User, UserId},
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

    /// Keeps one message for several readers, and the event that tells it to each: all or
    /// none. A reader who is named twice gets it once. A `request` that was done before
    /// gives the same message; its place is that of its first reader.
    async fn push_each(
        &self,
        pushes: Vec<NewPush>,
        from: &Sender,
        request: Option<IdempotentRequest<CircularDraft>>,
    ) -> Result<Seq, PushError>;

    /// Messages for `user` after `seq` and up to `until` that have not expired,
    /// however old they are, as they stand in the log.
    async fn messages(&self, user: UserId, seq: Seq, until: Seq)
    -> Result<Vec<Event>, Unavailable>;

    /// The last message that `user` got.
    async fn last_message(&self, user: UserId) -> Result<Seq, Unavailable>;

    /// Up to `limit` messages that were sent, newest first, with what they say.
    async fn sent_messages(
        &self,
        filter: SentFilter,
        limit: u32,
    ) -> Result<Vec<SentMessage>, Unavailable>;

    /// Up to `limit` messages about an order that `reader` sent or got, newest first.
    async fn messages_about(
        &self,
        order: OrderId,
        reader: UserId,
        limit: u32,
    ) -> Result<Vec<OrderMessage>, Unavailable>;
}

/// Templates of messages.
#[async_trait]
pub trait MessageTemplates: Send + Sync {
    /// All templates, by name.
    async fn templates(&self) -> Result<Vec<MessageTemplate>, Unavailable>;

    /// Changes the templates, and notes who did it: all or nothing.
    async fn change_template(
        &self,
        change: TemplateChange,
        by: &User,
    ) -> Result<TemplateId, TemplateError>;
}

/// What popped up, and what of it each user has read.
#[async_trait]
pub trait Notices: Send + Sync {
    /// Up to `limit` notices of what happened after `since`, newest first. A message that
    /// expired before the user got it is none.
    async fn notices(
        &self,
        user: UserId,
        filter: NoticeFilter,
        since: Timestamp,
        limit: u32,
    ) -> Result<Vec<Notice>, Unavailable>;

    /// How many of what happened after `since` the user has not read, counted up to `limit`.
    async fn unread_notices(
        &self,
        user: UserId,
        since: Timestamp,
        limit: u32,
    ) -> Result<u32, Unavailable>;

    /// Notes what the user has read, of what there is for that user.
    async fn read_notices(&self, user: UserId, read: ReadNotices) -> Result<(), Unavailable>;
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
