//! The page's end of the live stream.
//!
//! | module | what it holds |
//! |---|---|
//! | [`source`] | the one owner of the page's one `EventSource` |
//! | [`feed`] | what the page asks of that owner, and what it is told |
//! | [`link`] | what the page knows of the connection |
//! | [`backoff`] | how long to wait before trying again |
//! | [`heard`] | an event as the page understands it |
//! | [`desk`] | the back office's state, and what each event does to it |
//! | [`toasts`] | the popups, as state |
//! | [`receipts`] | tells the server what was shown |
//! | [`unacknowledged`] | what was shown and not told yet |
//!
//! Only `source` and `receipts` touch the browser. The rest is plain state,
//! tested natively.

pub mod backoff;
pub mod desk;
pub mod feed;
pub mod heard;
pub mod link;
#[cfg_attr(not(feature = "hydrate"), path = "receipts_ssr.rs")]
pub mod receipts;
#[cfg_attr(not(feature = "hydrate"), path = "source_ssr.rs")]
pub mod source;
pub mod toasts;
pub mod unacknowledged;

#[cfg(feature = "hydrate")]
mod lifecycle;
#[cfg(feature = "hydrate")]
mod refusal;
