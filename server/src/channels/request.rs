//! A request that is to be sent, and what it is made of.

use domain::{
    Timestamp,
    channels::{AlertMessage, ChannelKind, Destination},
};
use reqwest::Url;
use serde::Serialize;

/// Where Telegram is, if nothing else is said.
const TELEGRAM: &str = "https://api.telegram.org";

/// A request that is to be sent.
pub(super) struct Outgoing {
    pub(super) url: Url,
    pub(super) headers: Vec<(&'static str, String)>,
    pub(super) body: Vec<u8>,
}

/// What is said of a channel makes no request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("what is said of the channel makes no request")]
pub(super) struct Unusable;

/// What a sender is given.
#[derive(Clone, Copy)]
pub(super) struct Task<'a> {
    pub(super) to: &'a Destination,
    pub(super) message: &'a AlertMessage,
    /// Where the back office is; `None` where that is not known.
    pub(super) link: Option<&'a str>,
    pub(super) now: Timestamp,
}

impl Outgoing {
    /// A request with JSON.
    ///
    /// # Errors
    /// See [`Unusable`].
    pub(super) fn json(url: Url, body: &impl Serialize) -> Result<Self, Unusable> {
        Ok(Self {
            url,
            headers: Vec::new(),
            body: serde_json::to_vec(body).map_err(|_| Unusable)?,
        })
    }
}

/// The address of a channel as a URL.
///
/// # Errors
/// See [`Unusable`].
pub(super) fn url_of(to: &Destination) -> Result<Url, Unusable> {
    let address = match (to.kind, &*to.address) {
        (ChannelKind::Telegram, "") => TELEGRAM,
        (_, address) => address,
    };
    let url = Url::parse(address).map_err(|_| Unusable)?;
    let is_bare = url.username().is_empty() && url.password().is_none();
    match matches!(url.scheme(), "http" | "https") && is_bare && url.has_host() {
        true => Ok(url),
        false => Err(Unusable),
    }
}
