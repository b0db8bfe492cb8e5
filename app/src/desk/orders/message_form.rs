//! Writing to one colleague or to all, beside the orders.

use crate::{
    desk::readers,
    form::{Choices, Form, NoticeLine, RefusalLine, RequestKey, TextArea},
    request::language,
};
use domain::{messages::Expiry, validation::Field};
use leptos::prelude::*;

/// The path to which the form is sent.
pub(super) const ACTION: &str = "/admin/message";

/// The form, as the server draws it. A script sends it without leaving the page, as the page
/// is what rings; without scripts the browser does.
#[component]
pub fn MessageForm(
    /// The names of all administrators.
    colleagues: Vec<String>,
    /// The key by which a form that is sent twice is known.
    key: String,
) -> impl IntoView {
    let language = language();
    view! {
        <section class="message" aria-labelledby="message-title" data-live="message" data-live-by="itself">
            <h2 id="message-title">{tr!(language, "compose.write")}</h2>
            <NoticeLine />
            <RefusalLine />
            <Form action=ACTION send=tr!(language, "compose.send")>
                <RequestKey key />
                <input
                    type="hidden"
                    name=Field::ExpiresIn.to_string()
                    value=Expiry::Never.as_str()
                />
                <Choices field=Field::To label=tr!(language, "compose.to") choices=readers(colleagues) />
                <TextArea field=Field::Text label=tr!(language, "compose.text") />
            </Form>
        </section>
    }
}
