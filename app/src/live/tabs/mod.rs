//! Pages of a browser share streams over HTTP/1.1: see decision 12.
//!
//! | module | what it holds |
//! |---|---|
//! | [`election`] | which pages hold a stream, and which page each of the others follows |
//! | `peers` | a page among the others: what they say to each other, and what is relayed |
//! | [`watermark`] | up to where a stream is complete, so that nothing is lost when a page changes over |
//! | [`relay`] | what a page that is followed passes on |
//! | `channel` | a `BroadcastChannel` |
//! | `page_count` | tells the server how many pages listen to one stream |

#[cfg(feature = "hydrate")]
mod channel;
pub mod election;
#[cfg(feature = "hydrate")]
mod page_count;
#[cfg(feature = "hydrate")]
pub(super) mod peers;
pub mod relay;
pub mod watermark;
