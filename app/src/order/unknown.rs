//! A link that leads to no order: wrong, old, or another shop's. It is not said which.

use super::LOOK_UP;
use crate::{
    errors::ActionError,
    request::{language, set_error},
    ui::{Page, PageStyle},
};
use leptos::prelude::*;

/// The page, with the ways on.
#[component]
pub fn UnknownOrder() -> impl IntoView {
    set_error(&ActionError::NotFound);
    let language = language();
    let title = tr!(language, "order_unknown.title");
    view! {
        <Page title=title.clone()>
            <PageStyle href="/style/order-page.css" />
            <div class="order-unknown">
                <h1 class="notice">{title}</h1>
                <p>{tr!(language, "order_unknown.hint")}</p>
                <p class="order-unknown__ways">
                    <a class="button button--primary" href="/">
                        {tr!(language, "shop.title")}
                    </a>
                    <a class="button button--quiet" href=LOOK_UP>
                        {tr!(language, "look_up.title")}
                    </a>
                </p>
            </div>
        </Page>
    }
}
