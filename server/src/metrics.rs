//! What is counted, for Prometheus. What each metric means to whoever runs the
//! shop stands in `docs/operations.md`.

use domain::event::EventName;
use prometheus::{
    Encoder, Histogram, HistogramOpts, IntCounter, IntCounterVec, IntGauge, IntGaugeVec, Opts,
    Registry, TextEncoder,
    core::{Collector, MetricVec, MetricVecBuilder},
    exponential_buckets,
};
use std::sync::LazyLock;

const FEEDS: [&str; 3] = ["desk", "order", "clock"];
const REASONS: [&str; 6] = ["left", "told", "ended", "lifetime", "database", "shutdown"];
const FAILURES: [&str; 7] = [
    "busy",
    "readonly",
    "io",
    "damaged",
    "full",
    "cannot_open",
    "other",
];

/// The metrics of this process.
pub(crate) static METRICS: LazyLock<Metrics> = LazyLock::new(Metrics::new);

/// Each field is a metric; its name and help stand where it is made.
pub(crate) struct Metrics {
    registry: Registry,
    pub(crate) streams_open: IntGaugeVec,
    pub(crate) streams_opened: IntCounterVec,
    pub(crate) streams_ended: IntCounterVec,
    pub(crate) streams_refused: IntCounterVec,
    pub(crate) events: IntCounterVec,
    pub(crate) deliveries: IntCounter,
    pub(crate) replayed: Histogram,
    pub(crate) lags: IntCounter,
    pub(crate) resets: IntCounter,
    pub(crate) commit_to_flush: Histogram,
    pub(crate) commit_to_seen: Histogram,
    pub(crate) orders: IntCounterVec,
    pub(crate) batch: Histogram,
    pub(crate) commit: Histogram,
    pub(crate) writer_queue: IntGauge,
    pub(crate) database_errors: IntCounterVec,
}

impl Metrics {
    fn new() -> Self {
        let mut made = Making(Registry::new());
        Self {
            streams_open: made.gauges("streams_open", "Open streams.", "feed", &FEEDS),
            streams_opened: made.counters(
                "streams_opened_total",
                "Opened streams.",
                "feed",
                &FEEDS,
            ),
            streams_ended: made.counters(
                "streams_ended_total",
                "Ended streams.",
                "reason",
                &REASONS,
            ),
            streams_refused: made.counters(
                "streams_refused_total",
                "Streams that a limit was against.",
                "limit",
                &["all", "user", "address"],
            ),
            events: made.counters(
                "events_total",
                "Events that were committed.",
                "name",
                &EventName::ALL.map(EventName::as_str),
            ),
            deliveries: made.counter("deliveries_total", "Events that were handed to streams."),
            replayed: made.histogram(
                "replayed_events",
                "Events that a stream had missed when it opened.",
                exponential_buckets(1.0, 4.0, 9),
            ),
            lags: made.counter(
                "stream_lags_total",
                "Times that a stream was too slow for the channel and read again.",
            ),
            resets: made.counter(
                "stream_resets_total",
                "Times that a reader was told to load everything anew.",
            ),
            commit_to_flush: made.histogram(
                "commit_to_flush_seconds",
                "From an event's commit until the system took it for a connection.",
                exponential_buckets(0.000_1, 2.0, 18),
            ),
            commit_to_seen: made.histogram(
                "commit_to_seen_seconds",
                "From an event's commit until a page that was open showed it.",
                exponential_buckets(0.001, 2.0, 21),
            ),
            orders: made.counters(
                "orders_total",
                "Orders that were asked for.",
                "outcome",
                &["placed", "repeated", "refused", "failed"],
            ),
            batch: made.histogram(
                "writer_batch_writes",
                "Writes in one commit.",
                exponential_buckets(1.0, 2.0, 9),
            ),
            commit: made.histogram(
                "writer_commit_seconds",
                "From the first write of a commit until it was durable.",
                exponential_buckets(0.000_1, 2.0, 18),
            ),
            writer_queue: made.gauge("writer_queue", "Writes that wait for the writer."),
            database_errors: made.counters(
                "database_errors_total",
                "Failures of the database.",
                "kind",
                &FAILURES,
            ),
            registry: made.0,
        }
    }

    /// All metrics, in Prometheus' text format.
    ///
    /// # Errors
    /// A metric can't be encoded.
    pub(crate) fn encode(&self) -> Result<String, prometheus::Error> {
        let mut text = Vec::new();
        TextEncoder::new().encode(&self.registry.gather(), &mut text)?;
        Ok(String::from_utf8_lossy(&text).into_owned())
    }
}

/// Makes metrics that belong to one registry.
struct Making(Registry);

impl Making {
    fn counter(&mut self, name: &str, help: &str) -> IntCounter {
        self.register(IntCounter::with_opts(options(name, help)))
    }

    fn counters(&mut self, name: &str, help: &str, label: &str, values: &[&str]) -> IntCounterVec {
        self.labelled(IntCounterVec::new(options(name, help), &[label]), values)
    }

    fn gauge(&mut self, name: &str, help: &str) -> IntGauge {
        self.register(IntGauge::with_opts(options(name, help)))
    }

    fn gauges(&mut self, name: &str, help: &str, label: &str, values: &[&str]) -> IntGaugeVec {
        self.labelled(IntGaugeVec::new(options(name, help), &[label]), values)
    }

    /// One metric for each value of a label; those that are known from the start
    /// are there from the start.
    fn labelled<B: MetricVecBuilder + 'static>(
        &mut self,
        metrics: prometheus::Result<MetricVec<B>>,
        values: &[&str],
    ) -> MetricVec<B> {
        let metrics = self.register(metrics);
        for value in values {
            metrics.with_label_values(&[value]);
        }
        metrics
    }

    fn histogram(
        &mut self,
        name: &str,
        help: &str,
        buckets: prometheus::Result<Vec<f64>>,
    ) -> Histogram {
        self.register(buckets.and_then(|buckets| {
            let options = HistogramOpts::from(options(name, help)).buckets(buckets);
            Histogram::with_opts(options)
        }))
    }

    #[expect(
        clippy::expect_used,
        reason = "names and buckets are fixed in this file"
    )]
    fn register<M: Collector + Clone + 'static>(&mut self, metric: prometheus::Result<M>) -> M {
        let metric = metric.expect("a sound metric");
        self.0
            .register(Box::new(metric.clone()))
            .expect("a name of its own");
        metric
    }
}

fn options(name: &str, help: &str) -> Opts {
    Opts::new(name, help).namespace("orderbell")
}
