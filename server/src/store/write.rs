//! What the writer can be asked for.

use super::{
    log::{self, Pruned, Retention},
    menu, orders,
    place::{self, Wanted},
    programs, pushes, receipts, sessions, unavailable, users,
    writer::{Committed, Terms},
};
use crate::demo::DemoMenu;
use domain::{
    cursor::Seq,
    event::Event,
    order::{Order, StatusChange},
    ports::{
        AddUserError, ChangeError, ChangeUserError, KeyError, NewSession, PushError, Unavailable,
    },
    push::{NewPush, PushRequest},
    receipt::{Delivery, FirstSeen, Seen},
    sender::Sender,
    time::Timestamp,
    user::{Role, SessionId, User, UserId},
};
use sqlx::{Acquire, Sqlite, Transaction};
use tokio::sync::oneshot;

/// Where an answer goes.
pub(super) type Reply<T, E> = oneshot::Sender<Result<T, E>>;

/// A write and where its answer goes.
pub(super) enum Write {
    Place(Vec<Wanted>),
    Change(StatusChange, User, Reply<Order, ChangeError>),
    Push(NewPush, Sender, Option<PushRequest>, Reply<Seq, PushError>),
    Delivered(Vec<Delivery>, Reply<(), Unavailable>),
    Seen(UserId, Vec<Seen>, Reply<Vec<FirstSeen>, Unavailable>),
    SeenUpTo(UserId, Seq, Timestamp, Reply<Vec<FirstSeen>, Unavailable>),
    AddUser(String, Role, String, Reply<User, AddUserError>),
    SetPassword(String, String, Reply<(), ChangeUserError>),
    SetDisabled(String, bool, Reply<(), ChangeUserError>),
    OpenSession(NewSession, Reply<bool, Unavailable>),
    CloseSession(SessionId, Reply<(), Unavailable>),
    AddKey(String, Vec<u8>, Reply<(), KeyError>),
    RevokeKey(String, Reply<(), KeyError>),
    DemoMenu(DemoMenu, Reply<bool, Unavailable>),
    StartRun(Reply<(), Unavailable>),
    Prune(Retention, Reply<Pruned, Unavailable>),
    Probe(Reply<(), Unavailable>),
}

/// Answers a caller, once it is known whether the commit was done.
pub(super) type Answer = Box<dyn FnOnce(Committed) + Send>;

/// Writes that stand in the open transaction.
pub(super) struct Applied {
    /// The events that they put into the log.
    pub(super) events: Vec<Event>,
    /// Tell the callers.
    pub(super) answers: Vec<Answer>,
}

/// What a write came to: a value for its caller, an event for the log.
pub(super) type Outcome<T, E> = Result<(T, Option<Event>), Failure<E>>;

/// Why a write left no trace.
pub(super) enum Failure<E> {
    /// A rule is against it.
    Refused(E),
    /// The database failed.
    Database(sqlx::Error),
}

impl<E> From<sqlx::Error> for Failure<E> {
    fn from(cause: sqlx::Error) -> Self {
        Self::Database(cause)
    }
}

pub(super) type Savepoint<'a> = Transaction<'a, Sqlite>;

