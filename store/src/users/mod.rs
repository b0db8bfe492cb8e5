//! Users, their sessions, and the keys of programs.

mod accounts;
mod api_keys;
mod changes;
mod invites;
mod rows;
mod sessions;

pub(crate) use accounts::by_name;
pub(crate) use api_keys::api_key;
pub(crate) use rows::user;
