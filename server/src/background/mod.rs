//! What goes on for as long as the server runs, without anybody asking for it.
//!
//! | module | what it does |
//! |---|---|
//! | [`delivery::heartbeat`] | ticks, and word of who is there |
//! | [`sessions`] | ends the streams of sessions that have ended |
//! | [`deliveries`] | saves who got which message |
//! | [`pruning`] | prunes the log |

mod deliveries;
mod pruning;
mod sessions;

use crate::subscriptions::DeliveryTracker;
use delivery::{Hub, Registry, heartbeat};
use domain::{ports::Retention, shop::Shop};

/// Runs all of it.
pub(crate) async fn run(
    shop: Shop,
    hub: Hub,
    registry: Registry,
    deliveries: DeliveryTracker,
    keep: Retention,
) {
    let clock = shop.clock.clone();
    tokio::join!(
        heartbeat::tick(&*clock, &hub, registry.heartbeat()),
        heartbeat::tell_presence(&hub, &registry),
        sessions::end_streams(&*shop.store, &registry),
        deliveries::save(&*shop.store, &deliveries),
        pruning::run(&*shop.store, &hub, keep),
    );
}
