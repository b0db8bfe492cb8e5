//! Sending messages, and what became of them; the keys by which programs do so.

use super::{ReadError, Shop};
use crate::{
    Seq, Unavailable,
    messages::{
        CircularDraft, IdempotentRequest, MessageTemplate, NewPush, OrderMessage, PushDraft,
        PushError, Receipts, Sender, SentFilter, SentMessage, TemplateChange, TemplateDraft,
        TemplateError, TemplateId,
    },
    orders::OrderId,
    policy::{Action, Actor, Forbidden},
    text,
    users::{ApiKey, KeyError, KeyScope, MAX_NAME, User},
    validation::{Field, Reason, ValidationErrors},
};

/// How many days back sent messages are shown.
const SENT_DAYS: u32 = 7;
/// How many messages about an order are shown with it.
const MOST_ABOUT_ORDER: u32 = 50;

/// What every key of a program begins with, so that people and scanners know one
/// where they see it.
const KEY_PREFIX: &str = "obk_";

/// What became of a message can't be told.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReceiptsError {
    /// It is for its sender, and for those who may read others' receipts.
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    /// There is no such message.
    #[error("there is no such message")]
    NotFound,
    /// The store did not answer.
    #[error(transparent)]
    Unavailable(#[from] Unavailable),
}

impl Shop {
    /// Sends a message to one administrator or to all. The same draft again with
    /// the same `key` sends nothing, and gives the message that was sent.
    ///
    /// # Errors
    /// See [`PushError`].
    pub async fn push(
        &self,
        draft: PushDraft,
        from: &Sender,
        key: Option<String>,
    ) -> Result<Seq, PushError> {
        from.actor().check(Action::SendMessages)?;
        let push = NewPush::parse(&draft)?;
        let request = key.map(|key| IdempotentRequest { key, draft });
        self.store.push(push, from, request).await
    }

    /// Sends a message to some administrators, or to all: to each of them or to none. The
    /// same draft again with the same `key` sends nothing.
    ///
    /// # Errors
    /// See [`PushError`].
    pub async fn push_each(
        &self,
        draft: CircularDraft,
        from: &User,
        key: Option<String>,
    ) -> Result<Seq, PushError> {
        Actor::from(from).check(Action::SendMessages)?;
        let wrong = |reason| ValidationErrors::only(Field::RequestId, reason);
        let key = key.map(|key| text::request_key(&key).map_err(wrong));
        let key = key.transpose()?;
        let pushes = draft.parse(&*self.clock)?;
        let request = key.map(|key| IdempotentRequest { key, draft });
        let from = Sender::User(from.clone());
        let sent = self.store.push_each(pushes, &from, request).await;
        sent.map_err(|error| match error {
            PushError::UnknownUser => ValidationErrors::only(Field::To, Reason::UnknownUser).into(),
            error => error,
        })
    }

    /// Up to `limit` messages of the last days that were sent before that place in the
    /// log, newest first: one's own, or those of all for who may read others' receipts.
    ///
    /// # Errors
    /// See [`ReadError`].
    pub async fn sent_messages(
        &self,
        before: Option<Seq>,
        limit: u32,
        by: &User,
    ) -> Result<Vec<SentMessage>, ReadError> {
        let actor = Actor::from(by);
        actor.check(Action::SendMessages)?;
        let filter = SentFilter {
            reader: by.id,
            own: actor.check(Action::ReadOthersReceipts).is_err(),
            since: self.clock.now().minus_days(SENT_DAYS),
            before,
        };
        let sent = self.store.sent_messages(filter, limit).await?;
        Ok(sent.into_iter().map(SentMessage::for_reader).collect())
    }

    /// Sends a message about an order to some administrators, or to all, as
    /// [`Self::push_each`] does: the order's number is its title.
    ///
    /// # Errors
    /// See [`PushError`]; without such an order [`PushError::UnknownOrder`].
    pub async fn push_about(
        &self,
        order: OrderId,
        draft: CircularDraft,
        from: &User,
        key: Option<String>,
    ) -> Result<Seq, PushError> {
        Actor::from(from).check(Action::ReadOrders)?;
        let found = self.store.orders_of(&[order]).await?.pop();
        let number = found.ok_or(PushError::UnknownOrder)?.number;
        let draft = CircularDraft {
            title: format!("#{number}"),
            order: Some(order),
            ..draft
        };
        self.push_each(draft, from, key).await
    }

    /// The last messages about an order that the caller sent or got, oldest first.
    ///
    /// # Errors
    /// See [`ReadError`].
    pub async fn messages_about(
        &self,
        order: OrderId,
        by: &User,
    ) -> Result<Vec<OrderMessage>, ReadError> {
        Actor::from(by).check(Action::ReadOrders)?;
        let found = self.store.messages_about(order, by.id, MOST_ABOUT_ORDER);
        let mut messages = found.await?;
        messages.reverse();
        Ok(messages)
    }

    /// All templates of messages, by name.
    ///
    /// # Errors
    /// See [`ReadError`].
    pub async fn templates(&self, by: &User) -> Result<Vec<MessageTemplate>, ReadError> {
        Actor::from(by).check(Action::SendMessages)?;
        Ok(self.store.templates().await?)
    }

    /// Adds a template, or changes the one that is given, where it still has that version.
    ///
    /// # Errors
    /// See [`TemplateError`].
    pub async fn write_template(
        &self,
        known: Option<(TemplateId, u32)>,
        draft: &TemplateDraft,
        by: &User,
    ) -> Result<(), TemplateError> {
        Actor::from(by).check(Action::EditTemplates)?;
        let fields = draft.parse()?;
        let change = match known {
            None => TemplateChange::Add(fields),
            Some((template, version)) => TemplateChange::Edit {
                template,
                version,
                fields,
            },
        };
        self.store.change_template(change, by).await?;
        Ok(())
    }

    /// Deletes a template.
    ///
    /// # Errors
    /// See [`TemplateError`].
    pub async fn delete_template(
        &self,
        template: TemplateId,
        by: &User,
    ) -> Result<(), TemplateError> {
        Actor::from(by).check(Action::EditTemplates)?;
        let change = TemplateChange::Delete(template);
        self.store.change_template(change, by).await?;
        Ok(())
    }

    /// What became of a message, for whoever sent it, and for those who may read
    /// others' receipts.
    ///
    /// # Errors
    /// See [`ReceiptsError`].
    pub async fn receipts(&self, message: Seq, by: &Sender) -> Result<Receipts, ReceiptsError> {
        let found = self.store.receipts(message).await?;
        let receipts = found.ok_or(ReceiptsError::NotFound)?;
        if receipts.sender != *by {
            by.actor().check(Action::ReadOthersReceipts)?;
        }
        Ok(receipts)
    }

    /// Makes a key for a program, for that use; it is nowhere kept.
    ///
    /// # Errors
    /// See [`KeyError`].
    pub async fn add_key(&self, name: &str, scope: KeyScope) -> Result<String, KeyError> {
        let name = text::line(name, MAX_NAME).map_err(|_| KeyError::Name)?;
        let key = format!("{KEY_PREFIX}{}", self.secrets.token());
        let hash = self.secrets.token_hash(&key);
        self.store.add_key(&name, &hash, scope).await?;
        Ok(key)
    }

    /// The program whose key that is, if any.
    ///
    /// # Errors
    /// The store did not answer.
    pub async fn api_key(&self, key: &str) -> Result<Option<ApiKey>, Unavailable> {
        self.store.api_key(&self.secrets.token_hash(key)).await
    }
}
