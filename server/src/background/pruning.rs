//! Pruning the log, a little at a time.

use delivery::Hub;
use domain::ports::{Retention, Store};
use std::time::Duration;
use tokio::time::sleep;

/// How long the log may grow before it is looked at again.
const PAUSE: Duration = Duration::from_secs(1);
/// How long a database that fails is left alone: orders want it more.
const PAUSE_AFTER_FAILURE: Duration = Duration::from_secs(60);

/// Prunes what exceeds `keep`. Orders that wait for the writer come between one
/// batch and the next.
pub(super) async fn run(store: &dyn Store, hub: &Hub, keep: Retention) {
    loop {
        match store.prune(keep).await {
            Ok(pruned) => {
                hub.prune(pruned.until);
                if pruned.more {
                    continue;
                }
            }
            Err(_) => {
                tracing::warn!("the log was not pruned; it is tried again");
                sleep(PAUSE_AFTER_FAILURE).await;
            }
        }
        sleep(PAUSE).await;
    }
}
