//! What the routes can reach, each what it needs.

use super::{
    pages::PageContext, shop_front::ShopFrontCache, shop_page::ShopPageCache, streams::Streams,
};
use crate::{config::Settings, subscriptions::DeliveryTracker};

use axum::extract::FromRef;
use delivery::{Hub, StreamRegistry, Tickets};
use domain::shop::Shop;
use leptos::prelude::LeptosOptions;
use std::{ops::Deref, sync::Arc};

/// Handles to everything. A clone is the same: each layer of the router makes some for
/// each request.
#[derive(Clone)]
pub(crate) struct AppState(Arc<Handles>);

/// What is reached by [`AppState`].
pub(crate) struct Handles {
    pub(crate) shop: Shop,
    pub(crate) streams: Streams,
    pub(crate) tickets: Tickets,
    pub(crate) settings: Arc<Settings>,
    pub(crate) shop_front: ShopFrontCache,
    pub(crate) shop_page: ShopPageCache,
    pub(crate) leptos: LeptosOptions,
}

impl From<Handles> for AppState {
    fn from(handles: Handles) -> Self {
        Self(Arc::new(handles))
    }
}

impl Deref for AppState {
    type Target = Handles;

    fn deref(&self) -> &Handles {
        &self.0
    }
}

/// Lets handlers ask for a part of the state.
macro_rules! reach {
    ($($part:ty: |$state:ident| $found:expr,)*) => {$(
        impl FromRef<AppState> for $part {
            fn from_ref($state: &AppState) -> Self {
                $found.clone()
            }
        }
    )*};
}

reach! {
    Shop: |state| state.shop,
    Streams: |state| state.streams,
    Tickets: |state| state.tickets,
    Arc<Settings>: |state| state.settings,
    ShopFrontCache: |state| state.shop_front,
    ShopPageCache: |state| state.shop_page,
    LeptosOptions: |state| state.leptos,
    Hub: |state| state.streams.source.hub,
    StreamRegistry: |state| state.streams.registry,
    DeliveryTracker: |state| state.streams.deliveries,
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
