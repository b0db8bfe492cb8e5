//! JSON that the server writes into a page, in an element of its own.

#[cfg(not(feature = "ssr"))]
pub(crate) use browser::from_page;
#[cfg(feature = "ssr")]
pub(crate) use server::{escaped, in_page};

#[cfg(feature = "ssr")]
mod server {
    use crate::json::written;
    use leptos::{nonce::use_nonce, prelude::*};
    use serde::Serialize;
    use std::borrow::Cow;

    /// What says a value. Nothing of it ends the element that it stands in.
    pub(crate) fn escaped(value: &impl Serialize) -> String {
        written(value).unwrap_or_default().replace('<', "\\u003c")
    }

    /// The element, by the id that it is found by, with what [`escaped`] made.
    pub(crate) fn in_page(id: &'static str, json: impl Into<Cow<'static, str>>) -> impl IntoView {
        let json = json.into();
        view! {
            <script type="application/json" id=id nonce=use_nonce()>
                {json}
            </script>
        }
    }
}

#[cfg(not(feature = "ssr"))]
mod browser {
    use leptos::prelude::document;

    /// What the element of that id holds; `None` where the page has none.
    pub(crate) fn from_page(id: &str) -> Option<String> {
        document().get_element_by_id(id)?.text_content()
    }
}
