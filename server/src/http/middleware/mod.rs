//! What every request passes on its way to a route.

pub(super) mod body;
pub(super) mod content_policy;
pub(super) mod cors;
pub(super) mod csrf;
pub(super) mod request_id;
pub(super) mod security_headers;
pub(super) mod setup;
