//! Requests that the server makes itself, to addresses that somebody else has given: of
//! devices, and of services that are told of orders.
//!
//! Whoever gives such an address could let the server reach what only the server can: its
//! own machine, a router, the metadata of a cloud. So nothing is sent to an address in a
//! private network, also where a name leads there, unless the operator allows it
//! (`--allow-private-channels`). The name is looked up once, and what was found is what
//! is connected to, so that a second look can't find something else. No redirect is
//! followed, and no proxy of the environment is asked: both would lead elsewhere than
//! what was checked.

mod address;
mod answer;
mod client;
mod guard;
mod way_out;

pub(crate) use address::is_private;
pub(crate) use answer::{Unanswered, retry_after};
pub(crate) use guard::{Guard, NoWay, bare};
pub(crate) use way_out::{Outbound, OutboundError, PATIENCE};
