//! How each kind of channel wants an alert.

mod chat;
mod ntfy;
mod telegram;
mod webhook;

use super::{
    http::Reply,
    request::{Outgoing, Task, Unusable},
};
use domain::channels::ChannelKind;

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
