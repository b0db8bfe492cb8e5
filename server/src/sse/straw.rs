//! A log of straw: what tests of the stream need of a store, and no more. Each
//! read takes a while, during which anything can happen.

use crate::{clock::WallClock, vault::SystemVault};
use async_trait::async_trait;
use domain::{
    cursor::{Cursor, Seq},
    event::Event,
    menu::Item,
    new_order::NewOrder,
    order::{Order, OrderId, Placed, StatusChange},
    ports::{
        AddUserError, ChangeError, Credentials, Desk, EventLog, NewSession, Orders, PlaceError,
        PushError, ReadError, Unavailable, Users,
    },
    push::NewPush,
    shop::Shop,
    user::{Role, User, UserId},
};
use jiff::tz::TimeZone;
use std::{
    future::poll_fn,
    sync::{Arc, LazyLock, Mutex},
    task::Poll,
};

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

/// A shop over such a log.
pub(super) fn shop(log: Arc<Straw>) -> Shop {
    static VAULT: LazyLock<Arc<SystemVault>> =
        LazyLock::new(|| Arc::new(SystemVault::new().unwrap()));
    Shop::new(log, Arc::new(WallClock(TimeZone::UTC)), VAULT.clone())
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

    async fn progress_after(&self, _: OrderId, _: Seq, _: u32) -> Result<Vec<Event>, Unavailable> {
        Err(Unavailable)
    }

    async fn push(&self, _: NewPush, _: &User) -> Result<Seq, PushError> {
        Err(Unavailable.into())
    }

    async fn got_messages(&self, _: UserId, _: Seq) -> Result<(), Unavailable> {
        Err(Unavailable)
    }
}

#[async_trait]
impl Orders for Straw {
    async fn menu(&self) -> Result<Vec<Item>, Unavailable> {
        Err(Unavailable)
    }

    async fn place(&self, _: NewOrder, _: String) -> Result<Placed, PlaceError> {
        Err(Unavailable.into())
    }

    async fn change(&self, _: StatusChange, _: &User) -> Result<Order, ChangeError> {
        Err(Unavailable.into())
    }

    async fn order(&self, _: &str) -> Result<Option<Order>, Unavailable> {
        Err(Unavailable)
    }

    async fn orders_before(&self, _: Option<OrderId>, _: u32) -> Result<Vec<Order>, Unavailable> {
        Err(Unavailable)
    }

    async fn desk(&self) -> Result<Desk, Unavailable> {
        Err(Unavailable)
    }
}

#[async_trait]
impl Users for Straw {
    async fn count(&self) -> Result<u32, Unavailable> {
        Err(Unavailable)
    }

    async fn names(&self) -> Result<Vec<String>, Unavailable> {
        Err(Unavailable)
    }

    async fn add(&self, _: &str, _: Role, _: &str) -> Result<User, AddUserError> {
        Err(Unavailable.into())
    }

    async fn credentials(&self, _: &str) -> Result<Option<Credentials>, Unavailable> {
        Err(Unavailable)
    }

    async fn open_session(&self, _: NewSession) -> Result<(), Unavailable> {
        Err(Unavailable)
    }

    async fn session(&self, _: &[u8]) -> Result<Option<User>, Unavailable> {
        Err(Unavailable)
    }

    async fn close_session(&self, _: &[u8]) -> Result<(), Unavailable> {
        Err(Unavailable)
    }
}
