//! The shop's page while it is open: what the shop changes shows, and what was typed and
//! chosen stays.
//!
//! | module | what it holds |
//! |---|---|
//! | `now` | what there is to show at one moment |
//! | `state` | the same on an open page |
//! | `news` | what has to be said of it to whoever has chosen something |
//! | `follow` | hears that there is something new, and fetches it |

#[cfg(feature = "hydrate")]
mod follow;
mod news;
mod now;
mod state;

#[cfg(feature = "hydrate")]
pub(super) use follow::follow;
pub(super) use news::warning;
pub use now::ShopNow;
pub(super) use state::LiveShop;

/// On the server nothing follows.
#[cfg(not(feature = "hydrate"))]
pub(super) fn follow(
    _: domain::language::Language,
    _: Option<delivery::Cursor>,
    _: u32,
    _: impl Fn(ShopNow) + 'static,
) {
}
