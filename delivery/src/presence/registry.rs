//! All open streams of known readers.

use super::{
    close_handle::CloseHandle,
    connection::{Connection, NewConnection},
    open_streams::{OpenStreams, Streams},
    registration::Registration,
    summary::summarise,
};
use crate::{ReaderId, Timestamp, control::Presence};
use rand::Rng;
use std::{collections::HashSet, sync::Arc, time::Duration};
use tokio_util::sync::CancellationToken;

/// The most pages that a stream is believed to have.
const MAX_PAGES: u32 = 100;

/// All open streams of known readers. Clones are the same registry.
#[derive(Clone)]
pub struct StreamRegistry(Arc<OpenStreams>);

impl StreamRegistry {
    /// A registry of streams that tick every `heartbeat`.
    pub fn new(heartbeat: Duration) -> Self {
        Self(Arc::new(OpenStreams::new(heartbeat)))
    }

    /// How often a stream ticks.
    pub fn heartbeat(&self) -> Duration {
        self.0.heartbeat
    }

    /// Enters the stream of a known reader, until the registration is dropped.
    /// `token` ends it: see [`crate::Hub::stream_token`].
    pub fn enter(&self, new: NewConnection, token: CancellationToken) -> Registration {
        let registration = self.registration(Some(new.reader.name.clone()), token);
        let (stream, handle) = (registration.stream.clone(), registration.handle.clone());
        self.0.add(Connection::new(stream, new, handle));
        registration
    }

    /// A registration of the stream of a reader whom nobody knows: it is not
    /// counted.
    pub fn enter_unknown(&self, token: CancellationToken) -> Registration {
        self.registration(None, token)
    }

    fn registration(&self, reader: Option<String>, token: CancellationToken) -> Registration {
        Registration {
            open: self.0.clone(),
            stream: format!("{:032x}", rand::rng().random::<u128>()).into(),
            reader,
            handle: CloseHandle::new(token),
        }
    }

    /// Says how many pages listen to a stream, 1 to 100; what lies outside becomes
    /// the nearest. Whether the stream is open and one of the reader's.
    pub fn set_pages(&self, stream: &str, reader: ReaderId, pages: u32) -> bool {
        let pages = pages.clamp(1, MAX_PAGES);
        let mut is_theirs = false;
        self.0.change(|streams| {
            let connection = streams.get_mut(stream)?;
            is_theirs = connection.reader.id == reader;
            let changes = is_theirs && connection.pages != pages;
            changes.then(|| connection.pages = pages)
        });
        is_theirs
    }

    /// Ends a stream, if it is one of the reader's.
    pub fn end(&self, stream: &str, reader: ReaderId) {
        self.close_where(CloseHandle::close, |connection| {
            &*connection.stream == stream && connection.reader.id == reader
        });
    }

    /// Ends all streams of a reader.
    pub fn end_reader(&self, reader: ReaderId) {
        self.close_where(CloseHandle::close, |connection| {
            connection.reader.id == reader
        });
    }

    /// Ends all streams of a session.
    pub fn end_session(&self, session: &[u8]) {
        self.close_where(CloseHandle::close, |connection| {
            connection.reader.session == session
        });
    }

    /// Ends all streams that `meant` says, in the name of `by`, whom their readers
    /// are told; returns how many those were.
    pub fn dismiss(&self, by: &str, meant: impl Fn(&Connection) -> bool) -> usize {
        self.close_where(|handle| handle.close_by(by), meant)
    }

    fn close_where(
        &self,
        close: impl Fn(&CloseHandle),
        meant: impl Fn(&Connection) -> bool,
    ) -> usize {
        let close_all = |streams: &mut Streams| {
            let closed = streams
                .extract_if(|_, connection| meant(connection))
                .map(|(_, connection)| close(&connection.handle))
                .count();
            (closed > 0).then_some(closed)
        };
        self.0.change(close_all).unwrap_or_default()
    }

    /// Whether a stream of the reader has been open since before `at`.
    pub fn was_there(&self, reader: ReaderId, at: Timestamp) -> bool {
        self.0
            .lock()
            .values()
            .any(|connection| connection.reader.id == reader && connection.since <= at)
    }

    /// Whether a stream of a known reader is open.
    pub fn has_readers(&self) -> bool {
        !self.0.lock().is_empty()
    }

    /// Whose the stream is, by name.
    pub fn reader_of(&self, stream: &str) -> Option<String> {
        let streams = self.0.lock();
        let connection = streams.get(stream)?;
        Some(connection.reader.name.clone())
    }

    /// The sessions that have a stream open, each once.
    pub fn sessions(&self) -> Vec<Vec<u8>> {
        let streams = self.0.lock();
        let sessions: HashSet<_> = streams
            .values()
            .map(|connection| &connection.reader.session)
            .collect();
        sessions.into_iter().cloned().collect()
    }

    /// All open streams, the oldest first.
    pub fn connections(&self) -> Vec<Connection> {
        let mut connections: Vec<_> = self.0.lock().values().map(|one| (**one).clone()).collect();
        connections.sort_by(|a, b| (a.since, &a.stream).cmp(&(b.since, &b.stream)));
        connections
    }

    /// Who is there: of all, or of the reader of that name (ASCII case aside).
    pub fn presence(&self, name: Option<&str>) -> Presence {
        let Some(name) = name else {
            return self.0.presence();
        };
        let streams = self.0.lock();
        summarise(
            streams
                .values()
                .map(Box::as_ref)
                .filter(|connection| connection.reader.name.eq_ignore_ascii_case(name)),
        )
    }

    /// Waits until somebody came or went, or a stream has other pages. For one
    /// task alone: a change wakes one that waits.
    pub async fn changed(&self) {
        self.0.changed.notified().await;
    }
}
