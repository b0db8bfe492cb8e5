//! The frame of the back office's pages that needs no WebAssembly.

use crate::{request::language, ui::Page};
use leptos::prelude::*;

/// A page of the back office, with the way out in its head.
#[component]
pub fn AdminPage(
    /// The title, before the shop's name.
    #[prop(into)]
    title: String,
    /// The administrator's name.
    user: String,
    /// What the page is about: its island.
    children: Children,
) -> impl IntoView {
    let tools = move || {
        view! {
            <form class="sign-out" method="post" action="/sign-out">
                <span class="sign-out__name">{user.clone()}</span>
                <button class="button button--quiet">{tr!(language(), "nav.sign_out")}</button>
            </form>
        }
    };
    view! {
        <Page title home="/admin" tools=tools>
            {children()}
        </Page>
    }
}
