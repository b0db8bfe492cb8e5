//! The page of the channels: where alerts go, when, and what was sent.

use super::{
    channel_row::ChannelRow, devices_row::DevicesRow, forms::Tested, past::PastAlerts,
    rules::RulesForm, words,
};
use crate::{
    desk::page::{AdminRequest, admin_page},
    errors::ActionError,
    request::language,
};
use domain::{
    channels::{AlertState, Channel, ChannelKind, PastAlert},
    policy::Action,
};
use leptos::prelude::*;
use leptos_router::{MatchNestedRoutes, SsrMode, StaticSegment, components::Route};
use strum::VariantArray;

/// `/admin/channels`
#[component(transparent)]
pub fn ChannelsRoute() -> impl MatchNestedRoutes + Clone {
    let path = (StaticSegment("admin"), StaticSegment("channels"));
    view! { <Route path view=ChannelsPage ssr=SsrMode::Async /> }.into_inner()
}

#[component]
fn ChannelsPage() -> impl IntoView {
    let title = tr!(language(), "channel.title");
    admin_page(title, Some(Action::ManageChannels), draw)
}

async fn draw(AdminRequest { shop, user, .. }: AdminRequest) -> Result<AnyView, ActionError> {
    let channels = shop.channels(&user).await?;
    let alerts = shop.past_alerts(&user).await?;
    let devices = shop.devices_told(&user).await?;
    let settings = shop.settings();
    let language = language();
    let has_devices = devices.count > 0;
    let is_empty = channels.is_empty() && !has_devices;
    let tested = use_context::<Tested>();
    let rows = channels.into_iter().map(|channel| {
        let last = last_of(&channel, &alerts).cloned();
        let tested = tested
            .as_ref()
            .filter(|tested| tested.channel == channel.id);
        let tested = tested.map(|tested| tested.answer.clone());
        view! { <ChannelRow channel last tested clock=shop.clock.clone() /> }
    });
    let clock = shop.clock.clone();
    let devices = has_devices.then(|| view! { <DevicesRow devices clock /> });
    let kinds = ChannelKind::VARIANTS.iter().map(|kind| {
        let path = format!("/admin/channels/new/{}", kind.as_str());
        view! {
            <li>
                <a href=path>{words::kind(language, *kind)}</a>
            </li>
        }
    });
    let view = view! {
        <p>{tr!(language, "channel.about")}</p>
        {is_empty.then(|| view! { <p class="empty">{tr!(language, "channel.empty")}</p> })}
        <ul class="rows">
            {devices} {rows.collect_view()}
        </ul>
        <section class="panel" aria-labelledby="add-title">
            <h2 id="add-title">{tr!(language, "channel.add")}</h2>
            <ul>{kinds.collect_view()}</ul>
        </section>
        <RulesForm rules=settings.alerts.clone() version=settings.version />
        <PastAlerts alerts clock=shop.clock.clone() />
    };
    Ok(view.into_any())
}

/// The last alert that went, or was to go, by a channel. The newest come first.
fn last_of<'a>(channel: &Channel, alerts: &'a [PastAlert]) -> Option<&'a PastAlert> {
    let mut of_channel = alerts.iter().filter(|alert| alert.channel == channel.id);
    of_channel.find(|alert| alert.state != AlertState::Dropped || alert.attempts > 0)
}
