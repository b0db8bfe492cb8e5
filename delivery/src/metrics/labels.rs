//! The values of labels, each written once.

use strum::{IntoStaticStr, VariantArray};

/// Why a stream ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "snake_case")]
pub enum EndReason {
    /// Its reader went away, or could not be reached any more.
    Left,
    /// Everything was told.
    Told,
    /// Its page said so, or its session ended, or somebody ended it.
    Ended,
    /// It had lasted for its time.
    Lifetime,
    /// The log could not be read.
    #[strum(serialize = "database")]
    Log,
    /// The server ends.
    Shutdown,
}

/// What may be limited in number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "snake_case")]
pub enum Limit {
    /// All streams.
    All,
    /// The streams of one reader.
    #[strum(serialize = "user")]
    Reader,
    /// The streams from one address.
    Address,
}
