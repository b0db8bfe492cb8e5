//! What every handler can reach.

use crate::{
    config::Settings,
    histogram::Histogram,
    sse::{
        clock::Seconds, hub::Hub, limits::StreamLimits, messages::Messages, registry::Registry,
        tickets::Tickets,
    },
};
use axum::extract::FromRef;
use domain::shop::Shop;
use leptos::prelude::LeptosOptions;
use std::sync::Arc;

/// Handles to everything; clones are the same things.
#[derive(Clone, FromRef)]
pub(crate) struct AppState {
    pub(crate) shop: Shop,
    pub(crate) hub: Hub,
    pub(crate) registry: Registry,
    pub(crate) limits: StreamLimits,
    pub(crate) messages: Messages,
    pub(crate) seconds: Seconds,
    pub(crate) tickets: Tickets,
    /// How long events took from their commit to their readers' eyes.
    pub(crate) shown_after: Arc<Histogram>,
    pub(crate) settings: Arc<Settings>,
    pub(crate) leptos: LeptosOptions,
}
