//! Sending messages: events of the log that are for one user or for all.

use super::{
    append::{self, NewEvent},
    events::json,
    users,
    write::{Failure, Outcome},
    writer::Terms,
};
use domain::{
    cursor::Seq,
    event::{Audience, EventName},
    ports::PushError,
    push::{NewPush, Push, PushRequest},
    sender::Sender,
    time::Timestamp,
};
use sqlx::SqliteConnection;

/// How long a repeated request is recognised, in milliseconds: a day.
const REQUEST_KEPT: i64 = 86_400_000;

pub(super) async fn push(
    db: &mut SqliteConnection,
    terms: &Terms,
    push: NewPush,
    from: &Sender,
    request: Option<PushRequest>,
) -> Outcome<Seq, PushError> {
    let Some(request) = request else {
        return send(db, terms, push, from).await;
    };
    if let Some(seq) = done_before(db, from, &request).await? {
        return Ok((seq, None));
    }
    let (seq, event) = send(&mut *db, terms, push, from).await?;
    remember(db, from, &request, seq, terms.calendar.now()).await?;
    Ok((seq, event))
}

async fn send(
    db: &mut SqliteConnection,
    terms: &Terms,
    push: NewPush,
    from: &Sender,
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
        from: from.name().to_owned(),
        to,
        time: terms.calendar.time(now),
        expires_at,
    };
    let event = NewEvent {
        name: EventName::Psh,
        audience,
        data: json(&message)?,
        progress: None,
        expires_at: Some(expires_at),
    };
    let event = append::append(&mut *db, event, now).await?;
    let (kind, id) = row_of(from);
    sqlx::query!(
        "insert into pushes (seq, sender_kind, sender_id) values (?, ?, ?)",
        event.seq.0,
        kind,
        id,
    )
    .execute(db)
    .await?;
    Ok((event.seq, Some(event)))
}

/// What became of the request, if it was done before.
async fn done_before(
    db: &mut SqliteConnection,
    from: &Sender,
    request: &PushRequest,
) -> Result<Option<Seq>, Failure<PushError>> {
    let (kind, id) = row_of(from);
    let done = sqlx::query!(
        r"
        select draft, seq from push_requests
        where sender_kind = ? and sender_id = ? and key = ?
        ",
        kind,
        id,
        request.key,
    )
    .fetch_optional(db)
    .await?;
    match done {
        None => Ok(None),
        Some(done) if done.draft == json(&request.draft)? => Ok(Some(Seq(done.seq))),
        Some(_) => Err(Failure::Refused(PushError::KeyReused)),
    }
}

/// Remembers what became of a request, and forgets those of long ago.
async fn remember(
    db: &mut SqliteConnection,
    from: &Sender,
    request: &PushRequest,
    seq: Seq,
    now: Timestamp,
) -> Result<(), sqlx::Error> {
    let now = now.millis();
    let too_old = now - REQUEST_KEPT;
    sqlx::query!("delete from push_requests where created_at < ?", too_old)
        .execute(&mut *db)
        .await?;
    let ((kind, id), draft) = (row_of(from), json(&request.draft)?);
    sqlx::query!(
        r"
        insert into push_requests (sender_kind, sender_id, key, draft, seq, created_at)
        values (?, ?, ?, ?, ?, ?)
        ",
        kind,
        id,
        request.key,
        draft,
        seq.0,
        now,
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Which row of which table a sender is.
pub(super) fn row_of(sender: &Sender) -> (&'static str, i64) {
    match sender {
        Sender::User(user) => ("user", user.id.0),
        Sender::Program(program) => ("program", program.id.0),
    }
}
