//! Keeps one stream open for as long as the page lives.
//!
//! One task opens the stream, passes on what it tells, and opens it anew, always from
//! the cursor of what the page knows. The browser's own way of coming back is not
//! used: it gives up for good after an answer that is not 200, and does not say when
//! it will try again.
//!
//! | module | what it holds |
//! |---|---|
//! | `browser`, `ssr` | opening it; on the server nothing is done |
//! | `tab_session` | one try: a stream of the page's own, or another page's that it follows |
//! | `leader` | that other page, as its follower knows it |
//! | `context` | what the tries share |
//! | `stream`, `watchdog` | one `EventSource`, and whether it is silent |
//! | `preflight` | why there is none |
//! | `page_events` | what happens to the page |
//! | `device` | which browser this is |
//! | [`backoff`] | how long to wait before trying again |
//! | [`last_contact`] | when something last came from the server |

pub mod backoff;
#[cfg(feature = "hydrate")]
mod browser;
#[cfg(feature = "hydrate")]
mod context;
#[cfg(feature = "hydrate")]
mod device;
pub mod last_contact;
#[cfg(feature = "hydrate")]
mod leader;
#[cfg(feature = "hydrate")]
pub(super) mod page_events;
#[cfg(feature = "hydrate")]
pub(super) mod preflight;
#[cfg(not(feature = "hydrate"))]
mod ssr;
#[cfg(feature = "hydrate")]
mod stream;
#[cfg(feature = "hydrate")]
mod tab_session;
#[cfg(feature = "hydrate")]
mod watchdog;

#[cfg(feature = "hydrate")]
pub use browser::open;
#[cfg(not(feature = "hydrate"))]
pub use ssr::open;
