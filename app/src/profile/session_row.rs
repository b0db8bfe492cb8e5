//! One of one's own sessions.

use super::device_name::device_name;
use crate::{form::ActionButton, request::language};
use domain::{ShopClock, users::OpenSession};
use leptos::prelude::*;
use std::sync::Arc;

/// On which device, when it was last used, and ending it.
#[component]
pub fn SessionRow(
    /// The session.
    open: OpenSession,
    /// Whether it is the one by which this page is seen.
    is_this: bool,
    /// The shop's clock.
    clock: Arc<dyn ShopClock>,
) -> impl IntoView {
    let language = language();
    let device = device_name(&open.device);
    let time = clock.day_and_time(open.used_at);
    let end = tr!(language, "profile.end_session");
    view! {
        <li class="row" data-session=is_this.then_some("this")>
            <div class="row__head">
                <h3 class="row__name">{device.clone()}</h3>
                {is_this
                    .then(|| view! { <span class="tag">{tr!(language, "profile.this")}</span> })}
                <span class="row__note">{tr!(language, "people.seen", time = time)}</span>
            </div>
            <ActionButton
                action=format!("/admin/profile/sessions/{}/end", open.id.hex())
                spoken=format!("{end}: {device}")
                label=end
            />
        </li>
    }
}
