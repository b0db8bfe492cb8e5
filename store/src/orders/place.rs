//! Placing orders, all that wait at once: each with its lines, what it takes
//! from the stock and its event, or nothing of it.

use super::{new_rows, rows};
use crate::{
    crash,
    diagnostics::{self, failed},
    json::corrupt,
    log, menu,
    writer::{Job, Reply, Write, WriteContext, settle},
};
use async_trait::async_trait;
use delivery::Event as LogEvent;
use domain::{
    events::Event,
    menu::MenuChanged,
    orders::{NewOrder, Order, OrderBatch, PlaceError, Placed},
};
use sqlx::{Acquire, Sqlite, Transaction};
use std::{any::Any, slice};
use tracing::Span;

/// What it is called in the log.
pub(crate) const OPERATION: &str = "place an order";

/// An order that is to be placed, and where its answer goes.
struct Wanted {
    order: NewOrder,
    /// The unguessable name that its page gets.
    token: String,
    reply: Reply<Placed, PlaceError>,
    /// The request that it came with.
    span: Span,
}

/// What became of each order.
type Outcomes = Vec<Result<Placed, PlaceError>>;

/// Orders that are placed together: each step is one statement for all of them,
/// for each statement is a trip to the database's thread.
pub(crate) struct PlaceOrders {
    wanted: Vec<Wanted>,
    outcomes: Outcomes,
}

impl PlaceOrders {
    /// One order; those that wait behind it join.
    pub(crate) fn new(order: NewOrder, token: String, reply: Reply<Placed, PlaceError>) -> Self {
        let wanted = Wanted {
            order,
            token,
            reply,
            span: Span::current(),
        };
        Self {
            wanted: vec![wanted],
            outcomes: Vec::new(),
        }
    }
}

#[async_trait]
impl Job for PlaceOrders {
    fn join(&mut self, next: Box<dyn Job>) -> Option<Box<dyn Job>> {
        let is_alike = (&*next as &dyn Any).is::<Self>();
        if !is_alike {
            return Some(next);
        }
        let next: Box<dyn Any> = next;
        if let Ok(next) = next.downcast::<Self>() {
            self.wanted.extend(next.wanted);
        }
        None
    }

    async fn apply(
        &mut self,
        transaction: &mut Transaction<'_, Sqlite>,
        context: &WriteContext,
    ) -> Result<Vec<LogEvent>, sqlx::Error> {
        let placed = place(transaction, context, &self.wanted).await?;
        let (outcomes, events) = match placed {
            Ok(placed) => placed,
            Err(cause) => {
                for wanted in &self.wanted {
                    let _entered = wanted.span.enter();
                    tracing::warn!(%cause, "orders are placed one by one");
                }
                place_each(transaction, context, &self.wanted).await?
            }
        };
        self.outcomes = outcomes;
        Ok(events)
    }

    fn answer(self: Box<Self>, committed: Result<(), &sqlx::Error>) {
        let mut outcomes = self.outcomes.into_iter();
        for wanted in self.wanted {
            let outcome = match (committed, outcomes.next()) {
                (Ok(()), Some(outcome)) => outcome,
                (Err(cause), _) => {
                    let report = || diagnostics::report(OPERATION, cause);
                    Err(wanted.span.in_scope(report).into())
                }
                (Ok(()), None) => Err(domain::Unavailable.into()),
            };
            // A caller that went away does not want to know.
            let _ = wanted.reply.send(outcome);
        }
    }
}

/// Places orders in one savepoint, and keeps that, or undoes it where the
/// database failed.
///
/// # Errors
/// The savepoint itself failed: the whole transaction is lost.
async fn place(
    transaction: &mut Transaction<'_, Sqlite>,
    context: &WriteContext,
    wanted: &[Wanted],
) -> Result<Result<(Outcomes, Vec<LogEvent>), sqlx::Error>, sqlx::Error> {
    let mut savepoint = transaction.begin().await?;
    let mut write = Write::new(&mut savepoint, context);
    let outcomes = place_together(&mut write, wanted).await;
    let events = write.take_events();
    let outcomes = settle(savepoint, outcomes).await?;
    Ok(outcomes.map(|outcomes| (outcomes, events)))
}

/// Places orders one by one, so that one that the database can't keep fails
/// alone.
///
/// # Errors
/// As [`place`].
async fn place_each(
    transaction: &mut Transaction<'_, Sqlite>,
    context: &WriteContext,
    wanted: &[Wanted],
) -> Result<(Outcomes, Vec<LogEvent>), sqlx::Error> {
    let (mut outcomes, mut events) = (Vec::new(), Vec::new());
    for wanted in wanted {
        match place(transaction, context, slice::from_ref(wanted)).await? {
            Ok((placed, told)) => {
                outcomes.extend(placed);
                events.extend(told);
            }
            Err(cause) => {
                let unavailable = wanted.span.in_scope(|| failed(OPERATION)(cause));
                outcomes.push(Err(unavailable.into()));
            }
        }
    }
    Ok((outcomes, events))
}

async fn place_together(write: &mut Write<'_>, wanted: &[Wanted]) -> Result<Outcomes, sqlx::Error> {
    let mut batch = load(write, wanted).await?;
    let place = |wanted: &Wanted| batch.place(&wanted.order, &wanted.token);
    let placed: Outcomes = wanted.iter().map(place).collect();
    let new: Vec<_> = wanted.iter().zip(&placed).filter_map(new_order).collect();
    if new.is_empty() {
        return Ok(placed);
    }
    let now = batch.now();
    new_rows::insert(&mut *write.db, &new, now).await?;
    let gone = menu::take(&mut *write.db, batch.sold()).await?;
    crash::point("stock");
    let orders = new.iter().map(|(_, order)| (*order).clone());
    let orders = orders.map(|order| Event::Order(Box::new(order)));
    // Of the stock only its end is an event: customers' pages need not hear of each order.
    let gone = gone.into_iter().map(MenuChanged::by_order).map(Event::Menu);
    let events = orders.chain(gone).map(|event| event.encode(None));
    let events: Result<_, _> = events.collect();
    log::append(write, events.map_err(corrupt)?, now).await?;
    crash::point("event");
    Ok(placed)
}

/// Reads all that it takes to place those orders, in a transaction that writes:
/// nobody else changes it meanwhile.
async fn load<'w>(write: &mut Write<'w>, wanted: &[Wanted]) -> Result<OrderBatch<'w>, sqlx::Error> {
    let context = write.context;
    let clock = &*context.clock;
    let orders = || wanted.iter().map(|wanted| &wanted.order);
    let keys = orders().map(|order| &*order.request_id);
    let placed = rows::placed_before(&mut *write.db, clock, keys).await?;
    let lines = orders().flat_map(|order| &order.lines);
    let items = menu::items_of(&mut *write.db, clock, lines.map(|line| line.item)).await?;
    let now = clock.now();
    let (last, currency) = new_rows::last(&mut *write.db, &clock.day(now)).await?;
    Ok(OrderBatch::new(
        clock,
        currency.unwrap_or(context.currency),
        now,
        placed,
        items,
        last,
    ))
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
