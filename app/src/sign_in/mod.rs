//! Signing in to the back office.

pub mod page;

pub use page::{RefusedSignIn, SignInRoute};
