//! What goes on for as long as the server runs, without anybody asking for it.
//!
//! | module | what it does |
//! |---|---|
//! | [`delivery::heartbeat`] | ticks, and word of who is there |
//! | [`sessions`] | ends the streams of sessions that have ended |
//! | [`deliveries`] | saves who got which message |
//! | [`pruning`] | prunes the log |
//! | [`photos`] | removes the files of photos that no dish has |
//! | [`carts`] | forgets what was put together and never ordered |
//! | [`personal_data`] | takes personal data out of old orders |
//! | [`worker`] | sends alerts of orders that nobody has answered |
//! | [`settings`] | takes over settings that another process has changed |

mod carts;
mod deliveries;
mod personal_data;
mod photos;
mod pruning;
mod sessions;
mod settings;

use crate::{channels::worker, http::Streams};
use delivery::heartbeat;
use domain::{ports::Retention, shop::Shop};

/// Runs all of it.
pub(crate) async fn run(shop: Shop, streams: Streams, keep: Retention) {
    let (hub, registry) = (&streams.source.hub, &streams.registry);
    tokio::join!(
        heartbeat::tick(hub, &*streams.source.clock, registry.heartbeat()),
        heartbeat::tell_presence(hub, registry),
        sessions::end_streams(&*shop.store, registry),
        deliveries::save(&*shop.store, &streams.deliveries),
        pruning::run(&*shop.store, hub, keep),
        photos::remove_unused(&shop),
        carts::drop_old(&shop),
        personal_data::forget(&shop, hub),
        settings::take_over(&shop),
        worker::run(&shop, streams.source.log.clone(), hub),
    );
}
