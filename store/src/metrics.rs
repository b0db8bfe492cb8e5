//! What the store counts, for Prometheus.

use crate::failure::FailureKind;
use delivery::metrics::{Counters, MetricSet};
use prometheus::{Histogram, core::Collector, exponential_buckets};
use std::sync::LazyLock;
use strum::{IntoStaticStr, VariantArray};

/// What became of an order that was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "snake_case")]
pub(crate) enum OrderOutcome {
    Placed,
    Repeated,
    Refused,
    Failed,
}

pub(crate) static METRICS: LazyLock<Metrics> = LazyLock::new(Metrics::new);

/// Each field is a metric; its name and help stand where it is made.
pub(crate) struct Metrics {
    all: MetricSet,
    pub(crate) orders: Counters<OrderOutcome>,
    pub(crate) batch: Histogram,
    pub(crate) commit: Histogram,
    pub(crate) database_errors: Counters<FailureKind>,
}

impl Metrics {
    fn new() -> Self {
        let mut all = MetricSet::default();
        Self {
            orders: all.counters("orders_total", "Orders that were asked for.", "outcome"),
            batch: all.histogram(
                "writer_batch_writes",
                "Writes in one commit.",
                exponential_buckets(1.0, 2.0, 9),
            ),
            commit: all.histogram(
                "writer_commit_seconds",
                "From the first write of a commit until it was durable.",
                exponential_buckets(0.000_1, 2.0, 18),
            ),
            database_errors: all.counters(
                "database_errors_total",
                "Failures of the database.",
                "kind",
            ),
            all,
        }
    }
}

/// All of them, to be registered.
pub fn collectors() -> Vec<Box<dyn Collector>> {
    METRICS.all.collectors()
}
