//! A server that runs to be measured.

use crate::{http::Request, process::Process, publisher::Publish};
use std::{net::SocketAddr, time::Duration};

/// A running server.
pub(crate) struct Server {
    pub(crate) process: Process,
    pub(crate) address: SocketAddr,
    /// What opens a stream.
    pub(crate) subscribe: Request,
    pub(crate) publish: Publish,
    /// How long it may still say something by itself, for each stream that was
    /// opened.
    pub(crate) pause_per_stream: Duration,
}

impl Server {
    /// When nothing has come for so long after that many streams were opened,
    /// nothing will.
    pub(crate) fn quiet(&self, streams: usize) -> Duration {
        let streams = u32::try_from(streams).unwrap_or(u32::MAX);
        Duration::from_millis(500) + self.pause_per_stream * streams
    }
}
