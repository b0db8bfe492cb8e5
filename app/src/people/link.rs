//! A link that lets somebody in, shown once.

use crate::request::{language, origin};
use domain::{shop::InviteLink, users::InvitePurpose};
use leptos::prelude::*;

/// The link that was just made, where one was.
#[component]
pub fn NewLink() -> impl IntoView {
    let language = language();
    use_context::<InviteLink>().map(|link| {
        let text = match &link.purpose {
            InvitePurpose::Join(_) => tr!(language, "people.link_join"),
            InvitePurpose::Reset(user) => tr!(language, "people.link_reset", name = user.name),
        };
        let url = format!("{}/invite/{}", origin(), link.token);
        let url_text = url.clone();
        view! {
            <section class="panel panel--new" aria-labelledby="link-title">
                <h2 id="link-title">{text}</h2>
                <p class="field__hint" role="status">{tr!(language, "people.link_hint")}</p>
                <p>
                    <a class="link" href=url>
                        {url_text}
                    </a>
                </p>
            </section>
        }
    })
}
