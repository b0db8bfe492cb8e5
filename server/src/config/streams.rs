//! What streams are allowed.

use super::parse::seconds;
use clap::Args;
use delivery::LimitOptions;
use std::time::Duration;

/// What streams are allowed. Those of customers, who follow an order, count
/// like those of the back office, but for no user.
#[derive(Debug, Clone, Args)]
pub(crate) struct StreamOptions {
    /// How many streams may be open; 0 for any number.
    #[arg(long, env = "ORDERBELL_MAX_STREAMS", default_value = "10000")]
    pub(crate) max_streams: u32,
    /// How many streams one user may have open; 0 for any number.
    #[arg(long, env = "ORDERBELL_MAX_STREAMS_PER_USER", default_value = "100")]
    pub(crate) max_streams_per_user: u32,
    /// How many streams one address may have open; 0 for any number.
    #[arg(long, env = "ORDERBELL_MAX_STREAMS_PER_ADDRESS", default_value = "200")]
    pub(crate) max_streams_per_address: u32,
    /// How long a stream lasts, in seconds, a fifth more or less; its reader
    /// comes back and misses nothing.
    #[arg(long, env = "ORDERBELL_STREAM_LIFETIME", default_value = "3600", value_parser = seconds)]
    pub(crate) stream_lifetime: Duration,
    /// How long a write may wait for a reader that takes nothing, in seconds.
    /// Linux gives up after two heartbeats anyway.
    #[arg(long, env = "ORDERBELL_WRITE_DEADLINE", default_value = "30", value_parser = seconds)]
    pub(crate) write_deadline: Duration,
}

impl StreamOptions {
    /// The limits that these options set.
    pub(crate) fn limits(&self) -> LimitOptions {
        LimitOptions {
            streams: self.max_streams,
            streams_per_reader: self.max_streams_per_user,
            streams_per_address: self.max_streams_per_address,
            lifetime: self.stream_lifetime,
        }
    }
}
