//! Opening a shop.

use super::error::RunError;
use crate::{
    backend::{self, Backend},
    clock::SystemClock,
    config::ShopOptions,
    crypto::SystemSecrets,
    look_up_limit::LookUpLimits,
    order_limit::OrderLimits,
    sign_in_limit::SignInBrake,
};
use delivery::{Doorbell, Hub};
use domain::{
    ports::{Limits, NoStreams, OpenStreams},
    settings::ShopSettings,
    shop::Shop,
};
use jiff::tz::TimeZone;
use std::sync::Arc;

/// An open shop, and what it is kept in.
pub(super) struct OpenShop {
    pub(super) shop: Shop,
    pub(super) backend: Arc<dyn Backend>,
}

/// Opens the shop's database and what goes with it.
///
/// # Errors
/// The database can't be opened, or the system has no randomness.
pub(super) async fn open(
    options: &ShopOptions,
    limit: OrderLimits,
    doorbell: Arc<dyn Doorbell>,
    streams: Arc<dyn OpenStreams>,
) -> Result<OpenShop, RunError> {
    let zone = options.timezone.clone().unwrap_or_else(TimeZone::system);
    let zone_name = zone.iana_name().unwrap_or("UTC");
    let settings = ShopSettings::new(&options.shop_name, zone_name, options.currency);
    let clock = Arc::new(SystemClock::new(zone));
    let secrets = Arc::new(SystemSecrets::new().map_err(RunError::Secrets)?);
    let (database, currency) = (&options.database, options.currency);
    let backend = backend::open(database, clock.clone(), currency, doorbell).await?;
    let limits = Limits {
        orders: Arc::new(limit),
        look_ups: Arc::new(LookUpLimits::new()),
        sign_ins: Arc::new(SignInBrake::new()),
    };
    let store = backend.clone();
    let shop = Shop::new(store, clock, secrets, limits, streams, settings);
    shop.load_settings().await?;
    Ok(OpenShop { shop, backend })
}

/// Opens the shop for a command, and closes it again: no orders come, and nobody
/// is told anything. A server that runs on the same file asks the file what
/// changed.
///
/// # Errors
/// As [`open`] and `command`.
pub(super) async fn with_shop(
    options: &ShopOptions,
    command: impl AsyncFnOnce(&Shop) -> Result<(), RunError>,
) -> Result<(), RunError> {
    let (limit, nobody) = (OrderLimits::new(0, 0), Arc::new(Hub::new(1, 0)));
    let OpenShop { shop, backend } = open(options, limit, nobody, Arc::new(NoStreams)).await?;
    let done = command(&shop).await;
    backend.close().await;
    done
}
