//! `orderbell print`: a client of the shop as any other, which prints each order once.
//!
//! It hears of orders by the back office's stream, with a key. What it has printed stands in
//! a file of its own, so that it can be ended and started at any time.

mod error;
mod escpos;
mod event_stream;
mod follow;
mod job;
mod layout;
mod outage;
mod printer;
mod shop;
mod state;
mod ticket;
mod words;

pub(crate) use error::PrintError;

use crate::{config::Print, signals};
use job::Job;
use tokio_util::sync::CancellationToken;

/// Prints until Ctrl-C or SIGTERM; what is being printed then is printed to its end.
///
/// # Errors
/// The shop does not take the key, or the file can't be read or written.
pub(crate) async fn run(options: Print) -> Result<(), PrintError> {
    let ending = CancellationToken::new();
    let asked = signals::asked_to_end();
    let token = ending.clone();
    tokio::spawn(async move {
        asked.await;
        token.cancel();
    });
    Job::new(options, ending)?.work().await
}
