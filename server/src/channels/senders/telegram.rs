//! A bot of Telegram: <https://core.telegram.org/bots/api#sendmessage>.

use crate::channels::{
    request::{Outgoing, Task, Unusable, url_of},
    text::text_of,
};
use serde::Deserialize;
use serde_json::json;

/// The longest text, somewhat less.
const LONGEST: usize = 4_000;

#[derive(Deserialize)]
struct Told {
    #[serde(default)]
    ok: bool,
    #[serde(default)]
    parameters: Parameters,
}

#[derive(Default, Deserialize)]
struct Parameters {
    retry_after: Option<u32>,
}

/// An alert.
pub(super) fn request(task: Task<'_>) -> Result<Outgoing, Unusable> {
    let mut url = url_of(task.to)?;
    url.path_segments_mut()
        .map_err(|()| Unusable)?
        .pop_if_empty()
        .push(&format!("bot{}", task.to.secret))
        .push("sendMessage");
    let body = json!({"chat_id": task.to.target, "text": text_of(task, LONGEST)});
    Outgoing::json(url, &body)
}

/// Whether the answer says that it was taken.
pub(super) fn is_ok(text: &str) -> bool {
    serde_json::from_str(text).is_ok_and(|told: Told| told.ok)
}

/// In how many seconds it wants it again, where it says so.
pub(super) fn retry_after(text: &str) -> Option<u32> {
    let told: Told = serde_json::from_str(text).ok()?;
    told.parameters.retry_after
}
