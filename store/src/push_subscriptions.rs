//! Devices that are told with the page closed, and the shop's key for them.

use crate::{
    SqliteStore,
    diagnostics::failed,
    json::corrupt,
    writer::{Failure, Write},
};
use async_trait::async_trait;
use domain::{
    Timestamp, Unavailable,
    language::Language,
    ports::PushSubscriptions,
    users::UserId,
    web_push::{
        LastPush, MAX_SUBSCRIPTIONS, NewPushSubscription, PushKeys, PushSubscription,
        PushSubscriptionId, PushSubscriptionKey, SubscribeError,
    },
};
use sqlx::SqliteExecutor;

#[async_trait]
impl PushSubscriptions for SqliteStore {
    async fn push_key(&self) -> Result<Option<Vec<u8>>, Unavailable> {
        sqlx::query_scalar!("select private_key from web_push_key")
            .fetch_optional(&self.readers)
            .await
            .map_err(failed("read the key for devices"))
    }

    async fn keep_push_key(&self, key: &[u8]) -> Result<Vec<u8>, Unavailable> {
        let key = key.to_vec();
        self.write("keep the key for devices", move |write| {
            Box::pin(keep_key(write, key))
        })
        .await
    }

    async fn subscribe(
        &self,
        new: NewPushSubscription,
    ) -> Result<PushSubscriptionId, SubscribeError> {
        self.write("add a device", move |write| Box::pin(add(write, new)))
            .await
    }

    async fn push_subscriptions(&self) -> Result<Vec<PushSubscription>, Unavailable> {
        let found = read(&self.readers, None).await;
        found.map_err(failed("read the devices"))
    }

    async fn push_subscriptions_of(
        &self,
        user: UserId,
    ) -> Result<Vec<PushSubscription>, Unavailable> {
        let found = read(&self.readers, Some(user)).await;
        found.map_err(failed("read a user's devices"))
    }

    async fn unsubscribe(
        &self,
        user: UserId,
        key: PushSubscriptionKey,
    ) -> Result<bool, Unavailable> {
        self.write("remove a device", move |write| {
            Box::pin(remove(write, user, key))
        })
        .await
    }

    async fn note_push(&self, id: PushSubscriptionId, last: LastPush) -> Result<(), Unavailable> {
        self.write("note what a device was told", move |write| {
            Box::pin(note(write, id, last))
        })
        .await
    }
}

async fn keep_key(write: &mut Write<'_>, key: Vec<u8>) -> Result<Vec<u8>, Failure<Unavailable>> {
    let now = write.context.clock.now().millis();
    sqlx::query!(
        r"
        insert into web_push_key (id, private_key, created_at) values (1, ?, ?)
        on conflict (id) do nothing
        ",
        key,
        now,
    )
    .execute(&mut *write.db)
    .await?;
    let kept = sqlx::query_scalar!("select private_key from web_push_key")
        .fetch_one(&mut *write.db)
        .await?;
    Ok(kept)
}

/// The devices of a user, or all, in the order in which they were added.
pub(crate) async fn read(
    db: impl SqliteExecutor<'_>,
    user: Option<UserId>,
) -> Result<Vec<PushSubscription>, sqlx::Error> {
    let user = user.map(|user| user.0);
    let rows = sqlx::query!(
        r#"
        select
            push_subscriptions.id, user_id, endpoint, p256dh, auth, device, contact,
            coalesce(users.language, push_subscriptions.language) as "language!: String",
            push_subscriptions.created_at, outcome, outcome_at
        from push_subscriptions join users on users.id = user_id
        where ?1 is null or user_id = ?1
        order by push_subscriptions.id
        "#,
        user,
    )
    .fetch_all(db)
    .await?;
    let subscriptions = rows.into_iter().map(|row| {
        let last = match row.outcome.zip(row.outcome_at) {
            None => None,
            Some((outcome, at)) => Some(LastPush {
                at: Timestamp::from_millis(at),
                outcome: outcome.parse().map_err(corrupt)?,
            }),
        };
        Ok(PushSubscription {
            id: PushSubscriptionId(row.id),
            user: UserId(row.user_id),
            endpoint: row.endpoint,
            keys: PushKeys {
                p256dh: row.p256dh,
                auth: row.auth,
            },
            device: row.device,
            contact: row.contact,
            language: Language::from_tag(&row.language).unwrap_or_default(),
            created_at: Timestamp::from_millis(row.created_at),
            last,
        })
    });
    subscriptions.collect()
}

async fn add(
    write: &mut Write<'_>,
    new: NewPushSubscription,
) -> Result<PushSubscriptionId, Failure<SubscribeError>> {
    let NewPushSubscription {
        user,
        session,
        draft,
    } = new;
    let others = sqlx::query_scalar!(
        r#"
        select count(*) as "count: u32" from push_subscriptions
        where user_id = ? and endpoint <> ?
        "#,
        user.0,
        draft.endpoint,
    )
    .fetch_one(&mut *write.db)
    .await?;
    if others >= MAX_SUBSCRIPTIONS {
        return Err(Failure::Refused(SubscribeError::TooMany));
    }
    let (language, now) = (draft.language.code(), write.context.clock.now().millis());
    // Nothing is added in a session that has ended meanwhile.
    let id = sqlx::query_scalar!(
        r#"
        insert into push_subscriptions
            (user_id, session, endpoint, p256dh, auth, device, contact, language, created_at)
        select user_id, token_hash, ?3, ?4, ?5, ?6, ?7, ?8, ?9 from sessions
        where token_hash = ?1 and user_id = ?2
        on conflict (endpoint) do update set
            user_id = excluded.user_id, session = excluded.session,
            p256dh = excluded.p256dh, auth = excluded.auth, device = excluded.device,
            contact = excluded.contact, language = excluded.language
        returning id as "id!"
        "#,
        session.0,
        user.0,
        draft.endpoint,
        draft.keys.p256dh,
        draft.keys.auth,
        draft.device,
        draft.contact,
        language,
        now,
    )
    .fetch_optional(&mut *write.db)
    .await?;
    let ended = || Failure::Refused(Unavailable.into());
    id.map(PushSubscriptionId).ok_or_else(ended)
}

async fn remove(
    write: &mut Write<'_>,
    user: UserId,
    key: PushSubscriptionKey,
) -> Result<bool, Failure<Unavailable>> {
    let (id, endpoint) = match key {
        PushSubscriptionKey::Id(id) => (Some(id.0), None),
        PushSubscriptionKey::Endpoint(endpoint) => (None, Some(endpoint)),
    };
    let removed = sqlx::query!(
        "delete from push_subscriptions where user_id = ? and (id = ? or endpoint = ?)",
        user.0,
        id,
        endpoint,
    )
    .execute(&mut *write.db)
    .await?;
    Ok(removed.rows_affected() > 0)
}

async fn note(
    write: &mut Write<'_>,
    id: PushSubscriptionId,
    last: LastPush,
) -> Result<(), Failure<Unavailable>> {
    let (outcome, at) = (last.outcome.as_str(), last.at.millis());
    sqlx::query!(
        "update push_subscriptions set outcome = ?, outcome_at = ? where id = ?",
        outcome,
        at,
        id.0,
    )
    .execute(&mut *write.db)
    .await?;
    Ok(())
}
