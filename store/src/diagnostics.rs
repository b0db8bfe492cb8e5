//! Failures of the database, as those who run the shop hear of them.

use crate::{failure::FailureKind, metrics::METRICS};
use domain::Unavailable;

/// Logs that `operation` failed, why, and what to do about it, and keeps that from
/// whoever asked.
pub(crate) fn failed(operation: &'static str) -> impl Fn(sqlx::Error) -> Unavailable {
    move |cause| {
        count(&cause);
        report(operation, &cause)
    }
}

/// Counts a failure.
pub(crate) fn count(cause: &sqlx::Error) {
    METRICS.database_errors.of(FailureKind::of(cause)).inc();
}

/// Logs a failure, in the span of whoever asked for `operation`.
pub(crate) fn report(operation: &'static str, cause: &sqlx::Error) -> Unavailable {
    let advice = FailureKind::of(cause).advice();
    tracing::error!(operation, %cause, advice, "the database did not answer");
    Unavailable
}
