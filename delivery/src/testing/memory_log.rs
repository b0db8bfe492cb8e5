//! A log in memory. Each read takes a while, during which anything can happen.

use crate::{
    Audience, Event, Extent, History, Log, LogError, Seq, TopicEvent, TopicId, async_trait,
    sync::Mutex,
};
use std::{future::poll_fn, task::Poll};

/// An event for everyone, without a topic.
pub(crate) fn event(seq: i64) -> Event {
    Event {
        seq: Seq(seq),
        name: "change",
        audience: Audience::Everyone,
        data: String::new(),
        topic: None,
        bell: None,
        expires_at: None,
    }
}

/// An event of a topic that goes on.
pub(crate) fn event_of(topic: TopicId, seq: i64) -> Event {
    let topic = TopicEvent {
        id: topic,
        data: String::new(),
        last: false,
    };
    Event {
        topic: Some(topic),
        ..event(seq)
    }
}

/// A log in memory.
pub(crate) struct MemoryLog(Mutex<State>);

#[derive(Default)]
struct State {
    events: Vec<Event>,
    pruned: Seq,
}

impl State {
    fn head(&self) -> Seq {
        self.events.last().map_or(self.pruned, |event| event.seq)
    }
}

impl Default for MemoryLog {
    fn default() -> Self {
        Self(Mutex::new(State::default()))
    }
}

impl MemoryLog {
    /// The newest event, at once.
    pub(crate) fn newest(&self) -> Seq {
        self.0.lock().head()
    }

    pub(crate) fn commit(&self, event: Event) {
        self.0.lock().events.push(event);
    }

    pub(crate) fn prune(&self, until: Seq) {
        let mut state = self.0.lock();
        state.events.retain(|event| event.seq > until);
        state.pruned = until;
    }

    async fn read<T>(&self, read: impl FnOnce(&State) -> T) -> T {
        nap().await;
        let result = read(&self.0.lock());
        nap().await;
        result
    }
}

/// Lets the others have a turn.
pub(crate) async fn nap() {
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

/// Up to `limit` events after `seq` that `wanted` says.
fn page(state: &State, seq: Seq, limit: u32, wanted: impl Fn(&Event) -> bool) -> Vec<Event> {
    let after = state.events.iter().filter(|event| event.seq > seq);
    let wanted = after.filter(|event| wanted(event));
    wanted.take(limit as usize).cloned().collect()
}

#[async_trait]
impl Log for MemoryLog {
    async fn extent(&self) -> Result<Extent, LogError> {
        let extent = self.read(|state| Extent {
            history: History::default(),
            pruned: state.pruned,
            head: state.head(),
        });
        Ok(extent.await)
    }

    async fn after(&self, seq: Seq, limit: u32) -> Result<Vec<Event>, LogError> {
        let page = self.read(|state| {
            let page = page(state, seq, limit, |_| true);
            (seq >= state.pruned).then_some(page)
        });
        page.await.ok_or(LogError::Pruned)
    }

    async fn topic_after(
        &self,
        topic: TopicId,
        seq: Seq,
        limit: u32,
    ) -> Result<Vec<Event>, LogError> {
        let page = self.read(|state| page(state, seq, limit, |event| event.is_of(topic)));
        Ok(page.await)
    }
}
