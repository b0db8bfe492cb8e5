//! Writing to one colleague or to all.

use crate::{
    desk::{actions::send_message, context::AdminContext},
    errors::ActionError,
    ui::{Icon, Shape},
    words,
};
use domain::{
    language::Language,
    messages::MAX_TEXT,
    money::Currency,
    validation::{Reason, ValidationErrors},
};
use leptos::{
    ev::SubmitEvent,
    html::{Select, Textarea},
    prelude::*,
    task::spawn_local,
};

/// A form of one line or a few; it empties itself when the message is sent.
#[component]
pub fn MessageForm(
    /// All administrators.
    colleagues: Vec<String>,
) -> impl IntoView {
    let context = AdminContext::current();
    let language = context.language;
    let to = NodeRef::<Select>::new();
    let text = NodeRef::<Textarea>::new();
    let busy = RwSignal::new(false);
    // What came of the last message: why it was not sent, or nothing to say.
    let outcome = RwSignal::new(None::<Result<(), String>>);
    let send = move |event: SubmitEvent| {
        event.prevent_default();
        let (Some(to), Some(text)) = (to.get_untracked(), text.get_untracked()) else {
            return;
        };
        busy.set(true);
        spawn_local(async move {
            match send_message(to.value(), String::new(), text.value()).await {
                Ok(_) => {
                    text.set_value("");
                    outcome.set(Some(Ok(())));
                }
                Err(error) => outcome.set(Some(Err(error_text(language, &error)))),
            }
            busy.set(false);
        });
    };
    let fault = move || outcome.get()?.err();
    let sent = move || outcome.get()?.ok().map(|()| tr!(language, "message.sent"));
    let options = colleagues
        .into_iter()
        .map(|name| view! { <option value=name>{name.clone()}</option> });
    view! {
        <section class="message" aria-labelledby="message-title">
            <h2 id="message-title">{tr!(language, "message.title")}</h2>
            <form novalidate on:submit=send>
                <div class="field">
                    <label for="message-to">{tr!(language, "message.to")}</label>
                    <select id="message-to" name="to" node_ref=to>
                        <option value="">{tr!(language, "message.to_all")}</option>
                        {options.collect_view()}
                    </select>
                </div>
                <div class="field">
                    <label for="message-text">{tr!(language, "message.text")}</label>
                    <textarea
                        id="message-text"
                        name="text"
                        rows="3"
                        maxlength=MAX_TEXT.to_string()
                        node_ref=text
                        aria-describedby="message-fault"
                    ></textarea>
                    <p id="message-fault" class="field__fault" role="alert">
                        {fault}
                    </p>
                    <p class="field__hint" role="status">
                        {sent}
                    </p>
                </div>
                <button
                    class="button button--message"
                    disabled=move || busy.get() || !context.is_mounted.get()
                >
                    <Icon shape=Shape::Message />
                    {tr!(language, "message.send")}
                </button>
            </form>
        </section>
    }
}

fn error_text(language: Language, error: &ActionError) -> String {
    // No fault of a message is about money.
    let words = |reason| words::reason(language, reason, Currency::CNY);
    match error {
        ActionError::Invalid(ValidationErrors(faults)) => {
            let texts = faults.iter().map(|fault| words(fault.reason));
            texts.collect::<Vec<_>>().join(" ")
        }
        ActionError::UnknownUser => words(Reason::UnknownUser),
        ActionError::SignedOut => tr!(language, "link.signed_out").into_owned(),
        _ => tr!(language, "desk.not_done").into_owned(),
    }
}
