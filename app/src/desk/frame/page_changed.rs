//! That somebody has changed what the page shows.

use crate::{
    desk::{
        context::AdminContext,
        state::{AdminState, PageSubject},
    },
    erased::{built, effect},
};
use leptos::{
    ev::MouseEvent,
    prelude::*,
    wasm_bindgen::JsCast,
    web_sys::{HtmlInputElement, HtmlTextAreaElement, Node},
};
use serde::{Deserialize, Serialize};

/// A page that the server drew, as far as it can be outdated.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DrawnPage {
    /// What it shows.
    pub subject: PageSubject,
    /// Where it is.
    pub address: String,
    /// Whether it holds a form that was refused: what was typed would be lost with it.
    pub is_refused: bool,
}

/// Says who changed what the page shows, and offers to load it anew. The page does not do
/// that by itself: it could be while somebody types, or under a finger that is about to touch.
#[component]
pub fn PageChanged(
    /// The page.
    page: DrawnPage,
) -> impl IntoView {
    let context = AdminContext::current();
    let language = context.language;
    let DrawnPage {
        subject,
        address,
        is_refused,
    } = page;
    let by = Memo::new(move |_| {
        let by = |state: &AdminState| state.changes.by(subject).map(str::to_owned);
        context.state.with(by)
    });
    let is_typed = StoredValue::new(is_refused);
    effect(move || {
        // Without its handle a listener stays as long as the page.
        let _ = window_event_listener_untyped("input", move |_| is_typed.set_value(true));
    });
    let show = move |event: MouseEvent| {
        let may_be_lost = is_typed.get_value() || is_anything_typed();
        let text = tr!(language.get_untracked(), "changed.typed");
        if may_be_lost && !window().confirm_with_message(&text).unwrap_or(true) {
            event.prevent_default();
        } else if !is_refused {
            // As the link does, but the page stays where it was scrolled to.
            event.prevent_default();
            let _ = window().location().reload();
        }
    };
    let text = move |by: String| {
        let language = language.get();
        match (subject, by.as_str()) {
            (PageSubject::Menu, "") => tr!(language, "changed.menu").into_owned(),
            (PageSubject::Settings, "") => tr!(language, "changed.settings").into_owned(),
            (PageSubject::Notices, _) => tr!(language, "changed.notices").into_owned(),
            (PageSubject::Menu, by) => tr!(language, "changed.menu_by", by = by).into_owned(),
            (PageSubject::Settings, by) => {
                tr!(language, "changed.settings_by", by = by).into_owned()
            }
        }
    };
    view! {
        <div role="status" class="page-changed">
            {move || {
                by.get()
                    .map(|by| {
                        built(
                            view! {
                                <p class="notice">
                                    {text(by)} " "
                                    <a href=address.clone() on:click=show>
                                        {tr!(language.get(), "changed.show")}
                                    </a>
                                </p>
                            },
                        )
                    })
            }}
        </div>
    }
}

/// Whether any field holds something else than the server drew, as where it was typed before
/// the WebAssembly was loaded.
fn is_anything_typed() -> bool {
    let Ok(fields) = document().query_selector_all(".admin :is(input, textarea)") else {
        return false;
    };
    let is_typed = |field: Node| match field.dyn_into::<HtmlInputElement>() {
        Ok(field) => {
            field.value() != field.default_value() || field.checked() != field.default_checked()
        }
        Err(field) => {
            let field: HtmlTextAreaElement = field.unchecked_into();
            field.default_value() != Ok(field.value())
        }
    };
    (0..fields.length())
        .filter_map(|place| fields.item(place))
        .any(is_typed)
}
