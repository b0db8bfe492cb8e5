//! How each kind of channel wants an alert.

mod chat;
mod ntfy;
mod telegram;
mod text;
mod webhook;

use super::http::Reply;
use domain::{
    Timestamp,
    channels::{AlertMessage, ChannelKind, Destination},
};
use reqwest::Url;
use serde::Serialize;
pub(super) use text::text_of;

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
    fn json(url: Url, body: &impl Serialize) -> Result<Self, Unusable> {
        Ok(Self {
            url,
            headers: Vec::new(),
            body: serde_json::to_vec(body).map_err(|_| Unusable)?,
        })
    }
}

/// The request of an alert; `None` for kinds that speak no HTTP.
///
/// # Errors
/// See [`Unusable`].
pub(super) fn request(task: Task<'_>) -> Result<Option<Outgoing>, Unusable> {
    let outgoing = match task.to.kind {
        ChannelKind::Wecom => chat::wecom(task),
        ChannelKind::Dingtalk => chat::dingtalk(task),
        ChannelKind::Feishu => chat::feishu(task),
        ChannelKind::Ntfy => ntfy::request(task),
        ChannelKind::Telegram => telegram::request(task),
        ChannelKind::Webhook => webhook::request(task),
        ChannelKind::Email => return Ok(None),
    };
    outgoing.map(Some)
}

/// Whether the receiver took it. Some say in the body of a 200 that they did not.
pub(super) fn took(kind: ChannelKind, reply: &Reply) -> bool {
    let is_success = (200..300).contains(&reply.status);
    is_success
        && match kind {
            ChannelKind::Wecom | ChannelKind::Dingtalk => chat::is_zero(&reply.text, "errcode"),
            ChannelKind::Feishu => chat::is_zero(&reply.text, "code"),
            ChannelKind::Telegram => telegram::is_ok(&reply.text),
            ChannelKind::Ntfy | ChannelKind::Webhook | ChannelKind::Email => true,
        }
}

/// In how many seconds the receiver wants it again, where it says so.
pub(super) fn retry_after(kind: ChannelKind, reply: &Reply) -> Option<u32> {
    let told = match kind {
        ChannelKind::Telegram => telegram::retry_after(&reply.text),
        _ => None,
    };
    told.or(reply.retry_after)
}

/// The address of a channel as a URL.
///
/// # Errors
/// See [`Unusable`].
pub(super) fn url_of(to: &Destination) -> Result<Url, Unusable> {
    let address = match (to.kind, &*to.address) {
        (ChannelKind::Telegram, "") => telegram::ADDRESS,
        (_, address) => address,
    };
    let url = Url::parse(address).map_err(|_| Unusable)?;
    let is_bare = url.username().is_empty() && url.password().is_none();
    match matches!(url.scheme(), "http" | "https") && is_bare && url.has_host() {
        true => Ok(url),
        false => Err(Unusable),
    }
}
