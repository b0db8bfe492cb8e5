//! Makes metrics, and keeps them together until they are registered.

use prometheus::{
    Histogram, HistogramOpts, IntCounter, IntCounterVec, IntGauge, IntGaugeVec, Opts,
    core::{Collector, MetricVec, MetricVecBuilder},
};
use std::marker::PhantomData;
use strum::VariantArray;

/// A label whose values are the variants of an enum: derive `VariantArray` and
/// `IntoStaticStr` of strum.
pub trait Label: VariantArray + Copy + Into<&'static str> {}

impl<L: VariantArray + Copy + Into<&'static str>> Label for L {}

/// A metric for each value of a label.
pub struct Labelled<V, L> {
    metrics: V,
    label: PhantomData<fn(L)>,
}

/// A counter for each value of a label.
pub type Counters<L> = Labelled<IntCounterVec, L>;

/// A gauge for each value of a label.
pub type Gauges<L> = Labelled<IntGaugeVec, L>;

impl<B: MetricVecBuilder, L: Label> Labelled<MetricVec<B>, L> {
    /// All values are there from the start.
    fn new(metrics: MetricVec<B>) -> Self {
        let labelled = Self {
            metrics,
            label: PhantomData,
        };
        for value in L::VARIANTS {
            labelled.of(*value);
        }
        labelled
    }

    /// The metric of one value.
    pub fn of(&self, value: L) -> B::M {
        self.metrics.with_label_values(&[value.into()])
    }
}

/// Metrics that belong together.
#[derive(Default)]
pub struct MetricSet(Vec<Box<dyn Fn() -> Box<dyn Collector> + Send + Sync>>);

impl MetricSet {
    /// A counter.
    ///
    /// # Panics
    /// The name is none that Prometheus allows; so do all functions that make a
    /// metric.
    pub fn counter(&mut self, name: &str, help: &str) -> IntCounter {
        self.add(IntCounter::new(name, help))
    }

    /// A counter for each value of a label.
    pub fn counters<L: Label>(&mut self, name: &str, help: &str, label: &str) -> Counters<L> {
        Labelled::new(self.counter_vec(name, help, label))
    }

    /// A counter for each value of a label that no enum lists.
    pub fn counter_vec(&mut self, name: &str, help: &str, label: &str) -> IntCounterVec {
        self.add(IntCounterVec::new(Opts::new(name, help), &[label]))
    }

    /// A gauge.
    pub fn gauge(&mut self, name: &str, help: &str) -> IntGauge {
        self.add(IntGauge::new(name, help))
    }

    /// A gauge for each value of a label.
    pub fn gauges<L: Label>(&mut self, name: &str, help: &str, label: &str) -> Gauges<L> {
        Labelled::new(self.gauge_vec(name, help, label))
    }

    /// A gauge for each value of a label that no enum lists.
    pub fn gauge_vec(&mut self, name: &str, help: &str, label: &str) -> IntGaugeVec {
        self.add(IntGaugeVec::new(Opts::new(name, help), &[label]))
    }

    /// A histogram with those buckets, as `prometheus::exponential_buckets` makes
    /// them.
    pub fn histogram(
        &mut self,
        name: &str,
        help: &str,
        buckets: prometheus::Result<Vec<f64>>,
    ) -> Histogram {
        self.add(buckets.and_then(|buckets| {
            Histogram::with_opts(HistogramOpts::new(name, help).buckets(buckets))
        }))
    }

    /// All metrics that were made, to be registered once.
    pub fn collectors(&self) -> Vec<Box<dyn Collector>> {
        self.0.iter().map(|collector| collector()).collect()
    }

    #[expect(
        clippy::expect_used,
        reason = "names and buckets are fixed where a metric is made, and every test that makes it would fail"
    )]
    fn add<M>(&mut self, metric: prometheus::Result<M>) -> M
    where
        M: Collector + Clone + 'static,
    {
        let metric = metric.expect("a metric's name and buckets are sound");
        let kept = metric.clone();
        self.0.push(Box::new(move || Box::new(kept.clone())));
        metric
    }
}
