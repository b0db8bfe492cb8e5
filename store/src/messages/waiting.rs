//! Messages: sending them, those that wait for readers who are away, those that were sent.

use super::{about_order, push, sent};
use crate::{
    SqliteStore,
    diagnostics::failed,
    log::{collect, select_events},
};
use async_trait::async_trait;
use delivery::Event;
use domain::{
    Seq, Unavailable,
    messages::{
        CircularDraft, IdempotentRequest, NewPush, OrderMessage, PushError, Sender, SentFilter,
        SentMessage,
    },
    orders::OrderId,
    ports::Messages,
    users::UserId,
};

#[async_trait]
impl Messages for SqliteStore {
    async fn push(
        &self,
        push: NewPush,
        from: &Sender,
        request: Option<IdempotentRequest>,
    ) -> Result<Seq, PushError> {
        let from = from.clone();
        self.write("send a message", |write| {
            Box::pin(push::push(write, vec![push], from, request))
        })
        .await
    }

    async fn push_each(
        &self,
        pushes: Vec<NewPush>,
        from: &Sender,
        request: Option<IdempotentRequest<CircularDraft>>,
    ) -> Result<Seq, PushError> {
        let from = from.clone();
        self.write("send a message to several", |write| {
            Box::pin(push::push(write, pushes, from, request))
        })
        .await
    }

    async fn messages(
        &self,
        user: UserId,
        seq: Seq,
        until: Seq,
    ) -> Result<Vec<Event>, Unavailable> {
        let now = self.clock.now().millis();
        let rows = select_events!(
            r"
            where expires_at > ? and seq > ? and seq <= ?
                and (user_id is null or user_id = ?)
            order by seq
            ",
            now,
            seq.0,
            until.0,
            user.0,
        );
        let rows = rows.fetch_all(&self.readers).await.and_then(collect);
        rows.map_err(failed("read the messages that wait"))
    }

    async fn last_message(&self, user: UserId) -> Result<Seq, Unavailable> {
        let seq = sqlx::query_scalar!("select messages_seq from users where id = ?", user.0)
            .fetch_optional(&self.readers)
            .await
            .map_err(failed("read a user's last message"))?;
        Ok(Seq(seq.unwrap_or_default()))
    }

    async fn sent_messages(
        &self,
        filter: SentFilter,
        limit: u32,
    ) -> Result<Vec<SentMessage>, Unavailable> {
        sent::newest(self, filter, limit).await
    }

    async fn messages_about(
        &self,
        order: OrderId,
        reader: UserId,
        limit: u32,
    ) -> Result<Vec<OrderMessage>, Unavailable> {
        about_order::newest(self, order, reader, limit).await
    }
}
