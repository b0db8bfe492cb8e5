//! Writing to one colleague or to all.

use super::{Icon, Shape, desk_island::DeskContext};
use crate::{
    actions::{Fault, SendMessage},
    words,
};
use domain::{invalid::Invalid, language::Language, money::Currency, push::MAX_TEXT};
use leptos::{form::ActionForm, html::Textarea, prelude::*};

/// A form of one line or a few; it empties itself when the message is sent.
#[component]
pub fn MessageForm(
    /// All administrators.
    colleagues: Vec<String>,
) -> impl IntoView {
    let context = DeskContext::current();
    let language = context.language;
    let send = ServerAction::<SendMessage>::new();
    let text_ref = NodeRef::<Textarea>::new();
    Effect::new(move || {
        if let (Some(Ok(_)), Some(text)) = (send.value().get(), text_ref.get_untracked()) {
            text.set_value("");
        }
    });
    let fault = move || {
        send.value()
            .get()?
            .err()
            .map(|fault| fault_text(language, &fault))
    };
    let sent = move || {
        send.value()
            .get()?
            .ok()
            .map(|_| tr!(language, "message.sent"))
    };
    let options = colleagues
        .into_iter()
        .map(|name| view! { <option value=name>{name.clone()}</option> });
    view! {
        <section class="message" aria-labelledby="message-title">
            <h2 id="message-title">{tr!(language, "message.title")}</h2>
            <ActionForm action=send attr:novalidate="">
                <div class="field">
                    <label for="message-to">{tr!(language, "message.to")}</label>
                    <select id="message-to" name="to">
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
                        node_ref=text_ref
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
                    disabled=move || send.pending().get() || !context.alive.get()
                >
                    <Icon shape=Shape::Message />
                    {tr!(language, "message.send")}
                </button>
            </ActionForm>
        </section>
    }
}

fn fault_text(language: Language, fault: &Fault) -> String {
    match fault {
        Fault::Invalid(Invalid(faults)) => {
            let words = faults.iter().map(|fault| {
                // No fault of a message speaks of money.
                words::reason(language, fault.reason, Currency::CNY)
            });
            words.collect::<Vec<_>>().join(" ")
        }
        Fault::SignedOut => tr!(language, "link.signed_out").into_owned(),
        _ => tr!(language, "desk.not_done").into_owned(),
    }
}
