//! An HTTP client that takes any certificate: those of tests are made up.

use reqwest::{Client, ClientBuilder};

/// A client that speaks HTTP/2 where TLS agrees on it.
pub(crate) fn client() -> Client {
    builder().build().unwrap()
}

/// The same, to be changed.
pub(crate) fn builder() -> ClientBuilder {
    Client::builder().danger_accept_invalid_certs(true)
}
