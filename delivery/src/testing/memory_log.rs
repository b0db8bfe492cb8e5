//! A log of straw: what tests of the stream need of a store, and no more. Each
//! read takes a while, during which anything can happen.

use super::sync::Mutex;
use async_trait::async_trait;
use domain::{
    cursor::{Cursor, Seq},
    event::{Audience, Event, EventName, Progress},
    order::OrderId,
    ports::{EventLog, PushError, ReadError, Unavailable},
    push::{NewPush, PushRequest},
    receipt::{Delivery, FirstSeen, Receipts, Seen},
    sender::Sender,
    time::Timestamp,
    user::UserId,
};
use std::{future::poll_fn, task::Poll};

/// An event for the back office, and for whoever follows its order.
pub(super) fn event(seq: i64, progress: Option<Progress>) -> Event {
    Event {
        seq: Seq(seq),
        name: EventName::Change,
        audience: Audience::Admins,
        data: String::new(),
        progress,
        expires_at: None,
    }
}

/// A log in memory.
#[derive(Default)]
pub(super) struct Straw(Mutex<State>);

#[derive(Default)]
struct State {
    events: Vec<Event>,
    pruned: Seq,
}

impl Straw {
    pub(super) fn head(&self) -> Seq {
        let state = self.0.lock().unwrap();
        state.events.last().map_or(state.pruned, |event| event.seq)
    }

    pub(super) fn commit(&self, event: Event) {
        self.0.lock().unwrap().events.push(event);
    }

    pub(super) fn prune(&self, until: Seq) {
        let mut state = self.0.lock().unwrap();
        state.events.retain(|event| event.seq > until);
        state.pruned = until;
    }
}

/// Lets the others have a turn.
pub(super) async fn nap() {
    let mut rested = false;
    poll_fn(|context| {
        if rested {
            return Poll::Ready(());
        }
        rested = true;
        context.waker().wake_by_ref();
        Poll::Pending
    })
    .await;
}

#[async_trait]
impl EventLog for Straw {
    async fn after(&self, seq: Seq, limit: u32) -> Result<Vec<Event>, ReadError> {
        nap().await;
        let page = {
            let state = self.0.lock().unwrap();
            let after = state.events.iter().filter(|event| event.seq > seq);
            let page = after.take(limit as usize).cloned().collect();
            (seq >= state.pruned).then_some(page)
        };
        nap().await;
        page.ok_or(ReadError::Pruned)
    }

    async fn messages(&self, _: UserId, _: Seq, _: Seq) -> Result<Vec<Event>, Unavailable> {
        nap().await;
        Ok(Vec::new())
    }

    async fn last_message(&self, _: UserId) -> Result<Seq, Unavailable> {
        Ok(Seq(0))
    }

    async fn head(&self) -> Result<Cursor, Unavailable> {
        Err(Unavailable)
    }

    async fn progress_after(
        &self,
        order: OrderId,
        seq: Seq,
        limit: u32,
    ) -> Result<Vec<Event>, Unavailable> {
        let mut page = self.after(seq, limit).await.map_err(|_| Unavailable)?;
        page.retain(|event| {
            event
                .progress
                .as_ref()
                .is_some_and(|told| told.order == order)
        });
        Ok(page)
    }

    async fn push(&self, _: NewPush, _: &Sender, _: Option<PushRequest>) -> Result<Seq, PushError> {
        Err(Unavailable.into())
    }

    async fn delivered(&self, _: Vec<Delivery>) -> Result<(), Unavailable> {
        Err(Unavailable)
    }

    async fn seen(&self, _: UserId, _: Vec<Seen>) -> Result<Vec<FirstSeen>, Unavailable> {
        Err(Unavailable)
    }

    async fn seen_up_to(
        &self,
        _: UserId,
        _: Seq,
        _: Timestamp,
    ) -> Result<Vec<FirstSeen>, Unavailable> {
        Err(Unavailable)
    }

    async fn receipts(&self, _: Seq) -> Result<Option<Receipts>, Unavailable> {
        Err(Unavailable)
    }
}
