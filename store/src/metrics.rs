//! What the store counts, for Prometheus.

use crate::diagnostics::FailureKind;
mod tmp;
use prometheus::{Histogram, IntCounterVec, core::Collector, exponential_buckets};
use std::sync::LazyLock;
use strum::{IntoStaticStr, VariantArray};
use tmp::{counters, histogram, names};

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
    pub(crate) orders: IntCounterVec,
    pub(crate) batch: Histogram,
    pub(crate) commit: Histogram,
    pub(crate) database_errors: IntCounterVec,
}

impl Metrics {
    fn new() -> Self {
        Self {
            orders: counters(
                "orders_total",
                "Orders that were asked for.",
                "outcome",
                &names::<OrderOutcome>(),
            ),
            batch: histogram(
                "writer_batch_writes",
                "Writes in one commit.",
                exponential_buckets(1.0, 2.0, 9),
            ),
            commit: histogram(
                "writer_commit_seconds",
                "From the first write of a commit until it was durable.",
                exponential_buckets(0.000_1, 2.0, 18),
            ),
            database_errors: counters(
                "database_errors_total",
                "Failures of the database.",
                "kind",
                &names::<FailureKind>(),
            ),
        }
    }
}

/// All of them, to be registered.
pub fn collectors() -> Vec<Box<dyn Collector>> {
    let metrics = &*METRICS;
    vec![
        Box::new(metrics.orders.clone()),
        Box::new(metrics.batch.clone()),
        Box::new(metrics.commit.clone()),
        Box::new(metrics.database_errors.clone()),
    ]
}
