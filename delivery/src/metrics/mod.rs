//! What is counted, for Prometheus. Names have no prefix: give your registry one
//! (`Registry::new_custom`), and register [`collectors`] there.
//!
//! | metric | what it tells |
//! |---|---|
//! | `streams_open{feed}` | open streams, by [`crate::Subscription::name`] |
//! | `streams_opened_total{feed}` | opened streams |
//! | `streams_ended_total{reason}` | ended streams, by [`EndReason`] |
//! | `streams_refused_total{limit}` | streams that a [`Limit`] was against |
//! | `events_total{name}` | events that rang |
//! | `deliveries_total` | events that were handed to streams, one for each stream |
//! | `replayed_events` | how many events a stream had missed when it opened |
//! | `stream_lags_total` | times that a stream was too slow for the channel and read again |
//! | `stream_resets_total` | times that a reader was told to load everything anew |

mod labels;
mod metric_set;
mod stream_metrics;

pub use labels::{EndReason, Limit};
pub use metric_set::{Counters, Gauges, Label, Labelled, MetricSet};
pub use stream_metrics::StreamMetrics;

use prometheus::{
    Histogram, IntCounter, IntCounterVec, IntGaugeVec, core::Collector, exponential_buckets,
};
use std::sync::LazyLock;

/// The metrics of this process.
pub(crate) static METRICS: LazyLock<Metrics> = LazyLock::new(Metrics::new);

/// Each field is a metric; its name and help stand where it is made.
pub(crate) struct Metrics {
    set: MetricSet,
    pub(crate) streams_open: IntGaugeVec,
    pub(crate) streams_opened: IntCounterVec,
    pub(crate) streams_ended: Counters<EndReason>,
    pub(crate) streams_refused: Counters<Limit>,
    pub(crate) events: IntCounterVec,
    pub(crate) deliveries: IntCounter,
    pub(crate) replayed: Histogram,
    pub(crate) lags: IntCounter,
    pub(crate) resets: IntCounter,
}

impl Metrics {
    fn new() -> Self {
        let mut set = MetricSet::default();
        Self {
            streams_open: set.gauge_vec("streams_open", "Open streams.", "feed"),
            streams_opened: set.counter_vec("streams_opened_total", "Opened streams.", "feed"),
            streams_ended: set.counters("streams_ended_total", "Ended streams.", "reason"),
            streams_refused: set.counters(
                "streams_refused_total",
                "Streams that a limit was against.",
                "limit",
            ),
            events: set.counter_vec("events_total", "Events that were committed.", "name"),
            deliveries: set.counter("deliveries_total", "Events that were handed to streams."),
            replayed: set.histogram(
                "replayed_events",
                "Events that a stream had missed when it opened.",
                exponential_buckets(1.0, 4.0, 9),
            ),
            lags: set.counter(
                "stream_lags_total",
                "Times that a stream was too slow for the channel and read again.",
            ),
            resets: set.counter(
                "stream_resets_total",
                "Times that a reader was told to load everything anew.",
            ),
            set,
        }
    }
}

/// All metrics of this crate, to be registered once.
pub fn collectors() -> Vec<Box<dyn Collector>> {
    METRICS.set.collectors()
}

/// Says which events there are, so that each is in `events_total` from the start.
pub fn expect_events(names: &[&str]) {
    for name in names {
        METRICS.events.with_label_values(&[name]);
    }
}

/// Says which kinds of streams there are, so that each is in `streams_open` and
/// `streams_opened_total` from the start.
pub fn expect_feeds(names: &[&str]) {
    for name in names {
        METRICS.streams_open.with_label_values(&[name]);
        METRICS.streams_opened.with_label_values(&[name]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use prometheus::{Encoder, Registry, TextEncoder};

    #[test]
    fn every_value_of_a_label_is_there_from_the_start() {
        expect_events(&["order"]);
        expect_feeds(&["desk"]);
        let registry = Registry::new_custom(Some("shop".to_owned()), None).unwrap();
        for collector in collectors() {
            registry.register(collector).unwrap();
        }
        let mut text = Vec::new();
        let encoder = TextEncoder::new();
        encoder.encode(&registry.gather(), &mut text).unwrap();
        let text = String::from_utf8(text).unwrap();
        for line in [
            r#"shop_streams_open{feed="desk"}"#,
            r#"shop_streams_opened_total{feed="desk"}"#,
            r#"shop_streams_ended_total{reason="database"}"#,
            r#"shop_streams_ended_total{reason="left"}"#,
            r#"shop_streams_refused_total{limit="user"}"#,
            r#"shop_events_total{name="order"}"#,
            "shop_deliveries_total",
            "shop_replayed_events_count",
            "shop_stream_lags_total",
            "shop_stream_resets_total",
        ] {
            assert!(text.contains(&format!("\n{line} ")), "{line} in {text}");
        }
    }
}
