//! The servers that are measured, each started for one scenario.

pub(crate) mod axum;
pub(crate) mod floor;
mod orderbell;
mod own;

use crate::{http::Request, process::Process, publisher::Publish};
use anyhow::Result;
use std::{net::SocketAddr, time::Duration};

/// A server to measure.
pub(crate) struct Rival {
    pub(crate) name: &'static str,
    pub(crate) start: fn() -> Result<Server>,
}

/// All of them. What the others are compared with comes first.
pub(crate) const RIVALS: &[Rival] = &[
    Rival {
        name: "floor",
        start: || own::start("floor"),
    },
    Rival {
        name: "orderbell",
        start: orderbell::start,
    },
    Rival {
        name: "axum",
        start: || own::start("axum"),
    },
];

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
