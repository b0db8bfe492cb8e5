//! When alerts go, as it is typed.

use super::words;
use crate::{
    form::{Choice, Choices, Form, TextInput},
    request::language,
};
use domain::{
    settings::{AlertRules, MAX_PAUSE_MESSAGE, WhenOverdue},
    validation::Field,
};
use leptos::prelude::*;
use strum::VariantArray;

/// The form of the rules.
#[component]
pub fn RulesForm(
    /// The rules of now.
    rules: AlertRules,
    /// The version of the settings that they are part of.
    version: u32,
) -> impl IntoView {
    let language = language();
    let reminders: Vec<_> = rules.reminders.iter().map(ToString::to_string).collect();
    let choices = WhenOverdue::VARIANTS.iter().map(|when| Choice {
        value: when.as_str().to_owned(),
        label: words::when_overdue(language, *when),
    });
    let choices: Vec<_> = choices.collect();
    view! {
        <section class="panel" aria-labelledby="rules-title">
            <h2 id="rules-title">{tr!(language, "channel.rules")}</h2>
            <Form action="/admin/channels/rules" send=tr!(language, "form.save")>
                <input type="hidden" name=Field::Version.to_string() value=version.to_string() />
                <TextInput
                    field=Field::WaitSeconds
                    label=tr!(language, "channel.wait")
                    value=rules.wait_seconds.to_string()
                    max=4
                    hint=tr!(language, "channel.wait_hint").into_owned()
                />
                <TextInput
                    field=Field::Reminders
                    label=tr!(language, "channel.reminders")
                    value=reminders.join(", ")
                    max=60
                    required=false
                    hint=tr!(language, "channel.reminders_hint").into_owned()
                />
                <TextInput
                    field=Field::OverdueMinutes
                    label=tr!(language, "channel.overdue_minutes")
                    value=rules.overdue_minutes.to_string()
                    max=3
                />
                <Choices
                    field=Field::WhenOverdue
                    label=tr!(language, "channel.when_overdue")
                    value=rules.when_overdue.as_str()
                    choices
                />
                <TextInput
                    field=Field::PauseMessage
                    label=tr!(language, "pause.message")
                    value=rules.overdue_message
                    max=MAX_PAUSE_MESSAGE
                    required=false
                />
            </Form>
        </section>
    }
}
