//! Trying whether one's own devices ring.

use super::device_name::device_name;
use crate::{errors::ActionError, request::language};
use domain::{
    language::Language,
    shop::Shop,
    users::User,
    web_push::{PushNote, PushOutcome, PushSubscription, ShowNote, Urgency, WebPushMessage},
};
use futures::future::join_all;
use leptos::prelude::*;

/// How long a test waits for a device that is off, in seconds.
const TTL: u32 = 60;

/// What became of a test, device by device.
#[derive(Debug, Clone)]
pub struct TestedDevices(Vec<(String, PushOutcome)>);

/// Sends a test to all devices of a user, and waits for what becomes of it.
///
/// # Errors
/// The store did not answer.
pub(super) async fn test(shop: &Shop, user: &User) -> Result<TestedDevices, ActionError> {
    let devices = shop.devices_of(user).await?;
    let tested = devices.iter().map(async |device| {
        let message = message(device).ok_or(ActionError::Unavailable)?;
        let sent = shop.tell_device(device, &message).await;
        let outcome = PushOutcome::of(&sent).ok_or(ActionError::Unavailable)?;
        Ok((device_name(&device.device), outcome))
    });
    let tested: Result<_, ActionError> = join_all(tested).await.into_iter().collect();
    Ok(TestedDevices(tested?))
}

fn message(device: &PushSubscription) -> Option<WebPushMessage> {
    let language = device.language;
    let note = PushNote::Show(ShowNote {
        tag: "test".to_owned(),
        title: tr!(language, "push.test_title").into_owned(),
        body: tr!(language, "push.test_body").into_owned(),
        url: "/admin/profile".to_owned(),
        lang: language.tag(),
        renotify: true,
    });
    WebPushMessage::new(&note, TTL, Urgency::High).ok()
}

/// What became of the test that was just sent, where one was.
#[component]
pub fn TestLine() -> impl IntoView {
    let language = language();
    use_context::<TestedDevices>().map(|TestedDevices(devices)| {
        let lines = devices.into_iter().map(|(name, outcome)| {
            let outcome = outcome_text(outcome, language);
            view! { <li>{format!("{name}: {outcome}")}</li> }
        });
        view! {
            <div class="done" role="status">
                <p>{tr!(language, "push.tested")}</p>
                <ul>{lines.collect_view()}</ul>
            </div>
        }
    })
}

/// What became of a message, in words.
pub(super) fn outcome_text(outcome: PushOutcome, language: Language) -> String {
    let text = match outcome {
        PushOutcome::Taken => tr!(language, "push.outcome_taken"),
        PushOutcome::Gone => tr!(language, "push.outcome_gone"),
        PushOutcome::Later => tr!(language, "push.outcome_later"),
        PushOutcome::Refused => tr!(language, "push.outcome_refused"),
        PushOutcome::Unsendable => tr!(language, "push.outcome_unsendable"),
        PushOutcome::PrivateAddress => tr!(language, "push.outcome_private_address"),
        PushOutcome::TooSlow => tr!(language, "push.outcome_too_slow"),
        PushOutcome::Unreachable => tr!(language, "push.outcome_unreachable"),
    };
    text.into_owned()
}
