//! What is counted, for Prometheus. What each metric means to whoever runs the
//! shop stands in `docs/operations.md`.

use delivery::metrics::{gauge, histogram};
use prometheus::{
    Encoder, Histogram, IntGauge, Registry, TextEncoder, core::Collector, exponential_buckets,
};
use std::sync::LazyLock;

/// What the names of all metrics begin with.
const PREFIX: &str = "orderbell";

/// What the server itself counts.
pub(crate) static METRICS: LazyLock<Metrics> = LazyLock::new(Metrics::new);

/// Each field is a metric; its name and help stand where it is made.
pub(crate) struct Metrics {
    pub(crate) commit_to_seen: Histogram,
    pub(crate) writer_queue: IntGauge,
}

impl Metrics {
    fn new() -> Self {
        Self {
            commit_to_seen: histogram(
                "commit_to_seen_seconds",
                "From an event's commit until a page that was open showed it.",
                exponential_buckets(0.001, 2.0, 21),
            ),
            writer_queue: gauge("writer_queue", "Writes that wait for the writer."),
        }
    }
}

/// All metrics of this process, in Prometheus' text format.
///
/// # Errors
/// A metric can't be encoded.
pub(crate) fn encode() -> Result<String, prometheus::Error> {
    static REGISTRY: LazyLock<prometheus::Result<Registry>> = LazyLock::new(registry);
    let registry = REGISTRY.as_ref().map_err(|cause| prometheus::Error::Msg(cause.to_string()))?;
    let mut text = Vec::new();
    TextEncoder::new().encode(&registry.gather(), &mut text)?;
    Ok(String::from_utf8_lossy(&text).into_owned())
}

fn registry() -> prometheus::Result<Registry> {
    let registry = Registry::new_custom(Some(PREFIX.to_owned()), None)?;
    let own: [Box<dyn Collector>; 2] = [
        Box::new(METRICS.commit_to_seen.clone()),
        Box::new(METRICS.writer_queue.clone()),
    ];
    let all = own
        .into_iter()
        .chain(delivery::metrics::collectors())
        .chain(store::metrics::collectors());
    for collector in all {
        registry.register(collector)?;
    }
    Ok(registry)
}
