//! Which streams are open, whose they are, since when, and from where.

use domain::{
    event::{Presence, UserOnline},
    time::Timestamp,
    user::{User, UserId},
};
use serde::Serialize;
use std::{
    collections::{BTreeMap, HashMap},
    net::IpAddr,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};
use tokio::sync::Notify;
use tokio_util::sync::{CancellationToken, WaitForCancellationFuture};

/// What is known of an open stream.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Connection {
    /// The stream's name.
    pub(crate) stream: String,
    /// Whose it is.
    pub(crate) user: String,
    #[serde(skip)]
    user_id: UserId,
    /// Since when it is open.
    pub(crate) since: Timestamp,
    /// From where.
    pub(crate) address: Option<IpAddr>,
    /// By what, in the browser's own words.
    pub(crate) agent: String,
    #[serde(skip)]
    end: CancellationToken,
}

/// All open streams of administrators. Clones are the same registry.
#[derive(Clone)]
pub(crate) struct Registry(Arc<Inner>);

struct Inner {
    streams: Mutex<HashMap<String, Connection>>,
    changed: Notify,
    heartbeat: Duration,
}

impl Registry {
    /// A registry of streams that tick every `heartbeat`.
    pub(crate) fn new(heartbeat: Duration) -> Self {
        Self(Arc::new(Inner {
            streams: Mutex::default(),
            changed: Notify::new(),
            heartbeat,
        }))
    }

    /// How often a stream ticks.
    pub(crate) fn heartbeat(&self) -> Duration {
        self.0.heartbeat
    }

    /// Enters an administrator's stream, until the registration is dropped.
    pub(crate) fn enter(
        &self,
        stream: String,
        user: &User,
        since: Timestamp,
        address: Option<IpAddr>,
        agent: String,
        end: CancellationToken,
    ) -> Registration {
        let connection = Connection {
            stream: stream.clone(),
            user: user.name.clone(),
            user_id: user.id,
            since,
            address,
            agent,
            end: end.clone(),
        };
        self.streams().insert(stream.clone(), connection);
        self.0.changed.notify_one();
        Registration {
            registry: self.clone(),
            stream,
            user: Some(user.name.clone()),
            end,
        }
    }

    /// A registration of a customer's stream, which nobody counts.
    pub(crate) fn pass(&self, stream: String, end: CancellationToken) -> Registration {
        Registration {
            registry: self.clone(),
            stream,
            user: None,
            end,
        }
    }

    /// Ends a stream, if it is one of `user`'s.
    pub(crate) fn end(&self, stream: &str, user: UserId) {
        let mut streams = self.streams();
        if streams
            .get(stream)
            .is_none_or(|found| found.user_id != user)
        {
            return;
        }
        if let Some(connection) = streams.remove(stream) {
            connection.end.cancel();
        }
        self.0.changed.notify_one();
    }

    /// Ends all streams of `user`.
    pub(crate) fn end_all(&self, user: UserId) {
        self.streams().retain(|_, connection| {
            let keep = connection.user_id != user;
            if !keep {
                connection.end.cancel();
            }
            keep
        });
        self.0.changed.notify_one();
    }

    /// All open streams, the oldest first.
    pub(crate) fn connections(&self) -> Vec<Connection> {
        let mut connections: Vec<_> = self.streams().values().cloned().collect();
        connections.sort_by(|a, b| (a.since, &a.stream).cmp(&(b.since, &b.stream)));
        connections
    }

    /// Who is there.
    pub(crate) fn presence(&self) -> Presence {
        let streams = self.streams();
        let mut users: BTreeMap<&str, u32> = BTreeMap::new();
        for connection in streams.values() {
            *users.entry(&connection.user).or_default() += 1;
        }
        let online = users.into_iter().map(|(name, streams)| UserOnline {
            name: name.to_owned(),
            streams,
        });
        Presence {
            streams: u32::try_from(streams.len()).unwrap_or(u32::MAX),
            users: online.take(Presence::MAX_USERS).collect(),
        }
    }

    /// How many streams are open: of the user of that name, or of all.
    pub(crate) fn online(&self, name: Option<&str>) -> u32 {
        let is_meant = |connection: &&Connection| {
            name.is_none_or(|name| connection.user.eq_ignore_ascii_case(name))
        };
        let online = self.streams().values().filter(is_meant).count();
        u32::try_from(online).unwrap_or(u32::MAX)
    }

    /// Waits until somebody came or went.
    pub(crate) async fn changed(&self) {
        self.0.changed.notified().await;
    }

    fn streams(&self) -> MutexGuard<'_, HashMap<String, Connection>> {
        // The map is whole at every step: a panic elsewhere can't break it.
        self.0
            .streams
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }
}

/// A stream's place in the registry; left when dropped, whatever the reason.
pub(crate) struct Registration {
    registry: Registry,
    stream: String,
    user: Option<String>,
    end: CancellationToken,
}

impl Registration {
    /// The stream's name.
    pub(crate) fn stream(&self) -> &str {
        &self.stream
    }

    /// The name of the administrator whose stream it is.
    pub(crate) fn user(&self) -> Option<&str> {
        self.user.as_deref()
    }

    /// How often the stream ticks, in milliseconds.
    pub(crate) fn heartbeat(&self) -> u32 {
        u32::try_from(self.registry.heartbeat().as_millis()).unwrap_or(u32::MAX)
    }

    /// Waits until somebody ends the stream.
    pub(crate) fn ended(&self) -> WaitForCancellationFuture<'_> {
        self.end.cancelled()
    }
}

impl Drop for Registration {
    fn drop(&mut self) {
        if self.registry.streams().remove(&self.stream).is_some() {
            self.registry.0.changed.notify_one();
        }
    }
}
