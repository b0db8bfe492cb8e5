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
use serde::Serialize;
use sqlx::SqliteConnection;
use std::collections::HashSet;

/// How long a repeated request is recognised, in milliseconds: a day.
const REQUEST_KEPT: i64 = 86_400_000;

/// Sends a message to each of its readers, unless the request has sent it before; says
/// where that of the first stands.
pub(crate) async fn push<Draft: Serialize>(
    write: &mut Write<'_>,
    pushes: Vec<NewPush>,
    from: Sender,
    request: Option<IdempotentRequest<Draft>>,
) -> Result<Seq, Failure<PushError>> {
    let Some(request) = request else {
        return send(write, pushes, &from).await;
    };
    let request = IdempotentRequest {
        key: request.key,
        draft: json(&request.draft)?,
    };
    if let Some(seq) = done_before(&mut *write.db, &from, &request).await? {
        return Ok(seq);
    }
    let seq = send(write, pushes, &from).await?;
    let now = write.context.clock.now();
    remember(&mut *write.db, &from, &request, seq, now).await?;
    Ok(seq)
}

async fn send(
    write: &mut Write<'_>,
    pushes: Vec<NewPush>,
    from: &Sender,
) -> Result<Seq, Failure<PushError>> {
    let clock = &*write.context.clock;
    let now = clock.now();
    // It is the same for all readers.
    let order = pushes
        .first()
        .and_then(|push| push.order)
        .map(|order| order.0);
    let mut readers = HashSet::new();
    let mut events = Vec::new();
    for push in pushes {
        let reader = match &push.to {
            None => None,
            Some(name) => {
                let found = users::by_name(&mut *write.db, name).await?;
                Some(found.ok_or(Failure::Refused(PushError::UnknownUser))?.user)
            }
        };
        let id = reader.as_ref().map(|user| user.id);
        if !readers.insert(id) {
            continue;
        }
        let message = Event::Psh(push.send(from, reader.map(|user| user.name), now, clock));
        events.push(message.encode(id).map_err(corrupt)?);
    }
    let count = i64::try_from(events.len()).map_err(corrupt)?;
    let last = log::append(write, events, now).await?;
    // They stand side by side in the log.
    let first = Seq(last.0 - count + 1);
    let (kind, id) = row_of(from);
    sqlx::query!(
        r"
        insert into pushes (seq, sender_kind, sender_id, message, order_id)
        select seq, ?1, ?2, ?3, ?5 from events where seq between ?3 and ?4
        ",
        kind,
        id,
        first.0,
        last.0,
        order,
    )
    .execute(&mut *write.db)
    .await?;
    Ok(first)
}

/// What became of the request, if it was done before.
async fn done_before(
    db: &mut SqliteConnection,
    from: &Sender,
    request: &IdempotentRequest<String>,
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
        Some(done) if done.draft == request.draft => Ok(Some(Seq(done.seq))),
        Some(_) => Err(Failure::Refused(PushError::KeyReused)),
    }
}

/// Remembers what became of a request, and forgets those of long ago.
async fn remember(
    db: &mut SqliteConnection,
    from: &Sender,
    request: &IdempotentRequest<String>,
    seq: Seq,
    now: Timestamp,
) -> Result<(), sqlx::Error> {
    let now = now.millis();
    let too_old = now - REQUEST_KEPT;
    sqlx::query!("delete from push_requests where created_at < ?", too_old)
        .execute(&mut *db)
        .await?;
    let (kind, id) = row_of(from);
    sqlx::query!(
        r"
        insert into push_requests (sender_kind, sender_id, key, draft, seq, created_at)
        values (?, ?, ?, ?, ?, ?)
        ",
        kind,
        id,
        request.key,
        request.draft,
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
