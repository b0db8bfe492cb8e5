//! A channel, as it is typed. What is secret is not shown again.

use super::words;
use crate::{
    form::{Form, TextInput},
    request::language,
};
use domain::{
    channels::{
        Channel, ChannelKind, Destination, MAX_CHANNEL_ADDRESS, MAX_CHANNEL_NAME,
        MAX_CHANNEL_SECRET, MAX_CHANNEL_TARGET, Need,
    },
    validation::Field,
};
use leptos::prelude::*;

/// The form of a channel of a kind.
#[component]
pub fn ChannelForm(
    /// Of which kind it is.
    kind: ChannelKind,
    /// The channel that is changed; `None` for one that is added.
    known: Option<Channel>,
) -> impl IntoView {
    let language = language();
    let (action, version) = match &known {
        Some(known) => (
            format!("/admin/channels/{}", known.id),
            known.version.to_string(),
        ),
        None => (
            format!("/admin/channels/new/{}", kind.as_str()),
            String::new(),
        ),
    };
    let (name, destination) = match known {
        Some(known) => (known.fields.name, Some(known.fields.destination)),
        None => (words::kind(language, kind), None),
    };
    view! {
        <section class="panel">
            <p class="field__hint">{words::about(language, kind)}</p>
            <Form action send=tr!(language, "form.save")>
                <input type="hidden" name=Field::Version.to_string() value=version />
                <TextInput
                    field=Field::ChannelName
                    label=tr!(language, "channel.name")
                    value=name
                    max=MAX_CHANNEL_NAME
                />
                <DestinationFields kind destination />
            </Form>
        </section>
    }
}

/// What has to be said of where a channel of that kind leads.
#[component]
fn DestinationFields(kind: ChannelKind, destination: Option<Destination>) -> impl IntoView {
    let language = language();
    let needs = kind.needs();
    let known = destination.as_ref();
    let text = |value: fn(&Destination) -> &String| known.map(value).cloned().unwrap_or_default();
    let kept = known.map(Destination::shown_address);
    let kept = kept.filter(|kept| !kept.is_empty() && kind.has_url());
    let hint = kept
        .clone()
        .map(|kept| tr!(language, "channel.kept_address", site = kept));
    let has_secret = known.is_some_and(|known| !known.secret.is_empty());
    let secret_hint = has_secret.then(|| tr!(language, "channel.kept_secret"));
    let address = match kind.has_url() {
        true => String::new(),
        false => text(|known| &known.address),
    };
    let address = (needs.address != Need::No).then(|| {
        view! {
            <TextInput
                field=Field::ChannelAddress
                label=words::address(language, kind)
                value=address
                max=MAX_CHANNEL_ADDRESS
                required=needs.address == Need::Must && kept.is_none()
                hint=hint.unwrap_or_default().into_owned()
            />
        }
    });
    let more = [
        (
            Field::ChannelSender,
            needs.sender,
            text(|known| &known.sender),
        ),
        (
            Field::ChannelTarget,
            needs.target,
            text(|known| &known.target),
        ),
        (
            Field::ChannelAccount,
            needs.account,
            text(|known| &known.account),
        ),
    ];
    let more = more.into_iter().filter(|(_, need, _)| *need != Need::No);
    let more = more.map(|(field, need, value)| {
        let label = match field {
            Field::ChannelSender => tr!(language, "channel.sender").into_owned(),
            Field::ChannelTarget => words::target(language, kind),
            _ => tr!(language, "channel.account").into_owned(),
        };
        let required = need == Need::Must;
        view! { <TextInput field label value max=MAX_CHANNEL_TARGET required /> }
    });
    let secret = (needs.secret != Need::No).then(|| {
        view! {
            <TextInput
                field=Field::ChannelSecret
                label=words::secret(language, kind)
                kind="password"
                autocomplete="new-password"
                max=MAX_CHANNEL_SECRET
                required=needs.secret == Need::Must && !has_secret
                hint=secret_hint.unwrap_or_default().into_owned()
            />
        }
    });
    view! {
        {address}
        {more.collect_view()}
        {secret}
    }
}
