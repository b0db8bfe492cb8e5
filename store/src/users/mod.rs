//! Users, their sessions, and the keys of programs.

mod accounts;
mod api_keys;
mod sessions;

pub(crate) use accounts::{by_name, user};
