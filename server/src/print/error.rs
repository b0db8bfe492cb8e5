//! Why nothing can be printed, or the shop did not do what it was asked for.

use std::{io, path::PathBuf, time::Duration};

/// Nothing can be printed any more, until somebody does something about it.
#[derive(Debug, thiserror::Error)]
pub(crate) enum PrintError {
    #[error("{file}, which says what was printed, can't be read or written: {source}")]
    State { file: PathBuf, source: io::Error },
    #[error("requests can't be made: {0}")]
    Client(reqwest::Error),
    #[error("the shop does not know the key: `orderbell key add NAME --may print` makes one")]
    UnknownKey,
    #[error("the key is not for printing: `orderbell key add NAME --may print` makes one")]
    OtherKey,
}

/// The shop did not do what it was asked for.
#[derive(Debug, thiserror::Error)]
pub(super) enum CallError {
    /// Asking again is of no use.
    #[error(transparent)]
    Refused(PrintError),
    #[error("it can't be reached: {0}")]
    Unreachable(#[from] reqwest::Error),
    #[error("it takes too long")]
    Late,
    #[error("it answered {status}")]
    Status {
        status: u16,
        /// How long it wants to be left alone.
        retry_after: Option<Duration>,
    },
    #[error("what is there is no shop")]
    NoShop,
}
