//! Choosing the language for all of one's devices.

use crate::{
    form::{Choice, Choices, Form},
    request::language,
};
use domain::{language::Language, validation::Field};
use leptos::prelude::*;

/// The form of one's own language.
#[component]
pub fn OwnLanguage(
    /// The language that is chosen; `None` where each browser says it.
    chosen: Option<Language>,
) -> impl IntoView {
    let language = language();
    let browser = Choice {
        value: String::new(),
        label: tr!(language, "profile.language_browser").into_owned(),
    };
    let choice = |choice: Language| Choice {
        value: choice.code().to_owned(),
        label: choice.own_name().to_owned(),
    };
    let choices = [browser].into_iter().chain(Language::ALL.map(choice));
    view! {
        <section class="panel" aria-labelledby="language-title">
            <h2 id="language-title">{tr!(language, "profile.language")}</h2>
            <p class="field__hint">{tr!(language, "profile.language_hint")}</p>
            <Form action="/admin/profile/language" send=tr!(language, "form.save")>
                <Choices
                    field=Field::Language
                    label=tr!(language, "profile.language")
                    value=chosen.map_or("", Language::code)
                    choices=choices.collect()
                />
            </Form>
        </section>
    }
}