impl Write {
    /// Applies the write inside a savepoint, and keeps or undoes that.
    ///
    /// # Errors
    /// The savepoint itself failed: the whole transaction is lost.
    pub(super) async fn apply(
        self,
        transaction: &mut Transaction<'_, Sqlite>,
        terms: &Terms,
    ) -> Result<Applied, sqlx::Error> {
        let mut savepoint = transaction.begin().await?;
        let db = &mut *savepoint;
        match self {
            Self::Place(wanted) => {
                let outcomes = match place::place(savepoint, terms, &wanted).await? {
                    Ok(outcomes) => outcomes,
                    Err(cause) => {
                        tracing::warn!(%cause, "orders are placed one by one");
                        place::place_each(transaction, terms, &wanted).await?
                    }
                };
                Ok(place::applied(wanted, outcomes))
            }
            Self::Change(change, by, reply) => {
                let outcome = orders::change(db, terms, change, &by).await;
                settle(savepoint, reply, outcome).await
            }
            Self::Push(push, from, request, reply) => {
                let outcome = pushes::push(db, terms, push, &from, request).await;
                settle(savepoint, reply, outcome).await
            }
            Self::Delivered(deliveries, reply) => {
                let outcome = receipts::delivered(db, &deliveries).await;
                settle(savepoint, reply, outcome).await
            }
            Self::Seen(user, seen, reply) => {
                let outcome = receipts::seen(db, user, &seen).await;
                settle(savepoint, reply, outcome).await
            }
            Self::SeenUpTo(user, until, at, reply) => {
                let outcome = receipts::seen_up_to(db, user, until, at).await;
                settle(savepoint, reply, outcome).await
            }
            Self::AddUser(name, role, hash, reply) => {
                let outcome = users::add(db, terms, name, role, &hash).await;
                settle(savepoint, reply, outcome).await
            }
            Self::SetPassword(name, hash, reply) => {
                let outcome = users::set_password(db, &name, &hash).await;
                settle(savepoint, reply, outcome).await
            }
            Self::SetDisabled(name, disabled, reply) => {
                let outcome = users::set_disabled(db, terms, &name, disabled).await;
                settle(savepoint, reply, outcome).await
            }
            Self::OpenSession(session, reply) => {
                let outcome = sessions::open(db, session).await;
                settle(savepoint, reply, outcome).await
            }
            Self::CloseSession(id, reply) => {
                let outcome = sessions::close(db, &id).await;
                settle(savepoint, reply, outcome).await
            }
            Self::AddKey(name, hash, reply) => {
                let outcome = programs::add_key(db, terms, &name, &hash).await;
                settle(savepoint, reply, outcome).await
            }
            Self::RevokeKey(name, reply) => {
                let outcome = programs::revoke_key(db, terms, &name).await;
                settle(savepoint, reply, outcome).await
            }
            Self::DemoMenu(demo, reply) => {
                let outcome = menu::fill(db, &demo).await;
                settle(savepoint, reply, outcome).await
            }
            Self::StartRun(reply) => {
                let outcome = log::start_run(db).await;
                settle(savepoint, reply, outcome).await
            }
            Self::Prune(keep, reply) => {
                let outcome = log::prune(db, terms, keep).await;
                settle(savepoint, reply, outcome).await
            }
            Self::Probe(reply) => {
                let outcome = log::touch(db).await;
                settle(savepoint, reply, outcome).await
            }
        }
    }
}

/// Keeps or undoes what was done, and holds the answer until the commit.
async fn settle<T, E>(
    savepoint: Savepoint<'_>,
    reply: Reply<T, E>,
    outcome: Outcome<T, E>,
) -> Result<Applied, sqlx::Error>
where
    T: Send + 'static,
    E: From<Unavailable> + Send + 'static,
{
    let (result, event) = match outcome {
        Ok((value, event)) => {
            savepoint.commit().await?;
            (Ok(value), event)
        }
        Err(failure) => {
            savepoint.rollback().await?;
            let refused = match failure {
                Failure::Refused(error) => error,
                Failure::Database(cause) => unavailable(cause).into(),
            };
            (Err(refused), None)
        }
    };
    Ok(Applied {
        events: event.into_iter().collect(),
        answers: vec![answer(reply, result)],
    })
}

/// Answers a caller, unless the commit is lost.
pub(super) fn answer<T, E>(reply: Reply<T, E>, result: Result<T, E>) -> Answer
where
    T: Send + 'static,
    E: From<Unavailable> + Send + 'static,
{
    Box::new(move |committed| {
        // A caller that went away does not want to know.
        let _ = reply.send(committed.map_err(E::from).and(result));
    })
}
