//! What leaves the shop when nobody looks.
//!
//! | module | what it does |
//! |---|---|
//! | [`worker`] | says what is due to whom, and has it sent: one task |
//! | `read_log` | what of it the log tells |
//! | `sending` | sends what is due, and notes what came back |
//! | [`Sender`] | sends one alert, by whichever kind of channel |
//! | `senders` | how each kind of channel wants it |
//! | `request`, `text` | what is sent |
//! | `http`, `mail` | the way there |

mod http;
mod mail;
mod read_log;
mod request;
mod sender;
mod senders;
mod sending;
mod sign;
mod text;
pub(crate) mod worker;

pub(crate) use sender::Sender;
