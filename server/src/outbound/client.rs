//! The HTTP client.

use super::Guard;
use reqwest::{Client, redirect::Policy};
use std::{sync::Arc, time::Duration};

/// A client that asks nobody but whom somebody has named, and where the guard lets it.
///
/// # Errors
/// TLS can't be used.
pub(super) fn client(guard: Guard, patience: Duration) -> Result<Client, reqwest::Error> {
    Client::builder()
        .dns_resolver(Arc::new(guard))
        // A proxy would look the name up by itself, and go wherever it leads.
        .no_proxy()
        .redirect(Policy::none())
        .referer(false)
        .timeout(patience)
        // Requests are few and far between.
        .pool_max_idle_per_host(0)
        .user_agent(concat!("orderbell/", env!("CARGO_PKG_VERSION")))
        .build()
}
