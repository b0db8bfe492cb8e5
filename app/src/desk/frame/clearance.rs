//! Keeps what one works with from being covered by the popups (WCAG 2.4.11).

use crate::erased::effect;
use leptos::{html::Section, prelude::*, wasm_bindgen::JsCast, web_sys::HtmlElement};

/// The height that the popups take from the lower edge of the window; `style/toaster.css`
/// leaves so much room below the page, and below whatever is scrolled to.
const HEIGHT: &str = "--toaster-height";

/// Measures the popups whenever `changes` does.
pub(super) fn keep_clear(region: NodeRef<Section>, changes: impl Fn() + Send + Sync + 'static) {
    effect(move || {
        changes();
        request_animation_frame(move || {
            if let Some(region) = region.get_untracked() {
                make_room(&region);
            }
        });
    });
}

fn make_room(region: &HtmlElement) {
    let Some(root) = document()
        .document_element()
        .and_then(|root| root.dyn_into::<HtmlElement>().ok())
    else {
        return;
    };
    let height = region.offset_height();
    // A browser that does not know it has no room to leave.
    let _ = root.style().set_property(HEIGHT, &format!("{height}px"));
    uncover(region);
}

/// Scrolls what has the focus out from under the popups.
fn uncover(region: &HtmlElement) {
    let Some(focused) = document().active_element() else {
        return;
    };
    let is_of_the_page = !region.contains(Some(&focused)) && focused.tag_name() != "BODY";
    let (above, below) = (
        focused.get_bounding_client_rect(),
        region.get_bounding_client_rect(),
    );
    let overlap = |start: f64, end: f64, other_start: f64, other_end: f64| {
        start < other_end && other_start < end
    };
    let is_covered = overlap(above.top(), above.bottom(), below.top(), below.bottom())
        && overlap(above.left(), above.right(), below.left(), below.right());
    if is_of_the_page && is_covered {
        let options = web_sys::ScrollIntoViewOptions::new();
        options.set_block(web_sys::ScrollLogicalPosition::Nearest);
        focused.scroll_into_view_with_scroll_into_view_options(&options);
    }
}
