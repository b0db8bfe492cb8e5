//! The servers that are measured, each started anew for each scenario.

pub(crate) mod axum;
mod better_sse;
mod durable_streams;
pub(crate) mod floor;
mod nchan;
pub(crate) mod orderbell;
mod own;

use crate::{http::Request, process::Process, publisher::Publish};
use anyhow::Result;
use std::{net::SocketAddr, time::Duration};

/// A server to measure.
pub(crate) struct Rival {
    pub(crate) name: &'static str,
    pub(crate) start: fn() -> Result<Server>,
}

/// All of them; the others are compared with the first.
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
    Rival {
        name: "nchan",
        start: nchan::start,
    },
    Rival {
        name: "durable-streams",
        start: durable_streams::start,
    },
    Rival {
        name: "better-sse",
        start: better_sse::start,
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
