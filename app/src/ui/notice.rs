//! Pages that have nothing but a text to show.

use super::Page;
use crate::{
    errors::ActionError,
    request::{language, set_error},
};
use leptos::prelude::*;

/// The page of every path that leads nowhere.
#[component]
pub fn NotFound() -> impl IntoView {
    notice(&ActionError::NotFound, tr!(language(), "page.not_found"))
}

/// The shop's store did not answer.
pub fn unavailable() -> AnyView {
    notice(
        &ActionError::Unavailable,
        tr!(language(), "page.unavailable"),
    )
}

fn notice(error: &ActionError, text: impl Into<String>) -> AnyView {
    set_error(error);
    let text = text.into();
    view! {
        <Page title=text.clone()>
            <h1 class="notice">{text}</h1>
            <p>
                <a class="button button--primary" href="/">
                    {tr!(language(), "shop.title")}
                </a>
            </p>
        </Page>
    }
    .into_any()
}
