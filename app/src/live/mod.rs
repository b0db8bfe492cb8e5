//! The page's end of the live stream.
//!
//! | module | what it holds |
//! |---|---|
//! | [`source`] | the one owner of the page's stream |
//! | [`feed`] | what the page asks of that owner, and what it is told |
//! | [`link`] | what the page knows of the connection |
//! | `stream`, `watchdog` | one `EventSource`, and whether it is silent |
//! | `refusal` | why there is none |
//! | [`last_heard`] | when the server was last heard |
//! | [`backoff`] | how long to wait before trying again |
//! | [`heard`] | an event as the page understands it |
//! | [`seats`] | which of a browser's pages hold a stream |
//! | [`reach`] | up to where a stream has told everything |
//! | `sisters`, `relay`, `channel` | what the pages of a browser say to each other |
//! | [`receipts`] | tells the server what was shown |
//! | [`unacknowledged`] | what was shown and not told yet |
//!
//! What is public, but for `source` and `receipts`, is plain state, tested
//! natively. The rest touches the browser.

pub mod backoff;
pub mod feed;
pub mod heard;
pub mod last_heard;
pub mod link;
pub mod reach;
#[cfg_attr(not(feature = "hydrate"), path = "receipts_ssr.rs")]
pub mod receipts;
pub mod seats;
#[cfg_attr(not(feature = "hydrate"), path = "source_ssr.rs")]
pub mod source;
pub mod unacknowledged;

#[cfg(feature = "hydrate")]
mod channel;
#[cfg(feature = "hydrate")]
mod lifecycle;
#[cfg(feature = "hydrate")]
mod refusal;
#[cfg(feature = "hydrate")]
mod relay;
#[cfg(feature = "hydrate")]
mod sisters;
#[cfg(feature = "hydrate")]
mod stream;
#[cfg(feature = "hydrate")]
mod watchdog;
