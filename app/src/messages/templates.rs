//! The templates, as they are changed.

use super::forms::PAGE;
use crate::{
    form::{ActionButton, Form, Refused, TextArea, TextInput},
    request::language,
};
use domain::{
    messages::{MAX_TEMPLATE_NAME, MAX_TITLE, MessageTemplate, TemplateFields},
    validation::Field,
};
use leptos::prelude::*;

/// All templates, and a form for one more.
#[component]
pub fn Templates(
    /// The templates.
    templates: Vec<MessageTemplate>,
) -> impl IntoView {
    let language = language();
    let rows = templates.into_iter().map(|template| {
        view! { <TemplateRow template /> }
    });
    let action = format!("{PAGE}/templates");
    let is_open = Refused::of(&action).is_some();
    view! {
        <section class="panel" aria-labelledby="templates-title">
            <h2 id="templates-title">{tr!(language, "compose.templates")}</h2>
            <ul class="rows">{rows.collect_view()}</ul>
            <details class="row__more" open=is_open>
                <summary>{tr!(language, "template.add")}</summary>
                <Form action send=tr!(language, "form.save")>
                    <TemplateInputs fields=None />
                </Form>
            </details>
        </section>
    }
}

#[component]
fn TemplateRow(template: MessageTemplate) -> impl IntoView {
    let language = language();
    let name = template.fields.name.clone();
    let action = format!("{PAGE}/templates/{}", template.id);
    let delete = format!("{action}/delete");
    let label = tr!(language, "template.delete");
    let spoken = format!("{label}: {name}");
    let is_open = Refused::of(&action).is_some();
    view! {
        <li class="row" data-template=name>
            <details class="row__more" open=is_open>
                <summary>{name.clone()}</summary>
                <Form action send=tr!(language, "form.save")>
                    <input
                        type="hidden"
                        name=Field::Version.to_string()
                        value=template.version.to_string()
                    />
                    <TemplateInputs fields=Some(template.fields) />
                </Form>
                <ActionButton action=delete label spoken />
            </details>
        </li>
    }
}

#[component]
fn TemplateInputs(fields: Option<TemplateFields>) -> impl IntoView {
    let language = language();
    let (name, title, text) = match fields {
        Some(fields) => (fields.name, fields.title, fields.text),
        None => Default::default(),
    };
    view! {
        <TextInput
            field=Field::TemplateName
            label=tr!(language, "template.name")
            value=name
            max=MAX_TEMPLATE_NAME
        />
        <TextInput
            field=Field::Title
            label=tr!(language, "compose.heading")
            value=title
            max=MAX_TITLE
            required=false
        />
        <TextArea field=Field::Text label=tr!(language, "compose.text") value=text />
    }
}
