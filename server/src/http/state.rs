//! What the routes can reach, each what it needs.

use super::{
    pages::PageContext, shop_front::ShopFrontCache, shop_page::ShopPageCache, streams::Streams,
};
use crate::{config::Settings, subscriptions::DeliveryTracker};

use axum::extract::FromRef;
use delivery::{Hub, StreamRegistry, Tickets};
use domain::shop::Shop;
use leptos::prelude::LeptosOptions;
use std::sync::Arc;

/// Handles to everything; clones are the same things.
#[derive(Clone, FromRef)]
pub(crate) struct AppState {
    pub(crate) shop: Shop,
    pub(crate) streams: Streams,
    pub(crate) tickets: Tickets,
    pub(crate) settings: Arc<Settings>,
    pub(crate) shop_front: ShopFrontCache,
    pub(crate) shop_page: ShopPageCache,
    pub(crate) leptos: LeptosOptions,
}

impl FromRef<AppState> for Hub {
    fn from_ref(state: &AppState) -> Self {
        state.streams.source.hub.clone()
    }
}

impl FromRef<AppState> for StreamRegistry {
    fn from_ref(state: &AppState) -> Self {
        state.streams.registry.clone()
    }
}

impl FromRef<AppState> for DeliveryTracker {
    fn from_ref(state: &AppState) -> Self {
        state.streams.deliveries.clone()
    }
}

impl FromRef<AppState> for PageContext {
    fn from_ref(state: &AppState) -> Self {
        Self {
            shop: state.shop.clone(),
            hub: state.streams.source.hub.clone(),
            leptos: state.leptos.clone(),
        }
    }
}
