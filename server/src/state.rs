//! What every handler can reach.

use crate::{
    config::Settings,
    sse::{
        clock::Seconds, hub::Hub, limits::StreamLimits, messages::Messages, registry::Registry,
        tickets::Tickets,
    },
    store::SqliteStore,
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
    /// What the shop stands on, for those who ask after its health.
    pub(crate) store: Arc<SqliteStore>,
    pub(crate) settings: Arc<Settings>,
    pub(crate) leptos: LeptosOptions,
}
