//! The pages on which a channel is added or changed.

use super::{channel_form::ChannelForm, words};
use crate::{
    desk::page::{AdminRequest, admin_page},
    errors::ActionError,
    request::{language, path_id},
};
use domain::{
    channels::{ChannelId, ChannelKind},
    policy::Action,
};
use leptos::prelude::*;
use leptos_router::{MatchNestedRoutes, ParamSegment, SsrMode, StaticSegment, components::Route};

/// `/admin/channels/new/{kind}`
#[component(transparent)]
pub fn NewChannelRoute() -> impl MatchNestedRoutes + Clone {
    let path = (
        StaticSegment("admin"),
        StaticSegment("channels"),
        StaticSegment("new"),
        ParamSegment("id"),
    );
    view! { <Route path view=NewChannelPage ssr=SsrMode::Async /> }.into_inner()
}

/// `/admin/channels/{id}`
#[component(transparent)]
pub fn ChannelRoute() -> impl MatchNestedRoutes + Clone {
    let path = (
        StaticSegment("admin"),
        StaticSegment("channels"),
        ParamSegment("id"),
    );
    view! { <Route path view=ChannelPage ssr=SsrMode::Async /> }.into_inner()
}

fn part<T: std::str::FromStr>() -> Option<T> {
    let part = path_id();
    part.and_then(|part| part.parse().ok())
}

#[component]
fn NewChannelPage() -> impl IntoView {
    let kind: Option<ChannelKind> = part();
    let language = language();
    let title = match kind {
        Some(kind) => words::kind(language, kind).into(),
        None => tr!(language, "channel.add"),
    };
    admin_page(title, Some(Action::ManageChannels), move |_| async move {
        let kind = kind.ok_or(ActionError::NotFound)?;
        Ok(view! { <ChannelForm kind known=None /> }.into_any())
    })
}

#[component]
fn ChannelPage() -> impl IntoView {
    let id: Option<ChannelId> = part();
    let title = tr!(language(), "channel.change");
    admin_page(title, Some(Action::ManageChannels), move |admin| {
        draw(admin, id)
    })
}

async fn draw(
    AdminRequest { shop, user, .. }: AdminRequest,
    id: Option<ChannelId>,
) -> Result<AnyView, ActionError> {
    let id = id.ok_or(ActionError::NotFound)?;
    let known = shop.channel(id, &user).await?;
    let kind = known.fields.destination.kind;
    Ok(view! { <ChannelForm kind known=Some(known) /> }.into_any())
}
