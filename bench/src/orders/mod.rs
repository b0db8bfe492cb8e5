//! What is measured of orders.
//!
//! | module | what it holds |
//! |---|---|
//! | [`placing`] | placing them over HTTP |
//! | [`watchers`] | customers who watch theirs meanwhile |
//! | [`replay`] | telling them from the log |
//! | [`rows`] | the same rows, by SQLite alone |

pub(crate) mod placing;
pub(crate) mod replay;
pub(crate) mod rows;
pub(crate) mod watchers;
