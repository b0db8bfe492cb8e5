//! Which browser this is, so that its pages count as one device.

use js_sys::Math;
use leptos::prelude::window;

/// Where the browser keeps it.
const KEY: &str = "orderbell.device";

/// A random name that all pages of the browser share; `None` where nothing can be
/// kept. Whoever knows it can do nothing with it.
pub(super) fn id() -> Option<String> {
    let storage = window().local_storage().ok()??;
    let kept = storage.get_item(KEY).ok()?;
    // It becomes part of a URL.
    let is_sound = |id: &String| !id.is_empty() && id.bytes().all(|b| b.is_ascii_alphanumeric());
    if let Some(id) = kept.filter(is_sound) {
        return Some(id);
    }
    let id = format!("{:x}", (Math::random() * 2_f64.powi(53)) as u64);
    storage.set_item(KEY, &id).ok()?;
    Some(id)
}
