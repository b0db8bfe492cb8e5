//! One of one's own sessions.

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
    let device = device(&open.device)
        .unwrap_or_else(|| tr!(language, "profile.unknown_device").into_owned());
    let time = format!("{} {}", clock.day(open.used_at), clock.time(open.used_at));
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

/// The browser and the system that a `User-Agent` names, as far as people know them.
fn device(agent: &str) -> Option<String> {
    // A browser names those that it descends from too: the first that is found counts.
    let browsers = [
        ("Edg", "Edge"),
        ("OPR/", "Opera"),
        ("MicroMessenger", "WeChat"),
        ("Firefox", "Firefox"),
        ("Chrome", "Chrome"),
        ("Safari", "Safari"),
        ("curl", "curl"),
    ];
    let systems = [
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Android", "Android"),
        ("Windows", "Windows"),
        ("Mac OS", "macOS"),
        ("Linux", "Linux"),
    ];
    let find = |known: &[(&str, &'static str)]| {
        let found = known.iter().find(|(mark, _)| agent.contains(mark));
        found.map(|(_, name)| *name)
    };
    match (find(&browsers), find(&systems)) {
        (Some(browser), Some(system)) => Some(format!("{browser} · {system}")),
        (Some(name), None) | (None, Some(name)) => Some(name.to_owned()),
        (None, None) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::device;

    #[test]
    fn browsers_are_called_what_people_call_them() {
        for (agent, name) in [
            (
                "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36",
                Some("Chrome · Linux"),
            ),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605 Version/18.0 Mobile Safari/604",
                Some("Safari · iPhone"),
            ),
            ("curl/8.1", Some("curl")),
            ("", None),
        ] {
            assert_eq!(device(agent).as_deref(), name, "{agent}");
        }
    }
}
