//! Signing in to the back office.

#[cfg(feature = "ssr")]
pub mod page;

#[cfg(feature = "ssr")]
pub use page::{RefusedSignIn, SignInRoute};
