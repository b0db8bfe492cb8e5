//! The streams that are open, by name, and a bell for whoever wants to know of a
//! change.

use super::{connection::Connection, summary::summarise};
use crate::control::Presence;
use parking_lot::{MappedMutexGuard, Mutex, MutexGuard};
use std::{collections::HashMap, sync::Arc, time::Duration};
use tokio::sync::Notify;

/// In boxes: a table is never full, and its empty places are to be small.
pub(super) type Streams = HashMap<Arc<str>, Box<Connection>>;

/// What the registry and its registrations share.
pub(super) struct OpenStreams {
    open: Mutex<Open>,
    pub(super) changed: Notify,
    pub(super) heartbeat: Duration,
}

#[derive(Default)]
struct Open {
    streams: Streams,
    /// Who is there, counted once for all who ask until something changes.
    presence: Option<Presence>,
}

impl OpenStreams {
    pub(super) fn new(heartbeat: Duration) -> Self {
        Self {
            open: Mutex::default(),
            changed: Notify::new(),
            heartbeat,
        }
    }

    /// To read them; see [`Self::change`].
    pub(super) fn lock(&self) -> MappedMutexGuard<'_, Streams> {
        MutexGuard::map(self.open.lock(), |open| &mut open.streams)
    }

    /// Changes them; `change` says what it changed, or `None` where that is nothing.
    pub(super) fn change<T>(&self, change: impl FnOnce(&mut Streams) -> Option<T>) -> Option<T> {
        let mut open = self.open.lock();
        let changed = change(&mut open.streams)?;
        open.presence = None;
        self.changed.notify_one();
        Some(changed)
    }

    pub(super) fn add(&self, connection: Connection) {
        let stream = connection.stream.clone();
        self.change(|streams| Some(streams.insert(stream, Box::new(connection))));
    }

    pub(super) fn remove(&self, stream: &str) {
        self.change(|streams| streams.remove(stream));
    }

    /// Who is there.
    pub(super) fn presence(&self) -> Presence {
        let Open { streams, presence } = &mut *self.open.lock();
        presence
            .get_or_insert_with(|| summarise(streams.values().map(Box::as_ref)))
            .clone()
    }
}
