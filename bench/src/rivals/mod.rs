//! The servers that are measured, each started anew for each scenario.

pub(crate) mod axum;
mod better_sse;
mod durable_streams;
pub(crate) mod floor;
mod nchan;
pub(crate) mod orderbell;
mod own;
mod server;

use anyhow::Result;

pub(crate) use server::Server;

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
