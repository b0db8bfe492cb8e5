//! Sending messages: events of the log that are for one user or for all.

use crate::{
    json::{corrupt, json},
    log, users,
    writer::{Failure, Write},
};
use domain::{
    Seq, Timestamp,
    events::Event,
    messages::{IdempotentRequest, NewPush, PushError, Sender},
};
use sqlx::SqliteConnection;

/// How long a repeated request is recognised, in milliseconds: a day.
const REQUEST_KEPT: i64 = 86_400_000;

/// Sends a message, unless the request has sent it before.
pub(crate) async fn push(
    write: &mut Write<'_>,
    push: NewPush,
    from: Sender,
    request: Option<IdempotentRequest>,
) -> Result<Seq, Failure<PushError>> {
    let Some(request) = request else {
        return send(write, push, &from).await;
    };
    if let Some(seq) = done_before(&mut *write.db, &from, &request).await? {
        return Ok(seq);
    }
    let seq = send(write, push, &from).await?;
    let now = write.context.clock.now();
    remember(&mut *write.db, &from, &request, seq, now).await?;
    Ok(seq)
}

async fn send(
    write: &mut Write<'_>,
    push: NewPush,
    from: &Sender,
) -> Result<Seq, Failure<PushError>> {
    let reader = match &push.to {
        None => None,
        Some(name) => {
            let found = users::by_name(&mut *write.db, name).await?;
            Some(found.ok_or(Failure::Refused(PushError::UnknownUser))?.user)
        }
    };
    let clock = &*write.context.clock;
    let now = clock.now();
    let to = reader.as_ref().map(|user| user.name.clone());
    let message = Event::Psh(push.send(from, to, now, clock));
    let event = message.encode(reader.map(|user| user.id));
    let seq = log::append(write, vec![event.map_err(corrupt)?], now).await?;
    let (kind, id) = row_of(from);
    sqlx::query!(
        "insert into pushes (seq, sender_kind, sender_id) values (?, ?, ?)",
        seq.0,
        kind,
        id,
    )
    .execute(&mut *write.db)
    .await?;
    Ok(seq)
}

/// What became of the request, if it was done before.
async fn done_before(
    db: &mut SqliteConnection,
    from: &Sender,
    request: &IdempotentRequest,
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
    request: &IdempotentRequest,
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
fn row_of(sender: &Sender) -> (&'static str, i64) {
    match sender {
        Sender::User(user) => ("user", user.id.0),
        Sender::Program(program) => ("program", program.id.0),
    }
}
