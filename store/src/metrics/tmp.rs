use prometheus::*;
use strum::VariantArray;
pub(super) fn counters(name: &str, help: &str, label: &str, values: &[&str]) -> IntCounterVec {
    let c = IntCounterVec::new(Opts::new(name, help), &[label]).unwrap();
    for v in values {
        c.with_label_values(&[*v]);
    }
    c
}
pub(super) fn histogram(name: &str, help: &str, b: Result<Vec<f64>>) -> Histogram {
    Histogram::with_opts(HistogramOpts::new(name, help).buckets(b.unwrap())).unwrap()
}
pub(super) fn names<T: VariantArray + Copy + Into<&'static str>>() -> Vec<&'static str> {
    T::VARIANTS.iter().map(|v| (*v).into()).collect()
}
