//! The form by which colleagues are written to.

use super::{forms::PAGE, readers::Readers};
use crate::{
    form::{Choice, Choices, Form, RequestKey, TextArea, TextInput},
    request::language,
};
use domain::{
    language::Language,
    messages::{Expiry, MAX_TITLE, MessageTemplate},
    validation::Field,
};
use leptos::prelude::*;
use strum::VariantArray;

/// What the form is filled with at first.
#[derive(Debug, Default, Clone)]
pub struct Filled {
    /// The name of whom it is for; possibly nothing.
    pub to: String,
    /// The title.
    pub title: String,
    /// The text.
    pub text: String,
}

/// The form, and the templates that can fill it.
#[component]
pub fn Composer(
    /// The names of those who can be written to.
    colleagues: Vec<String>,
    /// What can fill it.
    templates: Vec<MessageTemplate>,
    /// What it is filled with.
    filled: Filled,
    /// The key by which a form that is sent twice is known.
    key: String,
) -> impl IntoView {
    let language = language();
    let expiries = Expiry::VARIANTS.iter().map(|expiry| Choice {
        value: expiry.as_str().to_owned(),
        label: expiry_text(language, *expiry),
    });
    let expiries = expiries.collect();
    let links = templates.into_iter().map(|template| {
        view! {
            <li>
                <a class="link" href=format!("{PAGE}?template={}", template.id)>
                    {template.fields.name}
                </a>
            </li>
        }
    });
    let links = links.collect_view();
    let links = (!links.is_empty()).then(|| {
        view! {
            <nav aria-label=tr!(language, "compose.templates")>
                <p class="field__hint">{tr!(language, "compose.fill")}</p>
                <ul class="row__actions">{links}</ul>
            </nav>
        }
    });
    view! {
        <section class="panel" aria-labelledby="compose-title">
            <h2 id="compose-title">{tr!(language, "compose.write")}</h2>
            {links}
            <Form action=PAGE send=tr!(language, "compose.send")>
                <RequestKey key />
                <Readers colleagues to=filled.to />
                <TextInput
                    field=Field::Title
                    label=tr!(language, "compose.heading")
                    value=filled.title
                    max=MAX_TITLE
                    required=false
                />
                <TextArea
                    field=Field::Text
                    label=tr!(language, "compose.text")
                    value=filled.text
                />
                <Choices
                    field=Field::ExpiresIn
                    label=tr!(language, "compose.expires")
                    choices=expiries
                />
            </Form>
        </section>
    }
}

fn expiry_text(language: Language, expiry: Expiry) -> String {
    let text = match expiry {
        Expiry::Never => tr!(language, "compose.never"),
        Expiry::Quarter => tr!(language, "compose.quarter"),
        Expiry::Hour => tr!(language, "compose.hour"),
        Expiry::Day => tr!(language, "compose.day"),
    };
    text.into_owned()
}
