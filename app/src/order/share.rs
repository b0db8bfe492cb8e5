//! Taking an order's page along: to another device, to whoever fetches it, or on paper.

use crate::{board::link_code::LinkCode, request::language, ui::PageScript};
use leptos::prelude::*;

/// The page's link, as a text and as a code, and what a browser can do with it.
#[component]
pub fn Share(
    /// The whole address of the page.
    link: String,
) -> impl IntoView {
    let language = language();
    view! {
        <details class="order-share">
            <summary>{tr!(language, "order_share.title")}</summary>
            <p>{tr!(language, "order_share.hint")}</p>
            <p>
                <a class="link" href=link.clone()>
                    {link.clone()}
                </a>
            </p>
            <LinkCode text=link label=tr!(language, "board.code") />
        </details>
        // Scripts show them where they can do something.
        <p class="order-share__buttons">
            <button type="button" class="button button--quiet" data-share hidden>
                {tr!(language, "order_share.share")}
            </button>
            <button type="button" class="button button--quiet" data-print hidden>
                {tr!(language, "order_share.print")}
            </button>
        </p>
        <PageScript src="/print.js" />
        <PageScript src="/share.js" />
    }
}
