//! Writing to one colleague or to all.

use crate::{
    desk::{actions::send_message, context::AdminContext, order_actions::refusal_text},
    errors::Refusal,
    ui::{Icon, Shape},
};
use domain::{language::Language, messages::MAX_TEXT};
use leptos::{
    ev::SubmitEvent,
    html::{Select, Textarea},
    prelude::*,
    task::spawn_local,
};

/// A form of one line or a few; it empties itself when the message is sent.
#[component]
pub fn MessageForm() -> impl IntoView {
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
                Err(refusal) => outcome.set(Some(Err(fault_text(language, refusal)))),
            }
            busy.set(false);
        });
    };
    let fault = move || outcome.get()?.err();
    let sent = move || outcome.get()?.ok().map(|()| tr!(language, "message.sent"));
    let options = context
        .colleagues
        .get_value()
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

/// Why a message was not sent: the form has one place to say so.
fn fault_text(language: Language, refusal: Refusal) -> String {
    if refusal.faults.is_empty() {
        return refusal_text(language, refusal);
    }
    let texts = refusal.faults.into_iter().map(|fault| fault.text);
    texts.collect::<Vec<_>>().join(" ")
}
