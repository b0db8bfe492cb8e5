//! What is counted, for Prometheus. What each metric means to whoever runs the
//! shop stands in `docs/operations.md`.

use delivery::metrics::MetricSet;
use prometheus::{Encoder, Histogram, IntGauge, Registry, TextEncoder, exponential_buckets};
use std::sync::LazyLock;

/// What the names of all metrics begin with.
const PREFIX: &str = "orderbell";

/// What the server itself counts.
pub(crate) static METRICS: LazyLock<Metrics> = LazyLock::new(Metrics::new);

/// Each field is a metric; its name and help stand where it is made.
pub(crate) struct Metrics {
    all: MetricSet,
    pub(crate) commit_to_seen: Histogram,
    pub(crate) writer_queue: IntGauge,
}

impl Metrics {
    fn new() -> Self {
        let mut all = MetricSet::default();
        Self {
            commit_to_seen: all.histogram(
                "commit_to_seen_seconds",
                "From an event's commit until a page that was open showed it.",
                exponential_buckets(0.001, 2.0, 21),
            ),
            writer_queue: all.gauge("writer_queue", "Writes that wait for the writer."),
            all,
        }
    }
}

/// All metrics of this process, in Prometheus' text format.
///
/// # Errors
/// A metric can't be encoded.
pub(crate) fn encode() -> Result<String, prometheus::Error> {
    static REGISTRY: LazyLock<prometheus::Result<Registry>> = LazyLock::new(registry);
    let registry = REGISTRY
        .as_ref()
        .map_err(|cause| prometheus::Error::Msg(cause.to_string()))?;
    let mut text = Vec::new();
    TextEncoder::new().encode(&registry.gather(), &mut text)?;
    Ok(String::from_utf8_lossy(&text).into_owned())
}

fn registry() -> prometheus::Result<Registry> {
    let registry = Registry::new_custom(Some(PREFIX.to_owned()), None)?;
    let own = METRICS.all.collectors().into_iter();
    let all = own
        .chain(delivery::metrics::collectors())
        .chain(store::metrics::collectors());
    for collector in all {
        registry.register(collector)?;
    }
    Ok(registry)
}
