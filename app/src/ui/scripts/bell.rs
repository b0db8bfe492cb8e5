//! What keeps a page live that the server draws, and says how the connection is.

use super::PageScript;
use crate::{
    request::language,
    ui::{
        icon::{Icon, Shape},
        shop_front::PageCursor,
    },
};
use domain::events::EventKind;
use leptos::prelude::*;
use strum::VariantArray;

/// What a stream tells that only rings.
const BELL: &str = "bell";

/// Keeps a stream open, and has the page's `data-live` parts drawn again whenever it tells
/// something (`public/bell.js`). A chip says how the connection is. It stands outside of these
/// parts: its state is the browser's.
///
/// The page says within a part by `data-bell-over` that nothing follows any more, and by
/// `data-bell-look` after how many seconds the clock alone may have changed it.
#[component]
pub fn Bell(
    /// The path of the stream.
    path: String,
    /// Whether the stream stays open while nobody looks at the page.
    #[prop(optional)]
    stays: bool,
    /// Whether nothing follows any more.
    #[prop(optional)]
    is_over: bool,
) -> impl IntoView {
    let language = language();
    let cursor = PageCursor::current().map(|cursor| cursor.to_string());
    let tells = EventKind::VARIANTS.iter().map(|kind| kind.as_str());
    let tells: Vec<_> = tells.chain([BELL]).collect();
    // Without scripts the page comes anew by itself.
    let state = if is_over { "over" } else { "still" };
    view! {
        <PageScript src="/redraw.js" />
        <PageScript src="/bell.js" />
        <span
            class="chip"
            role="status"
            data-link=state
            data-bell=path
            data-bell-after=cursor
            data-bell-tells=tells.join(" ")
            data-bell-stays=stays
        >
            <span class="chip__state" data-when="live over">
                <span class="chip__dot"></span>
            </span>
            <span class="chip__state" data-when="opening still">
                <Icon shape=Shape::Clock />
            </span>
            <span class="chip__state" data-when="lost full unsupported">
                <Icon shape=Shape::Warning />
            </span>
            <span class="chip__state" data-when="still">
                {tr!(language, "bell.still")}
            </span>
            <span class="chip__state" data-when="opening">
                {tr!(language, "link.opening")}
            </span>
            <span class="chip__state" data-when="live">
                {tr!(language, "link.live")}
            </span>
            <span class="chip__state" data-when="lost">
                <span>{tr!(language, "bell.lost")}" "<span data-link-since>"–"</span></span>
            </span>
            <span class="chip__state" data-when="full">
                {tr!(language, "bell.full")}
            </span>
            <span class="chip__state" data-when="over">
                {tr!(language, "link.over")}
            </span>
            <span class="chip__state" data-when="unsupported">
                {tr!(language, "link.unsupported")}
            </span>
        </span>
    }
}
