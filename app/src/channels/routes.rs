//! The pages of this feature.

use super::{
    channel_pages::{ChannelRoute, NewChannelRoute},
    page::ChannelsRoute,
};
use leptos::prelude::*;
use leptos_router::MatchNestedRoutes;

/// `/admin/channels` and below.
#[component(transparent)]
pub fn ChannelsRoutes() -> impl MatchNestedRoutes + Clone {
    view! {
        <ChannelsRoute />
        <NewChannelRoute />
        <ChannelRoute />
    }
    .into_inner()
}
