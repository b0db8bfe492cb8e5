//! The back office.
//!
//! | module | what it holds |
//! |---|---|
//! | [`frame`] | what is around every page: connection, state, status bar, popups |
//! | `island` | the island of every page |
//! | `gallery` | every state of a popup, in development builds |
//! | [`orders`] | the page of today's orders |
//! | [`state`] | what an administrator sees, and what each event does to it |
//! | [`context`] | that state, as all parts of a page share it |
//! | `order_signals` | what is shown of each order, by signals of its own |
//! | `page`, `nav`, `places` | the frame around each page that needs no WebAssembly |
//! | `message` | what all forms have in common by which colleagues are written to |
//! | `reply` | the way from a message to its answer |
//! | [`urgency`] | how urgently orders wait |
//! | [`order_actions`], `step_button` | moving an order on, from its card or its popup |
//! | [`actions`] | the server functions |

mod accepted;
pub mod actions;
pub mod alerts;
pub mod context;
pub mod frame;
pub mod gallery;
pub mod island;
#[cfg(feature = "ssr")]
mod message;
#[cfg(feature = "ssr")]
pub mod nav;
pub mod order_actions;
mod order_signals;
pub mod orders;
#[cfg(feature = "ssr")]
pub mod page;
#[cfg(feature = "ssr")]
mod places;
pub(crate) mod reply;
pub mod state;
mod step_button;
pub mod urgency;

#[cfg(feature = "ssr")]
pub use gallery::GalleryRoute;
#[cfg(feature = "ssr")]
pub use message::{message_draft, readers};
#[cfg(feature = "ssr")]
pub use orders::{DeskRoute, FORMS, send_message};
