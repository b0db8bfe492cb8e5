//! Which streams are open, whose they are, since when, and from where.

use super::end::End;
use domain::{
    event::{Presence, UserOnline},
    time::Timestamp,
    user::{Session, SessionId, UserId},
};
use serde::Serialize;
use std::{
    collections::{BTreeMap, HashMap, HashSet},
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
    session: Session,
    /// Since when it is open.
    pub(crate) since: Timestamp,
    /// From where.
    pub(crate) address: Option<IpAddr>,
    /// By what, in the browser's own words.
    pub(crate) agent: String,
    #[serde(skip)]
    end: End,
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
        session: Session,
        since: Timestamp,
        address: Option<IpAddr>,
        agent: String,
        end: CancellationToken,
    ) -> Registration {
        let end = End::new(end);
        let user = session.user.name.clone();
        let connection = Connection {
            stream: stream.clone(),
            user: user.clone(),
            session,
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
            user: Some(user),
            end,
        }
    }

    /// A registration of a customer's stream, which nobody counts.
    pub(crate) fn pass(&self, stream: String, end: CancellationToken) -> Registration {
        Registration {
            registry: self.clone(),
            stream,
            user: None,
            end: End::new(end),
        }
    }

    /// Ends a stream, if it is one of `user`'s.
    pub(crate) fn end(&self, stream: &str, user: UserId) {
        self.end_where(End::end, |connection| {
            connection.stream == stream && connection.session.user.id == user
        });
    }

    /// Ends all streams of `user`.
    pub(crate) fn end_user(&self, user: UserId) {
        self.end_where(End::end, |connection| connection.session.user.id == user);
    }

    /// Ends all streams of a session.
    pub(crate) fn end_session(&self, session: &SessionId) {
        self.end_where(End::end, |connection| connection.session.id == *session);
    }

    /// Ends all streams that `meant` says, in the name of the user `by`; says
    /// how many those were.
    pub(crate) fn dismiss(&self, by: &str, meant: impl Fn(&Connection) -> bool) -> usize {
        self.end_where(|end| end.end_by(by), meant)
    }

    fn end_where(&self, end: impl Fn(&End), meant: impl Fn(&Connection) -> bool) -> usize {
        let ended = self
            .streams()
            .extract_if(|_, connection| meant(connection))
            .map(|(_, connection)| end(&connection.end))
            .count();
        if ended > 0 {
            self.0.changed.notify_one();
        }
        ended
    }

    /// Whether a stream of `user` has been open since before `at`.
    pub(crate) fn was_there(&self, user: UserId, at: Timestamp) -> bool {
        self.streams()
            .values()
            .any(|connection| connection.session.user.id == user && connection.since <= at)
    }

    /// Whose the stream is, by name.
    pub(crate) fn user_of(&self, stream: &str) -> Option<String> {
        let streams = self.streams();
        streams
            .get(stream)
            .map(|connection| connection.user.clone())
    }

    /// The sessions that have a stream open, each once.
    pub(crate) fn sessions(&self) -> Vec<SessionId> {
        let streams = self.streams();
        let sessions: HashSet<_> = streams
            .values()
            .map(|connection| connection.session.id.clone())
            .collect();
        sessions.into_iter().collect()
    }

    /// All open streams, the oldest first.
    pub(crate) fn connections(&self) -> Vec<Connection> {
        let mut connections: Vec<_> = self.streams().values().cloned().collect();
        connections.sort_by(|a, b| (a.since, &a.stream).cmp(&(b.since, &b.stream)));
        connections
    }

    /// Who is there: of all, or of the user of that name.
    pub(crate) fn presence(&self, name: Option<&str>) -> Presence {
        let is_meant = |connection: &&Connection| {
            name.is_none_or(|name| connection.user.eq_ignore_ascii_case(name))
        };
        let streams = self.streams();
        let mut users: BTreeMap<&str, u32> = BTreeMap::new();
        for connection in streams.values().filter(is_meant) {
            *users.entry(&connection.user).or_default() += 1;
        }
        Presence {
            streams: users.values().sum(),
            users: users
                .into_iter()
                .map(|(name, streams)| UserOnline {
                    name: name.to_owned(),
                    streams,
                })
                .take(Presence::MAX_USERS)
                .collect(),
        }
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
    end: End,
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
        self.end.ended()
    }

    /// Whether somebody ended the stream.
    pub(crate) fn is_ended(&self) -> bool {
        self.end.is_over()
    }

    /// Who ended the stream, where that was an administrator who meant to.
    pub(crate) fn dismissed_by(&self) -> Option<&str> {
        self.end.by()
    }
}

impl Drop for Registration {
    fn drop(&mut self) {
        if self.registry.streams().remove(&self.stream).is_some() {
            self.registry.0.changed.notify_one();
        }
    }
}
