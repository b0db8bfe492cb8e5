//! Placing orders, all that wait at once: each with its lines, what it takes
//! from the stock and its event, or nothing of it.

use super::{
    append::{self, NewEvent},
    events::json,
    menu, new_orders,
    till::Till,
    unavailable,
    write::{Applied, Reply, Savepoint, answer},
    writer::Terms,
};
use crate::crash;
use domain::{
    event::{Audience, Event, EventName, Progress},
    new_order::NewOrder,
    order::{Order, Placed},
    ports::PlaceError,
};
use sqlx::{Acquire, Sqlite, SqliteConnection, Transaction};
use std::slice;

/// An order that is asked for, and where its answer goes.
pub(super) struct Wanted {
    pub(super) order: NewOrder,
    /// The unguessable name that its page gets.
    pub(super) token: String,
    pub(super) reply: Reply<Placed, PlaceError>,
}

/// What became of each order, and the events of the new ones.
pub(super) type Outcomes = (Vec<Result<Placed, PlaceError>>, Vec<Event>);

/// Places orders inside `savepoint`, all by the same statements, for each is a
/// trip to the database's thread. Keeps that, or undoes it where the database
/// failed.
///
/// # Errors
/// The savepoint itself failed: the whole transaction is lost.
pub(super) async fn place(
    mut savepoint: Savepoint<'_>,
    terms: &Terms,
    wanted: &[Wanted],
) -> Result<Result<Outcomes, sqlx::Error>, sqlx::Error> {
    let outcomes = place_together(&mut savepoint, terms, wanted).await;
    match outcomes {
        Ok(_) => savepoint.commit().await?,
        Err(_) => savepoint.rollback().await?,
    }
    Ok(outcomes)
}

/// Places orders one by one, so that one that the database can't keep fails
/// alone.
///
/// # Errors
/// As [`place`].
pub(super) async fn place_each(
    transaction: &mut Transaction<'_, Sqlite>,
    terms: &Terms,
    wanted: &[Wanted],
) -> Result<Outcomes, sqlx::Error> {
    let (mut placed, mut events) = Outcomes::default();
    for wanted in wanted {
        let savepoint = transaction.begin().await?;
        match place(savepoint, terms, slice::from_ref(wanted)).await? {
            Ok((outcome, event)) => {
                placed.extend(outcome);
                events.extend(event);
            }
            Err(cause) => placed.push(Err(unavailable(cause).into())),
        }
    }
    Ok((placed, events))
}

/// Each outcome for whoever asked for it.
pub(super) fn applied(wanted: Vec<Wanted>, (placed, events): Outcomes) -> Applied {
    let replies = wanted.into_iter().map(|wanted| wanted.reply);
    let answers = replies.zip(placed).map(|(to, placed)| answer(to, placed));
    Applied {
        answers: answers.collect(),
        events,
    }
}

async fn place_together(
    db: &mut SqliteConnection,
    terms: &Terms,
    wanted: &[Wanted],
) -> Result<Outcomes, sqlx::Error> {
    let mut till = Till::open(&mut *db, terms, wanted).await?;
    let placed: Vec<_> = wanted.iter().map(|wanted| till.place(wanted)).collect();
    let new: Vec<_> = wanted.iter().zip(&placed).filter_map(new_order).collect();
    if new.is_empty() {
        return Ok((placed, Vec::new()));
    }
    let now = till.now();
    new_orders::insert(&mut *db, &new, now).await?;
    menu::take(&mut *db, till.sold()).await?;
    crash::point("stock");
    let told: Result<_, _> = new.iter().map(|(_, order)| tell(order)).collect();
    let events = append::append_all(db, told?, now).await?;
    crash::point("event");
    Ok((placed, events))
}

/// The key of an order's request, and the order, if it is new.
fn new_order<'a>(
    (wanted, placed): (&'a Wanted, &'a Result<Placed, PlaceError>),
) -> Option<(&'a str, &'a Order)> {
    match placed {
        Ok(Placed::New(order)) => Some((&wanted.order.request_id, order)),
        _ => None,
    }
}

fn tell(order: &Order) -> Result<NewEvent, sqlx::Error> {
    Ok(NewEvent {
        name: EventName::Order,
        audience: Audience::Admins,
        data: json(order)?,
        progress: Some(Progress {
            order: order.id,
            data: json(&order.clone().for_customer())?,
            last: false,
        }),
        expires_at: None,
    })
}
