//! The streams that are open, by name, and a bell for whoever wants to know of a
//! change.

use super::connection::Connection;
use parking_lot::{Mutex, MutexGuard};
use std::{collections::HashMap, sync::Arc, time::Duration};
use tokio::sync::Notify;

/// What the registry and its registrations share.
pub(super) struct OpenStreams {
    /// In boxes: a table is never full, and its empty places are to be small.
    streams: Mutex<HashMap<Arc<str>, Box<Connection>>>,
    pub(super) changed: Notify,
    pub(super) heartbeat: Duration,
}

impl OpenStreams {
    pub(super) fn new(heartbeat: Duration) -> Self {
        Self {
            streams: Mutex::default(),
            changed: Notify::new(),
            heartbeat,
        }
    }

    pub(super) fn lock(&self) -> MutexGuard<'_, HashMap<Arc<str>, Box<Connection>>> {
        self.streams.lock()
    }

    pub(super) fn add(&self, connection: Connection) {
        let stream = connection.stream.clone();
        self.lock().insert(stream, Box::new(connection));
        self.changed.notify_one();
    }

    pub(super) fn remove(&self, stream: &str) {
        if self.lock().remove(stream).is_some() {
            self.changed.notify_one();
        }
    }
}
