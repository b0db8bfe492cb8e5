//! Who may open a stream: how many there may be, from where, and with what ticket.

pub mod limits;
pub mod tickets;

pub use limits::{LimitOptions, Permit, StreamLimits, TooManyStreams};
pub use tickets::Tickets;
