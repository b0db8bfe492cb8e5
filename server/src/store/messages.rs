//! Messages: events of the log that are for one user or for all.

use super::{
    events::{self, NewEvent},
    users,
    write::{Failure, Outcome},
    writer::Terms,
};
use domain::{
    cursor::Seq,
    event::{Audience, EventName},
    ports::{PushError, Unavailable},
    push::{NewPush, Push},
    user::{User, UserId},
};
use sqlx::SqliteConnection;

pub(super) async fn push(
    db: &mut SqliteConnection,
    terms: &Terms,
    push: NewPush,
    from: &User,
) -> Outcome<Seq, PushError> {
    let (audience, to) = match push.to {
        None => (Audience::Admins, None),
        Some(name) => {
            let found = users::by_name(&mut *db, &name).await?;
            let user = found.ok_or(Failure::Refused(PushError::UnknownUser))?.user;
            (Audience::User(user.id), Some(user.name))
        }
    };
    let now = terms.calendar.now();
    let expires_at = now.plus_seconds(push.expires_in);
    let message = Push {
        title: push.title,
        text: push.text,
        from: from.name.clone(),
        to,
        time: terms.calendar.time(now),
        expires_at,
    };
    let event = NewEvent {
        name: EventName::Psh,
        audience,
        data: &message,
        progress: None::<(_, &(), _)>,
        expires_at: Some(expires_at),
    };
    let event = events::insert(db, event, now).await?;
    Ok((event.seq, Some(event)))
}

pub(super) async fn got_messages(
    db: &mut SqliteConnection,
    user: UserId,
    seq: Seq,
) -> Outcome<(), Unavailable> {
    sqlx::query!(
        "update users set messages_seq = max(messages_seq, ?) where id = ?",
        seq.0,
        user.0,
    )
    .execute(db)
    .await?;
    Ok(((), None))
}
